"""What cells show, how they sort, and what the clipboard carries."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.choices import ActivityState
from riec_desktop.dossier.fields import Kind
from riec_desktop.dossier.records import Activity, Indicator, IndicatorValue, Record
from riec_desktop.ui.widgets.columns import (
    cell_text,
    computed_column,
    copied_text,
    field_column,
    from_clipboard,
    sort_key,
    to_clipboard,
)
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.figure_columns import FIGURE_COLUMNS
from tests.helpers import sample

DOSSIER = sample.sample(sample.SIGNALS, sample.TRAININGS)
CONTEXT = FormContext(show_number=lambda _: "12")
TRAINING = Activity(
    id="1",
    title="Training",
    state=ActivityState.DONE,
    start=date(2023, 3, 3),
    organisation_ids=("goor", "delden", "weg"),
    result="Er waren **{cijfer:signalen}** signalen.",
)


@pytest.mark.parametrize(
    ("field", "shown", "copied"),
    [
        ("title", "Training", "Training"),
        ("state", "afgerond", "afgerond"),
        ("start", "3-3-2023", "3-3-2023"),
        ("end", "", ""),
        ("joint", "ja", "ja"),
        ("organisation_ids", "RIEC Goor, RIEC Delden", "RIEC Goor; RIEC Delden"),
        ("result", "Er waren 12 signalen.", "Er waren **{cijfer:signalen}** signalen."),
    ],
)
def test_a_cell_shows_and_copies(field: str, shown: str, copied: str) -> None:
    column = field_column(Activity, field)
    assert cell_text(column, DOSSIER, TRAINING, CONTEXT) == shown
    assert copied_text(column, DOSSIER, TRAINING) == copied


def test_a_negative_number_is_copied_with_the_minus_that_spreadsheets_know() -> None:
    value = IndicatorValue(id="1", actual=Decimal("-1234.5"))
    column = field_column(IndicatorValue, "actual")
    assert cell_text(column, DOSSIER, value, CONTEXT) == "−1.234,5"
    assert copied_text(column, DOSSIER, value) == "-1.234,5"


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("title", ["appel", "Beer", "citroen", ""]),
        ("start", [date(2022, 12, 31), date(2023, 1, 1), None]),
        ("joint", [False, True]),
        ("state", list(ActivityState)),
    ],
)
def test_cells_sort_by_what_they_mean_and_empty_ones_last(field: str, values: list[object]) -> None:
    column = field_column(Activity, field)
    keys = [sort_key(column, DOSSIER, replace(TRAINING, **{field: value}), CONTEXT) for value in values]
    assert keys == sorted(keys)


def test_numbers_sort_by_size() -> None:
    column = field_column(IndicatorValue, "actual")
    rows = [IndicatorValue(id="1", actual=number) for number in (Decimal(-3), Decimal(9), Decimal(10), None)]
    keys = [sort_key(column, DOSSIER, row, CONTEXT) for row in rows]
    assert keys == sorted(keys)


@given(st.lists(st.lists(st.text(alphabet='a"\t\n ;1'), min_size=2, max_size=3), min_size=1, max_size=3))
def test_cells_come_back_from_the_clipboard_as_they_went(rows: list[list[str]]) -> None:
    assert from_clipboard(to_clipboard(rows)) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("1\t2\r\n3\t4\r\n", [["1", "2"], ["3", "4"]]),
        ("a\t\t", [["a", "", ""]]),
        ('"twee\nregels"\tb', [["twee\nregels", "b"]]),
        ('"zegt ""ja"""', [['zegt "ja"']]),
        ('"niet gesloten\tb', [['"niet gesloten', "b"]]),
        ('5 inch"\tb', [['5 inch"', "b"]]),
        ("", [[""]]),
    ],
)
def test_a_piece_of_a_spreadsheet_is_read(text: str, rows: list[list[str]]) -> None:
    assert from_clipboard(text) == rows


def test_a_computed_column_tells_and_takes_nothing() -> None:
    def length(_: object, record: Record) -> int:
        return len(record.id)

    column = computed_column("Lengte", length, kind=Kind.INTEGER)
    assert cell_text(column, DOSSIER, TRAINING, CONTEXT) == "1"
    assert not column.editable


def test_a_figure_names_its_indicator_and_its_organisation_or_the_country() -> None:
    rows = (
        *(sample.figure(None, organisation=one) for one in (sample.GOOR, sample.DELDEN)),
        sample.figure(None, sample.TRAININGS),
    )
    texts = [[cell_text(column, DOSSIER, row, CONTEXT) for column in FIGURE_COLUMNS[:2]] for row in rows]
    assert texts == [["signalen", "RIEC Goor"], ["signalen", "RIEC Delden"], ["trainingen", "landelijk"]]


def test_a_figure_shows_the_decimals_of_its_indicator() -> None:
    dossier = sample.sample(replace(sample.SIGNALS, decimals=2, unit="procent"))
    row = sample.figure("12.5")
    name, _, _, actual, *_ = (cell_text(column, dossier, row, CONTEXT) for column in FIGURE_COLUMNS)
    assert (name, actual) == ("signalen (procent)", "12,50")


def test_a_figure_without_an_indicator_is_shown_as_it_is() -> None:
    row = IndicatorValue(id="1", indicator_id=Indicator(id="weg").id, actual=Decimal("1.5"))
    assert [cell_text(column, DOSSIER, row, CONTEXT) for column in FIGURE_COLUMNS[:4]] == ["", "landelijk", "", "1,5"]
