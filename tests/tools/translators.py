"""What translators' tools do with our files, each run for real: a file is opened, one text changed, and saved."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import polib

from tests.tools import PROJECT, missing, required

BEFORE, NOW = "Présentation générale de l’Alliance 8.7", "L’Alliance 8.7, vue d’ensemble"
"""The words of the text that is changed."""

Tool: TypeAlias = Callable[[Path, Path], Path]
"""Given the file and a folder for its own, where a tool saved the file, in whichever format it does."""

_PARSER = """
const {po} = require('gettext-parser'), fs = require('fs'), [from, to, before, now] = process.argv.slice(1);
const file = po.parse(fs.readFileSync(from));
for (const texts of Object.values(file.translations)) for (const text of Object.values(texts))
  text.msgstr = text.msgstr.map(words => words === before ? now : words);
fs.writeFileSync(to, po.compile(file));
"""
_XLIFF = """
const {xliff12ToJs, jsToXliff12} = require('xliff'), fs = require('fs');
const [from, to, before, now] = process.argv.slice(1);
xliff12ToJs(fs.readFileSync(from, 'utf8')).then(file => {
  for (const texts of Object.values(file.resources)) for (const text of Object.values(texts))
    if (text.target === before) text.target = now;
  return jsToXliff12(file);
}).then(text => fs.writeFileSync(to, text));
"""


def run(*command: str | Path) -> None:
    """A tool that fails, fails the test with what it says."""
    done = subprocess.run(
        [*map(str, command)], capture_output=True, text=True, errors="replace", check=False, cwd=PROJECT
    )
    assert done.returncode == 0, done.stderr


def script(name: str) -> str:
    """A command of a Python package, beside this Python."""
    path = Path(sys.executable).parent / name
    return str(path) if path.exists() else missing(name, "pip install -e '.[test]'")


def edited(path: Path) -> Path:
    """The file with the text changed in an editor for plain text."""
    text = path.read_text(encoding="utf-8")
    assert text.count(BEFORE) == 1
    path.write_text(text.replace(BEFORE, NOW), encoding="utf-8")
    return path


def gettext(path: Path, folder: Path) -> Path:
    """`msgcat` for an editor, then `msgmerge` with the template, as a packager does."""
    (template,) = path.parent.glob("*.pot")
    run(required("msgcat", "install gettext"), "--no-wrap", "-o", folder / "fr-a.po", path)
    run(
        required("msgmerge", "install gettext"),
        "--quiet",
        "-o",
        folder / "fr-b.po",
        edited(folder / "fr-a.po"),
        template,
    )
    run(required("msgcat", "install gettext"), "-o", folder / "fr.po", folder / "fr-b.po")
    return folder / "fr.po"


def gettext_in_cp1252(path: Path, folder: Path) -> Path:
    """`msgconv` to an encoding that is no form of Unicode."""
    convert = (required("msgconv", "install gettext"), "-t", "CP1252", "-o", folder / "fr.po")
    run(*convert, edited(_copied(path, folder)))
    return folder / "fr.po"


def of_polib(path: Path, folder: Path) -> Path:
    """polib, with lines as long as they are."""
    file = polib.pofile(str(path), wrapwidth=0)
    next(entry for entry in file if entry.msgstr == BEFORE).msgstr = NOW
    file.save(str(folder / "fr.po"))
    return folder / "fr.po"


def toolkit_po(path: Path, folder: Path) -> Path:
    """translate-toolkit's classes of PO, which Weblate and Virtaal use."""
    from translate.storage.po import pofile

    file = pofile.parsefile(str(path))
    next(unit for unit in file.units if unit.target == BEFORE).target = NOW
    file.savefile(str(folder / "fr.po"))
    return folder / "fr.po"


def toolkit_xliff(path: Path, folder: Path) -> Path:
    """Its classes of XLIFF."""
    from translate.storage.xliff import xlifffile

    file = xlifffile.parsefile(str(path))
    unit = next(unit for unit in file.units if unit.target == BEFORE)
    unit.target = NOW
    unit.markfuzzy(False)
    file.savefile(str(folder / "fr.xlf"))
    return folder / "fr.xlf"


def po2xliff(path: Path, folder: Path) -> Path:
    """PO made XLIFF by a tool, which loses our keys."""
    run(script("po2xliff"), path, folder / "fr.xlf")
    return edited(folder / "fr.xlf")


def po2csv(path: Path, folder: Path) -> Path:
    """PO made a table, and the table PO again."""
    run(script("po2csv"), path, folder / "fr.csv")
    run(script("csv2po"), edited(folder / "fr.csv"), folder / "fr.po")
    return folder / "fr.po"


def pybabel(path: Path, folder: Path) -> Path:
    """`pybabel update`, as a Python program's translations are kept."""
    (template,) = path.parent.glob("*.pot")
    po = edited(_copied(path, folder))
    run(script("pybabel"), "update", "-i", template, "-o", po, "-l", "fr", "--no-wrap")
    run(script("pybabel"), "compile", "-i", po, "-o", folder / "fr.mo", "-l", "fr")
    return po


def npm_xliff(path: Path, folder: Path) -> Path:
    """npm's xliff, of which i18next's tools are made: it keeps neither states nor contexts, and indents."""
    return _by_node(_XLIFF, "xliff", path, folder / "fr.xlf")


def gettext_parser(path: Path, folder: Path) -> Path:
    """npm's gettext-parser."""
    return _by_node(_PARSER, "gettext-parser", path, folder / "fr.po")


def i18next_conv(path: Path, folder: Path) -> Path:
    """PO made i18next's JSON, and that PO again: it keeps no comments and no states."""
    command = required("i18next-conv", "run npm install")
    options = ("-l", "fr", "--ctxSeparator", "|", "--quiet")
    run(command, "-s", path, "-t", folder / "fr.json", *options)
    texts = json.loads((folder / "fr.json").read_text(encoding="utf-8"))
    changed = {key: NOW if words == BEFORE else words for key, words in texts.items()}
    (folder / "fr.json").write_text(json.dumps(changed, ensure_ascii=False), encoding="utf-8")
    run(command, "-s", folder / "fr.json", "-t", folder / "fr.po", *options)
    return folder / "fr.po"


def _by_node(program: str, package: str, path: Path, target: Path) -> Path:
    if not (PROJECT / "node_modules" / package).exists():
        missing(package, "run npm install")
    run(required("node", "install nodejs"), "-e", program, path, target, BEFORE, NOW)
    return target


def _copied(path: Path, folder: Path) -> Path:
    copy = folder / f"{path.stem}-copy{path.suffix}"
    copy.write_bytes(path.read_bytes())
    return copy
