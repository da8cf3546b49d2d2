"""A language as a deck needs it: its BCP 47 tag, its direction, its script.

Direction and script are CLDR's likely ones, for the scripts that need a font or a rule of their own;
any other language is set left to right in Latin.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from deck.ground.dataclass import dataclass
from deck.ground.late_pattern import late_pattern

_SCRIPTS = {
    "Arab": "ar fa ur ps ug sd ckb ks pa-arab pa-pk",
    "Hebr": "he iw yi ji",
    "Thaa": "dv",
    "Syrc": "syr",
    "Nkoo": "nqo",
    "Hans": "zh",
    "Hant": "zh-hant zh-tw zh-hk zh-mo",
    "Jpan": "ja",
    "Kore": "ko",
    "Cyrl": "ru uk be bg mk sr kk ky mn tg",
    "Grek": "el",
    "Thai": "th",
    "Deva": "hi mr ne sa",
    "Beng": "bn as",
    "Ethi": "am ti",
    "Khmr": "km",
}
_SCRIPT_OF = {tag: script for script, tags in _SCRIPTS.items() for tag in tags.split()}
_WITHOUT_SPACES = frozenset({"Hans", "Hant", "Jpan", "Thai", "Khmr"})
_NOR_DO = frozenset({"lo", "my", "bo", "dz"})
"""The languages without spaces in a script that is set as any other: Lao, Burmese, Tibetan, Dzongkha."""
_RIGHT_TO_LEFT = frozenset({"Arab", "Hebr", "Thaa", "Syrc", "Nkoo"})
# ISO 639-1, without what was withdrawn.
_CODES = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es
et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki
kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no
nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te
tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""
_NAMES = """
am:amharic ar:arabic bn:bengali bn:bangla bg:bulgarian my:burmese zh:chinese hr:croatian cs:czech da:danish nl:dutch
en:english et:estonian fi:finnish fr:french fr:français ka:georgian de:german de:deutsch el:greek ha:hausa he:hebrew
hi:hindi hu:hungarian id:indonesian ig:igbo it:italian it:italiano ja:japanese km:khmer ko:korean lv:latvian
lt:lithuanian ms:malay ne:nepali no:norwegian fa:persian fa:farsi pl:polish pt:portuguese pt:português ro:romanian
ru:russian sr:serbian sk:slovak sl:slovenian so:somali es:spanish es:español sw:swahili sv:swedish tl:tagalog tr:turkish
uk:ukrainian ur:urdu uz:uzbek vi:vietnamese yo:yoruba zu:zulu
"""


_LOCALE = late_pattern(
    r"(?P<language>[a-z]{2,3})(?P<others>(?:[-_][a-z0-9]{2,8})*)(?:\.utf-?8|\.iso-?8859-?\d+)?(?:@(?P<modifier>[a-z0-9]{1,20}))?",
    re.ASCII | re.IGNORECASE,
)
_TAG = late_pattern(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*\Z", re.I)
_REGION, _SCRIPT, _LEAST_VARIANT = 2, 4, 5
_MODIFIERS = {
    "": "",
    "arabic": "Arab",
    "boldquot": "",
    "cyrillic": "Cyrl",
    "devanagari": "Deva",
    "euro": "",
    "ijekavian": "ijekavsk",
    "ijekavianlatin": "Latn-ijekavsk",
    "iqtelif": "Latn",
    "latin": "Latn",
    "quot": "",
    "shaw": "Shaw",
}
"""What gettext's modifiers say of a language, as BCP 47 says it: a script or a variant, or nothing."""

ACCENTED, RIGHT_TO_LEFT = "en-XA", "ar-XB"
PSEUDO_LOCALES = (ACCENTED, RIGHT_TO_LEFT)
"""The tags of languages that nobody speaks, in which a deck is tried."""


def is_tag(tag: str) -> bool:
    """Whether this is a BCP 47 tag of a language that there may be, perhaps with a script, a region, variants."""
    return bool(_TAG.match(tag)) and is_language(tag.partition("-")[0])


def is_language(code: str) -> bool:
    """Whether this may be the first part of a tag: ISO 639-1 has the code, or it has the three letters of 639-3."""
    return code.lower() in _CODES.split() if len(code) == 2 else len(code) == 3


@lru_cache(maxsize=1_024)
def tag_of(locale: str) -> str | None:
    """The tag of a language that is named as gettext names locales, `pt_BR`, `sr@latin`, `ca@valencia`; else None."""
    match = _LOCALE.fullmatch(locale)
    if match is None:
        return None
    modifier = (match["modifier"] or "").lower()
    added = _MODIFIERS.get(modifier, modifier if len(modifier) >= _LEAST_VARIANT else None)
    if added is None:
        return None
    scripts = [part for part in added.split("-") if len(part) == _SCRIPT]
    variants = [part for part in added.split("-") if len(part) > _SCRIPT]
    return "-".join([match["language"], *scripts, *re.findall("[^-_]+", match["others"]), *variants])


def in_usual_case(tag: str) -> str:
    """A tag as BCP 47 recommends to write it: `pt-BR`, `zh-Hans`."""
    language, *others = tag.split("-")
    cases = {_REGION: str.upper, _SCRIPT: str.title}
    return "-".join([language.lower(), *(cases.get(len(each), str.lower)(each) for each in others)])


def suggested_tag(name: str) -> str | None:
    """The tag of a language that was called by its name, in English or its own, perhaps misspelt."""
    import difflib

    tags = {known: tag for tag, _, known in (pair.partition(":") for pair in _NAMES.split())}
    close = difflib.get_close_matches(name.casefold().strip(), tags, n=1, cutoff=0.8)
    return tags[close[0]] if close else None


class Direction(StrEnum):
    """The direction in which a deck is read."""

    LEFT_TO_RIGHT = "ltr"
    RIGHT_TO_LEFT = "rtl"


@dataclass(frozen=True, slots=True)
class Language:
    """A language named by its BCP 47 `tag`, such as `en`, `zh-Hans` or `pt-BR`."""

    tag: str

    def __str__(self) -> str:
        return self.tag

    @property
    def primary(self) -> str:
        """The primary subtag of its tag, in small letters: `zh` of `zh-Hant`, and of the `zh_Hant` of other tools."""
        return self.tag.lower().replace("_", "-").partition("-")[0]

    @property
    def of_words(self) -> str:
        """The tag by which tables of words know it: its primary subtag; Traditional Chinese has words of its own."""
        return "zh-Hant" if self.primary == "zh" and self.script == "Hant" else self.primary

    @property
    def script(self) -> str:
        """The ISO 15924 code of its usual script."""
        return _script(self.tag)

    @property
    def sets_spaces(self) -> bool:
        """Whether spaces part its words."""
        return self.script not in _WITHOUT_SPACES and self.primary not in _NOR_DO

    @property
    def direction(self) -> Direction:
        return Direction.RIGHT_TO_LEFT if self.script in _RIGHT_TO_LEFT else Direction.LEFT_TO_RIGHT


@lru_cache(maxsize=256)
def _script(tag: str) -> str:
    tag = tag.lower().replace("_", "-")
    written = next((part.title() for part in tag.split("-")[1:] if len(part) == 4), None)
    if written in _SCRIPTS or written == "Latn":
        return written
    return _SCRIPT_OF.get(tag) or _SCRIPT_OF.get(tag.split("-")[0], "Latn")
