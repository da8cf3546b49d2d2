"""A missing extra is named with the command that adds it where the program runs."""

from __future__ import annotations

import shlex
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from deck.ground import installing

ROOT = Path(__file__).resolve().parents[2]


class Installed:
    """What is known of an installed package."""

    def __init__(self, stated: str | None) -> None:
        self.stated = stated

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return self.stated


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch):
    def say(stated: str | None, prefix: str = "/home/user/webinar/.venv") -> None:
        monkeypatch.setattr("importlib.metadata.distribution", lambda name: Installed(stated))
        monkeypatch.setattr(sys, "prefix", prefix)
        monkeypatch.setattr(sys, "executable", f"{prefix}/bin/python")

    return say


def test_a_checkout_is_installed_from_its_folder(installed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    installed('{"dir_info": {"editable": true}, "url": "file:///home/user/my%20decks"}', f"{tmp_path}/.venv")
    assert installing.install_command("svg") == ".venv/bin/python -m pip install -e '/home/user/my decks[svg]'"
    installed(f'{{"dir_info": {{"editable": true}}, "url": "{tmp_path.as_uri()}"}}', f"{tmp_path}/.venv")
    assert installing.install_command("svg") == ".venv/bin/python -m pip install -e '.[svg]'"


@pytest.mark.parametrize("stated", [None, '{"url": "https://example.org/webinar_deck.whl", "archive_info": {}}'])
def test_a_wheel_is_installed_by_its_name(installed, stated: str | None) -> None:
    installed(stated)
    python = "/home/user/webinar/.venv/bin/python"
    assert installing.install_command("preview") == f"{python} -m pip install 'webinar-deck[preview]'"


@pytest.mark.parametrize(
    ("prefix", "command"),
    [
        ("/home/user/.local/share/pipx/venvs/webinar-deck", "pipx install --force 'webinar-deck[svg]'"),
        ("/home/user/.local/share/uv/tools/webinar-deck", "uv tool install 'webinar-deck[svg]'"),
    ],
)
def test_what_another_program_installed_is_installed_by_it(installed, prefix: str, command: str) -> None:
    installed(None, prefix)
    assert installing.install_command("svg") == command


def test_without_an_installation_the_project_s_folder_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.distribution", absent)
    monkeypatch.chdir("/")
    last = shlex.split(installing.install_command("svg"))[-1]
    assert Path("/", last.removesuffix("[svg]")).resolve() == ROOT
