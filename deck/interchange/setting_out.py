"""From which translations a tool set out: by that, what was changed there is told from what was changed here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from deck.interchange.returned import Returned, fingerprint
from deck.languages.po_file import PoFile, forms_of, in_use

Base: TypeAlias = Mapping[tuple[str, int], str]
"""The fingerprints of the translations from which a tool set out, by key and form."""


def base_of(file: PoFile) -> Base:
    """The catalog as it is, as what a tool sets out from."""
    return {
        (entry.msgctxt, index): fingerprint(words) for entry in in_use(file) for index, words in forms_of(entry).items()
    }


class SettingOut(NamedTuple):
    """What is known of it: the `base`, or what each translation that came back says itself."""

    base: Base

    def is_known(self, units: Sequence[Returned]) -> bool:
        """Whether it is known from which translation the tool set out."""
        return all(self._start(unit) is not None for unit in units)

    def was_from(self, units: Sequence[Returned], words: Mapping[int, str]) -> bool:
        """Whether it set out from these words."""
        return all(self._start(unit) == fingerprint(words[unit.form]) for unit in units)

    def _start(self, unit: Returned) -> str | None:
        return self.base.get((unit.key, unit.form), unit.exported)
