"""How every dialog opens: on the screen, ready to type in its first row, with Enter for what it is for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLabel, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.forms.order import OrderDialog
from tests.helpers.dialogs import DIALOGS
from tests.helpers.program import Program


def cancelled_by_enter(dialog: QDialog) -> set[str]:
    """The buttons to cancel that Qt may let Enter press; a question has its own choice of them."""
    buttons = [] if isinstance(dialog, QMessageBox) else dialog.findChildren(QPushButton)
    return {one.text() for one in buttons if one.text() == "Annuleren" and (one.isDefault() or one.autoDefault())}


@pytest.mark.parametrize("name", DIALOGS)
def test_a_dialog_is_within_the_screen_and_enter_does_not_cancel_it(example: Program, name: str) -> None:
    dialog = DIALOGS[name](example)
    dialog.open()
    room = dialog.screen().availableGeometry().size()
    assert dialog.size().boundedTo(room) == dialog.size()
    assert cancelled_by_enter(dialog) == set()
    dialog.close()
    dialog.deleteLater()


def note_presses(button: QPushButton, pressed: list[str]) -> None:
    button.clicked.connect(lambda: pressed.append(button.text()))


@pytest.mark.parametrize("name", DIALOGS)
def test_enter_on_a_button_presses_that_button(example: Program, name: str) -> None:
    dialog = DIALOGS[name](example)
    dialog.open()
    shown = [one for one in dialog.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
    leaving = [one for one in shown if one.text() in {"Annuleren", "Sluiten", "Later"}]
    pressed: list[str] = []
    for one in shown:
        note_presses(one, pressed)
    for one in leaving[:1]:
        one.setFocus()
        QTest.keyClick(one, Qt.Key.Key_Return)
    assert pressed == [one.text() for one in leaving[:1]]
    dialog.close()
    dialog.deleteLater()


def test_what_is_larger_than_the_screen_opens_as_large_as_the_screen_has_room_for(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    resize_within_screen(window, 100_000, 200)
    assert room.width() * 0.9 < window.width() < room.width()
    assert window.height() == 200
    resize_within_screen(window, 300, 100_000)
    assert window.width() == 300
    assert room.height() * 0.9 < window.height() < room.height()


def askew(dialog: QDialog) -> list[str]:
    """The labels of a form that do not stand beside the middle of their line, by more than a pixel."""
    titles = [one for one in dialog.findChildren(QLabel) if isinstance(one.buddy(), QLineEdit | QComboBox)]
    return [one.text() for one in titles if abs(one.geometry().center().y() - one.buddy().geometry().center().y()) > 1]


@pytest.mark.parametrize("name", ["nieuw", "word", "excel", "cijfers inlezen", "formulier", "vergelijken"])
def test_the_label_of_one_line_stands_beside_its_middle(example: Program, name: str) -> None:
    dialog = DIALOGS[name](example)
    dialog.open()
    assert dialog.findChild(QFormLayout) is not None
    assert askew(dialog) == []
    dialog.close()
    dialog.deleteLater()


def test_a_form_begins_in_its_first_row_and_enter_presses_the_button_with_the_focus(example: Program) -> None:
    dialog = OrderDialog(example.window, example.bench.session.dossier, example.bench.editing.year, "Joris")
    dialog.open()
    assert dialog.focusWidget() is dialog.about
    dialog.about.setCurrentIndex(1)
    assert dialog.accept_button.isEnabled()
    dialog.cancel_button.setFocus()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not dialog.isVisible()
    dialog.deleteLater()
