"""Backslashes in double quotation marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.nodes.compose import compose
from tests.outline.outlines import FIRST_LINE, mistakes, places, write

SINGLE = r"write \\ for a backslash, or put the text in single quotation marks"


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        (r'"C:\Users"', r": 'C:\Users'"),
        (r'"a \d"', r": 'a \d'"),
        (r'"\d+"', r": '\d+'"),
        (r'"\xZZ"', r": '\xZZ'"),
        (r'"it is the child\'s \d"'.replace("\\'", "'"), ""),
    ],
)
@pytest.mark.parametrize(
    "fields", ["id: a\n    layout: plain\n    title: {}", "{{id: a, layout: plain,\n\n    title: {}}}"]
)
def test_one_that_means_nothing_is_told(tmp_path: Path, title: str, whole: str, fields: str) -> None:
    (found,) = mistakes(write(tmp_path, f"  - {fields.format(title)}\n"))
    column = len("    title: ") + title.index("\\") + 1
    assert places([found], FIRST_LINE) == [f"3:{column} yaml-syntax"]
    assert (found.message, found.hint) == ("this backslash means nothing here", SINGLE + whole)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        (r'"C:\new"', 7),
        (r'"see D:\temp\x41 there"', 11),
        (r'"\\server\reports"', 13),
        (r'"(C:\notes)"', 8),
        (r'"images\new.png"', 11),
    ],
)
def test_a_path_that_reads_as_escapes_is_told(text: str, column: int) -> None:
    _, (found,) = compose(f"a: {text}\n", "x")
    assert (found.code, found.severity, found.span and found.span.column) == ("backslash", "warning", column)
    assert found.hint is not None
    assert found.hint.startswith(SINGLE)


@pytest.mark.parametrize(
    "text",
    [
        r'"Geneva\nSwitzerland"',
        r'"C:\\new"',
        r"'C:\new'",
        r'"\\\\server\\new"',
        r'"a:\n b"',
        r'"Ratio 3:\t4"',
        r'"A\nwww.ilo.org"',
    ],
)
def test_what_is_meant_so_is_not_told(text: str) -> None:
    assert compose(f"a: {text}\n", "x")[1] == []
