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
    },
    "status.pathfinder": {
        "ar": "البلدان الرائدة",
        "de": "Pionierländer",
        "en": "Pathfinder countries",
        "es": "Países pioneros",
        "fr": "Pays pionniers",
        "ru": "Страны-первопроходцы",
        "zh": "探路者国家",
    },
    "status.candidate": {
        "ar": "البلدان المرشحة",
        "de": "Kandidatenländer",
        "en": "Candidate countries",
        "es": "Países candidatos",
        "fr": "Pays candidats",
        "ru": "Страны-кандидаты",
        "zh": "候选国家",
    },
    "status.none": {
        "ar": "بلدان أخرى",
        "de": "Weitere Länder",
        "en": "Other countries",
        "es": "Otros países",
        "fr": "Autres pays",
        "ru": "Другие страны",
        "zh": "其他国家",
    },
}


def usual(word: str, language: Language) -> str | None:
    """The phrase of this name, None where the language has none here."""
    return _USUAL.get(word, {}).get(language.tag.lower().split("-")[0])
