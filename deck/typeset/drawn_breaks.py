"""Where LibreOffice ends a line that is full: it looks back from the first character that does not fit.

After an ideograph it ends the line right there, however the next word goes on, unless a sign may not start or end a
line. Anywhere else it goes back to the last place that the Unicode line breaking algorithm leaves (UAX 14, with
changes of its own); from a place after a slash, further back to the last space, so that paths stay whole. PowerPoint
often agrees; where it does not, text is proved to fit by `breaks`, which is stricter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deck.typeset.breaks import CLUSTER, OPENING, SPACES, start_of_path
from deck.typeset.scripts import pattern

_NO_END = "([{«‹“‘„‚¿¡（［｛〈《「『【〔〖〝＄￥￡$€£¥"
_NO_START = (
    ")]}»›”’!?:;,.-、。，．！？：；）］｝〉》」』】〕〗〞〟～·・ー々〻ヽヾゝゞ؟،؛"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
)
_CLOSING = "、。，．）］｝〉》」』】〕〗〞〟％"
_AFTER_DASH = r"(?<=[?!\-‐–—…|])(?=[\w(%$+№·&@=])|(?<=[?!\-‐–…|])(?=—)|(?<=[?!\-‐–—|])(?=…)"
_AFTER_SIGN = r"(?<=[)\]%$€£,.:;+№])(?=[(—…%$€£+№])"
_AFTER_SLASH = r"(?<=/)(?=[(\[$€£№+·&@=—]|[^\W\d])(?![א-ת{cjk}])"
_BEFORE_DASH = r"(?<=[\w·&@=])(?=—)|(?<=[^\W\d])(?=%)"
_BEFORE_IDEOGRAPH = (
    rf"(?<=[\w{{cjk}}…)%,.:;?!\-–—·&])(?<![{re.escape(_NO_END)}])(?=[{{cjk}}])(?![{re.escape(_NO_START)}％])"
)
_AFTER_IDEOGRAPH = rf"(?<=[{{cjk}}])(?<![{_CLOSING}{re.escape(_NO_END)}])(?=\w)(?![{{cjk}}])"
_BETWEEN = rf"(?<=[{_CLOSING}])(?=[($€£])"
_NEVER = rf"(?<=\w)(?<![{{cjk}}])(?=[{OPENING}])"
# Not even after a space.
_AFTER_SPACE = re.compile(rf"(?<![(\[{{¿¡{SPACES}])[{SPACES}]+(?![{SPACES}?!:;,.)\]}}])")
_LAST = "\uffff"


def break_before(text: str, start: int, overflowing: int, firm: Sequence[int]) -> int:
    """Where the line that starts at `start` ends, if `overflowing` is the first character that does not fit on it.

    `firm` are the text's `firm_breaks`, ascending. A word that fills the line is broken inside.
    """
    end = overflowing
    if pattern("[{cjk}“”‘’…—]").match(text[end - 1]) and _follows_ideograph(text, start, end):
        while end > start and not _may_part(text[end - 1], text[end]):
            end -= 1
    else:
        end = max((place for place in firm if place <= end), default=start)
        if text[end - 1 : end] == "/":
            end = start_of_path(text, end)
    return end if end > start else overflowing


def firm_breaks(text: str, start: int, end: int) -> list[int]:
    """The places in text[start:end] where a line may end, wherever it overflows: each is where the next would start."""
    rules = (
        _AFTER_DASH,
        _AFTER_SIGN,
        _AFTER_SLASH,
        _BEFORE_DASH,
        _BEFORE_IDEOGRAPH,
        _AFTER_IDEOGRAPH,
        _BETWEEN,
        CLUSTER,
    )
    found = {match.start() for rule in rules for match in pattern(rule).finditer(text, start, end)}
    found -= {match.start() for match in pattern(_NEVER).finditer(text, start, end)}
    found.update(match.end() for match in _AFTER_SPACE.finditer(text, start, end))
    return sorted(place for place in found if start < place < end and text[place] <= _LAST)


def _follows_ideograph(text: str, start: int, end: int) -> bool:
    """Whether the last character before `end` is an ideograph, or a sign that goes with one."""
    before = text[start:end].rstrip("“”‘’…—")
    return bool(before) and pattern("[{cjk}]").match(before[-1]) is not None


def _may_part(before: str, after: str) -> bool:
    return before not in _NO_END and after not in _NO_START and not before == after == "—"
