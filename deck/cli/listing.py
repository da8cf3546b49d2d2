"""`list`: show, change and check the lists that an outline names."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from deck.cli.terminal import DONE, FINDINGS, Commands, outline_to_change, print_findings, shown, usual_outline
from deck.ground.columns import in_columns
from deck.ground.diagnostics import Severity, has_errors
from deck.ground.files import YAML

NAME = "list"


def add_to(commands: Commands) -> None:
    """Adds the command."""
    parser = commands.add_parser(NAME, help="show, change and check the list of countries, or another one")
    actions = parser.add_subparsers(title="what to do", metavar="ACTION", required=True)
    listed = _action(actions, "show", show, "print the list")
    added = _action(actions, "add", add, "add a row")
    added.add_argument("name", metavar="NAME", help="a country's name, or its ISO code")
    for column, about in (("status", "pathfinder or candidate"), ("since", "a year or a date"), ("note", "any text")):
        added.add_argument(f"--{column}", metavar=column[0].upper(), help=about)
    about = "what stands in another of its columns, such as `stage=planning`; once for each"
    added.add_argument("--set", metavar="COLUMN=TEXT", action="append", default=[], type=_cell, help=about)
    removed = _action(actions, "remove", remove, "take a row out")
    removed.add_argument("name", metavar="NAME", help="a country's name, or its ISO code")
    checked = _action(actions, "check", check, "say what is wrong with the rows")
    fixed = _action(actions, "fix", fix, "mend garbled text, misspellings, codes and statuses; sort countries")
    fixed.add_argument("--dry-run", action="store_true", help="say what would be mended, write nothing")
    for parser in (listed, added, removed, checked, fixed):
        about = "the outline, as with --outline"
        parser.add_argument("named", nargs="?", type=_outline, metavar="OUTLINE", help=about)


def _action(
    actions: Commands, name: str, run: Callable[[argparse.Namespace], int], about: str
) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=about)
    parser.add_argument("--outline", type=Path, metavar="FILE", help="the outline (default: `outline.yaml` here)")
    parser.add_argument("--list", metavar="L", help="the list's name in the outline, if it has several")
    parser.set_defaults(run=run, refuse=parser.error)
    return parser


def _cell(given: str) -> tuple[str, str]:
    """A column and what is to stand in it."""
    column, equals, text = given.partition("=")
    if not equals or not column.strip():
        raise argparse.ArgumentTypeError(f"`{given}` names no column; write `--set COLUMN=TEXT`")
    return column.strip(), text.strip()


def _outline(given: str) -> Path:
    """An outline that is named without its option, where the rest of an unquoted name may stand."""
    if not given.endswith(YAML):
        raise argparse.ArgumentTypeError(f"`{given}` is no outline; put a name of several words into quotation marks")
    return Path(given)


def _named(options: argparse.Namespace) -> Path | None:
    """The outline that is named either way."""
    if options.outline and options.named:
        options.refuse("two outlines are named; name one")
    named: Path | None = options.outline or options.named
    return named


def _to_change(options: argparse.Namespace) -> Path:
    return outline_to_change(_named(options), "--outline ")


def show(options: argparse.Namespace) -> int:
    """Prints the rows, and how many there are."""
    from deck.updating.staff_lists import find_list, read_list

    outline = _named(options) or usual_outline()
    listing = read_list(find_list(outline, options.list), outline)
    rows = [dict(row.values) for row in listing.table.rows]
    columns = [column for column in listing.table.columns if any(row[column] for row in rows)]
    print(*in_columns([columns, *([row[column] for column in columns] for row in rows)]), sep="\n")
    print(f"\n{_counted(rows, countries=listing.file.countries)} in {shown(listing.file.path)}")
    return DONE


def add(options: argparse.Namespace) -> int:
    """Adds a row, and says so."""
    from deck.updating.staff_lists import add_row, find_list

    outline = _to_change(options)
    file = find_list(outline, options.list)
    cells = {column: options.__dict__[column] for column in ("status", "since", "note") if options.__dict__[column]}
    for column, text in options.set:
        if cells.setdefault(column, text) != text:
            options.refuse(f"`{column}` is to be both “{cells[column]}” and “{text}”; say it once")
    row = add_row(file, options.name, cells)
    print(f"added {_row(row.values.values())} to {shown(file.path)}")
    return _afterwards(options, outline)


def remove(options: argparse.Namespace) -> int:
    """Takes a row out, and says so."""
    from deck.updating.staff_lists import find_list, remove_row

    outline = _to_change(options)
    file = find_list(outline, options.list)
    row = remove_row(file, options.name)
    print(f"removed {_row(row.values.values())} from {shown(file.path)}")
    return _afterwards(options, outline)


def check(options: argparse.Namespace) -> int:
    """Prints what is wrong with the rows."""
    from deck.updating.staff_lists import find_list, read_list

    outline = _named(options) or usual_outline()
    listing = read_list(find_list(outline, options.list), outline)
    if listing.diagnostics:
        print_findings(listing.diagnostics)
    else:
        print(f"nothing wrong: {_counted(listing.table.rows, countries=listing.file.countries)}")
    return FINDINGS if has_errors(listing.diagnostics) else DONE


def fix(options: argparse.Namespace) -> int:
    """Mends what mends itself, says what, and what is left."""
    from deck.updating.staff_lists import find_list, fix_list, read_list

    outline = _to_change(options)
    file = find_list(outline, options.list)
    mended = fix_list(file, outline, write=not options.dry_run)
    for row, one in mended.cells:
        print(f"row {row.span.line}, {one.column}: {one.old or '(empty)'} → {one.new}")
    print(f"{_several(len(mended.cells), 'cell')} {'to mend' if options.dry_run else 'mended'}")
    if mended.moved:
        print(f"{_several(mended.moved, 'row')} {'to move' if options.dry_run else 'moved'}, by name")
    left = [mended.unsorted] if mended.unsorted else []
    if not options.dry_run:
        left += read_list(file, outline).diagnostics
    if left:
        print_findings(left)
    return FINDINGS if has_errors(left) else DONE


def _afterwards(options: argparse.Namespace, outline: Path) -> int:
    """How long the list is now, and what is wrong with its other rows: what was asked for is done all the same."""
    from deck.updating.staff_lists import find_list, read_list

    listing = read_list(find_list(outline, options.list), outline)
    print(f"now {_counted(listing.table.rows, countries=listing.file.countries)}")
    if listing.diagnostics:
        print_findings(replace(found, severity=Severity.WARNING) for found in listing.diagnostics)
    return DONE


def _counted(rows: Iterable[object], *, countries: bool) -> str:
    return _several(len(list(rows)), *(("country", "countries") if countries else ("row",)))


def _several(count: int, one: str, several: str | None = None) -> str:
    return f"{count} {one if count == 1 else several or f'{one}s'}"


def _row(cells: Iterable[str]) -> str:
    return ", ".join(filter(None, cells))
