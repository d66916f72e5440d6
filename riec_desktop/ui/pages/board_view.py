"""The readiness board on screen: a table whose names at the left stay in sight while the rest scrolls.

The names are the headings of the rows, so a screen reader can say them with every cell.
"""

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.labels import words
from riec_desktop.ui.icons import draw
from riec_desktop.ui.pages.board_lines import Face, Line
from riec_desktop.ui.pages.board_model import BoardModel, BoardRole
from riec_desktop.ui.pages.board_paint import Easel, cell_size, paint_face, paint_summary, paint_title, title_height
from riec_desktop.ui.theme import characters, colours, line_height, small_font, unit
from riec_desktop.ui.typed import required

MOST_ROWS = 12
"""A board with more portfolios than this scrolls inside itself, so that its headings stay in sight."""

NAME_WIDTHS = (25, 44)
"""Characters for the name of a portfolio on a line: at least, and at most."""

_NAME_SHARE = 0.32
"""The part of the board that names take between the two."""

TITLE_LINES = 2

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def whole_width(room: int, least: int, count: int) -> int:
    """The width of columns of which as many whole ones as possible fit in this room; `least` when all do."""
    fitting = max(1, room // least)
    return least if count <= fitting else max(least, room // fitting)


class FaceDelegate(QStyledItemDelegate):
    """Paints the cells."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Called by the view."""
        easel = Easel(painter, option.widget)
        face = cast("Face | None", index.data(BoardRole.FACE))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if face is None:
            paint_summary(easel, option.rect, str(index.data()))
        else:
            paint_face(easel, option.rect, face)
            if option.state & QStyle.StateFlag.State_HasFocus:
                easel.ring(option.rect)
        painter.restore()


class NameHeader(QHeaderView):
    """The names of goals and portfolios; a click on a portfolio goes to it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        """Called by the view."""
        least, most = (characters(self, one) for one in NAME_WIDTHS)
        wanted = round(required(self.parentWidget()).width() * _NAME_SHARE)
        return QSize(min(max(least, wanted), most), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        """Called for every row."""
        line = cast("Line", self.model().headerData(section, Qt.Orientation.Vertical, BoardRole.LINE))
        painter.save()
        paint_title(Easel(painter, self), rect, line)
        painter.restore()


class TitleHeader(QHeaderView):
    """The titles of the columns, on two lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag(Qt.TextFlag.TextWordWrap)
        )
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFont(small_font(self.font()))

    def sizeHint(self) -> QSize:
        """Called by the view."""
        return QSize(super().sizeHint().width(), line_height(self) * TITLE_LINES + unit(self) * 3)

    def paintSection(self, painter: QPainter, rect: QRect, section: int, /) -> None:
        """Called for every column: its title above the cells, without a frame; after the last in sight an arrow."""
        found, step = colours(self.palette()), unit(self)
        painter.fillRect(rect, found.card)
        painter.setPen(found.muted)
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        painter.drawText(rect.adjusted(step * 2, 0, -step, -step), self.defaultAlignment(), title)
        if section < self.count() - 1 and rect.right() + rect.width() >= self.viewport().width():
            side = step * 4
            draw(
                painter,
                QRectF(rect.right() - side, rect.bottom() - side - step, side, side),
                "chevron-right",
                found.muted,
            )


class BoardView(QTableView):
    """`chosen` carries the cell that was clicked or entered; a click on a name gives its first cell."""

    chosen = Signal(QModelIndex)

    def __init__(self, model: BoardModel, nothing: str, parent: QWidget | None = None) -> None:
        """`nothing` stands there when there are no rows."""
        super().__init__(parent)
        self._board = model
        self.nothing = nothing
        self._fitted = 0
        self.setAccessibleName("Voortgang per portefeuille en vraag")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setItemDelegate(FaceDelegate(self))
        self.setHorizontalHeader(TitleHeader(self))
        self.setVerticalHeader(NameHeader(self))
        self.setModel(model)
        model.modelReset.connect(self.arrange)
        # Where the arrow stands that says that there is more.
        self.horizontalScrollBar().valueChanged.connect(self.horizontalHeader().viewport().update)
        self.clicked.connect(self.chosen)
        self.verticalHeader().sectionClicked.connect(self._choose_row)

    def set_nothing(self, text: str) -> None:
        """Another sentence for when there are no rows."""
        self.nothing = text
        self.viewport().update()

    def _choose_row(self, row: int) -> None:
        if self._board.lines[row].row is not None:
            self.chosen.emit(self._board.index(row, 0))

    def arrange(self) -> None:
        """Give goals a row over the whole width, and every cell the room of the longest word."""
        self.clearSpans()
        for at, line in enumerate(self._board.lines):
            if line.row is None:
                self.setSpan(at, 0, 1, self._board.columnCount())
        self._fit()

    def _fit(self) -> None:
        """Rows as high as their names; columns as wide as whole ones fit beside each other."""
        self._fitted = self.width()
        size = cell_size(self, max(words(ReviewState), key=len))
        down, names = self.verticalHeader(), self.verticalHeader().sizeHint().width()
        down.setDefaultSectionSize(size.height())
        for at, line in enumerate(self._board.lines):
            wanted = title_height(down, line, names)
            down.resizeSection(at, max(size.height(), wanted) if line.row else wanted)
        room = self.width() - names
        self.horizontalHeader().setDefaultSectionSize(whole_width(room, size.width(), self._board.columnCount()))
        self.updateGeometry()

    # --- size --------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """All rows up to `MOST_ROWS`, and room for a sentence when there are none."""
        down = self.verticalHeader()
        tallest = max((down.sectionSize(at) for at in range(down.count())), default=down.defaultSectionSize())
        height = max(down.defaultSectionSize(), min(down.length(), MOST_ROWS * tallest))
        bar = self.horizontalScrollBar()
        extra = bar.sizeHint().height() if bar.maximum() > bar.minimum() else 0
        return QSize(characters(self, 60), height + self.horizontalHeader().sizeHint().height() + extra)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow, not low."""
        return QSize(characters(self, NAME_WIDTHS[0] * 2), self.sizeHint().height())

    def updateGeometries(self) -> None:
        """Called when rows or the width changed: a scroll bar may have come, and the button in the corner too."""
        super().updateGeometries()
        required(self.findChild(QAbstractButton)).hide()
        if self.width() != self._fitted:
            self._fit()
        self.updateGeometry()

    # --- keys and painting -------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the field of the cell."""
        if event.key() in _ENTER and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, e: QPaintEvent) -> None:
        """The rows, or why there are none."""
        super().paintEvent(e)
        if not self._board.lines:
            painter = QPainter(self.viewport())
            painter.setPen(colours(self.palette()).muted)
            painter.drawText(
                self.viewport().rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.nothing
            )
