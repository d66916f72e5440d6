"""Figures of running portfolios: a number, or a reason why there is none."""

from collections.abc import Iterator, Sequence

from riec_desktop.checks.findings import Finding, Severity, noticed, portfolio_name
from riec_desktop.checks.texts import text_findings
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import MissingReason, PortfolioStatus, Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import listing
from riec_desktop.dossier.keys import value_id
from riec_desktop.dossier.records import Indicator, IndicatorValue, Organisation, PortfolioReport, ReportYear


def figures(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """Missing figures, and what is left over, at the indicators of a portfolio."""
    number = year.year or 0
    riecs = views.riecs(dossier, number)
    for one in views.indicators(dossier, report):
        where = f"{portfolio_name(dossier, report)}, indicator ‘{one.name}’"
        values = [value for value in dossier.where(IndicatorValue, "indicator_id", one.id) if value.year == number]
        yield from _named(one, where, report)
        for record in (one, *values):
            yield from text_findings(dossier, number, record, where, report)
        if report.status is PortfolioStatus.RUNNING:
            for organisation_id, gap in _gaps(one, values, riecs):
                sentence = f"{where}: het cijfer van {number} ontbreekt{gap}. Vul het in of kies een reden."
                place = IndicatorValue(id=value_id(one.id, number, organisation_id))
                yield noticed(place, "actual", Severity.TIP, "figure.missing", sentence, report=report)


def _named(one: Indicator, where: str, report: PortfolioReport) -> Iterator[Finding]:
    if not one.name:
        sentence = f"{where} heeft nog geen naam. Vul de naam in: die komt in de tabel."
        yield noticed(one, "name", Severity.WARNING, "indicator.no_name", sentence, report=report)


def _known(value: IndicatorValue) -> bool:
    return value.actual is not None or value.missing is not MissingReason.NONE


def _gaps(
    one: Indicator, values: Sequence[IndicatorValue], riecs: Sequence[Organisation]
) -> Iterator[tuple[str | None, str]]:
    """Where a figure is missing: the organisation of the first gap and ' voor RIEC Limburg en RIEC Rotterdam'."""
    known = {value.organisation_id for value in values if _known(value)}
    missing = [organisation for organisation in riecs if organisation.id not in known]
    if None in known:
        return
    if one.scope is Scope.NATIONAL:
        yield None, ""
    elif missing:
        everybody = len(missing) == len(riecs)
        names = "alle RIEC’s" if everybody else listing([organisation.name for organisation in missing])
        yield missing[0].id, f" voor {names}"
