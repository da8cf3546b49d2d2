"""Equations in Markdown, in lines of their own: taken over if they can be shown, or else as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.fields.findings import MistakenError
from deck.markup.pieces import Piece

_EQUATION = re.compile(r"^[ \t]*\$\$(?P<tex>[^`$]+?)\$\$[ \t]*(?:\{#[\w:-]+\})?[ \t]*$", re.DOTALL | re.MULTILINE)
_NAMES = "equation|align|alignat|flalign|gather|multline|displaymath|math|eqnarray"
_ENVIRONMENT = re.compile(
    rf"^[ \t]*(?P<tex>\\begin\{{(?P<name>(?:{_NAMES})\*?)\}}[^`$]*?\\end\{{(?P=name)\}}|\\\[[^`$]+?\\\])[ \t]*$",
    re.DOTALL | re.MULTILINE,
)
"""An equation that LaTeX knows as such without dollars."""
_UNSEEN = re.compile(r"\\label\{[^{}]*\}|\\(?:nonumber|notag)\b[ \t]*")
_STEPS = re.compile(r"^([ \t]*\$\$)[ \t]*(\{(?:[\d\s,|–*-]|all)+\})[^\S\n]*(?:\{[^{}\n]*\}[^\S\n]*)?$", re.MULTILINE)
_AS_CODE = re.compile(r"`\$\$(?P<tex>[^`$]+)\$\$`")
_MATHEMATICS = "math"
"""In what a listing is written that is an equation."""


def steps_in(text: str) -> Iterator[tuple[int, str]]:
    """Where Slidev shows an equation step by step (`$$ {1|3}`), and by which."""
    return ((match.start(2), match[2]) for match in _STEPS.finditer(text))


def as_code(text: str) -> str:
    """The text, in which each equation stands as code on its first line, so that nothing in it is taken for markup."""

    def one(match: re.Match[str]) -> str:
        tex = " ".join(_UNSEEN.sub("", match["tex"]).split())
        tex = tex.removeprefix("\\[").removesuffix("\\]").strip()
        return f"`$${tex}$$`" + "\n" * match[0].count("\n") if tex else match[0]

    return _ENVIRONMENT.sub(one, _EQUATION.sub(one, _STEPS.sub(r"\1", text)))


def as_equation(piece: Piece) -> Piece:
    """A paragraph that is only such code, or a listing of mathematics, as an equation; what is none that can be shown
    as code, any other piece as it is."""
    match = _AS_CODE.fullmatch(piece.text) if piece.kind == "paragraph" else None
    tex = match["tex"] if match else piece.text if piece.kind == "code" and piece.info == _MATHEMATICS else ""
    if not tex.strip():
        return piece
    return piece._replace(kind="equation" if _is_equation(tex.strip()) else "code", text=tex.strip(), info="")


def _is_equation(tex: str) -> bool:
    # A deck without equations is not to wait for what reads them.
    from deck.equations import parsed

    try:
        parsed(tex)
    except MistakenError:
        return False
    return True
