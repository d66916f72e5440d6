"""Rule 13: counts below the threshold, by region or theme, are noticed before they are shared.

Also those that nobody wrote down: a count that is kept secret can be computed from a total and the others.
"""

from collections.abc import Iterator
from decimal import Decimal

from riec_desktop.checks.findings import Finding, Repair, Severity, noticed, portfolio_name
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import set_field
from riec_desktop.dossier.choices import Scope, SmallChoice
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import listing, number
from riec_desktop.dossier.records import Indicator, PortfolioReport, ReportYear
from riec_desktop.figures.shielded import below
from riec_desktop.figures.small import is_small
from riec_desktop.figures.values import YearFigures, recorded

SMALL = "figure.small"
"""A small count that nobody decided about."""
SMALL_SHOWN = "figure.small_shown"
"""A small count that somebody chose to show."""
_MOST_NAMES = 4


def small_numbers(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """Indicators of a portfolio whose counts are small, as long as nobody chose how to show them."""
    limit = views.settings(dossier).small_number
    for one in views.indicators(dossier, report):
        shows = one.small_choice in (SmallChoice.UNDECIDED, SmallChoice.SHOW)
        if year.year is None or not one.small_numbers or not shows:
            continue
        told = tuple(_told(recorded(dossier, one, year.year), one, limit))
        if told:
            where = f"{portfolio_name(dossier, report)}, indicator ‘{one.name}’ in {year.year}"
            yield _finding(one, f"{where}: {' '.join(told)}", limit, report)


def _finding(one: Indicator, told: str, limit: int, report: PortfolioReport) -> Finding:
    if one.small_choice is SmallChoice.SHOW:
        sentence = f"{told} U koos om kleine aantallen te tonen zoals ze zijn."
        return noticed(one, "small_choice", Severity.TIP, SMALL_SHOWN, sentence, report=report)
    sentence = f"{told} Kies bij de indicator hoe kleine aantallen naar buiten gaan."
    repairs = tuple(_repairs(one, limit))
    return noticed(one, "small_choice", Severity.WARNING, SMALL, sentence, report=report, repairs=repairs)


def _repairs(one: Indicator, limit: int) -> Iterator[Repair]:
    titles = {
        SmallChoice.BELOW: f"Toon als {below(limit)}",
        SmallChoice.MERGE: "Tel kleine regio's samen",
        SmallChoice.LEAVE_OUT: "Laat ze weg",
        SmallChoice.SHOW: "Toon ze zoals ze zijn",
    }
    for choice, title in titles.items():
        if choice is not SmallChoice.MERGE or one.scope is Scope.ORGANISATION:
            yield Repair(title=title, changes=set_field(one, "small_choice", choice))


def _told(found: YearFigures, one: Indicator, limit: int) -> Iterator[str]:
    """Which counts are small; the counts themselves are not said, because findings are printed too."""
    names = [part.organisation.name for part in found.parts if is_small(part.figure.actual, limit)]
    regional = one.scope is Scope.ORGANISATION
    if names and regional:
        who = listing(names) if len(names) <= _MOST_NAMES else f"{number(len(names))} organisaties"
        yield f"het aantal van {who} is lager dan {limit} en kan naar personen wijzen."
    elif is_small(found.total.actual, limit):
        yield f"het aantal is lager dan {limit} en kan naar personen wijzen."
    if regional:
        yield from _computed(found, limit)


def _computed(found: YearFigures, limit: int) -> Iterator[str]:
    """A count that was left open, and follows from the national number."""
    national = found.found.get(None)
    open_parts = [part.organisation.name for part in found.parts if part.figure.actual is None]
    if national is None or national.actual is None or len(open_parts) != 1:
        return
    others = sum((part.figure.actual for part in found.parts if part.figure.actual is not None), Decimal(0))
    if is_small(national.actual - others, limit):
        yield (
            f"het aantal van {open_parts[0]} is niet ingevuld, maar volgt uit het landelijke cijfer min de andere "
            f"organisaties, en is lager dan {limit}."
        )
