"""What changes beneath a slide's words: what is read out, followed, played or shown, or stands only in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set

from deck.comparing.wording import Change, Kind, differing, paragraphs
from deck.export.pptx.reader import SlideWords
from deck.export.pptx.unseen import Medium, Unseen
from deck.ground.late_pattern import late_pattern

_FILE: dict[str, Kind] = {
    "title": "file’s title",
    "subject": "file’s subject",
    "author": "file’s author",
    "keywords": "file’s keywords",
}
_CLAUSE = late_pattern(r"[;؛；。]\s*|\.\s+")
_SHORT = 8
"""How many words a clause has, at the most, that is shown whole."""
_MEDIA: dict[str, Kind] = {"picture": "picture", "film": "film", "sound": "sound", "captions": "captions"}


def beneath(old: SlideWords, new: SlideWords, sections: Set[str]) -> Iterator[Change]:
    """What is not the same on a slide, and is not seen in its words; `sections` are those that were there, and are."""
    was, now = old.unseen, new.unseen
    if was.is_hidden != now.is_hidden:
        yield Change("visibility", *("hidden" if each.is_hidden else "shown" for each in (was, now)))
    if was.section != now.section and {was.section, now.section} <= sections:
        yield Change("section", was.section, now.section)
    yield from _descriptions(old, new)
    yield from _links(old, new)
    yield from _several("captions", was.captions, now.captions)
    for kind in _MEDIA:
        # Of captions whose words changed, it was said which.
        if kind != "captions" or was.captions == now.captions:
            yield from _media(kind, was, now)


def of_the_deck(before: Sequence[SlideWords], after: Sequence[SlideWords]) -> Iterator[Change]:
    """What is not the same in the whole file: what it says of itself, and its sections, in their order."""
    if not before or not after:
        return
    was, now = dict(before[0].unseen.file), dict(after[0].unseen.file)
    for name, kind in _FILE.items():
        if was.get(name) and now.get(name) and was[name] != now[name]:
            yield Change(kind, *differing(was[name], now[name]))
        elif was.get(name) != now.get(name):
            yield Change(kind, was.get(name) or None, now.get(name) or None)
    yield from _several("section", *([*_sections(each)] for each in (before, after)))


def _sections(slides: Sequence[SlideWords]) -> dict[str, None]:
    return dict.fromkeys(one.unseen.section for one in slides if one.unseen.section)


def _descriptions(old: SlideWords, new: SlideWords) -> Iterator[Change]:
    """Alternative texts, but for what was said already: a chart's changes with its figures."""
    was, now = Counter(old.unseen.descriptions), Counter(new.unseen.descriptions)
    gone, come = list((was - now).elements()), list((now - was).elements())
    seen_before, seen_now = (
        _tokens([each.title, *(one for _, texts in each.texts for one in texts)]) for each in (old, new)
    )
    lost, added = _tokens(gone) - _tokens(come), _tokens(come) - _tokens(gone)
    if not (lost <= seen_before - seen_now and added <= seen_now - seen_before and (lost or added)):
        if len(gone) == len(come) == 1:
            yield Change("alternative text", *_clauses(gone[0], come[0]))
        else:
            yield from _several("alternative text", gone, come)


def _clauses(one: str, other: str) -> tuple[str, str]:
    """The clause that is another, if it is only one and short: of “Vote: 15 September; …” more than “15”."""
    was, now = ([part.strip() for part in _CLAUSE.split(text)] for text in (one, other))
    changed = [pair for pair in zip(was, now, strict=False) if pair[0] != pair[1]]
    if len(was) == len(now) > 1 and len(changed) == 1 and max(len(words.split()) for words in changed[0]) <= _SHORT:
        return changed[0]
    return differing(one, other)


def _tokens(texts: Iterable[str]) -> Counter[str]:
    return Counter(word.strip(".,:;–+−-") for text in texts for word in text.split())


def _links(old: SlideWords, new: SlideWords) -> Iterator[Change]:
    """Where words lead that are on the slide before and after; whether new ones lead somewhere, they say."""
    was, now = old.unseen.links, new.unseen.links
    for words in dict.fromkeys((*was, *now)):
        if was.get(words) != now.get(words) and _says(old, words) and _says(new, words):
            before, after = was.get(words), now.get(words)
            yield Change("link", before and f"“{words}” to {before}", after if before else f"“{words}” to {after}")


def _says(slide: SlideWords, words: str) -> bool:
    texts = (slide.title, *slide.unseen.descriptions, *(one for _, texts in slide.texts for one in texts))
    return any(" ".join(words.split()) in " ".join(text.split()) for text in texts)


def _media(kind: str, was: Unseen, now: Unseen) -> Iterator[Change]:
    """Which pictures, say, are others: those of one name first, then in their order."""
    before, after = ([one for one in each.media if one.kind == kind] for each in (was, now))
    same = Counter(one.digest for one in before) & Counter(one.digest for one in after)
    gone, come = _without(before, same), _without(after, same)
    for one in come:
        other = next((each for each in gone if each.name == one.name), None) or next(iter(gone), None)
        if other is not None:
            gone.remove(other)
        yield Change(_MEDIA[kind], None if other is None else one.name, one.name)
    for one in gone:
        yield Change(_MEDIA[kind], one.name, None)


def _without(media: Sequence[Medium], others: Counter[str]) -> list[Medium]:
    """Those of which there are not so many others."""
    left, found = Counter(others), []
    for one in media:
        if left[one.digest]:
            left[one.digest] -= 1
        else:
            found.append(one)
    return found


def _several(kind: Kind, was: Sequence[str], now: Sequence[str]) -> Iterator[Change]:
    """Texts that are new, gone, or another; of one in place of one, that it is."""
    gone, come = (list((Counter(some) - Counter(others)).elements()) for some, others in ((was, now), (now, was)))
    if len(gone) == len(come) == 1:
        yield Change(kind, *differing(gone[0], come[0]))
    else:
        yield from paragraphs(kind, gone, come)
