"""How a chart's words look."""

from __future__ import annotations

from deck.export.pptx.drawing import fill
from deck.export.pptx.sheet import Sheet
from deck.model.charts import ChartLabel
from deck.model.style import TextStyle


def text_properties(sheet: Sheet, label: ChartLabel) -> str:
    """The look of words that a chart makes itself, as that of a label."""
    attributes, children = run_look(label)
    return (
        '<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/>'
        f'<a:p><a:pPr rtl="{sheet.right_to_left:d}"><a:defRPr{attributes}>{children}'
        f"</a:defRPr></a:pPr><a:endParaRPr{sheet.lang}/></a:p></c:txPr>"
    )


def run_look(label: ChartLabel) -> tuple[str, str]:
    """How a label's words look: a run's attributes and what stands in it."""
    style: TextStyle = label.text.body.levels[0]
    prefix = "mj" if style.font == "major" else "mn"
    fonts = "".join(
        f'<a:{tag} typeface="+{prefix}-{name}"/>' for tag, name in (("latin", "lt"), ("ea", "ea"), ("cs", "cs"))
    )
    attributes = f' sz="{round(label.text.sizes[0] * 100)}" b="{style.bold:d}" i="{style.italic:d}"'
    return attributes, f"{fill(style.colour)}{fonts}"
