"""Files that are dropped on a window from the desk, the mail or a folder."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """The files of this computer in what is held above the window."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


class FileDrops(QObject):
    """Lets files be dropped on a window, where no widget in it takes them itself."""

    def __init__(self, window: QWidget, take: Callable[[Sequence[Path]], None]) -> None:
        super().__init__(window)
        self._take = take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Called by Qt for every event of the window."""
        if not isinstance(event, QDropEvent) or not dropped_files(event.mimeData()):
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self._take(dropped_files(event.mimeData()))
        return True
