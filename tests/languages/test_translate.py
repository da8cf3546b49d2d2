"""A catalog's translations in the deck; and its mistakes at their lines, never in the deck."""

from __future__ import annotations

import contextlib
import os
import re
import subprocess
from pathlib import Path

import polib
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deck.ground.diagnostics import DeckError, Severity, Span, has_errors
from deck.languages.catalog import read_catalog
from deck.languages.plurals import PluralRule, usual_rule
from deck.languages.po_file import read_po
from deck.model.language import Language
from deck.pipeline.build import Built, lay_out
from deck.pipeline.judging import judged
from deck.pipeline.places import default_outline
from deck.pipeline.reading import languages
from tests.languages.catalogs import HEADER, RULES, complete, entry, translated, write_catalog
from tests.outlines import texts, write_outline
from tests.tools import required

SLIDE = "layout: statement\ntitle: Hello\nstatement: '**Bold** words and a [link](https://example.org)'"
WORDS = "**Bold** words and a [link](https://example.org)"
TITLE = entry("slide-1.title", "Hello", "Bonjour")
GOOD = entry("slide-1.statement", WORDS, "Des mots **gras** et un [lien](https://example.org)")
COUNTED = "layout: statement\ntitle: '{partners} partners'\nstatement: Hello"


def shown(built: Built) -> list[str]:
    """Each paragraph; spaces that only keep a last line from being one word are the typesetter's."""
    return [paragraph.plain.replace("\xa0", " ") for _, _, text in texts(built.deck) for paragraph in text.paragraphs]


def codes(built: Built) -> list[str]:
    return [finding.code for finding in built.diagnostics]


def test_everything_is_in_the_language_of_the_catalog(tmp_path: Path) -> None:
    slide = """
        layout: statistics
        title: Hello
        notes: Say it.
        figures:
          - {id: a, value: 5_000_000, label: people, source: estimates}
          - {id: b, value: ≈ 49 of them, label: others}
    """
    built = translated(
        tmp_path,
        slide,
        TITLE,
        entry("slide-1.notes", "Say it.", "Dites-le.\\n\\nDeux fois."),
        entry("slide-1.figures.a.label", "people", "personnes"),
        entry("slide-1.figures.b.value", "≈ 49 of them", "≈ 49 d’entre eux"),
        entry("slide-1.figures.b.label", "others", "d’autres"),
        entry("words.source", "Source: {source}", "D’après {source}."),
    )
    assert built.diagnostics == ()
    assert shown(built)[:6] == [
        "Bonjour",
        "5 millions",
        "personnes",
        "D’après OIT, Estimations, 2022.",
        "≈ 49 d’entre eux",
        "d’autres",
    ]
    (tree,) = built.deck.slides
    assert [paragraph.plain for paragraph in tree.notes] == ["Dites-le.", "Deux fois."]
    assert (built.deck.title, built.deck.language.tag, built.deck.sections[0].title) == ("Un essai", "fr", "Seul")


def test_bold_words_and_links_are_as_the_translator_set_them(tmp_path: Path) -> None:
    built = translated(tmp_path, SLIDE, TITLE, GOOD)
    (runs,) = [p.runs for _, _, text in texts(built.deck) for p in text.paragraphs if "gras" in p.plain]
    assert [(run.text.replace("\xa0", " "), run.bold, run.link) for run in runs][1:] == [
        ("gras", True, None),
        (" et un ", False, None),
        ("lien", False, "https://example.org"),
    ]


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("", "is not in the catalog"),
        (entry("slide-1.title", "Hello", ""), "is not translated"),
        (entry("slide-1.title", "Hello", "Bonjour", flags="fuzzy"), "marked fuzzy"),
        (entry("slide-1.title", "Good morning", "Bonjour"), "has changed in the outline"),
    ],
)
def test_what_is_not_translated_stays_and_is_reported(title: str, reason: str, tmp_path: Path) -> None:
    built = translated(tmp_path, SLIDE, GOOD, title)
    assert shown(built)[0] == "Hello"
    (finding,) = built.diagnostics
    assert (finding.code, finding.severity) == ("untranslated", Severity.WARNING)
    assert reason in finding.message
    assert finding.span
    line = Path(finding.span.path).read_text(encoding="utf-8").split("\n")[finding.span.line - 1]
    assert line.startswith("msgstr" if title else "msgid")


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Des mots **gras et un [lien](https://example.org)", "open-markup"),
        ("Des mots **gras** et un lien", "link-lost"),
        ("Des mots **gras** et un [lien](https://example.com)", "link-lost"),
        ("[Des](https://evil.example/) **mots** et un [lien](https://example.org)", "link-added"),
        ("Des mots **gras** et un [lien](nowhere) [lien](https://example.org)", "link"),
        ("**Des** {mots} et un [lien](https://example.org)", "placeholder"),
        ("**Des** mots et\\n\\nun [lien](https://example.org)", "paragraphs"),
        ("**Des** \N{RIGHT-TO-LEFT OVERRIDE}mots et un [lien](https://example.org)", "bidi-control"),
        ("**Des** \\bmots et un [lien](https://example.org)", "control-character"),
    ],
)
def test_a_broken_translation_is_an_error_at_its_line(form: str, code: str, tmp_path: Path) -> None:
    built = translated(tmp_path, SLIDE, TITLE, entry("slide-1.statement", WORDS, form))
    (finding,) = built.diagnostics
    assert (finding.code, finding.severity) == (code, Severity.ERROR)
    assert finding.span
    line = Path(finding.span.path).read_text(encoding="utf-8").split("\n")[finding.span.line - 1]
    assert line.startswith('msgstr "')
    assert "Bold words and a link" in shown(built)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=st.text(st.sampled_from("ab *[](){}é\u202e\u2066\x07\u0640") | st.characters(codec="utf-8"), min_size=1))
def test_whatever_a_translation_says_it_is_shown_whole_or_not_at_all(form: str, tmp_path: Path) -> None:
    escaped = polib.escape(form.replace("\r", " "))
    with contextlib.suppress(DeckError):
        built = translated(tmp_path, SLIDE, TITLE, entry("slide-1.statement", WORDS, escaped))
        wrong = [one for one in built.diagnostics if one.code not in {"untranslated", "text-overflow"}]
        words = "".join(shown(built))
        assert not any("\u202a" <= char <= "\u202e" or "\u2066" <= char <= "\u2069" for char in words)
        assert not any(char < " " and char not in "\n\v" for char in words)
        if has_errors(wrong):
            assert "Bold words and a link" in shown(built)


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("Des mots gras et un [lien](https://example.org)", "bold-lost"),
        ("**Des** \N{ARABIC TATWEEL}mots et un [lien](https://example.org)", "tatweel"),
        ("**De\N{COMBINING ACUTE ACCENT}s** mots et un [lien](https://example.org)", "not-composed"),
    ],
)
def test_a_doubtful_translation_is_shown_with_a_warning(form: str, code: str, tmp_path: Path) -> None:
    built = translated(tmp_path, SLIDE, TITLE, entry("slide-1.statement", WORDS, form))
    (finding,) = built.diagnostics
    assert (finding.code, finding.severity) == (code, Severity.WARNING)
    assert "Bold words and a link" not in shown(built)


@pytest.mark.parametrize(
    ("language", "form", "lost"),
    [
        ("fr", "En 2025, 1 234 sur 49,6 millions en trois lieux", 0),
        ("ar", "في ٢٠٢٥ كان ١٬٢٣٤ من ٤٩٫٦ مليون", 0),
        ("zh", "到2025年，4960万中有1234个", 0),
        ("ru", "К 2025 году 1234 из 49,6 млн", 0),
        ("fr", "En 2052, 1 234 sur 49,6 millions", 1),
        ("fr", "En 2025, 1 234 sur 49,6", 1),
        ("fr", "En 2025, 1 243 sur 46,9 milliards", 2),
        ("fr", "En 20250", 3),
        ("fr", "En 2025, 1 234 sur 49,6 millions en trois lieux, et 13", -1),
    ],
)
def test_numbers_are_kept_in_whichever_digits(language: str, form: str, lost: int, tmp_path: Path) -> None:
    source = "By 2025, 1,234 of 49.6 million in 3 places"
    slide = f"layout: statement\ntitle: Hello\nstatement: {source}"
    built = translated(tmp_path, slide, TITLE, entry("slide-1.statement", source, form), language=language)
    assert codes(built) == (["figure-lost"] * lost if lost >= 0 else ["figure-added"])


@pytest.mark.parametrize(
    ("language", "form", "lost"),
    [
        ("tr", "Yaklaşık 50 milyon kişi, 37 ülke", 0),
        ("fa", "حدود ۵۰ میلیون نفر، ۳۷ کشور", 0),
        ("ko", "약 5000만 명, 37개국", 0),
        ("vi", "Khoảng 50 triệu người, 37 quốc gia", 0),
        ("hi", "लगभग 5 करोड़ लोग, 37 देश", 0),
        ("hi", "लगभग 5,00,00,000 लोग, 37 देश", 0),
        ("id", "Sekitar 50 juta orang, 37 negara", 0),
        ("sw", "Watu milioni 50 hivi, nchi 37", 0),
        ("pl", "Około 50 mln osób, 37 krajów", 0),
        ("uk", "Близько 50 мільйонів людей, 37 країн", 0),
        ("bg", "Около 50 милиона души, 37 държави", 0),
        ("el", "Περίπου 50 εκατομμύρια άνθρωποι, 37 χώρες", 0),
        ("he", "כ-50 מיליון בני אדם, 37 מדינות", 0),
        ("hu", "Mintegy 50 millió ember, 37-ből", 0),
        ("de", "Rund 50 Millionen Menschen, 37-Länder-Liste", 0),
        ("fr", "Quelque 50 millions de personnes, 30–37 pays", 0),
        ("tr", "Yaklaşık 50 milyon kişi, 38 ülke", 1),
        ("pl", "Około 60 mln osób, 37 krajów", 1),
        ("fr", "Quelque 5 millions de personnes, 37 pays", 1),
    ],
)
def test_numbers_are_kept_in_whichever_words(language: str, form: str, lost: int, tmp_path: Path) -> None:
    source = "Some 50 million people, 37 countries"
    slide = f"layout: statement\ntitle: Hello\nstatement: {source}"
    built = translated(tmp_path, slide, TITLE, entry("slide-1.statement", source, form), language=language)
    assert [one for one in codes(built) if one.startswith("figure")] == ["figure-lost"] * lost


@pytest.mark.parametrize(
    ("language", "source", "form", "added"),
    [
        ("de", "Open doors for everyone", "1.500 Türen stehen offen", ["1.500"]),
        ("de", "Open doors for everyone", "37 Türen stehen offen", ["37"]),
        ("fa", "Open doors for everyone", "۱٬۵۰۰ در باز", ["۱٬۵۰۰"]),
        ("fr", "Partners from everywhere", "Des partenaires de 193 pays", ["193"]),
        ("de", "One thousand five hundred doors", "1.500 Türen", []),
        ("de", "Hundreds of doors, and a great many more", "1.500 Türen", []),
        ("de", "Under the reign of Louis XIV", "Unter Ludwig dem 14., um 1.700", []),
        ("de", "Open doors in ten places", "10 offene Türen, in 12 Orten", []),
        ("fr", "Half of all children, day and night", "50 % des enfants, 24 heures sur 24", []),
        ("es", "The Agenda for Sustainable Development", "La Agenda 2030", []),
    ],
)
def test_a_number_from_nowhere_is_told(language: str, source: str, form: str, added: list[str], tmp_path: Path) -> None:
    slide = f'layout: statement\ntitle: Hello\nstatement: "{source}"'
    built = translated(tmp_path, slide, TITLE, entry("slide-1.statement", source, form), language=language)
    told = [one.message for one in built.diagnostics if one.code == "figure-added"]
    assert told == [
        f"`slide-1.statement`: {number} stands in the translation, and not in the source" for number in added
    ]


def test_of_a_language_whose_words_for_numbers_are_not_known_nothing_is_told(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, "layout: statement\ntitle: Hello\nstatement: Otwarte drzwi", language="pl")
    entries = [*complete(), TITLE, entry("slide-1.statement", "Otwarte drzwi", "1,500 doors")]
    write_catalog(tmp_path, *entries, language="en")
    assert "figure-added" not in codes(lay_out(outline, "en"))


@pytest.mark.parametrize(
    ("language", "form", "code"),
    [
        ("fr", "2,4 millions de dollars", None),
        ("fr", "24 millions de dollars", "figure-changed"),
        ("pl", "24,5 mln dolarów", "figure-changed"),
        ("hi", "24 लाख डॉलर", None),
        ("de", "2,4 Millionen $", None),
        ("de", "2,4 Millionen US-Dollar", None),
        ("ja", "＄240万", None),
        ("de", "2,4 Millionen €", "figure-changed"),
        ("ko", "2백 40만 달러", None),
        ("tr", "2 milyon 400 bin dolar", None),
        ("tr", "2 milyon 500 bin dolar", "figure-changed"),
        ("fr", "deux millions quatre cent mille dollars", "figure-lost"),
    ],
)
def test_a_figure_alone_that_is_another_stops_a_release(
    language: str, form: str, code: str | None, tmp_path: Path
) -> None:
    figure = "US$ 2.4 million"
    outline = write_outline(tmp_path, 'layout: statement\ntitle: Hello\nstatement: "It costs {cost}"')
    text = outline.read_text(encoding="utf-8").replace("facts:\n", f"facts:\n  cost: {figure}\n")
    outline.write_text(text, encoding="utf-8")
    entries = [entry("facts.cost", figure, form), entry("slide-1.statement", "It costs {cost}", "{cost} !")]
    write_catalog(tmp_path, *complete(), TITLE, *entries, language=language)
    found = [one for one in lay_out(outline, language).diagnostics if one.code.startswith("figure")]
    assert [one.code for one in found] == ([code] if code else [])
    assert has_errors(judged(found, release=True)) == (code == "figure-changed")


def test_a_number_takes_the_form_of_the_catalogs_own_rule(tmp_path: Path) -> None:
    forms = entry("slide-1.title", "{partners} partners", "{partners} партнер", "{partners} партнера", "{partners} п.")
    built = translated(tmp_path, COUNTED, forms, entry("slide-1.statement", "Hello", "Привет"), language="ru")
    assert shown(built)[0] == "400 п."
    turned = "nplurals=3; plural=(n==400 ? 0 : 1);"
    built = translated(
        tmp_path, COUNTED, forms, entry("slide-1.statement", "Hello", "Привет"), language="ru", rule=turned
    )
    assert shown(built)[0] == "400 партнер"


@pytest.mark.parametrize(
    ("language", "count", "title"),
    [
        *[("en", 1, "1 country"), ("en", 2, "2 countries"), ("en", 5, "5 countries")],
        *[("en", 11, "11 countries"), ("en", 21, "21 countries"), ("en", 37, "37 countries")],
        *[("ru", 1, "1 страна"), ("ru", 2, "2 страны"), ("ru", 5, "5 стран")],
        *[("ru", 11, "11 стран"), ("ru", 21, "21 страна"), ("ru", 37, "37 стран")],
        *[("ar", 1, "بلد واحد"), ("ar", 2, "بلدان"), ("ar", 5, "5 بلدان")],
        *[("ar", 11, "11 بلداً"), ("ar", 21, "21 بلداً"), ("ar", 37, "37 بلداً")],
        *[("fr", 1, "1 pays pionnier"), ("fr", 2, "2 pays pionniers"), ("zh", 1, "1个国家"), ("zh", 37, "37个国家")],
    ],
)
def test_a_heading_counts_a_list(language: str, count: int, title: str, tmp_path: Path) -> None:
    slide = "layout: columns\ntitle: '{all.count} countries'\nitems: {list: all}"
    outline = write_outline(tmp_path, slide)
    text = outline.read_text(encoding="utf-8").replace("facts:", "lists:\n  all: {table: all.csv}\nfacts:")
    outline.write_text(text, encoding="utf-8")
    (tmp_path / "all.csv").write_text("name\n" + "\n".join(map(str, range(count))), encoding="utf-8")
    forms = {
        "en": ("{all.count} country", "{all.count} countries"),
        "ru": ("{all.count} страна", "{all.count} страны", "{all.count} стран"),
        "fr": ("{all.count} pays pionnier", "{all.count} pays pionniers"),
        "zh": ("{all.count}个国家",),
        "ar": ("{all.count} بلد", "بلد واحد", "بلدان", "{all.count} بلدان", "{all.count} بلداً", "{all.count} بلد"),
    }[language]
    heading = entry("slide-1.title", "{all.count} countries", *forms, plural=True)
    write_catalog(tmp_path, *(complete() if language != "en" else ()), heading, language=language)
    built = lay_out(outline, language)
    assert built.deck.slides[0].title.removesuffix("\N{NO-BREAK SPACE}(1/2)") == title
    assert codes(built) == []


@pytest.mark.parametrize(
    ("forms", "code"),
    [
        (("{partners} а", "{partners} б"), "plural-forms"),
        (("{partners} а", "", "{partners} в"), "untranslated"),
        (("{partners} а", "б", "{partners} в"), "placeholder"),
    ],
)
def test_plural_forms_that_are_incomplete(forms: tuple[str, ...], code: str, tmp_path: Path) -> None:
    built = translated(
        tmp_path,
        COUNTED,
        entry("slide-1.title", "{partners} partners", *forms),
        entry("slide-1.statement", "Hello", "Привет"),
        language="ru",
    )
    (finding,) = built.diagnostics
    assert finding.code == code
    assert finding.span
    line = Path(finding.span.path).read_text(encoding="utf-8").split("\n")[finding.span.line - 1]
    assert line.startswith("msgstr[1]" if code == "placeholder" else "msgstr[0]")


@pytest.mark.parametrize(
    "rule", ["nonsense", "nplurals=2; plural=n/0;", "nplurals=2; plural=n;", "nplurals=2; plural=(;"]
)
def test_a_rule_that_is_none(rule: str, tmp_path: Path) -> None:
    built = translated(tmp_path, SLIDE, TITLE, GOOD, rule=rule)
    (finding,) = built.diagnostics
    assert (finding.code, finding.span and finding.span.line) == ("plural-rule", 4)


def test_usual_rules_are_those_of_the_languages() -> None:
    assert [usual_rule(Language("ar")).form(number) for number in (0, 1, 2, 3, 11, 37, 100)] == [0, 1, 2, 3, 4, 4, 5]
    assert [usual_rule(Language("ru")).form(number) for number in (1, 2, 5, 11, 21, 37)] == [0, 1, 2, 2, 0, 2]
    assert usual_rule(Language("zh")).count == 1
    assert PluralRule.parse(RULES["fr"]).numbers(0) == [0, 1]


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        (b"", "file-empty", 1),
        (b'msgid ""\nmsgstr ""\n\nmsgid "a" b"\nmsgstr "c"\n', "po-syntax", 4),
        (b'msgid ""\nmsgstr ""\n\nnonsense\n', "po-syntax", 4),
        (b'msgid ""\nmsgstr ""\n\nmsgid "a"\nmsgstr "\\w"\n', "po-syntax", 5),
        ('msgid ""\nmsgstr ""\n\nmsgid "é"\n'.encode("latin-1"), "file-encoding", 4),
        (b'msgid ""\nmsgstr "Content-Type: text/plain; charset=KOI-9\\n"\n\nmsgid "\xe9"\n', "file-encoding", 4),
    ],
)
def test_a_file_that_is_no_catalog(data: bytes, code: str, line: int, tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    write_catalog(tmp_path).write_bytes(data)
    with pytest.raises(DeckError) as caught:
        lay_out(outline, "fr")
    (finding,) = caught.value.diagnostics
    assert finding.code == code
    assert finding.span
    assert finding.span.line == line


_GOOD = HEADER.format(rule=RULES["fr"]) + TITLE


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_in_the_file_ends_in_diagnostics(data: st.DataObject, tmp_path: Path) -> None:
    at = data.draw(st.integers(0, len(_GOOD)))
    cut = data.draw(st.integers(at, len(_GOOD)))
    pieces = [
        '"',
        "\\",
        "\n",
        "msgstr[9]",
        'msgstr[x] "a"',
        "#~ ",
        "#| msgid",
        "msgctxt",
        "\x00",
        "\u2028",
        'msgid_plural "a"',
    ]
    stuff = data.draw(st.one_of(st.text(), st.lists(st.sampled_from(pieces)).map("".join)))
    path = tmp_path / "fr.po"
    path.write_bytes((_GOOD[:at] + stuff + _GOOD[cut:]).encode("utf-8", "surrogatepass"))
    with contextlib.suppress(DeckError):
        read_catalog(path, Language("fr"))


_WHOLE = (
    '# Somebody "else"\n'
    + HEADER.format(rule=RULES["fr"])
    + '\n#. A "note"\n#| msgid "old"\nmsgctxt "a"\n"bc"\nmsgid "Say \\"yes\\" \\\\"\nmsgid_plural ""\n"Say {n}"\n'
    + 'msgstr[0] "Dites \\"oui\\""\nmsgstr[1] ""\n"Dites "\n"{n}"\n\n#~ msgctxt "old"\n#~ msgid "x"\n#~ msgstr "y"\n'
)
_QUOTES = [
    at for at, char in enumerate(_WHOLE) if char == '"' and not _WHOLE[:at].rpartition("\n")[2].startswith(("# ", "#."))
]


def _meaning(path: Path) -> list[object]:
    return [(one.msgctxt, one.msgid, one.msgstr, one.msgstr_plural, one.previous_msgid) for one in read_po(path)]


@pytest.mark.parametrize("at", _QUOTES)
def test_a_quotation_mark_that_is_lost_is_told_at_its_line(at: int, tmp_path: Path) -> None:
    path = tmp_path / "fr.po"
    path.write_text(_WHOLE, encoding="utf-8")
    before = _meaning(path)
    path.write_text(_WHOLE[:at] + _WHOLE[at + 1 :], encoding="utf-8")
    try:
        assert _meaning(path) == before
    except DeckError as error:
        (finding,) = error.diagnostics
        assert (finding.code, finding.span) == ("po-syntax", Span(str(path), _WHOLE.count("\n", 0, at) + 1))


@pytest.mark.external
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_gettext_refuses_for_its_quotation_marks_is_refused(data: st.DataObject, tmp_path: Path) -> None:
    msgfmt = required("msgfmt", "install gettext")
    whole = (default_outline().parent / "locales" / "fr.po").read_text(encoding="utf-8")
    at = data.draw(st.sampled_from([at for at, char in enumerate(whole) if char == '"']))
    path = tmp_path / "fr.po"
    path.write_text(whole[:at] + whole[at + 1 :], encoding="utf-8")
    refused = subprocess.run([msgfmt, "-c", "-o", os.devnull, path], capture_output=True, check=False).returncode
    with pytest.raises(DeckError) if refused else contextlib.nullcontext() as caught:
        read_po(path)
    if caught:
        assert [one.span for one in caught.value.diagnostics] == [Span(str(path), whole.count("\n", 0, at) + 1)]


def test_a_message_twice(tmp_path: Path) -> None:
    built = translated(tmp_path, SLIDE, TITLE, GOOD, entry("slide-1.title", "Hello", "Salut"))
    (finding,) = built.diagnostics
    assert (finding.code, finding.field) == ("duplicate-message", "slide-1.title")
    assert finding.span
    lines = Path(finding.span.path).read_text(encoding="utf-8").split("\n")
    assert lines[finding.span.line - 1] == 'msgstr "Salut"'
    first = lines.index('msgstr "Bonjour"') + 1
    assert finding.hint == f"the first time is in line {first}; take one out"


@pytest.mark.parametrize(
    ("name", "declared", "told"),
    [("de", "fr", True), ("de", "de_AT", False), ("zh", "zh_TW", True), ("zh", "zh_CN", False), ("de", "", False)],
)
def test_a_header_of_another_language_is_told_of(name: str, declared: str, told: bool, tmp_path: Path) -> None:
    path = write_catalog(tmp_path, language=name)
    path.write_text(path.read_text("utf-8") + f'"Language: {declared}\\n"\n', encoding="utf-8")
    _, found = read_catalog(path, Language(name))
    assert [(one.code, one.severity, one.span) for one in found] == (
        [("catalog-language", Severity.WARNING, Span(str(path), 5))] if told else []
    )


def test_a_translation_that_is_too_long_is_found_at_its_line(tmp_path: Path) -> None:
    long = entry("slide-1.title", "Hello", "Bonjour " * 90)
    built = translated(tmp_path, SLIDE, long, GOOD)
    (finding,) = built.diagnostics
    assert finding.code == "text-overflow"
    assert finding.span
    assert finding.span.path.endswith("fr.po")
    assert "Bonjour" in Path(finding.span.path).read_text(encoding="utf-8").split("\n")[finding.span.line - 1]


def test_a_footer_that_is_too_long_is_found_at_its_line(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    footer = entry("presentation.footer", "A footer", "pied ★ " * 60)
    path = write_catalog(
        tmp_path, *(one for one in complete() if "presentation.footer" not in one), footer, GOOD, TITLE
    )
    found = lay_out(outline, "fr").diagnostics
    lines = path.read_text(encoding="utf-8").split("\n")
    assert {one.code for one in found} == {"text-overflow", "missing-glyph"}
    for one in found:
        assert one.span
        assert one.span.path == str(path)
        assert "pied" in lines[one.span.line - 1]
    assert any(re.search(r"takes \d lines, more than have room", one.message) for one in found)


def test_ids_that_mean_something_else_above_slides(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    outline.write_text(outline.read_text(encoding="utf-8").replace("id: slide-1", "id: sources"), encoding="utf-8")
    write_catalog(
        tmp_path,
        *complete(),
        entry("slides.sources.title", "Hello", "Bonjour"),
        GOOD.replace("slide-1.", "slides.sources."),
    )
    built = lay_out(outline, "fr")
    assert built.diagnostics == ()
    assert built.deck.slides[0].title == "Bonjour"


def test_facts_that_are_words_are_translated(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, "layout: title\ntitle: 'In {place}'")
    text = outline.read_text(encoding="utf-8").replace("facts:", "facts:\n  place: Geneva")
    outline.write_text(text, encoding="utf-8")
    write_catalog(
        tmp_path,
        *complete(),
        entry("facts.place", "Geneva", "Genève"),
        entry("slide-1.title", "In {place}", "À {place}"),
    )
    built = lay_out(outline, "fr")
    assert built.diagnostics == ()
    assert built.deck.slides[0].title == "À Genève"


def test_files_are_languages_by_their_names(tmp_path: Path) -> None:
    outline = write_outline(tmp_path, SLIDE)
    for name in ("fr", "pt_BR", "zh-Hant", "messages", "fr@euro", "x"):
        write_catalog(tmp_path, language=name)
    assert languages(outline) == ["en", "fr", "pt-BR", "zh-Hant"]
    assert lay_out(outline, "PT-br").deck.language == Language("pt-BR")


def test_code_is_copied_and_its_numbers_count_nothing(tmp_path: Path) -> None:
    slide = "layout: statement\ntitle: T\nstatement: 'Open `port 8080` for 400'"
    source = "Open `port 8080` for 400"

    def found(form: str) -> list[str]:
        built = translated(tmp_path, slide, entry("slide-1.title", "T", "T"), entry("slide-1.statement", source, form))
        return [one.code for one in built.diagnostics]

    assert found("Ouvrez `port 8080` pour 400") == []
    assert found("Ouvrez `port 80` pour 400") == ["code-lost"]
    assert found("Ouvrez port 8080 pour 400")[0] == "code-lost"


@pytest.mark.parametrize(("form", "told"), [("{partners} {partners} partenaires", 1), ("{partners} partenaires", 0)])
def test_a_name_in_braces_that_is_repeated_is_told(form: str, told: int, tmp_path: Path) -> None:
    title = entry("slide-1.title", "{partners} partners", form, form)
    built = translated(tmp_path, COUNTED, title, entry("slide-1.statement", "Hello", "Bonjour"))
    assert sum("{partners}" in one.message for one in built.diagnostics if one.code == "figure-added") == told * 2
