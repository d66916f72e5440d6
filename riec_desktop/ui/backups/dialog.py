"""The dialog with the backups of a dossier: when and why each was made, what differs from now, and two ways back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.icons import icon
from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import characters, line_height, unit
from riec_desktop.ui.widgets.marked_rows import RowList, ShownRow
from riec_desktop.workspace.backups import WHY, Backup
from riec_desktop.workspace.restoring import size_text, when

ABOUT = (
    "Het programma bewaart zelf kopieën van uw dossier op deze computer: elke dag waarop u werkt, en voor elke grote "
    "verandering. Kies een kopie om te zien wat daarin anders is."
)
EMPTY = "Er zijn nog geen reservekopieën. De eerste komt vanzelf als u een dossier opslaat en sluit."


class BackupDialog(KeyDialog):
    """Shows backups, newest first. `restore_wanted` and `copy_wanted` carry the one that is chosen."""

    restore_wanted = Signal(object)
    copy_wanted = Signal(object)

    def __init__(self, parent: QWidget | None, names: Callable[[Backup], str], told: Callable[[Backup], str]) -> None:
        """`names` gives the dossier of a backup ('' when that goes without saying), `told` what differs in it."""
        super().__init__(parent)
        self.setWindowTitle("Reservekopieën")
        self._names = names
        self._told = told
        self.list = RowList("Reservekopieën, de nieuwste bovenaan", self._row)
        self.text = QLabel()
        self.empty = label(EMPTY, muted=True)
        self.restore_button = QPushButton(icon("history"), "&Terugzetten…")
        self.copy_button = QPushButton(icon("open"), "Openen als &kopie…")
        self._build()
        self.list.looked_at.connect(self._look)

    def _build(self) -> None:
        space = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        column.setSpacing(space * 3)
        self.text.setWordWrap(True)
        self.text.setMinimumHeight(line_height(self) * 4)
        self.text.setAccessibleName("Wat er anders is in de kopie")
        self.list.setFrameShape(RowList.Shape.StyledPanel)
        for widget in (label(ABOUT), self.empty):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.text)
        column.addLayout(self._foot())
        self.setMinimumSize(characters(self, 70), line_height(self) * 18)
        resize_within_screen(self, characters(self, 88), line_height(self) * 28)

    def _foot(self) -> QHBoxLayout:
        self.restore_button.setToolTip("Uw dossier wordt weer zoals in deze kopie. Dat kunt u ongedaan maken.")
        self.copy_button.setToolTip("De kopie wordt een eigen bestand; uw dossier blijft zoals het is.")
        self.restore_button.clicked.connect(lambda: self.restore_wanted.emit(self.list.current()))
        self.copy_button.clicked.connect(lambda: self.copy_wanted.emit(self.list.current()))
        close = QPushButton("&Sluiten")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.restore_button)
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(close)
        return foot

    def show_backups(self, found: Sequence[Backup], *, can_restore: bool) -> None:
        """Show these; `can_restore` is off when no dossier is open that could be made as it was."""
        self.empty.setVisible(not found)
        for widget in (self.list, self.text, self.copy_button):
            widget.setVisible(bool(found))
        self.restore_button.setVisible(bool(found) and can_restore)
        self.list.show_things(tuple(found))

    def _look(self, backup: Backup) -> None:
        self.text.setText(self._told(backup))

    def _row(self, backup: Backup) -> ShownRow:
        name, why, size = self._names(backup), WHY[backup.reason], size_text(backup.size)
        below = f"{name} · {why}" if name else why
        moment = when(backup)
        return ShownRow(tail=moment, aside=size, below=below, spoken=f"{moment}, {below}, {size}")
