"""The tokens of a YAML file up to a mistake: which levels and which braces are open there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import yaml

from deck.ground.dataclass import dataclass

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BEGIN = (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)
_END = (yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


@dataclass(frozen=True, slots=True)
class Level:
    """A field's name or, with `dash`, the dash of a list's entry. Line and column count from 0."""

    line: int
    column: int
    dash: bool


def tokens_before(text: str, line: int, column: int) -> list[Any]:
    """The tokens that begin before this place; counted from 0."""
    # A scanner that fails keeps the tokens back that it is not sure of: it is to find an end there instead.
    lines = text.split("\n")[: line + 1]
    lines[line:] = [each[:column] for each in lines[line:]]
    tokens = _tokens("\n".join(lines))
    return [token for token in tokens if (token.start_mark.line, token.start_mark.column) < (line, column)]


def _tokens(text: str) -> Iterator[Any]:
    try:
        for token in yaml.scan(text, Loader=_LOADER):
            if not isinstance(token, yaml.BlockEndToken | yaml.StreamEndToken):
                yield token
    except yaml.YAMLError:
        return


def open_brackets(tokens: Sequence[Any]) -> list[Any]:
    """The marks of the braces and square brackets that are not closed, outermost first."""
    marks: list[Any] = []
    for token in tokens:
        if isinstance(token, _BEGIN):
            marks.append(token.start_mark)
        elif isinstance(token, _END) and marks:
            marks.pop()
    return marks


def open_levels(tokens: Sequence[Any]) -> list[Level]:
    """The levels of indentation to which a next line may belong, outermost first."""
    levels: list[Level] = []
    depth = 0
    for token in tokens:
        depth += isinstance(token, _BEGIN) - isinstance(token, _END)
        if depth or not isinstance(token, yaml.KeyToken | yaml.BlockEntryToken):
            continue
        mark, dash = token.start_mark, isinstance(token, yaml.BlockEntryToken)
        # A list may stand in the column of the field that it belongs to.
        while levels and (levels[-1].column, levels[-1].dash) >= (mark.column, dash):
            levels.pop()
        levels.append(Level(mark.line, mark.column, dash))
    return levels


def awaits_value(tokens: Sequence[Any]) -> bool:
    """Whether what comes next may begin a level of its own."""
    return not tokens or isinstance(tokens[-1], yaml.ValueToken | yaml.BlockEntryToken)


def last_text(tokens: Sequence[Any]) -> Any | None:
    """The last token, if it is a text."""
    return tokens[-1] if tokens and isinstance(tokens[-1], yaml.ScalarToken) else None
