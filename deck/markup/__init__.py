"""Inline markup → texts: **bold**, *italic*, `code`, [links](https://…), lines and paragraphs; and back.

Who writes in any script is read alike: a pair of marks with no space inside is a pair, whatever stands round it.
Source code is told apart into tokens here, too.
"""

from deck.markup.reading import literally, notes, prose, words
from deck.markup.strays import directions

__all__ = [
    "blocks",
    "directions",
    "escaping",
    "grammar",
    "literally",
    "notes",
    "pieces",
    "prose",
    "source_code",
    "words",
    "writing",
]
