"""A narrower measure for Chinese and Japanese: where a last line would be one or two characters, lines share them out.

There is no space that could be made unbreakable, and a sign that joins characters would be drawn in some programs. So
the box's inset grows at the side where lines end, by no more than leaves every paragraph its number of lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deck.model.letters import is_european
from deck.model.typesetting import Frame
from deck.model.units import EMU_PER_POINT, Emu, Insets
from deck.typeset.last_line import stranded
from deck.typeset.lines import HardLine
from deck.typeset.scripts import holds_cjk
from deck.typeset.setting import WIDTH_MARGIN, Outcome, SetParagraph, Setting

_STEP = 0.25
"""The step in which a measure is made narrower, in the size of the smallest of its texts."""


def narrowed(setting: Setting, sizes: tuple[float, ...]) -> Setting:
    """The setting in the widest measure in which as few paragraphs as can be end on a line of one or two characters."""
    if setting.joins_evenly or all(is_european(each.measured.text) for each in setting.paragraphs):
        return setting
    outcome = setting.at(sizes)
    best, least = setting, _stranded(setting.paragraphs, outcome)
    step = _STEP * min(sizes[each.level] for each in setting.paragraphs)
    less = 0.0
    while least:
        less += step
        tried = _narrower(setting, less)
        if tried is None or not _holds(tried, sizes, outcome):
            break
        if (left := _stranded(setting.paragraphs, tried.at(sizes))) < least and _is_sure(tried, sizes):
            best, least = tried, left
    return best


def _stranded(paragraphs: Sequence[SetParagraph], outcome: Outcome) -> int:
    """How bad their last lines are: twice as bad where it is one character as where it is two. Of the lines as they are
    broken here and in a program that sets words no wider than they are, the worse ones count."""
    return sum(
        max(stranded(each.measured.text, line, breaks) for breaks in (ends, _unwidened(line, first, rest)))
        for each, broken in zip(paragraphs, outcome.broken, strict=True)
        if each.style.balanced and holds_cjk(each.measured.text)
        for line, ends, first, rest in broken
    )


def _unwidened(line: HardLine, first: float, rest: float) -> Sequence[int]:
    """Its breaks in a program that sets words no wider than they are."""
    return line.breaks(first * WIDTH_MARGIN, rest * WIDTH_MARGIN)


def _narrower(setting: Setting, less: float) -> Setting | None:
    """The setting in a measure that is so many points narrower, at the side where its lines end."""
    frame, insets = setting.frame, setting.frame.body.insets
    cut = Emu(round(less * EMU_PER_POINT))
    if cut * 2 > frame.rect.width - insets.start - insets.end:
        return None
    align = setting.paragraphs[0].style.align
    at_start = {"start": Emu(0), "centre": Emu(cut // 2), "end": cut}[align]
    inner = Insets(Emu(insets.start + at_start), insets.top, Emu(insets.end + cut - at_start), insets.bottom)
    return setting.in_frame(Frame(frame.paragraphs, replace(frame.body, insets=inner), frame.rect))


def _holds(setting: Setting, sizes: tuple[float, ...], before: Outcome) -> bool:
    """Whether each paragraph takes as many lines as before, and no word has become too wide."""
    outcome = setting.at(sizes)
    return outcome.line_counts == before.line_counts and outcome.overflow <= before.overflow


def _is_sure(setting: Setting, sizes: tuple[float, ...]) -> bool:
    """Whether lines end at the same places in a program that sets words no wider than they are."""
    return all(
        _unwidened(line, first, rest) == ends
        for broken in setting.at(sizes).broken
        for line, ends, first, rest in broken
    )
