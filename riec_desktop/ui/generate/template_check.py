"""What is to say about the chosen template, below its field, with a button for a copy that misses nothing."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.severity import Severity
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.jobs import Job
from riec_desktop.ui.labels import label
from riec_desktop.workspace.progress import Cancel, Progress
from riec_desktop.workspace.templates import copy_name, line, save_repaired, template_job


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """What there is to say about a template: '' for nothing; `offer` a copy when that would say less."""

    path: Path
    text: str = ""
    details: str = ""
    offer: bool = False


def _look(path: Path, progress: Progress, cancel: Cancel) -> _Looked:
    try:
        report = template_job(path, progress, cancel)
    except RiecError as error:
        return _Looked(path=path, text=sentence(error))
    if all(one.severity is Severity.TIP for one in report.remarks):
        return _Looked(path=path)
    return _Looked(path=path, text=report.headline, details="\n\n".join(map(line, report.remarks)), offer=True)


class TemplateCheck(QWidget):
    """Follows a field with the path of a template; hidden as long as there is nothing to say."""

    def __init__(self, field: QLineEdit, around: Surroundings) -> None:
        super().__init__()
        self._field, self._around = field, around
        self._pool = QThreadPool(self)
        self._job: Job[_Looked] | None = None
        self.told = label("")
        self.save = button("Aangevulde kopie opslaan…", "Een kopie van het sjabloon met wat ontbreekt", self._save)
        self.more = button("Opmerkingen…", "Alles wat over het sjabloon te zeggen is", self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.told, 1)
        row.addWidget(self.more)
        row.addWidget(self.save)
        field.textChanged.connect(self.look)
        self.look()

    def path(self) -> Path:
        """The template that stands in the field."""
        return Path(self._field.text().strip())

    def look(self) -> None:
        """Look at the template in the background."""
        self.setVisible(False)
        path = self.path()
        if self._field.text().strip() and path.is_file():
            self._job = Job(lambda progress, cancel: _look(path, progress, cancel))
            self._job.signals.done.connect(self._show)
            self._job.start(self._pool)

    def is_quiet(self) -> bool:
        """Whether no template is being looked at."""
        return self._pool.activeThreadCount() == 0

    def _show(self, looked: _Looked) -> None:
        if looked.path != self.path():
            return
        self.told.setText(looked.text)
        self.told.setToolTip(looked.details)
        self.told.setAccessibleDescription(looked.details)
        self.save.setVisible(looked.offer)
        self.more.setVisible(looked.offer)
        self.setVisible(bool(looked.text))

    def _tell(self) -> None:
        self._around.dialogs.ask(self, "Opmerkingen bij het sjabloon", self.told.toolTip(), ("Sluiten",))

    def _save(self) -> None:
        path, dialogs = self.path(), self._around.dialogs
        target = dialogs.pick_save(self, "Aangevulde kopie opslaan als", copy_name(path), "Word-document (*.docx)")
        if target is None:
            return
        try:
            copy = save_repaired(path, target)
        except RiecError as error:
            dialogs.ask(self, "Opslaan lukt niet", sentence(error), ("Sluiten",))
        else:
            self._field.setText(str(copy))
