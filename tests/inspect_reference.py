"""Writes docs/inspect.md anew: python -m tests.inspect_reference."""

from pathlib import Path

from deck.inspecting.reference import document

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "inspect.md"

if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
