"""A cell's number and its format → what a person reads there: a date, a time, a share, an amount of money."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import cache
from typing import NamedTuple

from deck.lists.workbooks.format_words import Words, bare, counts_up, scale_at_start, section_of, sections, words_of
from deck.model.numerals import readings

_BUILT_IN = {
    1: "0", 2: "0.00", **dict.fromkeys([3, 37, 38, 41, 42], "#,##0"), **dict.fromkeys([4, 39, 40, 43, 44], "#,##0.00"),
    9: "0%", 10: "0.00%", 14: "yyyy-mm-dd", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
    18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy-mm-dd h:mm",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    **dict.fromkeys([*range(27, 32), 36, *range(50, 55), 57, 58], "yyyy-mm-dd"),
    **dict.fromkeys([32, 33, 55, 56], "h:mm"),
}  # fmt: skip
"""The formats that a workbook names by numbers alone and that say how digits are shown; some differ by language."""
_SCALES = re.compile(
    r"thousand|[mb]illions?|trillions?|mi?lli?ards?|millones|Millionen|Milliarden|Mio\.?|Mrd\.?|mille|mil"
    r"|тыс\w*\.?|млн\.?|млрд\.?|миллион\w*|миллиард\w*|مليون|مليار|ألف|[万亿萬億]|百万",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"(?P<before>\D*)(?P<digits>\d(?:[\d.,'’ \u00a0\u202f\u2009٬٫]*\d)?)"
    r"(?P<after>(?:E[+-]?\d+)?\D*| \d+/\d+)",
    re.DOTALL,
)
_GROUPED = 1000
NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?", re.ASCII)
"""A number as a workbook has it, with no more digits than a spreadsheet knows."""
_YEAR_OR_MONTH = re.compile(r"\d{4}(?:-\d\d)?", re.ASCII)
_SIGNS_OF = {"US$": ("$", "USD"), "€": ("EUR",), "£": ("GBP",), "¥": ("JPY",), "₹": ("INR",), "₽": ("RUB",)}
_LAST_DAY = 2_958_465
"""The last day that a spreadsheet counts: 31 December 9999."""
_NO_LEAP_DAY = 60
GROUP = "\N{NO-BREAK SPACE}"
"""What parts the thousands of a number with words, in no language's way and none's way to be misread."""


class NumberFormat(NamedTuple):
    """What a number is shown as: `moment` has the letters of year, month, day, time and seconds that it shows.

    A time `counts_up` beyond a day's hours, as `[h]:mm` does; any other is that of a day.
    """

    moment: str = ""
    counts_up: bool = False
    per_cent: bool = False
    places: int = 0


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
    # A spreadsheet knows fifteen digits.
    exact = Decimal(f"{value:.15g}")
    parts = sections(code)
    section = section_of(parts, exact)
    form = parsed(section)
    if form.moment and (moment := _moment(value, form, from_1904=from_1904)):
        return moment
    if form.moment:
        return _plain(exact)
    words = words_of(section)
    if not words.has_digits:
        # A dash for nought, or nothing at all, says no more than the number.
        said = f"{words.before}{words.after}".strip()
        return said if any(map(str.isalpha, said)) else _plain(exact)
    if exact < 0 and section != parts[0] and not words.signed and _differ(words, words_of(parts[0])):
        # “5 less”: the words say which way it goes.
        exact = -exact
    if form.per_cent:
        # Half of one goes up, as in the spreadsheet.
        with localcontext(rounding=ROUND_HALF_UP):
            exact = Decimal(f"{exact * 100:.{form.places}f}")
        words = words._replace(after=f"%{words.after}")
    return _beside(exact, words)


def _differ(one: Words, other: Words) -> bool:
    return (one.before.strip(), one.after.strip()) != (other.before.strip(), other.after.strip())


def _beside(number: Decimal, words: Words) -> str:
    """The number's digits among what the cell shows beside them."""
    after = words.after
    if words.power:
        power, end = scale_at_start(after)
        if power == words.power:
            # The number itself says it all.
            after = after[end:]
        elif after.strip():
            number = number.scaleb(-words.power)
    else:
        after = _apart(after)
    sign, digits = ("-" if number < 0 else ""), _plain(abs(number))
    whole, point, fraction = digits.partition(".")
    if words.pattern and not point:
        digits = _filled(whole, words.pattern)
    elif words.grouped and number >= 0 and (words.before.strip() or after.strip()):
        digits = f"{int(whole):,}".replace(",", GROUP) + point + fraction
    else:
        digits = whole.zfill(words.least) + point + fraction
    money = f"{words.money} " if words.money else ""
    return f"{money}{words.before}{sign}{digits}{after}".strip()


def _filled(digits: str, pattern: tuple[str, ...]) -> str:
    """Digits in the places that a format has for them, from the last: `555-0123`."""
    left, found = digits, ""
    for place in reversed(pattern):
        if place not in ("", "0"):
            found = place + found
        elif left or place:
            found, left = (left[-1:] or "0") + found, left[:-1]
    return left + found


def shows_date(code: str) -> bool:
    """Whether this format shows a year, a month or a day."""
    return any(each in parsed(code).moment for each in "ymd")


def serial(text: str, *, from_1904: bool = False) -> str | None:
    """The number that a workbook has for this moment, or for the first day of this year or month, in ISO 8601.

    None for what is none.
    """
    try:
        moment = datetime.fromisoformat(first_day(text))
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
    """What this format shows; of its sections, the first."""
    section = sections(code)[0]
    kept = re.sub(r"am/pm|a/p", "", bare(section), flags=re.IGNORECASE)
    if re.search(r"[ymdhsge]", kept, re.IGNORECASE) and not re.search(r"[0#?](?!.*s)|E[+-]", kept):
        # What is counted up, as minutes in `[m]` are, is no month.
        counted = counts_up(section)
        moment = ("ts" if "s" in kept.lower() else "t") if counted else _letters(kept)
        return NumberFormat(moment=moment, counts_up=counted)
    digits = re.search(r"[0#?](?:[0#?, ]*[0#?])?(?:\.([0#?]*))?", kept)
    return NumberFormat(per_cent="%" in kept, places=len(digits[1] or "") if digits else 0)


def _letters(bare: str) -> str:
    """Which of year, month, day, time and seconds a format shows: an “m” beside hours or seconds is minutes."""
    bare = bare.lower()
    has_time = "h" in bare or "s" in bare
    months = re.sub(r"h+[^a-z]*m{1,2}(?!m)|(?<!m)m{1,2}[^a-z]*s", "", bare) if has_time else bare
    letters = ("y" if re.search("[yeg]", bare) else "") + ("m" if "m" in months else "") + ("d" if "d" in bare else "")
    return letters + ("t" if has_time else "") + ("s" if "s" in bare else "")


def _moment(value: float, form: NumberFormat, *, from_1904: bool) -> str:
    """A day or a time; "" for a number that no spreadsheet shows as one."""
    if not 0 <= value <= _LAST_DAY + 1:
        return ""
    letters, seconds = form.moment, round(value % 1 * 86400)
    if letters in ("t", "ts"):
        seconds = round(value * 86400) if form.counts_up else seconds % 86400
        hours, rest = divmod(seconds, 3600)
        return f"{hours:02}:{rest // 60:02}" + (f":{rest % 60:02}" if rest % 60 else "")
    days = int(value)
    # Spreadsheets count a 29 February 1900, which there never was.
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 31 if days < _NO_LEAP_DAY else 30)
    try:
        moment = start + timedelta(days=days, seconds=seconds)
    except OverflowError:
        return ""
    return as_seen(moment, letters)


def as_seen(moment: datetime, letters: str) -> str:
    """What a person reads of this moment, as ISO 8601 has it: a year, a month of a year, a day, a day and a time.

    What shows no year is a day of its year all the same, and midnight is the day alone.
    """
    if "t" in letters and moment.time() != time():
        return moment.isoformat(timespec="seconds" if "s" in letters and moment.second else "minutes")
    day = moment.date().isoformat()
    return {"y": day[:4], "ym": day[:7]}.get(letters, day)


def first_day(text: str) -> str:
    """The first day of what is a year or a month as `as_seen` has them; any other text as it is."""
    return f"{text}{'-01-01'[len(text) - 4 :]}" if _YEAR_OR_MONTH.fullmatch(text) else text


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def ends_with_scale(text: str) -> str:
    """The word at a text's end that says how large its number is, such as “million”; "" if there is none."""
    word = re.search(r"[^\d\s.,%]+$", text.strip())
    return word[0] if word and _SCALES.fullmatch(word[0]) else ""


def among(number: str, written: str, money: str = "") -> str:
    """The number, given in plain digits, among the words that stand beside it where a cell shows it as `written`.

    Where its digits are those of a number that has another scale, the words are the cell's own.
    """
    sign = f"{money} " if money else ""
    match = _SHOWN.fullmatch(written.strip())
    if match is None:
        # “none” for nought, or 9h30.
        return written.strip() if any(map(str.isalpha, written)) else f"{sign}{number}".strip()
    before, after = match["before"], match["after"]
    for each in filter(None, (money, *_SIGNS_OF.get(money, ()))):
        before, after = before.replace(each, ""), after.replace(each, "")
    before, after = before.strip("-−( \N{NO-BREAK SPACE}"), after.rstrip(")- \N{NO-BREAK SPACE}")
    value, digits = Decimal(number), match["digits"].strip()
    if re.fullmatch(r"E[+-]?\d+.*", after, re.IGNORECASE) or re.fullmatch(r"\s*\d+/\d+", after):
        return f"{sign}{number}".strip()
    minus = "-" if value < 0 else ""
    meant = readings(digits)
    if not meant or any(_is_about(value, each.value, each.step) for each in meant):
        if digits.startswith("0") and digits.isdigit() and len(digits) > 1:
            return f"{sign}{before} {minus}{digits}{after}".strip()
        if (before or after.strip()) and meant and " " not in digits and abs(value) >= _GROUPED and not money:
            plain, point, fraction = f"{abs(value):f}".partition(".")
            if not minus and len(re.sub(r"\d", "", digits)) > (1 if point else 0):
                number = f"{int(plain):,}".replace(",", GROUP) + point + fraction
        beside = f"{before}{' ' if before[-1:].isalnum() or before.endswith('.') else ''}"
        return f"{sign}{beside}{number}{_apart(after)}".strip()
    power, end = scale_at_start(after)
    if power and any(_is_about(value, each.value.scaleb(power), each.step.scaleb(power)) for each in meant):
        return f"{sign}{before} {number}{after[end:]}".strip()
    return f"{sign}{before} {minus}{digits}{after}".strip() if after or before else f"{sign}{number}".strip()


def _is_about(number: Decimal, shown: Decimal, step: Decimal) -> bool:
    """Whether this number is shown so, rounded to its last place."""
    return abs(abs(number) - shown) <= step / 2


def _apart(after: str) -> str:
    """What stands after a number, a word for its scale apart from it."""
    return f" {after.strip()}" if ends_with_scale(after) == after.strip() != "" else after


def money_sign(code: str) -> str:
    """What stands before an amount in the currency of this code."""
    return {"USD": "US$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹", "RUB": "₽"}.get(code, code)
