"""A formula → what is wrong with it: the part at fault, and the message's first words."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.equations import parsed, reading
from deck.equations.commands import REFUSED
from deck.fields.findings import MistakenError
from deck.ground.diagnostics import DeckError
from tests.outlines import laid_out

MISTAKES = [
    (r"x = \frac{a", [("{", "`{`: it is opened here"), (r"\frac", r"`\frac` lacks what it is for")]),
    (r"\frac{a}", [(r"\frac", r"`\frac` lacks what it is for")]),
    (r"a = \frac{}{}", [(r"\frac", r"`\frac` lacks what it is for")] * 2),
    (r"\frac{1}{ }", [(r"\frac", r"`\frac` lacks what it is for")]),
    (r"\sqrt{}", [(r"\sqrt", r"`\sqrt` lacks what it is for")]),
    (r"\sqrt", [(r"\sqrt", r"`\sqrt` lacks what it is for")]),
    ("x^", [("^", "`^` lacks what it is for")]),
    (r"\sqrt[3{x}", [("[", "`[`: it is opened here"), (r"\sqrt", r"`\sqrt` lacks what it is for")]),
    ("a } b", [("}", "`}` closes nothing")]),
    (r"\left( a", [(r"\left", r"`\left` is not followed by its `\right`")]),
    (r"a \right)", [(r"\right", r"`\right` closes nothing")]),
    (r"\left a \right)", [(r"\left", r"no bracket follows `\left`")]),
    (r"a \middle| b", [(r"\middle", r"`\middle` stands after no `\left`")]),
    (r"\begin{pmatrix} a", [(r"\begin{pmatrix}", r"`\begin{pmatrix}`: it is opened here")]),
    (r"\begin{matrix} a \end{cases}", [(r"\end{cases}", r"`\end{cases}` ends what `\begin{matrix}` began")]),
    (r"\begin{tabular} a \end{tabular}", [(r"\begin{tabular}", "there is no environment `tabular` here")]),
    (r"\end{x} a", [(r"\end", r"`\end` closes nothing")]),
    (r"\begin{array}{l|r} a & b \end{array}", [("{l|r}", "`l|r` does not say how columns are aligned")]),
    ("x^2^3", [("^", "this is raised twice")]),
    ("x_1_2", [("_", "this is lowered twice")]),
    ("x^{a}'", [("'", "this is raised twice")]),
    ("{a & b}", [("&", "`&` is for cells")]),
    (r"\sqrt{a \\ b}", [(r"\\", r"`\\` ends a line, and this is within one")]),
    ("a $ b", [("$", "`$` marks mathematics")]),
    ("a # b", [("#", "`#` is for macros")]),
    ("a \\", [("\\", "a backslash begins a command, and none follows")]),
    (r"\alpa", [(r"\alpa", r"there is no command `\alpa`")]),
    (r"\text a", [(r"\text", r"no words follow `\text`")]),
    (r"\text{a $x$ b}", [("$", "mathematics has no place within words")]),
    (r"\text{\alpha}", [(r"\alpha", r"`\alpha` has no place within words")]),
    (r"\text{50% of it}", [("{", "`{`: it is opened here")]),
    (r"x \limits_2", [(r"\limits", r"`\limits` stands after no large operator")]),
    (r"\not{x}", [(r"\not", r"`\not` strikes out one sign")]),
    (r"a \[ b", [(r"\[", r"`\[` has no place within a formula")]),
    ("漢", [("漢", "the font of equations has no “漢” (U+6F22)")]),
    ("a\u200bb", [("\u200b", "the character U+200B has no place in a formula")]),
    (r"\foo + \baz", [(r"\foo", "there is no command"), (r"\baz", "there is no command")]),
    ("% nothing but a comment", [(None, "nothing of this formula can be seen")]),
    ("x" * 2001, [("x", "this formula has 2,001 characters")]),
    ("{" * 30 + "x" + "}" * 30, [("{", "this stands too deep within other things")]),
]


@pytest.mark.parametrize(("tex", "wanted"), MISTAKES, ids=[tex[:30] for tex, _ in MISTAKES])
def test_every_mistake_is_told_at_its_place(tex: str, wanted: list[tuple[str | None, str]]) -> None:
    with pytest.raises(MistakenError) as caught:
        parsed(tex)
    found = caught.value.findings
    assert [each.excerpt for each in found] == [excerpt for excerpt, _ in wanted]
    assert all(each.message.startswith(words) for each, (_, words) in zip(found, wanted, strict=True)), found
    assert all(each.hint for each in found)


@pytest.mark.parametrize("command", sorted(REFUSED))
def test_what_has_no_counterpart_is_told_with_what_to_do(command: str) -> None:
    with pytest.raises(MistakenError) as caught:
        parsed(f"a {command} b")
    first = caught.value.findings[0]
    assert (first.excerpt, first.hint) == (command, REFUSED[command])
    assert "have nothing for" in first.message


def test_places_are_those_of_the_outline(tmp_path: Path) -> None:
    slide = """
    layout: equation
    title: Wrong
    tex: |
      a = \\alpha + x
      b = \\alph + \\frac{1}{2
    where:
      - {symbol: 'x_', meaning: something}
    """
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, slide)
    found = [(each.span.line, each.span.column, each.code) for each in caught.value.diagnostics if each.span]
    lines = (tmp_path / "outline.yaml").read_text(encoding="utf-8").split("\n")
    places = [
        (number, line.find(words) + 1, "formula")
        for words in ("\\alph ", "{2", "_'")
        for number, line in enumerate(lines, start=1)
        if words in line
    ]
    assert sorted(found) == sorted(places)


def test_escapes_of_double_quotation_marks_are_told(tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, 'layout: equation\ntitle: Quoted\ntex: "\\theta + \\nu"')
    (found,) = caught.value.diagnostics
    assert "`\\t` is one sign" in found.message
    assert "single quotation marks" in (found.hint or "")


def test_without_the_libraries_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "find_spec", lambda name: None)
    parsed.cache_clear()
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, *(f"layout: equation\ntitle: Energy {number}\ntex: E = {number}mc^2" for number in "123"))
    (found,) = caught.value.diagnostics
    assert (found.code, "[equations]" in (found.hint or "")) == ("library-missing", True)
    assert found.message.endswith("and they are not there; 2 more places want it")


def test_a_formula_in_a_text_leads_to_the_layout(tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        laid_out(tmp_path, "layout: statement\ntitle: Half\nstatement: '\\frac{a}{b}'")
    assert all("`layout: equation`" in (found.hint or "") for found in caught.value.diagnostics)
