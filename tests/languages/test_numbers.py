"""Numbers as the languages write them; ICU, which Node.js brings along, is the judge."""

from __future__ import annotations

import json
import re
import subprocess
from decimal import Decimal
from functools import cache

import babel.core
import pytest
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from deck.languages.numbers import between, compact, decimal, measured
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
        ("de-CH", "1234567", "1'234'567"),
        ("de-AT", "1234567", "1 234 567"),
        ("fr-CH", "-50_000", "-50 000"),
        ("ee", "15000", "15000"),
        ("ee", "150000", "150,000"),
        ("pa-PK", "-5", "\u200e-\u200e۵"),
        ("zh-TW", "50_000_000", "5000萬"),
        ("cy", "2_000_000", "2 miliwn"),
        ("ast", "236_000_000_000", "236.000 millones"),
        ("ha", "-50_000_000", "-Miliyan 50"),
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


VALUES = ("0", "5", "37", "999", "1000", "1500", "9999", "12345", "99999.5", "12.5", "0.25", "-5", "-1500", "27.6")
WHOLE = ("100000", "1234567", "-12345678")
LARGE = ("1000000", "2000000", "50000000", "1200000", "236000000000", "21000000", "-50000000")
IN_TENS = {"blo", "tok"}
"""Languages whose percentages ICU parts into groups of two digits, by a pattern that forgets one sign (`#,#0`)."""
WORDS_OTHERWISE = {"ig", "kab", "kl", "lij", "oc-ES", "ps", "wo"} | {
    f"pt-{region}" for region in ("AO", "CH", "CV", "GQ", "GW", "LU", "MO", "MZ", "ST", "TL")
}
"""Languages whose words for millions are others in CLDR 49, which is Babel 2.19's, than in 48, which is ICU 78's; and
those of Portugal's Portuguese, where ICU says `1,2 milhão` by Brazil's rule.
"""
_SCRIPT = """
const [tags, values] = JSON.parse(require("fs").readFileSync(0));
const found = {icu: process.versions.icu};
for (const tag of tags) if (new Intl.NumberFormat(tag).resolvedOptions().locale === tag) {
  const made = options => new Intl.NumberFormat(tag, {maximumFractionDigits: 3, ...options});
  const [plain, share] = [made({}), made({style: "percent"})];
  const short = made({notation: "compact", compactDisplay: "long"});
  const all = value => [plain.format(value), short.format(value), share.format(value / 100),
    plain.formatRange(3, value)];
  found[tag] = values.map(all);
}
console.log(JSON.stringify(found));
"""


@cache
def icu() -> dict[str, dict[str, list[str]]]:
    """Each value in every language that ICU knows: plain, with a word, as per cent, as a range's end."""
    node = required("node", "apt install nodejs")
    tags = sorted(tag.replace("_", "-") for tag in locale_identifiers())
    values = (*VALUES, *WHOLE, *LARGE)
    given = json.dumps([tags, [float(value) for value in values]])
    run = subprocess.run([node, "-e", _SCRIPT], input=given, capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)
    made_from = json.loads(TABLE.read_text(encoding="utf-8"))["icu"]
    if (version := found.pop("icu")) != made_from:
        pytest.skip(f"the table is from ICU {made_from}, and this is {version}")
    assert len(found) > 500
    return {tag: dict(zip(values, rows, strict=True)) for tag, rows in found.items()}


def spaced(text: str) -> str:
    """With one kind of space: ours is as wide as any other, as many fonts have no narrow one."""
    return re.sub("[\xa0\u202f]", " ", text)


@pytest.mark.external
@pytest.mark.parametrize("value", [*VALUES, *WHOLE])
def test_digits_and_signs_are_icu_s_in_every_language(value: str) -> None:
    """With their marks of direction. The table is ICU's own, and so no version of Babel changes them."""
    for tag, rows in icu().items():
        language = Language(tag)
        written = decimal(Decimal(value), language)
        assert spaced(written) == spaced(rows[value][0]), tag
        if value in VALUES and tag.split("-")[0] not in IN_TENS:
            assert spaced(measured("n", written, "{n} %", language)) == spaced(rows[value][2]), tag


@pytest.mark.external
def test_ranges_are_icu_s_in_every_language() -> None:
    for tag, rows in icu().items():
        language = Language(tag)
        low, high = (decimal(Decimal(number), language) for number in ("3", "5"))
        assert spaced(f"{low}{between(language)}{high}") == spaced(rows["5"][3]), tag


@pytest.mark.external
def test_words_for_millions_are_icu_s_in_every_language() -> None:
    if cldr_version() != 49:
        pytest.skip(f"the languages that differ are known for Babel 2.19 with CLDR 49, and this is {cldr_version()}")
    for tag, rows in icu().items():
        if not {tag, tag.split("-")[0]} & WORDS_OTHERWISE:
            for value in LARGE:
                assert spaced(compact(Decimal(value), Language(tag))) == spaced(rows[value][1]), tag


def cldr_version() -> int:
    """That of Babel's data; 0 before Babel could say it."""
    return int(getattr(babel.core, "get_cldr_version", lambda: 0)())


SCRIPTS = sorted(tag.replace("_", "-") for tag in locale_identifiers() if re.fullmatch("[a-z]+(_[A-Z][a-z]{3})?", tag))


@pytest.mark.parametrize("tag", SCRIPTS)
def test_every_language_of_babel_s_has_its_figures(tag: str) -> None:
    """Also those that ICU does not know: a figure stands in each, with a word or without, and nothing of a pattern."""
    for value in (*VALUES, *WHOLE, *LARGE):
        written = compact(Decimal(value), Language(tag))
        assert any(character.isdecimal() for character in written)
        assert not set(written) & set(";#¤ "), tag
        if Decimal(value) > 0:
            digits = "".join(str(int(character)) for character in written if character.isdecimal())
            assert digits.strip("0") == value.replace(".", "").strip("0"), tag
