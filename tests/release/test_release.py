"""What the checks are run with is pinned by hash, and licences that would bind a user are found."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.release import licences

ROOT = Path(__file__).resolve().parents[2]
LOCKED = (ROOT / ".ci" / "locked.txt").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
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
