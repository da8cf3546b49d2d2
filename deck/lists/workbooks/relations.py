"""Which part of an Open XML package leads to which: XLSX in either of its two kinds, transitional and strict."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from deck.lists.workbooks.marked import DamagedXmlError, Element, marked
from deck.lists.workbooks.package import Package, damaged


class Relation(NamedTuple):
    """A part's relation: its id, the last word of its type, such as `worksheet`, and the part that it leads to."""

    id: str
    kind: str
    part: str


def element(package: Package, part: str) -> Element:
    """The root of this part. DeckError where it is damaged."""
    return parsed(package, part)[1]


def parsed(package: Package, part: str) -> tuple[bytes, Element]:
    """This part's bytes, in UTF-8, and its root. DeckError where it is damaged."""
    try:
        return marked(package.part(part))
    except DamagedXmlError as error:
        raise damaged(package.path, f"its part {part}: {error}") from None


def relations(package: Package, part: str) -> Iterator[Relation]:
    """The relations of this part, or with "" of the package, to its other parts."""
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed not in package:
        return
    for each in element(package, listed).each("Relationship"):
        said = each.attributes
        if said.get("TargetMode") != "External" and "Target" in said:
            target = posixpath.normpath(posixpath.join("/", folder, said["Target"])).lstrip("/")
            yield Relation(said.get("Id", ""), said.get("Type", "").rpartition("/")[2], target)
