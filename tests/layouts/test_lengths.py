"""A slide is built without overflow, or its build fails with a diagnostic: never anything between."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from deck.export.pptx import write_pptx
from deck.export.pptx.lint import lint
from deck.ground.diagnostics import DeckError
from deck.model.shapes import TextBox
from deck.pipeline.build import Built
from tests.drawn import strayed
from tests.outlines import LISTINGS, PICTURES, TEXTS, examples, laid_out
from tests.render import without_links
from tests.typeset.corpus import SENTENCES, UNSPACED

LANGUAGES = ("en", "de", "ar", "zh", "ru")
PERCENTAGES = (0, 30, 60, 100)
# Chinese says in one character what English says in this many.
_ENGLISH_A_CHARACTER = 2.4
_TEXTS = ("title", "subtitle", "name", "role", "quote", "attribution", "label", "parts_label", "statement", "text")
_TEXTS += ("heading", "intro", "caption", "credit")
# In Markdown, what stands before a block's words, and these.
_BLOCK = re.compile(r"^(?! *> \[!| *---)( *(?:[-#>]+ |\d+\. )?)(\S.*)$", re.MULTILINE)


def lengthened(slide: str, percent: int, language: str, random: Random) -> str:
    """The slide with other words in its language, this much longer."""

    def changed(node: Any) -> Any:
        if isinstance(node, dict) and node.get("layout") == "text":
            return {**node, "title": words(len(node["title"])), "text": _BLOCK.sub(block, node["text"])}
        if isinstance(node, dict) and "cells" in node:
            cells = {name: words(len(str(value))) for name, value in node["cells"].items()}
            return {**node, "cells": cells}
        if isinstance(node, dict):
            return {
                name: words(len(str(value))) if name in _TEXTS and isinstance(value, str) else changed(value)
                for name, value in node.items()
            }
        return [changed(item) for item in node] if isinstance(node, list) else node

    def block(match: re.Match[str]) -> str:
        return match[1] + words(len(match[2]))

    def words(length: int) -> str:
        source = " ".join(SENTENCES[language].split())
        wanted = length * (1 + percent / 100)
        if language in UNSPACED:
            wanted, source = wanted / _ENGLISH_A_CHARACTER, source.replace(" ", "")
            start = random.randrange(len(source))
            return (source[start:] + source * 2)[: max(1, round(wanted))]
        vocabulary = source.split()
        start = random.randrange(len(vocabulary))
        text = vocabulary[start]
        for word in vocabulary[start + 1 :] + vocabulary * 2:
            if len(text) + len(word) > wanted:
                break
            text += f" {word}"
        return text

    return yaml.safe_dump(changed(yaml.safe_load(slide)), allow_unicode=True, sort_keys=False)


def built_or_diagnosed(folder: Path, slides: list[str], language: str) -> Built:
    """The slides that can be built, each of the others having said why not."""
    good = []
    for slide in slides:
        noticed = laid_out(folder, slide, language=language).diagnostics
        # Sentences and hostile texts have emoji, which are in no text font, and figures beside words that are others';
        # pictures are cut as they are meant to be.
        meant = ("missing-glyph", "image-cropped", "contradicting-number")
        found = [finding for finding in noticed if finding.code not in meant]
        assert {finding.code for finding in found} <= {"text-overflow"}
        for finding in found:
            assert f"in `{language}`" in finding.message
            assert re.search(r"\d+ points", finding.message)
        if not found:
            good.append(slide)
    return laid_out(folder, *_with_titles_of_their_own(good), language=language)


def _with_titles_of_their_own(slides: list[str]) -> list[str]:
    seen: set[str] = set()
    different = []
    for number, slide in enumerate(slides):
        content = yaml.safe_load(textwrap.dedent(slide))
        title = str(content["title"])
        while content["title"] in seen:
            # A long title may have no room for more; of a short one nothing may be left.
            content["title"] = str(content["title"])[:-1].rstrip() or f"{title} {number}"
        seen.add(content["title"])
        different.append(yaml.safe_dump(content, allow_unicode=True, sort_keys=False))
    return different


@pytest.mark.external
@pytest.mark.parametrize("language", LANGUAGES)
def test_longer_texts_fit_or_are_refused(language: str, tmp_path: Path) -> None:
    random = Random(87)
    whole = [*examples(), *PICTURES, *LISTINGS, *TEXTS]
    slides = [lengthened(slide, percent, language, random) for percent in PERCENTAGES for slide in whole]
    built = built_or_diagnosed(tmp_path, slides, language)
    assert len(built.deck.slides) >= len(slides) * 0.9, "most texts fit"
    data = write_pptx(built.deck)
    assert lint(data) == []
    assert not list(strayed(built.deck, without_links(data) if language == "ar" else data, tmp_path))


def statistics(values: list[str]) -> str:
    figures = "".join(
        f"  - {{id: n{number}, value: '{value}', label: people in forced labour}}\n"
        for number, value in enumerate(values)
    )
    return f"layout: statistics\ntitle: {len(values)} figures\nfigures:\n{figures}"


def columns(names: list[str]) -> str:
    items = "".join(f"  - {{id: n{number}, text: '{name}'}}\n" for number, name in enumerate(names))
    return f"layout: columns\ntitle: {len(names)} of {names[0]}\nnumbered: true\nitems:\n{items}"


LONG_NAMES = ["United Kingdom of Great Britain and Northern Ireland", "Saint Vincent and the Grenadines", "Chad"] * 8
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"
HOSTILE = {
    "eight figures": statistics(["1.234 million", "≈ 49,6 Mio.", "50 million", "400", "7", "12 %", "3–4", "∞"]),
    **{f"{count} figures": statistics(["50 million"] * count) for count in range(1, 8)},
    "193 countries": columns([f"Country {number}" for number in range(193)]),
    "3 countries": columns(["Albania", "Chile", "Samoa"]),
    "long names": columns(LONG_NAMES),
    "a title of 300 characters": f"layout: bullets\ntitle: {'a long title ' * 23}\nitems: [{{id: a, text: A}}]",
    "a bullet of 2,000 characters": f"layout: bullets\ntitle: T\nitems: [{{id: a, text: {'many words ' * 180}}}]",
    "a word of 60 characters": f"layout: statement\ntitle: {WORD}\nstatement: {WORD}",
    "emoji": "layout: statement\ntitle: Emoji\nstatement: '🙂 👩‍👩‍👧 🇫🇯 are characters too 🏳️‍🌈'",
    "two directions": "layout: statement\ntitle: Mixed\nstatement: 'SDG 8.7 الغاية 8.7, ILO منظمة العمل (ILO)'",
    "zero width": 'layout: statement\ntitle: Zero\nstatement: "a\\u200bb\\u2060c\\u00add\\ufeff e\\u200d"',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_anything_is_built_or_refused(name: str, tmp_path: Path) -> None:
    try:
        built = laid_out(tmp_path, HOSTILE[name])
    except DeckError as error:
        assert all(finding.code == "control-character" for finding in error.diagnostics)  # noqa: PT017
        return
    assert {finding.code for finding in built.diagnostics} <= {"text-overflow", "missing-glyph"}
    assert lint(write_pptx(built.deck)) == []


@pytest.mark.external
def test_what_is_built_of_anything_fits(tmp_path: Path) -> None:
    slides = [slide for name, slide in HOSTILE.items() if name != "zero width"]
    built = built_or_diagnosed(tmp_path, slides, "en")
    assert not list(strayed(built.deck, write_pptx(built.deck), tmp_path))


@pytest.mark.parametrize("letters", [45, 95])
def test_no_entry_of_a_short_list_is_lost_to_one_too_wide_word(letters: int, tmp_path: Path) -> None:
    wide = "W" + "w" * letters
    built = laid_out(tmp_path, f"layout: bullets\ntitle: Wide\nitems: [First, Second, {wide}, Last]")
    texts = [shape.text for tree in built.deck.slides for shape in tree.shapes if isinstance(shape, TextBox)]
    shown = {paragraph.plain for text in texts for paragraph in text.paragraphs}
    assert {"First", "Second", wide, "Last"} <= shown
    assert all(text.fits for text in texts) == (not built.diagnostics)
