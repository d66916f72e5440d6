"""How a portfolio ends: it never merges into itself, also not by way of others."""

from collections.abc import Iterator

from riec_desktop.checks.findings import Finding, Severity, noticed, portfolio_name
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Portfolio, PortfolioReport, ReportYear


def merged_in_circle(dossier: Dossier, _: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """Whether one comes back at a portfolio by following what it merged into; its figures would end nowhere."""
    portfolio = dossier.get(Portfolio, report.portfolio_id)
    if portfolio is not None and portfolio.id in _went_into(dossier, portfolio):
        name = portfolio_name(dossier, report)
        sentence = f"{name} gaat op in zichzelf. Kies bij de levensloop een andere portefeuille."
        yield noticed(portfolio, "merged_into_id", Severity.ERROR, "report.merged_in_circle", sentence, report=report)


def _went_into(dossier: Dossier, portfolio: Portfolio) -> list[str]:
    """The ids of the portfolios that it merged into, one after the other, each once."""
    found: list[str] = []
    at = dossier.get(Portfolio, portfolio.merged_into_id)
    while at is not None and at.id not in found:
        found.append(at.id)
        at = dossier.get(Portfolio, at.merged_into_id)
    return found
