"""The report years: begin the next one, close one that is finished, open it again."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from riec_desktop.dossier import views
from riec_desktop.dossier.records import ReportYear
from riec_desktop.ui.icons import icon
from riec_desktop.ui.pages.page import Page, PageContext, Part, label
from riec_desktop.ui.pages.parts import Rows, TablePart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.widgets.columns import field_column

EXPLANATION = (
    "Een afgesloten jaar kan niemand per ongeluk veranderen. Zet de toestand weer op ‘open’ om er toch iets in te "
    "wijzigen."
)
NEXT = (
    "Het nieuwe jaar begint met de vragen, doelen, portefeuilles en indicatoren van het jaar ervoor. U kiest per "
    "portefeuille hoe die verdergaat; wat vorig jaar is beloofd, komt bij de vragen van het nieuwe jaar te staan."
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
        self.button = QPushButton(icon("add"), "Nieuw verslagjaar…")
        self.button.clicked.connect(context.begin_year)
        self.column.addWidget(label(NEXT))
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)


class YearsPart(TablePart):
    """The years; adding one asks what it begins with."""

    def add_row(self) -> None:
        """As the button above the table."""
        self._context.begin_year()


def _no_row() -> ReportYear | None:
    """A year is never added empty, also not by pasting."""
    return None


def years_page(context: PageContext, _: Place) -> Page:
    """The years in a table, and the button for the next one."""
    rows = Rows(
        kind=ReportYear,
        columns=COLUMNS,
        fields=("year", "state", "agenda_id"),
        records=lambda: views.years(context.editing.dossier),
        new=_no_row,
    )
    page = Page(PageId.YEARS.value, EXPLANATION)
    page.add(NextYearPart(context), YearsPart(context, rows, title="Verslagjaren in dit dossier"))
    return page
