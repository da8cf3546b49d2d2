"""What a language's tag says of how it is written."""

from __future__ import annotations

import pytest

from deck.model.language import Language


@pytest.mark.parametrize(
    ("tag", "sets_spaces"),
    [("en", True), ("ar", True), ("ko", True), ("hi", True), ("zh", False), ("zh-Hant", False), ("ja", False)]
    + [(tag, False) for tag in ("th", "km", "lo", "lo-LA", "my", "my-MM", "bo", "dz")],
)
def test_which_languages_part_their_words_by_spaces(tag: str, sets_spaces: bool) -> None:
    assert Language(tag).sets_spaces is sets_spaces
