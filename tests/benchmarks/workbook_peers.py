"""What the overview is measured against: the same cells written by XlsxWriter, openpyxl and pandas, without any format.

The peers get plain values ready-made (not timed), on as many sheets, with a header row; no table, colours, widths,
heights, pages or charts. Our own time includes gathering the cells from the dossier, with its checks and sums.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from importlib import import_module
from io import BytesIO
from typing import Any

from riec_desktop.excel.plan import Amount, Cell, Formula, Link, WorkbookPlan
from riec_desktop.sheets import MOST_CHARACTERS

PlainSheet = tuple[str, list[str], list[list[Any]]]
"""Name, header row and rows."""


def _plain(cell: Cell) -> Any:
    match cell:
        case Amount():
            return float(cell.value)
        case Formula():
            return cell.expression
        case Link():
            return cell.text
        case date():
            return datetime.combine(cell, time())
        case str():
            return cell[:MOST_CHARACTERS] or None
        case _:
            return cell


def plain_sheets(plan: WorkbookPlan) -> list[PlainSheet]:
    """The cells of a plan as the libraries take them."""
    return [
        (one.name, [column.name for column in one.columns], [[_plain(cell) for cell in row] for row in one.rows])
        for one in plan.sheets
    ]


def frames(sheets: Sequence[PlainSheet]) -> list[tuple[str, Any]]:
    """The sheets as pandas has them."""
    pandas: Any = import_module("pandas")
    return [(name, pandas.DataFrame(rows, columns=header)) for name, header, rows in sheets]


def with_xlsxwriter(sheets: Sequence[PlainSheet]) -> bytes:
    """Row by row, as its documentation shows."""
    target = BytesIO()
    library: Any = import_module("xlsxwriter")
    book = library.Workbook(target, {"in_memory": True, "default_date_format": "d-m-yyyy"})
    for name, header, rows in sheets:
        written = book.add_worksheet(name)
        for at, row in enumerate([header, *rows]):
            written.write_row(at, 0, row)
    book.close()
    return target.getvalue()


def with_openpyxl(sheets: Sequence[PlainSheet]) -> bytes:
    """Row by row, as its documentation shows."""
    target = BytesIO()
    library: Any = import_module("openpyxl")
    book = library.Workbook()
    book.remove(book.active)
    for name, header, rows in sheets:
        written = book.create_sheet(name)
        for row in (header, *rows):
            written.append(row)
    book.save(target)
    return target.getvalue()


def with_pandas(content: Sequence[tuple[str, Any]]) -> bytes:
    """`to_excel` with XlsxWriter, its fastest engine."""
    target = BytesIO()
    pandas: Any = import_module("pandas")
    with pandas.ExcelWriter(target, engine="xlsxwriter") as writer:
        for name, frame in content:
            frame.to_excel(writer, sheet_name=name, index=False)
    return target.getvalue()
