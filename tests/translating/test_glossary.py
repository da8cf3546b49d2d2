"""A glossary beside the catalogs: what it says is shown to translators, and checked."""

from __future__ import annotations

import re
from pathlib import Path

import openpyxl
import polib
import pytest

from deck.cli import main
from deck.cli.terminal import DONE, FAILURE, FINDINGS
from deck.ground.diagnostics import DeckError
from deck.interchange.glossary_reading import read_glossary
from deck.translating import catalog_files
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import write_outline
from tests.test_docs import ROOT, blocks

SLIDE = "layout: statement\ntitle: Ending **forced** labour\nstatement: Survivors of child labour"
CSV = "en,fr,note\nforced labour,travail forcé | travaux forcés,ILO C29\nsurvivor,survivant | survivante | !victime,\n"
TBX_2 = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1"><descrip type="definition">ILO C29</descrip>
<langSet xml:lang="en"><tig><term>forced labour</term></tig></langSet>
<langSet xml:lang="fr"><ntig><termGrp><term>travail forcé</term></termGrp></ntig>
<tig><term>travaux forcés</term></tig></langSet></termEntry>
<termEntry id="2"><langSet xml:lang="en"><tig><term>survivor</term></tig></langSet>
<langSet xml:lang="fr"><tig><term>survivant</term></tig><tig><term>survivante</term></tig>
<tig><term>victime</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
</termEntry></body></text></martif>
"""
TBX_3 = re.sub("langSet", "langSec", re.sub("termEntry", "conceptEntry", re.sub("n?tig", "termSec", TBX_2))).replace(
    '<martif type="TBX"', '<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dct"'
)
TBX_3 = TBX_3.replace("</martif>", "</tbx>").replace("<!DOCTYPE martif SYSTEM", "<!DOCTYPE tbx SYSTEM")


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    """An outline with a French catalog that has no regard for the glossary beside it."""
    outline = write_outline(tmp_path, SLIDE)
    write_catalog(
        tmp_path,
        *complete(),
        entry("slide-1.title", "Ending **forced** labour", "Fin du travail **obligatoire**"),
        entry("slide-1.statement", "Survivors of child labour", "Les victimes du travail des enfants"),
    )
    (tmp_path / "locales" / "glossary.csv").write_text(CSV, encoding="utf-8")
    return outline


def test_a_term_that_is_called_otherwise_is_told_with_both_texts(
    outline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--language", "fr", str(outline)]) == DONE
    told = capsys.readouterr().err
    both = "“Ending forced labour” – “Fin du travail obligatoire”"
    assert f"`slide-1.title` names “forced labour”, and not “travail forcé” or “travaux forcés”: {both}" in told
    assert f"{outline.parent / 'locales' / 'glossary.csv'}, line 2: ILO C29" in told
    both = "“Survivors of child labour” – “Les victimes du travail des enfants”"
    assert f"`slide-1.statement` calls “survivor” “victime”, which is to be avoided: {both}" in told
    assert main(["translate", "status", str(outline)]) == DONE
    assert both in capsys.readouterr().err
    out = str(outline.parent / "dist")
    assert main(["build", "--release", "--language", "fr", "--output", out, str(outline)]) == DONE
    assert both in capsys.readouterr().err


def test_what_is_as_agreed_is_not_told(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = outline.parent / "locales" / "fr.po"
    text = path.read_text("utf-8").replace("travail **obligatoire**", "travail **forcé**")
    path.write_text(text.replace("Les victimes", "Les survivantes"), encoding="utf-8")
    assert main(["check", "--language", "fr", str(outline)]) == DONE
    assert "glossary" not in capsys.readouterr().err


def test_an_outline_makes_it_an_error(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = outline.read_text("utf-8")
    outline.write_text(f"checks: {{glossary-term: error}}\n{text}", encoding="utf-8")
    assert main(["check", "--language", "fr", str(outline)]) == FINDINGS
    assert "error[glossary-term]" in capsys.readouterr().err


def test_the_same_text_with_a_term_is_translated_alike_everywhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slides = ["layout: statement\ntitle: Forced labour\nstatement: Why"] * 3
    outline = write_outline(tmp_path, *slides)
    said = ("Travail forcé", "Le travail **forcé**", "TRAVAIL  FORCÉ")
    titles = [entry(f"slide-{at}.title", "Forced labour", words) for at, words in enumerate(said, start=1)]
    others = [entry(f"slide-{at}.statement", "Why", f"Pourquoi {at}") for at in (1, 2, 3)]
    write_catalog(tmp_path, *complete(), *titles, *others)
    # What it is called is not agreed upon, only that it is a term.
    (tmp_path / "locales" / "glossary.csv").write_text("en,fr\nforced labour,\n", encoding="utf-8")
    assert main(["check", "--language", "fr", str(outline)]) == DONE
    told = capsys.readouterr().err
    assert told.count("warning[glossary-unlike]") == 1
    assert "`slide-2.title` and `slide-1.title` both say “Forced labour”" in told
    assert "“Le travail forcé” – “Travail forcé”" in told


def test_drafts_are_not_looked_at(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = outline.parent / "locales" / "fr.po"
    file = polib.pofile(str(path))
    for one in file:
        one.flags.append("fuzzy")
    file.save(str(path))
    assert main(["check", "--language", "fr", str(outline)]) == DONE
    assert "glossary" not in capsys.readouterr().err


def test_translators_are_shown_the_terms(outline: Path) -> None:
    catalog_files.extract(outline)
    file = polib.pofile(str(outline.parent / "locales" / "fr.po"), wrapwidth=0)
    comments = {one.msgctxt: one.comment for one in file}
    assert "Term: forced labour (ILO C29) = travail forcé | travaux forcés" in comments["slide-1.title"]
    assert "Term: survivor = survivant | survivante; not: victime" in comments["slide-1.statement"].replace("\n", " ")
    (template,) = (outline.parent / "locales").glob("*.pot")
    assert "Term:" not in template.read_text("utf-8")
    assert catalog_files.extract(outline) == []


def test_every_kind_of_file_says_the_same(outline: Path) -> None:
    folder = outline.parent / "locales"
    wanted = [(each.names, each.avoided, each.note) for each in read_glossary(folder / "glossary.csv")]
    wanted = [
        (
            {tag: forms for tag, forms in names.items() if forms},
            {tag: forms for tag, forms in bad.items() if forms},
            note,
        )
        for names, bad, note in wanted
    ]
    book = openpyxl.Workbook()
    for line in CSV.strip().split("\n"):
        book.active.append(line.split(","))  # type: ignore[union-attr]
    book.save(folder / "glossary.xlsx")
    for name, text in (("2.tbx", TBX_2), ("3.tbx", TBX_3), ("glossary.xlsx", "")):
        if text:
            (folder / name).write_text(text, encoding="utf-8")
        found = read_glossary(folder / name)
        said = [
            ({tag: forms for tag, forms in each.names.items() if forms}, {k: v for k, v in each.avoided.items() if v})
            for each in found
        ]
        assert said == [each[:2] for each in wanted]
        assert [each.note for each in found] == [each[2] for each in wanted]
        assert [each.span.line for each in found] == ([4, 8] if text else [2, 3])


def test_a_glossary_that_cannot_be_read_is_told(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = outline.parent / "locales" / "glossary.csv"
    for text, said in (
        ("term,translation\na,b\n", "names no languages in its first row"),
        ("de,fr\na,b\n", "has no terms in `en`, the outline’s language"),
    ):
        path.write_text(text, encoding="utf-8")
        assert main(["check", "--language", "fr", str(outline)]) in (FINDINGS, FAILURE)
        assert said in capsys.readouterr().err
    path.unlink()
    for text in ("<html/>", "<martif>", TBX_2.replace(' SYSTEM "TBXcoreStructV02.dtd"', ' [<!ENTITY a "b">]')):
        path.with_suffix(".tbx").write_text(text, encoding="utf-8")
        with pytest.raises(DeckError):
            read_glossary(path.with_suffix(".tbx"))


def test_the_glossary_in_the_document_is_one(tmp_path: Path) -> None:
    (example,) = blocks(ROOT / "docs" / "translating.md", "csv")
    path = tmp_path / "glossary.csv"
    path.write_text(example, encoding="utf-8")
    concepts = read_glossary(path)
    assert concepts[0].names["fr"] == ("travail forcé", "travaux forcés")
    assert concepts[1].avoided["fr"] == ("victime",)
