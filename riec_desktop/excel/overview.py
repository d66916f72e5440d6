"""The overview of one year (Jaaroverzicht) as a workbook plan: which sheets there are, and in which order.

Each sheet is a function of the dossier and the year. A new sheet is one more function in the list; the sheet
'Leeswijzer' names and links to it by itself.
"""

from collections.abc import Callable
from datetime import date

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import long_date
from riec_desktop.dossier.records import Organisation, ReportYear
from riec_desktop.dossier.views import settings
from riec_desktop.excel.callout_sheets import balance, callouts
from riec_desktop.excel.comment_sheet import comments
from riec_desktop.excel.figure_sheets import figures, totals
from riec_desktop.excel.guide_sheet import guide
from riec_desktop.excel.matrix_sheet import matrix
from riec_desktop.excel.plan import SheetPlan, WorkbookPlan
from riec_desktop.excel.portfolio_sheets import activities, portfolios
from riec_desktop.excel.progress_sheet import progress
from riec_desktop.excel.promise_sheet import promises
from riec_desktop.excel.trend_sheet import trends

_SHEETS: tuple[Callable[[Dossier, ReportYear], SheetPlan], ...] = (
    progress,
    portfolios,
    activities,
    promises,
    totals,
    figures,
    trends,
    callouts,
    balance,
    matrix,
    comments,
)


def overview_plan(dossier: Dossier, year: ReportYear, made_on: date, version: str = "") -> WorkbookPlan:
    """The overview of a year; `version` says which state of the dossier it shows, in the words of the caller."""
    sheets = tuple(sheet(dossier, year) for sheet in _SHEETS)
    name = settings(dossier).name
    title = f"Jaaroverzicht {year.year}" if year.year else "Jaaroverzicht"
    return WorkbookPlan(
        title=title,
        subject=f"Portefeuilles, activiteiten, cijfers en kaderteksten bij {year.title}",
        organisation=_organisation(dossier),
        header=f"{name} – {title}" if name else title,
        footer=f"Gemaakt op {long_date(made_on)}",
        made_on=made_on,
        sheets=(guide(dossier, year, sheets, made_on, version), *sheets),
    )


def _organisation(dossier: Dossier) -> str:
    own = dossier.get(Organisation, settings(dossier).organisation_id)
    return own.name if own else ""
