"""Catalogs as XLIFF 1.2, there and back."""

from __future__ import annotations

import contextlib
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck import markup as markup_reader
from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.ground.diagnostics import DeckError
from deck.interchange import taking_in, xliff_reading
from deck.interchange.inline import NAMESPACE, from_inline, to_inline
from deck.interchange.returned import folded
from deck.interchange.review import remarks_of
from deck.interchange.taken import Change, TakenIn
from deck.interchange.xliff_writing import to_xliff
from deck.model.language import Language
from deck.pipeline.places import default_outline
from deck.translating import catalog_files, exchange
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import write_outline

WORDS = "**Bold** {partners} and a [link](https://example.org?a=1&b=2) <&>"
SLIDE = f"layout: statement\ntitle: Hello\nstatement: '{WORDS}'"
END = "<source>Hello</source>"
EN, FR = Language("en"), Language("fr")


def element(inline: str) -> ElementTree.Element:
    return ElementTree.fromstring(f'<source xmlns="{NAMESPACE[1:-1]}">{inline}</source>')


def take_in(file: polib.POFile, data: bytes, path: str, **options: Any) -> TakenIn:
    sources = {folded(one.msgid): one.msgid for one in file if not one.obsolete}
    read = xliff_reading.files(data, path, sources)
    return taking_in.take_in(file, [unit for each in read for unit in each.units], **options)


def exported(folder: Path, *entries: str) -> tuple[polib.POFile, str]:
    path = write_catalog(folder, *complete(), *entries)
    file = polib.pofile(str(path), wrapwidth=78)
    return file, to_xliff(file, "outline.yaml", EN, FR).decode()


def test_markup_and_names_are_elements() -> None:
    assert to_inline(WORDS) == (
        '<g id="bold-1" ctype="bold">Bold</g> <x id="partners" ctype="x-name" equiv-text="{partners}"/> and a '
        '<g id="link-1" ctype="link" xid="https://example.org?a=1&amp;b=2">link</g> &lt;&amp;&gt;'
    )


@given(st.text(st.sampled_from("ab *_[](){}\\<>&\"'é\n\t"), max_size=40) | st.text())
def test_any_text_comes_back(markup: str) -> None:
    back = element(to_inline(markup))
    legal = "".join(
        one
        for one in markup
        if one in "\t\n" or "\x20" <= one <= "\ud7ff" or "\ue000" <= one <= "\ufffd" or one > "\uffff"
    )
    assert from_inline(back, back) == legal


@pytest.mark.parametrize("language", ["ar", "es", "fr", "ru", "zh"])
def test_the_webinars_catalogs_come_back_byte_for_byte(language: str) -> None:
    path = default_outline().parent / "locales" / f"{language}.po"
    file = polib.pofile(str(path), wrapwidth=78)
    data = to_xliff(file, "outline.yaml", EN, Language(language))
    assert take_in(file, data, "x.xlf") == TakenIn()
    empty = polib.pofile(str(path), wrapwidth=78)
    messages = [one for one in empty if not one.obsolete]
    for one in messages:
        one.msgstr, one.msgstr_plural = "", dict.fromkeys(one.msgstr_plural, "")
    assert len(take_in(empty, data, "x.xlf").changed) == len(messages)
    assert f"{empty}".encode() == path.read_bytes()


_MARKUP = st.text(st.sampled_from("ab *_[](){}\\<>&\"'é\n"), min_size=1, max_size=12).map(folded).filter(bool)


@st.composite
def _entries(draw: st.DrawFn) -> list[polib.POEntry]:
    """Messages in any state: alone or counted, translated or not, drafts of the same source or of another."""
    entries = []
    for number in range(draw(st.integers(1, 4))):
        one = polib.POEntry(msgctxt=f"slide-{number}.title", msgid=draw(_MARKUP), comment="Room: about 90 characters")
        forms = draw(st.lists(_MARKUP | st.just(""), min_size=2, max_size=2))
        if draw(st.booleans()):
            one.msgid_plural, one.msgstr_plural = one.msgid, dict(enumerate(forms))
        else:
            one.msgstr = forms[0]
        if any(one.msgstr_plural.values()) or one.msgstr:
            one.flags = draw(st.sampled_from([[], ["fuzzy"]]))
            one.previous_msgid = draw(_MARKUP | st.none()) if one.flags else None
        entries.append(one)
    return entries


@given(_entries())
def test_a_catalog_comes_back_byte_for_byte(entries: list[polib.POEntry]) -> None:
    file = polib.POFile(wrapwidth=78)
    file.extend(entries)
    before = str(file)
    data = to_xliff(file, "outline.yaml", EN, FR)
    assert take_in(file, data, "x.xlf") == TakenIn()
    assert str(file) == before
    translated = sum(bool(one.msgstr or any(one.msgstr_plural.values())) for one in file)
    for one in file:
        one.msgstr, one.msgstr_plural = "", dict.fromkeys(one.msgstr_plural, "")
    assert len(take_in(file, data, "x.xlf").changed) == translated
    assert str(file) == before


def test_units_say_what_translators_need(tmp_path: Path) -> None:
    drafted = (
        '#. Room: about 90 characters\n#, fuzzy\n#| msgid "Hi"\nmsgctxt "a.title"\nmsgid "Hello"\nmsgstr "Salut"\n'
    )
    _, text = exported(tmp_path, f"\n{drafted}", entry("b.title", "{n} x", "{n} y", "{n} z"))
    root = ElementTree.fromstring(text)
    units = {one.get("id"): one for one in root.iter(f"{NAMESPACE}trans-unit")}
    unit = units["a.title"]
    assert (unit.get("maxwidth"), unit.get("size-unit")) == ("90", "char")
    assert unit.findtext(f"{NAMESPACE}note") == "Room: about 90 characters"
    assert unit.findtext(f"{NAMESPACE}alt-trans/{NAMESPACE}source") == "Hi"
    target = unit.find(f"{NAMESPACE}target")
    assert target is not None
    assert target.get("state") == "needs-l10n"
    forms = [units[f"b.title[{index}]"].findtext(f"{NAMESPACE}note") for index in (0, 1)]
    assert forms == ["This form is for: 0, 1", "This form is for: 2, 3, 4, 5, 6, 7, …"]


def test_a_note_is_whole_however_its_file_wraps_it() -> None:
    lines = [
        "Slide 3: " + "A well-worn phrase of {partners} " * 6,
        "What it is: statement",
        "Room: about 90 characters",
    ]
    file = polib.POFile(wrapwidth=78)
    file.append(polib.POEntry(msgctxt="a.title", msgid="Hello", comment="\n".join(map(str.strip, lines))))
    wrapped = polib.pofile(str(file), wrapwidth=78)
    assert len(wrapped[0].comment.split("\n")) > len(lines)
    root = ElementTree.fromstring(to_xliff(wrapped, "outline.yaml", EN, FR))
    notes = root.iterfind(f".//{NAMESPACE}trans-unit/{NAMESPACE}note")
    assert [note.text for note in notes] == list(map(str.strip, lines))


@pytest.mark.parametrize("target", ["", '<target state="new"></target>', '<target state="translated"> </target>'])
def test_what_the_file_does_not_translate_stays(target: str, tmp_path: Path) -> None:
    entries = (entry("a.title", "Hello", "Bonjour"), entry("b.title", "{n} x", "{n} y", "{n} z", flags="fuzzy"))
    file, text = exported(tmp_path, *entries)
    before = str(file)
    emptied = re.sub(r"<target.*?</target>", target, text)
    assert take_in(file, emptied.encode(), "x.xlf") == TakenIn()
    assert str(file) == before


def test_units_of_no_message_and_what_is_replaced_are_told(tmp_path: Path) -> None:
    file, text = exported(tmp_path, entry("a.title", "Hello", "Bonjour"), entry("b.title", "{n} x", "{n} y", "{n} z"))
    text = text.replace(">Bonjour<", ">Salut<").replace('id="presentation.footer"', 'id="gone"')
    text = text.replace('id="b.title[1]"', 'id="b.title[7]"')
    text = re.sub('(id="gone".*?<source>)[^<]*', r"\1Nobody knows", text, flags=re.DOTALL)
    taken = take_in(file, text.encode(), "x.xlf")
    assert (taken.changed, taken.unknown) == (["a.title"], ["gone", "b.title[7]"])
    assert taken.replaced == [Change("a.title", "Bonjour", "Salut")]
    (one,) = (one for one in file if one.msgctxt == "a.title")
    assert (one.msgstr, remarks_of(one)) == ("Salut", "Before: Bonjour")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("**Loud** and *soft*", r"\*\*Loud\*\* and \*soft\*"),
        ("{partners}", "{{partners}}"),
        ("[words](https://example.org)", r"[words\](https://example.org)"),
        ("**<x id='partners'/>**", r"\*\*{partners}\*\*"),
        ("_soft_ a_b &amp;amp; 2 * 3", r"\_soft\_ a_b \&amp; 2 * 3"),
        ("&lt;https://example.org>", r"\<https://example.org>"),
    ],
)
def test_what_is_typed_as_text_shows_as_it_is(typed: str, shown: str) -> None:
    markup = from_inline(element(typed), element(""))
    assert markup == shown


@given(st.text(st.sampled_from("ab *_[](){}\\<>&;#:é/"), max_size=40))
def test_any_text_that_is_typed_shows_as_it_is(typed: str) -> None:
    text, findings = markup_reader.words(from_inline(element(escape(typed)), element("")))
    assert not findings
    (run,) = text.paragraphs[0].runs
    assert run.text.replace("{{", "{").replace("}}", "}").split() == typed.split()
    assert not list(text.field_names())


@pytest.mark.parametrize(
    ("before", "after", "forms"),
    [
        (END, f'{END}<target state="translated">Bonjour</target>', ("Bonjour", False)),
        (END, f'{END}<target state="final">Bonjour</target>', ("Bonjour", False)),
        (END, f"{END}<target>Bonjour</target>", ("Bonjour", False)),
        (END, f'{END}<target state="needs-review-translation">Bonjour</target>', ("Bonjour", True)),
        (END, f'{END}<target state="needs-review-l10n">Bonjour</target>', ("Bonjour", True)),
        (END, f'{END}<target state="needs-adaptation">Bonjour</target>', ("Bonjour", True)),
        (END, f'{END}<target state="new">Bonjour</target>', ("Bonjour", True)),
        (END, f'{END}<target state="new">Hello</target>', ("", False)),
        (END, f'{END}<target state="translated">Hello</target>', ("Hello", False)),
        (END, f'{END}<target state="final" state-qualifier="leveraged-mt">Salut</target>', ("Salut", True)),
        (END, f'{END}<target state-qualifier="rejected-length">Salut</target>', ("Salut", True)),
        (END, f'{END}<target state-qualifier="leveraged-inherited">Salut</target>', ("Salut", False)),
        (END, f"{END}<target>Bonjour\n      et  \n  bienvenue\n</target>", ("Bonjour et bienvenue", False)),
        (END, END, ("", False)),
        (END, "<source>Hi</source><target>Salut</target>", ("Salut", True)),
    ],
)
def test_what_comes_back(before: str, after: str, forms: tuple[str, bool], tmp_path: Path) -> None:
    file, text = exported(tmp_path, entry("a.title", "Hello", ""))
    assert before in text
    head, tail = text.split('<trans-unit id="a.title"')
    take_in(file, f'{head}<trans-unit id="a.title"{tail.replace(before, after, 1)}'.encode(), "x.xlf")
    (one,) = (one for one in file if one.msgctxt == "a.title" and not one.obsolete)
    assert (one.msgstr, one.fuzzy) == forms
    assert one.previous_msgid == ("Hi" if "Hi" in after else None)


def test_elements_that_a_tool_moves_are_markup_again(tmp_path: Path) -> None:
    file, text = exported(tmp_path, entry("a.title", WORDS, ""))
    target = '<x id="partners"/> <g id="link-1">lien</g> et <mrk mtype="x"><g id="bold-1">gras</g></mrk>'
    take_in(
        file,
        text.replace(f"{to_inline(WORDS)}</source>", f"{to_inline(WORDS)}</source><target>{target}</target>").encode(),
        "x.xlf",
    )
    (one,) = (one for one in file if one.msgctxt == "a.title")
    assert one.msgstr == "{partners} [lien](https://example.org?a=1&b=2) et **gras**"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "xliff-syntax"),
        ("<xliff", "xliff-syntax"),
        ('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"/>', "xliff-syntax"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><xliff/>', "xliff-syntax"),
        ("<\0x\0", "xliff-syntax"),
        ('<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', "xliff-syntax"),
        ('<?xml version="1.0" encoding="nobody-knows"?><xliff/>', "file-encoding"),
    ],
)
def test_what_is_no_xliff(text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        take_in(polib.POFile(), text.encode(), "x.xlf")
    assert [finding.code for finding in caught.value.diagnostics] == [code]


@given(st.binary(max_size=60), st.integers(0, 2000))
def test_whatever_comes_back_ends_in_diagnostics(junk: bytes, at: int) -> None:
    file = polib.POFile()
    file.append(polib.POEntry(msgctxt="a.title", msgid=WORDS, msgstr="Bonjour"))
    data = to_xliff(file, "outline.yaml", EN, FR)
    with contextlib.suppress(DeckError):
        take_in(file, data[:at] + junk + data[at + len(junk) :], "x.xlf")


def test_there_and_back_by_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    assert main(["translate", "xliff", "export", "fr", str(outline)]) == FINDINGS
    assert "error[no-translation]" in capsys.readouterr().err
    path = catalog_files.start(outline, "fr")
    assert main(["translate", "xliff", "export", "fr", str(outline)]) == DONE
    exchanged = path.with_suffix(".xlf")
    before = path.read_bytes()
    assert main(["translate", "xliff", "import", str(exchanged), str(outline)]) == DONE
    assert "0 messages changed" in capsys.readouterr().out
    assert path.read_bytes() == before
    text = exchanged.read_text(encoding="utf-8")
    assert END in text
    exchanged.write_text(text.replace(END, f"{END}<target>Bonjour</target>"), encoding="utf-8")
    assert main(["translate", "xliff", "import", str(exchanged), str(outline)]) == DONE
    assert "1 message changed" in capsys.readouterr().out
    assert 'msgstr "Bonjour"' in path.read_text(encoding="utf-8")
    exchanged.write_text(text.replace(END, f"{END}<target><g id='9'>a</g></target>"), encoding="utf-8")
    assert main(["translate", "xliff", "import", str(exchanged), str(outline)]) == FINDINGS
    assert "error[xliff-inline]" in capsys.readouterr().err


def test_an_agencys_file_is_for_the_catalog_that_there_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    path = catalog_files.start(outline, "fr")
    exchanged = exchange.export_xliff(outline, "fr")
    text = exchanged.read_text(encoding="utf-8").replace(END, f"{END}<target>Bonjour</target>")
    for tag, done in (("fr-FR", DONE), ("FR_ca", DONE), ("de", FINDINGS)):
        exchanged.write_text(text.replace('target-language="fr"', f'target-language="{tag}"'), encoding="utf-8")
        assert main(["translate", "xliff", "import", str(exchanged), str(outline)]) == done
        if done == FINDINGS:
            told = capsys.readouterr().err
            assert f"{exchanged}:3" in told
            assert "write one of `fr`" in told
    assert 'msgstr "Bonjour"' in path.read_text(encoding="utf-8")


def test_what_came_back_wrong_is_told_at_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    path = catalog_files.start(outline, "fr")
    exchanged = exchange.export_xliff(outline, "fr")
    text = exchanged.read_text(encoding="utf-8")
    inline = to_inline(WORDS)
    forms = f"<source>{inline}</source>"
    assert text.count(forms) == 2
    lost = inline.replace('id="partners"', 'id="members"').replace("{partners}", "{members}")
    exchanged.write_text(text.replace(forms, f"{forms}<target>{lost}</target>"), encoding="utf-8")
    assert main(["translate", "xliff", "import", str(exchanged), str(outline)]) == FINDINGS
    told = capsys.readouterr()
    assert "1 message changed" in told.out
    assert "`{partners}` is lost" in told.err
    assert "`{members}` does not stand in the source" in told.err
    assert f"{path}:" in told.err
    assert "title" not in told.err
    other = tmp_path / "other.xlf"
    other.write_text(text.replace(forms, f"{forms}<target>{inline}</target>"), encoding="utf-8")
    again = ["translate", "xliff", "import", str(other), str(outline)]
    # What is wrong in it is told before it is taken in.
    assert main([*again, "--dry-run"]) == FINDINGS
    assert "kept      slide-1.statement: both were changed since the export (`--theirs`" in capsys.readouterr().out
    assert main([*again, "--theirs"]) == DONE
    told = capsys.readouterr()
    assert "1 message changed; 1 of them had another translation" in told.out
    assert "replaced  " in told.out
    assert set(re.findall(r"(?:error|warning)\[(.*?)\]", told.err)) == {"plural-alike", "source-words"}
    exchanged.write_text(
        text.replace('id="slide-1.title"', 'id="gone"').replace(END, "<source>Bye</source><target>Salut</target>"),
        encoding="utf-8",
    )
    assert main(["translate", "xliff", "import", str(exchanged), str(outline)]) == DONE
    assert "warning[unknown-unit]: 1 of its units" in capsys.readouterr().err
