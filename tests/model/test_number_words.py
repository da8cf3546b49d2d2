"""Numbers in words, in the six languages of the United Nations."""

from __future__ import annotations

import pytest

from deck.model.language import Language
from deck.model.number_words import number_words


def said(language: str, text: str) -> list[str]:
    return [f"{one.value:f}" for numeral in number_words(text, Language(language)) for one in numeral.readings]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Thirty-seven countries, thirty seven, thirty‑seven; forty.", ["37", "37", "37", "40"]),
        ("en", "fifty million people, and thirty-eight others", ["50000000", "38"]),
        ("en", "With both, the first thirty-eight countries, at this point thirty-nine", ["38", "39"]),
        ("es", "Hace treinta y ocho años", ["38"]),
        ("ru", "В области тридцать восемь стран, целых сорок", ["38", "40"]),
        ("zh", "其余三十八个国家", ["38"]),
        ("fr", "trente-sept, trente‑sept, vingt et un, quatre-vingt-dix-neuf", ["37", "37", "21", "99"]),
        ("es", "treinta y siete países, veintiocho, cuarenta", ["37", "28", "40"]),
        ("ru", "тридцать семь первопроходцев, сорок стран", ["37", "40"]),
        ("ar", "سبعة وثلاثون بلدا، أربعون", ["37", "40"]),
        ("zh", "三十七个国家和四十名伙伴，三十万", ["37", "40", "300000"]),
    ],
)
def test_what_is_read(language: str, text: str, expected: list[str]) -> None:
    assert said(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "two hundred and thirty-eight, one thousand thirty-eight, a million thirty-eight"),
        ("en", "twenty-first, twenty‑first, twenty first, twenty twenty-six, nineteen eighty-four, thirty odd"),
        ("en", "thirty million five hundred thousand; thirty or forty; thirty to forty"),
        ("fr", "deux cent trente-huit, trente‑huitième, trente huitième, mille trente-huit, quatre vingt huit"),
        ("es", "doscientas treinta y ocho, quinientos treinta y ocho, ciento treinta y ocho, un millón treinta y ocho"),
        ("es", "treinta o cuarenta países, cien treinta"),
        ("ru", "двести тридцать восемь стран, триста тридцать восемь, пятьсот тридцать восемь, сто сорок"),
        ("ru", "двадцать первый, двадцать пятого, миллион тридцать восемь, тридцать или сорок, тридцать третьей"),
        ("ar", "مئة وثمانية وثلاثون، مئتان وثمانية وثلاثون، ثلاثمئة وثلاثون"),
        ("zh", "百分之三十，二百三十八，第三十八，三十多个，三十至四十，三十点五，三四十，三十几"),
    ],
)
def test_no_part_of_another_number_is_read(language: str, text: str) -> None:
    assert said(language, text) == []
