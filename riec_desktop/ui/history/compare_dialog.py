"""The dialog with two moments, or two years, side by side: what differs, with marked words, and how to get it back."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.history.wording import NOTHING, two_texts
from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import caption, label
from riec_desktop.ui.theme import characters, line_height, unit
from riec_desktop.ui.widgets.ink_text import InkText
from riec_desktop.ui.widgets.marked_rows import RowList, ShownRow
from riec_desktop.ui.widgets.search_combo import CalmCombo
from riec_desktop.workspace.comparing import Difference, Way
from riec_desktop.workspace.names import shortened

SAME = "Deze twee zijn gelijk."
COUNT = "{count} verschillen"
ONE = "1 verschil"
_PICTURES = {Way.ADDED: "add", Way.REMOVED: "remove", Way.CHANGED: ""}
_MOST_SHOWN = 4_000


class Scope(Enum):
    """How much is put back."""

    FIELD = "field"
    RECORD = "record"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What can be laid side by side: keys with their titles, the newest first, and what differs between two of them.

    `restores`: what differs can be put back as it is at the older side.
    """

    keys: tuple[Hashable, ...]
    titles: tuple[str, ...]
    compare: Callable[[Hashable, Hashable], Sequence[Difference]]
    restores: bool = False


class CompareDialog(KeyDialog):
    """Shows what `show_sides` gives it. `back_wanted` carries a scope, the key of the older side and a difference."""

    back_wanted = Signal(object, object, object)

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Vergelijken")
        self._kinds: dict[str, Sides] = {}
        self.what, self.old, self.new = CalmCombo(), CalmCombo(), CalmCombo()
        self.list = RowList("Wat er verschilt", _row)
        self.text = InkText("Van en naar")
        self.count = label("")
        self.buttons = {
            Scope.FIELD: QPushButton("Zet dit veld &terug"),
            Scope.RECORD: QPushButton("Zet dit hele &gegeven terug"),
            Scope.ALL: QPushButton("Zet &alles terug"),
        }
        self._build()
        self.what.currentIndexChanged.connect(self._fill_anew)
        for combo in (self.old, self.new):
            combo.currentIndexChanged.connect(self._compare)
        self.list.looked_at.connect(self._look)
        for scope, button in self.buttons.items():
            button.clicked.connect(partial(self._ask_back, scope))

    # --- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        space = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        column.setSpacing(space * 3)
        rows = QFormLayout()
        for title, combo in (("&Wat vergelijkt u?", self.what), ("&Van", self.old), ("&Naar", self.new)):
            combo.setMinimumWidth(characters(self, 50))
            rows.addRow(caption(title, combo), combo)
        column.addLayout(rows)
        column.addWidget(self.count)
        column.addWidget(self._halves(), 1)
        column.addLayout(self._foot())
        self.setMinimumSize(characters(self, 90), line_height(self) * 22)
        resize_within_screen(self, characters(self, 130), line_height(self) * 34)

    def _halves(self) -> QSplitter:
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        self.list.setFrameShape(RowList.Shape.StyledPanel)
        for widget in (self.list, self.text):
            halves.addWidget(widget)
        halves.setSizes([characters(self, 58), characters(self, 62)])
        return halves

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        for button in self.buttons.values():
            button.setAutoDefault(False)
            button.setToolTip(
                "Het wordt weer zoals links van de pijl. Dit is een nieuwe stap, die u ongedaan kunt maken."
            )
            foot.addWidget(button)
        foot.addStretch(1)
        close = QPushButton("&Sluiten")
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        return foot

    # --- showing -----------------------------------------------------------------------------------------------------

    def show_sides(self, kinds: dict[str, Sides], old: Hashable = None) -> None:
        """Show what can be compared, by its name; `old` is the key to begin with. What was chosen stays chosen."""
        chosen = (old if old is not None else self._key(self.old), self._key(self.new))
        self._kinds = kinds
        self.what.blockSignals(True)
        at = max(0, self.what.currentIndex())
        self.what.clear()
        self.what.addItems(list(kinds))
        self.what.setCurrentIndex(at)
        self.what.blockSignals(False)
        self._fill(*chosen)

    def _sides(self) -> Sides:
        return self._kinds[self.what.currentText()]

    def _key(self, combo: QComboBox) -> Hashable:
        at = combo.currentIndex()
        return self._sides().keys[at] if self._kinds and 0 <= at < len(self._sides().keys) else None

    def _fill_anew(self) -> None:
        self._fill()

    def _fill(self, old: Hashable = None, new: Hashable = None) -> None:
        sides = self._sides()
        for combo, wanted, otherwise in ((self.old, old, 1), (self.new, new, 0)):
            combo.blockSignals(True)
            combo.clear()
            combo.addItems(list(sides.titles))
            at = sides.keys.index(wanted) if wanted in sides.keys else min(otherwise, len(sides.keys) - 1)
            combo.setCurrentIndex(at)
            combo.blockSignals(False)
        self._compare()

    def _compare(self) -> None:
        found = tuple(self._sides().compare(self._key(self.old), self._key(self.new)))
        self.list.show_things(found)
        self.text.show_made(lambda _: "")
        self.count.setText({0: SAME, 1: ONE}.get(len(found), COUNT.format(count=len(found))))
        for button in self.buttons.values():
            button.setVisible(self._sides().restores)
            button.setEnabled(bool(found))
        if found:
            self._look(self.list.current())

    def _look(self, one: Difference) -> None:
        old, new = one.old[:_MOST_SHOWN], one.new[:_MOST_SHOWN]
        self.text.show_made(partial(two_texts, ("Van", old), ("Naar", new)))
        self.buttons[Scope.FIELD].setEnabled(bool(one.field))

    def _ask_back(self, scope: Scope, _clicked: object = None) -> None:
        self.back_wanted.emit(scope, self._key(self.old), self.list.current())


def _row(one: Difference) -> ShownRow:
    """The place of a difference, and what it was and became in short."""
    if one.way is Way.CHANGED:
        old, new = (shortened(text) or NOTHING for text in (one.old, one.new))
        return ShownRow(tail=one.place, below=f"{old} → {new}", spoken=f"{one.place}: van {old} naar {new}")
    said = f"{one.way.value}: {shortened(one.new or one.old)}"
    return ShownRow(tail=one.place, below=said, spoken=f"{one.place}, {said}", picture=_PICTURES[one.way])
