"""How a portfolio ends: one that merged says in which it goes on, and that is another one."""

from collections.abc import Iterator

from riec_desktop.checks.findings import Finding, Severity, noticed, portfolio_name
from riec_desktop.dossier.choices import PortfolioStatus
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Portfolio, PortfolioReport, ReportYear


def merged_somewhere(dossier: Dossier, _: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """A portfolio with the status 'samengevoegd' names where it went; without that its figures and promises end."""
    portfolio = dossier.get(Portfolio, report.portfolio_id)
    if portfolio is None:
        return
    name = portfolio_name(dossier, report)
    into = dossier.get(Portfolio, portfolio.merged_into_id)
    if report.status is PortfolioStatus.MERGED and into is None:
        sentence = f"{name} is samengevoegd, maar er staat niet waarin zij is opgegaan. Kies dat bij de levensloop."
        yield noticed(portfolio, "merged_into_id", Severity.TIP, "report.merged_nowhere", sentence, report=report)
    elif into is not None and _comes_back(dossier, portfolio):
        sentence = f"{name} gaat op in zichzelf. Kies bij de levensloop een andere portefeuille."
        yield noticed(portfolio, "merged_into_id", Severity.ERROR, "report.merged_in_circle", sentence, report=report)


def _comes_back(dossier: Dossier, portfolio: Portfolio) -> bool:
    """Whether one comes back at a portfolio by following what it merged into."""
    seen: list[str] = []
    at = dossier.get(Portfolio, portfolio.merged_into_id)
    while at is not None and at.id not in seen:
        seen.append(at.id)
        at = dossier.get(Portfolio, at.merged_into_id)
    return portfolio.id in seen
