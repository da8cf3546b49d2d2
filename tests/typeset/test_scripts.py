"""One ideograph may stand for all: a pattern that says so matches where the whole one does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.typeset import breaks, drawn_breaks, face
from deck.typeset.scripts import CJK, COMPLEX, UNSPACED, OneForAll, pattern

EXPRESSIONS = (
    "[{cjk}]",
    "[{cjk}{unspaced}]",
    breaks._SLASH,
    breaks._IDEOGRAPH,
    breaks._COUNTED,
    face._GAP,
    drawn_breaks._AFTER_SLASH,
    drawn_breaks._BEFORE_IDEOGRAPH,
    drawn_breaks._AFTER_IDEOGRAPH,
    drawn_breaks._NEVER,
)
ENDS = (
    "㈠\u33ff\u3400\u4dbf\u4dc0\u4dff\u4e00\u9fff\ua000\ua48c\ua490\ua4cf\ua4d0\uac00\ud7a3\ud7a4\ud7af\ud7b0\U00020000"
)
OTHERS = "字年十万か１1 2/a（「。、…”é—%)“اก"


def whole(expression: str) -> re.Pattern[str]:
    complex_scripts = "".join(COMPLEX.values())
    for name, characters in (("{cjk}", CJK), ("{complex}", complex_scripts), ("{unspaced}", UNSPACED)):
        expression = expression.replace(name, characters)
    return re.compile(expression)


@pytest.mark.parametrize("expression", EXPRESSIONS)
@given(text=st.text(st.sampled_from(ENDS + OTHERS), max_size=8))
def test_it_matches_where_the_whole_pattern_does(expression: str, text: str) -> None:
    found = pattern(expression)
    assert isinstance(found, OneForAll)
    expected = [match.span() for match in whole(expression).finditer(text)]
    assert [match.span() for match in found.finditer(text)] == expected
    assert (found.search(text) is None) == (not expected)
    assert (found.match(text) is None) == (not any(start == 0 for start, _ in expected))


def test_scales_are_none_of_the_ideographs_that_another_stands_for() -> None:
    """`3万年` is counted, `3字年` is three of something."""
    assert [match.span() for match in pattern(breaks._COUNTED).finditer("3万年 3字年")] == [(0, 3), (4, 6)]
