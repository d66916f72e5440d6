"""The grid of a record table: as high as its rows, worked by keys, with an explanation where there are no rows."""

import re
from collections.abc import Callable, Sequence
from math import ceil
from typing import Final

from PySide6.QtCore import QKeyCombination, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QSizePolicy, QStyle, QTableView, QWidget

from riec_desktop.dossier.fields import Kind
from riec_desktop.ui.theme import characters, colours, line_height, unit
from riec_desktop.ui.widgets.columns import ColumnSpec
from riec_desktop.ui.widgets.record_model import SortedRecords

MOST_ROWS = 14
"""A table higher than this many rows of one line scrolls inside itself."""

MOST_LINES = 3
"""What does not fit in this many lines of a cell is cut off; the tool tip and the editor show it whole."""

NONE_FOUND = "In geen enkele rij staan deze woorden. Met Esc in het filter ziet u weer alle rijen."

_LEAST = 12
"""Characters: how narrow a column of text may become, unless a word in it is longer."""

_MEASURED = 40
"""Rows whose words are measured: what is in sight, and some more."""

_WORD: Final = re.compile(r"[^\s-]+-?")
"""What Qt keeps together on a line."""

_ELASTIC: Final = (Kind.LINE, Kind.TEXT, Kind.RICH, Kind.LINES, Kind.REF, Kind.REFS, Kind.CHOICE, Kind.CHOICES)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
Trigger = QAbstractItemView.EditTrigger
CursorAction = QAbstractItemView.CursorAction
_BY_TAB: Final = (CursorAction.MoveNext, CursorAction.MovePrevious)


class RecordView(QTableView):
    """Shows the rows. `bind` gives key combinations something to do."""

    def __init__(self, empty: str, parent: QWidget | None = None) -> None:
        """`empty` stands there when there are no rows."""
        super().__init__(parent)
        self._empty = empty
        self._keys: dict[str, Callable[[], None]] = {}
        self._columns: tuple[ColumnSpec, ...] = ()
        self._own_widths = self._fitting = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(Trigger.DoubleClicked | Trigger.EditKeyPressed | Trigger.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
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
        down.setMinimumSectionSize(line_height(self) + unit(self) * 4)
        down.setMaximumSectionSize(line_height(self) * MOST_LINES + unit(self) * 3)
        down.setDefaultSectionSize(down.minimumSectionSize())
        self.verticalScrollBar().valueChanged.connect(self.fit_rows)

    def set_columns(self, columns: tuple[ColumnSpec, ...]) -> None:
        """Remember how wide columns want to be."""
        self._columns = columns
        self.horizontalHeader().sectionResized.connect(self._resized)
        self.model().layoutChanged.connect(self.fit_rows)
        self.model().modelReset.connect(self._fit)
        self._fit()

    def _resized(self, index: int, _before: int, _after: int) -> None:
        """A person who drags a column decides from then on; the last one takes what is left by itself."""
        last = index == len(self._columns) - 1
        self._own_widths = self._own_widths or not (self._fitting or last)
        if self._own_widths and not self._fitting:
            self.fit_rows()

    def fit_rows(self) -> None:
        """Give the rows in sight the height of their text; the others get it when they come in sight.

        Measuring thousands of rows takes longer than a person waits for a page.
        """
        top = max(0, self.rowAt(0))
        self._fit_between(top, top + MOST_ROWS)

    def _fit_between(self, first: int, last: int) -> None:
        rooms = self.rooms()
        for row in range(max(0, first), min(last + 1, self.model().rowCount())):
            wanted = self._height_of(row, rooms)
            if wanted != self.rowHeight(row):
                self.setRowHeight(row, wanted)
                self.updateGeometry()

    def rooms(self) -> list[int]:
        """How wide a line may be in each column, in pixels; Qt breaks a line that fits exactly."""
        edges = self._edges()
        return [self.columnWidth(at) - edges for at in range(len(self._columns))]

    def _edges(self) -> int:
        """The pixels of a cell beside its text."""
        return 2 * (self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1) + 1

    def _height_of(self, row: int, rooms: Sequence[int]) -> int:
        """As high as its text, with some air: lines that touch those of the next row are hard to read."""
        metrics, model = self.fontMetrics(), self.model()
        texts = (str(model.index(row, at).data() or "") for at in range(len(rooms)))
        lines = max((lines_in(text, metrics, room) for text, room in zip(texts, rooms, strict=True)), default=1)
        least = self.verticalHeader().defaultSectionSize()
        return max(least, min(lines, MOST_LINES) * metrics.lineSpacing() + unit(self) * 3)

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Rows that come in sight have their height first, or they would push the one that is wanted out of it."""
        self._fit_between(index.row() - MOST_ROWS, index.row() + MOST_ROWS)
        super().scrollTo(index, hint)

    def _fit(self) -> None:
        """Divide the room: what holds numbers, days and words gets what it needs, texts share the rest."""
        if self._own_widths:
            return
        widths = fitted([self._wish(column) for column in self._columns], self.viewport().width())
        self._fitting = True
        for index, width in enumerate(widths):
            self.setColumnWidth(index, width)
        self._fitting = False
        self.fit_rows()

    def _wish(self, column: ColumnSpec) -> tuple[int, int]:
        """The least and the wanted width in pixels of a column; at least its title."""
        edge = self._edges()
        title = self.horizontalHeader().fontMetrics().horizontalAdvance(column.title) + edge + unit(self) * 2
        wanted = max(title, characters(self, column.width) + edge)
        if column.kind not in _ELASTIC:
            return wanted, wanted
        return max(title, min(self._longest_word(column) + edge, wanted)), wanted

    def _longest_word(self, column: ColumnSpec) -> int:
        """How wide the longest word of a column is, in pixels; a column without words is as wide as a short text."""
        model, at, metrics = self.model(), self._columns.index(column), self.fontMetrics()
        texts = {str(model.index(row, at).data() or "") for row in range(min(model.rowCount(), _MEASURED))}
        words = {word for text in texts for word in _WORD.findall(text)}
        return max((metrics.horizontalAdvance(word) for word in words), default=characters(self, _LEAST))

    def own_widths(self) -> list[int]:
        """How wide a person made the columns, in hundredths of a character; nothing when nobody did."""
        letter = characters(self, 1)
        across = self.horizontalHeader()
        return [across.sectionSize(at) * 100 // letter for at in range(across.count())] if self._own_widths else []

    def set_own_widths(self, widths: Sequence[int]) -> None:
        """Make columns as wide as a person made them before; another number of them is passed over."""
        if len(widths) != len(self._columns):
            return
        letter = characters(self, 1)
        for at, width in enumerate(widths):
            self.setColumnWidth(at, max(letter, width * letter // 100))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns follow the width of the table."""
        super().resizeEvent(event)
        self._fit()

    def empty_text(self) -> str:
        """What stands there when there are no rows, or none that is shown."""
        model = self.model()
        return NONE_FOUND if isinstance(model, SortedRecords) and model.is_filtered() else self._empty

    def bind(self, keys: str, run: Callable[[], None]) -> None:
        """Let keys do something while the table has the focus, such as `Alt+Up`."""
        self._keys[QKeySequence(keys).toString()] = run

    # Size

    def sizeHint(self) -> QSize:
        """All rows up to `MOST_ROWS`; room for the explanation when there are none."""
        row = self.verticalHeader().defaultSectionSize()
        rows = self.verticalHeader().length()
        bar = self.horizontalScrollBar()
        extra = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        height = max(row if rows else 2 * row, min(rows, MOST_ROWS * row)) + self.horizontalHeader().sizeHint().height()
        return QSize(characters(self, 40), height + extra + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        """It may become narrow, not low."""
        return QSize(characters(self, 20), self.sizeHint().height())

    def updateGeometries(self) -> None:
        """Called when columns or rows changed: a scroll bar may have come."""
        super().updateGeometries()
        self.updateGeometry()

    # Keys

    def moveCursor(self, action: CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Tab in an editor passes over cells in which nothing can be filled in; outside one Tab leaves the table."""
        if action not in _BY_TAB or not self.currentIndex().isValid():
            return super().moveCursor(action, modifiers)
        return self._next_open(1 if action is CursorAction.MoveNext else -1)

    def _next_open(self, step: int) -> QModelIndex:
        model, columns = self.model(), self.model().columnCount()
        current = self.currentIndex()
        at = current.row() * columns + current.column() + step
        while 0 <= at < model.rowCount() * columns:
            index = model.index(at // columns, at % columns)
            if index.flags() & (Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsUserCheckable):
                return index
            at += step
        return current

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The table's own keys first; Enter opens a cell, and a key that opens nothing goes on to the window."""
        if self.state() is QAbstractItemView.State.EditingState:
            # What the editor of a cell leaves over is not for the table.
            super().keyPressEvent(event)
        elif (run := self._keys.get(_keys_of(event))) is not None:
            run()
        elif event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open_cell()
        else:
            super().keyPressEvent(event)

    def _open_cell(self) -> None:
        index = self.currentIndex()
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    # Painting

    def paintEvent(self, e: QPaintEvent) -> None:
        """The rows, or what to do when there are none."""
        super().paintEvent(e)
        if not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(colours(self.palette()).muted)
            edge = unit(self) * 4
            area = self.viewport().rect().adjusted(edge, 0, -edge, 0)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.empty_text())


def lines_in(text: str, metrics: QFontMetrics, room: int) -> int:
    """How many lines a text needs in this room."""
    if "\n" not in text and metrics.horizontalAdvance(text) <= room:
        return 1
    needed = metrics.boundingRect(QRect(0, 0, max(1, room), 0), Qt.TextFlag.TextWordWrap, text)
    return ceil(needed.height() / metrics.lineSpacing())


def _keys_of(event: QKeyEvent) -> str:
    """The keys of an event as `bind` spells them."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(QKeyCombination(held, Qt.Key(event.key()))).toString()


def fitted(wishes: Sequence[tuple[int, int]], room: int) -> list[int]:
    """Widths for columns with these least and wanted widths: as wanted where that fits, else nearer to the least."""
    least, wanted = sum(low for low, _ in wishes), sum(high for _, high in wishes)
    share = 1.0 if wanted <= room or wanted == least else max(0.0, (room - least) / (wanted - least))
    return [int(low + (high - low) * share) for low, high in wishes]
