"""`translate`: begin a translation, bring all up to the outline, say how far each is, read one over."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from deck.cli.terminal import (
    DONE,
    FINDINGS,
    Commands,
    Progress,
    add_outline,
    add_output,
    in_colour,
    outline_to_change,
    print_findings,
)

if TYPE_CHECKING:
    from deck.translating.catalog_files import Completeness

NAME = "translate"

_NONE = "no translations yet; `translate start LANGUAGE` begins one"
_BAR = 24
_COLOURS = {"done": "\033[32m", "wrong": "\033[31m", "fuzzy": "\033[33m", "missing": "\033[2m"}
_END = "\033[0m"


def add_to(commands: Commands) -> None:
    """Adds the command and what it can do."""
    parser = commands.add_parser(NAME, help="begin translations, bring them up to the outline, see how far they are")
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    begin = actions.add_parser("start", help="begin a translation: write locales/LANGUAGE.po beside the outline")
    begin.add_argument("tag", metavar="LANGUAGE", help="a BCP 47 tag such as fr, pt-BR or zh-Hans")
    add_outline(begin)
    begin.set_defaults(run=_start)
    update = actions.add_parser("extract", help="bring all translations up to the outline; nothing is lost")
    add_outline(update)
    update.set_defaults(run=_extract)
    overview = actions.add_parser("status", help="say how far each translation is")
    add_outline(overview)
    overview.set_defaults(run=_status)
    page = actions.add_parser("page", help="write a page to read a translation over: slides and texts side by side")
    add_outline(page)
    page.add_argument("--language", action="append", default=[], metavar="L", help="a translation; may be repeated")
    page.add_argument("--all-languages", action="store_true", help="every translation, as where none is named")
    add_output(page)
    page.set_defaults(run=_page)
    exchange = actions.add_parser("xliff", help="exchange translations as XLIFF 1.2").add_subparsers(
        title="directions", metavar="DIRECTION", required=True
    )
    giving = exchange.add_parser("export", help="write locales/LANGUAGE.xlf")
    giving.add_argument("tag", metavar="LANGUAGE", help="the language of a translation that was begun")
    add_outline(giving)
    giving.set_defaults(run=_export)
    taking = exchange.add_parser("import", help="take in what came back")
    taking.add_argument("file", type=Path, metavar="FILE", help="the XLIFF file")
    add_outline(taking)
    taking.set_defaults(run=_import)


def _start(options: argparse.Namespace) -> int:
    from deck.translating import catalog_files

    with Progress(sys.stderr) as progress:
        path = catalog_files.start(outline_to_change(options.outline), options.tag, progress)
    print(f"wrote {path}\n      open it in a translator's editor, such as Poedit")
    return DONE


def _extract(options: argparse.Namespace) -> int:
    from deck.translating import catalog_files

    with Progress(sys.stderr) as progress:
        written = catalog_files.extract(outline_to_change(options.outline), progress)
    print("\n".join(f"wrote {path}" for path in written) or "all translations are up to the outline")
    return DONE


def _export(options: argparse.Namespace) -> int:
    from deck.translating import exchange

    print(f"wrote {exchange.export_xliff(options.outline, options.tag)}")
    return DONE


def _import(options: argparse.Namespace) -> int:
    from deck.ground.diagnostics import has_errors
    from deck.translating import exchange

    done = exchange.import_xliff(outline_to_change(options.outline), options.file)
    if done.diagnostics:
        print_findings(done.diagnostics)
    before = f", {done.replaced} of them had another translation" if done.replaced else ""
    print(f"{done.path}: {done.changed} {'message' if done.changed == 1 else 'messages'} changed{before}")
    return FINDINGS if has_errors(done.diagnostics) else DONE


def _status(options: argparse.Namespace) -> int:
    from deck.translating import catalog_files

    with Progress(sys.stderr) as progress:
        found = catalog_files.status(options.outline, progress)
    if not found:
        print(_NONE)
        return DONE
    width = max(len("language"), *(len(one.language) for one in found))
    heads = ("done", "fuzzy", "missing", "wrong", "too long")
    print(f"{'language':{width}}  {'':{_BAR}}       " + "  ".join(f"{head:>8}" for head in heads))
    for one in found:
        share = 100 * one.done // (one.total or 1)
        counts = (one.done, one.fuzzy, one.missing, one.wrong, one.too_long)
        bar = _bar(one, colour=in_colour(sys.stdout))
        print(f"{one.language:{width}}  {bar} {share:3} %  " + "  ".join(f"{count:8}" for count in counts))
    return DONE


def _page(options: argparse.Namespace) -> int:
    from deck.ground.diagnostics import has_errors
    from deck.translating.reading_page import write_pages

    with Progress(sys.stderr) as progress:
        tags = () if options.all_languages else options.language
        written, found = write_pages(options.outline, options.output, tags, progress)
    if found:
        print_findings(found)
    print("\n".join(f"wrote {path}" for path in written) or _NONE)
    return FINDINGS if has_errors(found) else DONE


def _bar(one: Completeness, *, colour: bool) -> str:
    """Shares of a whole; a share is never shown as nothing, nor an unfinished whole as full."""
    total = one.total or 1
    done = one.done * _BAR // total
    wrong = min(-(-one.wrong * _BAR // total), _BAR - done)
    fuzzy = min(-(-one.fuzzy * _BAR // total), _BAR - done - wrong)
    missing = _BAR - done - wrong - fuzzy
    parts = {"done": "█" * done, "wrong": "!" * wrong, "fuzzy": "▒" * fuzzy, "missing": "░" * missing}
    if not colour:
        return "".join(parts.values())
    return "".join(f"{_COLOURS[name]}{part}{_END}" if part else "" for name, part in parts.items())
