"""An outline's decks, language by language: those that are right go out, and one with errors holds up itself alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from deck.ground.diagnostics import DeckError, Diagnostic, has_errors
from deck.pipeline.build import Built


class Unbuilt(NamedTuple):
    """A language that has errors, by its tag, and all that was found in it."""

    language: str
    findings: tuple[Diagnostic, ...]


class LaidOut(NamedTuple):
    """The languages that are `right`, and the `wrong` ones by their tags."""

    right: list[Built]
    wrong: list[Unbuilt]

    @property
    def findings(self) -> Iterator[Diagnostic]:
        """What was found in any of them."""
        for built in self.right:
            yield from built.diagnostics
        for each in self.wrong:
            yield from each.findings


def parted(
    laid_out: Iterable[Built], failed: Mapping[str, DeckError], judge: Callable[[Built], tuple[Diagnostic, ...]]
) -> LaidOut:
    """The languages that go out and those that do not, by what is found as severe as it is to `judge`.

    `failed` are those that could not even be laid out, and is complete once all others are.
    """
    found = LaidOut([], [])
    for built in laid_out:
        findings = judge(built)
        if has_errors(findings):
            found.wrong.append(Unbuilt(built.deck.language.tag, findings))
        else:
            found.right.append(replace(built, diagnostics=findings))
    found.wrong.extend(Unbuilt(language, error.diagnostics) for language, error in failed.items())
    found.wrong.sort(key=lambda each: each.language)
    return found
