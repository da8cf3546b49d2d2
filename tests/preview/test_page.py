"""The page in a real browser: live on save, languages, keys, mistakes; and who is kept out."""

from __future__ import annotations

import re
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright import sync_api as playwright

from deck.export.png import find_browser
from deck.preview.server import Server, listen
from deck.preview.state import Preview
from tests.languages.catalogs import complete, entry, write_catalog
from tests.outlines import write_outline
from tests.tools import PROJECT, missing

TITLES = ("Hello", "Goodbye", "At last")
ARABIC = {"Hello": "مرحبا", "Goodbye": "وداعا", "At last": "أخيرا"}
LONG = "words and " * 100
SECOND_SECTION = "  - id: second\n    title: Second\n    slides:\n"


def write(folder: Path, *titles: str) -> Path:
    """An outline of these slides, the last in a section of its own."""
    slides = [f"layout: title\ntitle: {title}\nminutes: 2\nnotes: Notes on {title}" for title in titles]
    outline = write_outline(folder, *slides)
    text = outline.read_text("utf-8")
    last = text.rindex("      - id:")
    outline.write_text(text[:last] + SECOND_SECTION + text[last:], encoding="utf-8")
    return outline


def translate(folder: Path, language: str = "ar", **others: str) -> Path:
    words = {title: others.get(title.lower(), translation) for title, translation in ARABIC.items()}
    slides = enumerate(words.items(), start=1)
    entries = [entry(f"slide-{number}.title", title, word) for number, (title, word) in slides]
    return write_catalog(folder, *complete(), *entries, language=language)


@contextmanager
def served(preview: Preview, port: int = 0) -> Iterator[str]:
    with listen(port) as own:
        port = own.getsockname()[1]
        running = Server(preview, port)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [own]})
        thread.start()
        while not running.started:
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{port}/"
        finally:
            running.should_exit = True
            thread.join()


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A running preview of three slides in two languages."""
    outline = write(tmp_path, *TITLES)
    translate(tmp_path)
    with served(Preview(outline)) as place:
        yield place


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    found = find_browser() or missing("Chromium", "install Chromium")
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """The page at its first slide; whatever it complains of, and whatever it asks of others, is a failure."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda sent: sent.url.startswith((address, "data:")) or complaints.append(sent.url))
    page.goto(address)
    page.wait_for_selector("#single svg")
    yield page
    page.close()
    assert complaints == []


def stage(page: Any, title: str) -> None:
    playwright.expect(page.locator("#single")).to_contain_text(title)


def answer(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            return response.status, {name.lower(): value for name, value in response.headers.items()}, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, {}, error.read()


@pytest.mark.parametrize("path", ["", "deck.json", "languages/en.json", "slides/en/slide-1.svg", "events"])
def test_strangers_are_refused(address: str, path: str) -> None:
    assert answer(address + path, Host="deck.example")[0] == 403
    assert answer(address + path, Host="127.0.0.1:1")[0] == 403
    assert answer(address + path, Origin="https://deck.example")[0] == 403
    assert answer(address + path, Origin="null")[0] == 403


def test_the_page_s_own_requests_are_answered(address: str) -> None:
    status, headers, body = answer(address, Origin=address.rstrip("/"))
    assert status == 200
    assert b"<!doctype html>" in body
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    page = [path.name for path in files("deck.preview").joinpath("page").iterdir()]
    assert not re.search(rb"https?://", b"".join(answer(address + name)[2] for name in page))
    assert answer(address + "slides/en/slide-1.svg")[0] == 200
    assert answer(address + "slides/en/slide-9.svg")[0] == 404
    assert answer(address + "languages/xx.json")[0] == 404
    assert answer(address + "slides/../deck.json")[0] == 404


@pytest.mark.external
def test_another_page_cannot_read_the_deck(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.goto("data:text/html,<title>another</title>")
    for path in ("deck.json", "events"):
        assert page.evaluate(f"fetch('{address}{path}').then(() => 'read', () => 'refused')") == "refused"
    page.close()


@pytest.mark.external
def test_a_saved_change_is_shown_within_a_second_without_a_reload(page: Any, tmp_path: Path) -> None:
    page.evaluate("window.same = true")
    for words in ("Good morning", "Good evening"):
        started = time.monotonic()
        write(tmp_path, words, *TITLES[1:])
        page.wait_for_selector(f"#single svg text:has-text('{words}')")
        assert time.monotonic() - started < 1
    translate(tmp_path, goodbye="إلى اللقاء")
    page.keyboard.press("l")
    page.keyboard.press("PageDown")
    stage(page, "إلى اللقاء")
    started = time.monotonic()
    translate(tmp_path)
    page.wait_for_selector(f"#single svg text:has-text('{ARABIC['Goodbye']}')")
    assert time.monotonic() - started < 1
    assert page.evaluate("window.same")


@pytest.mark.external
def test_the_keys(page: Any) -> None:
    press, expect = page.keyboard.press, playwright.expect
    stage(page, "Hello")
    press("ArrowRight")
    stage(page, "Goodbye")
    press("ArrowLeft")
    stage(page, "Hello")
    press("PageDown")
    stage(page, "Goodbye")
    press("PageUp")
    stage(page, "Hello")
    press("End")
    stage(page, "At last")
    expect(page.locator("#next")).to_be_disabled()
    press("Home")
    stage(page, "Hello")
    expect(page.locator("#previous")).to_be_disabled()
    press("l")
    stage(page, ARABIC["Hello"])
    # Along the reading direction is on.
    press("ArrowLeft")
    stage(page, ARABIC["Goodbye"])
    press("ArrowRight")
    stage(page, ARABIC["Hello"])
    press("l")
    stage(page, "Hello")
    press("b")
    expect(page.locator("#single svg")).to_have_count(2)
    press("b")
    expect(page.locator("#single svg")).to_have_count(1)
    press("?")
    expect(page.locator("#help")).to_be_visible()
    press("ArrowRight")
    press("Escape")
    expect(page.locator("#help")).to_be_hidden()
    stage(page, "Hello")


@pytest.mark.external
def test_keys_that_outrun_the_page(page: Any, tmp_path: Path) -> None:
    translate(tmp_path, "fr")
    for key in ("l", "End", "n", "Home", "l", "g", "ArrowDown", "b", "End", "ArrowRight", "l", "PageUp", "Home", "g"):
        page.keyboard.press(key)
    write(tmp_path, "Good morning", *TITLES[1:])
    stage(page, "Good morning")  # `n` leaves all slides where there is a finding, so that it comes before `g`.
    playwright.expect(page.locator("#position")).to_have_text("1 of 3")


@pytest.mark.external
def test_all_slides_by_keys(page: Any) -> None:
    press, expect = page.keyboard.press, playwright.expect
    press("g")
    expect(page.locator(".thumb")).to_have_count(3)
    expect(page.locator("#sheet h2").first).to_have_text("Only 4 min")
    expect(page.locator(".thumb:focus")).to_contain_text("Hello")
    press("ArrowRight")
    expect(page.locator(".thumb:focus")).to_contain_text("Goodbye")
    page.set_viewport_size({"width": 600, "height": 800})
    press("ArrowDown")
    expect(page.locator(".thumb:focus")).to_contain_text("At last")
    press("ArrowUp")
    press("ArrowUp")
    expect(page.locator(".thumb:focus")).to_contain_text("Hello")
    press("End")
    press("Enter")
    expect(page.locator("#sheet")).to_be_hidden()
    stage(page, "At last")


@pytest.mark.external
def test_times_notes_and_sections(page: Any) -> None:
    expect = playwright.expect
    expect(page.locator(".notes")).to_have_text("Notes on Hello")
    expect(page.locator("#timing")).to_have_text("3 slides · 6 min")
    expect(page.locator(".time")).to_contain_text("2 min of 4 min in Only")
    expect(page.locator(".time")).to_contain_text("minutes 0–2 of 6")
    expect(page.locator("#sections li")).to_have_text(["Only4 min", "Second2 min"])
    page.locator("#sections button").nth(1).click()
    stage(page, "At last")
    expect(page.locator(".time")).to_contain_text("minutes 4–6 of 6")
    expect(page.locator("#sections [aria-current]")).to_contain_text("Second")


@pytest.mark.external
def test_languages_and_two_side_by_side(page: Any, tmp_path: Path) -> None:
    expect = playwright.expect
    page.select_option("#language", "ar")
    stage(page, ARABIC["Hello"])
    expect(page.locator("#language option")).to_have_text(["English", "العربية"])
    page.select_option("#beside", "en")
    expect(page.locator("#single svg")).to_have_count(2)
    stage(page, "Hello")
    stage(page, ARABIC["Hello"])
    page.locator("#view").click()
    expect(page.locator(".thumb img")).to_have_count(6)
    page.locator(".thumb").nth(1).click()
    stage(page, ARABIC["Goodbye"])
    assert page.url.endswith("#ar/2")
    new = translate(tmp_path, "fr", goodbye="Au revoir")
    expect(page.locator("#language option")).to_have_text(["English", "العربية", "français"])
    page.select_option("#language", "fr")
    stage(page, "Au revoir")
    new.unlink()
    expect(page.locator("#language option")).to_have_text(["English", "العربية"])
    stage(page, "Goodbye")


@pytest.mark.external
def test_a_mistake_stands_over_the_last_good_deck(page: Any, tmp_path: Path) -> None:
    expect = playwright.expect
    outline = tmp_path / "outline.yaml"
    good = outline.read_text(encoding="utf-8")
    outline.write_text(good.replace("title: Hello", "titel: Hello"), encoding="utf-8")
    failed = page.locator("#failed")
    expect(failed).to_contain_text("did you mean title?")
    expect(failed).to_contain_text("outline.yaml:")
    stage(page, "Hello")
    # The list of languages, and each one, fail for the same reason; it is said once.
    assert failed.inner_text().count("did you mean title?") == 1
    outline.write_text(good, encoding="utf-8")
    expect(failed).to_be_hidden()


@pytest.mark.external
def test_a_broken_catalog_holds_up_its_own_language_only(page: Any, tmp_path: Path) -> None:
    expect = playwright.expect
    page.select_option("#beside", "ar")
    stage(page, ARABIC["Hello"])
    (tmp_path / "locales" / "ar.po").write_bytes(b"\xff")
    write(tmp_path, "Good morning", *TITLES[1:])
    stage(page, "Good morning")
    stage(page, ARABIC["Hello"])
    expect(page.locator("#failed")).to_contain_text("العربية, ar.po:1")
    page.select_option("#beside", "")
    expect(page.locator("#failed")).to_be_hidden()


@pytest.mark.external
def test_findings_stand_on_the_slide_where_they_are(page: Any, tmp_path: Path) -> None:
    expect = playwright.expect
    write(tmp_path, "Hello", "Goodbye", LONG)
    expect(page.locator("#wrong")).to_have_text("1 error")
    expect(page.locator(".mark")).to_have_count(0)
    page.keyboard.press("n")
    expect(page.locator(".findings .error")).to_have_count(1)
    expect(page.locator(".mark.error b")).to_have_text("1")
    box = page.locator(".mark").bounding_box()
    for text in page.locator("#single svg [data-field='title'] text").all():
        own = text.bounding_box()
        assert box["x"] <= own["x"]
        assert own["x"] + own["width"] <= box["x"] + box["width"]
    page.locator(".findings li").hover()
    expect(page.locator(".mark")).to_have_class(re.compile("on"))
    page.keyboard.press("g")
    expect(page.locator(".thumb").nth(2).locator(".badge")).to_have_text("1 error")
    page.keyboard.press("Home")
    page.keyboard.press("f")
    page.locator("#findings li button").click()
    expect(page.locator("#findings")).to_be_hidden()
    expect(page.locator("#position")).to_have_text("3 of 3")


@pytest.mark.external
def test_an_outline_that_never_could_be_read_shows_why(browser: Any, tmp_path: Path) -> None:
    expect = playwright.expect
    outline = write_outline(tmp_path, "layout: titel\ntitle: Hello")
    page = browser.new_page()
    with served(Preview(outline)) as address:
        page.goto(address)
        expect(page.locator("#failed")).to_contain_text("did you mean title?")
        expect(page.locator("#nothing")).to_be_visible()
        write(tmp_path, *TITLES)
        stage(page, "Hello")
        expect(page.locator("#nothing")).to_be_hidden()
    page.close()


@pytest.mark.external
def test_a_preview_that_was_ended_says_so_and_goes_on_when_it_is_started_again(browser: Any, tmp_path: Path) -> None:
    expect = playwright.expect
    outline = write(tmp_path, *TITLES)
    page = browser.new_page()
    with served(Preview(outline)) as address:
        page.goto(address)
        stage(page, "Hello")
    expect(page.locator("#failed")).to_contain_text("The preview was ended")
    write(tmp_path, "Good morning", *TITLES[1:])
    with served(Preview(outline), int(address.rstrip("/").rpartition(":")[2])):
        expect(page.locator("#single")).to_contain_text("Good morning", timeout=10_000)
        expect(page.locator("#failed")).to_be_hidden()
    page.close()


def _break(page: Any, folder: Path) -> None:
    outline = folder / "outline.yaml"
    outline.write_text(outline.read_text("utf-8").replace("title: Hello", "titel: Hello"), encoding="utf-8")
    page.wait_for_selector("#failed:not([hidden])")


def _overflow(page: Any, folder: Path) -> None:
    write(folder, LONG, *TITLES[1:])
    page.wait_for_selector(".mark")


VIEWS = {
    "single": lambda page, _: page.wait_for_selector("#single svg"),
    "all": lambda page, _: page.keyboard.press("g"),
    "beside": lambda page, _: (page.keyboard.press("b"), page.wait_for_selector("#single.beside")),
    "all beside": lambda page, _: (page.keyboard.press("b"), page.keyboard.press("g")),
    "arabic": lambda page, _: (page.keyboard.press("l"), page.wait_for_selector("#pager[dir=rtl]")),
    "help": lambda page, _: page.keyboard.press("?"),
    "failed": _break,
    "finding": _overflow,
    "findings": lambda page, folder: (_overflow(page, folder), page.keyboard.press("f")),
    "all with finding": lambda page, folder: (_overflow(page, folder), page.keyboard.press("g")),
}


@pytest.mark.external
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(page: Any, view: str, tmp_path: Path) -> None:
    axe = PROJECT / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.exists():
        missing("axe-core", "run `npm install`")
    VIEWS[view](page, tmp_path)
    page.evaluate(axe.read_text(encoding="utf-8"))
    for scheme, width in (("light", 1280), ("dark", 1280), ("dark", 400)):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": width, "height": 800})
        found = page.evaluate("axe.run()")["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == [], (scheme, width)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
