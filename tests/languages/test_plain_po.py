"""A PO file that is read in one pass says what polib reads in it, and what polib refuses is not plain."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deck.languages.catalog import _said
from deck.languages.plain_po import Said, plain_po
from deck.languages.po_file import read_po
from deck.languages.po_text import text_of

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n"A: b: c\\n"\n'
LINES = (
    *("# a note", "#", "#. told", "#: here", "#, fuzzy", "#, python-brace-format, fuzzy", "#,fuzzy", "#, ", "#| msgid"),
    *(
        '#| msgid "was"',
        '#~ msgctxt "old"',
        '#~ msgid "old"',
        '#~ msgstr "gone"',
        "#~ # a note",
        '#~ "more"',
        "##",
        "#.",
    ),
    *(
        'msgctxt "a.title"',
        'msgctxt "b.title"',
        'msgctxt ""',
        '"more"',
        '" \\"quoted\\" \\n\\\\"',
        '"alone \\q"',
        '"\\a"',
    ),
    *('msgid "A text"', 'msgid ""', 'msgid  "Spaced"  ', 'msgid_plural "Texts"', 'msgstr "Un texte"', 'msgstr ""'),
    *(
        'msgstr[0] "Un"',
        'msgstr[1] "Deux"',
        'msgstr[1]"Sans"',
        'msgstr[10] "Dix"',
        ' msgstr "Rentré"',
        'msgstr "Ouvert',
    ),
    *(
        "",
        "",
        "",
        "msgstr",
        'msgstr"Un"',
        '"a" "b"',
        "<<<<<<< ours",
        "\N{NO-BREAK SPACE}",
        '"\N{LINE SEPARATOR}x"',
        "\f",
    ),
)


def mostly(*usual: str, seldom: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(usual * 5 + seldom)


ENTRY = st.builds(
    "".join,
    st.tuples(
        mostly("", "# a note\n", "#. told\n#: here\n", "#, fuzzy\n", "#, x-y, fuzzy\n", seldom=("#,fuzzy\n", "#| x\n")),
        mostly('msgctxt "a.title"\n', 'msgctxt "b"\n".title"\n', seldom=("", "\n")),
        mostly(
            'msgid "A"\n', 'msgid ""\n"A "\n"\\tb\\n"\n', 'msgid "A"\nmsgid_plural "As"\n', seldom=('msgid "\\a"\n',)
        ),
        mostly(
            'msgstr "Un"\n', 'msgstr ""\n', 'msgstr[0] "Un"\nmsgstr[1] "Deux"\n"x"\n', seldom=('msgstr[1] "Deux"\n',)
        ),
        mostly("\n", "", "\n\n", '#~ msgid "old"\n#~ msgstr ""\n#~ "gone"\n', seldom=('#~ msgid "old"\n"x"\n',)),
    ),
)
LOOSE = st.one_of(st.just(""), st.lists(st.sampled_from(LINES), max_size=9).map("\n".join))
FILES = st.builds("".join, st.tuples(mostly(HEADER, HEADER + "\n", seldom=("",)), st.lists(ENTRY).map("".join), LOOSE))
CATALOGS = sorted(Path("assets").glob("*/locales/*.po*"))


def agrees(path: Path) -> bool:
    """Whether it is plain; that it then says what polib reads, and that it can be read."""
    text = text_of(path)
    plain = plain_po(text)
    if plain is None:
        return False
    file = read_po(path)
    assert plain.header == file.metadata
    assert [*map(_told, plain.entries)] == [*map(_told, _said(file, text))]
    return True


def _told(one: Said) -> Said:
    """What is told of it: where an entry without a context stands, and not its forms."""
    return one if one.key is not None else replace(one, lines=())


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.name)
def test_our_own_catalogs_are_plain(path: Path) -> None:
    assert agrees(path)


@given(FILES)
def test_any_file_is_read_as_polib_does_or_not_at_all(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("po") / "fr.po"
    path.write_text(text, encoding="utf-8")
    if text.strip():
        agrees(path)
