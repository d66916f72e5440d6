"""A workbook plan as the bytes of an .xlsx file.

XlsxWriter makes the workbook and everything around the cells: formats, tables, conditional formats, charts, pages and
properties. The cells themselves are written as text by `cells` and put in when the package is finished.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from itertools import chain

from riec_desktop.excel.cells import CellStyles, Rows, Strings
from riec_desktop.excel.celltext import cell_text
from riec_desktop.excel.chart_places import chart_places
from riec_desktop.excel.charts import drawn
from riec_desktop.excel.names import header_height
from riec_desktop.excel.package import Cells, finished, placeholder, sheet_part
from riec_desktop.excel.plan import (
    AMOUNT_TYPES,
    Amount,
    Cell,
    ColumnType,
    Formula,
    Link,
    Mark,
    Row,
    SheetPlan,
    Tone,
    WorkbookPlan,
)
from riec_desktop.excel.sizes import LINE_HEIGHT, column_width, letters, row_heights
from riec_desktop.excel.styles import Looks, Styles
from riec_desktop.excel.xlsx import Book, Format, Sheet, new_workbook

_A4 = 9
_TOTAL = "Totaal"
_SPECIAL = re.compile(r"['\[\]#@]")
_HIDDEN_EVERYWHERE = 2
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.75, "bottom": 0.75}
_MOST_IN_PROPERTY = 255
_MOST_IN_HEADER = 100


def render_workbook(plan: WorkbookPlan) -> bytes:
    """The .xlsx file of a plan. The same plan gives the same bytes, on every computer with the same libraries."""
    target = BytesIO()
    book = new_workbook(target)
    book.set_properties(_properties(plan))
    styles = Styles(book)
    frames = [_frame(book, plan, sheet, styles) for sheet in plan.sheets]
    book.close()
    strings = Strings()
    cells = {sheet_part(at): _cells(frame, strings) for at, frame in enumerate(frames, start=1)}
    return finished(target.getvalue(), cells, strings.part())


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


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the cells of a sheet need: how they look, by column, and how high each row is (None: as high as a line)."""

    sheet: SheetPlan
    headers: tuple[Format, ...]
    looks: tuple[Looks, ...]
    total_looks: tuple[Looks, ...]
    heights: tuple[float | None, ...]


def _frame(book: Book, plan: WorkbookPlan, sheet: SheetPlan, styles: Styles) -> _Frame:
    """Make everything of a sheet but its cells."""
    written = book.add_worksheet(sheet.name)
    widths = [column_width(column, (row[at] for row in sheet.rows)) for at, column in enumerate(sheet.columns)]
    frame = _Frame(
        sheet=sheet,
        headers=tuple(styles.header(column) for column in sheet.columns),
        looks=tuple(styles.column(column, _decimals(sheet, at)) for at, column in enumerate(sheet.columns)),
        total_looks=_total_looks(sheet, styles),
        heights=tuple(_heights(sheet, widths)),
    )
    _set_up_page(written, plan, sheet)
    for at, width in enumerate(widths):
        written.set_column(at, at, width)
    _write_table(written, frame)
    _write_links(written, frame)
    _register(written, frame)
    _write_marks(written, sheet, styles)
    places = chart_places(len(sheet.charts), widths, [height or LINE_HEIGHT for height in frame.heights])
    drawn(book, written, sheet, tuple(places))
    return frame


def _decimals(sheet: SheetPlan, at: int) -> set[int]:
    """The decimals of the amounts in a column."""
    if sheet.columns[at].type not in AMOUNT_TYPES:
        return set()
    cells = (row[at] for row in sheet.rows)
    amounts = (cell.amount if isinstance(cell, Formula) else cell for cell in cells)
    return {amount.decimals for amount in amounts if isinstance(amount, Amount)}


def _total_looks(sheet: SheetPlan, styles: Styles) -> tuple[Looks, ...]:
    columns = sheet.columns if _has_totals(sheet) else ()
    decimals = [(column.total.decimals,) if column.total else () for column in columns]
    return tuple(styles.column(column, one, total=True) for column, one in zip(columns, decimals, strict=True))


def _heights(sheet: SheetPlan, widths: Sequence[float]) -> Iterator[float | None]:
    """The height of each row, the header and that of the totals among them."""
    names = tuple(column.name for column in sheet.columns)
    yield _own_height(header_height(names, widths))
    yield from map(_own_height, row_heights(_shown_rows(sheet), [letters(width) for width in widths]))
    if _has_totals(sheet):
        yield None


def _own_height(height: float) -> float | None:
    return height if height > LINE_HEIGHT else None


def _register(written: Sheet, frame: _Frame) -> None:
    """Let the library number the formats of a sheet: it counts those that a cell has. `finished` replaces the cells."""
    looks = chain.from_iterable(look.all() for look in (*frame.looks, *frame.total_looks))
    for row, look in enumerate(dict.fromkeys(looks), start=1):
        written.write_blank(row, 0, None, look)


def _cells(frame: _Frame, strings: Strings) -> Cells:
    """What `finished` puts in a sheet."""
    sheet = frame.sheet
    rows = Rows(strings, len(sheet.columns))
    heights = iter(frame.heights)
    headers = [CellStyles(look.xf_index, look.xf_index, {}) for look in frame.headers]
    rows.add([column.name for column in sheet.columns], headers, next(heights))
    styles = [look.numbers() for look in frame.looks]
    for row in _shown_rows(sheet):
        rows.add(row, styles, next(heights))
    if _has_totals(sheet):
        totals = [look.numbers() for look in frame.total_looks]
        rows.add([_total_cell(sheet, at) for at in range(len(sheet.columns))], totals, next(heights))
    return Cells(rows.area(), rows.xml(), tuple(mark.word for _, mark in _marks(sheet)))


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


def _printed(text: str) -> str:
    """Text for a header or footer, where `&` starts a code."""
    return clipped(text, _MOST_IN_HEADER).replace("&", "&&")


def _shown_rows(sheet: SheetPlan) -> tuple[Row, ...]:
    """The rows, or one that says that there are none: a table has at least one."""
    return sheet.rows or ((sheet.nothing, *(None for _ in sheet.columns[1:])),)


def _last_row(sheet: SheetPlan) -> int:
    """The last row with data."""
    return len(_shown_rows(sheet))


def _has_totals(sheet: SheetPlan) -> bool:
    return any(column.total for column in sheet.columns)


def _write_table(written: Sheet, frame: _Frame) -> None:
    sheet = frame.sheet
    last = _last_row(sheet) + _has_totals(sheet)
    options = {
        "name": sheet.name,
        "title": sheet.name,
        "description": sheet.description,
        "style": None,
        "columns": [
            {"header": column.name, "header_format": frame.headers[index], **_total(sheet, index)}
            for index, column in enumerate(sheet.columns)
        ],
        "total_row": _has_totals(sheet),
    }
    written.add_table(0, 0, last, len(sheet.columns) - 1, options)


def _write_links(written: Sheet, frame: _Frame) -> None:
    sheet = frame.sheet
    for at in (at for at, column in enumerate(sheet.columns) if column.type is ColumnType.LINK):
        for number, row in enumerate(sheet.rows, start=1):
            if isinstance(cell := row[at], Link):
                target, tip = f"internal:'{cell.sheet}'!A1", f"Ga naar het blad {cell.sheet}"
                written.write_url(number, at, target, frame.looks[at].link, cell.text, tip)


def _marks(sheet: SheetPlan) -> Iterator[tuple[int, Mark]]:
    """Each mark with the column that it colours."""
    for at, column in enumerate(sheet.columns):
        yield from ((at, mark) for mark in column.marks)


def _write_marks(written: Sheet, sheet: SheetPlan, styles: Styles) -> None:
    last = _last_row(sheet)
    for word, (at, mark) in enumerate(_marks(sheet)):
        options = {"type": "cell", "criteria": "==", "value": placeholder(word), "format": styles.tone(mark.tone)}
        written.conditional_format(1, at, last, at, options)
    for at in (at for at, column in enumerate(sheet.columns) if column.type is ColumnType.COUNT):
        options = {"type": "cell", "criteria": ">", "value": 0, "format": styles.tone(Tone.BUSY)}
        written.conditional_format(1, at, last, at, options)


# --- Totals ----------------------------------------------------------------------------------------------------------


def _total(sheet: SheetPlan, index: int) -> Mapping[str, object]:
    """What the table itself must know of a cell in its row of totals."""
    if sheet.columns[index].total:
        return {"total_function": "sum"}
    return {"total_string": _TOTAL} if index == 0 and _has_totals(sheet) else {}


def _total_cell(sheet: SheetPlan, index: int) -> Cell:
    column = sheet.columns[index]
    if column.total:
        return Formula(f"=SUBTOTAL(109,{sheet.name}[{_in_reference(column.name)}])", column.total)
    return _TOTAL if index == 0 else None


def _in_reference(name: str) -> str:
    """The name of a column as a formula spells it (ISO/IEC 29500-1, 18.17.6.2)."""
    return _SPECIAL.sub(r"'\g<0>", name)
