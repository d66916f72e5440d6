"""One open dossier on screen: navigation, the page in the middle, preview and findings at the right.

It lives as long as its session. Edits go from a page to the session; the session tells the workbench, which refreshes
the page at once and everything that takes time a moment later.
"""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from riec_desktop.checks.checker import Checker
from riec_desktop.checks.findings import Finding
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Applied, Change
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.lineage import report_beside
from riec_desktop.dossier.records import Record
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.ui.background import Background, T, raised
from riec_desktop.ui.comments.desk import CommentDesk
from riec_desktop.ui.derived import QUIET, Derived, Deriving
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.editing import Editing
from riec_desktop.ui.findings.desk import FindingsDesk
from riec_desktop.ui.jobs import Work
from riec_desktop.ui.landing import landing_of_change
from riec_desktop.ui.last_year.desk import LastYearDesk
from riec_desktop.ui.later import Later
from riec_desktop.ui.narrow import StepAside
from riec_desktop.ui.numbers import linked_forms
from riec_desktop.ui.outline import titles
from riec_desktop.ui.page_context import page_context
from riec_desktop.ui.pages.catalog import make_page
from riec_desktop.ui.pages.page import Page, PageContext, Spot
from riec_desktop.ui.panels import SidePanel
from riec_desktop.ui.places import PageId, Place, place_of, place_of_finding
from riec_desktop.ui.preview_desk import PreviewDesk
from riec_desktop.ui.search.desk import SearchDesk
from riec_desktop.ui.slices import Turns
from riec_desktop.ui.stage import Stage
from riec_desktop.ui.status import saved_text, status_text
from riec_desktop.ui.tab_order import in_reading_order, pass_on
from riec_desktop.ui.theme import Tone, characters, unit
from riec_desktop.ui.widgets.inputs import FieldInput
from riec_desktop.ui.widgets.rich_editor import RichTextEditor
from riec_desktop.ui.writing import Writing
from riec_desktop.ui.year_pane import YearPane
from riec_desktop.workspace.session import Session

CLOSED = "closed"
"""The topic of the message on a closed year."""
CLOSED_YEAR = "Verslagjaar {year} is afgesloten: u kunt alles lezen en niets veranderen."


class Workbench(QSplitter):
    """`status_changed` carries the text for the status bar; `edited` says that the dossier changed.

    `panel_changed` says that another tab at the right is in sight, `place_shown` carries the place of a page that is
    shown, and at `flushing` whoever has something that is being typed hands it over.
    """

    status_changed = Signal(str)
    edited = Signal()
    panel_changed = Signal()
    place_shown = Signal(object)
    flushing = Signal()

    def __init__(self, session: Session, around: Surroundings) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(unit(self) * 3 // 2)
        self.session = session
        self._around = around
        self.editing = Editing(session=session, year_id=self._first_year(), failed=self._refused)
        self._background = Background(self)
        self.writing = Writing(around, lambda: session.dossier, self)
        self._context = self._page_context()
        self.derived = Derived()
        self._titles: dict[Place, str] = {}
        self.place = Place(PageId.OVERVIEW)
        self._last: tuple[Change, ...] = ()
        self._later = Later(self, lambda: self.stage.guard(self._derive), QUIET)
        self.turns = Turns(self)
        self._build()
        self._deriving = Deriving(self, self.turns, self._show_derived, self.stage.guard, self.writing.misspelt)
        self.writing.judged(self._judged)
        self.spelling_walk = self.writing.walk(self)
        self._unsubscribe = session.subscribe(self._applied)
        self._show_years()
        self.stage.guard(self._derive)
        self.show_place(self.place)

    def _page_context(self) -> PageContext:
        forms = self.writing.equip(linked_forms(self.editing, self._around.dialogs, self), self._typing)
        return page_context(self, self._around, forms, self._background, self._comment)

    def _typing(self, field: RichTextEditor | FieldInput) -> None:
        self.preview.follow(field)

    def _comment(self, record: Record, field: str) -> None:
        self.comments.begin(record, field)

    def _first_year(self) -> str:
        return next((one.id for one in views.years(self.session.dossier)), "")

    # --- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setChildrenCollapsible(False)
        self._left = YearPane()
        self.years, self.tree = self._left.years, self._left.tree
        self.stage = Stage(self._show_again)
        self.banner = self.stage.banner
        self.side = SidePanel()
        for widget, stretch in ((self._left, 0), (self.stage, 1), (self.side, 0)):
            self.addWidget(widget)
            self.setStretchFactor(self.indexOf(widget), stretch)
        self.setSizes([characters(self, 54), characters(self, 104), characters(self, 54)])
        self.tree.place_chosen.connect(self.show_place)
        self._left.year_chosen.connect(self.show_year)
        self.preview = PreviewDesk(self, self._around.env)
        self.findings = FindingsDesk(self, self._around)
        self.search = SearchDesk(self, self._around.dialogs)
        self.last_year = LastYearDesk(self, self._around.dialogs)
        self.comments = CommentDesk(self, self._around.env)
        self.side.currentChanged.connect(self._later.ask)
        self.side.preview.looks_changed.connect(self.preview.ask)
        self.side.currentChanged.connect(self.panel_changed)
        StepAside(self, self.side)

    @property
    def page(self) -> Page | None:
        """The page that is shown, grown to its end; who needs only what is in sight asks the stage."""
        self.stage.finish()
        return self.stage.page

    def _show_again(self) -> None:
        self.show_place(self.place, anew=True)

    # --- showing -----------------------------------------------------------------------------------------------------

    def _show_years(self) -> None:
        """The choice of years, kept at the one that is shown."""
        self._left.show_years(self.session.dossier)
        if not any(one.id == self.editing.year_id for one in views.years(self.session.dossier)):
            self.editing.year_id = self._first_year()
        self._left.choose(self.editing.year_id)

    def show_year(self, year_id: str) -> None:
        """Show another report year, on the same portfolio or goal where it has one."""
        self.flush()
        self._turn_to(year_id, self._same_place_in(year_id))

    def _turn_to(self, year_id: str, place: Place) -> None:
        """A place in another year."""
        self.editing.year_id = year_id
        self._left.choose(year_id)
        self.stage.guard(self._derive)
        self.show_place(place, anew=True)

    def _same_place_in(self, year_id: str) -> Place:
        dossier = self.session.dossier
        report = next(
            (one for one in views.reports(dossier, self.editing.year) if one.id == self.place.record_id), None
        )
        if report is None:
            return self.place if not self.place.record_id else Place(PageId.OVERVIEW)
        same = report_beside(dossier, report, year_id)
        return Place(PageId.PORTFOLIO, same.id) if same else Place(PageId.OVERVIEW)

    def show_place(self, place: Place, *, anew: bool = False) -> None:
        """Show the page of a place."""
        if self.stage.page is not None and place == self.place and not anew:
            return
        self.flush()
        self.place = place
        self.stage.put(place, lambda: make_page(self._context, place), self._fill)
        self._lock()
        self.stage.begin(place)
        self.tree.choose(place)
        self.preview.ask()
        self.place_shown.emit(place)

    def _fill(self, page: Page) -> None:
        page.refresh()
        page.show_findings(self.derived.weighty)

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Called by Qt at Tab and Shift+Tab: they find everything, also what the page has not come to yet."""
        self.stage.finish()
        return pass_on(self._stops(), forward=next_) or super().focusNextPrevChild(next_)

    def _stops(self) -> Iterator[QWidget]:
        """From the navigation through the page to the right side."""
        yield from (self.years, self.tree)
        if self.stage.page is not None:
            yield self.stage.page.heading
        yield from in_reading_order(self.stage)
        yield from in_reading_order(self.side)

    def _lock(self) -> None:
        """A closed year is shown as such; the page with the years stays open, since it opens the year again."""
        year = self.editing.year
        closed = year.state is YearState.CLOSED and self.place.page is not PageId.YEARS
        if self.stage.page is not None:
            self.stage.page.lock(locked=closed or self.session.read_only)
        if closed:
            text = CLOSED_YEAR.format(year=year.year)
            to_years = partial(self.show_place, Place(PageId.YEARS))
            self.banner.tell(text, "Naar verslagjaren", to_years, Tone.INFO, CLOSED)
        else:
            self.banner.drop(CLOSED)

    # --- refreshing --------------------------------------------------------------------------------------------------

    def _applied(self, applied: Applied) -> None:
        self._last = applied.done
        self._show_years()
        self._leave_what_is_gone()
        if self.stage.page is not None:
            self.stage.fill(lambda page: page.refresh())
        self._lock()
        self._show_status()
        self._deriving.stop()
        self._later.ask()
        self.edited.emit()

    def _leave_what_is_gone(self) -> None:
        """A portfolio that was removed has no page any more."""
        if self.place.record_id and self.place.record_id not in self.session.dossier:
            self.show_place(Place(PageId.OVERVIEW))

    def _derive(self) -> None:
        self._deriving.begin(self.session.dossier, self.editing.year)

    def _judged(self) -> None:
        """The dictionary knows more than it did."""
        if self.writing.shows_spelling(self.session.dossier):
            self._later.ask()

    def derive_now(self) -> None:
        """Show at once what follows from an edit."""
        self._later.ask()
        self.settle_derived()

    def settle_derived(self) -> None:
        """Compute at once what is waiting or half done."""
        self._later.settle()
        self._deriving.settle()
        self.preview.settle()

    @property
    def checker(self) -> Checker:
        """The checks, with what they found."""
        return self._deriving.checker

    def _show_derived(self, derived: Derived) -> None:
        self.derived, self._titles = derived, titles(derived.outline)
        self.tree.show_outline(derived.outline)
        self.side.show_findings(derived.findings, self.place_title, self.findings.is_here)
        if self.stage.page is not None:
            self.stage.page.show_findings(derived.weighty)
            self.preview.ask()
        self._show_status()

    def place_title(self, finding: Finding) -> str:
        """The name of the page where something was noticed."""
        place = place_of_finding(self.session.dossier, finding, self.editing.year_id)
        return self._titles.get(place, place.page.value)

    def _show_status(self, *, busy: bool = False) -> None:
        saved, path = saved_text(self.session, busy=busy), self.session.path
        counts = (len(self.derived.weighty), self.derived.words) if self.derived.is_checked else None
        self.status_changed.emit(status_text(saved, path, counts))

    def in_background(
        self, work: Work[T], done: Callable[[T], None], failed: Callable[[Exception], None] = raised
    ) -> None:
        """Do work on another thread and hand its result over on this one, unless the dossier is closed before."""
        self._background.run(work, done, failed)

    def settle(self) -> None:
        """Compute at once what would be computed a moment later, and take what is being read."""
        self.stage.finish()
        self._background.settle()
        self.writing.settle()
        self.settle_derived()
        self._background.settle()
        self.preview.settle()

    def shows_side(self, index: int) -> bool:
        """Whether this tab at the right is the one in sight."""
        return not self.side.isHidden() and self.side.currentIndex() == index

    def toggle_side(self, index: int) -> None:
        """Show this tab, or hide the right side when it is the one in sight."""
        hide = self.shows_side(index)
        self.side.setCurrentIndex(index)
        self.side.setVisible(not hide)
        self._later.ask()

    def show_side(self, panel: QWidget) -> None:
        """Bring one of the tabs at the right in sight."""
        self.side.setCurrentWidget(panel)
        self.side.show()

    def show_saving(self) -> None:
        """The file is being written."""
        self._show_status(busy=True)

    def show_saved(self) -> None:
        """The file is up to date, or as up to date as it will be for now."""
        self._lock()
        self._show_status()

    # --- jumping -----------------------------------------------------------------------------------------------------

    def jump(self, spot: Spot) -> None:
        """Go to the input of a field."""
        self.go(place_of(self.session.dossier, spot.kind, spot.record_id, self.editing.year_id), spot)

    def visit(self, spot: Spot, year_id: str = "", place: Place | None = None) -> QWidget | None:
        """Go to the input of a field in the year that it belongs to ('' for any), and give it.

        A field stays on the page that is shown where it can be typed in there; a record as a whole has its own page.
        """
        self.flush()
        wanted = year_id or self.editing.year_id
        place = place or place_of(self.session.dossier, spot.kind, spot.record_id, wanted)
        if wanted != self.editing.year_id:
            self._turn_to(wanted, place)
        elif not spot.field or self.stage.page is None or not self.stage.page.has_input(spot):
            self.show_place(place)
        shown = self.stage.page is not None and self.stage.page.focus_on(spot)
        return self.stage.page.locate(spot) if self.stage.page is not None and shown else None

    def go(self, place: Place, spot: Spot) -> None:
        """Stay on this page when it shows the field too, such as the page with all boxes."""
        if self.stage.page is not None and self.stage.page.focus_on(spot):
            return
        self.show_place(place)
        if self.stage.page is not None:
            self.stage.page.focus_on(spot)

    # --- editing -----------------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last step and show where it was."""
        self._step(self.session.undo)

    def redo(self) -> None:
        """Do the step again that was taken back, and show where it is."""
        self._step(self.session.redo)

    def _step(self, step: Callable[[], None]) -> None:
        self.flush()
        self._last = ()
        step()
        if self._last:
            self._show_change(self._last[0])

    def _show_change(self, change: Change) -> None:
        """Go where a change can be seen, unless it is in sight."""
        there = landing_of_change(self.session.dossier, change, self.editing.year_id)
        if self.stage.page is None or self.stage.page.locate(there.spot) is None:
            self.visit(there.spot, there.year_id, there.place)

    def flush(self) -> None:
        """Hand over what is being typed."""
        self.stage.flush()
        self.flushing.emit()

    def _refused(self, error: RiecError) -> None:
        self._around.dialogs.tell(self, "Wijzigen lukt niet", sentence(error))
        if self.stage.page is not None:
            self.stage.page.refresh()

    def release(self) -> None:
        """Let go of the session."""
        self._background.stop()
        self.writing.stop()
        self._unsubscribe()
        self.stage.drop()
        # Last: a page that goes may still ask for what comes later.
        self._later.stop()
        self.preview.stop()
        self._deriving.stop()
