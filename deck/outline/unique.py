"""What tells things apart: ids of slides and sections, ids among neighbours, and titles, which may repeat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as ByName
from dataclasses import replace

from deck.ground.diagnostics import Diagnostic, Span
from deck.model.presentation import Fact, Section, Slide
from deck.model.text import FIELD
from deck.nodes import Mapping, Node, Scalar, Sequence
from deck.outline import tree


def repeated_ids(root: Node) -> Iterator[Diagnostic]:
    """Sections of one id, and slides of one id."""
    yield from _repeated(tree.sections(root), "section")
    yield from _repeated(tree.slides(root), "slide")


def repeated_part_ids(content: Mapping | Sequence) -> list[Diagnostic]:
    """Parts of one id beside each other, anywhere in a slide's content."""
    found: list[Diagnostic] = []
    for node in content.entries.values() if isinstance(content, Mapping) else content.items:
        if isinstance(node, Scalar):
            continue
        if isinstance(node, Sequence):
            found += _repeated(node.items, "part")
            found += repeated_part_ids(node)
        elif isinstance(node, Mapping):
            found += repeated_part_ids(node)
    return found


def numbered(sections: Iterable[Section], values: ByName[str, Fact]) -> list[Section]:
    """The sections, whose slides know the how-manyth of their title each is, once the values are filled in.

    One with a subtitle is told apart by that; and no number is taken that makes a title which stands elsewhere.
    """
    sections = list(sections)
    titles = {slide.id: _title(slide, values) for section in sections for slide in section.slides}
    written, turns = set(titles.values()), dict[str, int]()

    def counted(slide: Slide) -> Slide:
        title = titles[slide.id]
        if slide.content.told_apart(1) is not slide.content:
            return slide
        turn = turns.get(title, 0) + 1
        while turn > 1 and f"{title} ({turn})" in written:
            turn += 1
        turns[title] = turn
        return slide if slide.turn == turn else replace(slide, turn=turn)

    return [replace(section, slides=tuple(map(counted, section.slides))) for section in sections]


def _title(slide: Slide, values: ByName[str, Fact]) -> str:
    title = FIELD.sub(lambda match: _shown(match[1].strip(), values), slide.content.title.plain)
    return " ".join(title.casefold().split())


def _shown(name: str, values: ByName[str, Fact]) -> str:
    return str(values[name].value) if name in values else name


def _repeated(parts: Iterable[Node], kind: str) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for part in parts:
        identifier = part.entries.get("id") if isinstance(part, Mapping) else None
        if not isinstance(identifier, Scalar) or not isinstance(identifier.value, str):
            continue
        first = seen.setdefault(identifier.value, identifier.span)
        if first is not identifier.span:
            there = f" of {first.path}" if first.path != identifier.span.path else ""
            message = f"another {kind} has the id `{identifier.value}` already, in line {first.line}{there}"
            yield Diagnostic("duplicate-id", message, identifier.span, "give this one an id of its own")
