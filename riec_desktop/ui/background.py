"""Jobs of the open dossier that no dialog waits for, such as reading a picture; none of them outlives the dossier."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool

from riec_desktop.ui.jobs import Job, Work

T = TypeVar("T")


class _Run(QObject):
    """One job, with what is to be done with its result on the main thread."""

    def __init__(
        self, parent: QObject, job: Job[Any], done: Callable[[Any], None], failed: Callable[[Exception], None]
    ) -> None:
        super().__init__(parent)
        self.job = job
        self._done = done
        self._failed = failed
        job.signals.done.connect(self._take)
        job.signals.failed.connect(self._fail)

    def _take(self, result: object) -> None:
        self.deleteLater()
        self._done(result)

    def _fail(self, error: Exception) -> None:
        self.deleteLater()
        self._failed(error)


def raised(error: Exception) -> None:
    """What a job may expect to go wrong is part of its result; anything else goes to the log and a dialog."""
    raise error


class Background(QObject):
    """Runs jobs one after another on a thread of its own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def run(self, work: Work[T], done: Callable[[T], None], failed: Callable[[Exception], None] = raised) -> None:
        """Do work on the other thread and hand its result, or what went wrong, over on this one."""
        _Run(self, Job(work), done, failed).job.start(self._pool)

    def settle(self, seconds: float | None = None) -> None:
        """Wait for all that runs, with `seconds` no longer than that, and hand over the results."""
        self._pool.waitForDone(-1 if seconds is None else int(seconds * 1000))
        # Nothing but results: any other event would be handled in the middle of what asks for them.
        for run in self.findChildren(_Run):
            QCoreApplication.sendPostedEvents(run, QEvent.Type.MetaCall.value)

    def is_busy(self) -> bool:
        """Whether something runs, or its result was not handed over yet."""
        return bool(self.findChildren(_Run))

    def stop(self) -> None:
        """End all that runs; nothing is handed over any more."""
        for run in self.findChildren(_Run):
            run.job.cancel()
        self._pool.waitForDone()
        for run in self.findChildren(_Run):
            run.deleteLater()
