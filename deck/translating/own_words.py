"""Where a deck says a phrase of its own, in a translator's words."""

from __future__ import annotations

from deck.languages.messages import WORDS, Message
from deck.languages.numbers import plural_examples
from deck.model.language import Language

_ALTERNATIVE = "in alternative text, for those who cannot see it: "
_CELLS = "in the workbook of a chart, which is seen where its figures are edited: "
_OF_WATERFALLS = ("total", "rise", "fall", "below", "base", "words", "connector", "change", "is-total", "start", "end")
_PLACES = {
    "chart.missing": "where a chart or its table has no figure",
    "chart.category": "the heading over the names of what the figures are of, in a chart’s table",
    "chart.range": "a figure, and from how low to how high it may be, in a chart’s table and its alternative text",
    "chart.from-to": f"{_ALTERNATIVE}how the figures of a long chart go",
    **{f"chart.{name}": f"{_CELLS}a heading or a series’ name of a waterfall chart" for name in _OF_WATERFALLS},
    "chart": f"{_ALTERNATIVE}the kind of a chart",
    "icons.share": "so many of so many, as a figure: 28 of 50",
    "icons.of": f"{_ALTERNATIVE}so many of so many icons, and what they are",
    "change": "by how much a figure is other than before, under it",
    "scorecard": "what a circle means, in the legend under a scorecard: empty, half full or full",
    "gantt.today": "the word at the line of today, under a chart of tasks over time",
    "diagram.kind": f"{_ALTERNATIVE}what it is, before the diagram’s name",
    "diagram.edge": f"{_ALTERNATIVE}an arrow from one box of a diagram to another",
    "timeline.now": f"{_ALTERNATIVE}the mark on a timeline of where we are",
    "map.kind": f"{_ALTERNATIVE}what it is",
    "map.highlighted": f"{_ALTERNATIVE}what the countries listed after it are on the map",
    "map.disclaimer": "the remark under a map",
    "swot": "the heading of a field of a SWOT analysis",
    "video.play": f"{_ALTERNATIVE}the mark that plays a video",
}


_NAMES = {
    "chart.from-to": {
        "first": "what the first figure is of, such as a year",
        "before": "the first figure",
        "last": "what the last figure is of",
        "after": "the last figure",
        "low": "what the lowest figure is of",
        "least": "the lowest figure",
        "high": "what the highest figure is of",
        "most": "the highest figure",
    },
    "chart.range": {"value": "a figure", "low": "how low it may be", "high": "how high it may be"},
}
_OF_OTHERS = "change.points"
"""The phrase for all numbers for which there is no other."""


def stands_for(phrase: str, name: str) -> str:
    """What a name in braces of this phrase stands for."""
    return _NAMES.get(phrase, {}).get(name, f"the {name}")


def numbers_of(message: Message, language: Language) -> str:
    """The first numbers for which alone a phrase is in this language, where it is for some only."""
    form = message.plural_form or ("other" if message.key == f"{WORDS}{_OF_OTHERS}" else "")
    return "; ".join(plural_examples(language).get(form, ()))


def place(name: str) -> str:
    """Where the phrase of this name stands, such as `chart.bar`."""
    return _PLACES.get(name) or _PLACES[name.partition(".")[0]]
