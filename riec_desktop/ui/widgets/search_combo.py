"""Combo boxes that do what a person expects: the wheel scrolls the page, and typing finds any part of a name."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QSizePolicy, QWidget

from riec_desktop.ui.theme import characters

NONE = "(geen)"
_LETTERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CalmCombo(QComboBox):
    """A combo box as in other programs on Windows, but for the wheel: that scrolls the page and changes nothing.

    A letter chooses what begins with it, Alt+Down and F4 open the list, and Tab in the list chooses and goes on.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)

    def wheelEvent(self, e: QWheelEvent) -> None:
        """Left to the page."""
        e.ignore()

    def showPopup(self) -> None:
        """Called by Qt, which does nothing with Tab in the list."""
        self.view().installEventFilter(self)
        super().showPopup()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt for the open list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _LEAVING:
            self._take(self.view().currentIndex().row())
            QCoreApplication.sendEvent(self, QKeyEvent(event.type(), event.key(), event.modifiers()))
            return True
        return super().eventFilter(watched, event)

    def _take(self, row: int) -> None:
        """Choose from the open list."""
        self.hidePopup()
        if row not in (-1, self.currentIndex()):
            self.setCurrentIndex(row)
            self.activated.emit(row)


class CellCombo(CalmCombo):
    """The same in a cell of a table: a letter is looked for in the open list, since the first choice ends the edit."""

    def keyPressEvent(self, e: QKeyEvent) -> None:
        """Called by Qt: also with the letter that somebody began to type in the cell with."""
        if e.modifiers() not in _LETTERS or not e.text().strip() or not e.text().isprintable():
            super().keyPressEvent(e)
        else:
            self.showPopup()
            QCoreApplication.sendEvent(self.view(), e)

    def _take(self, row: int) -> None:
        """The Tab that follows hands it over."""
        self.hidePopup()
        self.setCurrentIndex(row)


class SearchCombo(CalmCombo):
    """Chooses one of many by typing part of its name. `chosen` gives the id, or None for '(geen)'.

    Text that names nothing is put back to the choice when the person leaves.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = QLineEdit(self)
        self.setLineEdit(self._line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumWidth(characters(self, 14))
        found = QCompleter(self.model(), self)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        found.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(found)
        self.activated.connect(self._choose)
        found.activated.connect(self._complete)
        self._line.editingFinished.connect(self._settle)
        self._optional = True
        self._current: str | None = None

    def set_options(self, names: Mapping[str, str], *, optional: bool = True) -> None:
        """Id → name of what can be chosen; `optional` puts '(geen)' first. The choice stays when it is among them."""
        wanted: list[tuple[str | None, str]] = [(None, NONE)] if optional else []
        wanted += list(names.items())
        now = [(self.itemData(index), self.itemText(index)) for index in range(self.count())]
        if wanted == now:
            return
        self.blockSignals(True)
        self.clear()
        for record_id, name in wanted:
            self.addItem(name, record_id)
        self.blockSignals(False)
        self.set_current(self._current)

    def set_current(self, record_id: str | None) -> None:
        """Show a choice."""
        self._current = record_id
        index = next((at for at in range(self.count()) if self.itemData(at) == record_id), -1)
        self.setCurrentIndex(index)
        self.setEditText(self.itemText(index) if index >= 0 else "")
        self.setToolTip(self.currentText())
        # A name that does not fit is read from its beginning.
        self._line.setCursorPosition(0)
        if self.hasFocus():
            self._line.selectAll()

    def current_id(self) -> str | None:
        """The id of the choice."""
        return self._current

    def _choose(self, index: int) -> None:
        record_id = self.itemData(index)
        if record_id != self._current:
            self._current = record_id
            self.chosen.emit(record_id)

    def _complete(self, text: str) -> None:
        self._choose(self.findText(text, Qt.MatchFlag.MatchFixedString))

    def _settle(self) -> None:
        """The person leaves: a whole name is a choice, anything else is put back."""
        typed = self._line.text().strip()
        index = self.findText(typed, Qt.MatchFlag.MatchFixedString) if typed else self.findText(NONE)
        if index >= 0:
            self._choose(index)
        self.set_current(self._current)

    def focusInEvent(self, e: QFocusEvent) -> None:
        """What is typed replaces the choice."""
        super().focusInEvent(e)
        self._line.selectAll()
