"""Any formula of a grammar becomes markup that its schema allows and outlines that are finite, or is told."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from math import isfinite

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from deck.equations import broken, drawing, linear, parsed
from deck.equations.commands import ACCENTS, MATRICES, REFUSED, STRETCHED
from deck.export.pptx.equation_words import MATH
from deck.export.pptx.equations import office_math
from deck.export.pptx.xml import A
from deck.fields.findings import MistakenError
from deck.model.mathematics import Row, signs
from tests.equations.markup import faults

LEAVES = st.sampled_from(
    [
        *"abxyzE0127=+-<>,;:!/.'|()[]",
        *(r"\alpha", r"\Gamma", r"\infty", r"\le", r"\cdot", r"\to", r"\mathbb{R}", r"\sin", "12.5", r"\quad", r"\,"),
        *(r"\%", r"\text{if }", r"\partial", r"\ldots", "{}", r"\{", r"\}", r"\lim", r"\sum", r"\int", r"\not="),
    ]
)
TEMPLATES = [
    *(rf"\{name}{{①}}" for name in (*ACCENTS, *STRETCHED)),
    *(rf"\begin{{{name}}} ① & ② \\ ② & ① \end{{{name}}}" for name in MATRICES if name != "array"),
    *(r"\frac{①}{②}", r"\binom{①}{②}", r"\sqrt{①}", r"\sqrt[①]{②}", "{①}_{②}", "{①}^{②}", "x_{①}^{②}"),
    *(r"\left(①\right]", r"\left\{①\middle|②\right.", r"\sum_{①}^{②}", r"\int_{①} ②", r"\lim_{①} ②", "① ②", "{① ②}"),
    *(r"\overset{①}{②}", r"\xrightarrow[①]{②}", r"\boxed{①}", r"\cancel{①}", r"\phantom{①}", r"\mathbf{①}"),
    *(r"\boldsymbol{①}", r"\substack{①\\②}", r"\overbrace{①}^{②}", r"\operatorname{Var}(①)", r"{}_{①}^{②} x"),
    *(r"\begin{aligned} ① &= ② \\ &= ① \end{aligned}", r"\begin{array}{lr} ① & ② \end{array}", r"\bra{①}"),
    *(r"① \pmod{②}", r"(①)^{②}", r"\max_{①} ②", r"\cos^{①} ②"),
]
FORMULAS = st.recursive(
    LEAVES,
    lambda parts: st.tuples(st.sampled_from(TEMPLATES), parts, parts).map(
        lambda made: made[0].replace("①", made[1]).replace("②", made[2])
    ),
    max_leaves=8,
)
PIECES = [
    *("\\", "\\\\", r"\left", r"\right", r"\begin{matrix}", r"\end{matrix}", r"\text{", r"\frac", r"\sqrt", r"\limits"),
    *(r"\middle", r"\not", r"\foo", r"\substack", "漢", *"{}[]()&^_$#%~'|abx12 =+\n", *sorted(REFUSED)[::7]),
]
ANYTHING = st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
_LETTERS = "abxyzE"
_BARE = re.compile(r"\\\\|\\(?:begin|end)\{[a-z*A-Z]+\}(?:\{lr\})?|\\(?:text|operatorname)\{[^}]*\}|\\[A-Za-z]+")
"""What of a formula in this grammar is no letter of its own."""


def _written(row: Row) -> str:
    """All text in a row's markup."""
    markup = etree.fromstring(f'<m:oMath xmlns:m="{MATH}" xmlns:a="{A}">{office_math(row)}</m:oMath>')
    return "".join(each.text or "" for each in markup.iter(f"{{{MATH}}}t"))


def _seen(text: str) -> Counter[str]:
    """The signs of a text, however its letters look, but for those by which lines are aligned."""
    plain = unicodedata.normalize("NFKC", text)
    return Counter(char for char in plain if not char.isspace() and char not in "&\u200b")


def _letters(row: Row) -> Counter[str]:
    plain = (unicodedata.normalize("NFKC", each.text) for each in signs(row) if each.kind == "letter")
    return Counter(text for text in plain if text in _LETTERS and len(text) == 1)


def _row(tex: str) -> Row | None:
    """The row of a formula, None where it is told what is wrong with it."""
    try:
        return parsed(tex)
    except MistakenError as error:
        told = [found.message for found in error.findings]
    assert all(told)
    assert told
    return None


@given(FORMULAS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_right_is_read_drawn_broken_and_said(tex: str) -> None:
    row = _row(tex)
    assert row is not None or "'" in tex, "only a prime after something raised is a mistake in this grammar"
    if row is None:
        return
    for each in (row, *broken(row)):
        drawn = drawing(each)
        assert all(isfinite(length) and length >= 0 for length in (drawn.width, drawn.ascent, drawn.descent))
        assert all(isinstance(step[0], str) and step[0] in "MLQZ" for outline in drawn.outlines for step in outline)
        assert linear(each) == linear(each).strip()
        assert _seen(_written(each)) == _seen("".join(one.text for one in signs(each)))
    assert _letters(row) == Counter(char for char in _BARE.sub("", tex) if char in _LETTERS)


@given(ANYTHING)
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_anything_is_read_or_told(tex: str) -> None:
    row = _row(tex)
    if row is not None:
        assert isfinite(drawing(row).width)


@pytest.mark.external
def test_the_schema_allows_whatever_is_written() -> None:
    rows: list[str] = []

    @given(FORMULAS)
    @settings(max_examples=120, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def gather(tex: str) -> None:
        if row := _row(tex):
            rows.append(office_math(row))

    gather()
    assert len(rows) > 60
    assert faults(rows) == []
    assert faults([rows[0], "<m:f><m:num/></m:f>"]) != []
