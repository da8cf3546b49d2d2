"""All the rules, by when they are asked; each is a generator whose name, with hyphens, is its code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from deck.checks.age import outdated_figure, undated_figure
from deck.checks.colour_words import colour_alone
from deck.checks.contradictions import contradicting_number
from deck.checks.contrast import low_contrast
from deck.checks.cropping import image_cropped
from deck.checks.descriptions import unhelpful_alternative_text
from deck.checks.files import unused_file
from deck.checks.footer import footer_left_out, number_left_out
from deck.checks.glyphs import missing_glyph
from deck.checks.link_words import ambiguous_link, unclear_link
from deck.checks.links import unknown_slide
from deck.checks.names import name_left_out
from deck.checks.order import reading_order
from deck.checks.outdated import outdated_number
from deck.checks.overflow import text_overflow
from deck.checks.parts import part_exceeds_whole, parts_sum
from deck.checks.pictures import image_coarse, image_heavy
from deck.checks.quotations import quoted_twice
from deck.checks.reckoned import unsuitable_fact
from deck.checks.revealed import nothing_to_reveal
from deck.checks.sections import default_section_name, repeated_section_name
from deck.checks.sizes import small_text
from deck.checks.sources import unsourced_figure
from deck.checks.tables import missing_header_row, repeated_heading
from deck.checks.timing import too_many_words
from deck.checks.titles import duplicate_title
from deck.checks.unread import unread_figure
from deck.ground.diagnostics import Diagnostic
from deck.model.deck import Deck
from deck.model.presentation import Presentation

Rule: TypeAlias = Callable[[Deck, Presentation], Iterator[Diagnostic]]

THOROUGH: tuple[Rule, ...] = (
    reading_order,
    unclear_link,
    ambiguous_link,
    missing_header_row,
    repeated_heading,
    colour_alone,
    low_contrast,
    small_text,
    unhelpful_alternative_text,
    image_coarse,
    image_heavy,
    number_left_out,
    default_section_name,
    repeated_section_name,
    too_many_words,
    unread_figure,
)
"""What `check` asks besides what every build does."""
ALL: tuple[Callable[..., Iterator[Any]], ...] = (
    text_overflow,
    name_left_out,
    missing_glyph,
    small_text,
    low_contrast,
    duplicate_title,
    footer_left_out,
    number_left_out,
    default_section_name,
    repeated_section_name,
    reading_order,
    colour_alone,
    unclear_link,
    ambiguous_link,
    unknown_slide,
    nothing_to_reveal,
    quoted_twice,
    missing_header_row,
    repeated_heading,
    unhelpful_alternative_text,
    image_cropped,
    image_coarse,
    image_heavy,
    unused_file,
    contradicting_number,
    outdated_number,
    unread_figure,
    unsuitable_fact,
    part_exceeds_whole,
    parts_sum,
    outdated_figure,
    undated_figure,
    unsourced_figure,
    too_many_words,
)
"""Every rule, in the order in which they are explained."""


def code_of(rule: Callable[..., Any]) -> str:
    """The code of what a rule finds."""
    return rule.__name__.replace("_", "-")
