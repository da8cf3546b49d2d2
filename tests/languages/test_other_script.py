"""A single text in letters that its language is not written in is told of, and stops a release."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck import markup
from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.ground.diagnostics import Span
from deck.languages.catalog import Catalog, Entry
from deck.languages.messages import Message
from deck.languages.other_script import in_other_script
from deck.languages.plurals import usual_rule
from deck.model.language import Language
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import write_outline

HERE = Span("x")
SAFETY = "Правила безопасности"


@pytest.mark.parametrize(
    ("language", "source", "text", "told"),
    [
        ("de", "Safety rules", SAFETY, True),
        ("de", "Nobody locks a door", "لا يقفل أحد بابًا", True),
        ("de", "Safety", "安全", True),
        ("de", "On {day}, **all**", "{day} **все**", True),
        ("zh", "Safety", "ルール", True),
        ("ar", "Safety rules", SAFETY, True),
        ("el", "Safety rules", SAFETY, True),
        ("ru", "Safety rules", SAFETY, False),
        ("ja", "Safety", "安全ルール", False),
        # As in the source, marked, a sign, and what has letters of both.
        ("de", SAFETY, SAFETY, False),
        ("de", "Safety rules", "[Правила безопасности]{lang=ru}", False),
        ("de", "200 micrometres", "200 µm", False),
        ("de", "The firm Правда in Moscow", "Die Firma Правда in Moskau", False),
        ("ru", "ILO and UNICEF", "ILO, UNICEF", False),
        ("ar", "Donor: UNDP", "UNDP", False),
        # These are written in several, and of that nobody knows here what it is written in.
        ("sr", "Safety rules", SAFETY, False),
        ("abq", "Safety rules", SAFETY, False),
    ],
)
def test_letters_that_the_language_is_not_written_in(language: str, source: str, text: str, told: bool) -> None:
    named = Language(language)
    catalog = Catalog("x.po", named, usual_rule(named), {"a.b": Entry(source, (text,), False, False, (HERE,))})
    found = [*in_other_script(catalog, [Message("a.b", source, "text", HERE)], markup)]
    assert [one.code for one in found] == ["other-language"] * told


def test_a_release_stops_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, "layout: statement\ntitle: Hello\nstatement: Safety rules")
    texts = entry("slide-1.title", "Hello", "Bonjour"), entry("slide-1.statement", "Safety rules", SAFETY)
    write_catalog(tmp_path, *complete(), *texts)
    assert main(["build", "--language", "fr", str(outline)]) == DONE
    assert "warning[other-language]: `slide-1.statement` is in Cyrillic letters" in capsys.readouterr().err
    assert main(["build", "--language", "fr", "--release", str(outline)]) == FINDINGS
    capsys.readouterr()
    assert main(["translate", "status", str(outline)]) == DONE
    assert "other-language" in capsys.readouterr().err
