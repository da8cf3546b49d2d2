"""Plural forms in the outline's own language: its words are for most numbers, and a catalog says what is for few."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from deck.languages.catalog import Entry
from deck.languages.messages import Message
from deck.languages.plurals import PluralRule


def form_of_many(rule: PluralRule) -> int:
    """The form that most numbers take."""
    return max(range(rule.count), key=lambda form: len(rule.numbers(form)))


def for_number(message: Message, entry: Entry, rule: PluralRule, number: Decimal | str | None) -> tuple[Entry, bool]:
    """The entry as it serves this number, and whether it is to be told if it does not serve.

    What is empty for other numbers says nothing of this one, and the outline's words are right for many.
    """
    try:
        form = rule.form(abs(int(number or 0)))
    except ValueError:
        return entry, True
    if len(entry.forms) != rule.count:
        return entry, True
    is_begun, is_of_many = any(each.strip() for each in entry.forms), form == form_of_many(rule)
    if is_begun and (is_of_many or entry.forms[form].strip()):
        entry = replace(entry, forms=tuple(each if each.strip() else message.text for each in entry.forms))
    return entry, is_begun and not is_of_many
