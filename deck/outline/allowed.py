"""What an outline says of the checks: how severe they are, and what they may find on a slide."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from deck.ground.diagnostics import Diagnostic, did_you_mean
from deck.nodes import Mapping, Node, child
from deck.outline.tree import slides


def unknown_checks(root: Node, checks: Callable[[], Collection[str]]) -> Iterator[Diagnostic]:
    """Codes that are none, or none that an outline may judge. Which there are is asked only if it says something."""
    named = [
        *_named(child(root, "checks")),
        *(each for slide in slides(root) for each in _named(child(slide, "allow"))),
    ]
    known = checks() if named else ()
    for node, code in named:
        if code not in known:
            message = f"there is no check `{code}` that an outline may judge"
            yield Diagnostic("unknown-check", message, node.keys[code], did_you_mean(code, known))


def _named(node: Node | None) -> Iterator[tuple[Mapping, str]]:
    if isinstance(node, Mapping):
        yield from ((node, code) for code in node.entries)
