"""What `docs/staff.md` shows is so."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.pipeline.places import assets
from tests.test_docs import ROOT, blocks

STAFF = ROOT / "docs" / "staff.md"
OUTLINE = Path("assets") / "alliance-8.7" / "outline.yaml"


@pytest.fixture(autouse=True)
def webinar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """A copy of the webinar, built, that is the usual outline for every command."""
    folder = tmp_path / OUTLINE.parent
    shutil.copytree(assets() / "alliance-8.7", folder)
    monkeypatch.chdir(tmp_path)
    for module in ("listing", "terminal"):
        monkeypatch.setattr(f"deck.cli.{module}.usual_outline", lambda: OUTLINE)
    assert main([]) == DONE
    capsys.readouterr()
    return folder


def test_the_session(webinar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (session,) = blocks(STAFF, "console")
    before = (webinar / "countries.csv").read_bytes()
    steps = re.findall(r"^\$ python generate_deck\.py (.*)\n((?:[^$].*\n)*)", session, re.MULTILINE)
    assert len(steps) == 4
    for command, printed in steps:
        assert main(shlex.split(command)) == DONE
        assert capsys.readouterr().out == printed
    assert (webinar / "countries.csv").read_bytes() == before


def test_a_row_written_by_hand(webinar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer, mistake = blocks(STAFF, "text")
    before = (webinar / "countries.csv").read_bytes()
    for row, expected, code in (("Togo,,candidate,,", answer, DONE), ("Tgoo,,candidate,,", mistake, FINDINGS)):
        (webinar / "countries.csv").write_bytes(before + f"{row}\n".encode())
        assert main(["changes"]) == code
        printed = capsys.readouterr()
        assert expected in printed.out + printed.err
    assert mistake in printed.err


def test_every_command_that_is_named_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    text = STAFF.read_text(encoding="utf-8")
    for action in re.findall(r"`list (\w+)", text):
        with pytest.raises(SystemExit) as stopped:
            main(["list", action, "--help"])
        assert stopped.value.code == DONE
    options = re.findall(r"--[a-z]+(?:-[a-z]+)*", " ".join(re.findall(r"`([^`\n]+)`", text)))
    for command in (["list", "add"], ["list", "fix"], ["changes"], ["check"]):
        with pytest.raises(SystemExit):
            main([*command, "--help"])
    help_texts = capsys.readouterr().out
    assert [option for option in options if option not in help_texts] == []


def test_a_workbook_in_place_of_the_csv(webinar: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import openpyxl

    from deck.lists import read_table

    table = read_table(webinar / "countries.csv")
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in (table.columns, *(tuple(row.values.values()) for row in table.rows)):
        sheet.append(list(row))
    workbook.save(webinar / "countries.xlsx")
    outline = Path(OUTLINE)
    outline.write_text(outline.read_text(encoding="utf-8").replace("countries.csv", "countries.xlsx"), encoding="utf-8")
    assert main(["changes"]) == DONE
    assert capsys.readouterr().out == "nothing changes\n"
    assert main(["list", "add", "Togo"]) == DONE
    capsys.readouterr()
    assert main(["changes"]) == DONE
    assert capsys.readouterr().out == "slide 9: Togo added; title 37 → 38\n"
