"""The limits that docs/security.md states are those that hold."""

from __future__ import annotations

import re

from deck.export.pptx import archive
from deck.export.pptx.template import backdrops, opened_template
from deck.ground import files
from deck.images import painting, prepare
from deck.lists.workbooks import marked, package, sheet
from deck.nodes import compose
from deck.outline import read, value_readers
from tests.tools import PROJECT

LIMITS = {
    "any file that is read": files._LARGEST,
    "slides of an outline": read.MOST_SLIDES,
    "characters of one text": value_readers.LONGEST_TEXT,
    "values inside one another in YAML": compose._DEEPEST,
    "values that YAML's aliases repeat": compose._MOST_BY_ALIAS,
    "pixels of a picture": prepare._MOST_PIXELS,
    "cells of a spreadsheet": sheet.MOST_CELLS,
    "one part of a workbook, unpacked": package.LARGEST,
    "a workbook, unpacked": package._LARGEST_TOGETHER,
    "parts of a workbook": package._MOST_PARTS,
    "elements inside one another in a workbook's XML": marked._DEEPEST,
    "a template or a finished deck, unpacked": archive._LARGEST_TOGETHER,
    "parts of a template or a finished deck": archive._MOST_ENTRIES,
    "slide layouts of a master": opened_template._MOST_LAYOUTS,
    "drawings of one sheet of a template that a preview shows": backdrops._MOST_SHAPES,
    "pixels of a template's picture that a preview shows": painting._MOST_PIXELS,
}


def test_the_limits_are_as_they_are_told() -> None:
    document = (PROJECT / "docs" / "security.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+) \| ([\d,]+)( MB)? \|$", document, re.MULTILINE)
    told = {what: int(number.replace(",", "")) * (1_000_000 if unit else 1) for what, number, unit in rows}
    assert told == LIMITS
