"""What texts in Markdown hold that none here has: formulas, signs by their names, pictures' attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.starting.telling import Otherwise

_FORMULA = re.compile(
    r"(?<![\\$\w])(?:\$(?=[^\s$])((?:\\.|[^$\\\n])*?[^\s\\$])\$(?![\d$])"
    r"|(?P<apart>\$\$(?=[^$\n]*[\\^_=+<>/|\d]|\s*\w\s*\$)[^`$\n]+\$\$)(?!\$))"
)
_MONEY = re.compile(r"\$(?=[^$]*[A-Za-z]{2})\d[\d.,]*(?:[ \t]?[A-Za-z%]+)?(?:[ \t,;:–—/()-]+[A-Za-z\d.,%€£]+)*\$")
"""Amounts in dollars, and words between them, without any sign of a formula."""
WRITTEN = "a formula, which stands there as it is written"
_APART = "a formula among words, which stands on lines of its own where these can be parted, or as it is written"
DONE = "√"
"""What office fonts have in all scripts for a tick; next to it stands their cross, ×."""
_SIGN = re.compile(r"(?<![\w:/]):([a-z][a-z0-9_+-]*|\+1|-1):(?![\w:/])")
_SIGNS = {
    **dict.fromkeys(("white_check_mark", "heavy_check_mark", "check_mark", "check"), DONE),
    **dict.fromkeys(("x", "cross_mark", "heavy_multiplication_x", "negative_squared_cross_mark"), "×"),
    "arrow_right": "→",
    "arrow_left": "←",
    "star": "★",
}
_PICTURE = re.compile(
    r"!\[(?P<words>(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]\((?P<target>[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)"
    r"(?:[ \t]+\"[^\"\n]*\")?\)\{(?P<attributes>(?:\"[^\"]*\"|'[^']*'|[^{}\"'])*)\}"
)
NO_CAPTION = " "
"""The title of a picture whose description is for those alone who do not see it."""
_DESCRIPTION = re.compile(r"""\b(?:fig-alt|alt(?:-text)?)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


def not_as_it_was(text: str) -> Iterator[tuple[int, str]]:
    """Where a formula or a sign is not shown as it was, and what it is."""
    for match in _formulas(text):
        yield match.start(), Otherwise(f"{_APART if match['apart'] else WRITTEN}: {match[0]}")
    for match in _SIGN.finditer(_FORMULA.sub(lambda found: " " * len(found[0]), text)):
        if match[1] not in _SIGNS:
            yield match.start(), f"an emoji: {match[0]}"


def as_words(text: str) -> str:
    """The text with formulas as they are written, as code, and of the signs by their names those that fonts have."""
    made, end = "", 0
    for match in _formulas(text):
        made += _signs(text[end : match.start()]) + _as_code(match[0])
        end = match.end()
    return made + _signs(text[end:])


def _formulas(text: str) -> Iterator[re.Match[str]]:
    return (each for each in _FORMULA.finditer(text) if not (" " in each[0] and _MONEY.fullmatch(each[0])))


def _signs(text: str) -> str:
    return _SIGN.sub(lambda match: _SIGNS.get(match[1], ""), text)


def _as_code(text: str) -> str:
    return f"`{text}`" if "`" not in text else text


def picture_with_attributes(text: str) -> str:
    """The text, in which pictures are described by their words alone, and their caption is a title as Markdown has
    it."""

    def described(match: re.Match[str]) -> str:
        words, found = match["words"], _DESCRIPTION.search(match["attributes"])
        if found is None:
            return f"![{words}]({match['target']})"
        said = " ".join((found[1] or found[2] or "").split())
        said = re.sub(r"([\\\[\]*_`<])", r"\\\1", said)
        caption = " ".join(words.split()).replace('"', "”") or NO_CAPTION
        return f'![{said}]({match["target"]} "{caption}")' + "\n" * match[0].count("\n")

    return _PICTURE.sub(described, text)
