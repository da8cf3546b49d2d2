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
    {"deck.__main__"},
    {"deck.cli"},
    {"deck.translating", "deck.updating", "deck.comparing", "deck.inspecting", "deck.preview", "deck.starting"},
    {"deck.pipeline"},
    {"deck.interchange"},
    {f"deck.{stage}" for stage in ("outline", "lists", "languages", "typeset", "layouts", "checks", "export")},
    {"deck.themes"},
    {"deck.equations", "deck.films", "deck.fonts", "deck.images", "deck.markup"},
    {"deck.fields"},
    {"deck.nodes"},
    {"deck.model"},
    {"deck.ground"},
]
"""From the top down. Rooms of one floor do not import each other; each is entered through its face."""
OPEN = {"deck.model", "deck.ground"}
"""Whose every module is there for all: types that travel, and the ground that everyone stands on."""
LIBRARIES = {
    "deck.export.pptx": {"pptx", "lxml", "xlsxwriter"},
    "deck.export.png": {"PIL"},
    "deck.images": {"PIL", "resvg_py"},
    "deck.fonts": {"fontTools"},
    "deck.nodes": {"yaml"},
    "deck.equations": {"latex2mathml", "ziamath"},
    "deck.markup": {"markdown_it", "pygments"},
    "deck.languages": {"babel", "polib"},
    "deck.interchange": {"polib", "xlsxwriter"},
    "deck.lists.make_names": {"babel", "pycountry", "opencc"},
    "deck.preview": {"starlette", "uvicorn"},
    "deck.layouts.marks.qr_code": {"segno"},
    "deck.layouts.diagrams.layers": {"fast_sugiyama"},
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
    """`deck.themes.theme_file` is in the room `deck.themes`."""
    return ".".join(module.split(".")[:2])


@cache
def face(name: str) -> list[str]:
    """What others may import of a room: the names and modules that its `__all__` lists."""
    tree = ast.parse((ROOT / Path(*name.split(".")) / "__init__.py").read_text(encoding="utf-8"))
    lists = [node for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets) == "__all__"]
    return ast.literal_eval(lists[0].value) if lists else []


def floor(module: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room(module) in rooms)


def misplaced(module: str, imported: str) -> str | None:
    """What is wrong with this import, or None."""
    if not imported.startswith("deck.") or room(imported) == room(module):
        return None
    if floor(imported) < floor(module):
        return "is a floor above"
    if floor(imported) == floor(module):
        return "is a sibling"
    inside = imported.removeprefix(room(imported)).lstrip(".").split(".")[0]
    if inside and room(imported) not in OPEN and inside not in face(room(imported)):
        return "is inside its room, past the face"
    return None


@pytest.mark.parametrize("module", [module for module in modules() if module != "deck"])
def test_imports_point_down_only_and_enter_through_faces(module: str) -> None:
    assert {name: fault for name in imports(module) if (fault := misplaced(module, name))} == {}


@pytest.mark.parametrize(
    ("module", "imported", "fault"),
    [
        ("deck.model.text", "deck.nodes", "is a floor above"),
        ("deck.pipeline.build", "deck.updating.staff_lists", "is a floor above"),
        ("deck.layouts.cards", "deck.typeset", "is a sibling"),
        ("deck.cli.building", "deck.languages.typography", "is inside its room, past the face"),
        ("deck.cli.building", "deck.languages.merge", None),
        ("deck.layouts.cards", "deck.layouts.frame.slots", None),
        ("deck.layouts.cards", "deck.model.shapes", None),
    ],
)
def test_a_misplaced_import_is_seen(module: str, imported: str, fault: str | None) -> None:
    assert misplaced(module, imported) == fault


@pytest.mark.parametrize("name", sorted(set().union(*FLOORS) - {"deck.__main__"}))
def test_every_room_says_what_it_is_for(name: str) -> None:
    assert ast.get_docstring(ast.parse((ROOT / Path(*name.split(".")) / "__init__.py").read_text(encoding="utf-8")))


def test_the_picture_of_the_house_is_true() -> None:
    from tests.house import DOCUMENT, drawn

    document = DOCUMENT.read_text(encoding="utf-8")
    assert drawn(document) == document, "run: python -m tests.house"


@pytest.mark.parametrize("module", modules())
def test_each_library_has_its_place(module: str) -> None:
    allowed = set().union(*(names for place, names in LIBRARIES.items() if f"{module}.".startswith(f"{place}.")))
    outside = {name.split(".")[0] for name in imports(module)} - sys.stdlib_module_names - {"deck"}
    assert outside <= allowed
