"""The pipeline for translators: outline file and catalog → a page on which a translation is read over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from pathlib import Path

from deck.export.reading_html import Part, Picture, Row, reading_page
from deck.export.svg import slide_svg
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Severity, Span
from deck.ground.saving import save
from deck.interchange.review import Said, said
from deck.languages.catalog import Catalog, read_catalog
from deck.languages.left_in_source import SOURCE_WORDS
from deck.languages.messages import Message, catalog_messages
from deck.languages.po_file import read_po
from deck.model.presentation import Presentation
from deck.pipeline.build import Built, Progress, lay_out
from deck.pipeline.catalog_folder import catalogs, language_of
from deck.pipeline.places import deck_name
from deck.pipeline.reading import read
from deck.pipeline.slide_pictures import drawings
from deck.translating.catalog_files import catalog_of, role
from deck.translating.room_for_text import Room, overfull, rooms
from deck.translating.state import State, state

_TOO_LONG = "too long"
_UNTRANSLATED, _OVERFLOW = "untranslated", "text-overflow"


def write_pages(
    outline: Path, output: Path, languages: Sequence[str] = (), progress: Progress = lambda _: None
) -> tuple[list[Path], list[Diagnostic]]:
    """Writes a page `<name>.<language>.html` for each translation (none named: all) into the folder `output`.

    Beside them stand the pictures that the catalogs name. What is wrong in a translation stands on its page, and is
    given back with the pages' paths, and so is why a catalog cannot be read. DeckError, before any file is touched,
    where the outline or all of these catalogs cannot be read, or there is no such catalog; OSError where a file cannot
    be written.
    """
    presentation, _, _ = read(outline)
    own = presentation.language.tag.lower()
    paths = [catalog_of(outline, tag) for tag in languages]
    paths = paths or [path for tag, path in catalogs(outline).items() if tag.lower() != own]
    if not paths:
        return [], []
    name, source = deck_name(outline), lay_out(outline, None, progress)
    files = _pictures(source, name)
    pages = []
    findings = list(source.diagnostics)
    for path in dict.fromkeys(paths):
        language = language_of(path)
        try:
            built = lay_out(outline, language.tag, progress)
        except DeckError as error:
            findings += (one for one in error.diagnostics if one not in findings)
            continue
        progress(f"drawing {language}")
        files |= _pictures(built, name)
        findings += (one for one in built.diagnostics if one not in findings)
        page = _Reading(presentation, source, built, read_catalog(path, language)[0], said(read_po(path))).page(name)
        pages.append(output / f"{name}.{language}.html")
        files[pages[-1].name] = page
    if not pages:
        raise DeckError(findings)
    for file, text in files.items():
        save(text.encode(), output / file)
    return pages, findings


def _pictures(built: Built, name: str) -> dict[str, str]:
    return drawings(built.deck, name)


@dataclass(slots=True)
class _Reading:
    """One translation beside its source; `presentation` is the source as its author wrote it.

    `said` is what people said of each text.
    """

    presentation: Presentation
    source: Built
    target: Built
    catalog: Catalog
    said: Mapping[str, Said]
    messages: Sequence[Message] = field(init=False)
    room: dict[str, Room] = field(init=False)
    found: dict[str, list[Diagnostic]] = field(init=False)
    elsewhere: list[Diagnostic] = field(init=False)

    def __post_init__(self) -> None:
        self.messages = catalog_messages(self.presentation, self.catalog.language)
        self.room = rooms(self.target, self.presentation, Counter(tree.slide for tree in self.source.deck.slides))
        self.found, self.elsewhere = {}, []
        places: dict[Span, str] = {message.span: message.key for message in reversed(self.messages) if message.slide}
        for key, entry in self.catalog.entries.items():
            places |= dict.fromkeys(entry.spans, key)
        known = {message.key for message in self.messages}
        for one in self.target.diagnostics:
            if one.code != _UNTRANSLATED:
                place = one.field if one.field in known else places.get(one.span) if one.span else None
                (self.found.setdefault(place, []) if place else self.elsewhere).append(one)
        for keys in overfull(self.target, self.presentation):
            self.share(keys)

    def share(self, keys: Sequence[str]) -> None:
        """What is found of one message in a box that is too full goes for all that stand in it."""
        said = dict.fromkeys(one for key in keys for one in self.found.get(key, ()) if one.code == _OVERFLOW)
        for key in keys:
            found = self.found.setdefault(key, [])
            found += [one for one in said if one not in found]

    def page(self, name: str) -> str:
        languages = (self.presentation.language, self.catalog.language)
        parts = [part for part in self.parts() if part.rows or any(part.pictures)]
        return reading_page(name, languages, self.target.deck.theme, parts, [_told(one) for one in self.elsewhere])

    def parts(self) -> Iterable[Part]:
        yield Part("The whole deck", "", ((), ()), self.rows(None))
        for number, slide in enumerate(self.presentation.slides, start=1):
            pictures = (_drawn(self.source, slide.id), _drawn(self.target, slide.id))
            # As it is shown, with its numbers and names filled in.
            title = pictures[0][0].title if pictures[0] else slide.content.title.plain
            yield Part(f"Slide {number}", title, pictures, self.rows(slide.id))

    def rows(self, slide: str | None) -> tuple[Row, ...]:
        return tuple(self.row(message) for message in self.messages if message.slide == slide)

    def row(self, message: Message) -> Row:
        entry = self.catalog.entries.get(message.key)
        usual = message.usual(self.catalog.language, self.presentation.country_names)
        forms = entry.forms if entry and any(entry.forms) else (usual or "",)
        numbers = tuple(map(self.catalog.rule.examples, range(len(forms)))) if len(forms) > 1 else ()
        found = self.found.get(message.key, ())
        errors = {one.code for one in found if one.severity is Severity.ERROR or one.code == SOURCE_WORDS}
        settled = message.settled(self.catalog.language, self.presentation.country_names)
        how_far: str = state(message, entry, settled, {message.key} if errors - {_OVERFLOW} else set())
        if how_far == State.TRANSLATED and errors:
            how_far = _TOO_LONG
        told = tuple(_told(one) for one in found)
        room = f"{self.room.get(message.key, '')}"
        row = Row(message.key, role(message), message.text, forms, numbers, room, how_far, told)
        people = self.said.get(message.key)
        return replace(row, remarks=people.remarks, review=people.review, before=people.before) if people else row


def _drawn(built: Built, slide: str) -> tuple[Picture, ...]:
    return tuple(Picture(slide_svg(built.deck, tree), tree.title) for tree in built.deck.slides if tree.slide == slide)


def _told(finding: Diagnostic) -> str:
    return f"{finding.severity}[{finding.code}]: {finding.message}"
