"""The gallery: every layout with few, some and the most parts, without a finding, in each of its languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.terminal import FINDINGS
from deck.export.pptx import write_pptx
from deck.export.pptx.inspected import inspect_pptx
from deck.export.pptx.lint import lint
from deck.ground.diagnostics import DeckError, Severity
from deck.inspecting.overflow import overflows
from deck.languages.sample_words import sample_words
from deck.layouts import LAYOUTS
from deck.pipeline.build import Built, lay_out_each
from deck.pipeline.places import assets
from deck.pipeline.reference import example
from deck.starting.gallery import write_gallery
from tests.gallery_pictures import DOCS
from tests.validator import validate

LANGUAGES = tuple(sample_words())
_MOST_BYTES = 1_500_000


@pytest.fixture(scope="module")
def outline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_gallery(tmp_path_factory.mktemp("gallery"), languages=LANGUAGES)


@pytest.fixture(scope="module")
def decks(outline: Path) -> dict[str, Built]:
    return {built.deck.language.tag: built for built in lay_out_each(outline, LANGUAGES)}


def test_it_has_every_layout_with_its_example_and_its_samples(decks: dict[str, Built]) -> None:
    slides = {slide.id: slide.layout for slide in decks["en"].presentation.slides}
    for name, layout in LAYOUTS.items():
        own = [each.removeprefix(f"{name}-") for each, of in slides.items() if of == name]
        assert "some" in own
        assert {str(number) for number in range(1, 1 + len(layout.samples))} <= set(own)
        # Of a map the most is a sample: no other word is a country.
        if "items" in example(layout) and name != "map":
            assert {"few", "most"} <= set(own), name


def test_the_most_is_more_than_some_and_few_is_less(decks: dict[str, Built]) -> None:
    words = {slide.id: len(list(slide.content.texts())) for slide in decks["en"].presentation.slides}
    for name in ("bullets", "cards", "statistics", "table", "agenda", "columns"):
        assert words[f"{name}-few"] < words[f"{name}-some"] < words[f"{name}-most"], name


@pytest.mark.parametrize("language", ["en", "ar", "zh", "ru"])
def test_nothing_is_wrong_with_it(language: str, decks: dict[str, Built]) -> None:
    built = decks[language]
    assert {each.code for each in built.diagnostics} <= {"image-cropped", "source-words"}
    data = write_pptx(built.deck)
    assert lint(data) == []
    assert inspect_pptx(data, overflows).remarks == ()


@pytest.mark.parametrize("theme", ["editorial", "midnight", "plain"])
def test_it_is_whole_in_every_theme_and_its_most_fits_in_each_language(theme: str, tmp_path: Path) -> None:
    outline = write_gallery(tmp_path, theme, ["ar", "zh", "ru"])
    slides = set(re.findall("- id: (.*)\n {8}layout:", outline.read_text("utf-8")))
    for name, layout in LAYOUTS.items():
        assert {f"{name}-{each}" for each in ("some", *range(1, 1 + len(layout.samples)))} <= slides
        # Of a map the most is a sample: no other word is a country.
        assert f"{name}-most" in slides or "items" not in example(layout) or name == "map"
    for built in lay_out_each(outline, ["ar", "zh", "ru"]):
        assert [str(each) for each in built.diagnostics if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_powerpoints_validator_says_nothing(language: str, decks: dict[str, Built]) -> None:
    assert validate(write_pptx(decks[language].deck)) == []


def test_its_words_are_in_its_language(decks: dict[str, Built]) -> None:
    titles = [slide.content.title.plain for slide in decks["ru"].presentation.slides]
    assert sum(bool(re.search("[а-яё]", title.lower())) for title in titles) > len(titles) * 0.9


def test_a_language_that_the_table_lacks_says_what_there_is_of_it(tmp_path: Path) -> None:
    built = {
        each.deck.language.tag: each
        for each in lay_out_each(write_gallery(tmp_path, languages=["de", "ja"]), ["de", "ja"])
    }
    for tag, letters in (("de", "Menschen"), ("ja", "人")):
        assert {each.code for each in built[tag].diagnostics} <= {"image-cropped", "source-words"}
        assert any(
            letters in text.plain for slide in built[tag].presentation.slides for _, text in slide.content.texts()
        )


def test_a_theme_may_be_a_file(tmp_path: Path) -> None:
    theme = tmp_path / "ours.yaml"
    text = (assets() / "themes" / "alliance.yaml").read_text("utf-8").replace("005F9E", "1F4E5F")
    theme.write_text(text.replace("name: Alliance 8.7", "name: Ours"), "utf-8")
    (built,) = lay_out_each(write_gallery(tmp_path / "gallery", str(theme)))
    assert built.deck.theme.name == "Ours"


def test_a_theme_that_is_not_there_is_told_without_a_place_that_passes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gallery", "--theme", "alliances", "--output", str(tmp_path)]) == FINDINGS
    told = capsys.readouterr().err
    assert "there is no theme `alliances`\n  hint: did you mean `alliance`?" in told
    assert "gallery.yaml" not in told


def test_a_language_without_words_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="`qqq` is no language’s tag"):
        write_gallery(tmp_path, languages=["qqq"])
    assert list(tmp_path.iterdir()) == []


def test_the_page_names_layouts_that_there_are_and_its_pictures_are_small() -> None:
    text = (DOCS / "gallery.md").read_text("utf-8")
    for names in re.findall(r"From the top: (.*)\.\n", text):
        assert set(re.findall("`(.*?)`", names)) <= set(LAYOUTS)
    pictures = [DOCS / name for name in re.findall(r"\((gallery-\d+\.png)\)", text)]
    assert pictures
    assert sum(picture.stat().st_size for picture in pictures) < _MOST_BYTES
