"""The clipboard between tables and spreadsheets: what is copied, as text, as a table and as our own cells.

A spreadsheet takes text that begins with = for a formula, also from the clipboard. The table (HTML) says of each cell
what it is, and programs prefer it; the text beside it is for everything else, and there such a cell begins with an
apostrophe. Our own tables read the third form, in which every cell is what it was. See docs/decisions.md.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from html import escape
from typing import Final

from PySide6.QtCore import QMimeData, QModelIndex

from riec_desktop.dossier.dutch import parse_number
from riec_desktop.dossier.fields import Value
from riec_desktop.ui.widgets.columns import copied_text, from_clipboard, to_clipboard, value_of
from riec_desktop.ui.widgets.mime import qt_mime
from riec_desktop.ui.widgets.record_model import SortedRecords

OWN_CELLS: Final = "application/x-riec-cellen"
"""The cells exactly as they are, for our own tables."""

FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With these, also in full width, a spreadsheet begins a formula (OWASP, CSV injection)."""

_FIRST_DAY: Final = date(1899, 12, 30)
"""Day 0 of a spreadsheet."""

_TEXT: Final = """style='mso-number-format:"\\@"' sdnum="1033;0;@\""""
_DAY: Final = """style='mso-number-format:"d\\-m\\-yyyy"' sdnum="1033;0;YYYY-MM-DD\""""
_PAGE: Final = (
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>'
    "<body><table>{rows}</table></body></html>"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiedCell:
    """A cell as it is copied: its text, and the value that the text stands for."""

    text: str
    value: Value = None


Rectangle = Sequence[Sequence[CopiedCell]]
NOTHING: Final = CopiedCell(text="")


def bounds(indexes: Iterable[QModelIndex]) -> tuple[range, range]:
    """The rows and columns of the smallest rectangle around cells."""
    places = [(index.row(), index.column()) for index in indexes]
    rows, columns = {row for row, _ in places}, {column for _, column in places}
    return range(min(rows), max(rows) + 1), range(min(columns), max(columns) + 1)


# --- Out -------------------------------------------------------------------------------------------------------------


def copied(proxy: SortedRecords, selected: Sequence[QModelIndex]) -> QMimeData:
    """The selected cells for the clipboard; a cell in between that is not selected stays empty."""
    rows, columns = bounds(selected)
    chosen = {(index.row(), index.column()) for index in selected}
    cells = [
        [_copied_cell(proxy, row, column) if (row, column) in chosen else NOTHING for column in columns] for row in rows
    ]
    return mime_of(cells)


def _copied_cell(proxy: SortedRecords, row: int, column: int) -> CopiedCell:
    source = proxy.mapToSource(proxy.index(row, column))
    model = proxy.model
    spec, record = model.column(source), model.row_record(source)
    text = copied_text(spec, model.dossier, record)
    return CopiedCell(text=text, value=value_of(spec, model.dossier, record))


def mime_of(cells: Rectangle) -> QMimeData:
    """Cells in the three forms."""
    made = qt_mime()
    made.setText(to_clipboard([[safe_text(cell) for cell in row] for row in cells]))
    made.setHtml(table_html(cells))
    made.setData(OWN_CELLS, to_clipboard([[cell.text for cell in row] for row in cells]).encode())
    return made


def safe_text(cell: CopiedCell) -> str:
    """The text of a cell, with an apostrophe before what a spreadsheet would compute; a number stays a number."""
    begins = cell.text.lstrip().startswith(FORMULA_SIGNS)
    return f"'{cell.text}" if begins and parse_number(cell.text) is None else cell.text


def table_html(cells: Rectangle) -> str:
    """Cells as a table that Excel (`x:num`, `mso-number-format`) and LibreOffice (`sdval`, `sdnum`) take literally."""
    rows = "".join(f"<tr>{''.join(map(_cell_html, row))}</tr>" for row in cells)
    return _PAGE.format(rows=rows)


def _cell_html(cell: CopiedCell) -> str:
    shown = escape(cell.text).replace("\n", '<br style="mso-data-placement:same-cell">')
    return f"<td {_attributes(cell)}>{shown}</td>"


def _attributes(cell: CopiedCell) -> str:
    """What says that a cell is a number, a day or text, whatever the language of the spreadsheet."""
    match cell.value:
        case bool():
            return _TEXT
        case int() | Decimal():
            plain = f"{Decimal(cell.value):f}"
            return f'x:num="{plain}" sdval="{plain}" sdnum="1033;"'
        case date() if not isinstance(cell.value, datetime):
            day = (cell.value - _FIRST_DAY).days
            return f'x:num="{day}" sdval="{day}" {_DAY}'
        case _:
            return _TEXT


# --- In --------------------------------------------------------------------------------------------------------------

_APOSTROPHE: Final = re.compile(r"'(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")


def cells_of(mime: QMimeData) -> list[list[str]]:
    """The cells on the clipboard: as our own tables copied them, else as a spreadsheet did."""
    if mime.hasFormat(OWN_CELLS):
        return from_clipboard(mime.data(OWN_CELLS).toStdString())
    return [[_APOSTROPHE.sub("", cell, count=1) for cell in row] for row in from_clipboard(mime.text())]
