"""What came back, whichever the tool: nothing is lost, and nothing is replaced that is not told."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import polib
import pytest

from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.ground.diagnostics import Span
from deck.interchange import po_reading
from deck.interchange.returned import Returned, Trust, fingerprint, shaped
from deck.interchange.review import remarks_of, review
from deck.interchange.taken import Change, TakenIn
from deck.interchange.taking_in import take_in
from deck.translating import catalog_files, exchange
from tests.outlines import write_outline

SLIDE = "layout: statement\ntitle: Hello\nstatement: A **bold** word for {partners}"


def catalog(*entries: tuple[str, str, str]) -> polib.POFile:
    file = polib.POFile(wrapwidth=78)
    file.extend(polib.POEntry(msgctxt=key, msgid=source, msgstr=target) for key, source, target in entries)
    return file


def unit(key: str, source: str, target: str, trust: Trust = Trust.DONE, **more: object) -> Returned:
    return Returned(key, key, 0, source, target, trust, Span("x"), **more)  # type: ignore[arg-type]


def active(file: polib.POFile, key: str) -> polib.POEntry:
    (found,) = (entry for entry in file if entry.msgctxt == key and not entry.obsolete)
    return found


@pytest.mark.parametrize(
    ("exported", "trust", "stays", "listed"),
    [
        (None, Trust.DONE, "Salut", "replaced"),
        (None, Trust.UNSAID, "Salut", "replaced"),
        (None, Trust.DRAFT, "Bonjour", "kept"),
        (None, Trust.NEW, "Bonjour", "kept"),
        ("Bonjour", Trust.DONE, "Salut", "replaced"),
        ("Bonjour", Trust.DRAFT, "Salut", "replaced"),
        ("Salut", Trust.DONE, "Bonjour", None),
        ("Allô", Trust.DONE, "Bonjour", "kept"),
        ("", Trust.DONE, "Bonjour", "kept"),
    ],
)
def test_a_differing_translation_is_listed(exported: str | None, trust: Trust, stays: str, listed: str | None) -> None:
    file = catalog(("a", "Hello", "Bonjour"))
    base = None if exported is None else fingerprint(exported)
    taken = take_in(file, [unit("a", "Hello", "Salut", trust, exported=base)])
    entry = active(file, "a")
    assert entry.msgstr == stays
    changes = {"replaced": taken.replaced, "kept": taken.kept, None: []}[listed]
    assert [(one.before, one.after) for one in changes] == ([("Bonjour", "Salut")] if listed else [])
    if listed:
        assert remarks_of(entry) == ("Before: Bonjour" if listed == "replaced" else "Not taken: Salut")
    else:
        assert (taken, entry.tcomment) == (TakenIn(), "")


def test_a_base_tells_what_was_changed_there_from_what_was_changed_here() -> None:
    file = catalog(("a", "one", "un (corrigé)"), ("b", "two", "deux"), ("c", "three", "trois (ici)"))
    base = {(key, 0): fingerprint(words) for key, words in (("a", "un"), ("b", "deux"), ("c", "trois"))}
    back = [unit("a", "one", "un"), unit("b", "two", "deux (là)"), unit("c", "three", "trois (là)")]
    taken = take_in(file, back, base=base)
    assert [entry.msgstr for entry in file] == ["un (corrigé)", "deux (là)", "trois (ici)"]
    assert [one.key for one in taken.replaced] == ["b"]
    assert [one.key for one in taken.kept] == ["c"]
    assert take_in(file, [unit("c", "three", "trois (là)")], base=base, theirs=True).replaced
    assert active(file, "c").msgstr == "trois (là)"


@pytest.mark.parametrize(
    ("name", "here", "stays"),
    [
        ("fr.xlsx", "", "Salut à tous"),
        ("fr (1).xlsx", "", "Salut à tous"),
        ("other.xlsx", "", "Salut"),
        ("fr.xlsx", "Allô", "Allô"),
    ],
)
@pytest.mark.parametrize("before", ["", "Bonjour"])
def test_who_mends_a_text_in_the_same_file_changed_it_there_only(
    before: str, name: str, here: str, stays: str, tmp_path: Path
) -> None:
    def back(file: str, words: str) -> list[Returned]:
        return [replace(unit("a", "Hello", words, exported=fingerprint(before)), span=Span(file))]

    file = catalog(("a", "Hello", before))
    take_in(file, back("mail/fr.xlsx", "Salut"))
    file.save(str(tmp_path / "fr.po"))
    file = polib.pofile(str(tmp_path / "fr.po"), wrapwidth=78)
    entry = active(file, "a")
    entry.msgstr = here or entry.msgstr
    assert [each.remarks for each in po_reading.returned(tmp_path / "fr.po").units] == [
        ("Before: Bonjour",) if before else ()
    ]
    taken = take_in(file, back(name, "Salut à tous"))
    assert entry.msgstr == stays
    assert (len(taken.replaced), len(taken.kept)) == ((1, 0) if stays == "Salut à tous" else (0, 1))
    # Again and again, and no second time for the same words.
    if taken.replaced:
        assert take_in(file, back(name, "Salut à tous")) == TakenIn()
        assert take_in(file, back(name, "Salut à toutes")).replaced
        assert "Before: Salut" in entry.tcomment


@pytest.mark.parametrize("theirs", ["", "one"])
@pytest.mark.parametrize("name", ["fr.xlsx", "fr (1).xlsx"])
def test_files_of_one_name_from_two_translators_are_told_apart(theirs: str, name: str) -> None:
    """Whose file has not what came back in the other's did not set out from it."""
    before = {"a": "", "b": "deux", "c": "trois"}

    def back(file: str, **words: str) -> list[Returned]:
        texts = zip(before, ("one", "two", "three"), strict=True)
        return [
            replace(unit(key, source, words.get(key, before[key]), exported=fingerprint(before[key])), span=Span(file))
            for key, source in texts
        ]

    file = catalog(*((key, source, before[key]) for key, source in zip(before, ("one", "two", "three"), strict=True)))
    assert take_in(file, back("anna/fr.xlsx", a="un", b="deux d’Anna")).changed == ["a", "b"]
    boris = {"b": "deux de Boris", "c": "trois de Boris"} | ({"a": theirs} if theirs else {})
    taken = take_in(file, back(f"boris/{name}", **boris))
    here = {entry.msgctxt: entry for entry in file}
    kept = {change.key: (change.before, change.after) for change in taken.kept}
    replaced = {change.key: (change.before, change.after) for change in taken.replaced}
    if theirs:
        # He changed all that she did: no file tells that from hers. What was hers is listed, and stays in the comment.
        assert kept == {}
        assert replaced["a"] == ("un", theirs)
        assert "Before: deux d’Anna" in here["b"].tcomment
    else:
        assert kept == {"b": ("deux d’Anna", "deux de Boris")}
        assert "Not taken: deux de Boris" in here["b"].tcomment
        assert replaced == {"c": ("trois", "trois de Boris")}
    assert here["c"].msgstr == "trois de Boris"
    # She mends what is in her file, once more.
    taken = take_in(file, back("anna/fr.xlsx", a="un, deux", b="deux d’Anna"))
    assert {change.key for change in (*taken.replaced, *taken.kept)} >= {"a"}


def test_what_nobody_touched_in_a_file_says_nothing() -> None:
    """Anna finished a draft, and doubts another text; Boris's file has both as they were."""
    file = catalog(("a", "one", "un"), ("b", "two", "deux"))
    file[1].flags.append("fuzzy")
    for trust, key, source, words in ((Trust.DRAFT, "a", "one", "un"), (Trust.DONE, "b", "two", "deux")):
        back = unit(key, source, words, trust, exported=fingerprint(words), untouched=True)
        assert take_in(file, [back]) == TakenIn()
        assert take_in(file, [replace(back, untouched=False)]).changed == [key]


def test_lines_of_ours_that_a_tool_took_for_a_translator_s_are_not_brought_back() -> None:
    file = catalog(("a", "Hello", "Bonjour"))
    ours = "Say it.\nCame back: cb8e18499557\nState: final (af78ab7e7dcc)"
    take_in(file, [unit("a", "Hello", "Bonjour", remarks=(ours,)), unit("a", "Hello", "Bonjour", remarks=(ours[8:],))])
    assert active(file, "a").tcomment == "Say it."


def test_a_translation_of_an_older_text_is_kept_for_when_it_comes_back() -> None:
    file = catalog(("a", "Hello again", "Rebonjour"))
    taken = take_in(file, [unit("a", "Hello", "Bonjour")])
    assert active(file, "a").msgstr == "Rebonjour"
    assert [(one.before, one.after, one.why) for one in taken.kept] == [
        ("Rebonjour", "Bonjour", "it was made from an older text")
    ]
    assert [(one.msgctxt, one.msgid, one.msgstr) for one in file.obsolete_entries()] == [("a", "Hello", "Bonjour")]
    assert taken.changed == ["a"]


@pytest.mark.parametrize("fuzzy", [True, False])
def test_a_better_wording_of_a_text_that_was_rewritten_is_its_draft_or_in_its_comment(fuzzy: bool) -> None:
    """`extract` ran meanwhile: the old text and its translation stand at the end, and as a draft of the new one."""
    file = catalog(("a", "Hello again", "Bonjour" if fuzzy else "Rebonjour"))
    if fuzzy:
        file[0].flags, file[0].previous_msgid = ["fuzzy"], "Hello"
    file.append(polib.POEntry(msgctxt="a", msgid="Hello", msgstr="Bonjour", obsolete=True))
    better = unit("a", "Hello", "Salut", exported=fingerprint("Bonjour"))
    taken = take_in(file, [better])
    entry = active(file, "a")
    if fuzzy:
        assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("Salut", True, "Hello")
        assert [(one.before, one.after) for one in taken.replaced] == [("Bonjour", "Salut")]
    else:
        assert (entry.msgstr, entry.tcomment) == ("Rebonjour", "Not taken: Salut")
        assert [one.why for one in taken.kept] == ["it was made from an older text"]
    assert [(one.msgstr, one.tcomment) for one in file.obsolete_entries()] == [("Bonjour", "Not taken: Salut")]
    assert take_in(file, [better]).changed == []


def test_an_old_text_beside_the_new_one_in_a_file_is_no_better_wording_of_it() -> None:
    file = catalog(("a", "Hello again", "Rebonjour"))
    file.append(polib.POEntry(msgctxt="a", msgid="Hello", msgstr="Bonjour", obsolete=True))
    take_in(file, [unit("a", "Hello", "Salut"), unit("a", "Hello again", "Rebonjour")])
    assert (active(file, "a").msgstr, active(file, "a").tcomment) == ("Rebonjour", "")


def test_texts_are_found_by_their_words_and_order_where_the_key_is_lost() -> None:
    file = catalog(("a", "Why", ""), ("b", "How", ""), ("c", "Why", ""))
    back = [unit("7", "Why", "Pourquoi ?"), unit("8", "Why", "Pour quoi faire ?"), unit("9", "How", "Comment ?")]
    taken = take_in(file, back)
    assert [entry.msgstr for entry in file] == ["Pourquoi ?", "Comment ?", "Pour quoi faire ?"]
    assert (taken.by_words, taken.unknown) == (3, [])


def test_texts_that_changed_places_meanwhile_get_their_own_translation() -> None:
    file = catalog(("a", "two", ""), ("b", "one", ""))
    take_in(file, [unit("a", "one", "un"), unit("b", "two", "deux")])
    assert [entry.msgstr for entry in file] == ["deux", "un"]


def test_what_a_tool_revived_stays_obsolete() -> None:
    file = catalog(("a", "one", "un"))
    file.append(polib.POEntry(msgctxt="gone", msgid="old", msgstr="vieux", obsolete=True))
    before = str(file)
    back = [unit("a", "one", "un"), unit("gone", "old", "vieux"), unit("12", "old", "vieux")]
    assert take_in(file, back) == TakenIn()
    assert str(file) == before
    taken = take_in(file, [unit("gone", "old", "ancien")])
    assert [(one.before, one.after) for one in taken.kept] == [("vieux", "ancien")]
    assert [entry.msgstr for entry in file] == ["un", "vieux"]


def test_white_space_of_tools_changes_nothing() -> None:
    file = catalog(("a", "Hello  there", "Bonjour"), ("b", "one\n\ntwo", "un\n\ndeux"))
    back = [unit("a", "Hello there ", "\n   Bonjour\n"), unit("b", "one\n   \n two", "   un\n\n   deux\n")]
    before = str(file)
    assert take_in(file, back) == TakenIn()
    assert str(file) == before
    assert shaped("\n  un\n  mot ", "a word") == "un mot"
    assert shaped("« un\N{NO-BREAK SPACE}» ", "a") == "« un\N{NO-BREAK SPACE}»"
    assert shaped("  un\n\n   deux", "one\n\ntwo") == "un\n\ndeux"
    assert shaped("- un\n  - deux", "- one\n  - two") == "- un\n  - deux"


def test_a_review_stays_until_the_words_change() -> None:
    file = catalog(("a", "Hello", "Bonjour"))
    take_in(file, [unit("a", "Hello", "Bonjour", review="signed-off")])
    assert review(active(file, "a")) == "signed-off"
    assert take_in(file, [unit("a", "Hello", "Bonjour")]) == TakenIn()
    take_in(file, [unit("a", "Hello", "Bonjour", review="final")])
    entry = polib.pofile(str(file), wrapwidth=78)[0]
    assert review(entry) == "final"
    entry.msgstr = "Salut"
    assert review(entry) is None


def test_a_doubt_makes_a_draft_and_only_a_word_for_it_ends_one() -> None:
    file = catalog(("a", "Hello", "Bonjour"))
    take_in(file, [unit("a", "Hello", "Bonjour", Trust.DRAFT)])
    assert active(file, "a").fuzzy
    take_in(file, [unit("a", "Hello", "Bonjour", Trust.UNSAID)])
    assert active(file, "a").fuzzy
    assert take_in(file, [unit("a", "Hello", "Bonjour", Trust.DONE)]).finished == 1
    assert not active(file, "a").fuzzy
    assert take_in(file, [unit("a", "Hello", "Bonjour", Trust.DONE)]).finished == 0


def test_a_text_that_comes_twice_is_told_with_both() -> None:
    file = catalog(("a", "Hello", ""))
    one, other = unit("a", "Hello", "Bonjour"), unit("a", "Hello", "Salut")
    assert take_in(file, [one, one, other]).twice == [(one, other)]
    assert active(file, "a").msgstr == "Bonjour"


def test_plural_forms_that_came_back_alike_are_told() -> None:
    file = catalog()
    counted = polib.POEntry(msgctxt="a", msgid="{n} x", msgid_plural="{n} x", msgstr_plural={0: "", 1: ""})
    file.append(counted)
    forms = [Returned(f"a[{form}]", "a", form, "{n} x", "{n} y", Trust.DONE, Span("x")) for form in (0, 1)]
    assert take_in(file, forms).alike == ["a"]


def test_remarks_come_along_once() -> None:
    file = catalog(("a", "Hello", "Bonjour"))
    active(file, "a").comment = "What it is: the slide’s title"
    remarks = ("QUERY: formal or not?", "What it is: the slide’s title", "This form is for: 0, 1")
    for _ in range(2):
        take_in(file, [unit("a", "Hello", "Bonjour", remarks=remarks)])
        file = polib.pofile(str(file), wrapwidth=78)
    assert active(file, "a").tcomment == "QUERY: formal or not?"


# --- the same, by the commands ---


def begun(folder: Path) -> tuple[Path, Path, str]:
    outline = write_outline(folder, SLIDE)
    path = catalog_files.start(outline, "fr")
    return outline, path, exchange.export_xliff(outline, "fr").read_text(encoding="utf-8")


def with_target(text: str, source: str, target: str) -> str:
    assert text.count(f"<source>{source}</source>") == 1
    return text.replace(f"<source>{source}</source>", f"<source>{source}</source>\n{target}")


def take(outline: Path, text: str | bytes, name: str = "fr.xlf", *options: str) -> int:
    path = outline.parent / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return main(["translate", "xliff", "import", str(path), str(outline), *options])


def said(path: Path, key: str) -> tuple[str, bool]:
    found = active(polib.pofile(str(path), wrapwidth=78), key)
    return found.msgstr, found.fuzzy


def test_every_file_of_an_xliff_goes_to_its_own_catalog(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline, french, text = begun(tmp_path)
    german = catalog_files.start(outline, "de")
    text = with_target(text, "Hello", "<target>Bonjour</target>")
    (file,) = re.findall(r"<file.*</file>", text, re.DOTALL)
    other = file.replace('target-language="fr"', 'target-language="de-DE"').replace("Bonjour", "Guten Tag")
    again = with_target(file.replace("<target>Bonjour</target>", ""), "Only", "<target>Seul</target>")
    assert take(outline, text.replace(file, f"{file}{other}{again}")) == DONE
    assert said(french, "slide-1.title") == ("Bonjour", False)
    assert said(french, "sections.only.title") == ("Seul", False)
    assert said(german, "slide-1.title") == ("Guten Tag", False)
    assert capsys.readouterr().out.count("changed") == 2


def test_what_is_still_new_is_told_with_the_option_that_takes_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline, path, _ = begun(tmp_path)
    text = exchange.export_xliff(outline, "fr", copy_source=True).read_text(encoding="utf-8")
    assert take(outline, text) == DONE
    assert "0 messages changed" in capsys.readouterr().out
    filled = text.replace('<target state="new">Hello<', '<target state="new">Bonjour<')
    assert take(outline, filled) == DONE
    assert "1 came back as drafts: their state is still `new`" in capsys.readouterr().err
    assert said(path, "slide-1.title") == ("Bonjour", True)
    assert take(outline, filled, "fr.xlf", "--accept-new", "--dry-run") == DONE
    assert "1 message would change" in capsys.readouterr().out
    assert said(path, "slide-1.title") == ("Bonjour", True)
    assert take(outline, filled, "fr.xlf", "--accept-new") == DONE
    assert said(path, "slide-1.title") == ("Bonjour", False)


def test_a_foreign_element_concerns_its_own_text_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline, path, text = begun(tmp_path)
    text = with_target(text, "Hello", "<target>Bon<ph id='1'>x</ph>jour</target>")
    text = with_target(text, "Only", "<target>Seul</target>")
    assert take(outline, text) == FINDINGS
    assert "error[xliff-inline]: `slide-1.title`" in capsys.readouterr().err
    assert said(path, "sections.only.title") == ("Seul", False)
    assert said(path, "slide-1.title") == ("", False)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "iso-8859-1", "cp1252", "shift_jis"])
def test_declared_encodings_are_read(encoding: str, tmp_path: Path) -> None:
    outline, path, text = begun(tmp_path)
    words = "日本" if encoding == "shift_jis" else "Élan"
    text = with_target(text, "Hello", f"<target>{words}</target>").replace(
        'encoding="UTF-8"', f'encoding="{encoding.removesuffix("-sig")}"'
    )
    notes = re.sub("<note.*?</note>", "", text).replace("—", "-")
    assert take(outline, notes.encode(encoding)) == DONE
    assert said(path, "slide-1.title") == (words, False)


def test_xliff_1_1_is_read_and_2_is_called_by_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline, path, text = begun(tmp_path)
    text = with_target(text, "Hello", "<target>Bonjour</target>")
    assert take(outline, text.replace("document:1.2", "document:1.1").replace('version="1.2"', 'version="1.1"')) == DONE
    assert said(path, "slide-1.title") == ("Bonjour", False)
    assert take(outline, '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.1" version="2.1"/>') == FINDINGS
    assert "this is XLIFF 2.1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "code", "done"),
    [
        ("back-from_fr.xlf", "warning", DONE),
        ("back-fr-2.xlf", "warning", DONE),
        ("fr-FR.xliff", "warning", DONE),
        ("x.xlf", "error", FINDINGS),
        ("de-fr.xlf", "error", FINDINGS),
    ],
)
def test_a_missing_language_is_that_of_the_files_name(
    name: str, code: str, done: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline, path, text = begun(tmp_path)
    (path.parent / "de.po").write_bytes(path.read_bytes())
    assert take(outline, text.replace(' target-language="fr"', ""), name) == done
    told = capsys.readouterr().err
    assert f"{code}[no-target-language]" in told
    assert "its target-language is missing" in told


def test_states_and_remarks_go_there_and_back(tmp_path: Path) -> None:
    outline, path, text = begun(tmp_path)
    assert 'approved="' not in text
    assert "<target" not in text
    target = '<target state="signed-off">Bonjour</target><note from="translator">QUERY: formal?</note>'
    take(outline, with_target(text, "Hello", target))
    again = exchange.export_xliff(outline, "fr").read_text(encoding="utf-8")
    assert '<target state="signed-off">Bonjour</target>' in again
    assert '<note from="translator">QUERY: formal?</note>' in again
    assert re.search('<trans-unit id="slide-1.title"[^>]* approved="yes"', again)
    before = path.read_bytes()
    assert take(outline, again) == DONE
    assert path.read_bytes() == before
    assert take(outline, again.replace('approved="yes"', 'approved="no"')) == DONE
    assert said(path, "slide-1.title") == ("Bonjour", True)


def test_a_draft_that_a_tool_finished_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline, path, text = begun(tmp_path)
    take(outline, with_target(text, "Hello", '<target state="needs-translation">Bonjour</target>'))
    draft = exchange.export_xliff(outline, "fr").read_text(encoding="utf-8")
    # Poedit knows no other state of a draft, and leaves `approved` as it is.
    assert '<target state="needs-l10n">Bonjour</target>' in draft
    assert 'approved="' not in draft
    capsys.readouterr()
    # What it was exported as stays, too.
    assert take(outline, draft.replace('<target state="needs-l10n">', '<target state="translated">')) == DONE
    assert said(path, "slide-1.title") == ("Bonjour", False)
    told = "1 message changed; 1 of them a draft before, and finished now with the same words"
    assert told in capsys.readouterr().out


def test_a_po_file_of_others_is_taken_in_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline, path, _ = begun(tmp_path)
    file = polib.pofile(str(path), wrapwidth=78)
    active(file, "slide-1.title").msgstr = "Bonjour"
    for entry in file:
        entry.msgctxt = None
    back = tmp_path / "fr-back.po"
    back.write_text(str(file), encoding="utf-8")
    assert main(["translate", "po", "import", str(back), str(outline)]) == DONE
    assert said(path, "slide-1.title") == ("Bonjour", False)
    back.write_text(str(file).replace("Bonjour", "Salut"), encoding="utf-8")
    assert main(["translate", "po", "import", str(back), str(outline)]) == DONE
    told = capsys.readouterr().out
    assert "before  Bonjour\n          now     Salut" in told


def test_changes_list_their_words() -> None:
    file = catalog(("a", "Hello", "Bonjour"))
    assert take_in(file, [unit("a", "Hello", "Salut")]).replaced == [Change("a", "Bonjour", "Salut")]
