"""Texts that are too long for their boxes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil

from deck.checks.footer import FOOTER
from deck.checks.seen import seen
from deck.checks.texts import placed_texts
from deck.ground.diagnostics import Diagnostic, Span
from deck.model.charts import Chart, ChartLabel
from deck.model.deck import Deck
from deck.model.equations import Equation
from deck.model.mathematics import Grid, pieces
from deck.model.presentation import Presentation, Slide
from deck.model.shapes import Group, Shape, ShapeTree, Table
from deck.model.text import FIELD
from deck.model.typesetting import FittedText
from deck.model.units import Rect, points

_CODE_HINT = "code is not broken for you: begin a new line in it, or show less of it"
_FORMULA_HINT = "begin a new line in it with `\\\\`, or divide it over two slides"
_MATRIX_HINT = (
    "`\\cdots` and `\\vdots` stand for columns and rows that are left out; or name parts of it, and show these alone"
)
_DIAGRAM_HINT = "show fewer boxes or shorter words, leave `direction:` out, or divide it over two slides"
_ROWS_HINT = "show fewer rows, or put it on a slide of `layout: table`, which goes on on further slides"
_BARS_HINT = "show fewer categories, or in fewer words"
_STACKS_HINT = "write `kind: bar`, where long labels have room, or show fewer categories"
_COLUMNS_HINT = (
    "write `kind: bar`, where long labels have room, or `kind: line`, which names as many dates as have room"
)
_EXCERPT = 40
_ROUNDING = 0.01


def text_overflow(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A text is too long for its box, even at the least size that its style allows.

    What stands outside its box is cut off, or covers something else. Texts are measured as the widest of PowerPoint,
    LibreOffice and browsers draw them, in each language. `--allow-overflow` only warns of them.

    Example:
        - id: too-much
          layout: headline
          title: Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz

    To mend it: shorten it, or divide it over two slides
    """
    slides = {slide.id: slide for slide in presentation.slides}
    footers: list[tuple[FittedText, Rect]] = []
    pages = Counter(tree.slide for tree in deck.slides)
    before: Counter[str] = Counter()
    told: set[tuple[str, str, str]] = set()
    for tree in deck.slides:
        slide = slides[tree.slide]
        before[slide.id] += 1
        if not seen(tree).may_overflow:
            continue
        yield from _equations(deck, tree, slide, presentation)
        yield from _tables(deck, tree, slide, presentation)
        yield from _groups(deck, tree, slide, presentation)
        yield from _charts(deck, tree, slide, presentation)
        page = f" ({before[slide.id]} of {pages[slide.id]})" if pages[slide.id] > 1 else ""
        for place, text, rect in (found for each in tree.shapes for found in _told(each)):
            if not text.fits and place == FOOTER:
                footers.append((text, rect))
            elif not text.fits:
                wide = _too_wide(text, rect)
                field, code = _longest(slide, place, text, wide, presentation), _code_line(text, wide)
                if field and (slide.id, field, code) in told:
                    # A title stands on each slide over which its list goes on.
                    continue
                told |= {(slide.id, field, code)} if field else set()
                message = (
                    f"slide `{slide.id}`{page}, {f'field `{field}`' if field else 'a text'} in `{deck.language}`: "
                    f"{code}{_too_much(text, rect)} than its box holds, at its least size"
                )
                span = _span(slide, field, presentation)
                divided = wide is None and field != "title" and not span.path.endswith(".po")
                hint = "shorten it, or divide it over two slides" if divided else "shorten it"
                yield Diagnostic("text-overflow", message, span, _CODE_HINT if code else hint)
    if footers:
        worst, rect = max(footers, key=lambda each: (len(each[0].lines), each[0].overflow))
        lines = len(worst.lines)
        much = f"has {_too_much(worst, rect)} than its line holds"
        if lines > 1:
            much = f"takes {lines} lines, more than have room"
        message = f"the footer in `{deck.language}` {much}, at its least size"
        span = presentation.spans.get(FOOTER, presentation.span)
        wider = ", or widen its slots in PowerPoint (View, Slide Master)" if deck.theme.template else ""
        hint = f"shorten it{wider}; on some slides it has less room than on others"
        yield Diagnostic("text-overflow", message, span, hint)


def _equations(deck: Deck, tree: ShapeTree, slide: Slide, presentation: Presentation) -> Iterator[Diagnostic]:
    """Each equation that is too wide or too high, at its least size and broken where it can be."""
    for shape in tree.shapes:
        if isinstance(shape, Equation) and shape.overflow > 0:
            width, height = (round(points(each)) for each in (shape.rect.width, shape.rect.height))
            message = (
                f"slide `{slide.id}`, field `{shape.field}` in `{deck.language}`: the formula is "
                f"{_points(shape.overflow)} larger than its place, which is {width} points wide and {height} high, "
                f"at its least size of {shape.size:g} points"
            )
            # A new line in a matrix is a row of it, which makes it no narrower.
            hint = _MATRIX_HINT if any(isinstance(piece, Grid) for piece in pieces(shape.row)) else _FORMULA_HINT
            yield Diagnostic("text-overflow", message, _span(slide, shape.field, presentation), hint)


def _tables(deck: Deck, tree: ShapeTree, slide: Slide, presentation: Presentation) -> Iterator[Diagnostic]:
    """Each table that has more rows than its place holds."""
    for shape in tree.shapes:
        if isinstance(shape, Table) and shape.overflow >= 1:
            field = f"field `{shape.field}`" if shape.field else "the table"
            message = (
                f"slide `{slide.id}`, {field} in `{deck.language}`: the table of {len(shape.rows) - 1} rows is "
                f"{_points(shape.overflow)} higher than its place, at its least size"
            )
            yield Diagnostic("text-overflow", message, _span(slide, shape.field, presentation), _ROWS_HINT)


def _groups(deck: Deck, tree: ShapeTree, slide: Slide, presentation: Presentation) -> Iterator[Diagnostic]:
    """A diagram that is too wide or too high: its boxes share its room. One text that is most of it is to blame."""
    groups = [shape for shape in tree.shapes if isinstance(shape, Group) and shape.overflow >= 1]
    if not groups:
        return
    said = [(_length(text), place, text, rect) for group in groups for place, text, rect in placed_texts(group)]
    length, place, text, rect = max(said, key=lambda each: each[0])
    one = 2 * length > sum(each for each, *_ in said)
    wide = _too_wide(text, rect)
    field = _longest(slide, place, text, wide, presentation) if one else (place or "").partition(".")[0]
    message = (
        f"slide `{slide.id}`, field `{field}` in `{deck.language}`: {'with it, ' if one else ''}the diagram is "
        f"{_points(groups[0].overflow)} larger than its place, at its least size"
    )
    span = _span(slide, field, presentation) if one else slide.spans.get(field or "", slide.span)
    yield Diagnostic("text-overflow", message, span, "shorten it" if one else _DIAGRAM_HINT)


def _charts(deck: Deck, tree: ShapeTree, slide: Slide, presentation: Presentation) -> Iterator[Diagnostic]:
    """Each chart of whose categories some have labels without room: they share it, so that all are told as one."""
    for chart in (shape for shape in tree.shapes if isinstance(shape, Chart)):
        if not (over := _without_room(chart)):
            continue
        worst = max(over, key=lambda label: label.text.overflow)
        field, hint = worst.field, _chart_hint(chart)
        if len(over) == 1:
            said = f"{_too_much(worst.text, worst.rect)} than its box holds, at its least size"
            hint = f"shorten it, or {hint}"
        else:
            said = (
                f"of {len(chart.category_labels)} labels, {len(over)} have no room at their least size, "
                f"this one by {_points(worst.text.overflow)}"
            )
        message = f"slide `{slide.id}`, field `{field}` in `{deck.language}`: {said}"
        yield Diagnostic("text-overflow", message, _span(slide, field, presentation), hint)


def _without_room(chart: Chart) -> list[ChartLabel]:
    """The labels of its categories that are too long."""
    return [label for label in chart.category_labels if not label.text.fits]


def _chart_hint(chart: Chart) -> str:
    """What gives the labels of its categories more room. A waterfall's and those of columns with lines stay columns."""
    if chart.kind != "column" or any(each.hidden or each.as_line for each in chart.series):
        return _BARS_HINT
    return _COLUMNS_HINT if chart.stacking == "clustered" else _STACKS_HINT


def _length(text: FittedText) -> int:
    return sum(len(paragraph.plain) for paragraph in text.paragraphs)


def _told(shape: Shape) -> Iterator[tuple[str | None, FittedText, Rect]]:
    """Each text of a shape, with the box in which it stands; of a group, whose texts share its room, those that fit and
    the one that is over most."""
    # The rows of a table that has too many are told of as one, and a diagram's boxes, and the labels of a chart.
    found = [] if isinstance(shape, Table | Group) and shape.overflow >= 1 else list(placed_texts(shape))
    if isinstance(shape, Chart):
        labels = [label.field for label in _without_room(shape)]
        found = [each for each in found if each[0] not in labels]
    if not isinstance(shape, Group):
        return iter(found)
    worst = max((text.overflow for _, text, _ in found), default=0.0)
    over = [each for each in found if not each[1].fits]
    return (each for each in found if each[1].fits or each is next(one for one in over if one[1].overflow == worst))


def _too_wide(text: FittedText, rect: Rect) -> int | None:
    """The paragraph that has the widest word, where this is wider than its box."""
    widest = max(text.lines, key=lambda line: line.start + line.width, default=None)
    return widest.paragraph if widest and widest.start + widest.width > _room(text, rect) + _ROUNDING else None


def _room(text: FittedText, rect: Rect) -> float:
    """How wide a line may be."""
    return points(rect.width) - points(text.body.insets.start) - points(text.body.insets.end)


def _longest(
    slide: Slide, field: str | None, text: FittedText, wide: int | None, presentation: Presentation
) -> str | None:
    """Of a box with several texts, such as a name and a role, the one that is too wide, or else takes the most lines
    here; the box, where each takes one.

    Most of it may be words of the deck's own, which a catalog has.
    """
    lines = Counter(line.paragraph for line in text.lines)
    if wide is None and field and len(lines) > 1 and set(lines.values()) == {1}:
        return field
    at = wide if wide is not None else max(lines, key=lambda each: lines[each], default=None)
    words = text.paragraphs[at].plain.split() if at is not None else []
    said = dict(slide.content.texts())
    same = [path for path, each in said.items() if words in [one.plain.split() for one in each.paragraphs]]
    # The same words may stand in another box, too.
    own = next((path for path in same if field and (path == field or path.startswith(f"{field}."))), None)
    written = said[own].markup if own else ""
    return next(_own_words(words, written, presentation), own or next(iter(same), field))


def _own_words(shown: Sequence[str], written: str, presentation: Presentation) -> Iterator[str]:
    """Which words of the deck's own are most of what is shown, and are not `written` in its field."""
    # The language sets other spaces.
    whole, field = ("".join(each) for each in (shown, written.split()))
    for name, said in presentation.words.items():
        key, pieces = f"words.{name}", ["".join(piece.split()) for piece in FIELD.split(said.plain)[::2]]
        most = 2 * sum(map(len, pieces)) > len(whole)
        is_shown, is_written = (all(each in words for each in pieces) for words in (whole, field))
        if most and is_shown and not is_written and key in presentation.spans:
            yield key


def _code_line(text: FittedText, wide: int | None) -> str:
    """The line of code that is wider than its box, if one is."""
    if wide is None or not any(style.verbatim for style in text.body.levels):
        return ""
    paragraph = text.paragraphs[wide]
    words = paragraph.plain.strip()
    excerpt = words if len(words) <= _EXCERPT else f"{words[:_EXCERPT]}…"
    return f"line {paragraph.number or wide + 1}, `{excerpt}`, has "


def _too_much(text: FittedText, rect: Rect) -> str:
    """By how much a text is over, and which share that is of what its box holds, in height or of one word in width."""
    holds = text.height - text.overflow if _too_wide(text, rect) is None else _room(text, rect)
    if text.overflow >= holds:
        return f"{_points(text.overflow)} more"
    return f"{ceil(100 * text.overflow / holds)} % more ({_points(text.overflow)})"


def _points(number: float) -> str:
    return "1 point" if ceil(number) == 1 else f"{ceil(number)} points"


def _span(slide: Slide, field: str | None, presentation: Presentation) -> Span:
    """Where the text stands: of a part, the first of its fields that are not its id; a source's, above the slides."""
    below = (
        span
        for path, span in slide.spans.items()
        if field and path.startswith(f"{field}.") and not path.endswith(".id")
    )
    above = presentation.spans.get(field or "", slide.span)
    return next(below, slide.spans.get(field or "", above))
