"""Bringing a catalog up to an outline loses nothing, whatever is done to the outline."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from deck.ground.diagnostics import Span
from deck.languages.entries import Notes, started, template
from deck.languages.merge import merged
from deck.languages.messages import Message
from deck.model.language import Language
from tests.tools import required

FRENCH = Language("fr")
HERE = Span("outline.yaml")


def message(key: str, text: str, count: str | None = None, country: str | None = None) -> Message:
    return Message(key, text, "title", HERE, names=(count,) if count else (), count=count, country=country)


def notes(message: Message) -> Notes:
    return Notes((f"about {message.key}",), ("outline.yaml",))


def update(file: polib.POFile, *messages: Message, language: Language = FRENCH, scheme: str = "un") -> polib.POFile:
    """Merged, and merged again: the second time changes nothing."""
    first = merged(reread(file), messages, language, scheme, notes)
    assert str(merged(reread(first), messages, language, scheme, notes)) == str(first)
    return reread(first)


def reread(file: polib.POFile) -> polib.POFile:
    return polib.pofile(str(file), wrapwidth=78)


def begun(*messages: Message, language: Language = FRENCH) -> polib.POFile:
    return update(started("deck", language), *messages, language=language)


def translate(file: polib.POFile, key: str, *forms: str) -> None:
    entry = active(file, key)
    if entry.msgstr_plural:
        entry.msgstr_plural = dict(enumerate(forms))
    else:
        entry.msgstr = forms[0]
    entry.previous_msgid = None
    entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]


def active(file: polib.POFile, key: str) -> polib.POEntry:
    (entry,) = (entry for entry in file if entry.msgctxt == key and not entry.obsolete)
    return entry


def state(file: polib.POFile, key: str) -> tuple[str, str, bool, str | None]:
    entry = active(file, key)
    return entry.msgid, entry.msgstr, entry.fuzzy, entry.previous_msgid


def test_a_rewritten_text_keeps_its_translation_as_a_draft() -> None:
    file = begun(message("a.title", "one"))
    translate(file, "a.title", "un")
    file = update(file, message("a.title", "two"))
    assert state(file, "a.title") == ("two", "un", True, "one")
    file = update(file, message("a.title", "three"))
    assert state(file, "a.title") == ("three", "un", True, "one")
    file = update(file, message("a.title", "one"))
    assert state(file, "a.title") == ("one", "un", False, None)


def test_what_was_translated_anew_in_between_is_not_in_the_way() -> None:
    file = begun(message("a.title", "one"))
    translate(file, "a.title", "un")
    file = update(file, message("a.title", "two"))
    translate(file, "a.title", "deux")
    file = update(file, message("a.title", "three"))
    file = update(file, message("a.title", "one"))
    assert state(file, "a.title") == ("one", "un", False, None)
    file = update(file, message("a.title", "two"))
    assert state(file, "a.title") == ("two", "deux", False, None)


def test_a_draft_that_was_touched_is_no_translation_of_the_old_text() -> None:
    file = begun(message("a.title", "one"))
    translate(file, "a.title", "un")
    file = update(file, message("a.title", "two"))
    active(file, "a.title").msgstr = "deu"
    file = update(file, message("a.title", "two"))
    assert state(file, "a.title")[:3] == ("two", "deu", True)
    file = update(file, message("a.title", "one"))
    assert state(file, "a.title") == ("one", "un", False, None)
    file = update(file, message("a.title", "two"))
    assert state(file, "a.title")[:3] == ("two", "deu", True)


def test_one_text_in_two_places_is_two_messages() -> None:
    texts = [message("a.title", "Home"), message("b.title", "Home")]
    file = begun(*texts)
    translate(file, "a.title", "Accueil")
    translate(file, "b.title", "Foyer")
    file = update(file, *reversed(texts))
    assert [(entry.msgctxt, entry.msgstr) for entry in file] == [("b.title", "Foyer"), ("a.title", "Accueil")]


def test_a_new_id_takes_the_translation_along() -> None:
    file = begun(message("a.title", "Home"), message("a.items.x.text", "x"))
    translate(file, "a.title", "Accueil")
    translate(file, "a.items.x.text", "ixe")
    file = update(file, message("b.title", "Home"), message("b.items.y.text", "x"))
    assert state(file, "b.title") == ("Home", "Accueil", False, None)
    assert state(file, "b.items.y.text") == ("x", "ixe", False, None)


def test_a_new_id_and_other_words_at_once_make_a_draft() -> None:
    file = begun(message("a.title", "Where we stand today"), message("b.title", "Thank you"))
    translate(file, "a.title", "Où nous en sommes")
    translate(file, "b.title", "Merci")
    before = str(file)
    file = update(file, message("c.title", "Where we stand now"), message("d.title", "Questions"))
    assert state(file, "c.title") == ("Where we stand now", "Où nous en sommes", True, "Where we stand today")
    assert state(file, "d.title") == ("Questions", "", False, None)
    translate(file, "c.title", "Où nous en sommes maintenant")
    file = update(file, message("a.title", "Where we stand today"), message("b.title", "Thank you"))
    assert state(file, "a.title") == ("Where we stand today", "Où nous en sommes", False, None)
    assert str(file).startswith(before.rstrip())


def test_what_is_deleted_comes_back_with_its_translation() -> None:
    file = begun(message("a.title", "one"), message("b.title", "two"))
    translate(file, "a.title", "un")
    file = update(file, message("b.title", "two"))
    assert [(entry.msgctxt, entry.obsolete) for entry in file] == [("b.title", False), ("a.title", True)]
    file = update(file, message("a.title", "one"), message("b.title", "two"))
    assert state(file, "a.title") == ("one", "un", False, None)
    assert not file.obsolete_entries()


def test_what_translators_wrote_besides_stays() -> None:
    file = begun(message("a.title", "one"))
    translate(file, "a.title", "un")
    active(file, "a.title").tcomment = "as in the brochure"
    active(file, "a.title").flags.append("fuzzy")
    file.metadata["Last-Translator"] = "A. Translator"
    file.header = "Reviewed."
    file = update(file, message("a.title", "one"))
    assert state(file, "a.title") == ("one", "un", True, None)
    assert active(file, "a.title").tcomment == "as in the brochure"
    assert file.metadata["Last-Translator"] == "A. Translator"
    assert file.header == "Reviewed."


def test_a_text_that_begins_to_count_is_to_be_looked_at() -> None:
    file = begun(message("a.title", "{n} things"), language=Language("ru"))
    translate(file, "a.title", "{n} вещи")
    counted = message("a.title", "{n} things", count="n")
    file = update(file, counted, language=Language("ru"))
    entry = active(file, "a.title")
    assert (entry.msgid_plural, entry.msgstr_plural) == ("{n} things", dict.fromkeys(range(3), "{n} вещи"))
    assert entry.fuzzy
    translate(file, "a.title", "{n} вещь", "{n} вещи", "{n} вещей")
    file = update(file, counted, language=Language("ru"))
    assert active(file, "a.title").msgstr_plural[2] == "{n} вещей"
    assert not active(file, "a.title").fuzzy


def test_countries_are_filled_in_and_may_be_called_otherwise() -> None:
    vietnam, chad = message("lists.all.vn", "Vietnam", country="VN"), message("lists.all.td", "Chad", country="TD")
    file = begun(vietnam, chad)
    assert [entry.msgstr for entry in file] == ["Viet Nam", "Tchad"]
    translate(file, "lists.all.td", "le Tchad")
    file = update(file, message("lists.all.vn", "Viet Nam", country="VN"), chad, scheme="cldr")
    assert [(entry.msgstr, entry.fuzzy) for entry in file] == [("Viêt Nam", False), ("le Tchad", False)]


def test_texts_that_change_places_keep_their_translations() -> None:
    file = begun(message("a.title", "one"), message("b.title", "two"))
    translate(file, "a.title", "un")
    translate(file, "b.title", "deux")
    file = update(file, message("a.title", "two"), message("b.title", "one"))
    assert state(file, "a.title") == ("two", "deux", False, None)
    assert state(file, "b.title") == ("one", "un", False, None)
    translate(file, "a.title", "deux (mieux)")
    file = update(file, message("a.title", "one"), message("b.title", "two"))
    assert state(file, "b.title") == ("two", "deux (mieux)", False, None)
    assert active(file, "b.title").tcomment == "Before: deux"


def test_flags_of_others_stay_and_ours_are_renewed() -> None:
    file = begun(message("a.title", "one"))
    translate(file, "a.title", "un")
    active(file, "a.title").flags = ["no-wrap", "max-length:12", "read-only"]
    new = merged(file, [message("a.title", "one")], FRENCH, "as-written", lambda _: Notes((), (), 40))
    assert active(new, "a.title").flags == ["max-length:40", "no-wrap", "read-only"]


@pytest.mark.parametrize(
    ("language", "scheme", "name", "fuzzy"),
    [
        ("fr", "as-written", "Viet Nam", False),
        ("de", "as-written", "Vietnam", True),
        ("de", "un", "Vietnam", True),
        ("de", "cldr", "Vietnam", False),
    ],
)
def test_a_name_that_nobody_settled_is_a_draft(language: str, scheme: str, name: str, fuzzy: bool) -> None:
    vietnam = message("lists.all.vn", "Viet Nam", country="VN")
    named = Language(language)
    file = merged(started("deck", named), [vietnam], named, scheme, notes)
    assert state(file, "lists.all.vn") == ("Viet Nam", name, fuzzy, None)
    active(file, "lists.all.vn").flags.clear()
    again = merged(file, [vietnam], named, scheme, notes)
    assert state(again, "lists.all.vn") == ("Viet Nam", name, False, None)


def test_a_template_has_nothing_translated() -> None:
    file = template("deck", [message("a.title", "one"), message("b.title", "{n}", count="n")], notes, Language("en"))
    assert not file.translated_entries()
    assert [entry.comment for entry in file] == ["about a.title", "about b.title"]


_words = st.text(st.sampled_from("abcdefgh "), min_size=1, max_size=12)


class History(RuleBasedStateMachine):
    """An outline edited at random, translated at random, its catalog brought up to it every time.

    `said` is what was ever said of a text: a translation that is made stays with its key and source.
    """

    @initialize()
    def begin(self) -> None:
        self.serial = 0
        self.slides: list[tuple[str, str]] = []
        self.deleted: list[tuple[str, str]] = []
        self.said: dict[tuple[str, str], str] = {}
        self.file = begun()

    def extract(self) -> None:
        self.file = update(self.file, *(message(f"{slide}.title", text) for slide, text in self.slides))

    def fresh(self, stem: str) -> str:
        self.serial += 1
        return f"{stem}{self.serial}"

    @rule(words=_words, place=st.integers(0, 5))
    def write(self, words: str, place: int) -> None:
        self.slides.insert(min(place, len(self.slides)), (self.fresh("s"), self.fresh(words)))
        self.extract()

    @precondition(lambda self: self.slides)
    @rule(data=st.data())
    def say(self, data: st.DataObject) -> None:
        slide, text = data.draw(st.sampled_from(self.slides))
        self.said[slide, text] = self.fresh("translation ")
        translate(self.file, f"{slide}.title", self.said[slide, text])

    @precondition(lambda self: self.slides)
    @rule(data=st.data(), words=_words)
    def rewrite(self, data: st.DataObject, words: str) -> None:
        index = data.draw(st.integers(0, len(self.slides) - 1))
        slide = self.slides[index][0]
        earlier = sorted(text for known, text in self.said if known == slide)
        again = data.draw(st.sampled_from([None, *earlier]))
        self.slides[index] = (slide, again or self.fresh(words))
        self.extract()

    @precondition(lambda self: self.slides)
    @rule(data=st.data())
    def rename(self, data: st.DataObject) -> None:
        index = data.draw(st.integers(0, len(self.slides) - 1))
        slide, text = self.slides[index]
        new = self.fresh("s")
        self.slides[index] = (new, text)
        self.extract()
        if (slide, text) in self.said:
            self.said[new, text] = self.said.pop((slide, text))

    @precondition(lambda self: self.slides)
    @rule(data=st.data())
    def rename_and_reword(self, data: st.DataObject) -> None:
        index = data.draw(st.integers(0, len(self.slides) - 1))
        self.deleted.append(self.slides[index])
        self.slides[index] = (self.fresh("s"), self.fresh(self.slides[index][1]))
        self.extract()

    @rule(order=st.randoms(use_true_random=False))
    def reorder(self, order: object) -> None:
        order.shuffle(self.slides)  # type: ignore[attr-defined]
        self.extract()

    @precondition(lambda self: self.slides)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        self.deleted.append(self.slides.pop(data.draw(st.integers(0, len(self.slides) - 1))))
        self.extract()

    @precondition(lambda self: self.deleted)
    @rule()
    def restore(self) -> None:
        self.slides.append(self.deleted.pop())
        self.extract()

    @invariant()
    def every_text_has_what_was_said_of_it(self) -> None:
        for slide, text in self.slides:
            msgid, msgstr, fuzzy, _ = state(self.file, f"{slide}.title")
            assert msgid == text
            if (slide, text) in self.said:
                assert (msgstr, fuzzy) == (self.said[slide, text], False)
            else:
                assert fuzzy or not msgstr

    @invariant()
    def nothing_said_is_lost(self) -> None:
        kept = {(entry.msgctxt, entry.previous_msgid or entry.msgid): entry.msgstr for entry in self.file}
        for (slide, text), translation in self.said.items():
            assert kept.get((f"{slide}.title", text)) == translation


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


@given(st.lists(_words, min_size=3, max_size=3, unique=True))
def test_versions_that_come_back_find_their_translation(versions: Sequence[str]) -> None:
    first, second, third = versions
    file = begun(message("a.title", first))
    translate(file, "a.title", "première")
    before = str(file)
    for text in (second, third):
        file = update(file, message("a.title", text))
        assert active(file, "a.title").fuzzy
    assert str(update(file, message("a.title", first))) == before


@pytest.mark.external
@pytest.mark.parametrize("language", ["fr", "ar", "zh", "ru", "pt-BR", "zh-Hant"])
def test_catalogs_survive_gettext(language: str, tmp_path: Path) -> None:
    msgfmt, msgmerge = (required(command, "install gettext") for command in ("msgfmt", "msgmerge"))
    file = begun(message("a.title", "{n} things", count="n"), language=Language(language))
    translate(file, "a.title", *["{n} x"] * len(active(file, "a.title").msgstr_plural))
    file = update(file, message("a.title", "{n} other things", count="n"), language=Language(language))
    path = tmp_path / "x.po"
    path.write_text(str(file) + "\n", encoding="utf-8")
    subprocess.run([msgfmt, "-c", "-o", str(tmp_path / "x.mo"), str(path)], check=True, capture_output=True)
    answer = subprocess.run([msgmerge, "-q", str(path), str(path)], check=True, capture_output=True).stdout
    again = polib.pofile(answer.decode())
    assert [(one.msgctxt, one.msgstr_plural) for one in again] == [(one.msgctxt, one.msgstr_plural) for one in file]


def figure(words: str) -> Message:
    return Message("facts.cost", words, "fact", HERE, figure=Language("en"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("US$ 2.4 million", "US$ 3.9 million"),
        ("US$ 2.4 million", "€2.4 million"),
        ("≈ 50 million", "≈ 60 million"),
        ("40 million", "43.5 million"),
    ],
)
def test_a_figure_that_changed_is_filled_in_anew_unless_somebody_wrote_it(before: str, after: str) -> None:
    file = begun(figure(before))
    new = active(update(file, figure(after)), "facts.cost")
    assert (new.msgid, new.msgstr, new.fuzzy) == (after, figure(after).usual(FRENCH, "un"), False)
    translate(file, "facts.cost", "beaucoup d’argent")
    own = active(update(file, figure(after)), "facts.cost")
    assert (own.msgstr, own.fuzzy, own.previous_msgid) == ("beaucoup d’argent", True, before)
    back = active(update(update(file, figure(after)), figure(before)), "facts.cost")
    assert (back.msgstr, back.fuzzy) == ("beaucoup d’argent", False)
