"""A source → where it is wrong and how: `line:column code`."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.checks.reference import codes
from tests.outline.outlines import FIRST_LINE, HEADER, mistakes, places, write

SLIDES = [
    ("- {id: a, layout: plain, title: Fine}", []),
    ("- {id: a, layout: plan, title: x}", ["1:19 unknown-layout"]),
    ("- {id: a, title: x}", ["1:4 missing-field"]),
    ("- {layout: plain, title: x}", ["1:4 missing-field"]),
    ("- {id: a, layout: plain}", ["1:4 missing-field"]),
    ("- {id: a, layout: plain, title: x, subtitel: y}", ["1:36 unknown-field"]),
    ("- {id: a, layout: plain, title: x, subtitle: [y]}", ["1:46 wrong-type"]),
    ("- {id: a, layout: plain, title: x, subtitle: {answer}}", ["1:46 wrong-type"]),
    ("- {id: a, layout: plain, title: x, subtitle: true}", ["1:46 wrong-type"]),
    ("- {id: a, layout: plain, title: }", ["1:26 empty-field"]),
    ('- {id: a, layout: plain, title: " "}', ["1:33 empty-field"]),
    ('- {id: a, layout: plain, title: "&nbsp;"}', ["1:33 empty-field"]),
    ('- {id: a, layout: plain, title: "[](https://x.org)"}', ["1:33 empty-field"]),
    ('- {id: a, layout: plain, title: "\\u200b"}', ["1:33 empty-field"]),
    ("- {id: A b, layout: plain, title: x}", ["1:8 invalid-id"]),
    ("- {id: a, layout: plain, title: x, minutes: 0}", ["1:45 invalid-value"]),
    ("- {id: a, layout: plain, title: x, minutes: soon}", ["1:45 wrong-type"]),
    ("- {id: a, layout: plain, title: x, minutes: true}", ["1:45 wrong-type"]),
    ("- {id: a, layout: plain, title: x, notes: 'a {b}'}", ["1:46 unknown-name"]),
    ("- only words", ["1:3 wrong-type"]),
    ("- {id: a, layout: plain, title: 'a {anwser} {{b}} {answer}'}", ["1:36 unknown-name"]),
    ("- id: a\n  layout: plain\n  title: >-\n    folded\n    {b}", ["5:5 unknown-name"]),
    ("- id: a\n  layout: plain\n  title: |\n    one\n\n    two", ["4:5 paragraphs"]),
    ("- {id: a, layout: plain, title: '[x](ftp://y)'}", ["1:38 link"]),
    ("- {id: a, layout: plain, title: '[x](http://a b)'}", ["1:34 link"]),
    ("- {id: a, layout: plain, title: 'a **b'}", ["1:36 open-markup"]),
    ("- {id: a, layout: plain, title: 'see [x](https://a b'}", ["1:38 open-markup"]),
    ("- {id: a, layout: plain, title: 'see [x](https://a.org'}", ["1:38 open-markup"]),
    ("- {id: a, layout: plain, title: '5 {litres litres'}", ["1:36 open-markup"]),
    ("- {id: a, layout: plain, title: '5 litres} a'}", ["1:42 open-markup"]),
    ("- {id: a, layout: plain, title: '{a **b** c}'}", ["1:34 open-markup", "1:44 open-markup"]),
    ("- id: a\n  layout: plain\n  title: Why #water matters", ["3:14 comment-in-text"]),
    ("- id: a\n  layout: plain\n  title: '1' #water matters\n  subtitle: x # fine", []),
    ("- id: a\n  layout: plain\n  title: #water", ["3:3 empty-field", "3:10 comment-in-text"]),
    ("- id: a\n  layout: list\n  title: x\n  items:\n  - One\n    - Two\n  - Three", ["6:5 list-in-text"]),
    ("- id: a\n  layout: plain\n  title: One\n    - Two\n    - Three", ["4:5 list-in-text"]),
    ("- id: a\n  layout: plain\n  title: One\n    goes on –\n    -3", []),
    ('- id: a\n  layout: plain\n  title: "One\n    - Two"', []),
    ("- {id: a, layout: list, title: x, items: [“x, y”, z]}", ["1:43 comma-in-text"]),
    ("- {id: a, layout: list, title: x, items: [„x, y“, «z, w»]}", ["1:43 comma-in-text", "1:51 comma-in-text"]),
    ("- {id: a, layout: list, title: x, items: [“x”, y, “z” and “w”, ‘90s, then]}", []),
    (
        "- {id: a, layout: list, title: x, items: [Visits (1,200), Mail (by post, in ink), 1,000,000 euros]}",
        ["1:43 comma-in-text", "1:59 comma-in-text", "1:83 comma-in-text"],
    ),
    ("- {id: a, layout: list, title: x, items: [1,200,300, 'Pay (a', or (b), 1) d, in 2024,2025, c:(, e]}", []),
    ("- {id: a, layout: plain, title: 'a \u202e b'}", ["1:36 bidi-control"]),
    ("- {id: a, layout: plain, title: 'a \u2067b\u2069 c'}", []),
    ("- {id: a, layout: plain, title: 'a \u0007 b'}", ["1:36 control-character"]),
    ('- {id: a, layout: plain, title: "a \\a b"}', ["1:33 control-character"]),
    ("- {id: a, layout: plain, title: x, picture: {file: none.png}}", ["1:52 file-missing"]),
    ("- {id: a, layout: plain, title: x, picture: {file: x.svg}}", ["1:52 file-missing"]),
    ("- {id: a, layout: plain, title: x, picture: {file: pets.csv}}", ["1:52 image-format"]),
    ("- {id: a, layout: plain, title: x, picture: {file: .}}", ["1:52 file-unreadable"]),
    ('- {id: a, layout: plain, title: x, picture: {file: "a\\0"}}', ["1:52 control-character", "1:52 file-missing"]),
    ("- {id: a, layout: plain, title: x, title: y}", ["1:36 duplicate-key"]),
    ("- {id: a, layout: plain, title: x}\n- {id: a, layout: plain, title: y}", ["2:8 duplicate-id"]),
    ("- {id: a, layout: plain, title: '42 x'}\n- {id: b, layout: plain, title: '{answer}  **X**'}", []),
    ("- {id: a, layout: plain, title: x, hidden: perhaps}", ["1:44 wrong-type"]),
    ("- {id: a, layout: plain, title: x, reveal: all}", ["1:44 invalid-value"]),
    ("- {id: a, layout: plain, title: x, transition: spin}", ["1:48 invalid-value"]),
    ("- {id: a, layout: plain, title: x, background: none.png}", ["1:48 file-missing"]),
    ("- {id: a, layout: plain, title: x, background: {file: none.png}}", ["1:55 file-missing"]),
    ("- {id: a, layout: list, title: x, items: []}", ["1:42 too-few"]),
    ("- {id: a, layout: list, title: x, items: [one, 2, {text: Three}]}", []),
    ("- {id: a, layout: list, title: x, items: [true]}", ["1:43 wrong-type"]),
    ("- {id: a, layout: list, title: x, items: [{items: [one]}]}", ["1:44 missing-field"]),
    ("- {id: a, layout: list, title: x, items: [{id: , text: One}]}", ["1:44 empty-field"]),
    ("- {id: a, layout: list, title: x, items: one}", ["1:42 wrong-type"]),
    ("- {id: a, layout: list, title: x, items: [{id: a, text: b}, {id: a, text: c}]}", ["1:66 duplicate-id"]),
    ("- {id: a, layout: list, title: x, items: [{id: a, text: b, items: [{id: a, text: c}]}]}", []),
    (
        "- {id: a, layout: list, title: x, items: [{id: a, text: b, items: [{id: c, text: c, items: [{id: d, text: d, "
        "items: [{id: e, text: e}]}]}]}]}",
        ["1:110 too-deep"],
    ),
    ("- {id: a, layout: list, title: x, items: pets}", ["1:42 wrong-type"]),
    ("- {id: a, layout: list, title: x, items: {list: pets, column: NAME}}", []),
    ("- {id: a, layout: list, title: x, items: {list: pets}}", []),
    ("- {id: a, layout: list, title: x, items: {list: pest}}", ["1:49 unknown-list"]),
    ("- {id: a, layout: list, title: x, items: {list: pets, column: nam}}", ["1:63 unknown-column"]),
    ("- {id: a, layout: list, title: x, items: {list: pets, colum: name}}", ["1:55 unknown-field"]),
    ("- {id: a, layout: list, title: x, items: {list: pets}, sort: nmae}", ["1:62 invalid-value"]),
    ("- {id: a, layout: list, title: x, items: {list: pets}, numbered: maybe}", ["1:66 wrong-type"]),
    ("- {id: a, layout: cards, title: x, cards: [{id: a, heading: b}]}", ["1:43 too-few"]),
    (
        "- {id: a, layout: cards, title: x, cards: [" + ", ".join(f"{{id: c{i}, heading: b}}" for i in range(4)) + "]}",
        ["1:43 too-many"],
    ),
    (
        "- {id: a, layout: cards, title: x, cards: [{id: a, heading: b, icon: chian}, {id: b, heading: c, source: d}]}",
        ["1:70 unknown-icon", "1:106 unknown-source"],
    ),
]


@pytest.mark.parametrize(("source", "expected"), SLIDES)
def test_slides(tmp_path: Path, source: str, expected: list[str]) -> None:
    slides = "".join(f"  {line}\n" for line in source.split("\n"))
    found = mistakes(write(tmp_path, slides))
    assert places(found, FIRST_LINE) == [_indented(place) for place in expected]
    assert {one.code for one in found} <= codes()


def _indented(place: str) -> str:
    line, _, rest = place.partition(":")
    column, _, code = rest.partition(" ")
    return f"{line}:{int(column) + 2} {code}"


SLIDE = "  - {id: a, layout: plain, title: Fine}\n"
WHOLE = [
    (HEADER + SLIDE, []),
    ("\ufeff" + HEADER + SLIDE, []),
    ("", ["1:1 file-empty"]),
    (" \n\n", ["1:1 file-empty"]),
    ("# nothing\n", ["1:1 file-empty"]),
    ("- a\n", ["1:1 wrong-type"]),
    ("words", ["1:1 wrong-type"]),
    ("a: b: c", ["1:5 yaml-syntax"]),
    ("a:\n\tb: c\n\td: e", ["2:1 yaml-tab", "3:1 yaml-tab"]),
    ("a: **b** c", ["1:5 yaml-syntax"]),
    ("a: 'b", ["1:4 yaml-syntax"]),
    ("a: [b, c", ["1:4 yaml-syntax"]),
    ("a: {b} c", ["1:8 yaml-syntax"]),
    ("a: @b", ["1:4 yaml-syntax"]),
    ("a: - b", ["1:4 yaml-syntax"]),
    ("a: 1\n  b: 2", ["2:3 yaml-syntax"]),
    ("a: *b", ["1:1 missing-field", "1:1 missing-field", "1:1 unknown-field", "1:4 yaml-alias"]),
    ("a: &b [*b]", ["1:1 missing-field", "1:1 unknown-field", "1:8 yaml-alias"]),
    ("? [a]\n: b", ["1:3 yaml-key"]),
    ("a: " + "[" * 70 + "]" * 70, ["1:67 yaml-nesting"]),
    ("a: 1\n---\nb: 2", ["2:1 yaml-documents"]),
    (HEADER.replace("author", "athor") + SLIDE, ["1:32 unknown-field"]),
    (HEADER.replace("language: en", "language: english") + SLIDE, ["1:59 invalid-value"]),
    (HEADER.replace("language: en", "language: xx") + SLIDE, ["1:59 invalid-value"]),
    (HEADER.replace("language: en", "language: kmr-Latn") + SLIDE, []),
    (HEADER.replace("language: en", "language: en, theme: alianse") + SLIDE, ["1:70 unknown-theme"]),
    (HEADER.replace("language: en", "language: en, theme: own.yaml") + SLIDE, ["1:70 file-missing"]),
    (HEADER.replace("pets.csv", "cats.csv") + SLIDE, ["2:23 file-missing"]),
    (HEADER.replace("{table: pets.csv}", "{}") + SLIDE, ["2:15 invalid-value"]),
    (HEADER.replace("table:", "countries:") + SLIDE, ["1:1 unknown-column"]),
    (HEADER.replace("answer: 42", "An swer: 42") + SLIDE, ["3:9 invalid-id"]),
    (HEADER.replace("answer: 42", "answer: {value: 42, source: bok}") + SLIDE, ["3:37 unknown-source"]),
    (HEADER.replace("answer: 42", "answer: [42]") + SLIDE, ["3:17 wrong-type"]),
    (HEADER.replace("*A book*", "**A book") + SLIDE, ["4:18 open-markup"]),
    (HEADER.replace("sections", "sectoins") + SLIDE, ["5:1 unknown-field"]),
    (HEADER + SLIDE + "- {id: one, title: x, slides: []}", ["10:8 duplicate-id", "10:31 too-few"]),
]


@pytest.mark.parametrize(("source", "expected"), WHOLE)
def test_whole_files(tmp_path: Path, source: str, expected: list[str]) -> None:
    found = mistakes(write(tmp_path, "", source))
    assert places(found) == expected
    assert {one.code for one in found} <= codes()


HINTS = [
    ("subtitel: y", "did you mean `subtitle`?"),
    ("subtitle: {answer}", 'a text that begins with a brace needs quotation marks: "{answer} …"'),
    ("subtitle: '{anser}'", "did you mean `answer`?"),
    ("subtitle: '{pets}'", "did you mean `pets.count`?"),
    ("minutes: soon", "write it in digits, such as 5 or 2.5"),
    ("minutes: '5'", "take its quotation marks away"),
    ("picture: well.png", "write `picture: {file: well.png, description: what it shows}`"),
    ("picture: {file: 'https://a.org/b.png'}", "save it beside the outline, and write its file’s name"),
    ("subtitle: '  '", "write something, or take it out"),
]


@pytest.mark.parametrize(("field", "hint"), HINTS)
def test_hints(tmp_path: Path, field: str, hint: str) -> None:
    (found,) = mistakes(write(tmp_path, f"  - {{id: a, layout: plain, title: x, {field}}}\n"))
    assert found.hint == hint


@pytest.mark.parametrize(
    ("field", "hint"),
    [
        ("numbered: 'true'", "take its quotation marks off"),
        ("numbered: yes", "write `true`"),
        ("numbered: No", "write `false`"),
        ("numbered: maybe", "write `true` or `false`"),
    ],
)
def test_hints_at_truth_values(tmp_path: Path, field: str, hint: str) -> None:
    (found,) = mistakes(write(tmp_path, f"  - {{id: a, layout: list, title: x, items: {{list: pets}}, {field}}}\n"))
    assert found.hint == hint


@pytest.mark.parametrize(
    ("right", "wrong", "hint"),
    [
        ("{table: pets.csv}", "pets.csv", "write `pets: {table: pets.csv}`"),
        ("language: en", "language: english", "write `en`"),
        ("language: en", "language: xx", "a BCP 47 tag is wanted, such as `en`, `fr`, `zh-Hans` or `pt-BR`"),
    ],
)
def test_hints_at_the_header(tmp_path: Path, right: str, wrong: str, hint: str) -> None:
    (found,) = mistakes(write(tmp_path, SLIDE, HEADER.replace(right, wrong)))
    assert found.hint == hint


def test_a_list_s_name_alone_is_shown_with_its_braces(tmp_path: Path) -> None:
    (found,) = mistakes(write(tmp_path, "  - {id: a, layout: list, title: x, items: pets}\n"))
    assert found.hint == "write `items: {list: pets}`"


def test_a_table_that_is_not_in_utf_8_is_read_and_told(tmp_path: Path) -> None:
    path = write(tmp_path, "  - {id: a, layout: list, title: '{pets.count}', items: {list: pets}}\n")
    (tmp_path / "pets.csv").write_bytes("Name\nCat\nÉmeu\n".encode("cp1252"))
    (found,) = mistakes(path)
    assert (found.code, found.severity, found.span and found.span.line) == ("guessed-encoding", "warning", 3)
    assert "“Émeu”" in found.message


def test_countries_in_any_case(tmp_path: Path) -> None:
    path = write(tmp_path, SLIDE, HEADER.replace("table:", "countries:"))
    (tmp_path / "pets.csv").write_text("Code,Country\nAL,Albania\n", encoding="utf-8")
    assert mistakes(path) == []


def test_a_picture_without_a_description(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (30, 20), "red").save(tmp_path / "a.png")
    line = "  - {{id: a, layout: plain, title: x, picture: {{file: a.png{}}}}}\n"
    (found,) = mistakes(write(tmp_path, line.format("")))
    assert (found.code, found.severity, found.span and found.span.column) == ("missing-description", "warning", 48)
    assert mistakes(write(tmp_path, line.format(", description: a square"))) == []
    assert mistakes(write(tmp_path, line.format(", decorative: true"))) == []
    (both,) = mistakes(write(tmp_path, line.format(", description: b, decorative: true")))
    assert (both.code, both.severity) == ("invalid-value", "error")


def test_a_list_is_told_its_length_and_each_of_its_mistakes_once(tmp_path: Path) -> None:
    wrong = "{id: a, headin: b}, {id: b, heading: b, icon: chian}"
    two = mistakes(write(tmp_path, f"  - {{id: a, layout: cards, title: x, cards: [{wrong}]}}\n"))
    assert [one.code for one in two] == ["unknown-field", "unknown-icon"]
    four = mistakes(
        write(tmp_path, f"  - {{id: a, layout: cards, title: x, cards: [{wrong}, {{id: c}}, {{id: d, heading: d}}]}}\n")
    )
    assert [one.code for one in four].count("too-many") == 1
    assert len(four) == 4


@pytest.mark.parametrize("title", ["", "' '"])
def test_what_cannot_be_left_out_is_not_to_be_taken_out(title: str, tmp_path: Path) -> None:
    (found,) = mistakes(write(tmp_path, f"  - id: a\n    layout: plain\n    title: {title}\n"))
    assert found.code == "empty-field"
    assert found.hint
    assert found.hint.endswith(": it cannot be left out")


@pytest.mark.parametrize(
    ("title", "looks"),
    [
        (r"$W = \frac{A-B}{C}$", True),
        (r"x^{n} and y_{i}", True),
        (r"about {pett}", False),
    ],
)
def test_a_formula_is_told_as_one(title: str, looks: bool, tmp_path: Path) -> None:
    found = mistakes(write(tmp_path, f"  - {{id: a, layout: plain, title: '{title}'}}\n"))
    assert {one.code for one in found if one.severity == "error"} == {"unknown-name"}
    assert all(("formula" in one.message) == looks for one in found if one.code == "unknown-name")


def test_an_id_is_proposed(tmp_path: Path) -> None:
    (found,) = mistakes(write(tmp_path, "  - {layout: plain, title: Où est Ça – là-bas}\n"))
    assert found.hint == "add `id: ou-est-ca-la-bas`"


def test_all_mistakes_of_a_run_are_told_in_order(tmp_path: Path) -> None:
    slides = "  - {id: A, layout: plain, title: '{x}'}\n  - {id: b, layout: lst, title: y}\n"
    found = mistakes(write(tmp_path, slides, HEADER.replace("en}", "english}").replace("pets.csv", "no.csv")))
    codes = [one.code for one in found]
    assert codes == ["invalid-value", "file-missing", "invalid-id", "unknown-name", "unknown-layout"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"a: \xff", "1:4 file-encoding"),
        (b"\x89PNG\r\n\x1a\n\x00", "1:1 file-encoding"),
        (b"\xff\xfea\0", "1:1 file-encoding"),
    ],
)
def test_what_is_no_text(tmp_path: Path, data: bytes, expected: str) -> None:
    (path := tmp_path / "outline.yaml").write_bytes(data)
    found = mistakes(path)
    assert places(found) == [expected]
    assert (f"{path} is not an outline" in found[0].message) is data.startswith(b"\x89PNG")


def test_what_is_no_file(tmp_path: Path) -> None:
    assert places(mistakes(tmp_path)) == ["1:1 file-unreadable"]
    write(tmp_path, "")
    (found,) = mistakes(tmp_path / "outlin.yaml")
    assert (found.code, found.hint) == ("file-missing", "did you mean `outline.yaml`?")


def test_a_damaged_picture(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (64, 64), "red").save(tmp_path / "whole.png")
    data = (tmp_path / "whole.png").read_bytes()
    (tmp_path / "half.png").write_bytes(data[: len(data) // 2])
    line = "  - {{id: {0}, layout: plain, title: {0}, picture: {{file: {0}.png, decorative: true}}}}\n"
    found = mistakes(write(tmp_path, line.format("whole") + line.format("half")))
    assert places(found, FIRST_LINE) == ["2:60 image-format"]


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("50,000,000", "`50,000,000` is none", "write `value: 50_000_000`"),
        ("-1,234,567", "`-1,234,567` is none", "write `value: -1_234_567`"),
        ("1,234", "`1,234` is none", "write `value: 1_234`; or, for a decimal, `value: 1.234`"),
        ("50,5", "there is no field `5` here", "write a decimal with a point: `value: 50.5`"),
    ],
)
def test_a_number_torn_by_its_commas_is_told_once(tmp_path: Path, written: str, message: str, hint: str) -> None:
    cards = f"cards: [{{heading: a, value: {written}}}, {{heading: b, value: {written}, source: book}}]"
    found = mistakes(write(tmp_path, f"  - {{id: a, layout: cards, title: x, {cards}}}\n"))
    assert [(one.code, one.hint) for one in found] == [("unknown-field", hint)] * 2
    assert all(one.message.endswith(message) for one in found)


@pytest.mark.parametrize(
    ("date", "meant"),
    [
        ("31/05/2026", "`2026-05-31`"),
        ("05/31/2026", "`2026-05-31`"),
        ("03/04/2026", "`2026-04-03` or `2026-03-04`"),
        ("31.5.2026", "`2026-05-31`"),
        ("3.4.2026", "`2026-04-03`"),
        ("2026/5/31", "`2026-05-31`"),
        ("31 May 2026", "`2026-05-31`"),
        ("May 31, 2026", "`2026-05-31`"),
        ("31-Dec-2026", "`2026-12-31`"),
        ("September 2026", "`2026-09`"),
        ("31/31/2026", "a year, a month or a day: 2026, 2026-05 or 2026-05-31"),
        ("soon", "a year, a month or a day: 2026, 2026-05 or 2026-05-31"),
    ],
)
def test_a_date_of_another_form_is_shown_in_ours(tmp_path: Path, date: str, meant: str) -> None:
    (found,) = mistakes(write(tmp_path, SLIDE, HEADER.replace("language: en", f"language: en, date: '{date}'")))
    assert found.hint == f"write {meant}"


def test_a_picture_whose_name_has_other_capitals_is_found_out(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("RGB", (30, 20), "red").save(tmp_path / "UP.PNG")
    Image.new("RGB", (30, 20), "red").save(tmp_path / "us.png")
    if (tmp_path / "up.png").exists():
        pytest.skip("capitals do not count here")
    picture = "picture: {file: up.png, decorative: true}"
    (found,) = mistakes(write(tmp_path, f"  - {{id: a, layout: plain, title: x, {picture}}}\n"))
    assert found.hint == "its name is `UP.PNG`: capitals count"


def test_a_picture_of_too_many_pixels_is_to_be_smaller(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("1", (10_000, 10_001)).save(tmp_path / "big.png")
    picture = "picture: {file: big.png, decorative: true}"
    (found,) = mistakes(write(tmp_path, f"  - {{id: a, layout: plain, title: x, {picture}}}\n"))
    assert (found.code, found.message) == (
        "image-format",
        "big.png has 10,000 × 10,001 pixels; at most 100,000,000 are read",
    )
    assert found.hint == "save it smaller; a slide that fills a large screen shows 4,000 × 2,250"


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("title: We are # 1 in this", '"We are # 1 in this"'),
        ("title: Why #water matters", '"Why #water matters"'),
        ("title: Fine # a comment", None),
        ("title: Fine # 2nd comment", None),
        ("title: Fine # 1) first", None),
    ],
)
def test_a_comment_that_cuts_a_text_off_is_shown_with_its_text(tmp_path: Path, line: str, whole: str | None) -> None:
    found = mistakes(write(tmp_path, f"  - id: a\n    layout: plain\n    {line}\n"))
    hint = f"put the whole text in quotation marks: {whole}; or write a space and a word after the # of a comment"
    assert [one.hint for one in found] == ([hint] if whole else [])


def test_a_text_with_a_comment_between_braces_is_shown_whole(tmp_path: Path) -> None:
    found = mistakes(write(tmp_path, "  - {id: a, layout: plain, title: We are # 1, subtitle: x}\n"))
    assert found[-1].hint == 'put a text that holds a # in quotation marks: "We are # 1"'


@pytest.mark.parametrize(
    ("wrong", "right"), [("Ça va?", "ca-va"), ("2024!", '"2024"'), ("True.", '"true"'), ("1.5", "1-5")]
)
def test_an_id_that_is_suggested_is_one(tmp_path: Path, wrong: str, right: str) -> None:
    (found,) = mistakes(write(tmp_path, f"  - {{id: '{wrong}', layout: plain, title: x}}\n"))
    assert found.hint == f"write `id: {right}`"
    assert mistakes(write(tmp_path, f"  - {{{(found.hint or '')[7:-1]}, layout: plain, title: x}}\n")) == []
