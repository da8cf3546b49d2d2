"""What the words round a number say of it, in the languages of the United Nations."""

from __future__ import annotations

import re

_WORD = r"[^\W\d_]+|\d"
_CLASSIFIER = r"^(?:多?[个個名位家项項份人])+"
_ENDS = r"[.;:!?]\s|[。；：！？\n]"
_MOST_WORDS = 3
# Few numbers need these: they are compiled when one does.
_ROUNDED = (
    r"(?:\b(?:about|around|nearly|almost|over|than|some|up to|at least|roughly|approximately"
    r"|environ|près de|quelque|plus de|moins de|unos|unas|casi|cerca de|alrededor de|más de|menos de"
    r"|около|почти|более|менее|свыше|примерно)"
    r"|نحو|حوالي|زهاء|قرابة|أكثر من|أقل من|约|近|大约|超过|逾|不到|[~≈<>])\s*\Z"
)
_NUMBERED = (
    r"(?:\b(?:p|pages?|slides?|art|articles?|nos?|nr|n|chapters?|sections?|targets?|goals?|sdgs?|steps?|figures?|tables?"
    r"|rooms?|diapositives?|objectifs?|cibles?|étapes?|páginas?|diapositivas?|artículos?|objetivos?|metas?|pasos?"
    r"|с|стр|страниц\w*|слайд\w*|стать\w*|цел\w*|задач\w*|шаг\w*)\.?|[#№°§]|第|صفحة|شريحة|المادة|الهدف|الغاية)\s*\Z"
)
_TIME = (
    r"\s?(?:minutes?|min|hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?|années?|minutos?|horas?|días?"
    r"|semanas?|mes|meses|años?|минут\w*|час\w*|дн\w*|день|недел\w*|месяц\w*|год\w*|лет"
    r"|دقيقة|دقائق|ساعة|ساعات|يوما?|أيام|سنة|سنوات|عاما?)(?!\w)|\s?(?:分钟|小时|[天周年月日号])"
)


def counts(before: str, after: str) -> bool:
    """Whether a number between these words may count something: it is not about so many, nor a page's, nor a time."""
    return not (re.search(_ROUNDED, before, re.I) or re.search(_NUMBERED, before, re.I) or re.match(_TIME, after, re.I))


def following(after: str) -> list[str]:
    """The next words, without articles and classifiers; another number, or the end of the sentence, ends them."""
    found = []
    for word in re.findall(_WORD, re.split(_ENDS, after, maxsplit=1)[0])[:_MOST_WORDS]:
        if word.isdigit():
            break
        found.append(re.sub(_CLASSIFIER, "", word.casefold()).removeprefix("ال"))
    return found
