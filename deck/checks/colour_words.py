"""Texts in which a colour is all that tells one thing from another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deck.ground.diagnostics import Diagnostic, Excerpt, Severity
from deck.model.deck import Deck
from deck.model.presentation import Presentation

# What is coloured is something drawn: “red lines”, “green jobs” and “the Red Cross” are none of these. Black and white
# are left out, as they are told apart by everybody.
_SPACE = re.compile(r"\s")
_ENGLISH = "red|green|blue|yellow|orange|purple|violet|pink|grey|gray"
_FRENCH = "rouge|vert|bleu|jaune|orange|violet|rose|gris"
_SPANISH = "rojo|verde|azul|amarillo|naranja|morado|violeta|rosa|gris"
_PATTERNS = {
    "en": rf"\b(?:shown|marked|highlighted|colou?red|printed|written|drawn|shaded|set) (?:\w+ )?in (?:{_ENGLISH})\b"
    rf"|\bthe (?:{_ENGLISH}) (?:bars?|dots?|columns?|cells?|rows?|slices?|circles?|squares?|arrows?|words|letters)\b",
    "fr": rf"\b(?:indiqu|marqu|surlign|affich|représent|color|imprim)ée?s? en (?:{_FRENCH})\b"
    rf"|\bécrit(?:e?s?) en (?:{_FRENCH})\b"
    rf"|\b(?:barres?|colonnes?|cellules?|cercles?|carrés?|flèches?|lettres?) (?:{_FRENCH})e?s?\b",
    "es": rf"\b(?:indicad|marcad|resaltad|mostrad|representad|señalad|destacad|escrit|impres)[oa]s? en (?:{_SPANISH})\b"
    r"|\b(?:barras?|columnas?|celdas?|círculos?|cuadrados?|flechas?|letras?) "
    r"(?:roj[oa]s?|verdes?|azul(?:es)?|amarill[oa]s?|naranjas?|morad[oa]s?|violetas?|rosas?|gris(?:es)?)\b",
    "ru": r"\b(?:показан|отмечен|выделен|обозначен|окрашен|закрашен|напечатан|написан)\w* "
    r"(?:красным|зел[её]ным|синим|голубым|ж[её]лтым|оранжевым|фиолетовым|розовым|серым)\b"
    r"|\b(?:красн|зел[её]н|син|голуб|ж[её]лт|оранжев|фиолетов|розов)\w{1,3} "
    r"(?:столбик|столбц|столбец|кружк|кружок|квадрат|стрелк|ячейк|букв)\w*",
    "ar": "(?:باللون|بلون) (?:ال)?(?:أحمر|أخضر|أزرق|أصفر|برتقالي|بنفسجي|وردي|رمادي)",
    "zh": "(?:用|以|[标標][为為成]|[显顯]示[为為])[红紅绿綠蓝藍黄黃橙紫粉灰]色"
    "|[红紅绿綠蓝藍黄黃橙紫灰]色的?(?:柱|[条條]形|[圆圓][点點]|[单單]元格|方[块塊]|箭[头頭]|文字|字[体體])",
}


def colour_alone(deck: Deck, presentation: Presentation) -> Iterator[Diagnostic]:
    """A text tells things apart by their colour alone: “countries marked in red”, “the green bars”.

    One man in twelve cannot tell red from green, nobody can in a print without colours, and a screen reader does not
    say them (WCAG 2.2, 1.4.1). Looked for in six languages, in texts on slides and in notes.

    Example:
        - id: progress
          layout: statement
          title: Progress
          statement: The countries marked in red are behind.

    To mend it: say it in words as well, such as by a heading, a sign or a column of its own
    """
    pattern = _PATTERNS.get(presentation.language.primary)
    for slide in presentation.slides if pattern else ():
        for path, text in (*slide.content.texts(), *([("notes", slide.notes)] if slide.notes else [])):
            for found in re.finditer(pattern or "", _SPACE.sub(" ", text.prose), re.IGNORECASE):
                message = f"slide `{slide.id}`, {_where(path)}: “{found[0]}” tells something by its colour alone"
                span = slide.spans.get(path, slide.span)
                excerpt, hint = Excerpt.of(text.prose, found.span()), "say it in words, or by a sign, as well"
                yield Diagnostic("colour-alone", message, span, hint, Severity.WARNING, excerpt=excerpt)


def _where(path: str) -> str:
    return "notes" if path == "notes" else f"field `{path}`"
