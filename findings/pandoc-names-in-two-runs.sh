#!/usr/bin/env bash
# Pandoc 3.9’s reader of PowerPoint files puts a space wherever a text run ends within a paragraph: a name of which a part is
# bold, “Kyrgyz” and “stan”, becomes “Kyrgyz stan”, and “160” before “,000” becomes “160 ,000”. In the file the runs of a
# paragraph follow each other with nothing between them (ECMA-376 part 1, 21.1.2.3.8), as python-pptx 1.0.2 reads it. Of
# the same runs in a Word file, which python-docx 1.2.0 wrote, Pandoc makes one word and one number.
# Needs Python 3. Exits with 1 where it is otherwise.
set -euo pipefail
folder=$(mktemp --directory)
trap 'rm --recursive --force "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check 'pypandoc_binary==1.17' 'python-pptx==1.0.2' 'python-docx==1.2.0'
seen=$(venv/bin/python - <<'PYTHON'
import docx
import pptx
import pypandoc

PARAGRAPHS = [["Kyrgyzstan"], ["Kyrgyz", "stan"], ["160", ",000"]]


def write(paragraphs):
    for paragraph, parts in zip(paragraphs, PARAGRAPHS, strict=True):
        for number, part in enumerate(parts):
            run = paragraph.add_run()
            run.text, run.font.bold = part, number == 1


deck = pptx.Presentation()
slide = deck.slides.add_slide(deck.slide_layouts[1])
slide.shapes.title.text = "Countries"
body = slide.placeholders[1].text_frame
write([body.paragraphs[0], *(body.add_paragraph() for _ in PARAGRAPHS[1:])])
deck.save("deck.pptx")

document = docx.Document()
write([document.add_paragraph() for _ in PARAGRAPHS])
document.save("document.docx")

again = pptx.Presentation("deck.pptx").slides[0].placeholders[1].text_frame
print("Pandoc", pypandoc.get_pandoc_version())
print("python-pptx", *(paragraph.text for paragraph in again.paragraphs), sep=" | ")
for path, form in (("deck.pptx", "pptx"), ("document.docx", "docx")):
    said = pypandoc.convert_file(path, "plain", format=form).split("\n")
    print(form, *(line for line in said if line and line != "Countries"), sep=" | ")
PYTHON
)
echo "$seen"
diff - <(echo "$seen") <<'SEEN'
Pandoc 3.9
python-pptx | Kyrgyzstan | Kyrgyzstan | 160,000
pptx | Kyrgyzstan | Kyrgyz stan | 160 ,000
docx | Kyrgyzstan | Kyrgyzstan | 160,000
SEEN
