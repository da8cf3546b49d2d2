"""Plural forms that came back, counted by their file's rule → those of the catalog's, by the numbers that take them.

CLDR has three forms for French where gettext has two, and some tools have Arabic's six as four: an index does not say
which is which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from deck.ground.diagnostics import Diagnostic, Severity
from deck.interchange.placing import grouped
from deck.interchange.returned import File, Returned, folded
from deck.languages.entries import SURPLUS
from deck.languages.plurals import SAMPLES, PluralRule

_SHOWN = 3
"""How many forms that nothing takes are quoted."""


def renumbered(file: File, rule: PluralRule) -> File:
    """The file with its forms by the catalog's `rule`, and told which have no place there.

    Forms whose rule the file does not say are those of the catalog if there are as many; else nobody knows what they
    are for, and they are left out.
    """
    if file.plurals == rule or not any(unit.is_counted for unit in (*file.units, *file.obsolete)):
        return file
    if file.plurals is None:
        return _by_index(file, rule)
    sources = _sources(file.plurals, rule)
    units, surplus = _by(sources, file.units)
    obsolete, _ = _by(sources, file.obsolete)
    findings = (*file.findings, *_told(surplus, file.plurals))
    return replace(file, units=tuple(units), obsolete=tuple(obsolete), findings=findings)


def _by_index(file: File, rule: PluralRule) -> File:
    """The file without the texts that have more forms than the catalog, or fewer."""
    unclear = [
        group
        for group in grouped(file.units)
        if group[0].is_counted and {unit.form for unit in group} != set(range(rule.count))
    ]
    if not unclear:
        return file
    left_out = {id(unit) for group in unclear for unit in group}
    first = unclear[0][0]
    what = f"the file does not say which of its plural forms is for which numbers, and the catalog has {rule.count}"
    what += f": {len(unclear)} of its texts, such as `{first.key}`, are left out"
    hint = f"write the file’s own rule into its header, as the catalog has Plural-Forms: {rule.header}"
    finding = Diagnostic("plural-forms", what, first.span, hint)
    units = tuple(unit for unit in file.units if id(unit) not in left_out)
    return replace(file, units=units, findings=(*file.findings, finding))


def _sources(theirs: PluralRule, ours: PluralRule) -> Mapping[int, int]:
    """For each of our forms, that of theirs which is for the same numbers, or for most of them and few others."""
    numbers = [{number for number in SAMPLES if ours.form(number) == form} for form in range(ours.count)]
    others = [{number for number in SAMPLES if theirs.form(number) == form} for form in range(theirs.count)]

    def likeness(form: int, other: int) -> float:
        return len(numbers[form] & others[other]) / (len(numbers[form] | others[other]) or 1)

    return {form: max(range(theirs.count), key=lambda other: likeness(form, other)) for form in range(ours.count)}


def _by(sources: Mapping[int, int], units: Iterable[Returned]) -> tuple[list[Returned], list[Returned]]:
    """The units in our forms, and those that are none's; the words of these go into the text's comment."""
    found: list[Returned] = []
    surplus: list[Returned] = []
    for group in grouped(units):
        counted = {unit.form: unit for unit in group if unit.is_counted}
        found += (unit for unit in group if not unit.is_counted)
        ours = [replace(counted[other], form=form) for form, other in sources.items() if other in counted]
        words = {folded(unit.target) for unit in ours}
        left = [unit for form, unit in counted.items() if form not in sources.values() and unit.is_translated]
        left = [unit for unit in left if folded(unit.target) not in words]
        if ours and left:
            remarks = (*ours[0].remarks, *(f"{SURPLUS}{folded(unit.target)}" for unit in left))
            ours[0] = replace(ours[0], remarks=remarks)
        found += ours
        surplus += left
    return found, surplus


def _told(surplus: Sequence[Returned], theirs: PluralRule) -> Iterator[Diagnostic]:
    if surplus:
        named = (
            f"`{unit.key}`, for {theirs.examples(unit.form)}: “{folded(unit.target)}”" for unit in surplus[:_SHOWN]
        )
        what = f"the catalog has no form of its own for what the file says of some numbers: {'; '.join(named)}"
        what += f"; and {len(surplus) - _SHOWN} more" if len(surplus) > _SHOWN else ""
        hint = "it stands in the text’s comment; the forms for other numbers are taken in"
        yield Diagnostic("plural-forms", what, surplus[0].span, hint, Severity.WARNING)
