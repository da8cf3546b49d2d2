"""Slides of pictures: where each stands, what is large, what goes on, and what does not go together."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from deck.export.pptx import write_pptx
from deck.export.pptx.lint import lint
from deck.ground.diagnostics import DeckError
from deck.model.shapes import Picture, TextBox
from deck.model.units import Rect
from deck.pipeline.build import Built
from tests.contrast import contrast
from tests.outlines import PICTURES, laid_out, photograph

SHAPES = {"landscape": (1500, 1000), "portrait": (900, 1200), "square": (1000, 1000), "panorama": (3000, 700)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, size in SHAPES.items():
        photograph(size).save(tmp_path / f"{name}.png")
    return tmp_path


def slide(fields: str, picture: str = "landscape", more: str = "") -> str:
    return f"layout: picture\ntitle: T\npicture: {{file: {picture}.png, description: A well{more}}}\n{fields}"


def pictures(built: Built, number: int = 0) -> list[Picture]:
    return [shape for shape in built.deck.slides[number].shapes if isinstance(shape, Picture)]


def boxes(built: Built, number: int = 0) -> dict[str, TextBox]:
    return {shape.name: shape for shape in built.deck.slides[number].shapes if isinstance(shape, TextBox)}


def whole_slide(built: Built) -> Rect:
    return Rect(*(0, 0), built.deck.theme.width, built.deck.theme.height)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", ["en", "ar", "zh", "ru"])
def test_every_way_is_a_sound_deck(language: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, *PICTURES, language=language)
    assert {one.code for one in built.diagnostics} <= {"image-cropped"}
    assert lint(write_pptx(built.deck)) == []
    for tree in built.deck.slides:
        slots = {slot.idx for slot in tree.slide_layout.placeholders}
        assert slots == {s.placeholder.idx for s in tree.shapes if isinstance(s, TextBox | Picture) and s.placeholder}
        for shape in tree.shapes:
            if isinstance(shape, Picture) and shape.placeholder:
                assert shape.rect == shape.placeholder.rect, "Reset Slide moves nothing"


@pytest.mark.parametrize("shape", SHAPES)
def test_alone_it_is_whole_in_the_middle_with_its_caption_under_it(shape: str, folder: Path) -> None:
    built = laid_out(folder, slide("", shape, ", caption: A caption"))
    assert built.diagnostics == ()
    (picture,) = pictures(built)
    caption = boxes(built)["Caption"]
    assert picture.crop == (0, 0, 0, 0)
    middle = built.deck.theme.width / 2
    assert (picture.rect.left + picture.rect.right) / 2 == pytest.approx(middle, abs=2)
    assert caption.rect.top == pytest.approx(picture.rect.bottom, abs=2)
    body = Rect.of_units(8, 21, 144, 59)
    assert body.left <= picture.rect.left
    assert body.top <= picture.rect.top
    assert caption.rect.bottom <= body.bottom + 2
    # It is as large as it can be: it fills its place in one direction.
    high = body.height - caption.rect.height
    assert picture.rect.width == pytest.approx(body.width, rel=0.01) or picture.rect.height == pytest.approx(
        high, rel=0.01
    )


def test_over_the_whole_slide_its_title_can_be_read_on_whatever_it_shows(folder: Path) -> None:
    built = laid_out(folder, slide("place: full-bleed", more=", caption: A caption, credit: A credit"))
    (picture,) = pictures(built)
    assert picture.rect == whole_slide(built)
    names = [shape.name for shape in built.deck.slides[0].shapes]
    assert names[:2] == ["Picture", "Scrim"]
    scrim = next(shape for shape in built.deck.slides[0].shapes if shape.name == "Scrim")
    theme = built.deck.theme
    tint = scrim.fill  # type: ignore[union-attr]
    assert tint is not None
    share = tint.alpha / 100
    for behind in ((255, 255, 255), (0, 0, 0), (255, 255, 0)):
        ground = tuple(
            round(share * over + (1 - share) * under) for over, under in zip(theme.rgb(tint), behind, strict=True)
        )
        for box in boxes(built).values():
            colour = theme.rgb(box.text.body.levels[0].colour)
            assert contrast(colour, ground) >= 4.5  # type: ignore[arg-type]
            assert scrim.rect.top <= box.rect.top
            assert box.rect.bottom <= scrim.rect.bottom


@pytest.mark.parametrize(("shape", "covers"), [("portrait", True), ("square", True), ("landscape", False)])
@pytest.mark.parametrize("place", ["left", "right"])
def test_beside_a_text_it_covers_half_of_the_slide_or_keeps_its_sides(
    place: str, shape: str, covers: bool, folder: Path
) -> None:
    for language in ("en", "ar"):
        built = laid_out(folder, slide(f"place: {place}\ntext: Words", shape), language=language)
        assert built.diagnostics == ()
        (picture,) = pictures(built)
        assert (picture.rect.height == built.deck.theme.height) is covers
        assert (picture.crop == (0, 0, 0, 0)) is not covers
        text = boxes(built)["Text"]
        # What is left of a text is right of it where one reads the other way.
        left = (place == "left") is (language == "en")
        assert (picture.rect.right <= text.rect.left) if left else (text.rect.right <= picture.rect.left)


@pytest.mark.parametrize("shape", ["portrait", "square", "landscape"])
def test_beside_a_text_a_whole_pictures_caption_begins_where_it_does(shape: str, folder: Path) -> None:
    words = ["place: left\ntext: Words", "place: right\ntext: Words"]
    for language in ("en", "ar"):
        built = laid_out(
            folder, *(slide(each, shape, ", fit: whole, caption: A, credit: B") for each in words), language=language
        )
        for number in range(len(words)):
            (picture,), caption = pictures(built, number), boxes(built, number)["Caption"]
            begun = [each.rect.left if language == "en" else each.rect.right for each in (picture, caption)]
            assert begun[0] == pytest.approx(begun[1], abs=3)
            assert caption.rect.width >= picture.rect.width - 3
            assert caption.rect.top == pytest.approx(picture.rect.bottom, abs=3)


def test_its_author_has_the_last_word(folder: Path) -> None:
    built = laid_out(folder, slide("place: right\ntext: Words", more=", fit: cover"))
    assert [one.code for one in built.diagnostics] == ["image-cropped"]
    built = laid_out(folder, slide("place: right\ntext: Words", "portrait", ", fit: whole"))
    assert pictures(built)[0].crop == (0, 0, 0, 0)


def test_little_text_is_large_and_much_goes_on(folder: Path) -> None:
    def sizes(count: int) -> list[float]:
        items = "items: [" + ", ".join(f"Entry number {n} of a list" for n in range(count)) + "]"
        built = laid_out(folder, slide(items, "portrait"))
        assert built.diagnostics == ()
        for number in range(len(built.deck.slides)):
            assert len(pictures(built, number)) == 1
        return [boxes(built, number)["Text"].text.sizes[0] for number in range(len(built.deck.slides))]

    assert sizes(3) == [30]
    assert sizes(8) == [22]
    many = sizes(30)
    assert len(many) > 1
    assert len(set(many)) == 1


def test_text_and_list_stand_together(folder: Path) -> None:
    built = laid_out(folder, slide("text: Words before.\nitems: [One, {text: Two, items: [Below]}]", "portrait"))
    said = [(paragraph.plain, paragraph.level) for paragraph in boxes(built)["Text"].text.paragraphs]
    assert said == [("Words before.", 0), ("One", 1), ("Two", 1), ("Below", 2)]


def test_a_screenshot_gets_a_frame(folder: Path) -> None:
    assert pictures(laid_out(folder, slide("", more=", frame: true")))[0].stroke is not None
    assert pictures(laid_out(folder, slide("")))[0].stroke is None


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("shape", SHAPES)
def test_several_are_of_one_size_and_lose_nothing(count: int, shape: str, folder: Path) -> None:
    each = "\n".join(f"  - {{file: {shape}.png, description: A well, caption: Caption {n}}}" for n in range(count))
    built = laid_out(folder, f"layout: picture\ntitle: T\npictures:\n{each}")
    assert built.diagnostics == ()
    found = pictures(built)
    assert len(found) == count
    for one in found:
        assert (one.rect.width, one.rect.height) == pytest.approx((found[0].rect.width, found[0].rect.height), abs=2)
        assert sum(one.crop) <= 0.25
        assert Rect.of_units(8, 21, 144, 59).left <= one.rect.left + 1
    for index, one in enumerate(found):
        for other in found[index + 1 :]:
            assert one.rect.right <= other.rect.left or one.rect.bottom <= other.rect.top


def test_several_of_different_shapes_are_whole(folder: Path) -> None:
    each = "\n".join(f"  - {{file: {shape}.png, description: A well}}" for shape in SHAPES)
    built = laid_out(folder, f"layout: picture\ntitle: T\npictures:\n{each}")
    assert built.diagnostics == ()
    assert [one.crop for one in pictures(built)] == [(0, 0, 0, 0)] * 4


def test_captions_are_translated_by_their_pictures_ids(folder: Path) -> None:
    each = "[{file: square.png, description: A well, caption: One}, {id: b, file: portrait.png, decorative: true}]"
    built = laid_out(folder, f"layout: picture\ntitle: T\npictures: {each}")
    paths = [path for slide in built.presentation.slides for path, _ in slide.content.texts()]
    assert paths == ["title", "pictures.square-png.description", "pictures.square-png.caption"]


PICTURE = "picture: {file: square.png, description: A well}"
TWO = "pictures: [{file: square.png, description: A}, {file: portrait.png, description: B}]"


@pytest.mark.parametrize(
    ("fields", "code", "said"),
    [
        ("", "missing-field", "one picture is wanted here, or several"),
        (f"{PICTURE}\n{TWO}", "missing-field", "not both"),
        (f"{PICTURE}\nplace: full-bleed\ntext: Words", "invalid-value", "`wide`, `left` or `right`"),
        (f"{PICTURE}\nplace: whole\nitems: [One]", "invalid-value", "`wide`, `left` or `right`"),
        (f"{TWO}\ntext: Words", "invalid-value", "beside one picture"),
        (f"{PICTURE}\nplace: left", "invalid-value", "there is none"),
        (f"{PICTURE}\nplace: wide", "invalid-value", "there is none"),
        (f"{TWO}\nplace: left", "invalid-value", ""),
        (f"{PICTURE}\nplace: middle", "invalid-value", "`place` cannot be"),
        ("pictures: [{file: square.png, description: A}]", "too-few", "at least 2"),
        ("picture: {file: square.png, description: A, focus: nose}", "invalid-value", "is no place in a picture"),
        ("picture: {file: square.png, description: A, focus: top bottom}", "invalid-value", "is no place in a picture"),
        ("picture: {file: square.png, description: A, focus: 120% 20%}", "invalid-value", "is no place in a picture"),
        ("picture: {file: square.png, description: A, fit: stretch}", "invalid-value", "`fit` cannot be"),
    ],
)
def test_what_does_not_go_together_is_told(fields: str, code: str, said: str, folder: Path) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(folder, textwrap.dedent(f"layout: picture\ntitle: T\n{fields}"))
    found = caught.value.diagnostics[0]
    assert found.code == code
    assert said in found.message
    assert found.hint or code == "too-few"


@pytest.mark.parametrize("ground", ["white", "#fdfdfd", (0, 0, 0, 0), "#0a2a4a", "black"])
@pytest.mark.parametrize("place", ["left", "right", "wide"])
def test_a_logo_on_a_ground_of_one_colour_loses_nothing(
    place: str, ground: str | tuple[int, ...], tmp_path: Path
) -> None:
    """A photograph of the same form covers its part of the slide."""
    logo = Image.new("RGBA", (900, 1200), ground)
    logo.paste((0, 120, 120, 255), (100, 100, 800, 1100))
    logo.save(tmp_path / "logo.png")
    photograph((900, 1200)).save(tmp_path / "photograph.png")
    for name, whole in (("logo", True), ("photograph", False)):
        (shown,) = pictures(laid_out(tmp_path, slide(f"place: {place}\ntext: Water", name)))
        assert (shown.crop == (0, 0, 0, 0)) is whole
    built = laid_out(tmp_path, slide(f"place: {place}\ntext: Water", "logo", ", fit: cover"))
    assert pictures(built)[0].crop != (0, 0, 0, 0)


def flag() -> Image.Image:
    """Three stripes, up to the edge."""
    made = Image.new("RGB", (900, 1200), "#00209f")
    made.paste("#ffffff", (0, 400, 900, 800))
    made.paste("#d21034", (0, 800, 900, 1200))
    return made


def cut_out() -> Image.Image:
    """A mark without air round it, and with nothing behind it."""
    made = Image.new("RGBA", (900, 1200))
    ImageDraw.Draw(made).polygon([(450, 0), (899, 1199), (0, 1199)], "#005f9e")
    return made


@pytest.mark.parametrize("logo", [flag, cut_out])
@pytest.mark.parametrize(
    "fields",
    [
        "layout: picture\npicture: {file: logo.png, description: A}\ntext: Water",
        "layout: picture\npicture: {file: logo.png, description: A}\nplace: wide\ntext: Water",
        "layout: statement\npicture: {file: logo.png, description: A}\nstatement: Water",
        "layout: picture\npictures: [{file: logo.png, description: A}, {file: near.png, description: B}]",
        "layout: comparison\nsides: [{heading: A, picture: {file: logo.png, description: A}}, {heading: B, text: B}]",
        "layout: closing\npicture: {file: logo.png, description: A}",
    ],
    ids=lambda fields: " ".join(re.findall(r"layout: \w+|wide|pictures", fields)),
)
def test_nothing_is_cut_off_a_flag_or_a_mark(logo: Callable[[], Image.Image], fields: str, tmp_path: Path) -> None:
    logo().save(tmp_path / "logo.png")
    photograph((1000, 1200)).save(tmp_path / "near.png")
    built = laid_out(tmp_path, f"title: T\n{fields}")
    assert all(each.crop == (0, 0, 0, 0) for each in pictures(built))


def test_an_organizations_logo_stands_whole_in_the_circle_of_a_portrait(tmp_path: Path) -> None:
    logo = Image.new("RGB", (800, 600), "#0a2a4a")
    logo.paste("#ffffff", (100, 100, 700, 500))
    logo.save(tmp_path / "logo.png")
    # Shoulders reach the lower edge of a portrait, whatever is behind them.
    person = Image.new("RGB", (800, 600), "#ffffff")
    person.paste("#101010", (200, 200, 600, 600))
    person.save(tmp_path / "person.png")
    for name, whole in (("logo", True), ("person", False)):
        portrait = f"{{file: {name}.png, description: A}}"
        built = laid_out(
            tmp_path,
            f"layout: speaker\ntitle: T\nname: N\nportrait: {portrait}",
            f"layout: people\ntitle: P\npeople: [{{id: a, name: N, portrait: {portrait}}}]",
        )
        for number in range(2):
            (shown,) = pictures(built, number)
            assert (shown.crop == (0, 0, 0, 0)) is whole
