"""The sheet 'Beloften': what the portfolios promised last year, what came of it, and what is still open."""

from riec_desktop.dossier.choices import PromiseOutcome
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.lineage import year_number
from riec_desktop.dossier.promises import promises_of
from riec_desktop.dossier.records import PortfolioReport, Promise, ReportYear
from riec_desktop.dossier.views import report_name, reports
from riec_desktop.excel.plan import Column, ColumnType, Row, SheetPlan
from riec_desktop.excel.wording import marks, plain


def promises(dossier: Dossier, year: ReportYear) -> SheetPlan:
    """One row per promise that a portfolio of the year answers, in the order of the chapter."""
    return SheetPlan(
        name="Beloften",
        description="Eén regel per belofte van vorig jaar: wat ervan kwam, en de toelichting.",
        columns=(
            Column(name="Portefeuille", widest=26),
            Column(name="Beloofd in", type=ColumnType.YEAR),
            Column(name="Belofte", widest=60, bold=True),
            Column(name="Uitkomst", widest=16, marks=marks(PromiseOutcome)),
            Column(name="Toelichting", widest=60),
        ),
        rows=tuple(
            _row(dossier, year, report, one)
            for report in reports(dossier, year)
            for one in promises_of(dossier, report)
        ),
        nothing="Er zijn in dit verslagjaar geen beloften van vorig jaar.",
        frozen_columns=1,
    )


def _row(dossier: Dossier, year: ReportYear, report: PortfolioReport, one: Promise) -> Row:
    before = dossier.get(PortfolioReport, one.from_report_id)
    return (
        report_name(dossier, report),
        (year_number(dossier, before) if before else 0) or None,
        plain(dossier, year, one.text),
        word(one.outcome),
        plain(dossier, year, one.reply),
    )
