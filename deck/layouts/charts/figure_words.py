"""The words that may stand beside a chart's number and leave it as it is."""

from __future__ import annotations

import re

from deck.model.measure import beside_number
from deck.model.text import Amount, Text

_ABOUT = """
about approximately approx around circa ca some over under nearly almost more less fewer than at least up to estimated
environ près de plus moins presque unos unas cerca aproximadamente casi más menos que al menos hasta alrededor rund etwa
около примерно почти более менее свыше не حوالي نحو تقريبا أكثر من أقل 约 大约 近 超过 逾 多 余
"""
_UNITS = """
% ‰ percent per cent percentage points point pp pourcent процентов процента процент
USD EUR GBP CHF JPY CNY RUB INR BRL CAD AUD MXN ZAR KES NGN GHS XOF XAF EGP TND MAD SEK NOK DKK
CFA Kč zł kr fr Rs dollar dollars euro euros pound pounds francs pesos rupees yen yuan 美元 欧元 元 人民币
mm cm m km km² m² ha hectare hectares g kg t kt Mt Gt tonne tonnes l hl W kW MW GW TW Wh kWh MWh GWh TWh J kJ MJ GJ
s min h hour hours day days week weeks month months year years person people persons workers children women men
лет года год человек людей детей долл руб 人 年 سنة سنوات شخص
"""
_KNOWN = frozenset(each.casefold() for each in (_ABOUT + _UNITS).split())
_DOLLARS = re.compile(r"\b(?:US|NZ|HK|[ACR])(?=\$)")
_WORD = re.compile(r"[^\W\d_]+[²³]?")
# What makes another number of the one behind it, or but part of something: −5, 5/7, 3:2, 7×.
_SIGNS = re.compile(r"[–—−/:×·*^=‑]")


def unknown_words(amount: Amount, *said: Text | None) -> str:
    """What stands beside the figure's number and is no unit, currency or word of vagueness known here.

    `said` are the chart's own words of what is counted. Empty where all is known.
    """
    beside = _DOLLARS.sub("", beside_number(amount))
    own = {word.casefold() for text in said if text for word in _WORD.findall(text.plain)}
    if any(word.casefold() not in _KNOWN | own for word in _WORD.findall(beside)):
        return " ".join(beside.split())
    before = _SIGNS.search(beside)
    return before[0] if before else ""
