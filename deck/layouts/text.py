"""A mixed text, written in Markdown: paragraphs, headings, lists, callouts, code, pictures, tables, equations.

Lists have bullets or numbers, three levels deep. A quotation (`> …`) is set off, and one that begins with `[!NOTE]` or
`[!WARNING]` is a callout; what follows the last rule (`---`) is a remark at the foot. Code stands between fences
(```` ``` ````), with its language, and perhaps the lines that are highlighted: ```` ```python {2,4-5} ````. Pictures
have a paragraph of their own: `![What it shows](well.jpg "A caption")`; so have equations, in LaTeX: `$$ E = mc^2 $$`.
Tables are written as GitHub has them. Little text is set large; much flows in two columns and on further slides;
pictures and code stand under a text or beside it, as both are seen best. Each block but code and equations is a message
of its own for translators, known by its words, or by an id that is written at its end: `{#why}`.

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
from typing import Annotated

from deck.layouts.texts.flow import TextBlock
from deck.layouts.texts.pages import arranged, offered
from deck.model.content import Content
from deck.model.layout import Layout, Page
from deck.model.rules import Markdown, Size
from deck.model.theme import Theme
from deck.model.typesetting import Measurer


class TextContent(Content):
    """The fields of a text."""

    text: Annotated[tuple[TextBlock, ...], Size(1), Markdown()]
    """What it says, in Markdown, below a `|`."""


def arrange(content: TextContent, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """One page, with one column or two, or as many as hold the text at a readable size."""
    remark = [block for block in content.text if block.kind == "remark"]
    shown = [block for block in content.text if block.kind != "remark"] or remark
    return arranged(content.title, shown, [] if shown is remark else remark, theme, measurer)


_SAMPLES = (
    """
    layout: text
    title: A short list with numbers
    text: |
      1. Listen
      2. Plan
      3. Publish
    """,
    """
    layout: text
    title: Callouts of each kind
    text: |
      Survivors know what works:

      - early warning in schools
      - inspectors who come unannounced
        - by night, too

      > Nobody asked us before.

      So we ask first, and answer.

      > [!NOTE]
      > The plan is open to everybody who works on it.

      ---

      As of the partners' meeting in May.
    """,
    """
    layout: text
    title: Code within a text
    text: |
      What a spreadsheet says is read **line by line**:

      ```python {3}
      with open("countries.csv") as file:
          for row in csv.DictReader(file):
              yield row["country"]
      ```

      - A country joins: its row is added.
      - Nobody has to know a program.
    """,
    """
    layout: text
    title: A table, and what it says
    text: |
      **Where they work**

      | Sector        | People     |
      | ------------- | ---------: |
      | Domestic work | 2.1 million |
      | Construction  | 1.8 million |

      In both, nobody inspects.
    """,
    """
    layout: text
    title: Much text in two columns
    text: |
      ## Governments

      They agree on one national plan of action with a budget of its own, and report every year what came of it.

      1. Ratify the protocol
      2. Train inspectors
         1. in towns
            1. by day
            2. by night
         2. in the country
      3. Report what was found

      ## Employers and workers

      They agree on a code of conduct, and publish who has signed it.

      1. Read the code
      2. Sign it
      3. Ask those who supply you to sign it, too
    """,
)

LAYOUT = Layout(
    "text",
    TextContent,
    __doc__ or "",
    arrange,
    offered,
    also=(
        "markdown",
        "mixed",
        "code-and-text",
        "body",
        "prose",
        "paragraphs",
        "numbered-list",
        "note",
        "callout",
        "text-and-table",
    ),
    samples=_SAMPLES,
)
