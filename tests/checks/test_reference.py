"""Every finding that there can be is explained, its example brings it about, and the page says what they say."""

from __future__ import annotations

import ast
import datetime
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from PIL import Image

from deck.checks.reference import codes, explanations
from deck.cli import main
from deck.cli.terminal import DONE, FAILURE
from deck.ground.diagnostics import DeckError, Diagnostic
from deck.model.explanations import Explanation
from deck.pipeline.checking import checked
from tests.checks_reference import DOCUMENT

ROOT = Path(__file__).resolve().parents[2]
DEFAULTS = {"title": "A deck", "author": "The authors", "language": "en"}
SHOWN = [{"id": "a", "layout": "title", "title": "A slide"}]
PICTURES = {"well.jpg": (1600, 1200), "well-small.jpg": (320, 180), "well-upright.jpg": (1200, 3200)}
EXAMPLES = [each for each in explanations() if each.example]


def emitted() -> Iterator[tuple[str, str]]:
    """The codes of all findings in the code of the house, each with the module that has it."""
    for path in sorted((ROOT / "deck").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        tree = ast.parse(path.read_text(encoding="utf-8"))
        takers = {"Diagnostic": 0, "Finding": 0}
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and any(map(hands_on, ast.walk(node))):
                names = [each.arg for each in node.args.args if each.arg != "self"]
                takers |= {node.name: names.index("code")} if "code" in names else {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                if name in takers and len(node.args) > takers[name]:
                    yield from ((code, module) for code in values(node.args[takers[name]], module))


def hands_on(node: ast.AST) -> bool:
    """Whether a finding is made here of a code that the function was handed."""
    called = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
    return called in ("Diagnostic", "Finding") and ast.unparse(node.args[0]) == "code"  # type: ignore[attr-defined]


def values(node: ast.expr, module: str) -> Iterator[str]:
    match node:
        case ast.Constant(value=str() as code):
            yield code
        case ast.IfExp():
            yield from (code for each in (node.body, node.orelse) for code in values(each, module))
        case ast.Name(id=name) if name.isupper() or name.lstrip("_").isupper():
            yield getattr(import_module(module), name)
        case ast.Name(id="code" | "form") | ast.Attribute(attr="code") | ast.JoinedStr():
            # It was said where this is called.
            pass
        case _:
            raise AssertionError(f"{module}: which code is {ast.unparse(node)}?")


def test_every_code_is_explained() -> None:
    found = dict(emitted())
    assert len(found) > 120
    assert {code: module for code, module in found.items() if code not in codes()} == {}


def test_nothing_else_is_explained() -> None:
    assert codes() - {code for code, _ in emitted()} <= {"xliff-syntax", "tbx-syntax"}


def test_each_is_explained_once_in_sentences() -> None:
    found = explanations()
    assert len({each.code for each in found}) == len(found)
    for each in found:
        assert each.severity in ("error", "warning", "error or warning")
        assert re.search(r"[.:]\)?$", each.found), each.code
        assert each.hint, each.code
        assert not each.hint.endswith("."), each.code


def test_the_page_is_as_the_rules_say() -> None:
    from deck.checks.reference import document

    assert DOCUMENT.read_text(encoding="utf-8") == document(), "run: python -m tests.checks_reference"


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("check", "image-cropped", "image-cropped (checks, warning)"),
        ("check", "merged-cells", "merged-cells (accessibility, warning)"),
        ("check", "text-overflow", "text-overflow (checks, error)"),
        ("inspect", "text-overflow", "text-overflow (fit, warning)"),
        ("inspect", "yaml-tab", "yaml-tab (outlines, error)"),
    ],
)
def test_the_commands_explain_them(command: str, code: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--explain", code]) == DONE
    out = capsys.readouterr().out
    assert out.startswith(f"{said}\n\n")
    assert "To mend it: " in out


def test_a_code_that_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--explain", "image-croped"]) == FAILURE
    assert "did you mean `image-cropped`?" in capsys.readouterr().err


def write(folder: Path, example: str, lists: str = "", slides: object = SHOWN) -> Path:
    """An outline of which the example is a piece: its slides, or what stands above them."""
    for name, size in PICTURES.items():
        if name in example:
            Image.linear_gradient("L").resize(size).convert("RGB").save(folder / name)
    header = {"presentation": DEFAULTS}
    if example.startswith("- "):
        indented = example.replace("\n", "\n      ")
        rest = f"sections:\n  - id: s\n    title: Section\n    slides:\n      {indented}\n"
        text = yaml.safe_dump(header) + rest
    else:
        given = yaml.safe_load(example) if example else {}
        sections = {"sections": [{"id": "s", "title": "Section", "slides": slides}]}
        presentation = {"presentation": DEFAULTS | given.pop("presentation", {})}
        text = yaml.safe_dump(sections | presentation | given, sort_keys=False, allow_unicode=True)
    path = folder / "outline.yaml"
    path.write_text(text + lists, encoding="utf-8")
    return path


def found(outline: Path, language: str | None = None) -> list[Diagnostic]:
    today = datetime.date(2026, 5, 31)
    languages = [language] if language else []
    try:
        result = checked(outline, outline.parent, languages, today=today, strict=True)
    except DeckError as error:
        return list(error.diagnostics)
    return list(result.findings)


def written(folder: Path, one: Explanation) -> tuple[Path, str | None]:
    """The example as it would be in a project, and the language to check."""
    if one.topic == "lists":
        kind = "facts" if one.example.startswith("id,value") else "countries"
        (folder / "list.csv").write_text(one.example + "\n", encoding="utf-8")
        return write(folder, "", f"lists: {{members: {{{kind}: list.csv}}}}\n"), None
    if one.topic == "catalogs":
        title = re.findall(r'^msgid "(.*)"$', one.example, re.MULTILINE)[0].replace('\\"', '"')
        slides = [{"id": "hello", "layout": "title", "title": title}]
        (folder / "locales").mkdir()
        header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: fr\\n"\n'
        header += '"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'
        (folder / "locales" / "fr.po").write_text(header + one.example + "\n", encoding="utf-8")
        return write(folder, "", "facts: {donor: The Union}\n", slides), "fr"
    return write(folder, one.example), None


@pytest.mark.parametrize("one", EXAMPLES, ids=lambda one: one.code)
def test_an_example_is_one(one: Explanation, tmp_path: Path) -> None:
    told = found(*written(tmp_path, one))
    severities = {str(each.severity) for each in told if each.code == one.code}
    assert severities, [str(each) for each in told]
    assert severities <= set(one.severity.split(" or "))


def test_most_have_examples() -> None:
    assert len(EXAMPLES) >= 80
