"""Slides of reveal.js, as reveal-md and Obsidian write them: what they say beside their words is no notes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.starting.taken import MARP, Taken, said

FOLLOWS = "what follows `Note:`, which stands in the speaker’s notes"


def notes(taken: Taken, name: str) -> str:
    found = taken.slides[name].notes
    return found.plain if found else ""


def test_attributes_of_slides_and_words_are_heeded_or_told(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "hive.png")
    behind = '<!-- .slide: data-background-image="hive.png"\n     data-transition="zoom" data-visibility="hidden" -->\n'
    entry = '- two <!-- .element: class="fragment fade-up" data-fragment-index="1" -->\n'
    taken = Taken(
        tmp_path, f'# A\n\n- a\n\n---\n\n{behind}\n# B\n\n- one\n{entry}\n---\n\n<!-- slide bg="red" -->\n# C\n\n- c\n'
    )
    slide = taken.slides["b"]
    assert slide.background
    assert slide.hidden
    assert slide.reveal
    assert not any(notes(taken, name) for name in taken.slides)
    assert taken.told == (
        (6, "a setting of a slide: transition: zoom"),
        (13, "how words look: fade-up"),
        (16, "a setting of a slide: background: red"),
    )


@pytest.mark.parametrize("name", ["Note", "notes", "NOTE"])
def test_what_follows_its_name_is_in_the_notes_and_told(name: str, tmp_path: Path) -> None:
    code = "```\nnote: code\n```\n"
    taken = Taken(tmp_path, f"# A\n\n- a\n\n{code}\n{name}: say\n\n- this\n\n---\n\n# B\n\n- b\n")
    assert notes(taken, "a").split("\n") == ["say", "this"]
    assert "note: code" in taken.outline
    assert taken.changed == [f"{FOLLOWS}: say - this"]
    assert taken.changed_lines == [9]


def test_elsewhere_it_is_a_word_as_others(tmp_path: Path) -> None:
    for folder, matter in (("marp", MARP), ("slidev", "---\nmdc: true\n---\n\n")):
        (tmp_path / folder).mkdir()
        taken = Taken(tmp_path / folder, f"{matter}# A\n\n- a\n\n---\n\n# B\n\n- b\n\nNote: mind it.\n")
        assert "Note: mind it." in said(taken.slides["b"])


def test_slides_below_each_other_and_rules_of_one_s_own_part_slides(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A\n\n- a\n\n---\n\n# B\n\n- b\n\n--\n\n# C\n\n- c -- d\n\n```\n--\n```\n")
    assert list(taken.slides) == ["a", "b", "c"]
    (tmp_path / "own").mkdir()
    matter = "---\nseparator: <!--s-->\nverticalSeparator: ^\\r?\\n<!--v-->$\n---\n"
    taken = Taken(tmp_path / "own", f"{matter}# A\n\n- a\n\n<!--s-->\n\n# B\n\n- b\n\n<!--v-->\n\n# C\n\n- c\n")
    assert list(taken.slides) == ["a", "b", "c"]
    assert not any(notes(taken, name) for name in taken.slides)
    assert taken.told == ()


def test_obsidian_s_pictures_links_marks_and_comments(tmp_path: Path) -> None:
    Image.new("RGB", (160, 90)).save(tmp_path / "my hive.png")
    words = "![[my hive.png|300]]\n\nSee [[Bees]] and [[Hives#Old|the old]] ones, ==mark== a == b == c `==d==`.\n"
    taken = Taken(tmp_path, f"# A\n\n{words}\n%% to\ndo %%\n\n---\n\n# B\n\n- b\n\n![[Another note]]\n")
    assert said(taken.slides["a"])[1:] == ["See Bees and the old ones, mark a == b == c ==d==."]
    assert list((tmp_path / "new" / "pictures").iterdir())
    assert taken.told == (
        (5, "how words look: ==mark=="),
        (5, "where a link leads: Bees"),
        (5, "where a link leads: Hives#Old"),
        (7, "a comment: %% to do %%"),
        (16, "what another note says: Another note"),
    )


@pytest.mark.parametrize("below", ["", "\n"])
def test_what_stands_behind_a_sign_between_slides_is_of_the_next_one(below: str, tmp_path: Path) -> None:
    head = "---\ntitle: T\nseparator: <!--s-->\nverticalSeparator: <!--v-->\n---\n\n"
    behind = f'<!--v--><!-- .slide: data-transition="fade" -->{below}\n## B\n\nwords\n'
    taken = Taken(tmp_path, f"{head}# A\n\n- a\n\n{behind}\n<!--s-->\n\n## C\n\n- c\n")
    assert [*taken.slides] == ["a", "b", "c"]
    assert "notes" not in taken.outline
    assert "transition: fade" in taken.outline.split("id: b\n")[1].split("id: c\n")[0]
