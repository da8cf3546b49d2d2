"""The plural forms that a new catalog gets are those that the field's tools agree on."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from deck.languages.plurals import PluralRule, usual_rule
from deck.languages.po_file import read_po
from deck.model.language import Language
from deck.model.shapes import TextBox
from deck.pipeline.build import lay_out
from deck.translating import catalog_files
from tests.languages import make_plural_forms
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import write_outline
from tests.tools import required

NUMBERS = (*range(201), 1_000, 1_000_000, 2_000_000)
ROWS = [line.split("\t") for line in make_plural_forms.TABLE.read_text(encoding="utf-8").splitlines()[1:]]
SLIDE = "layout: statement\ntitle: Hello\nstatement: 'We are {partners} members'"


@pytest.mark.parametrize(("tag", "count", "expression"), ROWS, ids=[row[0] for row in ROWS])
def test_every_rule_gives_each_of_its_forms(tag: str, count: str, expression: str) -> None:
    rule = PluralRule.parse(f"nplurals={count}; plural={expression};")
    assert {rule.form(number) for number in NUMBERS} == set(range(int(count)))
    assert usual_rule(Language(tag)) == PluralRule(int(count), expression)


@pytest.mark.external
def test_it_is_gettext_s_rule_wherever_gettext_has_one() -> None:
    required("msginit", "apt install gettext")
    known = {tag: rule for tag, *_ in ROWS if (rule := make_plural_forms.of_gettext(tag.replace("-", "_")))}
    assert len(known) >= 40
    for tag, (count, expression) in known.items():
        theirs, ours = PluralRule(count, expression), usual_rule(Language(tag))
        assert [theirs.form(number) for number in NUMBERS] == [ours.form(number) for number in NUMBERS], tag


def test_it_is_translate_toolkit_s_rule_where_gettext_has_none() -> None:
    """Of the version that the table says; Weblate, Pootle and Virtaal share it."""
    from translate.lang.data import languages

    heading = make_plural_forms.TABLE.read_text(encoding="utf-8").splitlines()[0]
    if f"translate-toolkit {version('translate-toolkit')}," not in heading:
        pytest.skip(f"{heading}: another version may have other rules")
    assert {tag.replace("_", "-") for tag, each in languages.items() if each[1]} <= {row[0] for row in ROWS}


@pytest.mark.parametrize(
    ("tag", "wanted"),
    [("fr", 2), ("fr-CA", 2), ("es", 2), ("it", 2), ("pt", 2), ("pt-BR", 2), ("ca", 2), ("ar", 6), ("zh-Hant", 1)],
)
def test_forms_of_a_language(tag: str, wanted: int) -> None:
    assert usual_rule(Language(tag)).count == wanted


def test_a_language_that_nobody_has_a_rule_for() -> None:
    assert usual_rule(Language("xx")) == PluralRule(2, "n != 1")


TWO = "nplurals=2; plural=(n > 1);"
THREE = "nplurals=3; plural=(n == 0 || n == 1) ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;"
FORMS = ("{partners} membre", "{partners} de membres", "{partners} membres")


@pytest.mark.parametrize(
    ("rule", "forms", "count", "shown"),
    [
        (TWO, (FORMS[0], FORMS[2]), 1_000_000, "000 membres"),
        (THREE, FORMS, 1_000_000, "000 de membres"),
        (THREE, FORMS, 5, "5 membres"),
        (THREE, FORMS, 1, "1 membre"),
    ],
)
def test_a_catalog_s_own_header_is_the_truth_for_it(
    tmp_path: Path, rule: str, forms: tuple[str, ...], count: int, shown: str
) -> None:
    """With CLDR's form for whole millions or without: a catalog of either kind builds, and `extract` keeps its kind."""
    outline = write_outline(tmp_path, SLIDE)
    words = outline.read_text(encoding="utf-8")
    outline.write_text(words.replace("value: 400", f"value: {count}"), encoding="utf-8")
    path = write_catalog(
        tmp_path,
        *complete(),
        entry("slide-1.title", "Hello", "Salut"),
        entry("slide-1.statement", "We are {partners} members", *forms),
        rule=rule,
    )
    for _ in range(2):
        shapes = [shape for slide in lay_out(outline, "fr").deck.slides for shape in slide.shapes]
        said = [shape.text.paragraphs[0].plain for shape in shapes if isinstance(shape, TextBox)]
        assert any(" ".join(text.split()).endswith(shown) for text in said), said
        catalog_files.extract(outline)
    assert PluralRule.parse(read_po(path).metadata["Plural-Forms"]).count == len(forms)
