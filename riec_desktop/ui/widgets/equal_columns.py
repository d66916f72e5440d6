"""Widgets beside each other, in as many columns as there is room for, of one width where that fits."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget


class EqualColumns(QWidget):
    """All on one line where they fit, else in lines that are as long as each other: four, two and two, or one each."""

    def __init__(self, cells: Sequence[QWidget], across: int, down: int) -> None:
        """`across` and `down` are the pixels between them."""
        super().__init__()
        self._cells = tuple(cells)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(across)
        self._grid.setVerticalSpacing(down)
        self.columns = 0
        self._arrange(len(self._cells))

    def _fitting(self, width: int) -> int:
        """The largest divisor of their number for which each has the width that it needs."""
        count = len(self._cells)
        return next((each for each in range(count, 0, -1) if not count % each and self._needed(each) <= width), 1)

    def _needed(self, columns: int) -> int:
        """The pixels of a line of this many."""
        least = [one.minimumSizeHint().width() for one in self._cells]
        widths = (max(least[at::columns]) for at in range(columns))
        return sum(widths) + (columns - 1) * self._grid.horizontalSpacing()

    def _arrange(self, columns: int) -> None:
        self.columns = columns
        for at, cell in enumerate(self._cells):
            self._grid.addWidget(cell, at // columns, at % columns)
        for column in range(len(self._cells)):
            self._grid.setColumnStretch(column, int(column < columns))

    def minimumSizeHint(self) -> QSize:
        """Called by Qt: it may become as narrow as one column."""
        return QSize(self._needed(1), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt."""
        super().resizeEvent(event)
        columns = self._fitting(event.size().width())
        if columns != self.columns:
            self._arrange(columns)
