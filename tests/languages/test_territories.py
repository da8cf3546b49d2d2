"""Names of countries, and their order, in the six languages of the United Nations."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from deck.languages.collation import sort_key
from deck.languages.territories import CLDR, country_name, is_official
from deck.model.language import Language

LANGUAGES = ("en", "fr", "es", "ar", "zh", "ru")
REFERENCE = Path(__file__).resolve().parents[3] / "shared" / "reference"


def reference(name: str) -> list[dict[str, str]]:
    path = REFERENCE / name
    if not path.exists() and not os.environ.get("CI"):
        pytest.skip("the reference tables are not beside this checkout")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_the_united_nations_own(language: str) -> None:
    # The longer table has an inverted form and a straight apostrophe, where the webinar's has what is shown.
    shown = {row["code"]: row[language] for row in reference("un-names-37.tsv")}
    wanted = {row["alpha2"]: shown.get(row["alpha2"], row[language]) for row in reference("un-names.tsv")}
    assert len(wanted) >= 193
    assert {code: country_name(code, Language(language)) for code in wanted} == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_ranked_as_the_language_sorts(language: str) -> None:
    rows = reference("un-names-37.tsv")
    ranked = [row[language] for row in sorted(rows, key=lambda row: int(row[f"rank_{language}"]))]
    assert sorted(ranked, key=lambda name: sort_key(name, Language(language))) == ranked


@pytest.mark.parametrize(
    ("code", "language", "scheme", "name"),
    [
        ("tr", "en", "un", "Türkiye"),
        ("VN", "fr", "un", "Viet Nam"),
        ("VN", "fr", CLDR, "Viêt Nam"),
        ("CD", "de", "un", "Kongo-Kinshasa"),
        ("VN", "pt-BR", "un", "Vietnã"),
        ("XQ", "en", "un", None),
        ("cote-d-ivoire", "en", "un", None),
        ("FR", "xx", "un", None),
    ],
)
def test_a_country_by_its_code(code: str, language: str, scheme: str, name: str | None) -> None:
    assert country_name(code, Language(language), scheme) == name


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("ar", ["آيسلندا", "الأرجنتين", "ألبانيا", "البرازيل", "بنن", "تركيا", "الكاميرون", "كوستاريكا"]),
        ("zh", ["阿根廷", "埃及", "巴西", "德国", "法国", "荷兰王国", "中国"]),
        ("es", ["Níger", "Nigeria", "Noruega", "Ñandú", "Omán"]),
        ("ru", ["Индия", "Йемен", "Казахстан"]),
        ("fr", ["Saint-Marin", "Sainte-Lucie", "Soudan"]),
    ],
)
def test_orders_that_differ_from_the_letters_own(language: str, names: list[str]) -> None:
    shuffled = names[::-1]
    assert sorted(shuffled, key=lambda name: sort_key(name, Language(language))) == names


@pytest.mark.parametrize("tag", ["zh-Hant", "zh-TW", "zh-HK"])
def test_the_united_nations_simplified_names_are_none_in_traditional_characters(tag: str) -> None:
    language = Language(tag)
    assert not is_official(language)
    for code in ("KR", "US", "PS", "VA"):
        assert country_name(code, language) == country_name(code, language, CLDR)
    assert country_name("KR", Language("zh-Hans")) == "大韩民国"
