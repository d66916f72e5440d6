"""The workbook in a chart: every program opens it, and it holds the numbers of the chart."""

from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
from hypothesis import given, settings

from riec_desktop.chapter.blocks import Chart
from riec_desktop.sheets import MOST_CHARACTERS
from riec_desktop.word.chart_workbook import number_text, workbook
from tests.helpers.chapters import chart, series
from tests.helpers.strategies import decimals, raw_texts
from tests.helpers.word import audit
from tests.word.test_markup import lines


def cells(chart: Chart) -> list[list[Any]]:
    """All cells, as openpyxl reads them."""
    book: Any = openpyxl.load_workbook(BytesIO(workbook(chart)))
    assert book.sheetnames == ["Gegevens"]
    return [[cell.value for cell in row] for row in book["Gegevens"].iter_rows()]


def test_names_head_rows_and_columns_and_a_missing_number_is_an_empty_cell() -> None:
    assert cells(chart()) == [
        ["Categorie", "Werkelijk", "Doel"],
        ["2021", 1234.5, 1000],
        ["2022", None, 2000],
        ["2023", 3, 3000],
    ]


def test_numbers_have_dutch_signs_and_the_decimals_of_the_chart() -> None:
    book: Any = openpyxl.load_workbook(BytesIO(workbook(chart(decimals=2))))
    assert book["Gegevens"]["B2"].number_format == "[$-413]#,##0.00"
    assert book["Gegevens"]["B3"].number_format == "General"


def test_it_is_valid_and_the_same_every_time(tmp_path: Path) -> None:
    assert audit(workbook(chart()), tmp_path, ".xlsx") == []
    assert workbook(chart()) == workbook(chart())


def test_many_series_have_columns_of_their_own() -> None:
    rows = [series(f"Reeks {at}", str(at), "", "") for at in range(30)]
    assert cells(chart(1, chart().kind, *rows))[1] == ["2021", *range(30)]


@given(raw_texts(), raw_texts(), decimals())
@settings(max_examples=40)
def test_any_text_and_any_number_come_out(name: str, category: str, number: Any) -> None:
    one = chart(1, chart().kind, series(name, str(number)), categories=(category,))
    (_, head), (row, value) = cells(one)
    assert (head or "", row or "") == (lines(name).strip(), lines(category).strip())
    assert float(value) == float(number)


def test_a_number_is_written_out_in_full() -> None:
    assert [number_text(one) for one in series("", "1E+6", "1.50", "-0.001", "0").values if one is not None] == [
        "1000000",
        "1.5",
        "-0.001",
        "0",
    ]


def test_a_text_is_cut_where_a_cell_is_full() -> None:
    assert len(cells(chart(1, chart().kind, series("x" * 40_000, "1", "", "")))[0][1]) == MOST_CHARACTERS
