"""`preview`: show the deck in the browser while its outline is written."""

from __future__ import annotations

import argparse
import contextlib
import sys

from deck.build import assets
from deck.cli.terminal import DONE, FAILURE, Commands, add_languages, add_outline, chosen_languages

NAME = "preview"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="show the deck in the browser, live while its outline is written")
    add_outline(parser)
    add_languages(parser)
    parser.add_argument("--port", type=int, default=8087, help="where (default: 8087; 0 takes a free one)")
    parser.add_argument("--open", action="store_true", help="open the page in the browser")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serves the page until it is interrupted."""
    try:
        from deck.preview.server import ADDRESS, listen, server
        from deck.preview.state import Preview
    except ImportError as error:
        print(f"error: `preview` needs {error.name}", file=sys.stderr)
        print("hint: install the extra `preview`: pip install 'webinar-deck[preview]'", file=sys.stderr)
        return FAILURE
    own = listen(options.port)
    port = own.getsockname()[1]
    address = f"http://{ADDRESS}:{port}/"
    print(f"{address} shows {options.outline}; Ctrl-C ends it", flush=True)
    if options.open:
        import webbrowser

        webbrowser.open(address)
    preview = Preview(options.outline, chosen_languages(options))
    preview.update()
    watched = [options.outline.resolve().parent, assets() / "themes", assets() / "icons"]
    with own, contextlib.suppress(KeyboardInterrupt):
        server(preview, watched, port).run(sockets=[own])
    return DONE
