"""A presenter's own PowerPoint template: its package, and what was understood of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from deck.ground.dataclass import dataclass
from deck.model.shapes import AutoShape, Backdrop, Placeholder, PlaceholderType, SlideLayout
from deck.model.style import Colour, SchemeColour
from deck.model.units import Rect

Use = Literal["cover", "divider", "text", "comparison", "columns", "picture"]
"""What a template's own slide layout may serve for: title slide, divider, title and text, two texts with
headings or without, picture and text."""


@dataclass(frozen=True, slots=True)
class UnderstoodLayout:
    """One slide layout of a template: its part's name in the package, its name, its slots, in the template's order.

    `drawings` are the places of what it and its master draw; `missed` are slots that nothing is written in, as they lie
    outside the slide, or are a footer or date on its side.
    """

    part: str
    name: str
    slots: tuple[Placeholder, ...]
    drawings: tuple[Rect, ...] = ()
    missed: tuple[Placeholder, ...] = ()


@dataclass(frozen=True, slots=True)
class Template:
    """A .pptx or .potx whose master decks are filled into.

    `own` are its slide layouts that serve ours as they are. All others join its `master` and take ground and
    decoration from `base`, one of its slide layouts; parts go by their names in the package. `slots` are its master's,
    `title` the title of `base`, `footers` the footer and the slide number there. `shades` are the colours that stand
    for the palette's where those cannot be read as layouts use them. All places and sizes are those of a slide 7.5
    inches high; the template's own is `scale` times as high. `fonts` are those that stand for
    its theme's, such as `+mj-lt`: what its master names in their place, and what the theme leaves open. `plain` says
    that the base's own ground, not a drawing, is behind its text; `backdrop` is what the base draws, and `panel` what
    fills its slot of text, if anything does. `embedded` are the fonts that it carries, by their names in small letters;
    `listed` are those, such as `+mn-cs`, for which the theme has but a list by scripts.
    """

    name: str
    data: bytes = field(repr=False)
    master: str
    base: str
    own: Mapping[Use, SlideLayout]
    slots: Mapping[PlaceholderType, Placeholder]
    title: Placeholder
    footers: tuple[Placeholder, ...]
    shades: Mapping[SchemeColour, Colour]
    layouts: tuple[UnderstoodLayout, ...]
    scale: float = 1
    fonts: Mapping[str, str] = field(default_factory=dict)
    plain: bool = True
    backdrop: Backdrop | None = field(default=None, compare=False, repr=False)
    panel: AutoShape | None = None
    embedded: frozenset[str] = frozenset()
    listed: frozenset[str] = frozenset()
