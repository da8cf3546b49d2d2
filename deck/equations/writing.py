"""What stands in a formula under a name of ours: words, names of functions, signs that are struck out, brackets.

The parser takes some of these for something else, so it gets numbers in their place.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import field

from deck.equations.commands import DELIMITERS
from deck.equations.tokens import Token, Tokens, character
from deck.ground.dataclass import dataclass
from deck.model.mathematics import Signs

ESCAPED = r"%&_#$"
_QUOTED = re.compile(rf"\\([{ESCAPED} ])")
NOT_CLOSED = "it is opened here, and never closed"


@dataclass(slots=True)
class Writing(Tokens):
    """A formula as it is written anew: `out` is what the parser takes, `named` what the numbers in it stand for."""

    out: list[str] = field(default_factory=list)
    named: list[Signs] = field(default_factory=list)

    def put(self, signs: Signs) -> None:
        """Writes these signs, as a number in the table."""
        self.out.append(rf"\text{{{len(self.named)}}}")
        self.named.append(signs)

    def delimiter(self, owner: Token) -> str:
        """The bracket that comes next, which then is behind."""
        if self.next not in DELIMITERS:
            hint = f"write one after it: `{owner.text}(`, or `{owner.text}.` for none"
            self.wrong(owner, f"no bracket follows `{owner.text}`", hint)
            return "."
        found = self.take().text
        return {"<": r"\langle", ">": r"\rangle", r"\|": r"\Vert"}.get(found, found)

    def words(self, owner: Token) -> None:
        """Words as they are written."""
        starred = owner.text == r"\operatorname" and self.next == "*"
        self.at += starred
        if self.next != "{":
            hint = f"write them in braces: `{owner.text}{{…}}`"
            self.wrong(owner, f"no words follow `{owner.text}`", hint)
            return
        opener = self.take()
        first = self.at
        while self.at < len(self.tokens) and self.next not in ("}", "{", "$"):
            self.at += 1
        if self.at == len(self.tokens):
            self.wrong(opener, f"`{{`: {NOT_CLOSED}", r"write `}` after the words, and `\%` for a per cent sign")
            return
        if self.next != "}":
            self.wrong(self.tokens[self.at], "mathematics has no place within words", "close the words before it")
            while self.at < len(self.tokens) and self.take().text != "}":
                pass
            return
        words = self.tex[opener.end : self.take().start]
        for token in self.tokens[first : self.at - 1]:
            if token.text.startswith("\\") and token.text[1:] not in ESCAPED and token.text != "\\ ":
                self.wrong(token, f"`{token.text}` has no place within words", "close the words before it")
        said = " ".join(_QUOTED.sub(r"\1", re.sub(r"%[^\n]*", "", words) if "\\" not in words else words).split())
        # Spaces at the edges part the words from what stands beside them.
        said = f"{' ' * words[:1].isspace()}{said}{' ' * (words[-1:].isspace() and bool(said))}"
        if owner.text == r"\operatorname":
            self.put(Signs(said.strip().replace(" ", "\u2009"), "letter"))
            if starred and self.next in ("_", "^"):
                self.out.append(r"\limits")
        else:
            look = {r"\textbf": "bold", r"\textit": "italic", r"\emph": "italic"}.get(owner.text, "upright")
            self.put(Signs(said, "words", look))  # type: ignore[arg-type]

    def negated(self, owner: Token) -> None:
        """The next sign with a stroke through it."""
        sign = character(self.next) if self.next.startswith("\\") else self.next
        if not sign or len(sign) > 1 or sign in "{}^_&":
            self.wrong(owner, r"`\not` strikes out one sign, and none follows", r"write `\not=`, or `\cancel{…}`")
            return
        self.at += 1
        self.put(Signs(unicodedata.normalize("NFC", f"{sign}\u0338"), "operator"))
