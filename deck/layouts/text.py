"""A mixed text, written in Markdown: paragraphs, headings, lists, callouts, and a remark at the foot.

Lists have bullets or numbers, three levels deep. A quotation (`> …`) is set off, and one that begins with `[!NOTE]` or
`[!WARNING]` is a callout; what follows the last rule (`---`) is the remark. Little text is set large; much flows in two
columns and on further slides. Each block is a message of its own for translators, known by its words, or by an id that
is written at its end: `{#why}`.

Example:
    layout: text
    title: How a project begins
    text: |
      A project starts from **what survivors say**.

      ## In the first month

      1. Listen to survivors
      2. Agree on one plan
         1. with the ministry
         2. with the unions

      > [!WARNING]
      > Nobody is asked to tell their story twice.

      ---

      As of the partners' meeting in May.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Literal

from deck.layouts.text_pages import arranged, offered
from deck.model.content import Content, Part, Words
from deck.model.layout import Layout, Page
from deck.model.rules import Markdown, Size
from deck.model.theme import Theme
from deck.model.typesetting import Measurer


class TextBlock(Part):
    """One block of a text."""

    text: Words
    """What it says."""
    kind: Literal["paragraph", "heading", "entry", "note", "warning", "quote", "remark"] = "paragraph"
    """What it is."""
    level: int = 0
    """How deep it stands in lists, from 1; 0 outside."""
    number: int | None = None
    """What a numbered entry counts as."""


class TextContent(Content):
    """The fields of a text."""

    text: Annotated[tuple[TextBlock, ...], Size(1), Markdown()]
    """What it says, in Markdown, below a `|`."""


def arrange(content: TextContent, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """One page, with one column or two, or as many as hold the text at a readable size."""
    remark = [block for block in content.text if block.kind == "remark"]
    shown = [block for block in content.text if block.kind != "remark"] or remark
    return arranged(content.title, shown, [] if shown is remark else remark, theme, measurer)


LAYOUT = Layout(
    "text",
    TextContent,
    __doc__ or "",
    arrange,
    offered,
    also=("markdown", "body", "prose", "paragraphs", "numbered-list", "note", "callout"),
)
