"""One to four figures as they were and as they are, with the difference in words.

The difference is reckoned and said in the deck's language, in points where both are shares of a hundred, in their
currency where both are money; words of your own may stand in its place, for translators too.

Example:
    layout: change
    title: Forced labour grows
    since: "2016"
    until: "2021"
    figures:
      - {id: labour, before: 24_900_000, after: 27_600_000, label: people in **forced labour**}
    source: estimates
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Annotated, Self

from deck.ground.diagnostics import Diagnostic
from deck.layouts.change_places import (
    A_SLOT,
    ALONE_AIR,
    ALONE_ARROW,
    ALONE_NARROWEST,
    ARROW,
    DESCENT,
    PLAIN,
    SLACK,
    STANDS_BACK,
    Alone,
    slide_layout,
)
from deck.layouts.frame.composition import step_that_suits
from deck.layouts.frame.slots import FIRST_IDX, Entry, fill, fill_alike, frame
from deck.layouts.marks.notation import mixed
from deck.model.content import Content, Figure, Source, Words
from deck.model.fields import Part
from deck.model.layout import Layout, Page
from deck.model.measure import currency_of, is_named, measure, number_of, without_doubt
from deck.model.outlines import Path
from deck.model.rules import Size
from deck.model.shapes import AutoShape, Placeholder, Shape, TextBox
from deck.model.speech import Speech
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import EMU_PER_POINT, EMU_PER_UNIT, Emu, Rect, points, units

_ARROW_HIGH = 0.62
"""An arrow's height, as a share of its width."""
_ARROW_DRAWN = Path(
    100,
    62,
    (
        ("M", 0, 24),
        ("L", 62, 24),
        ("L", 62, 0),
        ("L", 100, 31),
        ("L", 62, 62),
        ("L", 62, 38),
        ("L", 0, 38),
        ("Z",),
    ),
    directional=True,
)

_POINTS = {
    "other": "change.points",
    "one": "change.point",
    **{form: f"change.points.{form}" for form in ("zero", "two", "few", "many")},
}
"""The phrases of points, by the grammatical number for which each is."""


class ChangedFigure(Part):
    """A figure at two times."""

    before: Figure
    """What it was."""
    after: Figure
    """What it is."""
    label: Words
    """What it counts."""
    difference: Words | None = None
    """What has changed, in words; left out, the difference is reckoned and said in the deck’s language."""


class Change(Content):
    """The fields of a change over time."""

    since: Words | None = None
    """When the figures were what they were: a year."""
    until: Words | None = None
    """When they are what they are."""
    figures: Annotated[tuple[ChangedFigure, ...], Size(1, 4)]
    """The figures."""
    source: Source | None = None
    """Where the figures come from: the name of one of the outline’s sources."""
    _speech: Speech | None = None

    @property
    def reckons(self) -> bool:
        """Its figures have a difference, unless words of the author’s stand in its place."""
        return not any(figure.difference for figure in self.figures)

    @property
    def phrases(self) -> tuple[str, ...]:
        """What is more and what is less, unless that is said of all figures."""
        if all(figure.difference for figure in self.figures):
            return ()
        return ("change.more", "change.less", "change.none", *_POINTS.values())

    def spoken(self, speech: Speech) -> Self:
        """With how its language says what is more and what is less."""
        return self.replaced(_speech=speech)

    def compared(self, in_digits: Callable[[], Self], ungrouped: Callable[[], Self]) -> Self:
        """Each figure with its earlier one in one notation."""
        pairs = list(zip(self.figures, in_digits().figures, strict=True))
        return self.replaced(
            figures=tuple(
                digits if mixed([(one.before, digits.before), (one.after, digits.after)]) else one
                for one, digits in pairs
            )
        )

    def mistakes(self) -> Iterator[Diagnostic]:
        """What is no number, or no share or currency as the other one is, and has no words for its change."""
        for figure in self.figures:
            both = [measure(each) for each in (figure.before, figure.after)]
            if not figure.difference and all(both) and len({each.percent for each in both if each}) > 1:
                message = "one of these figures is a share of a hundred, and the other is none"
                hint = "write both in one way, such as 71% and 80%, or `difference:` in words"
                yield Diagnostic("invalid-value", message, hint=hint, field=f"figures.{figure.id}.after")
            currencies = [currency_of(each) for each in (figure.before, figure.after)]
            if not figure.difference and all(currencies) and len(set(currencies)) > 1:
                message = "these figures are in two currencies, and no difference can be reckoned"
                hint = "write both in one currency, or `difference:` in words"
                yield Diagnostic("invalid-value", message, hint=hint, field=f"figures.{figure.id}.after")
            for name, amount in (("before", figure.before), ("after", figure.after)):
                if not figure.difference and not is_named(amount) and number_of(amount) is None:
                    message = "a difference is reckoned from numbers, and this is none"
                    hint = "write one number, such as 28_000_000 or “≈ 49.6 million”"
                    if plain := without_doubt(amount, shown=True):
                        hint = f"write {plain}"
                    hint += ", or `difference:` in words"
                    yield Diagnostic("invalid-value", message, hint=hint, field=f"figures.{figure.id}.{name}")


def arrange(content: Change, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The figures as they were, an arrow, and as they are, with the words of each."""
    assert content._speech
    speech, count = content._speech, len(content.figures)
    alone = _measured(content, theme, measurer) if count == 1 else PLAIN
    layout = slide_layout(theme, count, alone, source=bool(content.source))
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    kinds: dict[str, list[tuple[Placeholder, str, Sequence[Entry]]]] = {"Words": [], "Before": [], "After": []}
    for index, figure in enumerate(content.figures):
        path = f"figures.{figure.id}"
        said: dict[str, tuple[str, Sequence[Entry]]] = {
            "Words": (f"{path}.label", [(figure.label, 0), (figure.difference or _said(figure, speech), 1)]),
            "Before": (f"{path}.before", [(figure.before.text, 0), (content.since, 1)]),
            "After": (f"{path}.after", [(figure.after.text, 0), (content.until, 1)]),
        }
        for number in range(A_SLOT):
            place = layout.placeholder(FIRST_IDX + A_SLOT * index + number)
            kind = place.name.split(" ")[0]
            kinds[kind].append((place, *said[kind]))
    boxes = [box for alike in kinds.values() for box in fill_alike(measurer, alike)]
    order = [place.name for place in layout.placeholders]
    shapes += sorted(boxes, key=lambda box: order.index(box.name))
    grid = theme.grid
    left, width = (grid.x(ARROW[0]), grid.w(ARROW[1]))
    if count == 1:
        left, width = grid.x(0) + alone.before + ALONE_AIR, ALONE_ARROW
    befores = [box for box in boxes if box.name.startswith("Before")]
    for number, box in enumerate(befores, start=1):
        shapes.append(_arrow(left, width, box, number))
    if content.source:
        place = layout.placeholder(FIRST_IDX + A_SLOT * count)
        shapes.append(fill(measurer, place, "source", (content.source.text, 0)))
    yield Page(layout, tuple(shapes), content.title.plain)


def _measured(content: Change, theme: Theme, measurer: Measurer) -> Alone:
    """A figure alone: what it was as wide as it is, what it has become as large as there is room after that."""
    (only,) = content.figures
    said = ([(only.before.text, 0), (content.since, 1)], [(only.after.text, 0), (content.until, 1)])

    def frames(alone: Alone) -> list[Frame]:
        layout = slide_layout(theme, 1, alone)
        return [frame(layout.placeholder(FIRST_IDX + at), *entries) for at, entries in enumerate(said)]

    wide = theme.grid.w(theme.grid.columns) / 2
    before = measurer.measure(frames(Alone(before=wide))[0])
    needed = max(line.width for line in before.lines) * SLACK * EMU_PER_POINT / EMU_PER_UNIT
    alone = Alone(before=min(max(needed, ALONE_NARROWEST), wide))
    step = step_that_suits(lambda step: frames(replace(alone, step=step))[1:], measurer, enough=1, whole=(0,))
    old, new = measurer.fit(frames(replace(alone, step=step)))
    # A baseline stands a fifth of its line over the line's lower edge.
    lift = DESCENT * (new.lines[0].height - old.lines[0].height)
    return replace(alone, step=step, lift=round(max(0, lift), 1))


def _arrow(left: float, width: float, before: TextBox, number: int) -> AutoShape:
    """The arrow after a figure, level with it."""
    line = before.text.lines[0]
    middle = points(before.rect.top) + line.top + line.height / 2
    high = units(width * _ARROW_HIGH)
    at = Rect.of_units(left, 0, width, 0)
    place = replace(at, top=Emu(round(middle * EMU_PER_POINT) - high // 2), height=high)
    return AutoShape(f"Arrow {number}", place, _ARROW_DRAWN, STANDS_BACK)


def _said(figure: ChangedFigure, speech: Speech) -> Text:
    """By how much a figure is more or less, also as a share of what it was; nothing where they are of two kinds."""
    old, new = measure(figure.before), measure(figure.after)
    currencies = {currency_of(figure.before), currency_of(figure.after)}
    if old is None or new is None or old.percent != new.percent or len(currencies - {None}) > 1:
        return Text.of("")
    difference = new.number - old.number
    if not difference:
        return Text.of(speech.phrase("change.none"))
    by = abs(difference)
    in_digits = speech.digits(abs(new.number)) in figure.after.text.plain
    if new.percent:
        words = speech.counted(_POINTS, by)
    elif len(currencies) == 1 and (currency := currencies.pop()):
        words = speech.money(by, currency, in_digits=in_digits)
    else:
        words = speech.digits(by) if in_digits else speech.number(by)
    said = speech.phrase("change.more" if difference > 0 else "change.less", figure=words)
    share = round(by / old.number * 100) if old.number > 0 <= new.number and not old.percent else 0
    return Text.of(_with_share(said, speech.percent(Decimal(share)), speech) if share else said)


def _with_share(said: str, share: str, speech: Speech) -> str:
    """What has changed, with its share, which stands alone on no line: it is held by the word before it."""
    head, _, tail = speech.phrase("change.share", change=said, share=share).rpartition(share)
    before, space, bracket = head.rpartition(" ")
    held = f"{before}\N{NO-BREAK SPACE}{bracket}" if space and not any(map(str.isalnum, bracket)) else head
    return f"{held}{share}{tail}"


_SAMPLES = (
    """
    layout: change
    title: A share that falls
    since: "2000"
    until: "2020"
    figures: [{id: children, before: 16%, after: 9.6%, label: of all children are in child labour}]
    """,
    """
    layout: change
    title: Two figures that go on
    since: "2016"
    until: "2021"
    figures:
      - {id: labour, before: 24_900_000, after: 27_600_000, label: people in **forced labour**}
      - {id: marriage, before: 15_400_000, after: 22_000_000, label: people in **forced marriage**}
    """,
    """
    layout: change
    title: As many as a slide holds
    since: "2016"
    until: "2024"
    figures:
      - {id: countries, before: 5, after: 37, label: countries lead the way}
      - {id: partners, before: 90, after: 400, label: partners}
      - {id: ratified, before: 12, after: 60, label: States with the Protocol, difference: five times as many}
      - {id: laws, before: 30, after: 30, label: laws against modern slavery}
    source: estimates
    """,
)

LAYOUT = Layout(
    "change",
    Change,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, count) for count in (1, 2)],
    also=("change-over-time", "from-to", "trend", "difference", "then-and-now"),
    samples=_SAMPLES,
)
