"""Where the charts of a sheet go: under the table, beside each other, and not over the edge of a printed page.

Sizes: pixels at 96 to the inch across, points down, as Excel counts them (a column of width w is 7w + 5 pixels in
Calibri 11). A page is scaled so that the table fits its width. Excel and LibreOffice do not put the same on a page, so
the end of a page is a stretch of rows, and a chart keeps clear of all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from riec_desktop.excel.sizes import LINE_HEIGHT

ROWS_HIGH = 14
"""Rows of the sheet that a chart covers."""

_NARROWEST = 320
_GAP = 14
_BETWEEN = 1
# A4 on its side without the margins that `render` sets; LibreOffice has a little more height, and rounds its scale.
_PAGE_WIDE = 784.0
_LEAST_HIGH, _MOST_HIGH = 470.0, 530.0
_POINTS_PER_PIXEL = 0.75
# LibreOffice makes rows as high as their text; those of `sizes` have some to spare.
_LEAST_TABLE = 0.92


@dataclass(frozen=True, slots=True)
class Place:
    """The row that a chart starts in (from 0), its distance from the left of the sheet and its width, in pixels."""

    row: int
    left: int
    width: int


def pixels(width: float) -> int:
    """The width of a column in pixels."""
    return int(width * 7 + 0.5) + 5


def chart_places(charts: int, widths: Sequence[float], heights: Sequence[float]) -> Iterator[Place]:
    """A place for each chart under rows of these heights (in points; the first is the header)."""
    wide = sum(map(pixels, widths))
    across = max(1, wide // _NARROWEST)
    step = max(wide // across, _NARROWEST)
    bands = _bands(wide, heights)
    for first in range(0, charts, across):
        row = next(bands)
        for place in range(min(across, charts - first)):
            yield Place(row, place * step, step - _GAP)


def _bands(wide: int, heights: Sequence[float]) -> Iterator[int]:
    """The first row of each band of charts."""
    ends = tuple(_page_ends(wide, heights))
    row = len(heights) + _BETWEEN
    while True:
        cut = next((after for before, after in ends if row < after and before < row + ROWS_HIGH), row)
        yield cut
        row = cut + ROWS_HIGH + _BETWEEN


def _page_ends(wide: int, heights: Sequence[float]) -> Iterator[tuple[int, int]]:
    """Between which rows a page ends, for each page as long as that can be told; the header stands on every page."""
    scale = min(1.0, _PAGE_WIDE / (wide * _POINTS_PER_PIXEL))
    least, most, table = _LEAST_HIGH / scale, _MOST_HIGH / scale, sum(heights)
    for pages in count(1):
        repeated = (pages - 1) * heights[0]
        before = len(heights) + int((pages * least - repeated - table) / LINE_HEIGHT)
        after = len(heights) + int((pages * most - repeated - table * _LEAST_TABLE) / LINE_HEIGHT) + 1
        if after - before > ROWS_HIGH:
            return
        yield before, after
