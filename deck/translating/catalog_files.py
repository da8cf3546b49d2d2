"""The translator's side of the pipeline: catalogs begun, and brought up to the outline."""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial
from pathlib import Path

from deck import markup
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic
from deck.ground.doubling import made_of_each
from deck.ground.files import read_bytes
from deck.ground.saving import Save, editing
from deck.languages.catalog import as_catalog, read_catalog
from deck.languages.entries import REVISION, Notes, Notice, dated, started, template
from deck.languages.locales import locale_of
from deck.languages.merge import merged
from deck.languages.messages import GROUP, PHRASE, WORDS, Message, catalog_messages, messages
from deck.languages.po_file import PoFile, read_po
from deck.languages.proofreading import read as read_text
from deck.languages.terms import Terms
from deck.model.language import Language, in_usual_case, tag_of
from deck.model.presentation import Presentation
from deck.model.text import FIELD, Text
from deck.pipeline.build import Built, LayingOut, Progress, lay_out
from deck.pipeline.catalog_folder import LOCALES, catalogs
from deck.pipeline.places import deck_name
from deck.pipeline.reading import Reading, read
from deck.pipeline.slide_pictures import picture_names
from deck.pipeline.translated import hint_for, pseudo_locale, terms_for
from deck.translating import own_words
from deck.translating.room_for_text import rooms

_TYPED = "A number is written as your language writes it; the name of something, such as target 8.7, stays as it is"
_ROLES = {
    "title": "the slide’s title",
    "notes": "speaker notes, not on the slide",
    "source": "a source, under the figures that come from it",
    "fact": "a fact that other texts name in braces",
    "unit": "a number with its unit, as other texts show it where they name it in braces",
    "list": "an entry of a list",
    "word": "a word of every deck’s, in front of its sources",
    GROUP: "the heading over a list’s countries of one status",
    "section title": "the section’s title, in PowerPoint’s list of slides",
    "presentation title": "the title in the file’s properties",
    "presentation event": "the occasion, in the file’s properties",
    "presentation footer": "the line at the foot of the slides",
}


_SPACE = re.compile(r"\s")


def start(outline: Path, tag: str, progress: Progress = lambda _: None, now: datetime | None = None) -> Path:
    """Writes a new catalog for this language beside the outline, and the template; both say that they are of `now`.

    DeckError where CLDR knows no such language, where there is a catalog already, or the outline cannot be read.
    """
    tag = in_usual_case(tag_of(tag) or tag)
    if locale_of(Language(tag)) is None:
        raise DeckError([Diagnostic("invalid-value", f"`{tag}` names no language", None, hint_for(tag))])
    if pseudo := pseudo_locale(tag):
        message = f"`{pseudo}` is spoken by nobody: it is there to try a deck before it is translated"
        raise DeckError([Diagnostic("invalid-value", message, None, hint_for(pseudo))])
    if existing := next((path for each, path in catalogs(outline).items() if each.lower() == tag.lower()), None):
        hint = "`translate extract` brings it up to the outline"
        raise DeckError([Diagnostic("catalog-exists", f"{existing} is there already", None, hint)])
    with editing(outline.parent / LOCALES) as save:
        reading = read(outline)
        path = outline.parent / LOCALES / f"{tag}.po"
        new = started(deck_name(outline), Language(tag))
        source = _Source(outline, reading, _pictures(outline, progress))
        made = made_of_each(partial(_brought_up, source, now), [None, (tag, path, new)], progress)
        # The template first: should this run be stopped between the two, the next one begins where it did.
        for each, file in made:
            write(file, each, save)
    return path


def extract(outline: Path, progress: Progress = lambda _: None, now: datetime | None = None) -> list[Path]:
    """Brings every catalog, and the template, up to the outline; returns the files that are other than before.

    DeckError, before any file is touched, where the outline or a catalog cannot be read, or one translates a message
    twice.
    """
    with editing(outline.parent / LOCALES) as save:
        files = _extracted(outline, progress, now)
        return [path for path, file in files.items() if write(file, path, save)]


def _extracted(outline: Path, progress: Progress, now: datetime | None) -> dict[Path, PoFile]:
    reading = read(outline)
    source = _Source(outline, reading, _pictures(outline, progress))
    existing = catalogs(outline)
    read_before = [read_catalog(path, Language(tag))[1] for tag, path in existing.items()]
    if twice := [one for findings in read_before for one in findings if one.code == "duplicate-message"]:
        raise DeckError(twice)
    old = [(tag, path, read_po(path)) for tag, path in existing.items()]
    return dict(made_of_each(partial(_brought_up, source, now), [*old, None], progress))


def _brought_up(
    source: _Source, now: datetime | None, catalog: tuple[str, Path, PoFile] | None, progress: Progress
) -> tuple[Path, PoFile]:
    """A language's catalog, as it was, brought up to the outline, or else the template; with its path."""
    if catalog is None:
        return _template(source, progress, now)
    tag, path, old = catalog
    return path, _updated(source, path, tag, old, progress, now)


def catalog_of(outline: Path, tag: str) -> Path:
    """The file of the translation into this language. DeckError where there is none."""
    wanted = (tag_of(tag) or tag).lower()
    for each, path in catalogs(outline).items():
        if each.lower() == wanted:
            return path
    raise DeckError([Diagnostic("no-translation", f"there is no catalog of `{tag}`", None, hint_for(tag))])


@dataclass(frozen=True, slots=True)
class _Source:
    """What is translated: an outline, as its author wrote it, and the names of its slides' pictures."""

    outline: Path
    reading: Reading
    pictures: dict[str, list[str]]

    @property
    def presentation(self) -> Presentation:
        return self.reading[0]


def _pictures(outline: Path, progress: Progress) -> dict[str, list[str]]:
    """By the slides' ids, what their pictures in the outline's own language are called."""
    deck = lay_out(outline, None, progress).deck
    found: dict[str, list[str]] = {}
    for tree, name in zip(deck.slides, picture_names(deck, deck_name(outline)), strict=True):
        found.setdefault(tree.slide, []).append(name)
    return found


def _updated(source: _Source, path: Path, tag: str, old: PoFile, progress: Progress, now: datetime | None) -> PoFile:
    language, presentation = Language(tag), source.presentation
    texts = catalog_messages(presentation, language)
    # What room there is hangs on the texts round about, as they are once the catalog is up to the outline.
    new = merged(old, texts, language, presentation.country_names, lambda _: Notes((), ()))
    laid_out = LayingOut(source.outline, tag, as_catalog(new, path, language)[0])(source.reading, progress)
    terms = None if language == presentation.language else terms_for(source.outline, presentation, language)
    found = merged(old, texts, language, presentation.country_names, _notice(source, laid_out, terms))
    dated(found, now)
    return found


def _template(source: _Source, progress: Progress, now: datetime | None) -> tuple[Path, PoFile]:
    """The template, of now only where anything else in it is new."""
    name, presentation = deck_name(source.outline), source.presentation
    notice = _notice(source, lay_out(source.outline, None, progress))
    file = template(name, messages(presentation), notice, presentation.language)
    path = source.outline.parent / LOCALES / f"{name}.pot"
    if path.exists() and (before := read_po(path).metadata.get(REVISION)):
        undated, file.metadata[REVISION] = file.metadata[REVISION], before
        if _data(file) != read_bytes(path):
            file.metadata[REVISION] = undated
    dated(file, now)
    return path, file


def _notice(source: _Source, laid_out: Built, terms: Terms | None = None) -> Notice:
    """What translators are told of each message, whose texts stand on this deck in their language.

    `terms` are what was agreed for it.
    """
    outline, presentation = source.outline, source.presentation
    numbers = {slide.id: number for number, slide in enumerate(presentation.slides, start=1)}
    titles = {slide.id: slide.content.title.plain for slide in presentation.slides}
    slides = {slide: len(pictures) for slide, pictures in source.pictures.items()}
    room = rooms(laid_out, presentation, slides)

    def notice(message: Message) -> Notes:
        lines = []
        if message.slide:
            lines.append(f"Slide {numbers[message.slide]}: {titles[message.slide]}")
            lines.append(f"Picture: {', '.join(source.pictures[message.slide])}")
        lines.append(f"What it is: {role(message)}")
        lines += [_TYPED] if message.typed else []
        if numbers_of := own_words.numbers_of(message, laid_out.presentation.language):
            lines.append(f"For numbers such as {numbers_of}")
        if characters := room.get(message.key):
            lines.append(f"Room: {characters}")
        for name in message.names:
            value = presentation.values.get(name)
            stands_for = value.value if value else own_words.stands_for(message.key.removeprefix(WORDS), name)
            lines.append(f"{{{name}}} stands for {stands_for}; keep it as it is")
        for term in terms.named(_text(message).prose) if terms and not message.country else ():
            lines += [f"Term: {term}"] if term.target or term.avoided else []
        # All of the key, as tables that other programs make of a catalog tell texts apart by their places.
        places = [f"{outline.name}:{message.key}"]
        # By these, editors open a slide's picture beside the catalog, and Weblate links it.
        places += (f"{name}:1" for name in source.pictures.get(message.slide or "", ()) if not _SPACE.search(name))
        most = room[message.key].most + _markup_of(message) if message.key in room else None
        return Notes(tuple(lines), tuple(places), most)

    return notice


def _markup_of(message: Message) -> int:
    """How many of a text's characters are not shown: marks, addresses, and names, which numbers stand for."""
    shown = " ".join(FIELD.sub("", paragraph.plain) for paragraph in _text(message).paragraphs)
    return max(0, len(message.text) - len(shown))


def _text(message: Message) -> Text:
    return read_text(message, message.text, markup)[0]


def role(message: Message) -> str:
    """What this is, in a translator's words."""
    if message.country:
        return f"the name of a country ({message.country}), filled in; another may be chosen"
    if message.role == PHRASE:
        return own_words.place(message.key.removeprefix(WORDS))
    if message.role == "unit" and message.slide:
        return "what stands after each number here: a sign, or a word"
    if known := _ROLES.get(message.role):
        return known
    *above, last = message.role.split(".")
    if last == "description":
        return "alternative text: what the picture shows, for those who cannot see it"
    words = last.replace("_", " ")
    return f"{words} ({' › '.join(above)})" if above else words


def write(file: PoFile, path: Path, save: Save) -> bool:
    """Writes a catalog where it is other than before, and says whether it was."""
    data = _data(file)
    if path.exists() and read_bytes(path) == data:
        return False
    save(data, path)
    return True


def _data(file: PoFile) -> bytes:
    return f"{file}".rstrip("\n").encode() + b"\n"
