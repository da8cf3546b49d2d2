"""What the commands print, write and return."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
import webbrowser
from pathlib import Path

import openpyxl
import pytest
from PIL import Image

from deck.cli import main, report
from deck.cli.previewing import open_in_browser
from deck.cli.terminal import DONE, FAILURE, FINDINGS
from deck.export.png import find_browser
from deck.ground.diagnostics import DeckError, Diagnostic, Severity
from deck.layouts import LAYOUTS
from deck.pipeline.build import lay_out
from tests.outlines import write_outline
from tests.tools import missing

ROOT = Path(__file__).resolve().parents[2]
SLIDE = "layout: title\ntitle: Hello"


def test_without_a_command_it_builds_the_webinar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main([]) == DONE
    assert [path.name for path in tmp_path.rglob("*.pptx")] == ["alliance-8.7.en.pptx"]


@pytest.mark.parametrize("module", ["generate_deck", "deck.__main__"])
def test_a_process_looks_for_rubbish_seldom(module: str) -> None:
    code = f"import gc, {module}; print(gc.get_threshold()[0] > 1_000_000, {module}.run.__module__)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "True deck.__main__\n"


@pytest.mark.parametrize("command", [["generate_deck.py"], ["-m", "deck"]])
def test_the_ways_to_start_it(command: list[str]) -> None:
    done = subprocess.run([sys.executable, *command, "layouts"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [line.split()[0] for line in done.stdout.splitlines()] == list(LAYOUTS)


def test_a_terminal_does_not_obey_the_name_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE).rename(tmp_path / "red\x1b[31m\x07.yaml")
    build = ["--output", str(tmp_path / "decks")]
    assert main(["build", str(outline), *build]) == DONE
    assert main(["build", str(tmp_path / "no\x1b[31m.yaml"), *build]) == FAILURE
    assert main(["ids", str(outline)]) == DONE
    (folder := tmp_path / "bell\x07").mkdir()
    moved = outline.rename(folder / "outline.yaml")
    assert main(["translate", "start", "fr", str(moved)]) == DONE
    assert main(["translate", "page", str(moved), "--output", str(folder)]) == DONE
    assert main(["translate", "po", "import", str(folder / "locales" / "fr.po"), str(moved)]) == DONE
    printed = capsys.readouterr()
    assert printed.out.count("bell<U+0007>") > 3
    assert "\x07" not in printed.out
    assert "red<U+001B>[31m<U+0007>" in printed.out
    assert "no<U+001B>[31m" in printed.err
    assert "\x1b" not in printed.out + printed.err


@pytest.mark.parametrize("name", ["list.xlsx", "list.XLSM"])
def test_a_place_in_a_workbook_has_the_name_of_its_cell(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.Workbook()
    for row in (["name", *(f"c{number}" for number in range(26))], ["a"], ["b", *["-"] * 25, "#REF!"]):
        book.active.append(row)
    book.save(tmp_path / name)
    path = write_outline(tmp_path, "layout: bullets\ntitle: T\nitems: {list: names}")
    path.write_text(f"lists: {{names: {{table: {name}}}}}\n{path.read_text('utf-8')}", encoding="utf-8")
    main(["check", str(path)])
    assert f"  {tmp_path / name}:3:27 (cell AA3)\n" in capsys.readouterr().err


def test_build_says_what_it_wrote(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE + "\nminutes: 2.5").rename(tmp_path / "mine.yaml")
    assert main(["build", str(outline), "--output", str(tmp_path / "new" / "folder")]) == DONE
    target = tmp_path / "new" / "folder" / "mine.en.pptx"
    assert target.read_bytes().startswith(b"PK")
    printed = capsys.readouterr()
    assert str(target) in printed.out
    assert "1 slide, 1 section, language en" in printed.out
    assert "planned for 2.5 min" in printed.out
    assert printed.err == ""


def test_a_deck_keeps_until_the_next_is_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    assert main(["build", str(outline), "--output", str(tmp_path)]) == DONE
    (target,) = tmp_path.glob("*.pptx")
    before = target.read_bytes()
    write_outline(tmp_path, "layout: title\ntitel: Hello")
    assert main(["build", str(outline), "--output", str(tmp_path)]) == FINDINGS
    assert target.read_bytes() == before
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".pptx", ".yaml"]
    printed = capsys.readouterr().err
    assert f"{outline}:17:9" in printed
    assert "did you mean `title`?" in printed
    assert "        titel: Hello\n" in printed
    assert "        ^^^^^\n" in printed


def test_all_mistakes_come_in_one_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, "layout: titel\ntitle: A", "layout: title", "layout: title\ntitle: '{nobody}'")
    assert main(["check", str(outline)]) == FINDINGS
    printed = capsys.readouterr().err
    for code in ("unknown-layout", "missing-field", "unknown-name"):
        assert f"error[{code}]" in printed
    assert "3 errors" in printed


def test_an_outline_alone_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline = write_outline(tmp_path, SLIDE)
    monkeypatch.chdir(tmp_path)
    assert main([str(outline)]) == DONE
    assert list((tmp_path / "dist").glob("*.en.pptx"))


def test_a_python_without_the_libraries_is_told_so(tmp_path: Path) -> None:
    command = [sys.executable, "-S", str(ROOT / "generate_deck.py")]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode == FAILURE
    assert "the README's first command" in done.stderr
    assert "Traceback" not in done.stderr


def test_check_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    assert main(["check", str(outline)]) == DONE
    assert capsys.readouterr().out == "nothing wrong\n"
    assert list(tmp_path.iterdir()) == [outline]


def test_a_text_that_cannot_fit_stops_the_build_unless_it_may(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outline = write_outline(tmp_path, f"layout: statement\ntitle: Long\nstatement: {'many words ' * 100}")
    assert main(["build", str(outline), "--output", str(tmp_path)]) == FINDINGS
    printed = capsys.readouterr().err
    assert "error[text-overflow]" in printed
    assert "slide `slide-1`, field `statement` in `en`" in printed
    assert re.search(r"\d+ % more \(\d+ points\) than its box holds", printed)
    assert max(map(len, printed.splitlines())) < 200
    assert not list(tmp_path.glob("*.pptx"))
    assert main(["build", str(outline), "--output", str(tmp_path), "--allow-overflow"]) == DONE
    assert "warning[text-overflow]" in capsys.readouterr().err
    assert list(tmp_path.glob("*.pptx"))


@pytest.mark.parametrize("what", ["missing", "folder"])
def test_an_outline_that_cannot_be_read(what: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = tmp_path / "outline.yaml"
    if what == "folder":
        outline.mkdir()
    assert main(["check", str(outline)]) == FAILURE
    assert str(outline) in capsys.readouterr().err


@pytest.mark.parametrize("others", [True, False])
def test_where_there_is_no_outline_it_says_what_to_do(
    others: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, words in (("a.yaml", ""), ("b.yaml", "# nothing\n"), ("c.yaml", "words")):
        Path(name).write_text(words, encoding="utf-8")
    if others:
        write_outline(tmp_path, "layout: title\ntitle: Hello").rename("union-webinar-2026.yaml")
    begin = "`new FOLDER` begins a webinar, with an outline that builds at once"
    for name, code in (("a.yaml", FINDINGS), ("b.yaml", FINDINGS), ("outline.yaml", FAILURE)):
        for command in (["build"], ["check"], ["export", "svg"], ["changes"], ["translate", "status"]):
            assert main([*command, name]) == code
            hint = f"name `union-webinar-2026.yaml`, or begin anew: {begin}" if others else begin
            assert f"hint: {hint}" in capsys.readouterr().err, command
    assert main(["build", "union-webinar-2025.yaml"]) == FAILURE
    assert ("hint: did you mean `union-webinar-2026.yaml`?" in capsys.readouterr().err) == others
    assert main(["build", "c.yaml"]) == FINDINGS
    assert "hint: an outline begins with `presentation:`" in capsys.readouterr().err


def test_of_many_outlines_three_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(1, 6):
        write_outline(tmp_path, "layout: title\ntitle: Hello").rename(tmp_path / f"a{number}.yaml")
    (tmp_path / "b.yaml").touch()
    assert main(["check", str(tmp_path / "b.yaml")]) == FINDINGS
    told = capsys.readouterr().err
    assert [f"a{number}.yaml" in told for number in range(1, 6)] == [True, True, True, False, False]
    assert "another of the 5 outlines there" in told


@pytest.mark.parametrize("name", ["q-he.yaml", "fr.yaml"])
def test_words_that_an_outlines_own_language_lacks_are_counted(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    slide = "layout: change\ntitle: Up\nfigures: [{id: a, label: A, before: 1, after: 2}]"
    write_outline(tmp_path, slide, language="ga").rename(name)
    assert main(["export", "svg", name]) == DONE
    told = capsys.readouterr().err
    assert "of the deck’s own words are in English" in told
    assert "hint: `translate start ga` begins a catalog that asks for it" in told
    assert "None" not in told


def test_a_picture_that_is_not_there_is_a_finding(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(
        tmp_path, "layout: statement\ntitle: T\ntext: Text\npicture: {file: none.png, description: D}"
    )
    assert main(["check", str(outline)]) == FINDINGS
    assert f"{outline}:" in capsys.readouterr().err


def test_a_target_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    assert main(["build", str(outline), "--output", str(blocked)]) == FAILURE
    printed = capsys.readouterr().err
    assert f"cannot use {blocked}: a file stands where the folder would be" in printed
    assert blocked.read_text(encoding="utf-8") == "not a folder"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_that_is_read_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE)
    locked = tmp_path / "locked"
    locked.mkdir()
    locked.chmod(stat.S_IREAD | stat.S_IEXEC)
    assert main(["build", str(outline), "--output", str(locked)]) == FAILURE
    assert "Permission denied" in capsys.readouterr().err


def test_a_language_without_a_translation(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--language", "de"]) == FINDINGS
    assert "error[no-translation]" in capsys.readouterr().err


def test_layouts_shows_one_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layouts", "cards"]) == DONE
    printed = capsys.readouterr().out
    assert printed.startswith("## `cards`")
    assert "`cards[].heading`" in printed
    assert "layout: cards" in printed
    assert main(["layouts", "card"]) == FAILURE
    assert "did you mean `cards`?" in capsys.readouterr().err


@pytest.mark.parametrize("what", ["outline", "theme"])
def test_the_schemas_are_those_beside_outlines_and_themes(what: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", what]) == DONE
    printed = capsys.readouterr().out
    assert json.loads(printed)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert (ROOT / "assets" / f"{what}.schema.json").read_text(encoding="utf-8") == printed, (
        f"run: python generate_deck.py schema {what} > assets/{what}.schema.json"
    )


def test_a_wrong_command_is_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["biuld"])
    assert stopped.value.code == FAILURE
    assert "biuld" in capsys.readouterr().err


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n...", b"%PDF-1.7\n\xe2\xe3", b"a: \x00\x01b", b"PK\x03\x04abc"])
def test_nothing_is_shown_of_a_file_that_is_no_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    (path := tmp_path / "outline.yaml").write_bytes(data)
    assert main(["check", str(path)]) == FINDINGS
    printed = capsys.readouterr().err
    assert "it holds no text" in printed
    assert " | " not in printed


def test_a_line_that_begins_as_a_workbook_does_is_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (path := tmp_path / "outline.yaml").write_text("PK: 1\n", encoding="utf-8")
    assert main(["check", str(path)]) == FINDINGS
    assert " | PK: 1\n" in capsys.readouterr().err


def test_what_languages_share_is_said_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parts = "parts: [{id: b, value: 60, label: y}]"
    slide = f"layout: statistics\ntitle: A\nfigures: [{{id: a, value: 50, label: x, {parts}}}]"
    outline = write_outline(tmp_path, slide)
    assert main(["check", str(outline), "--language", "en-XA", "--language", "ar-XB", "--language", "en"]) == FINDINGS
    assert capsys.readouterr().err.count("error[part-exceeds-whole]") == 1


def test_nobody_sees_a_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("deck.pipeline.checking.lay_out_each", lambda *_, **__: 1 / 0)
    assert main(["check"]) == FAILURE
    printed = capsys.readouterr().err
    assert "Traceback" not in printed
    assert "ZeroDivisionError" in printed


def test_export_writes_a_picture_a_slide(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outline = write_outline(tmp_path, SLIDE, "layout: title\ntitle: Again").rename(tmp_path / "mine.yaml")
    assert main(["export", "svg", str(outline), "--output", str(tmp_path / "out")]) == DONE
    folder = tmp_path / "out" / "mine.en"
    assert sorted(path.name for path in folder.iterdir()) == ["01-slide-1.svg", "02-slide-2.svg"]
    assert ">Again</text>" in (folder / "02-slide-2.svg").read_text(encoding="utf-8")
    assert capsys.readouterr().out == f"wrote 2 pictures into {folder}\n"


def test_export_removes_the_pictures_of_slides_that_are_gone_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out" / "mine.en"
    for slides in ([SLIDE, "layout: title\ntitle: Again"], [SLIDE]):
        outline = write_outline(tmp_path, *slides).rename(tmp_path / "mine.yaml")
        assert main(["export", "svg", str(outline), "--output", str(tmp_path / "out")]) == DONE
        for own in ("02-sketch.svg", "slide-2.svg", "02-slide-2.png", "notes.txt"):
            (folder / own).write_text("<svg/>", encoding="utf-8")
    kept = ["01-slide-1.svg", "02-sketch.svg", "02-slide-2.png", "notes.txt", "slide-2.svg"]
    assert sorted(path.name for path in folder.iterdir()) == kept
    assert capsys.readouterr().out.endswith(f"wrote 1 picture into {folder}, removed 1 picture of before\n")


def test_export_writes_nothing_of_an_outline_with_mistakes(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE, "layout: title\ntitel: Hello")
    assert main(["export", "svg", str(outline), "--output", str(tmp_path / "out")]) == FINDINGS
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("browser", ["no-such-browser", "false"])
def test_export_says_that_it_has_no_browser(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], browser: str
) -> None:
    monkeypatch.setenv("DECK_BROWSER", browser)
    outline = write_outline(tmp_path, SLIDE)
    assert main(["export", "png", str(outline), "--output", str(tmp_path / "out")]) == FAILURE
    printed = capsys.readouterr().err
    assert printed.startswith("error: cannot draw PNGs: ")
    assert "hint: `export svg` needs no browser" in printed
    assert not (tmp_path / "out").exists()


@pytest.mark.external
def test_export_draws_pngs(tmp_path: Path) -> None:
    find_browser() or missing("Chromium", "install Chromium")
    # More slides than are drawn at once.
    outline = write_outline(tmp_path, *(f"layout: title\ntitle: Slide {number}" for number in range(21)))
    assert main(["export", "png", str(outline), "--output", str(tmp_path)]) == DONE
    pictures = [Image.open(path) for path in sorted(tmp_path.glob("*/*.png"))]
    assert len(pictures) == 21
    for picture in pictures:
        assert picture.size == (1280, 720)
        assert picture.getpixel((2, 2)) == (10, 42, 74)
        # The title's letters, and on every slide other ones.
        assert (255, 255, 255) in {colour for _, colour in picture.getcolors(100_000) or []}
    assert len({picture.tobytes() for picture in pictures}) == 21
    assert main(["export", "png", str(write_outline(tmp_path, SLIDE)), "--output", str(tmp_path)]) == DONE
    assert [path.name for path in tmp_path.glob("*/*.png")] == ["01-slide-1.png"]


def test_preview_serves_until_it_is_interrupted(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    command = [sys.executable, "-m", "deck", "preview", str(outline), "--port", "0"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as serving:
        assert serving.stdout
        assert serving.stderr
        address = serving.stdout.readline().split()[0]
        for _ in range(100):
            try:
                with urllib.request.urlopen(f"{address}deck.json", timeout=5) as response:
                    told = json.load(response)
                break
            except urllib.error.URLError:
                time.sleep(0.05)
        assert told["languages"] == ["en"]
        # A page that waits for changes must not hold it up.
        with urllib.request.urlopen(f"{address}events", timeout=5) as waiting:
            assert waiting.readline() == b"data: 0\n"
            serving.send_signal(signal.SIGINT)
            assert serving.wait(5) == DONE
        assert serving.stderr.read() == ""


def test_preview_says_that_its_port_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert main(["preview", str(write_outline(tmp_path, SLIDE)), "--port", str(port)]) == FAILURE
    assert capsys.readouterr().err == (
        f"error: port {port} is taken\nhint: a preview may run there already; `--port 0` takes a free one\n"
    )


@pytest.mark.parametrize("port", ["99999", "-1", "http"])
def test_preview_says_what_a_port_is(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["preview", "--port", port])
    assert "a port is a number from 0 to 65535" in capsys.readouterr().err


def test_preview_of_an_outline_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", str(tmp_path / "none.yaml")]) == FAILURE
    assert "there is no file" in capsys.readouterr().err


def test_preview_says_where_to_look_without_a_browser(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    told = threading.Event()
    monkeypatch.setattr(webbrowser, "open", lambda _: told.set() or False)
    monkeypatch.setattr("deck.preview.server.Server.run", lambda *_, **__: told.wait(5))
    assert main(["preview", str(write_outline(tmp_path, SLIDE)), "--port", "0", "--open"]) == DONE
    assert told.is_set()
    open_in_browser("http://127.0.0.1:1/")
    assert "open http://127.0.0.1:1/ in one" in capsys.readouterr().err


def test_preview_says_what_it_needs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "deck.preview.server", None)
    monkeypatch.setitem(sys.modules, "starlette", None)
    assert main(["preview"]) == FAILURE
    assert "hint: install the extra `preview`" in capsys.readouterr().err


def test_of_many_findings_the_first_are_shown_and_no_error_gives_way_to_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    warned = 'layout: title\ntitle: "T{} C:\\new"\n'
    slides = [warned.format(number) for number in range(60)]
    outline = write_outline(tmp_path, *slides, "layout: title\ntitle: x\nsubtitel: y")
    assert main(["check", str(outline)]) == FINDINGS
    shown = capsys.readouterr().err
    assert (shown.count("error["), shown.count("warning[backslash]")) == (1, 49)
    assert shown.rstrip().endswith("1 error and 60 warnings; 11 more than are shown here (11 backslash)")


def test_what_is_not_translated_hides_no_other_finding() -> None:
    missing = [Diagnostic("untranslated", f"t{n}", severity=Severity.WARNING) for n in range(80)]
    lost = [Diagnostic("code-lost", f"c{n}", severity=Severity.WARNING) for n in range(3)]
    shown = report.findings([*missing, *lost])
    assert (shown.count("warning[code-lost]"), shown.count("warning[untranslated]")) == (3, 47)
    assert shown.endswith("83 warnings; 33 more than are shown here (33 untranslated)")


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-"])
def test_streams_that_are_closed(tmp_path: Path, closed: str) -> None:
    if sys.platform == "win32":
        pytest.skip("a shell that closes streams is wanted")
    command = f"{sys.executable} -m deck check {tmp_path}/none.yaml {closed}"
    assert subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=False).returncode == FAILURE


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows keeps a folder in which something runs")
    command = f"mkdir {tmp_path}/gone && cd {tmp_path}/gone && rmdir {tmp_path}/gone && {sys.executable} -m deck check"
    run = subprocess.run(
        ["sh", "-c", command], env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert (run.returncode, run.stdout) == (DONE, b"nothing wrong\n")


def test_what_was_found_is_told_though_the_program_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    outline = write_outline(tmp_path, "layout: speaker\ntitle: Hello\nname: A\nrole: B #and more")
    monkeypatch.setattr("deck.pipeline.build.Assembling.__call__", lambda *_: 1 / 0)
    assert main(["check", str(outline)]) == FAILURE
    printed = capsys.readouterr().err
    assert "warning[comment-in-text]" in printed
    assert "ZeroDivisionError" in printed
    assert "the file that it read last is" in printed


def test_an_interruption_has_its_own_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("deck.pipeline.checking.lay_out_each", interrupted)
    assert main(["check"]) == 130


def test_limits_of_an_outline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deck.outline.read.MOST_SLIDES", 2)
    monkeypatch.setattr("deck.outline.value_readers.LONGEST_TEXT", 40)
    long = "a" * 41
    outline = write_outline(tmp_path, *(f"layout: statement\ntitle: T{n}\nstatement: {long}" for n in range(3)))
    with pytest.raises(DeckError) as caught:
        lay_out(outline)
    assert [one.code for one in caught.value.diagnostics] == ["too-long", "too-long", "too-many", "too-long"]


def test_check_says_which_fonts_would_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fonts", "--language", "en", "--language", "zh"]) == DONE
    shown = capsys.readouterr().out
    assert "fonts in `en`: Calibri (with Windows or Office)" in shown
    assert "Microsoft YaHei (with Windows or Office)" in shown
    for language in ("en", "zh"):
        assert (
            f"texts in `{language}` where another font stands for Calibri:\n  Carlito          every text fits\n"
            in shown
        )
    assert re.search(r"DejaVu Sans      \d+ of \d+ texts would not fit: \S+: \S+, .* and \d+ more\n", shown)
    short = write_outline(tmp_path, SLIDE)
    assert main(["check", "--fonts", str(short)]) == DONE
    assert capsys.readouterr().out.count("every text fits") == 4
    assert main(["check", str(short)]) == DONE
    assert capsys.readouterr().out == "nothing wrong\n"
