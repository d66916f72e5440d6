"""The dialog with the versions that have a name: give the dossier of now one, compare it with now, or go back."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from riec_desktop.dossier.records import NamedVersion
from riec_desktop.ui.fitting import resize_within_screen
from riec_desktop.ui.history.wording import moment_text
from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import characters, line_height, unit
from riec_desktop.ui.widgets.marked_rows import RowList, ShownRow

HELP = (
    "Geef het dossier van nu een naam, bijvoorbeeld ‘naar hoofdenoverleg 12 maart’. Later ziet u wat er sindsdien is "
    "veranderd, of gaat u ernaar terug. Een versie kost geen ruimte."
)
EMPTY = "Er zijn nog geen versies met een naam."
FAR = "De stappen van deze versie staan niet in dit dossier; daarom kunt u er niet naar terug."


class VersionsDialog(KeyDialog):
    """Shows what `show_versions` gives it, and tells what is asked; each signal but the first carries a version."""

    name_wanted = Signal(str)
    rename_wanted = Signal(object, str)
    forget_wanted = Signal(object)
    compare_wanted = Signal(object)
    back_wanted = Signal(object)

    def __init__(self, parent: QWidget | None, now: datetime) -> None:
        super().__init__(parent)
        self.setWindowTitle("Versies met een naam")
        self._now = now
        self._reachable: frozenset[str] = frozenset()
        self.name = QLineEdit()
        self.give = QPushButton("&Naam geven aan nu")
        self.rename = QPushButton("Gekozen versie zo n&oemen")
        self.list = RowList("Versies met een naam, de nieuwste bovenaan", self._row)
        self.empty, self.far = label(EMPTY, muted=True), label(FAR, muted=True)
        self.compare = QPushButton("&Vergelijken met nu…")
        self.back = QPushButton("&Teruggaan naar deze versie")
        self.forget = QPushButton("Naam &weghalen")
        self._build()
        self._connect()

    def _build(self) -> None:
        space = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        column.setSpacing(space * 3)
        caption = QLabel("Naa&m")
        caption.setBuddy(self.name)
        self.name.setAccessibleName("Naam van de versie")
        self.name.setPlaceholderText("naar hoofdenoverleg 12 maart")
        self.list.setFrameShape(RowList.Shape.StyledPanel)
        column.addWidget(label(HELP, muted=True))
        column.addLayout(_line(caption, self.name))
        column.addLayout(_line(self.give, self.rename, None))
        for widget in (self.empty, self.list, self.far):
            column.addWidget(widget)
        close = QPushButton("&Sluiten")
        close.clicked.connect(self.reject)
        column.addLayout(_line(self.compare, self.back, self.forget, None, close))
        self.setMinimumSize(characters(self, 80), line_height(self) * 18)
        resize_within_screen(self, characters(self, 100), line_height(self) * 24)

    def _connect(self) -> None:
        for button in (self.give, self.rename, self.compare, self.back, self.forget):
            button.setAutoDefault(False)
        self.give.setDefault(True)
        self.back.setToolTip("Het hele dossier wordt weer zoals toen, als nieuwe stap die u ongedaan kunt maken.")
        self.forget.setToolTip("Alleen de naam gaat weg; het dossier en zijn geschiedenis blijven.")
        self.name.textChanged.connect(self._refresh)
        self.name.returnPressed.connect(self._give)
        self.give.clicked.connect(self._give)
        self.rename.clicked.connect(lambda: self.rename_wanted.emit(self.list.current(), self.name.text()))
        self.compare.clicked.connect(lambda: self.compare_wanted.emit(self.list.current()))
        self.back.clicked.connect(lambda: self.back_wanted.emit(self.list.current()))
        self.forget.clicked.connect(lambda: self.forget_wanted.emit(self.list.current()))
        self.list.looked_at.connect(self._refresh)

    def show_versions(self, versions: Sequence[NamedVersion], reachable: frozenset[str]) -> None:
        """Show these, newest first; `reachable` are the ids of those whose dossier can be made again."""
        self._reachable = reachable
        self.list.show_things(versions)
        self.empty.setVisible(not versions)
        self.list.setVisible(bool(versions))
        self._refresh()

    def _give(self) -> None:
        if self.name.text().strip():
            self.name_wanted.emit(self.name.text())
            self.name.clear()

    def _refresh(self) -> None:
        chosen: NamedVersion | None = self.list.current()
        named, known = bool(self.name.text().strip()), chosen is not None and chosen.id in self._reachable
        self.give.setEnabled(named)
        self.rename.setEnabled(named and chosen is not None)
        self.forget.setEnabled(chosen is not None)
        self.far.setVisible(chosen is not None and not known)
        for button in (self.compare, self.back):
            button.setEnabled(known)

    def _row(self, version: NamedVersion) -> ShownRow:
        when = moment_text(version.made_at, self._now) if version.made_at else ""
        return ShownRow(
            tail=version.name, aside=when, below=version.author, spoken=f"{version.name}, {when}, {version.author}"
        )


def _line(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets beside each other; None is the room that is left."""
    line = QHBoxLayout()
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        else:
            line.addWidget(widget)
    return line
