"""Where a finding about a value stands."""

from __future__ import annotations

import pytest

from deck.fields.fields_reader import FieldsReader
from deck.fields.findings import Finding, MistakenError
from deck.model.content import Tex
from deck.model.fields import Fields, Part
from deck.nodes import compose, plain


class Sum(Fields):
    before: str
    formula: Tex
    """What is added up, and what it comes to; where that is
    several lines, one below the other."""


class Pair(Part):
    one: str
    two: str


class Pairs(Fields):
    pairs: tuple[Pair, ...]


@pytest.mark.parametrize(
    ("written", "nth", "place"),
    [
        ("a b + a b", 0, (2, 10)),
        ("a b + a b", 1, (2, 16)),
        # The lines are joined: the words stand nowhere as they are read.
        ("c\n  a\n  b", 0, (2, 10)),
        ("c\n  a\n  b", 1, (2, 10)),
    ],
)
def test_an_excerpt_is_looked_for_in_its_own_value_alone(written: str, nth: int, place: tuple[int, int]) -> None:
    def read(_: object) -> object:
        raise MistakenError(Finding("wrong", "so", excerpt="a b", nth=nth))

    text = f"before: a b, a b\nformula: {written}\n"
    node, diagnostics = compose.compose(text, "a.yaml")
    assert node is not None
    assert FieldsReader(text, {Tex: read}, diagnostics).read(Sum, node) is None
    assert [one.span and (one.span.line, one.span.column) for one in diagnostics] == [place]


@pytest.mark.parametrize(
    ("entry", "meant"),
    [
        ("plain", "plain"),
        ("one, two", '"one, two"'),
        ('say "yes", they said, it\'s so', "'say \"yes\", they said, it''s so'"),
    ],
)
def test_a_bare_entry_is_shown_as_its_fields_hold_it(entry: str, meant: str) -> None:
    text = f"pairs:\n- {entry}\n"
    node, diagnostics = compose.compose(text, "a.yaml")
    assert node is not None
    FieldsReader(text, {}, diagnostics).read(Pairs, node)
    assert [one.hint for one in diagnostics] == [f"write `{{one: {meant}, two: …}}`"]
    right, found = compose.compose(f"- {{one: {meant}}}", "a.yaml")
    assert not found
    assert right is not None
    assert plain(right) == [{"one": entry}]


def test_a_field_that_is_missing_is_described_on_one_line() -> None:
    node, diagnostics = compose.compose("before: a", "a.yaml")
    assert node is not None
    FieldsReader("before: a", {}, diagnostics).read(Sum, node)
    assert [one.hint for one in diagnostics] == [
        "add `formula: …`: what is added up, and what it comes to; where that is several lines, one below the other"
    ]
