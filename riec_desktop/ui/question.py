"""A sentence with buttons: the one kind of message box that the program has."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

_HELP = QMessageBox.ButtonRole.HelpRole


def question_box(
    parent: QWidget | None, title: str, text: str, choices: Sequence[str], details: str = ""
) -> QMessageBox:
    """A message box with Dutch buttons; with details it offers to copy them."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    # A name that it quotes is no markup, whatever is in it.
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    buttons = [box.addButton(choice, QMessageBox.ButtonRole.ActionRole) for choice in choices]
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(buttons[-1])
    if details:
        copy = QPushButton("Kopieer details", box)
        box.addButton(copy, _HELP)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    return box


def chosen_in(box: QMessageBox) -> str:
    """The text of the button that was clicked; '' when it was help, or none."""
    clicked = box.clickedButton()
    is_choice = clicked in box.buttons() and box.buttonRole(clicked) != _HELP
    return clicked.text().replace("&", "") if is_choice else ""
