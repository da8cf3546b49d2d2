"""Random frames, with every feature of paragraphs mixed."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from deck.model.style import Bullet, TextBody, TextStyle
from deck.model.text import Paragraph, Run
from deck.model.theme import Fonts, Grid, Theme
from deck.model.typesetting import Frame, Measurer
from deck.model.units import Emu, Insets, Rect
from tests.typeset.corpus import text

_FONTS = Fonts(
    "Calibri",
    "Microsoft YaHei",
    "Arial",
    {"Arab": "Arial", "Hebr": "Arial", "Thai": "Tahoma", "Deva": "Nirmala UI", "Hans": "Microsoft YaHei"},
)
THEME = Theme("Bench", {}, _FONTS, _FONTS, {}, {}, Grid(160, 90, 8, 12, 3, 7, 11.5, 21, 80, 82.6, 84, 3.5))


def points(count: float) -> Emu:
    return Emu(round(count * 12_700))


def style(random: Random, size: float) -> TextStyle:
    bullet = random.choice([None, None, Bullet("•"), Bullet("–"), Bullet("❖")])
    indent, hanging = random.choice([(0, 0), (21, 21), (42, 18), (34, 34), (10, 6), (30, 0), (40, -8)])
    return TextStyle(
        size=size,
        minimum_size=random.choice([9, 10, 12]),
        bold=random.random() < 0.25,
        leading=random.choice([0.9, 0.94, 1.0, 1.0, 1.04, 1.2]),
        space_before=random.choice([0, 0, 4]),
        space_after=random.choice([0, 4, 6, 11]),
        bullet=bullet,
        indent=indent,
        hanging=hanging,
    )


def paragraph(random: Random, language: str, levels: int) -> Paragraph:
    words = text(random, language, random.choice([6, 20, 40, 80, 120, 200]))
    runs = [Run(words)]
    if random.random() < 0.4 and " " in words:
        cut = words.index(" ") + 1
        runs = [Run(words[:cut], bold=random.random() < 0.7), Run(words[cut:], italic=random.random() < 0.3)]
    if random.random() < 0.15 and " " in words:
        place = words.rindex(" ")
        runs = [Run(words[:place] + "\v" + words[place + 1 :])]
    return Paragraph(tuple(runs), random.randrange(levels))


def numbered(random: Random, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """The paragraphs of one level, counted up: LibreOffice counts on where a list starts again."""
    start = random.choice([1, 1, 4, 9, 37, 98])
    return tuple(replace(each, level=0, number=number) for number, each in enumerate(paragraphs, start))


def frame(random: Random, language: str, measurer: Measurer) -> Frame:
    """A frame no larger than a slide, that its text at full size would fill by two thirds to nearly twice."""
    while True:
        sizes = sorted(random.choice([16, 18, 20, 22, 24, 30, 36, 44]) for _ in range(random.choice([1, 1, 2, 3])))
        levels = tuple(style(random, size) for size in reversed(sizes))
        insets = random.choice([Insets(), Insets.of_units(1.2, 0.6, 1.2, 0.6), Insets.of_units(3, 2, 1, 1)])
        paragraphs = tuple(paragraph(random, language, len(levels)) for _ in range(random.choice([1, 1, 2, 3, 5])))
        if random.random() < 0.15:
            paragraphs = numbered(random, paragraphs)
        width = points(random.choice([160, 220, 300, 420, 560, 760]))
        wanted = Frame(paragraphs, TextBody(levels, insets), Rect(Emu(0), Emu(0), width, Emu(0)))
        height = points(measurer.measure(wanted).height * random.uniform(0.55, 1.4))
        if height <= points(540):
            return replace(wanted, rect=Rect(Emu(0), Emu(0), width, height))
