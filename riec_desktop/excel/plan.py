"""A workbook as plain data: sheets of typed columns and rows, before any library is asked to write them.

What stands where is decided and tested on these values; `render` turns them into a file and decides nothing.
Every sheet is one table that starts at A1, which is what screen readers, pivot tables and Power Query expect.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


class ColumnType(Enum):
    """What the cells of a column hold, and so how they are aligned and formatted.

    TEXT holds `str`, LINK that or a `Link`; INTEGER, COUNT and YEAR `int`; DECIMAL, DIFFERENCE and PERCENTAGE `Amount`
    or `Formula`; DATE `date`. Any cell may be None (empty). COUNT shows 0 as a dash and colours what is more;
    DIFFERENCE and PERCENTAGE show a plus sign.
    """

    TEXT = "text"
    LINK = "link"
    INTEGER = "integer"
    COUNT = "count"
    YEAR = "year"
    DECIMAL = "decimal"
    DIFFERENCE = "difference"
    PERCENTAGE = "percentage"
    DATE = "date"


AMOUNT_TYPES = (ColumnType.DECIMAL, ColumnType.DIFFERENCE, ColumnType.PERCENTAGE)
"""Columns that hold `Amount` and `Formula`."""


class Tone(Enum):
    """What a colour says; a cell with a tone always holds the word as well."""

    DONE = "done"
    BUSY = "busy"
    WAITING = "waiting"
    LACKING = "lacking"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number shown with this many decimals; in a PERCENTAGE column 0.12 is shown as 12%."""

    value: Decimal
    decimals: int = 0


@dataclass(frozen=True, slots=True)
class Formula:
    """An Excel formula, starting with '=', and its computed value, which a reader that cannot calculate shows."""

    expression: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads to the first cell of a sheet of the same workbook."""

    text: str
    sheet: str


Cell = str | int | date | Amount | Formula | Link | None
Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Cells of a column that hold exactly this word get the colour of this tone."""

    word: str
    tone: Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `widest` limits its width in characters: longer text wraps; `narrowest` makes room for its name.

    `total`: the sum of the column, which the table shows in its last row as a formula with this value.
    """

    name: str
    type: ColumnType = ColumnType.TEXT
    widest: int = 40
    narrowest: int = 0
    marks: tuple[Mark, ...] = ()
    total: Amount | None = None
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart: the cells of its row in these columns (from, to and with, counted from 0)."""

    name: str
    first: int
    last: int
    is_target: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A line chart of one row of the table, under the table; each line has a place on the axis per name in `places`.

    `row` counts the rows of data from 0. The title is the text in `title_column` of that row, so that a chart keeps
    telling the truth when somebody sorts the table. `description` is for who cannot see the chart.
    """

    row: int
    title_column: int
    description: str
    unit: str
    decimals: int
    places: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPlan:
    """One sheet. Its name is the table's name too, so it holds letters only and at most 31 of them.

    `description` says in a sentence what the sheet holds; `nothing` is what it says when there are no rows.
    `frozen_columns` stay in sight when the reader goes to the right, as the header row always does downwards.
    """

    name: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    nothing: str
    frozen_columns: int = 0
    charts: tuple[Chart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookPlan:
    """A whole workbook; the first sheet is the one that opens. `header` and `footer` are printed on every page."""

    title: str
    subject: str
    organisation: str
    header: str
    footer: str
    made_on: date
    sheets: tuple[SheetPlan, ...]
