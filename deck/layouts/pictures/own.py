"""A picture and what is said of it in the template's own slide layout for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deck.layouts.frame.distribution import blocks
from deck.layouts.frame.own import Said, own_page, style_of
from deck.layouts.frame.slots import FIRST_IDX
from deck.layouts.pictures.fit import covering, may_cover
from deck.layouts.pictures.parts import ShownPicture, caption_field
from deck.model.content import Item
from deck.model.layout import Page
from deck.model.shapes import SlideLayout
from deck.model.text import Text
from deck.model.theme import Theme
from deck.model.typesetting import Measurer


def in_own(
    title: Text,
    beside: tuple[Text | None, Sequence[Item]],
    picture: ShownPicture,
    place: str | None,
    theme: Theme,
    measurer: Measurer,
) -> Page | None:
    """The page in the template's own slide layout with a picture; None where it would show less, or otherwise.

    Its slot of text takes a caption, or what stands `beside` the picture: a text, or a list if it has bullets. The
    picture covers its slot, and loses no more by it than elsewhere.
    """
    layout = theme.own_layout("picture")
    if layout is None or picture.frame or picture.fit == "whole" or place in ("whole", "full-bleed", "wide"):
        return None
    slots = {each.idx - FIRST_IDX: each for each in layout.placeholders if each.idx >= FIRST_IDX}
    number = next((at for at, each in slots.items() if each.type == "pic"), None)
    if number is None or not may_cover(picture, slots[number].rect) or not _stands(layout, number, place):
        return None
    said = _said(beside, picture)
    texts = [at for at in slots if at != number]
    if len(said) != len(texts):
        return None
    if texts and (style_of(layout, texts[0]).bullet is not None) != bool(beside[1]):
        return None
    shape = covering(slots[number].name, picture, slots[number].rect)
    shown = replace(shape, placeholder=slots[number])
    return own_page(theme, "picture", measurer, title, dict(zip(texts, said, strict=True)), picture=(number, shown))


def _said(beside: tuple[Text | None, Sequence[Item]], picture: ShownPicture) -> list[Said]:
    """What stands in the slot of text, or in several, if there is more to say."""
    text, items = beside
    found: list[Said] = []
    if picture.caption or picture.credit:
        words = [line for each in (picture.caption, picture.credit) if each for line in each.paragraphs]
        found.append((caption_field(picture, "picture"), words))
    if text:
        found.append(("text", text.paragraphs))
    if items:
        found.append(("items", [line for block in blocks(items) for line in block]))
    return found


def _stands(layout: SlideLayout, number: int, place: str | None) -> bool:
    """Whether its picture's slot is on the side of the slide that the outline asks for, if it asks."""
    if place is None:
        return True
    pictures = layout.placeholder(FIRST_IDX + number).rect
    others = [each.rect for each in layout.placeholders if each.type in ("title", "body")]
    middle = pictures.left + pictures.width / 2
    left = all(middle < each.left + each.width / 2 for each in others)
    right = all(middle > each.left + each.width / 2 for each in others)
    return left if place == "left" else right
