"""In the outline's own language a catalog says what is for few, and the outline's words are for many."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.terminal import DONE
from deck.languages.own_forms import form_of_many
from deck.languages.plurals import usual_rule
from deck.model.language import Language
from deck.pipeline.build import lay_out
from tests.languages.catalogs import entry, write_catalog
from tests.outlines import texts, write_outline

SOURCE = "{partners} inspectors come"
SLIDE = f"layout: statement\ntitle: Hello\nstatement: '{SOURCE}'"
FEW = "{partners} inspector comes"


@pytest.mark.parametrize(
    ("number", "forms", "flags", "shown", "told"),
    [
        (1, (FEW, ""), "", "1 inspector comes", False),
        (1, (FEW, "{partners} in all"), "", "1 inspector comes", False),
        (9, (FEW, ""), "", "9 inspectors come", False),
        (1, ("", SOURCE), "", "1 inspectors come", True),
        (9, ("", "{partners} in all"), "", "9 inspectors come", False),
        (1, (FEW, ""), "fuzzy", "1 inspectors come", True),
        (1, ("", ""), "", "1 inspectors come", False),
    ],
)
def test_what_is_for_few_is_all_that_is_filled_in(
    number: int,
    forms: tuple[str, ...],
    flags: str,
    shown: str,
    told: bool,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    outline = write_outline(tmp_path, SLIDE)
    outline.write_text(outline.read_text(encoding="utf-8").replace("value: 400", f"value: {number}"), encoding="utf-8")
    write_catalog(tmp_path, entry("slide-1.statement", SOURCE, *forms, flags=flags), language="en")
    assert main(["build", str(outline)]) == DONE
    assert ("slide-1.statement" in capsys.readouterr().err) is told
    said = [text.paragraphs[0].plain for _, _, text in texts(lay_out(outline).deck)]
    assert shown in [" ".join(each.split()) for each in said]


@pytest.mark.parametrize(("tag", "many"), [("en", 1), ("fr", 1), ("ru", 2), ("ar", 4), ("ja", 0)])
def test_most_numbers_take_one_form(tag: str, many: int) -> None:
    assert form_of_many(usual_rule(Language(tag))) == many
