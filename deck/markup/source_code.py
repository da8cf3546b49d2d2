"""Source code → its tokens, told apart by Pygments: what is a keyword, a string, a comment.

Pygments knows hundreds of languages and takes a while to load, so that it is loaded for slides of code alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from deck.ground.diagnostics import did_you_mean

TokenKind: TypeAlias = Literal["plain", "keyword", "name", "builtin", "string", "number", "comment", "removed", "added"]
Token: TypeAlias = tuple[TokenKind, str]
"""A stretch of one line, and what it is."""

_PLAIN = "text"
_MANY = 50_000
"""Characters that are told apart; of more, none is."""
_KINDS: dict[str, TokenKind] = {
    "Comment": "comment",
    "Comment.Preproc": "builtin",
    "Comment.PreprocFile": "string",
    "Generic.Deleted": "removed",
    "Generic.Heading": "keyword",
    "Generic.Inserted": "added",
    "Generic.Prompt": "comment",
    "Generic.Subheading": "keyword",
    "Keyword": "keyword",
    "Keyword.Constant": "number",
    "Literal": "number",
    "Literal.String": "string",
    "Literal.String.Doc": "comment",
    "Name.Attribute": "builtin",
    "Name.Builtin": "builtin",
    "Name.Builtin.Pseudo": "plain",
    "Name.Class": "name",
    "Name.Decorator": "builtin",
    "Name.Exception": "builtin",
    "Name.Function": "name",
    "Name.Namespace": "name",
    "Name.Tag": "keyword",
    "Operator.Word": "keyword",
}


def known_language(name: str) -> str | None:
    """The name by which code in this language is told apart; None where nobody knows it."""
    from pygments.lexers import find_lexer_class_by_name
    from pygments.util import ClassNotFound

    try:
        return str(find_lexer_class_by_name(name).aliases[0])
    except (ClassNotFound, IndexError):
        return None


def nearest_language(name: str) -> str:
    """A hint for who named a language that nobody knows."""
    from pygments.lexers import get_all_lexers

    names = {alias for _, aliases, *_ in get_all_lexers(plugins=False) for alias in aliases}
    near = did_you_mean(name, names) or ""
    return near if near.startswith("did") else "such as `python`, `c`, `bash`; `text` for none"


def language_of_file(path: str) -> str:
    """The language that code in a file of this name is in, as its ending tells."""
    from pygments.lexers import find_lexer_class_for_filename

    found = find_lexer_class_for_filename(path)
    return str(found.aliases[0]) if found and found.aliases else _PLAIN


def tokens(code: str, language: str | None) -> list[list[Token]]:
    """The tokens of each line, together all of what it says."""
    if not language or language == _PLAIN or len(code) > _MANY:
        return [[("plain", line)] if line else [] for line in code.split("\n")]
    from pygments.lexers import get_lexer_by_name

    # What a language's reader adds or takes away at the ends of a file would shift the lines.
    lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    found: list[list[Token]] = [[]]
    for kind, words in lexer.get_tokens(code):
        first, *others = words.split("\n")
        _add(found[-1], _kind(kind), first)
        for line in others:
            found.append([])
            _add(found[-1], _kind(kind), line)
    whole = "\n".join("".join(words for _, words in line) for line in found)
    return found if whole == code else tokens(code, None)


def _add(line: list[Token], kind: TokenKind, words: str) -> None:
    """The words at the line's end; what is of one kind stands together, with the spaces between."""
    if line and (line[-1][0] == kind or not words.strip()):
        line[-1] = (line[-1][0], line[-1][1] + words)
    elif words:
        line.append((kind, words))


def _kind(token: Iterable[str]) -> TokenKind:
    names = list(token)
    for length in range(len(names), 0, -1):
        if kind := _KINDS.get(".".join(names[:length])):
            return kind
    return "plain"
