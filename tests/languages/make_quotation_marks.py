"""Makes the table of quotation marks from CLDR: `python -m tests.languages.make_quotation_marks FOLDER`.

FOLDER is npm's package `cldr-misc-full`, as it is unpacked.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

TABLE = Path(__file__).resolve().parents[2] / "deck" / "languages" / "tables" / "quotation-marks.tsv"


def main(folder: Path) -> None:
    """Writes the table: a language's tag, its marks of opening and of closing."""
    version = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    marks: dict[str, tuple[str, str]] = {}
    for path in sorted((folder / "main").iterdir()):
        found = json.loads((path / "delimiters.json").read_text(encoding="utf-8"))["main"][path.name]["delimiters"]
        marks[path.name] = (found["quotationStart"], found["quotationEnd"])
    lines = [
        f"{tag}\t{opening}\t{closing}"
        for tag, (opening, closing) in marks.items()
        if '"' not in opening and marks.get(tag.rpartition("-")[0]) != (opening, closing)
    ]
    head = f"# Made by tests/languages/make_quotation_marks.py from CLDR {version}"
    TABLE.write_text("\n".join([head, *lines, ""]), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
