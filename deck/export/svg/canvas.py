"""A canvas: what drawing a shape needs of its slide."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from deck.export.svg.fonts import family, mono_family
from deck.export.xml import value
from deck.model.language import Direction, Language
from deck.model.letters import Kind, home_kind
from deck.model.style import FontRole
from deck.model.theme import Theme


class Canvas:
    """One slide while it is drawn. `name` begins every id in it, so that slides can share one page.

    `address` is where a link within the deck leads, by the id that it names.
    """

    def __init__(
        self, theme: Theme, language: Language, name: str, address: Callable[[str], str] = "#{}".format
    ) -> None:
        self.theme = theme
        self.language = language
        self.right_to_left = language.direction is Direction.RIGHT_TO_LEFT
        self.home: Kind = home_kind(language.script)
        self._name = name
        self._address = address
        self._numbers = count(1)
        self._families: dict[tuple[FontRole, Kind], str] = {}

    def next_id(self) -> str:
        """An id that nothing else has."""
        return f"{self._name}--{next(self._numbers)}"

    def link(self, target: str) -> str:
        """The start of what is to lead somewhere: outside, or within the deck where it names a slide's id after a #."""
        if target.startswith("#"):
            return f"<a href={value(self._address(target[1:]))}>"
        return f'<a href={value(target)} target="_blank" rel="noopener">'

    def family(self, role: FontRole, kind: Kind) -> str:
        """The fonts for letters of this kind, as a CSS font family."""
        if (role, kind) not in self._families:
            self._families[role, kind] = family(self.theme.family(role), kind, self.language.script)
        return self._families[role, kind]

    def mono(self) -> str:
        """The fonts for code, as a CSS font family."""
        return mono_family(self.theme.minor.mono)
