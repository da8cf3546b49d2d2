"""Rows under a list that say where its entries are from, how old they are or what a mark means: no entries."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deck.ground.late_pattern import late_pattern
from deck.lists.totals import Texts, is_total

WORDS = (
    r"sources?|fuentes?|fontes?|quellen?|источники?|(?:ال)?مصدر|(?:ال)?مصادر|(?:[资資]料|[数數][据據])?[来來]源|स्रोत|מקור(?:ות)?|"
    r"notes?|notas?|n\.? ?b\.?|remarks?|remarques?|observaci(?:ón|ones)|observaç(?:ão|ões)|anmerkung(?:en)?|hinweise?|"
    r"примечани[ея]|(?:ال)?ملاحظ(?:ة|ات)|[附备備]?[注註]释?|[说說]明|टिप्पणी|नोट|הער(?:ה|ות)|n/?a|n\.a\.|"
    r"legend|légende|leyenda|legende|legenda|updated?|mise à jour|actualizado|atualizado|stand|更新"
)
"""What a remark begins with before a colon: a pattern, for any capitals."""
_DATED = (
    r"as (?:of|at)|last (?:updated?|revised)|dernière mise à jour|(?:données|situation|état) au|a fecha de|"
    r"última (?:actualización|atualização)|(?:datos|dados) (?:al?|de|em)|situação em|letzte aktualisierung|"
    r"по состоянию на|данные на|обновлено|последнее обновление|截[至止]|最[后後近]更新|更新[于於时時日]|آخر تحديث|"
    r"اعتبار(?:ا|اً|ًا) من|(?:حتى|إلى) غاية|עודכן|נכון ל|अंतिम अद्यतन"
)
"""What a remark begins with that goes on to a day or a year."""
_SAID = late_pattern(
    rf"(?:{WORDS}|{_DATED})(?: ?[(\[（]?[\w*†‡]{{1,2}}[)\]）]?)?(?:\s*[:：]|\s+[–—-]\s).*|(?:{_DATED}).*\d.*",
    re.IGNORECASE,
)
_LOOSELY_SAID = late_pattern(rf"(?:{WORDS})\s*[(（\d].*", re.IGNORECASE)
# A star that closes again sets words in italics.
_MARK = late_pattern(r"(?P<mark>\*+(?!.*\*)|[†‡§¹²³⁴-⁹]+|[(\[（](?:\d{1,2}|[a-z])[)\]）])\s*\S.*")


def trailing(rows: Sequence[Texts], apart: Sequence[bool], header: Texts, ids: int | None = None) -> int:
    """How many of the last rows are remarks; of each row, whether it stands `apart` from what is above it.

    A remark has one cell, the list's first. Its words alone tell it only where entries may have more cells than that;
    a mark does where it stands in the rows above. Elsewhere it stands apart, or under a row of totals.
    """
    start = len(rows)
    while start and _looks_so(rows[start - 1], header):
        start -= 1
    while start < len(rows) and not _is_certain(rows[start], rows[:start], header, ids, is_apart=apart[start]):
        start += 1
    return len(rows) - start


def is_like_remark(words: str) -> bool:
    """Whether these words alone look like a remark's."""
    return any(each.fullmatch(words) for each in _forms())


def may_be_remark(row: Texts, header: Texts, *, is_last: bool) -> bool:
    """Whether a row that is taken for an entry looks like a remark."""
    words = next(filter(None, row), "")
    if sum(map(bool, header)) > 1 and _looks_so(row, header):
        return True
    return is_last and _SAID.fullmatch(words) is not None


def _is_certain(row: Texts, above: Sequence[Texts], header: Texts, ids: int | None, *, is_apart: bool) -> bool:
    words = next(filter(None, row))
    mark = _MARK.fullmatch(words)
    if any(_alike(next(filter(None, one), ""), words) for one in above):
        return False
    if is_apart or (above and is_total(above[-1], above[:-1], ids)):
        return True
    if sum(map(bool, header)) < 2:
        return False
    if mark:
        return any(text.endswith(mark["mark"]) for one in (header, *above) for text in one)
    return _SAID.fullmatch(words) is not None


def _looks_so(row: Texts, header: Texts) -> bool:
    """Whether only the cell under the first heading, or left of it, says something, as a remark does."""
    filled = [at for at, text in enumerate(row) if text]
    first = next((at for at, text in enumerate(header) if text), 0)
    return len(filled) == 1 and filled[0] <= first and is_like_remark(row[filled[0]])


def _alike(one: str, other: str) -> bool:
    """Whether both begin as a remark of one kind does: then it may be how entries of this list begin."""
    return any(each.fullmatch(one) and each.fullmatch(other) for each in _forms())


def _forms() -> tuple[re.Pattern[str], ...]:
    return (_SAID, _LOOSELY_SAID, _MARK)
