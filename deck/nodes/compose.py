"""The text of a YAML file → nodes, with everything wrong about its writing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any, NoReturn

import yaml

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Span
from deck.ground.files import CONTROL, control_characters
from deck.ground.late_pattern import late_pattern
from deck.nodes.node import Mapping, Node, Scalar, Sequence
from deck.nodes.scalars import resolve

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 64
_MOST_BY_ALIAS = 100_000
_CORE = "tag:yaml.org,2002:"
_NO_TAGS = (None, *(_CORE + kind for kind in ("int", "float", "bool", "null", "map", "seq")))
_COMMENT = late_pattern(r"\s+(#(?:[^\s#!]\S*|[ \t]+\d[\d.,]*(?![\w.)])))")
"""A comment that hardly is one: a word with a sign before it, or a number."""


def compose(text: str, path: str) -> tuple[Node | None, list[Diagnostic]]:
    """The file's one value, None where there is none, and what is wrong with how it is written.

    A mistake in the syntax ends the reading; all others are collected.
    """
    root, diagnostics, _ = compose_whole(text, path)
    return root, diagnostics


def compose_whole(text: str, path: str) -> tuple[Node | None, list[Diagnostic], bool]:
    """As `compose`, and whether anything in the file hangs on another place in it, as by an anchor."""
    diagnostics = list(control_characters(text, path))
    composer = _Composer(path, text := CONTROL.sub(" ", text))
    root = None
    try:
        composer.run(yaml.parse(text, Loader=_LOADER))
        root = composer.root
    except yaml.YAMLError as error:
        from deck.nodes.syntax import explain

        composer.diagnostics = explain(error, text, path, composer.diagnostics)
    except _StopError:
        pass
    return root, diagnostics + composer.diagnostics, composer.hangs_together


def compose_alone(text: str, path: str, *, depth: int, line: int, index: int) -> Mapping | None:
    """The one entry of a list, of fields on lines of their own, that is this text from there on in a file.

    It stands so deep in it; lines and characters count from 0. None where it is anything else, hangs on what stands
    elsewhere, or something is to be said of it.
    """
    composer = _Composer(path, text, depth, line, index)
    try:
        composer.run(yaml.parse(text, Loader=_LOADER))
    except (yaml.YAMLError, _StopError):
        return None
    match composer.root:
        case Sequence(items=[Mapping(flow=False) as entry]):
            wrong = composer.diagnostics or composer.hangs_together or CONTROL.search(text)
            return None if wrong else entry
    return None


class _StopError(Exception):
    """What was read makes no sense of what follows."""


@dataclass(slots=True)
class _Open:
    """A list or a mapping that is not read to its end; `key` awaits its value, `merged` are its `<<`."""

    node: Mapping | Sequence
    anchor: str | None
    key: tuple[str, Span] | None = None
    merged: list[tuple[Span, Node]] = field(default_factory=list)


class _Composer:
    """Gathers the parser's events into nodes; of a text that stands so `deep` in a file, from there on."""

    def __init__(self, path: str, text: str, deep: int = 0, line: int = 0, index: int = 0) -> None:
        self.path = path
        self.deep, self.line, self.index = deep, line, index
        self.hangs_together = False
        self.text = text
        self.lines = text.split("\n")
        self.root: Node | None = None
        self.diagnostics: list[Diagnostic] = []
        self.open: list[_Open] = []
        self.anchors: dict[str, Node] = {}
        self.aliased = 0
        self.documents = 0

    def run(self, events: Iterator[Any]) -> None:
        takes = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.begin,
            yaml.SequenceStartEvent: self.begin,
            yaml.MappingEndEvent: self.end,
            yaml.SequenceEndEvent: self.end,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document,
        }
        for event in events:
            if take := takes.get(type(event)):
                take(event)

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents == 2:
            hint = "keep all of it in one, without a line `---` between"
            self.stop("yaml-documents", "a second YAML document begins here", self.span(event), hint)

    def begin(self, event: Any) -> None:
        span = self.span(event)
        if self.deep + len(self.open) >= _DEEPEST:
            self.stop("yaml-nesting", f"more than {_DEEPEST} values stand inside one another here", span)
        if self.awaits_key():
            hint = "a field's name is a word; a text that begins with { or [ needs quotation marks"
            self.stop("yaml-key", "a list or a group of fields cannot be a field's name", span, hint)
        self.check_tag(event, span)
        flow = bool(event.flow_style)
        node = Mapping(span, flow=flow) if isinstance(event, yaml.MappingStartEvent) else Sequence(span, flow=flow)
        self.hangs_together = self.hangs_together or event.anchor is not None
        self.open.append(_Open(node, event.anchor))

    def end(self, _: Any) -> None:
        done = self.open.pop()
        for span, other in done.merged:
            self.merge(done.node, span, other)
        if done.anchor:
            self.anchors[done.anchor] = done.node
        self.add(done.node)

    def scalar(self, event: Any) -> None:
        span = self.span(event)
        above = self.open[-1] if self.open else None
        if above is not None and above.key is None and isinstance(above.node, Mapping):
            above.key = (event.value, span)
            return
        start, end, style, written = event.start_mark, event.end_mark, event.style, event.value
        if event.tag is None:
            is_text = not event.implicit[0]
        else:
            is_text = event.tag in ("!", _CORE + "str")
            if not is_text:
                self.check_tag(event, span)
        # Most texts end where their line does.
        more = end.line < len(self.lines) and end.column < len(self.lines[end.line])
        if not style and (more or end.line > start.line):
            self.check_plain(written, start, end, span)
        value = written if is_text else resolve(written)
        over_lines = end.line > start.line and style != "|"
        if over_lines and isinstance(value, str) and ("\n" in value.strip() or not value.isascii()):
            from deck.nodes.folding import folded

            value = folded(value, self.text[start.index : end.index])
        if style == '"':
            value = self.escaped(value, start, end, span)
        exact = written if isinstance(value, str) and value != written else None
        at = self.index
        node = Scalar(span, value, start.index + at, end.index + at, 1, style == "|", exact)
        if start.index >= len(self.text):
            # Nothing, after a `?`: it stands where the next thing does.
            self.hangs_together = True
        if event.anchor:
            self.hangs_together = True
            self.anchors[event.anchor] = node
        self.add(node)

    def escaped(self, value: Any, start: Any, end: Any, span: Span) -> Any:
        """The value of a text between double quotation marks, without what its escapes bring in that has no place."""
        source = self.text[start.index : end.index]
        if "\\" in source:
            from deck.nodes.backslashes import paths

            self.diagnostics += paths(self.path, source, start.line, start.column)
        if isinstance(value, str) and (wrong := CONTROL.search(value)):
            # What stands in the file itself is reported and gone by now.
            message = f"the character U+{ord(wrong[0]):04X} has no place in a text"
            self.diagnostics.append(Diagnostic("control-character", message, span, "take its escape out"))
            value = CONTROL.sub(" ", value)
        return value

    def check_plain(self, written: str, start: Any, end: Any, span: Span) -> None:
        """A text without quotation marks that ends before all of it was read, or took in what is no part of it."""
        words = self.lines[end.line] if end.line < len(self.lines) else ""
        flow = bool(self.open) and self.open[-1].node.flow
        if end.line > start.line:
            from deck.nodes.misread import entries_taken_in

            self.diagnostics += entries_taken_in(self.path, self.lines, start.line, end.line)
        elif flow and words[end.column :].startswith(","):
            from deck.nodes.misread import torn_at_comma, torn_quotation

            before, after = words[: start.column], words[end.column :]
            self.diagnostics += torn_quotation(written, after, span)
            if isinstance(self.open[-1].node, Sequence):
                self.diagnostics += torn_at_comma(before, written, after, span)
        if comment := _COMMENT.match(words, end.column):
            from deck.nodes.misread import comment_in_text

            self.diagnostics.append(comment_in_text(self.path, words, comment, end.line, flow=flow))

    def alias(self, event: Any) -> None:
        span = self.span(event)
        if self.awaits_key():
            self.stop("yaml-key", "an alias cannot be a field's name", span, "put the text in quotation marks")
        node = self.anchors.get(event.anchor)
        if node is None:
            itself = any(event.anchor == above.anchor for above in self.open)
            message = f"`*{event.anchor}` leads " + ("to itself" if itself else "nowhere")
            hint = "a text that begins with * needs quotation marks"
            self.diagnostics.append(Diagnostic("yaml-alias", message, span, hint))
            node = Scalar(span, event.anchor)
        self.aliased += node.size
        if self.aliased > _MOST_BY_ALIAS:
            self.stop("yaml-alias", "aliases repeat too much here", span)
        self.add(node)

    def add(self, node: Node) -> None:
        """Put a finished value where it belongs."""
        if not self.open:
            self.root = node
            return
        above = self.open[-1]
        above.node.size += node.size
        if isinstance(above.node, Sequence):
            above.node.items.append(node)
            return
        assert above.key is not None
        name, span = above.key
        above.key = None
        if name == "<<":
            above.merged.append((span, node))
        elif name in above.node.entries:
            if above.node.flow and name.isdigit() and isinstance(node, Scalar) and node.value is None:
                return  # Another piece of a number that commas have torn: `50,000,000`.
            message = f"`{name}` stands here twice, first in line {above.node.keys[name].line}"
            self.diagnostics.append(Diagnostic("duplicate-key", message, span, "keep one of the two"))
        else:
            above.node.entries[name] = node
            above.node.keys[name] = span

    def merge(self, into: Node, span: Span, node: Node) -> None:
        """Add the fields of a merged mapping, or of a list of them, that are not written themselves."""
        others = node.items if isinstance(node, Sequence) else [node]
        for other in others:
            if not (isinstance(other, Mapping) and isinstance(into, Mapping)):
                hint = "write `<<: *name`, where `&name` marks a group of fields"
                self.diagnostics.append(
                    Diagnostic("wrong-type", "`<<` takes in fields, and these are none", span, hint)
                )
                continue
            for name, value in other.entries.items():
                if name not in into.entries:
                    into.entries[name] = value
                    into.keys[name] = other.keys[name]

    def awaits_key(self) -> bool:
        if not self.open:
            return False
        above = self.open[-1]
        return above.key is None and isinstance(above.node, Mapping)

    def check_tag(self, event: Any, span: Span) -> None:
        if event.tag not in _NO_TAGS:
            tag = "!!" + event.tag.removeprefix(_CORE) if event.tag.startswith(_CORE) else event.tag
            hint = "a text that begins with ! needs quotation marks"
            self.diagnostics.append(Diagnostic("yaml-tag", f"the tag `{tag}` means nothing here", span, hint))

    def stop(self, code: str, message: str, span: Span, hint: str | None = None) -> NoReturn:
        self.diagnostics.append(Diagnostic(code, message, span, hint))
        raise _StopError

    def span(self, event: Any) -> Span:
        """Where an event's text stands on its first line; for a folded or literal text, the line under the sign."""
        start, end = event.start_mark, event.end_mark
        line, column, end_line = start.line, start.column, end.line
        if end_line == line:
            return Span(self.path, self.line + line + 1, column + 1, end.column + 1)
        if getattr(event, "style", None) in ("|", ">"):
            # What ends at a line's start ends with the line before it.
            within = range(line + 1, min(end_line + (end.column > 0), len(self.lines)))
            first = next((n for n in within if self.lines[n].strip()), line)
            if first > line:
                text = self.lines[first]
                indent, until = len(text) - len(text.lstrip()), len(text.rstrip())
                return Span(self.path, self.line + first + 1, indent + 1, until + 1)
        text = self.lines[line] if line < len(self.lines) else ""
        return Span(self.path, self.line + line + 1, column + 1, max(len(text.rstrip()), column) + 1)
