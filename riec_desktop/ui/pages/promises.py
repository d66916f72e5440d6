"""What a portfolio promised last year: each promise with what came of it, and a button to take promises over."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from riec_desktop.dossier.lineage import previous_reports
from riec_desktop.dossier.promises import promises_of, take_over, waiting
from riec_desktop.dossier.records import PortfolioReport, Promise
from riec_desktop.ui.icons import icon
from riec_desktop.ui.pages.page import PageContext
from riec_desktop.ui.pages.parts import Rows, TablePart
from riec_desktop.ui.widgets.columns import field_column

COLUMNS = (
    field_column(Promise, "text", width=46),
    field_column(Promise, "outcome", title="Uitkomst", width=15),
    field_column(Promise, "reply", title="Toelichting", width=40),
)
FIELDS = ("outcome", "reply", "text", "from_report_id")
EXPLANATION = "Kies bij elke belofte wat ervan kwam. Wat niet of deels lukte, licht u kort toe."
EMPTY = "Er is nog geen belofte overgenomen."


class PromisesPart(TablePart):
    """Not there for a portfolio that has no past and no promises."""

    def __init__(self, context: PageContext, report: Callable[[], PortfolioReport | None]) -> None:
        self._report = report
        rows = Rows(
            kind=Promise,
            columns=COLUMNS,
            fields=FIELDS,
            records=self._records,
            new=self._new,
            empty=EMPTY,
            open_first=False,
        )
        super().__init__(context, rows, title="Beloften van vorig jaar", explanation=EXPLANATION)
        self.take_button = QPushButton(icon("copy"), "")
        self.take_button.clicked.connect(self._take_over)
        self.column.insertWidget(0, self.take_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _records(self) -> Sequence[Promise]:
        report = self._report()
        return promises_of(self._context.editing.dossier, report) if report else ()

    def _new(self) -> Promise | None:
        report = self._report()
        if report is None:
            return None
        before = next(iter(previous_reports(self._context.editing.dossier, report)), None)
        return Promise(id=self._context.new_id(), report_id=report.id, from_report_id=before.id if before else None)

    def _take_over(self) -> None:
        report = self._report()
        if report is not None:
            self._context.editing.do("beloften overnemen", take_over(self._context.editing.dossier, report))

    def refresh(self) -> None:
        """The promises, and whether there are more to take over."""
        dossier, report = self._context.editing.dossier, self._report()
        found = waiting(dossier, report) if report else ()
        self.take_button.setVisible(bool(found))
        self.take_button.setText("1 belofte overnemen" if len(found) == 1 else f"{len(found)} beloften overnemen")
        super().refresh()
        past = previous_reports(dossier, report) if report else ()
        self.setVisible(bool(past or self._records()))
