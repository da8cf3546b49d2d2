"""Spaces at which a language lets no line end: a line's break would strand a preposition, or begin with a sign.

Translators type an ordinary space there, as their tools show no other. It is made unbreakable when a text is put into
its language; no space is added, and none taken away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from deck.model.language import Language

_NO_BREAK = "\N{NO-BREAK SPACE}"
_SHORT_WORDS = {
    "be": "а аб ад да з і на не ні па у ў",
    "bg": "в във до за и на не о от по с със у",
    "cs": "a i k o s u v z",
    "pl": "a i o u w z",
    "ru": "а в во да до за и из к ко на не ни но о об от по с со у",
    "sk": "a i k o s u v z",
    "uk": "а б в до з за і із й на не ні о об по та у",
}
"""Prepositions, conjunctions and particles that no line ends with."""
_EVERYWHERE = r" (?=[%‰€°])(?<=\d )| (?=\d)(?<=[§№] )"
"""Each pattern begins with the space itself, so that no other place is tried; what stands before it is asked last."""
_AT_A_NUMBER = re.compile(r" [\d%‰€°]")
"""A space that is kept in any language stands before one of these."""
_NUMBERED = {
    "ar": "غاية مقصد هدف مادة فصل صفحة شكل جدول رقم",
    "cs": "cíl článek č. kapitola obr. s. strana tab. úkol",
    "de": "Abb. Abs. Abschnitt Art. Artikel Kapitel Nr. S. SDG Seite Tab. Tabelle Unterziel Ziel Zielvorgabe",
    "en": "annex article chapter fig. figure goal no. nos. p. page pp. SDG section slide table target",
    "es": "anexo apartado artículo art. capítulo cuadro figura meta n.º núm. objetivo ODS p. página pág. tabla",
    "fr": "annexe article art. chapitre cible fig. figure n° nº objectif ODD p. page section tableau",
    "he": "איור טבלה יעד מס׳ סעיף עמוד פרק",
    "it": "allegato articolo art. capitolo fig. figura n. obiettivo p. pagina pag. tabella traguardo",
    "nl": "artikel art. doel doelstelling figuur hoofdstuk nr. p. pagina tabel",
    "pl": "art. artykuł cel nr rozdział rys. s. str. tab. zadanie",
    "pt": "anexo artigo art. capítulo figura meta n.º objetivo ODS p. página quadro tabela",
    "ru": "глава гл. задача задаче задачи задачу п. пункт рис. с. ст. статья статье статьи стр. табл. цели цель ЦУР",
    "uk": "гл. завдання пункт п. рис. с. ст. стаття статті стор. табл. ціль цілі",
}
"""What is told apart by a number after it, in the forms in which it stands there."""
_JOINED = ("ar", "he")
"""Languages that write articles and prepositions as one with their noun."""
_SIGNS = {
    # High signs and guillemets stand off their words in French, the dash in Cyrillic belongs to what is before it.
    "fr": r" (?=[:;?!»])| (?<=« )| (?=\d{3}(?!\d))(?<=\d )",
    **dict.fromkeys(("be", "bg", "ru", "uk"), r" (?=[–—] )| (?=\d{3}(?!\d))(?<=\d )"),
}


def unbroken(words: str, language: Language) -> str:
    """The words with a no-break space wherever their language wants one for a plain space."""
    if " " not in words:
        return words
    primary = language.primary
    if primary not in _SHORT_WORDS and primary not in _SIGNS and not _AT_A_NUMBER.search(words):
        return words
    return _pattern(primary).sub(_NO_BREAK, words)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """What matches the spaces to be kept. A look behind has one length, so there is one for each length of word."""
    kept = [_EVERYWHERE]
    if language in _SIGNS:
        kept.append(_SIGNS[language])
    kept += (rf" (?=\S)(?<=(?<![\w’'-]){words} )" for words in _of_one_length(_SHORT_WORDS.get(language, "")))
    begin = "" if language in _JOINED else r"(?<!\w)"
    kept += (rf" (?=\d)(?<={begin}{nouns} )" for nouns in _of_one_length(_NUMBERED.get(language, "")))
    return re.compile("|".join(kept), re.IGNORECASE)


def _of_one_length(words: str) -> Iterator[str]:
    """Patterns for these words, each for those that have as many letters."""
    for _, found in groupby(sorted(words.split(), key=len), key=len):
        yield f"(?:{'|'.join(map(re.escape, found))})"
