"""Equations in Markdown, in lines of their own: those that can be shown are taken over as such."""

from __future__ import annotations

import re

from deck.fields.findings import MistakenError
from deck.markup.pieces import Piece

_EQUATION = re.compile(r"^[ \t]*\$\$(?P<tex>[^`$]+?)\$\$[ \t]*(?:\{#[\w:-]+\})?[ \t]*$", re.DOTALL | re.MULTILINE)
_AS_CODE = re.compile(r"`\$\$(?P<tex>[^`$]+)\$\$`")


def as_code(text: str) -> str:
    """The text, in which each equation that can be shown stands as code on its first line, so that nothing in it is
    taken for markup."""

    def one(match: re.Match[str]) -> str:
        tex = " ".join(match["tex"].split())
        return f"`$${tex}$$`" + "\n" * match[0].count("\n") if _is_equation(tex) else match[0]

    return _EQUATION.sub(one, text)


def as_equation(piece: Piece) -> Piece:
    """A paragraph that is only such code, as the equation that it is."""
    match = _AS_CODE.fullmatch(piece.text)
    return piece._replace(kind="equation", text=match["tex"].strip()) if match else piece


def _is_equation(tex: str) -> bool:
    # A deck without equations is not to wait for what reads them.
    from deck.equations import parsed

    try:
        parsed(tex)
    except MistakenError:
        return False
    return True
