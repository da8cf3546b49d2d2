"""What the fields of an outline need in order to be read: markup, pictures, icons, sources, and the names of values."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import field, replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar
from unicodedata import category

from deck import markup
from deck.fields.fields_reader import Readers
from deck.fields.findings import Finding, MistakenError, Noticed, NotTextError
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Severity, did_you_mean
from deck.ground.files import CONTROL, read_bytes
from deck.ground.inputs import note
from deck.model.content import (
    CaptionsFile,
    Code,
    CodeFile,
    CodeLanguage,
    FilmFile,
    FocalPoint,
    IconName,
    ImageFile,
    LineNumbers,
    Notes,
    Prose,
    Tex,
)
from deck.model.fields import Citation
from deck.model.text import Amount, Text
from deck.nodes.scalars import Grouped
from deck.nodes.yaml_file import read_text
from deck.outline.boundary import outside
from deck.outline.focal_points import focal_point
from deck.outline.line_numbers import line_numbers
from deck.outline.row_values import typed_date

AnyThing = TypeVar("AnyThing")
_LARGEST_FILM = 64_000_000
_LONGEST_DATE = len("2026-05-31T14:30:00")
LONGEST_TEXT = 50_000
"""Characters: as speaker's notes, an hour's talk."""


@dataclass(slots=True)
class OutlineReading:
    """Reads the values of an outline in `folder`. `values` are the names that texts may hold in braces.

    It keeps the names of the icons that were asked for in `used_icons`.
    """

    folder: Path
    icons: Path
    allow_outside: bool = False
    values: Collection[str] = ()
    sources: Mapping[str, Text] = field(default_factory=dict)
    used_icons: set[str] = field(default_factory=set)
    _images: dict[str, ImageFile | Noticed] = field(default_factory=dict)
    _icon_names: frozenset[str] | None = None

    @property
    def readers(self) -> Readers:
        """How values of the content's types are read."""
        return {
            Text: self.words,
            Prose: self.prose,
            Notes: self.notes,
            Amount: self.amount,
            ImageFile: self.image,
            FilmFile: self.film,
            CaptionsFile: self.captions,
            FocalPoint: focal_point,
            Code: self.code,
            Tex: self.tex,
            CodeFile: self.code_file,
            CodeLanguage: self.code_language,
            LineNumbers: line_numbers,
            IconName: self.icon,
            Citation: self.source,
        }

    def words(self, value: object) -> Text | Noticed:
        """One paragraph of inline markup; a `Text` is ready made."""
        return value if isinstance(value, Text) else _date(value) or self._checked(*markup.words(_written(value)))

    def prose(self, value: object) -> Text | Noticed:
        """Paragraphs of inline markup, with a blank line between them; a `Text` is ready made."""
        return value if isinstance(value, Text) else _date(value) or self._checked(*markup.prose(_written(value)))

    def notes(self, value: object) -> Text | Noticed:
        """Paragraphs, lists and headings, line by line."""
        return self._checked(*markup.notes(_written(value)))

    def amount(self, value: object) -> Amount:
        """A number, or one paragraph of inline markup."""
        text = _date(value, months=True) or self.words(value)
        text = text.value if isinstance(text, Noticed) else text
        text = replace(text, markup=f"{value:_}") if isinstance(value, Grouped) else text
        return Amount(text, None if isinstance(value, str | Text) else Decimal(str(value)))

    def image(self, value: object) -> ImageFile | Noticed:
        """The picture at this path, relative to the outline."""
        path = _written(value)
        if path not in self._images:
            if path.lower().startswith(("http://", "https://")):
                hint = "save it beside the outline, and write its file’s name"
                raise MistakenError(Finding("file-missing", "a picture on the web is not fetched", hint))
            data = self._read(path, read_bytes)
            # A deck without pictures is not to wait for what reads them.
            from deck.images import prepared

            self._images[path] = prepared(path, data)
        note(self.folder / path)
        return self._images[path]

    def film(self, value: object) -> FilmFile | Noticed:
        """The film at this path, relative to the outline."""
        path = _written(value)
        if path.lower().startswith(("http://", "https://")):
            raise MistakenError(Finding("file-missing", "a film on the web is not fetched", "write `link:` for it"))
        try:
            data = self._read(path, partial(read_bytes, largest=_LARGEST_FILM))
        except MistakenError as error:
            hint = "make it smaller (1280 × 720 is enough on a slide) or shorter, or write `link:` to where it is shown"
            raise MistakenError(
                *(replace(each, hint=hint) if each.code == "file-too-large" else each for each in error.findings)
            ) from None
        # A deck without films is not to wait for what reads them.
        from deck.films import prepared_film

        return prepared_film(path, data)

    def captions(self, value: object) -> CaptionsFile:
        """The captions at this path, relative to the outline."""
        path = _written(value)
        text = self._read(path, lambda file: read_text(file, what="captions"))
        from deck.films import captions_text

        return CaptionsFile(path, captions_text(path, text))

    def code(self, value: object) -> str:
        """Source code, as it is written."""
        if not isinstance(value, str) or not value.strip():
            raise NotTextError
        _written(value)
        return _without_controls(value)

    def tex(self, value: object) -> str:
        """A formula, as it is written, if it is one."""
        # A deck without equations is not to wait for what reads them.
        from deck.equations import parsed

        formula = _without_controls(_written(value))
        parsed(formula)
        return formula

    def code_file(self, value: object) -> CodeFile:
        """The source code at this path, relative to the outline."""
        path = _written(value)
        text = self._read(path, lambda file: read_text(file, what="source code"))
        return CodeFile(path, _without_controls(text))

    def code_language(self, name: object) -> str:
        """The name, if code in that language can be told apart."""
        if not isinstance(name, str):
            raise NotTextError
        # A deck without code is not to wait for what tells it apart.
        from deck.markup import source_code

        if (known := source_code.known_language(name)) is None:
            hint = source_code.nearest_language(name)
            raise MistakenError(Finding("invalid-value", f"nobody here knows a language `{name}`", hint))
        return known

    def _read(self, path: str, read: Callable[[Path], AnyThing]) -> AnyThing:
        """What the file at this path holds, if the outline may read it."""
        if not self.allow_outside and (found := outside(self.folder / path, self.folder)):
            raise MistakenError(Finding(found.code, found.message, found.hint))
        try:
            return read(self.folder / path)
        except DeckError as error:
            raise MistakenError(*(Finding(d.code, d.message, d.hint) for d in error.diagnostics)) from None

    def icon(self, name: object) -> str:
        """The name, if there is an icon of it."""
        if not isinstance(name, str):
            raise NotTextError
        note(self.icons)
        if self._icon_names is None:
            self._icon_names = frozenset(file.stem for file in self.icons.glob("*.svg"))
        if name not in self._icon_names:
            hint = did_you_mean(name, self._icon_names)
            raise MistakenError(Finding("unknown-icon", f"there is no icon `{name}`", hint))
        self.used_icons.add(name)
        return name

    def source(self, value: object) -> Citation:
        """The source of this name."""
        name = _written(value)
        if name not in self.sources:
            hint = did_you_mean(name, self.sources) or "name it under `sources:`"
            raise MistakenError(Finding("unknown-source", f"there is no source `{name}`", hint))
        return Citation(name, self.sources[name])

    def _checked(self, text: Text, findings: list[Finding]) -> Text | Noticed:
        plain = text.plain
        if not findings and "{" not in plain and _is_seen(plain):
            return text
        if not findings and not _is_seen(plain):
            findings = [Finding("empty-field", "nothing of this text can be seen", "write what the slide shall show")]
        for name in dict.fromkeys(text.field_names()) if "{" in plain else ():
            if name not in self.values:
                near = (
                    f"did you mean `{name}.count`?"
                    if f"{name}.count" in self.values
                    else did_you_mean(name, self.values)
                )
                hint = near or "name it under `facts:`, or write {{ for a brace that shows"
                message = f"there is no fact and no list `{name}`"
                if _is_formula(plain, name):
                    message = f"this looks like a formula in LaTeX, and `{{{name}}}` in it like a fact’s name"
                    hint = (
                        "write it with signs (½, ×, √, x²), on a slide of its own with `layout: equation`, or, in a"
                        " text in Markdown, between lines of `$$`"
                    )
                findings.append(Finding("unknown-name", message, hint, "{" + name + "}"))
        if any(finding.severity is Severity.ERROR for finding in findings):
            raise MistakenError(*findings)
        return Noticed(text, tuple(findings)) if findings else text


def _date(value: object, *, months: bool = False) -> Text | None:
    """What is but a date, as a list's cell is: each language has it in its own way.

    `2024-05` is a month where figures are, in a table's cell for example; among words it may be a name.
    """
    if not isinstance(value, str) or len(value) > _LONGEST_DATE:
        return None
    return typed_date(value.strip(), months=months)


def _is_seen(words: str) -> bool:
    """Whether any of it is more than a space or a sign that draws nothing."""
    return (words.isascii() and bool(words.strip())) or any(category(char)[0] not in "CZ" for char in words)


def _is_formula(text: str, name: str) -> bool:
    """Whether this name in braces is a part of a formula: after a command, a raised or a lowered sign, or a dollar."""
    return bool(re.search(rf"(?:\\[A-Za-z]+(?:\{{[^{{}}]*\}})*|[\^_])\{{{re.escape(name)}\}}", text))


def _without_controls(code: str) -> str:
    """The code, in which no character is one that nobody sees, or that turns its direction."""
    if found := CONTROL.search(code):
        name = f"U+{ord(found[0]):04X}"
        hint = "take it out; it came along unseen, perhaps by pasting"
        raise MistakenError(Finding("control-character", f"the character {name} has no place in code", hint, found[0]))
    if turned := list(markup.directions(code)):
        raise MistakenError(*turned)
    return code


def _written(value: object) -> str:
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        message = f"this text has {len(value):,} characters; {LONGEST_TEXT:,} is the most that one may have"
        raise MistakenError(Finding("too-long", message, "divide it, or give it to the audience as a document"))
    if isinstance(value, str) and value.strip():
        return value
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return str(value)
    raise NotTextError
