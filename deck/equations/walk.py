"""LaTeX as a person writes it → as the parser takes it for certain; and all that is wrong with it, at its place.

The parser passes over what it does not know, and knows no places. So a formula is walked through first: each command
must be known, each brace, bracket and environment closed, each argument there. What comes out has braces round every
argument, and words, spaces and names as numbers into a table, which nothing in the parser takes for anything else.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import field, replace

from deck.equations.commands import (
    DELIMITERS,
    FUNCTIONS,
    GAPS,
    ONE_ARGUMENT,
    OPTIONAL,
    PASSED_OVER,
    REFUSED,
    TWO_ARGUMENTS,
    WORDS,
)
from deck.equations.enclosing import Enclosing
from deck.equations.mathml import INTEGRALS, SUMS
from deck.equations.tokens import Mistake, Token, character, nearest, tokens_of
from deck.equations.writing import ESCAPED
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Excerpt
from deck.model.mathematics import Signs

DEEPEST, LONGEST = 24, 2_000
_ROOM = re.compile(r"\*?\s*(?:\[\s*-?[0-9.]+\s*[a-z]{2}\s*\])?")
"""What may follow the end of a line: how much room there is after it."""
_FILLED = frozenset(rf"\{name}" for name in ("frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom", "sqrt"))
"""Of what these are is always said: an empty fraction has not even a line."""
_SPELT = {
    "argmax": "arg\u2009max",
    "argmin": "arg\u2009min",
    "liminf": "lim\u2009inf",
    "limsup": "lim\u2009sup",
    "injlim": "inj\u2009lim",
    "projlim": "proj\u2009lim",
}


class _TooDeepError(Exception):
    """The walk goes no deeper."""


@dataclass(slots=True)
class Walk(Enclosing):
    """A walk through a formula."""

    _open: list[str] = field(default_factory=list)
    _in_lines: bool = False

    @classmethod
    def through(cls, tex: str) -> Walk:
        """The walk through all of a formula, done."""
        walk = cls(tex, tokens_of(tex))
        if len(tex) > LONGEST:
            message = f"this formula has {len(tex):,} characters; {LONGEST:,} is the most that one may have"
            walk.mistakes.append(Mistake(message, "divide it", Excerpt(tex[:1].strip())))
        elif not walk.tokens:
            walk.mistakes.append(Mistake("nothing of this formula can be seen", "write one", Excerpt("")))
        else:
            try:
                walk.row((), lines=True)
            except _TooDeepError:
                walk.wrong(walk.tokens[walk.at], "this stands too deep within other things", "write it more simply")
        return walk

    @property
    def written(self) -> str:
        """The formula as the parser takes it: in lines, where it has any."""
        body = " ".join(self.out)
        return rf"\begin{{align*}} {{ }} {body} \end{{align*}}" if self._in_lines else body

    def row(self, closers: Sequence[str], *, lines: bool = False, parted: bool = False) -> None:
        """What stands side by side, up to one of its closers, or of what is round it.

        `lines` may end with `\\\\` and be aligned at `&`; between brackets that grow, the row may be `parted`.
        """
        self._open += closers
        while self.at < len(self.tokens) and self.next not in closers:
            if self.next in ("}", r"\right", r"\end") and self.next in self._open:
                break
            self._piece(lines=lines, parted=parted)
        del self._open[len(self._open) - len(closers) :]

    def _piece(self, *, lines: bool, parted: bool) -> None:
        """One thing, with what is raised and lowered after it."""
        token = self.tokens[self.at]
        match token.text:
            case "&" | r"\\":
                self._parting(self.take(), allowed=lines)
                return
            case r"\middle" if parted:
                self.at += 1
                self.out += [r"\middle", self.delimiter(token)]
                return
            case "^" | "_" | "'":
                self.out.append("{ }")
            case _:
                self._thing()
        if self.next == r"\limits" and _takes_limits(token.text):
            self.out.append(self.take().text)
        self._scripts()

    def _parting(self, token: Token, *, allowed: bool) -> None:
        if not allowed:
            hint = r"write `\&` for the sign" if token.text == "&" else r"close what is open before it"
            what = (
                "is for cells of matrices and for lines" if token.text == "&" else "ends a line, and this is within one"
            )
            self.wrong(token, f"`{token.text}` {what}", hint)
            return
        self.out.append(token.text)
        if not self._open:
            self._in_lines = True
        if token.text != "&" and (room := _ROOM.match(self.tex, token.end)):
            while self.at < len(self.tokens) and self.tokens[self.at].start < room.end():
                self.at += 1

    def _scripts(self) -> None:
        """What is raised and lowered: each once, in one order, primes with what is raised."""
        found: dict[str, list[str]] = {"_": [], "^": []}
        seen: set[str] = set()
        while self.next in ("^", "_", "'"):
            token = self.take()
            if token.text == "'":
                if "^" in seen:
                    self.wrong(token, "this is raised twice", "put both into one pair of braces: `x^{2'}`")
                found["^"].append(r"\prime")
                continue
            kept, self.out = self.out, []
            self._argument(token)
            made, self.out = self.out, kept
            if token.text in seen:
                what, sample = ("raised", "x^{ab}") if token.text == "^" else ("lowered", "x_{ab}")
                self.wrong(token, f"this is {what} twice", f"put both into one pair of braces: `{sample}`")
            seen.add(token.text)
            found[token.text] += made
        for sign, made in found.items():
            if made:
                self.out += [sign, "{", *made, "}"]

    def _thing(self) -> None:
        """One thing without what is raised and lowered."""
        if len(self._open) > DEEPEST:
            raise _TooDeepError
        token = self.take()
        match token.text:
            case "{" if self.next in (",", ".") and self.closes(1):
                # So LaTeX writes a sign within a number, that no space may follow.
                self.put(Signs(self.take().text, "number"))
                self.at += 1
            case "{":
                self.group(token)
            case "}" | r"\right" | r"\end":
                opener = {"}": "{", r"\right": r"\left", r"\end": r"\begin"}[token.text]
                self.wrong(token, f"`{token.text}` closes nothing", f"write `{opener}` before, or take it out")
                if token.text == r"\right" and self.next in DELIMITERS:
                    self.at += 1
                elif token.text == r"\end" and self.next == "{":
                    self.name()
            case r"\left":
                self.fence(token)
            case r"\begin":
                self.environment(token)
            case "$" | "#":
                what = "marks mathematics" if token.text == "$" else "is for macros"
                self.wrong(
                    token, f"`{token.text}` {what}, and has no place here", f"write `\\{token.text}` for the sign"
                )
            case r"\[" | r"\]" | r"\(" | r"\)":
                self.wrong(token, f"`{token.text}` has no place within a formula", "take it out")
            case "\\":
                self.wrong(token, "a backslash begins a command, and none follows", "take it out")
            case text if text in GAPS:
                self.put(Signs(GAPS[text], "operator"))
            case text if text.startswith("\\"):
                self._command(token)
            case text if unicodedata.category(text[0])[0] in "CM":
                self.wrong(token, f"the character U+{ord(text[0]):04X} has no place in a formula", "take it out")
            case text:
                self.out.append(text)

    def _command(self, token: Token) -> None:
        name = token.text
        if name in WORDS:
            self.words(token)
        elif name in PASSED_OVER:
            pass
        elif name == r"\not":
            self.negated(token)
        elif name[1:] in FUNCTIONS:
            text = _SPELT.get(name[1:], name[1:])
            signs = Signs("\u205fmod\u205f", "operator") if text == "bmod" else Signs(text, "letter")
            self.put(signs)
        elif name in (r"\binom", r"\dbinom", r"\tbinom"):
            self.out += [r"\left (", "{"]
            self._argument(token)
            self.out.append(r"\atop")
            self._argument(token)
            self.out += ["}", r"\right )"]
        elif name in (r"\bra", r"\ket", r"\braket"):
            start, end = {r"\bra": (r"\langle", "|"), r"\ket": ("|", r"\rangle")}.get(name, (r"\langle", r"\rangle"))
            self.out.append(rf"\left {start}")
            self._argument(token)
            self.out.append(rf"\right {end}")
        elif name in (r"\pmod", r"\mod", r"\pod"):
            self.put(Signs("\u2003", "operator"))
            self.out += ["("] if name != r"\mod" else []
            if name != r"\pod":
                self.put(Signs("mod\u2005", "operator"))
            self._argument(token)
            self.out += [")"] if name != r"\mod" else []
        elif name == r"\substack":
            self._stack(token)
        elif name in TWO_ARGUMENTS or name in ONE_ARGUMENT:
            self.out.append(name)
            if name in OPTIONAL and self.next == "[":
                self.optional(token)
            for _ in range(2 if name in TWO_ARGUMENTS else 1):
                self._argument(token)
        elif name in (r"\limits", r"\middle"):
            what = "large operator such as `\\sum`" if name == r"\limits" else "`\\left`"
            self.wrong(token, f"`{name}` stands after no {what}", "take it out")
        elif name in REFUSED:
            self.wrong(token, f"Office’s equations have nothing for `{name}`", REFUSED[name])
        elif name[1:] in ESCAPED:
            self.put(Signs(name[1:], "operator"))
        elif (sign := character(name)) is None:
            self.wrong(token, f"there is no command `{name}`", nearest(name))
        elif sign.isalpha() and not name.startswith(r"\math"):
            self.out.append(name)
        else:
            # By its name, the parser would take some signs for commands with arguments.
            self.put(Signs(sign, "operator"))

    def _argument(self, owner: Token) -> None:
        """What a command is for, in braces of its own."""
        if self.at == len(self.tokens) or self.next in ("}", "&", r"\\", r"\right", r"\end", "^", "_", "]"):
            self.wrong(owner, f"`{owner.text}` lacks what it is for", f"write it in braces: `{owner.text}{{…}}`")
            self.out.append("{ }")
        elif self.next == "{":
            if owner.text in _FILLED and self.closes(1):
                self.wrong(owner, f"`{owner.text}` lacks what it is for", f"write it in braces: `{owner.text}{{…}}`")
            self.group(self.take())
        else:
            token = self.tokens[self.at]
            if len(token.text) > 1 and token.text[0].isdigit():
                # Without braces, one digit is meant.
                self.tokens[self.at] = replace(token, text=token.text[1:].lstrip("."), start=token.start + 1)
                self.out += ["{", token.text[0], "}"]
                return
            self.out.append("{")
            self._thing()
            self.out.append("}")

    def _stack(self, owner: Token) -> None:
        if self.next != "{":
            self._argument(owner)
            return
        opener = self.take()
        self.out.append(r"\begin{align*} { }")
        self.row(("}",), lines=True)
        self.close(opener, "}")
        self.out.append(r"\end{align*}")


def _takes_limits(command: str) -> bool:
    """Whether bounds can stand under and over what this command is."""
    return command == r"\operatorname" or command[1:] in FUNCTIONS or character(command) in (SUMS | INTEGRALS)
