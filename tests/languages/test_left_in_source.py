"""Running text that is still the source's is told of, and counted; names and what the glossary says alike are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck import markup
from deck.cli import main
from deck.cli.terminal import DONE
from deck.ground.diagnostics import Severity, Span
from deck.languages.catalog import Catalog, Entry
from deck.languages.left_in_source import left_in_source
from deck.languages.messages import Message
from deck.languages.plurals import usual_rule
from deck.languages.terms import Concept, Terms
from deck.model.language import Language
from deck.pipeline.build import lay_out
from deck.pipeline.judging import judged
from deck.pipeline.places import default_outline
from deck.pipeline.reading import languages
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import write_outline

EN, HERE = Language("en"), Span("x")


def told(text: str, *, source: str = "en", target: str = "fr", key: str = "a.b", same: str = "", **more: str) -> bool:
    language = Language(target)
    entries = {key: Entry(text, (text,), False, False, (HERE,))}
    catalog = Catalog("x.po", language, usual_rule(language), entries)
    concept = Concept({source: (same,), target: (same,)}, {}, "", HERE)
    terms = Terms([concept], Language(source), language) if same else None
    message = Message(key, text, "text", HERE, **more)  # type: ignore[arg-type]
    return bool([*left_in_source(catalog, [message], Language(source), terms, markup)])


@pytest.mark.parametrize(
    "text",
    [
        "Forced labour",
        "Who we are",
        "Ending **child labour** in the countries of Alliance 8.7",
        "{partners} partners in [all regions](https://example.org)",
        "Что мы делаем",
        "Learn more about this at example.org/what",
        "Look into list.xlsx for all of them",
        "We act now. They wait for us.",
    ],
)
def test_running_text_is_told_of(text: str) -> None:
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Alliance 8.7",
        "Agenda",
        "International Labour Organization",
        "Ministry of Labour and Employment",
        "Maria da Silva",
        "+44 20 7946 0000",
        "info@example.org or https://example.org/some/where",
        "example.org/what/we/do",
        "Example.org/what/we/do",
        "[example.org/our/work](https://example.org/our/work)",
        "info.of.ours@example.org",
        "mailto:info@example.org",
        "list-of-partners.xlsx",
        "The annual report of the partners.pdf",
        "data/list of partners.csv",
        "`pip install deck`",
        "{partners}",
        "SDG 8.7",
        "COVID-19",
    ],
)
def test_what_is_the_same_in_many_languages_is_not(text: str) -> None:
    assert not told(text)


def test_what_is_called_alike_by_the_glossary_is_not() -> None:
    assert told("Decent work for all")
    assert not told("Decent work for all", same="Decent work for all")
    assert told("Decent work for all the people", same="Decent work")


def test_sources_countries_and_languages_that_are_nearly_one_are_not() -> None:
    assert not told("Global estimates of modern slavery", key="sources.estimates")
    assert not told("Republic of the congo", country="CG")
    assert not told("What is it about", target="en-GB")
    assert not told("Kako to sve radi", source="hr", target="sr-Latn")


def test_a_language_without_capitals_is_judged_by_length() -> None:
    assert told("全球有两千八百万人从事强迫劳动我们必须行动", source="zh")
    assert not told("目标", source="zh")


def test_the_webinars_translations_are_no_copies() -> None:
    outline = default_outline()
    for language in languages(outline)[1:]:
        assert not [one for one in lay_out(outline, language).diagnostics if one.code == "source-words"]


def test_it_counts_as_wrong_and_stops_a_release(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, "layout: statement\ntitle: Hello\nstatement: Some words of ours")
    words = entry("slide-1.statement", "Some words of ours", "Some words of ours")
    write_catalog(tmp_path, *complete(), entry("slide-1.title", "Hello", "Bonjour"), words)
    (found,) = lay_out(outline, "fr").diagnostics
    assert (found.code, found.severity, found.field) == ("source-words", Severity.WARNING, "slide-1.statement")
    assert judged([found], release=True)[0].severity is Severity.ERROR
    assert main(["translate", "status", str(outline)]) == DONE
    told = capsys.readouterr()
    assert "source-words" in told.err
    assert next(line.split()[-2] for line in told.out.splitlines() if line.startswith("fr")) == "1"
