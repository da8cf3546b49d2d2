"""The rows of lists on slides: in every layout, in groups, with dates and figures as each language has them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import polib
import pytest
from PIL import Image

from deck.ground.diagnostics import DeckError, Severity
from deck.layouts import LAYOUTS
from deck.model.declarations import declared
from deck.pipeline.build import Built, lay_out
from deck.pipeline.reading import read
from deck.translating import catalog_files
from tests.languages.catalogs import write_catalog
from tests.outlines import texts, write_outline

LIST = """\
name;what;icon;million;since;source;status;photo;score
Fund;money;people;2,5;2026-05-31;estimates;given;donor.png;
Union;time;;400;03.02.2025;;given;donor.png;3
Church;{rooms};globe;1.234;;;promised;donor.png;n/a
"""
PLEDGES = """\
name;what;million;paid;score;begin;finish
Fund;money;2,5;2;4;2025-01;2025-09
Union;time;400;300;1;2025-05-31;2026
"""
COUNTRIES = """\
country,status,since,note
Chad,candidate,2026-05-31,last
NO,pathfinder,2018,first
Chile,pathfinder,,
Fiji,candidate,2019,
"""


def outline(folder: Path, *slides: str, language: str = "en") -> Path:
    (folder / "donors.csv").write_text(LIST, encoding="utf-8")
    (folder / "countries.csv").write_text(COUNTRIES, encoding="utf-8")
    (folder / "pledges.csv").write_text(PLEDGES, encoding="utf-8")
    Image.new("RGB", (30, 20), "teal").save(folder / "donor.png")
    path = write_outline(folder, *slides, language=language)
    lists = "lists: {donors: {table: donors.csv}, pledges: {table: pledges.csv}, members: {countries: countries.csv}}\n"
    path.write_text(lists + path.read_text(encoding="utf-8"), encoding="utf-8")
    return path


def shown(built: Built) -> list[str]:
    """All paragraphs of the slides but the footer and the number, in order; a non-breaking space is a space."""
    found = [paragraph.plain for _, _, text in texts(built.deck) for paragraph in text.paragraphs]
    return [words.replace("\u00a0", " ") for words in found if words != "A footer" and words != "1"]


FIGURES = "layout: statistics\ntitle: T\nfigures: {list: donors, value: million, label: name}"
TABLE = """\
layout: table
title: T
columns: [{id: name, heading: Who}, {id: million, heading: Million}, {id: since, heading: Since}]
rows: {list: donors}
"""
ON_SLIDES = [
    ("layout: bullets\ntitle: T\nitems: {list: donors}", "Fund|Union|Church"),
    ("layout: columns\ntitle: T\nsort: name\nitems: {list: donors, column: what}", "{rooms}|money|time"),
    (
        "layout: key-figure\ntitle: T\nvalue: 3\nlabel: donors\nglyph: '*'\nitems: {list: donors, column: NAME}",
        "Fund|Union|Church",
    ),
    (
        "layout: picture\ntitle: T\npicture: {file: donor.png, description: A well}\nitems: {list: donors}",
        "Fund|Union|Church",
    ),
    (
        "layout: picture\ntitle: T\n"
        "pictures: {list: donors, file: photo, description: name, caption: name, credit: what}",
        "Fund|money|Union|time|Church|{rooms}",
    ),
    (FIGURES, "2.5|Fund|400|Union|1.234|Church"),
    (
        "layout: cards\ntitle: T\ncards: {list: donors, heading: name, text: what}",
        "Fund|money|Union|time|Church|{rooms}",
    ),
    (
        "layout: panels\ntitle: T\npanels: {list: donors, heading: name, text: since}",
        "Fund|May 31, 2026|Union|February 3, 2025|Church",
    ),
    (
        "layout: chart\ntitle: T\nseries: {list: donors, name: name}\n"
        "categories: [{label: X, values: {fund: 10, union: 20, church: 30}}]",
        "Fund|Union|Church|X|10|20|30",
    ),
    ("layout: agenda\ntitle: T\nitems: {list: donors, text: name, time: what}", "Fund|money|Union|time|Church|{rooms}"),
    (
        "layout: comparison\ntitle: T\nsides: {list: donors, heading: name, text: what}",
        "Fund|money|Union|time|Church|{rooms}",
    ),
    (
        "layout: contact\ntitle: T\ncontacts: {list: donors, name: name, text: what}",
        "Fund|money|Union|time|Church|{rooms}",
    ),
    ("layout: text\ntitle: T\ntext: {list: donors, text: name}", "Fund|Union|Church"),
    (
        "layout: change\ntitle: T\nfigures: {list: pledges, before: paid, after: million, label: name, "
        "difference: what}",
        "Fund|money|2|2.5|Union|time|300|400",
    ),
    (
        "layout: scorecard\ntitle: T\ncriteria: [{id: law, name: Law}]\n"
        "rows: {list: pledges, label: name, scores: {law: score}}",
        "Fund|Law|Union|Not yet|In part|In full",
    ),
    (
        "layout: scorecard\ntitle: T\ncriteria: [{id: law, name: Law}]\n"
        "rows: {list: donors, label: name, scores: {law: score}}",
        "Fund|Law|Union|Church|Not yet|In part|In full",
    ),
    (
        "layout: gantt\ntitle: T\ntasks: {list: pledges, label: name, phase: what, start: begin, end: finish}",
        "Fund|money|Union|time|Q1 2025|Q2 2025|Q3 2025|Q4 2025|Q1 2026|Q2 2026|Q3 2026|Q4 2026",
    ),
    (
        "layout: people\ntitle: T\npeople: {list: donors, name: name, role: what}",
        "F|Fund|money|U|Union|time|C|Church|{rooms}",
    ),
    (
        "layout: map\ntitle: T\nitems: {list: members}",
        "The boundaries, names and designations on this map imply no opinion on the legal status of any country, "
        "territory or area, or on its frontiers.",
    ),
    (
        "layout: steps\ntitle: T\nsteps: {list: donors, heading: name, text: what}",
        "Fund|money|Union|time|Church|{rooms}",
    ),
    (
        "layout: timeline\ntitle: T\nevents: {list: donors, date: name, heading: what}",
        "Fund|money|Union|time|Church|{rooms}",
    ),
    ("layout: matrix\ntitle: T\nquadrants: {list: members, heading: country}", "Chad|Norway|Chile|Fiji"),
    (
        "layout: diagram\ntitle: T\nnodes: {list: donors, name: name}\nedges: [fund -> union, union -> church]",
        "Fund|Union|Church",
    ),
    (
        "layout: equation\ntitle: T\ntex: a = b\nwhere: {list: donors, symbol: name, meaning: what}",
        "money|time|{rooms}",
    ),
    ("layout: questions\ntitle: T\nitems: {list: donors}", "Fund|Union|Church"),
    (
        "layout: amounts\ntitle: T\nform: beside\namounts: {list: pledges, value: million, label: name}",
        "2.5|Fund|400|Union",
    ),
    (
        "layout: code\ntitle: T\nsides: {list: pledges, code: what, caption: name}",
        "Fund|money|Union|time",
    ),
    (TABLE, "Who|Million|Since|Fund|2.5|May 31, 2026|Union|400|February 3, 2025|Church|1.234|–"),
    (
        TABLE.replace("{list: donors}", "{list: donors, cells: {name: what, million: name, since: status}}"),
        "Who|Million|Since|money|Fund|given|time|Union|given|{rooms}|Church|promised",
    ),
]


@pytest.mark.parametrize(("slide", "wanted"), ON_SLIDES)
def test_rows_fill_the_parts_of_any_layout(tmp_path: Path, slide: str, wanted: str) -> None:
    built = lay_out(outline(tmp_path, slide))
    assert built.diagnostics == ()
    found = [
        words for words in shown(built) if words not in ("T", "*", "3", "donors", "Source: ILO, Global Estimates, 2022")
    ]
    assert sorted(found) == sorted(wanted.split("|"))


def test_a_column_that_is_named_for_a_field_is_no_other_s(tmp_path: Path) -> None:
    """A spreadsheet's “Total” is a figure here, not the field that says whether a figure is one."""
    path = outline(
        tmp_path, "layout: chart\ntitle: T\nkind: column\ncategories: {list: sums, label: name, value: TOTAL}"
    )
    text = path.read_text(encoding="utf-8").replace("lists: {", "lists: {sums: {table: sums.csv}, ")
    path.write_text(text, encoding="utf-8")
    (tmp_path / "sums.csv").write_text("name,Total\nFund,3\nUnion,4\n", encoding="utf-8")
    built = lay_out(path)
    assert built.diagnostics == ()
    assert {"Fund", "Union", "3", "4"} <= set(shown(built))


def test_every_layout_that_has_parts_is_tried() -> None:
    tried = {slide.split("\n")[0].removeprefix("layout: ") for slide, _ in ON_SLIDES}
    with_parts = {
        name for name, layout in LAYOUTS.items() if any(field.kind.part for field in declared(layout.content).values())
    }
    assert tried == with_parts


def test_icons_and_sources_come_from_cells_too(tmp_path: Path) -> None:
    slide = "layout: cards\ntitle: T\ncards: {list: donors, heading: name, icon: icon}"
    cards = next(lay_out(outline(tmp_path, slide)).presentation.slides).content.cards  # type: ignore[attr-defined]
    assert [card.icon for card in cards] == ["people", None, "globe"]
    figures = next(lay_out(outline(tmp_path, FIGURES)).presentation.slides).content.figures  # type: ignore[attr-defined]
    assert [figure.source and figure.source.name for figure in figures] == ["estimates", None, None]


@pytest.mark.parametrize(
    ("language", "figure", "day"),
    [
        ("fr", "2,5", "31 mai 2026"),
        ("ru", "2,5", "31 мая 2026 г."),
        ("zh", "2.5", "2026年5月31日"),
        ("de", "2,5", "31. Mai 2026"),
    ],
)
def test_figures_and_dates_are_written_as_the_language_writes_them(
    tmp_path: Path, language: str, figure: str, day: str
) -> None:
    path = outline(tmp_path, TABLE)
    write_catalog(tmp_path, language=language)
    assert {figure, day} <= set(shown(lay_out(path, language)))


MISTAKEN = [
    ("cards: {list: donors}", "1:5 unknown-column"),
    ("cards: {list: donors, heading: nmae}", "1:5 unknown-column"),
    ("cards: {list: donors, heading: name, tekst: what}", "1:5 unknown-field"),
    ("cards: {list: donrs, heading: name}", "1:5 unknown-list"),
    ("cards: donors", "1:5 wrong-type"),
    ("cards: {list: donors, heading: icon}", "donors empty-cell"),
    ("cards: {list: donors, heading: name, icon: what}", "1:5 unknown-icon"),
    ("cards: {list: donors, heading: name, group: status}", "1:5 unknown-field"),
]


@pytest.mark.parametrize(("field", "expected"), MISTAKEN)
def test_mistakes_are_told_once(tmp_path: Path, field: str, expected: str) -> None:
    with pytest.raises(DeckError) as caught:
        lay_out(outline(tmp_path, f"layout: cards\ntitle: T\n{field}"))
    codes = {one.code for one in caught.value.diagnostics}
    assert codes == {expected.split()[1]}


def test_a_text_where_dates_belong_is_told(tmp_path: Path) -> None:
    path = outline(tmp_path, "layout: bullets\ntitle: T\nitems: {list: donors}")
    (tmp_path / "donors.csv").write_text(
        "name,million,since,year\na,1,2026-05-31,2020\nb,2,31/12/2026,n\nc,3,soon,2021\nd,4,2026-02-30,2022\n"
        "e,5,1.2.2026,2023\nf,6,2026-01-01,2024\ng,7,2025,2025\nh,8,2024-02-29,2026\ni,9,3/2/2024,\n",
        encoding="utf-8",
    )
    found = lay_out(path).diagnostics
    assert [(one.code, one.span.line, one.message) for one in found if one.span] == [
        ("unknown-date", 4, "“soon” in the column `since` is no date"),
        ("unknown-date", 5, "“2026-02-30” in the column `since` is no date"),
    ]


GROUPED = "layout: columns\ntitle: T\nsort: name\nnumbered: true\nitems: {list: members, group: GROUP}"


def test_countries_in_groups_by_status(tmp_path: Path) -> None:
    slide = GROUPED.replace("GROUP", "status, headings: {candidate: '**Candidate** countries'}")
    built = lay_out(outline(tmp_path, slide))
    assert built.diagnostics == ()
    # Pathfinders first, whatever the list's own order; counted through.
    assert shown(built)[1:] == ["Pathfinder countries", "Chile", "Norway", "Candidate countries", "Chad", "Fiji"]
    numbers = [p.number for _, _, text in texts(built.deck) for p in text.paragraphs if p.number]
    assert numbers == [1, 2, 3, 4]


def test_countries_in_groups_in_another_language(tmp_path: Path) -> None:
    slide = GROUPED.replace("GROUP", "status, headings: {pathfinder: Pathfinders, candidate: Candidates}")
    path = outline(tmp_path, slide, GROUPED.replace("GROUP", "region").replace("title: T", "title: U"))
    catalog = catalog_files.start(path, "fr")
    file = polib.pofile(str(catalog), wrapwidth=78)
    wanted = {"slide-1.items.pathfinder.text": "Pionniers", "slide-1.items.candidate.text": "Candidats"}
    headings = {one.msgctxt for one in file if ".items." in one.msgctxt}
    assert headings == set(wanted)
    for one in file:
        one.msgstr = wanted.get(one.msgctxt, one.msgstr)
    file.save(str(catalog))
    found = shown(lay_out(path, "fr"))
    assert found[found.index("Pionniers") :][:6] == ["Pionniers", "Chili", "Norvège", "Candidats", "Fidji", "Tchad"]
    regions = found[found.index("Afrique") :]
    assert regions[:8] == ["Afrique", "Tchad", "Amériques", "Chili", "Europe", "Norvège", "Océanie", "Fidji"]


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "Africa"), ("es", "África"), ("ar", "أفريقيا"), ("zh", "非洲"), ("ru", "Африка"), ("de", "Afrika")],
)
def test_regions_are_named_in_every_language(tmp_path: Path, language: str, heading: str) -> None:
    built = lay_out(outline(tmp_path, GROUPED.replace("GROUP", "region"), language=language))
    assert heading in shown(built)


def test_a_column_of_regions_in_the_list_is_taken_as_it_is(tmp_path: Path) -> None:
    path = outline(tmp_path, GROUPED.replace("GROUP", "region"))
    (tmp_path / "countries.csv").write_text("country,region\nChad,the Sahel\nMali,the Sahel\nFiji,the Pacific\n")
    assert shown(lay_out(path))[1:] == ["The Sahel", "Chad", "Mali", "The Pacific", "Fiji"]


def test_headings_order_the_groups_of_a_column_of_ones_own(tmp_path: Path) -> None:
    slide = "layout: columns\ntitle: T\nitems: {list: donors, group: status, headings: {promised: P, given: G}}"
    assert shown(lay_out(outline(tmp_path, slide)))[1:] == ["P", "Church", "G", "Fund", "Union"]


STAGED = "layout: columns\ntitle: T\nitems: {list: members, group: stage, headings: {planning: P, on-track: On track}}"


def test_capitals_and_spaces_make_no_other_group(tmp_path: Path) -> None:
    path = outline(tmp_path, STAGED)
    rows = "country,stage\nChad,Planning\nMali,planning\nFiji,On Track\nTogo,on-track\nPeru,ДА\nOman,Да\n"
    (tmp_path / "countries.csv").write_text(rows, encoding="utf-8")
    built = lay_out(path)
    assert shown(built)[1:] == ["P", "Chad", "Mali", "On track", "Fiji", "Togo", "ДА", "Peru", "Oman"]
    assert [one for one in built.diagnostics if one.code == "unknown-group"] == []


def test_a_group_that_is_nearly_another_is_told_at_its_cell(tmp_path: Path) -> None:
    path = outline(tmp_path, STAGED.replace("on-track: On track", "phase-1: One"))
    rows = "country,stage\nChad,planning\nMali,Planing\nFiji,phase 2\nTogo,over\n"
    (tmp_path / "countries.csv").write_text(rows, encoding="utf-8")
    (found,) = (one for one in lay_out(path).diagnostics if one.code == "unknown-group")
    assert found.span
    assert (Path(found.span.path).name, found.span.line, found.span.column) == ("countries.csv", 3, 6)
    assert found.hint == "write `planning`, or a heading for this one too"
    assert found.severity is Severity.WARNING


@pytest.mark.parametrize("group", ["note", "nothing"])
def test_a_row_that_is_of_no_group_stops_the_build(tmp_path: Path, group: str) -> None:
    path = outline(tmp_path, GROUPED.replace("GROUP", group))
    countries = tmp_path / "countries.csv"
    countries.write_text(countries.read_text(encoding="utf-8").replace("Chile,pathfinder", "Chile,"), encoding="utf-8")
    with pytest.raises(DeckError) as caught:
        lay_out(path)
    lines = [(one.code, one.span.line) for one in caught.value.diagnostics if one.span and "countries" in one.span.path]
    assert lines == {"note": [("empty-cell", 4), ("empty-cell", 5)], "nothing": []}[group]


@pytest.mark.parametrize(
    ("language", "headings", "expected"),
    [
        ("en", "", ["Pathfinder countries", "Chad", "Candidate countries", "Chile", "Other countries", "Fiji", "Mali"]),
        ("fr", "", ["Pays pionniers", "Tchad", "Pays candidats", "Chili", "Autres pays", "Fidji", "Mali"]),
        ("en", ", headings: {none: All", ["Pathfinder countries", "Chad", "Candidate countries", "Chile", "All"]),
    ],
)
def test_countries_without_a_status_come_last(
    tmp_path: Path, language: str, headings: str, expected: list[str]
) -> None:
    slide = GROUPED.replace("GROUP", f"status{headings}{'}' if headings else ''}")
    path = outline(tmp_path, slide, language=language)
    (tmp_path / "countries.csv").write_text("country,status\nMali,\nChile,Candidate\nChad,PATHFINDER\nFiji,\n")
    built = lay_out(path)
    assert [one for one in built.diagnostics if one.span] == []
    assert shown(built)[1:][: len(expected)] == expected


def test_countries_none_of_which_has_a_status_are_no_group(tmp_path: Path) -> None:
    path = outline(tmp_path, GROUPED.replace("GROUP", "status"))
    (tmp_path / "countries.csv").write_text("country,status\nMali,\nFiji,\n")
    assert shown(lay_out(path))[1:] == ["Fiji", "Mali"]


def test_another_column_of_a_list_of_countries_is_no_countrys_name(tmp_path: Path) -> None:
    columns = "[{id: country, heading: Who}, {id: note, heading: Note}]"
    slide = f"layout: table\ntitle: T\ncolumns: {columns}\nrows: {{list: members}}"
    path = outline(tmp_path, slide, "layout: bullets\ntitle: U\nitems: {list: members, column: status}")
    write_catalog(tmp_path, language="fr")
    found = shown(lay_out(path, "fr"))
    assert {"Tchad", "Norvège", "last", "first", "candidate"} <= set(found)
    assert found.count("Tchad") == 1


def test_a_list_that_is_none_of_countries_shows_its_first_column_and_not_where_its_entries_are(tmp_path: Path) -> None:
    path = outline(tmp_path, "layout: columns\ntitle: T\nitems: {list: donors}")
    for rows in ("name,country\nFund,Chad\nUnion,Chad\n", "ID,name,country\n1,Fund,Chad\n2,Union,Chad\n"):
        (tmp_path / "donors.csv").write_text(rows, "utf-8")
        assert shown(lay_out(path)) == ["T", "Fund", "Union"]
    (tmp_path / "donors.csv").write_text("id\nFund\nUnion\n", "utf-8")
    assert shown(lay_out(path)) == ["T", "Fund", "Union"]


def test_groups_begin_in_a_column_of_their_own_where_that_fits(tmp_path: Path) -> None:
    path = outline(tmp_path, GROUPED.replace("GROUP", "status"))
    rows = [f"{code},{'candidate' if number % 4 else 'pathfinder'}" for number, code in enumerate(CODES[:20])]
    (tmp_path / "countries.csv").write_text("\n".join(["country,status", *rows]), encoding="utf-8")
    columns = [text.paragraphs for _, shape, text in texts(lay_out(path).deck) if shape.name.startswith("Column")]
    assert len(columns) == 3
    assert [column[0].plain for column in columns][:2] == ["Pathfinder countries", "Candidate countries"]


@pytest.mark.parametrize("count", [1, 2, 7, 40, 120, 190])
@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_any_number_of_countries_in_groups(tmp_path: Path, count: int, language: str) -> None:
    path = outline(tmp_path, GROUPED.replace("GROUP", "region"), language=language)
    (tmp_path / "countries.csv").write_text("\n".join(["country", *CODES[:count]]), encoding="utf-8")
    built = lay_out(path)
    assert built.diagnostics == ()
    numbers = []
    for tree in built.deck.slides:
        columns = [shape.text.paragraphs for shape in tree.shapes if shape.name.startswith("Column") and shape.text]  # type: ignore[union-attr]
        # A slide begins with the heading of its first group, and no column ends with a heading.
        assert columns[0][0].level == 0
        assert all(column[-1].level for column in columns)
        numbers += [paragraph.number for column in columns for paragraph in column if paragraph.number]
    assert numbers == list(range(1, count + 1))


CODES = [
    line.split("\t")[0]
    for line in (Path(__file__).parents[2] / "deck" / "lists" / "names.tsv")
    .read_text(encoding="utf-8")
    .splitlines()[1:]
    if line[:2] not in ("AQ", "XK", "TW")
]


def test_a_cell_s_lines_stay_lines(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["name", "text"], ["Jane Doe\nDirector", "Geneva\r\nSwitzerland"], ["B", "\n one \n"]):
        sheet.append(row)
    book.save(tmp_path / "people.xlsx")
    (tmp_path / "people.csv").write_text(
        'name,text\n"Jane Doe\nDirector","Geneva\r\nSwitzerland"\nB,"\n one \n"\n', encoding="utf-8", newline=""
    )
    for file in ("people.xlsx", "people.csv"):
        outline = write_outline(tmp_path, "layout: cards\ntitle: x\ncards: {list: people, heading: name}")
        text = outline.read_text(encoding="utf-8")
        outline.write_text(f"lists: {{people: {{table: {file}}}}}\n{text}", encoding="utf-8")
        presentation, _, _ = read(outline)
        content: Any = next(iter(presentation.slides)).content
        first, second = content.cards
        assert [run.text for run in first.heading.paragraphs[0].runs] == ["Jane Doe\vDirector"]
        assert [run.text for run in first.text.paragraphs[0].runs] == ["Geneva\vSwitzerland"]
        assert (first.id, second.text.plain) == ("jane-doe-director", "one")


@pytest.mark.parametrize(
    ("language", "written", "shown_as"),
    [
        *(
            ("en", "KENYA", "Kenya"),
            ("en", "Maroc", "Morocco"),
            ("en", "перу", "Peru"),
            ("en", "Cote d'Ivoire", "Côte d’Ivoire"),
        ),
        *(("en", "Ivory Coast", "Ivory Coast"), ("en", "Burma", "Myanmar"), ("en", "Iran, Islamic Rep.", "Iran")),
        *(("fr", "Kenya", "Kenya"), ("fr", "Morocco", "Maroc"), ("de", "Elfenbeinküste", "Elfenbeinküste")),
        *(("de", "Morocco", "Marokko"), ("en", "Kenya¹", "Kenya")),
    ],
)
def test_a_country_is_called_by_its_name_in_the_decks_language(
    language: str, written: str, shown_as: str, tmp_path: Path
) -> None:
    path = outline(tmp_path, "layout: bullets\ntitle: T\nitems: {list: members}", language=language)
    code = ",CI" if "Elfen" in written else ","
    (tmp_path / "countries.csv").write_text(f'country,code\n"{written}"{code}\n', encoding="utf-8")
    assert shown(lay_out(path))[1:] == [shown_as]
