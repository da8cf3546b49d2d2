"""Pictures as the point of a slide: one, whole, over all of it or beside a text; or two to four, each with its caption.

What stands `left` or `right` beside a text covers its half of the slide where that costs it no more than a quarter.
In languages that are read from right to left, left is where a line ends.

Example:
    layout: picture
    title: A well for every village
    picture: {file: well.jpg, description: Women draw water, caption: The new well, credit: "Photo: The partners"}
    place: right
    items:
      - {id: water, text: Clean water within reach}
      - {id: school, text: Children are in **school**}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from deck.ground.diagnostics import Diagnostic
from deck.layouts.pictures.alone import full_bleed, full_bleed_layout, scrim_height, veil, whole, whole_layout
from deck.layouts.pictures.beside import beside
from deck.layouts.pictures.grid import grid_pages
from deck.layouts.pictures.own import in_own
from deck.layouts.pictures.parts import GridPicture, ShownPicture, picture_slot
from deck.model.content import Content, Item, Prose
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import SlideLayout
from deck.model.theme import Theme
from deck.model.typesetting import Measurer


class PictureSlide(Content):
    """The fields of a slide of pictures."""

    picture: ShownPicture | None = None
    """The picture."""
    pictures: Annotated[tuple[GridPicture, ...], Size(2, 4)] = ()
    """Or several of them."""
    place: Literal["whole", "full-bleed", "wide", "left", "right"] | None = None
    """Where one picture stands: `whole` under the title, `full-bleed` over the whole slide, or as a `wide` band above a
    text, `left` or `right` of it; if left out, `right` of a text, else `whole`."""
    text: Prose | None = None
    """A text beside the picture."""
    items: tuple[Item, ...] = ()
    """A list beside the picture; a long one continues on a further slide."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """No picture or two kinds of them, and a place that does not go with what else there is."""
        if bool(self.picture) == bool(self.pictures):
            message = (
                "one picture is wanted here, or several" if not self.picture else "one picture, or several: not both"
            )
            yield Diagnostic(
                "missing-field", message, hint="write `picture: {file: …}`, or `pictures:` for two to four"
            )
        beside = "text" if self.text else "items" if self.items else None
        if beside and (self.pictures or self.place in ("whole", "full-bleed")):
            message = "a text stands beside one picture that is `wide`, `left` or `right`"
            yield Diagnostic("invalid-value", message, hint="say it in a caption, or on another slide", field=beside)
        elif self.place in ("wide", "left", "right") and not beside:
            message = f"a picture is `{self.place}` of a text, and there is none"
            yield Diagnostic("invalid-value", message, hint="add `text:` or `items:`, or write `whole`", field="place")
        if self.place and self.pictures:
            message = "several pictures have no place to choose"
            yield Diagnostic("invalid-value", message, hint="take it out", field="place")


def arrange(content: PictureSlide, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """One page, or as many as the list beside the picture needs; or the template's own slide layout for a picture."""
    title, picture = content.title, content.picture
    if picture is None:
        return grid_pages(title, content.pictures, theme, measurer)
    if own := in_own(title, (content.text, content.items), picture, content.place, theme, measurer):
        return [own]
    match content.place or ("right" if content.text or content.items else "whole"):
        case "full-bleed":
            return full_bleed(title, picture, theme, measurer)
        case "wide" | "left" | "right" as place:
            return beside(title, (content.text, content.items), picture, place, theme, measurer)
        case _:
            return whole(title, picture, theme, measurer)


def _offered(theme: Theme) -> Iterator[SlideLayout]:
    """The whole picture and the one over the whole slide: what stands beside a text is made to measure."""
    grid = theme.grid
    yield whole_layout(theme, picture_slot(theme, 0, (grid.x(0), grid.body_top, grid.w(12), grid.body_height)), None)
    yield full_bleed_layout(theme, picture_slot(theme, 0, (0, 0, grid.width, grid.height)), scrim_height(0), 0)


_SAMPLES = (
    """
    layout: picture
    title: Over the whole slide
    place: full-bleed
    picture: {file: well.jpg, description: A well, caption: A village in the hills, credit: "Photo: The partners"}
    """,
    """
    layout: picture
    title: Whole, in the middle of the slide
    picture: {file: well.jpg, description: A well, frame: true, caption: A village in the hills}
    """,
    """
    layout: picture
    title: A band across the slide
    place: wide
    picture: {file: well.jpg, description: A well, focus: bottom, credit: "Photo: The partners"}
    text: The partners built the well with the village.
    """,
    """
    layout: picture
    title: At the left, over half of the slide
    place: left
    picture: {file: well.jpg, description: A well, fit: cover, caption: A village in the hills}
    text: The partners built the well with the village.
    items: [Clean water within reach, {text: School, items: [Children are in **school**]}]
    """,
    """
    layout: picture
    title: Three of them in a row
    pictures:
      - {id: one, file: well.jpg, description: A well, caption: Before}
      - {id: two, file: well.jpg, description: A well, caption: After, credit: "Photo: The partners"}
      - {id: three, file: well.jpg, description: A well}
    """,
    """
    layout: picture
    title: Four of them, two by two
    pictures:
      - {id: one, file: well.jpg, description: A well}
      - {id: two, file: well.jpg, description: A well}
      - {id: three, file: well.jpg, description: A well, fit: whole}
      - {id: four, file: well.jpg, description: A well}
    """,
)

LAYOUT = Layout(
    "picture",
    PictureSlide,
    __doc__ or "",
    arrange,
    _offered,
    texts_on=lambda theme: [
        (style, veil(theme))
        for slot in full_bleed_layout(theme, None, 30, 10).placeholders
        for style in slot.body.levels
    ],
    also=("image", "images", "photo", "photos", "pictures", "screenshot", "illustration", "gallery", "logos"),
    samples=_SAMPLES,
)
