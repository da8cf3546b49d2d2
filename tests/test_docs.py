"""What the documents show is so."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from types import ModuleType

import polib
import pytest

from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.export.pptx import write_pptx
from deck.export.pptx.lint import lint
from deck.layouts import LAYOUTS
from deck.model.shapes import TextBox
from deck.pipeline.build import lay_out
from deck.pipeline.reference import example, layout_reference
from tests.outlines import laid_out

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")]


def blocks(document: Path, language: str) -> list[str]:
    """The fenced blocks in this language, without their indentation."""
    text = document.read_text(encoding="utf-8")
    fenced = rf"^( *)```{language}\n(.*?)^ *```$"
    found = re.findall(fenced, text, re.MULTILINE | re.DOTALL)
    return [re.sub(rf"^{indent}", "", block, flags=re.MULTILINE) for indent, block in found]


def test_the_readme_s_outline_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    outline = Path("mine.yaml")
    (example,) = blocks(ROOT / "README.md", "yaml")
    outline.write_text(example, encoding="utf-8")
    assert main(["build", "mine.yaml"]) == DONE
    assert Path("dist/mine.en.pptx").exists()
    outline.write_text(example.replace("subtitle:", "subtitel:"), encoding="utf-8")
    capsys.readouterr()
    assert main(["check", "mine.yaml"]) == FINDINGS
    (shown,) = blocks(ROOT / "README.md", "text")
    assert shown.strip() in capsys.readouterr().err


def test_the_header_in_the_reference_builds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    header = blocks(ROOT / "docs" / "outline.md", "yaml")[0]
    (tmp_path / "countries.csv").write_text("country\nAlbania\n", encoding="utf-8")
    (tmp_path / "donors.csv").write_text("name\nA donor\n", encoding="utf-8")
    (tmp_path / "figures.csv").write_text("id,value,unit,source,date\nshare,46%,,report,2025\n", encoding="utf-8")
    outline = tmp_path / "outline.yaml"
    slide = "{id: a, layout: title, title: '{partners} and {members.count}, {share} of {area}'}"
    outline.write_text(f"{header}\nsections: [{{id: s, title: S, slides: [{slide}]}}]\n", encoding="utf-8")
    assert main(["check", str(outline)]) == DONE, capsys.readouterr().err


def test_the_icons_in_the_reference_are_those_there_are() -> None:
    page = (ROOT / "docs" / "outline.md").read_text(encoding="utf-8")
    named = re.findall("`([a-z-]+)`", page.partition("\n## Icons\n")[2].partition("\n## ")[0])
    assert named == sorted(icon.stem for icon in (ROOT / "assets" / "icons").glob("*.svg"))


def test_the_reference_shows_the_fields_of_a_picture() -> None:
    from deck.pipeline.reference import reference

    shown = reference(["statement"])
    assert all(f"| `picture.{name}` |" in shown for name in ("file", "description", "decorative"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    # What stands in code, as outlines write links and pictures, leads nowhere.
    text = re.sub(r"```.*?```|(?<!`)`[^`\n]+`(?!`)", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)#]+)", text):
        if "://" not in target and not target.startswith(("https", "mailto:")):
            assert (document.parent / target).exists(), f"{document.name} links to {target}"


def test_the_readme_prints_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    part = text.partition("## Two commands")[2].partition("\n## ")[0]
    assert len(re.findall(r"^```sh\n.+\n```$", part, re.MULTILINE)) == 2


def test_the_translator_s_commands_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (example,) = blocks(ROOT / "README.md", "yaml")
    Path("mine.yaml").write_text(example, encoding="utf-8")
    commands = []
    for block in blocks(ROOT / "docs" / "translating.md", "sh"):
        for line in block.strip().splitlines():
            program, script, *arguments = line.split()
            assert (program, script) == (".venv/bin/python", "generate_deck.py")
            commands.append(arguments)
    assert commands[0][:2] == ["translate", "start"]
    # Nothing was translated in between, and that is what --release stops at.
    for arguments in commands:
        if arguments[2] == "import" and not (given := Path(arguments[3])).exists():
            shutil.copy(f"locales/fr{given.suffix}", given)
        assert main(arguments) == (FINDINGS if "--release" in arguments else DONE), capsys.readouterr().err
    assert Path("dist/mine.fr.pptx").exists()
    catalog = polib.pofile("locales/fr.po", wrapwidth=78)
    for one in catalog:
        if one.msgid_plural:
            one.msgstr_plural = dict.fromkeys(one.msgstr_plural, f"{one.msgid} (fr)")
        else:
            one.msgstr = one.msgstr or f"{one.msgid} (fr)"
    catalog.save("locales/fr.po")
    for arguments in commands[1:]:
        assert main(arguments) == DONE, capsys.readouterr().err
    assert all(tree.title.endswith(" (fr)") for tree in lay_out(Path("mine.yaml"), "fr").deck.slides)


def test_the_themes_in_the_documentation_can_be_used(tmp_path: Path) -> None:
    from deck.layouts import LAYOUTS
    from deck.pipeline.legible import hard_to_read
    from deck.themes import read_theme
    from tests.themes.looks import NAMES, themed

    themes = ROOT / "assets" / "themes"
    themed(tmp_path, "logo")
    shown = [block for block in blocks(ROOT / "docs" / "themes.md", "yaml") if "extends:" in block]
    assert len(shown) >= 3
    for text in shown:
        (path := tmp_path / "brand.yaml").write_text(text, encoding="utf-8")
        theme, _ = read_theme(path, themes=themes)
        assert hard_to_read(theme, LAYOUTS) == []
    page = (ROOT / "docs" / "themes.md").read_text(encoding="utf-8")
    (colour,) = re.findall('So of `(accent1: "[0-9A-F]{6}")`', page)
    path.write_text(f"extends: alliance\npalette: {{{colour}}}\n", encoding="utf-8")
    (told,) = hard_to_read(read_theme(path, themes=themes)[0], LAYOUTS)
    assert told.message.startswith(blocks(ROOT / "docs" / "themes.md", "text")[0].strip())
    for name in NAMES:
        description = re.findall("^description: (.*)$", (themes / f"{name}.yaml").read_text("utf-8"), re.MULTILINE)[0]
        assert f"| `{name}` | {description} |" in page


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_layout_in_contributing_is_one(language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (source,) = blocks(ROOT / "CONTRIBUTING.md", "python")
    module = ModuleType("motto")
    monkeypatch.setitem(sys.modules, "motto", module)
    exec(compile(source, "motto.py", "exec"), vars(module))
    layout = module.LAYOUT
    monkeypatch.setitem(LAYOUTS, layout.name, layout)  # type: ignore[arg-type]
    built = laid_out(tmp_path, example(layout), language=language)
    assert built.diagnostics == ()
    assert lint(write_pptx(built.deck)) == []
    (tree,) = built.deck.slides
    shown = [shape.text.paragraphs[0].plain for shape in tree.shapes if isinstance(shape, TextBox)]
    assert shown[:2] == ["What we stand for", "Nobody is for sale"]
    assert "`whose`" in layout_reference(layout)
