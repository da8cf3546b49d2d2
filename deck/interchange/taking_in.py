"""What came back from a tool → the catalog, with no translation lost, and none replaced that is not listed.

A translation is known by its message's key; where a tool lost the key, or its text stands elsewhere now, by its words,
in order. What the tool set out from, where that is known, tells what was changed there from what was changed here
meanwhile; what came back in the same file before was not changed here. What a finished translation said
before, and what was not taken in its stead, stays in its comment.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field, replace

import polib

from deck.ground.dataclass import dataclass
from deck.interchange.notes import notes_of
from deck.interchange.placing import grouped, once, placed
from deck.interchange.returned import Returned, Trust, fingerprint, folded, same, shaped
from deck.interchange.review import (
    came_back,
    least,
    of_people,
    remark,
    remarks_of,
    remember,
    remember_file,
    review,
    stands_in,
)
from deck.interchange.setting_out import Base, SettingOut
from deck.interchange.taken import Change, TakenIn
from deck.languages.entries import BEFORE
from deck.languages.po_file import PoFile, forms_of, in_use

_BOTH = "both were changed since the export (`--theirs` takes what came back)"
_FORM = "This form is for: "
ALSO = "Not taken: "
"""What a translator's comment begins with that holds a translation which was not taken in."""


def take_in(
    file: PoFile,
    units: Iterable[Returned],
    *,
    obsolete: Iterable[Returned] = (),
    base: Base | None = None,
    accept_new: bool = False,
    theirs: bool = False,
) -> TakenIn:
    """Puts translations that came back, and remarks, into the catalog; what they do not translate stays as it is.

    `obsolete` are translations of texts that are no more, which are only kept. With `accept_new`, what is there though
    its state is `new`, or was left as it was, is as good as translated; with `theirs`, what came back is taken where
    both were changed.
    """
    units = list(units)
    taking = _TakingIn(file, SettingOut(base or {}), accept_new, theirs)
    taking.is_another = any(map(taking.lacks, units))
    wanted = [unit for unit in units if unit.remarks or unit.is_translated]
    wanted = [unit for unit in wanted if taking.wants(unit)]
    wanted, taking.found.twice = once(wanted)
    for entry, group in taking.placed(wanted):
        taking.take(entry, group)
    for group in grouped(unit for unit in obsolete if unit.target.strip()):
        taking.keep_obsolete(group[0].key, group)
    return taking.found


@dataclass(slots=True)
class _TakingIn:
    file: PoFile
    setting_out: SettingOut
    accept_new: bool
    theirs: bool
    found: TakenIn = field(default_factory=TakenIn)
    is_another: bool = False
    active: dict[str, polib.POEntry] = field(init=False)
    gone: dict[tuple[str, str], polib.POEntry] = field(init=False)
    open: set[tuple[str, str]] = field(init=False)

    def __post_init__(self) -> None:
        self.active = {entry.msgctxt: entry for entry in reversed([*in_use(self.file)])}
        self.gone = {(each.msgctxt or "", folded(each.msgid)): each for each in self.file if each.obsolete}
        untouched = (each for each in in_use(self.file) if not any(forms_of(each).values()))
        self.open = {(each.msgctxt, folded(each.msgid)) for each in untouched}

    def lacks(self, unit: Returned) -> bool:
        """Whether a text stands here as it was exported that came back otherwise in a file of this name.

        Then this is not that file, worked on further, but somebody else's, or an older one.
        """
        entry, words = self.active.get(unit.key), "" if unit.is_copy else unit.target
        return (
            entry is not None
            and came_back(entry, unit.span.path)
            and self.setting_out.was_from([unit], {unit.form: words})
            and not same(words, forms_of(entry).get(unit.form, ""))
        )

    def wants(self, unit: Returned) -> bool:
        """Whether what is offered is of any use: only a text without a translation takes it."""
        return unit.trust is not Trust.OFFERED or (unit.key, folded(unit.source)) in self.open

    def placed(self, units: Iterable[Returned]) -> list[tuple[polib.POEntry, list[Returned]]]:
        """The texts that came back, each with its message; what is a gone one's is kept with that."""
        found = placed(units, list(in_use(self.file)), self.gone)
        self.found.by_words += found.by_words
        self.found.unknown += found.unknown
        for first, group in found.again:
            others = {unit.form: unit for unit in first}
            for unit in group:
                other = others.get(unit.form)
                if other is not None and not same(other.target, unit.target):
                    self.found.twice.append((other, unit))
        came = {entry.msgctxt for entry, _ in found.active}
        for key, group in found.gone:
            if key in self.active and key not in came and self.is_other(key, group):
                # The text was rewritten meanwhile: its draft is of these very words.
                found.active.append((self.active[key], group))
                continue
            if words := [unit for unit in group if unit.is_translated]:
                self.keep_obsolete(key, words)
            # A remark on a text that was rewritten meanwhile is for who translates it as it is now.
            if entry := self.active.get(key) or self.gone.get((key, folded(group[0].source))):
                self.remark(entry, group)
            else:
                self.found.unknown += (unit.id for unit in group)
        return found.active

    def is_other(self, key: str, group: Sequence[Returned]) -> bool:
        """Whether a text that is no more has another translation now than the one that is kept of it."""
        words = forms_of(self.gone[key, folded(group[0].source)])
        return any(unit.is_translated and not same(unit.target, words.get(unit.form, "")) for unit in group)

    def take(self, entry: polib.POEntry, group: Sequence[Returned]) -> None:
        """Puts a text's forms into its entry, where they are to be there."""
        before = forms_of(entry)
        here = [unit for unit in group if unit.form in before]
        self.found.unknown += (unit.id for unit in group if unit.form not in before)
        if units := [replace(unit, target=shaped(unit.target, entry.msgid)) for unit in here if unit.is_translated]:
            self.translate(entry, units)
        self.remark(entry, here)

    def translate(self, entry: polib.POEntry, units: Sequence[Returned]) -> None:
        """Puts translations into their entry, where they are to be there."""
        before = forms_of(entry)
        sources = (unit.made_of or unit.source for unit in units)
        stale = next((source for source in sources if not same(source, entry.msgid)), None)
        changed = any(not same(unit.target, before[unit.form]) for unit in units)
        told, reviewed = f"{entry}", review(entry)
        if changed:
            self.differing(entry, units, stale)
        elif stale is None and not all(unit.untouched for unit in units):
            self.confirmed(entry, units)
        if f"{entry}" != told:
            self.other(entry.msgctxt)
        if reviewed and not review(entry):
            self.found.unreviewed.append(entry.msgctxt)

    def other(self, key: str) -> None:
        """Remembers that what the catalog says of this message is other than before."""
        if key in self.found.only_remarked:
            self.found.only_remarked.remove(key)
        if key not in self.found.changed:
            self.found.changed.append(key)

    def differing(self, entry: polib.POEntry, units: Sequence[Returned], stale: str | None) -> None:
        """Other words than the catalog has."""
        before, draft = forms_of(entry), self.is_draft(units)
        finished = all(before.values()) and not entry.fuzzy
        if any(before.values()) and self.setting_out.was_from(units, {unit.form: unit.target for unit in units}):
            # Nothing was changed there.
            return
        if stale is not None:
            if not draft or any(unit.made_of for unit in units):
                self.keep_obsolete(entry.msgctxt, [replace(unit, source=stale) for unit in units], told=False)
            if finished or (any(before.values()) and not same(entry.previous_msgid or "", stale)):
                self.keep(entry, units, "it was made from an older text")
                return
        elif finished and not self.setting_out.was_from(units, before) and not self.is_again(entry, units):
            known = self.setting_out.is_known(units)
            if draft or (known and not self.theirs):
                why = "what came back is a draft" if draft else _BOTH
                self.keep(entry, units, why)
                return
        self.replace(entry, units, draft=draft or stale is not None, stale=stale)

    def is_again(self, entry: polib.POEntry, units: Sequence[Returned]) -> bool:
        """Whether the words that the catalog has came from this very file, as it was before."""
        return not self.is_another and came_back(entry, units[0].span.path)

    def replace(self, entry: polib.POEntry, units: Sequence[Returned], *, draft: bool, stale: str | None) -> None:
        before, finished = forms_of(entry), not entry.fuzzy
        after = before | {unit.form: unit.target for unit in units}
        offered = any(unit.trust is Trust.OFFERED for unit in units)
        if offered:
            # A memory of other texts has one form where this one has several: it is a draft for each.
            after |= {form: units[-1].target for form, words in after.items() if not words}
        lost = [words for form, words in before.items() if words and not same(words, after[form])]
        if lost:
            self.found.replaced.append(Change(entry.msgctxt, *map(_shown, (before.values(), after.values()))))
            if finished:
                remark(entry, (f"{BEFORE}{words}" for words in lost))
        if entry.msgstr_plural:
            entry.msgstr_plural = after
        else:
            entry.msgstr = after[0]
        if not draft and not all(after.values()):
            draft = entry.fuzzy
        _mark(entry, fuzzy=draft)
        # What is changed now is a draft for the text as it is now.
        kept = entry.previous_msgid if draft and not any(before.values()) else None
        entry.previous_msgid = stale or kept
        remember(entry, None if draft else least(unit.review for unit in units))
        if self.setting_out.is_known(units) and not self.setting_out.was_from(units, after):
            remember_file(entry, units[0].span.path)
        if draft and stale is None:
            self.found.new += any(unit.trust is Trust.NEW for unit in units)
            self.found.left += any(unit.trust is Trust.LEFT for unit in units)
        self.found.offered += offered
        self.found.near += any(unit.made_of for unit in units)
        if len(after) > 1 and not offered and len({folded(words) for words in after.values()}) == 1:
            self.found.alike.append(entry.msgctxt)

    def confirmed(self, entry: polib.POEntry, units: Sequence[Returned]) -> None:
        """The same words: what is said of them counts, a doubt as well."""
        if not all(forms_of(entry).values()):
            return
        if any(unit.trust in (Trust.DRAFT, Trust.LEFT) for unit in units):
            if not entry.fuzzy:
                _mark(entry, fuzzy=True)
                remember(entry, None)
        elif entry.fuzzy and not self.is_draft(units) and not any(unit.trust is Trust.UNSAID for unit in units):
            _mark(entry, fuzzy=False)
            entry.previous_msgid = None
            self.found.finished += 1
        if not entry.fuzzy and (state := least(unit.review for unit in units)) and state != review(entry):
            remember(entry, state)

    def keep(self, entry: polib.POEntry, units: Sequence[Returned], why: str) -> None:
        before = forms_of(entry)
        after = before | {unit.form: unit.target for unit in units}
        self.found.kept.append(Change(entry.msgctxt, _shown(before.values()), _shown(after.values()), why))
        remark(entry, (f"{ALSO}{unit.target}" for unit in units if not same(unit.target, before[unit.form])))

    def keep_obsolete(self, key: str, units: Sequence[Returned], *, told: bool = True) -> None:
        """Keeps a translation of what is no text of the outline's now: it is there again when the text comes back."""
        source = units[0].source
        words = {unit.form: shaped(unit.target, source) for unit in units}
        entry = self.gone.get((key, folded(source)))
        if entry is not None and any(forms_of(entry).values()):
            before, was = forms_of(entry), f"{entry}"
            if other := [each for form, each in words.items() if not same(before.get(form, ""), each)]:
                remark(entry, (f"{ALSO}{each}" for each in other))
                change = Change(key, _shown(before.values()), _shown(words.values()), "the text is no longer in use")
                self.found.kept += [change] if told else []
            if f"{entry}" != was:
                self.other(key)
            return
        if entry is not None:
            self.file.remove(entry)
        remarks = entry.tcomment if entry is not None else ""
        entry = polib.POEntry(msgctxt=key, msgid=source, obsolete=True, tcomment=remarks)
        if len(words) > 1:
            entry.msgid_plural, entry.msgstr_plural = source, words
        else:
            entry.msgstr = next(iter(words.values()))
        _mark(entry, fuzzy=self.is_draft(units))
        self.file.append(entry)
        self.gone[key, folded(source)] = entry
        self.other(key)

    def remark(self, entry: polib.POEntry, units: Sequence[Returned]) -> None:
        """What people wrote in the tool comes along; what every export says does not, nor what stood in this one."""
        told, known = f"{entry}", notes_of(entry)
        for unit in units:
            for each in map(of_people, unit.remarks):
                if each and not stands_in(each, remarks_of(entry)):
                    lines = (line for line in each.split("\n") if fingerprint(line) not in unit.known)
                    remark(
                        entry,
                        (line for line in lines if not stands_in(line, known) and not line.startswith(_FORM)),
                    )
        if f"{entry}" != told:
            first = entry.msgctxt not in self.found.changed
            self.other(entry.msgctxt)
            self.found.only_remarked += [entry.msgctxt] if first else []

    def is_draft(self, units: Sequence[Returned]) -> bool:
        doubted = {Trust.DRAFT, Trust.OFFERED} | (set() if self.accept_new else {Trust.NEW, Trust.LEFT})
        return any(unit.trust in doubted for unit in units)


def _mark(entry: polib.POEntry, *, fuzzy: bool) -> None:
    entry.flags = [*(["fuzzy"] if fuzzy else []), *(flag for flag in entry.flags if flag != "fuzzy")]


def _shown(forms: Iterable[str]) -> str:
    return " / ".join(forms)
