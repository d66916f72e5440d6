"""The program around the window: Dutch, unexpected errors, and the files that it is given."""

import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton

from riec_desktop.ui import app as program_module
from riec_desktop.ui.app import ErrorHook, details_of, documents_folder, surroundings
from riec_desktop.ui.dialogs import system_dialogs
from riec_desktop.ui.jobs import Cancel, Job, Progress
from riec_desktop.ui.main_window import MainWindow
from tests.helpers.program import Person, Program, click
from tests.helpers.surroundings import environment


def fail(text: str) -> None:
    raise ValueError(text)


def raised(text: str) -> ValueError:
    """An error that was really raised, with its trace."""
    with pytest.raises(ValueError, match=text) as caught:
        fail(text)
    return caught.value


@pytest.mark.usefixtures("app")
def test_qt_speaks_dutch() -> None:
    assert QLocale().language() is QLocale.Language.Dutch
    assert QApplication.translate("QPlatformTheme", "Cancel") == "Annuleren"


@pytest.mark.expects_log("unexpected error")
def test_an_unexpected_error_is_told_once_with_details_to_copy(app: Program) -> None:
    error = raised("kapot")

    def copy_details(dialog: QDialog) -> None:
        assert isinstance(dialog, QMessageBox)
        hook(ValueError, error, error.__traceback__)
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "Kopieer details").click()

    hook = ErrorHook(app.person.dialogs())
    app.person.will(copy_details)
    hook(ValueError, error, error.__traceback__)
    assert len(app.person.said) == 1
    assert "ValueError: kapot" in QGuiApplication.clipboard().text()


@pytest.mark.expects_log("unexpected error")
def test_an_error_on_a_worker_thread_opens_no_dialog(app: Program) -> None:
    error = raised("in de achtergrond")
    hook = ErrorHook(app.person.dialogs())
    worker = threading.Thread(target=lambda: hook(ValueError, error, error.__traceback__))
    worker.start()
    worker.join()
    assert app.person.said == []


def test_details_name_versions_and_the_place() -> None:
    error = raised("hier")
    details = details_of(ValueError, error, error.__traceback__)
    assert "RIEC Jaarverslag" in details
    assert "test_app.py" in details


@pytest.mark.usefixtures("app")
def test_a_job_that_fails_tells_it_on_the_main_thread() -> None:
    told: list[tuple[Exception, bool]] = []

    def work(_progress: Progress, _cancel: Cancel) -> Path:
        raise raised("mislukt")

    job = Job(work)

    def note(error: Exception) -> None:
        told.append((error, threading.current_thread() is threading.main_thread()))

    job.signals.failed.connect(note)
    job.run()
    assert [(str(error), on_main) for error, on_main in told] == [("mislukt", True)]


def test_the_documents_folder_is_that_of_the_user() -> None:
    assert documents_folder().is_absolute()


@pytest.mark.usefixtures("app")
def test_who_looks_for_a_file_begins_at_the_documents_and_later_where_the_last_one_was(tmp_path: Path) -> None:
    mine, other = tmp_path / "van mij", tmp_path / "van een ander"
    mine.mkdir()
    other.mkdir()
    (other / "gekregen.riec").touch()
    seen: list[str] = []

    def choose(name: str) -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, QFileDialog)
        seen.append(shown.directory().dirName())
        shown.selectFile(name)
        shown.accept()

    dialogs = system_dialogs(mine)
    for _ in range(2):
        QTimer.singleShot(0, lambda: choose(str(other / "gekregen.riec")))
        assert dialogs.pick_open(None, "Dossier openen", "Dossier (*.riec)") == other / "gekregen.riec"
    assert seen == ["van mij", "van een ander"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows the documents folder whatever the home is")
def test_documents_go_to_the_home_of_whoever_has_no_documents_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert documents_folder() == tmp_path


def run_until_shown(monkeypatch: pytest.MonkeyPatch, argv: list[str], folder: Path, look: Callable[[], None]) -> int:
    """Run the program in the application that the tests share; look at it, then close all windows."""
    existing = QApplication.instance()
    assert isinstance(existing, QApplication)

    def same(_arguments: Sequence[str]) -> QApplication:
        return existing

    monkeypatch.setattr(program_module, "make_application", same)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)

    def end() -> None:
        look()
        existing.closeAllWindows()

    # The program opens its files when the window is there; look after that.
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, end))
    return program_module.run(argv, environment(folder / "lokale gegevens"))


def test_a_file_on_the_command_line_is_opened(fresh: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = fresh.bench.session.path
    fresh.window.close_dossier()
    fresh.window.hide()
    opened: list[Path | None] = []

    def look() -> None:
        windows = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
        opened.extend(one.desk.session.path for one in windows if one.desk.session)

    assert run_until_shown(monkeypatch, ["riec-desktop", str(path)], tmp_path, look) == 0
    assert opened == [path]


def test_the_surroundings_of_this_computer_use_the_real_dialogs(tmp_path: Path) -> None:
    around = surroundings(environment(tmp_path))
    assert around.documents == documents_folder()


@pytest.mark.usefixtures("app")
def test_a_message_box_gives_the_text_of_the_button() -> None:
    person = Person()
    person.will(click("Opnieuw"))
    assert person.dialogs().ask(None, "Titel", "Vraag?", ("Opnieuw", "Annuleren")) == "Opnieuw"


@pytest.mark.usefixtures("app")
def test_esc_chooses_the_last_button() -> None:
    person = Person()
    person.will(lambda dialog: dialog.reject())
    assert person.dialogs().ask(None, "Titel", "Vraag?", ("Opnieuw", "Annuleren")) in {"", "Annuleren"}
