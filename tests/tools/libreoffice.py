"""LibreOffice Calc, by a macro: a workbook is opened, sorted, filtered, worked in, and saved in either format."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from tests.tools import required

_MACRO = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Work
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = &quot;Hidden&quot;
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL({source}, &quot;_blank&quot;, 0, hidden())
  sheet = book.Sheets.getByIndex(0)
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(False)
  last = cursor.RangeAddress.EndRow
  cells = sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn, last)
  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = 3
  fields(0).IsAscending = False
  Dim order(1) As New com.sun.star.beans.PropertyValue
  order(0).Name = &quot;SortFields&quot;
  order(0).Value = fields()
  order(1).Name = &quot;ContainsHeader&quot;
  order(1).Value = True
  cells.sort(order())
  For row = 1 To last
    If sheet.getCellByPosition(4, row).String = {before} Then
      sheet.getCellByPosition(4, row).String = {now}
      sheet.Annotations.insertNew(sheet.getCellByPosition(4, row).CellAddress, {remark})
    Else
      sheet.Rows.getByIndex(row).IsVisible = (row Mod 2 = 0)
    End If
  Next row
  sheet.Columns.insertByIndex(2, 1)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = &quot;FilterName&quot;
  how(0).Value = {kind}
  book.storeToURL({target}, how())
  book.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""
_KINDS = {".xlsx": "Calc MS Excel 2007 XML", ".ods": "calc8"}


def worked_in(workbook: Path, target: Path, folder: Path, words: tuple[str, str], remark: str) -> Path:
    """The workbook sorted by its sources, with every second row hidden, a column more, one text of `words` changed to
    the other, with a remark about its cell; saved in the format of `target`, which is given back."""
    soffice = required("soffice", "install LibreOffice Calc")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    # A new profile gets its own empty module, which is taken then.
    subprocess.run([soffice, profile, "--headless", "--terminate_after_init"], capture_output=True, check=False)
    (module,) = (folder / "profile" / "user" / "basic").glob("Standard/Module1.xba")
    named = {"source": workbook.as_uri(), "target": target.as_uri(), "kind": _KINDS[target.suffix]}
    named |= {"before": words[0], "now": words[1], "remark": remark}
    macro = _MACRO.format(**{name: f"&quot;{escape(said)}&quot;" for name, said in named.items()})
    module.write_text(macro, encoding="utf-8")
    command = [soffice, profile, "--headless", "macro:///Standard.Module1.Work"]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, timeout=120)
    assert target.exists(), done.stdout + done.stderr
    return target
