"""What the choices for any document have in common: the year, the file to make, and what stands in the way."""

from dataclasses import replace
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.records import ReportYear
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.editing import Editing
from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.jobs import Work
from riec_desktop.ui.labels import caption
from riec_desktop.ui.theme import unit
from riec_desktop.workspace.documents import Made
from riec_desktop.workspace.preferences import prefer, preferences

DocumentKind = Literal["word", "excel"]
PATTERNS = {"word": "Word-document (*.docx)", "excel": "Excel-werkmap (*.xlsx)"}
NOT_NOTED = "In het dossier staat niet wat u rondstuurt. U kunt het document wel gebruiken."
SUFFIXES = {"word": ".docx", "excel": ".xlsx"}


class Choices(QWidget):
    """Rows of choices. `changed` says that `problem()` may be another one.

    Subclasses give `work()`, what must be done with the choices, and `name()`, what the file is called by itself.
    """

    changed = Signal()

    def __init__(self, kind: DocumentKind, editing: Editing, around: Surroundings) -> None:
        super().__init__()
        self.kind: DocumentKind = kind
        self.editing = editing
        self.around = around
        self._suggested = ""
        self._year = QComboBox()
        self._target = QLineEdit()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.rows = self.form()
        self.column.addLayout(self.rows)
        self._fill_years()
        self._year.currentIndexChanged.connect(self.year_changed)
        self._target.textChanged.connect(self.changed)

    def work(self) -> Work[Made]:
        """The job that these choices stand for."""
        raise NotImplementedError

    def name(self) -> str:
        """The name of the file when the person gives none."""
        raise NotImplementedError

    def remember(self) -> None:
        """Keep the choices for the next time."""
        prefer(self.around.env, **{f"{self.kind}_folder": str(self.target().parent)})

    def note(self, made: Made) -> Made:
        """Keep in the dossier what must be known of a document that was made; gives what to tell of it."""
        if not made.changes:
            return made
        try:
            self.editing.session.edit(f"Reviewversie maken: {made.path.stem}", made.changes)
        except RiecError as error:
            return replace(made, notes=(*made.notes, f"{NOT_NOTED} {sentence(error)}"))
        return made

    # --- rows --------------------------------------------------------------------------------------------------------

    def form(self) -> QFormLayout:
        """Rows with a label each."""
        made = QFormLayout()
        made.setHorizontalSpacing(unit(self) * 4)
        made.setVerticalSpacing(unit(self) * 2)
        return made

    def add_row(
        self, rows: QFormLayout, text: str, widget: QWidget, help_text: str, *, beside: QWidget | None = None
    ) -> None:
        """A labelled choice, with a button beside it or not. `text` carries the access key."""
        title = caption(text, widget, help_text)
        if beside is None:
            rows.addRow(title, widget)
            return
        row = QHBoxLayout()
        row.setSpacing(unit(self) * 2)
        row.addWidget(widget, 1)
        row.addWidget(beside)
        rows.addRow(title, row)

    def add_year_row(self, rows: QFormLayout) -> None:
        """The row with the report year."""
        self.add_row(rows, "Verslag&jaar", self._year, "Het jaar waarover het document gaat")

    def add_target_row(self) -> None:
        """The row with the file to make."""
        browse = button("Kiezen…", "Kies waar het bestand komt", self._browse)
        self.add_row(self.rows, "&Bestand", self._target, "Waar het document wordt opgeslagen", beside=browse)
        self.suggest_target()

    def _fill_years(self) -> None:
        for one in views.years(self.editing.dossier):
            if one.year is not None:
                self._year.addItem(str(one.year), one.id)
        self._year.setCurrentIndex(max(0, self._year.findData(self.editing.year_id)))

    def year_changed(self) -> None:
        """Another year was chosen."""
        self.suggest_target()
        self.changed.emit()

    # --- values ------------------------------------------------------------------------------------------------------

    def year(self) -> ReportYear:
        """The chosen year."""
        return self.editing.dossier.get(ReportYear, self._year.currentData()) or self.editing.year

    def target(self) -> Path:
        """The file to make; a bare name lies in the folder of the last time."""
        typed = Path(self._target.text().strip())
        whole = (
            typed if typed.suffix.lower() == SUFFIXES[self.kind] else typed.with_name(typed.name + SUFFIXES[self.kind])
        )
        return whole if whole.is_absolute() else self._folder() / whole

    def files(self) -> tuple[Path, ...]:
        """All files that will be written."""
        return (self.target(),)

    def set_target(self, path: Path) -> None:
        """Choose the file to make, as a person would."""
        self._target.setText(str(path))

    def choose_year(self, year_id: str) -> None:
        """Choose the year, as a person would."""
        self._year.setCurrentIndex(self._year.findData(year_id))

    def _folder(self) -> Path:
        kept = preferences(self.around.env).get(f"{self.kind}_folder")
        path = self.editing.session.path
        if isinstance(kept, str) and Path(kept).is_dir():
            return Path(kept)
        return path.parent if path else self.around.documents

    def suggest_target(self) -> None:
        """Fill in the usual name, unless the person typed another."""
        if self._target.text() == self._suggested:
            self._suggested = str(self._folder() / self.name())
            self._target.setText(self._suggested)

    def problem(self) -> str:
        """Why the document cannot be made with these choices; '' when it can."""
        if self._year.currentData() is None:
            return "Dit dossier heeft nog geen verslagjaar. Maak er een aan bij Verslagjaren."
        return "" if self._target.text().strip() else "Kies waar het bestand moet komen."

    def _browse(self) -> None:
        chosen = self.around.dialogs.pick_save(self, "Document opslaan als", self.target(), PATTERNS[self.kind])
        if chosen is not None:
            self.set_target(chosen)
