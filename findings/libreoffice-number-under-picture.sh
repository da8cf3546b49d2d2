#!/usr/bin/env bash
# A slide number that takes its place from its slide layout, as PowerPoint writes it, is drawn by LibreOffice Impress with
# the master: a picture over the whole slide hides it, though the number stands after the picture in the shape tree. The
# same number with a place of its own (a:xfrm, with the layout's own figures) is drawn above the picture.
#
# Seen with LibreOffice 7.4.7 and python-pptx 1.0.2: dark pixels where the number stands: 0 without a place, some with one.
# Needs soffice, pdftoppm and Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
work=$(mktemp --directory)
trap 'rm --recursive --force "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet python-pptx==1.0.2 Pillow==12.0.0
cd "$work"
soffice --version

"$work/venv/bin/python" - <<'PYTHON'
import copy

from PIL import Image
from pptx import Presentation

Image.new("RGB", (40, 30), "yellow").save("yellow.png")
for name in ("inherited", "own"):
    deck = Presentation()
    layout = deck.slide_layouts[6]
    slide = deck.slides.add_slide(layout)
    slide.shapes.add_picture("yellow.png", 0, 0, deck.slide_width, deck.slide_height)
    model = next(each for each in layout.placeholders if each.placeholder_format.type == 13)
    number = copy.deepcopy(model._element)
    place = number.spPr.xfrm
    if name == "inherited" and place is not None:
        number.spPr.remove(place)
    slide.shapes._spTree.append(number)
    shape = slide.shapes[-1]
    if name == "own":
        shape.left, shape.top, shape.width, shape.height = model.left, model.top, model.width, model.height
    deck.save(f"{name}.pptx")
PYTHON

for name in inherited own; do
  soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to pdf "$name.pptx" >/dev/null 2>&1
  pdftoppm -r 60 -png -singlefile "$name.pdf" "$name"
done

"$work/venv/bin/python" - <<'PYTHON'
from PIL import Image


def dark(name):
    picture = Image.open(f"{name}.png").convert("L")
    return sum(picture.histogram()[:190])


seen = {name: dark(name) for name in ("inherited", "own")}
print("dark pixels:", seen)
raise SystemExit(0 if seen["inherited"] == 0 and seen["own"] > 0 else 1)
PYTHON
