"""What a deck says by itself, in a language that has none of it here: asked for in its catalog, and said by it."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest

from deck.ground.diagnostics import Span, has_errors
from deck.languages.messages import PHRASE, Message, messages
from deck.languages.speech import LanguageSpeech
from deck.languages.words import LOOKED_OVER, _usual
from deck.model.language import Language
from deck.model.text import FIELD
from deck.pipeline.build import lay_out
from deck.pipeline.reading import read
from deck.translating import catalog_files, own_words
from tests.outlines import texts, write_outline
from tests.pipeline.test_lists_on_slides import outline

_MANY = ", ".join(f"{{id: c{number}, label: C{number}, value: {number}}}" for number in range(1, 15))
_TWO = "series: [{id: s, name: S}, {id: t, name: T}]\ncategories: [{id: a, label: A, values: {s: 1, t: 2}}]"
_ONE = "categories: [{id: a, label: A, value: 1}, {id: b, label: B, value: 2}]"
_PAST = (
    "categories: [{id: a, label: A, value: 1, total: true}, {id: b, label: B, value: 2}, {id: c, label: C, value: -5}]"
)
_CHART = "layout: chart\ntitle: {}\n{}"
SLIDES = (
    _CHART.format("Bars", "table: beside\ncategories: [{id: a, label: A, value: 2, low: 1, high: 3}, {id: b, label: B}]"),  # noqa: E501
    _CHART.format("Columns", f"kind: column\n{_ONE}"),
    _CHART.format("Lines", f"kind: line\ncategories: [{_MANY}]"),
    _CHART.format("By date", "kind: line\nspacing: by-date\ncategories: [{label: '2001', value: 1}, {label: '2004', value: 2}]"),  # noqa: E501
    _CHART.format("Area", f"kind: area\n{_ONE}"),
    _CHART.format("Both", f"kind: combined\n{_TWO.replace('name: T', 'name: T, drawn: line')}"),
    _CHART.format("Points", "kind: scatter\ncategories: [{id: a, label: A, x: 1, value: 2}, {id: b, label: B, x: 2, value: 3}]"),  # noqa: E501
    _CHART.format("Ring", f"kind: doughnut\n{_ONE}"),
    _CHART.format("Steps", f"kind: waterfall\n{_PAST}"),
    "layout: map\ntitle: Map\nitems: [{id: no, text: Norway}]",
    "layout: icon-array\ntitle: Icons\nvalue: 3\nof: 5\nlabel: of them",
    "layout: change\ntitle: Up\nfigures: [{id: a, label: A, before: 1, after: 2}, {id: b, label: B, before: 2, after: 1},"  # noqa: E501
    " {id: c, label: C, before: 2, after: 2}]",
    "layout: change\ntitle: Points of a hundred\nfigures: [{id: a, label: A, before: 1 %, after: 2 %},"
    " {id: b, label: B, before: 2 %, after: 4 %}]",
    "layout: scorecard\ntitle: Scores\ncriteria: [{id: c, name: C}]\nrows: [{id: r, label: R, scores: {c: 1}},"
    " {id: q, label: Q, scores: {}}]",
    "layout: gantt\ntitle: Tasks\ntoday: 2026-02-01\ntasks: [{id: t, label: T, start: 2026-01, end: 2026-03}]",
    "layout: diagram\ntitle: Boxes\nnodes: [{id: a, name: A}, {id: b, name: B}]\nedges: [{joins: a -> b}]",
    "layout: timeline\ntitle: Years\nnow: b\nevents: [{id: a, date: '2001', heading: A}, {id: b, date: '2002', heading: B}]",  # noqa: E501
    "layout: matrix\ntitle: Fields\nform: swot\nquadrants:"
    " [{id: a, items: [A]}, {id: b, items: [B]}, {id: c, items: [C]}, {id: d, items: [D]}]",
    "layout: video\ntitle: Film\nlink: https://example.org/film\nposter: {file: donor.png, description: A hall}",
)  # fmt: skip
ASKED = frozenset(
    name
    for name, phrase in _usual()["en"].items()
    if "." in name and not name.startswith("status.") and any(map(str.isalpha, FIELD.sub("", phrase)))
)
"""All but mere signs."""


@pytest.mark.parametrize("language", ["it", "pt", "ja"])
def test_all_that_a_deck_says_by_itself_is_asked_for_and_said_as_translated(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = outline(tmp_path, *SLIDES)
    asked = {one.key: one for one in messages(read(path)[0]) if one.key.startswith("words.")}
    assert asked.keys() == {f"words.{name}" for name in ASKED}
    assert not any(one.usual(Language(language), "cldr") for one in asked.values())
    catalog = polib.POFile(wrapwidth=78)
    catalog.metadata = {"Language": language, "Content-Type": "text/plain; charset=UTF-8"}
    (tmp_path / "locales").mkdir()
    catalog.save(str(tmp_path / "locales" / f"{language}.po"))
    for key in [one.key for one in asked.values() if not one.in_catalog(Language(language), Language("en"))]:
        del asked[key]
    told = {one.field for one in lay_out(path, language).diagnostics if one.code == "untranslated"}
    assert {key for key in told if key and key.startswith("words.")} == asked.keys()
    for key, one in asked.items():
        words = f"«{key}» {' '.join(f'{{{name}}}' for name in one.names)}"
        catalog.append(polib.POEntry(msgctxt=key, msgid=one.text, msgstr=words))
    catalog.save(str(tmp_path / "locales" / f"{language}.po"))
    said: dict[str, str] = {}
    usual = LanguageSpeech.phrase

    def phrase(self: LanguageSpeech, name: str, /, **words: str) -> str:
        found = usual(self, name, **words)
        if self.language.tag == language:
            said[name] = found
        return found

    monkeypatch.setattr(LanguageSpeech, "phrase", phrase)
    built = lay_out(path, language)
    assert not [one.field for one in built.diagnostics if (one.field or "").startswith("words.")]
    names = {key.removeprefix("words.") for key in asked}
    assert said.keys() >= names
    assert [name for name in names if not said[name].startswith(f"«words.{name}»")] == []
    shown = " ".join(text.paragraphs[0].plain for _, _, text in texts(built.deck))
    assert "«words.chart.category»" in shown
    assert "«words.map.disclaimer»" in shown


@pytest.mark.parametrize("language", sorted(LOOKED_OVER))
def test_where_they_are_known_nobody_has_to_translate_them(language: str) -> None:
    known = _usual()[language]
    asked = [Message(f"words.{name}", _usual()["en"][name], PHRASE, Span("deck.yaml")) for name in ASKED]
    assert {one.settled(Language(language), "cldr") for one in asked} == {known[name] for name in ASKED}


def test_an_outline_in_such_a_language_is_told_of_them_and_may_have_a_catalog_of_its_own(tmp_path: Path) -> None:
    path = write_outline(tmp_path, SLIDES[1], language="it")
    (told,) = [one for one in lay_out(path).diagnostics if one.code == "untranslated"]
    assert told.message == "`words.chart.column` is in English: “Column chart”"
    assert told.hint == "`translate start it` begins a catalog that asks for it"
    catalog = catalog_files.start(path, "it")
    file = polib.pofile(str(catalog), wrapwidth=78)
    assert [one.msgctxt for one in file] == ["words.chart.column"]
    assert [one.code for one in lay_out(path).diagnostics if one.code == "untranslated"] == ["untranslated"]
    file[0].msgstr = "Istogramma"
    file.save(str(catalog))
    built = lay_out(path)
    assert not [one for one in built.diagnostics if one.code == "untranslated"]
    assert built.presentation.words["chart.column"].plain == "Istogramma"


@pytest.mark.parametrize("language", ["ar", "he", "fa"])
def test_a_catalog_as_it_was_begun_builds_with_a_difference_of_two_shares(language: str, tmp_path: Path) -> None:
    path = write_outline(
        tmp_path, "layout: change\ntitle: Up\nfigures: [{id: a, label: A, before: 71%, after: 72%}]", language="en"
    )
    assert any(one.names for one in messages(read(path)[0]) if one.key.startswith("words.change.point"))
    catalog_files.start(path, language)
    built = lay_out(path, language)
    assert {one.code for one in built.diagnostics if has_errors([one]) or one.code != "untranslated"} == set()
    assert catalog_files.extract(path) == []


def test_an_outline_in_a_language_that_has_them_is_told_nothing(tmp_path: Path) -> None:
    path = write_outline(tmp_path, SLIDES[1], language="fr")
    assert not [one for one in lay_out(path).diagnostics if one.code == "untranslated"]


def test_a_phrase_names_no_facts_of_the_outline(tmp_path: Path) -> None:
    path = write_outline(tmp_path, SLIDES[0])
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^facts:.*\n(?=  )", r"\g<0>  low: a word that nobody names\n", text), encoding="utf-8")
    presentation = read(path)[0]
    assert "low" in presentation.values
    assert "facts.low" not in {one.key for one in messages(presentation)}


def test_a_translator_is_told_where_each_phrase_stands() -> None:
    assert all(own_words.place(name) for name in ASKED)
    assert own_words.place("map.disclaimer") == "the remark under a map"


def test_a_translator_is_told_what_a_phrase_s_names_and_a_chart_s_unit_are(tmp_path: Path) -> None:
    slide = _CHART.format("Lines", f"kind: line\nunit: hectares\ncategories: [{_MANY}]")
    file = polib.pofile(str(catalog_files.start(write_outline(tmp_path, slide), "sw")))
    comments = {one.msgctxt: " ".join(one.comment.split()) for one in file}
    assert "{least} stands for the lowest figure; keep it as it is" in comments["words.chart.from-to"]
    assert "{first} stands for what the first figure is of" in comments["words.chart.from-to"]
    assert "What it is: what stands after each number here: a sign, or a word" in comments["slide-1.unit"]
