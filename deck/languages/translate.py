"""A presentation and a catalog → the presentation in the catalog's language.

What is not translated, or wrongly, stays in the source language, says so, and is reported at its line in the catalog.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Severity, Span, has_errors, shortened
from deck.languages.bare_figures import bare_figures
from deck.languages.catalog import Catalog, Entry
from deck.languages.messages import WORDS, Message, keys, messages
from deck.languages.own_forms import for_number
from deck.languages.proofreading import Markup, proofread, read
from deck.languages.territories import AS_WRITTEN
from deck.model.declarations import may_hold
from deck.model.language import Language
from deck.model.presentation import Fact, Presentation, Section, Slide
from deck.model.text import Amount, Text

UNTRANSLATED = "untranslated"
_SHOWN = 60
"""How much of a text is quoted, in characters."""
_CHANGED = "has changed in the outline since"
_ITS_OWN_WORDS = "until then the outline’s words for many stand there"
_UNTIL_THEN = "it stays in the outline’s language until then"


def translated(
    presentation: Presentation, catalog: Catalog, markup: Markup
) -> tuple[Presentation, tuple[Diagnostic, ...]]:
    """The presentation in the catalog's language, and what is missing from the catalog or wrong in it.

    A catalog in the presentation's own language serves its counted texts, in the form for their numbers.
    """
    return Translating()(presentation, catalog, markup)


class Translating:
    """Translates one presentation after another into a language.

    A message is not looked at again that is as it was, with the same entry; a slide's content stays as it was made
    of the very same one with the same texts.
    """

    def __init__(self) -> None:
        self._reading: object = None
        self._taken: dict[str, tuple[object, _Taken]] = {}
        self._slides: dict[str, _Made] = {}

    def __call__(
        self, presentation: Presentation, catalog: Catalog, markup: Markup
    ) -> tuple[Presentation, tuple[Diagnostic, ...]]:
        """As `translated`."""
        source = presentation.language
        own = catalog.language == source
        translation = _Translation(source, presentation.country_names, catalog, markup)
        reading = (source, translation.scheme, catalog.path, catalog.language, catalog.rule)
        before, self._taken = self._taken if reading == self._reading else {}, {}
        self._reading = reading
        texts: dict[str, Text] = {}
        left: dict[str, Text] = {}
        diagnostics: list[Diagnostic] = []
        for message in messages(presentation):
            asked = message.in_catalog(catalog.language, source)
            if asked:
                entry = catalog.entries.get(message.key)
                number = presentation.values[message.count].value if message.count else None
                reported = not (own and message.count)
                if own and message.count and entry:
                    entry, reported = for_number(message, entry, catalog.rule, number)
                question = _asked(message), entry, number
                was, taken = before.get(message.key, (None, None))
                if taken is None or was != question:
                    taken = translation.take(message, entry, number, reported=reported)
                self._taken[message.key] = question, taken
                diagnostics += taken.diagnostics
                if taken.text is not None:
                    texts[message.key] = taken.text
            if asked and not own and message.key not in texts:
                left[message.key] = read(message, message.text, markup)[0].in_language(source)
        texts |= {} if own else bare_figures(presentation, catalog.language, markup)
        spans = {key: entry.spans[0] for key, entry in catalog.entries.items() if key in texts}
        slides, self._slides = self._slides, {}

        def slide(old: Slide, said: Mapping[str, Text], places: Mapping[str, Span]) -> Slide:
            was = slides.get(old.id)
            if was is None or was.old.content is not old.content or (was.old.notes, was.texts) != (old.notes, said):
                made = _with(old, said, places, source)
            elif was.old is not old or was.places != places:
                made = replace(old, content=was.made.content, notes=was.made.notes, spans={**old.spans, **places})
            else:
                made = was.made
            self._slides[old.id] = _Made(old, said, places, made)
            return made

        found = with_texts(presentation, texts | left, spans, slide)
        return replace(found, language=catalog.language), tuple(diagnostics)


def words_in_english(presentation: Presentation) -> Iterator[Diagnostic]:
    """Each of the deck's own words that its outline's language does not have here: it is in English."""
    for message in messages(presentation):
        if message.in_catalog(presentation.language, presentation.language) and not message.count:
            what = f"`{message.key}` is in English: “{shortened(message.text, _SHOWN)}”"
            hint = f"`translate start {presentation.language}` begins a catalog that asks for it"
            yield Diagnostic(UNTRANSLATED, what, message.span, hint, Severity.WARNING, message.key)


def with_country_names(presentation: Presentation, markup: Markup) -> Presentation:
    """The presentation in its own language, with countries called as its naming scheme and its overrides say."""
    scheme, texts = presentation.country_names, {}
    for message in messages(presentation):
        if override := presentation.country_overrides.get(message.country or ""):
            texts[message.key] = override
        elif message.country and scheme != AS_WRITTEN and (name := message.usual(presentation.language, scheme)):
            texts[message.key] = read(message, name, markup)[0]
    return with_texts(presentation, texts)


class _Made(NamedTuple):
    """What was made of an old slide, with these texts by their paths, which stand here."""

    old: Slide
    texts: Mapping[str, Text]
    places: Mapping[str, Span]
    made: Slide


def _asked(message: Message) -> object:
    """All of a message on which its translation hangs: its place in the outline is none of it."""
    return (message.text, message.role, message.prose, message.names, message.count, message.country, message.figure)


class _Taken(NamedTuple):
    """What became of a message: its translation, None where it has none that serves, and what is wrong."""

    text: Text | None
    diagnostics: tuple[Diagnostic, ...]


@dataclass(slots=True)
class _Translation:
    """From the language `source` by a catalog, with countries named by a `scheme`."""

    source: Language
    scheme: str
    catalog: Catalog
    markup: Markup

    def take(self, message: Message, entry: Entry | None, number: Decimal | str | None, *, reported: bool) -> _Taken:
        """The message's translation, in the form for its number where it has one, or what keeps it from being one."""
        reason = _unusable(message, entry)
        by_code = message.is_known_by_code and message.usual(self.catalog.language, self.scheme) is not None
        if reason == _CHANGED and by_code:
            reason = None
        if entry is None or reason:
            usual = message.usual(self.catalog.language, self.scheme)
            settled = message.settled(self.catalog.language, self.scheme) is not None
            text = read(message, usual, self.markup)[0] if usual is not None else None
            if not reported or settled:
                return _Taken(text, ())
            span = entry.spans[0] if entry else Span(self.catalog.path)
            what = f"`{message.key}` {reason}: “{shortened(message.text, _SHOWN)}”"
            whose = ", as CLDR has it" if message.country else ""
            until_then = _ITS_OWN_WORDS if self.catalog.language == self.source else _UNTIL_THEN
            hint = f"until then it is “{usual}”{whose}" if usual else until_then
            return _Taken(text, (Diagnostic(UNTRANSLATED, what, span, hint, Severity.WARNING, message.key),))
        forms, found = self.forms(message, entry)
        index = self.index(number) if message.count else 0
        text = forms[index] if 0 <= index < len(forms) else None
        return _Taken(text or None, found)

    def forms(self, message: Message, entry: Entry) -> tuple[list[Text | None], tuple[Diagnostic, ...]]:
        """Each form as a text, or None where it is wrong; and what is wrong with them."""
        rule = self.catalog.rule
        wanted = rule.count if message.count else 1
        if len(entry.forms) != wanted:
            forms = "1 plural form" if len(entry.forms) == 1 else f"{len(entry.forms)} plural forms"
            what = f"`{message.key}` has {forms}, and {wanted} {'is' if wanted == 1 else 'are'} wanted"
            hint = f"the catalog's header says {rule.header}"
            return [], (Diagnostic("plural-forms", what, entry.spans[0], hint, field=message.key),)
        texts: list[Text | None] = []
        diagnostics: list[Diagnostic] = []
        for index, (form, span) in enumerate(zip(entry.forms, entry.spans, strict=True)):
            # “One country”: a form for a single number can say it in a word.
            alone = message.count if message.count and len(rule.numbers(index)) <= 1 else None
            languages = self.source, self.catalog.language
            text, found = proofread(message, form, span, self.markup, languages, may_leave_out=alone)
            diagnostics += (replace(one, field=message.key) for one in found)
            texts.append(None if has_errors(found) else text)
        return texts, tuple(diagnostics)

    def index(self, number: Decimal | str | None) -> int:
        """The form for this number."""
        try:
            return self.catalog.rule.form(abs(int(number or 0)))
        except ValueError:
            return -1


def _unusable(message: Message, entry: Entry | None) -> str | None:
    """Why this entry says nothing."""
    if entry is None:
        return "is not in the catalog"
    if not any(form.strip() for form in entry.forms):
        return "is not translated"
    if not entry.complete:
        return "has plural forms that are not translated"
    if entry.fuzzy:
        return "needs to be looked at (it is marked fuzzy)"
    if entry.source != message.text:
        return _CHANGED
    return None


def _with(slide: Slide, texts: Mapping[str, Text], spans: Mapping[str, Span], source: Language) -> Slide:
    """The slide with these texts, by their paths, which stand here; its figures come to what those of `source` do."""
    content = slide.content
    if texts and may_hold(type(content), Amount):
        content = content.with_amounts(lambda amount: amount.before_translation(source))
    content = content.with_texts(lambda path, text: texts.get(path, text))
    notes = texts.get("notes", slide.notes) if slide.notes else slide.notes
    return replace(slide, content=content, notes=notes, spans={**slide.spans, **spans})


def with_texts(
    presentation: Presentation,
    texts: Mapping[str, Text],
    spans: Mapping[str, Span] | None = None,
    with_those: Callable[[Slide, Mapping[str, Text], Mapping[str, Span]], Slide] | None = None,
) -> Presentation:
    """The presentation with these texts, by their messages' keys, and the places where they are written.

    A slide is `with_those` that are its own.
    """

    def of(key: str, text: Text) -> Text:
        return texts.get(key, text)

    def one(key: str, text: Text | None) -> Text | None:
        return of(key, text) if text else text

    by_path = keys(presentation)
    with_own = with_those or partial(_with, source=presentation.language)

    def slide(old: Slide) -> Slide:
        own = by_path[old.id]
        said = {path: texts[key] for path, key in own.items() if key in texts}
        return with_own(old, said, dict(_places(own, spans or {})))

    def section(old: Section) -> Section:
        return replace(
            old, title=of(f"sections.{old.id}.title", old.title), slides=tuple(slide(each) for each in old.slides)
        )

    def fact(name: str, old: Fact) -> Fact:
        text = texts.get(f"facts.{name}")
        if text is None:
            return old
        found = replace(old, language=text.paragraphs[0].language, original=old)
        return replace(found, value=text.plain) if isinstance(old.value, str) else replace(found, unit=text.plain)

    return replace(
        presentation,
        title=of("presentation.title", presentation.title),
        event=one("presentation.event", presentation.event),
        footer=one("presentation.footer", presentation.footer),
        values={name: fact(name, old) for name, old in presentation.values.items()},
        sources={name: of(f"sources.{name}", text) for name, text in presentation.sources.items()},
        sections=tuple(section(each) for each in presentation.sections),
        spans={**presentation.spans, **_above(presentation, spans or {})},
        words={key.removeprefix(WORDS): text for key, text in texts.items() if key.startswith(WORDS)},
    )


def _above(presentation: Presentation, spans: Mapping[str, Span]) -> Mapping[str, Span]:
    """Where the texts above the slides stand now. Of a number only the unit is translated: it stays where it is."""
    numbers = {f"facts.{name}" for name, fact in presentation.values.items() if not isinstance(fact.value, str)}
    here = presentation.spans.keys() - numbers
    return {key: span for key, span in spans.items() if key in here or key.startswith(WORDS)}


def _places(keys_by_path: dict[str, str], spans: Mapping[str, Span]) -> Iterator[tuple[str, Span]]:
    """Where the texts of a slide stand now; a part stands where the first of its texts does."""
    for path, key in reversed(keys_by_path.items()):
        if span := spans.get(key):
            yield path, span
            if "." in path:
                yield path.rsplit(".", 1)[0], span
