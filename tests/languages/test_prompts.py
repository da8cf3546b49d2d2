"""What empty slots say."""

from __future__ import annotations

import io
import re
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from deck.export.pptx import write_pptx
from deck.languages.prompts import prompts
from deck.model.deck import Deck
from deck.model.language import Language
from tests.outlines import examples, laid_out

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SOURCED = "layout: statistics\ntitle: Sourced\nfigures: [{id: a, value: 5, label: others, source: estimates}]"
OF_MASTERS = {"Title", "Text", "Second level", "Third level", "Footer", "Notes"}
OF_TEMPLATES = {"Date"}


def shown(deck: Deck) -> set[tuple[str, str | None]]:
    """What slide layouts and masters say, and in which language."""
    with ZipFile(io.BytesIO(write_pptx(deck))) as package:
        names = [name for name in package.namelist() if re.fullmatch(r"ppt/(slideLayouts|\w+Masters)/\w+\.xml", name)]
        roots = [ElementTree.fromstring(package.read(name)) for name in names]
    return {
        (run.findtext(f"{A}t", ""), properties.get("lang"))
        for root in roots
        for run in root.iter(f"{A}r")
        for properties in run.findall(f"{A}rPr")
    }


@pytest.mark.parametrize("tag", ["ar", "es", "fr-CA", "ru", "zh-Hans", "zh-Hant"])
def test_they_ask_in_the_decks_language(tag: str, tmp_path: Path) -> None:
    deck = laid_out(tmp_path, *examples(), SOURCED, language=tag).deck
    said = {english: words for english, words in prompts(Language(tag)).items() if english not in OF_TEMPLATES}
    asked = {slot.prompt for layout in deck.slide_layouts for slot in layout.placeholders if slot.type != "sldNum"}
    assert asked | OF_MASTERS == set(said)
    # Office wants to know the region where a script has two.
    written = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}.get(tag, tag)
    assert shown(deck) == {(words, written) for words in said.values()}


def test_they_are_english_where_they_are_in_no_table(tmp_path: Path) -> None:
    deck = laid_out(tmp_path, *examples(), language="sw").deck
    assert {language for _, language in shown(deck)} == {"en"}
    assert "Quotation" in {words for words, _ in shown(deck)}
