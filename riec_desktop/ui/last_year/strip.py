"""The folded strip above an answer: last year's answer, what was promised for this year, and the figures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import PortfolioReport, Question, ReportYear
from riec_desktop.ui.icons import icon
from riec_desktop.ui.labels import label
from riec_desktop.ui.pages.findings_line import emptied
from riec_desktop.ui.pages.folding import FoldButton
from riec_desktop.ui.theme import unit
from riec_desktop.workspace.last_year import OldText, figures_before, old_answers, old_promises

TAKE = "Neem over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A heading with what stands under it; `old` can be taken over."""

    title: str
    text: str
    old: OldText | None = None


def pieces_of(dossier: Dossier, report: PortfolioReport, question: Question) -> tuple[Piece, ...]:
    """What last year has to say at a question of this year."""
    before = views.previous_report(dossier, report)
    year = dossier.get(ReportYear, before.year_id) if before else None
    return tuple(_pieces(dossier, report, question, year.year)) if year and year.year else ()


def _pieces(dossier: Dossier, report: PortfolioReport, question: Question, year: int) -> Iterator[Piece]:
    for promise in old_promises(dossier, report, question, year):
        yield Piece(title=_titled(f"Beloofd in {year} voor {year + 1}", promise), text=promise.shown, old=promise)
    for answer in old_answers(dossier, report, question, year):
        yield Piece(title=_titled(f"Antwoord van {year}", answer), text=answer.shown, old=answer)
    figures = figures_before(dossier, report, year) if views.answers_promise(question) else ()
    if figures:
        lines = (f"{one.name}: {one.before} in {year}, {one.now} nu ({one.difference})" for one in figures)
        yield Piece(title=f"Cijfers van {year}", text="\n".join(lines))


def _titled(title: str, old: OldText) -> str:
    """The title, with the portfolio that the text is of where that is another one."""
    return f"{title} ({old.of})" if old.of else title


class LastYearStrip(QWidget):
    """Shows the pieces; it is not there when there are none. `take` takes a text of a year over."""

    def __init__(self, take: Callable[[OldText], None]) -> None:
        super().__init__()
        self._take = take
        self._shown: tuple[Piece, ...] = ()
        self._locked = False
        self._body = QWidget()
        self.button = FoldButton("Vorig jaar", self._body)
        self._list = QVBoxLayout(self._body)
        self._list.setContentsMargins(unit(self) * 5, 0, 0, 0)
        self._list.setSpacing(unit(self) * 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit(self))
        column.addWidget(self.button)
        column.addWidget(self._body)
        self.hide()

    def show_pieces(self, pieces: tuple[Piece, ...]) -> None:
        """Show these."""
        if pieces == self._shown:
            return
        self._shown = pieces
        while (item := self._list.takeAt(0)) is not None:
            emptied(item.widget())
        for one in pieces:
            self._list.addWidget(self._piece(one))
        self.setVisible(bool(pieces))

    def _piece(self, piece: Piece) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit(self))
        head = QHBoxLayout()
        head.addWidget(label(piece.title, level=3), 1)
        if piece.old is not None:
            head.addWidget(self._button(piece.title, piece.old))
        column.addLayout(head)
        text = label(piece.text)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(text)
        return made

    def _button(self, title: str, old: OldText) -> QPushButton:
        # With its parent from the start: a widget without one that is made visible is a window for a moment.
        made = QPushButton(icon("copy"), TAKE, self._body)
        made.setAccessibleName(f"{title} overnemen in het antwoord van dit jaar")
        made.setToolTip("De tekst in het antwoord van dit jaar zetten")
        made.setVisible(not self._locked)
        made.clicked.connect(lambda: self._take(old))
        return made

    def lock(self, *, locked: bool) -> None:
        """A closed year takes nothing over."""
        self._locked = locked
        for button in self._body.findChildren(QPushButton):
            button.setVisible(not locked)

    def text(self) -> str:
        """What it says."""
        return "\n\n".join(f"{one.title}\n{one.text}" for one in self._shown)
