"""Quotations that are marked as such twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.pipeline.build import lay_out
from tests.outlines import laid_out, write_outline


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("en", "“Take immediate measures.”", True),
        ("en", "“Take immediate measures”.", True),
        ("en", "'\"Take immediate measures.\"'", True),
        ("en", "'*“Take immediate measures.”*'", True),
        ("en", "Take immediate measures.", False),
        ("en", "“Immediate” measures are “effective”", False),
        ("en", "Take “immediate measures”", False),
        ("de", "„Sofort handeln.“", True),
        ("fr", "« Agir sans délai. »", True),
        ("ru", "«Принять меры»", True),
        ("ru", "«Принять» и «меры»", False),
        ("zh", "“立即采取措施。”", True),
        ("zh", "「立即採取措施」", True),
        ("ar", "”اتخاذ تدابير“", True),
        ("sv", "”Vidta åtgärder”", True),
    ],
)
def test_marks_of_its_own_beside_the_large_one_are_told(language: str, words: str, told: bool, tmp_path: Path) -> None:
    built = laid_out(tmp_path, f"layout: quote\ntitle: Target\nquote: {words}", language=language)
    assert [one.code for one in built.diagnostics] == (["quoted-twice"] if told else [])
    lines = (tmp_path / "outline.yaml").read_text(encoding="utf-8").split("\n")
    assert all(one.span and words in lines[one.span.line - 1] for one in built.diagnostics)


def test_where_no_large_mark_is_drawn_the_words_have_theirs(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("extends: alliance\nslides: {quote: {mark: null}}\n", encoding="utf-8")
    path = write_outline(tmp_path, "layout: quote\ntitle: Target\nquote: “Take immediate measures.”")
    path.write_text(path.read_text(encoding="utf-8").replace("theme: alliance", "theme: own.yaml"), encoding="utf-8")
    assert lay_out(path).diagnostics == ()
