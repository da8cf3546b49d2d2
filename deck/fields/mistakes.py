"""What is wrong with a field, in plain words, at its place in the file."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from decimal import Decimal

from deck.fields.descriptions import descriptions
from deck.fields.forms import NAMING, by_names, counted, ids_of, needless_sign, suggested_id
from deck.fields.guesses import guessed, meant_choice
from deck.fields.pairs import SHOWN, pair_hint, quoted
from deck.fields.slug import slug, written
from deck.fields.torn import number_at, torn_number, torn_off
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Span, did_you_mean, nearest, shortened
from deck.ground.late_pattern import late_pattern
from deck.model.declarations import Kind, declared
from deck.model.fields import IDENTIFIER, Fields, Part
from deck.model.rules import Limits, NamedBy, Pattern, Size
from deck.model.text import Text
from deck.nodes import Mapping, Node, Scalar, Sequence
from deck.nodes.scalars import resolve

_ANCHOR = late_pattern(r"\A(?:[&!]\S*\s+)+")
_ESCAPE = late_pattern(r"\\(?:[nt](?=[A-Za-z])|[0abvfreNLPxuU_])")
"""What YAML reads as one sign between double quotation marks."""
_TRUTH = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
_EXAMPLES = {"layout": "bullets", "file": "images/picture.png", "language": "en", "theme": "alliance"}


@dataclass(slots=True)
class Place:
    """A value of a file. Each method is one mistake that it may be.

    `name` is its field's, or that of the list in which it is an `entry`; `key` is where its own name stands. What is
    `needed` cannot be left out. `one` is the field beside it that has a single one of its values: `value` of `values`.
    `within` is the place of the fields in which it stands.
    """

    node: Node
    name: str = ""
    key: Span | None = None
    entry: bool = False
    needed: bool = False
    one: str = ""
    within: Place | None = None

    def below(self, name: str, known: Collection[str] = (), *, needed: bool = False) -> Place:
        """The place of a field of this mapping, which has the fields `known`."""
        assert isinstance(self.node, Mapping)
        one = name[:-1] if name[:-1] in known else ""
        return Place(self.node.entries[name], name, self.node.keys[name], needed=needed, one=one, within=self)

    def entries(self) -> Iterable[Place]:
        """The places of this list's entries."""
        assert isinstance(self.node, Sequence)
        return (Place(item, self.name, entry=True, within=self.within) for item in self.node.items)

    def no_text(self) -> Diagnostic:
        if isinstance(self.node, Scalar) and isinstance(self.node.value, str) and self.node.value.isspace():
            what = f"`{self.name}`" if self.key else "this entry"
            hint = "write something: it cannot be left out" if self.needed else "write something, or take it out"
            return Diagnostic("empty-field", f"{what} is blank", self.node.span, hint)
        return self._of_another_kind("text is wanted here", self._text_hint())

    def no_fields(self, model: type[Fields] | None = None, text: str = "") -> Diagnostic:
        """Something else than fields, in this file's text: than those of `model`, where it is known which."""
        hint = needless_sign(self.node, "" if self.entry else self.name, text, entries=False)
        hint = hint or (self._fields_hint(model) if model else None)
        return self._of_another_kind("fields (`name: value`) are wanted here", hint)

    def no_list(self, model: type[Fields] | None = None, text: str = "") -> Diagnostic:
        """Something else than a list, in this file's text: than one of the fields of `model`, where it is of fields."""
        hint = pair_hint(self.node, declared(model)) if model else None
        hint = needless_sign(self.node, self.name, text, entries=True) or hint
        return self._of_another_kind(
            "a list is wanted here", hint or "write each entry on a line that begins with `- `"
        )

    def no_names(self, named_by: NamedBy | None = None) -> Diagnostic:
        """Something else than values by their names, which are those of these parts."""
        given = self.node.items if isinstance(self.node, Sequence) else ()
        paired = by_names(self.names_by(named_by), given) if len(given) > 1 else None
        match self.node:
            case Sequence() if paired:
                hint = f"write each with its name, as `{self.name}: {paired}`"
            case Sequence(items=[Scalar(value=value)]):
                hint = f"write `{self.one}: {value}`" if self.one else f"write `{self.name}: {{name: {value}}}`"
            case Sequence(items=[Scalar(value=first), *_]):
                hint = f"write each with its name, as `{self.name}: {{name: {first}, …}}`"
            case _:
                hint = f"write each with its name: `{self.name}: {{name: …}}`"
        return self._of_another_kind("fields (`name: value`) are wanted here", hint)

    def no_number(self) -> Diagnostic:
        hint = "write it in digits, such as 5 or 2.5"
        match self.node:
            case Scalar(value=str() as text) if isinstance(resolve(text), int | Decimal) and text[-1:].isdigit():
                hint = "take its quotation marks away"
        return self._of_another_kind("a number is wanted here", hint)

    def no_truth_value(self) -> Diagnostic:
        hint = "write `true` or `false`"
        match self.node:
            case Scalar(value=str() as text) if isinstance(resolve(text), bool):
                hint = "take its quotation marks off"
            case Scalar(value=str() as text) if text.casefold() in _TRUTH:
                hint = f"write `{_TRUTH[text.casefold()]}`"
        return self._of_another_kind("`true` or `false` is wanted here", hint)

    def no_choice(self, choices: Iterable[str | bool]) -> Diagnostic:
        value = self.node.value if isinstance(self.node, Scalar) else ""
        known = [each if isinstance(each, str) else str(each).lower() for each in choices]
        meant = meant_choice(str(value), known)
        hint = f"did you mean `{meant}`?" if meant else did_you_mean(str(value), known)
        return self._wrong("invalid-value", f"`{self.name}` cannot be {self._given()}", hint)

    def not_matching(self, pattern: Pattern) -> Diagnostic:
        """A text that is written otherwise."""
        assert isinstance(self.node, Scalar)
        value = str(self.node.value)
        if pattern != IDENTIFIER:
            hint = pattern.meant(value) if pattern.meant else None
            return self._wrong("invalid-value", f"`{value}` is not {pattern.words}", hint)
        is_id = self.name == "id"
        message = f"the {'id' if is_id else 'name'} `{value}` is not {pattern.words}"
        # A name may stand in the cell of a list, too.
        meant = f"id: {written(slug(value))}" if is_id else slug(value)
        return self._wrong("invalid-id", message, f"write `{meant}`")

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
        return self._wrong("too-few", f"`{self.name}` has {counted(self.node)}; at least {size.least} must be there")

    def too_many(self, size: Size) -> Diagnostic:
        message = f"`{self.name}` has {counted(self.node)}; at most {size.most} are shown"
        return self._wrong("too-many", message, "put the others on another slide")

    def missing(self, name: str, model: type[Fields]) -> Diagnostic:
        """A field that these fields lack."""
        if name == "id":
            hint = f"add `id: {written(suggested_id(self.node))}`"
        else:
            hint = f"add `{name}: {_EXAMPLES.get(name, '…')}`"
            if about := " ".join(descriptions(model).get(name, "").split()):
                hint += f": {about[0].lower()}{about[1:].rstrip('.')}"
        return Diagnostic("missing-field", f"`{name}` is missing", self.key or self._first_name(), hint)

    def meant(self, name: str, known: Collection[str], lists: Collection[str] = ()) -> str | None:
        """The field of those `known` that is meant by this name, if it is clear; `lists` are those that are lists."""
        place = self.below(name)
        if torn_off(self.node, name, known):
            return None
        given = self.node.entries if isinstance(self.node, Mapping) else ()
        return self._other_list(place, lists) or guessed(name, known, given) or nearest(name, known)

    def unknown(
        self, name: str, known: Collection[str], lists: Collection[str] = (), line: str = ""
    ) -> Diagnostic | None:
        """A field of these that means nothing; `lists` are those known that are lists, `line` is where it stands.

        None for a later piece of a number that commas have torn.
        """
        place = self.below(name)
        if place.key and (number := number_at(line, place.key.column - 1)):
            found = torn_number(self.node, name, number)
            return found and Diagnostic("unknown-field", found[0], place.key, found[1])
        meant = self.meant(name, known, lists)
        hint = torn_off(self.node, name, known) or (f"did you mean `{meant}`?" if meant else did_you_mean(name, known))
        return Diagnostic("unknown-field", f"there is no field `{name}` here", place.key, hint)

    def _other_list(self, place: Place, lists: Collection[str]) -> str | None:
        """The one list that belongs here, instead of one of another name."""
        entries = self.node.entries if isinstance(self.node, Mapping) else {}
        wanted = [each for each in lists if each not in entries]
        listed = isinstance(place.node, Sequence) or (isinstance(place.node, Mapping) and "list" in place.node.entries)
        return wanted[0] if listed and len(wanted) == 1 else None

    def joins_lines(self, text: str) -> bool:
        """Whether YAML joins the lines of this value in a file's text, as nothing keeps them apart."""
        if not isinstance(self.node, Scalar) or self.node.literal:
            return False
        written = _ANCHOR.sub("", text[self.node.start : self.node.end])
        lines = [line for line in written.removeprefix(">").split("\n") if line.strip(" +-0123456789")]
        return len(lines) > 1 and written[0] not in "\"'"

    def lines_joined(self) -> Diagnostic:
        """Source code whose lines would run together."""
        hint = f"write `{self.name}: |`, and the code on the lines under it, further in"
        return self._wrong("invalid-value", "the lines of this code would be joined to one, and its indents lost", hint)

    def escape(self, text: str) -> str | None:
        """The first backslash with a letter of this value, in a file's text, that YAML takes for one sign."""
        if not isinstance(self.node, Scalar) or text[self.node.start : self.node.start + 1] != '"':
            return None
        written = text[self.node.start : self.node.end]
        # Who doubles any backslash knows, as do programs that write YAML, which end lines with `\n`.
        found = None if "\\\\" in written else _ESCAPE.search(written)
        return found[0] if found else None

    def escaped(self, escape: str) -> Diagnostic:
        """A formula in double quotation marks, where a backslash does not stand for itself."""
        message = f"in double quotation marks `{escape}` is one sign, and no backslash with a letter"
        return self._wrong("invalid-value", message, "put the formula in single quotation marks, or below a `|`")

    def _of_another_kind(self, wanted: str, hint: str | None = None) -> Diagnostic:
        return self._wrong("wrong-type", f"{wanted}, not {self._given()}", hint)

    def _wrong(self, code: str, message: str, hint: str | None = None) -> Diagnostic:
        if isinstance(self.node, Scalar) and self.node.value in (None, ""):
            what = f"`{self.name}`" if self.key else "this entry"
            hint = "write something after it" + (": it cannot be left out" if self.needed else ", or take it out")
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
                return f"“{shortened(text, SHOWN)}”"
            case Scalar(value=bool() as value):
                return f"`{str(value).lower()}`"
            case Scalar(value=value) if value is not None:
                return f"`{value}`"
        return "nothing"

    def _text_hint(self) -> str | None:
        match self.node:
            case Mapping(flow=True, entries=entries) if len(entries) == 1:
                return f'a text that begins with a brace needs quotation marks: "{{{next(iter(entries))}}} …"'
            case Mapping(entries=entries) if len(entries) == 1:
                return "a text that holds a colon and a space needs quotation marks"
            case Sequence(items=items, flow=flow) if len(items) == 1 and flow:
                return 'a text that begins with a square bracket needs quotation marks: "[…] …"'
            case Sequence() if not self.entry:
                return f"write `{self.name}: |`, and what it says on the lines under it, further in"
            case Scalar(value=bool() as value):
                return f'if the word is meant, write "{str(value).lower()}" with quotation marks'
            case Scalar():
                return "put it in quotation marks"
        return None

    def _fields_hint(self, model: type[Fields]) -> str | None:
        """What a bare value looks like as the fields for which it stands."""
        given = self.node.value if isinstance(self.node, Scalar) else None
        words = quoted(str(given)) if given is not None else "…"
        if model.written and given is not None:
            return f"write `{self.name}: {model.written.format(words)}`"
        if not (self.entry and issubclass(model, Part)):
            return None
        if hint := pair_hint(self.node, declared(model)):
            return hint
        known = declared(model)
        wanted = [name for name, field in known.items() if field.required and name != "id"]
        # Of parts that need none, words alone are what they are called.
        wanted = wanted or [name for name in NAMING if name in known and known[name].kind.type is Text][:1]
        fields = [f"{name}: {self._values_hint(known[name].kind)}" for name in wanted]
        if fields and fields[0].endswith(": …"):
            fields[0] = f"{wanted[0]}: {words}"
        return f"write `{{{', '.join(fields)}}}`" if fields else None

    def _values_hint(self, kind: Kind) -> str:
        """How the values of a field are written, by their names where it has such."""
        if kind.type is not dict:
            return "…"
        given = self.node.items if isinstance(self.node, Sequence) else ()
        named_by = next((rule for rule in kind.rules if isinstance(rule, NamedBy)), None)
        return by_names(self.names_by(named_by), given) or "{name: …}"

    def names_by(self, named_by: NamedBy | None) -> list[str]:
        """The ids of the parts whose names its values have: those that stand nearest above it."""
        above = self.within if named_by else None
        while above is not None and named_by is not None:
            if isinstance(above.node, Mapping) and named_by.field in above.node.entries:
                return list(ids_of(above.node.entries[named_by.field]))
            above = above.within
        return []
