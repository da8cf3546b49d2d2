"""A cell's number and its format → what a person reads there: a date, a time, a share, an amount of money."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from typing import NamedTuple

_PARTS = re.compile(r'"(?P<said>[^"]*)"|\\(?P<sign>.)|[_*].|\[(?P<bracket>[^]]*)\]|(?P<plain>.)', re.DOTALL)
_BUILT_IN = {
    9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    **dict.fromkeys([*range(27, 32), 36, *range(50, 55), 57, 58], "yyyy-mm-dd"),
    **dict.fromkeys([32, 33, 55, 56], "h:mm"),
}  # fmt: skip
"""The formats that a workbook names by numbers alone and that say more than digits; some differ by language."""
_SCALES = re.compile(
    r"thousand|[mb]illions?|trillions?|mi?lli?ards?|millones|Millionen|Milliarden|Mio\.?|Mrd\.?|mille|mil"
    r"|тыс\w*\.?|млн\.?|млрд\.?|миллион\w*|миллиард\w*|مليون|مليار|ألف|[万亿萬億]|百万",
    re.IGNORECASE,
)
_MONEY = {
    "$": "$", "$-409": "US$", "$-1009": "C$", "$-c0c": "C$", "$-c09": "A$", "$-1409": "NZ$", "$-80a": "MX$",
    "$-416": "R$", "r$-416": "R$", "€": "€", "£": "£", "¥": "¥", "₹": "₹", "₽": "₽", "us$": "US$",
}  # fmt: skip
_MONEY_SIGNS = "$€£¥₹₽"
_MONEY_CODE = re.compile(r"(?:[A-Z]{3}|[A-Z]{1,3}\$|[$€£¥₹₽])")
_LAST_DAY = 2_958_465
"""The last day that a spreadsheet counts: 31 December 9999."""
_NO_LEAP_DAY = 60


class NumberFormat(NamedTuple):
    """What a number is shown as: `moment` has the letters of year, month, day and time that it shows."""

    moment: str = ""
    per_cent: bool = False
    places: int = 0
    before: str = ""
    after: str = ""


def built_in(number: int) -> str:
    """The format of this number, for those that workbooks do not spell out."""
    return _BUILT_IN.get(number, "General")


def shown(number: str, code: str = "General", *, from_1904: bool = False) -> str:
    """The number, given as a workbook writes it, as a CSV file would have it; dates as ISO 8601 writes them.

    What a format rounds stays as it is, but in a share. ValueError for what is no number.
    """
    value = float(number)
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError(number)
    form = parsed(code)
    if form.moment and (moment := _moment(value, form.moment, from_1904=from_1904)):
        return moment
    # A spreadsheet knows fifteen digits.
    exact = Decimal(f"{value:.15g}")
    if form.per_cent:
        # Half of one goes up, as in the spreadsheet.
        with localcontext(rounding=ROUND_HALF_UP):
            return f"{_plain(Decimal(f'{exact * 100:.{form.places}f}'))}%"
    return f"{form.before}{_plain(exact)}{form.after}"


def serial(text: str, *, from_1904: bool = False) -> str | None:
    """The number that a workbook has for this day or moment in ISO 8601; None for what is none."""
    try:
        moment = datetime.fromisoformat(text)
        past = moment.replace(tzinfo=None) - datetime(
            1904 if from_1904 else 1899, 1 if from_1904 else 12, 1 if from_1904 else 30
        )
    except ValueError:
        return None
    days = past / timedelta(days=1)
    if not (0 if from_1904 else _NO_LEAP_DAY) < days <= _LAST_DAY:
        return None
    return f"{days:.15g}"


@cache
def parsed(code: str) -> NumberFormat:
    """What this format shows; of its sections, the one of numbers above nought."""
    text, bare, money, scale = "", "", "", ""
    for part in _PARTS.finditer(code):
        said, sign, bracket, plain = part["said"], part["sign"], part["bracket"], part["plain"]
        if plain == ";":
            break
        if plain:
            text += plain
            bare += plain
        elif bracket is not None:
            if bracket.startswith("$") and len(bracket) > 1:
                found = bracket[1:].lower()
                symbol = bracket[1:].partition("-")[0].strip()
                known = (
                    _MONEY.get(found) or _MONEY.get(symbol.lower()) or (symbol if _MONEY_CODE.fullmatch(symbol) else "")
                )
                money = money or known
                text += "\0"
            elif re.fullmatch(r"[hms]+", bracket, re.IGNORECASE):
                text += bracket.lower()
                bare += bracket.lower()
        elif (word := said if said is not None else sign or "").strip():
            if word.strip() in _MONEY_SIGNS and word.strip():
                money = money or _MONEY.get(word.strip(), "")
            elif _MONEY.get(word.strip().lower()) or word.strip() in ("USD", "EUR", "GBP"):
                money = money or _MONEY.get(word.strip().lower(), word.strip())
            elif _SCALES.fullmatch(word.strip()):
                scale = word.strip()
    if match := next((sign for sign in bare if sign in _MONEY_SIGNS), ""):
        money = money or match
    bare = re.sub(r"general|am/pm|a/p", "", bare, flags=re.IGNORECASE)
    if re.search(r"[ymdhsge]", bare, re.IGNORECASE) and not re.search(r"[0#?](?!.*s)|E[+-]", bare):
        return NumberFormat(moment=_letters(bare))
    digits = re.search(r"[0#?](?:[0#?, ]*[0#?])?(?:\.([0#?]*))?", bare)
    if "%" in bare:
        return NumberFormat(per_cent=True, places=len(digits[1] or "") if digits else 0)
    # A comma behind the digits parts by a thousand: the number itself says it all.
    scaled = re.search(r"[0#?],+(?![0#?])", bare)
    after = f" {scale}" if scale and not scaled else ""
    return NumberFormat(before=f"{money} " if money else "", after=after)


def _letters(bare: str) -> str:
    """Which of year, month, day and time a format shows: an “m” beside hours or seconds is minutes."""
    bare = bare.lower()
    has_time = "h" in bare or "s" in bare
    months = re.sub(r"h+[^a-z]*m{1,2}(?!m)|(?<!m)m{1,2}[^a-z]*s", "", bare) if has_time else bare
    letters = ("y" if re.search("[yeg]", bare) else "") + ("m" if "m" in months else "") + ("d" if "d" in bare else "")
    return letters + ("t" if has_time else "")


def _moment(value: float, letters: str, *, from_1904: bool) -> str:
    """A day or a time; "" for a number that no spreadsheet shows as one."""
    if not 0 <= value <= _LAST_DAY + 1:
        return ""
    seconds = round(value % 1 * 86400)
    if letters == "t":
        seconds = round(value * 86400)
        hours, rest = divmod(seconds, 3600)
        return f"{hours:02}:{rest // 60:02}" + (f":{rest % 60:02}" if rest % 60 else "")
    days = int(value)
    # Spreadsheets count a 29 February 1900, which there never was.
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 31 if days < _NO_LEAP_DAY else 30)
    try:
        moment = start + timedelta(days=days, seconds=seconds)
    except OverflowError:
        return ""
    if "t" in letters and seconds:
        return moment.isoformat()
    day = moment.date().isoformat()
    return {"y": day[:4], "ym": day[:7]}.get(letters, day)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def ends_with_scale(text: str) -> str:
    """The word at a text's end that says how large its number is, such as “million”; "" if there is none."""
    word = re.search(r"[^\d\s.,%]+$", text.strip())
    return word[0] if word and _SCALES.fullmatch(word[0]) else ""


def money_sign(code: str) -> str:
    """What stands before an amount in the currency of this code."""
    return {"USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "RUB": "₽"}.get(code, code)
