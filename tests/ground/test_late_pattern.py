"""A pattern that is compiled late is the one that would have been compiled at once."""

from __future__ import annotations

import copy
import re

import pytest

from deck.ground.late_pattern import late_pattern


def test_every_method_is_the_patterns_own() -> None:
    late, early = late_pattern(r"(?P<word>[a-z]+)", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)", re.IGNORECASE)
    assert late.findall("One two") == early.findall("One two")
    assert late.sub("x", "One two") == "x x"
    assert (late.pattern, late.flags, late.groupindex) == (early.pattern, early.flags, early.groupindex)
    assert late.search == late.search


def test_nothing_is_compiled_before_it_is_used() -> None:
    wrong = late_pattern("(")
    with pytest.raises(re.error):
        wrong.search("")


def test_it_is_copied_as_it_is() -> None:
    assert copy.deepcopy(late_pattern("a")).search("ba")
