"""Ctrl+K: type a part of a name, and do the action or go to the record that fits it best."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QVBoxLayout, QWidget

from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.icons import icon
from riec_desktop.ui.labels import label
from riec_desktop.ui.search.entries import Entry, best, plain
from riec_desktop.ui.theme import characters, line_height, unit
from riec_desktop.ui.widgets.marked_rows import Piece, RowList, ShownRow

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
NOTHING = "Niets met deze naam. Zoekt u een woord in een tekst? Gebruik dan Zoeken (Ctrl+F)."


def entry_row(entry: Entry, typed: str) -> ShownRow:
    """The name with the first typed word in bold, and what it is."""
    name = entry.name
    word = next(iter(plain(typed).split()), "")
    at = plain(name).find(word) if word and len(plain(name)) == len(name) else -1
    end = at + len(word)
    spoken = ", ".join(part for part in (name, entry.what, entry.aside) if part)
    lead, marked, tail = (name[:at], (Piece(name[at:end]),), name[end:]) if at >= 0 else ("", (), name)
    return ShownRow(
        lead=lead, marked=marked, tail=tail, aside=entry.aside, below=entry.what, spoken=spoken, picture=entry.picture
    )


class Palette(QDialog):
    """Accepted, `chosen` is what to do. While a person types, the arrows move through the list."""

    def __init__(self, parent: QWidget | None, entries: Sequence[Entry]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Snel naar")
        self._entries = tuple(entries)
        self.chosen: Entry | None = None
        self.typed = QLineEdit()
        self.list = RowList("Wat past bij wat u typt", self._row)
        self.nothing = label(NOTHING, muted=True)
        self._build()
        self._show()

    def _build(self) -> None:
        space = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space * 4, space * 4, space * 4, space * 4)
        column.setSpacing(space * 3)
        for widget in (self.typed, self.list, self.nothing):
            column.addWidget(widget)
        column.setStretchFactor(self.list, 1)
        column.addStretch(0)
        self.typed.setPlaceholderText("Typ een deel van een naam: een portefeuille, een doel, een opdracht…")
        self.typed.setAccessibleName("Deel van een naam")
        self.typed.setToolTip("Pijltjes: kiezen · Enter: doen of erheen gaan · Esc: sluiten")
        self.typed.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.typed.textChanged.connect(self._show)
        self.typed.returnPressed.connect(self._take_current)
        self.typed.installEventFilter(self)
        self.list.chosen.connect(self._take)
        resize_within_screen(self, characters(self, 84), line_height(self) * 24)

    def _row(self, entry: Entry) -> ShownRow:
        return entry_row(entry, self.typed.text())

    def _show(self) -> None:
        found = best(self._entries, self.typed.text())
        self.list.show_things(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if found:
            self.list.choose_row(0)

    def _take_current(self) -> None:
        entry = self.list.current()
        if isinstance(entry, Entry):
            self._take(entry)

    def _take(self, entry: Entry) -> None:
        self.chosen = entry
        self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows belong to the list, also while a person types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _MOVES:
            return QApplication.sendEvent(self.list, event)
        return super().eventFilter(watched, event)
