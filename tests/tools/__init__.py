"""Tools from outside that some tests need: a test is skipped without them, but never where CI is set."""

import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

PROJECT = Path(__file__).resolve().parents[2]


def required(command: str, hint: str) -> str:
    """The path of a command, among the project's own tools or the machine's."""
    own = str(PROJECT / "node_modules" / ".bin")
    found = shutil.which(command, path=own) or shutil.which(command)
    return found or missing(command, hint)


def missing(command: str, hint: str) -> NoReturn:
    message = f"{command} is missing: {hint}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)
