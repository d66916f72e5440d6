"""Columns and rows: as large as what they hold needs, within limits."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.excel.plan import AMOUNT_TYPES, Amount, Cell, Column, ColumnType, Formula, Link
from riec_desktop.excel.sizes import (
    HIGHEST,
    LINE_HEIGHT,
    column_width,
    letters,
    row_height,
    row_heights,
)

PADDING = 1.5


@pytest.mark.parametrize(
    ("cells", "width"),
    [
        (["kort", "een langere tekst"], 17),
        (["eerste regel van twee\nkort"], 21),
        (["x" * 100], 40),
        (["lang genoeg", "y" * 39, "z" * 60, "kort"], 40),
        ([1_234_567], 9),
        ([Amount(Decimal("1234567.5"), 1)], 11),
        ([Formula("=1+1", Amount(Decimal(12345678)))], 10),
        ([Link("Portefeuilles", "Portefeuilles")], 13),
        ([None], 7),
        ([], 7),
    ],
)
def test_a_column_is_as_wide_as_its_longest_line_up_to_its_limit(cells: list[Cell], width: int) -> None:
    assert column_width(Column(name="Kolm"), cells) == width + PADDING


def test_a_date_has_room_for_ten_characters() -> None:
    column = Column(name="Dag", type=ColumnType.DATE)
    assert column_width(column, [date(2023, 1, 2)]) == column_width(column, []) == 10 + PADDING


def test_signs_and_hundreds_of_a_difference_and_a_percentage_have_room() -> None:
    amounts: list[Cell] = [Amount(Decimal("12345.25")), Amount(Decimal("-0.5"))]
    widths = {kind: column_width(Column(name="K", type=kind), amounts) for kind in AMOUNT_TYPES}
    assert widths == {
        ColumnType.DECIMAL: len("12,345") + PADDING,
        ColumnType.DIFFERENCE: len("+12,345") + PADDING,
        ColumnType.PERCENTAGE: len("+1,234,525%") + PADDING,
    }


def test_a_column_can_ask_for_room() -> None:
    assert column_width(Column(name="Kolm", narrowest=12), ["x"]) == 12 + PADDING


def test_the_longest_word_of_a_name_fits_beside_the_filter_button() -> None:
    assert column_width(Column(name="Vorm van de uitvoering"), []) == len("uitvoering") + 3 + PADDING
    assert column_width(Column(name="RIEC Zeeland-West-Brabant"), []) == len("Zeeland-") + 3 + PADDING


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("past", 1),
        ("dit past niet op een regel", 3),
        ("een\ntwee\n\nvier", 4),
        ("in Oost-Brabant", 2),
        ("onafbreekbaarwoord" * 2, 4),
        (None, 1),
        (12, 1),
    ],
)
def test_a_row_is_as_high_as_its_cell_with_the_most_lines(text: Cell, lines: int) -> None:
    assert row_height(("kort", text), [10, 10]) == lines * LINE_HEIGHT


@given(st.lists(st.tuples(st.text("ab \n-", max_size=40), st.integers() | st.none()), max_size=5))
def test_rows_together_are_as_high_as_each_alone(rows: list[tuple[str, int | None]]) -> None:
    assert row_heights(rows, [10, 1]) == [row_height(row, [10, 1]) for row in rows]


def test_no_row_is_higher_than_excel_can_show() -> None:
    assert row_height(("\n" * 100,), [10]) == HIGHEST


def test_a_line_holds_a_few_letters_more_than_digits() -> None:
    assert letters(21.5) == 23
