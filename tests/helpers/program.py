"""The real window for tests: made as `app.run` makes it, with dialogs that tests answer by what they were asked."""

import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.records import PortfolioReport
from riec_desktop.language.speller import EndingSpeller
from riec_desktop.memory import let_go
from riec_desktop.ui.app import speak_dutch
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.dialogs import Dialogs
from riec_desktop.ui.main_window import MainWindow
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.workbench import Workbench
from tests.helpers.surroundings import environment

ROOM = (1280, 720)
"""The size of the window: that of a small laptop."""

Answer = Callable[[QDialog], None]


@dataclass(slots=True)
class Person:
    """Answers dialogs in turn. `said` holds the sentences of the message boxes that were shown."""

    answers: deque[Answer] = field(default_factory=deque[Answer])
    picks: deque[Path | None] = field(default_factory=deque[Path | None])
    said: list[str] = field(default_factory=list[str])
    opened: list[Path] = field(default_factory=list[Path])

    def will(self, *answers: Answer) -> None:
        """Answer the next dialogs so."""
        self.answers.extend(answers)

    def will_pick(self, *paths: Path | None) -> None:
        """Pick these files in the next file dialogs."""
        self.picks.extend(paths)

    def execute(self, dialog: QDialog) -> int:
        """Show a dialog as the program would and do with it what was announced."""
        if isinstance(dialog, QMessageBox):
            self.said.append(dialog.text())
        assert self.answers, f"a dialog that the test did not expect: {dialog.windowTitle()} {self.said[-1:]}"
        answer = self.answers.popleft()
        dialog.open()
        answer(dialog)
        dialog.hide()
        return dialog.result()

    def dialogs(self) -> Dialogs:
        """The dialogs of a window that this person uses."""
        return Dialogs(
            execute=self.execute,
            pick_open=lambda _parent, _title, _pattern: self.picks.popleft(),
            pick_many=lambda _parent, _title, _pattern: tuple(one for one in (self.picks.popleft(),) if one),
            pick_save=lambda _parent, _title, _suggestion, _pattern: self.picks.popleft(),
            pick_folder=lambda _parent, _title, _suggestion: self.picks.popleft(),
        )


def click(text: str) -> Answer:
    """Click the button of a message box with this text."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        next(one for one in dialog.buttons() if one.text().replace("&", "") == text).click()

    return answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A running window with its person and the folder of their documents."""

    window: MainWindow
    person: Person
    around: Surroundings

    @property
    def bench(self) -> Workbench:
        """The open dossier on screen."""
        assert self.window.workbench is not None
        return self.window.workbench

    @property
    def report(self) -> PortfolioReport:
        """The portfolio whose page is shown."""
        found = self.bench.session.dossier.get(PortfolioReport, self.bench.place.record_id)
        assert found is not None
        return found

    def show_portfolio(self, name: str) -> None:
        """Go to the page of a portfolio of the year that is shown."""
        dossier, year = self.bench.session.dossier, self.bench.editing.year
        found = next(one for one in views.reports(dossier, year) if views.report_name(dossier, one) == name)
        self.bench.show_place(Place(PageId.PORTFOLIO, found.id))

    def settle(self) -> None:
        """Everything that waits happens now."""
        self.window.settle()
        QCoreApplication.sendPostedEvents()


def surroundings(folder: Path, person: Person, speller: Callable[[], EndingSpeller] | None = None) -> Surroundings:
    """A computer in a folder."""
    documents = folder / "Documenten"
    documents.mkdir(parents=True, exist_ok=True)
    return Surroundings(
        env=environment(folder / "lokale gegevens"),
        dialogs=person.dialogs(),
        documents=documents,
        open_file=person.opened.append,
        speller=speller,
        patience=60,
    )


def _unchanged(around: Surroundings) -> Surroundings:
    return around


@contextmanager
def program(
    folder: Path,
    person: Person | None = None,
    speller: Callable[[], EndingSpeller] | None = None,
    changed: Callable[[Surroundings], Surroundings] = _unchanged,
) -> Generator[Program]:
    """Start the program on a computer in a folder and end it; nothing of it may stay behind.

    Without a speller no spelling is checked, which spares most tests a child process. `changed` makes other
    surroundings of the usual ones.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    speak_dutch(application)
    # What an earlier test made and nobody deleted yet may be waiting for its last key still.
    of_others = QApplication.topLevelWidgets()
    someone = person or Person()
    around = changed(surroundings(folder, someone, speller))
    window = MainWindow(around)
    # The screen that is none is small, and how a page looks depends on the room that it has.
    window.resize(*ROOM)
    window.show()
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    try:
        yield Program(window=window, person=someone, around=around)
    finally:
        put_away(window)
    assert_nothing_left(of_others)


def put_away(window: MainWindow) -> None:
    """Close a window and whatever it has open, without questions."""
    if window.desk.session is not None:
        window.flush()
        window.desk.session.close(keep=True)
        window.desk.session = None
        window.show_start()
    let_go()
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def assert_nothing_left(of_others: Sequence[QWidget]) -> None:
    """No window, no running timer, no thread of ours stays behind; the timers of others are not ours."""
    windows = [one for one in QApplication.topLevelWidgets() if not one.isHidden()]
    assert not windows, f"windows left open: {windows}"
    ours = [one for one in QApplication.topLevelWidgets() if one not in of_others]
    timers = [(window, one.parent(), one.interval()) for window in ours for one in running_timers(window)]
    assert not timers, f"timers left running (window, parent, milliseconds): {timers}"
    assert QThreadPool.globalInstance().activeThreadCount() == 0
    threads = [one for one in threading.enumerate() if not one.daemon and one is not threading.main_thread()]
    assert not threads, f"threads left running: {threads}"


def running_timers(window: QWidget) -> list[QTimer]:
    """The timers of a window that run now; one that ticks every few minutes costs nothing."""
    return [one for one in window.findChildren(QTimer) if one.isActive() and one.interval() < 60_000]
