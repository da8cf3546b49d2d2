"""The deck's own words, in the languages that have them here; a catalog may choose others."""

from __future__ import annotations

from deck.model.language import Language

_USUAL = {
    "source": {
        "ar": "المصدر: {source}",
        "de": "Quelle: {source}",
        "en": "Source: {source}",
        "es": "Fuente: {source}",
        "fr": "Source\N{NO-BREAK SPACE}: {source}",
        "ru": "Источник: {source}",
        "zh": "资料来源：{source}",
    }
}


def usual(word: str, language: Language) -> str | None:
    """The phrase of this name, None where the language has none here."""
    return _USUAL.get(word, {}).get(language.tag.lower().split("-")[0])
