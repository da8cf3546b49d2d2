"""What a list's rows say of countries: under any usual heading, and what is none of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from deck.ground.diagnostics import Diagnostic
from deck.lists import read_countries
from deck.model.table import Table


def read(tmp_path: Path, text: str) -> tuple[Table, tuple[Diagnostic, ...]]:
    (path := tmp_path / "list.csv").write_text(text, encoding="utf-8")
    return read_countries(path)


@pytest.mark.parametrize(
    "heading",
    [
        "ISO3",
        "iso2",
        "ISO-2",
        "Alpha-2",
        "alpha_3 code",
        "Country code",
        "Code ISO",
        "Código ISO",
        "ISO 3166-1 alpha-3",
    ],
)
def test_a_column_of_codes_under_any_usual_heading(heading: str, tmp_path: Path) -> None:
    table, found = read(tmp_path, f"Country,{heading}\nKenya,UGA\n")
    assert [(one.code, one.severity) for one in found] == [("country-code", "error")]
    table, found = read(tmp_path, f"{heading}\nKEN\nUG\n")
    assert not found
    assert [(row.values["country"], row.values["code"]) for row in table.rows] == [("Kenya", "KE"), ("Uganda", "UG")]


@pytest.mark.parametrize("row", ["Kenia,UG", "Kenyaa,UG", "Korea,UG", "Congo,UG", "Republica de Kenya,UG"])
def test_a_name_beside_another_countrys_code_is_an_error(row: str, tmp_path: Path) -> None:
    _, found = read(tmp_path, f"country,code\n{row}\n")
    expected = [] if row.startswith("Republica") else [("country-code", "error")]
    assert [(one.code, one.severity) for one in found] == expected


@pytest.mark.parametrize(
    "row",
    ["Total", "TOTAL: 37", "Source: World Bank", "Источник: ООН", "合计", "Total (37)", "C?te d’Ivoire", "M\ufffdxico"],
)
def test_what_is_no_country_is_an_error(row: str, tmp_path: Path) -> None:
    _, found = read(tmp_path, f"country\nKenya\n{row}\n")
    assert [(one.code, one.severity) for one in found] == [("unknown-country", "error")]


def test_a_total_whose_number_stands_under_code_is_no_country(tmp_path: Path) -> None:
    _, found = read(tmp_path, "country,code\nKenya,KE\nTotal,5\n")
    assert [one.message for one in found] == ["“Total” is no country"]


def test_a_code_of_another_system_is_not_isos(tmp_path: Path) -> None:
    _, found = read(tmp_path, "country\nBRN\nGER\n")
    assert [(one.code, one.hint) for one in found] == [
        ("ambiguous-country", "write BN or BH"),
        ("unknown-country", "did you mean Germany (DE)?"),
    ]
    _, found = read(tmp_path, "country\nBRN\nDEU\n")
    assert not found
