"""What is named as a template and is none that can be filled: whose file it is, and how a template is made of it."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from zipfile import BadZipFile, ZipFile

from deck.export.pptx.archive import CONTENT_TYPES
from deck.ground.dataclass import dataclass

_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK"
_BEGIN = 4096
"""How much of a file tells what it is."""
_PRESENTATION = b"opendocument.presentation"
_NAME_ONE = "name a .potx or .pptx"


@dataclass(frozen=True, slots=True)
class OtherFile:
    """What a file is, and what to do."""

    what: str
    hint: str


_NONE = OtherFile("not a PowerPoint file", _NAME_ONE)
_OLD = OtherFile("encrypted, or of PowerPoint before 2007", "save it without a password, as .potx or .pptx")
_OPEN_DOCUMENT = OtherFile(
    "an OpenDocument presentation, as LibreOffice saves it",
    "save it there as “PowerPoint 2007-365 (.pptx)”, or with `soffice --headless --convert-to pptx {name}`",
)
_KEYNOTE = OtherFile("a presentation of Keynote’s", "save it there as .pptx: File, Export To, PowerPoint")
_ONLINE = OtherFile("but a link to a presentation online", "save that as .pptx: File, Download, Microsoft PowerPoint")
_OFFICE_THEME = OtherFile(
    "a theme of Office’s, without slides",
    "choose it in PowerPoint (Design, Themes, Browse for Themes), and save that presentation as .potx",
)
_OTHERS: Mapping[str, OtherFile] = {
    "wordprocessingml": OtherFile("a Word document", _NAME_ONE),
    "spreadsheetml": OtherFile("an Excel workbook", _NAME_ONE),
    "themeManager": _OFFICE_THEME,
}
STRICT = OtherFile(
    "a “Strict Open XML Presentation”, which few programs read",
    "save it in PowerPoint as “PowerPoint Template (.potx)” or “PowerPoint Presentation (.pptx)”",
)


def other_file(data: bytes) -> OtherFile | None:
    """What these bytes are, if they are no package of Office's; None where they may be one."""
    if data.startswith(_OLE):
        return _OLD
    if data.startswith(_ZIP):
        return _zipped(data)
    begin = data[:_BEGIN]
    if _PRESENTATION in begin:
        return _OPEN_DOCUMENT
    return _ONLINE if _is_link(begin) else _NONE


def office_file(kind: str) -> OtherFile:
    """What a package of Office's is whose main part is of this content type."""
    return next((other for part, other in _OTHERS.items() if part in kind), OtherFile("no presentation", _NAME_ONE))


def _zipped(data: bytes) -> OtherFile | None:
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except BadZipFile:
        return None
    if CONTENT_TYPES in names:
        return None
    # OpenDocument begins with an entry, stored as it is, that says its kind.
    if _PRESENTATION in data[:_BEGIN]:
        return _OPEN_DOCUMENT
    return _KEYNOTE if any(name.endswith(".iwa") or name == "Index.zip" for name in names) else _NONE


def _is_link(begin: bytes) -> bool:
    """Whether this is what a folder kept in step with an online suite has in the place of a presentation."""
    try:
        found = json.loads(begin)
    except ValueError:
        return False
    return isinstance(found, dict) and "doc_id" in found
