"""Rows that are rated by several criteria, in Harvey balls: circles filled by quarters, with what they mean.

A score is a whole number from 0 to 4; one that is left out is not known. From a list, `scores: {law: law}` says in
which columns they stand.

Example:
    layout: scorecard
    title: How far the pathfinder countries are
    criteria:
      - {id: law, name: Law}
      - {id: plan, name: National plan}
      - {id: budget, name: Budget}
      - {id: data, name: Data}
    rows:
      - {id: chile, label: Chile, scores: {law: 4, plan: 4, budget: 2, data: 3}}
      - {id: malawi, label: Malawi, scores: {law: 3, plan: 4, budget: 1, data: 2}}
      - {id: nepal, label: Nepal, scores: {law: 2, plan: 3, budget: 0}}
      - {id: peru, label: Peru, scores: {law: 4, plan: 3, budget: 1, data: 3}}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Self, TypeAlias

from deck.ground.diagnostics import Diagnostic, did_you_mean
from deck.layouts.frame.composition import grown, step_that_suits, top_of
from deck.layouts.frame.furniture import WHITE, footer_slots, hairline, marks, rectangle, title_slot
from deck.layouts.frame.slots import FIRST_IDX, Entry, fill, fill_alike, frame, slot
from deck.layouts.marks.harvey_ball import FULL, ball
from deck.layouts.marks.notation import is_not_known
from deck.model.content import Content, Figure, Source, Words
from deck.model.fields import Identifier, Part
from deck.model.layout import Layout, Page
from deck.model.measure import is_named, number_of
from deck.model.rules import NamedBy, Size
from deck.model.shapes import AutoShape, Group, Placeholder, Shape, SlideLayout
from deck.model.speech import Speech
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import EMU_PER_UNIT, Rect

_MOST_ROWS, _MOST_CRITERIA = 8, 6
_SOURCE, _LEGEND, _AIR = 4.4, 4.6, 1.6
_HIGHEST, _HEADING = 13.0, 8.5
"""A row's height at the most, and that of the criteria's names, in grid units."""
_BALL, _LARGEST_BALL, _LEGEND_BALL = 0.62, 7.0, 2.8
_LABEL_COLUMNS = {1: 7.0, 2: 6.0, 3: 4.8, 4: 4.2, 5: 3.6, 6: 3.3}
_LEGEND_COLUMNS = 2.6
_RULE = 0.2
_ENOUGH = 0.9
_Said: TypeAlias = tuple[Placeholder, str, list[Entry]]
_MEANINGS = (("empty", 0), ("half", 2), ("full", FULL))


class Criterion(Part):
    """What rows are rated by."""

    name: Words
    """What stands over its column."""


class ScoredRow(Part):
    """What is rated."""

    label: Words
    """Its name."""
    scores: Annotated[Mapping[Identifier, Figure | None], NamedBy("criteria")] = MappingProxyType({})
    """Its scores from 0 to 4 by the ids of the criteria; one that is left out, or `–` or `n/a`, is not known."""


class Scorecard(Content):
    """The fields of a scorecard."""

    criteria: Annotated[tuple[Criterion, ...], Size(1, _MOST_CRITERIA)]
    """What the rows are rated by."""
    rows: Annotated[tuple[ScoredRow, ...], Size(1, _MOST_ROWS)]
    """What is rated."""
    empty: Words | None = None
    """What an empty circle means; left out, “Not yet” in the deck’s language."""
    half: Words | None = None
    """What a half one means; left out, “In part”."""
    full: Words | None = None
    """What a full one means; left out, “In full”."""
    source: Source | None = None
    """Where the scores come from: the name of one of the outline’s sources."""
    _speech: Speech | None = None

    @property
    def phrases(self) -> tuple[str, ...]:
        """What the circles mean where no words are given, and a row in words."""
        meanings = (f"scorecard.{name}" for name, _ in _MEANINGS if not getattr(self, name))
        whole = all(_score(row.scores.get(each.id)) is not None for row in self.rows for each in self.criteria)
        return ("icons.share", *(() if whole else ("chart.missing",)), *meanings)

    def spoken(self, speech: Speech) -> Self:
        """With how its language says what the circles mean."""
        return self.replaced(_speech=speech)

    def mistakes(self) -> Iterator[Diagnostic]:
        """Scores that are none, and of criteria that there are not."""
        known = [each.id for each in self.criteria]
        for row in self.rows:
            for name, score in row.scores.items():
                path = f"rows.{row.id}.scores.{name}"
                if name not in known:
                    hint = did_you_mean(name, known)
                    yield Diagnostic("unknown-field", f"there is no criterion `{name}`", hint=hint, field=path)
                elif score and _score(score) is None and not _stands_for_none(score):
                    hint = f"write a whole number from 0 to {FULL}, or leave it out where it is not known"
                    yield Diagnostic("invalid-value", "a circle is filled by quarters", hint=hint, field=path)


def _stands_for_none(score: Figure) -> bool:
    """Whether the score is named in braces, and known later, or is not known, as a list's empty cell says."""
    return is_named(score) or is_not_known(score.text.plain)


def _score(amount: Figure | None) -> int | None:
    number = number_of(amount)
    return int(number) if number is not None and number == int(number) and 0 <= number <= FULL else None


def slide_layout(
    theme: Theme, rows: int, criteria: int, steps: tuple[float, float] = (1, 1), *, source: bool = False
) -> SlideLayout:
    """The native slide layout: slots for criteria, rows, and what circles mean; the first two by a step larger."""
    grid = theme.grid
    room = grid.body_height - (_SOURCE + 1 if source else 0)
    high = _row(theme, rows, source=source)
    whole = _HEADING + high * rows + _AIR + _LEGEND
    top = top_of(grid.body_top, room, whole)
    heading = replace(grown(theme.style("table-cell"), steps[0]), align="centre", bold=True)
    label = grown(theme.style("table-cell"), steps[1])
    slots, rules = [], []
    for index, (left, width) in enumerate(_columns(theme, criteria)):
        at = (left, top, width, _HEADING - 1)
        slots.append(slot(FIRST_IDX + index, f"Criterion {index + 1}", at, heading, prompt="Heading", anchor="bottom"))
    idx = FIRST_IDX + criteria
    for index in range(rows):
        y = top + _HEADING + high * index
        rules.append(rectangle(f"Rule {index + 1}", grid.x(0), y, grid.w(grid.columns), _RULE, hairline(theme)))
        at = (grid.x(0), y + 0.4, grid.w(_LABEL_COLUMNS[criteria]), high - 0.8)
        slots.append(slot(idx + index, f"Row {index + 1}", at, label, prompt="Text", anchor="middle"))
    foot = top + whole - _LEGEND
    rules.append(rectangle("Last rule", grid.x(0), foot - _AIR, grid.w(grid.columns), _RULE, hairline(theme)))
    for number, left in enumerate(_legend(theme)):
        at = (left + _LEGEND_BALL + 1.2, foot, grid.w(_LEGEND_COLUMNS) - _LEGEND_BALL - 2.2, _LEGEND)
        name = f"Meaning {number + 1}"
        slots.append(slot(idx + rows + number, name, at, theme.style("part-heading"), prompt="Text", anchor="middle"))
    if source:
        at = (grid.x(0), grid.body_bottom - _SOURCE, grid.w(grid.columns), _SOURCE)
        last = idx + rows + len(_MEANINGS)
        slots.append(slot(last, "Source", at, theme.style("source"), prompt="Source", anchor="bottom"))
    name = f"Scorecard, {rows} × {criteria}{' with source' if source else ''}"
    return SlideLayout(name, WHITE, (*marks(theme), *rules), (title_slot(theme), *slots, *footer_slots(theme)))


def _row(theme: Theme, rows: int, *, source: bool) -> float:
    """The height of a row, where rows take what they may."""
    room = theme.grid.body_height - (_SOURCE + 1 if source else 0) - _HEADING - _AIR - _LEGEND
    return min(room / rows, _HIGHEST)


def _columns(theme: Theme, criteria: int) -> Iterator[tuple[float, float]]:
    """Where each criterion's column begins, and how wide it is."""
    grid = theme.grid
    start = _LABEL_COLUMNS[criteria]
    each = (grid.columns - start) / criteria
    for index in range(criteria):
        yield grid.x(start + index * each), grid.w(each)


def _legend(theme: Theme) -> Iterator[float]:
    """Where each meaning begins, the first at the grid's start."""
    for number in range(len(_MEANINGS)):
        yield theme.grid.x(number * _LEGEND_COLUMNS)


def arrange(content: Scorecard, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The names and labels, a circle for each score, and what circles mean."""
    assert content._speech
    speech, rows, criteria = content._speech, len(content.rows), len(content.criteria)
    source = bool(content.source)

    names = [(f"criteria.{each.id}.name", each.name) for each in content.criteria]
    names += [(f"rows.{each.id}.label", each.label) for each in content.rows]

    def entries(steps: tuple[float, float]) -> list[_Said]:
        layout = slide_layout(theme, rows, criteria, steps, source=source)
        return [(layout.placeholder(FIRST_IDX + at), path, [(text, 0)]) for at, (path, text) in enumerate(names)]

    def headings(step: float) -> Sequence[Frame]:
        return [frame(place, *texts) for place, _, texts in entries((step, 1))[:criteria]]

    def labels(step: float) -> Sequence[Frame]:
        return [frame(place, *texts) for place, _, texts in entries((1, step))[criteria:]]

    steps = (
        step_that_suits(headings, measurer, enough=_ENOUGH, whole=(0,)),
        step_that_suits(labels, measurer, enough=_ENOUGH, whole=(0,)),
    )
    layout = slide_layout(theme, rows, criteria, steps, source=source)
    said = entries(steps)
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    boxes = [*fill_alike(measurer, said[:criteria]), *fill_alike(measurer, said[criteria:])]
    shapes += boxes[:criteria]
    for row, box in zip(content.rows, boxes[criteria:], strict=True):
        shapes += (box, _balls(content, row, theme, box.rect))
    after = FIRST_IDX + criteria + rows
    meanings = [
        (
            layout.placeholder(after + number),
            name,
            [(getattr(content, name) or Text.of(speech.phrase(f"scorecard.{name}")), 0)],
        )
        for number, (name, _) in enumerate(_MEANINGS)
    ]
    for (_, score), left, box in zip(_MEANINGS, _legend(theme), fill_alike(measurer, meanings), strict=True):
        middle = (box.rect.top + box.rect.height / 2) / EMU_PER_UNIT
        shapes += (*ball(theme, left + _LEGEND_BALL / 2, middle, _LEGEND_BALL, score, f"Meaning {score}"), box)
    if content.source:
        place = layout.placeholder(after + len(_MEANINGS))
        shapes.append(fill(measurer, place, "source", (content.source.text, 0)))
    yield Page(layout, tuple(shapes), content.title.plain)


def _balls(content: Scorecard, row: ScoredRow, theme: Theme, label: Rect) -> Group:
    """A row's circles, level with its label; what they say is said in words."""
    assert content._speech
    speech = content._speech
    middle = (label.top + label.height / 2) / EMU_PER_UNIT
    size = min(_LARGEST_BALL, _BALL * label.height / EMU_PER_UNIT)
    shapes: list[AutoShape] = []
    said = []
    for criterion, (left, width) in zip(content.criteria, _columns(theme, len(content.criteria)), strict=True):
        score = _score(row.scores.get(criterion.id))
        shapes += ball(theme, left + width / 2, middle, size, score, criterion.name.plain)
        words = speech.phrase("chart.missing") if score is None else _share(score, speech)
        said.append(speech.phrase("chart.point", place=criterion.name.plain, value=words))
    at = Rect.around([each.rect for each in shapes])
    points = speech.phrase("chart.series", name=row.label.plain, points=speech.listed(said))
    return Group(f"Scores of {row.id}", at, tuple(shapes), points)


def _share(score: int, speech: Speech) -> str:
    return speech.phrase("icons.share", part=speech.digits(Decimal(score)), whole=speech.digits(Decimal(FULL)))


_SAMPLES = (
    """
    layout: scorecard
    title: One country by two criteria
    criteria: [{id: law, name: Law}, {id: plan, name: National plan}]
    rows: [{id: chile, label: Chile, scores: {law: 4, plan: 1}}]
    """,
    """
    layout: scorecard
    title: As many as a slide holds
    empty: Nothing yet
    half: Begun
    full: Done
    criteria:
      - {id: law, name: Law}
      - {id: plan, name: National plan}
      - {id: budget, name: Budget}
      - {id: data, name: Data}
      - {id: courts, name: Courts}
      - {id: unions, name: Unions}
    rows:
      - {id: chile, label: Chile, scores: {law: 4, plan: 4, budget: 2, data: 3, courts: 1, unions: 4}}
      - {id: ghana, label: Ghana, scores: {law: 3, plan: 2, budget: 2, data: 1, courts: 1, unions: 3}}
      - {id: kenya, label: Kenya, scores: {law: 3, plan: 1, budget: 0, data: 2, courts: 2, unions: 2}}
      - {id: malawi, label: Malawi, scores: {law: 3, plan: 4, budget: 1, data: 2, courts: 1, unions: 1}}
      - {id: mexico, label: Mexico, scores: {law: 4, plan: 4, budget: 3, data: 3, courts: 2, unions: 3}}
      - {id: nepal, label: Nepal, scores: {law: 2, plan: 3, budget: 0, courts: 1}}
      - {id: peru, label: Peru, scores: {law: 4, plan: 3, budget: 1, data: 3, courts: 3, unions: 2}}
      - {id: uganda, label: Uganda, scores: {law: 3, plan: 2, budget: 1, data: 0, courts: 2, unions: 1}}
    source: estimates
    """,
)

LAYOUT = Layout(
    "scorecard",
    Scorecard,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, 4, 4)],
    also=("harvey-balls", "harvey", "rating", "ratings", "scores", "maturity", "traffic-lights"),
    samples=_SAMPLES,
)
