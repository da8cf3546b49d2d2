"""Entries that are just words, and ids written into an outline."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from deck import nodes
from deck.cli import main
from deck.cli.terminal import DONE, FINDINGS
from deck.fields.slug import words_id
from deck.ground.diagnostics import DeckError, Span
from deck.layouts import LAYOUTS as ALL_LAYOUTS
from deck.model.declarations import declared, words_field
from deck.model.fields import Part
from deck.model.text import Text
from deck.nodes import Scalar
from deck.outline import with_ids
from deck.outline.entries import naming_words
from deck.pipeline.ids import write_ids
from tests.outline.outlines import HEADER, LAYOUTS, mistakes, read, slide, write

WRITTEN = """\
# Before everything
presentation: {title: T, author: A, language: en}
lists: {pets: {table: pets.csv}}
sections:
- title: Welcome   # a section
  slides:
  - layout: list

    title: What we do
    items:
      - Go further   # an entry
      - Work together, always
      - "Quoted: words"
      - text: Fields
        items: [one, 中文, one, {id: two, text: Two}]
      - >-
        folded words
        of two lines

      - plain words
        on two lines
      - |
        literal
          more
  - {layout: cards, title: "Cards: 2", cards: [Supply, { heading: Go}]}
  - {id: pets, layout: list, title: Pets, items: {list: pets}}
"""
NAMED = """\
# Before everything
presentation: {title: T, author: A, language: en}
lists: {pets: {table: pets.csv}}
sections:
- id: welcome
  title: Welcome   # a section
  slides:
  - id: what-we-do
    layout: list

    title: What we do
    items:
      - {id: go-further, text: Go further}   # an entry
      - id: work-together-always
        text: Work together, always
      - {id: quoted-words, text: "Quoted: words"}
      - id: fields
        text: Fields
        items: [{id: one, text: one}, {id: item-5a09ed37, text: 中文}, {id: one-2, text: one}, {id: two, text: Two}]
      - id: folded-words-of-two-lines
        text: >-
          folded words
          of two lines

      - id: plain-words-on-two-lines
        text: plain words
          on two lines
      - id: literal-more
        text: |
          literal
            more
  - {id: cards-2, layout: cards, title: "Cards: 2", cards: [{id: supply, heading: Supply}, { id: go, heading: Go}]}
  - {id: pets, layout: list, title: Pets, items: {list: pets}}
"""


def test_words_are_entries_with_ids_of_their_own(tmp_path: Path) -> None:
    content: Any = slide(
        tmp_path, "layout: list\ntitle: x\nitems: [Go **further**, 2030, {text: Go further}, {id: go, text: Go}]"
    ).content
    assert [(item.id, item.text.plain) for item in content.items] == [
        ("go-further", "Go further"),
        ("2030", "2030"),
        ("go-further-2", "Go further"),
        ("go", "Go"),
    ]
    cards: Any = slide(tmp_path, "layout: cards\ntitle: x\ncards: [One, {heading: Two}]").content
    assert [(card.id, card.heading.plain) for card in cards.cards] == [("one", "One"), ("two", "Two")]


def test_a_number_is_an_entry_as_it_is_written(tmp_path: Path) -> None:
    # The target 8.7, of which it is to be told: no other entry needs quotation marks, or a field.
    content: Any = slide(tmp_path, "layout: list\ntitle: x\nitems: [8.7, 2.50, -3, 0.5]").content
    assert [(item.id, item.text.plain) for item in content.items] == [
        ("8-7", "8.7"),
        ("2-50", "2.50"),
        ("3", "-3"),
        ("0-5", "0.5"),
    ]


def test_an_id_that_is_written_is_never_given_to_another(tmp_path: Path) -> None:
    content: Any = slide(tmp_path, "layout: list\ntitle: x\nitems: [One, {id: one, text: Other}]").content
    assert [item.id for item in content.items] == ["one-2", "one"]


def test_an_entry_is_known_by_its_words_wherever_it_stands(tmp_path: Path) -> None:
    def places(items: str) -> list[str]:
        return [path for path, _ in slide(tmp_path, f"layout: list\ntitle: x\nitems: {items}").content.texts()]

    assert sorted(places("[a, b, c: d]".replace("c: d", "c"))) == sorted(places("[c, a, b]"))


def test_ids_are_written_and_all_else_is_kept() -> None:
    changed, ids = with_ids(WRITTEN, "x", LAYOUTS)
    assert changed == NAMED
    assert [name for name, _ in ids[:3]] == ["welcome", "what-we-do", "cards-2"]
    assert with_ids(NAMED, "x", LAYOUTS) == (NAMED, [])


def test_what_is_read_stays_the_same(tmp_path: Path) -> None:
    before = write(tmp_path, "", with_ids(WRITTEN, "x", {})[0])
    contents = [one.content for one in read(before).slides]
    assert [one.content for one in read(write(tmp_path, "", NAMED)).slides] == contents


WORDS = st.text("ab ,:#-'\"*{}[]!&é中", min_size=1, max_size=24).filter(lambda text: any(map(str.isalnum, text)))
ITEMS = st.recursive(
    WORDS | st.integers(0, 99),
    lambda below: st.fixed_dictionaries({"text": WORDS, "items": st.lists(below, min_size=1, max_size=3)}),
    max_leaves=6,
)


NAMED_ITEMS = st.fixed_dictionaries({"id": st.sampled_from("ab"), "text": WORDS})


@given(st.lists(ITEMS | NAMED_ITEMS, min_size=1, max_size=5), st.sampled_from([None, False, True]), st.integers(20, 80))
@settings(max_examples=150, deadline=None)
def test_whatever_is_written_is_named_and_read_as_before(items: list[object], flow: bool | None, width: int) -> None:
    outline = {
        "presentation": {"title": "T", "author": "A", "language": "en"},
        "sections": [{"title": "S", "slides": [{"layout": "list", "title": "L", "items": items}]}],
    }
    source = yaml.safe_dump(outline, default_flow_style=flow, width=width, allow_unicode=True, sort_keys=False)
    changed, ids = with_ids(source, "x", LAYOUTS)
    assert len(ids) >= 2
    assert with_ids(changed, "x", LAYOUTS) == (changed, [])
    bare = with_ids(source, "x", {})[0]
    with tempfile.TemporaryDirectory() as folder:
        before, after = ([one.code for one in mistakes(write(Path(folder), "", text))] for text in (bare, changed))
    assert before == after


def test_an_alias_is_left_where_it_stands() -> None:
    source = HEADER + "  - {id: a, layout: list, title: x, items: [&one One, *one]}\n"
    changed, ids = with_ids(source, "x", LAYOUTS)
    assert changed.endswith("items: [{id: one, text: &one One}, *one]}\n")
    assert ids == [("one", "One")]
    with pytest.raises(DeckError, match="nothing was changed"):
        with_ids(HEADER + "  - {id: a, layout: list, title: x, items: [&one {text: One}, *one]}\n", "x", LAYOUTS)


def test_the_command_keeps_the_file_s_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = (
        HEADER.replace("lists: {pets: {table: pets.csv}}\n", "")
        + "  - {id: a, layout: bullets, title: x, items: [One]}\n"
    )
    path = tmp_path / "outline.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + source.replace("\n", "\r\n").encode())
    before = path.read_bytes()
    assert main(["ids", str(path), "--dry-run"]) == DONE
    assert path.read_bytes() == before
    assert write_ids(path) == [("one", "One")]
    assert path.read_bytes() == before.replace(b"[One]", b"[{id: one, text: One}]")
    assert main(["ids", str(path)]) == DONE
    assert capsys.readouterr().out.splitlines() == ["one: “One”", f"1 id to write into {path}", "no id is missing"]
    path.write_text("a: [", encoding="utf-8")
    assert main(["ids", str(path)]) == FINDINGS
    assert path.read_text(encoding="utf-8") == "a: ["


@pytest.mark.parametrize(
    ("layout", "fields", "guess", "meant"),
    [
        ("list", "items: [a]", "bullets", "items"),
        ("list", "items: [a]", "points", "items"),
        ("cards", "cards: [a, b]", "boxes", "cards"),
        ("plain", "subtitle: a", "tagline", "subtitle"),
        ("plain", "picture: {file: none.png}", "image", "picture"),
        ("plain", "notes: a", "comment", "notes"),
        ("plain", "minutes: 2", "duration", "minutes"),
    ],
)
def test_a_natural_guess_of_a_field_s_name_is_understood(
    tmp_path: Path, layout: str, fields: str, guess: str, meant: str
) -> None:
    wrong = fields.replace(meant, guess, 1)
    found = mistakes(write(tmp_path, f"  - {{id: a, layout: {layout}, title: x, {wrong}}}\n"))
    # What it stands for is not missing besides.
    (unknown,) = found
    assert (unknown.code, unknown.hint) == ("unknown-field", f"did you mean `{meant}`?")


QUOTED = "put a text that holds a colon in quotation marks"


@pytest.mark.parametrize(
    ("items", "hint"),
    [
        ("- Work:\n      - with survivors", "write `text: Work`, and the entries under it below `items:`"),
        ("- Note: this", f'{QUOTED}: "Note: this"'),
        ("- text: One\n      items:\n      - Two: three", f'{QUOTED}: "Two: three"'),
    ],
)
def test_words_with_a_colon_are_told_once(tmp_path: Path, items: str, hint: str) -> None:
    source = f"  - id: a\n    layout: list\n    title: x\n    items:\n    {items}\n    - Fine\n"
    (found,) = mistakes(write(tmp_path, source))
    assert (found.code, found.hint) == ("unknown-field", hint)


@pytest.mark.parametrize(
    ("words", "identifier"),
    [
        ("Go **further**", "go-further"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("中文", "item-5a09ed37"),
        ("国际劳工组织（ILO）公约", "ilo-"),
        ("国际劳工组织（ILO）报告", "ilo-"),
        ("A sentence that goes on for longer than any id may be", "a-sentence-that-goes-on-for-longer-than-"),
    ],
)
def test_an_id_of_words_depends_on_these_words_alone(words: str, identifier: str) -> None:
    made = words_id(words)
    assert made == identifier or made.startswith(identifier)
    assert len({words_id(words), words_id(f"{words}一"), words_id(f"{words} more")}) == 3


def test_a_row_of_joined_cells_is_known_by_its_words() -> None:
    slide = (
        "  - id: a\n    layout: table\n    title: x\n    columns: [Country, Since]\n    rows:\n"
        "    - cells: {country: Chile, since: 2020}\n    - cells: {country: ^, since: Always}\n"
        "    - cells: {country: ^, since: ^}\n"
    )
    _, ids = with_ids(HEADER + slide, "x", ALL_LAYOUTS)
    assert [each for each in ids if "columns" not in each][-3:] == [
        ("chile", "Chile"),
        ("always", "Always"),
        (words_id("^"), "^"),
    ]


MARKDOWN = """\
presentation: {title: T, author: A, language: en}
sections:
- id: one
  title: One
  slides:
  - id: text
    layout: text
    title: A text
    text: |

      First words
      go on

      ## Why {#why}
      - in towns
        - in towns

      > [!NOTE]
      > Noted,
      > and more
    notes: Said
"""


def test_the_blocks_of_a_text_get_theirs_where_they_end() -> None:
    named, ids = with_ids(MARKDOWN, "outline.yaml", ALL_LAYOUTS)
    assert ids == [
        ("first-words-go-on", "go on"),
        ("in-towns", "- in towns"),
        ("in-towns-2", "- in towns"),
        ("noted-and-more", "> and more"),
    ]
    ends = ("      go on", "      - in towns", "        - in towns", "      > and more")
    expected = MARKDOWN
    for words, (name, _) in zip(ends, ids, strict=True):
        expected = expected.replace(f"{words}\n", f"{words} {{#{name}}}\n", 1)
    assert named == expected
    assert with_ids(named, "outline.yaml", ALL_LAYOUTS) == (named, [])


def test_the_id_of_a_part_is_that_of_its_words_alone_whatever_is_said_of_it() -> None:
    for model in _parts(Part):
        if (name := words_field(model)) is not None and declared(model)[name].kind.type is Text:
            fields: dict[str, nodes.Node] = {
                each: Scalar(Span("x"), each) for each in reversed([*declared(model)]) if each != "id"
            }
            assert naming_words(nodes.Mapping(Span("x"), fields, {})) == name, model


def _parts(model: type[Part]) -> list[type[Part]]:
    return [each for below in model.__subclasses__() for each in (below, *_parts(below))]
