"""The tab 'Vorig jaar': what the year before says about the page in sight, to read, copy and take over."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QWidget

from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import PortfolioReport, ReportYear, StrategicGoal
from riec_desktop.ui.dialogs import Dialogs
from riec_desktop.ui.icons import icon
from riec_desktop.ui.last_year.html import GO, TAKE, last_year_html, numbered_texts
from riec_desktop.ui.last_year.taking import take_over
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.paper import paper
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.theme import small_font, unit
from riec_desktop.ui.widgets.link_text import LinkText
from riec_desktop.workspace.last_year import LastYear, OldText, of_chapter, of_goal, of_regions, of_report

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench

TITLE = "Vorig jaar"
NOTHING = (
    "<p>Van vorig jaar is er niets over deze pagina.</p><p>Kies links een portefeuille, een doel of een tekst.</p>"
)


def last_year_of(dossier: Dossier, year: ReportYear, place: Place) -> LastYear | None:
    """What the year before says about the page of a place; None when there is no such year or page."""
    match place.page:
        case PageId.PORTFOLIO:
            report = dossier.get(PortfolioReport, place.record_id)
            return of_report(dossier, report) if report else None
        case PageId.GOAL:
            goal = dossier.get(StrategicGoal, place.record_id)
            return of_goal(dossier, year, goal) if goal else None
        case PageId.TEXTS:
            return of_chapter(dossier, year)
        case PageId.REGIONS:
            return of_regions(dossier, year)
        case _:
            return None


class LastYearView(LinkText):
    """Shows it. `take_wanted` and `field_wanted` carry the text whose link was chosen; `shown` asks to be filled."""

    take_wanted = Signal(object)
    field_wanted = Signal(object)
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Wat er vorig jaar stond")
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(small_font(self.font()))
        self.anchorClicked.connect(self._follow)
        self._texts: tuple[OldText, ...] = ()
        self._html = ""

    def show_year(self, found: LastYear | None, *, takes: bool) -> None:
        """Show this at the same place; nothing happens when it is what is shown."""
        self._texts = numbered_texts(found) if found is not None else ()
        is_empty = found is None or found.is_empty
        html = NOTHING if found is None or is_empty else last_year_html(found, paper(self.palette()), takes=takes)
        if html != self._html:
            position = self.verticalScrollBar().value()
            self._html = html
            self.setHtml(html)
            self.document().setDocumentMargin(unit(self) * 3)
            self.verticalScrollBar().setValue(position)

    def _follow(self, url: QUrl) -> None:
        address = url.toString()
        for start, signal in ((TAKE, self.take_wanted), (GO, self.field_wanted)):
            at = address.removeprefix(start)
            if address.startswith(start) and at.isdecimal() and int(at) < len(self._texts):
                signal.emit(self._texts[int(at)])

    def showEvent(self, arg__1: QShowEvent) -> None:
        """It is filled when it comes in sight."""
        super().showEvent(arg__1)
        self.shown.emit()

    def changeEvent(self, e: QEvent) -> None:
        """Other colours in another theme."""
        super().changeEvent(e)
        if e.type() is QEvent.Type.PaletteChange:
            self.shown.emit()


class LastYearDesk:
    """Fills the tab and does what is asked there."""

    def __init__(self, bench: "Workbench", dialogs: Dialogs) -> None:
        self._bench = bench
        self._dialogs = dialogs
        self.view = LastYearView()
        bench.side.addTab(self.view, icon("history"), TITLE)
        self.view.shown.connect(self.refresh)
        self.view.take_wanted.connect(self.take)
        self.view.field_wanted.connect(self.go_to)
        bench.edited.connect(self.refresh)
        bench.place_shown.connect(self._show_place)

    def _show_place(self, _: Place) -> None:
        self.view.verticalScrollBar().setValue(0)
        self.refresh()

    def refresh(self) -> None:
        """What belongs to the page in sight, as it is now; nothing while the tab is not in sight."""
        if self.view.isVisible():
            year = self._bench.editing.year
            found = last_year_of(self._bench.session.dossier, year, self._bench.place)
            self.view.show_year(found, takes=year.state is not YearState.CLOSED)

    def take(self, old: OldText) -> None:
        """Take a text over, and show it in its field."""
        self._bench.flush()
        year = (self._bench.editing.year.year or 1) - 1
        if take_over(self.view, self._dialogs, self._bench.editing, old, year):
            self.go_to(old)

    def go_to(self, old: OldText) -> None:
        """Show the field of this year that a text belongs to."""
        spot = Spot(type(old.record).__name__, old.record.id, old.field)
        self._bench.go(self._bench.place, spot)
