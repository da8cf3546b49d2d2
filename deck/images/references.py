"""How much a drawing draws once all that it refers to is in place.

A few lines that use each other ten times over are millions of shapes, which no program would finish drawing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from deck.ground.late_pattern import late_pattern

if TYPE_CHECKING:
    from xml.etree import ElementTree

_BY_ADDRESS = late_pattern(r"url\(\s*['\"]?#([^)'\"]+)")
_DEEPEST = 100


def check_drawn_parts(root: ElementTree.Element, most: int) -> None:
    """ValueError where a drawing comes to more than so many parts, or is part of itself."""
    named = {element.get("id", ""): element for element in root.iter()}
    counted: dict[ElementTree.Element, int] = {}
    within: list[ElementTree.Element] = []

    def parts(element: ElementTree.Element) -> int:
        if element not in counted:
            if element in within or len(within) >= _DEEPEST:
                raise ValueError("what is in it refers to itself")
            within.append(element)
            below = [*element.iter()]
            referred = (named[name] for each in below for name in _references(each) if name in named)
            counted[element] = min(most + 1, len(below) + sum(parts(each) for each in referred))
            within.pop()
        return counted[element]

    if parts(root) > most:
        raise ValueError(f"what is in it comes to more than {most:,} parts")


def _references(element: ElementTree.Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name == "xlink:href" and value.startswith("#"):
            yield value[1:]
        elif "url(" in value:
            yield from _BY_ADDRESS.findall(value)
