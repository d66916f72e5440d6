"""Charts under a table: beside each other, not on top of each other, and not where a page ends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.excel.chart_places import ROWS_HIGH, Place, chart_places, pixels

WIDE = [20.0] * 8


def test_charts_share_the_width_of_the_table() -> None:
    places = list(chart_places(5, WIDE, [15.0] * 4))
    width = 8 * pixels(20.0) // 3
    assert [place.left for place in places] == [0, width, 2 * width, 0, width]
    assert {place.width for place in places} == {width - 14}


def test_the_first_charts_stand_a_row_below_the_table() -> None:
    assert next(chart_places(1, WIDE, [15.0] * 4)).row == 5


def test_a_narrow_table_has_its_charts_under_each_other() -> None:
    assert list(chart_places(2, [10.0], [15.0])) == [Place(2, 0, 306), Place(2 + ROWS_HIGH + 1, 0, 306)]


@pytest.mark.parametrize("rows", [2, 10, 20, 30])
def test_no_chart_stands_where_a_page_ends(rows: int) -> None:
    # This wide, a page of 487 points (Excel) or 512 (LibreOffice) is scaled to half: 64 or 68 rows of 15 points.
    wide = [28.0] * 10 + [14.0]
    taken = [range(place.row, place.row + ROWS_HIGH) for place in chart_places(24, wide, [15.0] * rows)]
    assert not [one for one in taken if one.start < 64 < one.stop or one.start < 68 < one.stop]


@given(st.integers(0, 40), st.lists(st.floats(3, 100), min_size=1, max_size=30), st.integers(1, 200))
def test_no_chart_covers_another(charts: int, widths: list[float], rows: int) -> None:
    places = list(chart_places(charts, widths, [15.0] * rows))
    assert len(places) == charts
    cells = [(row, place.left) for place in places for row in range(place.row, place.row + ROWS_HIGH)]
    assert len(cells) == len(set(cells))
    assert all(place.row > rows for place in places)
    lefts = sorted({place.left for place in places})
    assert all(after - before >= places[0].width for before, after in pairwise(lefts))
