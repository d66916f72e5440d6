"""The grid of a record table: as high as its rows, worked by keys, with an explanation where there are no rows."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QKeyCombination, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QTableView, QWidget

from riec_desktop.ui.theme import characters, colours, line_height, unit
from riec_desktop.ui.widgets.columns import ColumnSpec

MOST_ROWS = 14
"""A table with more rows than this scrolls inside itself."""

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Trigger = QAbstractItemView.EditTrigger


class RecordView(QTableView):
    """Shows the rows. `bind` gives key combinations something to do."""

    def __init__(self, empty: str, parent: QWidget | None = None) -> None:
        """`empty` stands there when there are no rows."""
        super().__init__(parent)
        self._empty = empty
        self._keys: dict[str, Callable[[], None]] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(Trigger.DoubleClicked | Trigger.EditKeyPressed | Trigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSortingEnabled(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._set_headers()

    def _set_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSortIndicatorClearable(True)
        across.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        across.setHighlightSections(False)
        across.setStretchLastSection(True)
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(line_height(self) + unit(self) * 4)

    def set_widths(self, columns: tuple[ColumnSpec, ...]) -> None:
        """Give every column its width."""
        for index, column in enumerate(columns):
            self.setColumnWidth(index, characters(self, column.width) + unit(self) * 4)

    def bind(self, keys: str, run: Callable[[], None]) -> None:
        """Let keys do something while the table has the focus, such as `Alt+Up`."""
        self._keys[QKeySequence(keys).toString()] = run

    # Size

    def sizeHint(self) -> QSize:
        """All rows up to `MOST_ROWS`; room for the explanation when there are none."""
        rows = self.model().rowCount()
        shown = max(2, min(rows, MOST_ROWS))
        bar = self.horizontalScrollBar()
        extra = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        height = shown * self.verticalHeader().defaultSectionSize() + self.horizontalHeader().sizeHint().height()
        return QSize(characters(self, 40), height + extra + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """It may become narrow, not low."""
        return QSize(characters(self, 20), self.sizeHint().height())

    def updateGeometries(self) -> None:
        """Called when columns or rows changed: a scroll bar may have come."""
        super().updateGeometries()
        self.updateGeometry()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The table's own keys first; Enter opens a cell, and a key that opens nothing goes on to the window."""
        run = self._keys.get(_keys_of(event))
        if run is not None and self.state() is not QAbstractItemView.State.EditingState:
            run()
        elif event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    # Painting

    def paintEvent(self, e: QPaintEvent) -> None:
        """The rows, or what to do when there are none."""
        super().paintEvent(e)
        if not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(colours(self.palette()).muted)
            edge = unit(self) * 4
            area = self.viewport().rect().adjusted(edge, 0, -edge, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._empty)


def _keys_of(event: QKeyEvent) -> str:
    """The keys of an event as `bind` spells them."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(held, Qt.Key(event.key()))).toString()
