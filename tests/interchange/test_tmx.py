"""Translation memories: what one deck's translators finished is offered to the next, as drafts."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.ground.diagnostics import DeckError, Span
from deck.interchange import nearness, tmx_reading
from deck.interchange.returned import folded
from deck.interchange.taking_in import take_in
from deck.interchange.tmx_writing import segment, to_tmx
from deck.languages.messages import Message
from deck.model.language import Language
from deck.translating import catalog_files
from deck.translating.completeness import status
from tests.languages.catalogs import RULES
from tests.outlines import write_outline

EN, FR = Language("en"), Language("fr")
BOLD = "A **bold** word for {partners}, [here](https://example.org)"
IN_FRENCH = "Un mot **gras** pour {partners}, [ici](https://example.org)"
MEMORY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="de"/><body>{}</body></tmx>
"""
UNIT = '<tu><tuv xml:lang="{}"><seg>{}</seg></tuv><tuv xml:lang="{}"><seg>{}</seg></tuv></tu>'


def catalog(*entries: polib.POEntry) -> polib.POFile:
    file = polib.POFile(wrapwidth=78)
    file.metadata = {"Plural-Forms": RULES["fr"]}
    file.extend(entries)
    return file


def entry(key: str, source: str, target: str = "", **more: object) -> polib.POEntry:
    return polib.POEntry(msgctxt=key, msgid=source, msgstr=target, **more)


def offered(file: polib.POFile, memory: str | bytes, folder: Path) -> dict[str, str]:
    """Takes the memory in; the translations that are drafts now."""
    path = folder / "earlier.tmx"
    path.write_bytes(memory if isinstance(memory, bytes) else memory.encode())
    messages = [
        Message(one.msgctxt, one.msgid, "title", Span("x"), count="n" if one.msgid_plural else None)
        for one in file
        if not one.obsolete
    ]
    for read in tmx_reading.files(path, messages, EN):
        if read.language == "fr":
            take_in(file, read.units)
    return {
        one.msgctxt: one.msgstr for one in file if one.fuzzy and one.tcomment.startswith("From memory: earlier.tmx")
    }


def test_marks_and_names_are_elements_that_hold_what_they_stand_for() -> None:
    assert segment(BOLD) == (
        'A <bpt i="1" type="bold">**</bpt>bold<ept i="1">**</ept> word for <ph type="x-name">{partners}</ph>, '
        '<bpt i="2" type="link">[</bpt>here<ept i="2">](https://example.org)</ept>'
    )


@given(st.text() | st.text(st.sampled_from("a *_[](){}`\\<&\n")))
def test_a_segment_says_all_of_the_text(markup: str) -> None:
    legal = "".join(each for each in markup if each in "\t\n" or " " <= each < "\ud800" or "\ue000" <= each < "\ufffe")
    legal = "".join(each for each in markup if each in legal or each > "\uffff")
    said = "".join(ElementTree.fromstring(f"<seg>{segment(markup)}</seg>").itertext())
    assert said == legal


def test_what_is_finished_is_offered_for_the_same_words(tmp_path: Path) -> None:
    plural = polib.POEntry(msgctxt="old.n", msgid="{n} words", msgid_plural="{n} words")
    plural.msgstr_plural = {0: "{n} mot", 1: "{n} mots"}
    earlier = catalog(
        entry("old.bold", BOLD, IN_FRENCH),
        entry("old.gone", "Gone", "Parti", obsolete=True),
        entry("old.draft", "Draft", "Brouillon", flags=["fuzzy"]),
        entry("old.missing", "Missing"),
        plural,
    )
    counted = polib.POEntry(msgctxt="n", msgid="{n} words", msgid_plural="{n} words", msgstr_plural={0: "", 1: ""})
    file = catalog(
        entry("bold", BOLD.replace("word", "  word")), entry("gone", "Gone"), entry("draft", "Draft"), counted
    )
    found = offered(file, to_tmx(earlier, EN, FR), tmp_path)
    assert found == {"bold": IN_FRENCH, "gone": "Parti", "n": ""}
    assert counted.msgstr_plural == {0: "{n} mot", 1: "{n} mots"}


def test_what_has_a_translation_is_left_alone(tmp_path: Path) -> None:
    file = catalog(entry("a", "One", "Un (ici)"), entry("b", "One", "Une ?", flags=["fuzzy"]))
    file.append(entry("c", "One", "Un (avant)", obsolete=True))
    before = str(file)
    assert offered(file, to_tmx(catalog(entry("a", "One", "Un")), EN, FR), tmp_path) == {}
    assert str(file) == before


@pytest.mark.parametrize("tag", ["en", "EN-us", "en_GB"])
def test_a_memory_from_the_language_of_any_country_serves(tag: str, tmp_path: Path) -> None:
    file = catalog(entry("a", "One"))
    assert offered(file, MEMORY.format(UNIT.format(tag, "One", "fr", "Un")), tmp_path) == {"a": "Un"}


CAMPAIGN = "We ask **{members} countries** to end forced labour by 2030"


def near(source: str, target: str, wanted: str, folder: Path, more: str = "") -> polib.POEntry:
    """The text's entry, once a memory with this one translation was taken in."""
    file = catalog(entry("a", wanted))
    memory = to_tmx(catalog(entry("old", source, target)), EN, FR).replace(b"</body>", f"{more}</body>".encode())
    offered(file, memory, folder)
    return file[0]


@pytest.mark.parametrize(
    ("wanted", "target", "offer"),
    [
        (
            "We ask **{members} countries** to end child labour by 2030",
            "A **{members}**, 2030",
            "A **{members}**, 2030",
        ),
        ("We ask **{partners} countries** to end it by 2035", "A **{members}**, 2030", "A **{partners}**, 2030"),
        ("We ask them all: to end forced labour by 2030!", "**{members} pays**", "pays"),
        ("We ask _countries_ to end FORCED labour by 2,030", "**{members}** * a", "* a"),
    ],
)
def test_nearly_the_same_words_are_offered_beside_those_that_they_translate(
    wanted: str, target: str, offer: str, tmp_path: Path
) -> None:
    found = near(CAMPAIGN, target, wanted, tmp_path)
    assert (found.msgstr.strip(), found.previous_msgid, found.fuzzy) == (offer, CAMPAIGN, True)
    assert found.tcomment == "From memory: earlier.tmx"


LITERAL = UNIT.format("en", "We work with {{members}} partners in many lands", "fr", "{}")


def literal(*targets: str) -> str:
    """A memory of another tool, which has names in braces as words."""
    return MEMORY.format("".join(LITERAL.format(target) for target in targets))


@pytest.mark.parametrize(
    ("wanted", "offer"),
    [
        ("We work with {members} partners in many countries and lands", "Avec {members}"),
        ("We work with {partners} partners in many lands", "Avec {partners}"),
        ("We **work with {members}** partners in many lands", "Avec {members}"),
    ],
)
@pytest.mark.parametrize("plural", [False, True])
def test_names_that_a_memory_has_as_words_are_names(wanted: str, offer: str, plural: bool, tmp_path: Path) -> None:
    more = {"msgid_plural": wanted, "msgstr_plural": {0: "", 1: ""}} if plural else {}
    file = catalog(entry("a", wanted, **more))
    offered(file, literal("Avec {members}"), tmp_path)
    assert (file[0].msgstr_plural or file[0].msgstr) == ({0: offer, 1: offer} if plural else offer)
    assert file[0].fuzzy
    assert "{{" not in f"{file}"


def test_of_one_source_s_several_translations_all_are_told(tmp_path: Path) -> None:
    file = catalog(entry("a", "We work with {members} partners in many countries and lands"))
    offered(file, literal("Avec {members}", "Ensemble, {members}", "Avec {members}"), tmp_path)
    assert file[0].tcomment == "From memory: earlier.tmx\nIt also has: Ensemble, {members}"


@pytest.mark.parametrize(
    "wanted",
    [
        "We ask **{members} countries** to end forced labour",
        "We ask {members} governments to ban forced marriage by 2030",
        "by 2030",
        "2030",
        "8.7",
    ],
)
def test_what_says_less_of_the_same_or_another_number_of_figures_is_not_near(wanted: str, tmp_path: Path) -> None:
    assert not near(CAMPAIGN, "Nous demandons", wanted, tmp_path).msgstr


def test_the_very_words_come_before_the_nearest_and_those_before_others(tmp_path: Path) -> None:
    exact = UNIT.format("en", "We ask you to end it", "fr", "Exactement")
    other = UNIT.format("en", "We ask all to end it now", "fr", "Loin")
    found = near("We ask all to end it", "Presque", "We ask you to end it", tmp_path, exact + other)
    assert (found.msgstr, found.previous_msgid) == ("Exactement", None)
    assert near("We ask all to end it", "Presque", "We ask you to end it", tmp_path, other).msgstr == "Presque"


def test_a_near_offer_stays_a_draft_whatever_the_outline_says_next(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, "layout: statement\ntitle: We ask you to end it\nstatement: X")
    path = catalog_files.start(outline, "fr")
    memory = tmp_path / "earlier.tmx"
    memory.write_bytes(to_tmx(catalog(entry("old", "We ask all to end it", "Presque")), EN, FR))
    for _ in "12":
        assert main(["translate", "tmx", "import", str(memory), str(outline)]) == DONE
        assert main(["translate", "extract", str(outline)]) == DONE
        drafts = {one.msgctxt: one for one in polib.pofile(str(path)) if not one.obsolete}
        draft = drafts["slide-1.title"]
        assert (draft.msgstr, draft.fuzzy, draft.previous_msgid) == ("Presque", True, "We ask all to end it")
    (words,) = (one.words for one in status(outline))
    assert words.match_75 + words.match_85 == 6
    write_outline(tmp_path, "layout: statement\ntitle: We ask all to end it\nstatement: X")
    assert main(["translate", "extract", str(outline)]) == DONE
    drafts = {one.msgctxt: one for one in polib.pofile(str(path)) if not one.obsolete}
    assert (drafts["slide-1.title"].msgstr, drafts["slide-1.title"].fuzzy) == ("Presque", True)


@pytest.mark.parametrize(
    ("forms", "wanted", "offer"),
    [
        (["{n} pays aide", "{n} pays aident"], "{members} countries help us all", {0: "{members} pays aident"}),
        (["{n} pays aide", "{n} pays aident"], None, {0: "{n} pays aide", 1: "{n} pays aident"}),
    ],
)
def test_plural_forms_are_offered_by_their_numbers(
    forms: list[str], wanted: str | None, offer: dict[int, str], tmp_path: Path
) -> None:
    source = "{n} countries help us now"
    plural = entry("old.n", source, msgid_plural=source, msgstr_plural=dict(enumerate(forms)))
    file = catalog(entry("a", wanted or "{n} countries help us all"))
    if wanted is None:
        file[0].msgid_plural, file[0].msgstr_plural = file[0].msgid, {0: "", 1: ""}
    offered(file, to_tmx(catalog(plural), EN, FR), tmp_path)
    assert (file[0].msgstr_plural or {0: file[0].msgstr}) == offer


def _words(letters: str) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(letters), min_size=1, max_size=9)


@given(st.lists(_words("abcdef12"), max_size=8), _words("abcdef12"), st.sampled_from([50, 75, 90]))
def test_the_index_finds_just_what_is_near(texts: list[list[str]], words: list[str], least: int) -> None:
    found = [*nearness.Nearest(texts, least).to(words)]
    shares = [nearness.same(words, texts[index]) for index in found]
    assert shares == sorted(shares, reverse=True)

    def numbers(text: list[str]) -> int:
        return len(re.findall("[12]+", "".join(text)))

    expected = {
        index
        for index, text in enumerate(texts)
        if nearness.same(words, text) >= least and numbers(text) == numbers(words) and {*words} & {*text} - {*"12"}
    }
    assert {*found} == expected


def test_other_tools_elements_are_no_words(tmp_path: Path) -> None:
    inline = '<bpt i="1">&lt;b&gt;</bpt>{}<ept i="1">&lt;/b&gt;</ept> {} <ph>&lt;x/&gt;</ph>'
    source, target = (inline.format(*words) for words in (("Bold", "words for"), ("Mots", "gras * pour")))
    memory = MEMORY.format(UNIT.format("EN-us", source, "fr_FR", target))
    file = catalog(entry("a", "**Bold** words for {partners}"))
    path = tmp_path / "earlier.tmx"
    path.write_text(memory, encoding="utf-8")
    (read,) = tmx_reading.files(path, [Message("a", file[0].msgid, "title", Span("x"))], EN)
    assert read.language == "fr-FR"
    take_in(file, read.units)
    assert (folded(file[0].msgstr), file[0].fuzzy) == ("Mots gras * pour", True)


def test_the_same_text_of_the_same_slide_comes_first_and_others_are_told_of(tmp_path: Path) -> None:
    earlier = catalog(entry("a", "Why", "Pourquoi"), entry("b", "Why", "Pour quoi"), entry("c", "Why", "Pourquoi"))
    file = catalog(entry("b", "Why"), entry("d", "Why"))
    assert offered(file, to_tmx(earlier, EN, FR), tmp_path) == {"b": "Pour quoi", "d": "Pourquoi"}
    assert file[0].tcomment == "From memory: earlier.tmx\nIt also has: Pourquoi"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<xliff/>", "this is no TMX"),
        ("<tmx>", "no well-formed XML"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx/>', "defines no entities"),
        (MEMORY.format(UNIT.format("de", "Eins", "fr", "Un")), "holds no translation from `en`"),
    ],
)
def test_what_is_no_memory_is_refused(text: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "x.tmx").write_text(text, encoding="utf-8")
    with pytest.raises(DeckError, match=said):
        tmx_reading.files(tmp_path / "x.tmx", [], EN)


def test_an_earlier_webinar_s_translations_are_offered_to_the_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slide = "layout: statement\ntitle: Hello\nstatement: {}"
    first, second = tmp_path / "first", tmp_path / "second"
    for folder, words in ((first, "Our friends"), (second, "Our partners")):
        folder.mkdir()
        catalog_files.start(write_outline(folder, slide.format(words)), "fr")
    path = first / "locales" / "fr.po"
    file = polib.pofile(str(path), wrapwidth=78)
    for one in file:
        one.msgstr = f"{one.msgid} (fr)"
        one.flags = [flag for flag in one.flags if flag != "fuzzy"]
    path.write_text(str(file), encoding="utf-8")
    assert main(["translate", "tmx", "export", "fr", str(first / "outline.yaml")]) == DONE
    memory = first / "locales" / "fr.tmx"
    # A memory has more languages than a deck; one that the deck has none of says so.
    text = memory.read_text("utf-8").replace("</body>", UNIT.format("en", "Hello", "eo", "Saluton") + "</body>")
    memory.write_text(text, encoding="utf-8")
    outline = str(second / "outline.yaml")
    capsys.readouterr()
    assert main(["translate", "tmx", "import", str(memory), outline, "--dry-run"]) == DONE
    assert main(["translate", "tmx", "import", str(memory), outline]) == DONE
    told = capsys.readouterr().out
    assert "of them from memory, as drafts" in told
    after = {one.msgctxt: one for one in polib.pofile(str(second / "locales" / "fr.po"))}
    assert (after["slide-1.title"].msgstr, after["slide-1.title"].fuzzy) == ("Hello (fr)", True)
    assert after["slide-1.statement"].msgstr == ""
    assert main(["translate", "tmx", "import", str(memory), outline]) == DONE
    assert "fr.po: 0 messages changed\n" in capsys.readouterr().out
    memory.write_text(MEMORY.format(""), encoding="utf-8")
    assert main(["translate", "tmx", "import", str(memory), outline]) == DONE
    assert "holds no translations" in capsys.readouterr().out
    memory.write_text(MEMORY.format(UNIT.format("en", "Hello", "eo", "Saluton")), encoding="utf-8")
    assert main(["translate", "tmx", "import", str(memory), outline]) == FINDINGS
    assert "there is no catalog of `eo`" in capsys.readouterr().err
