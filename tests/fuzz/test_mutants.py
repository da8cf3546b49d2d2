"""Four thousand mutants of every kind of file that is handed in: none ends in a failure of the program's own, takes
longer than five seconds of processor time, or more than 500 MB."""

from __future__ import annotations

import shutil
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import Path
from random import Random

import openpyxl
import pytest
from PIL import Image

from tests.fuzz.guarded import BYTES, SECONDS, TookTooLongError, bounded, run
from tests.fuzz.mutants import mutant
from tests.fuzz.outlines import MEMBERS

ROOT = Path(__file__).resolve().parents[2]
MUTANTS = 4_200
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
CHECK = ["check", "outline.yaml"]
FRENCH = ["check", "outline.yaml", "--language", "fr"]
IMPORT = ["import", "--dry-run"]
KINDS: dict[str, list[list[str]]] = {
    "outline.yaml": [CHECK],
    "theme.yaml": [CHECK],
    "members.csv": [CHECK, ["list", "check", "members", "outline.yaml"]],
    "members.xlsx": [CHECK],
    "people.ods": [CHECK],
    "locales/fr.po": [["translate", "status", "outline.yaml"], FRENCH],
    "back.xlf": [["translate", "xliff", *IMPORT, "back.xlf", "outline.yaml"]],
    "back.xlsx": [["translate", "xlsx", *IMPORT, "back.xlsx", "outline.yaml"]],
    "back.po": [["translate", "po", *IMPORT, "back.po", "outline.yaml"]],
    **{f"well.{kind}": [CHECK] for kind in ("png", "jpg", "gif", "webp", "svg")},
    "deck.pptx": [["inspect", "deck.pptx"]],
}
"""The files, and what is done with each."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """A webinar with a file of every kind, made by the program itself where it writes that kind."""
    monkeypatch.chdir(tmp_path)
    name = request.node.callspec.params["name"]
    (tmp_path / "members.csv").write_text(MEMBERS, encoding="utf-8")
    book = openpyxl.Workbook()
    for row in MEMBERS.splitlines():
        book.active.append(row.split(","))
    book.save(tmp_path / "members.xlsx")
    shutil.copy(ROOT / "tests" / "lists" / "samples" / "libreoffice.ods", tmp_path / "people.ods")
    shutil.copy(ROOT / "assets" / "themes" / "alliance.yaml", tmp_path / "theme.yaml")
    (tmp_path / "well.svg").write_text(DRAWING, encoding="utf-8")
    for kind in ("png", "jpg", "gif", "webp"):
        Image.linear_gradient("L").resize((60, 40)).convert("RGB").save(tmp_path / f"well.{kind}")
    outline = OUTLINE.format(
        theme="theme.yaml" if name == "theme.yaml" else "alliance",
        countries="members.xlsx" if name == "members.xlsx" else "members.csv",
        table="people.ods" if name == "people.ods" else "members.csv",
        picture=name if name.startswith("well.") else "well.png",
    )
    (tmp_path / "outline.yaml").write_text(outline, encoding="utf-8")
    made = [
        ["translate", "start", "fr", "outline.yaml"],
        ["translate", "xliff", "export", "fr", "outline.yaml"],
        ["translate", "xlsx", "export", "fr", "outline.yaml"],
        ["build", "outline.yaml", "--output", "decks"],
    ]
    for command in made:
        done = run(command)
        assert done.code == 0, done.told
    for kind in ("po", "xlf", "xlsx"):
        shutil.copy(tmp_path / "locales" / f"fr.{kind}", tmp_path / f"back.{kind}")
    (deck,) = (tmp_path / "decks").iterdir()
    deck.rename(tmp_path / "deck.pptx")
    return tmp_path


@pytest.mark.parametrize("name", KINDS)
def test_mutants(name: str, folder: Path) -> None:
    path, faults, ended = folder / name, [], Counter[int]()
    good = path.read_bytes()
    assert all(run(command).fault is None for command in KINDS[name])
    for seed in range(MUTANTS // len(KINDS)):
        path.write_bytes(mutant(good, Random(f"{name} {seed}")))  # noqa: S311
        for command in KINDS[name]:
            try:
                done = run(command)
            except TookTooLongError as error:
                faults.append(f"seed {seed}: {' '.join(command)} took {error}")
                continue
            ended[done.code] += 1
            if fault := done.fault:
                faults.append(f"seed {seed}: {' '.join(command)}: {fault}")
    assert not faults, "\n".join(faults[:20])
    assert ended[0], "every mutant is bad: they try too little"
    assert ended[1] + ended[2], "every mutant is good: they try too little"


def test_what_takes_too_long_or_too_much_is_seen() -> None:
    def forever() -> None:
        while True:
            pass

    with pytest.raises(TookTooLongError), bounded(seconds=0.05):
        forever()
    with pytest.raises(MemoryError), bounded(SECONDS):
        bytearray(2 * BYTES)


def test_a_mutant_is_the_same_for_the_same_seed() -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.xml", "<a>one two three</a>")
    for data in (b"one\ntwo\n", packed.getvalue()):
        made = [mutant(data, Random(f"{seed}")) for seed in range(30)]  # noqa: S311
        assert made == [mutant(data, Random(f"{seed}")) for seed in range(30)]  # noqa: S311
        assert len(set(made)) > 10
