"""Each rule is explained, on the page and at the command line."""

import pytest

from deck.cli import main
from deck.inspecting.reference import document, explanations
from tests.inspect_reference import DOCUMENT


def test_the_page_is_as_the_rules_say() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run: python -m tests.inspect_reference"


def test_each_code_is_explained_once_in_sentences() -> None:
    found = list(explanations())
    assert len({each.code for each in found}) == len(found)
    assert all(each.found.endswith(".") and each.hint and not each.hint.endswith(".") for each in found)


@pytest.mark.parametrize("code", [each.code for each in explanations()])
def test_the_command_explains_it(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "--explain", code]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"{code} (")
    assert "To mend it: " in out


def test_a_code_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect", "--explain", "merged-cell"]) == 2
    assert "did you mean `merged-cells`?" in capsys.readouterr().err


def test_a_deck_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["inspect"]) == 2
    assert "FILE" in capsys.readouterr().err
