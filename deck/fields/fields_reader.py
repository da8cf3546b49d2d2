"""A node of a file → the fields that a class declares, or everything that is wrong with them, in one run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar

from deck import nodes
from deck.fields.findings import Finding, MistakenError, Noticed, NotTextError
from deck.fields.mistakes import Place
from deck.fields.ungathered import ungathered
from deck.ground.diagnostics import Diagnostic, Span, has_errors
from deck.model.content import Code, Tex
from deck.model.declarations import Kind, declared
from deck.model.fields import Fields
from deck.model.rules import Bare, Limits, NamedBy, Pattern, Size
from deck.model.text import Text
from deck.nodes import Node, Scalar

AnyFields = TypeVar("AnyFields", bound=Fields)
AnyRule = TypeVar("AnyRule", Bare, Limits, NamedBy, Pattern, Size)
Readers: TypeAlias = Mapping[Any, Callable[[object], Any]]
"""How values of further types are read: from a plain value, or else from the node of a list or of fields.

Each raises MistakenError, or NotTextError where text is wanted and there is none; what it warns of comes as Noticed.
"""

_NUMBERS = (int, float, Decimal)


class FieldsReader:
    """Reads fields of the file whose text is `text`; what is wrong with them is added to `diagnostics`."""

    def __init__(self, text: str, readers: Readers, diagnostics: list[Diagnostic]) -> None:
        self._text, self._readers, self._diagnostics = text, readers, diagnostics
        self.texts: dict[str, str] = {}
        """What stands in other files from which fields are read, too, by their paths."""

    def read(self, model: type[AnyFields], node: Node, others: Collection[str] = ()) -> AnyFields | None:
        """The fields, None where any is wrong. `others` are names that may stand there, too, and are read elsewhere."""
        return self._fields(model, Place(node), others)

    def _fields(self, model: type[AnyFields], place: Place, others: Collection[str] = ()) -> AnyFields | None:
        before = len(diagnostics := self._diagnostics)
        if not isinstance(place.node, nodes.Mapping):
            self._note(place.no_fields(model, self._text_of(place.node.span)))
            return None
        fields, entries = declared(model), place.node.entries
        values = {}
        unread = False
        known = entries.keys() <= fields.keys()
        unknown = [] if known else [name for name in entries if name not in fields and name not in others]
        lists = [name for name, field in fields.items() if field.kind.type is tuple] if unknown else []
        # What stands there by a wrong name is not missing besides.
        meant = {place.meant(name, (*fields, *others), lists) for name in unknown} if unknown else set()
        if unknown and (belongs := ungathered(place, fields, unknown)):
            self._note(belongs.mistake)
            unknown = [name for name in unknown if name not in belongs.names]
            meant.add(belongs.field)
        for name, field in fields.items():
            if (node := entries.get(name)) is not None:
                value = self._flawless(field.kind, node)
                if value is None:
                    value = self._value(field.kind, place.below(name, fields, needed=field.required))
                    unread = unread or isinstance(node, nodes.Unread)
                values[name] = value
            elif field.required and name not in meant:
                self._note(place.missing(name, model))
        for name in unknown:
            key = place.node.keys[name]
            line = self._text_of(key).split("\n")[key.line - 1 :][:1]
            if mistake := place.unknown(name, (*fields, *others), lists, "".join(line)):
                self._note(mistake)
        # What a value could not be had from may be told elsewhere, once for all that needs it.
        if unread or (len(diagnostics) > before and has_errors(diagnostics[before:])):
            return None
        made = model(**values)
        for found in made.mistakes():
            diagnostics.append(replace(found, span=nodes.span_of(place.node, found.field or ""), field=None))
        return None if len(diagnostics) > before and has_errors(diagnostics[before:]) else made

    def _flawless(self, kind: Kind, node: Node) -> Any:
        """The value, if it is a text with which nothing is wrong, as most are; None of any other."""
        if not isinstance(node, Scalar) or not isinstance(value := node.value, str):
            return None
        if kind.type is str:
            return value if _keeps(value, kind.rules) else None
        if kind.type is not Text or (read := self._readers.get(Text)) is None:
            return None
        try:
            made = read(value)
        except (MistakenError, NotTextError):
            return None
        return None if isinstance(made, Noticed) else made

    def _value(self, kind: Kind, place: Place) -> Any:
        """The value, None where it is wrong or nothing."""
        node = place.node
        # First, as most values that are no texts are parts with their fields: nothing of what follows is asked of them.
        if kind.fields is not None and isinstance(node, nodes.Mapping):
            return self._fields(kind.fields, place)
        if isinstance(node, nodes.Unread):
            self._diagnostics += node.diagnostics
            return None
        value = node.value if isinstance(node, Scalar) else node
        if kind.type is Any:
            return node
        if value is None and kind.optional:
            return None
        if kind.type is tuple:
            return self._list(kind, place)
        if kind.type is dict:
            return self._by_name(kind, place)
        if kind.fields is not None:
            return self._fields(kind.fields, _unfolded(kind, place))
        if kind.type is Code and isinstance(node, Scalar):
            if place.joins_lines(self._text_of(node.span)):
                return self._note(place.lines_joined())
            value = node.exact or value
        if kind.type is Tex and (escape := place.escape(self._text_of(node.span))):
            return self._note(place.escaped(escape))
        if read := self._readers.get(kind.type):
            return self._by(read, value, place)
        if (choices := kind.choices) is not None:
            # To Python, 1 is True.
            chosen = any(value == each and isinstance(value, type(each)) for each in choices)
            return value if chosen else self._note(place.no_choice(choices))
        if kind.type is bool:
            return value if isinstance(value, bool) else self._note(place.no_truth_value())
        if kind.type in _NUMBERS:
            return self._number(kind, value, place)
        return self._text_value(kind, value, place)

    def _list(self, kind: Kind, place: Place) -> Any:
        if not isinstance(place.node, nodes.Sequence):
            return self._note(place.no_list(kind.within[0].fields, self._text_of(place.node.span)))
        number = len(place.node.items)
        for size in _rules(kind, Size):
            if number < size.least:
                self._note(place.too_few(size))
            elif size.most is not None and number > size.most:
                self._note(place.too_many(size))
        values, of_entries = [], kind.within[0]
        for entry in place.entries():
            value = self._value(of_entries, entry)
            # What could not be had is none of them: it may be told without being wrong.
            if not isinstance(entry.node, nodes.Unread):
                values.append(value)
        return tuple(values)

    def _by_name(self, kind: Kind, place: Place) -> Any:
        if not isinstance(place.node, nodes.Mapping):
            return self._note(place.no_names(*_rules(kind, NamedBy)))
        names, values = kind.within
        return {
            self._value(names, Place(Scalar(span, name))): self._value(values, _nothing_if_blank(place.below(name)))
            for name, span in place.node.keys.items()
        }

    def _by(self, read: Callable[[Any], Any], value: object, place: Place) -> Any:
        try:
            made = read(value)
        except MistakenError as error:
            made = Noticed(None, error.findings)
        except NotTextError:
            return self._note(place.no_text())
        if not isinstance(made, Noticed):
            return made
        text = self._text_of(place.node.span)
        self._diagnostics += (_placed(finding, place.node, text) for finding in made.findings)
        return made.value

    def _number(self, kind: Kind, value: object, place: Place) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            return self._note(place.no_number())
        if kind.type is int and value != int(value):
            return self._note(place.not_whole())
        if any(not limits.hold(value) for limits in _rules(kind, Limits)):
            return self._note(place.beyond(*_rules(kind, Limits)))
        return kind.type(value)

    def _text_value(self, kind: Kind, value: object, place: Place) -> Any:
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if is_whole and any(each.numbers for each in _rules(kind, Pattern)):
            value = str(value)
        if not isinstance(value, str):
            return self._note(place.no_text())
        for pattern in _rules(kind, Pattern):
            if not pattern.matches(value):
                return self._note(place.not_matching(pattern))
        for size in _rules(kind, Size):
            if not size.holds(len(value)):
                return self._note(place.wrong_length(size))
        return value

    def _text_of(self, span: Span) -> str:
        return self.texts.get(span.path, self._text)

    def _note(self, diagnostic: Diagnostic) -> Any:
        """Notes a mistake; None, in place of a value."""
        self._diagnostics.append(diagnostic)


def _rules(kind: Kind, rule: type[AnyRule]) -> Iterator[AnyRule]:
    return (each for each in kind.rules if isinstance(each, rule))


def _keeps(text: str, rules: Iterable[object]) -> bool:
    """Whether a text is as these rules want it."""
    for rule in rules:
        if isinstance(rule, Pattern):
            if not rule.matches(text):
                return False
        elif isinstance(rule, Size) and not rule.holds(len(text)):
            return False
    return True


def _unfolded(kind: Kind, place: Place) -> Place:
    """A bare value as the fields for which it stands."""
    node = place.node
    if isinstance(node, nodes.Mapping):
        return place
    for bare in _rules(kind, Bare):
        if not isinstance(node, nodes.Mapping):
            node = nodes.Mapping(node.span, {bare.field: node}, {bare.field: place.key or node.span})
    return place if node is place.node else replace(place, node=node)


def _nothing_if_blank(place: Place) -> Place:
    """Among values by name, a blank text is no value: a table's cell may be empty."""
    node = place.node
    blank = isinstance(node, Scalar) and isinstance(node.value, str) and not node.value.strip()
    return replace(place, node=replace(node, value=None)) if blank and isinstance(node, Scalar) else place


def _placed(finding: Finding, node: Node, text: str) -> Diagnostic:
    """A finding at its place in the file's text: at its excerpt, or else where the value stands."""
    span = node.span
    if finding.excerpt and isinstance(node, Scalar):
        at = text.find(finding.excerpt, node.start, node.end)
        for _ in range(finding.nth if at >= 0 else 0):
            later = text.find(finding.excerpt, at + len(finding.excerpt), node.end)
            at = later if later >= 0 else at
        if at >= 0:
            line = text.count("\n", 0, at) + 1
            column = at - text.rfind("\n", 0, at)
            span = Span(span.path, line, column, column + len(finding.excerpt))
    return Diagnostic(finding.code, finding.message, span, finding.hint, finding.severity)
