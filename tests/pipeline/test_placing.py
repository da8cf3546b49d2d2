"""A finding about some words of a long text stands where the words do, however the outline writes the text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deck.checks.colour_words import colour_alone
from deck.ground.diagnostics import Diagnostic, Excerpt, Span
from deck.pipeline.build import Built
from deck.pipeline.placing import placed
from tests.outlines import laid_out

STYLES = ("|", ">", "|-", ">+")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return laid_out(tmp_path_factory.mktemp("placing"), "layout: statement\ntitle: T\nstatement: S\nnotes: N")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(["the", "marked in red", "37", "37th", "\n", "\n\n", "بلدا"]), min_size=1, max_size=12
    ),
    style=st.sampled_from(STYLES),
    chosen=st.integers(0, 99),
)
def test_words_of_notes(built: Built, tmp_path: Path, words: list[str], style: str, chosen: int) -> None:
    text = " ".join(words)
    lines = [line.strip() for line in text.split("\n")]
    at = [number for number, word in enumerate(words) if word == "marked in red"]
    path = tmp_path / "outline.yaml"
    written = "\n".join(f"  {line}" if line else "" for line in lines)
    path.write_text(f"notes: {style}\n{written}\nafter: marked in red\n", encoding="utf-8")
    spans = {"notes": Span(str(path), 1, 8), "after": Span(str(path), len(lines) + 2, 8)}
    (section,) = built.presentation.sections
    slide = replace(section.slides[0], spans=spans)
    sections = (replace(section, slides=(slide,)),)
    presentation = replace(built.presentation, span=Span(str(path)), sections=sections)
    nth = chosen % (len(at) + 1)
    finding = Diagnostic("colour-alone", "…", spans["notes"], excerpt=Excerpt("marked in red", nth))
    (found,) = placed([finding], presentation)
    assert found.excerpt is None
    if nth == len(at):
        # It is not there so often: the text's own place serves.
        assert found.span == spans["notes"]
    else:
        before = " ".join(words[: at[nth]])
        assert found.span
        assert found.span.line == 2 + before.count("\n")
        file = path.read_text(encoding="utf-8").split("\n")
        assert file[found.span.line - 1][found.span.column - 1 :].startswith("marked in red")


def test_a_text_of_another_file_stays_where_it_is(built: Built) -> None:
    elsewhere = Diagnostic("x", "…", Span("list.csv", 3, 1), excerpt=Excerpt("37"))
    nowhere = Diagnostic("x", "…", excerpt=Excerpt("37"))
    assert [one.span for one in placed([elsewhere, nowhere], built.presentation)] == [elsewhere.span, None]
    assert not list(colour_alone(built.deck, built.presentation))
