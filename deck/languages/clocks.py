"""Times of day as translations have them: 16:30 is 4:30 pm, half past four, and in Swahili 10:30 of the day."""

from __future__ import annotations

import re
from collections.abc import Set
from decimal import Decimal

TIME = re.compile(r"(?<![\d.,:])\d{1,2}:\d\d(?![.,:]?\d)")
_HOUR = "1[0-2]|[1-9]"
_TO = "[ \u00a0]?[–—-][ \u00a0]?|[ \u00a0][a-z]{1,3}[ \u00a0]"
_TWELVES = re.compile(
    rf"(?<![\d:.])(?:(?P<from>{_HOUR})(?:{_TO}))?(?P<to>{_HOUR})[ \u00a0\u202f]?(?P<half>[ap])\.?[ \u00a0]?m\b",
    re.IGNORECASE,
)
_TWELVE = 12
_QUARTERS = frozenset({15, 30, 45})
_FROM_SUNRISE = frozenset({"am", "om", "sw", "ti"})
"""Languages whose day and night begin at six, and have hours from one to twelve."""


def twelve_hours(words: str, language: str) -> dict[int, set[Decimal]]:
    """Other hours for those that these words have as 2 p.m. or 7 a.m., by where they stand: 14, and in Swahili 1."""
    found: dict[int, set[Decimal]] = {}
    for match in _TWELVES.finditer(words):
        for name in ("from", "to"):
            if match[name]:
                hour = int(match[name]) % _TWELVE + (_TWELVE if match["half"] in "pP" else 0)
                found[match.start(name)] = set(map(Decimal, {hour, *_from_sunrise(hour, language)}))
    return found


def hours(hour: int, language: str) -> set[int]:
    """What an hour may be called in a language, by its primary subtag: on clocks of twelve hours, or of twenty-four."""
    return {hour, (hour + _TWELVE) % (2 * _TWELVE), *_from_sunrise(hour, language)}


def _from_sunrise(hour: int, language: str) -> set[int]:
    return {(hour + _TWELVE // 2) % _TWELVE or _TWELVE} if language in _FROM_SUNRISE else set()


def time_stands(time: str, there: Set[int], added: Set[int], language: str) -> bool:
    """Whether a time is `there`, among a translation's numbers, of which some are not the source's but `added`.

    Its minutes may be none, or words for a quarter or half of an hour.
    """
    hour, minutes = map(int, time.split(":"))
    own = hours(hour, language)
    if minutes in there or not minutes:
        return bool(own & there)
    # Half past ten is half of the eleventh hour to some.
    own |= hours(hour + 1, language)
    return minutes in _QUARTERS and bool(own & there) and added <= own
