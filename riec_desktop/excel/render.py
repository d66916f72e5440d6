"""A workbook plan as the bytes of an .xlsx file: XlsxWriter is told what the plan says, cell by cell.

Text is always written as a string, so nothing in it becomes a formula, a link or a number. The formats of a column are
made once and the cells written straight with them, which keeps the cost close to that of XlsxWriter itself.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any

from riec_desktop.dossier.dutch import number, short_date
from riec_desktop.excel.celltext import cell_pieces, cell_text
from riec_desktop.excel.package import finished
from riec_desktop.excel.plan import Amount, Cell, Formula, Link, SheetPlan, WorkbookPlan
from riec_desktop.excel.sizes import LINE_HEIGHT, column_width, letters, letters_of_name, row_height
from riec_desktop.excel.styles import Looks, Styles
from riec_desktop.excel.xlsx import Book, Sheet, new_workbook

_A4 = 9
_TOTAL = "Totaal"
_HIDDEN_EVERYWHERE = 2
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.75, "bottom": 0.75}
# Excel counts days from here, with a 29 February 1900 that never was; before March of that year it is a day off.
_DAY_ZERO = date(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)
# Excel keeps 15 digits; a larger number stands as text, so that no digit of it changes.
_EXACT = 10**15
_MOST_IN_PROPERTY = 255
_MOST_IN_HEADER = 100


def render_workbook(plan: WorkbookPlan) -> bytes:
    """The .xlsx file of a plan. The same plan gives the same bytes, on every computer with the same libraries."""
    target = BytesIO()
    book = new_workbook(target)
    book.set_properties(_properties(plan))
    styles = Styles(book)
    for sheet in plan.sheets:
        _write_sheet(book, plan, sheet, styles)
    book.close()
    return finished(target.getvalue())


def _properties(plan: WorkbookPlan) -> Mapping[str, object]:
    """Properties without the name of a person: the organisation is the author."""
    texts = {"title": plan.title, "subject": plan.subject, "author": plan.organisation, "company": plan.organisation}
    cut = {name: clipped(text, _MOST_IN_PROPERTY) for name, text in texts.items()}
    return {**cut, "created": datetime.combine(plan.made_on, time(), UTC)}


def clipped(text: str, most: int) -> str:
    """Clean text of at most this many characters, with a sign where it was cut."""
    cleaned = cell_text(text)
    return cleaned if len(cleaned) <= most else f"{cleaned[: most - 1]}…"


# --- A sheet ---------------------------------------------------------------------------------------------------------


def _write_sheet(book: Book, plan: WorkbookPlan, sheet: SheetPlan, styles: Styles) -> None:
    written = book.add_worksheet(sheet.name)
    _set_up_page(written, plan, sheet)
    _write_table(written, sheet, styles)
    _write_rows(written, sheet, [styles.column(column) for column in sheet.columns])
    _write_totals(written, sheet, styles)
    _set_sizes(written, sheet)
    for index in range(len(sheet.columns)):
        _write_marks(written, sheet, index, styles)


def _set_up_page(written: Sheet, plan: WorkbookPlan, sheet: SheetPlan) -> None:
    written.set_landscape()
    written.set_paper(_A4)
    written.set_margins(**_MARGINS)
    written.fit_to_pages(1, 0)
    written.repeat_rows(0)
    written.freeze_panes(1, sheet.frozen_columns)
    written.hide_gridlines(_HIDDEN_EVERYWHERE)
    written.set_header(f"&L{_printed(plan.header)}&R{sheet.name}")
    written.set_footer(f"&L{_printed(plan.footer)}&RPagina &P van &N")


def _set_sizes(written: Sheet, sheet: SheetPlan) -> None:
    widths = [column_width(column, (row[at] for row in sheet.rows)) for at, column in enumerate(sheet.columns)]
    for at, width in enumerate(widths):
        written.set_column(at, at, width)
    names = tuple(column.name for column in sheet.columns)
    room = [letters(width) for width in widths]
    heights = (row_height(row, room) for row in sheet.rows)
    for at, height in enumerate((row_height(names, [letters_of_name(width) for width in widths]), *heights)):
        if height > LINE_HEIGHT:
            written.set_row(at, height)


def _printed(text: str) -> str:
    """Text for a header or footer, where `&` starts a code."""
    return clipped(text, _MOST_IN_HEADER).replace("&", "&&")


def _last_row(sheet: SheetPlan) -> int:
    """The last row with data; a table has at least one."""
    return max(1, len(sheet.rows))


def _has_totals(sheet: SheetPlan) -> bool:
    return any(column.total for column in sheet.columns)


def _write_table(written: Sheet, sheet: SheetPlan, styles: Styles) -> None:
    last = _last_row(sheet) + _has_totals(sheet)
    options = {
        "name": sheet.name,
        "title": sheet.name,
        "description": sheet.description,
        "style": None,
        "columns": [
            {"header": column.name, "header_format": styles.header(column), **_total(sheet, index)}
            for index, column in enumerate(sheet.columns)
        ],
        "total_row": _has_totals(sheet),
    }
    written.add_table(0, 0, last, len(sheet.columns) - 1, options)


def _write_marks(written: Sheet, sheet: SheetPlan, index: int, styles: Styles) -> None:
    for mark in sheet.columns[index].marks:
        options = {"type": "cell", "criteria": "==", "value": f'"{mark.word}"', "format": styles.tone(mark.tone)}
        written.conditional_format(1, index, _last_row(sheet), index, options)


# --- Totals ----------------------------------------------------------------------------------------------------------


def _total(sheet: SheetPlan, index: int) -> Mapping[str, object]:
    """What the table itself must know of a cell in its row of totals."""
    if sheet.columns[index].total:
        return {"total_function": "sum"}
    return {"total_string": _TOTAL} if index == 0 and _has_totals(sheet) else {}


def _write_totals(written: Sheet, sheet: SheetPlan, styles: Styles) -> None:
    if not _has_totals(sheet):
        return
    for index, column in enumerate(sheet.columns):
        cell = _total_cell(sheet, index)
        _WRITERS[type(cell)](written, _last_row(sheet) + 1, index, cell, styles.column(column, total=True))


def _total_cell(sheet: SheetPlan, index: int) -> Cell:
    column = sheet.columns[index]
    if column.total:
        return Formula(f"=SUBTOTAL(109,{sheet.name}[{column.name}])", column.total)
    return _TOTAL if index == 0 else None


# --- Cells -----------------------------------------------------------------------------------------------------------


def _write_rows(written: Sheet, sheet: SheetPlan, looks: list[Looks]) -> None:
    nothing = (sheet.nothing, *(None for _ in sheet.columns[1:]))
    for number_of_row, row in enumerate(sheet.rows or (nothing,), start=1):
        for index, cell in enumerate(row):
            _WRITERS[type(cell)](written, number_of_row, index, cell, looks[index])


def _write_text(written: Sheet, row: int, column: int, text: str, looks: Looks) -> None:
    pieces = cell_pieces(text)
    if not pieces:
        # An empty string would count as text in a pivot table.
        written.write_blank(row, column, None, looks.plain)
    elif len(pieces) == 1:
        written.write_string(row, column, pieces[0], looks.plain)
    else:
        written.write_rich_string(row, column, *pieces, looks.plain)


def _write_nothing(written: Sheet, row: int, column: int, _: None, looks: Looks) -> None:
    written.write_blank(row, column, None, looks.plain)


def _write_integer(written: Sheet, row: int, column: int, value: int, looks: Looks) -> None:
    if abs(value) < _EXACT:
        written.write_number(row, column, value, looks.plain)
    else:
        _write_text(written, row, column, number(value), looks)


def _write_amount(written: Sheet, row: int, column: int, amount: Amount, looks: Looks) -> None:
    if abs(amount.value) < _EXACT:
        written.write_number(row, column, float(amount.value), looks.amount(amount.decimals))
    else:
        _write_text(written, row, column, number(amount.value), looks)


def _write_formula(written: Sheet, row: int, column: int, formula: Formula, looks: Looks) -> None:
    if abs(formula.amount.value) < _EXACT:
        look = looks.amount(formula.amount.decimals)
        written.write_formula(row, column, formula.expression, look, float(formula.amount.value))
    else:
        _write_amount(written, row, column, formula.amount, looks)


def _write_date(written: Sheet, row: int, column: int, day: date, looks: Looks) -> None:
    if day < _FIRST_DAY:
        _write_text(written, row, column, short_date(day), looks)
    else:
        written.write_number(row, column, (day - _DAY_ZERO).days, looks.plain)


def _write_link(written: Sheet, row: int, column: int, link: Link, looks: Looks) -> None:
    target = f"internal:'{link.sheet}'!A1"
    written.write_url(row, column, target, looks.link, link.text, f"Ga naar het blad {link.sheet}")


_WRITERS: Mapping[type, Callable[[Sheet, int, int, Any, Looks], None]] = {
    str: _write_text,
    int: _write_integer,
    date: _write_date,
    Amount: _write_amount,
    Formula: _write_formula,
    Link: _write_link,
    type(None): _write_nothing,
}
