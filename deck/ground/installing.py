"""How an extra is installed where this program runs."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path

PACKAGE = "webinar-deck"


def install_command(extra: str) -> str:
    """The command that adds an optional part of the package to the environment that this program runs in.

    A checkout is installed from its folder, a program that pipx or uv keeps is installed anew by it with the extra,
    and everything else by this environment's own pip.
    """
    wanted = f"{PACKAGE}[{extra}]"
    environment = Path(sys.prefix).parts
    checkout = _checkout()
    if checkout is None and "pipx" in environment:
        return f"pipx install --force {shlex.quote(wanted)}"
    if checkout is None and "uv" in environment and "tools" in environment:
        return f"uv tool install {shlex.quote(wanted)}"
    source = shlex.quote(wanted) if checkout is None else f"-e {shlex.quote(f'{_shown(checkout)}[{extra}]')}"
    return f"{shlex.quote(_shown(Path(sys.executable)))} -m pip install {source}"


def _checkout() -> Path | None:
    """The folder of the project if the package runs from it; None for one that was installed as a wheel."""
    # Asked for when something is missing only: a build without a mistake need not load these.
    import json
    from importlib.metadata import PackageNotFoundError, distribution
    from urllib.parse import unquote, urlsplit

    try:
        stated = distribution(PACKAGE).read_text("direct_url.json")
    except PackageNotFoundError:
        return Path(__file__).resolve().parents[2]
    origin = json.loads(stated) if stated else {}
    if origin.get("dir_info", {}).get("editable"):
        return Path(unquote(urlsplit(origin["url"]).path))
    return None


def _shown(path: Path) -> str:
    """The path from here where it lies below, else whole."""
    here = Path.cwd()
    return os.path.relpath(path, here) if path.is_relative_to(here) else str(path)
