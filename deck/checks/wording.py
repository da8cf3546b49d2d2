"""What the words round a number say of it, in the languages of the United Nations."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = r"[^\W\d_]+|\d"
_CLASSIFIER = r"^(?:多?[个個名位家项項份人])+"
_ENDS = r"[.;:!?]\s|[。；：！？\n]"
_MOST_WORDS = 3
# Few numbers need these: they are compiled when one does. All are whole words, as стать and частных say nothing of a
# number, and those that are words of their own without their dot want it.
_ROUNDED = (
    r"(?:\b(?:about|around|nearly|almost|over|than|some|up to|at least|roughly|approximately"
    r"|environ|près de|quelque|plus de|moins de|unos|unas|casi|cerca de|alrededor de|más de|menos de"
    r"|около|почти|более|менее|свыше|примерно)"
    r"|نحو|حوالي|زهاء|قرابة|أكثر من|أقل من|约|近|大约|超过|逾|不到|[~≈<>])\s*\Z"
)
_ROUNDED_AFTER = r"\s?(?:\+|[个個名位家]?以上|(?:or more|odd|ou plus|o más|или более|أو أكثر)\b)|[多余餘]"
_NUMBERED = (
    r"(?:\b(?:(?:pages?|slides?|art|articles?|chapters?|sections?|target|goals?|sdgs?|steps?|figures?|tables?|rooms?"
    r"|diapositives?|objectifs?|cibles?|étapes?|páginas?|diapositivas?|artículos?|objetivos?|metas?|pasos?"
    r"|стр|страниц(?:а|ы|е|у|ей|ам|ах|ами)?|слайд(?:а|у|ом|е|ы|ов|ам|ах|ами)?|стать(?:я|и|е|ю|ёй|ей|ям|ях|ями)"
    r"|цел(?:ь|и|ью|ей|ям|ях|ями)|задач(?:а|и|е|у|ей|ам|ах|ами)?|шаг(?:а|у|ом|е|и|ов|ам|ах|ами)?)\.?|(?:pp?|nos?|n[uú]m|nr|n|с)\.)"
    r"|[#№°º§]|第|صفحة|شريحة|المادة|الهدف|الغاية)\s*\Z"
)
_TIME = (
    r"\s?(?:minutes?|min|hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?|années?|minutos?|horas?|días?"
    r"|semanas?|mes|meses|años?|минут(?:а|ы|у|е|ам|ах|ами)?|час(?:а|у|ов|ом|е|ы|ам|ах|ами)?|день|дн(?:я|ю|ём|ем|е|и|ей|ям|ях|ями)"
    r"|недел(?:я|и|ю|е|ь|ей|ям|ях|ями)|месяц(?:а|у|ев|ем|е|ы|ам|ах|ами)?|год(?:а|у|ов|ом|е|ы|ам|ах|ами)?|лет"
    r"|دقيقة|دقائق|ساعة|ساعات|يوما?|أيام|سنة|سنوات|عاما?)(?!\w)"
    r"|\s?(?:分钟|小时|世纪|天(?!主)|周(?!边)|年(?!轻)|月|日(?!本)|号)"
)
# One of two numbers between which, or one of which, the right one may be.
_OR, _AND = r"[–—~～-]|to|or|à|ou|[ou]|a|до|или|أو|إلى|至|到|或", r"and|et|y|и|و"
_LAST = rf"(?:\d\s?(?:{_OR})|\b(?:between|entre|между|بين)\s(?:\d\S*\s(?:{_AND}))?)\s?\Z"
_FIRST = rf"\s?(?:{_OR})\s?\d"


def counts(before: str, after: str) -> bool:
    """Whether a number between these words may count something.

    It is not about so many, nor one of two, nor a page's, nor a time.
    """
    return not (
        any(re.search(one, before, re.IGNORECASE) for one in (_ROUNDED, _NUMBERED, _LAST))
        or any(re.match(one, after, re.IGNORECASE) for one in (_ROUNDED_AFTER, _TIME, _FIRST))
    )


@lru_cache(maxsize=1_024)
def following(after: str) -> tuple[str, ...]:
    """The next words, without articles and classifiers; another number, or the end of the sentence, ends them."""
    found = []
    for word in re.findall(_WORD, re.split(_ENDS, after, maxsplit=1)[0])[:_MOST_WORDS]:
        if word.isdigit():
            break
        found.append(re.sub(_CLASSIFIER, "", word.casefold()).removeprefix("ال"))
    return tuple(found)
