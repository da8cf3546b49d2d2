"""Findings for programs are what a person is shown, in the formats that these read."""

import json
from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.formats import FORMATS
from deck.ground.diagnostics import Diagnostic, Severity, Span
from tests.outlines import write_outline

SLIDE = """
    layout: bullets
    title: Aims
    items: [One]
    """
WARNED = Diagnostic(
    "title-twice", "50 % of it,\nsaid: twice", Span("a b.yaml", 3, 5, 9), "once", Severity.WARNING, "title"
)
NOWHERE = Diagnostic("no-place", "somewhere")


def checked(path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["check", str(path), "--format", form])
    captured = capsys.readouterr()
    assert captured.err == ""
    return code, captured.out


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return write_outline(tmp_path, SLIDE.replace("bullets", "bulets"))


def test_concise_has_a_line_each(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = checked(wrong, "concise", capsys)
    assert code == 1
    assert len(out.splitlines()) == 1
    assert out.startswith(f"{wrong}:")
    assert "error[" in out


def test_json_has_the_place(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = checked(wrong, "json", capsys)
    (found,) = json.loads(out)
    assert code == 1
    assert found["severity"] == "error"
    assert found["place"]["path"] == str(wrong)
    assert (
        wrong.read_text().splitlines()[found["place"]["line"] - 1][found["place"]["column"] - 1 :].startswith("bulets")
    )


def test_github_s_annotations_are_escaped() -> None:
    line, other = FORMATS["github"]([WARNED, NOWHERE]).split("\n")
    assert line == "::warning file=a b.yaml,line=3,col=5,title=title-twice::50 %25 of it,%0Asaid: twice (once)"
    assert other == "::error title=no-place::somewhere"


def test_sarif_names_rules_and_places(wrong: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out = checked(wrong, "sarif", capsys)
    (run,) = json.loads(out)["runs"]
    (result,) = run["results"]
    assert result["ruleId"] in {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == wrong.as_uri()
    (run,) = json.loads(FORMATS["sarif"]([WARNED, NOWHERE]))["runs"]
    first, second = run["results"]
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b.yaml"},
        "region": {"startLine": 3, "startColumn": 5, "endColumn": 9},
    }
    assert "locations" not in second


def test_codes_lead_to_the_page_that_explains_them() -> None:
    known = Diagnostic("image-cropped", "cut away", severity=Severity.WARNING)
    first, other = json.loads(FORMATS["json"]([known, NOWHERE]))
    assert (first["explained"], other["explained"]) == ("docs/checks.md#image-cropped", None)
    assert FORMATS["github"]([known]) == "::warning title=image-cropped::cut away; see docs/checks.md#image-cropped"
    (run,) = json.loads(FORMATS["sarif"]([known, NOWHERE]))["runs"]
    rule, nothing = run["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "More than a quarter of a picture is cut away."
    assert "[image-cropped](docs/checks.md#image-cropped)" in rule["help"]["markdown"]
    assert nothing == {"id": "no-place"}
    page = (Path(__file__).resolve().parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
    assert "\n### image-cropped\n" in page


@pytest.mark.parametrize(("form", "empty"), [("concise", ""), ("json", "[]\n"), ("github", "")])
def test_nothing_wrong_is_no_finding(form: str, empty: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = checked(write_outline(tmp_path, SLIDE), form, capsys)
    assert (code, out.strip()) == (0, empty.strip())


def test_a_missing_outline_is_told_in_the_format(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out = checked(tmp_path / "none.yaml", "json", capsys)
    assert code == 2
    assert [each["code"] for each in json.loads(out)] == ["file-missing"]
