"""A line in which a person types what to look for. It changes nothing, so Ctrl+Z there is that of the dossier."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from riec_desktop.ui.widgets.inputs import is_undo


class SeekLine(QLineEdit):
    """Undo and redo go to the window: who just replaced words there wants those back."""

    def event(self, arg__1: QEvent) -> bool:
        """Called by Qt, first to ask whether a key is meant for the line."""
        if isinstance(arg__1, QKeyEvent) and is_undo(arg__1):
            arg__1.ignore()
            return False
        return super().event(arg__1)
