"""Catalogs by their files' names."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.cli import main
from deck.cli.terminal import DONE
from deck.languages.locales import unknown_subtag
from deck.model.language import Language, tag_of
from deck.pipeline.build import lay_out
from deck.pipeline.catalog_folder import catalogs, language_of
from deck.pipeline.reading import languages, read
from deck.translating import catalog_files
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import write_outline

SLIDE = "layout: title\ntitle: Hello"


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("fr", "fr"),
        ("pt_BR", "pt-BR"),
        ("zh-Hans", "zh-Hans"),
        ("sr@latin", "sr-Latn"),
        ("sr_RS@Latin", "sr-Latn-RS"),
        ("sr@ijekavianlatin", "sr-Latn-ijekavsk"),
        ("uz@cyrillic", "uz-Cyrl"),
        ("sd@devanagari", "sd-Deva"),
        ("ca@valencia", "ca-valencia"),
        ("be_BY@tarask", "be-BY-tarask"),
        ("de_DE@euro", "de-DE"),
        ("de_DE.UTF-8", "de-DE"),
        ("x", None),
        ("french", None),
        ("fr copy", None),
        ("fr@abc", None),
        ("fr.old", None),
    ],
)
def test_tags(name: str, tag: str | None) -> None:
    assert tag_of(name) == tag


def named(folder: Path, name: str, word: str = "Salut") -> Path:
    path = write_catalog(folder, *complete(), entry("slide-1.title", "Hello", word))
    return path.rename(path.with_name(name))


@pytest.mark.parametrize(
    ("name", "tag"), [("sr@latin.po", "sr-Latn"), ("ca@valencia.po", "ca-valencia"), ("fr.PO", "fr"), ("fr.Po", "fr")]
)
def test_a_catalog_by_any_of_gettext_s_names_is_read(name: str, tag: str, tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    path = named(tmp_path, name)
    assert catalogs(outline) == {tag: path}
    assert language_of(path) == Language(tag)
    assert languages(outline) == ["en", tag]
    for wanted in (tag, tag.lower(), path.stem):
        built = lay_out(outline, wanted)
        assert (built.deck.slides[0].title, built.deck.language.tag) == ("Salut", tag)
        assert "catalog-name" not in {one.code for one in built.diagnostics}
        assert catalog_files.catalog_of(outline, wanted) == path


def test_what_is_passed_over_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    for name in ("french.po", "fr.PO", "fr copy.po", "pt-BR.po", "pt_BR.po"):
        named(tmp_path, name)
    named(tmp_path, "fr.po", "Bonjour")
    (tmp_path / "locales" / "de" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "locales" / "deck.pot").touch()
    assert {tag: path.name for tag, path in catalogs(outline).items()} == {"fr": "fr.po", "pt-BR": "pt-BR.po"}
    found = {Path(one.span.path).name: one.message for one in read(outline)[2] if one.span}
    assert set(found) == {"french.po", "fr.PO", "fr copy.po", "pt_BR.po", "de"}
    assert found["fr.PO"].endswith("is not read: the catalog of `fr` is fr.po")
    assert main(["check", str(outline)]) == DONE
    assert capsys.readouterr().err.count("warning[catalog-name]") == len(found)


def test_every_command_that_goes_over_languages_tells_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    named(tmp_path, "french.po")
    named(tmp_path, "de.po")
    output = ["--output", str(tmp_path / "dist")]
    (tmp_path / "editions.csv").write_text("id\nnorth\n", encoding="utf-8")
    for command in (
        ["build", "--all-languages", *output],
        ["build", "--all-languages", "--editions", str(tmp_path / "editions.csv"), *output],
        ["check", "--all-languages", *output],
        ["export", "svg", "--all-languages", *output],
        ["changes", *output],
        ["translate", "status"],
        ["translate", "page", *output],
        ["translate", "extract"],
    ):
        main([*command, str(outline)])
        told = capsys.readouterr().err
        assert told.count("warning[catalog-name]") == 1, command
        assert "french.po is not read: its name is no language’s" in told
        assert "hint: name it `fr.po`" in told


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("fr-copy.po", "copy"),
        ("fr_old.po", "old"),
        ("fr-backup.po", "backup"),
        ("fr-v2.po", "v2"),
        ("fr-CA-new.po", "new"),
    ],
)
def test_a_copy_that_is_read_as_a_language_of_its_own_is_told(name: str, part: str, tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    named(tmp_path, name)
    (found,) = (one for one in read(outline)[2] if one.code == "catalog-name")
    assert f"`{part}` is no script, region or variant" in found.message
    assert found.span
    assert found.span.path.endswith(name)


@pytest.mark.parametrize(
    "tag", ["pt-BR", "zh-Hans", "es-419", "ca-valencia", "sr-Latn-ijekavsk", "zh-Hant-HK", "de-1996"]
)
def test_a_known_tag_is_not(tag: str) -> None:
    assert unknown_subtag(Language(tag)) is None


def test_a_private_part_is_anybodys() -> None:
    assert unknown_subtag(Language("fr-x-donor")) is None


def test_a_catalog_of_a_locale_is_begun_by_its_tag(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    assert catalog_files.start(outline, "sr@latin").name == "sr-Latn.po"
