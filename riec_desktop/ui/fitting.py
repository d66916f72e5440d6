"""How large a dialog opens: as large as its contents like, never larger than the screen has room for.

On a laptop of 1280 by 720 at 175 % that is 731 by 411, so a size in characters and lines alone would run off it.
"""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from riec_desktop.ui.theme import unit


def room_for(window: QWidget) -> QSize:
    """The largest size of the inside of a window on its screen, in pixels: without the bar and the frame around it."""
    frame = QSize(unit(window) * 4, unit(window) * 10)
    return window.screen().availableGeometry().size() - frame


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Make a window this large, or as large as the screen has room for."""
    window.resize(QSize(width, height).boundedTo(room_for(window)))
