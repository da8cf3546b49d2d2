"""A figure that is typed with a word, `43.5 million`, comes to the same in every language, whatever its words there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deck import markup
from deck.checks.figures import figures
from deck.languages.catalog import Catalog
from deck.languages.localise import localise
from deck.languages.plurals import usual_rule
from deck.languages.translate import translated as translate
from deck.model.language import Language
from deck.model.measure import measure, number_of
from deck.pipeline.reading import original, read
from tests.languages.catalogs import entry, translated
from tests.outlines import texts, write_outline

FORMS = Path(__file__).parents[2] / "deck" / "languages" / "tables" / "number-forms.json"
LANGUAGES = sorted({each.partition("-")[0] for each in json.loads(FORMS.read_text(encoding="utf-8"))["forms"]})
SLIDES = (
    """
    layout: change
    title: A
    figures:
      - {id: a, label: aa, before: 40 million, after: 43.5 million}
      - {id: b, label: bb, before: 800 thousand, after: 2.1 million}
      - {id: c, label: cc, before: US$ 2.5 million, after: US$ 4 million}
      - {id: d, label: dd, before: 40.5%, after: 43%}
    """,
    """
    layout: chart
    title: B
    kind: column
    categories:
      - {id: a, label: aa, value: 40 million}
      - {id: b, label: bb, value: 43.5 million}
      - {id: c, label: cc, value: ≈ 800 thousand}
    """,
    """
    layout: amounts
    title: C
    amounts:
      - {id: a, value: 50 million, label: aa}
      - {id: b, value: 12.5 million, label: bb}
    """,
    """
    layout: statistics
    title: D
    figures:
      - id: s
        value: 50 million
        label: all
        parts: [{id: l, value: 28.5 million, label: pp}, {id: m, value: 21.5 million, label: qq}]
      - {id: t, value: "≈ {partners} thousand", label: tt}
    """,
)
CHANGE = """
layout: change
title: A
figures: [{id: a, label: aa, before: 40 million, after: 43.5 million}]
"""


def test_a_typed_amount_comes_to_the_same_in_every_language(tmp_path: Path) -> None:
    presentation = original(read(write_outline(tmp_path, *SLIDES)))

    def reckoned(language: str | None) -> list[tuple[float | None, object]]:
        said = presentation
        if language:
            target = Language(language)
            said, _ = translate(said, Catalog("", target, usual_rule(target), {}), markup)
        shown = [each.amount for slide in localise(said).slides for each in figures(slide.content)]
        found = [(number_of(amount), measure(amount, said.language)) for amount in shown]
        return [(number, one and (one.number, one.percent)) for number, one in found]

    source = reckoned(None)
    assert len(source) == 17
    assert all(number is not None for number, _ in source)
    assert not [language for language in LANGUAGES if language != "en" and reckoned(language) != source]


@pytest.mark.parametrize(("language", "words"), [("pl", "43,5 miliona"), ("de", "43,5 Mio."), ("fr", "beaucoup")])
def test_a_translator_s_own_words_of_it_are_shown_and_the_source_is_reckoned_with(
    tmp_path: Path, language: str, words: str
) -> None:
    own = entry("slide-1.figures.a.after", "43.5 million", words)
    built = translated(tmp_path, CHANGE, own, language=language)
    shown = "\n".join(part.plain for _, _, text in texts(built.deck) for part in text.paragraphs)
    shown = shown.replace("\N{NO-BREAK SPACE}", " ")
    assert words in shown.splitlines()
    assert {"pl": "by 3,5 miliona", "de": "um 3,5 Millionen", "fr": "de 3,5 millions"}[language] in shown


def test_a_translation_of_an_older_amount_is_not_shown(tmp_path: Path) -> None:
    older = entry("slide-1.figures.a.after", "42 million", "42 millions")
    built = translated(tmp_path, CHANGE, older)
    parts = (part.plain for _, _, text in texts(built.deck) for part in text.paragraphs)
    shown = [part.replace("\N{NO-BREAK SPACE}", " ") for part in parts]
    assert "43,5 millions" in shown
    assert "42 millions" not in shown
