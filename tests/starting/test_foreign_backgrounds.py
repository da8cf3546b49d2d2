"""A picture that another program has behind a slide is there, over the whole slide where that shows nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from deck.model.presentation import Slide
from tests.starting.taken import MARP, Taken, said


@pytest.fixture(autouse=True)
def pictures(tmp_path: Path) -> None:
    for name in ("hive", "bee"):
        Image.new("RGB", (160, 90)).save(tmp_path / f"{name}.png")


def behind(slide: Slide) -> str:
    return slide.background.file.path.rpartition("/")[2] if slide.background else ""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("deck.qmd", '## A\n\n- a\n\n## {background-image="hive.png"}\n'),
        ("deck.md", f"{MARP}# A\n\n- a\n\n---\n\n![bg](hive.png)\n"),
        ("deck.md", f"{MARP}# A\n\n- a\n\n---\n\n<!-- _backgroundImage: url('hive.png') -->\n"),
        ("deck.md", "# A\n\n- a\n\n---\nlayout: image\nimage: /hive.png\n---\n"),
        ("deck.md", "# A\n\n- a\n\n---\nbackground: ./hive.png\n---\n"),
    ],
)
def test_a_picture_alone_covers_its_slide(name: str, text: str, tmp_path: Path) -> None:
    taken = Taken(tmp_path, text, name)
    slide = taken.slides["hive"]
    assert (slide.layout, slide.content.place) == ("picture", "full-bleed")  # type: ignore[attr-defined]
    assert not slide.background
    assert taken.changed == ["a slide without words, which is called by its picture’s file: hive"]
    assert taken.told == ()
    assert len(taken.sections) == 1


def test_a_picture_under_a_title_alone_is_not_a_new_section(tmp_path: Path) -> None:
    head = "---\ntitle: T\nformat: revealjs\n---\n\n"
    part = (
        '# Part {background-image="bee.png"}\n\n## Seen {background-image="hive.png"\n    background-size="contain"}\n'
    )
    taken = Taken(tmp_path, f"{head}{part}\n## B\n\n- b\n", "deck.qmd")
    assert taken.sections == ["T", "Part"]
    assert (taken.slides["part"].layout, behind(taken.slides["part"])) == ("section", "bee.png")
    seen = taken.slides["seen"]
    assert (seen.layout, seen.content.place) == ("picture", None)  # type: ignore[attr-defined]


def test_a_picture_made_fainter_stays_behind_the_words(tmp_path: Path) -> None:
    first, last = "# A\n\n![bg](bee.png)\n", "# C\n\n- c\n\n![bg](hive.png)\n"
    text = f"{MARP}{first}\n---\n\n# B\n\n![bg opacity:.3](hive.png)\n\n---\n\n{last}"
    slides = Taken(tmp_path, text).slides
    assert [(each.layout, behind(each)) for each in slides.values()] == [
        ("title", "bee.png"),
        ("section", "hive.png"),
        ("bullets", "hive.png"),
    ]


def test_pictures_side_by_side_behind_a_slide_are_all_shown_or_told(tmp_path: Path) -> None:
    two = "![bg](hive.png)\n![bg](bee.png)\n"
    taken = Taken(tmp_path, f"{MARP}# A\n\n- a\n\n---\n\n{two}\n---\n\n# C\n\n- c\n\n{two}")
    alone, words = list(taken.slides.values())[1:]
    assert len(alone.content.pictures) == 2  # type: ignore[attr-defined]
    assert behind(words) == "hive.png"
    assert taken.told == ((20, "a picture behind a slide that has another there: bee.png"),)


def test_a_headline_s_picture_is_its_own(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# A\n\n- a\n\n---\nlayout: statement\nbackground: hive.png\n---\n\n# Bees matter\n")
    slide = taken.slides["bees-matter"]
    assert slide.layout == "headline"
    assert slide.content.picture.file  # type: ignore[attr-defined]


def test_slidev_s_picture_stands_at_its_side(tmp_path: Path) -> None:
    for side in ("left", "right"):
        matter = f"---\nlayout: image-{side}\nimage: hive.png\n---\n"
        folder = tmp_path / side
        folder.mkdir()
        Image.new("RGB", (160, 90)).save(folder / "hive.png")
        slide = Taken(folder, f"# A\n\n- a\n\n{matter}\n# B\n\n- b\n").slides["b"]
        assert (slide.layout, slide.content.place) == ("picture", side)  # type: ignore[attr-defined]
        assert slide.content.picture.fit is None  # type: ignore[attr-defined]


def test_what_marp_says_of_a_slide_and_those_after_it_holds_for_them(tmp_path: Path) -> None:
    said_of = "<!-- backgroundImage: url(hive.png) -->\n<!-- class: lead -->\n"
    after = "\n---\n\n# C\n\nwords\n\n---\n\n<!-- _class: x -->\n\n# D\n\nd\n"
    text = f"{MARP}# A\n\n- a\n\n---\n\n# B\n\n- b\n\n{said_of}{after}"
    slides = Taken(tmp_path, text).slides
    assert [(each.layout, behind(each)) for each in slides.values()] == [
        ("bullets", ""),
        ("bullets", "hive.png"),
        ("title", "hive.png"),
        ("text", "hive.png"),
    ]


def test_a_picture_behind_all_slides_makes_none_of_its_own(tmp_path: Path) -> None:
    head = "---\nmarp: true\nbackgroundImage: url(hive.png)\n---\n\n"
    taken = Taken(tmp_path, f"{head}# A\n\n- a\n\n---\n\n# B\n\n---\n")
    assert [(each.layout, behind(each)) for each in taken.slides.values()] == [
        ("bullets", "hive.png"),
        ("section", "hive.png"),
    ]
    assert said(taken.slides["b"]) == ["B"]


@pytest.mark.parametrize(
    ("picture", "layout"), [("![bg](none.png)", "headline"), ("![bg opacity:.2](none.png)", "section")]
)
def test_a_title_whose_picture_is_left_out_divides_the_deck_where_it_did_before(
    picture: str, layout: str, tmp_path: Path
) -> None:
    taken = Taken(tmp_path, f"{MARP}# A\n\n---\n\n# Wells\n\n{picture}\n\n---\n\n# B\n\nwords\n")
    assert taken.slides["wells"].layout == layout


def test_a_picture_that_no_slide_shows_is_not_copied(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        Image.new("RGB", (160, 90)).save(tmp_path / name)
    taken = Taken(tmp_path, f"{MARP}# A\n\n---\n\n# {'w' * 400}\n\n![](a.png)\n\n---\n\n# B\n\n![](b.png)\n")
    assert any(what.startswith("all but the title of the slide") for what in taken.whats())
    assert [each.name for each in (tmp_path / "new" / "pictures").iterdir()] == ["b.png"]
