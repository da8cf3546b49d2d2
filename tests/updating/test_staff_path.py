"""The staff's path, end to end: a row more in a workbook that LibreOffice saved, and every language's deck follows."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.terminal import DONE
from deck.comparing.comparison import compare
from deck.export.pptx import write_pptx
from deck.export.pptx.reader import read_pptx
from deck.languages.collation import sort_key
from deck.languages.territories import country_name
from deck.lists import read_countries
from deck.model.language import Language
from deck.pipeline.build import lay_out
from deck.pipeline.places import default_outline
from tests.outlines import texts
from tests.test_six_languages import HEADINGS, NOUNS
from tests.tools import required

COUNTS = (1, 4, 10, 20, 36)
GROUPS = {"pathfinder": "Pathfinders", "candidate": "Candidates"}
NEW = "TG"


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The webinar with lists of so many countries in groups by status, each a workbook that LibreOffice saved."""
    folder = tmp_path_factory.mktemp("staff") / "alliance-8.7"
    shutil.copytree(default_outline().parent, folder)
    outline = folder / "outline.yaml"
    text = outline.read_text(encoding="utf-8").replace("countries.csv", "countries.xlsx")
    grouped = "{list: pathfinders, group: status, headings: {pathfinder: Pathfinders, candidate: Candidates}}"
    outline.write_text(text.replace("{list: pathfinders}", grouped), encoding="utf-8")
    header, *rows = (folder / "countries.csv").read_text(encoding="utf-8").splitlines()
    for count in COUNTS:
        listed = [
            row.replace(",,,", f",{('pathfinder', 'candidate')[number % 2]},,") for number, row in enumerate(rows)
        ]
        (folder / f"list{count}.csv").write_text("\n".join([header, *listed[:count]]), encoding="utf-8")
    soffice = required("soffice", "install LibreOffice Calc")
    command = [soffice, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx"]
    files = [f"list{count}.csv" for count in COUNTS]
    subprocess.run(
        [*command, "--infilter=CSV:44,34,76", *files], cwd=folder, check=True, capture_output=True, timeout=180
    )
    return folder


@pytest.mark.external
@pytest.mark.parametrize("status", GROUPS)
@pytest.mark.parametrize("count", COUNTS)
def test_the_heading_and_the_columns_follow_in_every_language(
    saved: Path, count: int, status: str, capsys: pytest.CaptureFixture[str]
) -> None:
    outline, workbook = saved / "outline.yaml", saved / "countries.xlsx"
    shutil.copy(saved / f"list{count}.xlsx", workbook)
    before = {tag: read_pptx(write_pptx(lay_out(outline, tag).deck)) for tag in HEADINGS}
    assert main(["list", "add", NEW, "--status", status, "--outline", str(outline)]) == DONE
    members = [dict(row.values) for row in read_countries(workbook)[0].rows]
    assert len(members) == count + 1
    for tag, usual in HEADINGS.items():
        deck = lay_out(outline, tag).deck
        (tree,) = (tree for tree in deck.slides if tree.slide == "pathfinder-list")
        assert tree.title.replace("\N{NO-BREAK SPACE}", " ") == NOUNS[tag].get(
            count + 1, usual.replace("37", str(count + 1))
        )
        columns = [text.paragraphs for _, shape, text in texts(deck) if "Column " in shape.name]
        shown = [paragraph for column in columns for paragraph in column]
        wanted: list[str] = []
        for name, heading in GROUPS.items():
            if codes := [member["code"] for member in members if member["status"] == name]:
                names = [_name(code, tag, members) for code in codes]
                wanted += [heading, *sorted(names, key=lambda each: sort_key(each, Language(tag)))]
        assert [paragraph.plain for paragraph in shown] == wanted
        assert [paragraph.number for paragraph in shown if paragraph.number] == list(range(1, count + 2))
        (changed,) = compare(before[tag], read_pptx(write_pptx(deck)))
        assert changed.id == "pathfinder-list"
        added = [str(change) for change in changed.changes if change.kind == "text"]
        assert f"{_name(NEW, tag, members)} added" in added
        assert set(added) <= {f"{_name(NEW, tag, members)} added", f"{GROUPS[status]} added"}
    capsys.readouterr()


def _name(code: str, tag: str, members: list[dict[str, str]]) -> str:
    """A country as a deck calls it: in the outline's own language as the list has it."""
    if tag == "en":
        return next(member["country"] for member in members if member["code"] == code)
    return str(country_name(code, Language(tag)))
