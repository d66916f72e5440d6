"""The last step of a form: where it stands, and the text of the mail, ready to copy."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import characters, line_height, unit
from riec_desktop.workspace.forms import MadeForm


class MailDialog(KeyDialog):
    """Shows the mail that goes with a form. `open_file` opens a file or folder."""

    def __init__(self, parent: QWidget | None, made: MadeForm, path: Path, open_file: Callable[[Path], None]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Formulier versturen")
        self._made, self._path, self._open_file = made, path, open_file
        self.text = QPlainTextEdit(f"{made.subject}\n\n{made.mail}")
        self.text.setReadOnly(True)
        self.text.setAccessibleName("Tekst voor de mail")
        space = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        column.setSpacing(space * 3)
        column.addWidget(label("Het formulier is klaar", level=2))
        column.addWidget(label(f"Stuur dit bestand als bijlage mee: {path}"))
        caption = QLabel("&Tekst voor de mail")
        caption.setBuddy(self.text)
        column.addWidget(caption)
        column.addWidget(self.text, 1)
        column.addLayout(self._buttons())
        resize_within_screen(self, characters(self, 96), line_height(self) * 32)

    def _buttons(self) -> QHBoxLayout:
        self.copy_button = button("Mail &kopiëren", "De tekst van de mail naar het klembord kopiëren", self._copy)
        self.copy_button.setDefault(True)
        subject = button("&Onderwerp kopiëren", "Het onderwerp van de mail kopiëren", self._copy_subject)
        show = button("Formulier &bekijken", "Het formulier openen zoals uw collega het ziet", self._show)
        folder = button("&Map openen", "De map openen waar het formulier staat", self._show_folder)
        row = QHBoxLayout()
        row.addStretch(1)
        for one in (self.copy_button, subject, show, folder, button("&Sluiten", "Terug naar het dossier", self.accept)):
            row.addWidget(one)
        return row

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._made.mail)

    def _copy_subject(self) -> None:
        QGuiApplication.clipboard().setText(self._made.subject)

    def _show(self) -> None:
        self._open_file(self._path)

    def _show_folder(self) -> None:
        self._open_file(self._path.parent)
