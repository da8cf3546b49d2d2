"""What the front matter of another program's deck says on its first slide, and what of that is on none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from deck.markup.pieces import pieces
from deck.starting.markdown_lines import line_of
from deck.starting.telling import Told, shortly

_NAME = ("literal", "given", "non-dropping-particle", "dropping-particle", "family")
_INSTITUTES = ("affiliation", "affiliations", "institute")
_SHOWN = ("subtitle", "institute", "date")
_ON_PAGE = frozenset(("title", "author", "authors", *_SHOWN))
_WORDS = frozenset((*_NAME, *_INSTITUTES, "name"))
_WHATEVER_DAY = frozenset(("today", "now", "last-modified", "\\today"))
"""What Quarto and LaTeX have for the day on which the slides are made."""
_TAKEN = frozenset(("name", "id", "number"))


def words_of(given: object) -> str:
    """Words of the front matter, which Pandoc may have as lines that each begin with a bar, or as a list."""
    if isinstance(given, list):
        return " ".join(filter(None, map(words_of, given)))
    if not isinstance(given, str | int):
        return ""
    lines = [line.strip().removeprefix("|").strip() for line in str(given).split("\n")]
    return " ".join(filter(None, lines))


def author_of(matter: Mapping[str, Any]) -> str:
    """The names of who made the deck."""
    return _names(matter.get("author") or matter.get("authors"))


def below_title(matter: Mapping[str, Any]) -> Iterator[str]:
    """The lines that stand below the deck's title."""
    if subtitle := words_of(matter.get("subtitle")):
        yield subtitle
    institutes = (_names(given) for person in _people(matter) for given in _institutes(person))
    said = [author_of(matter), *institutes, _names(matter.get("institute")), _date_of(matter)]
    if by := ", ".join(dict.fromkeys(filter(None, said))):
        yield by


def _date_of(matter: Mapping[str, Any]) -> str:
    """The deck's date; none where it is that of whatever day."""
    date = words_of(matter.get("date"))
    return "" if date.lower() in _WHATEVER_DAY else date


def cleaned(matter: Mapping[str, Any], lines: Sequence[str], clean: Callable[[str, int], str]) -> dict[str, Any]:
    """The front matter, whose words for the title page are clean; `clean` is given words, and the line they are in."""

    def of(given: Any, line: int) -> Any:
        if isinstance(given, Mapping):
            return {key: of(value, line) if key in _WORDS else value for key, value in given.items()}
        if isinstance(given, list):
            return [of(each, line) for each in given]
        return clean(given, line) if isinstance(given, str) else given

    return {key: of(given, line_of(key, lines)[0]) if key in _ON_PAGE else given for key, given in matter.items()}


def told_of_title_page(matter: Mapping[str, Any], lines: Sequence[str], *, shown: bool) -> Iterator[Told]:
    """What of that is lost, as the front matter has it in these lines; all but title and names if no slide has it."""
    for name in ("title", *_SHOWN):
        said = _names(matter.get(name)) if name == "institute" else words_of(matter.get(name))
        said = _date_of(matter) if name == "date" else said
        line, _ = line_of(name, lines)
        if matter.get(name) not in (None, "", False, []) and not (said and (shown or name == "title")):
            yield line, f"the deck’s {name}: {shortly(_plainly(matter[name]))}"
        else:
            yield from ((line, each) for piece in pieces(said) for each in piece.lost)
    for person in _people(matter):
        for name, given in person.items():
            if name in _INSTITUTES and shown:
                parts = given if isinstance(given, list) else [given]
                lost = [each for part in parts for each in _not_taken(part)]
            elif name == "name":
                lost = (
                    [(key, value) for key, value in given.items() if key not in _NAME]
                    if isinstance(given, Mapping)
                    else []
                )
            else:
                lost = [(name, given)]
            yield from (
                (line_of(str(key), lines)[0], f"what is said of an author, {key}: {shortly(_plainly(value))}")
                for key, value in lost
            )


def _not_taken(institute: object) -> list[tuple[str, Any]]:
    if isinstance(institute, Mapping):
        return [(str(key), value) for key, value in institute.items() if key not in _TAKEN]
    return []


def _people(matter: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    given = matter.get("author") or matter.get("authors")
    return (each for each in (given if isinstance(given, list) else [given]) if isinstance(each, Mapping))


def _institutes(person: Mapping[str, Any]) -> Iterator[object]:
    return (person[name] for name in _INSTITUTES if name in person)


def _names(given: object) -> str:
    if isinstance(given, Mapping):
        whole = words_of(given.get("literal")) or " ".join(words_of(given[part]) for part in _NAME[1:] if part in given)
        return _names(given.get("name")) or whole
    if isinstance(given, list):
        return ", ".join(filter(None, map(_names, given)))
    return words_of(given)


def _plainly(given: object) -> str:
    if isinstance(given, Mapping):
        return ", ".join(f"{key}: {_plainly(value)}" for key, value in given.items())
    return ", ".join(map(_plainly, given)) if isinstance(given, list) else str(given)
