"""What a translation tool makes of inline elements comes back as markup that is read as just that."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from deck.interchange.inline import NAMESPACE, from_inline, to_inline
from deck.markup import prose, words
from deck.model.text import Run

SOURCE = "**Bold** *it* {n} `x{y}` [link](https://a.org/b?c=d)"


def element(inline: str) -> ElementTree.Element:
    return ElementTree.fromstring(f'<target xmlns="{NAMESPACE[1:-1]}">{inline}</target>')


def back(inline: str) -> str:
    return from_inline(element(inline), element(to_inline(SOURCE)))


def test_code_and_names_are_nobodys_to_translate() -> None:
    assert to_inline(SOURCE) == (
        '<g id="bold-1" ctype="bold">Bold</g> <g id="italic-1" ctype="italic">it</g> '
        '<x id="n" ctype="x-name" equiv-text="{n}"/> <x id="code-1" ctype="x-code" equiv-text="`x{y}`"/> '
        '<g id="link-1" ctype="link" xid="https://a.org/b?c=d">link</g>'
    )
    assert back(to_inline(SOURCE)) == SOURCE
    assert back('<x id="code-1"/> <x id="n"/>') == "`x{y}` {n}"


@pytest.mark.parametrize(
    ("inline", "markup"),
    [
        ('国際労働機関<g id="bold-1" ctype="bold">（ILO）</g>は', "国際労働機関**（ILO）**は"),
        ('<g id="bold-1">“강제 노동”</g>을', "**“강제 노동”**을"),
        ('<g id="bold-1">注意：</g>正文', "**注意：**正文"),
        ('a <g id="bold-1">b </g>c', "a **b** c"),
        ('a<g id="bold-1"> </g>b<g id="italic-1"></g>', "a b"),
        ('<g id="italic-1">a</g>, 2*3 * 4', "*a*, 2\\*3 * 4"),
        ('Wow!<g id="link-1">b</g>', "Wow\\![b](https://a.org/b?c=d)"),
        ("&lt;br&gt; ~~a~~ `b`", "\\<br> \\~~a\\~~ \\`b\\`"),
    ],
)
def test_elements_come_back_as_marks(inline: str, markup: str) -> None:
    assert back(inline) == markup
    assert words(markup)[1] == []


@pytest.mark.parametrize(
    ("typed", "markup"),
    [
        ("**gras** {n}", "**gras** {n}"),
        ("*doux* et **gras**", "*doux* et **gras**"),
        ("[lien](https://a.org/b?c=d)", "[lien](https://a.org/b?c=d)"),
        ("{n} et {m}", "{n} et {{m}}"),
        ('{n} <g id="bold-1">gras</g>', "{n} **gras**"),
        ('<g id="bold-1">gras</g> *', "**gras** *"),
        ("[ailleurs](https://example.org)", "[ailleurs\\](https://example.org)"),
        ("un_nom_long {n}", "un\\_nom\\_long {n}"),
        ("- {n}, **gras**\n- deux", "- {n}, **gras**\n- deux"),
        ("* {n}\n* *doux*", "* {n}\n* *doux*"),
        ("# Gras\n\n1. {n}\n2. **gras**", "# Gras\n\n1. {n}\n2. **gras**"),
        ("- {n}\n- {m}", "- {n}\n- {{m}}"),
        ("- ein **halbes\n- {n}", "- ein \\**halbes\n- {n}"),
    ],
)
def test_what_is_typed_by_hand_is_markup_where_the_source_has_it(typed: str, markup: str) -> None:
    assert prose(back(typed))[0].paragraphs == prose(markup)[0].paragraphs


@pytest.mark.parametrize("typed", ["**gras**", "*doux*", "{n}", "[lien](https://a.org/b?c=d)"])
def test_what_the_source_has_not_is_typed_as_it_is(typed: str) -> None:
    text, findings = words(from_inline(element(typed), element("Plain.")))
    assert not findings
    assert [run.text for run in text.paragraphs[0].runs] == [typed.replace("{", "{{").replace("}", "}}")]


@pytest.mark.parametrize(
    "markup", ["国際労働機関**（ILO）**は", "`git`", "- a\n- **b**\n  - c", "a\n\nb `c`", "Hawai`i", "x < y"]
)
def test_markup_needs_no_protection(markup: str) -> None:
    assert "<mrk" not in to_inline(markup)
    assert back(to_inline(markup)) == markup


SIGNS = "ab 中（）。“”«»,.!?*_[](){}\\<>&`~\"'é\n1"
TEXTS = st.text(st.sampled_from(SIGNS), max_size=5).map(lambda text: ("", text))
INLINE = st.recursive(
    TEXTS | st.sampled_from([("n", ""), ("code-1", "")]),
    lambda below: st.tuples(st.sampled_from(["bold", "italic", "link"]), st.lists(below, max_size=4)),
    max_leaves=8,
)


def xml(piece: tuple[str, object], within: frozenset[str] = frozenset()) -> str:
    kind, inside = piece
    if isinstance(inside, str):
        return f'<x id="{kind}"/>' if kind else escape(inside)
    inner = "".join(xml(each, within | {kind}) for each in inside)
    return inner if kind in within else f'<g id="{kind}-1">{inner}</g>'


def looks(piece: tuple[str, object], look: Run) -> list[tuple[str, Run]]:
    kind, inside = piece
    if kind == "n":
        return [(char, look) for char in "{n}"]
    if kind == "code-1":
        return [(char, Run("", look.bold, look.italic, look.link, code=True)) for char in "x{{y}}"]
    if isinstance(inside, str):
        return [(char, look) for char in inside.replace("{", "{{").replace("}", "}}") if not char.isspace()]
    link = "https://a.org/b?c=d" if kind == "link" else look.link
    inner = Run("", look.bold or kind == "bold", look.italic or kind == "italic", link)
    return [found for each in inside for found in looks(each, inner)]


@given(st.lists(INLINE, min_size=1, max_size=4))
@settings(max_examples=500, suppress_health_check=[HealthCheck.filter_too_much])
def test_what_a_tool_made_bold_is_read_as_bold(pieces: list[tuple[str, object]]) -> None:
    inline = "".join(map(xml, pieces))
    # Stars in plain text are marks where the source has marks.
    source = SOURCE if "<g" in inline else "{n} `x{y}`"
    try:
        markup = from_inline(element(inline), element(to_inline(source)))
    except ValueError as error:
        # What touches may not be told apart, and is then told of: two pieces of code, say.
        assume("touch" not in str(error))
        raise
    text, findings = prose(markup)
    assert not {one.code for one in findings} - {"list-in-text"}
    shown = [
        (char, run.with_text(""))
        for paragraph in text.paragraphs
        for run in paragraph.runs
        for char in run.text
        if not char.isspace()
    ]
    assert shown == [found for piece in pieces for found in looks(piece, Run(""))]
