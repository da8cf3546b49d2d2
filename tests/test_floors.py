"""Imports point down only, and each library has its own place."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FLOORS = [
    {"deck.cli", "deck.preview", "deck.__main__"},
    {
        "deck.assembly",
        "deck.build",
        "deck.catalogs",
        "deck.changes",
        "deck.comparison",
        "deck.exchange",
        "deck.listing",
        "deck.pictures",
        "deck.reading",
        "deck.reference",
        "deck.revisions",
        "deck.room",
        "deck.translation",
    },
    {f"deck.{stage}" for stage in ("outline", "lists", "languages", "typeset", "layouts", "checks", "export")},
    {"deck.model"},
    {"deck.diagnostics", "deck.files", "deck.inputs"},
]
LIBRARIES = {
    "deck.export.pptx": {"pptx", "lxml", "xlsxwriter"},
    "deck.export.png": {"PIL"},
    "deck.outline": {"yaml", "markdown_it", "PIL"},
    "deck.languages": {"babel", "polib"},
    "deck.lists.make_names": {"babel"},
    "deck.lists.saved_values": {"openpyxl"},
    "deck.lists.sheet_rows": {"openpyxl"},
    "deck.lists.workbook": {"openpyxl"},
    "deck.preview": {"starlette", "uvicorn"},
    "deck.typeset": {"uharfbuzz", "fontTools"},
}


@cache
def modules() -> list[str]:
    return sorted(
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in (ROOT / "deck").rglob("*.py")
    )


def imports(module: str) -> Iterator[str]:
    path = ROOT / Path(*module.split("."))
    source = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            submodules = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (each if each in modules() else str(node.module) for each in submodules)


def room(module: str) -> str:
    """`deck.outline.theme` is in the room `deck.outline`."""
    return ".".join(module.split(".")[:2])


def floor(module: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room(module) in rooms)


@pytest.mark.parametrize("module", [module for module in modules() if module != "deck"])
def test_imports_point_down_only(module: str) -> None:
    for imported in imports(module):
        if imported.startswith("deck.") and room(imported) != room(module):
            assert floor(imported) >= floor(module), f"{module} imports {imported}, a floor above"
            same_floor = floor(imported) == floor(module)
            assert not (same_floor and floor(module) == 2), f"{module} imports its sibling {imported}"


@pytest.mark.parametrize("module", modules())
def test_each_library_has_its_place(module: str) -> None:
    allowed = set().union(*(names for place, names in LIBRARIES.items() if f"{module}.".startswith(f"{place}.")))
    outside = {name.split(".")[0] for name in imports(module)} - sys.stdlib_module_names - {"deck"}
    assert outside <= allowed
