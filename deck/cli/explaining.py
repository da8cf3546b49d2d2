"""`--explain CODE` of `check` and `inspect`: what a rule finds, why, and how to mend it."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from deck.cli.terminal import DONE, FAILURE
from deck.ground.diagnostics import did_you_mean
from deck.model.explanations import Explanation


def explain(code: str, own: Iterable[Explanation], others: Iterable[Explanation]) -> int:
    """Prints what is to be said of a code: what this command finds by it, or else what the other does."""
    known = {each.code: each for each in (*others, *own)}
    if code not in known:
        print(f"error: there is no rule `{code}`; {did_you_mean(code, known)}", file=sys.stderr)
        return FAILURE
    print(known[code])
    return DONE
