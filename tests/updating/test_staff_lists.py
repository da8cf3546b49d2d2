"""The lists that staff edit, from the command line to the deck."""

from __future__ import annotations

import shutil
import subprocess
import sys
from itertools import product
from pathlib import Path

import openpyxl
import pytest

from deck.cli import main
from deck.cli.terminal import DONE, FAILURE, FINDINGS, outline_to_change
from deck.ground.diagnostics import DeckError
from deck.lists import read_table
from deck.pipeline.build import lay_out
from deck.pipeline.places import default_outline
from tests.lists.make_samples import SAMPLES
from tests.outlines import texts
from tests.tools import PROJECT

OUTLINE = """\
presentation: {title: A test, author: The testers, language: en, theme: alliance}
lists:
  pathfinders: {countries: countries.csv}
sections:
  - id: only
    title: Only
    slides:
      - id: members
        layout: columns
        title: "{pathfinders.count} countries"
        items: {list: pathfinders}
"""
COUNTRIES = "country;code;status;since;note\r\nAlbania;AL;pathfinder;2018;\r\nCôte d’Ivoire;CI;;;\r\n"


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    (tmp_path / "countries.csv").write_bytes(COUNTRIES.encode("cp1252"))
    (path := tmp_path / "outline.yaml").write_text(OUTLINE, encoding="utf-8")
    return path


def run(outline: Path, *arguments: str) -> int:
    return main(["list", arguments[0], "--outline", str(outline), *arguments[1:]])


def data(outline: Path) -> bytes:
    return (outline.parent / "countries.csv").read_bytes()


def test_adding_and_removing(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = data(outline)
    assert run(outline, "add", "Togo", "--status", "candidate", "--since", "2026") == DONE
    assert data(outline) == before + b"Togo;TG;candidate;2026;\r\n"
    assert "now 3 countries" in capsys.readouterr().out
    assert [slide.title for slide in lay_out(outline).deck.slides] == ["3 countries"]
    assert run(outline, "remove", "TGO") == DONE
    assert data(outline) == before


def test_a_code_is_added_by_its_name(outline: Path) -> None:
    assert run(outline, "add", "TG") == DONE
    assert data(outline).endswith(b"Togo;TG;;;\r\n")


REFUSED = [
    (["add", "Tgoo"], "unknown-country", "did you mean Togo (TG)?"),
    (["add", "Congo"], "ambiguous-country", "Republic of Congo (CG) or Democratic Republic of the Congo (CD)"),
    (["add", "Ivory Coast"], "duplicate-entry", "stands in row 3 already"),
    (["add", "Togo", "--status", "canddate"], "unknown-status", "did you mean `candidate`?"),
    (["add", "Мали́Того"], "unknown-country", "hint"),
    (["add", "# Togo"], "unknown-country", "hint"),
    (["remove", "Togo"], "unknown-entry", "is not in the list"),
    (["add", "Togo", "--since", "31/05/2026"], "unknown-date", "2026-05-31"),
    (["remove", "Congo"], "ambiguous-country", "(CD)"),
    (["show", "--list", "partners"], "unknown-list", "did you mean `pathfinders`?"),
]


@pytest.mark.parametrize(("arguments", "code", "said"), REFUSED)
def test_what_is_refused_leaves_the_file(
    outline: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: str, said: str
) -> None:
    before = data(outline)
    assert run(outline, *arguments) == FINDINGS
    printed = capsys.readouterr().err
    assert f"error[{code}]" in printed
    assert said in printed or said.startswith("did you")
    assert data(outline) == before


def test_show_and_check(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(outline, "show") == DONE
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == [
        "country        code  status      since",
        "Albania        AL    pathfinder  2018",
        "Côte d’Ivoire  CI",
    ]
    assert lines[-1] == f"2 countries in {outline.parent / 'countries.csv'}"
    assert run(outline, "check") == DONE
    assert "warning[guessed-encoding]" in capsys.readouterr().err


def test_a_misspelt_country_stops_the_build_at_its_row(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (outline.parent / "countries.csv").write_text("country\nAlbania\nCmeroon\n", encoding="utf-8")
    assert main(["build", str(outline), "--output", str(outline.parent)]) == FINDINGS
    printed = capsys.readouterr().err
    assert "error[unknown-country]: “Cmeroon” is not the name of a country" in printed
    assert "countries.csv:3:1" in printed
    assert "did you mean Cameroon (CM)?" in printed
    assert "1 error\n" in printed
    assert not list(outline.parent.glob("*.pptx"))


@pytest.mark.parametrize(("encoding", "name"), [("mac_roman", "Côte d’Ivoire,CI"), ("cp1251", "Того,TG")])
def test_a_wrong_guess_at_the_encoding_stops_the_build(
    outline: Path, capsys: pytest.CaptureFixture[str], encoding: str, name: str
) -> None:
    (outline.parent / "countries.csv").write_bytes(f"country,code\n{name}\n".encode(encoding))
    assert main(["build", str(outline), "--output", str(outline.parent)]) == FINDINGS
    assert "error[guessed-encoding]" in capsys.readouterr().err


def test_a_mistake_is_marked_in_its_own_cell(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "Togo,TG,candidat,\nMali,ML,,soon\nFiji,FR,,\nPeru,XX,,\n,NE,,\n"
    (outline.parent / "countries.csv").write_text(f"country,code,status,since\n{rows}", encoding="utf-8")
    assert run(outline, "check") == FINDINGS
    printed = capsys.readouterr().err
    assert [place.split()[0] for place in printed.split("countries.csv:")[1:]] == ["2:9", "3:10", "4:6", "5:6", "6:1"]
    assert "`candidate`, as the command `list fix` does" in printed
    for column in ("status", "since"):
        assert f"if the column is of another kind, call it otherwise than “{column}”" in printed


MISTAKES = [
    ("Albnia,,,", ["2 unknown-country"]),
    ("Albnia,AL,,", ["2 unknown-country"]),
    ("Elfenbeinküste,CI,,", []),
    ("Atlantis and Lemuria,,,", ["2 unknown-country"]),
    ("Congo,,,", ["2 ambiguous-country"]),
    ("Congo,CG,,", []),
    ("Ivory Coast,,,\nTogo,,,\nCôte d’Ivoire,CI,,", ["4 duplicate-country"]),
    ("Gremany,FR,,", ["2 country-code"]),
    ("Congo,CD,,", []),
    ("Republic of Congo,,,\nCongo,,,", ["3 ambiguous-country", "3 duplicate-country"]),
    ("Korea,,,", ["2 ambiguous-country"]),
    ("Fiji,FR,,", ["2 country-code"]),
    ("Nigeria,NG,,\nNiger,NG,,", ["3 country-code"]),
    ("Fiji,XX,,", ["2 unknown-country"]),
    ("Togo,,joined,", ["2 unknown-status"]),
    ("Togo,,CANDIDATE,", []),
    ("Togo,,candidate,2026-05-31", []),
    ("Togo,,,soon", ["2 unknown-date"]),
    ("Togo,,,\n,,,\nMali,,,", ["3 empty-row"]),
    (",TG,,", ["2 empty-cell"]),
    ("#Togo,TG,,", ["2 unknown-country"]),
    ("#Togo,,,", ["2 unknown-country"]),
    ('"# Togo",TG,,', ["2 unknown-country"]),
    ("Togo;TG;candidate;", ["2 table-cells"]),
    ("Togo;TG", ["2 table-cells"]),
    ("CÃ´te dâ€™Ivoire,,,", ["2 garbled-text"]),
    ("NA,,,\nNO,,,\n8,,,\ntg,TG,,", []),
]


@pytest.mark.parametrize(("rows", "expected"), MISTAKES)
def test_mistakes_by_row(outline: Path, capsys: pytest.CaptureFixture[str], rows: str, expected: list[str]) -> None:
    (outline.parent / "countries.csv").write_text(f"country,code,status,since\n{rows}\n", encoding="utf-8")
    try:
        found = lay_out(outline).diagnostics
    except DeckError as error:
        found = error.diagnostics
    assert [f"{one.span.line} {one.code}" for one in found if one.span] == expected
    warned = "2 unknown-date", "3 empty-row"
    # A name like none, one beside its code, or the United Nations' own name is shown as it stands.
    shown_as_written = rows.startswith(("Atlantis", "Albnia,AL", "Congo"))
    bad = any(code not in warned for code in expected) and not shown_as_written
    assert run(outline, "check") == (FINDINGS if bad else DONE)


def test_fixing(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = outline.parent / "countries.csv"
    path.write_text(
        "country,code,status\nAlbnia,,Pathfinder\nCÃ´te dâ€™Ivoire,,\nNigera,,\nMali,mli,candidat\n# end\n",
        encoding="utf-8",
    )
    before = data(outline)
    assert run(outline, "fix", "--dry-run") == DONE
    assert data(outline) == before
    assert run(outline, "fix") == FINDINGS
    printed = capsys.readouterr()
    assert "row 2, country: Albnia → Albania" in printed.out
    assert "1 row moved, by name" in printed.out
    assert "did you mean Nigeria (NG) or Niger (NE)?" in printed.err
    assert path.read_text(encoding="utf-8") == (
        "country,code,status\nAlbania,AL,pathfinder\nCôte d’Ivoire,CI,\nMali,ML,candidate\nNigera,,\n# end\n"
    )
    assert run(outline, "fix") == FINDINGS
    assert capsys.readouterr().out == "0 cells mended\n"


@pytest.mark.parametrize("kind", ["countries", "table"])
def test_a_column_that_slides_want_is_asked_for_at_its_cell(
    outline: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = OUTLINE.replace("{countries:", f"{{{kind}:").replace(
        "{list: pathfinders}", "{list: pathfinders, group: stage}"
    )
    outline.write_text(text, encoding="utf-8")
    (outline.parent / "countries.csv").write_text("country,stage\nChad,planning\n", encoding="utf-8")
    assert run(outline, "add", "Togo", "--set", "stage=planning") == DONE
    assert data(outline).endswith(b"Togo,planning\n")
    assert run(outline, "check") == DONE
    capsys.readouterr()
    assert run(outline, "add", "Chile") == DONE
    assert "warning[empty-cell]: the column `stage` is empty here" in (told := capsys.readouterr().err)
    assert "countries.csv:4:7" in told
    assert run(outline, "check") == FINDINGS
    assert "countries.csv:4:7" in (told := capsys.readouterr().err)
    assert told.count("empty-cell") == 1


def test_a_column_that_a_list_lacks_is_told_before_what_is_to_stand_there(
    outline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (outline.parent / "countries.csv").write_text("country,note\nChad,\n", encoding="utf-8")
    for option in (["--status", "x"], ["--set", "status=x"], ["--since", "soon"]):
        assert run(outline, "add", "Chile", *option) == FINDINGS
        column = option[1].partition("=")[0] if option[0] == "--set" else option[0].removeprefix("--")
        assert f"the list has no column `{column}`" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        run(outline, "add", "Chile", "--set", "status")
    assert "write `--set COLUMN=TEXT`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--set", "code=KE"], "the column `code` cannot be both “CL” and “KE”"),
        (["--set", "country=Peru"], "the column `country` cannot be both “Chile” and “Peru”"),
        (["--status", "candidate", "--set", "Status=x"], "the column `Status` cannot be both “candidate” and “x”"),
        (["--set", "Status=x"], "the status “x” is not known"),
        (["--set", "stauts=x"], "did you mean `Status`?"),
    ],
)
def test_what_would_say_two_things_of_a_row_is_refused(
    outline: Path, options: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (outline.parent / "countries.csv").write_text("country,code,Status\nChad,TD,\n", encoding="utf-8")
    before = data(outline)
    assert run(outline, "add", "Chile", *options) == FINDINGS
    assert why in capsys.readouterr().err
    assert data(outline) == before


def test_a_wrong_column_is_told_with_those_that_there_are(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (outline.parent / "countries.csv").write_text("country,code,hectares\nChad,TD,5\n", encoding="utf-8")
    assert run(outline, "add", "Chile", "--set", "hectarez=7") == FINDINGS
    told = capsys.readouterr().err
    assert "countries.csv are `country`, `code`, `hectares`" in told
    assert "did you mean `hectares`?" in told
    assert ":1:1" not in told
    run(outline, "add", "Chile", "--set", "code=KE")
    assert ":1:1" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("beside", "text", "written"),
    [
        ("25%", "50 %", "50%"),
        ("25%", "50\N{NO-BREAK SPACE}%", "50%"),
        ("25 %", "50%", "50 %"),
        ("12,5 %", "50.5%", "50,5 %"),
        ("12.5%", "50,5 %", "50.5%"),
        ("25\N{NO-BREAK SPACE}%", "50 %", "50\N{NO-BREAK SPACE}%"),
        ("25%", "about half", "about half"),
        ("25", "50 %", "50 %"),
        ("25%", "", ""),
        ("US$ 1200", "2500", "US$ 2500"),
        ("US$ 1200", "$2500", "US$ 2500"),
        ("US$ 1200", "€ 2500", "€ 2500"),
        ("1200 km", "90", "90 km"),
        ("1200 km²", "90.50", "90.5 km²"),
        ("40km/h", "90", "90km/h"),
        ("CHF 1200", "90", "CHF 90"),
        ("1200 FCFA", "90", "90 FCFA"),
        ("1.5 million euros", "2", "2 million euros"),
        ("5万", "7", "7万"),
        ("since 2019", "2020", "2020"),
        ("2019, in part", "2020", "2020"),
        ("2019 in part", "2020", "2020"),
        ("2019年", "2020", "2020"),
        ("A4", "5", "5"),
        ("4b", "5", "5"),
        ("1st", "2", "2"),
        ("5月", "6", "6"),
        ("Alliance 8.7", "8.8", "8.8"),
        ("SDG 8", "16", "16"),
        ("about 40", "50", "50"),
        ("p. 4", "5", "5"),
        ("37.000", "12.000", "12.000"),
        ("1200", "12500", "12500"),
        ("0042", "0107", "0107"),
        ("2020-05", "2021-06", "2021-06"),
        ("some", "12,000", "12,000"),
    ],
)
def test_a_figure_is_written_as_its_column_has_them(outline: Path, beside: str, text: str, written: str) -> None:
    start = f"country;code;figure\nChad;TD;{beside}\nMali;ML;\n"
    (outline.parent / "countries.csv").write_text(start, encoding="utf-8")
    assert run(outline, "add", "Chile", "--set", f"figure={text}") == DONE
    assert data(outline).decode() == f"{start}Chile;CL;{written}\n"


@pytest.mark.parametrize(("text", "meant"), [("0.5", "50% or 0.5%"), ("0,5", "50% or 0.5%"), ("50", "50%")])
def test_a_number_among_shares_says_whether_it_is_one(
    outline: Path, text: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (outline.parent / "countries.csv").write_text("country,code,share\nChad,TD,25%\n", encoding="utf-8")
    before = data(outline)
    assert run(outline, "add", "Chile", "--set", f"share={text}") == FINDINGS
    assert f"hint: write {meant}\n" in capsys.readouterr().err
    assert data(outline) == before


@pytest.mark.parametrize(
    ("text", "form"),
    [
        *product(
            ["2500", "2500.00", "2,500.00", "2,500.0", "2.500,00"],
            [
                '"$"#,##0.00',
                '_("$"* #,##0.00_)',
                "[$$-409]#,##0.00",
                '#,##0" $"',
                "#,##0.00",
                "0.00",
                "0.0",
                "#,##0",
                "0",
            ],
        ),
        *product(["$2500", "$ 2,500.00"], ['"$"#,##0.00', "[$$-409]#,##0.00"]),
        *product(["2 500", "2\N{NO-BREAK SPACE}500,00", "2’500.00"], ["#,##0", "#,##0.00", "0.00"]),
        ("2,500.00", "General"),
    ],
)
def test_an_amount_is_added_as_a_number_that_the_workbooks_sum_takes_up(tmp_path: Path, form: str, text: str) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["name", "amount"], ["Alpha", 1200], ["Beta", 1350.5], ["Total", "=SUM(B2:B3)"]):
        sheet.append(row)
    for cell in ("B2", "B3"):
        sheet[cell].number_format = form
    book.save(tmp_path / "list.xlsx")
    (path := tmp_path / "outline.yaml").write_text(
        OUTLINE.replace("countries: countries.csv", "table: list.xlsx"), "utf-8"
    )
    assert run(path, "add", "Gamma", "--set", f"amount={text}") == DONE
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx").active
    assert sheet is not None
    assert [(cell.value, cell.data_type, cell.number_format) for cell in sheet["B"][3:4]] == [(2500, "n", form)]
    assert sheet["B5"].value == "=SUM(B2:B4)"
    written = openpyxl.load_workbook(tmp_path / "list.xlsx", data_only=True).active
    assert written is not None
    assert written["B5"].value in (None, 5050.5)


@pytest.mark.parametrize("beside", ["37.000", "1200", "1,200,000.5 km"])
@pytest.mark.parametrize("text", ["12,000"])
def test_a_number_that_may_be_two_is_asked_about_where_no_other_is_written_so(
    outline: Path, beside: str, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (outline.parent / "countries.csv").write_text(f"country;code;amount\nChad;TD;{beside}\n", encoding="utf-8")
    before = data(outline)
    asked = "," not in beside
    assert run(outline, "add", "Chile", "--set", f"amount={text}") == (FINDINGS if asked else DONE)
    assert ("write 12000 or 12" in capsys.readouterr().err) == asked
    assert (data(outline) == before) == asked


def test_a_column_is_set_once(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (outline.parent / "countries.csv").write_text("country,code,status\nChad,TD,\n", encoding="utf-8")
    before = data(outline)
    with pytest.raises(SystemExit):
        run(outline, "add", "Chile", "--set", "status=pathfinder", "--set", "status=candidate")
    assert "`status` is to be both “pathfinder” and “candidate”; say it once" in capsys.readouterr().err
    assert data(outline) == before
    assert run(outline, "add", "CL", "--set", "code=cl", "--set", "country=Chile", "--set", "status=Candidate") == DONE
    assert data(outline) == before + b"Chile,CL,candidate\n"


def test_a_list_of_something_else(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = OUTLINE.replace(
        "{countries: countries.csv}", "{countries: countries.csv}\n  partners: {table: partners.csv}"
    )
    outline.write_text(text, encoding="utf-8")
    (path := outline.parent / "partners.csv").write_bytes(before := b"name\tnote\nILO\t\n")
    assert run(outline, "show") == DONE
    assert run(outline, "add", "Free, at last", "--list", "partners", "--note", "new") == DONE
    assert [row.values["name"] for row in read_table(path).rows] == ["ILO", "Free, at last"]
    assert run(outline, "add", "ilo", "--list", "partners") == FINDINGS
    assert run(outline, "add", "UN", "--list", "partners", "--status", "x") == FINDINGS
    assert "the list has no column `status`" in capsys.readouterr().err
    assert run(outline, "remove", "free, at last", "--list", "partners") == DONE
    assert path.read_bytes() == before


HEADERS = """\
Country,Code,Status
 COUNTRY , code, STATUS
\ufeffPays,ISO,Statut
País,código,estado
国家,代码,状态
Страна,Код,Статус
البلد,الرمز,الحالة
"Country",code,status
"""


@pytest.mark.parametrize("header", HEADERS.splitlines())
def test_the_column_of_countries_is_known_by_many_names(
    outline: Path, capsys: pytest.CaptureFixture[str], header: str
) -> None:
    (outline.parent / "countries.csv").write_text(f"{header}\nAlbnia,,joined\nMali,,\n", encoding="utf-8")
    with pytest.raises(DeckError) as caught:
        lay_out(outline)
    assert [one.code for one in caught.value.diagnostics] == ["unknown-country", "unknown-status"]
    assert run(outline, "check") == FINDINGS
    assert run(outline, "fix") == FINDINGS
    assert run(outline, "remove", "ALB") == DONE
    before = data(outline)
    assert before.decode().endswith("\nMali,ML,\n")
    assert run(outline, "add", "TG", "--status", "candidate") == DONE
    assert data(outline) == before + b"Togo,TG,candidate\n"
    assert run(outline, "remove", "Togo") == DONE
    assert data(outline) == before
    capsys.readouterr()


def test_a_list_of_countries_without_a_column_for_them(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (outline.parent / "countries.csv").write_text("contry,status\nMali,\n", encoding="utf-8")
    for command in (["add", "Togo"], ["remove", "Mali"], ["check"]):
        assert run(outline, *command) == FINDINGS
        assert "error[unknown-column]" in capsys.readouterr().err


UNSORTED = """\
# ours
name of it,country,note
x,Zambia,
# joined
# late
y,The Gambia,"two
lines"
z,Côte d’Ivoire,
,Chad,
v,Åland Islands,

# the end
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_rows_are_sorted_with_their_comments(outline: Path, capsys: pytest.CaptureFixture[str], end: str) -> None:
    path = outline.parent / "countries.csv"
    path.write_bytes(UNSORTED.replace("\n", end).encode())
    assert run(outline, "fix", "--dry-run") == DONE
    assert path.read_bytes() == UNSORTED.replace("\n", end).encode()
    assert run(outline, "fix") == DONE
    head, zambia, gambia, ivoire, chad, aland, last = (
        "# ours\nname of it,country,note\n",
        "x,Zambia,\n",
        '# joined\n# late\ny,The Gambia,"two\nlines"\n',
        "z,Côte d’Ivoire,\n",
        ",Chad,\n",
        "v,Åland Islands,\n",
        "\n# the end\n",
    )
    assert head + zambia + gambia + ivoire + chad + aland + last == UNSORTED
    wanted = head + aland + chad + ivoire + gambia + zambia + last
    assert path.read_bytes() == wanted.replace("\n", end).encode()
    assert "4 rows moved, by name" in capsys.readouterr().out
    assert run(outline, "fix") == DONE
    assert capsys.readouterr().out == "0 cells mended\n"


def test_rows_are_sorted_as_the_outlines_language_has_the_names_that_it_shows(outline: Path) -> None:
    path = outline.parent / "countries.csv"
    path.write_text("country\nTD\nDE\nBJ\n", encoding="utf-8")
    # Allemagne, Bénin, Tchad; and by Unicode's names in Spanish: Alemania, Benín, Chad.
    for language, wanted in (("fr", "DE BJ TD"), ("en", "BJ TD DE"), ("es", "DE BJ TD"), ("ar", "DE BJ TD")):
        outline.write_text(OUTLINE.replace("language: en", f"language: {language}"), encoding="utf-8")
        assert run(outline, "fix") == DONE
        assert path.read_text(encoding="utf-8").split()[1:] == wanted.split(), language


def test_rows_are_sorted_by_the_names_that_the_outline_has_for_them(outline: Path) -> None:
    path = outline.parent / "countries.csv"
    path.write_text("country\nTD\nDE\nBJ\n", encoding="utf-8")
    header = "language: en, country_names: un, country_overrides: {TD: A land, DE: 'Z'}"
    outline.write_text(OUTLINE.replace("language: en", header), encoding="utf-8")
    assert run(outline, "fix") == DONE
    assert path.read_text(encoding="utf-8").split()[1:] == ["TD", "BJ", "DE"]
    assert run(outline, "fix") == DONE


def test_codes_are_called_in_the_outlines_language(outline: Path) -> None:
    (outline.parent / "countries.csv").write_text("country\nCMR\nTD\nCÔTE D’IVOIRE\n", encoding="utf-8")
    for language, wanted in (("fr", "Cameroun Tchad"), ("en", "Cameroon Chad"), ("ru", "Камерун Чад")):
        outline.write_text(OUTLINE.replace("language: en", f"language: {language}"), encoding="utf-8")
        shown = [paragraph.plain for _, _, text in texts(lay_out(outline).deck) for paragraph in text.paragraphs]
        assert {*wanted.split()} <= set(shown)
        assert "CÔTE D’IVOIRE" not in shown


@pytest.mark.parametrize(
    ("header", "hint"),
    [
        ("Our country,code", "call its column `Our country` just `country`"),
        ("contry,code", "call its column `contry` just `country`"),
        ("Albania,AL", "names a country: write `country,code` into a row above it"),
        ("Read me", "the first sheet alone is read"),
    ],
)
def test_how_to_name_the_column_of_countries(
    outline: Path, capsys: pytest.CaptureFixture[str], header: str, hint: str
) -> None:
    (outline.parent / "countries.csv").write_text(f"{header}\nMali\n", encoding="utf-8")
    for arguments in (["list", "check", "--outline"], ["check"]):
        assert main([*arguments, str(outline)]) == FINDINGS
        assert hint in capsys.readouterr().err


def test_the_nearest_of_the_list_is_named_and_no_other(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, hint in (("Albnia", "did you mean Albania (AL)?"), ("Atlantis", ""), ("Togoo", "")):
        assert run(outline, "remove", name) == FINDINGS
        assert capsys.readouterr().err.partition("hint: ")[2].partition("\n")[0] == hint


def test_a_line_is_shown_in_its_own_encoding(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(outline, "check") == DONE
    assert "3 | Côte d’Ivoire;CI" in capsys.readouterr().err


def test_only_the_rows_that_must_move_are_counted(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "Mali\nBenin\nChad\nFiji\nGhana"
    (outline.parent / "countries.csv").write_text(f"country\n{rows}\nTogoland\nCmeroon\n", encoding="utf-8")
    assert run(outline, "fix", "--dry-run") == DONE
    assert "row 8, country: Cmeroon → Cameroon" in capsys.readouterr().out
    run(outline, "fix")
    printed = capsys.readouterr().out
    assert "row 3, country: Cmeroon → Cameroon" in printed
    assert "2 rows moved, by name" in printed


@pytest.mark.parametrize(
    "end", ["Source: ILO\nNote: of 2023\n", "Total\n* provisional\n", "\nSource: ILO\n\n* provisional\n"]
)
def test_what_stands_below_a_list_stays_there(outline: Path, end: str) -> None:
    (path := outline.parent / "countries.csv").write_text(f"country\nTogo\nYemen\nMali\n{end}", encoding="utf-8")
    run(outline, "fix")
    assert path.read_text(encoding="utf-8") == f"country\nMali\nTogo\nYemen\n{end}"


def test_rows_that_cannot_be_sorted_are_told_before_too(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["country", "note"], ["Togo", "=A2"], ["Mali", None]):
        sheet.append(row)
    book.save(outline.parent / "list.xlsx")
    outline.write_text(OUTLINE.replace("countries.csv", "list.xlsx"), encoding="utf-8")
    for options, code in ((["--dry-run"], DONE), ([], DONE)):
        assert run(outline, "fix", *options) == code
        assert "cannot be sorted here: B2 is a formula" in capsys.readouterr().err


def test_two_who_add_at_once_both_do(outline: Path) -> None:
    """Each run reads, changes and saves the list while no other does."""
    names = ["Togo", "Mali", "Peru", "Chad", "Oman", "Iraq"]
    command = [sys.executable, "-m", "deck", "list", "add", "--outline", str(outline)]
    runs = [subprocess.Popen([*command, name], cwd=PROJECT, stdout=subprocess.DEVNULL) for name in names]
    assert [run.wait() for run in runs] == [DONE] * len(names)
    table = read_table(outline.parent / "countries.csv")
    assert sorted(row.values["country"] for row in table.rows) == sorted([*names, "Albania", "Côte d’Ivoire"])


def test_a_list_that_is_open_in_a_spreadsheet_stays(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = data(outline)
    (outline.parent / ".~lock.countries.csv#").touch()
    assert run(outline, "add", "Togo") == FINDINGS
    assert "close it there" in capsys.readouterr().err
    assert data(outline) == before


def test_what_was_added_is_added_whatever_is_wrong_elsewhere(outline: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (outline.parent / "countries.csv").write_text("country,code\nAtlantis,\n", encoding="utf-8")
    assert run(outline, "add", "Togo") == DONE
    printed = capsys.readouterr()
    assert "added Togo" in printed.out
    assert "warning[unknown-country]" in printed.err
    assert "error" not in printed.err


def test_the_outline_here_is_taken_where_none_is_named(outline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(outline.parent)
    assert main(["list", "add", "Togo"]) == DONE
    assert "Togo" in data(outline).decode("cp1252")


def test_the_installed_example_is_nobody_s_to_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("deck.cli.terminal.is_installed", lambda: True)
    commands = (["list", "add", "Togo"], ["list", "remove", "Peru"], ["list", "fix"], ["translate", "extract"])
    before = {path: path.read_bytes() for path in default_outline().parent.rglob("*") if path.is_file()}
    for command in commands:
        assert main(command) == FAILURE
        assert "name the one that is to change" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in before} == before


WRITING = (
    ["list", "add", "Togo"],
    ["list", "remove", "Peru"],
    ["list", "fix"],
    ["translate", "start", "de"],
    ["translate", "extract"],
    ["translate", "xliff", "export", "fr"],
    ["translate", "xlsx", "export", "fr"],
    ["translate", "tmx", "export", "fr"],
    ["translate", "po", "import", "fr.po"],
    ["ids"],
    ["shortcut"],
)


@pytest.mark.parametrize("command", WRITING, ids=" ".join)
def test_what_writes_asks_which_outline_where_none_is_here(
    command: list[str], outline: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = outline.parent
    outline.rename(folder / "x.yaml")
    (folder / "other.yaml").write_text("colours: []\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    kept = {path: path.read_bytes() for top in (default_outline().parent, folder) for path in top.rglob("*.*")}
    assert main(command) == FAILURE
    option = "--outline " if command[0] == "list" else ""
    assert f"name the one that is to change: `{option}x.yaml`\n" in capsys.readouterr().err
    assert {path: path.read_bytes() for top in (default_outline().parent, folder) for path in top.rglob("*.*")} == kept


def test_the_first_deck_is_changed_unnamed_in_its_checkout_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout = default_outline().parents[2]
    monkeypatch.chdir(checkout)
    assert outline_to_change(None).samefile(default_outline())
    monkeypatch.chdir(default_outline().parent)
    assert outline_to_change(None) == Path("outline.yaml")
    monkeypatch.chdir(tmp_path)
    assert outline_to_change(default_outline()) == default_outline()
    with pytest.raises(DeckError) as failed:
        outline_to_change(None, "--outline ")
    assert failed.value.diagnostics[0].hint == "name the one that is to change: --outline FILE"


def test_the_outline_may_be_named_without_its_option(
    outline: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(outline.parent)
    outline.rename("x.yaml")
    assert main(["list", "add", "Togo", "x.yaml", "--status", "candidate"]) == DONE
    assert main(["list", "show", "x.yaml"]) == DONE
    assert "Togo" in capsys.readouterr().out
    for command, why in (
        (["add", "South", "Sudan"], "`Sudan` is no outline; put a name of several words into quotation marks"),
        (["add", "Mali", "x.yaml", "--outline", "x.yaml"], "two outlines are named"),
    ):
        with pytest.raises(SystemExit):
            main(["list", *command])
        assert why in capsys.readouterr().err


def test_numbers_of_rows_go_on_and_close_up(outline: Path) -> None:
    path = outline.parent / "countries.csv"
    path.write_text("No.,country,code\n1,Albania,AL\n2,Chad,TD\n3,Mali,ML\n", encoding="utf-8")
    before = data(outline)
    assert run(outline, "add", "Togo") == DONE
    assert data(outline) == before + b"4,Togo,TG\n"
    assert run(outline, "remove", "Chad") == DONE
    assert data(outline) == b"No.,country,code\n1,Albania,AL\n2,Mali,ML\n3,Togo,TG\n"


@pytest.mark.parametrize("sample", ["sheetjs.xlsx", "sheetjs.ods", "exceljs.xlsx", "gnumeric.ods"])
def test_numbers_of_rows_in_workbooks(outline: Path, sample: str) -> None:
    path = outline.parent / sample
    shutil.copy(SAMPLES / sample, path)
    outline.write_text(OUTLINE.replace("countries.csv", sample), encoding="utf-8")
    table = read_table(path).columns[0]
    assert run(outline, "add", "Togo") == DONE
    assert [row.values[table] for row in read_table(path).rows] == ["1", "2", "3", "4"]
    assert run(outline, "remove", "CI") == DONE
    assert [(row.values[table], row.values["code"]) for row in read_table(path).rows] == [
        ("1", "AL"),
        ("2", "TD"),
        ("3", "TG"),
    ]
    assert [row.values["country"] for row in read_table(path).rows] == ["Albania", "Chad & co", "Togo"]


@pytest.mark.parametrize("note", ["=1+1", "@SUM(A1)", "+a", "-a", '="x"'])
def test_a_note_is_no_formula(outline: Path, note: str) -> None:
    """What a spreadsheet would run stands there as text, and is read as it was typed."""
    assert run(outline, "add", "Togo", f"--note={note}") == DONE
    (line,) = (line for line in data(outline).decode("cp1252").splitlines() if line.startswith("Togo"))
    assert line.split(";")[4].startswith("\"'")
    table = read_table(outline.parent / "countries.csv")
    assert table.rows[-1].values["note"] == note
    assert run(outline, "remove", "Togo") == DONE


@pytest.mark.parametrize("note", ["-5", "+27.6", "'tis", "a=b"])
def test_what_is_no_formula_stays_as_it_is(outline: Path, note: str) -> None:
    assert run(outline, "add", "Togo", f"--note={note}") == DONE
    assert data(outline).decode("cp1252").splitlines()[-1].endswith(f";{note}")


def test_a_list_without_a_column_of_countries_is_told_so_by_fix(
    outline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = "land;status\r\nTogo;Candidate\r\nMali;\r\n".encode("cp1252")
    (outline.parent / "countries.csv").write_bytes(before)
    assert run(outline, "fix", "--dry-run") == DONE
    assert data(outline) == before
    assert run(outline, "fix") == FINDINGS
    assert "a list of countries has a column `country`" in capsys.readouterr().err
    assert data(outline) == before.replace(b"Candidate", b"candidate")


def test_an_empty_column_between_others_is_no_column_that_is_asked_for(
    outline: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = b"country,,status\nTogo,,\n"
    (outline.parent / "countries.csv").write_bytes(before)
    assert run(outline, "add", "Mali", "--set", "stage=planning") == FINDINGS
    assert "the list has no column `stage`" in capsys.readouterr().err
    assert data(outline) == before
