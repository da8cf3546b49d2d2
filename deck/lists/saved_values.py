"""The values of formulas, put back into a workbook that was written without them.

Whoever reads the file before a spreadsheet program has worked it out anew would find nothing in those cells.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import partial
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

_FORMULA = re.compile(r'<c r="([A-Z]+\d+)"([^>]*)>(<f\b.*?</f>|<f\b[^>]*/>)<v ?/?>(?:</v>)?</c>', re.DOTALL)


def with_values(data: bytes, values: Workbook) -> bytes:
    """The workbook with these values beside its formulas. Its sheets' parts are in the order of the sheets."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        sheets = {f"xl/worksheets/sheet{number}.xml": sheet for number, sheet in enumerate(values.worksheets, start=1)}
        for entry in package.infolist():
            content = package.read(entry)
            if sheet := sheets.get(entry.filename):
                content = _FORMULA.sub(partial(_cell, sheet), content.decode()).encode()
            new.writestr(entry, content)
    return written.getvalue()


def _cell(sheet: Any, cell: re.Match[str]) -> str:
    place, attributes, formula = cell.groups()
    found = sheet[place]
    kind, value = found.data_type, found.value
    if value is None:
        return cell[0]
    if kind == "d":
        value = _serial(value)
    typed = {"n": "", "d": "", "b": ' t="b"', "e": ' t="e"'}.get(kind, ' t="str"')
    shown = int(value) if kind == "b" else escape(str(value))
    others = re.sub(r' t="\w+"', "", attributes)
    return f'<c r="{place}"{others}{typed}>{formula}<v>{shown}</v></c>'


def _serial(value: Any) -> Any:
    """A date as the number that a workbook has for it."""
    from openpyxl.utils import datetime

    serial: Any = datetime
    return serial.to_excel(value)
