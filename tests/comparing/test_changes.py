"""What changes between two decks, slide by slide."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pptx import Presentation
from pptx.util import Pt

from deck.cli import main
from deck.cli.terminal import DONE, FAILURE, FINDINGS
from deck.comparing.changes import read_deck
from deck.comparing.comparison import compare
from deck.export.pptx import write_pptx
from deck.export.pptx.reader import SlideWords, read_pptx
from deck.export.pptx.unseen import Unseen
from deck.ground import files
from deck.model.shapes import TextBox
from deck.pipeline.build import lay_out
from deck.pipeline.places import assets, default_outline
from tests.films.mp4 import mp4
from tests.outlines import examples, laid_out
from tests.tools import required


def slide(id: str, title: str = "T", *texts: str, number: int = 1, **others: tuple[str, ...]) -> SlideWords:
    named = (*((f"Text {count}", (words,)) for count, words in enumerate(texts)), *others.items())
    return SlideWords(number, id, title, tuple(named), (), "")


def put(*places: tuple[int, int, int, int]) -> SlideWords:
    return replace(slide("a"), places=places)


@pytest.fixture
def webinar(tmp_path: Path) -> Path:
    shutil.copytree(default_outline().parent, tmp_path / "webinar")
    return tmp_path / "webinar" / "outline.yaml"


def test_a_country_joins(webinar: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = ["--output", str(tmp_path / "dist")]
    assert main(["changes", str(webinar), *output]) == DONE
    printed = capsys.readouterr().out
    assert "which was not built yet: all of it is new" in printed
    assert printed.count("slide added") == 13
    assert main(["build", str(webinar), *output]) == DONE
    capsys.readouterr()
    assert main(["changes", str(webinar), *output]) == DONE
    assert capsys.readouterr().out == "nothing changes\n"
    assert main(["list", "add", "Togo", "--outline", str(webinar)]) == DONE
    capsys.readouterr()
    assert main(["changes", str(webinar), *output]) == DONE
    assert capsys.readouterr().out == "slide 9: Togo added; title 37 → 38\n"
    assert main(["changes", str(webinar), *output, "--json"]) == DONE
    (found,) = json.loads(capsys.readouterr().out)
    (changed,) = found["slides"]
    assert (changed["number"], changed["id"]) == (9, "pathfinder-list")
    assert {"kind": "text", "before": None, "after": "Togo"} in changed["changes"]
    assert {"kind": "title", "before": "37", "after": "38"} in changed["changes"]


@pytest.mark.parametrize("command", ["changes", "build", "check"])
def test_the_last_deck_is_read_once(
    command: str, webinar: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = tmp_path / "dist"
    assert main(["build", str(webinar), "--output", str(output)]) == DONE
    read: list[Path] = []
    own = files.read_bytes

    def counted(path: Path, *others: Any) -> bytes:
        read.append(path)
        return own(path, *others)

    for module in ("deck.pipeline.edited", "deck.comparing.changes"):
        monkeypatch.setattr(f"{module}.read_bytes", counted)
    assert main([command, str(webinar), "--output", str(output)]) == DONE
    assert read == [output / "webinar.en.pptx"]


def test_what_a_build_would_tell_is_told(webinar: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = ["--output", str(tmp_path / "dist")]
    assert main(["build", str(webinar), *output]) == DONE
    with (webinar.parent / "countries.csv").open("a", encoding="utf-8") as file:
        file.write("Tgoo,TG,candidate,,\nEuropean Union,,,,\n")
    capsys.readouterr()
    assert main(["changes", str(webinar), *output]) == DONE
    told = capsys.readouterr()
    assert "Tgoo added" in told.out
    assert "warning[unknown-country]: “Tgoo” is not the name of a country" in told.err
    assert "“European Union” is not" in told.err
    with (webinar.parent / "countries.csv").open("a", encoding="utf-8") as file:
        file.write("Peru;PE;candidate;;\n")
    assert main(["changes", str(webinar), *output]) == FINDINGS
    assert "error[table-cells]" in capsys.readouterr().err


def test_a_figure_in_any_script_changes_and_is_not_replaced() -> None:
    (found,) = compare([slide("a", "T", "1.6亿")], [slide("a", "T", "1.65亿")])
    assert str(found) == "slide 1: 1.6 → 1.65"


def test_of_long_notes_what_changed_is_shown() -> None:
    words = " ".join(f"w{number}" for number in range(200))
    before = SlideWords(1, "a", "T", (), (words,), "")
    after = SlideWords(1, "a", "T", (), (words.replace("w100 w101 w102 w103 w104 w105", "a b c d e f g"),), "")
    (found,) = compare([before], [after])
    assert str(found) == (
        "slide 1: notes “… w96 w97 w98 w99 w100 w101 w102 w103 w104 w105 w106 w107 w108 w109 …” → "
        "“… w96 w97 w98 w99 a b c d e f g w106 w107 w108 w109 …”"
    )


def test_two_decks(webinar: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("old", "new"):
        assert main(["build", str(webinar), "--output", str(tmp_path / name)]) == DONE
        figures = webinar.parent / "figures.csv"
        figures.write_text(figures.read_text(encoding="utf-8").replace("50 million", "51 million"), encoding="utf-8")
        text = webinar.read_text(encoding="utf-8")
        webinar.write_text(text.replace("stakeholders and set up", "partners and set up"), encoding="utf-8")
    decks = [str(tmp_path / name / "webinar.en.pptx") for name in ("old", "new")]
    capsys.readouterr()
    assert main(["changes", "--between", *decks]) == DONE
    printed = capsys.readouterr().out
    assert printed == "slide 4: 50\xa0million → 51\xa0million\nslide 8: notes stakeholders → partners\n"
    # An outline is compared as it would be built.
    other = webinar.with_name("other.yaml")
    other.write_text(
        webinar.read_text(encoding="utf-8").replace("partners and set up", "them and set up"), encoding="utf-8"
    )
    assert main(["changes", "--between", str(webinar), str(other)]) == DONE
    assert capsys.readouterr().out == "slide 8: notes partners → them\n"
    figures = webinar.parent / "figures.csv"
    assert main(["changes", "--between", decks[0], str(figures)]) == FAILURE
    assert "hint: compare two decks (.pptx), two outlines (.yaml)" in capsys.readouterr().err


def test_decks_that_look_otherwise_are_not_said_to_be_the_same(
    webinar: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", str(webinar), "--output", str(tmp_path)]) == DONE
    old, new = tmp_path / "webinar.en.pptx", tmp_path / "new.pptx"
    deck = Presentation(str(old))
    deck.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].font.size = Pt(8)
    deck.save(str(new))
    capsys.readouterr()
    assert main(["changes", "--between", str(old), str(new)]) == DONE
    assert capsys.readouterr().out == "nothing changes in words, pictures and places; colours and type may\n"
    new.write_bytes(old.read_bytes())
    assert main(["changes", "--between", str(old), str(new)]) == DONE
    assert capsys.readouterr().out == "nothing changes\n"


def test_an_outline_with_mistakes(webinar: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (webinar.parent / "countries.csv").write_text("country\nTgoo\n", encoding="utf-8")
    assert main(["changes", str(webinar), "--output", str(tmp_path)]) == FINDINGS
    assert "unknown-country" in capsys.readouterr().err


def test_every_layout_s_words_are_read(tmp_path: Path) -> None:
    """What a deck says can be read back: all of each slide's texts, and its title."""
    deck = laid_out(tmp_path, *examples()).deck
    read = read_pptx(write_pptx(deck))
    # Spaces that keep a line together are the typesetter's, not the author's.
    titles = [(tree.id, tree.title.replace("\xa0", " ")) for tree in deck.slides]
    assert [(words.id, words.title) for words in read] == titles
    # A headline is all title.
    layouts = [tree.slide_layout.name for tree in deck.slides]
    assert [name for words, name in zip(read, layouts, strict=True) if not words.texts] == ["Headline, accent1"]
    assert compare(read, read) == ()


def test_the_webinar_s_notes_are_read() -> None:
    deck = lay_out(default_outline()).deck
    for words, tree in zip(read_pptx(write_pptx(deck)), deck.slides, strict=True):
        assert list(words.notes) == [paragraph.plain for paragraph in tree.notes]
        shown = [shape for shape in tree.shapes if isinstance(shape, TextBox) and shape.placeholder]
        footers = [box.text.paragraphs[0].plain for box in shown if box.placeholder and box.placeholder.type == "ftr"]
        assert words.footer == "".join(footers)


def git(folder: Path, *arguments: str) -> str:
    named = ["-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c", "commit.gpgsign=false"]
    command = [required("git", "install git"), "-C", str(folder), *named, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The webinar in a repository, committed twice: with 37 countries, and with Togo and a larger title."""
    top = tmp_path / "repository"
    shutil.copytree(default_outline().parent, top / "webinar")
    theme = (assets() / "themes" / "alliance.yaml").read_text(encoding="utf-8")
    (top / "our.yaml").write_text(theme, encoding="utf-8")
    outline = top / "webinar" / "outline.yaml"
    text = outline.read_text(encoding="utf-8").replace("theme: alliance", "theme: ../our.yaml\n  allow_outside: true")
    outline.write_text(text, encoding="utf-8")
    git(tmp_path, "init", "-q", "-b", "main", str(top))
    for message in ("first", "second"):
        git(top, "add", "-A")
        git(top, "commit", "-q", "-m", message)
        if message == "first":
            assert main(["list", "add", "Togo", "--outline", str(outline)]) == DONE
    return outline


def test_since_a_revision(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["changes", str(repository), "--since", "HEAD"]) == DONE
    assert capsys.readouterr().out == "nothing changes\n"
    assert main(["changes", str(repository), "--since", "main~1"]) == DONE
    assert capsys.readouterr().out == "slide 9: Togo added; title 37 → 38\n"
    assert main(["list", "remove", "Chad", "--outline", str(repository)]) == DONE
    (repository.parents[1] / "our.yaml").write_text("not: a theme", encoding="utf-8")
    capsys.readouterr()
    # The theme of today is broken; those of the revisions are not.
    assert main(["changes", str(repository), "--since", "main"]) == FINDINGS
    assert "our.yaml" in capsys.readouterr().err
    before = git(repository.parent, "status", "--porcelain")
    assert main(["changes", str(repository), "--between", "main~1", "main"]) == DONE
    assert capsys.readouterr().out == "slide 9: Togo added; title 37 → 38\n"
    assert git(repository.parent, "status", "--porcelain") == before


def test_between_revisions_in_every_language(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    command = ["changes", str(repository), "--between", "main~1", "main", "--all-languages", "--json"]
    assert main(command) == DONE
    found = {each["deck"]: each["slides"] for each in json.loads(capsys.readouterr().out)}
    names = {"en": "Togo", "ar": "توغو", "es": "Togo", "fr": "Togo", "ru": "Того", "zh": "多哥"}
    assert list(found) == [f"webinar.{tag}" for tag in names]
    for tag, name in names.items():
        (slide_changes,) = found[f"webinar.{tag}"]
        assert slide_changes["id"] == "pathfinder-list"
        assert {"kind": "text", "before": None, "after": name} in slide_changes["changes"]
        assert {"kind": "title", "before": "37", "after": "38"} in slide_changes["changes"]


def test_a_language_that_a_revision_does_not_have_yet_is_new(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(repository.parent / "locales" / "fr.po", repository.parent / "locales" / "fr-CA.po")
    capsys.readouterr()
    assert main(["changes", str(repository), "--since", "HEAD", "--language", "fr-CA"]) == DONE
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 13
    assert all("slide added" in line for line in lines)
    assert main(["changes", str(repository), "--since", "HEAD", "--language", "de"]) == FINDINGS
    assert "no translation into `de`" in capsys.readouterr().err


def test_a_deck_and_a_revision(repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(repository), "--output", str(tmp_path)]) == DONE
    capsys.readouterr()
    assert main(["changes", str(repository), "--between", "main~1", str(tmp_path / "webinar.en.pptx")]) == DONE
    assert capsys.readouterr().out == "slide 9: Togo added; title 37 → 38\n"


def test_mistakes_at_a_revision_are_named_by_it(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good = repository.read_text(encoding="utf-8")
    repository.write_text(good.replace("layout: quote", "layout: quot"), encoding="utf-8")
    git(repository.parent, "commit", "-q", "-a", "-m", "broken")
    repository.write_text(good, encoding="utf-8")
    capsys.readouterr()
    assert main(["changes", str(repository), "--since", "HEAD"]) == FINDINGS
    printed = capsys.readouterr().err
    assert "error[unknown-layout]" in printed
    assert "HEAD:webinar/outline.yaml:" in printed
    assert tempfile.gettempdir() not in printed.replace(str(repository.parents[2]), "")


def test_what_is_no_revision(repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    for revision in ("nowhere", "--all", "", "HEAD:webinar"):
        assert main(["changes", str(repository), f"--since={revision}"]) == FINDINGS
        assert f"git knows no revision `{revision}`" in capsys.readouterr().err
    shutil.copytree(repository.parent, tmp_path / "elsewhere")
    assert main(["changes", str(tmp_path / "elsewhere" / "outline.yaml"), "--since", "HEAD"]) == FINDINGS
    assert "not a git repository" in capsys.readouterr().err
    (new := repository.with_name("new.yaml")).write_text(repository.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["changes", str(new), "--since", "HEAD"]) == FAILURE
    assert "at `HEAD`" in capsys.readouterr().err


def test_without_git(repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("PATH", "")
    assert main(["changes", str(repository), "--since", "HEAD"]) == FINDINGS
    assert "takes git, which is not installed" in capsys.readouterr().err


COMPARED = [
    ([slide("a")], [slide("a"), slide("b", "New", number=2)], ["slide 2: slide added: “New”"]),
    ([slide("a"), slide("b", "Old", number=2)], [slide("a")], ["slide 2: slide removed: “Old”"]),
    ([slide("a", "37 countries")], [slide("a", "38 countries")], ["slide 1: title 37 → 38"]),
    ([slide("a", "37个探路者国家")], [slide("a", "38个探路者国家")], ["slide 1: title 37 → 38"]),
    ([slide("a", "T", "我们现在有37个国家")], [slide("a", "T", "我们现在有38个国家")], ["slide 1: 37 → 38"]),
    ([slide("a", "T", "尼日尔")], [slide("a", "T", "尼日利亚")], ["slide 1: 尼日利亚 added; 尼日尔 removed"]),
    ([slide("a", "One")], [slide("a", "Quite another thing")], ["slide 1: title “One” → “Quite another thing”"]),
    ([slide("a", "T", "Mali")], [slide("a", "T", "Togo")], ["slide 1: Togo added; Mali removed"]),
    ([slide("a", "T", "we are 400 in all")], [slide("a", "T", "we are 410 in all")], ["slide 1: 400 → 410"]),
    (
        [slide("a"), slide("b", number=2), slide("c", number=3)],
        [slide("b"), slide("c", number=2), slide("a", number=3)],
        ["slide 3: order 1 → 3"],
    ),
    (
        [slide("a", Column1=("x", "y"), Column2=("z",))],
        [slide("a", Column1=("x",), Column2=("y", "z"))],
        ["slide 1: columns rebalanced"],
    ),
    ([slide("", "One")], [slide("", "One", "more")], ["slide 1: more added"]),
    ([slide("a")], [slide("a"), slide("", "", number=2)], ["slide 2: slide added: without a title"]),
    ([put((0, 0, 9, 9))], [put((0, 1_999, 9, 9))], []),
    ([put((0, 0, 9, 9))], [put((0, 2_001, 9, 9))], ["slide 1: 1 shape moved"]),
    ([put((0, 0, 9, 9))], [put((0, 0, 9, 9), (0, 0, 9, 9))], ["slide 1: 1 shape more"]),
    # Where words change, shapes make room for them.
    ([put((0, 0, 9, 9))], [replace(put((0, 2_001, 9, 9)), title="U")], ["slide 1: title T → U"]),
    ([slide("a", "T", "Mali", "12")], [slide("a", "T", "Mali", "12", "Togo", "–")], ["slide 1: Togo added"]),
    ([slide("a", "T", "Mali", "–")], [slide("a", "T", "Mali", "12")], ["slide 1: 12 added"]),
    ([slide("a", "T", "Mali", "–", "–")], [slide("a", "T")], ["slide 1: Mali removed"]),
    ([slide("a", "T", "Mali")], [slide("a", "T", "Mali", "–")], ["slide 1: – added"]),
    ([slide("a", Figure1=("50%", "x"))], [slide("a", Figure1=("52%", "x"))], ["slide 1: 50% → 52%"]),
    ([slide("a", Figure1=("400", "x"))], [slide("a", Figure1=("450", "x"))], ["slide 1: 400 → 450"]),
    ([slide("a", Figure1=("27.6%",))], [slide("a", Figure1=("28%",))], ["slide 1: 27.6% → 28%"]),
    (
        [slide("a", Table=("Mali", "50%", "Togo", "12%"))],
        [slide("a", Table=("Mali", "12%", "Togo", "14%"))],
        ["slide 1: 50% → 12%; 12% → 14%"],
    ),
    (
        [slide("a", Table=("Mali", "50%", "Togo", "12.5%"))],
        [slide("a", Table=("Mali", "51%", "Togo", "14%"))],
        ["slide 1: 50% → 51%; 12.5% → 14%"],
    ),
    (
        [slide("a", One=("50%",), Two=("60%",))],
        [slide("a", One=("60%",), Two=("50%",))],
        ["slide 1: texts rebalanced"],
    ),
    # Of another country, in another place.
    (
        [slide("a", Table=("Mali", "50%"))],
        [slide("a", Table=("Togo", "60%"))],
        ["slide 1: Togo added; 60% added; Mali removed; 50% removed"],
    ),
    ([slide("a", One=("50%",))], [slide("a", Two=("60%",))], ["slide 1: 60% added; 50% removed"]),
    # An id alone is another; of two with the same title, nobody knows which.
    (
        [slide("a", "One"), slide("b", "Two", "x", number=2)],
        [slide("a", "One"), slide("c", "Two", "y", number=2)],
        ["slide 2: id b → c; y added; x removed"],
    ),
    (
        [slide("a", "One"), slide("b", "Two", number=2)],
        [slide("a", "One"), slide("c", "Two", number=2), slide("d", "Two", number=3)],
        ["slide 2: slide added: “Two”", "slide 3: slide added: “Two”", "slide 2: slide removed: “Two”"],
    ),
]


@pytest.mark.parametrize(("before", "after", "expected"), COMPARED)
def test_comparing(before: list[SlideWords], after: list[SlideWords], expected: list[str]) -> None:
    assert [str(one) for one in compare(before, after)] == expected


WORDS = st.sampled_from(["Mali", "Togo", "37 countries", "38 countries", "we act", ""])
SLIDES = st.lists(st.builds(slide, st.sampled_from("abc"), WORDS, WORDS, WORDS), max_size=4)


@given(before=SLIDES, after=SLIDES)
def test_there_is_nothing_to_say_only_where_nothing_changes(before: list[SlideWords], after: list[SlideWords]) -> None:
    assert compare(before, before) == ()
    assert bool(compare(before, after)) == (before != after) or sorted(map(str, before)) == sorted(map(str, after))


@pytest.mark.parametrize("data", [b"", b"PK", b"not a deck"])
def test_what_is_no_deck(tmp_path: Path, data: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    (path := tmp_path / "a.pptx").write_bytes(data)
    assert main(["changes", "--between", str(path), str(path)]) == FAILURE
    assert "not a deck" in capsys.readouterr().err


def test_a_workbook_is_no_deck(tmp_path: Path) -> None:
    import openpyxl

    openpyxl.Workbook().save(path := tmp_path / "a.pptx")
    with pytest.raises(Exception, match="file-unreadable"):
        read_deck(path)


def test_a_fresh_copy_is_compared_with_the_last_commit(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with (repository.parent / "countries.csv").open("a", encoding="utf-8") as file:
        file.write("Mali,ML,candidate,,\n")
    capsys.readouterr()
    assert main(["changes", str(repository), "--output", str(repository.parent / "none")]) == DONE
    printed = capsys.readouterr().out
    assert "since the last commit" in printed
    assert "Mali" in printed


UNSEEN = """presentation:
  title: Wells
  event: A webinar
  author: Us
  footer: A footer
  language: en
  theme: alliance
sections:
  - id: a
    title: Welcome
    slides:
      - id: one
        layout: bullets
        title: Read on
        items:
          - "[The report](https://example.org/report), [on](#two)"
      - id: two
        layout: picture
        title: Women at the well
        picture: {file: well.png, description: Women draw water}
      - id: three
        layout: video
        title: A film
        poster: {file: still.png, description: A still from it}
        file: film.mp4
        captions: {en: film.vtt}
  - id: b
    title: Close
    slides:
      - id: four
        layout: statement
        title: Thanks
        statement: All
        hidden: true
        notes: Say goodbye to everyone who came.
"""


def changed(folder: Path, capsys: pytest.CaptureFixture[str], before: str, after: str) -> str:
    """What `changes` says once these words of the outline are others."""
    outline = folder / "outline.yaml"
    output = ["--output", str(folder / "dist")]
    outline.write_text(UNSEEN, encoding="utf-8")
    if not (folder / "dist").exists():
        for name, colour in (("well", "navy"), ("still", "teal")):
            Image.new("RGB", (640, 480), colour).save(folder / f"{name}.png")
        (folder / "film.mp4").write_bytes(mp4())
        (folder / "film.vtt").write_text(f"WEBVTT\n\n00:00.000 --> 00:02.000\n{SAID}\n", encoding="utf-8")
        assert main(["build", str(outline), *output]) == DONE
    assert UNSEEN.count(before) == 1
    outline.write_text(UNSEEN.replace(before, after), encoding="utf-8")
    capsys.readouterr()
    assert main(["changes", str(outline), *output]) == DONE
    return capsys.readouterr().out


SAID = "Women draw water."


def test_what_is_not_seen_on_a_slide_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for before, after, said in (
        ("Women draw", "Girls draw", "slide 2: alternative text Women → Girls"),
        (
            "org/report",
            "org/other",
            "slide 1: link “The report” to https://example.org/report → https://example.org/other",
        ),
        ("(#two)", "(#three)", "slide 1: link “on” to #two → #three"),
        ("[on](#two)", "on", "slide 1: link removed: “on” to #two"),
        ("Thanks", "Thank you all", "slide 4: title “Thanks” → “Thank you all”"),
        ("goodbye", "hello", "slide 4: notes goodbye → hello"),
        ("hidden: true", "hidden: false", "slide 4: visibility hidden → shown"),
        ("title: Welcome", "title: Hello", "the deck: section Welcome → Hello"),
        ("author: Us", "author: Them", "the deck: file’s author Us → Them"),
        ("title: Wells", "title: Wells and water", "the deck: file’s title “Wells” → “Wells and water”"),
        ("event: A webinar", "event: A workshop", "the deck: file’s subject webinar → workshop"),
        (
            "  - id: b\n    title: Close\n    slides:\n      - id: four",
            "      - id: four",
            "the deck: section removed: Close",
        ),
    ):
        assert changed(tmp_path, capsys, before, after) == f"{said}\n"


def test_a_file_that_is_another_under_its_name_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert changed(tmp_path, capsys, "Us", "Us") == "nothing changes\n"
    Image.new("RGB", (640, 480), "maroon").save(tmp_path / "well.png")
    assert changed(tmp_path, capsys, "Us", "Us") == "slide 2: picture replaced: Women draw water\n"
    assert changed(tmp_path, capsys, "description: Women", "description: Girls") == (
        "slide 2: alternative text Women → Girls; picture replaced: Girls draw water\n"
    )
    Image.new("RGB", (640, 480), "navy").save(tmp_path / "well.png")
    captions = tmp_path / "film.vtt"
    text = captions.read_text(encoding="utf-8")
    captions.write_text(text.replace("water", "wine"), encoding="utf-8")
    assert changed(tmp_path, capsys, "Us", "Us") == "slide 3: captions water. → wine.\n"
    captions.write_text(text.replace("02.000", "03.000"), encoding="utf-8")
    assert changed(tmp_path, capsys, "Us", "Us") == "slide 3: captions replaced: English\n"
    captions.write_text(text, encoding="utf-8")
    (tmp_path / "film.mp4").write_bytes(mp4(size=(320, 240)))
    assert changed(tmp_path, capsys, "Us", "Us") == "slide 3: film replaced: A still from it\n"


def test_a_chart_s_alternative_text_changes_with_its_figures_and_is_not_told_besides() -> None:
    def charted(words: str, description: str) -> SlideWords:
        return replace(slide("a", "T", words), unseen=Unseen(descriptions=(description,)))

    before = charted("Asia: 15.1", "Bar chart. Asia: 15.1; Africa: 3.8.")
    (found,) = compare([before], [charted("Asia: 15.4", "Bar chart. Asia: 15.4; Africa: 3.8.")])
    assert str(found) == "slide 1: 15.1 → 15.4"
    (found,) = compare([before], [charted("Asia: 15.4", "Bar chart. Asia: 15.4; Africa: 3.9.")])
    assert [change.kind for change in found.changes] == ["text", "alternative text"]


def test_of_an_alternative_text_the_clause_is_told_that_is_another() -> None:
    def planned(description: str) -> SlideWords:
        return replace(slide("a", "T"), unseen=Unseen(descriptions=(description,)))

    before = planned("Survey: May 1, 2026; Vote: September 15, 2026")
    (found,) = compare([before], [planned("Survey: May 1, 2026; Vote: September 22, 2026")])
    assert str(found) == "slide 1: alternative text Vote: September 15, 2026 → Vote: September 22, 2026"
    (found,) = compare([planned("on the 15, as ever")], [planned("on the 22, as ever")])
    assert str(found) == "slide 1: alternative text 15 → 22"


def test_of_a_waterfall_its_own_figures_are_told(tmp_path: Path) -> None:
    slide = """
        layout: chart
        title: T
        kind: waterfall
        categories:
          - {label: Start, value: 120, total: true}
          - {label: Dues, value: 34}
          - {label: Pay, value: -50}
          - {label: End, value: 104, total: true}
    """
    before, after = (
        read_pptx(write_pptx(laid_out(tmp_path, text).deck))
        for text in (slide, slide.replace("34", "36").replace("104", "106"))
    )
    (found,) = compare(before, after)
    assert str(found) == "slide 1: 104 → 106; 34 → 36"
    # Where nothing else is another, what they are drawn with is.
    (one,) = before
    base = "Base (not shown), Dues: "
    moved = tuple((name, tuple(words.replace(f"{base}120", f"{base}90") for words in each)) for name, each in one.texts)
    helping = frozenset(words.replace(f"{base}120", f"{base}90") for words in one.helping)
    lifted = replace(one, texts=moved, helping=helping)
    (found,) = compare([one], [lifted])
    assert str(found) == "slide 1: 120 → 90"


def test_slides_without_ids_are_known_by_their_titles() -> None:
    """Some programs drop the slides' names."""
    with_ids, without = (
        [slide("a", "One", "x"), slide("b", "Two", "y", number=2)],
        [slide("", "One", "x"), slide("", "Two", "z", number=2)],
    )
    (found,) = compare(with_ids, without)
    assert str(found) == "slide 2: z added; y removed"
