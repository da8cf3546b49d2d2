"""Random histories: two translators, two agencies, an author, tools between; no finished translation is lost unheard.

A translator finishes texts in the catalog. An agency is sent a file, works on what it had then, and sends it back late,
through a tool that may lose keys, states and where it set out from. The author rewrites, swaps, deletes and restores
texts. Whatever was ever finished is the translation of its text, or in the catalog's comments or obsolete entries, or
was listed when another took its place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from deck.ground.diagnostics import Span
from deck.interchange import tmx_reading, xliff_reading, xlsx_reading
from deck.interchange.returned import Returned, Trust, folded
from deck.interchange.taking_in import take_in
from deck.interchange.tmx_writing import to_tmx
from deck.interchange.xliff_writing import to_xliff
from deck.interchange.xlsx_writing import to_xlsx
from deck.languages.entries import Notes, started
from deck.languages.merge import merged
from deck.languages.messages import Message
from deck.model.language import Language

EN, FR = Language("en"), Language("fr")
AGENCIES = ("one agency", "another")


@dataclass(frozen=True, slots=True)
class Lost:
    """What a tool loses of a file."""

    keys: bool
    states: bool
    start: bool


class History(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.serial = 0
        self.texts: dict[str, str] = {}
        self.deleted: dict[str, str] = {}
        self.sent: dict[str, Path] = {}
        self.folder = TemporaryDirectory()
        self.finished: set[str] = set()
        self.listed: set[str] = set()
        self.file = started("deck", FR)

    def teardown(self) -> None:
        self.folder.cleanup()

    def fresh(self, stem: str) -> str:
        self.serial += 1
        return f"{stem} {self.serial}"

    def extract(self) -> None:
        self.file = self.extracted(self.file)

    def extracted(self, file: polib.POFile) -> polib.POFile:
        found = merged(file, self.messages(), FR, "as-written", lambda _: Notes((), ()))
        # Through a file, as it always goes.
        return polib.pofile(str(found), wrapwidth=78)

    def messages(self) -> list[Message]:
        return [Message(key, text, "title", Span("x")) for key, text in self.texts.items()]

    @rule()
    def write(self) -> None:
        self.texts[self.fresh("slide").replace(" ", "")] = self.fresh("text")
        self.extract()

    @precondition(lambda self: self.texts)
    @rule(data=st.data())
    def rewrite(self, data: st.DataObject) -> None:
        self.texts[data.draw(st.sampled_from(sorted(self.texts)))] = self.fresh("text")
        self.extract()

    @precondition(lambda self: len(self.texts) > 1)
    @rule(data=st.data())
    def swap(self, data: st.DataObject) -> None:
        one, other = data.draw(st.lists(st.sampled_from(sorted(self.texts)), min_size=2, max_size=2, unique=True))
        before = {self.texts[key]: said for key in (one, other) if (said := self.said(key))}
        self.texts[one], self.texts[other] = self.texts[other], self.texts[one]
        self.extract()
        for key in (one, other):
            if said := before.get(self.texts[key]):
                assert self.said(key) == said

    @precondition(lambda self: self.texts)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.texts)))
        self.deleted[key] = self.texts.pop(key)
        self.extract()

    @precondition(lambda self: self.deleted)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        key = data.draw(st.sampled_from(sorted(self.deleted)))
        self.texts[key] = self.deleted.pop(key)
        self.extract()

    @precondition(lambda self: self.texts)
    @rule(data=st.data(), who=st.sampled_from(["Anna", "Boris"]))
    def translate(self, data: st.DataObject, who: str) -> None:
        entry = self.entry(data.draw(st.sampled_from(sorted(self.texts))))
        # Who writes over a translation by hand knows what was there.
        self.listed.add(entry.msgstr)
        entry.msgstr = self.fresh(who)
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.previous_msgid = None
        self.finished.add(entry.msgstr)

    @rule(agency=st.sampled_from(AGENCIES), form=st.sampled_from(["xlf", "xlsx"]))
    def send(self, agency: str, form: str) -> None:
        # Two mails may have attachments of one name.
        path = Path(self.folder.name, agency, f"fr.{form}")
        path.parent.mkdir(exist_ok=True)
        data = to_xlsx(self.file, EN, FR) if form == "xlsx" else to_xliff(self.file, "outline.yaml", EN, FR)
        path.write_bytes(data)
        self.sent[agency] = path

    @rule()
    def remember(self) -> None:
        """What is in the catalog as a memory of it, offered to the same: nothing that is there changes."""
        path = Path(self.folder.name, "memory.tmx")
        path.write_bytes(to_tmx(self.file, EN, FR))
        before = {key: self.entry(key).msgstr for key in self.texts}
        for file in tmx_reading.files(path, self.messages(), EN):
            take_in(self.file, file.units)
        for key, words in before.items():
            assert self.entry(key).msgstr == words if words else self.said(key) == ""
        self.file = polib.pofile(str(self.file), wrapwidth=78)

    @precondition(lambda self: self.sent)
    @rule(data=st.data(), lost=st.builds(Lost, st.booleans(), st.booleans(), st.booleans()))
    def receive(self, data: st.DataObject, lost: Lost) -> None:
        agency = data.draw(st.sampled_from(sorted(self.sent)))
        path = self.sent[agency]
        sources = {folded(text): text for text in self.texts.values()}
        read = (
            xlsx_reading.files(path)
            if path.suffix == ".xlsx"
            else xliff_reading.files(path.read_bytes(), str(path), sources)
        )
        units = [unit for file in read for unit in file.units]
        if units:
            for at in data.draw(st.lists(st.integers(0, len(units) - 1), max_size=3, unique=True)):
                trust = data.draw(st.sampled_from([Trust.DONE, Trust.DRAFT, Trust.NEW, Trust.LEFT]))
                units[at] = replace(units[at], target=self.fresh(agency), trust=trust)
        units = [self.through_tool(unit, at, lost) for at, unit in enumerate(units)]
        before = {key: said for key in self.texts if (said := self.said(key))}
        taken = take_in(self.file, units)
        # A draft that is unsaid to be one is finished as far as anybody can tell.
        done = (unit.target for unit in units if unit.trust is Trust.DONE)
        self.finished |= {words for words in done if "agency" in words}
        self.listed |= {words for change in (*taken.replaced, *taken.kept) for words in (change.before, change.after)}
        # What is no message's is told of, and stays in the file.
        self.listed |= {unit.target for unit in units if unit.id in taken.unknown}
        replaced = {change.key for change in taken.replaced}
        for key, said in before.items():
            assert self.said(key) == said or key in replaced or self.entry(key).fuzzy
            assert self.entry(key).msgstr == said or key in replaced
        self.file = polib.pofile(str(self.file), wrapwidth=78)

    def through_tool(self, unit: Returned, at: int, lost: Lost) -> Returned:
        if lost.keys:
            unit = replace(unit, id=str(at), key=str(at))
        if lost.states and unit.trust is Trust.DONE:
            unit = replace(unit, trust=Trust.UNSAID)
        return replace(unit, exported=None) if lost.start else unit

    def entry(self, key: str) -> polib.POEntry:
        return next(entry for entry in self.file if entry.msgctxt == key and not entry.obsolete)

    def said(self, key: str) -> str:
        """The finished translation of a text, if it has one."""
        entry = self.entry(key)
        return "" if entry.fuzzy else entry.msgstr

    @invariant()
    def nothing_finished_is_lost_unheard(self) -> None:
        everything = "\n".join(f"{entry.msgstr}\n{folded(entry.tcomment)}" for entry in self.file)
        kept = set(everything.split("\n"))
        assert not [words for words in self.finished - self.listed if words not in kept and words not in everything]

    @invariant()
    def every_text_is_there_once(self) -> None:
        assert [entry.msgctxt for entry in self.file if not entry.obsolete] == list(self.texts)
        assert [entry.msgid for entry in self.file if not entry.obsolete] == list(self.texts.values())

    @invariant()
    def a_catalog_that_is_up_to_its_outline_stays_as_it_is(self) -> None:
        once = self.extracted(self.file)
        assert str(self.extracted(once)) == str(once)


TestHistories = History.TestCase
# To shrink a history takes long, and a short one tells little more.
TestHistories.settings = settings(
    max_examples=100, stateful_step_count=20, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate]
)
