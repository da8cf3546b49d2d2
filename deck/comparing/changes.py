"""What changes between two decks, built or not, in the words of those who know their slides."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple

from deck.comparing.comparison import SlideChanges, compare
from deck.export.pptx import write_pptx
from deck.export.pptx.reader import SlideWords, read_pptx
from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Span, has_errors
from deck.ground.files import read_bytes
from deck.pipeline.build import Built, Progress, lay_out
from deck.pipeline.edited import left_behind_since, record_of, standing
from deck.pipeline.places import deck_name, deck_path


class ListChange(NamedTuple):
    """A country of a list, by its ISO code, whose status changes: that is told though no slide may show it."""

    list: str
    code: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"list {self.list}: {self.code} {self.before or 'without a status'} → {self.after or 'without a status'}"


class DeckChanges(NamedTuple):
    """A deck's name or path, what changes in it and its lists, and what a build of its outline now would tell.

    Two files that are not `alike` differ also where nothing of that changes: in colours or type, or as each was saved.
    """

    deck: str
    slides: tuple[SlideChanges, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    lists: tuple[ListChange, ...] = ()
    alike: bool = True


def changes_since_built(
    outline: Path, output: Path, language: str | None = None, progress: Progress = lambda _: None
) -> DeckChanges:
    """What would change in the deck in the folder `output` that was last built, if it was built now.

    Where none was built yet: what changed since the last commit, or else all of it, as new. DeckError where the outline
    has errors.
    """
    built = lay_out(outline, language, progress)
    if has_errors(built.diagnostics):
        raise DeckError(built.diagnostics)
    path = deck_path(outline, output, built.deck.language)
    before = standing(path)
    if before is None:
        new = DeckChanges(f"{path}, which was not built yet: all of it is new", compare((), _words(built)))
        found = _since_committed(outline, language, progress) or new
        return found._replace(diagnostics=built.diagnostics)
    record = record_of(before)
    told = (*built.diagnostics, *left_behind_since(built.presentation, record))
    statuses = tuple(_statuses(record.statuses if record else {}, built.deck.statuses))
    return DeckChanges(str(path), compare(_words_in(before, path), _words(built)), told, statuses)


def _since_committed(outline: Path, language: str | None, progress: Progress) -> DeckChanges | None:
    """What changed since git's last commit, where no deck was built yet; None where git knows nothing of it."""
    try:
        (found,) = changes_between(outline, "HEAD", None, (language,), progress)
    except DeckError:
        return None
    return found._replace(deck=f"{found.deck}, which was not built yet: since the last commit")


def _statuses(before: Mapping[tuple[str, str], str], after: Mapping[tuple[str, str], str]) -> Iterator[ListChange]:
    for (name, code), status in after.items():
        if (name, code) in before and before[name, code] != status:
            yield ListChange(name, code, before[name, code], status)


def changes_between(
    outline: Path,
    old: str,
    new: str | None = None,
    languages: Sequence[str | None] = (None,),
    progress: Progress = lambda _: None,
) -> list[DeckChanges]:
    """What differs between two decks (`.pptx`), outlines or git revisions of the outline, by the deck.

    No `new` is as it is now. Two decks are compared once, outlines and revisions in each of the languages. In one that
    a revision does not have yet, all of it is new. DeckError where one of them is not there, or has mistakes.
    """
    if _is_deck(old) and new and _is_deck(new):
        found = compare(read_deck(Path(old)), read_deck(Path(new)))
        return [DeckChanges(new, found, alike=read_bytes(Path(old)) == read_bytes(Path(new)))]
    with ExitStack() as opened:
        before, after = (_Side.of(each, outline, opened, progress) for each in (old, new))
        each_language = []
        for language in languages:
            was, now = before.words(language), after.words(language)
            if was is None and now is None:
                hint = f"`translate start {language}` begins one"
                message = f"there is no translation into `{language}`"
                raise DeckError([Diagnostic("no-translation", message, Span(str(outline)), hint)])
            tag = language or before.own or after.own
            slides = compare(was or (), now or ())
            each_language.append(DeckChanges(f"{deck_name(outline)}.{tag}", slides, after.told))
    return each_language


def _is_deck(name: str) -> bool:
    return name.lower().endswith(".pptx") or (
        bool(Path(name).suffix) and Path(name).is_file() and not _is_outline(name)
    )


def _is_outline(name: str) -> bool:
    return Path(name).suffix.lower() in (".yaml", ".yml") and Path(name).is_file()


@dataclass(slots=True)
class _Side:
    """One of two states that are compared: how it is laid out, or the words of a deck. `own` is its own language.

    `told` is what was noticed in the outline as it is now, in the language that was asked for last.
    """

    lay_out: Callable[[str | None], Built]
    deck: tuple[SlideWords, ...] | None = None
    own: str = ""
    told: tuple[Diagnostic, ...] = ()
    current: bool = False

    @classmethod
    def of(cls, name: str | None, outline: Path, opened: ExitStack, progress: Progress) -> _Side:
        from deck.comparing.revisions import checked_out

        if name is None:
            return cls(lambda language: lay_out(outline, language, progress), current=True)
        if _is_outline(name):
            return cls(lambda language: lay_out(Path(name), language, progress))
        if _is_deck(name):
            return cls(lambda language: lay_out(outline, language, progress), read_deck(Path(name)))
        revision = opened.enter_context(checked_out(outline, name))
        return cls(lambda language: revision.lay_out(language, progress))

    def words(self, language: str | None) -> tuple[SlideWords, ...] | None:
        """None where there is no translation into this language."""
        if self.deck is not None:
            return self.deck
        try:
            built = self.lay_out(language)
        except DeckError as error:
            if [found.code for found in error.diagnostics] == ["no-translation"]:
                return None
            raise
        self.own = self.own or built.presentation.language.tag
        self.told = built.diagnostics if self.current else ()
        return _words(built)


def _words(built: Built) -> tuple[SlideWords, ...]:
    """The words of the deck, read from what would be written: nothing differs but what a person would see differ."""
    return read_pptx(write_pptx(built.deck))


def read_deck(path: Path) -> tuple[SlideWords, ...]:
    """The words of the deck in this file. DeckError where there is none."""
    if not path.exists():
        raise DeckError([Diagnostic("file-missing", f"there is no deck {path}", Span(str(path)))])
    return _words_in(read_bytes(path), path)


def _words_in(data: bytes, path: Path) -> tuple[SlideWords, ...]:
    try:
        return read_pptx(data)
    except ValueError as error:
        hint = "compare two decks (.pptx), two outlines (.yaml) or two git revisions"
        raise DeckError([Diagnostic("file-unreadable", f"{path}: {error}", Span(str(path)), hint)]) from None
