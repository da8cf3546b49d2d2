"""Work that is shared among doubles of the process comes out as if one process had done it in order.

The process that is doubled has no other thread, which the one that runs the tests may have.
"""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are doubled on Linux alone")
DOUBLED = """
import os, signal, sys, threading, time
from pathlib import Path
from deck.ground.doubling import made_of_each
from deck.ground.files import read_bytes
from deck.ground.inputs import noted

FIRST, said = os.getpid(), []

def no_double_is_left():
    try:
        os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return True
"""


def printed(code: str, folder: Path) -> str:
    script = DOUBLED + textwrap.dedent(code)
    ran = subprocess.run([sys.executable, "-c", script, folder], capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    return ran.stdout


def test_what_is_made_and_told_is_in_order_and_files_are_noted(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / str(number)).write_text(f"text {number}", encoding="utf-8")
    code = """
        def make(number, progress):
            progress(f"reading {number}")
            return number, read_bytes(Path(sys.argv[1], str(number))).decode(), os.getpid()

        with noted() as inputs:
            made = made_of_each(make, range(5), said.append, 3)
        print([each[:2] for each in made] == [(number, f"text {number}") for number in range(5)])
        print(said == [f"reading {number}" for number in range(5)])
        print(sorted(path.name for path in inputs))
        print([pid == FIRST for *_, pid in made], len({pid for *_, pid in made}))
        print(made_of_each(make, [], said.append, 3), no_double_is_left())
    """
    assert printed(code, tmp_path).splitlines() == [
        "True",
        "True",
        "['0', '1', '2', '3', '4']",
        "[True, True, False, False, False] 3",
        "[] True",
    ]


def test_what_a_double_that_was_ended_did_not_make_is_made_here(tmp_path: Path) -> None:
    code = """
        def make(number, progress):
            if os.getpid() != FIRST:
                os.kill(os.getpid(), signal.SIGKILL)
            progress(f"making {number}")
            return number * 2

        print(made_of_each(make, range(4), said.append, 2), len(said), no_double_is_left())
    """
    assert printed(code, tmp_path) == "[0, 2, 4, 6] 4 True\n"


def test_what_cannot_be_made_or_handed_over_is_so_here(tmp_path: Path) -> None:
    code = """
        def make(number, progress):
            if number == 3:
                raise ValueError("three")
            return number if number < 4 else lambda: number

        try:
            made_of_each(make, range(4), said.append, 2)
        except ValueError as error:
            print(error, no_double_is_left())
        print(len(made_of_each(make, range(4, 8), said.append, 2)))
    """
    assert printed(code, tmp_path) == "three True\n4\n"


def test_no_double_goes_on_where_the_first_cannot(tmp_path: Path) -> None:
    code = """
        def make(number, progress):
            if os.getpid() == FIRST:
                raise KeyboardInterrupt
            time.sleep(60)

        begun = time.monotonic()
        try:
            made_of_each(make, range(4), said.append, 4)
        except KeyboardInterrupt:
            print(time.monotonic() - begun < 30, no_double_is_left())
    """
    assert printed(code, tmp_path) == "True True\n"


def test_a_process_with_another_thread_is_not_doubled(tmp_path: Path) -> None:
    code = """
        over = threading.Event()
        threading.Thread(target=over.wait).start()
        print({pid == FIRST for pid in made_of_each(lambda *_: os.getpid(), range(4), said.append, 4)})
        over.set()
    """
    assert printed(code, tmp_path) == "{True}\n"


@pytest.mark.parametrize("allowed", [0, 1])
def test_where_no_more_processes_are_allowed_the_rest_is_made_here(allowed: int, tmp_path: Path) -> None:
    code = f"""
    fork, left, open_ones = os.fork, [None] * {allowed}, len(os.listdir("/proc/self/fd"))

    def limited():
        if not left:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        left.pop()
        return fork()

    os.fork = limited
    made = made_of_each(lambda thing, progress: (progress(str(thing)), thing * 2)[1], range(7), said.append, 3)
    print(made, "".join(said), len(os.listdir("/proc/self/fd")) == open_ones, no_double_is_left())
    """
    assert printed(code, tmp_path) == "[0, 2, 4, 6, 8, 10, 12] 0123456 True True\n"
