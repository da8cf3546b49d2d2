"""What the checks are run with is pinned by hash, and licences that would bind a user are found."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.release import compiled, licences

ROOT = Path(__file__).resolve().parents[2]
LOCKED = (ROOT / ".ci" / "locked.txt").read_text(encoding="utf-8")
CONFIGURATION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PROJECT = CONFIGURATION["project"]
EXTRAS = PROJECT["optional-dependencies"]
LINES = [*PROJECT["dependencies"], *(line for extra in EXTRAS.values() for line in extra)]
ASKED_FOR = [Requirement(line) for line in LINES if not line.startswith("webinar-deck")]


def locked_versions() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, version in re.findall(r"^(\S+?)==(\S+)", LOCKED, re.MULTILINE):
        found.setdefault(name, []).append(version)
    return found


@pytest.mark.parametrize("requirement", ASKED_FOR, ids=str)
def test_every_dependency_is_locked_in_its_range(requirement: Requirement) -> None:
    versions = locked_versions().get(canonicalize_name(requirement.name), [])
    assert versions, f"{requirement.name} is not locked: run .ci/lock"
    assert all(version in requirement.specifier for version in versions), "run .ci/lock"


def test_all_that_is_locked_has_a_hash() -> None:
    for pinned in re.split(r"\n(?=\S)", LOCKED.strip()):
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", pinned), pinned


def test_what_npm_installs_is_locked_and_names_no_registry() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    assert lock["packages"][""]["devDependencies"] == wanted
    packages = [package for place, package in lock["packages"].items() if place]
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages)
    assert not [package for package in packages if "resolved" in package]


def bill(*licenses: object) -> dict[str, object]:
    return {"components": [{"name": "some_part", "version": "1", "licenses": list(licenses)}]}


@pytest.mark.parametrize(
    ("licenses", "usable"),
    [
        ([{"license": {"id": "MIT"}}], True),
        ([{"expression": "MIT OR GPL-3.0-only"}], True),
        ([{"expression": "MIT AND GPL-3.0-only"}], False),
        ([{"license": {"id": "GPL-3.0-or-later"}}], False),
        ([{"license": {"name": "License :: Other/Proprietary License"}}], False),
        ([], False),
    ],
)
def test_a_licence_that_would_bind_is_found(
    licenses: list[object], usable: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bill.json"
    path.write_text(json.dumps(bill(*licenses)), encoding="utf-8")
    assert licences.main(str(path)) == (0 if usable else 1)
    assert ("not known" not in capsys.readouterr().out) == usable


def test_an_empty_bill_is_no_pass(tmp_path: Path) -> None:
    path = tmp_path / "bill.json"
    path.write_text('{"components": []}', encoding="utf-8")
    assert licences.main(str(path)) == 1


def test_every_table_made_of_others_works_is_in_the_notice() -> None:
    notice = (ROOT / "NOTICE.md").read_text(encoding="utf-8")
    ours = {
        "phrases.tsv",
        "prompts.tsv",
        "sample-names.tsv",
        "sample-words.tsv",
        "variants.tsv",
        "common-words.tsv",
        "words.tsv",
    }
    for table in (path for suffix in ("tsv", "json", "txt") for path in (ROOT / "deck").rglob(f"*.{suffix}")):
        folder = table.parent.relative_to(ROOT).as_posix()
        assert table.name in ours or table.name in notice or f"`{folder}` |" in notice, table


def test_a_plain_install_asks_for_no_compiler() -> None:
    hook = CONFIGURATION["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["mypyc"]
    assert hook["enable-by-default"] is False
    for requirement in map(Requirement, hook["dependencies"]):
        assert {clause.operator for clause in requirement.specifier} == {">=", "<"}, requirement
        assert requirement.name not in {Requirement(line).name for line in CONFIGURATION["build-system"]["requires"]}


def test_what_a_compiled_wheel_compiles_is_there_and_takes_its_subclasses_along() -> None:
    """What is compiled can be subclassed by what is compiled alone."""
    named = compiled.modules()
    assert named == sorted(named)
    ours = {name: import_module(name) for name in named}
    classes = [cls for module in ours.values() for cls in vars(module).values() if isinstance(cls, type)]
    for path in sorted((ROOT / "deck").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        if name in ours or "class " not in (text := path.read_text(encoding="utf-8")):
            continue
        bases = {
            base
            for line in re.findall(r"^class \w+\(([^)]*)\)", text, re.MULTILINE)
            for base in re.findall(r"\w+", line)
        }
        assert not bases & {cls.__name__ for cls in classes if cls.__module__ in ours}, name


def test_what_a_compiled_module_imports_in_a_function_is_no_other_thing_s_name() -> None:
    """mypyc binds such a name in the whole module."""
    for name in compiled.modules():
        tree = ast.parse((ROOT / f"{name.replace('.', '/')}.py").read_text(encoding="utf-8"))
        outer = {bound for node in tree.body for bound in bound_by(node)}
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                inner = {alias.asname or alias.name for node in ast.walk(function) for alias in imported_by(node)}
                assert not inner & outer, name


def imported_by(node: ast.AST) -> Sequence[ast.alias]:
    return node.names if isinstance(node, ast.Import | ast.ImportFrom) else ()


def bound_by(node: ast.AST) -> Iterator[str]:
    """The names that a statement of a module binds."""
    yield from (alias.asname or alias.name for alias in imported_by(node))
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        yield node.name
    for target in node.targets if isinstance(node, ast.Assign) else ():
        yield from (each.id for each in ast.walk(target) if isinstance(each, ast.Name))
