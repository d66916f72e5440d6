"""The dialog that makes a document: choices, then progress with cancel, then Open, Open folder and Copy path."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
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
from riec_desktop.messages import making_sentence
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.generate.choices import Choices
from riec_desktop.ui.generate.result import ResultSheet
from riec_desktop.ui.inspection import InspectionDialog
from riec_desktop.ui.jobs import Job
from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import Tone, characters, unit
from riec_desktop.ui.widgets.ink_label import InkLabel
from riec_desktop.workspace.documents import Made

CHOOSING, WORKING, DONE = range(3)


class GenerateDialog(KeyDialog):
    """Runs the work of its choices on its own pool; `made()` is what came of it."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        choices: Choices,
        around: Surroundings,
        mend: Callable[[str], str] | None = None,
    ) -> None:
        """`mend` repairs in the dossier what the check of a file notices, as `InspectionDialog` asks for."""
        super().__init__(parent)
        self._mend = mend
        self.setWindowTitle(title)
        self.choices = choices
        self._around = around
        self._pool = QThreadPool(self)
        self._job: Job[Made] | None = None
        self.outcome = ResultSheet(around.open_file, self._show_remarks, self.accept)
        self.problem = InkLabel(tone=Tone.ERROR)
        self.problem.setWordWrap(True)
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
        self._sheets = (self._choosing(), self._working(), self.outcome)
        for sheet in self._sheets:
            self.steps.addWidget(sheet)
        column.addWidget(self.steps)

    def _choosing(self) -> QWidget:
        self.make_button = button("Maken", "Het document maken met deze keuzes", self.start)
        self.make_button.setDefault(True)
        leave = button("Annuleren", "Terug zonder iets te maken", self.reject)
        return _sheet(self.choices, self.problem, buttons=(self.make_button, leave), grows=self.choices)

    def _working(self) -> QWidget:
        self.progress = QProgressBar()
        self.progress.setAccessibleName("Voortgang")
        self.progress.setRange(0, 100)
        self.doing = QLabel()
        self._stop = button("Stoppen", "Stoppen met maken; er wordt niets opgeslagen", self._cancel)
        return _sheet(label("Het document wordt gemaakt…", level=2), self.progress, self.doing, buttons=(self._stop,))

    def show_step(self, step: int) -> None:
        """Show one of the three steps; the window is as high as that one needs."""
        for index, sheet in enumerate(self._sheets):
            height = QSizePolicy.Policy.Preferred if index == step else QSizePolicy.Policy.Ignored
            sheet.setSizePolicy(QSizePolicy.Policy.Preferred, height)
        self.steps.setCurrentIndex(step)
        self._fit()

    def _fit(self) -> None:
        """As high as the step needs, where the screen has the room; Qt by itself stops at two thirds of it."""
        self.adjustSize()
        resize_within_screen(self, self.width(), max(self.height(), self.sizeHint().height()))

    # --- making ------------------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Make the document in the background."""
        if self.choices.problem() or not self._may_replace():
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

    def _may_replace(self) -> bool:
        """Files that are there are replaced only after a yes."""
        there = [one.name for one in self.choices.files() if one.exists()]
        if not there:
            return True
        what = f"een bestand {there[0]}" if len(there) == 1 else f"bestanden {' en '.join(there)}"
        them = "het" if len(there) == 1 else "ze"
        text = f"Er {'is' if len(there) == 1 else 'zijn'} al {what} in deze map. Wilt u {them} vervangen?"
        return self._around.dialogs.ask(self, "Bestand bestaat al", text, ("Vervangen", "Annuleren")) == "Vervangen"

    def _show_problem(self) -> None:
        problem = self.choices.problem()
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.make_button.setEnabled(not problem)

    def _show_progress(self, done: float, doing: str) -> None:
        self.progress.setValue(round(done * 100))
        self.doing.setText(doing)

    def _show_done(self, made: Made) -> None:
        self._job = None
        self.show_step(DONE)
        self.outcome.show_made(self.choices.note(made))
        self._fit()

    def _show_choices(self) -> None:
        self._job = None
        self.show_step(CHOOSING)

    def _show_failed(self, error: Exception) -> None:
        self._show_choices()
        if not isinstance(error, RiecError):
            raise error
        text, choices = making_sentence(error), ("Opnieuw", "Annuleren")
        if self._around.dialogs.ask(self, "Maken lukt niet", text, choices) == "Opnieuw":
            self.start()

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    # --- afterwards --------------------------------------------------------------------------------------------------

    def made(self) -> Made | None:
        """What was made; None when nothing was."""
        return self.outcome.made

    def _show_remarks(self, path: Path) -> None:
        """What the check of the file found."""
        dialog = InspectionDialog(self, path, self._mend)
        self._around.dialogs.execute(dialog)
        dialog.finish()
        dialog.deleteLater()

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


def _sheet(*widgets: QWidget, buttons: tuple[QPushButton, ...], grows: QWidget | None = None) -> QWidget:
    """Widgets below each other with a row of buttons at the bottom right; `grows` takes the room that is left."""
    sheet = QWidget()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(unit(sheet) * 3)
    for widget in widgets:
        column.addWidget(widget, int(widget is grows))
    if grows is None:
        column.addStretch(1)
    row = QHBoxLayout()
    row.addStretch(1)
    for one in buttons:
        row.addWidget(one)
    column.addLayout(row)
    return sheet
