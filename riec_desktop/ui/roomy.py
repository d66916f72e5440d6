"""Rows with air: lists and trees whose lines are as high as a person can hit, at every font size."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from riec_desktop.ui.strokes import is_strong
from riec_desktop.ui.theme import line_height, unit


class RoomyRows(QStyledItemDelegate):
    """Paints items as usual, in rows of at least one line and a half."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """A chosen line without the focus has the usual ground, so its icon keeps the usual colour."""
        super().initStyleOption(option, index)
        quiet = QStyle.StateFlag.State_Selected in option.state and not is_strong(option)
        if quiet and not option.icon.isNull():
            drawn = option.icon.pixmap(option.decorationSize, self._view.devicePixelRatioF())
            usual = QIcon()
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):
                usual.addPixmap(drawn, mode)
            option.icon = usual

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Called by the view."""
        usual = super().sizeHint(option, index)
        return QSize(
            usual.width() + unit(self._view) * 2, max(usual.height() + unit(self._view), row_height(self._view))
        )


def row_height(view: QAbstractItemView) -> int:
    """The height of a row of one line, in pixels."""
    return line_height(view) + unit(view) * 2
