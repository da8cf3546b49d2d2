"""A glossary → its concepts: a table with a column for each language, or TBX, as terminology tools export it.

In a table's cell, `|` stands between forms of one name, and `!` before what is to be avoided.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from deck.ground.diagnostics import DeckError, Diagnostic, Span
from deck.ground.files import read_bytes
from deck.interchange.xml_text import LANGUAGE, decoded, root_of, without_namespaces
from deck.languages.terms import Concept
from deck.lists import read_table
from deck.model.language import tag_of
from deck.model.table import Row, Table

NAMES = ("glossary.csv", "glossary.xlsx", "glossary.ods", "glossary.tbx")
"""What a glossary's file is called."""
_NOTES = ("note", "notes", "comment", "definition")
_ENTRIES, _LANGUAGES, _TERMS = ("termEntry", "conceptEntry"), ("langSet", "langSec"), ("tig", "ntig", "termSec")
_AVOIDED = ("deprecated", "superseded", "forbidden", "notRecommended", "obsolete")


def read_glossary(path: Path) -> list[Concept]:
    """The concepts in the file, in their order. DeckError, at its lines, where it is none."""
    if path.suffix == ".tbx":
        text = decoded(read_bytes(path), str(path))
        root = without_namespaces(root_of(text, str(path), "TBX"))
        return [*_of_tbx(root, text, path)]
    return [*_of_table(read_table(path))]


def _of_table(table: Table) -> Iterator[Concept]:
    tags = {column: tag for column in table.columns if (tag := tag_of(column.strip()))}
    if len(tags) < 2:
        what = f"{table.path} names {'one language' if tags else 'no languages'} in its first row"
        hint = "name each column by its language’s tag, such as `en`, `fr` and `ar`; one may be called `note`"
        raise DeckError([Diagnostic("glossary-languages", what, Span(table.path), hint)])
    note = next((column for column in table.columns if column.strip().lower() in _NOTES), None)
    for row in table.rows:
        yield _concept(row, tags, row.values[note] if note else "")


def _concept(row: Row, tags: dict[str, str], note: str) -> Concept:
    names, avoided = {}, {}
    for column, tag in tags.items():
        forms = [form.strip() for form in row.values[column].split("|")]
        names[tag] = tuple(form for form in forms if form and not form.startswith("!"))
        avoided[tag] = tuple(form[1:].strip() for form in forms if form.startswith("!") and form[1:].strip())
    return Concept(names, avoided, note, row.span)


def _of_tbx(root: Element, text: str, path: Path) -> Iterator[Concept]:
    if root.tag not in ("martif", "tbx"):
        raise DeckError([Diagnostic("tbx-syntax", "this is no TBX", Span(str(path)), "export TBX, or a table as CSV")])
    at = 0
    for entry in _each(root, _ENTRIES):
        names: dict[str, tuple[str, ...]] = {}
        avoided: dict[str, tuple[str, ...]] = {}
        for section in _each(entry, _LANGUAGES):
            written = section.get(LANGUAGE, "")
            tag = tag_of(written.replace("_", "-")) or written
            for one in _each(section, _TERMS):
                term = " ".join("".join(each.itertext()) for each in one.iter("term")).split()
                kind = avoided if _is_avoided(one) else names
                kind[tag] = (*kind.get(tag, ()), " ".join(term)) if term else kind.get(tag, ())
        notes = (each for name in ("note", "descrip") for each in entry.findall(f".//{name}") if _says(each))
        note = next((" ".join("".join(each.itertext()).split()) for each in notes), "")
        # Entries stand in the order of the file.
        found = min((place for name in _ENTRIES if (place := text.find(f"<{name}", at)) >= 0), default=at)
        at = found + 1
        yield Concept(names, avoided, note, Span(str(path), text.count("\n", 0, found) + 1))


def _each(above: Element, names: Iterable[str]) -> Iterator[Element]:
    wanted = frozenset(names)
    return (each for each in above.iter() if each.tag in wanted)


def _says(one: Element) -> bool:
    return one.tag == "note" or one.get("type") in ("definition", "explanation")


def _is_avoided(one: Element) -> bool:
    kinds = ("administrativeStatus", "normativeAuthorization")
    said = (each.text or "" for each in one.iter("termNote") if each.get("type") in kinds)
    return any(word.startswith(_AVOIDED) for word in said)
