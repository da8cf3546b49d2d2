"""The pictures of `docs/staff.md`, a list and the slide that follows from it: `python -m tests.staff_pictures docs`."""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl
from openpyxl.styles import Font, PatternFill
from PIL import Image, ImageChops

from deck.build import default_outline, lay_out
from deck.export.png import rasterise
from deck.export.svg import slide_svg
from deck.lists import read_table
from deck.lists.document import open_document

_SLIDE = 9
_NEW = {"country": "Togo", "code": "TG", "status": "candidate"}
_FIRST_ROWS, _LAST_ROWS = 3, 4


def spreadsheet(path: Path, target: Path) -> None:
    """The list's first and last rows as a spreadsheet program shows them, the new row marked."""
    table = read_table(path)
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(list(table.columns))
    for row in table.rows:
        sheet.append(list(row.values.values()))
    for cell in sheet[1]:
        cell.font = Font(name="Calibri", bold=True)
    for cell in sheet[sheet.max_row]:
        cell.fill = PatternFill("solid", fgColor="FFF2CC")
    for number in range(2 + _FIRST_ROWS, sheet.max_row - _LAST_ROWS + 1):
        sheet.row_dimensions[number].hidden = True
    sheet.column_dimensions["A"].width = 28
    sheet.print_options.gridLines = sheet.print_options.headings = True
    with tempfile.TemporaryDirectory() as folder:
        workbook.save(file := Path(folder) / "list.xlsx")
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", file.name]
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=180)
        subprocess.run(["pdftoppm", "-r", "110", "-png", "list.pdf", "page"], cwd=folder, check=True)
        with Image.open(next(Path(folder).glob("page*.png"))) as page:
            sheet_only = page.convert("RGB").crop((0, 0, page.width, round(page.height * 0.9)))
    white = Image.new("RGB", sheet_only.size, "white")
    box = ImageChops.difference(sheet_only, white).point(lambda value: 255 if value > 40 else 0).getbbox()
    sheet_only.crop(box).quantize(64).save(target, optimize=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as copy:
        webinar = shutil.copytree(default_outline().parent, Path(copy) / "webinar")
        document = open_document(webinar / "countries.csv")
        document.add(_NEW)
        (webinar / "countries.csv").write_bytes(document.data())
        spreadsheet(webinar / "countries.csv", folder / "staff-list.png")
        deck = lay_out(webinar / "outline.yaml").deck
        (drawn,) = rasterise([slide_svg(deck, deck.slides[_SLIDE - 1])], ratio=deck.theme.width / deck.theme.height)
        with Image.open(io.BytesIO(drawn)) as picture:
            small = picture.convert("RGB").resize((960, 540), Image.Resampling.LANCZOS)
            small.quantize(128, kmeans=1).save(folder / "staff-slide.png", optimize=True)


if __name__ == "__main__":
    main()
