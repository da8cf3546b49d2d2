#!/usr/bin/env bash
# markitdown 0.1.9 writes a slide’s table as a Markdown table and leaves a bar in a cell’s text as it is: “5–14 | at work”
# beside 120 becomes three cells of a table of two columns. By GitHub Flavored Markdown (4.10) what is more than the
# heading has is left out, so that the table, as markdown-it-py 4.0.0 shows it, has “at work” for the number, and the 120
# is gone. Pandoc 3.9’s reader of slides escapes the bar, and keeps the two cells.
# Needs Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'markitdown[pptx]==0.1.9' 'python-pptx==1.0.2' \
  'markdown-it-py==4.0.0' 'pypandoc_binary==1.17'
seen=$(venv/bin/python - <<'PYTHON'
import re

import pypandoc
from markdown_it import MarkdownIt
from markitdown import MarkItDown
from pptx import Presentation
from pptx.util import Inches

deck = Presentation()
slide = deck.slides.add_slide(deck.slide_layouts[5])
slide.shapes.title.text = "Children"
table = slide.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(6), Inches(1)).table
for row, texts in enumerate((("Group", "Millions"), ("5–14 | at work", "120"))):
    for column, text in enumerate(texts):
        table.cell(row, column).text = text
deck.save("deck.pptx")


def cells(markdown):
    shown = MarkdownIt("gfm-like", {"linkify": False}).render(markdown)
    return re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", shown)


print("markitdown", cells(MarkItDown().convert("deck.pptx").markdown))
print("Pandoc", cells(pypandoc.convert_file("deck.pptx", "gfm", format="pptx")))
PYTHON
)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
markitdown ['Group', 'Millions', '5–14', 'at work']
Pandoc ['Group', 'Millions', '5–14 | at work', '120']
SEEN
