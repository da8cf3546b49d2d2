"""Footnotes of other programs stand at the foot of their slides, in its speaker's notes, or are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.starting.taken import Taken, said


@pytest.mark.parametrize("what", ["words[^x]\n\n> [!NOTE]\n> b\n", "| a | b |\n|---|---|\n| row | 1[^x] |\n"])
def test_footnotes_without_room_on_their_slide_are_in_its_notes(what: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"## A\n\n{what}\n[^x]: {'A long note. ' * 90}\n", "deck.qmd")
    slide = taken.slides["a"]
    assert slide.layout in ("text", "table")
    assert not any("A long note" in each for each in said(slide))
    assert slide.notes
    assert slide.notes.plain.startswith("¹ A long note.")
    assert [each for each in taken.changed if each.startswith("the footnotes of the slide `a`, which stand")]
    assert taken.told == ()


def test_footnotes_by_their_words_are_as_those_by_name(tmp_path: Path) -> None:
    text = "Text^[Plain *note*.] end[^x], x^2^[see] `a^[b]` \\^[c] `[^x]` and^[again [it](https://example.org)]."
    taken = Taken(tmp_path, f"## Z\n\n- z\n\n## A\n\n{text}\n\n[^x]: named\n", "deck.qmd")
    assert said(taken.slides["a"])[1:] == [
        "Text¹ end², x²[see] a^[b] ^[c] [^x] and³.",
        "¹ Plain note.",
        "² named",
        "³ again it",
    ]
    assert taken.told == ()


def test_footnotes_within_footnotes_are_numbered_after_them_each_name_once(tmp_path: Path) -> None:
    notes = "[^out]: Out has [^in], and ^[one *within*].\n[^in]: In leads to [^out].\n"
    text = "Words^[With [^in] and [a] link [b](https://example.org).] and [^out], [^in].\n\n^[d ^[deeper ^[deepest]]]\n"
    taken = Taken(tmp_path, f"## Z\n\n- z\n\n## A\n\n{text}\n{notes}", "deck.qmd")
    assert said(taken.slides["a"])[1:] == [
        "Words¹ and ², ³.",
        "⁴",
        "¹ With ³ and [a] link b.",
        "² Out has ³, and ⁵.",
        "³ In leads to ².",
        "⁴ d ⁶",
        "⁵ one within",
        "⁶ deeper ⁷",
        "⁷ deepest",
    ]
    assert taken.told == ()


def test_a_footnote_that_does_not_end_is_words(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "## A\n\nWords ^[open `]` \\] to\n\nthe end] of it\n", "deck.qmd")
    assert said(taken.slides["a"])[1:] == ["Words ^[open ] ] to the end] of it"]


def test_footnotes_of_notes_and_of_the_title_page_are_in_the_notes(tmp_path: Path) -> None:
    head = "---\ntitle: T^[Thanks to *all*.]\nsubtitle: S[^x]\nformat: revealjs\n---\n\n"
    taken = Taken(
        tmp_path, f"{head}## A\n\n- a\n\n::: notes\nSay it[^x].\n:::\n\n[^x]: To whom^[and why].\n", "deck.qmd"
    )
    cover, slide = taken.slides["cover"], taken.slides["a"]
    assert said(cover) == ["T¹", "S²"]
    assert cover.notes
    assert cover.notes.plain.split("\n") == ["¹ Thanks to all.", "² To whom³.", "³ and why"]
    assert slide.notes
    assert slide.notes.plain.split("\n") == ["Say it¹.", "¹ To whom².", "² and why"]
    foot = "a footnote or a footer of its own, which stands in the speaker’s notes"
    assert set(taken.changed) == {f"{foot}: {each}" for each in ("¹ Thanks to *all*.", "² To whom³.", "³ and why")}


def test_a_footnote_of_the_footer_is_told(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "---\nmarp: true\nfooter: Wells ^[drilled]\n---\n\n# A\n\n- a\n")
    assert "footer: Wells ¹" in taken.outline
    assert taken.told == ((3, "a footnote of the footer: ¹ drilled"),)


@pytest.mark.parametrize("after", [":::\n::: column\n\nright\n:::\n:::", "### C\n\nright"])
def test_a_footnote_ends_where_a_block_or_a_heading_begins(after: str, tmp_path: Path) -> None:
    begin = "::: columns\n::: column\n" if after.startswith(":") else ""
    taken = Taken(tmp_path, f"## A\n\n- a\n\n## B\n\n{begin}left[^1]\n\n[^1]: Words.\n{after}\n", "deck.qmd")
    assert {"left¹", "right", "¹ Words."} <= set(said(taken.slides["b"]))


def test_what_stands_under_a_picture_that_is_left_out_is_told(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "## A\n\n- a\n\n![A well in May](none.png)\n\n![](more.png)\n", "deck.qmd")
    told = "the caption of a picture that is left out: A well in May"
    assert [each for each in taken.told if "caption" in each[1]] == [(5, told)]
