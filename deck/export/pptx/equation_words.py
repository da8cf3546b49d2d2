"""An equation in a file → its words: `E=mc^2`, whoever wrote it. By them an edited equation is known."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_MARKS = {"sup": "^", "sub": "_", "lim": "_", "den": "/", "deg": "root ", "mr": ";"}
"""What stands before a part, so that what is raised is not taken for what is beside it."""
_SIGNS = ("begChr", "chr")


def equations_in(element: Any) -> Iterable[Any]:
    """The equations in an element of a slide, in order."""
    found: Iterable[Any] = element.iter(f"{{{MATH}}}oMath")
    return found


def math_words(row: Any) -> str:
    """What stands side by side in a row of Office Math Markup, without how its letters look."""
    return "".join(_words(each) for each in row if isinstance(each.tag, str))


def _words(element: Any) -> str:
    kind = _kind(element)
    if kind == "r":
        return "".join(unicodedata.normalize("NFKC", each.text or "") for each in element if _kind(each) == "t").strip()
    if kind.endswith("Pr"):
        return "".join(each.get(f"{{{MATH}}}val", "") for each in element if _kind(each) in _SIGNS)
    inner = math_words(element)
    mark = _MARKS.get(kind, "")
    return f"{mark}{{{inner}}}" if mark and len(inner) > 1 else f"{mark}{inner}" if inner else ""


def _kind(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
