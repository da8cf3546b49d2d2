"""A catalog that is damaged, or another language's, is told of in one sentence, and stops a release."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import polib
import pytest

from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.ground.diagnostics import DeckError, Diagnostic, Severity
from deck.languages.catalog import Catalog, Entry, read_catalog, translations
from deck.languages.messages import Message
from deck.languages.other_language import mistaken
from deck.languages.plurals import usual_rule
from deck.languages.po_file import read_po
from deck.model.language import Language
from deck.pipeline.build import lay_out
from deck.pipeline.judging import judged
from deck.pipeline.places import default_outline
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import write_outline

WEBINAR = default_outline().parent / "locales"
SLIDE = "layout: statement\ntitle: Hello\nstatement: Some words"
ENTRIES = (entry("slide-1.title", "Hello", "Bonjour"), entry("slide-1.statement", "Some words", "Des mots"))


def found(language: str, like: str) -> list[Diagnostic]:
    """What is said of the webinar's translation into the one language under the other's name."""
    texts = [one for one in polib.pofile(str(WEBINAR / f"{like}.po")) if not one.obsolete and not one.msgid_plural]
    entries = {one.msgctxt: Entry(one.msgid, (one.msgstr,), False, False, ()) for one in texts}
    named = Language(language)
    catalog = Catalog("x.po", named, usual_rule(named), entries)
    messages = [
        Message(one.msgctxt, one.msgid, "text", None, country="XX" if one.msgctxt.startswith("lists") else None)  # type: ignore[arg-type]
        for one in texts
    ]
    return list(mistaken(catalog, messages, Language("en"), {}))


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_a_catalog_in_its_own_language_is_not_told_of(language: str) -> None:
    assert found(language, language) == []


@pytest.mark.parametrize(
    ("language", "like", "said"),
    [
        ("de", "fr", "read as `fr`"),
        ("pt", "es", "read as `es`"),
        ("it", "es", "read as `es`"),
        ("uk", "ru", "read as `ru`"),
        ("fr", "ru", "Cyrillic letters"),
        ("ru", "fr", "Latin letters"),
        ("ar", "zh", "Cjk letters"),
        ("hi", "ar", "Arabic letters"),
    ],
)
def test_another_languages_texts_are_told_of(language: str, like: str, said: str) -> None:
    (finding,) = found(language, like)
    assert (finding.code, finding.severity) == ("other-language", Severity.WARNING)
    assert said in finding.message


def webinar(folder: Path, **copies: str) -> Path:
    """The webinar with catalogs under other names."""
    (folder / "locales").mkdir()
    for path in default_outline().parent.iterdir():
        if path.is_file():
            (folder / path.name).write_bytes(path.read_bytes())
    for name, like in copies.items():
        text = (WEBINAR / f"{like}.po").read_text(encoding="utf-8")
        (folder / "locales" / f"{name}.po").write_text(text, encoding="utf-8")
    return folder / "outline.yaml"


def told(outline: Path, language: str) -> Sequence[Diagnostic]:
    return [one for one in judged(lay_out(outline, language).diagnostics, release=True) if one.severity == "error"]


def test_a_sisters_texts_are_told_of(tmp_path: Path) -> None:
    outline = webinar(tmp_path, fr="fr", gl="fr")
    errors = {one.code: one.message for one in told(outline, "gl")}
    assert "those of `fr`, word for word" in errors["other-language"]
    assert "catalog-language" in errors


def test_the_sources_own_words_are_told_of(tmp_path: Path) -> None:
    outline = webinar(tmp_path, fr="fr")
    path = outline.parent / "locales" / "fr.po"
    file = polib.pofile(str(path), wrapwidth=78)
    for one in file:
        if not one.obsolete and not one.msgid_plural:
            one.msgstr = one.msgid
    file.save(str(path))
    assert "the source’s own words" in {one.code: one.message for one in told(outline, "fr")}["other-language"]


def test_mojibake_is_told_of(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    for words, good in (("FÃ¼r alle", "Für alle"), ("lâ€™eau", "l’eau"), ("ĞŸÑ€", "Пр"), ("«Â»", "«»"), ("ÂME", None)):
        write_catalog(tmp_path, *complete(), ENTRIES[0], entry("slide-1.statement", "Some words", words))
        codes = [one.code for one in told(outline, "fr")]
        assert codes == (["mojibake"] if good else []), words


@pytest.mark.parametrize(
    ("words", "good"),
    [
        ("MerciÃ©\N{NO-BREAK SPACE}!", "é"),
        ("pÅ™i", "ř"),
        ("voilÃ\N{NO-BREAK SPACE}", "à"),
        ("æ—¥æœ¬", "日"),
        ("«\N{NO-BREAK SPACE}liberté\N{NO-BREAK SPACE}»", None),
        ("LIBERTÉ\N{NO-BREAK SPACE}!", None),
        ("OÙ\N{NO-BREAK SPACE}?", None),
        ("«CAFÉ»", None),
        ("voilà\N{NO-BREAK SPACE}…", None),
        ("“allé–”", None),
        ("NESTLÉ®", None),
    ],
)
def test_accents_before_marks_of_typography_are_none(words: str, good: str | None, tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    write_catalog(tmp_path, *complete(), ENTRIES[0], entry("slide-1.statement", "Some words", words))
    found = [one.message for one in told(outline, "fr") if one.code == "mojibake"]
    assert [f"is “{good}”" in each for each in found] == ([True] if good else [])


@pytest.mark.parametrize(
    ("damage", "code", "words"),
    [
        ('msgstr "#-#-#-#-#  a.po  #-#-#-#-#\\nDes mots"', "merge-mark", "two translations were put together"),
        ('<<<<<<< ours\nmsgstr "Des mots"\n=======\nmsgstr "Mots"\n>>>>>>> theirs', "merge-mark", "was not finished"),
    ],
)
def test_marks_of_a_merge_are_errors(damage: str, code: str, words: str, tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    path = write_catalog(tmp_path, *complete(), *ENTRIES)
    path.write_text(path.read_text("utf-8").replace('msgstr "Des mots"', damage), encoding="utf-8")
    try:
        findings = lay_out(outline, "fr").diagnostics
    except DeckError as error:
        findings = error.diagnostics
    assert [(one.code, one.severity) for one in findings] == [(code, Severity.ERROR)]
    assert words in findings[0].message


def test_a_header_left_as_a_template_is_told_and_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    path = write_catalog(tmp_path, *complete(), *ENTRIES, rule="nplurals=INTEGER; plural=EXPRESSION;")
    for command in (["translate", "status"], ["check", "--language", "fr"]):
        assert main([*command, str(outline)]) == DONE
        assert "warning[plural-rule]" in capsys.readouterr().err
    assert main(["translate", "extract", str(outline)]) == DONE
    assert read_po(path).metadata["Plural-Forms"] == usual_rule(Language("fr")).header


def test_status_tells_what_stops_the_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    write_catalog(tmp_path, *complete(), *ENTRIES, rule="nplurals=2; plural=n n;")
    assert main(["translate", "status", str(outline)]) == FINDINGS
    assert "error[plural-rule]" in capsys.readouterr().err


def test_two_files_run_together_are_one_sentence(tmp_path: Path) -> None:
    path = write_catalog(tmp_path, *complete(), *ENTRIES)
    path.write_text(path.read_text("utf-8") + "\n" + path.read_text("utf-8"), encoding="utf-8")
    _, findings = read_catalog(path, Language("fr"))
    (finding,) = findings
    assert (finding.code, finding.severity) == ("duplicate-message", Severity.ERROR)
    assert finding.span
    assert path.read_text("utf-8").split("\n")[finding.span.line - 1] == 'msgid ""'


def test_lost_contexts_are_told_and_found_again(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    path = write_catalog(tmp_path, *complete(), *ENTRIES)
    path.write_text(re.sub("^msgctxt.*\n", "", path.read_text("utf-8"), flags=re.MULTILINE), encoding="utf-8")
    errors = [one for one in lay_out(outline, "fr").diagnostics if one.severity is Severity.ERROR]
    assert [one.code for one in errors] == ["context-lost"]
    assert main(["translate", "extract", str(outline)]) == DONE
    assert not lay_out(outline, "fr").diagnostics


@pytest.mark.parametrize("encoding", ["iso-8859-1", "cp1252", "utf-16", "utf-8-sig"])
def test_a_declared_encoding_is_read_and_written_as_utf_8(encoding: str, tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    path = write_catalog(tmp_path, *complete(), ENTRIES[0], entry("slide-1.statement", "Some words", "Été"))
    text = path.read_text("utf-8").replace("charset=UTF-8", f"charset={encoding.removesuffix('-sig')}")
    path.write_bytes(text.encode(encoding))
    assert "Été" in list(translations(path))
    assert not lay_out(outline, "fr").diagnostics
    assert main(["translate", "extract", str(outline)]) == DONE
    assert "charset=utf-8" in path.read_text("utf-8").lower()
    assert "Été" in path.read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "words", "code"),
    [
        ("de", 'Das "Ziel"', "straight-quotes"),
        ("fr", "Le 'but' commun", "straight-quotes"),
        ("fr", "Aujourd'hui, l'eau", None),
        ("he", 'ארה"ב ומו"מ', None),
        ("fr", 'Un écran de 15"', None),
        ("de", "Das Ziel - ein Weg", "hyphen-for-dash"),
        ("ru", "Цель - путь", "hyphen-for-dash"),
        ("de", "Das Ziel – ein Weg", None),
        ("de", "8 - 7", None),
        ("zh", "目标 - 道路", None),
    ],
)
def test_a_typewriters_signs_are_told(language: str, words: str, code: str | None, tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    escaped = words.replace('"', '\\"')
    write_catalog(
        tmp_path, *complete(), ENTRIES[0], entry("slide-1.statement", "Some words", escaped), language=language
    )
    codes = {one.code for one in lay_out(outline, language).diagnostics} & {"straight-quotes", "hyphen-for-dash"}
    assert codes == ({code} if code else set())


@pytest.mark.parametrize(
    ("language", "source", "words", "own"),
    [
        ("ru", "9.6% of all", "9.6% всех", "9,6 %"),
        ("ru", "9.6% of all", "9,6 % всех", None),
        ("ru", "9.6% of all", "9,6% всех", None),
        ("ru", "16% of all", "16% всех", "16 %"),
        ("ru", "16% of all", "16 % всех", None),
        ("fr", "27.6 million people", "27.6 millions de personnes", "27,6 millions"),
        ("fr", "24,900 people", "24,900 personnes", "24 900"),
        ("es", "1,500 people", "1,500 personas", "1500"),
        ("de", "US$ 1,234,567.50 in all", "1,234,567.50 US$ insgesamt", "1.234.567,50"),
        ("tr", "16% of all", "hepsinin 16%", "%16"),
        ("zh", "9.6% of all", "占9.6%", None),
        ("fr", "target 8.7 of 2015", "la cible 8.7 de 2015", None),
        ("fr", "see 3.14 and 1,5", "voir 3.14 et 1,5", None),
        ("fr", "version 2.6 million", "version 1.5 million", None),
        ("en-GB", "9.6% of all", "9.6% of them", None),
        ("fr", "indicators 8.7 b and 8.7 c", "indicateurs 8.7 b et 8.7 c", None),
        ("fr", "standard ISO 9001.2000", "norme ISO 9001.2000", None),
        ("fr", "server 192.168.100.100", "serveur 192.168.100.100", None),
        ("fr", "so `9.6%` is", "ainsi `9.6%` est", None),
        ("de", "1,200–1,500 people", "1,200–1,500 Menschen", "1.200–1.500"),
        ("fr", "900–1,500 people", "900-1,500 personnes", "900–1 500"),
        ("ru", "1.5–2 million people", "1.5–2 миллиона человек", "1,5–2 миллиона"),
        ("de", "9.6 to 12.5% of all", "9.6–12.5% von allen", "9,6–12,5 %"),
        ("tr", "50–60% of all", "hepsinin 50–60%", "%50–60"),
        ("de", "1,200–1,500 people", "1.200-1.500 Menschen", None),
        ("de", "1,200–1,500 people", "1.200 – 1.500 Menschen", None),
        ("de", "50–60% of all", "50-60 % von allen", None),
        ("zh", "1,200–1,500 people", "1,200-1,500人", None),
        ("fr", "targets 8.7–16.2", "les cibles 8.7–16.2", None),
        ("fr", "in 2015–2030", "de 2015–2030", None),
        ("fr", "call 1,200-1,500-2", "appelez 1,200-1,500-2", None),
        ("fr", "from 1,500–1,200", "de 1,500–1,200", None),
        ("fr", "file A-1,200–1,500", "dossier A-1,200–1,500", None),
    ],
)
def test_figures_that_are_copied_with_the_sources_signs_are_told(
    language: str, source: str, words: str, own: str | None, tmp_path: Path
) -> None:
    outline = write_outline(tmp_path, SLIDE.replace("Some words", source))
    write_catalog(tmp_path, *complete(), ENTRIES[0], entry("slide-1.statement", source, words), language=language)
    hints = [one.hint for one in lay_out(outline, language).diagnostics if one.code == "foreign-figure"]
    assert hints == ([f"write {own}"] if own else [])
