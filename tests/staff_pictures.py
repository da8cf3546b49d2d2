"""The pictures of `docs/staff.md`, a list, a terminal and the slide: `python -m tests.staff_pictures docs`."""

from __future__ import annotations

import argparse
import io
import shutil
import subprocess
import tempfile
from pathlib import Path

import openpyxl
from openpyxl.styles import Font, PatternFill
from PIL import Image, ImageChops, ImageDraw, ImageFont

from deck.export.png import rasterise
from deck.export.svg import slide_svg
from deck.lists import read_table
from deck.lists.document import open_document
from deck.pipeline.build import lay_out
from deck.pipeline.places import default_outline
from tests.test_docs import blocks
from tests.updating.test_staff import STAFF

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


def terminal(target: Path) -> None:
    """A terminal in which the first command of the document was copied, with the answer that it gives there."""
    command, answer = blocks(STAFF, "sh")[0].strip(), blocks(STAFF, "text")[0].strip()
    font = ImageFont.truetype("LiberationMono-Regular.ttf", 20)
    picture = Image.new("RGB", (860, 170), "#0A2A4A")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, 860, 34), fill="#D5DCE3")
    draw.text((16, 6), "Terminal", font=font, fill="#16222E")
    for line, (words, colour) in enumerate((("webinar-deck $ " + command, "#FFFFFF"), (answer, "#9FE3C0"))):
        draw.text((16, 52 + 34 * line), words, font=font, fill=colour)
    draw.text((16, 120), "webinar-deck $ ", font=font, fill="#FFFFFF")
    draw.rectangle((196, 122, 207, 142), fill="#FFFFFF")
    picture.quantize(32).save(target, optimize=True)


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
        terminal(folder / "staff-terminal.png")
        deck = lay_out(webinar / "outline.yaml").deck
        (drawn,) = rasterise([slide_svg(deck, deck.slides[_SLIDE - 1])], ratio=deck.theme.width / deck.theme.height)
        with Image.open(io.BytesIO(drawn)) as picture:
            small = picture.convert("RGB").resize((960, 540), Image.Resampling.LANCZOS)
            small.quantize(128, kmeans=1).save(folder / "staff-slide.png", optimize=True)


if __name__ == "__main__":
    main()
