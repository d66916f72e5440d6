"""The dialog with everything that was done: what changed in a step, back to it, or one thing of it back."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from riec_desktop.dossier.changes import Change, SetField
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.history.wording import change_html, change_row, step_row
from riec_desktop.ui.icons import icon
from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import characters, line_height, unit
from riec_desktop.ui.widgets.ink_text import InkText
from riec_desktop.ui.widgets.marked_rows import RowList, ShownRow
from riec_desktop.workspace.past import PastStep, restored

EMPTY = "Er is nog niets veranderd. Wat u en anderen in dit dossier doen, komt hier te staan."


class HistoryDialog(KeyDialog):
    """Shows what `show_past` gives it, and tells what is asked.

    `back_wanted` carries the step to go back to, `restore_wanted` a step and the change of it to take back;
    `compare_wanted` carries the step to compare with now; `undo_wanted` and `redo_wanted` are Ctrl+Z and Ctrl+Y.
    """

    back_wanted = Signal(object)
    restore_wanted = Signal(object, object)
    compare_wanted = Signal(object)
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self, parent: QWidget | None, now: datetime) -> None:
        super().__init__(parent)
        self.setWindowTitle("Geschiedenis")
        self._now = now
        self._dossier = Dossier()
        self.steps = RowList("Wat er is gedaan, het nieuwste bovenaan", self._step_row)
        self.changes = RowList("Wat er in deze stap veranderde", self._change_row)
        self.text = InkText("Oud en nieuw")
        self.back_button = QPushButton(icon("undo"), "&Terug tot hier")
        self.compare_button = QPushButton("&Vergelijken met nu…")
        self.restore_button = QPushButton(icon("history"), "&Zet deze terug")
        self.empty = label(EMPTY, muted=True)
        self._build()
        self._connect()

    def _build(self) -> None:
        space = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        column.setSpacing(space * 3)
        self._halves = QSplitter(Qt.Orientation.Horizontal)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self._left())
        self._halves.addWidget(self._right())
        self._halves.setSizes([characters(self, 58), characters(self, 62)])
        close = QPushButton("&Sluiten")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        column.addWidget(self.empty)
        column.addWidget(self._halves, 1)
        column.addStretch(0)
        column.addLayout(foot)
        self.setMinimumSize(characters(self, 90), line_height(self) * 20)
        resize_within_screen(self, characters(self, 130), line_height(self) * 30)

    def _left(self) -> QWidget:
        self.back_button.setToolTip("Het hele dossier wordt weer zoals na deze stap. Ook dat kunt u ongedaan maken.")
        self.steps.setFrameShape(RowList.Shape.StyledPanel)
        self.compare_button.setToolTip("Alles zien wat er na deze stap is veranderd")
        return _pane(label("Stappen", level=3), self.steps, buttons=(self.back_button, self.compare_button))

    def _right(self) -> QWidget:
        self.restore_button.setToolTip("Alleen dit wordt weer zoals het was; de rest blijft. Dit is een nieuwe stap.")
        self.changes.setFrameShape(RowList.Shape.StyledPanel)
        self.changes.setMaximumHeight(line_height(self) * 9)
        title = label("In deze stap veranderd", level=3)
        return _pane(title, self.changes, self.text, buttons=(self.restore_button,))

    def _connect(self) -> None:
        for button in (self.back_button, self.compare_button, self.restore_button):
            button.setAutoDefault(False)
        self.steps.looked_at.connect(self._look_at_step)
        self.changes.looked_at.connect(self._look_at_change)
        self.back_button.clicked.connect(lambda: self.back_wanted.emit(self.steps.current()))
        self.restore_button.clicked.connect(self._restore)
        self.compare_button.clicked.connect(lambda: self.compare_wanted.emit(self.steps.current()))

    # --- showing -----------------------------------------------------------------------------------------------------

    def show_past(self, dossier: Dossier, steps: Sequence[PastStep]) -> None:
        """Show these steps, newest first; the one that was looked at stays the one."""
        self._dossier = dossier
        looked_at: PastStep | None = self.steps.current()
        self.steps.show_things(steps)
        ids = [one.changeset.id for one in steps]
        if looked_at is not None and looked_at.changeset.id in ids:
            self.steps.choose_row(ids.index(looked_at.changeset.id))
        self.empty.setVisible(not steps)
        self._halves.setVisible(bool(steps))

    def _step_row(self, step: PastStep) -> ShownRow:
        return step_row(self._dossier, step, self._now)

    def _change_row(self, change: Change) -> ShownRow:
        return change_row(self._dossier, change)

    def _look_at_step(self, step: PastStep) -> None:
        newest: PastStep = self.steps.rows.things[0]
        self.back_button.setEnabled(not (step.current or step.brought) and step != newest)
        self.changes.show_things(step.changeset.changes)
        self.changes.setVisible(bool(step.changeset.changes))
        if step.changeset.changes:
            self.changes.choose_row(0)

    def _look_at_change(self, change: Change) -> None:
        self.text.show_made(partial(change_html, self._dossier, change))
        step: PastStep | None = self.steps.current()
        found = restored(self._dossier, step.changeset, change) if step is not None else ()
        self.restore_button.setEnabled(bool(found))
        self.restore_button.setText("&Zet deze terug" if isinstance(change, SetField) else "&Zet dit terug")

    def _restore(self) -> None:
        self.restore_wanted.emit(self.steps.current(), self.changes.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo do here what they do in the window."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo_wanted.emit()
        else:
            super().keyPressEvent(event)


def _pane(title: QLabel, *below: QWidget, buttons: Sequence[QPushButton]) -> QWidget:
    """A title, what it is about, and a line of buttons."""
    pane = QWidget()
    column = QVBoxLayout(pane)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(unit(pane) * 2)
    for widget in (title, *below):
        column.addWidget(widget)
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    column.addLayout(row)
    return pane
