"""Sections and slides of other outlines, which an outline brings in with what they need: lists, facts and sources.

What is brought in keeps its places, so that a finding points into the file that somebody wrote; paths of files become
paths from the outline that brings it in.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from deck.fields.fields_reader import FieldsReader
from deck.ground.diagnostics import DeckError, Diagnostic, did_you_mean
from deck.ground.files import resolved
from deck.model.fields import Fields, Identifier
from deck.nodes import Mapping, Node, Scalar, Sequence, child, plain, text_at
from deck.nodes.yaml_file import read_fields
from deck.outline import tree
from deck.outline.boundary import outside

INCLUDE = "include"
_ABOVE = ("lists", "facts", "sources")
_FILES = frozenset({"file", "background", "countries", "facts", "table"})
"""Fields whose values are paths, or hold them."""


class IncludedSections(Fields):
    """Sections of another outline, among the sections."""

    include: str
    """The other outline, by its path from here; its lists, facts, sources, pictures and translations come with it."""
    sections: tuple[Identifier, ...] = ()
    """Which of its sections, by their ids; if left out, all of them."""


class IncludedSlides(Fields):
    """Slides of another outline, among the slides of a section."""

    include: str
    """The other outline, by its path from here; its lists, facts, sources, pictures and translations come with it."""
    slides: tuple[Identifier, ...] = ()
    """Which of its slides, by their ids; if left out, all of them."""


class Includes:
    """Brings in what an outline includes. `paths` are those of the other outlines."""

    def __init__(self, outline: Path, fields: FieldsReader, diagnostics: list[Diagnostic], *, outside: bool) -> None:
        self._outline, self._fields, self._diagnostics, self._outside = outline, fields, diagnostics, outside
        self._language: str | None = None
        self.paths: dict[str, None] = {}

    def into(self, root: Mapping) -> Mapping:
        """The outline with all that it includes in its place."""
        self._language = text_at(child(root, "presentation") or root, "language")
        return self._into(root, self._outline, ())

    def _into(self, root: Mapping, path: Path, above: tuple[Path, ...]) -> Mapping:
        sections = root.entries.get("sections")
        if not isinstance(sections, Sequence) or not any(map(_includes, (*sections.items, *tree.slides(root)))):
            return root
        brought: list[Mapping] = []
        items: list[Node] = []
        for section in sections.items:
            if isinstance(section, Mapping) and INCLUDE in section.entries:
                wanted = self._fields.read(IncludedSections, section)
                other = self._other(wanted.include, section, path, above) if wanted else None
                if wanted and other:
                    brought.append(other)
                    items += self._chosen(tree.sections(other), wanted.sections, section, "sections")
                continue
            slides = child(section, "slides")
            if isinstance(section, Mapping) and isinstance(slides, Sequence):
                own: list[Node] = []
                for slide in slides.items:
                    if not (isinstance(slide, Mapping) and INCLUDE in slide.entries):
                        own.append(slide)
                        continue
                    one = self._fields.read(IncludedSlides, slide)
                    other = self._other(one.include, slide, path, above) if one else None
                    if one and other:
                        brought.append(other)
                        own += self._chosen([*tree.slides(other)], one.slides, slide, "slides")
                section = replace(section, entries=section.entries | {"slides": replace(slides, items=own)})
            items.append(section)
        made = replace(root, entries=root.entries | {"sections": replace(sections, items=items)})
        for other in brought:
            made = self._with_what_it_needs(made, other)
        return made

    def _other(self, name: str, node: Mapping, path: Path, above: tuple[Path, ...]) -> Mapping | None:
        """The other outline, with what it includes itself, and its files by their paths from the one that asks."""
        span, other = node.entries[INCLUDE].span, path.parent / name
        if not self._outside and (found := outside(other, self._outline.parent, span)):
            self._diagnostics.append(found)
            return None
        above = (*above, resolved(path))
        if resolved(other) in above:
            message = f"{other} includes itself" + (", by way of others" if len(above) > 1 else "")
            self._diagnostics.append(Diagnostic("include-cycle", message, span, "take one of the two out"))
            return None
        try:
            root, text, found_there = read_fields(other, span)
        except DeckError as error:
            self._diagnostics += error.diagnostics
            return None
        self.paths[str(other)] = None
        self._fields.texts[str(other)] = text
        self._diagnostics += found_there
        here, there = self._language, text_at(child(root, "presentation") or root, "language")
        if here and there and here != there:
            message = f"{other} is in `{there}`, and what includes it in `{here}`"
            self._diagnostics.append(Diagnostic("include-language", message, span, "include one in the same language"))
        root = self._into(root, other, above)
        folder = Path(name).parent
        return root if folder == Path() else _moved(root, folder)

    def _chosen(self, nodes: list[Node], names: tuple[str, ...], node: Mapping, field: str) -> list[Node]:
        if not names:
            return nodes
        known = {identifier: each for each in nodes if (identifier := text_at(each, "id"))}
        listed = node.entries[field]
        for name, place in zip(names, listed.items if isinstance(listed, Sequence) else (), strict=False):
            if name not in known:
                message = f"{text_at(node, INCLUDE)} has no {field.removesuffix('s')} `{name}`"
                self._diagnostics.append(Diagnostic("unknown-name", message, place.span, did_you_mean(name, known)))
        return [known[name] for name in names if name in known]

    def _with_what_it_needs(self, root: Mapping, other: Mapping) -> Mapping:
        """The outline with the other's lists, facts and sources; what is there under that name must be the same."""
        entries, keys = dict(root.entries), dict(root.keys)
        for kind in _ABOVE:
            theirs, own = other.entries.get(kind), entries.get(kind)
            if not isinstance(theirs, Mapping):
                continue
            mine = own if isinstance(own, Mapping) else Mapping(theirs.span)
            for name, value in theirs.entries.items():
                if name in mine.entries and plain(mine.entries[name]) != plain(value):
                    message = f"`{name}` means one thing here and another in {mine.keys[name].path}"
                    hint = "call one of the two otherwise"
                    self._diagnostics.append(Diagnostic("include-clash", message, theirs.keys[name], hint))
            entries[kind] = replace(mine, entries=theirs.entries | mine.entries, keys=theirs.keys | mine.keys)
            keys.setdefault(kind, theirs.span)
        return replace(root, entries=entries, keys=keys)


def _includes(node: Node) -> bool:
    return isinstance(node, Mapping) and INCLUDE in node.entries


def _moved(node: Node, folder: Path, name: str = "") -> Any:
    """The node, in which paths of files begin with the folder."""
    match node:
        case Scalar(value=str() as path) if name in _FILES and not _is_elsewhere(path):
            return replace(node, value=(folder / path).as_posix())
        case Mapping():
            return replace(node, entries={each: _moved(value, folder, each) for each, value in node.entries.items()})
        case Sequence():
            return replace(node, items=[_moved(each, folder) for each in node.items])
    return node


def _is_elsewhere(path: str) -> bool:
    return Path(path).is_absolute() or path.lower().startswith(("http://", "https://"))
