"""Terms in texts: known however they are inflected, and nothing else taken for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.ground.diagnostics import Span
from deck.languages.terms import Concept, Terms
from deck.model.language import Language

EN = Language("en")
LABOUR = {
    "en": ("forced labour",),
    "fr": ("travail forcé",),
    "ru": ("принудительный труд",),
    "ar": ("العمل الجبري", "السخرة"),
    "zh": ("强迫劳动",),
    "de": ("Zwangsarbeit",),
    "he": ("עבודת כפייה",),
    "hi": ("बलात् श्रम",),
    "th": ("แรงงานบังคับ",),
}


def concept(names: dict[str, tuple[str, ...]], avoided: dict[str, tuple[str, ...]] | None = None) -> Concept:
    return Concept(names, avoided or {}, "", Span("glossary.csv", 2))


def terms(language: str, *concepts: Concept) -> Terms:
    return Terms(concepts or (concept(LABOUR),), EN, Language(language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Mettre fin au travail forcé"),
        ("fr", "Les travails forcés d’hier"),
        ("fr-CA", "Le « TRAVAIL FORCÉ »"),
        ("ru", "Искоренение принудительного труда"),
        ("ru", "о принудительном труде"),
        ("ar", "القضاء على العمل الجبري"),
        ("ar", "للعملِ الجبريِّ"),
        ("ar", "وبالسخرة"),
        ("zh", "消除一切形式的强迫劳动。"),
        ("zh-Hans", "强迫 劳动"),
        ("de", "gegen Zwangsarbeiterinnen"),
        ("he", "המאבק בעבודת כפייה"),
        ("hi", "बलात् श्रम का अंत"),
        ("th", "ยุติแรงงานบังคับทั่วโลก"),
    ],
)
def test_a_term_is_known_in_its_forms(language: str, text: str) -> None:
    (term,) = terms(language).named("Ending Forced Labour")
    assert not terms(language).missing(term, text)


@pytest.mark.parametrize(
    ("language", "term", "text"),
    [
        ("hi", "निरीक्षक", "निरीक्षकों के लिए वेबिनार"),
        ("hi", "दरवाज़ा", "दो दरवाज़े"),
        ("ta", "கதவு", "கதவுகள்"),
        ("bn", "দরজা", "দরজার পাশে"),
        ("de", "Inspektor", "Ein Webinar für Fabrikinspektoren"),
        ("de", "Tür", "Jede Brandschutztür"),
        ("de", "Tür", "Türschließer"),
        ("sv", "dörr", "alla branddörrarna"),
        ("nl", "inspecteur", "de arbeidsinspecteurs"),
    ],
)
def test_a_term_is_known_by_its_signs_of_vowels_and_in_compounds(language: str, term: str, text: str) -> None:
    agreed = terms(language, concept({"en": ("door",), language: (term,)}))
    (named,) = agreed.named("Every door")
    assert not agreed.missing(named, text)


@pytest.mark.parametrize(
    ("language", "term", "text"),
    [
        ("hi", "निरीक्षक", "परीक्षकों के लिए"),
        ("hi", "कर", "करना"),
        ("de", "Tür", "natürlich"),
        ("de", "Inspektor", "Inspiration und Prospekt"),
        ("fr", "porte", "Il exportera"),
    ],
)
def test_what_only_looks_like_a_term_is_none(language: str, term: str, text: str) -> None:
    agreed = terms(language, concept({"en": ("door",), language: (term,)}))
    (named,) = agreed.named("Every door")
    assert agreed.missing(named, text)


def test_what_is_to_be_avoided_is_no_part_of_another_word() -> None:
    agreed = terms("de", concept({"en": ("door",), "de": ("Tür",)}, {"de": ("Tor",)}))
    (named,) = agreed.named("Every door")
    assert agreed.avoided(named, "Die Tür am Motor") is None
    assert agreed.avoided(named, "Die Tür, das Tor") == "Tor"


def test_a_name_in_braces_names_no_term() -> None:
    agreed = terms("de", concept({"en": ("door",), "de": ("Tür",)}))
    assert agreed.named("Only {doors} were counted, {door} too") == []
    assert agreed.named("A {{door}}")
    (named,) = agreed.named("{n} doors")
    assert agreed.missing(named, "{Tür}")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le travail des enfants"),
        ("fr", "forcé, le travail"),
        ("ru", "Труд принудительный"),
        ("ru", "рабский труд"),
        ("ar", "عمل الأطفال"),
        ("zh", "强制劳动"),
        ("de", "Arbeitszwang"),
    ],
)
def test_what_is_called_otherwise_is_missed(language: str, text: str) -> None:
    (term,) = terms(language).named("forced labour")
    assert terms(language).missing(term, text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Child labour and labour", ["child labour", "labour"]),
        ("labour, child labours", ["labour", "child labour"]),
        ("belabour the labourers", []),
        ("the ILO’s work", ["ILO"]),
        ("a filo, an ilo", []),
        ("ILOs", ["ILO"]),
        ("", []),
    ],
)
def test_the_longest_term_is_meant_and_whole_words_only(text: str, named: list[str]) -> None:
    known = [concept({"en": (name,), "fr": ("x",)}) for name in ("labour", "child labour", "ILO")]
    assert [term.source[0] for term in terms("fr", *known).named(text)] == named


def test_what_is_to_be_avoided_is_found_where_it_is_not_part_of_what_is_right() -> None:
    found = terms("fr", concept({"en": ("survivor",), "fr": ("victime survivante",)}, {"fr": ("victime", "rescapé")}))
    (term,) = found.named("survivors")
    assert found.avoided(term, "Une victime") == "victime"
    assert found.avoided(term, "Les victimes survivantes") is None
    assert found.avoided(term, "Des rescapées") == "rescapé"
    assert str(term) == "survivor = victime survivante; not: victime | rescapé"


def test_nothing_is_asked_of_a_language_that_no_name_is_in() -> None:
    (term,) = terms("es").named("forced labour")
    assert not terms("es").missing(term, "lo que sea")
    assert terms("es").avoided(term, "lo que sea") is None


WORDS = st.lists(st.text(st.characters(categories=["L", "M", "N"]), min_size=1), max_size=4).map(" ".join)


@given(st.sampled_from(sorted(LABOUR)), WORDS, WORDS)
def test_a_term_that_stands_there_as_it_was_agreed_is_always_known(language: str, before: str, after: str) -> None:
    found = terms(language)
    for source, target in zip(LABOUR["en"], LABOUR[language], strict=False):
        assert [term.source[0] for term in found.named(f"{before} {source} {after}")] == ["forced labour"]
        (term,) = found.named(source)
        assert not found.missing(term, f"{before} {target} {after}")
