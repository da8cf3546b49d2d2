"""A .pptx, whoever made it → what is to be said about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from deck.export.pptx import accessibility, personal_data, placing
from deck.export.pptx.archive import Archive, BrokenPackageError
from deck.export.pptx.inspection_rule import InspectionRule
from deck.export.pptx.lint import damage
from deck.export.pptx.opened import OpenedDeck
from deck.export.pptx.text_boxes import OpenedBox, text_boxes
from deck.export.pptx.words_used import FONT_RULES, LANGUAGE_RULES, fonts_used, languages_used
from deck.ground.diagnostics import Severity
from deck.model.inspection import Inspection, Remark, Topic

RULES: tuple[tuple[Topic, tuple[InspectionRule, ...]], ...] = (
    ("accessibility", accessibility.RULES),
    ("fonts", FONT_RULES),
    ("languages", LANGUAGE_RULES),
    ("personal data", personal_data.RULES),
    ("fit", placing.RULES),
)
Measured = Callable[[Iterable[OpenedBox]], Iterable[Remark]]
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
REPAIR = "open it in PowerPoint, let it repair the file, look through every slide, and save it under a new name"


def inspect_pptx(data: bytes, measured: Measured | None = None) -> Inspection:
    """The remarks on a deck's bytes, with those of who has `measured` its texts.

    ValueError, saying why, where they are no deck's that can be opened.
    """
    if data.startswith(_OLD_OFFICE):
        raise ValueError("it is protected by a password, or of PowerPoint’s kind before 2007; save it as .pptx without")
    try:
        archive = Archive(data)
    except BrokenPackageError as error:
        raise ValueError(f"it cannot be unpacked: {error}") from None
    remarks = [_broken(finding) for finding in damage(archive)]
    try:
        deck = OpenedDeck(archive)
        if deck.main is None:
            raise ValueError("it holds no presentation")
        remarks += _remarks(deck)
        if measured is not None:
            remarks += measured(text_boxes(deck))
        return Inspection(tuple(remarks), len(deck.slides), fonts_used(deck), languages_used(deck))
    except (etree.XMLSyntaxError, KeyError):
        # The part that cannot be read is among what was found.
        return Inspection(tuple(remarks), 0, (), ())


def _broken(finding: str) -> Remark:
    code, _, message = finding.partition(": ")
    return Remark("package", code, Severity.ERROR, message, REPAIR)


def _remarks(deck: OpenedDeck) -> Iterator[Remark]:
    for topic, rules in RULES:
        for rule in rules:
            yield from rule.remarks(deck, topic)
