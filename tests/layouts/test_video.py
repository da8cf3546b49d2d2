"""Videos: a poster that leads to where they are shown, in PowerPoint's file and in pictures."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_MEDIA_TYPE
from pptx.shapes.picture import Movie

from deck.export.pptx import write_pptx
from deck.export.pptx.lint import lint
from deck.export.svg import slide_svg
from deck.ground.diagnostics import DeckError
from deck.layouts import LAYOUTS
from deck.model.shapes import Appearance
from deck.pipeline.reference import example
from tests.export.packages import Part, parts
from tests.films.mp4 import CAPTIONS, mp4, track
from tests.outlines import laid_out
from tests.validator import validate

VIDEO = LAYOUTS["video"]
ADDRESS = "https://www.example.org/film"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_picture_mark_and_caption_lead_to_the_video(language: str, tmp_path: Path) -> None:
    built = laid_out(tmp_path, example(VIDEO), *VIDEO.samples, language=language)
    assert built.diagnostics == ()
    for slide in pptx.Presentation(BytesIO(write_pptx(built.deck))).slides:
        clicked = [each.click_action.hyperlink.address for each in slide.shapes if each.name in ("Picture", "Play")]
        assert clicked == [ADDRESS, ADDRESS]
        (caption,) = (shape for shape in slide.placeholders if shape.name.startswith("Caption"))
        assert caption.text_frame.paragraphs[0].runs[0].hyperlink.address == ADDRESS
    assert slide_svg(built.deck, built.deck.slides[0]).count(f'href="{ADDRESS}"') == 4


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Play the video: T"), ("fr", "Lire la vidéo : T"), ("zh", "播放视频：T"), ("ar", "تشغيل الفيديو: T")],
)
def test_its_mark_says_what_it_does(language: str, said: str, tmp_path: Path) -> None:
    slide = f"layout: video\ntitle: T\nlink: {ADDRESS}\nposter: {{file: well.jpg, description: A well}}"
    (mark,) = (
        each for each in laid_out(tmp_path, slide, language=language).deck.slides[0].shapes if each.name == "Play"
    )
    assert getattr(mark, "description", "").replace("\N{NO-BREAK SPACE}", " ") == said


def test_the_triangle_points_to_the_right_in_arabic_too(tmp_path: Path) -> None:
    shapes = laid_out(tmp_path, example(VIDEO), language="ar").deck.slides[0].shapes
    (triangle,), (disc,) = ([each for each in shapes if each.name == name] for name in ("Triangle", "Play"))
    assert getattr(triangle, "flipped", None) is False
    assert abs(triangle.rect.left + triangle.rect.right - disc.rect.left - disc.rect.right) <= 2


@pytest.mark.parametrize("link", ["film.mp4", "javascript:alert(1)", "www.example.org"])
def test_what_is_no_address_is_told(link: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError, match="an address such as"):
        laid_out(tmp_path, f"layout: video\ntitle: T\nlink: '{link}'\nposter: {{file: well.jpg, description: A well}}")


@pytest.mark.external
def test_the_validator_has_nothing_to_say(tmp_path: Path) -> None:
    assert validate(write_pptx(laid_out(tmp_path, example(VIDEO), *VIDEO.samples).deck)) == []


FILM = "layout: video\ntitle: T\nfile: film.mp4\nposter: {file: well.jpg, description: Women draw water}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "film.mp4").write_bytes(mp4())
    (tmp_path / "film.en.vtt").write_text(CAPTIONS, encoding="utf-8")
    (tmp_path / "film.ar.vtt").write_text(CAPTIONS.replace("Women", "النساء"), encoding="utf-8")
    return tmp_path


def test_a_film_plays_where_its_picture_is(folder: Path) -> None:
    built = laid_out(folder, f"{FILM}captions: {{en: film.en.vtt, ar: film.ar.vtt}}")
    assert built.diagnostics == ()
    data = write_pptx(built.deck)
    assert data == write_pptx(built.deck)
    assert lint(data) == []
    (slide,) = pptx.Presentation(BytesIO(data)).slides
    (movie,) = (shape for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.MEDIA)
    assert isinstance(movie, Movie)
    assert movie.media_type == PP_MEDIA_TYPE.MOVIE
    assert movie.name == "Picture"
    assert movie._element.xpath("./p:nvPicPr/p:cNvPr/@descr") == ["Women draw water"]
    assert movie.poster_frame
    held = parts(data)
    (film,) = (blob for name, blob in held.items() if name.endswith(".mp4"))
    assert len(film) == len(mp4())
    assert sum(name.endswith(".vtt") for name in held) == 2
    part = Part(data, "ppt/slides/slide1.xml")
    tracks = part.find("//*[local-name()='track']")
    assert [(each.get("lang"), each.get("label")) for each in tracks] == [("en", "English"), ("ar", "العربية")]
    shown = part.one("//p:video//p:spTgt").get("spid")
    assert part.one("//p:pic/p:nvPicPr/p:cNvPr").get("id") == shown
    assert not [shape for shape in slide.shapes if shape.name == "Play"]


def test_a_film_stands_among_clicks(folder: Path) -> None:
    deck = laid_out(folder, f"{FILM}captioned: true\nlink: {ADDRESS}").deck
    clicked = replace(deck.slides[0], clicks=((Appearance(1),), (Appearance(2),)))
    data = write_pptx(replace(deck, slides=(clicked,)))
    assert lint(data) == []
    numbers = [each.get("id") for each in Part(data, "ppt/slides/slide1.xml").find("//p:cTn")]
    assert len(numbers) == len(set(numbers)) > 2


@pytest.mark.parametrize(
    ("fields", "film", "code"),
    [
        ("", mp4(), "missing-captions"),
        ("captioned: true", mp4(), None),
        ("", mp4(sound=None), None),
        ("", mp4(tracks=(track(b"sbtl", b"tx3g"),)), None),
        ("captioned: true", mp4(size=(1280, 720)), "poster-shape"),
    ],
)
def test_who_cannot_hear_or_see_a_film_is_thought_of(fields: str, film: bytes, code: str | None, folder: Path) -> None:
    (folder / "film.mp4").write_bytes(film)
    assert [each.code for each in laid_out(folder, FILM + fields).diagnostics] == ([code] if code else [])


@pytest.mark.parametrize(
    ("slide", "words"),
    [
        (FILM.replace("file: film.mp4\n", ""), "where the video is to be found is not said"),
        (f"{FILM}captions: {{en: film.mp4}}", "is no"),
        (FILM.replace("description", "fit: cover, description"), "a film is shown whole"),
        (FILM.replace("description: Women draw water", "decorative: true"), "a film says something"),
        (FILM.replace("film.mp4", "well.jpg"), "no MP4 film"),
        (FILM.replace("film.mp4", "https://www.example.org/film.mp4"), "write `link:`"),
        (FILM.replace("file: film.mp4", f"link: {ADDRESS}\ncaptioned: true"), "there is none"),
    ],
)
def test_what_is_no_film_in_a_deck_is_told(slide: str, words: str, folder: Path) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(folder, slide)
    assert any(words in f"{each.message} {each.hint}" for each in caught.value.diagnostics)


def test_a_film_too_large_to_be_sent_is_told(folder: Path) -> None:
    with (folder / "film.mp4").open("r+b") as file:
        file.truncate(64_000_001)
    with pytest.raises(DeckError, match="64 MB is the most") as caught:
        laid_out(folder, FILM)
    assert "1280 × 720" in (caught.value.diagnostics[0].hint or "")


@pytest.mark.external
def test_the_validator_knows_films(folder: Path) -> None:
    slides = (f"{FILM}captions: {{en: film.en.vtt}}", f"{FILM}subtitle: Again\ncaptioned: true\nlink: {ADDRESS}")
    deck = laid_out(folder, *slides, language="ar").deck
    clicked = replace(deck.slides[1], clicks=((Appearance(1),),))
    assert validate(write_pptx(replace(deck, slides=(deck.slides[0], clicked)))) == []
