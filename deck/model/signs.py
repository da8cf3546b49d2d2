"""The sign of a figure that is one number, as people type it: `-5`, `−5`, `–5`, `－5`, `≈ +5`, `-US$ 5`.

Bookkeepers' negatives, `(5)` and `5-`, are positive to others: nothing here says what they are, and they are told.
"""

from __future__ import annotations

from typing import NamedTuple

from deck.ground.late_pattern import late_pattern
from deck.model.numerals import Numeral, numerals, undoubted

MONEY_SIGNS = "$€£¥₹₽₺₩₪₫₦₱₴"
"""The signs of currencies."""
MONEY = rf"(?:US|NZ|MX|HK|[ACRS])?\$|[{MONEY_SIGNS}]"
"""A currency by its sign, as a pattern: `€`, `US$`."""
CURRENCY = (
    rf"{MONEY}|kr\.?|Rs\.?|zł|Kč|Ft|lei|"
    "AED|ARS|AUD|BDT|BRL|CAD|CDF|CFA|CHF|CLP|CNY|COP|CZK|DKK|DZD|EGP|ETB|EUR|GBP|GHS|HKD|HUF|IDR|ILS|INR|IQD|ISK|JOD|"
    "JPY|KES|KRW|KWD|LBP|LKR|MAD|MMK|MXN|MYR|NGN|NOK|NPR|NZD|PEN|PHP|PKR|PLN|QAR|RON|RUB|RWF|SAR|SEK|SGD|THB|TND|TRY|"
    "TWD|TZS|UAH|UGX|USD|VND|XAF|XOF|ZAR|ZMW"
)
"""A currency by its sign, its code or its short name, as a pattern."""
_MINUS, _PLUS = "-−－﹣", "+＋﹢"
# Hyphens and dashes, also those of spreadsheets' corrections; they are signs where no word stands before them.
_DASHES = "‐‑‒–"
_ABOUT = "≈~∼≃<>≤≥±"
UNSEEN = "\u200e\u200f\u061c"
"""Marks of direction."""
_MONEY = rf"(?:[A-Z]{{0,3}}[{MONEY_SIGNS}]|[A-Z]{{3}})"
_SIGNED = late_pattern(
    rf"(?P<before>(?:[{_ABOUT}\s{UNSEEN}]|{_MONEY}\s?)*)"
    rf"(?:(?P<sign>[{_MINUS}{_PLUS}])\s?|(?P<dash>[{_DASHES}]))(?=\s?{_MONEY}?\s?\d)"
)
_WITHIN = late_pattern(rf"\s(?P<sign>[{_MINUS}{_PLUS}])(?=\d)")
_AFTER = late_pattern(rf"\d(?:\s?[{_MINUS}{_DASHES}]\s*$|[{_MINUS}{_DASHES}]\s)|(?:^|\s)[{_DASHES}](?=\d)")
_BRACKETS = late_pattern(r"[()（）﹙﹚]")
_BRACKETED = late_pattern(r"(?P<open>[(（﹙])(?P<within>[^()（）﹙﹚]+)(?P<close>[)）﹚])")
_OUTSIDE = late_pattern(rf"[{_MINUS}{_DASHES}]|[()（）﹙﹚]")
_MARKS = late_pattern(rf"[{_ABOUT}\s]*")


class Signed(NamedTuple):
    """The words of a figure before and after the sign of its number: `-`, `+` or nothing."""

    before: str
    sign: str
    after: str

    @property
    def factor(self) -> int:
        """-1 of a number below nought, else 1."""
        return -1 if self.sign == "-" else 1

    @property
    def words(self) -> str:
        """All without the sign."""
        return self.before + self.after


def signed(words: str) -> Signed | None:
    """The figure's words, parted at its sign; None where they leave it open whether the number is below nought."""
    if found := _SIGNED.match(words):
        sign = "+" if found["sign"] and found["sign"] in _PLUS else "-"
        parted = Signed(found["before"], sign, words[found.end() :])
    elif found := _WITHIN.search(words):
        sign = "+" if found["sign"] in _PLUS else "-"
        parted = Signed(words[: found.start("sign")], sign, words[found.end() :])
    else:
        parted = Signed("", "", words)
    return None if _AFTER.search(parted.words) or _in_brackets(parted.words) else parted


def _in_brackets(words: str) -> bool:
    """Whether the only number of these words stands in brackets."""
    if not _BRACKETS.search(words):
        return False
    found = numerals(words)
    before = _BRACKETS.findall(words[: found[0].start]) if len(found) == 1 else []
    return bool(before) and before[-1] in "(（﹙"


def marked_number(words: str, *, bare: bool = False) -> tuple[Signed, Numeral] | None:
    """Digits alone behind a sign or what says that they are not exact (`≈ 3,5`), or per cent; None of all else.

    `bare` ones, too, where nothing but a number is meant.
    """
    parted = signed(words.strip(f" \u00a0{UNSEEN}"))
    if parted and not parted.sign and (marks := _MARKS.match(parted.after)):
        parted = Signed(marks[0], "", parted.after[marks.end() :])
    if parted is None or not _MARKS.fullmatch(parted.before):
        return None
    digits = parted.after.strip()
    found = numerals(digits)
    alone = len(found) == 1 and found[0].written == digits and len(found[0].readings) == 1
    marked = alone and not _is_code(digits) and (bare or found[0].percent or bool(parted.before.strip() or parted.sign))
    return (parted, found[0]) if marked and not any(map(str.isalpha, digits)) else None


def bracketed_number(words: str) -> tuple[str, Numeral, str] | None:
    """Digits, or per cent, alone in brackets, which stand before and after them; None of all else.

    Plain digits are none: they may be a year, a day, a code, or the number of a note.
    """
    found = _BRACKETED.fullmatch(words.strip())
    within = found["within"].strip() if found else ""
    if found is None or any(map(str.isalpha, within)) or within.isdecimal() or _is_code(within):
        return None
    numbers = numerals(within)
    alone = len(numbers) == 1 and numbers[0].written == within and len(numbers[0].readings) == 1
    return (found["open"], numbers[0], found["close"]) if alone else None


def _is_code(digits: str) -> bool:
    """Whether they begin with a nought that a number would not have: `007`."""
    return len(digits) > 1 and digits[:2].isdecimal() and int(digits[0]) == 0


def in_doubt(words: str) -> str | None:
    """What a bookkeeper's negative may be: `-4.2 or 4.2` of `(4,2)`. None of what is none, or has words beside it."""
    if signed(words) is not None:
        return None
    digits = _OUTSIDE.sub(" ", words)
    found = numerals(digits)
    if len(found) != 1 or any(map(str.isalpha, digits[: found[0].start] + digits[found[0].end :])):
        return None
    return undoubted(sign * one.value for one in found[0].readings for sign in (-1, 1))
