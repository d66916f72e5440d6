"""The file is written while the window goes on, and what fails in one place leaves the others alone."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from riec_desktop.dossier import views
from riec_desktop.files import REAL, FileSystem
from riec_desktop.storage.dossier_file import open_dossier
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.pages.broken import BrokenPage
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.preview_desk import PreviewDesk
from riec_desktop.ui.start import COMPLETE, CRASHED, RECOVERED
from riec_desktop.workspace.last_run import BadEnd
from riec_desktop.workspace.waiting import STORES
from tests.helpers.accessible import english, nameless, twice
from tests.helpers.program import Person, Program, click, program
from tests.helpers.surroundings import START


class Slow:
    """A disk on which putting a file in place takes until it is let go."""

    def __init__(self) -> None:
        self.go_on = Event()
        self.go_on.set()

    def files(self) -> FileSystem:
        return replace(REAL, replace=self._replace)

    def _replace(self, source: Path, target: Path) -> None:
        assert self.go_on.wait(60)
        REAL.replace(source, target)


@pytest.fixture
def slow() -> Slow:
    return Slow()


@pytest.fixture
def hurried(qapp: QApplication, tmp_path: Path, slow: Slow) -> Iterator[Program]:
    """The program with a saved dossier, on a slow disk, with a window that does not wait for it."""

    def changed(around: Surroundings) -> Surroundings:
        return replace(around, env=replace(around.env, files=slow.files()), patience=0)

    with program(tmp_path, Person(), changed=changed) as running:
        assert running.window.windowHandle() in qapp.topLevelWindows()
        running.window.desk.new("Begin", 2025)
        running.person.will_pick(running.around.documents / "ons.riec")
        running.window.save()
        running.settle()
        yield running
        slow.go_on.set()


def rename(running: Program, name: str) -> None:
    editing = running.bench.editing
    editing.set(views.settings(editing.dossier), "name", name)


def name_in(path: Path) -> str:
    return views.settings(open_dossier(path).content.dossier).name


def file_of(running: Program) -> Path:
    path = running.bench.session.path
    assert path is not None
    return path


# --- Writing while the window goes on --------------------------------------------------------------------------------


def test_what_is_typed_while_the_file_is_written_is_kept_and_not_in_the_file_yet(hurried: Program, slow: Slow) -> None:
    rename(hurried, "Eerst")
    slow.go_on.clear()
    hurried.window.save()
    assert "Bezig met opslaan" in hurried.window.status_text()
    rename(hurried, "Intussen")
    slow.go_on.set()
    hurried.settle()
    assert name_in(file_of(hurried)) == "Eerst"
    assert hurried.window.isWindowModified()
    assert hurried.window.autosave.is_waiting()
    hurried.window.save()
    hurried.settle()
    assert name_in(file_of(hurried)) == "Intussen"
    assert "Alles bewaard" in hurried.window.status_text()


def test_saving_while_it_is_saved_saves_once_more_and_keeps_nobody_waiting(hurried: Program, slow: Slow) -> None:
    rename(hurried, "Eerst")
    slow.go_on.clear()
    hurried.window.save()
    rename(hurried, "Nog eens")
    hurried.window.save()
    slow.go_on.set()
    hurried.settle()
    hurried.settle()
    assert name_in(file_of(hurried)) == "Nog eens"
    assert not hurried.window.isWindowModified()


def test_closing_waits_for_what_is_written(hurried: Program, slow: Slow) -> None:
    path = file_of(hurried)
    rename(hurried, "Eerst")
    slow.go_on.clear()
    hurried.window.save()
    rename(hurried, "Op de valreep")
    slow.go_on.set()
    hurried.window.close_dossier()
    assert name_in(path) == "Op de valreep"


def test_undo_goes_on_over_a_save_that_runs(hurried: Program, slow: Slow) -> None:
    rename(hurried, "Eerst")
    slow.go_on.clear()
    hurried.window.save()
    hurried.window.undo()
    slow.go_on.set()
    hurried.settle()
    assert views.settings(hurried.bench.session.dossier).name == "Begin"
    assert name_in(file_of(hurried)) == "Eerst"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows removes no folder while a file in it is being written")
def test_a_save_that_fails_after_all_is_told_above_the_page(hurried: Program, slow: Slow) -> None:
    rename(hurried, "Kan niet weg")
    slow.go_on.clear()
    hurried.window.save()
    shutil.rmtree(hurried.around.documents)
    slow.go_on.set()
    hurried.settle()
    assert "niet bereikbaar" in hurried.bench.banner.text()
    assert hurried.person.said == []
    assert hurried.window.isWindowModified()
    hurried.around.documents.mkdir()
    press(hurried, "Opslaan…")
    hurried.settle()
    assert name_in(file_of(hurried)) == "Kan niet weg"
    assert hurried.bench.banner.text() == ""


def press(running: Program, text: str) -> None:
    buttons = running.bench.banner.findChildren(QPushButton)
    next(one for one in buttons if one.text() == text).click()


# --- Errors that nobody expected -------------------------------------------------------------------------------------


def broken(*_: object, **__: object) -> None:
    raise ValueError("kapot")


@pytest.mark.expects_log("unexpected error")
def test_a_page_that_cannot_be_made_leaves_the_others_alone(example: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("riec_desktop.ui.workbench.make_page", broken)
        example.bench.show_place(Place(PageId.FIGURES))
    page = example.bench.page
    assert isinstance(page, BrokenPage)
    assert [nameless(page), english(page), twice(page)] == [[], [], []]
    page.explanation.copy.click()
    assert "ValueError: kapot" in QGuiApplication.clipboard().text()
    example.bench.show_place(Place(PageId.OVERVIEW))
    assert not isinstance(example.bench.page, BrokenPage)
    example.bench.show_place(Place(PageId.FIGURES))
    assert not isinstance(example.bench.page, BrokenPage)


@pytest.mark.expects_log("unexpected error")
def test_a_page_that_fails_while_it_is_used_can_be_tried_again(
    example: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = example.bench.page
    assert page is not None
    monkeypatch.setattr(page, "refresh", broken)
    rename(example, "Toch bewaard")
    assert isinstance(example.bench.page, BrokenPage)
    assert views.settings(example.bench.session.dossier).name == "Toch bewaard"
    example.bench.page.explanation.again.click()
    assert not isinstance(example.bench.page, BrokenPage)


@pytest.mark.expects_log("unexpected error")
def test_a_page_that_cannot_hand_over_its_text_does_not_keep_the_window_open(
    example: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example.bench.page, "flush", broken)
    example.window.close_dossier()
    assert not example.window.has_dossier()


@pytest.mark.expects_log("unexpected error")
def test_what_stands_beside_the_page_may_fail_too(example: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PreviewDesk, "show", broken)
    rename(example, "Anders")
    example.settle()
    assert "kon niet worden bijgewerkt" in example.bench.banner.text()
    press(example, "Kopieer details")
    assert "ValueError: kapot" in QGuiApplication.clipboard().text()


# --- After a bad end -------------------------------------------------------------------------------------------------


def start_texts(running: Program) -> str:
    running.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    shown = running.window.start.findChildren(QLabel)
    return "\n".join(one.text() for one in shown)


def test_the_start_screen_says_how_the_last_run_ended(app: Program) -> None:
    app.window.start.show_last_run(BadEnd(began=START, crashed=True, details="de details"))
    assert CRASHED in start_texts(app)
    assert COMPLETE in start_texts(app)
    buttons = app.window.start.findChildren(QPushButton)
    next(one for one in buttons if one.text() == "Kopieer details").click()
    assert QGuiApplication.clipboard().text() == "de details"


def test_what_was_recovered_is_named(app: Program) -> None:
    app.window.desk.new("Nieuw", 2025)
    rename(app, "Voor later")
    app.person.will(click("Bewaren op deze computer"))
    app.window.close_dossier()
    app.window.start.show_last_run(BadEnd(began=START, crashed=False, details=""))
    assert RECOVERED in start_texts(app)
    app.window.start.show_last_run(None)
    assert RECOVERED not in start_texts(app)


@pytest.mark.expects_log("cannot be read")
def test_work_that_cannot_be_read_is_told_and_stays(app: Program) -> None:
    store = app.around.env.data_folder / STORES / "kapot.werk"
    store.parent.mkdir(parents=True, exist_ok=True)
    store.write_bytes(b"kapot")
    app.window.show_start()
    assert "kapot.werk" in start_texts(app)
    assert store.read_bytes() == b"kapot"
