"""The page of one portfolio in one year: who, the questions, what was done, the figures, the boxes and the pictures."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.records import Activity, Portfolio, PortfolioReport
from riec_desktop.ui.pages.callouts import callouts_of_report
from riec_desktop.ui.pages.figures import figures_of_report
from riec_desktop.ui.pages.page import Page, PageContext, Part, Spot
from riec_desktop.ui.pages.parts import FormPart, Rows, TablePart
from riec_desktop.ui.pages.pictures import PicturesPart
from riec_desktop.ui.pages.promises import PromisesPart
from riec_desktop.ui.pages.questions import QuestionsPart
from riec_desktop.ui.pages.trends import trends_of_report
from riec_desktop.ui.places import Place
from riec_desktop.ui.widgets.columns import field_column
from riec_desktop.workspace.readiness import Part as BoardPart

STATE = ("status", "review", "goal_id", "deadline")
ROLES = (
    "client",
    "contractor",
    "contractor_person",
    "execution_form",
    "execution",
    "organisation_ids",
    "partner_ids",
    "holder",
    "reviewed_by",
    "reviewed_on",
)
LIFE = ("name", "follows_id", "merged_into_id")
NAME = "Naam in dit jaar"
NAMES = (
    "Heet de portefeuille vanaf dit jaar anders, vul de naam dan hier in: eerdere jaren houden hun oude naam. De naam "
    "bij ‘Levensloop’ geldt voor alle jaren waarin hier niets staat."
)
ACTIVITY_COLUMNS = (
    field_column(Activity, "title", width=44),
    field_column(Activity, "state", width=12),
    field_column(Activity, "start", width=12),
    field_column(Activity, "end", width=12),
    field_column(Activity, "joint", title="Samen", width=9),
)
ACTIVITY_FIELDS = ("title", "state", "joint", "start", "end", "organisation_ids", "partner_ids", "result")

Report = Callable[[], PortfolioReport | None]


class PortfolioPage(Page):
    """Everything that one portfolio delivers for one year."""

    def __init__(self, context: PageContext, report_id: str) -> None:
        super().__init__("Portefeuille")
        self._context = context
        self._report_id = report_id
        self.promises = PromisesPart(context, self.report)
        self.questions = QuestionsPart(context, report_id)
        self.activities = TablePart(context, self._activity_rows(), title="Activiteiten")
        self.figures = figures_of_report(context, self.report)
        self.callouts = callouts_of_report(context, self.report)
        self.pictures = PicturesPart(context, self.report)
        self.add(
            FormPart(context, PortfolioReport, STATE, self.report, title="Stand van zaken"),
            FormPart(context, PortfolioReport, ROLES, self.report, title="Rollen en planning", folded=True),
            self.promises,
            self.questions,
            self.activities,
            self.figures,
            trends_of_report(context, self.report),
            self.callouts,
            self.pictures,
            FormPart(context, PortfolioReport, ("name_then",), self.report, title=NAME, explanation=NAMES, folded=True),
            FormPart(context, Portfolio, LIFE, self._portfolio, title="Levensloop", folded=True),
        )

    def report(self) -> PortfolioReport | None:
        """The report as it is now."""
        return self._context.editing.dossier.get(PortfolioReport, self._report_id)

    def _portfolio(self) -> Portfolio | None:
        report = self.report()
        return self._context.editing.dossier.get(Portfolio, report.portfolio_id) if report else None

    def _activity_rows(self) -> Rows:
        return Rows(
            kind=Activity,
            columns=ACTIVITY_COLUMNS,
            fields=ACTIVITY_FIELDS,
            records=lambda: self._context.editing.dossier.where(Activity, "report_id", self._report_id),
            new=lambda: Activity(id=self._context.new_id(), report_id=self._report_id),
        )

    def locate(self, spot: Spot) -> QWidget | None:
        """Also a part by its name, where the board leads to what is not there yet."""
        return self._part(spot) or super().locate(spot)

    def _part(self, spot: Spot) -> QWidget | None:
        if (spot.kind, spot.record_id) != (PortfolioReport.__name__, self._report_id):
            return None
        named: Mapping[str, tuple[Part, QWidget]] = {
            BoardPart.ACTIVITIES.value: (self.activities, self.activities.table),
            BoardPart.FIGURES.value: (self.figures, self.figures.table),
            BoardPart.CALLOUTS.value: (self.callouts, self.callouts.add_button),
        }
        part, widget = named.get(spot.field, (None, None))
        if part is not None:
            self.grow_to(part)
        return widget

    def refresh(self) -> None:
        """The name may be another one."""
        report = self.report()
        if report is not None:
            self.set_title(capitalised(views.report_name(self._context.editing.dossier, report)) or "(zonder naam)")
        super().refresh()


def portfolio_page(context: PageContext, place: Place) -> Page:
    """The page of the report that the place names."""
    return PortfolioPage(context, place.record_id)
