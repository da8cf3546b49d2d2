"""Writes docs/checks.md anew: python -m tests.checks_reference."""

from pathlib import Path

from deck.checks.reference import document

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "checks.md"

if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
