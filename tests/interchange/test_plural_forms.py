"""Plural forms that came back go to the numbers that they are for, whatever their order and count."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.interchange.tmx_writing import to_tmx
from deck.languages.plurals import PluralRule
from deck.languages.po_file import forms_of
from deck.model.language import Language
from deck.translating import catalog_files
from tests.languages.catalogs import entry as written
from tests.languages.catalogs import write_catalog
from tests.outlines import write_outline

SOURCE = "We are {partners} members"
SLIDE = f"layout: statement\ntitle: Hello\nstatement: '{SOURCE}'"
CLDR = "nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;"
FOUR = "nplurals=4; plural=n==1 ? 0 : n==2 ? 1 : n>=3 && n<=10 ? 2 : 3;"
MEMBER, OF, MEMBERS = "{partners} membre", "{partners} de membres", "{partners} membres"
ONE, TWO, FEW, MANY = "عضو واحد", "عضوان", "{partners} أعضاء", "{partners} عضوًا"


def back(folder: Path, rule: str, *forms: str, language: str) -> str:
    (folder / "elsewhere").mkdir()
    made = write_catalog(folder / "elsewhere", written("slide-1.statement", SOURCE, *forms), rule=rule)
    path = folder / f"{language}-back.po"
    path.write_text(made.read_text(encoding="utf-8").replace("Content-", f'Language: {language}\\n"\n"Content-', 1))
    return str(path)


def said(path: Path) -> polib.POEntry:
    return next(entry for entry in polib.pofile(str(path)) if entry.msgctxt == "slide-1.statement")


@pytest.mark.parametrize(
    ("language", "rule", "forms", "wanted", "surplus"),
    [
        ("fr", CLDR, (MEMBER, OF, MEMBERS), [MEMBER, MEMBERS], OF),
        ("fr", "nplurals=2; plural=n <= 1;", (MEMBERS, MEMBER), [MEMBER, MEMBERS], ""),
        # A tool that writes the rule of English over forms which it left as they were.
        ("fr", "nplurals=2; plural=n != 1;", (MEMBER, MEMBERS), [MEMBER, MEMBERS], ""),
        ("ar", FOUR, (ONE, TWO, FEW, MANY), [MANY, ONE, TWO, FEW, MANY, MANY], ""),
    ],
)
def test_a_po_file_s_own_rule_says_which_form_is_which(
    language: str,
    rule: str,
    forms: tuple[str, ...],
    wanted: list[str],
    surplus: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    outline = write_outline(tmp_path, SLIDE)
    path = catalog_files.start(outline, language)
    came = back(tmp_path, rule, *forms, language=language)
    assert main(["translate", "po", "import", came, str(outline)]) == DONE
    assert list(forms_of(said(path)).values()) == wanted
    assert not said(path).fuzzy
    assert said(path).tcomment.partition("\nCame")[0] == (f"A form too many: {surplus}" if surplus else "")
    assert (f": “{surplus}”" in capsys.readouterr().err) is bool(surplus)
    # What the file said when it was sent out is compared form by form as well.
    assert main(["translate", "po", "import", "--base", came, came, str(outline)]) == DONE
    assert "0 messages changed" in capsys.readouterr().out


@pytest.mark.parametrize(("forms", "code"), [((ONE, TWO, FEW, MANY), FINDINGS), ((MANY,) * 6, DONE)])
def test_forms_whose_rule_nobody_knows_are_the_catalog_s_or_left_out(
    forms: tuple[str, ...], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline = write_outline(tmp_path, SLIDE)
    path = catalog_files.start(outline, "ar")
    came = back(tmp_path, "nplurals=INTEGER; plural=EXPRESSION;", *forms, language="ar")
    assert main(["translate", "po", "import", came, str(outline)]) == code
    assert any(forms_of(said(path)).values()) is (code == DONE)
    assert ("error[plural-forms]" in capsys.readouterr().err) is (code == FINDINGS)


def test_a_memory_s_forms_are_those_of_the_catalog_that_it_was_made_from(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    path = catalog_files.start(outline, "ar")
    made = polib.pofile(back(tmp_path, FOUR, ONE, TWO, FEW, MANY, language="ar"))
    memory = tmp_path / "earlier.tmx"
    memory.write_bytes(to_tmx(made, Language("en"), Language("ar")))
    assert main(["translate", "tmx", "import", str(memory), str(outline)]) == DONE
    assert list(forms_of(said(path)).values()) == [MANY, ONE, TWO, FEW, MANY, MANY]


def test_a_form_for_whole_millions_alone_names_its_number_too() -> None:
    assert "1000000" in PluralRule.parse(CLDR).examples(1)
