"""`translate`: begin a translation, bring all up to the outline, say how far each is, read one over."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from deck.cli.formats import as_object
from deck.cli.look_alikes import told_apart
from deck.cli.terminal import (
    DONE,
    FINDINGS,
    Commands,
    Progress,
    add_outline,
    add_outline_to_change,
    add_output,
    in_colour,
    outline_to_change,
    print_findings,
    shown,
)
from deck.ground.diagnostics import DeckError

if TYPE_CHECKING:
    from deck.translating.completeness import Completeness
    from deck.translating.exchange import Imported

NAME = "translate"

_NONE = "no translations yet; `translate start LANGUAGE` begins one"
_NONE_BUT_ITS_OWN = (
    "no translations into other languages yet; `check` tells what is missing in the catalog of the outline’s own"
)
_BAR = 24
_COLOURS = {"done": "\033[32m", "wrong": "\033[31m", "fuzzy": "\033[33m", "missing": "\033[2m"}
_END = "\033[0m"
_COUNTS = {
    "done": "done",
    "known": "known",
    "review": "review",
    "memory": "memory",
    "match_95": "95–99 %",
    "match_85": "85–94 %",
    "match_75": "75–84 %",
    "match_50": "50–74 %",
    "repeated": "repeated",
    "new": "new",
}
"""What the columns of words are called."""
_FORMATS = {
    "xliff": ("XLIFF 1.2", "xlf"),
    "xlsx": ("bilingual workbooks", "xlsx"),
    "tmx": ("translation memories, TMX", "tmx"),
    "po": ("PO files of others", ""),
}
"""What each format of exchange is, and how the files are called that are exported, if any are."""


def add_to(commands: Commands) -> None:
    """Adds the command and what it can do."""
    parser = commands.add_parser(NAME, help="begin translations, bring them up to the outline, see how far they are")
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    begin = actions.add_parser("start", help="begin a translation: write locales/LANGUAGE.po beside the outline")
    begin.add_argument("tag", metavar="LANGUAGE", help="a BCP 47 tag such as fr, pt-BR or zh-Hans")
    add_outline_to_change(begin)
    begin.set_defaults(run=_start)
    update = actions.add_parser("extract", help="bring all translations up to the outline; nothing is lost")
    add_outline_to_change(update)
    update.set_defaults(run=_extract)
    overview = actions.add_parser("status", help="say how far each translation is")
    add_outline(overview)
    overview.add_argument("--json", action="store_true", help="for a program")
    overview.set_defaults(run=_status)
    page = actions.add_parser("page", help="write a page to read a translation over: slides and texts side by side")
    add_outline(page)
    page.add_argument("--language", action="append", default=[], metavar="L", help="a translation; may be repeated")
    page.add_argument("--all-languages", action="store_true", help="every translation, as where none is named")
    add_output(page)
    page.set_defaults(run=_page)
    _add_exchange(actions)


def _add_exchange(actions: Commands) -> None:
    """The formats of translators' tools."""
    for name, (what, suffix) in _FORMATS.items():
        directions = actions.add_parser(name, help=f"exchange translations as {what}").add_subparsers(
            title="directions", metavar="DIRECTION", required=True
        )
        if suffix:
            giving = directions.add_parser("export", help=f"write locales/LANGUAGE.{suffix}")
            giving.add_argument("tag", metavar="LANGUAGE", help="the language of a translation that was begun")
            add_outline_to_change(giving)
            giving.set_defaults(run=_export, format=name, copy_source=False)
        if name == "xliff":
            copied = "put the source where there is no translation yet, for tools that offer no empty texts"
            giving.add_argument("--copy-source", action="store_true", help=copied)
        taking = directions.add_parser("import", help="take in what came back")
        taking.add_argument("file", type=Path, metavar="FILE", help="the file that came back")
        add_outline_to_change(taking)
        taking.add_argument("--dry-run", action="store_true", help="only say what would change")
        taking.set_defaults(run=_import, format=name, base=None, accept_new=False, theirs=False)
        if name == "tmx":
            # A memory only offers translations, as drafts.
            continue
        taking.add_argument("--base", type=Path, metavar="FILE", help="the file as it was sent out")
        taking.add_argument("--theirs", action="store_true", help="take what came back where both were changed")
        if name != "po":
            kept = "take texts whose state is still as it was sent out as done"
            taking.add_argument("--accept-new", action="store_true", help=kept)


def _start(options: argparse.Namespace) -> int:
    from deck.translating import catalog_files

    with Progress(sys.stderr) as progress:
        path = catalog_files.start(outline_to_change(options.outline), options.tag, progress, _now())
    print(f"wrote {shown(path)}\n      open it in a translator's editor, such as Poedit")
    return DONE


def _extract(options: argparse.Namespace) -> int:
    from deck.pipeline.catalog_folder import passed_over
    from deck.translating import catalog_files

    outline = outline_to_change(options.outline)
    with Progress(sys.stderr) as progress:
        written = catalog_files.extract(outline, progress, _now())
    if passed := [*passed_over(outline)]:
        print_findings(passed)
    print("\n".join(f"wrote {shown(path)}" for path in written) or "all translations are up to the outline")
    return DONE


def _now() -> datetime:
    return datetime.now(UTC)


def _export(options: argparse.Namespace) -> int:
    from deck.translating import exchange

    outline = outline_to_change(options.outline)
    if options.format != "xliff":
        export = {"xlsx": exchange.export_xlsx, "tmx": exchange.export_tmx}[options.format]
        written = export(outline, options.tag)
    else:
        written = exchange.export_xliff(outline, options.tag, copy_source=options.copy_source)
    print(f"wrote {shown(written)}")
    if options.format == "tmx" and b"<tu " not in written.read_bytes():
        print("      it is empty: no translation is finished yet")
    return DONE


def _import(options: argparse.Namespace) -> int:
    from deck.ground.diagnostics import has_errors
    from deck.translating import exchange

    outline = outline_to_change(options.outline)
    done = exchange.take_file(
        outline,
        options.file,
        exchange.READERS[options.format],
        base=options.base,
        accept_new=options.accept_new,
        theirs=options.theirs,
        dry=options.dry_run,
    )
    found = [one for each in done for one in each.diagnostics]
    if found:
        print_findings(found, whole=True)
    if not done:
        print(f"{shown(options.file)} holds no translations")
    for each in done:
        print(_came_back(each, dry=options.dry_run))
    return FINDINGS if has_errors(found) else DONE


def _came_back(done: Imported, *, dry: bool) -> str:
    """What changed in a catalog; every translation that stands no longer where it stood, with what stands there."""
    taken, lines = done.taken, []
    for change in taken.replaced:
        before, after = told_apart(change.before, change.after)
        lines.append(f"replaced  {change.key}\n          before  {before}\n          now     {after}")
    for change in taken.kept:
        before, after = told_apart(change.before, change.after)
        lines.append(f"kept      {change.key}: {change.why}\n          here    {before}\n          there   {after}")
    count = len(taken.changed)
    changed = f"{count} {'message' if count == 1 else 'messages'} {'would change' if dry else 'changed'}"
    counts = [changed]
    if remarks := len(taken.only_remarked):
        counts.append(f"{remarks} of them in {'its' if remarks == 1 else 'their'} remarks only")
    if dropped := len(taken.unreviewed):
        was = "was signed off or final, and is" if dropped == 1 else "were signed off or final, and are"
        counts.append(f"{dropped} of them {was} so no longer, as the words changed: {', '.join(taken.unreviewed)}")
    if taken.offered:
        near = f", {taken.near} of nearly the same words" if taken.near else ""
        counts.append(f"{taken.offered} of them from memory, as drafts{near}")
    if taken.finished:
        counts.append(f"{taken.finished} of them a draft before, and finished now with the same words")
    if taken.replaced:
        counts.append(f"{len(taken.replaced)} of them had another translation, which stands in the comment now")
    if taken.kept:
        stayed = "stayed as it is" if len(taken.kept) == 1 else "stayed as they are"
        counts.append(f"{len(taken.kept)} {stayed}, with what came back in the comment")
    return "\n".join([*lines, f"{shown(done.path)}: {'; '.join(counts)}"])


def _status(options: argparse.Namespace) -> int:
    from deck.ground.diagnostics import has_errors
    from deck.pipeline.catalog_folder import catalogs, passed_over
    from deck.translating.completeness import status

    failed: dict[str, DeckError] = {}
    with Progress(sys.stderr) as progress:
        found = status(options.outline, progress, failed)
    unread = [finding for error in failed.values() for finding in error.diagnostics]
    if unread and not found:
        raise DeckError(unread)
    whole = [*(finding for one in found for finding in one.findings), *unread]
    if options.json:
        if unread:
            print_findings(unread, whole=True)
        print(json.dumps([_as_object(one) for one in found], indent=2, ensure_ascii=False))
        return FINDINGS if has_errors(whole) else DONE
    whole += passed_over(options.outline)
    if not found:
        print(_NONE_BUT_ITS_OWN if catalogs(options.outline) else _NONE)
        if whole:
            print_findings(whole, whole=True)
        return DONE
    width = max(len("language"), *(len(one.language) for one in found))
    heads = ("done", "fuzzy", "missing", "wrong", "too long")
    print(f"{'language':{width}}  {'':{_BAR}}       " + "  ".join(f"{head:>8}" for head in heads))
    for one in found:
        share = 100 * one.done // (one.total or 1)
        counts = (one.done, one.fuzzy, one.missing, one.wrong, one.too_long)
        bar = _bar(one, colour=in_colour(sys.stdout))
        print(f"{one.language:{width}}  {bar} {share:3} %  " + "  ".join(f"{count:8}" for count in counts))
    print(_words(found))
    if whole:
        print_findings(whole, whole=True)
    return FINDINGS if has_errors(whole) else DONE


def _words(found: Sequence[Completeness]) -> str:
    """The source's words by what there is to start from, in a column each, a line a language."""
    rows = [(f"source {found[0].unit}", ["total", *_COUNTS.values()])]
    for one in found:
        rows.append((one.language, [f"{count}" for count in (one.words.total, *asdict(one.words).values())]))
    width = max(len(name) for name, _ in rows)
    return "\n" + "\n".join(f"{name:{width}}  " + " ".join(f"{each:>8}" for each in row) for name, row in rows)


def _as_object(one: Completeness) -> dict[str, object]:
    """A language for a program."""
    counts = asdict(one)
    words, of, _ = counts.pop("words"), counts.pop("unit"), counts.pop("findings")
    found = [as_object(each) for each in one.findings]
    return {**counts, "source": {"unit": of, "total": one.words.total, **words}, "findings": found}


def _page(options: argparse.Namespace) -> int:
    from deck.ground.diagnostics import has_errors
    from deck.translating.reading_page import write_pages

    with Progress(sys.stderr) as progress:
        tags = () if options.all_languages else options.language
        written, found = write_pages(options.outline, options.output, tags, progress)
    if found:
        print_findings(found)
    print("\n".join(f"wrote {shown(path)}" for path in written) or _NONE)
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
