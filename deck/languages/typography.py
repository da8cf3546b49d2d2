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
_EVERYWHERE = r" (?=[%‰€°])(?<=\d )| (?=\d)(?<=[§№] )| (?=[\U0001F000-\U0001FAFF])(?<=\S )"
"""Each pattern begins with the space itself, so that no other place is tried; what stands before it is asked last."""
_AT_A_NUMBER = r" [\d%‰€°\U0001F000-\U0001FAFF]"
"""A space that is kept in any language stands before one of these, an emoji among them."""
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
_MONTHS = {
    "ar": "يناير فبراير مارس أبريل مايو يونيو يونيه يوليو يوليه أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "be": "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "bg": "януари февруари март април май юни юли август септември октомври ноември декември",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "de": "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember",
    "en": "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "he": "בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "sk": "januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}
"""Months as they stand behind a day, which names nothing where a line ends with it.

CLDR has the same names, and a deck without figures is not to wait for its data.
"""
_DAY = r"(?:(?<=\d )(?<!\d{3} )|(?<=\d\. )|(?<=1er )|(?<=\d(?:st|nd|rd|th) )|(?<=\d de ))"
"""Behind these a space is that of a day; three digits are an amount."""
_AFTER_A_DAY = r"\d(?:\.|er|st|nd|rd|th)? (?:de )?"
"""What stands before a month, read from the front."""
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
    if primary not in _SHORT_WORDS and primary not in _SIGNS and not _likely(primary).search(words):
        return words
    return _pattern(primary).sub(_NO_BREAK, words)


@cache
def _likely(language: str) -> re.Pattern[str]:
    """What is found quickly in all words that have a space to be kept, but for short words and signs."""
    months = _MONTHS.get(language, "").replace(" ", "|")
    return re.compile(f"{_AT_A_NUMBER}|{_AFTER_A_DAY}(?:{months})" if months else _AT_A_NUMBER)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """What matches the spaces to be kept. A look behind has one length, so there is one for each length of word."""
    kept = [_EVERYWHERE]
    if language in _SIGNS:
        kept.append(_SIGNS[language])
    kept += (rf" (?=\S)(?<=(?<![\w’'-]){words} )" for words in _of_one_length(_SHORT_WORDS.get(language, "")))
    if months := _MONTHS.get(language, "").split():
        # In capitals or small letters as they are: “12 may march”.
        kept.append(rf" {_DAY}(?-i:(?=(?:de )?(?:{'|'.join(months)})(?!\w)))")
        if language == "en":
            before = "|".join(rf"(?<=\b{each} )" for each in _of_one_length(_MONTHS[language]))
            kept.append(rf" (?=\d\d?(?![\d:%]))(?-i:{before})")
    begin = "" if language in _JOINED else r"(?<!\w)"
    kept += (rf" (?=\d)(?<={begin}{nouns} )" for nouns in _of_one_length(_NUMBERED.get(language, "")))
    return re.compile("|".join(kept), re.IGNORECASE)


def _of_one_length(words: str) -> Iterator[str]:
    """Patterns for these words, each for those that have as many letters."""
    for _, found in groupby(sorted(words.split(), key=len), key=len):
        yield f"(?:{'|'.join(map(re.escape, found))})"
