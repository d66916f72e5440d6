"""What is copied stays Qt's, however often it changes hands, and the program ends well with it on the clipboard."""

import gc
import subprocess
import sys

import pytest
from PySide6.QtGui import QGuiApplication

from riec_desktop.ui.widgets.mime import qt_mime

COPY_AND_END = """
from PySide6.QtWidgets import QApplication
from riec_desktop.ui.widgets.mime import qt_mime
application = QApplication([])
{made}
made.setText("woord")
application.clipboard().setMimeData(made)
assert application.clipboard().text() == "woord"
"""


def ended(made: str) -> int:
    """With which code a program ends that leaves this on the clipboard."""
    return subprocess.run(
        [sys.executable, "-c", COPY_AND_END.format(made=made)], check=False, capture_output=True
    ).returncode


def test_a_program_ends_well_with_something_on_the_clipboard() -> None:
    assert ended("made = qt_mime()") == 0


@pytest.mark.skipif(sys.platform == "win32", reason="the clipboard of Windows lets go in time")
def test_that_is_needed_because_it_does_not_with_what_python_made() -> None:
    assert ended("from PySide6.QtCore import QMimeData as Mine\nmade = Mine" + "()") != 0


@pytest.mark.usefixtures("qapp")
def test_it_is_empty_and_comes_back_as_it_was_put_there() -> None:
    made = qt_mime()
    assert made.formats() == []
    made.setText("woord")
    made.setHtml("<b>woord</b>")
    made.setData("application/x-eigen", b"w")
    QGuiApplication.clipboard().setMimeData(made)
    del made
    gc.collect()
    held = QGuiApplication.clipboard().mimeData()
    assert (held.text(), held.html()) == ("woord", "<b>woord</b>")
    assert bytes(held.data("application/x-eigen").data()) == b"w"
