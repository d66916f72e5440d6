"""The separate changes in one text, each with a tick: who changed what, and when."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from riec_desktop.dossier.dutch import short_date
from riec_desktop.ui.theme import line_height
from riec_desktop.workspace.review import Proposal
from riec_desktop.workspace.revised import Edit
from riec_desktop.workspace.word_back_remarks import moment

_SHORT = 60
_MOST_SHOWN = 5
_NUMBER = Qt.ItemDataRole.UserRole


def _words(text: str) -> str:
    line = " ".join(text.split())
    return f"‘{line if len(line) <= _SHORT else f'{line[: _SHORT - 1]}…'}’"


def edit_line(edit: Edit) -> str:
    """'vervangen: ‘oud’ door ‘nieuw’ (A. de Vries, 3-3-2026)'."""
    both = " door ".join(_words(text) for text in (edit.gone, edit.added) if text)
    moved = ", verplaatst" if edit.moved else ""
    when = moment(edit.when)
    who = ", ".join(filter(None, (edit.author, short_date(when.date()) if when else "")))
    return f"{edit.what}{moved}: {both}{f' ({who})' if who else ''}"


class EditList(QListWidget):
    """`left_out` carries the numbers of the changes without a tick, whenever a person ticks one."""

    left_out = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Wijzigingen in deze tekst")
        self.setWordWrap(True)
        self.itemChanged.connect(self._told)

    def show_edits(self, proposal: Proposal | None) -> None:
        """Show the changes of a text; hidden where there is nothing to choose."""
        edits = proposal.edits if proposal else ()
        with QSignalBlocker(self):
            self.clear()
            for one in edits:
                self._add(one, taken=proposal is not None and one.number not in proposal.left_out)
        self.setVisible(len(edits) > 1 or any(one.author for one in edits))
        self.setMaximumHeight(round(line_height(self) * 1.6 * (min(len(edits), _MOST_SHOWN) + 1)))

    def _add(self, edit: Edit, *, taken: bool) -> None:
        item = QListWidgetItem(edit_line(edit), self)
        item.setData(_NUMBER, edit.number)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked)

    def tick(self, number: int, *, taken: bool) -> None:
        """Tick or untick a change, as a person would."""
        for at in range(self.count()):
            if self.item(at).data(_NUMBER) == number:
                self.item(at).setCheckState(Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked)

    def _told(self) -> None:
        items = (self.item(at) for at in range(self.count()))
        numbers = (one.data(_NUMBER) for one in items if one.checkState() is Qt.CheckState.Unchecked)
        self.left_out.emit(frozenset(numbers))
