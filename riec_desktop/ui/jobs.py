"""Background work: a plain function with progress and cancel, wrapped once, with its result back on the main thread."""

from collections.abc import Callable
from threading import Event
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

from riec_desktop.errors import Cancelled
from riec_desktop.workspace.progress import Cancel, Progress

T = TypeVar("T")
Work = Callable[[Progress, Cancel], T]


class _Signals(QObject):
    """Signals that carry results from the worker thread to the thread that made this object."""

    progress = Signal(float, str)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()


class Job(Generic[T]):
    """One run of a piece of work. Connect to `signals`, keep it until they came, and `start` it on a pool.

    It is no `QRunnable`: PySide keeps each of those, with the dossier that it worked on, as long as its pool lives.
    """

    def __init__(self, work: Work[T]) -> None:
        self.signals = _Signals()
        self._work = work
        self._stop = Event()

    def start(self, pool: QThreadPool) -> None:
        """Run on a thread of this pool."""
        pool.start(self.run)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def run(self) -> None:
        """Called on the worker thread. Every exception becomes a signal: none is lost, none opens a dialog there."""
        try:
            result = self._work(self.signals.progress.emit, self._stop.is_set)
        except Cancelled:
            self.signals.cancelled.emit()
        except Exception as error:
            self.signals.failed.emit(error)
        else:
            self.signals.done.emit(result)
