"""What is wrong with a field, in plain words, at its place in the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from deck.diagnostics import Diagnostic, Span, did_you_mean
from deck.model.content import IDENTIFIER, Fields
from deck.model.rules import Limits, Pattern, Size
from deck.outline.descriptions import descriptions
from deck.outline.nodes import Mapping, Node, Scalar, Sequence, child
from deck.outline.scalars import resolve
from deck.outline.slug import slug

_NAMING = ("heading", "title", "label", "text", "name", "value")
_EXAMPLES = {"layout": "bullets", "file": "images/picture.png", "language": "en", "theme": "alliance"}


@dataclass(frozen=True, slots=True)
class Place:
    """A value of a file. Each method is one mistake that it may be.

    `name` is its field's, or that of the list in which it is an `entry`; `key` is where its own name stands.
    """

    node: Node
    name: str = ""
    key: Span | None = None
    entry: bool = False

    def below(self, name: str) -> Place:
        """The place of a field of this mapping."""
        assert isinstance(self.node, Mapping)
        return Place(self.node.entries[name], name, self.node.keys[name])

    def entries(self) -> Iterable[Place]:
        """The places of this list's entries."""
        assert isinstance(self.node, Sequence)
        return (Place(item, self.name, entry=True) for item in self.node.items)

    def no_text(self) -> Diagnostic:
        return self._of_another_kind("text is wanted here", self._text_hint())

    def no_fields(self) -> Diagnostic:
        return self._of_another_kind("fields (`name: value`) are wanted here", self._fields_hint())

    def no_list(self) -> Diagnostic:
        return self._of_another_kind("a list is wanted here", "write each entry on a line that begins with `- `")

    def no_number(self) -> Diagnostic:
        hint = "write it in digits, such as 5 or 2.5"
        match self.node:
            case Scalar(value=str() as text) if isinstance(resolve(text), int | Decimal) and text[-1:].isdigit():
                hint = "take its quotation marks away"
        return self._of_another_kind("a number is wanted here", hint)

    def no_truth_value(self) -> Diagnostic:
        return self._of_another_kind("`true` or `false` is wanted here")

    def no_choice(self, choices: Iterable[str]) -> Diagnostic:
        value = self.node.value if isinstance(self.node, Scalar) else ""
        hint = did_you_mean(str(value), choices)
        return self._wrong("invalid-value", f"`{self.name}` cannot be {self._given()}", hint)

    def not_matching(self, pattern: Pattern) -> Diagnostic:
        """A text that is written otherwise."""
        assert isinstance(self.node, Scalar)
        value = self.node.value
        if pattern != IDENTIFIER:
            return self._wrong("invalid-value", f"`{value}` is not {pattern.words}")
        is_id = self.name == "id"
        message = f"the {'id' if is_id else 'name'} `{value}` is not {pattern.words}"
        return self._wrong("invalid-id", message, f"write `{f'id: {slug(value)}' if is_id else f'{slug(value)}: …'}`")

    def beyond(self, limits: Limits) -> Diagnostic:
        """A number outside these limits."""
        assert isinstance(self.node, Scalar)
        if limits.most is not None and self.node.value > limits.most:
            wanted = f"at most {limits.most:g}"
        else:
            wanted = f"at least {limits.least:g}" if limits.above is None else f"more than {limits.above:g}"
        return self._wrong("invalid-value", f"{wanted} is wanted here")

    def not_whole(self) -> Diagnostic:
        return self._wrong("invalid-value", "a whole number is wanted here")

    def wrong_length(self, size: Size) -> Diagnostic:
        """A text of more or fewer characters."""
        characters = "one character" if size.most == 1 else f"at most {size.most} characters"
        return self._wrong("invalid-value", f"`{self.name}` takes {characters}, not {self._given()}")

    def too_few(self, size: Size) -> Diagnostic:
        return self._wrong("too-few", f"`{self.name}` has {self._count()}; at least {size.least} must be there")

    def too_many(self, size: Size) -> Diagnostic:
        message = f"`{self.name}` has {self._count()}; at most {size.most} are shown"
        return self._wrong("too-many", message, "put the others on another slide")

    def missing(self, name: str, model: type[Fields]) -> Diagnostic:
        """A field that these fields lack."""
        if name == "id":
            hint = f"add `id: {_suggested_id(self.node)}`"
        else:
            hint = f"add `{name}: {_EXAMPLES.get(name, '…')}`"
            if about := descriptions(model).get(name):
                hint += f": {about[0].lower()}{about[1:].rstrip('.')}"
        return Diagnostic("missing-field", f"`{name}` is missing", self.key or self._first_name(), hint)

    def unknown(self, name: str, known: Iterable[str]) -> Diagnostic:
        """A field of these that means nothing."""
        place = self.below(name).key
        return Diagnostic("unknown-field", f"there is no field `{name}` here", place, did_you_mean(name, known))

    def _of_another_kind(self, wanted: str, hint: str | None = None) -> Diagnostic:
        return self._wrong("wrong-type", f"{wanted}, not {self._given()}", hint)

    def _wrong(self, code: str, message: str, hint: str | None = None) -> Diagnostic:
        if isinstance(self.node, Scalar) and self.node.value in (None, ""):
            what = f"`{self.name}`" if self.key else "this entry"
            hint = "write something after it, or take it out"
            return Diagnostic("empty-field", f"{what} is empty", self.key or self.node.span, hint)
        return Diagnostic(code, message, self.node.span, hint)

    def _first_name(self) -> Span:
        keys = self.node.keys if isinstance(self.node, Mapping) else {}
        return min(keys.values(), key=lambda span: (span.line, span.column), default=self.node.span)

    def _given(self) -> str:
        match self.node:
            case Sequence():
                return "a list"
            case Mapping():
                return "fields"
            case Scalar(value=str() as text):
                return f"“{_short(text)}”"
            case Scalar(value=bool() as value):
                return f"`{str(value).lower()}`"
            case Scalar(value=None):
                return "nothing"
        return f"`{self.node.value}`"

    def _count(self) -> str:
        number = len(self.node.items) if isinstance(self.node, Sequence) else 0
        return "one entry" if number == 1 else f"{number} entries" if number else "no entries"

    def _text_hint(self) -> str | None:
        match self.node:
            case Mapping(flow=True, entries=entries) if len(entries) == 1:
                return f'a text that begins with a brace needs quotation marks: "{{{next(iter(entries))}}} …"'
            case Mapping(entries=entries) if len(entries) == 1:
                return "a text that holds a colon and a space needs quotation marks"
            case Scalar(value=bool() as value):
                return f'if the word is meant, write "{str(value).lower()}" with quotation marks'
            case Scalar():
                return "put it in quotation marks"
        return None

    def _fields_hint(self) -> str | None:
        """For an entry that is only a text, what it looks like as a part with an id."""
        if self.entry and isinstance(self.node, Scalar) and isinstance(words := self.node.value, str):
            return f"write `- {{id: {slug(words)}, text: {_short(words)}}}`"
        return None


def _suggested_id(node: Node) -> str:
    """An id from what the part says."""
    for name in _NAMING:
        found = child(node, name)
        if isinstance(found, Scalar) and found.value is not None:
            return slug(str(getattr(found.value, "plain", found.value)))
    return "name"


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39].rstrip() + "…"
