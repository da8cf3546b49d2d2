"""Each construct of LaTeX against the markup that PowerPoint edits, and against its schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.equations import parsed
from deck.export.pptx.equations import office_math
from tests.equations.markup import compact, faults

CONSTRUCTS = [
    line.split("\t") for line in Path(__file__).with_name("constructs.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("tex", "wanted"), CONSTRUCTS, ids=[tex for tex, _ in CONSTRUCTS])
def test_a_construct_is_written_as_office_writes_it(tex: str, wanted: str) -> None:
    assert compact(tex) == wanted


def test_runs_say_their_font_size_and_colour() -> None:
    written = office_math(parsed(r"\sin x"), ' lang="en" sz="2800"', "<a:noFill/>")
    font = '<a:latin typeface="Cambria Math" panose="02040503050406030204" pitchFamily="18" charset="0"/>'
    slanted = f'<a:rPr lang="en" sz="2800" i="1"><a:noFill/>{font}</a:rPr>'
    upright = slanted.replace(' i="1"', ' i="0"')
    assert written == (
        f"<m:func><m:funcPr><m:ctrlPr>{slanted}</m:ctrlPr></m:funcPr><m:fName>"
        f'<m:r><m:rPr><m:sty m:val="p"/></m:rPr>{upright}<m:t>sin</m:t></m:r>'
        f"</m:fName><m:e><m:r>{slanted}<m:t>𝑥</m:t></m:r></m:e></m:func>"
    )


@pytest.mark.external
def test_the_schema_allows_each() -> None:
    assert faults(office_math(parsed(tex)) for tex, _ in CONSTRUCTS) == []
