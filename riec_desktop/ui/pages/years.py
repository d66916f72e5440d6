"""The report years: begin the next one, close one that is finished, open it again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from riec_desktop.dossier import views
from riec_desktop.dossier.records import ReportYear
from riec_desktop.dossier.rollover_plan import planned
from riec_desktop.ui.icons import icon
from riec_desktop.ui.pages.page import Page, PageContext, Part, label
from riec_desktop.ui.pages.parts import Rows, TablePart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.widgets.columns import field_column
from riec_desktop.workspace.rollover import roll_over

EXPLANATION = (
    "Een afgesloten jaar kan niemand per ongeluk veranderen. Zet de toestand weer op ‘open’ om er toch iets in te "
    "wijzigen."
)
NEXT = (
    "Het nieuwe jaar krijgt de vragen, de doelen en de lopende portefeuilles van {year}, met hun rollen en zonder "
    "teksten."
)


COLUMNS = (
    field_column(ReportYear, "year", width=8),
    field_column(ReportYear, "state", width=14),
    field_column(ReportYear, "agenda_id"),
)


class NextYearPart(Part):
    """The button that begins the next year."""

    def __init__(self, context: PageContext) -> None:
        super().__init__("Nieuw verslagjaar")
        self._context = context
        self._text = label("")
        self.button = QPushButton(icon("add"), "")
        self.button.clicked.connect(self._begin)
        self.column.addWidget(self._text)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _newest(self) -> ReportYear | None:
        return next(iter(views.years(self._context.editing.dossier)), None)

    def _begin(self) -> None:
        newest = self._newest()
        if newest is not None and newest.year is not None:
            year = newest.year + 1
            roll_over(self._context.editing.session, planned(self._context.editing.dossier, year))

    def refresh(self) -> None:
        """Name the year that would come."""
        newest = self._newest()
        known = newest is not None and newest.year is not None
        self.setVisible(known)
        if newest is not None and newest.year is not None:
            self._text.setText(NEXT.format(year=newest.year))
            self.button.setText(f"Verslagjaar {newest.year + 1} beginnen")


def years_page(context: PageContext, _: Place) -> Page:
    """The years in a table, and the button for the next one."""
    rows = Rows(
        kind=ReportYear,
        columns=COLUMNS,
        fields=("year", "state", "agenda_id"),
        records=lambda: views.years(context.editing.dossier),
        new=lambda: ReportYear(id=context.new_id()),
    )
    page = Page(PageId.YEARS.value, EXPLANATION)
    page.add(NextYearPart(context), TablePart(context, rows, title="Verslagjaren in dit dossier"))
    return page
