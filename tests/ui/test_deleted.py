"""A dialog that goes without being closed, with its window or as garbage, takes the work of its thread with it.

A thread pool waits for its threads when it is deleted, and those wait for Python: whoever holds Python meanwhile waits
for ever. So this runs in a process of its own that is given little time.
"""

import subprocess
import sys

GONE = """
import gc, sys, tempfile
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete
from riec_desktop.ui.figures_import.dialog import FiguresDialog
from riec_desktop.ui.inspection import InspectionDialog
from riec_desktop.workspace.content import example_dossier
from tests.helpers.edited import example_document
from tests.helpers.dialogs import FIGURES

application = QApplication([])
path = Path(tempfile.mkdtemp()) / "hoofdstuk.docx"
path.write_bytes(example_document())

def figures(parent):
    made = FiguresDialog(parent, FIGURES, example_dossier(), {}, 2023)
    made._later.settle()
    return made

def events():
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.processEvents()

def with_its_window(make):
    window = QWidget()
    make(window)
    window.deleteLater()
    events()

def later(make):
    make(None).deleteLater()
    events()

def at_once(make):
    delete(make(None))

def as_garbage(make):
    make(None)
    gc.collect()
    events()

for make in (figures, lambda parent: InspectionDialog(parent, path)):
    for way in (with_its_window, later, at_once, as_garbage):
        way(make)
        sys.stdout.write(way.__name__ + " ")
        sys.stdout.flush()
"""


def test_nobody_waits_for_ever_when_a_dialog_is_deleted_while_it_works() -> None:
    done = subprocess.run([sys.executable, "-c", GONE], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.split() == ["with_its_window", "later", "at_once", "as_garbage"] * 2, done.stderr
