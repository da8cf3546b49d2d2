"""The webinar in the six languages of the United Nations."""

from __future__ import annotations

import csv
import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import polib
import pytest

from deck.export.pptx import write_pptx
from deck.export.pptx.lint import lint
from deck.pipeline.build import Built, lay_out
from deck.pipeline.places import default_outline
from deck.pipeline.reading import languages
from tests.drawn import strayed
from tests.outlines import texts
from tests.tools import missing, required
from tests.validator import validate

RANKS = Path(__file__).resolve().parents[2] / "shared" / "reference" / "un-names-37.tsv"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WRITTEN = {"zh": "zh-CN"}
"""Languages as Office wants them, where that is not as a deck names them."""
HEADINGS = {
    "ar": "37 بلداً رائداً أو مرشحاً لصفة البلد الرائد",
    "en": "37 Pathfinder Countries and Pathfinder candidate countries",
    "es": "37 países pioneros y países candidatos a pioneros",
    "fr": "37 pays pionniers et pays candidats au statut de pays pionnier",
    "ru": "37 стран-первопроходцев и стран-кандидатов",
    "zh": "37个探路者国家和探路者候选国",
}
FIGURES = {"ar": "50 مليون", "en": "50 million", "es": "50 millones", "fr": "50 millions", "ru": "50 миллионов"}
ALONE = """
import hashlib, sys
from deck.export.pptx import write_pptx
from deck.pipeline.build import lay_out
from deck.pipeline.places import default_outline
print(hashlib.sha256(write_pptx(lay_out(default_outline(), sys.argv[1]).deck)).hexdigest())
"""
# What is one in two languages: names, and words that both have.
SHARED = re.compile(r"[\d\s.,%–|·’'()\[\]“”«»:;&/-]|Alliance 8\.7|Jane Colombini|JC|Migration|Walk Free")


@pytest.fixture(scope="module", params=sorted(HEADINGS))
def built(request: pytest.FixtureRequest) -> Built:
    return lay_out(default_outline(), request.param)


@pytest.fixture(scope="module")
def data(built: Built) -> bytes:
    return write_pptx(built.deck)


def plain(words: str) -> str:
    """With ordinary spaces."""
    return words.replace("\N{NO-BREAK SPACE}", " ")


def shown(built: Built) -> list[str]:
    return [paragraph.plain for _, _, text in texts(built.deck) for paragraph in text.paragraphs]


def test_these_are_its_languages() -> None:
    assert sorted(languages(default_outline())) == sorted(HEADINGS)


def test_it_fits_on_13_slides_with_nothing_to_report(built: Built) -> None:
    assert built.diagnostics == ()
    assert len(built.deck.slides) == 13


def test_headings_count_and_figures_speak(built: Built) -> None:
    tag = built.deck.language.tag
    titles = {tree.id: plain(tree.title) for tree in built.deck.slides}
    assert titles["pathfinder-list"] == HEADINGS[tag]
    assert FIGURES.get(tag, "5000万") in map(plain, shown(built))


def test_nothing_is_left_in_the_outlines_language(built: Built) -> None:
    if built.deck.language.tag == "en":
        pytest.skip("this is the outline's language")
    english = {SHARED.sub("", words) for words in _all(lay_out(default_outline()))}
    countries = {SHARED.sub("", words) for words in _countries(built)}
    assert {SHARED.sub("", words) for words in _all(built)} & english - countries <= {""}


def _all(built: Built) -> list[str]:
    deck = built.deck
    notes = [paragraph.plain for tree in deck.slides for paragraph in tree.notes]
    return [*shown(built), *notes, deck.title, deck.subject, *(section.title for section in deck.sections)]


def _countries(built: Built) -> list[str]:
    (tree,) = (tree for tree in built.deck.slides if tree.id == "pathfinder-list")
    return [p.plain for shape in tree.shapes if getattr(shape, "field", "") == "items" for p in shape.text.paragraphs]


def test_countries_stand_in_the_languages_order(built: Built) -> None:
    if not RANKS.exists() and not os.environ.get("CI"):
        pytest.skip("the reference table is not beside this checkout")
    with RANKS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    tag = built.deck.language.tag
    found = _countries(built)
    if tag == "en":
        # In the outline's language they are called as the list has it, and stand where those names belong.
        assert len(found) == 37
        return
    assert found == [row[tag] for row in sorted(rows, key=lambda row: int(row[f"rank_{tag}"]))]


def test_every_run_says_its_language(built: Built, data: bytes) -> None:
    tag = built.deck.language.tag
    with ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if re.fullmatch(r"ppt/(slides|notesSlides|slideLayouts|slideMasters|notesMasters)/\w+\.xml", name):
                root = ElementTree.fromstring(package.read(name))
                for paragraph in root.iter(f"{A}p"):
                    pieces = [one for kind in ("r", "br", "fld") for one in paragraph.iter(f"{A}{kind}")]
                    properties = [one.find(f"{A}rPr") for one in pieces] + paragraph.findall(f"{A}endParaRPr")
                    assert properties
                    assert {one is not None and one.get("lang") for one in properties} == {WRITTEN.get(tag, tag)}, name


def test_it_is_the_same_where_no_other_was_made_before(built: Built, data: bytes) -> None:
    command = [sys.executable, "-c", ALONE, built.deck.language.tag]
    alone = subprocess.run(command, capture_output=True, text=True, check=True)
    assert alone.stdout.strip() == hashlib.sha256(data).hexdigest()


def test_it_is_sound(data: bytes) -> None:
    assert lint(data) == []


@pytest.mark.external
def test_the_open_xml_sdk_finds_no_error(data: bytes) -> None:
    assert validate(data) == []


@pytest.mark.external
def test_no_word_is_drawn_outside_its_shape(built: Built, data: bytes, tmp_path: Path) -> None:
    assert not list(strayed(built.deck, data, tmp_path))


@pytest.mark.external
@pytest.mark.parametrize("language", sorted(HEADINGS))
def test_its_catalog_passes_gettext_and_survives_a_merge(language: str, tmp_path: Path) -> None:
    locales = default_outline().parent / "locales"
    catalog, template = locales / f"{language}.po", locales / "alliance-8.7.pot"
    msgfmt, msgmerge = (required(command, "install gettext") for command in ("msgfmt", "msgmerge"))
    subprocess.run([msgfmt, "-c", "-o", str(tmp_path / "x.mo"), str(catalog)], check=True, capture_output=True)
    if language == "en":
        # The outline's own language has but the texts that count; a merge would add all others.
        return
    merged = subprocess.run([msgmerge, "-q", str(catalog), str(template)], check=True, capture_output=True).stdout
    before, after = polib.pofile(str(catalog)), polib.pofile(merged.decode())
    assert {(one.msgctxt, one.msgstr) for one in after} == {(one.msgctxt, one.msgstr) for one in before}


TARGET = {
    "ar": "اتخاذ تدابير فورية وفعالة للقضاء على السخرة، وإنهاء الرق المعاصر والاتجار بالبشر، وضمان حظر واستئصال "
    "أسوأ أشكال عمل الأطفال، [بما في ذلك تجنيدهم واستخدامهم كجنود، ]وإنهاء عمل الأطفال بجميع أشكاله، بحلول عام 2025",
    "en": "Take immediate and effective measures to eradicate forced labour, end modern slavery and human trafficking "
    "and secure the prohibition and elimination of the worst forms of child labour, [including recruitment and use of "
    "child soldiers, ]and by 2025 end child labour in all its forms",
    "es": "Adoptar medidas inmediatas y eficaces para erradicar el trabajo forzoso, poner fin a las formas "
    "contemporáneas de esclavitud y la trata de personas y asegurar la prohibición y eliminación de las peores formas "
    "de trabajo infantil[, incluidos el reclutamiento y la utilización de niños soldados,] y, de aquí a 2025, poner "
    "fin al trabajo infantil en todas sus formas",
    "fr": "Prendre des mesures immédiates et efficaces pour supprimer le travail forcé, mettre fin à l’esclavage "
    "moderne et à la traite d’êtres humains, interdire et éliminer les pires formes de travail des enfants[, y compris "
    "le recrutement et l’utilisation d’enfants soldats,] et, d’ici à 2025, mettre fin au travail des enfants sous "
    "toutes ses formes",
    "ru": "Принять срочные и эффективные меры для того, чтобы искоренить принудительный труд, покончить с современным "
    "рабством и торговлей людьми и обеспечить запрет и ликвидацию наихудших форм детского труда, [включая вербовку и "
    "использование детей-солдат, ]а к 2025 году покончить с детским трудом во всех его формах",
    "zh": "立即采取有效措施，根除强制劳动、现代奴隶制和贩卖人口，禁止和消除最恶劣形式的使用童工，[包括招募和利用童兵，]"
    "到2025年终止一切形式的使用童工",
}
"""SDG target 8.7 in the global indicator framework's words; in brackets what the slide leaves out."""


def test_the_target_is_quoted_word_for_word(built: Built) -> None:
    tag = built.deck.language.tag
    (slide,) = (slide for slide in built.presentation.slides if slide.id == "target")
    quote = plain(dict(slide.content.texts())["quote"].plain).rstrip(".。")
    # English writes no comma where the words were.
    assert quote.replace("labour and by", "labour, and by") == re.sub(r"\[.*\]", "", TARGET[tag])


MISTAKEN = {
    "acronyms": "ILO is OIT in French, МОТ in Russian",
    "brackets": "the Netherlands' name has them in three languages, Chinese ones are full-width, a dual has no {count}",
    "doublequoting": "reports' titles stand in guillemets",
    "numbers": "49.6 is 49,6, and 160 million is 1.6亿",
    "puncspacing": "an asterisk is taken for punctuation, and full-width signs have no space after them",
    "simplecaps": "titles have capitals in English alone",
    "unchanged": "many countries are called the same",
}
"""What translate-toolkit takes for mistakes, and is none."""
MISTAKEN_IN = {
    "ar": {"pythonbraceformat": "a dual has no numeral", "startpunc": "so it starts without a brace"},
    "ru": {"startcaps": "“партнеров” goes on from the figure above it"},
}


@pytest.mark.external
@pytest.mark.parametrize("language", sorted(HEADINGS))
def test_its_catalog_passes_translate_toolkits_checks(language: str) -> None:
    if find_spec("translate") is None:
        missing("translate-toolkit", "install the extra `test`")
    catalog = default_outline().parent / "locales" / f"{language}.po"
    excluded = MISTAKEN.keys() | MISTAKEN_IN.get(language, {}).keys()
    command = [sys.executable, "-m", "translate.filters.pofilter", "--progress=none", f"--language={language}"]
    command += [f"--excludefilter={name}" for name in sorted(excluded)]
    ran = subprocess.run([*command, str(catalog)], check=True, capture_output=True, text=True)
    assert "pofilter" not in ran.stdout, ran.stdout


NOUNS = {
    "ar": {
        1: "بلد واحد رائد أو مرشح لصفة البلد الرائد",
        2: "بلدان رائدان أو مرشحان لصفة البلد الرائد",
        5: "5 بلدان رائدة أو مرشحة لصفة البلد الرائد",
        11: "11 بلداً رائداً أو مرشحاً لصفة البلد الرائد",
        21: "21 بلداً رائداً أو مرشحاً لصفة البلد الرائد",
    },
    "en": {1: "1 Pathfinder Country or Pathfinder candidate country"},
    "es": {1: "1 país pionero o candidato a pionero"},
    "fr": {1: "1 pays pionnier ou candidat au statut de pays pionnier"},
    "ru": {
        1: "1 страна-первопроходец и страна-кандидат",
        2: "2 страны-первопроходца и страны-кандидата",
        21: "21 страна-первопроходец и страна-кандидат",
    },
    "zh": {},
}


@pytest.mark.parametrize("count", [1, 2, 5, 11, 21, 37])
@pytest.mark.parametrize("language", sorted(HEADINGS))
def test_the_heading_agrees_with_any_number_of_countries(language: str, count: int, tmp_path: Path) -> None:
    folder = tmp_path / "alliance-8.7"
    shutil.copytree(default_outline().parent, folder)
    countries = folder / "countries.csv"
    lines = countries.read_text(encoding="utf-8").splitlines(keepends=True)
    countries.write_text("".join(lines[: count + 1]), encoding="utf-8")
    built = lay_out(folder / "outline.yaml", language)
    (title,) = {plain(tree.title) for tree in built.deck.slides if tree.slide == "pathfinder-list"}
    assert title == NOUNS[language].get(count, HEADINGS[language].replace("37", str(count)))
