"""What encloses others in a formula: braces, brackets that grow, environments of lines and cells."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from deck.equations.commands import ALIGNED, ALONE, MATRICES
from deck.equations.tokens import Token
from deck.equations.writing import NOT_CLOSED, Writing
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import did_you_mean


@dataclass(slots=True)
class Enclosing(Writing, ABC):
    """Writes what encloses a row, and tells where it does not end."""

    @abstractmethod
    def row(self, closers: Sequence[str], *, lines: bool = False, parted: bool = False) -> None:
        """Writes what stands side by side, up to one of its closers, or of what is round it."""

    def group(self, opener: Token) -> None:
        """What stands in braces."""
        self.out.append("{")
        self.row(("}",))
        self.close(opener, "}")
        self.out.append("}")

    def optional(self, owner: Token) -> None:
        """What stands in square brackets before an argument."""
        opener = self.take()
        self.out += ["[", "{"]
        self.row(("]",))
        self.close(opener, "]")
        self.out += ["}", "]"]

    def close(self, opener: Token, closer: str) -> None:
        """Goes past what closes, or tells that it is not there."""
        if self.next == closer:
            self.at += 1
        else:
            self.wrong(opener, f"`{opener.text}`: {NOT_CLOSED}", f"write `{closer}` where it ends")

    def fence(self, opener: Token) -> None:
        """What stands between brackets that grow with it."""
        self.out += [r"\left", self.delimiter(opener)]
        self.row((r"\right",), parted=True)
        end = "."
        if self.next == r"\right":
            end = self.delimiter(self.take())
        else:
            self.wrong(
                opener,
                r"`\left` is not followed by its `\right`",
                r"write `\right` and its bracket; `\right.` for none",
            )
        self.out += [r"\right", end]

    def environment(self, opener: Token) -> None:
        r"""What stands between `\begin` and `\end`."""
        name = self.name()
        end = self.tokens[self.at - 1].end
        if name not in {*MATRICES, *ALIGNED, *ALONE}:
            hint = did_you_mean(name, sorted({*MATRICES, *ALIGNED, "equation"}))
            self.wrong(opener, f"there is no environment `{name}` here", hint, until=end)
        inner = "align*" if name in ALIGNED else name if name in ("cases", "array") else "matrix"
        start, stop = MATRICES.get(name, ("", ""))
        self.out += [rf"\left {start}"] if start else []
        if name not in ALONE:
            # The parser takes braces that come first for how columns are aligned.
            self.out += [rf"\begin{{{inner}}}", self.columns(opener) if name == "array" else "{ }"]
        self.row((r"\end",), lines=name not in ALONE)
        if self.next != r"\end":
            self.wrong(opener, f"`\\begin{{{name}}}`: {NOT_CLOSED}", f"write `\\end{{{name}}}`", until=end)
        else:
            closer = self.take()
            if (ended := self.name()) != name:
                message = f"`\\end{{{ended}}}` ends what `\\begin{{{name}}}` began"
                self.wrong(closer, message, f"write `\\end{{{name}}}`", until=self.tokens[self.at - 1].end)
        if name not in ALONE:
            self.out.append(rf"\end{{{inner}}}")
        self.out += [rf"\right {stop}"] if stop else []

    def columns(self, opener: Token) -> str:
        """How the columns of an array are aligned."""
        if self.next != "{":
            self.wrong(opener, "an array says how its columns are aligned", r"write `\begin{array}{lcr}`")
            return "{ c }"
        brace = self.tokens[self.at]
        columns = self.name().replace(" ", "")
        if not columns or set(columns) - set("lcr"):
            hint = "write `l`, `c` or `r` for each column" + (
                "; Office’s equations have no lines between them" if "|" in columns else ""
            )
            self.wrong(
                brace, f"`{columns}` does not say how columns are aligned", hint, until=self.tokens[self.at - 1].end
            )
            return "{ c }"
        return "{ " + " ".join(columns) + " }"
