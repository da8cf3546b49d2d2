"""Bold words in a text that is bold already: they are seen by a colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deck.model.style import TextStyle
from deck.model.text import Paragraph, Run


def seen(runs: Sequence[Run], paragraph: Paragraph, style: TextStyle) -> Sequence[Run]:
    """These runs of a paragraph in this style, the bold ones in its colour for emphasis where others beside are not."""
    if style.emphasis is None or not style.bold:
        return runs
    if len({run.bold for run in paragraph.runs if run.text.strip()}) < 2:
        return runs
    return [replace(run, colour=style.emphasis) if run.bold and run.colour is None else run for run in runs]
