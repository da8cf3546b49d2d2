"""A presentation → its messages: everything that is shown and translated, in the order of the slides.

A message's `key` says which text it is and never changes with its words or its place: the slide's id and the
field's path (`ways.cards.partner.heading`). Texts above the slides have keys of their own: `presentation.title`,
`sections.welcome.title`, `sources.report`, `facts.venue`, `lists.members.ke`, `words.source`,
`words.status.candidate` and `words.chart.category`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import replace

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Span
from deck.ground.kept import once_for_the_same, while_it_is_there
from deck.languages.figure_words import figure_in, money_in
from deck.languages.numbers import plural_examples
from deck.languages.territories import AS_WRITTEN, CLDR, UNITED_NATIONS, country_name, is_official
from deck.languages.typed_figures import may_be_figures, written_alike
from deck.languages.words import in_outline, is_looked_over, usual
from deck.model.content import Content
from deck.model.language import Language
from deck.model.presentation import ListFile, Presentation, Slide
from deck.model.signs import bracketed_number, marked_number
from deck.model.text import FIELD, Amount, Text

_ABOVE_SLIDES = frozenset({"presentation", "sections", "sources", "facts", "lists", "words", "slides"})
NOTES = "notes"
"""The role of a speaker's notes."""
GROUP = "group"
"""The role of a heading over the countries of one status."""
PHRASE = "phrase"
"""The role of what a deck says of figures by itself."""
WORDS = "words."
"""What the keys of the deck's own words begin with."""
_STATUS = "status."
_PLURAL_FORMS = frozenset({"zero", "one", "two", "few", "many"})
_OF_ONE = "words.change.point"
_NOTHING = Text(())
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_LINE_END = re.compile(r"[ \t]+\n")


@dataclass(frozen=True, slots=True)
class Message:
    """One text to translate: `text` is its markup. `role` says what it is, `slide` on which slide it stands.

    `prose` allows several paragraphs. `count` is the name in braces that the text's grammatical number follows.
    `country` is its ISO code where it names a country; `figure` is the language of one that is a figure in words,
    `typed` that of one without a word that may be a fraction, `8.7`, or the name of something.
    """

    key: str
    text: str
    role: str
    span: Span
    slide: str | None = None
    prose: bool = False
    names: tuple[str, ...] = ()
    count: str | None = None
    country: str | None = None
    figure: Language | None = None
    typed: Language | None = None

    def usual(self, language: Language, scheme: str) -> str | None:
        """What this is in a language without a translator: a country's name, a figure, a word of the deck's."""
        if self.typed:
            return self.text if written_alike(self.typed, language) else None
        # A table's cell is a figure, but may name a country.
        if self.country:
            return country_name(self.country, language, UNITED_NATIONS if scheme == AS_WRITTEN else scheme)
        if self.figure:
            return figure_in(self.text, self.figure, language)
        return usual(self.key.removeprefix(WORDS), language) if self.key.startswith(WORDS) else None

    @property
    def is_known_by_code(self) -> bool:
        """Whether what it says does not hang on the source's words: a country's name, a word of the deck's."""
        return self.country is not None or self.key.startswith(WORDS)

    def settled(self, language: Language, scheme: str) -> str | None:
        """What this is if nobody looks at it: CLDR's name of a country is a draft, unless CLDR's were chosen.

        So is a word of the deck's in a language in which nobody has looked them over.
        """
        draft = self.country and scheme != CLDR and not is_official(language)
        draft = draft or (self.key.startswith(WORDS) and not is_looked_over(language))
        return None if draft else self.usual(language, scheme)

    @property
    def is_understood(self) -> bool:
        """Whether this is a figure in any language, and so written by its slide, which may reckon with it."""
        words = self.text.strip("*_ ")
        own = self.slide is not None and (marked_number(words) or bracketed_number(words))
        return self.figure is not None and bool(own or money_in(words))

    @property
    def plural_form(self) -> str | None:
        """CLDR's name of the numbers for which alone this phrase is."""
        form = "one" if self.key == _OF_ONE else self.key.rpartition(".")[2]
        return form if self.role == PHRASE and form in _PLURAL_FORMS else None

    def in_catalog(self, language: Language, source: Language) -> bool:
        """Whether a catalog of this language asks for it: not what is for numbers that it does not tell apart.

        In the outline's own language only what hangs on a count is asked for, and the words that are not known here.
        """
        if self.plural_form and self.plural_form not in plural_examples(language):
            return False
        own = self.key.startswith(WORDS) and usual(self.key.removeprefix(WORDS), language) is None
        return language.tag != source.tag or own or self.count is not None


def catalog_messages(presentation: Presentation, language: Language) -> list[Message]:
    """The messages for which a catalog of this language asks."""
    return [each for each in messages(presentation) if each.in_catalog(language, presentation.language)]


@once_for_the_same
def messages(presentation: Presentation) -> tuple[Message, ...]:
    """All messages, each key once."""
    found = _by_key(presentation)
    texts = (message for message in found.values() if not message.key.startswith(WORDS))
    named = {f"facts.{name}" for message in texts for name in message.names}
    return tuple(
        message
        for key, message in found.items()
        if (message.typed or _has_letters(message.text)) and (key in named or not key.startswith("facts."))
    )


@once_for_the_same
def wordless(presentation: Presentation) -> tuple[Message, ...]:
    """The texts that no translator is shown, as they have no letter: figures, dates, signs."""
    found = _by_key(presentation).values()
    return tuple(message for message in found if not message.typed and not _has_letters(message.text))


@once_for_the_same
def _by_key(presentation: Presentation) -> dict[str, Message]:
    """All texts by their keys; where two have one, the first."""
    found: dict[str, Message] = {}
    language = presentation.language
    for message in _messages(presentation):
        if not _has_letters(message.text) and not message.is_understood and may_be_figures(message.text, language):
            message = replace(message, typed=language)
        found.setdefault(message.key, message)
    return found


@once_for_the_same
def keys(presentation: Presentation) -> dict[str, dict[str, str]]:
    """The key of each translatable text of each slide, by the slide's id and the field's path."""
    lists = {file.path: file for file in reversed(presentation.lists)}
    taken: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    for slide in presentation.slides:
        own = found[slide.id] = {}
        for path, text, _ in _texts(slide.content):
            key = _key(slide, path, lists)
            # A file's rows may serve twice, with another column each time: the second is told by its slide.
            if taken.setdefault(key, text.markup) != text.markup:
                key = f"{_prefix(slide)}{path}"
            own[path] = key
        own["notes"] = f"{_prefix(slide)}notes"
    return found


@while_it_is_there
def _texts(content: Content) -> tuple[tuple[str, Text, bool], ...]:
    """The texts to translate with their paths, and whether each is a figure in words."""
    # A number is written as the language writes it: there is nothing to translate.
    own = content.with_amounts(lambda amount: amount if amount.number is None else Amount(_NOTHING))
    others = {path for path, text in content.with_amounts(lambda _: Amount(_NOTHING)).texts() if text}
    return tuple((path, text, path not in others) for path, text in own.texts() if text)


@while_it_is_there
def _status_names(content: Content) -> tuple[str, ...]:
    """The names in braces that stand for a status."""
    return tuple(name for _, text in content.texts() for name in text.field_names() if name.startswith(_STATUS))


def _message(
    key: str, text: Text, role: str, span: Span, counted: Set[str] = frozenset(), slide: str | None = None
) -> Message:
    names = tuple(dict.fromkeys(text.field_names()))
    prose = role == NOTES or len(text.paragraphs) > 1
    count = next((name for name in names if name in counted), None)
    return Message(key, _trimmed(text.markup), role, span, slide, prose, names, count)


@while_it_is_there
def _of_slide(
    content: Content,
    slide: str,
    notes: Text | None,
    places: tuple[Span, Mapping[str, Span]],
    by_path: Mapping[str, str],
    counted: Set[str],
    countries: tuple[str, ...],
    language: Language,
) -> tuple[Message, ...]:
    """The messages of a slide: of its content and of its notes. `places` are its own and its fields'."""
    whole, spans = places
    found = []
    for path, text, is_figure in _texts(content):
        key = by_path[path]
        one = _message(key, text, _role(path, key), spans.get(path, whole), counted, slide)
        one = replace(one, figure=language) if is_figure else one
        found.append(replace(one, country=key.rsplit(".", 1)[1].upper()) if key.startswith(countries) else one)
    if notes:
        found.append(_message(by_path["notes"], notes, NOTES, spans.get("notes", whole), counted, slide))
    return tuple(found)


def _messages(presentation: Presentation) -> Iterator[Message]:
    counted = {
        name
        for name, fact in presentation.values.items()
        if not isinstance(fact.value, str) and fact.value == fact.value.to_integral_value()
    }

    above = presentation.span
    for name in ("title", "event", "footer"):
        if text := getattr(presentation, name):
            yield _message(f"presentation.{name}", text, f"presentation {name}", above, counted)
    for name, fact in presentation.values.items():
        if isinstance(fact.value, str):
            words = _message(f"facts.{name}", Text.of(fact.value), "fact", above, counted)
            yield replace(words, figure=presentation.language)
        elif fact.unit:
            yield _message(f"facts.{name}", Text.of(fact.unit), "unit", above, counted)
    countries = tuple(f"lists.{file.name}." for file in presentation.lists if file.countries)
    by_path = keys(presentation)
    for section in presentation.sections:
        yield _message(f"sections.{section.id}.title", section.title, "section title", above, counted)
        for slide in section.slides:
            places = slide.span, slide.spans
            own = slide.id, slide.notes, places, by_path[slide.id]
            yield from _of_slide(slide.content, *own, counted, countries, presentation.language)
    introduced = any(path.startswith("sources.") for own in by_path.values() for path in own)
    if introduced and (source := usual("source", presentation.language)):
        yield Message(f"{WORDS}source", source, "word", above, names=("source",))
    for name in dict.fromkeys(name for slide in presentation.slides for name in _status_names(slide.content)):
        if heading := in_outline(name, presentation.language):
            yield Message(f"{WORDS}{name}", heading, GROUP, above)
    for name in dict.fromkeys(name for slide in presentation.slides for name in slide.content.phrases):
        if phrase := in_outline(name, presentation.language):
            names = tuple(dict.fromkeys(match.group(1).strip() for match in FIELD.finditer(phrase)))
            yield Message(f"{WORDS}{name}", phrase, PHRASE, above, names=names)


def _key(slide: Slide, path: str, lists: dict[str, ListFile]) -> str:
    if path.startswith("sources."):
        return path
    span = slide.spans.get(path)
    if span and span.path in lists:
        *_, before, last, _ = ("", *path.split("."))
        return f"lists.{lists[span.path].name}.{before if last == 'cells' else last}"
    return f"{_prefix(slide)}{path}"


def _prefix(slide: Slide) -> str:
    return f"slides.{slide.id}." if slide.id in _ABOVE_SLIDES else f"{slide.id}."


def _role(path: str, key: str) -> str:
    if key.startswith("sources."):
        return "source"
    if key.startswith("lists."):
        return "list"
    return path


def _trimmed(markup: str) -> str:
    """Without what nobody sees: spaces at the ends of lines, and more blank lines than one."""
    return _BLANK_LINES.sub("\n\n", _LINE_END.sub("\n", markup))


def _has_letters(markup: str) -> bool:
    return any(character.isalpha() for character in FIELD.sub("", markup))
