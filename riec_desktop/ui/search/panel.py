"""The tab 'Zoeken' at the right: what to look for, and where it stands. As in Word it stays beside the text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from riec_desktop.ui.icons import icon
from riec_desktop.ui.labels import label
from riec_desktop.ui.later import Later
from riec_desktop.ui.theme import unit
from riec_desktop.ui.widgets.marked_rows import RowList, ShowRow
from riec_desktop.ui.widgets.seek_line import SeekLine
from riec_desktop.workspace.search import MOST, Hit, Query

PAUSE = 120
"""Milliseconds without a key after which the search begins."""

BEGIN = "Typ een woord. Er wordt gezocht in alle teksten en namen, van alle jaren."
ALL_YEARS = "alle jaren"


def found_text(places: int, most: int = MOST) -> str:
    """'12 plaatsen gevonden', and what to do when there are too many or none."""
    match places:
        case 0:
            return "Niets gevonden. Probeer een deel van het woord, of een ander jaar."
        case 1:
            return "1 plaats gevonden"
        case _ if places >= most:
            return f"De eerste {places} plaatsen. Typ meer van het woord om er minder te vinden."
        case _:
            return f"{places} plaatsen gevonden"


def replaced_text(places: int, left: int) -> str:
    """What was done, how to get it back, and how many places are as they were."""
    counted = "1 plaats" if places == 1 else f"{places} plaatsen"
    rest = f" Nog te vinden: {left}." if left else ""
    return f"{counted} vervangen. Met Ctrl+Z maakt u dat ongedaan.{rest}"


class SearchPanel(QWidget):
    """`wanted` says that another search is asked for, `hit_chosen` where to go, `left` that a person pressed Esc."""

    wanted = Signal()
    hit_chosen = Signal(object)
    replace_wanted = Signal()
    left = Signal()

    def __init__(self, show: ShowRow) -> None:
        super().__init__()
        self.words = SeekLine()
        self.years = QComboBox()
        self.whole_word = QCheckBox("Heel &woord")
        self.capitals = QCheckBox("Hoofdletters gelij&k")
        self.outcome = label(BEGIN, muted=True)
        self.hits = RowList("Gevonden plaatsen", show)
        self.replace_button = QPushButton(icon("edit"), "Ve&rvangen…")
        self.later = Later(self, self.wanted.emit, PAUSE)
        self._asked = Query(text="")
        self._visited = False
        self._replaced = self._left = 0
        self._build()
        self._connect()
        self.show_hits(())

    def _build(self) -> None:
        space = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space * 3, space * 3, space * 3, space * 2)
        column.setSpacing(space * 2)
        self.words.setPlaceholderText("Zoeken in het hele dossier")
        self.words.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.words.setAccessibleName("Zoeken in het hele dossier")
        self.words.setToolTip("Enter: naar de volgende plaats · Pijl omlaag: naar de lijst · Esc: terug naar de tekst")
        self.whole_word.setToolTip("‘zaak’ vindt dan niet ‘rechtszaak’")
        self.capitals.setToolTip("‘RIEC’ vindt dan niet ‘riec’")
        self.replace_button.setToolTip("De gevonden woorden door andere vervangen; u ziet eerst elke wijziging")
        column.addWidget(self.words)
        column.addLayout(self._year_row())
        column.addLayout(_row(self.whole_word, self.capitals))
        column.addLayout(_row(self.outcome, self.replace_button))
        column.addWidget(self.hits, 1)
        column.addStretch(0)

    def _year_row(self) -> QHBoxLayout:
        caption = QLabel("&Jaar")
        caption.setBuddy(self.years)
        self.years.setAccessibleName("In welk jaar zoeken")
        row = QHBoxLayout()
        row.addWidget(caption)
        row.addWidget(self.years, 1)
        return row

    def _connect(self) -> None:
        self.words.textChanged.connect(self.later.ask)
        self.years.activated.connect(self.wanted)
        self.whole_word.toggled.connect(self.wanted)
        self.capitals.toggled.connect(self.wanted)
        self.words.returnPressed.connect(self._next)
        self.hits.chosen.connect(self.hit_chosen)
        self.replace_button.clicked.connect(self.replace_wanted)

    # --- asking ------------------------------------------------------------------------------------------------------

    def query(self) -> Query:
        """What a person looks for."""
        return Query(
            text=self.words.text(),
            whole_word=self.whole_word.isChecked(),
            capitals=self.capitals.isChecked(),
            year_id=str(self.years.currentData() or ""),
        )

    def show_years(self, years: Sequence[tuple[str, str]]) -> None:
        """Offer these years (what each is called, and its id), keeping the choice."""
        wanted = [(ALL_YEARS, ""), *years]
        if wanted != [(self.years.itemText(at), self.years.itemData(at)) for at in range(self.years.count())]:
            kept = self.years.currentData()
            self.years.clear()
            for text, year_id in wanted:
                self.years.addItem(text, year_id)
            self.years.setCurrentIndex(max(0, self.years.findData(kept)))

    def begin(self, words: str = "") -> None:
        """Let a person type; words that were selected in a text are what to look for."""
        if words:
            self.words.setText(words)
            self.later.settle()
        self.words.setFocus()
        self.words.selectAll()

    # --- showing -----------------------------------------------------------------------------------------------------

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show where the words stand; when something else is looked for, the first place comes next."""
        self.hits.show_things(hits)
        if self.query() != self._asked:
            self._asked, self._visited, self._replaced = self.query(), False, 0
            self.hits.choose_row(0)
        if self._left < 0:
            self._left = len(hits)
        self.outcome.setText(self._told(len(hits)))
        self.outcome.setAccessibleName(self.outcome.text())
        self.hits.setVisible(bool(hits))
        self.replace_button.setVisible(bool(hits))

    def _told(self, places: int) -> str:
        if not self.words.text().strip():
            return BEGIN
        if self._replaced and places == self._left:
            return replaced_text(self._replaced, places)
        self._replaced = 0
        return found_text(places)

    def show_replaced(self, places: int) -> None:
        """Say how many were replaced, until there are other places or other words."""
        self._replaced, self._left = places, -1
        self.wanted.emit()

    def _next(self) -> None:
        """Enter goes to the first place, and from there to the next each time."""
        self.later.settle()
        count = len(self.hits.rows.things)
        if count:
            at = self.hits.currentIndex().row()
            self.hits.choose_row((at + 1) % count if self._visited else at)
            self._visited = True
            self.hit_chosen.emit(self.hits.current())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the words to the list, Esc back to the text."""
        if event.key() == Qt.Key.Key_Down and self.words.hasFocus() and self.hits.isVisible():
            self.hits.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _row(first: QWidget, second: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(first, 1)
    row.addWidget(second)
    return row
