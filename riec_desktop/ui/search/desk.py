"""Searching the open dossier: from words to places, from a place to its field, and from there to other words."""

from typing import TYPE_CHECKING

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.ui.dialogs import Dialogs
from riec_desktop.ui.icons import icon
from riec_desktop.ui.landing import landing
from riec_desktop.ui.search.panel import SearchPanel
from riec_desktop.ui.search.replace import ReplaceDialog
from riec_desktop.ui.search.rows import hit_row
from riec_desktop.ui.search.selecting import select_hit, selected_words
from riec_desktop.ui.widgets.marked_rows import ShownRow
from riec_desktop.workspace.replacing import replaced
from riec_desktop.workspace.search import Hit, search

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench

TITLE = "Zoeken"


class SearchDesk:
    """Fills the tab 'Zoeken' of a workbench and does what is asked there."""

    def __init__(self, bench: "Workbench", dialogs: Dialogs) -> None:
        self._bench = bench
        self._dialogs = dialogs
        self.panel = SearchPanel(self._row)
        bench.side.addTab(self.panel, icon("search"), TITLE)
        self.panel.wanted.connect(self.search)
        self.panel.hit_chosen.connect(self.go_to)
        self.panel.replace_wanted.connect(self.replace)
        self.panel.left.connect(self.leave)
        bench.edited.connect(self._edited)
        self._show_years()

    def _dossier(self) -> Dossier:
        return self._bench.session.dossier

    def _row(self, hit: Hit) -> ShownRow:
        return hit_row(self._dossier(), hit)

    def _show_years(self) -> None:
        known = ((str(one.year or "(geen jaar)"), one.id) for one in views.years(self._dossier()))
        self.panel.show_years(tuple(known))

    def _edited(self) -> None:
        self._show_years()
        if self.panel.isVisible():
            self.panel.later.ask()

    # --- what a person asks ------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show the tab; a selection in a text is what is looked for."""
        focused = self._bench.window().focusWidget()
        inside = self._bench.page is not None and self._bench.page.isAncestorOf(focused)
        words = selected_words(focused) if inside else ""
        self._bench.show_side(self.panel)
        self.panel.begin(words)

    def search(self) -> None:
        """Show where the words stand, with what is being typed."""
        self._bench.flush()
        self.panel.show_hits(search(self._dossier(), self.panel.query()))

    def go_to(self, hit: Hit) -> None:
        """Show the field in its year, with the words selected."""
        dossier = self._dossier()
        record = dossier.get(hit.kind, hit.record_id)
        if record is None:
            return
        there = landing(dossier, record, hit.field, self._bench.editing.year_id)
        found = self._bench.visit(there.spot, there.year_id, there.place)
        if found is not None:
            select_hit(found, dossier, hit)

    def replace(self) -> None:
        """Show every change, and make those that stay ticked as one step."""
        self.search()
        query, dossier = self.panel.query(), self._dossier()
        dialog = ReplaceDialog(self._bench, dossier, query, self.panel.hits.rows.things)
        if self._dialogs.execute(dialog):
            chosen = dialog.chosen()
            changes = replaced(dossier, chosen, dialog.new(), capitals=query.capitals)
            self._bench.editing.do(f"Vervangen: {query.text.strip()} door {dialog.new() or '(niets)'}", changes)
            self.panel.show_replaced(len(chosen))
        dialog.deleteLater()

    def leave(self) -> None:
        """Back to where a person was on the page."""
        page = self._bench.page
        target = page.focusWidget() if page is not None else None
        (target or self._bench.tree).setFocus()
