"""What every dialog of ours has: Enter presses the button that has the focus, and Tab goes as a person reads.

Qt leaves Enter to the system. On Windows only space presses a button, so that Enter on 'Annuleren' would do what the
dialog is for. Tab would pass by the buttons that stand before the one that Enter presses.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QPushButton

from riec_desktop.ui.tab_order import in_reading_order, pass_on

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyDialog(QDialog):
    """A dialog in which Enter means the button with the focus, and the default one only when no button has it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Called for a key that the widget with the focus did not take."""
        focused = self.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Called by Qt at Tab and Shift+Tab."""
        return pass_on(in_reading_order(self), forward=next_) or super().focusNextPrevChild(next_)
