"""Dialogs behind a few replaceable functions, so that tests can answer them by clicking on the real thing.

Nothing else in the window calls `exec` or a static dialog function.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton, QWidget

DOSSIER_SUFFIX = ".riec"
DOSSIER_FILTER = f"Dossier (*{DOSSIER_SUFFIX})"


def _exec(dialog: QDialog) -> int:
    return dialog.exec()


def _pick_open(parent: QWidget | None, title: str, pattern: str) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(parent, title, "", pattern)
    return Path(name) if name else None


def _pick_many(parent: QWidget | None, title: str, pattern: str) -> tuple[Path, ...]:
    names, _ = QFileDialog.getOpenFileNames(parent, title, "", pattern)
    return tuple(map(Path, names))


def _pick_save(parent: QWidget | None, title: str, suggestion: Path, pattern: str) -> Path | None:
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), pattern)
    return Path(name) if name else None


def _pick_folder(parent: QWidget | None, title: str, suggestion: Path) -> Path | None:
    name = QFileDialog.getExistingDirectory(parent, title, str(suggestion))
    return Path(name) if name else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogs:
    """How the window asks: run a dialog, pick one or more files to open, pick a place to save, or a folder."""

    execute: Callable[[QDialog], int] = _exec
    pick_open: Callable[[QWidget | None, str, str], Path | None] = _pick_open
    pick_many: Callable[[QWidget | None, str, str], tuple[Path, ...]] = _pick_many
    pick_save: Callable[[QWidget | None, str, Path, str], Path | None] = _pick_save
    pick_folder: Callable[[QWidget | None, str, Path], Path | None] = _pick_folder

    def ask(self, parent: QWidget | None, title: str, text: str, choices: Sequence[str], details: str = "") -> str:
        """Show a sentence with buttons and give the text of the chosen one.

        The first is the default, the last is what Esc chooses.
        """
        box = question_box(parent, title, text, choices, details)
        self.execute(box)
        clicked = box.clickedButton()
        chosen = clicked.text() if clicked in box.buttons() and box.buttonRole(clicked) != _HELP else ""
        box.deleteLater()
        return chosen.replace("&", "")

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """Show a sentence with one button."""
        self.ask(parent, title, text, ("Sluiten",))


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
