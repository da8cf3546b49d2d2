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
_RAW = re.compile(r"\{=(?:tex|latex)\}")
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


def with_equations(piece: Piece) -> Iterator[Piece]:
    """The piece, or what stands for it: such code in a paragraph, a listing of mathematics, and what is for LaTeX alone
    and an equation, as equations; what is none that can be shown as code."""
    if piece.kind == "paragraph" and _AS_CODE.search(piece.text):
        end = 0
        for match in _AS_CODE.finditer(piece.text):
            yield from _words(piece, piece.text[end : match.start()])
            yield _equation(piece, match["tex"])
            end = match.end()
        yield from _words(piece, piece.text[end:])
    elif piece.kind == "code" and piece.info == _MATHEMATICS and piece.text.strip():
        yield _equation(piece, piece.text)
    elif piece.kind == "code" and _RAW.fullmatch(piece.info) and not _ENVIRONMENT.sub("", piece.text).strip():
        yield from (_equation(piece, match["tex"]) for match in _ENVIRONMENT.finditer(piece.text))
    else:
        yield piece


def _words(piece: Piece, text: str) -> Iterator[Piece]:
    words = text.strip()
    if words:
        yield piece._replace(text=words)


def _equation(piece: Piece, tex: str) -> Piece:
    tex = _UNSEEN.sub("", tex).strip()
    return piece._replace(kind="equation" if _is_equation(tex) else "code", text=tex, info="", lost=())


def _is_equation(tex: str) -> bool:
    # A deck without equations is not to wait for what reads them.
    from deck.equations import parsed

    try:
        parsed(tex)
    except MistakenError:
        return False
    return True
