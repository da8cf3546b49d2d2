"""Names as they are ordered, in languages where that is not quite as they are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping

from deck.ground.late_pattern import late_pattern

_ARTICLE = "ال"
_LONG = "ー"
_CHILLUS = str.maketrans({"ൺ": "ണ്", "ൻ": "ന്", "ർ": "ര്", "ൽ": "ല്", "ൾ": "ള്", "ൿ": "ക്"})
_DOUBLED = late_pattern("c(?=cs)|d(?=dzs?)|g(?=gy)|l(?=ly)|n(?=ny)|s(?=sz)|t(?=ty)|z(?=zs)")


def as_ordered(words: str, language: str) -> str:
    """Words in small letters as this language (`hu`) orders them."""
    return _SPELLINGS[language](words) if language in _SPELLINGS else words


def _english(words: str) -> str:
    """Without “The” at the beginning."""
    return words.removeprefix("the ")


def _arabic(words: str) -> str:
    """Without the article, but where it is all of a word."""
    return " ".join(word.removeprefix(_ARTICLE) if len(word) > len(_ARTICLE) + 1 else word for word in words.split(" "))


def _breton(words: str) -> str:
    """With one apostrophe in `c'h`, which is a letter."""
    return words.replace("cʼh", "c'h")


def _catalan(words: str) -> str:
    """With `l·l` as `ll`."""
    return words.replace("l·l", "ll")


def _hungarian(words: str) -> str:
    """With double letters in full: `ssz` is `szsz`."""
    return _DOUBLED.sub(_in_full, words)


def _in_full(found: re.Match[str]) -> str:
    rest = found.string[found.end() :]
    return "dzs" if rest.startswith("dzs") else rest[:2]


def _thai(words: str) -> str:
    """As it is spoken; neither spaces nor punctuation count."""
    return _as_spoken("".join(each for each in words if unicodedata.category(each)[0] not in "ZP"))


def _as_spoken(words: str) -> str:
    """With the vowels that are written before their consonant after it."""
    return re.sub("([เแโใไເແໂໃໄ])(.)", r"\2\1", words, flags=re.DOTALL)


def _japanese(words: str) -> str:
    """With a vowel for each sign of length, as it is spoken."""
    found, vowel = "", ""
    for letter in words:
        if letter != _LONG:
            last = unicodedata.name(letter, "")[-1:]
            vowel = {"A": "ア", "I": "イ", "U": "ウ", "E": "エ", "O": "オ"}.get(last, "")
        found += (vowel or letter) if letter == _LONG else letter
    return found


def _malayalam(words: str) -> str:
    """With consonants without a vowel written in full: `ൻ` is `ന്`."""
    return words.translate(_CHILLUS)


def _yiddish(words: str) -> str:
    """With two letters for one sound as the first of them, but where one character has both."""
    single = re.sub("ו[וי]", "ו", re.sub("ײַ|יי", "י", words))
    return single.translate({ord("װ"): "וו", ord("ױ"): "וי", ord("ײ"): "יי"})


_SPELLINGS: Mapping[str, Callable[[str], str]] = {
    "ar": _arabic,
    "br": _breton,
    "ca": _catalan,
    "en": _english,
    "hu": _hungarian,
    "ja": _japanese,
    "lo": _as_spoken,
    "ml": _malayalam,
    "th": _thai,
    "yi": _yiddish,
}
