"""What a translation copies: addresses, telephone numbers, times, ranges, small numbers, years."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.languages.copied import addresses_lost
from tests.languages.catalogs import entry, translated

MESSAGE = "slide-1.statement"


def told(tmp_path: Path, language: str, source: str, form: str) -> list[str]:
    slide = f"layout: statement\ntitle: Hello\nstatement: {source!r}"
    title = entry("slide-1.title", "Hello", "Bonjour")
    built = translated(tmp_path, slide, title, entry(MESSAGE, source, form), language=language)
    return [finding.code for finding in built.diagnostics if f"`{MESSAGE}`" in finding.message]


@pytest.mark.parametrize(
    ("source", "form"),
    [
        ("Call 1-800-555-0199 at once", "Rufen Sie sofort 1-800-555-0198 an"),
        ("Call 1-800-555-0199 at once", "Rufen Sie sofort an"),
        ("At 10:30 sharp", "Pünktlich um 10:45"),
        ("At 10:30 sharp", "Pünktlich um 11:30"),
        ("At 2:30 p.m. sharp", "Pünktlich um 15:30"),
        ("From 10:30–16:00", "Von 10.30 bis 17 Uhr"),
        ("1 million people in 37 countries", "3 Millionen Menschen in 37 Ländern"),
        ("1.5 million people", "Eine Million Menschen"),
        ("The plan for 2019–2021", "Der Plan für 2019–2022"),
        ("Some 10–20 million people", "Etwa 10 bis 21 Millionen Menschen"),
        ("A mother of 4", "Eine Mutter von 5"),
        ("It costs €500 a year", "Es kostet 500 $ im Jahr"),
        ("From 9 am to 5 pm", "Von 8 bis 17 Uhr"),
        ("About 7 in 9 children", "Etwa 7 von 8 Kindern"),
    ],
)
def test_changed_figures_are_told_once(tmp_path: Path, source: str, form: str) -> None:
    assert told(tmp_path, "de", source, form) == ["figure-lost"]


@pytest.mark.parametrize(
    ("language", "source", "form"),
    [
        ("de", "Call 1-800-555-0199 at once", "Rufen Sie sofort 1 800 555 0199 an"),
        ("ar", "Call 1-800-555-0199", "اتصلوا بالرقم ١-٨٠٠-٥٥٥-٠١٩٩"),
        ("de", "At 10:30 sharp", "Pünktlich um halb elf"),
        ("de", "At 10:30 and 14:20", "Um halb elf und um 14.20 Uhr"),
        ("de", "At 17:30 on day 2", "Am 2. Tag um halb 6"),
        ("ja", "At 17:30", "午後5時半"),
        ("sw", "At 7 am and 14:30", "Saa 1 asubuhi na saa 8:30 mchana"),
        ("fr", "In the 1990s", "Dans les années 90"),
        ("ar", "Target 8.7 of 17 goals", "الغاية 8-7 من 17 هدفا"),
        ("ar", "1.5 million people of 37 million", "مليون ونصف المليون شخص من 37 مليونا"),
        ("ar", "2 million people", "مليونا شخص"),
        ("es", "1.5 million people", "Un millón y medio de personas"),
        ("de", "One million people in 37 countries", "1 Million Menschen in 37 Ländern"),
        ("ko", "356 million people", "3억 5,600만 명"),
        ("ja", "12,500 people", "1万2500人"),
        ("zh", "2,500 of 137.6 million", "1亿3760万中的2千5百"),
        ("hi", "137.6 million people", "13 करोड़ 76 लाख लोग"),
        ("tr", "137.6 million people", "137 milyon 600 bin kişi"),
        ("ru", "137.6 million people", "137 млн 600 тыс. человек"),
        ("ar", "137.6 million people", "137 مليون و600 ألف شخص"),
        ("de", "Of 2 million 37% came", "Von 2 Millionen kamen 37 %"),
        ("zh", "Between 10 and 20 million people", "1000万至2000万人"),
        ("de", "At 22:30 and 4:30 pm", "Um 10.30 Uhr abends und 16.30 Uhr"),
        ("de", "From 10:30–16:00", "Von 10.30 bis 16 Uhr"),
        ("zh", "From 12:30–13:15", "12时30分至13时15分"),
        ("de", "In 2024/25 and 2021–2022", "In 2024–2025 und 2021/22"),
        ("de", "On 12/05/2026 and 2026-05-31", "Am 12. Mai 2026 und am 31. Mai"),
        ("de", "From 9 am to 5 pm", "Von 9 bis 17 Uhr"),
        ("de", "From 2 to 4 p.m.", "Von 14 bis 16 Uhr"),
        ("fr", "2–4 p.m.", "14 h – 16 h"),
        ("en-GB", "At 14 h, with 300 people", "At 2 p.m., with 300 people"),
        ("de", "Help 24/7", "Hilfe rund um die Uhr"),
        ("de", "A map of 1:1,000", "Eine Karte von 1:1000"),
        ("de", "Some 10–20 million people", "Etwa 10 bis 20 Millionen Menschen"),
        ("zh", "27.6–30.2 million people", "2760万–3020万人"),
        ("hi", "15–25 million people", "1.5–2.5 करोड़ लोग"),
        ("de", "A mother of 4", "Eine Mutter von vier Kindern"),
        ("zh", "1 meeting in May 2026", "2026年5月的一次会议"),
        ("vi", "1 meeting in May 2026", "Một cuộc họp vào tháng 5 năm 2026"),
        ("th", "By 2025, and 2021–2024", "ภายในปี 2568 และ 2564–2567"),
        ("fa", "By 2025", "تا سال ۱۴۰۴"),
        ("fa", "37 countries by 23 June 2024", "۳۷ کشور تا ۲ تیر ۱۴۰۳"),
        ("ne", "On 2024-06-12", "२०८१ असार ३०"),
        ("zh", "100 million people of 200 places", "来自两百个地方的一亿人"),
        ("fr", "100 people", "Cent personnes"),
        ("ar", "200 people of 37 countries", "مئتا شخص من 37 دولة"),
        ("ja", "By 2025, and 2021–2024", "令和7年まで、令和3年から6年"),
        ("zh-TW", "By 2025", "民國114年之前"),
        ("ne", "By 2025", "२०८२ सम्म"),
    ],
)
def test_figures_in_another_dress_are_the_same(tmp_path: Path, language: str, source: str, form: str) -> None:
    assert not [code for code in told(tmp_path, language, source, form) if code.startswith("figure")]


def test_a_year_of_another_era_is_reckoned(tmp_path: Path) -> None:
    assert told(tmp_path, "th", "By 2025", "ภายในปี 2569") == ["figure-lost"]
    assert told(tmp_path, "de", "By 2025", "Bis 2568") == ["figure-lost"]


@pytest.mark.parametrize(
    ("source", "form", "lost"),
    [
        ("Write to info@example.org today", "Schreiben Sie heute an infos@example.org", 1),
        ("See www.example.org/manual.", "Siehe www.example.org/handbuch.", 1),
        ("Go to https://example.org/a now", "Gehen Sie jetzt zu https://example.org/b", 1),
        ("Write to info@example.org.", "Schreiben Sie: Info@example.org!", 0),
        ("The law (https://example.org/a_b).", "Das Gesetz: https://example.org/a_b", 0),
        ("See www.example.org/2024-25", "Siehe www.example.org/2024-25", 0),
    ],
)
def test_addresses_are_copied(tmp_path: Path, source: str, form: str, lost: int) -> None:
    assert told(tmp_path, "de", source, form) == ["address-lost"] * lost


@pytest.mark.parametrize(
    "source",
    [
        "詳しくはwww.example.orgをご覧ください",
        "انظر www.example.org، ثم",
        "请看www.example.org；然后",
        "www.example.org에서",
    ],
)
def test_what_other_scripts_write_right_beside_an_address_is_none_of_it(source: str) -> None:
    assert addresses_lost(source, "See www.example.org") == []
    assert addresses_lost(source, "See www.example.com") == ["www.example.org"]


@pytest.mark.parametrize(
    ("form", "codes_told"),
    [
        ("خط الطوارئ لـ37 عيادة", []),
        ("أهداف الـ 37 دولة", []),
        ("37 هـ", []),
        ("مرحبـــا 37", ["tatweel"]),
        ("ـمرحبا 37", ["tatweel"]),
    ],
)
def test_a_tatweel_before_other_signs_stretches_nothing(tmp_path: Path, form: str, codes_told: list[str]) -> None:
    assert told(tmp_path, "ar", "The 37 of us", form) == codes_told
