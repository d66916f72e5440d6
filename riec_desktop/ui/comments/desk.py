"""The comments of an open dossier: the tab, the marks at the fields, and the way between them."""

from typing import TYPE_CHECKING

from riec_desktop.dossier.records import Comment, Record
from riec_desktop.ui.comments.panel import CommentsPanel
from riec_desktop.ui.icons import icon
from riec_desktop.ui.pages.page import Spot, field_at
from riec_desktop.ui.places import Place, place_of_record
from riec_desktop.workspace.environment import Environment

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench

TITLE = "Opmerkingen"


class CommentDesk:
    """Fills the tab 'Opmerkingen' of a workbench and does what is asked there."""

    def __init__(self, bench: "Workbench", env: Environment) -> None:
        self._bench = bench
        self.panel = CommentsPanel(bench.editing, env)
        bench.side.addTab(self.panel, icon("comment"), TITLE)
        self.panel.count_changed.connect(self._show_count)
        self.panel.field_chosen.connect(self.go_to)
        self.panel.written.connect(self._return)
        bench.edited.connect(self.panel.refresh)
        bench.flushing.connect(self.panel.flush)
        bench.place_shown.connect(self._show_place)

    def _show_place(self, place: Place) -> None:
        self.panel.show_place(place)

    def _show_count(self, count: int) -> None:
        at = self._bench.side.indexOf(self.panel)
        self._bench.side.setTabText(at, f"{TITLE} {count}" if count else TITLE)

    def begin(self, record: Record, field: str) -> None:
        """Show the comments on a field, with an input for a new one."""
        self._bench.show_side(self.panel)
        self.panel.begin(record, field)

    def begin_here(self) -> None:
        """The same for the field that has the cursor; elsewhere the tab is shown, which says how it goes."""
        found = field_at(self._bench.window().focusWidget())
        if found is None:
            self._bench.show_side(self.panel)
        else:
            self.begin(*found)

    def _return(self, comment: Comment) -> None:
        """Back to the field, when its page is in sight."""
        if self._bench.stage.page is not None:
            self._bench.stage.page.focus_on(Spot(comment.kind, comment.record_id, comment.field))

    def go_to(self, comment: Comment) -> None:
        """Show the field that a comment is about."""
        dossier, year_id = self._bench.session.dossier, self._bench.editing.year_id
        spot = Spot(comment.kind, comment.record_id, comment.field)
        self._bench.go(place_of_record(dossier, comment, year_id), spot)
