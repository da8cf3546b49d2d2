"""How severe findings are, and what an outline allows, with a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from tests.outlines import write_outline

SLIDE = "layout: statement\ntitle: T\nstatement: See [here](https://example.org)."
LONG = f"layout: headline\ntitle: {'word ' * 300}"


def outline(folder: Path, slide: str, checks: str = "") -> Path:
    path = write_outline(folder, slide)
    path.write_text(f"{f'checks: {checks}' if checks else ''}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("checks", "code", "told"),
    [
        ("", DONE, "warning[unclear-link]"),
        ("{unclear-link: error}", FINDINGS, "error[unclear-link]"),
        ("{unclear-link: warning}", DONE, "warning[unclear-link]"),
        ("{unclear-link: off}", DONE, ""),
        ("{unclear-links: off}", FINDINGS, "did you mean `unclear-link`?"),
        ("{yaml-syntax: off}", FINDINGS, "error[unknown-check]"),
        ("{untranslated: off}", FINDINGS, "error[unknown-check]"),
        ("{unclear-link: never}", FINDINGS, "`unclear-link` cannot be “never”"),
    ],
)
def test_severity(tmp_path: Path, checks: str, code: int, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(outline(tmp_path, SLIDE, checks))]) == code
    printed = capsys.readouterr()
    assert told in printed.err if told else printed.err == ""


def test_what_an_outline_calls_an_error_stops_a_build_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build = ["build", "--output", str(tmp_path / "decks")]
    assert main([*build, str(outline(tmp_path, SLIDE, "{unclear-link: error}"))]) == FINDINGS
    assert "error[unclear-link]" in capsys.readouterr().err
    assert not (tmp_path / "decks").exists()
    assert main([*build, str(outline(tmp_path, SLIDE, "{small-text: error}"))]) == DONE
    assert capsys.readouterr().err == ""


def test_an_exception_with_its_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = outline(tmp_path, f"{SLIDE}\nallow: {{unclear-link: everybody knows where}}")
    assert main(["check", "--strict", str(path)]) == DONE
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("reason", ["", "'  '", "~"])
def test_an_exception_without_a_reason(tmp_path: Path, reason: str) -> None:
    assert main(["check", str(outline(tmp_path, f"{SLIDE}\nallow: {{unclear-link: {reason}}}"))]) == FINDINGS


def test_an_exception_that_no_longer_applies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    slide = "layout: statement\ntitle: T\nstatement: Text\nallow: {unclear-link: everybody knows where}"
    path = outline(tmp_path, slide)
    assert main(["check", str(path)]) == DONE
    printed = capsys.readouterr().err
    assert "warning[unused-exception]: slide `slide-1` allows `unclear-link`" in printed
    line = path.read_text(encoding="utf-8").splitlines().index("        allow: {unclear-link: everybody knows where}")
    assert f"{path}:{line + 1}:" in printed
    # Another language may need it.
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales" / "fr.po").write_text('msgid ""\nmsgstr ""\n"Language: fr\\n"\n', encoding="utf-8")
    main(["check", str(path)])
    assert "unused-exception" not in capsys.readouterr().err


def test_what_stops_a_build(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build = ["build", "--output", str(tmp_path)]
    assert main([*build, str(outline(tmp_path, LONG))]) == FINDINGS
    assert main([*build, str(outline(tmp_path, LONG, "{text-overflow: warning}"))]) == DONE
    assert "warning[text-overflow]" in capsys.readouterr().err
    assert main([*build, str(outline(tmp_path, f"{LONG}\nallow: {{text-overflow: a wall of words is meant}}"))]) == DONE
    assert "text-overflow" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("names", "checks", "allow", "told"),
    [
        ("Ghana\nEuropean Union", "", "", "warning[unknown-country]"),
        ("Ghana\nEuropean Union", "{unknown-country: off}", "", ""),
        ("Ghana\nEuropean Union", "", "{unknown-country: the Union is a partner}", ""),
        # What leaves nothing to be shown is a mistake, whatever an outline says.
        ("Ghanna", "{unknown-country: off}", "{unknown-country: it is one}", "error[unknown-country]"),
    ],
)
def test_rows_of_lists(
    tmp_path: Path, names: str, checks: str, allow: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "list.csv").write_text(f"country\n{names}\n", encoding="utf-8")
    allowed = f"\nallow: {allow}" if allow else ""
    path = outline(tmp_path, f"layout: bullets\ntitle: T\nitems: {{list: members}}{allowed}", checks)
    path.write_text(
        f"lists: {{members: {{countries: list.csv}}}}\n{path.read_text(encoding='utf-8')}", encoding="utf-8"
    )
    main(["check", str(path)])
    printed = capsys.readouterr().err
    assert told in printed if told else printed == ""
