"""What an author got wrong, where, and how to mend it.

A mistake in an outline, a list or a theme is a value, not an exception: every stage collects its
`Diagnostic`s, so that one run reports all of them. Only the pipeline's end raises, once, with the lot.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import NamedTuple

from deck.ground.dataclass import dataclass


class Severity(StrEnum):
    """How bad a finding is: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file that a person wrote.

    `line` and `column` count from 1, in characters; `end_column` is one past the last character on
    that line, or None where the place has no known end there.
    """

    path: str
    line: int = 1
    column: int = 1
    end_column: int | None = None

    @property
    def is_file(self) -> bool:
        """Whether it is the file as a whole, and no place in it."""
        return (self.line, self.column, self.end_column) == (1, 1, None)

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Excerpt(NamedTuple):
    """Words in the text that a finding is about; `nth` counts from 0 how often they stand there before."""

    words: str
    nth: int = 0

    @classmethod
    def of(cls, text: str, place: tuple[int, int]) -> Excerpt:
        """What stands at this place of a text, from its first character to the one after its last."""
        words = text[slice(*place)]
        return cls(words, text.count(words, 0, place[0]))


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable `code`, what is wrong (`message`), where (`span`), how to mend it (`hint`).

    `field` stands for the place until that is known: a path of field names, and ids of parts that repeat. In a
    catalog it stands beside the place, and is the message's key; in a list of facts, the column. `excerpt` is what is
    at fault in the text at that place, until it is known where exactly it stands.
    """

    code: str
    message: str
    span: Span | None = None
    hint: str | None = None
    severity: Severity = Severity.ERROR
    field: str | None = None
    excerpt: Excerpt | None = None

    def __str__(self) -> str:
        place = f"{self.span}: " if self.span else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.severity}[{self.code}]: {self.message}{hint}"


class DeckError(Exception):
    """The work cannot be done because of what the author wrote; `diagnostics` says why, all at once."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(map(str, self.diagnostics)))


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of these stops a build."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


def nearest(wrong: str, known: Iterable[str], least: float = 0.6) -> str | None:
    """The known word that a wrong one is most like, None where it is like none; 1 is the same."""
    # Only a mistake needs it, and a start without one is not to wait for it.
    import difflib

    return next(iter(difflib.get_close_matches(wrong, sorted(known), n=1, cutoff=least)), None)


def shortened(text: str, most: int) -> str:
    """A text as it is told of: so many characters of it at the most."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def did_you_mean(wrong: str, known: Iterable[str]) -> str | None:
    """A hint that names the known word nearest to a wrong one, or else all known words."""
    words = sorted(filter(None, known))
    if near := nearest(wrong, words):
        return f"did you mean `{near}`?"
    if words:
        return "known: " + ", ".join(f"`{word}`" for word in words)
    return None


@contextmanager
def keeping(found: Iterable[Diagnostic]) -> Iterator[None]:
    """Where the program itself fails within the block, what was found by then goes with the exception."""
    try:
        yield
    except DeckError:
        raise
    except Exception as error:
        error.__dict__["found"] = [*found, *found_before(error)]
        raise


def found_before(error: BaseException) -> list[Diagnostic]:
    """What was found before the program failed with this exception."""
    found: list[Diagnostic] = error.__dict__.get("found", [])
    return found
