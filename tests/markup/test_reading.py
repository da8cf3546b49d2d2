"""Markup → texts, in any script."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deck.markup import grammar, literally, notes, prose, reading, words
from deck.model.language import Language
from deck.model.text import Run


@pytest.mark.parametrize(
    ("markup", "runs"),
    [
        ("plain & simple", [Run("plain & simple")]),
        ("a **b** *c*", [Run("a "), Run("b", bold=True), Run(" "), Run("c", italic=True)]),
        ("**a *b***", [Run("a ", bold=True), Run("b", bold=True, italic=True)]),
        ("**a*b*c**", [Run("a", bold=True), Run("b", bold=True, italic=True), Run("c", bold=True)]),
        ("**a***b*", [Run("a", bold=True), Run("b", italic=True)]),
        ("[a **b**](https://c.org)", [Run("a ", link="https://c.org"), Run("b", bold=True, link="https://c.org")]),
        ("[a](https://c.org/ü)", [Run("a", link="https://c.org/%C3%BC")]),
        ("<https://c.org>", [Run("https://c.org", link="https://c.org")]),
        (r"\*a\* &amp; snake_case_name", [Run("*a* & snake_case_name")]),
        ("2 * 3 and 2*3 and 4*5 <5", [Run("2 * 3 and 2*3 and 4*5 <5")]),
        ("Kenya*, Togo*; Niger *", [Run("Kenya*, Togo*; Niger *")]),
        ("e\u0301", [Run("é")]),
        ("{a} {{b}}", [Run("{a} {{b}}")]),
        ("a\nb", [Run("a\vb")]),
        ("a\\\nb  \n  c", [Run("a\vb\vc")]),
        ("**a\nb** c", [Run("a\vb", bold=True), Run(" c")]),
    ],
)
def test_markup(markup: str, runs: list[Run]) -> None:
    text, findings = words(markup)
    assert (list(text.paragraphs[0].runs), findings) == (runs, [])


@pytest.mark.parametrize(
    ("before", "within", "after"),
    [
        ("国際労働機関", "（ILO）", "は"),
        ("私は", "「重点」", "を"),
        ("", "“강제 노동”", "을"),
        ("و", "«العمل»", ""),
        ("", "注意：", "正文"),
        ("l’", "« égalité »", "des"),
        ("คำว่า", "“แรงงาน”", "นั้น"),
        ("का", "“श्रम”", "है।"),
        ("(", "ILO.", ")"),
        ("слово", "«труд»", "и"),
    ],
)
@pytest.mark.parametrize("marks", ["**", "*"])
def test_a_pair_without_spaces_inside_is_a_pair_in_any_script(before: str, within: str, after: str, marks: str) -> None:
    text, findings = words(f"{before}{marks}{within}{marks}{after}")
    middle = Run(within, bold=marks == "**", italic=marks == "*")
    assert (list(text.paragraphs[0].runs), findings) == ([*_plain(before), middle, *_plain(after)], [])


def _plain(text: str) -> list[Run]:
    return [Run(text)] if text else []


_LETTERS = st.text(st.characters(exclude_characters="*_\\[]`~<&{}!", exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]))
_WORD = _LETTERS.filter(lambda text: text == text.strip() and text.isprintable())


@given(_WORD, _WORD.filter(bool), _WORD)
@settings(max_examples=300)
def test_two_stars_are_bold_whatever_stands_round_them(before: str, within: str, after: str) -> None:
    text, findings = words(f"{before}**{within}**{after}")
    shown, _ = words(before + within + after)
    assert text.plain == shown.plain or max(before + within + after) >= "\u0300"
    assert "open-markup" not in {one.code for one in findings}
    assert any(run.bold for run in text.paragraphs[0].runs)


@pytest.mark.parametrize(
    ("markup", "runs"),
    [
        ("run `git push`", [Run("run "), Run("git push", code=True)]),
        ("`{name}` of {name}", [Run("{{name}}", code=True), Run(" of {name}")]),
        ("`a*b*c_d` *e*", [Run("a*b*c_d", code=True), Run(" "), Run("e", italic=True)]),
        ("**see `x  y`**", [Run("see ", bold=True), Run("x  y", bold=True, code=True)]),
        ("`` a`b ``", [Run("a`b", code=True)]),
        (r"\`a\` and Hawai`i", [Run("`a` and Hawai`i")]),
        ("[`a`](https://c.org)", [Run("a", link="https://c.org", code=True)]),
    ],
)
def test_code(markup: str, runs: list[Run]) -> None:
    text, findings = words(markup)
    assert (list(text.paragraphs[0].runs), findings) == (runs, [])


@pytest.mark.parametrize(
    ("markup", "excerpt", "hint"),
    [
        ("a ~~b c~~", "~~b c~~", r"\~~"),
        ("![a](https://b.org/c.png)", "![", "a picture is a field"),
        ("a<br>b", "<br>", "begin the text with |"),
        ("a<BR />b", "<BR />", "begin the text with |"),
        ("CO<sub>2</sub>", "<sub>", "₂"),
        ("<b>a</b>", "<b>", "**words**"),
        ('<span class="x">a', '<span class="x">', r"\<"),
        ("a <!-- b --> c", "<!-- b -->", "notes"),
        ("a <!-- b", "<!--", "notes"),
        ("a[^1]", "[^1]", "¹"),
        ("[^1]: a", "[^1]:", "¹"),
        ("[x] a", "[x]", "✓"),
        ("[ ] a", "[ ]", "✓"),
        ("[a]: https://b.org", "[a]:", "[words](https://…)"),
        ("a ==b c==", "==b c==", "**words**"),
        ("H~2~O", "~2~", "₂"),
        ("Ca(HCO~3~)~2~", "~3~", "₂"),
        ("x^2^", "^2^", "²"),
    ],
)
def test_markup_that_texts_do_not_have_is_told(markup: str, excerpt: str, hint: str) -> None:
    _, findings = words(markup)
    assert {one.code for one in findings} == {"unknown-markup"}
    assert findings[0].excerpt == excerpt
    assert hint in (findings[0].hint or "")


@pytest.mark.parametrize(
    "markup",
    [
        "a == b == c",
        "~5 and ~6",
        "5~6",
        "約10~20人、30~40人",
        "9~12월,3~5월",
        "東京~大阪~京都",
        "x^2",
        r"\[^1] \[x] a\~2\~ b\^2\^ \==c\== \<!-- d -->",
        "`a[^1] <!-- b --> ==c==`",
        "[1]: Smith, 2020",
        "a [x] b",
        "[x](https://a.org)",
    ],
)
def test_signs_that_are_escaped_or_mean_something_else_are_no_foreign_markup(markup: str) -> None:
    assert words(markup)[1] == []


@pytest.mark.parametrize(
    "markup", [r"a \~~b~~", r"\<br>", "`<br>` and `~~a~~`", "a < b > c", "~5 and ~6", "Wow! [a](https://b.c)"]
)
def test_what_is_escaped_or_code_is_not_told(markup: str) -> None:
    assert words(markup)[1] == []


JA, HE = Language("ja"), Language("he")


@pytest.mark.parametrize(
    ("markup", "runs"),
    [
        ("the [国際労働機関]{lang=ja} (ILO)", [Run("the "), Run("国際労働機関", language=JA), Run(" (ILO)")]),
        ("[**a** b]{lang='he'}", [Run("a", True, language=HE), Run(" b", language=HE)]),
        ('**a [b]{lang="pt-BR"}**', [Run("a ", True), Run("b", True, language=Language("pt-BR"))]),
        ("[a [b]{lang=ja} c]{lang=he}", [Run("a ", language=HE), Run("b", language=JA), Run(" c", language=HE)]),
        ("[[a](https://b.org)]{lang=ja}", [Run("a", link="https://b.org", language=JA)]),
        ("[`a`]{lang=ja}", [Run("a", language=JA, code=True)]),
        (r"\[a]{{lang=ja}}", [Run("[a]{{lang=ja}}")]),
        ("[a]{b}", [Run("[a]{b}")]),
    ],
)
def test_words_in_another_language(markup: str, runs: list[Run]) -> None:
    text, findings = words(markup)
    assert (list(text.paragraphs[0].runs), findings) == (runs, [])
    assert not [name for name in text.field_names() if "lang" in name]


@pytest.mark.parametrize(("tag", "hint"), [("japanese", "did you mean `ja`?"), ("q", "write a tag such as `ja`")])
def test_a_language_that_is_none_is_told(tag: str, hint: str) -> None:
    text, (found,) = words(f"[a]{{lang={tag}}}")
    assert (found.code, found.severity, found.message) == ("unknown-markup", "warning", f"`{tag}` is no language’s tag")
    assert (found.hint or "").startswith(hint)
    assert text.paragraphs[0].runs == (Run("a"),)


def test_a_list_where_there_is_none_is_told() -> None:
    for read in (words, prose):
        text, (found,) = read("Our aims:\n- a\n- b")
        assert (found.code, found.severity, found.excerpt) == ("list-in-text", "warning", "- a")
        assert text.paragraphs[0].plain == "Our aims: - a - b"
    assert words("- a")[1] == words("2 - 3\n4 - 5")[1] == notes("- a\n- b")[1] == []


def test_prose_has_paragraphs_and_lines() -> None:
    text, findings = prose("one\ntwo\n\n \n**three**\n")
    assert ([paragraph.runs for paragraph in text.paragraphs], findings) == (
        [(Run("one\vtwo"),), (Run("three", bold=True),)],
        [],
    )


def test_notes_have_lists_and_headings() -> None:
    text, findings = notes(
        "## Say **first** ##\nHello,\neverybody.\n- one\n  goes on\n  - below\n- two\nThen:\n\n3. three\n4. *four*"
    )
    read = [(each.level, each.number, each.plain) for each in text.paragraphs]
    assert (read, findings) == (
        [
            (0, None, "Say first"),
            (0, None, "Hello, everybody."),
            (1, None, "one goes on"),
            (2, None, "below"),
            (1, None, "two"),
            (0, None, "Then:"),
            (1, 3, "three"),
            (1, 4, "four"),
        ],
        [],
    )
    assert all(run.bold for run in text.paragraphs[0].runs)
    assert text.paragraphs[1].runs == (Run("Hello,\veverybody."),)


@given(st.text(st.sampled_from("ab -*1.#\n`{"), max_size=30))
def test_notes_lose_no_word(markup: str) -> None:
    text, _ = notes(markup)
    assert re.findall("[ab]", text.plain) == re.findall("[ab]", markup)


def test_a_cell_is_no_markup() -> None:
    text, _ = literally("a **b** {c} & [d] `e` ~~f~~ <br>\r\nnext\nline")
    assert text.paragraphs[0].runs == (Run("a **b** {{c}} & [d] `e` ~~f~~ <br>\vnext\vline"),)
    again, findings = words(text.markup)
    assert (again.paragraphs, findings) == (text.paragraphs, [])


PIECES = [
    "a",
    "é",
    "中",
    "1",
    " ",
    "\n",
    "**",
    "*",
    ".",
    "(",
    ")",
    "–",
    "“",
    "”",
    "'",
    "$",
    "_",
    "{",
    "\u0301",
    "\u00a0",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
@settings(max_examples=400)
def test_the_short_way_reads_as_the_parser_does(source: str) -> None:
    source = re.sub(r"[ \t]*\n[ \t]*", "\n", source.strip())
    short = reading._emphasised(source)
    if short is not None:
        assert list(short) == [run for run in reading.runs_of(grammar.parsed(source)) if run.text]


@pytest.mark.parametrize("markup", ["**a b** and *c*, (**d**).", "国際労働機関**（ILO）**は", "注意：**正文**"])
def test_the_short_way_is_taken(markup: str) -> None:
    assert reading._emphasised(markup) is not None


def test_the_short_way_is_not_taken_where_a_star_is_left() -> None:
    assert reading._emphasised("a **b") is None
