"""Short ways to a frame, and to what stands on its lines."""

from __future__ import annotations

from dataclasses import replace

from deck.model.language import Language
from deck.model.style import TextBody, TextStyle
from deck.model.text import Paragraph, Run
from deck.model.typesetting import FittedText, Frame
from deck.model.units import Emu, Insets, Rect
from deck.typeset import Typesetter
from tests.typeset.frames import THEME, points


def typesetter(language: str = "en") -> Typesetter:
    return Typesetter(THEME, Language(language))


def box(
    *words: str | Paragraph,
    width: float = 300,
    height: float = 200,
    style: TextStyle | tuple[TextStyle, ...] = TextStyle(20),  # noqa: B008
    insets: Insets = Insets(),  # noqa: B008
    balanced: bool = False,
    **body: object,
) -> Frame:
    """A frame of these paragraphs, `width` × `height` points."""
    paragraphs = tuple(each if isinstance(each, Paragraph) else Paragraph((Run(each),)) for each in words)
    levels = style if isinstance(style, tuple) else (style,)
    levels = tuple(replace(each, balanced=balanced) for each in levels)
    rect = Rect(Emu(0), Emu(0), points(width), points(height))
    return Frame(paragraphs, TextBody(levels, insets, **body), rect)  # type: ignore[arg-type]


def unbalanced(frame: Frame) -> Frame:
    """The frame, whose lines may end as they like."""
    return replace(
        frame, body=replace(frame.body, levels=tuple(replace(each, balanced=False) for each in frame.body.levels))
    )


def lines(fitted: FittedText) -> list[str]:
    """The words on each line."""
    return ["".join(run.text for run in line.runs) for line in fitted.lines]
