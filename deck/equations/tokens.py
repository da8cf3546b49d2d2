"""A formula in LaTeX as its signs and commands in order, and what is wrong with one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field

from deck.equations.commands import FUNCTIONS, ONE_ARGUMENT, TWO_ARGUMENTS, WORDS
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Excerpt, did_you_mean

_TOKEN = re.compile(
    r"(?P<passed>\s+|%[^\n]*)|(?P<command>\\[A-Za-z]+)|(?P<escaped>\\[^A-Za-z])|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<sign>.)",
    re.DOTALL,
)
_WRAPPED = ((r"\[", r"\]"), (r"\(", r"\)"), ("$", "$"))


@dataclass(frozen=True, slots=True)
class Token:
    """A command or a sign, from its first character to the one after its last."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a formula, what to do, and what of it is at fault."""

    message: str
    hint: str | None
    excerpt: Excerpt


@dataclass(slots=True)
class Tokens:
    """A formula while it is walked through: `at` is where it has come to, `mistakes` what was found wrong by then."""

    tex: str
    tokens: list[Token]
    at: int = 0
    mistakes: list[Mistake] = field(default_factory=list)

    @property
    def next(self) -> str:
        """What comes next; "" at the end."""
        return self.tokens[self.at].text if self.at < len(self.tokens) else ""

    def closes(self, ahead: int) -> bool:
        """Whether a brace is closed so many tokens ahead."""
        return self.at + ahead < len(self.tokens) and self.tokens[self.at + ahead].text == "}"

    def take(self) -> Token:
        """What comes next, which then is behind."""
        token = self.tokens[self.at]
        self.at += 1
        return token

    def wrong(self, token: Token, message: str, hint: str | None = None, *, until: int | None = None) -> None:
        """Notes a mistake at this token, or from it to a later place."""
        excerpt = Excerpt.of(self.tex, (token.start, until or token.end))
        self.mistakes.append(Mistake(message, hint, excerpt))

    def name(self) -> str:
        """The name in braces that comes next, which then is behind; "" where none is closed."""
        if self.next != "{":
            return ""
        start = self.take().end
        while self.at < len(self.tokens) and self.next != "}":
            self.at += 1
        if self.at == len(self.tokens):
            return ""
        return self.tex[start : self.take().start].strip()


def tokens_of(tex: str) -> list[Token]:
    """A formula's tokens, without comments, and without what marks it as a formula in a text."""
    found: Sequence[Token] = [
        Token(each.group(), each.start(), each.end()) for each in _TOKEN.finditer(tex) if each.lastgroup != "passed"
    ]
    for start, end in _WRAPPED:
        while len(found) > 1 and found[0].text == start and found[-1].text == end:
            found = found[1:-1]
    return list(found)


def character(command: str) -> str | None:
    """The character for which a command stands alone."""
    from latex2mathml.symbols_parser import convert_symbol

    found = convert_symbol(command)
    return chr(int(found, 16)) if found else None


def nearest(command: str) -> str | None:
    """What may have been meant by a command that there is not."""
    from latex2mathml.symbols_parser import SYMBOLS

    names = (rf"\{each}" for each in FUNCTIONS)
    known = {*TWO_ARGUMENTS, *ONE_ARGUMENT, *WORDS, *names, *(each for each in SYMBOLS if each.startswith("\\"))}
    hint = did_you_mean(command, known)
    return hint if hint and hint.startswith("did you mean") else r"write `\text{…}` for words"
