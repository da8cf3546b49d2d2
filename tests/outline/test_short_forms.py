"""Parts that people write in short, as other programs have them: told once, with how to write them here."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError
from deck.pipeline.reading import read
from tests.outlines import write_outline

TABLE = "layout: table\ntitle: T\ncolumns: [Name, Unit price]\nrows:"
CHART = "layout: chart\ntitle: T\nseries: [Men, Women]\ncategories:"
SCORES = "layout: scorecard\ntitle: T\ncriteria: [Law, Data]\nrows:"


@pytest.mark.parametrize(
    ("slide", "hints"),
    [
        (f"{TABLE} [{{name: x, unit price: 3}}]", ["write `cells: {name: x, unit-price: 3}`"]),
        (f"{TABLE}\n  - Name: 'a, b'\n    Unit-Price: 4", ['write `cells: {name: "a, b", unit-price: 4}`']),
        (f"{TABLE} [{{id: r, name: x, foo: 1}}]", ["write `cells: {name: x}`", "known: `cells`, `id`, `span`"]),
        (f"{CHART} [{{label: A, men: 3, Women: 4}}]", ["write `values: {men: 3, women: 4}`"]),
        (
            f"{CHART} [{{label: A, men: 3, values: {{women: 4}}}}]",
            ["write `values: {men: 3, …}`"],
        ),
        (f"{SCORES} [{{label: A, law: 3}}]", ["write `scores: {law: 3}`"]),
        (
            "layout: timeline\ntitle: T\nevents: {2019: Started}",
            ["write `- {date: 2019, heading: Started}`, and so each"],
        ),
        (
            "layout: timeline\ntitle: T\nevents: [2019: Started, {date: x, heading: y}]",
            ["write `- {date: 2019, heading: Started}`, and so each"],
        ),
        ("layout: people\ntitle: T\npeople: {Anna: CEO}", ["write `- {name: Anna, role: CEO}`, and so each"]),
        ("layout: people\ntitle: T\npeople: [Anna: CEO]", ["write `- {name: Anna, role: CEO}`, and so each"]),
        ("layout: cards\ntitle: T\ncards: {A: b, C: d}", ["write `- {heading: A, text: b}`, and so each"]),
        (
            "layout: agenda\ntitle: T\nitems: ['9:00': Talk, Questions]",
            ["write `- {time: 9:00, text: Talk}`, and so each"],
        ),
        (
            "layout: agenda\ntitle: T\nitems: [Note: at nine, Questions]",
            ['put a text that holds a colon in quotation marks: "Note: at nine"'],
        ),
        (
            "layout: bullets\ntitle: T\nitems: [one, two: [three, four]]",
            ["write `text: two`, and the entries under it below `items:`"],
        ),
        (
            "layout: comparison\ntitle: T\nsides: {before: [a], after: [b]}",
            ["write `- {heading: before, items: […]}`, and so each"],
        ),
        ("layout: diagram\ntitle: T\nnodes: {a: Alpha}", ["write `- {id: a, name: Alpha}`, and so each"]),
        ("layout: closing\ntitle: T\nqr: www.example.org/a?b=1", ["write `https://www.example.org/a?b=1`"]),
        ("layout: closing\ntitle: T\nqr: info@example.org", ["write `mailto:info@example.org`"]),
        ("layout: closing\ntitle: T\nqr: our website", [None]),
        ("layout: contact\ntitle: T\ncontacts: [{name: A, phone: '1'}]", ["did you mean `text`?"]),
    ],
)
def test_what_is_written_in_short_is_told_once(tmp_path: Path, slide: str, hints: list[str | None]) -> None:
    with pytest.raises(DeckError) as raised:
        read(write_outline(tmp_path, slide))
    assert [one.hint for one in raised.value.diagnostics] == hints
