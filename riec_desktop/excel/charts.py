"""Native line charts: calm house colours, and a marker and a dash of its own for each line, so that print suffices."""

from collections.abc import Mapping, Sequence
from typing import Any

from riec_desktop.excel.chart_places import ROWS_HIGH, Place
from riec_desktop.excel.plan import Amount, Chart, ColumnType, Line, Row, SheetPlan
from riec_desktop.excel.styles import HEADER_COLOURS, LINE_COLOUR, number_format
from riec_desktop.excel.xlsx import Book, Sheet

ACTUAL_COLOUR = HEADER_COLOURS[1]
TARGET_COLOUR = "#A65200"
"""Both stand out from white with at least 3:1 (WCAG 2.2, 1.4.11); a test computes it."""

TEXT_COLOUR = "#333B45"
_ROW_PIXELS = 20
_SMALL: Mapping[str, Any] = {"size": 9, "color": TEXT_COLOUR}
_MOVE_NOT_SIZE = 2


def draw(book: Book, written: Sheet, sheet: SheetPlan, chart: Chart, place: Place) -> None:
    """Put a chart of the sheet in its place."""
    made = book.add_chart({"type": "line"})
    for line in chart.lines:
        made.add_series(_series(sheet, chart, line))
    made.set_title(_title(sheet, chart))
    made.set_x_axis({"num_font": _SMALL, "line": {"color": LINE_COLOUR}})
    made.set_y_axis(_value_axis(sheet, chart))
    made.set_legend({"position": "bottom", "font": _SMALL} if len(chart.lines) > 1 else {"none": True})
    made.set_chartarea({"border": {"color": LINE_COLOUR}})
    made.set_size({"width": place.width, "height": ROWS_HIGH * _ROW_PIXELS})
    options = {"x_offset": place.left, "description": chart.description, "object_position": _MOVE_NOT_SIZE}
    written.insert_chart(place.row, 0, made, options)


def _title(sheet: SheetPlan, chart: Chart) -> Mapping[str, Any]:
    """The title follows its cell, as the lines follow theirs."""
    cell = [sheet.name, chart.row + 1, chart.title_column]
    title = sheet.rows[chart.row][chart.title_column]
    font = {"size": 10, "bold": True, "color": TEXT_COLOUR}
    return {"name": cell, "data": [title], "name_font": font, "overlay": False}


def _series(sheet: SheetPlan, chart: Chart, line: Line) -> Mapping[str, Any]:
    row = chart.row + 1
    colour = TARGET_COLOUR if line.is_target else ACTUAL_COLOUR
    width, dash, sign = (1.5, "dash", "diamond") if line.is_target else (2.25, "solid", "circle")
    return {
        "name": line.name,
        "categories": [sheet.name, 0, chart.lines[0].first, 0, chart.lines[0].last],
        "categories_data": list(chart.places),
        "values": [sheet.name, row, line.first, row, line.last],
        "values_data": _values(sheet.rows[chart.row], line),
        "line": {"color": colour, "width": width, "dash_type": dash},
        "marker": {"type": sign, "size": 7, "fill": {"color": colour}, "border": {"color": colour}},
        **({} if line.is_target else {"data_labels": _labels(chart)}),
    }


def _labels(chart: Chart) -> Mapping[str, Any]:
    return {"value": True, "position": "above", "font": _SMALL, "num_format": _format(chart)}


def _format(chart: Chart) -> str:
    return number_format(ColumnType.DECIMAL, chart.decimals)


def _values(row: Row, line: Line) -> list[float | str]:
    """What the cells of a line hold, so that a program that cannot calculate draws it too; '' where nothing stands."""
    cells = row[line.first : line.last + 1]
    return [float(cell.value) if isinstance(cell, Amount) else "" for cell in cells]


def _value_axis(sheet: SheetPlan, chart: Chart) -> Mapping[str, Any]:
    """From 0 where no number is below it, so that a small change does not look large."""
    numbers = [value for line in chart.lines for value in _values(sheet.rows[chart.row], line)]
    below = any(isinstance(value, float) and value < 0 for value in numbers)
    options: dict[str, Any] = {
        "num_font": _SMALL,
        "num_format": _format(chart),
        "line": {"none": True},
        "major_gridlines": {"visible": True, "line": {"color": LINE_COLOUR, "width": 0.5}},
        # The library takes a text like `x!A1` for a reference to a cell; with a space in it, it is text.
        "name": chart.unit.replace("!", "! ") or None,
        "name_font": {**_SMALL, "bold": False},
    }
    return options if below else {**options, "min": 0}


def drawn(book: Book, written: Sheet, sheet: SheetPlan, places: Sequence[Place]) -> None:
    """Draw every chart of a sheet."""
    for chart, place in zip(sheet.charts, places, strict=True):
        draw(book, written, sheet, chart, place)
