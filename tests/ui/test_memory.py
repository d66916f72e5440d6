"""A dossier that is closed leaves nothing behind: people leave the program open for days and open many."""

import gc
from weakref import ref

from PySide6.QtCore import QCoreApplication, QEvent

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.ui.background import Background
from riec_desktop.ui.jobs import Job
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.workbench import Workbench
from tests.helpers.program import Program

BEGINNING = 2
"""Rounds after which what is loaded once is loaded."""
ROUNDS = 4
FEW = 20
"""Small values that Python and Qt may keep for each round, such as a weak reference."""


def open_and_close(app: Program) -> None:
    assert app.window.desk.open_example()
    for page in (PageId.FIGURES, PageId.OVERVIEW):
        app.bench.show_place(Place(page))
    app.settle()
    assert app.window.desk.close()
    # On a busy computer the file may still be being written, by what knows the window that it is of.
    app.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def living(kind: type) -> int:
    return sum(isinstance(one, kind) for one in gc.get_objects())


def test_what_was_open_goes_when_it_is_closed(app: Program) -> None:
    for _ in range(BEGINNING):
        open_and_close(app)
    objects, dossiers, jobs = len(gc.get_objects()), living(Dossier), living(Job)
    for _ in range(ROUNDS):
        open_and_close(app)
    assert living(Workbench) == 0
    assert living(Dossier) <= dossiers
    assert living(Job) <= jobs
    assert len(gc.get_objects()) - objects <= FEW * ROUNDS


def test_work_that_is_done_is_let_go_with_all_it_used(app: Program) -> None:
    class Large:
        pass

    background, large = Background(app.window), Large()
    gone = ref(large)
    background.run(lambda _progress, _cancel, used=large: id(used), lambda _result: None)
    background.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    del large
    gc.collect()
    assert gone() is None
