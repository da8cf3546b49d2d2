"""Equations of other programs are equations here where they can be shown, and told where not."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.starting.taken import Taken, said


def test_formulas_and_signs_are_told(tmp_path: Path) -> None:
    words = "- about $P_a(x) * 2_b$ and `$x$`, at $5 and $6 :rocket:\n- yes :white_check_mark: 10:30:15"
    taken = Taken(tmp_path, f"# A\n\n{words}\n\n---\n\n- b\n")
    assert said(taken.slides["a"]) == ["A", "about $P_a(x) * 2_b$ and $x$, at $5 and $6", "yes √ 10:30:15"]
    called = "a slide without a title, which is called by its first words: b"
    assert taken.changed == ["a formula, which stands there as it is written: $P_a(x) * 2_b$", called]
    assert taken.whats() == ["an emoji: :rocket:"]


@pytest.mark.skipif(find_spec("ziamath") is None, reason="draws equations")
def test_equations_are_taken_over_where_they_can_be_shown(tmp_path: Path) -> None:
    text = "# A\n\n- so\n\n$$\na < b_{1} \\\\\n*c* > d\n$$\n\n---\n\n# B\n\n$$ E = mc^2 $$ {#eq-b}\n\n"
    text += "---\n\n# C\n\n- c\n\n$$ \\nothing{1} $$\n"
    taken = Taken(tmp_path, text)
    assert [slide.layout for slide in taken.slides.values()] == ["text", "equation", "text"]
    assert [block.kind for block in taken.slides["a"].content.text] == ["entry", "equation"]  # type: ignore[attr-defined]
    assert "\\nothing{1}" in taken.outline
    assert taken.changed == ["a formula, which stands there as it is written: \\nothing{1}"]


LATEX = r"""
## A

\vspace{.5cm}

\begin{forest}
  [a [b]]
\end{forest}

\alert{Mind} the \texttt{gap}, see \url{https://example.org}

\begin{center}
kept
\end{center}

- costs $5 \times 6$
"""


def test_what_only_latex_sets_is_told(tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"---\naspectratio: 169\n---\n{LATEX}".replace("\\\\", "\\"))
    assert "**Mind** the `gap`" in taken.outline
    assert "kept" in said(taken.slides["a"])
    assert not {"forest", "vspace", "begin"} & set(taken.outline.replace("{", " ").replace("\\", " ").split())
    whats = taken.whats()
    assert any(what.startswith("what only LaTeX shows") for what in whats)
    assert any(what.startswith("commands of LaTeX that set how it looks: \\vspace") for what in whats)


@pytest.mark.skipif(find_spec("ziamath") is None, reason="draws equations")
def test_formulas_that_stand_alone_become_equations(tmp_path: Path) -> None:
    energy, roots = "# Energy\n\n$$E = mc^2$$\n", "# Roots\n\nAll of them.\n\n$$\nx = \\frac{a}{b}\n$$\n"
    text = f"{energy}\n{roots}\n# Own\n\n```math\na &= b\n```\n"
    taken = Taken(tmp_path, text)
    assert taken.outline.count("layout: equation") == 3
    assert "tex: E = mc^2" in taken.outline
    assert "caption: All of them." in taken.outline
    assert taken.whats() == []


@pytest.mark.skipif(find_spec("ziamath") is None, reason="draws equations")
@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("\\begin{align}\na &= b \\label{x} \\\\\nc &= d \\nonumber\n\\end{align}", ()),
        ("\\begin{equation*}\na = b\n\\end{equation*}", ()),
        ("\\[\na = b\n\\]", ()),
        ("$$ {1|2|all}\na = b\n$$", ("the steps of a formula: {1|2|all}",)),
        ("$$ {1,3|2} {at:1}\na = b\n$$", ("the steps of a formula: {1,3|2}",)),
    ],
)
def test_equations_however_they_begin(written: str, told: tuple[str, ...], tmp_path: Path) -> None:
    taken = Taken(tmp_path, f"## A\n\n{written}\n\n## B\n\n- b\n", "deck.qmd")
    assert taken.slides["a"].layout == "equation"
    assert not {"label", "nonumber"} & set(taken.outline.replace("\\", " ").split())
    assert tuple(taken.whats()) == told


def test_a_formula_that_is_not_known_stays_as_it_is_written(tmp_path: Path) -> None:
    taken = Taken(tmp_path, "# Odd\n\n$$\\unknowncommand{x}$$\n\nAnd words.\n")
    assert "layout: equation" not in taken.outline
    assert "\\unknowncommand{x}" in taken.outline


def test_money_is_no_formula(tmp_path: Path) -> None:
    words = "It costs $5 and $10, $5-$10, $1.5m to $2m, US$5 to US$7, $40/$50, from $20 to 30$ a day"
    taken = Taken(tmp_path, f"# A\n\n- {words}\n- b\n")
    assert f"- {words}" in taken.outline
    assert (taken.changed, taken.told) == ([], ())


@pytest.mark.skipif(find_spec("ziamath") is None, reason="draws equations")
def test_equations_right_under_words_and_for_latex_alone(tmp_path: Path) -> None:
    under = "## A\n\nWords\n$$ {1|2}\na = b\n$$\nand more\n\n- so $$ c $$ is\n"
    raw = "## B\n\n```{=tex}\n\\begin{align}\na &= b\n\\end{align}\n```\n"
    taken = Taken(tmp_path, f"{under}\n{raw}", "deck.qmd")
    kinds = [block.kind for block in taken.slides["a"].content.text]  # type: ignore[attr-defined]
    assert kinds == ["paragraph", "equation", "paragraph", "entry"]
    assert taken.slides["b"].layout == "equation"
    assert taken.whats() == ["the steps of a formula: {1|2}"]


@pytest.mark.skipif(find_spec("ziamath") is None, reason="draws equations")
def test_a_displayed_formula_among_words_stands_on_lines_of_its_own_or_is_code(tmp_path: Path) -> None:
    text = "# A\n\nIt is $$E = mc^2$$ for all.\n\n- with $$a+b$$ in it\n\n## Not `$$x$$`\n\nFrom $$ to $$$.\n"
    taken = Taken(tmp_path, text)
    blocks = [block for slide in taken.slides.values() for block in getattr(slide.content, "text", ())]
    kinds = [block.kind for block in blocks]
    assert kinds[:4] == ["paragraph", "equation", "paragraph", "entry"]
    assert "- with `$$a+b$$` in it" in taken.outline
    assert "From $$ to $$$." in taken.outline
    assert [what.rpartition(": ")[2] for what in taken.changed if "among words" in what] == ["$$E = mc^2$$", "$$a+b$$"]
