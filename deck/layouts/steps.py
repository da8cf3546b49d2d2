"""Steps that follow each other: arrows in a row, a cycle, a funnel that narrows, or the levels of a pyramid.

Example:
    layout: steps
    title: How a country joins
    steps:
      - {id: ask, heading: Ask, text: A letter from the Government.}
      - {id: plan, heading: Plan, text: "Workers, employers and survivors agree on a road map."}
      - {id: act, heading: Act, text: "Laws, inspections, remedies."}
      - {id: tell, heading: Report, text: Once a year.}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Annotated, Literal

from deck.ground.diagnostics import Diagnostic
from deck.layouts.frame.composition import step_that_suits
from deck.layouts.frame.slots import fill, filled
from deck.layouts.processes.arrows import ARROW, Arrows, arrow_heading, arrows
from deck.layouts.processes.forms import Step, StepForm
from deck.model.content import Content
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import Shape, SlideLayout, TextBox
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import FittedText, Measurer

_COUNTS: Mapping[str, tuple[int, int]] = {"arrows": (2, 8), "cycle": (3, 6), "funnel": (2, 6), "pyramid": (2, 6)}
"""How many steps each form shows, at least and at the most."""
_WORTH_A_ROW = 1.25
"""How many times as large words are in more rows, where those are worth it."""


class Steps(Content):
    """The fields of steps."""

    form: Literal["arrows", "cycle", "funnel", "pyramid"] = "arrows"
    """How they are drawn: one after the other, as a round that begins anew, ever fewer, or one on the other."""
    steps: Annotated[tuple[Step, ...], Size(2, 8)]
    """The steps, up to six but of `arrows`; those of a funnel and a pyramid from the top."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """Fewer or more steps than the form can show."""
        count, (fewest, most) = len(self.steps), _COUNTS[self.form]
        if not fewest <= count <= most:
            message = f"a {self.form} has {fewest} to {most} steps; here are {count}"
            yield Diagnostic("invalid-value", message, hint="`form: arrows` shows 2 to 8", field="form")


def arrange(content: Steps, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """The steps in the number of rows that sets them largest; the fewer rows where that is equal."""
    forms = [_composed(each, measurer) for each in _forms(content, theme)]
    form = forms[0]
    for other in forms[1:]:
        form = other if _better(_set(other, measurer), _set(form, measurer)) else form
    layout = form.slide_layout()
    boxes: dict[int, TextBox] = {}
    for group, texts in zip(form.groups(), _set(form, measurer), strict=True):
        for (idx, field, _), text in zip(group, texts, strict=True):
            boxes[idx] = filled(layout.placeholder(idx), text, field)
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (content.title, 0))]
    shapes += [boxes[idx] for idx in sorted(boxes)]
    yield Page(layout, tuple(shapes), content.title.plain)


def _forms(content: Steps, theme: Theme) -> Iterable[StepForm]:
    """Where the steps may stand in their form."""
    if content.form == "arrows":
        return arrows(theme, content.steps)
    # Few decks have any of the others.
    if content.form == "cycle":
        from deck.layouts.processes.cycle import Cycle

        return [Cycle(theme, content.steps)]
    from deck.layouts.processes.bands import Bands

    return [Bands(theme, content.steps, pyramid=content.form == "pyramid")]


def _composed(form: StepForm, measurer: Measurer) -> StepForm:
    """The form with larger texts where there is little of them."""
    suits = step_that_suits(
        lambda larger: [each for group in form.at(larger).frames() for each in group], measurer, whole=(0,)
    )
    return form.at(suits).settled(measurer)


def _set(form: StepForm, measurer: Measurer) -> list[tuple[FittedText, ...]]:
    return [measurer.fit(group) for group in form.frames()]


def _better(others: Sequence[Sequence[FittedText]], texts: Sequence[Sequence[FittedText]]) -> bool:
    """Whether the words of another form fit where these do not, or are so much larger that it may take more rows."""
    (over, size), (other_over, other_size) = _rank(texts), _rank(others)
    return other_over < over or (other_over <= over and other_size > _WORTH_A_ROW * size)


def _rank(groups: Sequence[Sequence[FittedText]]) -> tuple[float, float]:
    """By how much words are too large for their form, and how large the smallest are."""
    texts = [text for group in groups for text in group]
    sizes = (text.sizes[min(paragraph.level, 1)] for text in texts for paragraph in text.paragraphs if paragraph.level)
    heads = (text.sizes[0] for text in texts for paragraph in text.paragraphs if not paragraph.level)
    return max(text.overflow for text in texts), min(*heads, *sizes)


def slide_layouts(theme: Theme) -> Iterator[SlideLayout]:
    """The one that every deck offers."""
    step = Step(id="a", heading=Text.of(""), text=Text.of("…"))
    yield Arrows(theme, (step,) * 4).slide_layout()


_SAMPLES = (
    """\
layout: steps
title: Six steps
steps:
  - {id: ask, heading: Ask}
  - {id: listen, heading: Listen}
  - {id: plan, heading: Plan}
  - {id: act, heading: Act}
  - {id: tell, heading: Report}
  - {id: learn, heading: Learn}
""",
    """\
layout: steps
title: Each year anew
form: cycle
steps:
  - {id: plan, heading: Plan, text: What to reach this year}
  - {id: act, heading: Act, text: Together with those concerned}
  - {id: measure, heading: Measure, text: By the same figures each time}
  - {id: learn, heading: Learn, text: "What worked, and what did not"}
""",
    """\
layout: steps
title: Six times around
form: cycle
steps:
  - {id: ask, heading: Ask}
  - {id: listen, heading: Listen}
  - {id: plan, heading: Plan}
  - {id: act, heading: Act}
  - {id: tell, heading: Report}
  - {id: learn, heading: Learn}
""",
    """\
layout: steps
title: How few reach a court
form: funnel
steps:
  - {id: all, heading: People in forced labour, text: Most are never found.}
  - {id: found, heading: Identified, text: By inspectors and police.}
  - {id: filed, heading: Complaints filed}
  - {id: judged, heading: Judgments}
""",
    """\
layout: steps
title: What protection stands on
form: pyramid
steps:
  - {id: remedy, heading: Remedy, text: Compensation and a new start}
  - {id: inspection, heading: Inspection, text: Somebody looks}
  - {id: law, heading: Law, text: Rights that are written down}
  - {id: voice, heading: Voice, text: Workers who may join a union}
""",
)

LAYOUT = Layout(
    "steps",
    Steps,
    __doc__ or "",
    arrange,
    slide_layouts,
    texts_on=lambda theme: [(arrow_heading(theme), ARROW)],
    also=("process", "arrows", "chevrons", "cycle", "funnel", "pyramid", "workflow"),
    samples=_SAMPLES,
)
