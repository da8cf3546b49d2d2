"""Source code in colours, perhaps with line numbers, highlighted lines and its output; or two listings side by side.

Lines are never broken: they are set smaller, and long code goes on on a further slide. It is read from left to right in
every language. Of a file, a part may be shown, by `lines: 10-24` or by a `marker`.

Example:
    layout: code
    title: A first program
    caption: hello.py
    language: python
    code: |
      def greet(name: str) -> str:
          return f"Hello, {name}!"  # a greeting

      print(greet("world"))
    numbers: true
    highlight: 2
    output: Hello, world!
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated

from deck.ground.diagnostics import Diagnostic
from deck.layouts.frame.distribution import continued
from deck.layouts.frame.furniture import WHITE, footer_slots, marks, rectangle, title_slot
from deck.layouts.frame.slots import FIRST_IDX, fill, fill_alike, filled, slot
from deck.layouts.listings.listing import Listing, SideListing
from deck.layouts.listings.panel import block_of, lit_bands
from deck.layouts.listings.plan import (
    CAPTION,
    COLUMNS,
    GAP,
    PADDING,
    POINTS_PER_UNIT,
    SPARE,
    Block,
    Plan,
    caption_height,
    code_style,
    crowded,
    largest,
    output_style,
    panel,
)
from deck.model.content import Content
from deck.model.layout import Layout, Page
from deck.model.rules import Size
from deck.model.shapes import AutoShape, Placeholder, Shape, SlideLayout
from deck.model.text import Paragraph, Run
from deck.model.theme import Theme
from deck.model.typesetting import Frame, Measurer


class CodeContent(Content, Listing):
    """The fields of code."""

    sides: Annotated[tuple[SideListing, ...], Size(2, 2)] = ()
    """Two listings beside each other, in place of one."""

    def mistakes(self) -> Iterator[Diagnostic]:
        """One listing and two."""
        if not self.sides:
            yield from super().mistakes()
        for name in Listing.field_names if self.sides else ():
            if getattr(self, name):
                hint = "write it below one of them"
                yield Diagnostic("invalid-value", "two listings stand here already", hint=hint, field=name)


def slide_layout(theme: Theme, blocks: Sequence[Block], plan: Plan) -> SlideLayout:
    """The native slide layout: for each listing its caption, its code in a panel, and its output in another."""
    grid = theme.grid
    grounds: list[AutoShape] = []
    slots: list[Placeholder] = []
    for number, block in enumerate(blocks):
        nth = f" {number + 1}" if len(blocks) > 1 else ""
        left, width = grid.x(number * COLUMNS / 2), grid.w(plan.columns)
        y = plan.top + caption_height(blocks)
        if block.captioned:
            at = (left, plan.top, width, CAPTION)
            inset = (0, 0, 0, 0.8)
            style = theme.style("code-caption")
            slots.append(
                slot(_idx(number, 0), f"Caption{nth}", at, style, prompt="Caption", insets=inset, anchor="bottom")
            )
        panels = [(1, "Code", y, plan.code, theme.grounds.card, code_style(theme, block, plan.size))]
        if block.output:
            y += plan.code + GAP
            panels.append((2, "Output", y, plan.output, theme.grounds.panel, output_style(theme, plan.size)))
        for at_, name, y, height, ground, style in panels:
            grounds.append(rectangle(f"{name} ground{nth}", left, y, width, height, ground))
            inner = (left + PADDING, y + PADDING, width - 2 * PADDING, height - 2 * PADDING)
            slots.append(slot(_idx(number, at_), f"{name}{nth}", inner, style, prompt=name))
    name = "Code" + (", 2" if len(blocks) > 1 else "") + (" with output" if plan.output else "")
    return SlideLayout(name, WHITE, (*marks(theme), *grounds), (title_slot(theme), *slots, *footer_slots(theme)))


def _idx(block: int, part: int) -> int:
    return FIRST_IDX + 3 * block + part


def arrange(content: CodeContent, theme: Theme, measurer: Measurer) -> Iterable[Page]:
    """One page at the largest size at which nothing is in the way; more where one listing is too long for it."""
    listings: Sequence[Listing] = content.sides or (content,)
    blocks = [block_of(theme, listing) for listing in listings]
    plan = largest(theme, measurer, [blocks])
    pages = [blocks]
    if plan is None and len(blocks) == 1 and not blocks[0].output:
        least = theme.style("code")
        room = (theme.grid.body_height - caption_height(blocks) - 2 * PADDING) * POINTS_PER_UNIT - SPARE
        pages = [[part] for part in _parts(blocks[0], int(room / least.pitch(least.minimum_size)))]
        plan = largest(theme, measurer, pages)
    plan = (plan or crowded(theme, blocks)).placed(theme, blocks)
    for number, page in enumerate(pages, start=1):
        on_page = plan._replace(code=panel(theme, plan.size, [block.code for block in page], plan.code))
        yield _page(content, listings, page, on_page, (number, len(pages)), theme, measurer)


def _page(
    content: CodeContent,
    listings: Sequence[Listing],
    blocks: Sequence[Block],
    plan: Plan,
    place: tuple[int, int],
    theme: Theme,
    measurer: Measurer,
) -> Page:
    layout = slide_layout(theme, blocks, plan)
    title = continued(content.title, *place)
    shapes: list[Shape] = [fill(measurer, layout.placeholder(0), "title", (title, 0))]
    paths = [f"sides.{listing.id}." if isinstance(listing, SideListing) else "" for listing in listings]
    captions = {
        number: (layout.placeholder(_idx(number, 0)), f"{path}caption", [(listing.caption, 0)])
        for number, (listing, path) in enumerate(zip(listings, paths, strict=True))
        if listing.caption
    }
    alike = dict(zip(captions, fill_alike(measurer, list(captions.values())), strict=True))
    for number, (listing, block, path) in enumerate(zip(listings, blocks, paths, strict=True)):
        shapes += [alike[number]] if number in alike else []
        code = layout.placeholder(_idx(number, 1))
        shapes += lit_bands(code, block.lit, plan.size, theme)
        for part, said in ((1, block.code), (2, block.output)):
            if said:
                where = layout.placeholder(_idx(number, part))
                field = "output" if part == 2 else "code" if listing.code else "file"
                shapes.append(filled(where, measurer.measure(Frame(said, where.body, where.rect)), f"{path}{field}"))
    return Page(layout, tuple(shapes), title.plain)


def _parts(block: Block, most: int) -> Iterator[Block]:
    """The code over several slides, of no more lines than that."""
    from deck.layouts.listings.pages import divided

    for start, end in divided([paragraph.plain for paragraph in block.code], most):
        lit = tuple(index - start for index in block.lit if start <= index < end)
        yield block._replace(code=block.code[start:end], lit=lit)


def _slide_layouts(theme: Theme) -> list[SlideLayout]:
    """One listing, and two, each with captions, for a presenter to fill."""
    grid, size = theme.grid, theme.style("code").size
    said = (Paragraph((Run("Code", code=True),)),)
    height = grid.body_height - CAPTION
    return [
        slide_layout(
            theme,
            [Block(said, (), True, False, ())] * count,
            Plan(size, height, 0.0, COLUMNS / count, grid.body_top),
        )
        for count in (1, 2)
    ]


_SAMPLES = (
    """
    layout: code
    title: One line of code
    language: bash
    code: pip install deck
    """,
    """
    layout: code
    title: As much code as a slide holds
    language: c
    numbers: true
    highlight: 5, 9-11
    code: |
      #include <stdio.h>

      /* Sieve of
         Eratosthenes */
      #define MOST 100

      int main(void) {
          char composite[MOST] = {0};
          for (int i = 2; i < MOST; i++) {
              if (composite[i]) { continue; }
              printf("%d\\n", i);  // a prime: простое число, 素数, عدد أولي
              for (int j = i * i; j < MOST; j += i) {
                  composite[j] = 1;
              }
          }
          return 0;
      }
    """,
    """
    layout: code
    title: Two listings beside each other
    sides:
      - id: before
        caption: Before
        language: python
        code: |
          total = 0
          for each in numbers:
              total += each
          print(total)
        output: "42"
      - {id: after, caption: After, language: python, highlight: 1, code: print(sum(numbers)), output: "42"}
    """,
)

LAYOUT = Layout(
    "code",
    CodeContent,
    __doc__ or "",
    arrange,
    _slide_layouts,
    also=("source-code", "source", "listing", "snippet", "terminal", "code-block", "two-code"),
    samples=_SAMPLES,
)
