"""Which of a translation's plural forms goes with a number, by a catalog's `Plural-Forms`."""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable
from functools import cache, cached_property, lru_cache
from pathlib import Path

from deck.ground.dataclass import dataclass
from deck.model.language import Language

_HEADER = re.compile(r"\s*nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;]{1,1000})\s*;?\s*", re.ASCII)
_TABLE = Path(__file__).parent / "tables" / "plural-forms.tsv"
SAMPLES = (*range(201), 1_000, 1_000_000, 2_000_000)
"""Numbers enough to tell forms apart: French and others have one for whole millions."""
_SHOWN = 6
"""How many of a form's numbers are named."""


@dataclass(frozen=True)
class PluralRule:
    """`count` forms, and which goes with a number: a C expression in `n`, as gettext has it."""

    count: int
    expression: str

    @classmethod
    def parse(cls, header: str) -> PluralRule:
        """`nplurals=2; plural=(n != 1);`. ValueError where that is no rule."""
        match = _HEADER.fullmatch(header)
        if not match or not 1 <= int(match[1]) <= 10:
            raise ValueError(f"`{header}` is no rule of plural forms")
        rule = cls(int(match[1]), match[2].strip())
        for number in SAMPLES:
            rule.form(number)
        return rule

    @property
    def header(self) -> str:
        return f"nplurals={self.count}; plural={self.expression};"

    def form(self, number: int) -> int:
        """The form's index. ValueError where the rule gives none."""
        try:
            index = int(self._function(number))
        except (ArithmeticError, RecursionError, MemoryError):
            index = -1
        if not 0 <= index < self.count:
            raise ValueError(f"`{self.expression}` gives no form for {number}")
        return index

    def numbers(self, form: int) -> list[int]:
        """Those of the sample numbers that take this form."""
        return list(_numbers(self, form))

    def examples(self, form: int) -> str:
        """Some of the numbers that take this form, to be read: “0, 2, 3, …”."""
        numbers = self.numbers(form)
        return ", ".join(map(str, numbers[:_SHOWN])) + (", …" if len(numbers) > _SHOWN else "") or "no number"

    @cached_property
    def _function(self) -> Callable[[int], int]:
        try:
            return gettext.c2py(self.expression)
        except (ValueError, RecursionError, SyntaxError, MemoryError):
            raise ValueError(f"`{self.expression}` is no rule of plural forms") from None


@lru_cache(maxsize=256)
def _numbers(rule: PluralRule, form: int) -> tuple[int, ...]:
    return tuple(number for number in SAMPLES if rule.form(number) == form)


def usual_rule(language: Language) -> PluralRule:
    """The rule that gettext gives a new catalog of this language; the commonest of all where it knows none.

    It is a new catalog's only: one that is there says its own rule, whichever that is.
    """
    rules = _usual_rules()
    tag = language.tag.lower()
    while tag and tag not in rules:
        tag = tag.rpartition("-")[0]
    return rules.get(tag) or PluralRule(2, "n != 1")


@cache
def _usual_rules() -> dict[str, PluralRule]:
    rows = (line.split("\t") for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {tag.lower(): PluralRule(int(count), expression) for tag, count, expression in rows}
