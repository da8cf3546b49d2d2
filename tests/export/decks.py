"""Decks made by hand: every kind of shape, in either reading direction."""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import replace

from deck.images import rasterised
from deck.model.charts import Chart, ChartKind, ChartLabel, ChartSeries, ValueAxis
from deck.model.deck import Deck, DeckSection
from deck.model.language import Direction, Language
from deck.model.mirroring import mirrored, mirrored_layout
from deck.model.outlines import Arc, Path
from deck.model.shapes import (
    AutoShape,
    Connector,
    Group,
    Picture,
    Placeholder,
    Shape,
    ShapeTree,
    SlideLayout,
    Table,
    TableCell,
    TextBox,
)
from deck.model.style import Bullet, Colour, Stroke, TextBody, TextStyle
from deck.model.text import Paragraph, Run
from deck.model.theme import Fonts, Grid, Theme
from deck.model.typesetting import FittedText, Frame
from deck.model.units import Insets, Rect, units
from deck.typeset import Typesetter

FONTS = Fonts("Calibri", "Microsoft YaHei", "Tahoma", {"Arab": "Arial", "Jpan": "Yu Gothic", "Hans": "Microsoft YaHei"})
BLUE, NAVY, WHITE = Colour("accent1"), Colour("dk2"), Colour("lt1")
TITLE_STYLE = TextStyle(30, 22, bold=True, colour=NAVY, font="major")
BODY_STYLES = (
    TextStyle(22, space_after=11, indent=21, hanging=21, bullet=Bullet("•", BLUE)),
    TextStyle(20, space_after=6, indent=42, hanging=18, bullet=Bullet("❖", BLUE)),
    TextStyle(18, space_after=4, indent=60, hanging=16, bullet=Bullet("•", BLUE)),
)
FOOTER_STYLE = TextStyle(11, 9, colour=Colour("accent6"))
NUMBER_STYLE = TextStyle(12, 9, bold=True, colour=NAVY, align="end")
COLUMN_STYLE = TextStyle(20, leading=0.94, indent=34, hanging=34, bullet=Bullet(None, BLUE))

THEME = Theme(
    name="Sample",
    palette={
        "dk1": "16222E",
        "lt1": "FFFFFF",
        "dk2": "0A2A4A",
        "lt2": "F2F5F8",
        "accent1": "005F9E",
        "accent2": "9B1B4A",
        "accent3": "00706B",
        "accent4": "A85700",
        "accent5": "5B3E99",
        "accent6": "52657A",
        "hlink": "005F9E",
        "folHlink": "5B3E99",
    },
    major=FONTS,
    minor=FONTS,
    styles={
        "title": TITLE_STYLE,
        "body-1": BODY_STYLES[0],
        "body-2": BODY_STYLES[1],
        "body-3": BODY_STYLES[2],
        "footer": FOOTER_STYLE,
        "slide-number": NUMBER_STYLE,
    },
    icons={},
    grid=Grid(160, 90, 8, 12, 3, 7, 11.5, 21, 80, 82.6, 84, 3.5),
)

TITLE = Placeholder(0, "title", "Title", Rect.of_units(8, 7, 144, 11.5), TextBody((TITLE_STYLE,)), "Slide title")
BODY = Placeholder(
    10, "body", "Body", Rect.of_units(8, 21, 90, 59), TextBody(BODY_STYLES), "First level\nSecond\nThird"
)
LIST = Placeholder(11, "body", "List", Rect.of_units(106, 21, 46, 59), TextBody((COLUMN_STYLE,)), "Entries")
FOOTER = Placeholder(
    20, "ftr", "Footer", Rect.of_units(8, 84, 131.75, 3.5), TextBody((FOOTER_STYLE,), anchor="middle"), "Footer"
)
NUMBER = Placeholder(
    21, "sldNum", "Slide number", Rect.of_units(142.75, 84, 9.25, 3.5), TextBody((NUMBER_STYLE,), anchor="middle"), ""
)
CARD = Placeholder(
    12,
    "body",
    "Card",
    Rect.of_units(106, 21, 46, 30),
    TextBody(
        (replace(TITLE_STYLE, size=24, colour=WHITE), TextStyle(18, colour=WHITE)),
        Insets.of_units(5, 4.5, 4, 4),
        "middle",
    ),
    "Heading\nText",
)
PORTRAIT = Placeholder(13, "pic", "Portrait", Rect.of_units(8, 30, 30, 30), TextBody((TextStyle(14),)), "A portrait")
RULE = Connector("Rule", Rect.of_units(8, 82.6, 144, 0), Stroke(BLUE.lighter(70), units(0.14)))
MARKER = AutoShape("Marker", Rect.of_units(0, 7.3, 1.6, 5), "rect", Colour("accent2"))
_HOLE = (("M", 2, 2), ("L", 5, 2), ("L", 5, 5), ("L", 2, 5), ("Z",))
WAVE = Path(10, 10, (("M", 0, 0), ("L", 10, 0), ("C", 10, 4, 6, 10, 0, 10), ("Z",), *_HOLE), directional=True)

PLAIN = SlideLayout("Bullets", WHITE, (MARKER, RULE), (TITLE, BODY, LIST, FOOTER, NUMBER))
DARK = SlideLayout(
    "Cover",
    NAVY,
    (
        AutoShape("Arc", Rect.of_units(120, 20, 50, 50), Arc(150, 200), stroke=Stroke(BLUE, units(2.5))),
        AutoShape("Ground", CARD.rect, "rect", Colour("accent2")),
    ),
    (replace(TITLE, body=TextBody((replace(TITLE_STYLE, colour=WHITE),))), CARD, PORTRAIT),
)


def says(*lines: str | Run, level: int = 0) -> Paragraph:
    return Paragraph(tuple(Run(line) if isinstance(line, str) else line for line in lines), level)


def fitted(paragraphs: Sequence[Paragraph] | str, body: TextBody, sizes: tuple[float, ...] = ()) -> FittedText:
    """Text as if measured; what an exporter writes depends on no line."""
    texts = (says(paragraphs),) if isinstance(paragraphs, str) else tuple(paragraphs)
    return FittedText(texts, body, sizes or tuple(style.size for style in body.levels), (), 0, 0)


def fills(slot: Placeholder, paragraphs: Sequence[Paragraph] | str, sizes: tuple[float, ...] = ()) -> TextBox:
    return TextBox(slot.name, slot.rect, fitted(paragraphs, slot.body, sizes), slot)


def png(width: int = 8, height: int = 8, shade: int = 90) -> bytes:
    """A small picture: a slope of grey."""
    rows = b"".join(b"\0" + bytes((shade + x * 4 + y * 4) % 256 for x in range(width)) for y in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


SKETCH = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">'
    b'<rect width="200" height="100" fill="#c8d8e8"/><circle cx="90" cy="50" r="40" fill="#700030"/></svg>'
)


def numbered(first: int, words: Sequence[str]) -> tuple[Paragraph, ...]:
    return tuple(replace(says(word), number=number) for number, word in enumerate(words, first))


def deck(language: str = "en", slides: Sequence[ShapeTree] | None = None) -> Deck:
    """Every kind of shape on a few slides, mirrored where the language reads from right to left."""
    spoken = Language(language)
    trees = tuple(sample_slides() if slides is None else slides)
    layouts: tuple[SlideLayout, ...] = (DARK, PLAIN)
    if spoken.direction is Direction.RIGHT_TO_LEFT:
        trees = tuple(mirrored(tree, THEME.width) for tree in trees)
        layouts = tuple(mirrored_layout(layout, THEME.width) for layout in layouts)
    sections = (DeckSection("start", "The start"), DeckSection("end", "End & <more>"))
    return Deck("A deck", "Webinar", "An author", spoken, THEME, layouts, sections, trees)


def slide(name: str, title: str, *shapes: Shape, layout: SlideLayout = PLAIN, section: str = "start") -> ShapeTree:
    """A slide of these shapes under its title."""
    return ShapeTree(name, name, section, title, layout, (fills(layout.placeholder(0), title), *shapes))


def sample_slides() -> tuple[ShapeTree, ...]:
    footers = (fills(FOOTER, "A deck · Webinar"), fills(NUMBER, "2"))
    return (
        slide(
            "cover",
            "A cover",
            fills(
                CARD,
                (
                    says("A heading"),
                    says("and text with ", Run("a link", link="https://example.org/a b?x=1&y=2"), level=1),
                ),
            ),
            Picture("Portrait", PORTRAIT.rect, png(), "A slope of grey", (0.1, 0, 0.1, 0.2), placeholder=PORTRAIT),
            layout=DARK,
        ),
        replace(
            slide(
                "bullets",
                "Bullets & <brackets>",
                fills(
                    BODY,
                    (says("One ", Run("bold", bold=True), " word"), says("below", level=1), says("a\vbreak")),
                    (20, 18, 16),
                ),
                fills(LIST, numbered(11, ("Eleven", "Twelve"))),
                *footers,
            ),
            notes=(says("Say this, "), says(Run("firmly", bold=True), "\x0c.")),
        ),
        slide("drawings", "Drawings", *drawings(), *footers),
        slide("table", "A table", sample_table(), *footers, section="end"),
        slide("bar-chart", "Bars", sample_chart("bar"), *footers, section="end"),
        slide("column-chart", "Columns", sample_chart("column"), *footers, section="end"),
        replace(
            slide("line-chart", "Lines", sample_chart("line"), *footers, section="end"),
            notes=(says("The end."),),
        ),
    )


def drawings() -> tuple[Shape, ...]:
    label = TextBody((TextStyle(20, bold=True, colour=WHITE, align="centre"),), anchor="middle")
    free = TextBody((TextStyle(18, colour=BLUE, italic=True),), Insets.of_units(1, 1, 1, 1))
    disc = Rect.of_units(8, 50, 17, 17)
    return (
        AutoShape("Bar", Rect.of_units(8, 22, 40, 8), "rect", BLUE, text=fitted("56 %", label)),
        AutoShape("Card", Rect.of_units(52, 22, 40, 20), "roundRect", Colour("lt2"), Stroke(BLUE, units(0.2))),
        AutoShape("Ring", Rect.of_units(100, 22, 20, 20), Arc(0, 270), stroke=Stroke(Colour("accent2"), units(2))),
        AutoShape("Wave", Rect.of_units(126, 22, 20, 20), WAVE, Colour("accent3", alpha=60), description="A wave"),
        Group(
            "Icon",
            disc,
            (
                AutoShape("Disc", disc, "ellipse", Colour("lt2")),
                AutoShape("Drawing", Rect.of_units(11, 53, 11, 11), WAVE, NAVY),
            ),
            "A migrant's way",
        ),
        Picture("Photograph", Rect.of_units(32, 50, 20, 20), png(shade=30), None, round=True),
        Picture(
            "Sketch",
            Rect.of_units(60, 66, 24, 12),
            rasterised(SKETCH, 480),
            "A disc on a ground",
            (0.1, 0, 0, 0.1),
            drawing=SKETCH,
            stroke=Stroke(NAVY, units(0.2)),
        ),
        Connector("Line", Rect.of_units(60, 50, 30, 10), Stroke(NAVY, units(0.3))),
        TextBox(
            "Aside",
            Rect.of_units(100, 50, 50, 20),
            fitted((says("Words of its own"), *numbered(3, ("three",))), free),
            fill=Colour("lt2"),
        ),
    )


def sample_table() -> Table:
    body = TextBody((TextStyle(18),), Insets.of_units(1, 0.5, 1, 0.5), "middle")
    head = TextBody((TextStyle(18, bold=True, colour=WHITE),), body.insets, "middle")
    rows = tuple(
        tuple(TableCell(fitted(words, body if row else head), Colour("lt2") if row else BLUE) for words in line)
        for row, line in enumerate(
            (("Measure", "People", "Share"), ("Labour", "28 million", "56 %"), ("Marriage", "22 million", "44 %"))
        )
    )
    widths, height = (units(74), units(35), units(35)), units(9)
    return Table("Figures", Rect.of_units(8, 24, 144, 27), widths, (height,) * 3, rows, "Figures by measure")


def sample_chart(kind: ChartKind) -> Chart:
    measurer, style = Typesetter(THEME, Language("en")), TextStyle(16, colour=NAVY)

    def said(words: str, *at: float) -> ChartLabel:
        rect = Rect.of_units(*at, 24, 4)
        (text,) = measurer.fit([Frame((says(words),), TextBody((style,)), rect)])
        return ChartLabel(text, rect)

    categories = ("Labour", "Marriage", "Other & more")
    series = (
        ChartSeries("2016", (25, 15.5, None), BLUE, (said("25", 80, 24), said("15,5", 80, 40), None)),
        ChartSeries("2021 & <on>", (28, 22, 7), Colour("accent2", 60, 40)),
    )
    return Chart(
        "Chart",
        Rect.of_units(8, 21, 144, 59),
        Rect.of_units(34, 23, 116, 50),
        kind,
        categories,
        series,
        ValueAxis(0, 30, 10, tuple(said(str(at), 34 + 4 * at, 74) for at in (0, 10, 20, 30)), "0"),
        Stroke(Colour("dk1", 15, 85), units(0.1)),
        "Figures rise",
        tuple(said(each, 10, 25 + 16 * at) for at, each in enumerate(categories)),
        gap=0.8,
        line_width=units(0.5),
    )
