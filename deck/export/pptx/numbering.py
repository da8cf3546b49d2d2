"""Where the numbering of paragraphs starts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deck.model.text import Paragraph


def starts(texts: Sequence[Paragraph]) -> Iterable[int | None]:
    """For each numbered paragraph, where its sequence starts: PowerPoint counts on from there."""
    numbered = any(paragraph.number for paragraph in texts)
    return _counted(texts) if numbered else [None] * len(texts)


def _counted(texts: Iterable[Paragraph]) -> Iterator[int | None]:
    open_sequences: dict[int, tuple[int, int]] = {}
    for paragraph in texts:
        level, number = paragraph.level, paragraph.number
        for deeper in [known for known in open_sequences if known > level]:
            del open_sequences[deeper]
        if number is None:
            open_sequences.pop(level, None)
            yield None
            continue
        start, expected = open_sequences.get(level, (number, number))
        if number != expected:
            start = number
        open_sequences[level] = (start, number + 1)
        yield start
