"""Tasks over time: a bar from each one's first day to its last, in phases, with milestones and today.

Days are written as `2026-05-31`; a month (`2026-05`) or a year begins with its first day and ends with its last.

Example:
    layout: gantt
    title: The plan of a pathfinder country
    today: 2026-05-12
    tasks:
      - {id: listen, phase: Prepare, label: Listen to survivors, start: 2026-01, end: 2026-03}
      - {id: plan, phase: Prepare, label: Agree on the plan, start: 2026-03, end: 2026-05}
      - {id: adopted, phase: Prepare, label: Plan adopted, milestone: 2026-06-12}
      - {id: train, phase: Act, label: Train inspectors, start: 2026-08, end: 2026-12}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Annotated, Self, TypeAlias

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic
from deck.layouts.frame.furniture import WHITE, footer_slots, gridline, marks, rectangle, title_slot
from deck.layouts.frame.slots import FIRST_IDX, fill, fill_alike, slot
from deck.model.content import Content, Source, Words
from deck.model.dates import date_hint, is_date, last_day
from deck.model.fields import Part
from deck.model.layout import Layout, Page
from deck.model.rules import Pattern, Size
from deck.model.shapes import Shape, SlideLayout
from deck.model.speech import Speech
from deck.model.theme import Theme
from deck.model.typesetting import Measurer

_MOST = 14
"""Rows on a slide, phases among them."""
SOURCE, HEAD = 4.4, 5.4
"""The heights of a source, and of the axis with its names, in grid units."""
_HIGHEST, _LABELS, _LABELS_NARROW, _NARROW = 8.0, 3.6, 4.4, 140
"""A row's height at the most, the columns of the labels, and of those on a slide less wide than this, in grid units."""
_RULE = 0.2
_UNDER = {(False, False): 0.0, (False, True): 4.4, (True, False): SOURCE + 1, (True, True): SOURCE + 3}
"""What lies under the rows, in grid units, with a source and with the word for today."""
_DAY = Pattern(
    r"^\d{4}(-\d{2}(-\d{2})?)?$", "a day such as `2026-05-31`, a month or a year", meant=date_hint, numbers=True
)
Day: TypeAlias = Annotated[str, _DAY]


class Task(Part):
    """A task, or a milestone."""

    label: Words
    """What is done."""
    phase: Words | None = None
    """What it belongs to: tasks of one phase that follow each other stand under its name."""
    start: Day | None = None
    """Its first day."""
    end: Day | None = None
    """Its last."""
    milestone: Day | None = None
    """The day of a milestone, in place of both."""

    @property
    def days(self) -> tuple[date, date]:
        """Its first day and its last; of a milestone, the same."""
        if self.milestone:
            return first_day(self.milestone), first_day(self.milestone)
        assert self.start
        assert self.end
        return first_day(self.start), last_day(self.end)

    def mistakes(self) -> Iterator[Diagnostic]:
        """Days that there are not, an end before its start, and a task without days."""
        given = [(name, getattr(self, name)) for name in ("start", "end", "milestone") if getattr(self, name)]
        wrong = [(name, day) for name, day in given if not is_date(day)]
        for name, day in wrong:
            yield Diagnostic("unknown-date", f"there is no such day: {day}", hint=date_hint(day), field=name)
        names = [name for name, _ in given]
        if names not in (["start", "end"], ["milestone"]):
            hint = "write `start:` and `end:`, or `milestone:` alone"
            yield Diagnostic("missing-field", "a task has two days, and a milestone has one", hint=hint, field="label")
        elif not wrong and self.days[1] < self.days[0]:
            message, hint = f"it ends before it begins: {self.end} comes before {self.start}", "correct one of the two"
            yield Diagnostic("invalid-value", message, hint=hint, field="end")


class Gantt(Content):
    """The fields of tasks over time."""

    tasks: Annotated[tuple[Task, ...], Size(1, _MOST)]
    """The tasks and milestones, as they are listed from above."""
    today: Day | None = None
    """The day that is marked as today."""
    source: Source | None = None
    """Where the plan is from: the name of one of the outline’s sources."""
    _speech: Speech | None = None

    @property
    def phrases(self) -> tuple[str, ...]:
        """The word under the line of today."""
        return ("gantt.today",) if self.today else ()

    def spoken(self, speech: Speech) -> Self:
        """With how its language names days, months and years."""
        return self.replaced(_speech=speech)

    def mistakes(self) -> Iterator[Diagnostic]:
        """More rows than a slide has, and a day that there is not."""
        count = len(rows_of(self))
        if count > _MOST:
            message = f"with the names of phases these are {count} rows; a slide has room for {_MOST}"
            yield Diagnostic("too-many", message, hint="put some on another slide", field="tasks")
        if self.today and not is_date(self.today):
            message, hint = f"there is no such day: {self.today}", date_hint(self.today)
            yield Diagnostic("unknown-date", message, hint=hint, field="today")


Row: TypeAlias = tuple[Task, bool]
"""A row: of a task, or, where it is true, of the phase that begins with it."""


def first_day(day: str) -> date:
    """The first day of this year or month, or the day itself."""
    return date.fromisoformat(f"{day}-01-01"[:10] if len(day) < len("2026-05") else f"{day}-01"[:10])


def rows_of(content: Gantt) -> list[Row]:
    """The rows from above: each phase before its tasks."""
    rows: list[Row] = []
    for phase, tasks in groupby(content.tasks, key=lambda each: each.phase.plain if each.phase else ""):
        for number, task in enumerate(tasks):
            rows += [(task, True)] if phase and not number else []
            rows.append((task, False))
    return rows


@dataclass(frozen=True, slots=True)
class Foot:
    """What stands under the rows: where they come from, and the word for today."""

    source: bool = False
    today: bool = False

    @property
    def height(self) -> float:
        """How high it is, in grid units."""
        return _UNDER[self.source, self.today]


def label_columns(theme: Theme) -> float:
    """How many columns the labels take."""
    return _LABELS_NARROW if theme.grid.width < _NARROW else _LABELS


def row_height(theme: Theme, count: int, foot: Foot) -> float:
    """How high a row is, in grid units."""
    return min((theme.grid.body_height - foot.height - HEAD) / count, _HIGHEST)


def top_of_rows(theme: Theme, count: int, foot: Foot) -> float:
    """Where the first row begins: few stand near the optical middle."""
    room = theme.grid.body_height - foot.height - HEAD
    return theme.grid.body_top + HEAD + (room - count * row_height(theme, count, foot)) * 0.4


def slide_layout(theme: Theme, phases: Sequence[bool], foot: Foot) -> SlideLayout:
    """The native slide layout: a slot for each row's label, of a phase where it is true, beside free space."""
    grid, source = theme.grid, foot.source
    high, top = (made(theme, len(phases), foot) for made in (row_height, top_of_rows))
    slots, rules = [], []
    for index, phase in enumerate(phases):
        y = top + high * index
        rules.append(rectangle(f"Rule {index + 1}", grid.x(0), y, grid.w(grid.columns), _RULE, gridline(theme)))
        style = theme.style("chart-series" if phase else "table-cell")
        at = (grid.x(0), y + 0.1, grid.w(label_columns(theme)), high - 0.2)
        slots.append(slot(FIRST_IDX + index, f"Row {index + 1}", at, style, prompt="Text", anchor="middle"))
    if source:
        at = (grid.x(0), grid.body_bottom - SOURCE, grid.w(grid.columns), SOURCE)
        idx = FIRST_IDX + len(phases)
        slots.append(slot(idx, "Source", at, theme.style("source"), prompt="Source", anchor="bottom"))
    pattern = "".join("p" if phase else "t" for phase in phases)
    name = f"Gantt, {pattern}{' with source' if source else ''}"
    return SlideLayout(name, WHITE, (*marks(theme), *rules), (title_slot(theme), *slots, *footer_slots(theme)))


def arrange(content: Gantt, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The labels, the axis over them, and what is drawn along it."""
    # A deck without such a plan is not to wait for what draws it.
    from deck.layouts.gantt_drawing import drawn

    rows, foot = rows_of(content), Foot(source=bool(content.source), today=bool(content.today))
    layout = slide_layout(theme, [phase for _, phase in rows], foot)
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    labels = [
        (
            layout.placeholder(FIRST_IDX + index),
            f"tasks.{task.id}.{'phase' if phase else 'label'}",
            [(task.phase if phase else task.label, 0)],
        )
        for index, (task, phase) in enumerate(rows)
    ]
    named = [
        fill_alike(measurer, [each for each, row in zip(labels, rows, strict=True) if row[1] is phase])
        for phase in (True, False)
    ]
    over, along = drawn(content, rows, foot, theme, measurer)
    shapes += over
    shapes += sorted((box for boxes in named for box in boxes), key=lambda box: box.rect.top)
    shapes += along
    if content.source:
        place = layout.placeholder(FIRST_IDX + len(rows))
        shapes.append(fill(measurer, place, "source", (content.source.text, 0)))
    yield Page(layout, tuple(shapes), content.title.plain)


_SAMPLES = (
    """
    layout: gantt
    title: One task and a milestone over some years
    tasks:
      - {id: roadmap, label: The roadmap is carried out, start: "2022", end: 2025-06}
      - {id: review, label: Review, milestone: 2025-09-15}
    """,
    """
    layout: gantt
    title: As many as a slide holds
    today: 2026-05-01
    tasks:
      - {id: talks, phase: Prepare, label: First talks, start: 2025-09, end: 2025-11}
      - {id: survey, phase: Prepare, label: Survey of what there is, start: 2025-10, end: 2026-02}
      - {id: report, phase: Prepare, label: Report published, milestone: 2026-03-15}
      - {id: draft, phase: Decide, label: Draft of the plan, start: 2026-02, end: 2026-05}
      - {id: heard, phase: Decide, label: Survivors and unions are heard, start: 2026-04, end: 2026-07}
      - {id: adopted, phase: Decide, label: Plan adopted, milestone: 2026-07-30}
    source: estimates
    """,
)

LAYOUT = Layout(
    "gantt",
    Gantt,
    __doc__ or "",
    arrange,
    lambda theme: [slide_layout(theme, [False] * 5, Foot())],
    also=("gantt-chart", "project-plan", "project-schedule", "work-plan"),
    samples=_SAMPLES,
)
