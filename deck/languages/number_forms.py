"""How a language writes a number's digits, from a table of ICU's: separators, groups, signs, the digits themselves.

The table says its versions of ICU and CLDR, so that a deck's figures are the same with any version of Babel, which
leaves out some of CLDR's separators. `tests/languages/make_number_forms.py` makes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from deck.ground.dataclass import dataclass
from deck.languages.locales import locale_of
from deck.model.language import Language

_TABLE = Path(__file__).parent / "tables" / "number-forms.json"
_DIGITS = "0123456789"
_PLUS = str.maketrans("-\N{MINUS SIGN}", "++")


@dataclass(frozen=True, slots=True)
class NumberForm:
    """`#` stands for the digits in `negative`, `percent` and `negative_percent`.

    A separator parts the last `group` digits, and `others` each before them, where at least `least` stand before it.
    """

    digits: str
    point: str
    separator: str
    group: int
    others: int
    least: int
    negative: str
    percent: str
    negative_percent: str
    between: str
    """What stands between the ends of a range."""

    def plain(self, number: Decimal, least: int = 1) -> str:
        """All digits, without the sign; with no separator before fewer digits than `least` and the language's own."""
        whole, _, fraction = f"{abs(number):f}".partition(".")
        parts = [whole]
        if self.separator and len(whole) >= self.group + max(least, self.least):
            parts = [whole[-self.group :]]
            left = whole[: -self.group]
            while left:
                parts.insert(0, left[-self.others :])
                left = left[: -self.others]
        written = self.separator.join(parts) + (f"{self.point}{fraction}" if fraction else "")
        return self.in_own_digits(written)

    def signed(self, written: str, number: Decimal) -> str:
        """What was written of a number, with its sign."""
        return self.negative.replace("#", written) if is_negative(number) else written

    def increased(self, written: str) -> str:
        """A number as it is written, with a plus where one below nought has its minus."""
        return self.negative.translate(_PLUS).replace("#", written)

    def share(self, written: str) -> str:
        """A number as it is written, with its sign, → the same of a hundred: `27,6 %`."""
        for form, share in (
            (self.negative, self.negative_percent),
            (self.negative.translate(_PLUS), self.negative_percent.translate(_PLUS)),
        ):
            before, after = form.split("#")
            if written.startswith(before) and written.endswith(after) and before + after:
                return share.replace("#", written.removeprefix(before).removesuffix(after))
        return self.percent.replace("#", written)

    def in_own_digits(self, written: str) -> str:
        """What was written in ours, such as a date, in the language's digits."""
        return written if self.digits == _DIGITS else written.translate(str.maketrans(_DIGITS, self.digits))


def is_negative(number: Decimal) -> bool:
    """Whether it is written with a sign: nought is not."""
    return number.is_signed() and bool(number)


@cache
def number_form(language: Language) -> NumberForm:
    """The language's own, or that of its script, or its language's alone; English where none is known."""
    table = _table()
    return NumberForm(*next((table[tag] for tag in _tags(language) if tag in table), table["en"]))


def _tags(language: Language) -> Iterator[str]:
    """By which the table may know the language, the nearest first; what Babel takes it for is asked last."""
    tag, base = language.tag.lower(), language.primary
    yield tag
    if tag.count("-") > 1:
        yield tag.rpartition("-")[0]
    yield f"{base}-{language.script.lower()}"
    yield base
    yield str(locale_of(language) or "").replace("_", "-").lower()


@cache
def _table() -> dict[str, list[Any]]:
    """The fields of each form. A language's regions are in the table where they differ from it."""
    from json import loads

    return {tag.lower(): form for tag, form in loads(_TABLE.read_text(encoding="utf-8"))["forms"].items()}
