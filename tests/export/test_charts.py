"""Charts: the theme's looks, both reading directions, valid axes."""

import pytest

from deck.export.pptx import write_pptx
from tests.export.decks import deck, sample_chart, slide
from tests.export.packages import Part


def drawn(kind: str, language: str = "en") -> Part:
    data = write_pptx(deck(language, [slide("a", "A", sample_chart(kind))]))
    return Part(data, "ppt/charts/chart1.xml")


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_axes_have_numbers_that_the_schema_knows(kind: str) -> None:
    part = drawn(kind)
    ids = [each.get("val") for each in part.find("//c:plotArea/*/c:axId")]
    assert sorted(set(ids)) == ["1", "2"]
    assert [each.get("val") for each in part.find("//c:catAx/c:crossAx | //c:valAx/c:crossAx")] == ["2", "1"]


@pytest.mark.parametrize("kind", ["bar", "column", "line"])
def test_series_have_the_theme_s_colours(kind: str) -> None:
    colours = drawn(kind).find("//c:ser/c:spPr//a:schemeClr")
    assert [each.get("val") for each in colours] == ["accent1", "accent2"]
    assert [each.get("val") for each in colours[1]] == ["60000", "40000"]


@pytest.mark.parametrize(
    ("kind", "language", "category", "value"),
    [
        ("bar", "en", "maxMin", "minMax"),
        ("bar", "ar", "maxMin", "maxMin"),
        ("column", "en", "minMax", "minMax"),
        ("column", "ar", "maxMin", "minMax"),
        ("line", "ar", "maxMin", "minMax"),
    ],
)
def test_charts_are_read_from_the_top_and_from_the_start(kind: str, language: str, category: str, value: str) -> None:
    part = drawn(kind, language)
    found = [part.find(f"//c:{axis}/c:scaling/c:orientation") for axis in ("catAx", "valAx")]
    assert [each[0].get("val") if each else "minMax" for each in found] == [category, value]


def test_the_text_names_its_language_and_the_theme_s_fonts() -> None:
    part = drawn("bar", "ar")
    assert part.one("/*/c:txPr//a:endParaRPr").get("lang") == "ar"
    assert part.one("/*/c:txPr//a:pPr").get("rtl") == "1"
    assert part.one("/*/c:txPr//a:latin").get("typeface") == "+mn-lt"
