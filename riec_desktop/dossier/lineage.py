"""How portfolios and organisations go on from year to year: renamed, merged, split, followed up.

A portfolio keeps its id through a new name or another goal. One that merged names where it went (`merged_into_id`), one
that goes on with the work of another names that one (`follows_id`); when two name the same one, it was split. Numbers
are never added up over such a line: whose report shows an indicator is decided here, and its series stays its own.
"""

from collections.abc import Iterator

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator, Organisation, Portfolio, PortfolioReport, ReportYear


def year_number(dossier: Dossier, report: PortfolioReport) -> int:
    """The year that a report is about; 0 when it is not known."""
    year = dossier.get(ReportYear, report.year_id)
    return (year.year or 0) if year else 0


def report_in(dossier: Dossier, portfolio_id: str | None, year_id: str | None) -> PortfolioReport | None:
    """The report of a portfolio in a year."""
    found = dossier.where(PortfolioReport, "portfolio_id", portfolio_id) if portfolio_id else ()
    return next((one for one in found if one.year_id == year_id), None)


# --- Portfolios ------------------------------------------------------------------------------------------------------


def sources(dossier: Dossier, portfolio_id: str | None) -> tuple[Portfolio, ...]:
    """The portfolios whose work goes on in this one: those merged into it, and the one that it follows."""
    portfolio = dossier.get(Portfolio, portfolio_id)
    if portfolio is None:
        return ()
    followed = dossier.get(Portfolio, portfolio.follows_id)
    merged = dossier.where(Portfolio, "merged_into_id", portfolio.id)
    return tuple(one for one in (*merged, *((followed,) if followed else ())) if one.id != portfolio.id)


def heirs(dossier: Dossier, portfolio_id: str | None) -> tuple[Portfolio, ...]:
    """The portfolios in which the work of this one goes on: where it merged, else those that follow it."""
    portfolio = dossier.get(Portfolio, portfolio_id)
    if portfolio is None:
        return ()
    into = dossier.get(Portfolio, portfolio.merged_into_id)
    found = (into,) if into else dossier.where(Portfolio, "follows_id", portfolio.id)
    return tuple(one for one in found if one.id != portfolio.id)


def previous_reports(dossier: Dossier, report: PortfolioReport) -> tuple[PortfolioReport, ...]:
    """The reports of a year earlier that this one goes on from: its own first, then those of what ended in it.

    A portfolio that merged and reports once more on how it ended still answers for itself in that year.
    """
    number = year_number(dossier, report)
    before = dossier.first(ReportYear, "year", number - 1) if number else None
    return tuple(_reports_before(dossier, report, before)) if before else ()


def _reports_before(dossier: Dossier, report: PortfolioReport, before: ReportYear) -> Iterator[PortfolioReport]:
    own = report_in(dossier, report.portfolio_id, before.id)
    if own is not None:
        yield own
    for source in sources(dossier, report.portfolio_id):
        found = report_in(dossier, source.id, before.id)
        if found is not None and report_in(dossier, source.id, report.year_id) is None:
            yield found


def report_beside(dossier: Dossier, report: PortfolioReport, year_id: str) -> PortfolioReport | None:
    """The report of another year to go to from this one: of the portfolio, or of what it became or came from."""
    around = (*heirs(dossier, report.portfolio_id), *sources(dossier, report.portfolio_id))
    found = (report_in(dossier, one, year_id) for one in (report.portfolio_id, *(one.id for one in around)))
    return next((one for one in found if one is not None), None)


# --- Indicators ------------------------------------------------------------------------------------------------------


def counted_portfolios(dossier: Dossier, report: PortfolioReport) -> tuple[str, ...]:
    """The ids of the portfolios whose indicators a report shows: its own, then those that ended in it before.

    Of a portfolio that was split nobody shows them: which part of a number went where is not known.
    """
    if report.portfolio_id is None or not sources(dossier, report.portfolio_id):
        return () if report.portfolio_id is None else (report.portfolio_id,)
    found = [report.portfolio_id]
    for portfolio_id in found:
        ended = (one for one in sources(dossier, portfolio_id) if _shown_elsewhere(dossier, one, report))
        found.extend(one.id for one in ended if one.id not in found)
    return tuple(found)


def _shown_elsewhere(dossier: Dossier, source: Portfolio, report: PortfolioReport) -> bool:
    """Whether a portfolio reported for the last time before this report, and went on in one place only."""
    reported = [year_number(dossier, one) for one in dossier.where(PortfolioReport, "portfolio_id", source.id)]
    ended = bool(reported) and max(reported) < year_number(dossier, report)
    return ended and len(heirs(dossier, source.id)) == 1


def counts_in(indicator: Indicator, year: int) -> bool:
    """Whether an indicator is still counted in a year (0: not known, so yes)."""
    return not year or indicator.last_year is None or year <= indicator.last_year


def counting_report(dossier: Dossier, indicator: Indicator | None, year_id: str | None) -> PortfolioReport | None:
    """The report of a year that shows an indicator: of its portfolio, or of the one in which that ended."""
    seen: list[str] = []
    portfolio_id = indicator.portfolio_id if indicator else None
    while indicator is not None and portfolio_id and portfolio_id not in seen:
        found = report_in(dossier, portfolio_id, year_id)
        if found is not None:
            return found if indicator.portfolio_id in counted_portfolios(dossier, found) else None
        seen.append(portfolio_id)
        following = heirs(dossier, portfolio_id)
        portfolio_id = following[0].id if len(following) == 1 else None
    return None


# --- Organisations ---------------------------------------------------------------------------------------------------


def organisation_in(dossier: Dossier, organisation_id: str, year: int) -> str:
    """The id of an organisation under the name that holds in a year: itself, or what came after or before it."""
    seen: list[str] = []
    current = organisation_id
    while current not in seen:
        seen.append(current)
        current = _next_name(dossier, current, year)
    return current


def _next_name(dossier: Dossier, organisation_id: str, year: int) -> str:
    """One step to the name of a year; the same id where there is none to take."""
    one = dossier.get(Organisation, organisation_id)
    if one is None:
        return organisation_id
    if one.last_year is not None and one.last_year < year:
        after = dossier.first(Organisation, "follows_id", one.id)
        return after.id if after else organisation_id
    if one.first_year is not None and one.first_year > year:
        return one.follows_id or organisation_id
    return organisation_id
