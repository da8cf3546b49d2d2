"""Random outlines, made from the published schema: a layout is in it as soon as an outline may use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

import yaml
from PIL import Image

from deck.pipeline.reading import schema

_WORDS = """
work children rights survivors union dialogue data law of the and in for against forced labour every person 2030
supply chains, wages; “care” — don’t 8.7 % €3 naïve Straße İstanbul Ольга работа 工作 儿童 العمل حقوق עבודה บ้าน काम
*emphasis* **strong** `code` [link](https://example.org) {partners} {members.count} C++ A/B x² ½
"""
WORDS = _WORDS.split()
MEMBERS = "country,code,status\nAlbania,AL,pathfinder\nBrazil,BR,candidate\nCôte d’Ivoire,CI,\n"
PEOPLE = "name,amount,when,status\nAnna,12,2025-01-31,here\nBenedito,4,2025-02-01,gone\nCéline,-3,2024-12-31,here\n"
PICTURES = {"wide.png": (640, 200), "tall.jpg": (200, 640), "square.webp": (64, 64), "small.gif": (9, 9)}
SOURCE = "def total(rows):\n    # all of them\n    return sum(row.value for row in rows)\n"
DAYS = ["2025-01-31", "2025-06", "2026"]
PATTERNS = {
    "focus": ["left", "top right", "30% 70%"],
    "unit": ["%", "hectares"],
    "joins": ["part-1 -> part-2", "part-2 -- part-1"],
    **dict.fromkeys(("start", "end", "milestone", "today"), DAYS),
}
"""Values of fields whose pattern is more than an id's."""


class Outlines:
    """Makes outlines in a folder, with files beside them that they can name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._definitions: Mapping[str, Any] = schema()["$defs"]
        slide = self._definitions["slide"]["oneOf"]
        self.layouts = [each["$ref"].rpartition("/")[2] for each in slide]
        for name, size in PICTURES.items():
            picture = Image.new("RGB", size, "#2E7D6B")
            picture.paste("#F4B400", (0, 0, size[0] // 2, size[1] // 2))
            picture.save(folder / name)
        (folder / "members.csv").write_text(MEMBERS, encoding="utf-8")
        (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
        (folder / "main.py").write_text(SOURCE, encoding="utf-8")

    def write(self, seed: int) -> Path:
        """The outline of this seed, of one to four slides; every layout comes up as often as every other.

        Half of them are of one slide, as one that is wrong keeps all the others from being built.
        """
        random = Random(seed)
        self._ids = 0
        first = seed % len(self.layouts)
        others = random.choices(self.layouts, k=random.choice([0, 0, 0, 1, 2, 3]))
        slides = [self._fields(random, self._definitions[name], 0) for name in (self.layouts[first], *others)]
        cut = random.randint(0, len(slides) - 1)
        sections = [part for part in (slides[:cut], slides[cut:]) if part]
        outline = {
            "presentation": {
                "title": self._words(random),
                "author": "Someone",
                "language": random.choice(["en", "en", "fr", "ar", "zh", "ru", "de", "he", "hi"]),
                **({"footer": self._words(random)} if random.random() < 0.3 else {}),
            },
            "lists": {"members": {"countries": "members.csv"}, "people": {"table": "people.csv"}},
            "facts": {"partners": {"value": 400, "source": "book"}, "share": {"value": 12.5, "unit": "%"}},
            "sources": {"book": "Someone, *A book*, 2024"},
            "sections": [
                {"id": f"section-{number}", "title": self._words(random), "slides": part}
                for number, part in enumerate(sections)
            ],
        }
        path = self._folder / f"outline-{seed}.yaml"
        path.write_text(yaml.safe_dump(outline, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return path

    def _value(self, random: Random, kind: Mapping[str, Any], name: str, depth: int) -> Any:
        if "$ref" in kind:
            return self._value(random, self._definitions[kind["$ref"].rpartition("/")[2]], name, depth)
        for choice in ("anyOf", "oneOf"):
            if choice in kind:
                return self._value(random, self._chosen(random, kind[choice]), name, depth)
        if "const" in kind:
            return kind["const"]
        if "enum" in kind:
            return random.choice(kind["enum"])
        types = kind.get("type", "string")
        usual = "number" if "number" in types else "string"
        of = types if isinstance(types, str) else usual if random.random() < 0.9 else random.choice(types)
        if of == "object":
            return self._fields(random, kind, depth)
        if of == "array":
            return self._list(random, kind, name, depth)
        if of == "boolean":
            return random.random() < 0.5
        if of in ("number", "integer"):
            least = kind.get("minimum", kind.get("exclusiveMinimum", -1_000_000))
            most = kind.get("maximum", 2_000_000_000)
            whole = random.choice([least, most, random.randint(int(least), int(most)), 3, 3, 8, 28])
            return whole if of == "integer" or random.random() < 0.7 else whole + random.choice([0.5, 0.25, 0.999])
        return self._string(random, kind, name)

    @staticmethod
    def _chosen(random: Random, choices: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
        """One of them, seldom the rows of a list, which fit few fields."""
        own = [choice for choice in choices if "list" not in choice.get("required", ())]
        return random.choice(own if own and random.random() < 0.95 else choices)

    def _fields(self, random: Random, kind: Mapping[str, Any], depth: int) -> dict[str, Any]:
        required, made = kind.get("required", ()), {}
        wanted = random.choice([0, 0.1, 0.4, 0.9])
        for name, field in kind.get("properties", {}).items():
            if name in required or (depth < 6 and random.random() < wanted):
                made[name] = self._value(random, field, name, depth + 1)
        if other := next(iter(kind.get("patternProperties", {}).values()), kind.get("additionalProperties")):
            names = ["name", "amount", "who", "a-1", "first"]
            made |= {name: self._value(random, other, name, depth + 1) for name in random.sample(names, 2)}
        columns, rows = made.get("columns"), made.get("rows")
        if isinstance(columns, list) and isinstance(rows, list):
            self._cells_by_column(random, columns, rows)
        return made

    def _cells_by_column(self, random: Random, columns: list[Any], rows: list[Any]) -> None:
        """Names a table's cells as its columns, now and then all but one."""
        ids = [f"column-{number}" for number in range(len(columns))]
        columns[:] = [{"id": each, "heading": self._words(random, 40)} for each in ids]
        for row in rows:
            if isinstance(row, dict) and "cells" in row:
                row["cells"] = {each: self._words(random, 60) for each in ids if random.random() < 0.98}

    def _list(self, random: Random, kind: Mapping[str, Any], name: str, depth: int) -> list[Any]:
        least = kind.get("minItems", 0)
        most = kind.get("maxItems", random.choice([3, 8, 30]))
        number = random.randint(least, max(least, most)) if depth < 6 else least
        return [self._value(random, kind["items"], name, depth + 1) for _ in range(number)]

    def _string(self, random: Random, kind: Mapping[str, Any], name: str) -> str:
        if name == "id":
            self._ids += 1
            return f"part-{self._ids}"
        if name == "file" and "to show instead" in kind.get("description", ""):
            return random.choice(["main.py"] * 9 + ["wide.png"])
        if name in ("file", "picture", "pictures", "background", "logo", "portrait"):
            return random.choice([*PICTURES] * 9 + ["main.py", "absent.png"])
        known = {
            "list": ["people"],
            "icon": ["globe", "people", "check"],
            "source": ["book"],
            "column": ["name", "amount", "when"],
            "group": ["status"],
            "code": [SOURCE],
            "language": ["python", "c"],
            "lines": ["1-2", "3"],
            "highlight": ["2", "1-3"],
            **{field: ["https://www.example.org"] for field in ("link", "address", "url", "qr")},
            "description": ["A well in a village", "well.png"],
        }
        if choices := known.get(name) or PATTERNS.get(name):
            return random.choice(choices)
        if "The column for" in kind.get("description", ""):
            return random.choice(["name", "amount", "status", "when"])
        if "pattern" in kind:
            return random.choice(["section-0", "section-1", "part-1", "main"])
        return self._words(random, kind.get("maxLength", 100_000), paragraphs=name in ("notes", "body"))

    @staticmethod
    def _words(random: Random, most: int = 100_000, *, paragraphs: bool = False) -> str:
        number = random.choice([1, 1, 2, 3, 3, 5, 8, 13]) if random.random() < 0.98 else random.choice([40, 300])
        words = random.choices(WORDS, k=number)
        if paragraphs and number > 4:
            words[number // 2] += random.choice(["\n\n", "\n\n- ", "\n\n# ", "\n\n> ", "\n\n1. "])
        return " ".join(words)[:most] or "word"
