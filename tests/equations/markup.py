"""Office Math Markup, written shortly: `f(num('𝑎') den('𝑏'))`, settings in square brackets, and how runs look."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable

from lxml import etree

from deck.equations import parsed
from deck.export.pptx.equation_words import MATH
from deck.export.pptx.equations import office_math
from deck.export.pptx.xml import A
from tests.validator import validate

_OPC = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def compact(tex: str) -> str:
    """A formula's markup, without its fonts, sizes and colours."""
    row = office_math(parsed(tex))
    return _row(etree.fromstring(f'<m:oMath xmlns:m="{MATH}" xmlns:a="{A}">{row}</m:oMath>'))


def faults(rows: Iterable[str]) -> list[str]:
    """What the Open XML SDK finds wrong with these rows, in a document: in a slide, it passes over equations."""
    paragraphs = "".join(f"<w:p><m:oMathPara><m:oMath>{row}</m:oMath></m:oMathPara></w:p>" for row in rows)
    body = re.sub("<a:rPr.*?</a:rPr>", "", paragraphs)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{_OPC}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_WORD}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{_OPC}/relationships"><Relationship Id="a" Type="{_OFFICE}/officeDocument"'
            ' Target="word/document.xml"/></Relationships>',
        )
        document = f'<w:document xmlns:w="{_W}" xmlns:m="{MATH}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    return validate(file.getvalue(), "docx")


def _row(element: etree._Element) -> str:
    return " ".join(filter(None, map(_short, element)))


def _short(element: etree._Element) -> str:
    kind = etree.QName(element).localname
    if kind == "r":
        own = element.find(f"{{{MATH}}}rPr")
        looks = "" if own is None else "".join(_value(each) or etree.QName(each).localname for each in own)
        return f"{element.findtext(f'{{{MATH}}}t')!r}{looks}"
    if kind.endswith("Pr"):
        return ""
    own_settings = (each for part in element if etree.QName(part).localname == f"{kind}Pr" for each in part)
    settings = " ".join(filter(None, map(_setting, own_settings)))
    return f"{kind}{f'[{settings}]' if settings else ''}({_row(element)})"


def _setting(element: etree._Element) -> str:
    kind = etree.QName(element).localname
    if kind == "ctrlPr":
        return ""
    if kind == "mcs":
        return " ".join(f"{_value(each[0][1])}*{_value(each[0][0])}" for each in element)
    return f"{kind}={_value(element)}"


def _value(element: etree._Element) -> str | None:
    return element.get(f"{{{MATH}}}val")
