"""`preview`: show the deck in the browser while its outline is written."""

from __future__ import annotations

import argparse
import contextlib
import errno
import os
import sys
import threading

from deck.cli.terminal import DONE, FAILURE, Commands, add_languages, add_outline, shown
from deck.ground.installing import install_command
from deck.pipeline.reading import read

NAME = "preview"
_LAST_PORT = 65_535


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="show the deck in the browser, live while its outline is written")
    add_outline(parser)
    add_languages(parser)
    parser.add_argument("--port", type=_port, default=8087, help="where (default: 8087; 0 takes a free one)")
    parser.add_argument("--open", action="store_true", help="open the page in the browser")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serves the page until it is interrupted."""
    try:
        from deck.preview.server import ADDRESS, Server, listen
        from deck.preview.state import Preview
    except ImportError as error:
        print(f"error: `preview` needs {error.name}", file=sys.stderr)
        print(f"hint: install the extra `preview`: {install_command('preview')}", file=sys.stderr)
        return FAILURE
    if not options.outline.exists():
        # What is wrong in an outline is shown on the page; one that is not there, mostly a mistyped path, is said here.
        read(options.outline)
    try:
        own = listen(options.port)
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        reason = "is taken" if taken else f"cannot be used: {os.strerror(error.errno or 0)}"
        print(f"error: port {options.port} {reason}", file=sys.stderr)
        perhaps = "a preview may run there already; " if taken else ""
        print(f"hint: {perhaps}`--port 0` takes a free one", file=sys.stderr)
        return FAILURE
    port = own.getsockname()[1]
    address = f"http://{ADDRESS}:{port}/"
    print(f"{address} shows {shown(options.outline)}; Ctrl-C ends it", flush=True)
    if options.open:
        # A browser on the terminal stays until it is left, and is to find the page there.
        threading.Thread(target=open_in_browser, args=(address,), daemon=True).start()
    # As where none is named: all.
    wanted = () if options.all_languages else options.language
    with own, contextlib.suppress(KeyboardInterrupt):
        Server(Preview(options.outline, wanted), port).run(sockets=[own])
    return DONE


def open_in_browser(address: str) -> None:
    """Asks for a browser, and says where to look if there is none."""
    import webbrowser

    if not webbrowser.open(address):
        print(f"no browser can be opened from here; open {address} in one", file=sys.stderr)


def _port(written: str) -> int:
    if not (written.isdecimal() and int(written) <= _LAST_PORT):
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to {_LAST_PORT}, not {written}")
    return int(written)
