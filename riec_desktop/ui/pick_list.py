"""A search box above a list: typing a part of a name shows what has it, arrow keys choose, Enter is for the dialog."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QListWidgetItem, QWidget

from riec_desktop.ui.theme import line_height, unit

_LINES = 6
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
        self.list.setFixedHeight(line_height(parent) * _LINES + 2 * unit(parent))
        self.search.installEventFilter(self)
        self.search.textEdited.connect(self._filter)
        self.list.currentItemChanged.connect(self.changed)

    def add(self, name: str, record_id: str) -> None:
        """One that can be chosen."""
        item = QListWidgetItem(name, self.list)
        item.setData(_ID, record_id)
        if self.list.count() == 1:
            self.list.setCurrentItem(item)

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
