"""A presentation and a catalog → the presentation in the catalog's language.

What is not translated, or wrongly, stays in the source language, says so, and is reported at its line in the catalog.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from deck.ground.dataclass import dataclass
from deck.ground.diagnostics import Diagnostic, Severity, Span, has_errors
from deck.languages.catalog import Catalog, Entry
from deck.languages.messages import Message, keys, messages
from deck.languages.proofreading import Markup, proofread, read
from deck.languages.territories import AS_WRITTEN
from deck.model.presentation import Fact, Presentation, Section, Slide
from deck.model.text import Text

UNTRANSLATED = "untranslated"
_CHANGED = "has changed in the outline since"
_UNTIL_THEN = "it stays in the outline’s language until then"


def translated(
    presentation: Presentation, catalog: Catalog, markup: Markup
) -> tuple[Presentation, tuple[Diagnostic, ...]]:
    """The presentation in the catalog's language, and what is missing from the catalog or wrong in it.

    A catalog in the presentation's own language serves its counted texts, in the form for their numbers.
    """
    return _Translation(presentation, catalog, markup).run()


def with_country_names(presentation: Presentation, markup: Markup) -> Presentation:
    """The presentation in its own language, with countries called as its naming scheme and its overrides say."""
    scheme, texts = presentation.country_names, {}
    for message in messages(presentation):
        if override := presentation.country_overrides.get(message.country or ""):
            texts[message.key] = override
        elif message.country and scheme != AS_WRITTEN and (name := message.usual(presentation.language, scheme)):
            texts[message.key] = read(message, name, markup)[0]
    return with_texts(presentation, texts)


@dataclass(slots=True)
class _Translation:
    presentation: Presentation
    catalog: Catalog
    markup: Markup
    texts: dict[str, Text] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def run(self) -> tuple[Presentation, tuple[Diagnostic, ...]]:
        source = self.presentation.language
        own = self.catalog.language == source
        left: dict[str, Text] = {}
        for message in messages(self.presentation):
            if not own or message.count:
                self.take(message, self.catalog.entries.get(message.key), reported=not own)
            if not own and message.key not in self.texts:
                left[message.key] = read(message, message.text, self.markup)[0].in_language(source)
        spans = {key: entry.spans[0] for key, entry in self.catalog.entries.items() if key in self.texts}
        found = with_texts(self.presentation, self.texts | left, spans)
        return replace(found, language=self.catalog.language), tuple(self.diagnostics)

    def take(self, message: Message, entry: Entry | None, *, reported: bool) -> None:
        """The message's translation into `texts`, or what keeps it from there into `diagnostics`."""
        scheme = self.presentation.country_names
        reason = _unusable(message, entry)
        if reason == _CHANGED and message.usual(self.catalog.language, scheme) is not None:
            # What is known by a code does not hang on the source's words.
            reason = None
        if entry is None or reason:
            usual = message.usual(self.catalog.language, scheme)
            settled = message.settled(self.catalog.language, scheme) is not None
            if usual is not None:
                self.texts[message.key], _ = read(message, usual, self.markup)
            if reported and not settled:
                span = entry.spans[0] if entry else Span(self.catalog.path)
                what = f"`{message.key}` {reason}: “{_shortened(message.text)}”"
                whose = ", as CLDR has it" if message.country else ""
                hint = f"until then it is “{usual}”{whose}" if usual else _UNTIL_THEN
                self.diagnostics.append(Diagnostic(UNTRANSLATED, what, span, hint, Severity.WARNING, message.key))
            return
        forms = self.forms(message, entry)
        index = self.index(message) if message.count else 0
        if 0 <= index < len(forms) and (text := forms[index]):
            self.texts[message.key] = text

    def forms(self, message: Message, entry: Entry) -> list[Text | None]:
        """Each form as a text, or None where it is wrong."""
        rule = self.catalog.rule
        wanted = rule.count if message.count else 1
        if len(entry.forms) != wanted:
            forms = "1 plural form" if len(entry.forms) == 1 else f"{len(entry.forms)} plural forms"
            what = f"`{message.key}` has {forms}, and {wanted} {'is' if wanted == 1 else 'are'} wanted"
            hint = f"the catalog's header says {rule.header}"
            self.diagnostics.append(Diagnostic("plural-forms", what, entry.spans[0], hint, field=message.key))
            return []
        texts: list[Text | None] = []
        for index, (form, span) in enumerate(zip(entry.forms, entry.spans, strict=True)):
            # “One country”: a form for a single number can say it in a word.
            alone = message.count if message.count and len(rule.numbers(index)) <= 1 else None
            languages = self.presentation.language, self.catalog.language
            text, found = proofread(message, form, span, self.markup, languages, may_leave_out=alone)
            self.diagnostics += (replace(one, field=message.key) for one in found)
            texts.append(None if has_errors(found) else text)
        return texts

    def index(self, message: Message) -> int:
        """The form for the message's number."""
        value = self.presentation.values[message.count or ""].value
        try:
            return self.catalog.rule.form(abs(int(value)))
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


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


def with_texts(
    presentation: Presentation, texts: Mapping[str, Text], spans: Mapping[str, Span] | None = None
) -> Presentation:
    """The presentation with these texts, by their messages' keys, and the places where they are written."""

    def of(key: str, text: Text) -> Text:
        return texts.get(key, text)

    def one(key: str, text: Text | None) -> Text | None:
        return of(key, text) if text else text

    by_path = keys(presentation)

    def slide(old: Slide) -> Slide:
        own = by_path[old.id]
        content = old.content.with_texts(lambda path, text: of(own.get(path, path), text))
        places = dict(_places(own, spans or {}))
        return replace(old, content=content, notes=one(own["notes"], old.notes), spans={**old.spans, **places})

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
        words={key.removeprefix("words."): text for key, text in texts.items() if key.startswith("words.")},
    )


def _above(presentation: Presentation, spans: Mapping[str, Span]) -> Mapping[str, Span]:
    """Where the texts above the slides stand now. Of a number only the unit is translated: it stays where it is."""
    numbers = {f"facts.{name}" for name, fact in presentation.values.items() if not isinstance(fact.value, str)}
    return {key: span for key, span in spans.items() if key in presentation.spans and key not in numbers}


def _places(keys_by_path: dict[str, str], spans: Mapping[str, Span]) -> Iterator[tuple[str, Span]]:
    """Where the texts of a slide stand now; a part stands where the first of its texts does."""
    for path, key in reversed(keys_by_path.items()):
        if span := spans.get(key):
            yield path, span
            if "." in path:
                yield path.rsplit(".", 1)[0], span
