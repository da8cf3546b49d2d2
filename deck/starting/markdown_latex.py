"""LaTeX within decks of Pandoc and Quarto: what only it shows, what it sets, and what Markdown can say as well."""

from __future__ import annotations

import re

from deck.markup.pieces import BREAK_SIGN

_FRAMES = "center|flushleft|flushright|columns?|block|alertblock|exampleblock|minipage|figure|frame|onlyenv|small"
LATEX_BLOCK = re.compile(
    rf"^[ \t]*\\begin\{{(?!(?:{_FRAMES})\}})([A-Za-z]+\*?)\}}.*?\\end\{{\1\}}[ \t]*$", re.DOTALL | re.MULTILINE
)
"""What no program but LaTeX shows, such as a drawing of its own."""
_ARGUMENTS = r"(?:[ \t]*(?:\[[^\[\]\n]*\]|\{[^{}\n]*\}|<[^<>\n]*>))*"
_OF_WORDS = "alert|textbf|textit|emph|texttt|url|href|textcolor|includegraphics|centerline|framesubtitle"
LATEX_LINE = re.compile(
    rf"^[ \t]*(?!\\(?:{_OF_WORDS})\b)(?:\\[A-Za-z]+\*?{_ARGUMENTS}[ \t]*)+$",
    re.MULTILINE,
)
"""Lines that only set how what follows looks: spaces, sizes, the beginning and the end of a frame round words."""
_FRAME = re.compile(rf"\\(?:begin|end)\{{(?:{_FRAMES})\}}")
_LINE_END = re.compile(r"[ \t]*\\(?:newline|linebreak)(?![A-Za-z])(?:\{\})?[ \t]*")
_SAID = {"alert": "**", "textbf": "**", "emph": "*", "textit": "*", "texttt": "`"}
_COMMAND = re.compile(r"(?<!\\)\\(alert|textbf|emph|textit|texttt)(?:<[^<>]*>)?\{([^{}\n]*)\}")
_COLOURED = re.compile(r"(?<!\\)\\(?:text)?color\{[^{}\n]*\}(?:\{([^{}\n]*)\})?")
_ADDRESS = re.compile(r"(?<!\\)\\url\{([^{}\s]*)\}")
_PICTURE = re.compile(r"(?<!\\)\\includegraphics\*?(?:<[^<>]*>)?(?:\[[^\[\]]*\])?\{([^{}\s]+)\}")
_WRAPPED = re.compile(r"(?<!\\)\\(?:centerline|framesubtitle)\{([^{}\n]*)\}")
_LINK = re.compile(r"(?<!\\)\\href\{([^{}\s]*)\}\{([^{}\n]*)\}")


def as_markdown(text: str) -> str:
    """The text, in which LaTeX that Markdown has, too, is Markdown."""
    text = _COMMAND.sub(lambda match: f"{_SAID[match[1]]}{match[2]}{_SAID[match[1]]}", text)
    text = _LINE_END.sub(BREAK_SIGN, _FRAME.sub("", text))
    text = _WRAPPED.sub(r"\1", _PICTURE.sub(r"![](\1)", text))
    text = _COLOURED.sub(lambda match: match[1] or "", text)
    return _LINK.sub(r"[\2](\1)", _ADDRESS.sub(r"<\1>", text))
