"""A few texts of another catalog in a catalog of its own: told at each, and a release stops where they are several."""

from __future__ import annotations

from pathlib import Path

import polib
import pytest

from deck import markup
from deck.cli import main
from deck.cli.terminal import DONE
from deck.ground.diagnostics import Severity, Span
from deck.languages.catalog import Catalog, Entry
from deck.languages.messages import Message
from deck.languages.plurals import usual_rule
from deck.languages.sister_words import left_in_sister
from deck.model.language import Language
from deck.pipeline.build import lay_out
from deck.pipeline.judging import judged
from deck.pipeline.places import default_outline

HERE = Span("x")
FIRST, SECOND = "Ce que nous faisons ensemble", "Les enfants ne sont pas des travailleurs."


def told(
    *texts: str, language: str = "es", sister: str = "fr", source: str = "Something else", **more: str
) -> list[str]:
    """The codes that are said of a catalog with these texts, which a sister has as well."""
    keys = [f"a.b{number}" for number, _ in enumerate(texts)]
    entries = {key: Entry(source, (text,), False, False, (HERE,)) for key, text in zip(keys, texts, strict=True)}
    catalog = Catalog("x.po", Language(language), usual_rule(Language(language)), entries)
    messages = [Message(key, source, "text", HERE, **more) for key in keys]  # type: ignore[arg-type]
    return [one.code for one in left_in_sister(catalog, messages, {Language(sister): texts}, markup)]


def test_one_text_is_told_of_and_two_stop_a_release() -> None:
    assert told(FIRST) == ["sister-words"]
    assert told(FIRST, SECOND) == ["other-language", "sister-words", "sister-words"]
    assert told("我们共同所做的一切工作都在这里", language="ru", sister="zh")


@pytest.mark.parametrize(
    "text", ["Nous sommes", "Alliance 8.7", "Walk Free Minderoo Foundation Geneva", "{partners} – 2022", "`a b c d`"]
)
def test_names_numbers_and_few_words_are_not(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("language", "sister"),
    [("pt", "pt-BR"), ("zh-Hans", "zh-Hant"), ("es", "es-MX"), ("no", "nb"), ("sr-Latn", "hr"), ("bs", "hr")],
)
def test_kindred_languages_may_say_the_same(language: str, sister: str) -> None:
    assert told(FIRST, SECOND, language=language, sister=sister) == []


def test_whose_texts_were_copied_and_what_is_the_sources_is_not() -> None:
    assert told(FIRST, SECOND, language="fr", sister="es") == []
    assert told(FIRST, source=FIRST) == []
    assert told(FIRST, country="FR") == []


def test_a_catalog_of_which_a_part_was_overwritten_is_not_released(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "locales").mkdir()
    for path in default_outline().parent.iterdir():
        if path.is_file():
            (tmp_path / path.name).write_bytes(path.read_bytes())
    theirs = default_outline().parent / "locales"
    french = {one.msgctxt: one.msgstr for one in polib.pofile(str(theirs / "fr.po")) if not one.obsolete}
    (tmp_path / "locales" / "fr.po").write_bytes((theirs / "fr.po").read_bytes())
    spanish = polib.pofile(str(theirs / "es.po"), wrapwidth=78)
    for one in [each for each in spanish if not each.obsolete and not each.msgid_plural][::4]:
        one.msgstr = french[one.msgctxt]
    spanish.save(str(tmp_path / "locales" / "es.po"))
    outline = tmp_path / "outline.yaml"
    found = judged(lay_out(outline, "es").diagnostics, release=True)
    (whole,) = (one for one in found if one.code == "other-language")
    assert whole.severity is Severity.ERROR
    single = [one for one in found if one.code == "sister-words"]
    assert whole.message.startswith(f"{len(single)} of its ")
    assert len({one.span and one.span.line for one in single}) == len(single) > 5
    assert not [one for one in lay_out(outline, "fr").diagnostics if one.code in ("other-language", "sister-words")]
    assert main(["translate", "status", str(outline)]) == DONE
    assert "warning[sister-words]" in capsys.readouterr().err
