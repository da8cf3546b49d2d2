"""The page in a real browser: live on save, languages, keys, mistakes; and who is kept out."""

from __future__ import annotations

import re
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright import sync_api as playwright

from deck.build import Built, lay_out
from deck.export.png import find_browser
from deck.preview.server import listen, server
from deck.preview.state import Preview
from tests.outlines import write_outline
from tests.tools import PROJECT, missing

TITLES = {"en": ("Hello", "Goodbye"), "ar": ("مرحبا", "وداعا")}


def write(folder: Path, language: str, *titles: str) -> None:
    own = folder / language
    own.mkdir(exist_ok=True)
    slides = (f"layout: title\ntitle: {title}\nminutes: 2\nnotes: Notes on {title}" for title in titles)
    write_outline(own, *slides, language=language)


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """A running preview of two slides in two languages."""
    for language, titles in TITLES.items():
        write(tmp_path, language, *titles)

    def in_language(outline: Path, language: str | None) -> Built:
        return lay_out(outline / str(language) / "outline.yaml")

    preview = Preview(tmp_path, tuple(TITLES), lay_out=in_language)
    preview.update()
    with listen(0) as own:
        port = own.getsockname()[1]
        running = server(preview, [tmp_path], port)
        thread = threading.Thread(target=running.run, kwargs={"sockets": [own]})
        thread.start()
        while not running.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{port}/"
        running.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    found = find_browser() or missing("Chromium", "install Chromium")
    with playwright.sync_playwright() as engine:
        chromium = engine.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, address: str) -> Iterator[Any]:
    """The page at its first slide; whatever it complains of is a failure."""
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    page.wait_for_selector("#stage svg")
    yield page
    page.close()
    assert complaints == []


def answer(address: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=5) as response:
            return response.status, {name.lower(): value for name, value in response.headers.items()}, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, {}, error.read()


@pytest.mark.parametrize("path", ["", "deck.json", "slides/en/1.svg", "events"])
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
    assert not re.search(rb"https?://", b"".join(answer(address + name)[2] for name in ("", "script.js", "style.css")))
    assert answer(address + "slides/en/9.svg")[0] == 404
    assert answer(address + "slides/../deck.json")[0] == 404


@pytest.mark.external
def test_a_saved_change_is_shown_within_a_second_without_a_reload(page: Any, tmp_path: Path) -> None:
    page.evaluate("window.same = true")
    started = time.monotonic()
    write(tmp_path, "en", "Good morning", "Goodbye")
    page.wait_for_selector("#stage svg text:has-text('Good morning')")
    assert time.monotonic() - started < 1
    assert page.evaluate("window.same")


@pytest.mark.external
def test_keys_and_languages(page: Any) -> None:
    expect = playwright.expect
    stage = page.locator("#stage")
    keyboard = page.keyboard
    expect(stage).to_contain_text("Hello")
    expect(page.locator("#notes")).to_contain_text("Notes on Hello")
    expect(page.locator("#position")).to_contain_text("(2 min of 4 min)")
    keyboard.press("ArrowRight")
    expect(stage).to_contain_text("Goodbye")
    keyboard.press("l")
    expect(stage).to_contain_text(TITLES["ar"][1])
    # Against the reading direction is back.
    keyboard.press("ArrowRight")
    expect(stage).to_contain_text(TITLES["ar"][0])
    page.select_option("#beside", "en")
    expect(stage.locator("svg")).to_have_count(2)
    expect(stage).to_contain_text("Hello")
    page.locator("#view").click()
    expect(page.locator(".thumb")).to_have_count(2)
    expect(page.locator("#sheet h2")).to_contain_text("4 min")
    page.locator(".thumb").nth(1).click()
    expect(stage).to_contain_text(TITLES["ar"][1])
    assert page.url.endswith("#ar/2")


@pytest.mark.external
def test_a_mistake_stands_over_the_last_good_deck(page: Any, tmp_path: Path) -> None:
    expect = playwright.expect
    outline = tmp_path / "en" / "outline.yaml"
    good = outline.read_text(encoding="utf-8")
    outline.write_text(good.replace("title: Hello", "titel: Hello"), encoding="utf-8")
    failed = page.locator("#failed")
    expect(failed).to_contain_text("did you mean `title`?")
    expect(page.locator("#stage")).to_contain_text("Hello")
    outline.write_text(good, encoding="utf-8")
    expect(failed).to_be_hidden()


@pytest.mark.external
def test_a_finding_stands_under_its_slide_and_marks_its_box(page: Any, tmp_path: Path) -> None:
    write(tmp_path, "en", "words and " * 100, "Goodbye")
    playwright.expect(page.locator("#findings .error")).to_have_count(1)
    playwright.expect(page.locator("#stage [data-wrong]")).to_have_count(1)


@pytest.mark.external
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("key", ["", "g"])
def test_axe_finds_nothing(page: Any, scheme: str, key: str) -> None:
    axe = PROJECT / "node_modules" / "axe-core" / "axe.min.js"
    if not axe.exists():
        missing("axe-core", "run `npm install`")
    page.emulate_media(color_scheme=scheme)
    if key:
        page.keyboard.press(key)
        page.wait_for_selector(".thumb")
    page.evaluate(axe.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
