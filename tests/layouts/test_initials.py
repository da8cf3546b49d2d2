"""The initials of people without a portrait."""

from __future__ import annotations

import pytest

from deck.layouts.marks.portrait import initials


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("[Åñå Ɓö]", "ÅƁ"),
        ("Ana Bo (Team Lead)", "AB"),
        ("陈美玲（护士长）", "陈"),
        ("Jane Colombini", "JC"),
        ("Dr. Jürgen Müller", "JM"),
        ("Prof. Dr. Eva Klein", "EK"),
        ("Prof. Dr. h. c. Eva Klein", "EK"),
        ("Dr Eva Klein", "EK"),
        ("Dipl.-Ing. Eva Klein", "EK"),
        ("Eva Klein, PhD", "EK"),
        ("Martin Luther King Jr.", "MK"),
        ("Fatima al-Fihri", "FF"),
        ("Gustav-Adolf von und zu Guttenberg-Hohenlohe", "GG"),
        ("von Storch", "S"),
        ("Brian O’Neill", "BO"),
        ("H. C. Andersen", "HA"),
        ("H.E. Mrs. Amina J. Mohammed", "AM"),
        ("Hon. Amina Mohammed (TBC)", "AM"),
        ("He Jiankui", "HJ"),
        ("Alan Turing, OBE", "AT"),
        ("Alan Turing, MSc, O.B.E., PhD", "AT"),
        ("O’Neill, Pat", "OP"),
        ("TURING, ALAN", "TA"),
        ("Col Needham", "CN"),
        ("(TBC)", "T"),
        ("Th. Mann", "TM"),
        ("M.", "M"),
        ("Dr.", "D"),
        ("bell hooks", "bh"),
        ("д-р Иван Петров", "ИП"),
        ("李伟", "李"),
        ("أحمد حسن", "أ\N{ZERO WIDTH NON-JOINER}ح"),
        ("د. أحمد حسن", "أ\N{ZERO WIDTH NON-JOINER}ح"),
        ("7 of 9", "o"),
    ],
)
def test_initials_are_those_of_the_name_itself(name: str, letters: str) -> None:
    assert initials(name) == letters
