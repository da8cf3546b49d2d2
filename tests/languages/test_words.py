"""The deck's own words: known in many languages, asked for in every catalog, and as their translator wants them."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from deck.languages.locales import locale_of
from deck.languages.samples import sample
from deck.languages.speech import LanguageSpeech
from deck.languages.words import LOOKED_OVER, _usual, usual
from deck.model.language import Language
from deck.model.speech import in_sentences
from deck.pipeline.build import lay_out
from deck.translating import catalog_files
from tests.outlines import texts
from tests.pipeline.test_lists_on_slides import outline

GROUPED = "layout: columns\ntitle: T\nitems: {list: members, group: status}"
SOURCED = "layout: statistics\ntitle: T\nfigures: [{id: a, value: 5, label: b, source: estimates}]"


def test_the_table_is_whole() -> None:
    found = _usual()
    assert all(locale_of(Language(tag)) and words["source"].count("{source}") == 1 for tag, words in found.items())
    assert all(found[tag].keys() == found["en"].keys() for tag in LOOKED_OVER)
    assert found["zh-Hant"].keys() == found["en"].keys()
    assert usual("source", Language("nb-NO")) == "Kilde: {source}"
    assert usual("source", Language("fo")) is None


@pytest.mark.parametrize("tag", ["zh-Hant", "zh-TW", "zh-HK", "zh-Hant-MO"])
def test_traditional_chinese_has_words_of_its_own(tag: str) -> None:
    assert usual("chart.missing", Language(tag)) == "無資料"
    assert usual("source", Language(tag)) == "資料來源：{source}"
    assert usual("chart.missing", Language("zh-Hans")) == usual("chart.missing", Language("zh-CN")) == "无数据"
    traditional = {char for words in _usual()["zh-Hant"].values() for char in words}
    assert not traditional & set("无数类与圆环条资来图线区国连减个点双页项这为计声响际现无质标视频")


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("ja", "甲：1；乙：2。"),
        ("hi", "甲: 1; 乙: 2।"),
        ("ur", "甲: 1؛ 乙: 2۔"),
        ("fa", "甲: 1؛ 乙: 2."),
        ("el", "甲: 1· 乙: 2."),
        ("th", "甲: 1; 乙: 2"),
        ("pt", "甲: 1; 乙: 2."),
    ],
)
def test_mere_signs_are_the_languages_own(tag: str, said: str) -> None:
    speech = LanguageSpeech(Language(tag))
    points = (speech.phrase("chart.point", place=place, value=value) for place, value in (("甲", "1"), ("乙", "2")))
    assert in_sentences([speech.listed([*points])], speech) == said
    assert in_sentences([said], speech) == said


def started(folder: Path, language: str, *slides: str) -> tuple[Path, dict[str, polib.POEntry]]:
    path = outline(folder, *slides)
    file = polib.pofile(str(catalog_files.start(path, language)))
    return path, {one.msgctxt: one for one in file if one.msgctxt.startswith("words.")}


@pytest.mark.parametrize(
    ("language", "form", "draft"),
    [("de", "Quelle: {source}", False), ("it", "Fonte: {source}", True), ("fo", "", False)],
)
def test_a_word_that_nobody_has_looked_over_is_a_draft(language: str, form: str, draft: bool, tmp_path: Path) -> None:
    _, asked = started(tmp_path, language, SOURCED)
    assert set(asked) == {"words.source"}
    assert (asked["words.source"].msgstr, asked["words.source"].fuzzy) == (form, draft)


def test_headings_of_groups_are_asked_for_in_the_catalog(tmp_path: Path) -> None:
    path, asked = started(tmp_path, "he", GROUPED)
    assert {key: one.msgid for key, one in asked.items()} == {
        "words.status.pathfinder": "Pathfinder countries",
        "words.status.candidate": "Candidate countries",
    }
    assert "What it is: the heading over a list’s countries of one status" in asked["words.status.candidate"].comment
    catalog = tmp_path / "locales" / "he.po"
    file = polib.pofile(str(catalog), wrapwidth=78)
    next(one for one in file if one.msgctxt == "words.status.pathfinder").msgstr = "מדינות החלוץ"
    file.save(str(catalog))
    built = lay_out(path, "he")
    runs = {p.plain: p.runs[0].language for _, _, text in texts(built.deck) for p in text.paragraphs}
    assert runs["מדינות החלוץ"] is None
    assert [tag for words, tag in runs.items() if words.startswith("Candidate")] == [Language("en")]
    told = [one.message for one in built.diagnostics if "words.status" in one.message]
    assert told == ["`words.status.candidate` is not translated: “Candidate countries”"]


@pytest.mark.parametrize("language", ["ar", "de", "pt", "sr", "zh-Hant", "or", "agq"])
def test_a_sample_is_in_its_language(language: str) -> None:
    found = sample(Language(language), 500)
    assert len(found) == 500
    assert found != sample(Language("en"), 500)


def test_a_sample_hangs_on_no_library_where_the_declaration_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deck.languages.samples.locale_of", lambda _: None)
    assert sample(Language("fr-CH"), 29) == "Tous les êtres humains naisse"
    assert sample(Language("zh"), 8) == "人人生而自由,在"
