"""What became of another program's Markdown file."""

from __future__ import annotations

from pathlib import Path

from deck.model.presentation import Slide
from deck.pipeline.build import lay_out
from deck.starting.new_folder import begin_from

MARP = "---\nmarp: true\n---\n\n"


class Taken:
    """The slides of a Markdown file, by their ids, and what was left out."""

    def __init__(self, folder: Path, text: str, name: str = "deck.md") -> None:
        (folder / name).write_text(text, encoding="utf-8")
        new = begin_from(folder / name, folder / "new")
        self.outline = new.outline.read_text(encoding="utf-8")
        self.told = new.left_out
        # Few of the texts here say their language and their author; that has a test of its own.
        changed = [each for each in new.changed if not each[1].startswith("the deck does not say")]
        self.changed, self.changed_lines = [what for _, what in changed], [line for line, _ in changed]
        built = lay_out(new.outline)
        self.diagnostics = built.diagnostics
        assert not [each for each in built.diagnostics if each.severity == "error"]
        self.slides = {slide.id: slide for slide in built.presentation.slides}
        self.sections = [section.title.plain for section in built.presentation.sections]

    def whats(self) -> list[str]:
        return [what for _, what in self.told]


def said(slide: Slide) -> list[str]:
    return [text.plain for _, text in slide.content.texts()]
