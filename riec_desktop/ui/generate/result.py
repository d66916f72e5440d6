"""What was made, where it stands, what to know of it, and what can be done with it now."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import unit
from riec_desktop.workspace.documents import Made
from riec_desktop.workspace.inspection import summary


class ResultSheet(QWidget):
    """The last step of the dialog.

    `open_file` opens a file or folder, `show_remarks` tells what the check of a file found, `leave` closes the dialog.
    """

    def __init__(
        self, open_file: Callable[[Path], None], show_remarks: Callable[[Path], None], leave: Callable[[], None]
    ) -> None:
        super().__init__()
        self._open_file = open_file
        self._show_remarks = show_remarks
        self.made: Made | None = None
        self.path, self.pdf_path, self.checked = label(""), label(""), label("")
        self.notes = label("", muted=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit(self) * 3)
        column.addWidget(label("Het document is klaar", level=2))
        for text in (self.path, self.pdf_path, self.notes, self.checked):
            text.setVisible(False)
            column.addWidget(text)
        column.addLayout(self._remarks_row())
        column.addStretch(1)
        column.addLayout(self._buttons(leave))

    def _remarks_row(self) -> QHBoxLayout:
        help_text = "Laten zien wat de bestandscontrole heeft gevonden, met de plaats en de reden"
        self.remarks_button = button("&Bevindingen…", help_text, self._open_remarks)
        self.remarks_button.setVisible(False)
        row = QHBoxLayout()
        row.addWidget(self.remarks_button)
        row.addStretch(1)
        return row

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
            (self.checked, summary(made.inspection) if made.inspection else ""),
        ):
            text.setText(said)
            text.setVisible(bool(said))
        self.open_pdf_button.setVisible(made.pdf is not None)
        self.remarks_button.setVisible(made.inspection is not None and bool(made.inspection.remarks))
        self.open_button.setDefault(True)
        self.open_button.setFocus()

    def _open(self, which: str) -> None:
        path: Path | None = getattr(self.made, which, None)
        if path is not None:
            self._open_file(path)

    def _open_remarks(self) -> None:
        if self.made is not None:
            self._show_remarks(self.made.path)

    def _open_folder(self) -> None:
        if self.made is not None:
            self._open_file(self.made.path.parent)

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self.made.path) if self.made else "")
