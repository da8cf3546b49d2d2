"""Inline markup → texts: **bold**, *italic*, `code`, [links](https://…), lines and paragraphs; and back.

Who writes in any script is read alike: a pair of marks with no space inside is a pair, whatever stands round it.
"""

from deck.markup.reading import literally, notes, prose, words

__all__ = ["escaping", "grammar", "literally", "notes", "prose", "words", "writing"]
