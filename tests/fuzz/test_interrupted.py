"""Whoever is killed in the middle, writes at the same time as another, or has no room on the disk, loses nothing.

Each run is a fork of this process, in which everything is imported already: so hundreds of them take seconds.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from deck.cli import main, translating
from tests.fuzz import tried
from tests.fuzz.webinar import webinar

SAMPLES = Path(__file__).resolve().parents[1] / "lists" / "samples"
KILLS = tried(200)
PAIRS = tried(50)
WRITING = {
    "build": ["build", "outline.yaml", "--output", "new"],
    "export": ["export", "svg", "outline.yaml", "--output", "new"],
    "ids": ["ids", "csv.yaml"],
    "csv": ["list", "add", "Kenya", "--outline", "csv.yaml"],
    "xlsx": ["list", "add", "Kenya", "--outline", "xlsx.yaml"],
    "ods": ["list", "add", "Kenya", "--outline", "ods.yaml"],
    "remove": ["list", "remove", "Brazil", "--outline", "csv.yaml"],
    "fix": ["list", "fix", "--outline", "slips.yaml"],
    "start": ["translate", "start", "de", "outline.yaml"],
    "extract": ["translate", "extract", "outline.yaml"],
    "page": ["translate", "page", "outline.yaml", "--output", "new"],
    "xliff": ["translate", "xliff", "export", "fr", "outline.yaml"],
    "workbook": ["translate", "xlsx", "export", "fr", "outline.yaml"],
    "import": ["translate", "po", "import", "back.po", "outline.yaml"],
}
"""Every command that writes, by what it writes."""


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A webinar with something to do for every command; nothing is written here by a test."""
    folder = tmp_path_factory.mktemp("webinar")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        webinar(folder)
        outline = (folder / "outline.yaml").read_text("utf-8")
        shutil.copy(SAMPLES / "libreoffice.ods", folder / "members.ods")
        for kind in ("csv", "xlsx", "ods"):
            named = outline.replace("countries: members.csv", f"countries: members.{kind}")
            (folder / f"{kind}.yaml").write_text(named, "utf-8")
        (folder / "slips.csv").write_text("country,code,status\nTogo,,candidat\nKenya,KE,\n", "utf-8")
        (folder / "slips.yaml").write_text(outline.replace("countries: members.csv", "countries: slips.csv"), "utf-8")
        french = (folder / "back.po").read_text("utf-8")
        translated = french.replace('msgid "Three cards"\nmsgstr ""', 'msgid "Three cards"\nmsgstr "Trois cartes"')
        assert translated != french
        (folder / "back.po").write_text(translated, "utf-8")
        (folder / "outline.yaml").write_text(outline.replace("Go further", "Go on"), "utf-8")
        shutil.rmtree(folder / "decks")
        for kind in ("xlf", "xlsx"):
            (folder / "locales" / f"fr.{kind}").unlink()
    return folder


@pytest.fixture(autouse=True)
def at_one_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Catalogs name the minute of their making."""
    monkeypatch.setattr(translating, "_now", lambda: datetime(2026, 1, 1, tzinfo=UTC))


def forked(run: Callable[[], int]) -> int:
    """The id of a process that runs this and ends with its exit code; what it prints goes into `told`."""
    process = os.fork()
    if process:
        return process
    code = 70
    try:
        told = os.open("told", os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
        sys.stdout = sys.stderr = open(told, "w", encoding="utf-8", errors="replace")  # noqa: PTH123, SIM115
        code = run()
        sys.stdout.flush()
    finally:
        os._exit(code)


def code_of(process: int) -> int:
    """A process's exit code once it has ended, or the negative number of the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def contents(folder: Path) -> dict[str, bytes]:
    """What is in the folder, but for what a test itself leaves there."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in sorted(files.items()) if name != "told"}


def fresh(good: Path, folder: Path) -> Path:
    """A copy of the webinar, in which this process works from now on."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(good, folder)
    os.chdir(folder)
    return folder


def writes(event: str, arguments: tuple[object, ...]) -> bool:
    """Whether what Python is about to do changes a file or a folder."""
    if event != "open":
        return event in ("os.rename", "os.remove", "os.mkdir", "os.chmod")
    flags = arguments[2] if len(arguments) > 2 else 0
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def killed_at(number: int, command: Sequence[str]) -> int:
    """Runs the command and kills it before it changes the so manieth file or folder."""
    left = number

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if writes(event, arguments):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    return main(command)


@pytest.mark.parametrize("command", WRITING.values(), ids=WRITING)
def test_killed_before_each_change(
    command: list[str], good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next run does what the killed one should have done, and clears away what it left."""
    monkeypatch.chdir(tmp_path)
    folder = fresh(good, tmp_path / "work")
    before = contents(folder)
    assert code_of(forked(lambda: main(command))) == 0, (folder / "told").read_text("utf-8")
    after = contents(folder)
    assert after != before
    number = 0
    while True:
        fresh(good, folder)
        code = code_of(forked(lambda number=number: killed_at(number, command)))
        if code == 0:
            break
        assert code == -signal.SIGKILL
        _whole(contents(folder), before, after)
        assert code_of(forked(lambda: main(command))) in (0, 1), (folder / "told").read_text("utf-8")
        assert contents(folder) == after
        # Of very many files, the later ones are written as those before them.
        number += 1 + number // 8
    assert number > 2, "it changes hardly anything"


@pytest.mark.parametrize("command", WRITING.values(), ids=WRITING)
def test_killed_at_any_time(command: list[str], good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred times, each from the moment at which the command begins to write."""
    monkeypatch.chdir(tmp_path)
    folder = fresh(good, tmp_path / "work")
    shutil.copytree(folder, tmp_path / "kept", copy_function=os.link)
    before = contents(folder)
    random = Random(str(command))

    def restore() -> None:
        """The files themselves, not copies: what was read of them still holds."""
        for path in [path for path in folder.rglob("*") if path.is_file() and path.name != "told"]:
            kept = tmp_path / "kept" / path.relative_to(folder)
            if not kept.exists() or not kept.samefile(path):
                path.unlink()
        for kept in [kept for kept in (tmp_path / "kept").rglob("*") if kept.is_file()]:
            path = folder / kept.relative_to(tmp_path / "kept")
            if not path.exists():
                os.link(kept, path)

    def killed_again_and_again() -> float:
        """Returns, with the time it has left to live, in each process that is to go on and write."""
        begun = time.monotonic()
        if not (process := os.fork()):
            return 0
        assert code_of(process) == 0
        lasting, after, killed, tries = time.monotonic() - begun, contents(folder), 0, 0
        while killed < KILLS:
            restore()
            tries += 1
            assert tries < 10 * KILLS, f"{killed} were killed in time"
            if not (process := os.fork()):
                return random.uniform(1e-6, lasting)
            random.random()
            code = code_of(process)
            assert code in (0, -signal.SIGALRM), code
            killed += code != 0
            # Who came to the end had too long, who did not perhaps too short. What a fork takes is no part of that.
            lasting *= 1.01 if code else 0.97
            _whole(contents(folder), before, after)
        os._exit(0)

    def run() -> int:
        begun = False

        def at_first_change(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal begun
            if not begun and writes(event, arguments):
                begun = True
                try:
                    left = killed_again_and_again()
                except AssertionError as error:
                    sys.stdout.write(f"{error}\n")
                    sys.stdout.flush()
                    os._exit(71)
                # Nothing of Python's is told: it ends as it would by the kernel's hand.
                signal.setitimer(signal.ITIMER_REAL, left)

        sys.addaudithook(at_first_change)
        return main(command)

    assert code_of(forked(run)) == 0, (folder / "told").read_text("utf-8")


def _whole(now: dict[str, bytes], before: dict[str, bytes], after: dict[str, bytes]) -> None:
    """Each file is as it was, or as it was to be; what is half written is hidden, and goes with the next run."""
    for name, data in now.items():
        if not (Path(name).name.startswith(".") and name.endswith(".tmp")):
            assert data in (before.get(name), after.get(name)), name
    assert before.keys() - now.keys() <= before.keys() - after.keys()


@pytest.mark.parametrize("command", WRITING.values(), ids=WRITING)
def test_no_room_on_the_disk(command: list[str], good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The kernel refuses to write more than so many bytes: of the first file, of a larger one, at its very end."""
    monkeypatch.chdir(tmp_path)
    folder = fresh(good, tmp_path / "work")
    before = contents(folder)
    assert code_of(forked(lambda: main(command))) == 0
    after = contents(folder)
    sizes = {len(data) for name, data in after.items() if before.get(name) != data}
    for room in {0, 1, *(size - 1 for size in sizes), *(size // 2 for size in sizes)}:
        fresh(good, folder)

        def run(room: int = room) -> int:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            # What is told goes through a pipe, which has room.
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
            return main(command)

        reads, writes = os.pipe()
        process = os.fork()
        if not process:
            os.dup2(writes, 2)
            os.dup2(writes, 1)
            sys.stdout = sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="replace")
            code = 70
            try:
                code = run()
                sys.stderr.flush()
            finally:
                os._exit(code)
        os.close(writes)
        with os.fdopen(reads, encoding="utf-8") as pipe:
            told = pipe.read()
        assert code_of(process) == 2, told
        assert "error: cannot use" in told
        assert "File too large" in told
        now = contents(folder)
        _whole(now, before, after)
        assert not [name for name in now if name.endswith(".tmp")]


PAIRED = {
    **{kind: (["list", "add", "{}", "--outline", f"{kind}.yaml"], f"{kind}.yaml") for kind in ("csv", "xlsx", "ods")},
    "catalog": (["translate", "start", "{}", "outline.yaml"], ""),
    "deck": (["build", "outline.yaml", "--output", "new"], ""),
}


@pytest.mark.parametrize("kind", PAIRED)
def test_two_writers_at_once(kind: str, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is told that it is done finds it done."""
    monkeypatch.chdir(tmp_path)
    command, outline = PAIRED[kind]
    for pair in range(PAIRS):
        folder = fresh(good, tmp_path / "work")
        names = ("Kenya", "Togo") if outline else ("de", "de")
        runs = [forked(lambda name=name: main([word.format(name) for word in command])) for name in names]
        done = [name for name, process in zip(names, runs, strict=True) if code_of(process) == 0]
        assert done, f"pair {pair}: {(folder / 'told').read_text('utf-8')}"
        if outline:
            assert code_of(forked(lambda: main(["list", "show", "--outline", outline]))) == 0
            shown = (folder / "told").read_text("utf-8")
            assert all(name in shown for name in done), f"pair {pair}: {done}, and there is: {shown}"
        else:
            assert code_of(forked(lambda: main(["check", "outline.yaml"]))) == 0
        assert not [name for name in contents(folder) if name.endswith(".tmp")]
