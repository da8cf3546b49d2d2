"""A translation memory, TMX → what it offers for a deck's texts: translations of the same words, or of nearly those.

A memory is of other decks, and often of other tools, whose elements are theirs. So a text is found by all that it says,
or else by its words without marks and names, or else by the nearest words, which the offer names.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import read_bytes
from deck.interchange import nearness
from deck.interchange.formats import other_format
from deck.interchange.inline import to_inline
from deck.interchange.returned import File, Returned, Trust, folded
from deck.interchange.xml_text import LANGUAGE, decoded, root_of, without_namespaces
from deck.languages.messages import Message
from deck.languages.plurals import PluralRule
from deck.markup import escaping, prose
from deck.model.language import Language, tag_of
from deck.model.text import FIELD, names_in_braces

FORM = "x-plural-form"
"""The property with the index of a plural form."""
RULE = "x-plural-forms"
"""The property of the header that says which forms these are, as gettext does."""
FROM_MEMORY = "From memory: "
"""What the comment on a translation begins with that a memory offered."""
_ALSO = 3
"""How many other translations of the same words are told of, at the most."""
_NEAR = 75
"""How many per cent of the words are the same where a text is near: what tools offer by themselves."""
_NATIVE = frozenset(("bpt", "ept", "ph", "it", "ut"))
"""Elements that hold what is no word."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A translation, in all that its texts say, and in their words alone."""

    id: str
    form: int
    source: tuple[str, str]
    target: tuple[str, str]


def files(path: Path, messages: Iterable[Message], source: Language) -> list[File]:
    """What the memory offers in each of its languages, for these texts in the outline's. DeckError if it is no TMX."""
    data = read_bytes(path)
    other_format(data, str(path), "tmx", "TMX", "tmx-syntax")
    text = decoded(data, str(path))
    root = without_namespaces(root_of(text, str(path), "TMX"))
    if root.tag != "tmx":
        raise DeckError([Diagnostic("tmx-syntax", "this is no TMX", Span(str(path)), "export TMX 1.4")])
    memories: dict[str, list[_Unit]] = {}
    for tag, unit in (each for one in root.iter("tu") for each in _units(one, source)):
        memories.setdefault(tag, []).append(unit)
    if not memories and root.find("body/tu") is not None:
        what = f"{path} holds no translation from `{source}`, the outline’s language"
        raise DeckError([Diagnostic("tmx-languages", what, Span(str(path)))])
    wanted = tuple(messages)
    span = Span(str(path))
    rule = _rule(root)
    return [
        File(
            tag,
            LANGUAGE,
            span,
            tuple(_offered(memory, wanted, path, source, counted=rule is not None)),
            is_memory=True,
            plurals=rule,
        )
        for tag, memory in memories.items()
    ]


def _rule(root: Element) -> PluralRule | None:
    """The rule by which the forms are counted, if the memory says it: other tools have none."""
    said = (each.text or "" for each in root.iterfind("header/prop") if each.get("type") == RULE)
    with suppress(ValueError):
        return PluralRule.parse(next(said, ""))
    return None


def _units(element: Element, source: Language) -> Iterator[tuple[str, _Unit]]:
    """A unit's translations by their languages' tags; none where the source's is not among its languages."""
    said: dict[str, tuple[str, str]] = {}
    for one in element.iter("tuv"):
        written = one.get(LANGUAGE) or one.get("lang") or ""
        segment = one.find("seg")
        if written and segment is not None:
            said.setdefault(tag_of(written.replace("_", "-")) or written, _texts(segment))
    own = next((tag for tag in said if tag.lower() == source.tag.lower()), None)
    own = own or next((tag for tag in said if Language(tag).primary == source.primary), None)
    form = next((each.text or "" for each in element.iter("prop") if each.get("type") == FORM), "0")
    for tag, words in said.items():
        if own and tag != own and words[0].strip():
            index = int(form) if form.isdecimal() else 0
            whole, bare = said[own]
            # Other tools have names in braces as words, too.
            yield tag, _Unit(element.get("tuid", ""), index, (whole, FIELD.sub("", bare)), words)


def _texts(segment: Element) -> tuple[str, str]:
    return "".join(segment.itertext()), "".join(_words(segment))


def _words(element: Element) -> Iterator[str]:
    """What it says without its native codes, but for words within those."""
    if element.tag not in _NATIVE:
        yield element.text or ""
    for one in element:
        yield from _words(one)
        yield (one.tail or "") if element.tag not in _NATIVE else ""


def _offered(
    memory: Sequence[_Unit], messages: Sequence[Message], path: Path, source: Language, *, counted: bool
) -> Iterator[Returned]:
    whole = _by(memory, 0)
    bare = _by(memory, 1)
    nearest = nearness.Nearest([nearness.words(each, source) for each in bare], _NEAR)
    for message in messages:
        exactly, said, near = whole.get(folded(message.text)), _bare(message.text), False
        found = exactly or bare.get(said, [])
        if not found and (index := next(nearest.to(nearness.words(said, source)), None)) is not None:
            found, near = [*bare.values()][index], True
        if not found:
            continue
        # The same text of the same slide, as of a deck that this one began as, before any other.
        first = next((unit for unit in found if unit.id == message.key), found[0])
        ours: dict[int, _Unit] = {}
        for unit in found:
            if unit.id == first.id:
                ours.setdefault(unit.form, unit)
        others = dict.fromkeys(unit.target[0] for unit in found if unit is not ours.get(unit.form))
        if not message.count:
            # What is for many numbers is nearest to what is for any.
            ours = {0: ours[max(ours)]}
        target = {form: unit.target[0] if exactly else _adapted(unit, message) for form, unit in ours.items()}
        also = [each for each in others if each not in target.values()][:_ALSO]
        remarks = (f"{FROM_MEMORY}{path.name}", *(f"It also has: {each}" for each in also))
        for form, each in target.items():
            yield Returned(
                message.key,
                message.key,
                form,
                message.text,
                each,
                Trust.OFFERED,
                Span(str(path)),
                remarks=remarks,
                made_of=first.source[0] if near else "",
                is_counted=bool(message.count) and counted,
            )


def _adapted(unit: _Unit, message: Message) -> str:
    """The translation with the message's names for its own; its words alone where its marks are of other kinds."""
    if _kinds(unit.source[0]) != _kinds(message.text) or _bare(unit.source[0]) != folded(unit.source[1]):
        return _in_words(unit.target[1], {name[0] for name in names_in_braces(message.text)})
    theirs, ours = ([name[0] for name in names_in_braces(text)] for text in (unit.source[0], message.text))
    instead = dict(zip(theirs, ours, strict=False))
    return FIELD.sub(lambda name: instead.get(name[0], name[0]), unit.target[0])


def _in_words(text: str, names: Container[str]) -> str:
    """Markup for this text, in which these names stay what they are."""
    pieces, end = [], 0
    for name in names_in_braces(text):
        if name[0] in names:
            pieces += [escaping.literal(text[end : name.start()]), name[0]]
            end = name.end()
    return "".join((*pieces, escaping.literal(text[end:])))


def _kinds(markup: str) -> list[str]:
    """Which kinds of marks and names there are, and how many of each."""
    return sorted(each.get("ctype", "") for each in fromstring(f"<seg>{to_inline(markup)}</seg>").iter())


def _by(memory: Sequence[_Unit], of: int) -> Mapping[str, list[_Unit]]:
    found: dict[str, list[_Unit]] = {}
    for unit in memory:
        if words := folded(unit.source[of]):
            found.setdefault(words, []).append(unit)
    return found


def _bare(markup: str) -> str:
    return folded(FIELD.sub("", prose(markup)[0].plain))
