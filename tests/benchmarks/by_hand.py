"""Writes slides of a title and six bullets with python-pptx alone: python by_hand.py TEXTS FILE.

As most scripts by hand, it measures nothing: what is too long runs over. Its words are those of `slides.py`.
"""

import json
import sys
from pathlib import Path

from pptx import Presentation


def main() -> None:
    slides, path = sys.argv[1:]
    texts = json.loads(Path(slides).read_text("utf-8"))
    presentation = Presentation()
    layout = presentation.slide_layouts[1]
    for title, items in texts:
        slide = presentation.slides.add_slide(layout)
        slide.shapes.title.text = title
        frame = slide.placeholders[1].text_frame
        frame.text = items[0]
        for item in items[1:]:
            frame.add_paragraph().text = item
    presentation.save(path)


if __name__ == "__main__":
    main()
