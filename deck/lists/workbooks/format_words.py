"""A section of a number format → what it shows beside a number's digits: words, a currency, a scale, noughts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from deck.model.numerals import magnitude

_PARTS = re.compile(
    r'"(?P<said>[^"]*)"|\\(?P<sign>.)|[_*].|\[(?P<bracket>[^]]*)\]|(?P<general>General)|(?P<power>E[+-])|(?P<plain>.)',
    re.DOTALL,
)
_MONEY = {
    "$": "$", "$-409": "US$", "$-1009": "C$", "$-c0c": "C$", "$-c09": "A$", "$-1409": "NZ$", "$-80a": "MX$",
    "$-416": "R$", "r$-416": "R$", "€": "€", "£": "£", "¥": "¥", "₹": "₹", "₽": "₽", "us$": "US$",
    "usd": "USD", "eur": "EUR", "gbp": "GBP",
}  # fmt: skip
_MONEY_SIGNS = "$€£¥₹₽"
_MONEY_CODE = re.compile(r"(?:[A-Z]{3}|[A-Z]{1,3}\$|[$€£¥₹₽])")
_SHORT_SCALES = {"k": 3, "m": 6, "mm": 6, "b": 9, "g": 9, "t": 12, "tn": 12}
"""What stands for thousands, millions and so on where a format leaves out as many digits."""
_SIGNS_SHOWN = "<>=~+&^"
"""What a format shows without quotes, and that says more of a number."""
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]")
_COUNTED = re.compile("[hms]+", re.IGNORECASE)
_PADS = "\u200e\u200f"


class Words(NamedTuple):
    """What stands before and after the digits, with what the section does to them.

    `power` is how many digits it leaves out at their end, `least` how many stand before the point at the least.
    `pattern` has the places of single digits, where words part them: "" for a digit, "0" for one that is always there.
    """

    money: str = ""
    before: str = ""
    after: str = ""
    power: int = 0
    least: int = 1
    grouped: bool = False
    has_digits: bool = True
    signed: bool = False
    pattern: tuple[str, ...] = ()


@cache
def sections(code: str) -> tuple[str, ...]:
    """The sections of a format: those of numbers above nought, below it, of nought, and of texts."""
    found, start = [], 0
    for part in _PARTS.finditer(code):
        if part["plain"] == ";":
            found.append(code[start : part.start()])
            start = part.end()
    return (*found, code[start:])


def section_of(parts: Sequence[str], number: Decimal) -> str:
    """The one of these sections in which this number is shown."""
    if len(parts) > 1 and "@" in bare(parts[-1]):
        parts = parts[:-1]
    tests = [_CONDITION.search(part) for part in parts]
    if any(tests):
        for part, test in zip(parts[:3], tests, strict=False):
            if test is None or _holds(number, test[1], Decimal(test[2])):
                return part
        return parts[min(len(parts), 3) - 1]
    place = 1 if number < 0 else 0 if number else 2
    return parts[place] if place < min(len(parts), 3) else parts[0]


def counts_up(section: str) -> bool:
    """Whether a section shows hours, minutes or seconds that go on beyond a day, an hour or a minute."""
    return any(_COUNTED.fullmatch(part["bracket"] or "") for part in _PARTS.finditer(section))


def bare(section: str) -> str:
    """A section without its words, colours and places; with the hours, minutes or seconds that it counts up."""
    found = ""
    for part in _PARTS.finditer(section):
        if _COUNTED.fullmatch(part["bracket"] or ""):
            found += part["bracket"].lower()
        found += "0" if part["general"] else part["power"] or part["plain"] or ""
    return found


@cache
def words_of(section: str) -> Words:
    """What this section, one of a number, shows beside its digits."""
    money, signed, has_digits, in_power = "", False, False, False
    sides = ["", ""]
    pattern: list[str] = []
    is_parted = has_gap = False
    for part in _PARTS.finditer(section):
        shown, plain = "", part["plain"] or ""
        if part["bracket"] is not None:
            code = part["bracket"].strip(_PADS)
            found, shown = _currency(code) if code.startswith("$") and len(code) > 1 else ("", "")
            money = money or found
            shown = f" {shown} " if shown else ""
        elif part["said"] is not None or part["sign"]:
            shown = part["said"] if part["said"] is not None else part["sign"]
            if shown and shown in "-−()" and not (has_digits and shown in "-−"):
                signed, shown = True, ""
            if known := _MONEY.get(shown.strip().lower()):
                money, shown = money or known, " "
        elif part["general"] or plain in tuple("0#?"):
            if not in_power:
                is_parted = is_parted or bool(has_digits and sides[1].strip())
                has_gap = has_gap or bool(has_digits and sides[1])
                pattern += [*sides[1], "0" if plain == "0" else ""] if has_digits else ["0" if plain == "0" else ""]
                sides[1], has_digits = "", True
        elif part["power"]:
            in_power = True
        elif plain in tuple(_MONEY_SIGNS):
            money = money or _MONEY[plain]
        elif plain in ("-", "("):
            signed = True
            shown = plain if has_digits and plain == "-" else ""
        elif plain.isalpha() or plain.isspace() or plain in tuple(_SIGNS_SHOWN):
            shown = plain
        sides[has_digits] += shown
    plain = bare(section)
    digits = re.search(r"[0#?][0#?, ]*", plain)
    whole = digits[0] if digits else ""
    grouped = has_gap or bool(re.search(r"[0#?],[0#?]", whole))
    commas = re.search(r"[0#?](,+)(?![0#?,])", plain)
    parts_digits = is_parted and not re.search(r"[.,/E%]", plain)
    return Words(
        money,
        " ".join(re.split(r" +", sides[0])).lstrip(),
        re.sub(" +", " ", sides[1].rstrip(" -")),
        3 * len(commas[1]) if commas else 0,
        whole.count("0") if not grouped and not is_parted else 1,
        grouped,
        has_digits,
        signed,
        tuple(pattern) if parts_digits else (),
    )


def scale_at_start(words: str) -> tuple[int, int]:
    """The power of ten that these words begin with, and where it ends: 0, 0 if they begin with none, or with two."""
    match = re.match(r"\s*([^\W\d_]{1,2})(?!\w)\.?", words)
    if match and (power := _SHORT_SCALES.get(match[1].lower())):
        return power, match.end()
    powers, _, end = magnitude(words, 0)
    if len(powers) > 1:
        # Who leaves out nine digits means the billion that has as many.
        powers = [power for power in powers if power][:1]
    return (powers[0], end + words[end:].startswith(".")) if powers[0] else (0, 0)


def _currency(code: str) -> tuple[str, str]:
    """A currency that is known, as it is written; or the sign that the cell shows."""
    symbol = code[1:].rpartition("-")[0].strip(f" {_PADS}") if "-" in code else code[1:].strip(f" {_PADS}")
    known = _MONEY.get(code[1:].lower()) or _MONEY.get(symbol.lower()) or ""
    known = known or (symbol if _MONEY_CODE.fullmatch(symbol) else "")
    return known, "" if known else symbol


def _holds(number: Decimal, sign: str, other: Decimal) -> bool:
    return {
        "<": number < other,
        ">": number > other,
        "=": number == other,
        "<=": number <= other,
        ">=": number >= other,
        "<>": number != other,
    }[sign]
