"""Work that waits for a quiet moment: runs once, shortly after it was asked for the last time."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Later:
    """Runs `work` once, shortly after the last `ask`."""

    def __init__(self, parent: QObject, work: Callable[[], None], milliseconds: int) -> None:
        self._work = work
        self._timer = QTimer(parent)
        self._timer.setSingleShot(True)
        self._timer.setInterval(milliseconds)
        self._timer.timeout.connect(work)

    def ask(self) -> None:
        """Run soon; asking again starts the wait anew."""
        self._timer.start()

    def settle(self) -> None:
        """Run now when a run was asked for."""
        if self._timer.isActive():
            self._timer.stop()
            self._work()

    def is_waiting(self) -> bool:
        """Whether a run was asked for."""
        return self._timer.isActive()

    def stop(self) -> None:
        """Forget what was asked."""
        self._timer.stop()
