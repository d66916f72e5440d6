"""The readiness board: every portfolio of the year by question, with filters; a cell leads to its field."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Signal

from riec_desktop.checks.findings import Finding
from riec_desktop.ui.pages.board_filter import BoardFilter
from riec_desktop.ui.pages.board_lines import BEFORE_PARTS, columns, lines
from riec_desktop.ui.pages.board_model import BoardModel
from riec_desktop.ui.pages.board_view import BoardView
from riec_desktop.ui.pages.page import PageContext, Part, Spot
from riec_desktop.ui.places import PageId, Place
from riec_desktop.workspace.readiness import Readiness, Row, readiness

EXPLANATION = "Klik op een vak, of kies het met de pijlen en druk op Enter. U komt dan bij het veld zelf."
NO_PORTFOLIOS = (
    "Dit verslagjaar heeft nog geen portefeuilles. U voegt ze toe bij Inrichting, Portefeuilles; daarna ziet u hier "
    "hoe ver iedereen is."
)
NOTHING_FITS = "Geen portefeuille past bij deze keuze. Kies ‘Alles tonen’ om weer alles te zien."

Show = Callable[[Readiness], None]


class Board(Part):
    """The board. `changed` carries the readiness of the year each time it is made again."""

    changed = Signal(object)

    def __init__(self, context: PageContext) -> None:
        super().__init__("Hoe ver is iedereen?", EXPLANATION)
        self._context = context
        self._findings: Sequence[Finding] | None = None
        self._known: tuple[object, ...] = (None, None, None)
        self.readiness = Readiness(titles=(), groups=())
        self.filter = BoardFilter()
        self.filter.changed.connect(self._show)
        self.model = BoardModel(self)
        self.view = BoardView(self.model, NO_PORTFOLIOS)
        self.view.chosen.connect(self._go)
        self.column.addWidget(self.filter)
        self.column.addWidget(self.view)

    def lock(self, *, locked: bool) -> None:
        """Nothing can be changed here; a person still goes to a portfolio."""

    def refresh(self) -> None:
        """The board as it is now, once it was told what was noticed; nothing happens when all of it is the same."""
        editing = self._context.editing
        known = (editing.dossier, editing.year_id, self._findings)
        if self._findings is None or all(one is other for one, other in zip(known, self._known, strict=True)):
            return
        self._known = known
        self.readiness = readiness(editing.dossier, editing.year, self._findings)
        self.filter.refresh(self.readiness)
        self._show()
        self.changed.emit(self.readiness)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Count them per cell."""
        self._findings = findings
        self.refresh()

    def _show(self) -> None:
        total = len(self.readiness.rows)
        wanted = lines(self.readiness, self.filter.wish(), self._context.today())
        self.filter.setVisible(total > 0)
        self.filter.show_count(sum(line.row is not None for line in wanted), total)
        self.view.set_nothing(NOTHING_FITS if total else NO_PORTFOLIOS)
        self.model.show_lines(columns(self.readiness), wanted)

    # --- going -------------------------------------------------------------------------------------------------------

    def _go(self, index: QModelIndex) -> None:
        """To the field of a cell; the columns before the parts lead to the portfolio."""
        row = self.model.lines[index.row()].row
        if row is not None:
            self._go_to(row, index.column() - BEFORE_PARTS)

    def _go_to(self, row: Row, at: int) -> None:
        self._context.show(Place(PageId.PORTFOLIO, row.report.id))
        if 0 <= at < len(row.cells):
            cell = row.cells[at]
            self._context.jump(Spot(cell.kind.__name__, cell.record_id, cell.field))
