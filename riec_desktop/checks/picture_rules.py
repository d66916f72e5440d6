"""Pictures of a portfolio: each can be shown, has a caption, and is described for whoever does not see it."""

from collections.abc import Iterator

from riec_desktop.checks.findings import Finding, Severity, noticed, portfolio_name
from riec_desktop.checks.texts import text_findings
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.images import media_type
from riec_desktop.dossier.records import Picture, PortfolioReport, ReportYear


def pictures(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """What is wrong with the pictures of a portfolio."""
    name = portfolio_name(dossier, report)
    for number, one in enumerate(dossier.where(Picture, "report_id", report.id), 1):
        where = f"{name}, afbeelding ‘{one.title}’" if one.title else f"{name}, afbeelding {number}"
        yield from _gaps(one, where, report)
        yield from text_findings(dossier, year.year or 0, one, where, report)


def _gaps(one: Picture, where: str, report: PortfolioReport) -> Iterator[Finding]:
    if not media_type(one.content) or one.width <= 0 or one.height <= 0:
        sentence = f"{where} kan niet worden getoond en komt niet in het hoofdstuk. Voeg de afbeelding opnieuw toe."
        yield noticed(one, "content", Severity.ERROR, "picture.unreadable", sentence, report=report)
    if not one.alt:
        sentence = f"{where} heeft nog geen beschrijving. Schrijf in één of twee zinnen wat erop te zien is."
        yield noticed(one, "alt", Severity.ERROR, "picture.no_description", sentence, report=report)
    if not one.title:
        sentence = f"{where} heeft nog geen onderschrift. Vul een onderschrift in."
        yield noticed(one, "title", Severity.WARNING, "picture.no_title", sentence, report=report)
