"""A webinar with a file of every kind, made by the program itself where it writes that kind."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pptx
from PIL import Image

from tests.fuzz.guarded import run
from tests.fuzz.outlines import MEMBERS

ROOT = Path(__file__).resolve().parents[2]
OUTLINE = """\
presentation: {{title: A test, author: The testers, footer: A footer, language: en, theme: {theme}}}
lists: {{members: {{countries: {countries}}}, people: {{table: {table}}}}}
facts: {{partners: {{value: 400, source: book}}}}
sources: {{book: "Someone, *A book*, 2024"}}
sections:
- id: one
  title: One
  slides:
  - {{id: a, layout: bullets, title: "{{members.count}} **countries**", items: {{list: members}}, notes: Say it.}}
  - {{id: b, layout: picture, title: A well, picture: {{file: {picture}, description: A well in a village}}}}
  - id: c
    layout: cards
    title: Three cards
    cards: [{{heading: Go further, text: Together}}, {{heading: "{{partners}} partners"}}, {{heading: Here}}]
"""
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><defs><linearGradient id="g"><stop offset="0"
stop-color="#fff"/></linearGradient></defs><rect width="40" height="20" fill="url(#g)"/><text x="1" y="9">A</text></svg>
"""


def webinar(folder: Path, name: str = "") -> None:
    """Fills the folder, which is the working directory; the outline names the file of this name, if it can."""
    (folder / "members.csv").write_text(MEMBERS, encoding="utf-8")
    book = openpyxl.Workbook()
    for row in MEMBERS.splitlines():
        book.active.append(row.split(","))
    book.save(folder / "members.xlsx")
    shutil.copy(ROOT / "tests" / "lists" / "samples" / "libreoffice.ods", folder / "people.ods")
    shutil.copy(ROOT / "assets" / "themes" / "alliance.yaml", folder / "theme.yaml")
    pptx.Presentation().save(folder / "brand.pptx")
    (folder / "well.svg").write_text(DRAWING, encoding="utf-8")
    for kind in ("png", "jpg", "gif", "webp"):
        Image.linear_gradient("L").resize((60, 40)).convert("RGB").save(folder / f"well.{kind}")
    outline = OUTLINE.format(
        theme=name if name in ("theme.yaml", "brand.pptx") else "alliance",
        countries=name if name.startswith("members.") else "members.csv",
        table="people.ods" if name == "people.ods" else "members.csv",
        picture=name if name.startswith("well.") else "well.png",
    )
    (folder / "outline.yaml").write_text(outline, encoding="utf-8")
    (folder / "locales").mkdir()
    (folder / "locales" / "glossary.csv").write_text("en,fr,note\npartners,partenaires,of ours\n", encoding="utf-8")
    made = [
        ["translate", "start", "fr", "outline.yaml"],
        *(["translate", kind, "export", "fr", "outline.yaml"] for kind in ("xliff", "xlsx", "tmx")),
        ["build", "outline.yaml", "--output", "decks"],
    ]
    for command in made:
        done = run(command)
        assert done.code == 0, done.told
    for kind in ("po", "xlf", "xlsx", "tmx"):
        shutil.copy(folder / "locales" / f"fr.{kind}", folder / f"back.{kind}")
    (deck,) = (folder / "decks").iterdir()
    shutil.copy(deck, folder / "deck.pptx")
