"""The sheets 'Portefeuilles' and 'Activiteiten': what is worked on, by whom and how far it is."""

from riec_desktop.dossier.choices import ActivityState, PortfolioStatus, ReviewState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import Activity, Answer, PortfolioReport, ReportYear, StrategicGoal
from riec_desktop.dossier.richtext import word_count
from riec_desktop.dossier.views import report_name, reports, settings
from riec_desktop.excel.plan import Column, ColumnType, Row, SheetPlan
from riec_desktop.excel.wording import marks, named, plain, total_of

# --- Portefeuilles ---------------------------------------------------------------------------------------------------


def portfolios(dossier: Dossier, year: ReportYear) -> SheetPlan:
    """One row per portfolio of the year, in the order of the chapter."""
    rows = tuple(_portfolio_row(dossier, report) for report in reports(dossier, year))
    return SheetPlan(
        name="Portefeuilles",
        description="Eén regel per portefeuille: doel, status, voortgang, rollen, organisaties en partners.",
        columns=_portfolio_columns(rows),
        rows=rows,
        nothing="Dit verslagjaar heeft nog geen portefeuilles.",
        frozen_columns=2,
    )


def _portfolio_columns(rows: tuple[Row, ...]) -> tuple[Column, ...]:
    return (
        Column(name="Strategisch doel", widest=18),
        Column(name="Portefeuille", widest=20, bold=True),
        Column(name="Status", widest=16, marks=marks(PortfolioStatus)),
        Column(name="Voortgang", widest=15, marks=marks(ReviewState)),
        Column(name="Opdrachtgever", widest=16),
        Column(name="Opdrachtnemer", widest=18),
        Column(name="Vorm van de uitvoering", widest=12),
        Column(name="Uitvoering", widest=28),
        Column(name="Organisaties", widest=24),
        Column(name="Partners", widest=24),
        Column(name="Wie levert aan", widest=16),
        Column(name="Aanleveren voor", type=ColumnType.DATE),
        Column(name="Woorden", type=ColumnType.INTEGER, total=total_of(rows, -1)),
    )


def _portfolio_row(dossier: Dossier, report: PortfolioReport) -> Row:
    return (
        _goal(dossier, report),
        report_name(dossier, report),
        word(report.status),
        word(report.review),
        report.client,
        _contractor(dossier, report),
        word(report.execution_form),
        report.execution,
        named(dossier, report.organisation_ids),
        named(dossier, report.partner_ids),
        report.holder,
        report.deadline,
        sum(word_count(parse(answer.text)) for answer in dossier.where(Answer, "report_id", report.id)),
    )


def _goal(dossier: Dossier, report: PortfolioReport) -> str:
    goal = dossier.get(StrategicGoal, report.goal_id)
    return goal.short_name or goal.full_name if goal else ""


def _contractor(dossier: Dossier, report: PortfolioReport) -> str:
    """The function; the person only when the team chose to show names."""
    person = report.contractor_person if settings(dossier).persons_shown else ""
    return ", ".join(part for part in (report.contractor, person) if part)


# --- Activiteiten ----------------------------------------------------------------------------------------------------


def activities(dossier: Dossier, year: ReportYear) -> SheetPlan:
    """One row per activity of the year's portfolios, in the order of the chapter."""
    return SheetPlan(
        name="Activiteiten",
        description="Eén regel per activiteit: stand, periode, wie eraan werkt en het resultaat.",
        columns=(
            Column(name="Portefeuille", widest=26),
            Column(name="Activiteit", widest=34, bold=True),
            Column(name="Stand", widest=14, marks=marks(ActivityState)),
            Column(name="Begin", type=ColumnType.DATE),
            Column(name="Einde", type=ColumnType.DATE),
            Column(name="Gezamenlijk", widest=16),
            Column(name="Organisaties", widest=28),
            Column(name="Partners", widest=28),
            Column(name="Resultaat", widest=60),
        ),
        rows=tuple(
            _activity_row(dossier, year, report, activity)
            for report in reports(dossier, year)
            for activity in dossier.where(Activity, "report_id", report.id)
        ),
        nothing="Er zijn in dit verslagjaar nog geen activiteiten.",
        frozen_columns=2,
    )


def _activity_row(dossier: Dossier, year: ReportYear, report: PortfolioReport, activity: Activity) -> Row:
    return (
        report_name(dossier, report),
        activity.title,
        word(activity.state),
        activity.start,
        activity.end,
        "ja" if activity.joint else "nee",
        named(dossier, activity.organisation_ids),
        named(dossier, activity.partner_ids),
        plain(dossier, year, activity.result),
    )
