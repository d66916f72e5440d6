"""How large a window opens: as it was left or as its contents like, never larger than the screen has room for.

On a laptop of 1280 by 720 at 175 % that is 731 by 411, so a size in characters and lines alone would run off it. The
screen on which a window was left may be gone.
"""

from PySide6.QtCore import QByteArray, QPoint, QSize
from PySide6.QtWidgets import QWidget

from riec_desktop.ui.theme import unit

_SMALLEST = 4
"""Nobody leaves a window at less than this part of its usual height; a damaged place reads as no size at all."""


def room_for(window: QWidget) -> QSize:
    """The largest size of the inside of a window on its screen, in pixels: without the bar and the frame around it."""
    frame = QSize(unit(window) * 4, unit(window) * 10)
    return window.screen().availableGeometry().size() - frame


def resize_within_screen(window: QWidget, width: int, height: int) -> None:
    """Make a window this large, or as large as the screen has room for."""
    window.resize(QSize(width, height).boundedTo(room_for(window)))


def kept_geometry(window: QWidget) -> str:
    """The place and size of a window, to be remembered."""
    return bytes(window.saveGeometry().toBase64().data()).decode()


def put_back(window: QWidget, kept: object) -> None:
    """Give a window the place and size that were kept, whatever came of them, wholly within a screen that is there.

    Without any that can be read it gets the size that it has now, or as much of it as there is room for.
    """
    usual, text = window.size(), kept if isinstance(kept, str) else ""
    is_read = window.restoreGeometry(QByteArray.fromBase64(QByteArray(text.encode(errors="replace"))))
    if not is_read or window.height() * _SMALLEST < usual.height():
        resize_within_screen(window, usual.width(), usual.height())
    if not is_read or window.isMaximized():
        return
    screen, room = window.screen().availableGeometry(), room_for(window)
    window.resize(window.size().boundedTo(room))
    far = QPoint(screen.left() + room.width() - window.width(), screen.top() + room.height() - window.height())
    window.move(_between(screen.left(), window.x(), far.x()), _between(screen.top(), window.y(), far.y()))


def _between(least: int, wanted: int, most: int) -> int:
    return max(least, min(wanted, most))
