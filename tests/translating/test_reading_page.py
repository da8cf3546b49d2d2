"""Pages on which a translation is read over."""

from __future__ import annotations

import base64
import hashlib
import re
import subprocess
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import polib
import pytest

from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.export.png import find_browser, run_browser
from deck.ground.diagnostics import DeckError
from deck.interchange.returned import fingerprint
from deck.pipeline.places import default_outline
from deck.translating import catalog_files
from deck.translating.reading_page import write_pages
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import write_outline
from tests.tools import missing, required

SLIDE = "layout: statement\ntitle: Hello\nstatement: '{partners} **partners**'\nnotes: Say it."
VOID = {"meta", "img"}
HOSTILE = "</td></table><script>alert(1)</script><img src=https://evil.example/x onerror=alert(1)>&lt;b&gt; 'q'"


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, *tags: str) -> list[Element]:
        found = []
        for child in self.children:
            if isinstance(child, Element):
                found += [child] if child.tag in tags else []
                found += child.all(*tags)
        return found


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        element = Element(tag, {name: text or "" for name, text in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def page(path: Path) -> Element:
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    assert reader.open == [reader.root]
    return reader.root


def rows(root: Element) -> dict[str, list[Element]]:
    """The cells beside each message's key."""
    return {row.all("code")[0].text: row.all("td") for table in root.all("tbody") for row in table.all("tr")}


def states(root: Element) -> dict[str, str]:
    return {key: cells[3].all("strong")[0].text for key, cells in rows(root).items()}


def written(folder: Path, slide: str, *entries: str, language: str = "fr") -> Element:
    outline = write_outline(folder, slide)
    write_catalog(folder, *complete(), *entries, language=language)
    (path,), _ = write_pages(outline, folder / "out", [language])
    assert path == folder / "out" / f"{folder.name}.{language}.html"
    return page(path)


def test_each_slide_stands_in_both_languages_above_its_messages(tmp_path: Path) -> None:
    title, notes = entry("slide-1.title", "Hello", "مرحبا"), entry("slide-1.notes", "Say it.", "قلها.", flags="fuzzy")
    root = written(tmp_path, SLIDE, title, notes, language="ar")
    (html,) = root.all("html")
    assert (html.attributes["lang"], html.attributes["dir"]) == ("en", "ltr")
    assert [one.tag for one in root.all("h1", "h2", "h3")] == ["h1", "h2", "h2"]
    assert root.all("h2")[1].text == "Slide 1: Hello"
    pictures = [
        (one.attributes["lang"], one.attributes["dir"], one.attributes["alt"], _title(one)) for one in root.all("img")
    ]
    assert pictures == [("en", "ltr", "Hello", "Hello"), ("ar", "rtl", "مرحبا", "مرحبا")]
    *cells, room, state = rows(root)["slide-1.title"]
    source, translation = (cell.all("div")[0] for cell in cells)
    assert (source.attributes["lang"], source.attributes["dir"], source.text) == ("en", "ltr", "Hello")
    assert (translation.attributes["lang"], translation.attributes["dir"]) == ("ar", "rtl")
    assert (translation.text, state.text) == ("مرحبا", "translated")
    assert re.fullmatch(r"about \d+ characters at full size, \d\d+ at the most", room.text)
    assert rows(root)["slide-1.notes"][2].text == ""
    found = states(root)
    assert (found["slide-1.notes"], found["slide-1.statement"]) == ("fuzzy", "missing")
    assert found["presentation.title"] == "translated"
    for table in root.all("table"):
        assert all(one.attributes["scope"] == "col" for one in table.all("thead")[0].all("th"))
        assert all(one.attributes["scope"] == "row" for one in table.all("tbody")[0].all("th"))
        assert table.attributes["aria-labelledby"] in {one.attributes.get("id") for one in root.all("h2")}


REMARKED = """
# QUERY: is this <b>you</b>, to one or to many?
# Before: Salut
# State: signed-off (FINGERPRINT)
msgctxt "slide-1.title"
msgid "Hello"
msgstr "Bonjour"

#, fuzzy
#| msgid "Say this."
msgctxt "slide-1.notes"
msgid "Say it."
msgstr "Dites ceci."
"""


def test_what_people_said_of_a_text_stands_beside_it(tmp_path: Path) -> None:
    root = written(tmp_path, SLIDE, REMARKED.replace("FINGERPRINT", fingerprint("Hello", "Bonjour")))
    source, translation, _, state = rows(root)["slide-1.title"]
    assert (source.text, translation.all("div")[0].text) == ("Hello", "Bonjour")
    (remarks,) = (one for one in translation.all("div") if one.attributes.get("role") == "note")
    assert remarks.text == "QUERY: is this <b>you</b>, to one or to many?\nBefore: Salut"
    assert [one.text for one in state.all("strong", "p")] == ["translated", "signed-off"]
    source, *_, state = rows(root)["slide-1.notes"]
    assert [one.text for one in source.all("p")] == ["before: Say this."]
    assert [one.text for one in state.all("strong", "p")] == ["fuzzy"]
    counts = [one.text for one in root.all("ul")[0].all("li")]
    assert {"1 signed-off", "1 with remarks", "1 fuzzy"} < set(counts)


def test_a_review_of_other_words_says_nothing(tmp_path: Path) -> None:
    root = written(tmp_path, SLIDE, REMARKED.replace("FINGERPRINT", fingerprint("Hello", "Salut")))
    assert not rows(root)["slide-1.title"][3].all("p")
    assert "State:" not in rows(root)["slide-1.title"][1].text


def test_a_remark_that_the_file_folded_is_one_line(tmp_path: Path) -> None:
    folded = f"\n# {'a word ' * 10}and\n# another one.\n# A second remark.\n"
    root = written(tmp_path, SLIDE, folded + entry("slide-1.title", "Hello", "Bonjour").lstrip("\n"))
    (remarks,) = (one for one in rows(root)["slide-1.title"][1].all("div") if one.attributes.get("role") == "note")
    assert remarks.text == f"{'a word ' * 10}and another one.\nA second remark."


@pytest.mark.external
def test_each_slide_is_printed_on_pages_of_its_own_that_say_what_they_are(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE, "layout: title\ntitle: Again").rename(tmp_path / 'a "talk".yaml')
    write_catalog(tmp_path, *complete())
    (path,), _ = write_pages(outline, tmp_path / "out")
    browser = find_browser() or missing("Chromium", "install Chromium")
    pdf = tmp_path / "page.pdf"
    run_browser(browser, tmp_path, "--no-pdf-header-footer", f"--print-to-pdf={pdf}", path)
    command = (required("pdftotext", "install poppler-utils"), "-layout", str(pdf), "-")
    pages = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\f")[:-1]
    assert [sum(f"Slide {number}:" in page for page in pages) for number in (1, 2)] == [1, 1]
    assert not any("Slide 1:" in page and "Slide 2:" in page for page in pages)
    for number, page in enumerate(pages, start=1):
        assert 'a "talk": en → fr' in page
        assert f"{number}/{len(pages)}" in page.replace(" ", "")


def _title(image: Element) -> str | None:
    """The title in the picture that the page holds."""
    kind, _, data = image.attributes["src"].partition(",")
    assert kind == "data:image/svg+xml;base64"
    return ElementTree.fromstring(base64.b64decode(data)).findtext("{http://www.w3.org/2000/svg}title")


def test_what_is_too_long_or_wrong_is_said_where_it_is(tmp_path: Path) -> None:
    long, lost = entry("slide-1.title", "Hello", "Bonjour " * 90), ("{partners} **partenaire**", "**partenaires**")
    root = written(tmp_path, SLIDE, long, entry("slide-1.statement", "{partners} **partners**", *lost))
    found = rows(root)
    assert found["slide-1.title"][3].text.startswith("too longerror[text-overflow]: ")
    assert found["slide-1.statement"][3].text.startswith("wrongerror[placeholder]: ")
    assert [one.text for one in found["slide-1.statement"][1].all("dt")] == ["0, 1", "2, 3, 4, 5, 6, 7, …"]
    assert [one.text for one in found["slide-1.statement"][1].all("dd")] == list(lost)


@pytest.mark.parametrize(("label", "state"), [("Étiquette", "too long"), ("", "missing")])
def test_all_that_stands_in_a_box_that_is_too_full_is_too_long(label: str, state: str, tmp_path: Path) -> None:
    slide = "layout: quote\ntitle: Hello\nquote: One\nattribution: Label"
    entries = [entry("slide-1.title", "Hello", "Bonjour"), entry("slide-1.quote", "One", "Un " * 900)]
    root = written(tmp_path, slide, *entries, entry("slide-1.attribution", "Label", label))
    found = {key: each for key, each in states(root).items() if key.startswith("slide-1")}
    assert found == {"slide-1.title": "translated", "slide-1.quote": "too long", "slide-1.attribution": state}
    for key in ("slide-1.quote", "slide-1.attribution"):
        assert rows(root)[key][3].text.count("error[text-overflow]") == 1


def test_the_texts_are_never_markup(tmp_path: Path) -> None:
    slide = "layout: statement\ntitle: '<b onclick=x>&amp;</b> \"q\"'\nstatement: Words"
    source = '<b onclick=x>&amp;</b> \\"q\\"'
    root = written(
        tmp_path, slide, entry("slide-1.title", source, HOSTILE), entry("slide-1.statement", "Words", "\\a\\b")
    )
    assert not root.all("script", "b", "a", "link", "iframe", "object", "form")
    assert rows(root)["slide-1.title"][0].text == source.replace("\\", "")
    assert rows(root)["slide-1.title"][1].text == HOSTILE
    assert len(root.all("img")) == 2
    assert all(one.attributes["src"].startswith("data:image/svg+xml;base64,") for one in root.all("img"))
    assert not [name for one in root.all("img", "td", "th", "p") for name in one.attributes if name.startswith("on")]
    assert _title(root.all("img")[1])


def test_links_lead_where_they_lead_in_the_deck(tmp_path: Path) -> None:
    said = "[the site](https://example.org/a?b=1&c) [on](#slide-1) [gone](#nowhere) `[code](x)`"
    root = written(tmp_path, f"layout: statement\ntitle: Hello\nstatement: '{said}'")
    links = root.all("a")
    (part,) = (each.attributes["id"] for each in root.all("h2") if "Hello" in each.text)
    assert {each.attributes["href"] for each in links} == {"https://example.org/a?b=1&c", f"#{part}"}
    assert all(each.attributes["rel"] == "noopener noreferrer" for each in links)


def test_nothing_from_elsewhere_is_let_in(tmp_path: Path) -> None:
    root = written(tmp_path, SLIDE)
    (policy,) = (one.attributes["content"] for one in root.all("meta") if "http-equiv" in one.attributes)
    (style,) = root.all("style")
    digest = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules == {
        "default-src": "'none'",
        "img-src": "data:",
        "style-src": f"'sha256-{digest}'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    assert not re.search(r"url\(|@import", style.text)
    assert not [one for one in root.all("body")[0].all("td", "p", "div", "img") if "style" in one.attributes]


def test_the_catalogs_name_pictures_that_are_there(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE, "layout: title\ntitle: Again").rename(tmp_path / "talk.yaml")
    path = catalog_files.start(outline, "fr")
    assert (tmp_path / "locales" / "talk.pot").exists()
    assert catalog_files.extract(outline) == []
    named = {found for one in polib.pofile(str(path)) for found in re.findall("^Picture: (.+)$", one.comment, re.M)}
    assert named == {"talk.en/01-slide-1.svg", "talk.en/02-slide-2.svg"}
    write_pages(outline, path.parent)
    assert all((path.parent / name).is_file() for name in named)


def test_a_list_that_continues_has_all_its_pictures(tmp_path: Path) -> None:
    items = ", ".join(f"{{id: i{number}, text: A rather long entry of a list {number}}}" for number in range(120))
    root = written(tmp_path, f"layout: columns\ntitle: Many\nitems: [{items}]")
    outline = tmp_path / "outline.yaml"
    catalog_files.extract(outline)
    comment = next(one for one in polib.pofile(str(tmp_path / "locales" / "fr.po")) if one.msgctxt == "slide-1.title")
    names = comment.comment.replace("\n", " ").partition("Picture: ")[2].partition(" What")[0].split(", ")
    assert len(names) > 1
    assert all((tmp_path / "out" / name).is_file() for name in names)
    assert len(root.all("img")) == 2 * len(names)


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    command = ["translate", "page", str(outline), "--output", str(tmp_path / "out")]
    assert main(command) == DONE
    assert "no translations yet" in capsys.readouterr().out
    assert main([*command, "--language", "fr"]) == FINDINGS
    assert "error[no-translation]" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    write_catalog(tmp_path, *complete())
    write_catalog(tmp_path, *complete(), entry("slide-1.title", "Hello", "Hola " * 150), language="es")
    assert main([*command, "--language", "FR"]) == DONE
    assert [path.name for path in (tmp_path / "out").glob("*.html")] == [f"{tmp_path.name}.fr.html"]
    assert main([*command, "--all-languages"]) == FINDINGS
    assert "error[text-overflow]" in capsys.readouterr().err
    pages = sorted((tmp_path / "out").glob("*.html"))
    assert [path.name for path in pages] == [f"{tmp_path.name}.{tag}.html" for tag in ("es", "fr")]
    before = [path.read_bytes() for path in pages]
    main(command)
    assert [path.read_bytes() for path in pages] == before


def test_a_broken_catalog_writes_no_page(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    write_catalog(tmp_path, "nonsense\n")
    with pytest.raises(DeckError, match="no PO file"):
        write_pages(outline, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_the_webinars_pages_say_that_all_is_translated(tmp_path: Path) -> None:
    pages, findings = write_pages(default_outline(), tmp_path)
    assert [path.name for path in pages] == [f"alliance-8.7.{tag}.html" for tag in ("ar", "es", "fr", "ru", "zh")]
    assert findings == []
    for path in pages:
        root = page(path)
        assert set(states(root).values()) == {"translated"}, path.name
        assert len(root.all("img")) == 26
