"""The dialog that checks a Word file: what was noticed, with its place and reason, ready to copy.

It never says that a document is accessible: a machine checks points, and the first line tells on how many.
"""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QThreadPool
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.ui.findings.groups import SEVERITY_ICONS, SEVERITY_WORDS
from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.icons import icon
from riec_desktop.ui.jobs import Job
from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import characters, icon_size, line_height, unit
from riec_desktop.word.inspection.remarks import Inspection, Remark
from riec_desktop.workspace.inspection import inspect_job, report, summary
from riec_desktop.workspace.repairing import MENDED_BY

Mend = Callable[[str], str]
WORD_FILTER = "Word-document (*.docx)"
_GOOD = "Op deze punten is niets gevonden. Of een beschrijving klopt en of een tekst helder is, ziet alleen een mens."


class InspectionDialog(KeyDialog):
    """Checks the file as soon as it is made, in the background."""

    def __init__(self, parent: QWidget | None, path: Path, mend: Mend | None = None) -> None:
        """`mend` repairs what was noticed on a point in the open dossier and tells of it; None: none is open."""
        super().__init__(parent)
        self._mend = mend
        self.setWindowTitle("Word-bestand controleren")
        self._path = path
        self._pool = QThreadPool(self)
        self._job: Job[Inspection] | None = None
        self.found: Inspection | None = None
        self.outcome = label("", level=2)
        self.explanation = label("")
        self.remarks = QListWidget()
        self.final = QCheckBox("Controleren als &definitief document")
        self._buttons = QDialogButtonBox()
        self.copy_button = self._buttons.addButton("&Kopieer alles", QDialogButtonBox.ButtonRole.ActionRole)
        help_text = "In het dossier herstellen wat hier opviel; maak het document daarna opnieuw"
        self.mend_button = button("&Herstel in het dossier", help_text, self._mend_chosen)
        self.close_button = self._buttons.addButton("&Sluiten", QDialogButtonBox.ButtonRole.RejectRole)
        self._build()
        self._start(None)

    def _build(self) -> None:
        space = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        column.setSpacing(space * 3)
        self._buttons.addButton(self.mend_button, QDialogButtonBox.ButtonRole.ActionRole)
        for widget in (self.outcome, self.explanation, self.remarks, self.final, self._buttons):
            column.addWidget(widget)
        column.setStretchFactor(self.remarks, 1)
        column.insertStretch(column.indexOf(self.final), 0)
        self._build_list()
        help_text = "Kijkt ook of er nog namen, opmerkingen, wijzigingen of verborgen tekst in het bestand zitten"
        self.final.setToolTip(help_text)
        self.final.setAccessibleDescription(help_text)
        self.final.clicked.connect(self._start)
        self.copy_button.clicked.connect(self._copy)
        self._buttons.rejected.connect(self.reject)
        self.close_button.setDefault(True)
        self.setMinimumWidth(characters(self, 80))
        resize_within_screen(self, characters(self, 104), line_height(self) * 28)

    def _build_list(self) -> None:
        self.remarks.setAccessibleName("Wat is gevonden")
        self.remarks.currentRowChanged.connect(self._show_mend)
        self.remarks.setWordWrap(True)
        # Space between the rows would make the lines narrower than Qt measures them, and cut off their ends.
        self.remarks.setAlternatingRowColors(True)
        self.remarks.setIconSize(QSize(icon_size(self), icon_size(self)))
        self.remarks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.remarks.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.remarks.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.remarks.setResizeMode(QListWidget.ResizeMode.Adjust)

    # --- checking ----------------------------------------------------------------------------------------------------

    def _start(self, final: bool | None) -> None:
        """Check; None lets the file say whether it is final."""
        self._show_busy()
        job: Job[Inspection] = Job(partial(inspect_job, self._path, final=final))
        job.signals.done.connect(self._show_found)
        job.signals.failed.connect(self._show_failed)
        self._job = job
        job.start(self._pool)

    def _show_busy(self) -> None:
        self.found = None
        self.outcome.setText("Het bestand wordt gecontroleerd…")
        self.explanation.setText(str(self._path))
        self.remarks.clear()
        self.mend_button.hide()
        for widget in (self.final, self.copy_button):
            widget.setEnabled(False)

    def _show_found(self, found: Inspection) -> None:
        self._job = None
        self.found = found
        self.outcome.setText(summary(found))
        self.explanation.setText(self._path.name if found.remarks else f"{self._path.name}. {_GOOD}")
        self.final.setChecked(found.final)
        self._fill(found.remarks)
        for widget in (self.final, self.copy_button):
            widget.setEnabled(True)

    def _fill(self, remarks: Sequence[Remark]) -> None:
        for remark in remarks:
            self.remarks.addItem(_item(remark))
        self.remarks.setVisible(bool(remarks))
        if remarks:
            self.remarks.setCurrentRow(0)
            self.remarks.setFocus()

    def _show_failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, RiecError):
            raise error
        self.outcome.setText("Het bestand kan niet worden gecontroleerd")
        self.explanation.setText(sentence(error))
        self.remarks.hide()

    def _chosen(self) -> Remark | None:
        row = self.remarks.currentRow()
        return self.found.remarks[row] if self.found is not None and 0 <= row < len(self.found.remarks) else None

    def _show_mend(self) -> None:
        """The button is there where a dossier is open that can be the cause."""
        chosen = self._chosen()
        self.mend_button.setVisible(self._mend is not None and chosen is not None and chosen.code in MENDED_BY)

    def _mend_chosen(self) -> None:
        chosen = self._chosen()
        if self._mend is not None and chosen is not None:
            self.explanation.setText(self._mend(chosen.code))

    def _copy(self) -> None:
        if self.found is not None:
            QGuiApplication.clipboard().setText(report(self._path.name, self.found))

    # --- the end -----------------------------------------------------------------------------------------------------

    def finish(self) -> None:
        """Stop what runs and wait for it."""
        if self._job is not None:
            self._job.cancel()
        self._pool.waitForDone()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes; the work stops."""
        self.finish()
        super().closeEvent(event)


def _item(remark: Remark) -> QListWidgetItem:
    word = SEVERITY_WORDS[remark.severity]
    item = QListWidgetItem(icon(SEVERITY_ICONS[remark.severity]), f"{word}: {remark.place}\n{remark.reason}")
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word}, {remark.place}: {remark.reason}")
    return item
