"""A search box above a list: typing a part of a name shows what has it, arrow keys choose, Enter is for the dialog."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QListWidgetItem, QStyle, QWidget

from riec_desktop.ui.roomy import RoomyRows, row_height
from riec_desktop.ui.theme import characters

_LINES = (3, 6)
"""How many names are in sight: on a small screen, and where there is room."""

_MOST = 76
"""Characters: how wide a list may make its dialog."""

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ID = Qt.ItemDataRole.UserRole


class PickList(QObject):
    """The two inputs, for a form to lay out: `search` and `list`.

    `changed` says that another name is chosen; the first that is found is chosen by itself.
    """

    changed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        """`name` is what is chosen, for a screen reader."""
        super().__init__(parent)
        self.search = QLineEdit(parent)
        self.search.setPlaceholderText("Typ een deel van de naam")
        self.list = QListWidget(parent)
        self.list.setAccessibleName(f"{name}: gevonden")
        self.list.setItemDelegate(RoomyRows(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        least, most = (row_height(self.list) * lines + 2 * self.list.frameWidth() for lines in _LINES)
        self.list.setMinimumHeight(least)
        self.list.setMaximumHeight(most)
        self.search.installEventFilter(self)
        self.search.textEdited.connect(self._filter)
        self.list.currentItemChanged.connect(self.changed)

    def add(self, name: str, record_id: str) -> None:
        """One that can be chosen."""
        item = QListWidgetItem(name, self.list)
        item.setToolTip(name)
        item.setData(_ID, record_id)
        if self.list.count() == 1:
            self.list.setCurrentItem(item)

    def show_whole_names(self) -> None:
        """Make the list wide enough for the longest name, within reason: beyond that names are shortened."""
        bar = self.list.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self.list)
        wanted = self.list.sizeHintForColumn(0) + 2 * self.list.frameWidth() + bar
        self.list.setMinimumWidth(min(wanted, characters(self.list, _MOST)))

    def choose(self, record_id: str) -> None:
        """Make this one the chosen one; what is not in the list changes nothing."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_ID) == record_id:
                self.list.setCurrentRow(row)

    def current_id(self) -> str | None:
        """The id of what is chosen; None when nothing is found."""
        item = self.list.currentItem()
        return str(item.data(_ID)) if self.list.count() and item and not item.isHidden() else None

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        items = [self.list.item(row) for row in range(self.list.count())]
        for item in items:
            item.setHidden(not all(word in item.text().casefold() for word in wanted))
        shown = [item for item in items if not item.isHidden()]
        if shown and self.current_id() is None:
            self.list.setCurrentItem(shown[0])
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that move in a list do so while a person types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _MOVES:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)
