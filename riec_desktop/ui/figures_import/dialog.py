"""The dialog that takes in figures from any workbook: choices at the left, the sheet and what comes of it at the right.

What is recognised is counted anew after every choice, in the background. Nothing changes in the dossier here: what was
read goes to the review dialog.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QThreadPool
from PySide6.QtWidgets import QDialogButtonBox, QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.excel.figure_mapping import FigureMapping, Meaning, mapping_problem
from riec_desktop.ui.figures_import.choices import FigureChoices
from riec_desktop.ui.figures_import.sheet_preview import SheetPreview
from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.jobs import Job
from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.later import Later
from riec_desktop.ui.theme import characters, line_height, unit
from riec_desktop.workspace.figure_files import FigureFile, begin, first_table, guessed
from riec_desktop.workspace.figure_import import FigureTable, counted_figures, proposed
from riec_desktop.workspace.figure_profiles import Profile, known_mapping
from riec_desktop.workspace.figure_rows import FigureReading, read_figures
from riec_desktop.workspace.figure_sheet import roles
from riec_desktop.workspace.progress import Cancel, Progress
from riec_desktop.workspace.review import Incoming

TITLE = "Cijfers inlezen uit een bestand"
COUNTING = "Het blad wordt gelezen…"
KNOWN = "Een bestand van deze soort hebt u eerder ingelezen; de keuzes staan zoals toen."
_QUIET = 150
_MOST_NOTES = 4


Counted = tuple[FigureMapping, FigureReading, Incoming]
"""How the sheet was read, what was read, and what it brings."""


def _count(
    dossier: Dossier, table: FigureTable, mapping: FigureMapping, _progress: Progress, _cancel: Cancel
) -> Counted:
    """A job."""
    reading = read_figures(dossier, table.sheet, mapping)
    return mapping, reading, proposed(dossier, table, reading)


class FiguresDialog(KeyDialog):
    """Accepted, `incoming` is what to review (None while the sheet is being read) and `mapping` how it was read."""

    def __init__(
        self,
        parent: QWidget | None,
        file: FigureFile,
        dossier: Dossier,
        profiles: Mapping[str, Profile],
        year: int | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self._file, self._dossier, self._profiles, self._year = file, dossier, profiles, year
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: list[Job[Counted]] = []
        self.table = first_table(file, dossier, profiles)
        self.mapping = begin(self.table.sheet, dossier, profiles, year)
        self.incoming: Incoming | None = None
        self.choices = FigureChoices(tuple(one.sheet.name for one in file.tables), dossier)
        self.preview = SheetPreview()
        self.outcome = label("", level=3)
        self.notes = label("", muted=True)
        self._later = Later(self, self._start, _QUIET)
        self._build()
        self._connect()
        self._begin(self.mapping)

    # --- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        space = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        column.setSpacing(space * 3)
        column.addWidget(label(self._file.path.name, level=2))
        middle = QSplitter(Qt.Orientation.Horizontal)
        middle.setChildrenCollapsible(False)
        middle.addWidget(self._left())
        middle.addWidget(self._right())
        middle.setSizes([characters(self, 66), characters(self, 84)])
        middle.setStretchFactor(1, 1)
        column.addWidget(middle, 1)
        self.buttons = QDialogButtonBox()
        self.review_button = self.buttons.addButton("Nakijken…", QDialogButtonBox.ButtonRole.AcceptRole)
        self.review_button.setToolTip("Laten zien wat er verandert; daarna beslist u pas")
        cancel = self.buttons.addButton("Annuleren", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        self.review_button.setDefault(True)
        column.addWidget(self.buttons)
        resize_within_screen(self, characters(self, 150), line_height(self) * 38)

    def _left(self) -> QWidget:
        area = QScrollArea()
        area.setWidget(self.choices)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(self.choices.minimumWidth() + unit(self) * 6)
        return area

    def _right(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(unit(self) * 2, 0, 0, 0)
        column.addWidget(self.preview, 1)
        column.addWidget(self.outcome)
        column.addWidget(self.notes)
        side.setMinimumWidth(characters(self, 36))
        return side

    def _connect(self) -> None:
        self.choices.sheet_chosen.connect(self._choose_sheet)
        self.choices.header_chosen.connect(self._choose_header)
        self.choices.changed.connect(self._choose)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def suggest(self, indicator_id: str | None) -> None:
        """Begin with this indicator where neither the sheet nor the choices of an earlier time say another."""
        if Meaning.INDICATOR not in self.mapping.columns and self.mapping.indicator_id is None:
            self._begin(replace(self.mapping, indicator_id=indicator_id))

    # --- choosing ----------------------------------------------------------------------------------------------------

    def _choose_sheet(self, name: str) -> None:
        self.table = self._file.table(name)
        self._begin(begin(self.table.sheet, self._dossier, self._profiles, self._year))

    def _choose_header(self, row: int) -> None:
        self._begin(guessed(self.table.sheet, self._dossier, self._year, row))

    def _begin(self, mapping: FigureMapping) -> None:
        self.choices.show_mapping(self.table.sheet, mapping)
        self._choose()

    def _choose(self) -> None:
        self.mapping = self.choices.mapping()
        self.incoming = None
        self.preview.show_sheet(
            self.table.sheet, self.mapping.header_row, roles(self._dossier, self.table.sheet, self.mapping)
        )
        self.outcome.setText(mapping_problem(self.mapping) or COUNTING)
        self.notes.clear()
        self.review_button.setEnabled(False)
        self._later.ask()

    # --- reading -----------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        """Read the sheet as it is chosen now; what an older choice gives is passed over."""
        if mapping_problem(self.mapping):
            return
        job = Job(partial(_count, self._dossier, self.table, self.mapping))
        job.signals.done.connect(self._show_counted)
        job.signals.failed.connect(_fail)
        self._jobs.append(job)
        job.start(self._pool)

    def _show_counted(self, result: Counted) -> None:
        mapping, reading, incoming = result
        if mapping is not self.mapping:
            return
        self._jobs.clear()
        self.incoming = incoming
        self.outcome.setText(counted_figures(reading))
        said = [*([KNOWN] if self._is_known() else []), *reading.notes]
        self.notes.setText("\n".join(said[:_MOST_NOTES]))
        self.review_button.setEnabled(bool(reading.entries or reading.strays))

    def _is_known(self) -> bool:
        """Whether this kind of sheet was read before, in the way that is shown."""
        return known_mapping(self.table.sheet, self._profiles, self.mapping.year, self._dossier) == self.mapping

    # --- the end -----------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Do now what waits, as before the dialog goes."""
        self._later.settle()
        self._pool.waitForDone()
        QCoreApplication.sendPostedEvents()

    def finish(self) -> None:
        """Nothing of the dialog runs any more."""
        self._later.stop()
        self._pool.waitForDone()

    def done(self, arg__1: int) -> None:
        """However the dialog goes, the work stops."""
        self.finish()
        super().done(arg__1)


def _fail(error: Exception) -> None:
    """Nothing is expected to go wrong here; what does goes to the log and a dialog."""
    raise error
