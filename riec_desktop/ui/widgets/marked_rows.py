"""A long list of things with a line under each, in which some words stand out: what was found, what was done.

Rows are painted here because a list of Qt cannot show bold in the middle of a text. A row is made when it comes in
sight, and all are equally high, so that a thousand of them cost no more than the dozen in sight.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from riec_desktop.ui.icons import icon
from riec_desktop.ui.theme import colours, icon_size, line_height, small_font, unit

Index = QModelIndex | QPersistentModelIndex
_NOTHING: Final = QModelIndex()
_ROW: Final = Qt.ItemDataRole.UserRole
_Role: Final = QPalette.ColorRole
_LEAD = 0.4
"""The part of a line that may go to what stands before the marked words, when not all fits."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand out: bold, or struck out for what goes."""

    text: str
    struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRow:
    """One row. `lead`, `marked` and `tail` are the upper line, `aside` stands at its right, `below` under it.

    `spoken` is what a screen reader says of it all; `picture` the name of an icon.
    """

    lead: str = ""
    marked: tuple[Piece, ...] = ()
    tail: str = ""
    aside: str = ""
    below: str = ""
    spoken: str = ""
    picture: str = ""

    def line(self) -> str:
        """The upper line as plain text."""
        return f"{self.lead}{''.join(piece.text for piece in self.marked)}{self.tail}"


ShowRow = Callable[[Any], ShownRow]


class RowModel(QAbstractListModel):
    """Any things as rows. With ticks, each is on until it is turned off; `ticks_changed` tells of that."""

    ticks_changed = Signal()

    def __init__(self, parent: QObject, show: ShowRow, *, ticks: bool = False) -> None:
        super().__init__(parent)
        self.things: tuple[Any, ...] = ()
        self._show = show
        self._off: set[int] | None = set() if ticks else None

    def set_things(self, things: Sequence[Any]) -> None:
        """Show these."""
        self.beginResetModel()
        self.things = tuple(things)
        self.endResetModel()

    def ticked(self) -> tuple[Any, ...]:
        """The things that are on, in order."""
        off = self._off or set()
        return tuple(thing for at, thing in enumerate(self.things) if at not in off)

    def tick_all(self, *, on: bool) -> None:
        """Turn all on or off."""
        self._off = set() if on else set(range(len(self.things)))
        self.dataChanged.emit(self.index(0), self.index(len(self.things) - 1), [Qt.ItemDataRole.CheckStateRole])
        self.ticks_changed.emit()

    def refresh(self) -> None:
        """The same things may read otherwise now."""
        self.dataChanged.emit(self.index(0), self.index(len(self.things) - 1))

    def rowCount(self, parent: Index = _NOTHING) -> int:
        """The number of things."""
        return 0 if parent.isValid() else len(self.things)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be chosen, and turned on or off when there are ticks."""
        usual = super().flags(index)
        return usual if self._off is None else usual | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows and says."""
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.CheckStateRole:
                return self._tick(index.row())
            case Qt.ItemDataRole.DisplayRole:
                return self._row(index).line()
            case Qt.ItemDataRole.AccessibleTextRole:
                row = self._row(index)
                return row.spoken or f"{row.line()}, {row.below}"
            case Qt.ItemDataRole.ToolTipRole:
                row = self._row(index)
                return f"{row.line()}\n{row.below}"
            case _:
                return self._row(index) if role == _ROW else None

    def _row(self, index: Index) -> ShownRow:
        return self._show(self.things[index.row()])

    def _tick(self, at: int) -> Qt.CheckState | None:
        if self._off is None:
            return None
        return Qt.CheckState.Unchecked if at in self._off else Qt.CheckState.Checked

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A tick was turned."""
        if self._off is None or role != Qt.ItemDataRole.CheckStateRole:
            return False
        on = Qt.CheckState(value) is Qt.CheckState.Checked
        self._off = self._off - {index.row()} if on else self._off | {index.row()}
        self.dataChanged.emit(index, index, [role])
        self.ticks_changed.emit()
        return True


class _Painter(QStyledItemDelegate):
    """Paints a row in two lines."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines and some air."""
        below = QFontMetrics(small_font(self._view.font())).height()
        return QSize(0, line_height(self._view) + below + round(unit(self._view) * 3.5))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, tick and focus as the style has them, the words by hand."""
        row: ShownRow = index.data(_ROW)
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        drawn.text = ""
        style = self._view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, self._view)
        painter.save()
        self._paint_row(painter, drawn, row)
        painter.restore()

    def _paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: ShownRow) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        group = _group(option)
        ink = option.palette.color(group, _Role.HighlightedText if chosen else _Role.Text)
        quiet = ink if chosen else colours(option.palette).muted
        area = self._words_area(painter, option, row, chosen=chosen)
        upper = QRect(area.topLeft(), QSize(area.width(), line_height(self._view)))
        aside = QFontMetrics(option.font).horizontalAdvance(row.aside)
        painter.setPen(quiet)
        painter.setFont(option.font)
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.aside)
        painter.setPen(ink)
        _paint_line(painter, upper.adjusted(0, 0, -aside - (unit(self._view) * 2 if aside else 0), 0), row, option.font)
        small = small_font(option.font)
        painter.setFont(small)
        painter.setPen(quiet)
        lower = QRect(upper.bottomLeft() + QPoint(0, unit(self._view) // 2), area.bottomRight())
        below = QFontMetrics(small).elidedText(row.below, Qt.TextElideMode.ElideRight, lower.width())
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, below)

    def _words_area(self, painter: QPainter, option: QStyleOptionViewItem, row: ShownRow, *, chosen: bool) -> QRect:
        """Where the words go: beside the tick and the icon, which is drawn here."""
        space = unit(self._view)
        area = option.rect.adjusted(space * 2, space, -space * 2, -space)
        if option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            tick = QStyle.SubElement.SE_ItemViewItemCheckIndicator
            area.setLeft(self._view.style().subElementRect(tick, option, self._view).right() + space * 2)
        if row.picture:
            side = icon_size(self._view)
            mode = QIcon.Mode.Selected if chosen and _group(option) is QPalette.ColorGroup.Active else QIcon.Mode.Normal
            place = QRect(area.left(), area.top() + (line_height(self._view) - side) // 2, side, side)
            icon(row.picture).paint(painter, place, Qt.AlignmentFlag.AlignCenter, mode)
            area.setLeft(place.right() + space * 2)
        return area


def _group(option: QStyleOptionViewItem) -> QPalette.ColorGroup:
    active = option.state & QStyle.StateFlag.State_Active
    return QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive


def _paint_line(painter: QPainter, area: QRect, row: ShownRow, font: QFont) -> None:
    """The marked words stay whole; what stands around them is cut at its far end."""
    plain, bold = QFontMetrics(font), QFontMetrics(_marked_font(font, struck=False))
    kept = sum(bold.horizontalAdvance(piece.text) for piece in row.marked)
    left = max(0, area.width() - kept)
    tail_wanted = plain.horizontalAdvance(row.tail)
    lead_room = max(left - tail_wanted, round(left * _LEAD)) if row.marked else 0
    lead = plain.elidedText(row.lead, Qt.TextElideMode.ElideLeft, lead_room)
    tail_room = left - plain.horizontalAdvance(lead)
    tail = plain.elidedText(row.tail, Qt.TextElideMode.ElideRight, tail_room)
    pieces = ((lead, font), *((one.text, _marked_font(font, struck=one.struck)) for one in row.marked), (tail, font))
    at = area.left()
    for text, look in pieces:
        painter.setFont(look)
        room = QRect(at, area.top(), max(0, area.right() - at + 1), area.height())
        shown = QFontMetrics(look).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        at += QFontMetrics(look).horizontalAdvance(text)


def _marked_font(font: QFont, *, struck: bool) -> QFont:
    made = QFont(font)
    made.setBold(not struck)
    made.setStrikeOut(struck)
    return made


class RowList(QListView):
    """The list. `chosen` carries the thing that was clicked, or on which Enter was pressed; `looked_at` the current."""

    chosen = Signal(object)
    looked_at = Signal(object)

    def __init__(self, name: str, show: ShowRow, *, ticks: bool = False) -> None:
        super().__init__()
        self.rows = RowModel(self, show, ticks=ticks)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setModel(self.rows)
        self.setItemDelegate(_Painter(self))
        self.setUniformItemSizes(True)
        self.activated.connect(self._choose)
        if not ticks:
            self.clicked.connect(self._choose)
        self.selectionModel().currentChanged.connect(self._look)

    def show_things(self, things: Sequence[Any]) -> None:
        """Show these, with the same row current."""
        at = self.currentIndex().row()
        self.rows.set_things(things)
        if things:
            self.choose_row(max(0, min(at, len(things) - 1)))

    def choose_row(self, at: int) -> None:
        """Make a row the current one, in sight."""
        self.setCurrentIndex(self.rows.index(at))

    def current(self) -> Any:
        """The thing of the current row; None without rows."""
        index = self.currentIndex()
        return self.rows.things[index.row()] if index.isValid() else None

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows.things[index.row()])

    def _look(self, index: QModelIndex) -> None:
        if index.isValid():
            self.looked_at.emit(self.rows.things[index.row()])
