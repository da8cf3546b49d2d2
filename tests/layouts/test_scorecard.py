"""Scorecards: circles filled by quarters, what they say in words, and scores that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.diagnostics import DeckError
from deck.layouts.frame.furniture import ACCENTS
from deck.model.shapes import AutoShape, Group
from tests.outlines import laid_out, texts

SLIDE = """\
layout: scorecard
title: T
criteria: [{id: law, name: Law}, {id: data, name: Data}]
rows: [{id: peru, label: Peru, scores: SCORES}]
"""


def balls(folder: Path, scores: str, language: str = "en") -> Group:
    (tree,) = laid_out(folder, SLIDE.replace("SCORES", scores), language=language).deck.slides
    (group,) = (shape for shape in tree.shapes if isinstance(shape, Group))
    return group


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Peru – Law: 3 of 4; Data: no data"),
        ("ar", "Peru – Law: 3 من 4؛ Data: لا تتوفر بيانات"),
        ("es", "Peru – Law: 3 de 4; Data: sin datos"),
        ("fr", "Peru – Law : 3 sur 4 ; Data : données non disponibles"),
        ("ru", "Peru – Law: 3 из 4; Data: нет данных"),
        ("zh", "Peru——Law：4中的3；Data：无数据"),
    ],
)
def test_scores_are_said_in_the_deck_s_language(language: str, said: str, tmp_path: Path) -> None:
    assert (balls(tmp_path, "{law: 3}", language).description or "").replace("\xa0", " ") == said


@pytest.mark.parametrize(("score", "drawn"), [(0, [None]), (1, [None, "part"]), (3, [None, "part"]), (4, ["full"])])
def test_a_circle_is_filled_by_quarters(score: int, drawn: list[str | None], tmp_path: Path) -> None:
    members = [
        each for each in balls(tmp_path, f"{{law: {score}, data: {score}}}").shapes if isinstance(each, AutoShape)
    ]
    (first, *rest) = members[: len(members) // 2]
    assert (first.fill == ACCENTS[0]) is (drawn == ["full"])
    assert len(rest) == len(drawn) - 1


def test_columns_are_mirrored_and_circles_are_not(tmp_path: Path) -> None:
    shapes = {language: balls(tmp_path, "{law: 1, data: 1}", language).shapes for language in ("en", "ar")}
    lefts = {language: [each.rect.left for each in found] for language, found in shapes.items()}
    assert lefts["en"][0] < lefts["en"][-1]
    assert lefts["ar"][0] > lefts["ar"][-1]
    assert not any(each.flipped and each.name.endswith("part") for each in shapes["ar"] if isinstance(each, AutoShape))


def test_what_circles_mean_stands_under_them(tmp_path: Path) -> None:
    built = laid_out(tmp_path, SLIDE.replace("SCORES", "{law: 1}") + "half: Begun\n")
    found = [paragraph.plain for _, _, text in texts(built.deck) for paragraph in text.paragraphs]
    assert [words for words in found if words in ("Not yet", "In part", "Begun", "In full")] == [
        "Not yet",
        "Begun",
        "In full",
    ]


@pytest.mark.parametrize(
    ("scores", "message"),
    [
        ("{law: 5}", "filled by quarters"),
        ("{law: 1.5}", "filled by quarters"),
        ("{law: good}", "filled by quarters"),
        ("{lwa: 1}", "no criterion `lwa`"),
    ],
)
def test_scores_that_are_none_are_told(scores: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match=message):
        laid_out(tmp_path, SLIDE.replace("SCORES", scores))
