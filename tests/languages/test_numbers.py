"""Numbers as six languages and German write them."""

from __future__ import annotations

import json
import re
import subprocess
from decimal import Decimal
from importlib.metadata import version

import pytest
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from deck.languages.numbers import compact, decimal, measured
from deck.model.language import Language
from tests.languages.make_number_forms import TABLE
from tests.tools import required


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("en", "50_000_000", "50 million"),
        ("en", "49_600_000", "49.6 million"),
        ("en", "2_000_000_000", "2 billion"),
        ("en", "1_234_567", "1,234,567"),
        ("en", "160_000", "160,000"),
        ("en", "-50_000_000", "-50 million"),
        ("en", "0", "0"),
        ("en", "12.50", "12.50"),
        ("en", "12_345_678_901_234_567", "12,345,678,901,234,567"),
        ("en", "1" + "0" * 39, "1" + ",000" * 13),
        ("fr", "1_000_000", "1 million"),
        ("fr", "1_500_000", "1,5 million"),
        ("fr", "50_000_000", "50 millions"),
        ("es", "1_000_000", "1 millón"),
        ("es", "22_000_000", "22 millones"),
        ("ar", "50_000_000", "50 مليون"),
        ("ar", "5_000_000", "5 ملايين"),
        ("zh", "50_000_000", "5000万"),
        ("zh", "160_000_000", "1.6亿"),
        ("ru", "50_000_000", "50 миллионов"),
        ("ru", "21_000_000", "21 миллион"),
        ("ru", "22_000_000", "22 миллиона"),
        ("de", "49_600_000", "49,6 Millionen"),
        ("xx", "50_000_000", "50 million"),
    ],
)
def test_large_numbers_take_a_word(language: str, number: str, written: str) -> None:
    assert compact(Decimal(number), Language(language)).replace("\N{NO-BREAK SPACE}", " ") == written


@given(st.integers(-(10**13), 10**13), st.sampled_from(["en", "fr", "es", "ar", "zh", "ru", "de"]))
def test_a_number_never_breaks_and_is_never_rounded(number: int, tag: str) -> None:
    language = Language(tag)
    written = compact(Decimal(number), language)
    assert " " not in written
    if any(character.isalpha() for character in written):
        digits = sum(character.isdigit() for character in written)
        assert digits >= len(str(abs(number)).rstrip("0"))
    else:
        assert written == decimal(Decimal(number), language)


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("hi", "1234567", "12,34,567"),
        ("hi", "50_000_000", "5 करोड़"),
        ("bn", "1500", "১,৫০০"),
        ("bn", "236_000_000_000", "২৩,৬০০ কোটি"),
        ("fa", "12345.5", "۱۲٬۳۴۵٫۵"),
        ("fa", "50_000_000", "۵۰ میلیون"),
        ("mr", "37", "३७"),
        ("ne", "37", "३७"),
        ("my", "37", "၃၇"),
        ("es", "1500", "1500"),
        ("es", "-1500", "-1500"),
        ("es", "15000", "15.000"),
        ("es-MX", "1500", "1,500"),
        ("it", "1500.50", "1500,50"),
        ("pl", "9999", "9999"),
        ("pl", "10000", "10 000"),
        ("pt-PT", "1500", "1500"),
        ("pt-BR", "1500", "1.500"),
        ("hu", "1500", "1500"),
        ("sv", "-5", "−5"),
        ("sw", "50_000_000", "milioni 50"),
        ("sw", "-50_000_000", "milioni -50"),
        ("he", "-5", "\u200e-5"),
        ("ar", "-5", "\u200e-5"),
    ],
)
def test_figures_as_cldr_writes_them(language: str, number: str, written: str) -> None:
    assert compact(Decimal(number), Language(language)).replace("\N{NO-BREAK SPACE}", " ") == written


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("en", "27.6", "27.6%"),
        ("de", "27.6", "27,6 %"),
        ("fr", "27.6", "27,6 %"),
        ("tr", "27.6", "%27,6"),
        ("eu", "-5", "−% 5"),
        ("hi", "27.6", "27.6%"),
        ("fa", "27.6", "۲۷٫۶٪"),
        ("ar", "-5", "\u200e-5\u200e%\u200e"),
    ],
)
def test_per_cent_as_cldr_writes_it(language: str, number: str, written: str) -> None:
    tag = Language(language)
    shown = measured("share", decimal(Decimal(number), tag), "{share} %", tag)
    assert shown.replace("\N{NO-BREAK SPACE}", " ") == written


VALUES = ("0", "5", "37", "1500", "12345", "1234567", "12.5", "-5", "-1500", "27.6")
WHOLE = ("1000000", "50000000", "1200000", "236000000000")
OTHERWISE = frozenset(
    {"ba", "bn", "ee", "gl", "ig", "kl", "ml", "mr", "oc", "or", "os", "ps", "sd", "te", "tn", "to", "ur"}
)
"""Languages whose numbers are, or may be, others in the two versions of CLDR that are compared."""
_SCRIPT = """
const [tags, values] = JSON.parse(require("fs").readFileSync(0));
const found = {icu: process.versions.icu};
for (const tag of tags) if (Intl.NumberFormat.supportedLocalesOf(tag).length) {
  const made = options => new Intl.NumberFormat(tag, {maximumFractionDigits: 3, ...options});
  const [plain, share] = [made({}), made({style: "percent"})];
  const short = made({notation: "compact", compactDisplay: "long"});
  found[tag] = values.map(value => [plain.format(value), short.format(value), share.format(value / 100)]);
}
console.log(JSON.stringify(found));
"""


@pytest.mark.external
def test_figures_are_icu_s_in_every_language_of_two_letters() -> None:
    """Made from Babel 2.19.0, whose CLDR is one version older than that of Node's ICU."""
    node = required("node", "apt install nodejs")
    if version("babel") != "2.19.0":
        pytest.skip(f"the languages that differ are known for Babel 2.19.0, and this is {version('babel')}")
    tags = sorted(tag for tag in locale_identifiers() if len(tag) == 2)
    given = json.dumps([tags, [float(value) for value in (*VALUES, *WHOLE)]])
    run = subprocess.run([node, "-e", _SCRIPT], input=given, capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)
    made_from = json.loads(TABLE.read_text(encoding="utf-8"))["icu"]
    if (icu := found.pop("icu")) != made_from:
        pytest.skip(f"the table is from ICU {made_from}, and this is {icu}")
    different = set()
    for tag, rows in found.items():
        language = Language(tag)
        for value, (plain, short, share) in zip((*VALUES, *WHOLE), rows, strict=True):
            number = Decimal(value)
            same = bare(decimal(number, language)) == bare(plain)
            same &= value not in WHOLE or bare(compact(number, language)) == bare(short)
            same &= bare(measured("n", decimal(number, language), "{n} %", language)) == bare(share)
            if not same:
                different.add(tag)
    assert len(found) > 120
    assert different <= OTHERWISE


def bare(text: str) -> str:
    """Without marks of direction, and with one kind of space."""
    return re.sub("[\u200e\u200f\u061c]", "", re.sub("[\xa0\u202f]", " ", text))
