"""The commands of LaTeX that have a counterpart in Office's equations; of the others, what to write instead."""

from __future__ import annotations

from collections.abc import Mapping

TWO_ARGUMENTS = frozenset(
    rf"\{name}"
    for name in ("frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom", "overset", "underset", "stackrel")
)
ACCENTS = (
    "acute",
    "bar",
    "breve",
    "check",
    "dot",
    "ddot",
    "dddot",
    "ddddot",
    "grave",
    "hat",
    "mathring",
    "tilde",
    "vec",
)
STRETCHED = (
    *("overline", "underline", "underbar", "widehat", "widetilde", "widecheck"),
    *("overbrace", "underbrace", "overbracket", "underbracket", "overparen", "underparen"),
    *("overleftarrow", "overrightarrow", "overleftrightarrow"),
    *("underleftarrow", "underrightarrow", "underleftrightarrow"),
)
FONTS = (
    *("mathbb", "Bbb", "mathbf", "mathcal", "mathfrak", "mathit", "mathrm", "mathscr", "mathsf", "mathsfit", "mathtt"),
    *("boldsymbol", "bm", "pmb", "bold", "mathnormal"),
)
ONE_ARGUMENT = frozenset(
    rf"\{name}"
    for name in (
        *(*ACCENTS, *STRETCHED, *FONTS),
        *("sqrt", "boxed", "cancel", "bcancel", "xcancel", "sout", "phantom", "hphantom", "vphantom"),
        *("bra", "ket", "braket", "pmod", "mod", "pod", "substack"),
        *("xleftarrow", "xrightarrow", "xleftrightarrow", "xLeftarrow", "xRightarrow", "xLeftrightarrow", "xmapsto"),
        *("xhookleftarrow", "xhookrightarrow", "xleftharpoonup", "xleftharpoondown", "xrightharpoonup"),
        *("xrightharpoondown", "xrightleftharpoons", "xleftrightharpoons", "xlongequal", "xtofrom"),
        *("xtwoheadleftarrow", "xtwoheadrightarrow"),
    )
)
OPTIONAL = frozenset({r"\sqrt", *(name for name in ONE_ARGUMENT if name.startswith(r"\x") and name != r"\xcancel")})
"""Commands that may have something in square brackets before their argument."""
WORDS = frozenset(
    rf"\{name}"
    for name in ("text", "textrm", "textnormal", "textup", "textbf", "textit", "mbox", "emph", "operatorname")
)
"""Commands whose argument is words, and no mathematics."""
FUNCTIONS = frozenset(
    (
        *("arccos", "arcsin", "arctan", "arg", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd"),
        *("hom", "inf", "ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "sec", "sin", "sinh", "sup"),
        *("tan", "tanh", "argmax", "argmin", "injlim", "projlim", "plim", "Pr", "bmod"),
    )
)
"""Names of functions, each a command of its own."""
LIMITED = frozenset(
    (
        *("det", "gcd", "inf", "lim", "lim inf", "lim sup", "max", "min", "Pr", "sup", "arg max", "arg min"),
        *("inj lim", "proj lim", "plim"),
    )
)
"""Functions under which stands what is lowered, as they are written."""
GAPS: Mapping[str, str] = {
    r"\,": "\u2009",
    r"\thinspace": "\u2009",
    r"\:": "\u205f",
    r"\>": "\u205f",
    r"\;": "\u2005",
    r"\thickspace": "\u2005",
    r"\enspace": "\u2002",
    r"\quad": "\u2003",
    r"\qquad": "\u2003\u2003",
    "\\ ": "\u00a0",
    r"\space": "\u00a0",
    r"\nobreakspace": "\u00a0",
    "~": "\u00a0",
}
"""What each space is in Unicode, which is how Office writes them."""
PASSED_OVER = frozenset({r"\displaystyle", r"\nonumber", r"\notag", r"\!", r"\negthinspace", r"\relax"})
"""What changes nothing here: equations are displayed, bear no numbers, and Office knows no negative space."""
DELIMITERS = frozenset(
    (
        *"()[]|/.<>",
        *(r"\{", r"\}", r"\|", r"\lbrace", r"\rbrace", r"\langle", r"\rangle", r"\lfloor", r"\rfloor", r"\lceil"),
        *(r"\rceil", r"\lvert", r"\rvert", r"\lVert", r"\rVert", r"\vert", r"\Vert", r"\lbrack", r"\rbrack"),
    )
)
MATRICES: Mapping[str, tuple[str, str]] = {
    "matrix": ("", ""),
    "smallmatrix": ("", ""),
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": (r"\{", r"\}"),
    "vmatrix": ("|", "|"),
    "Vmatrix": (r"\|", r"\|"),
    "cases": ("", ""),
    "array": ("", ""),
}
"""Environments of cells, and what fences each in."""
ALIGNED = frozenset({"align", "align*", "aligned", "split", "gather", "gather*", "gathered"})
"""Environments of lines."""
ALONE = frozenset({"equation", "equation*", "displaymath", "math"})
"""Environments that only say that there is an equation."""

_NO_COLOUR = "an equation has its theme’s colour; take it out"
_NO_SIZE = "take it out: Office sets the sizes of an equation’s parts itself"
_NO_PLACE = "take it out: Office places an equation’s parts itself"
REFUSED: Mapping[str, str] = {
    **dict.fromkeys((r"\over", r"\above"), r"write `\frac{…}{…}`"),
    **dict.fromkeys(
        (r"\atop", r"\choose", r"\brace", r"\brack", r"\genfrac"), r"write `\frac{…}{…}` or `\binom{…}{…}`"
    ),
    r"\root": r"write `\sqrt[3]{x}`",
    **dict.fromkeys(
        (rf"\{size}{side}" for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "r", "m")),
        r"write `\left` and `\right`: such brackets grow with what they hold",
    ),
    **dict.fromkeys((r"\rm", r"\mit"), r"write `\mathrm{…}`"),
    **dict.fromkeys((r"\bf",), r"write `\mathbf{…}`"),
    **dict.fromkeys((r"\it",), r"write `\mathit{…}`"),
    **dict.fromkeys((r"\cal", r"\scr"), r"write `\mathcal{…}`"),
    **dict.fromkeys((r"\frak",), r"write `\mathfrak{…}`"),
    **dict.fromkeys((r"\sf",), r"write `\mathsf{…}`"),
    **dict.fromkeys((r"\tt",), r"write `\mathtt{…}`"),
    **dict.fromkeys((r"\textsf", r"\texttt", r"\textmd", r"\hbox", r"\fbox", r"\verb"), r"write `\text{…}`"),
    **dict.fromkeys((r"\color", r"\textcolor", r"\colorbox", r"\fcolorbox"), _NO_COLOUR),
    **dict.fromkeys((r"\textstyle", r"\scriptstyle", r"\scriptscriptstyle", r"\mathchoice"), _NO_SIZE),
    **dict.fromkeys(
        (
            rf"\{name}"
            for name in (
                "Huge",
                "huge",
                "LARGE",
                "Large",
                "large",
                "small",
                "footnotesize",
                "scriptsize",
                "tiny",
                "Tiny",
            )
        ),
        _NO_SIZE,
    ),
    **dict.fromkeys(
        (
            *(r"\smash", r"\raise", r"\lower", r"\moveleft", r"\moveright", r"\vcenter", r"\strut", r"\mathstrut"),
            *(r"\llap", r"\rlap", r"\clap", r"\mathllap", r"\mathrlap", r"\mathclap", r"\skew", r"\rule", r"\hfil"),
            *(r"\leftroot", r"\uproot", r"\shoveleft", r"\shoveright", r"\hline", r"\hdashline"),
        ),
        _NO_PLACE,
    ),
    **dict.fromkeys(
        (r"\hspace", r"\hskip", r"\kern", r"\mkern", r"\mskip", r"\mspace", r"\Space"),
        r"write `\,`, `\quad` or `\qquad`",
    ),
    **dict.fromkeys((r"\negmedspace", r"\negthickspace"), "Office knows no negative space; take it out"),
    **dict.fromkeys(
        (r"\tag", r"\label", r"\ref", r"\eqref"), "an equation on a slide has no number; say it in the caption"
    ),
    **dict.fromkeys(
        (r"\newcommand", r"\renewcommand", r"\def", r"\newenvironment", r"\DeclareMathOperator", r"\usepackage"),
        "write out what it stands for",
    ),
    **dict.fromkeys(
        (r"\href", r"\class", r"\style", r"\unicode", r"\sideset", r"\prescript", r"\nolimits"), "take it out"
    ),
    **dict.fromkeys(
        (rf"\math{kind}" for kind in ("bin", "close", "inner", "op", "open", "ord", "punct", "rel")),
        "take it out: Office spaces an equation’s signs itself",
    ),
    **dict.fromkeys((r"\LaTeX", r"\TeX"), r"write `\text{LaTeX}`"),
    **dict.fromkeys((r"\idotsint",), r"write `\int\cdots\int`"),
    **dict.fromkeys((r"\cr", r"\newline"), r"write `\\`"),
    **dict.fromkeys((r"\eqalign", r"\eqalignno", r"\displaylines"), r"write `\begin{aligned} … \end{aligned}`"),
}
"""What Office's equations have no counterpart for, and what to do about it."""
