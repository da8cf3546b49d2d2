"""Names stand in each language's own order: ICU's, which Node.js brings along, is the judge."""

from __future__ import annotations

import json
import subprocess
from functools import cache

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from hypothesis import given
from hypothesis import strategies as st

from deck.languages.collation import sort_key
from deck.model.language import Language
from tests.languages.make_collation import REGIONS, TABLES
from tests.tools import required

OTHERWISE = {"bo", "dz", "fa-AF", "ff-Adlm", "km", "my"}
"""Languages whose order wants more than a table of letters has; docs/translating.md names them."""
_SORT = (
    "const names = JSON.parse(require('fs').readFileSync(0));"
    "const found = {icu: process.versions.icu};"
    "for (const tag in names) if (Intl.Collator.supportedLocalesOf(tag).length)"
    " found[tag] = names[tag].sort(new Intl.Collator(tag).compare);"
    "console.log(JSON.stringify(found))"
)


def in_order(names: list[str], tag: str) -> list[str]:
    return sorted(names, key=lambda name: sort_key(name, Language(tag)))


def icu(names: dict[str, list[str]]) -> dict[str, list[str]]:
    """The names as Node.js sorts them, in the languages that it knows; skipped where its ICU is another."""
    node = required("node", "apt install nodejs")
    run = subprocess.run([node, "-e", _SORT], input=json.dumps(names), capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)
    made_from = json.loads((TABLES / "collation.json").read_text(encoding="utf-8"))["icu"]
    if (version := found.pop("icu")) != made_from:
        pytest.skip(f"the table is from ICU {made_from}, and this is {version}")
    return dict(found)


@cache
def names(kind: str) -> dict[str, list[str]]:
    """What CLDR calls countries, languages or currencies, in every language that has many of them."""
    tags = {tag.replace("_", "-") for tag in locale_identifiers() if len(tag) < 4 or len(tag.split("_")[1]) == 4}
    found = {}
    for tag in tags | REGIONS:
        named = getattr(Locale.parse(tag, sep="-"), kind).items()
        # One apostrophe is as good as another here; ICU parts them.
        all_names = {str(name).replace("’", "'") for code, name in named if not code.isdigit()}
        if tag == "ar":
            # Arabic lists leave out the article.
            all_names = {" ".join(word.removeprefix("ال") for word in name.split()) for name in all_names}
        if len(all_names) > 100:
            found[tag] = sorted(all_names)
    return found


@pytest.mark.external
@pytest.mark.parametrize("kind", ["territories", "languages", "currencies"])
def test_names_stand_as_icu_has_them_in_every_language(kind: str) -> None:
    wanted = icu(names(kind))
    assert len(wanted) > 100
    different = {tag for tag, each in wanted.items() if in_order(each, tag) != each}
    assert {"-".join(tag.split("-")[:2]) for tag in different} <= OTHERWISE


LETTERS = {
    "pl": "aąbcćdeęfgłlmnńoóśszźż ",
    "cs": "acčdďeéhiířsštťzž ",
    "sv": "aoåäöuüyvwz ",
    "et": "asšzžtuvõäöü ",
    "lt": "aącčeėhijsšzž ",
    "tr": "cçgğhıijosşuü ",
    "es": "clnñorsz ",
    "uk": "абвгґдеєжиіїйья ",
    "fa": "ابپتجچحخدذرزژسشکگلمنوهی ",
}


@pytest.mark.external
@pytest.mark.parametrize("tag", LETTERS)
def test_made_up_words_stand_as_icu_has_them(tag: str) -> None:
    """Every two letters of the language and some more, as words."""
    letters = LETTERS[tag]
    words = sorted({(one + other + third).strip() for one in letters for other in letters for third in letters[:3]})
    words = [word for word in words if "  " not in word]
    assert icu({tag: words})[tag] == in_order(words, tag)


@pytest.mark.parametrize(
    ("tag", "names"),
    [
        ("pl", ["Lesotho", "Litwa", "Łotwa", "Malawi"]),
        ("cs", ["Cuba", "Čad", "Haiti", "Chile", "Irák"]),
        ("sv", ["Zambia", "Åland", "Österrike"]),
        ("da", ["Zambia", "Østrig", "Aabenraa"]),
        ("es", ["Nigeria", "Ñandú", "Omán"]),
        ("hu", ["Cuba", "Csád", "Dánia"]),
        ("hr", ["Luksemburg", "Ljubljana", "Malta"]),
        ("tr", ["Hindistan", "Irak", "İran", "Japonya"]),
        ("lt", ["Ypatinga", "Iranas", "Jamaika"]),
        ("th", ["กานา", "เกาหลี", "ไทย"]),
        ("uk", ["Ґана", "Данія", "Італія", "Ямайка"]),
        ("en", ["France", "The Gambia", "Ghana"]),
        ("ar", ["الأردن", "تونس", "الهند"]),
        ("fr", ["cote", "coté", "côte", "côté"]),
        ("fr-CA", ["cote", "côte", "coté", "côté"]),
        ("el", ["Μανάτ", "Μάνατ"]),
        ("hu", ["asu", "asszámi", "aszu"]),
        ("ca", ["gallec", "gal·lès", "galo"]),
        ("mt", ["Gżira", "Għarb", "Ħamrun"]),
        ("fa-AF", ["بهاماس", "بوتان"]),
        ("zh", ["查", "重庆", "崇", "大", "藏文"]),
        ("ml", ["അൻഡോറ", "അന്റാർട്ടിക്ക"]),
        ("yi", ["אומרו", "אויסטראַליע"]),
        ("zh-Hant", ["中國", "峇里"]),
        ("ja", ["ゲーム", "ケニア", "コンゴ"]),
    ],
)
def test_names_in_order(tag: str, names: list[str]) -> None:
    assert in_order(list(reversed(names)), tag) == names


def test_accents_part_only_equals() -> None:
    assert in_order(["Réunion", "Reunion", "Rez"], "en") == ["Reunion", "Réunion", "Rez"]


@given(st.lists(st.text(max_size=8), max_size=6), st.sampled_from([*LETTERS, "en", "ar", "zh", "zh-Hant", "ja", "ko"]))
def test_any_texts_can_be_sorted(names: list[str], tag: str) -> None:
    assert sorted(in_order(names, tag)) == sorted(names)
    assert in_order(in_order(names, tag), tag) == in_order(names, tag)
