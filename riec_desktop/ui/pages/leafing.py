"""Leafing through cards where there are very many: some at a time, because each is a whole form to make."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from riec_desktop.dossier.dutch import number
from riec_desktop.ui.labels import label

AT_ONCE = 12
"""Cards: more than fit on a screen, few enough to be there at once."""


class Leafing(QWidget):
    """Buttons to earlier and later ones, and which are in sight; hidden while all are. `turned` says to show them.

    `leaving` comes before it, while those that go are still there.
    """

    leaving = Signal()
    turned = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ids: Sequence[str] = ()
        self._first = 0
        self.earlier = QPushButton(f"V&orige {AT_ONCE}")
        self.later = QPushButton(f"Vol&gende {AT_ONCE}")
        self.told = label("", muted=True)
        self.told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.earlier)
        row.addWidget(self.told, 1)
        row.addWidget(self.later)
        self.earlier.clicked.connect(lambda: self._turn(self._first - AT_ONCE))
        self.later.clicked.connect(lambda: self._turn(self._first + AT_ONCE))

    def seen(self, ids: Sequence[str]) -> list[str]:
        """Which of all these are in sight now."""
        self._ids = ids
        self._first = min(self._first, max(0, (len(ids) - 1) // AT_ONCE * AT_ONCE))
        end = min(self._first + AT_ONCE, len(ids))
        self.setVisible(len(ids) > AT_ONCE)
        self.earlier.setEnabled(self._first > 0)
        self.later.setEnabled(end < len(ids))
        self.told.setText(f"{number(self._first + 1)} tot en met {number(end)} van {number(len(ids))}")
        return list(ids[self._first : end])

    def turn_to(self, record_id: str) -> None:
        """Bring one in sight; nothing happens when it is, or is not among them."""
        if record_id in self._ids:
            self._turn(self._ids.index(record_id) // AT_ONCE * AT_ONCE)

    def _turn(self, first: int) -> None:
        if first != self._first:
            self.leaving.emit()
            self._first = first
            self.turned.emit()
