"""The dialog that replaces words: every change in sight before it is made, each with a tick to leave it out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.text import clean_line
from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.search.rows import replaced_row
from riec_desktop.ui.theme import characters, line_height, unit
from riec_desktop.ui.widgets.marked_rows import RowList, ShownRow
from riec_desktop.workspace.replacing import new_words
from riec_desktop.workspace.search import Bound, Hit, Query


def left_alone(hits: Sequence[Hit]) -> str:
    """What is found and stays as it is, in sentences; '' when there is nothing of the kind."""
    closed = sum(hit.bound is Bound.CLOSED for hit in hits)
    linked = sum(hit.bound is Bound.LINKED for hit in hits)
    sentences = (
        f"{_places(closed)} in een afgesloten jaar en blijft zoals het is." if closed else "",
        f"{_places(linked)} in een gekoppeld cijfer of een verwijzing en blijft heel." if linked else "",
    )
    return " ".join(one for one in sentences if one)


def _places(count: int) -> str:
    return "1 plaats staat" if count == 1 else f"Wat op {count} plaatsen is gevonden, staat"


class ReplaceDialog(KeyDialog):
    """Accepted, `chosen` says which places change and `new` into what."""

    def __init__(self, parent: QWidget | None, dossier: Dossier, query: Query, hits: Sequence[Hit]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Vervangen")
        self._dossier = dossier
        self._query = query
        self._free = tuple(hit for hit in hits if hit.bound is Bound.FREE)
        self.new_line = QLineEdit()
        self.list = RowList("Wat er verandert", self._row, ticks=True)
        self.note = label(left_alone(hits), muted=True)
        self._buttons = QDialogButtonBox()
        self.replace_button = self._buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel_button = self._buttons.addButton("Annuleren", QDialogButtonBox.ButtonRole.RejectRole)
        self.cancel_button.setAutoDefault(False)
        self._build()
        self.list.show_things(self._free)
        self._show_count()

    def _build(self) -> None:
        space = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        column.setSpacing(space * 3)
        column.addLayout(self._words())
        column.addWidget(label("Zet het vinkje uit bij wat zo moet blijven.", muted=True))
        column.addWidget(self.list, 1)
        column.addLayout(self._ticks())
        column.addWidget(self.note)
        column.addWidget(self._buttons)
        self.note.setVisible(bool(self.note.text()))
        self.list.setFrameShape(RowList.Shape.StyledPanel)
        self.replace_button.setDefault(True)
        self.new_line.textChanged.connect(self._show_new)
        self.list.rows.ticks_changed.connect(self._show_count)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.setMinimumWidth(characters(self, 70))
        resize_within_screen(self, characters(self, 100), line_height(self) * 28)
        self.new_line.setFocus()

    def _words(self) -> QHBoxLayout:
        old = label(f"‘{self._query.text.strip()}’ ")
        old.setWordWrap(False)
        caption = QLabel("&vervangen door")
        caption.setBuddy(self.new_line)
        self.new_line.setAccessibleName("Vervangen door")
        self.new_line.setPlaceholderText("niets: de woorden gaan weg")
        row = QHBoxLayout()
        for widget in (old, caption):
            row.addWidget(widget)
        row.addWidget(self.new_line, 1)
        return row

    def _ticks(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for text, on in (("&Alles aan", True), ("Alles &uit", False)):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, on=on: self.list.rows.tick_all(on=on))
            row.addWidget(button)
        row.addStretch(1)
        return row

    # --- showing -----------------------------------------------------------------------------------------------------

    def _row(self, hit: Hit) -> ShownRow:
        return replaced_row(self._dossier, hit, new_words(hit.words, self.new(), capitals=self._query.capitals))

    def _show_new(self) -> None:
        self.list.rows.refresh()

    def _show_count(self) -> None:
        count = len(self.chosen())
        self.replace_button.setText(f"Ve&rvangen ({count})")
        self.replace_button.setEnabled(bool(count))

    # --- the outcome -------------------------------------------------------------------------------------------------

    def new(self) -> str:
        """What comes in the place of the words."""
        return clean_line(self.new_line.text())

    def chosen(self) -> tuple[Hit, ...]:
        """The places that change."""
        return self.list.rows.ticked()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the new words to the list."""
        if event.key() == Qt.Key.Key_Down and self.new_line.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)
