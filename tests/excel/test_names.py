"""The row with names of columns is as high as its names need, no higher."""

import pytest

from riec_desktop.excel.names import header_height, width_of_name
from riec_desktop.excel.sizes import HIGHEST, LINE_HEIGHT


@pytest.mark.parametrize(
    ("name", "width", "lines"),
    [
        ("Woorden", 9, 1),
        ("Hoogstens", 11, 1),
        ("RIEC Zeeland-West-Brabant", 12.5, 2),
        ("RIEC Amsterdam-Amstelland", 14.5, 2),
        ("RIEC Amsterdam-Amstelland", 14, 3),
        ("Reden van ontbreken (kies)", 16, 2),
        ("onafbreekbaar", 4, 1),
        ("", 4, 1),
    ],
)
def test_a_name_takes_the_lines_that_its_letters_need(name: str, width: float, lines: int) -> None:
    assert header_height(["Kort", name], [20, width]) == lines * LINE_HEIGHT


def test_letters_are_not_all_as_wide() -> None:
    assert width_of_name("ill") < width_of_name("aan") < width_of_name("MWM")


def test_no_header_is_higher_than_excel_can_show() -> None:
    assert header_height(["a " * 100], [2]) == HIGHEST
