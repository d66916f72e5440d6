"""The dialog that makes a document: choices, then progress with cancel, then Open, Open folder and Copy path."""

from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.generate.choices import Choices, button
from riec_desktop.ui.jobs import Job
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import Tone, characters, colours, text_palette, unit

CHOOSING, WORKING, DONE = range(3)


class GenerateDialog(QDialog):
    """Runs the work of its choices on its own pool; `made()` is the file when it is there."""

    def __init__(self, parent: QWidget | None, title: str, choices: Choices, around: Surroundings) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.choices = choices
        self._around = around
        self._pool = QThreadPool(self)
        self._job: Job[Path] | None = None
        self._made: Path | None = None
        self.problem = label("")
        self.steps = QStackedWidget()
        self._build()
        self.setMinimumWidth(characters(self, 104))
        self.show_step(CHOOSING)
        choices.changed.connect(self._show_problem)
        self._show_problem()

    # --- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        space = unit(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        self.problem.setPalette(text_palette(self.palette(), colours(self.palette()).tones[Tone.ERROR].text))
        self._sheets = (self._choosing(), self._working(), self._done())
        for sheet in self._sheets:
            self.steps.addWidget(sheet)
        column.addWidget(self.steps)

    def _choosing(self) -> QWidget:
        self.make_button = button("Maken", "Het document maken met deze keuzes", self.start)
        self.make_button.setDefault(True)
        leave = button("Annuleren", "Terug zonder iets te maken", self.reject)
        return _sheet(self.choices, self.problem, buttons=(self.make_button, leave))

    def _working(self) -> QWidget:
        self.progress = QProgressBar()
        self.progress.setAccessibleName("Voortgang")
        self.progress.setRange(0, 100)
        self._doing = QLabel()
        self._stop = button("Stoppen", "Stoppen met maken; er wordt niets opgeslagen", self._cancel)
        return _sheet(label("Het document wordt gemaakt…", level=2), self.progress, self._doing, buttons=(self._stop,))

    def _done(self) -> QWidget:
        self.outcome = label("")
        self.open_button = button("Openen", "Het document openen", lambda: self._open(self._made))
        folder = button("Map openen", "De map openen waar het document staat", self._open_folder)
        copy = button("Pad kopiëren", "De plaats van het document naar het klembord kopiëren", self._copy_path)
        close = button("Sluiten", "Terug naar het dossier", self.accept)
        return _sheet(
            label("Het document is klaar", level=2), self.outcome, buttons=(self.open_button, folder, copy, close)
        )

    def show_step(self, step: int) -> None:
        """Show one of the three steps; the window is as high as that one needs."""
        for index, sheet in enumerate(self._sheets):
            height = QSizePolicy.Policy.Preferred if index == step else QSizePolicy.Policy.Ignored
            sheet.setSizePolicy(QSizePolicy.Policy.Preferred, height)
        self.steps.setCurrentIndex(step)
        self.adjustSize()

    # --- making ------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Make the document in the background."""
        if self.choices.problem() or not self._may_replace(self.choices.target()):
            return
        self.choices.remember()
        job = Job(self.choices.work())
        job.signals.progress.connect(self._show_progress)
        job.signals.done.connect(self._show_done)
        job.signals.failed.connect(self._show_failed)
        job.signals.cancelled.connect(self._show_choices)
        self._job = job
        self.show_step(WORKING)
        self.progress.setValue(0)
        self._stop.setFocus()
        job.start(self._pool)

    def _may_replace(self, target: Path) -> bool:
        if not target.exists():
            return True
        text = f"Er is al een bestand {target.name} in deze map. Wilt u het vervangen?"
        return self._around.dialogs.ask(self, "Bestand bestaat al", text, ("Vervangen", "Annuleren")) == "Vervangen"

    def _show_problem(self) -> None:
        problem = self.choices.problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.make_button.setEnabled(not problem)

    def _show_progress(self, done: float, doing: str) -> None:
        self.progress.setValue(round(done * 100))
        self._doing.setText(doing)

    def _show_done(self, path: Path) -> None:
        self._job = None
        self._made = path
        self.outcome.setText(str(path))
        self.show_step(DONE)
        self.open_button.setDefault(True)
        self.open_button.setFocus()

    def _show_choices(self) -> None:
        self._job = None
        self.show_step(CHOOSING)

    def _show_failed(self, error: Exception) -> None:
        self._show_choices()
        if not isinstance(error, RiecError):
            raise error
        again = (
            self._around.dialogs.ask(self, "Maken lukt niet", sentence(error), ("Opnieuw", "Annuleren")) == "Opnieuw"
        )
        if again:
            self.start()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # --- afterwards --------------------------------------------------------------------------------------------------

    def made(self) -> Path | None:
        """The file that was made; None when none was."""
        return self._made

    def _open(self, path: Path | None) -> None:
        if path is not None:
            self._around.open_file(path)

    def _open_folder(self) -> None:
        self._open(self._made.parent if self._made else None)

    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._made or ""))

    def is_working(self) -> bool:
        """Whether a document is being made now."""
        return self._pool.activeThreadCount() > 0

    def finish(self) -> None:
        """Stop what runs and wait for it."""
        self._cancel()
        self._pool.waitForDone()

    def reject(self) -> None:
        """Esc stops the work first."""
        if self._job is not None:
            self._cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes; the work stops."""
        self.finish()
        super().closeEvent(event)


def _sheet(*widgets: QWidget, buttons: tuple[QPushButton, ...]) -> QWidget:
    """Widgets below each other with a row of buttons at the bottom right."""
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(unit(sheet) * 3)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    row = QHBoxLayout()
    row.addStretch(1)
    for one in buttons:
        row.addWidget(one)
    column.addLayout(row)
    return sheet
