"""Who still has to deliver, with a reminder for each of them that is ready to copy into a mail."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
)

from riec_desktop.dossier.dutch import capitalised, long_date
from riec_desktop.ui.icons import icon
from riec_desktop.ui.pages.page import PageContext, Part, label
from riec_desktop.ui.roomy import RoomyRows
from riec_desktop.ui.theme import characters, line_height, unit
from riec_desktop.ui.widgets.ink_label import InkLabel
from riec_desktop.workspace.deadlines import Term, term
from riec_desktop.workspace.readiness import Readiness
from riec_desktop.workspace.reminders import NOBODY, Owner, owners, reminder

EXPLANATION = "Kies iemand; de herinnering staat klaar om in een mail te plakken."
EVERYBODY_DID = "Iedereen heeft aangeleverd. Alle portefeuilles zijn ter beoordeling of akkoord."
NOBODY_YET = "Dit verslagjaar heeft nog geen portefeuilles."
WHO_IS_IT = (
    "Bij deze portefeuilles staat nog niet wie aanlevert. U vult dat in op de pagina van de portefeuille, bij "
    "‘Rollen en planning’:\n\n{names}"
)
COPIED = "Gekopieerd. Plak de tekst in een nieuwe mail."
_HEIGHT = 14
"""Lines of a reminder that are in sight."""


def owner_text(owner: Owner, late: int) -> str:
    """'Sanne' with how much it is about and by when, on a second line."""
    count = "1 portefeuille" if len(owner.rows) == 1 else f"{len(owner.rows)} portefeuilles"
    first = owner.first_deadline
    when = f"{late} te laat" if late else f"voor {long_date(first)}" if first else "geen datum"
    return f"{capitalised(owner.name) or NOBODY}\n{count}, {when}"


class OwnersPart(Part):
    """A list of people; beside it the reminder for the chosen one."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("Wie moet nog leveren?", EXPLANATION)
        self._context = context
        self._owners: tuple[Owner, ...] = ()
        self._nothing = label(EVERYBODY_DID, muted=True)
        self.people = QListWidget()
        self.text = QPlainTextEdit()
        self.copy_button = QPushButton(icon("copy"), "Herinnering &kopiëren")
        self._copied = InkLabel()
        self._dress()
        self.column.addWidget(self._nothing)
        row = QHBoxLayout()
        row.setSpacing(unit(self) * 4)
        row.addWidget(self.people, 2, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._letter(), 3)
        self.column.addLayout(row)
        self.people.currentRowChanged.connect(self._show_letter)
        self.copy_button.clicked.connect(self._copy)

    def _dress(self) -> None:
        self.people.setAccessibleName("Wie moet nog leveren")
        self.people.setFrameShape(QFrame.Shape.NoFrame)
        self.people.setWordWrap(True)
        self.people.setItemDelegate(RoomyRows(self.people))
        self.people.setMinimumWidth(characters(self, 24))
        self.people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.setAccessibleName("Tekst van de herinnering")
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        for widget in (self.people, self.text):
            widget.setFixedHeight(line_height(self) * _HEIGHT)

    def _letter(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(self.text)
        below = QHBoxLayout()
        below.addWidget(self.copy_button)
        below.addWidget(self._copied, 1)
        column.addLayout(below)
        return column

    def lock(self, *, locked: bool) -> None:
        """Nothing can be changed here."""

    def show_readiness(self, board: Readiness) -> None:
        """Who must deliver now; whoever was chosen stays chosen."""
        wanted = owners(board)
        self._nothing.setText(EVERYBODY_DID if board.rows else NOBODY_YET)
        self._nothing.setVisible(not wanted)
        if self.card is not None:
            self.card.set_subtitle(EXPLANATION if wanted else "")
        for widget in (self.people, self.text, self.copy_button, self._copied):
            widget.setVisible(bool(wanted))
        if wanted != self._owners:
            chosen = self._chosen_name()
            self._owners = wanted
            self._fill(chosen)

    def nothing(self) -> str:
        """What is told when there is nobody in the list."""
        return self._nothing.text()

    def told(self) -> str:
        """What is told beside the button."""
        return self._copied.text()

    def _chosen_name(self) -> str | None:
        owner = self._owner()
        return owner.name if owner else None

    def _owner(self) -> Owner | None:
        at = self.people.currentRow()
        return self._owners[at] if 0 <= at < len(self._owners) else None

    def _fill(self, chosen: str | None) -> None:
        self.people.blockSignals(True)
        self.people.clear()
        today = self._context.today()
        for owner in self._owners:
            late = sum(term(row, today) is Term.LATE for row in owner.rows)
            self.people.addItem(owner_text(owner, late))
        names: Sequence[str] = [one.name for one in self._owners]
        self.people.setCurrentRow(names.index(chosen) if chosen in names else 0)
        self.people.blockSignals(False)
        self._show_letter()

    def _show_letter(self) -> None:
        owner = self._owner()
        self._copied.clear()
        self.copy_button.setEnabled(owner is not None and bool(owner.name))
        self.text.setPlainText(self._letter_to(owner) if owner else "")

    def _letter_to(self, owner: Owner) -> str:
        if not owner.name:
            return WHO_IS_IT.format(names="\n".join(row.name for row in owner.rows))
        context = self._context
        return reminder(owner, context.editing.year.year, context.author, context.today())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self._copied.setText(COPIED)
