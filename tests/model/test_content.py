"""Fields behave as a frozen dataclass does, and say what they declare."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import pytest

from deck.model.content import Content, Figure, IconName, Item, Source, Words
from deck.model.declarations import Field, Kind, declared
from deck.model.fields import Identifier, Part
from deck.model.text import Amount, Text

LITERAL = Literal["a", "b"]


class Entry(Part):
    figure: Figure
    icon: IconName | None = None


class Page(Content):
    entries: tuple[Entry, ...] = ()
    kind: LITERAL = "a"
    source: Source | None = None
    intro: Words | None = None


def page(**fields: object) -> Page:
    entry = Entry(id="x", figure=Amount(Text.of("5"), Decimal(5)))
    return Page(**{"title": Text.of("T"), "entries": (entry,)} | fields)


def test_fields_have_their_defaults_in_order() -> None:
    assert list(vars(page())) == ["title", "subtitle", "entries", "kind", "source", "intro"]
    assert (page().kind, page().intro) == ("a", None)


def test_equal_fields_are_equal() -> None:
    assert page() == page()
    assert hash(page()) == hash(page())
    assert page() != page(kind="b")
    assert Item(id="x", text=Text.of("a")) != Entry(id="x", figure=Amount(Text.of("a")))
    assert page().replaced(kind="b") == page(kind="b")
    assert "kind='a'" in repr(page())


def test_fields_are_frozen_and_known() -> None:
    with pytest.raises(AttributeError, match="frozen"):
        page().kind = "b"  # type: ignore[misc]
    with pytest.raises(TypeError, match="Page has no colour"):
        page(colour="red")
    with pytest.raises(TypeError, match="Item lacks text"):
        Item(id="x")  # type: ignore[call-arg]


def test_every_text_has_its_path() -> None:
    whole = page(intro=Text.of("I"))
    assert [(path, text.plain) for path, text in whole.texts()] == [
        ("title", "T"),
        ("entries.x.figure", "5"),
        ("intro", "I"),
    ]
    shown = whole.with_texts(lambda path, text: Text.of(path))
    assert [text.plain for _, text in shown.texts()] == ["title", "entries.x.figure", "intro"]
    doubled = whole.with_amounts(lambda amount: Amount(Text.of("10"), Decimal(10)))
    assert doubled.entries[0].figure.number == 10


def test_what_is_declared() -> None:
    fields = declared(Page)
    assert list(fields) == ["title", "subtitle", "entries", "kind", "source", "intro"]
    assert fields["title"] == Field(Kind(Text), required=True)
    assert fields["entries"] == Field(Kind(tuple, (Kind(Entry),)), required=False, default=())
    assert fields["kind"] == Field(Kind(LITERAL), required=False, default="a")
    assert fields["intro"] == Field(Kind(Text, optional=True), required=False)
    assert (fields["entries"].kind.part, fields["title"].kind.part) == (Entry, None)
    assert declared(Entry)["id"].kind.rules == Identifier.__metadata__
    assert declared(Entry)["icon"].kind.type is IconName
