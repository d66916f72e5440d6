"""The first rows of a sheet as a small table, with what each column is read as above it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem

from riec_desktop.excel.figure_columns import text_at
from riec_desktop.excel.reading.cells import ReadSheet
from riec_desktop.sheets import column_letters
from riec_desktop.ui.theme import characters

_ROWS_BELOW = 12
_MOST_COLUMNS = 60
_LONGEST = 60


class SheetPreview(QTableWidget):
    """Read only; the arrows walk through it."""

    def __init__(self) -> None:
        super().__init__()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Eerste regels van het blad")
        self.setAccessibleDescription("Boven elke kolom staat waarvoor zij wordt gelezen. De koppen staan vet.")
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def show_sheet(self, sheet: ReadSheet, header_row: int, roles: Mapping[int, str]) -> None:
        """Show a sheet; `roles`: column → what it is read as."""
        rows = [row for row in sorted(sheet.rows) if row <= header_row] or [1]
        rows += [row for row in sorted(sheet.rows) if row > header_row][:_ROWS_BELOW]
        width = min(_MOST_COLUMNS, max((column for cells in sheet.rows.values() for column in cells), default=1))
        self.setRowCount(len(rows))
        self.setColumnCount(width)
        self.setVerticalHeaderLabels([str(row) for row in rows])
        self.setHorizontalHeaderLabels([f"{column_letters(at)}\n{roles.get(at, '–')}" for at in range(1, width + 1)])
        for at, row in enumerate(rows):
            for column in range(1, width + 1):
                self.setItem(at, column - 1, self._item(text_at(sheet, row, column), is_head=row == header_row))
        self._fit(width)

    def _item(self, text: str, *, is_head: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
        if is_head:
            font = QFont(self.font())
            font.setBold(True)
            item.setFont(font)
        return item

    def _fit(self, width: int) -> None:
        self.resizeColumnsToContents()
        for column in range(width):
            self.setColumnWidth(column, min(characters(self, 30), max(characters(self, 9), self.columnWidth(column))))
