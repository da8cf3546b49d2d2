"""Catalogs to and from the formats of translators' tools, each a few lines: what is written, what came back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span
from deck.ground.files import read_bytes
from deck.ground.saving import editing
from deck.interchange import po_reading, xliff_reading, xlsx_reading
from deck.interchange.plural_forms import renumbered
from deck.interchange.returned import File, Returned, fingerprint, folded
from deck.interchange.review import fingerprints
from deck.interchange.setting_out import Base, base_of
from deck.interchange.taken import TakenIn
from deck.interchange.taking_in import take_in
from deck.interchange.xliff_writing import rule_of, to_xliff, whole_fingerprint
from deck.interchange.xlsx_reading import NO_START
from deck.languages.catalog import as_catalog
from deck.languages.messages import messages
from deck.languages.other_language import OTHER_LANGUAGE
from deck.languages.po_file import PoFile, read_po
from deck.languages.translate import UNTRANSLATED
from deck.model.language import Language
from deck.model.presentation import Presentation
from deck.pipeline.catalog_folder import catalogs, language_of
from deck.pipeline.reading import read
from deck.pipeline.translated import read_over
from deck.translating.catalog_files import catalog_of, write
from deck.translating.languages_of_files import by_language, of_another_source

Reader: TypeAlias = Callable[[Path, Presentation], Sequence[File]]
"""What reads a file that came back; the presentation's are the texts that it translates."""

_NAMED = 5
"""How many units are named that are no messages."""


def export_xliff(outline: Path, tag: str, *, copy_source: bool = False) -> Path:
    """Writes the catalog of this language as XLIFF 1.2 beside it.

    DeckError where there is none, it is broken, or the file that is there holds work that was not taken in.
    """

    def to(file: PoFile, source: Language, target: Language) -> bytes:
        return to_xliff(file, outline.name, source, target, copy_source=copy_source)

    return _exported(outline, tag, ".xlf", to, xliff)


def export_xlsx(outline: Path, tag: str) -> Path:
    """Writes the catalog of this language as a bilingual workbook beside it. DeckError as for XLIFF."""
    from deck.interchange.xlsx_writing import to_xlsx

    return _exported(outline, tag, ".xlsx", to_xlsx, xlsx)


def export_tmx(outline: Path, tag: str) -> Path:
    """Writes the finished translations of this language as a memory, TMX 1.4. DeckError as for XLIFF."""
    from deck.interchange.tmx_writing import to_tmx

    return _exported(outline, tag, ".tmx", to_tmx, tmx)


def _exported(
    outline: Path, tag: str, suffix: str, to: Callable[[PoFile, Language, Language], bytes], reader: Reader
) -> Path:
    """Writes the catalog in a format, but not over work: people may translate in the very file that was exported."""
    presentation, _, _ = read(outline)
    path = catalog_of(outline, tag)
    target = path.with_suffix(suffix)
    with editing(path.parent) as save_changed:
        data = to(read_po(path), presentation.language, language_of(path))
        if target.exists() and (held := _not_taken_in(target, reader, presentation, read_po(path))):
            what = f"{target} holds {held} that the catalog has not"
            form = suffix.removeprefix(".").replace("xlf", "xliff")
            hint = f"`translate {form} import {target}` takes them in; or move the file away"
            raise DeckError([Diagnostic("not-taken-in", what, Span(str(target)), hint)])
        save_changed(data, target)
    return target


def _not_taken_in(path: Path, reader: Reader, presentation: Presentation, catalog: PoFile) -> str:
    """Of how many messages there are other texts or remarks in the file, and how many of its texts cannot be read.

    A text that stands there as it was exported is nobody's work, whatever was said of the same words here since.
    """
    files, here = reader(path, presentation), base_of(catalog)
    units = [
        replace(unit, target="")
        if unit.untouched and here.get((unit.key, unit.form)) == fingerprint(unit.target)
        else unit
        for each in files
        for unit in each.units
    ]
    taken = take_in(catalog, units, base=_base((), files, catalog))
    unread = sum(one.severity is Severity.ERROR for each in files for one in each.findings)
    texts = len(taken.changed) - len(taken.only_remarked) + unread
    counts = ((texts, "text"), (len(taken.only_remarked), "remark"))
    return " and ".join(f"{count} {what if count == 1 else f'{what}s'}" for count, what in counts if count)


def xliff(path: Path, presentation: Presentation) -> Sequence[File]:
    """Every `<file>` in an XLIFF file. DeckError where it is none."""
    sources = {folded(message.text): message.text for message in messages(presentation)}
    return xliff_reading.files(read_bytes(path), str(path), sources)


def xlsx(path: Path, _: Presentation) -> Sequence[File]:
    """Every sheet of a workbook that is a translation's. DeckError where none is."""
    return xlsx_reading.files(path)


def po(path: Path, _: Presentation) -> Sequence[File]:
    """A PO file. DeckError where it is none."""
    return [po_reading.returned(path)]


def tmx(path: Path, presentation: Presentation) -> Sequence[File]:
    """What a translation memory offers. DeckError where it is none, or not of the outline's language."""
    from deck.interchange import tmx_reading

    return tmx_reading.files(path, messages(presentation), presentation.language)


READERS: Mapping[str, Reader] = {"xliff": xliff, "xlsx": xlsx, "tmx": tmx, "po": po}
"""What reads each format."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a file, or a part of it, for the catalog at `path`; `diagnostics` say what is wrong in it."""

    path: Path
    taken: TakenIn
    diagnostics: tuple[Diagnostic, ...]


def take_file(
    outline: Path,
    file: Path,
    reader: Reader,
    *,
    base: Path | None = None,
    accept_new: bool = False,
    theirs: bool = False,
    dry: bool = False,
) -> list[Imported]:
    """Takes what came back in a file into its languages' catalogs; with `dry`, only says what would come of it.

    `base` is the file as it was sent out; `accept_new` and `theirs` are those of `take_in`. DeckError, with nothing
    changed, where either is not of the format, a language has no catalog, or the outline cannot be read, or a file.
    """
    presentation, _, _ = read(outline)
    known = catalogs(outline)
    parts, found = by_language(file, reader(file, presentation), known)
    starts = by_language(base, reader(base, presentation), known)[0] if base else {}
    done = []
    found += of_another_source([each for files in parts.values() for each in files], presentation.language)
    for tag, read_files in parts.items():
        path = known[tag]
        with editing(path.parent) as save_changed:
            catalog = read_po(path)
            rule = rule_of(catalog, language_of(path))
            files, start = ([renumbered(each, rule) for each in of] for of in (read_files, starts.get(tag, ())))
            taken = take_in(
                catalog,
                _setting_out(start, [unit for each in files for unit in each.units]),
                obsolete=[unit for each in files for unit in each.obsolete],
                base=_base(start, files, catalog),
                accept_new=accept_new,
                theirs=theirs,
            )
            found += (one for each in files for one in each.findings if one.code != NO_START or not base)
            found += _told(taken, path, Span(str(file)))
            wrong = _wrong_now(presentation, catalog, path, outline, taken) if taken.changed else ()
            # Where nothing is written, the place is that in the file which came back.
            places = {unit.key: unit.span for each in files for unit in each.units} if dry else {}
            found += (replace(one, span=places.get(one.field or "", one.span)) for one in wrong)
            if not dry:
                write(catalog, path, save_changed)
        done.append(Imported(path, taken, tuple(found)))
        found = []
    return done


def _wrong_now(
    presentation: Presentation, file: PoFile, path: Path, outline: Path, taken: TakenIn
) -> Iterator[Diagnostic]:
    """What is wrong in the texts that were taken in, and whether the catalog is another language's with them."""
    catalog, damaged = as_catalog(file, path, language_of(path))
    _, wrong = read_over(presentation, catalog, outline, damaged)
    for one in wrong:
        if (one.field in taken.changed and one.code != UNTRANSLATED) or (one.code == OTHER_LANGUAGE and not one.field):
            yield one


def _base(start: Sequence[File], files: Iterable[File], catalog: PoFile) -> Base:
    """What the tool set out from: the file that is named, or the catalog itself where it has not changed since."""
    if start:
        return {(unit.key, unit.form): fingerprint(unit.target) for each in start for unit in each.units}
    now = whole_fingerprint(catalog)
    return base_of(catalog) if all(each.export == now for each in files) else {}


def _setting_out(start: Sequence[File], units: list[Returned]) -> list[Returned]:
    """What came back, with the remarks known that stood in the file which was sent out, where that is named."""
    if not start:
        return units
    known: dict[tuple[str, int], frozenset[str]] = {}
    for unit in (unit for each in start for unit in each.units):
        known[unit.key, unit.form] = fingerprints(unit.remarks)
    return [replace(unit, known=known.get((unit.key, unit.form), unit.known)) for unit in units]


def _told(taken: TakenIn, path: Path, span: Span) -> Iterator[Diagnostic]:
    for first, second in taken.twice:
        named = f"`{first.id}`" if first.id == second.id else f"“{folded(first.source)}”"
        what = f"{named} is there twice: “{first.target}” and “{second.target}”"
        yield Diagnostic("translated-twice", what, second.span, "the first is taken", Severity.WARNING)
    if taken.new:
        came = f"{taken.new} came back as drafts: their state is still `new`"
        hint = "`--accept-new` takes them as translated, where you know that they are"
        yield Diagnostic("state-new", came, span, hint, Severity.WARNING)
    if taken.left:
        came = f"{taken.left} came back with other words, and are drafts still: their state was left as it was"
        hint = "`--accept-new` takes them as translated, where you know that they are"
        yield Diagnostic("state-left", came, span, hint, Severity.WARNING)
    if taken.alike:
        what = f"the plural forms are all the same in {_some(taken.alike)}"
        hint = "see whether the language has one form for all numbers there"
        yield Diagnostic("plural-alike", what, Span(str(path)), hint, Severity.WARNING)
    if taken.by_words:
        what = f"{taken.by_words} of its texts have no message’s key, and were found by their words"
        hint = "look through them where the same words stand several times"
        yield Diagnostic("key-lost", what, span, hint, Severity.WARNING)
    if taken.unknown:
        what = f"{len(taken.unknown)} of its units are no messages of {path}, and are left out: {_some(taken.unknown)}"
        hint = "what was taken out of the outline, or is called otherwise now, is exported no longer"
        yield Diagnostic("unknown-unit", what, span, hint, Severity.WARNING)


def _some(names: Sequence[str]) -> str:
    return ", ".join(f"`{each}`" for each in names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
