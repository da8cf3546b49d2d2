"""Text in capitals as LibreOffice measures it, for pictures: what each letter as written is wide as it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from deck.model.letters import Kind
from deck.typeset.drawn import DrawnFace


class DrawnCapitals(DrawnFace):
    """A face whose letters are all shown as capitals; one may take two, as ß does."""

    def advances(self, text: str, kind: Kind) -> Iterator[tuple[int, Sequence[float]]]:
        written = [index for index, char in enumerate(text) for _ in char.upper()]
        shown = ((written[index], advances) for index, advances in super().advances(text.upper(), kind))
        for index, each in groupby(shown, key=lambda one: one[0]):
            yield index, [advance for _, advances in each for advance in advances]
