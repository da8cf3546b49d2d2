"""Descriptions of pictures that tell nothing to those who cannot see them."""

from __future__ import annotations

from collections.abc import Iterator

from deck.checks.pictures import pictures
from deck.ground.diagnostics import Diagnostic, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation
from deck.model.telling_words import is_guessed, names_file, names_kind


def unhelpful_alternative_text(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A picture's description is a file's name, a word such as “picture”, or a program's guess.

    A screen reader says that it is a picture; what it shows, and why it is there, only its description can tell.

    Example:
        - id: well
          layout: picture
          title: The new well
          picture: {file: well.jpg, description: IMG_2041.jpg}

    To mend it: say in a sentence what the picture shows and why it is there, or write `decorative: true`
    """
    for slide in presentation.slides:
        for path, picture in pictures(slide.content):
            words = picture.description.plain if picture.description else ""
            if names_file(words):
                what = f"the name of a file, “{words[:60]}”"
            elif names_kind(words):
                what = f"only “{words}”"
            elif is_guessed(words):
                what = "what a program guessed"
            else:
                continue
            field = f"{path}.description"
            message = f"slide `{slide.id}`, field `{field}`: the description is {what}"
            span, hint = slide.spans.get(field, slide.span), "say what it shows and why it is there"
            yield Diagnostic("unhelpful-alternative-text", message, span, hint, Severity.WARNING)
