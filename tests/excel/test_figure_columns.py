"""Heads of foreign tables: found where they stand, in the words that people use, in every shape."""

from datetime import date

import pytest

from riec_desktop.excel.figure_columns import (
    best_meaning,
    guessed_header,
    guessed_mapping,
    heads,
    year_columns,
    year_in,
    year_of,
)
from riec_desktop.excel.figure_mapping import FigureMapping, Meaning, Shape, mapping_problem
from riec_desktop.excel.reading.cells import ReadCell, ReadSheet
from tests.helpers.figures import sheet_of, typed_sheet

NAMES = ("RIEC Limburg", "RIEC Rotterdam", "LIEC")


def guess(sheet: ReadSheet) -> FigureMapping:
    return guessed_mapping(sheet, NAMES.__contains__, 2024)


@pytest.mark.parametrize(
    ("head", "meaning"),
    [
        ("Portefeuille", Meaning.PORTFOLIO),
        ("Naam indicator", Meaning.INDICATOR),
        ("KPI", Meaning.INDICATOR),
        ("Naam", Meaning.INDICATOR),
        ("Naam organisatie", Meaning.ORGANISATION),
        ("Eenheid", Meaning.UNIT),
        ("RIEC", Meaning.ORGANISATION),
        ("Verslagjaar", Meaning.YEAR),
        ("Streefwaarde", Meaning.TARGET),
        ("Doel (getal)", Meaning.TARGET),
        ("Realisatie 2023", Meaning.ACTUAL),
        ("Aantal", Meaning.ACTUAL),
        ("Voorlopig of definitief", Meaning.PROVISIONAL),
        ("Peildatum (datum)", Meaning.REFERENCE_DATE),
        ("Reden van ontbreken", Meaning.MISSING),
        ("Opmerkingen", Meaning.NOTE),
        ("Kleur", None),
    ],
)
def test_heads_in_the_words_that_people_use(head: str, meaning: Meaning | None) -> None:
    assert best_meaning(head) is meaning


def test_a_table_with_each_figure_on_its_own_row() -> None:
    found = guess(sheet_of("Portefeuille;Indicator;Organisatie;Jaar;Doel;Werkelijk\na;b;c;2023;1;2"))
    assert (found.header_row, found.shape) == (1, Shape.ROWS)
    assert list(found.columns) == [
        Meaning.PORTFOLIO,
        Meaning.INDICATOR,
        Meaning.ORGANISATION,
        Meaning.YEAR,
        Meaning.TARGET,
        Meaning.ACTUAL,
    ]


def test_the_head_is_found_below_titles_and_empty_rows() -> None:
    text = "Jaarcijfers van het bestel\n\nGemaakt op 3 maart\nIndicator;RIEC;Aantal\nsignalen;RIEC Limburg;3"
    assert guess(sheet_of(text)).header_row == 4


def test_the_first_of_two_equal_heads_counts() -> None:
    assert guessed_header(sheet_of("Indicator;Aantal\na;1\nIndicator;Aantal\nb;2"), NAMES.__contains__) == 1


def test_without_known_words_the_first_row_of_several_cells_is_the_head() -> None:
    assert guessed_header(sheet_of("Overzicht\nWat;Hoeveel\nsignalen;3"), NAMES.__contains__) == 2
    assert guessed_header(ReadSheet(name="leeg", rows={}), NAMES.__contains__) == 1


def test_columns_that_are_empty_or_unknown_are_left_alone() -> None:
    found = guess(sheet_of("Indicator;;Kleur;Aantal\nsignalen;;rood;3"))
    assert found.columns == {Meaning.INDICATOR: 1, Meaning.ACTUAL: 4}


def test_a_column_has_one_meaning() -> None:
    assert guess(sheet_of("Indicator;Voorlopig cijfer\nsignalen;ja")).columns == {
        Meaning.INDICATOR: 1,
        Meaning.PROVISIONAL: 2,
    }


def test_years_side_by_side() -> None:
    found = guess(sheet_of("Indicator;2022;2023;2024 (voorlopig)\nsignalen;1;2;3"))
    assert found.shape is Shape.YEARS
    assert found.columns == {Meaning.INDICATOR: 1}


def test_years_that_are_numbers_and_a_target_and_actual_for_each() -> None:
    sheet = typed_sheet(("Indicator", "Doel 2023", "Werkelijk 2023", 2024), ("signalen", 1, 2, 3))
    assert guess(sheet).shape is Shape.YEARS
    assert list(year_columns(heads(sheet, 1))) == [
        (2, 2023, Meaning.TARGET),
        (3, 2023, Meaning.ACTUAL),
        (4, 2024, Meaning.ACTUAL),
    ]


def test_years_over_a_second_row_of_heads() -> None:
    sheet = sheet_of("Indicator;2023;;2024;\n;Doel;Werkelijk;Doel;Werkelijk\nsignalen;1;2;3;4")
    found = guess(sheet)
    assert (found.header_row, found.shape) == (2, Shape.YEARS)
    assert heads(sheet, 2) == {
        1: "Indicator",
        2: "Doel 2023",
        3: "Werkelijk 2023",
        4: "Doel 2024",
        5: "Werkelijk 2024",
    }
    assert found.columns == {Meaning.INDICATOR: 1}


def test_a_note_beside_two_rows_of_heads_belongs_to_no_year() -> None:
    sheet = sheet_of("Indicator;2024;;\n;Doel;Werkelijk;Toelichting\nsignalen;1;2;Let op")
    assert heads(sheet, 2)[4] == "Toelichting"
    assert guess(sheet).columns[Meaning.NOTE] == 4


def test_a_year_in_a_title_is_no_second_row_of_heads() -> None:
    assert heads(sheet_of("Cijfers over 2023\nIndicator;Doel\nsignalen;1"), 2) == {1: "Indicator", 2: "Doel"}


def test_organisations_side_by_side() -> None:
    found = guess(sheet_of("Indicator;RIEC Limburg;RIEC Rotterdam;LIEC;Totaal\nsignalen;1;2;3;6"))
    assert found.shape is Shape.ORGANISATIONS
    assert found.columns == {Meaning.INDICATOR: 1}


@pytest.mark.parametrize(
    ("text", "year"),
    [("2023", 2023), ("Doel 2023*", 2023), ("2022-2023", None), ("1823", None), ("12023", None), ("", None)],
)
def test_a_year_is_four_digits_and_only_one(text: str, year: int | None) -> None:
    assert year_in(text) == year


def test_the_year_of_a_day_is_used_with_a_doubt_unless_it_is_new_years_day() -> None:
    assert year_of(ReadCell(date(2023, 1, 1))) == (2023, "")
    assert year_of(ReadCell(date(2023, 6, 30))) == (2023, "Van de datum 30-6-2023 is alleen het jaar gebruikt.")
    assert year_of(None) == (None, "")


def test_what_a_mapping_lacks_is_said() -> None:
    rows = FigureMapping(sheet="x", header_row=1, year=2024)
    assert "indicator" in mapping_problem(rows)
    named = FigureMapping(sheet="x", header_row=1, columns={Meaning.INDICATOR: 1}, year=2024)
    assert "getal" in mapping_problem(named)
    timeless = FigureMapping(sheet="x", header_row=1, columns={Meaning.INDICATOR: 1, Meaning.ACTUAL: 2})
    assert "jaar" in mapping_problem(timeless)
    wide = FigureMapping(sheet="x", header_row=1, columns={Meaning.INDICATOR: 1}, shape=Shape.YEARS)
    assert mapping_problem(wide) == ""
