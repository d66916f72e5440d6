"""What was made, where it stands, what to know of it, and what can be done with it now."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import unit
from riec_desktop.workspace.documents import Made


class ResultSheet(QWidget):
    """The last step of the dialog. `open_file` opens a file or folder, `leave` closes the dialog."""

    def __init__(self, open_file: Callable[[Path], None], leave: Callable[[], None]) -> None:
        super().__init__()
        self._open_file = open_file
        self.made: Made | None = None
        self.path, self.pdf_path, self.notes = label(""), label(""), label("", muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit(self) * 3)
        column.addWidget(label("Het document is klaar", level=2))
        for text in (self.path, self.pdf_path, self.notes):
            text.setVisible(False)
            column.addWidget(text)
        column.addStretch(1)
        column.addLayout(self._buttons(leave))

    def _buttons(self, leave: Callable[[], None]) -> QHBoxLayout:
        self.open_button = button("&Openen", "Het document openen", lambda: self._open("path"))
        self.open_pdf_button = button("&PDF openen", "De PDF openen", lambda: self._open("pdf"))
        self.open_pdf_button.setVisible(False)
        folder = button("&Map openen", "De map openen waar het document staat", self._open_folder)
        copy = button("Pad &kopiëren", "De plaats van het document naar het klembord kopiëren", self._copy_path)
        close = button("&Sluiten", "Terug naar het dossier", leave)
        row = QHBoxLayout()
        row.addStretch(1)
        for one in (self.open_button, self.open_pdf_button, folder, copy, close):
            row.addWidget(one)
        return row

    def show_made(self, made: Made) -> None:
        """Show what was made and begin at the first button."""
        self.made = made
        for text, said in (
            (self.path, str(made.path)),
            (self.pdf_path, str(made.pdf or "")),
            (self.notes, "\n".join(made.notes)),
        ):
            text.setText(said)
            text.setVisible(bool(said))
        self.open_pdf_button.setVisible(made.pdf is not None)
        self.open_button.setDefault(True)
        self.open_button.setFocus()

    def _open(self, which: str) -> None:
        path: Path | None = getattr(self.made, which, None)
        if path is not None:
            self._open_file(path)

    def _open_folder(self) -> None:
        if self.made is not None:
            self._open_file(self.made.path.parent)

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self.made.path) if self.made else "")
