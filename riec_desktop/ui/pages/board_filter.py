"""The choices above the readiness board: by state, by who delivers, by deadline and by goal."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.labels import word
from riec_desktop.ui.theme import characters, unit
from riec_desktop.ui.widgets.equal_columns import EqualColumns
from riec_desktop.ui.widgets.ink_label import InkLabel
from riec_desktop.workspace.deadlines import Term, Wish
from riec_desktop.workspace.readiness import Readiness

Choice = tuple[str, object]
UNFINISHED = "nog niet akkoord"
NOBODY = "(nog niemand)"
_STATES: Mapping[str, ReviewState | None] = {
    "alles": None,
    UNFINISHED: None,
    **{word(one): one for one in ReviewState},
}


class BoardFilter(QWidget):
    """`changed` says that `wish()` is another one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = QComboBox()
        self.holder = QComboBox()
        self.term = QComboBox()
        self.goal = QComboBox()
        self.clear_button = QPushButton("Alles tonen")
        self.clear_button.clicked.connect(self.clear)
        self._count = InkLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit(self))
        cells = [self._cell(text, box) for text, box in self._boxes()]
        column.addWidget(EqualColumns(cells, unit(self) * 2, unit(self) * 2))
        below = QHBoxLayout()
        below.addWidget(self._count, 1)
        below.addWidget(self.clear_button)
        column.addLayout(below)
        _offer(self.state, [(text, text) for text in _STATES])
        _offer(self.term, [("alles", None), *((one.value, one) for one in Term)])

    def _boxes(self) -> Sequence[tuple[str, QComboBox]]:
        return (
            ("Voort&gang", self.state),
            ("W&ie levert aan", self.holder),
            ("&Aanleveren", self.term),
            ("Strategisch d&oel", self.goal),
        )

    def _cell(self, text: str, box: QComboBox) -> QWidget:
        """A choice with its label above it."""
        caption = QLabel(text)
        caption.setBuddy(box)
        box.setAccessibleName(text.replace("&", ""))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(9)
        box.view().setMinimumWidth(characters(box, 40))
        box.activated.connect(self.changed)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit(self))
        column.addWidget(caption)
        column.addWidget(box)
        return cell

    def refresh(self, board: Readiness) -> None:
        """Offer the people and goals that there are now; what was chosen stays where it can."""
        holders = sorted({row.report.holder.strip() for row in board.rows}, key=lambda one: (not one, one.casefold()))
        _offer(self.holder, [("iedereen", None), *((one or NOBODY, one) for one in holders)])
        _offer(self.goal, [("alle doelen", None), *((one.title, one.goal_id or "") for one in board.groups)])

    def wish(self) -> Wish:
        """What a person wants to see."""
        state = self.state.currentText()
        return Wish(
            review=_STATES[state],
            unfinished=state == UNFINISHED,
            holder=self.holder.currentData(),
            term=self.term.currentData(),
            goal_id=self.goal.currentData(),
        )

    def clear(self) -> None:
        """Show everything again."""
        for _, box in self._boxes():
            box.setCurrentIndex(0)
        self.changed.emit()

    def show_count(self, shown: int, total: int) -> None:
        """How many portfolios are shown; the button to show all is there when it does something."""
        every = "Alle portefeuilles worden getoond." if shown == total else f"{shown} van {total} portefeuilles."
        self._count.setText(every)
        self.clear_button.setVisible(self.wish() != Wish())


def _offer(box: QComboBox, choices: Sequence[Choice]) -> None:
    """Offer these, keeping the choice where it is among them."""
    if [text for text, _ in choices] == [box.itemText(at) for at in range(box.count())]:
        return
    kept = box.currentText()
    box.clear()
    for text, value in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, box.findText(kept)))
