"""Rule 13: counts below the threshold, by region or theme, are noticed before they are shared.

Also those that nobody wrote down: a count that is kept secret can be computed from a total and the others. Documents
show figures of other years, and the workbook those of every indicator that there ever was: all of them are looked at.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from riec_desktop.checks.findings import Finding, Repair, Severity, noticed, portfolio_name
from riec_desktop.checks.number_text import typed_in
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import set_field, set_fields
from riec_desktop.dossier.choices import MissingReason, Scope, SmallChoice
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import listing, number
from riec_desktop.dossier.records import Indicator, IndicatorValue, Portfolio, PortfolioReport, ReportYear
from riec_desktop.figures.shielded import below, told_by_the_national, value
from riec_desktop.figures.small import is_small
from riec_desktop.figures.values import YearFigures, recorded

SMALL = "figure.small"
"""A small count that nobody decided about."""
SMALL_SHOWN = "figure.small_shown"
"""A small count that somebody chose to show."""
CONFIDENTIAL = "figure.confidential"
"""A secret count that follows from what is shown."""
UNMARKED = "figure.small_unmarked"
"""A small count of what looks like persons, where nobody said so."""
_MOST_NAMES = 4
_PERSONS = re.compile(
    r"person|slachtoffer|verdacht|dader|jonger|minderjarig|meisje|jongen|kinder|gezin|signal|casus|melding|zaken\b|"
    r"aanhouding|arrestat|subject|cliënt|client|bewoner|ondernemers\b|vermist",
    re.IGNORECASE,
)
"""In the name or the unit of an indicator: it counts persons, or things that are about one person each."""


def small_numbers(dossier: Dossier, _: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """Indicators of a portfolio whose counts are small, as long as nobody chose how to show them."""
    for one in views.indicators(dossier, report):
        yield from _of_indicator(dossier, one, portfolio_name(dossier, report), report)


def small_numbers_elsewhere(dossier: Dossier, year: ReportYear) -> Iterator[Finding]:
    """The same of every other indicator: the workbook has the figures of all."""
    reports = dossier.where(PortfolioReport, "year_id", year.id)
    told = {one.id for report in reports for one in views.indicators(dossier, report)}
    for one in dossier.all(Indicator):
        if one.id not in told:
            portfolio = dossier.get(Portfolio, one.portfolio_id)
            name = portfolio.name if portfolio else "zonder naam"
            yield from _of_indicator(dossier, one, f"Portefeuille {name}", None)


def _of_indicator(
    dossier: Dossier, one: Indicator, portfolio: str, report: PortfolioReport | None
) -> Iterator[Finding]:
    limit = views.settings(dossier).small_number
    where, years = f"{portfolio}, indicator ‘{one.name}’", _years(dossier, one)
    if one.small_numbers and one.small_choice not in (SmallChoice.UNDECIDED, SmallChoice.SHOW):
        yield from _notes(dossier, one, where, report)
        return
    if one.small_numbers:
        told = _told_of_years(dossier, one, years, limit)
        yield from _small(one, f"{where}: {told}", limit, report) if told else ()
    elif _counts_persons(one) and _told_of_years(dossier, one, years, limit):
        yield _unmarked(one, where, limit, report)
    yield from _secrets(dossier, one, years, where, report)


def _years(dossier: Dossier, one: Indicator) -> tuple[int, ...]:
    """Every year with a figure, the newest first."""
    values = dossier.where(IndicatorValue, "indicator_id", one.id)
    return tuple(sorted({each.year for each in values if each.year is not None}, reverse=True))


def _told_of_years(dossier: Dossier, one: Indicator, years: Iterable[int], limit: int) -> str:
    told = ((year, " ".join(_told(recorded(dossier, one, year), one, limit))) for year in years)
    return " ".join(f"In {year}: {sentences}" for year, sentences in told if sentences)


def _small(one: Indicator, told: str, limit: int, report: PortfolioReport | None) -> Iterator[Finding]:
    if one.small_choice is SmallChoice.SHOW:
        sentence = f"{told} U koos om kleine aantallen te tonen zoals ze zijn."
        yield noticed(one, "small_choice", Severity.TIP, SMALL_SHOWN, sentence, report=report)
    else:
        sentence = f"{told} Kies bij de indicator hoe kleine aantallen naar buiten gaan."
        repairs = tuple(_repairs(one, limit))
        yield noticed(one, "small_choice", Severity.WARNING, SMALL, sentence, report=report, repairs=repairs)


# --- Hidden counts in notes ------------------------------------------------------------------------------------------


def _notes(dossier: Dossier, one: Indicator, where: str, report: PortfolioReport | None) -> Iterator[Finding]:
    """A note at a hidden count that tells it after all: the workbook shows the notes."""
    for record in dossier.where(IndicatorValue, "indicator_id", one.id):
        told = [each.text for each in typed_in(record.note) if each.value == record.actual] if record.note else []
        if told and value(dossier, one, record.year or 0, record.organisation_id).instead:
            sentence = (
                f"{where} in {record.year}: de toelichting noemt een klein aantal dat u verder niet toont. Haal dit "
                "weg uit de toelichting."
            )
            yield noticed(record, "note", Severity.WARNING, SMALL, sentence, report=report, words=told[0])


# --- Nobody said that it counts persons ------------------------------------------------------------------------------


def _counts_persons(one: Indicator) -> bool:
    return _PERSONS.search(f"{one.name} {one.unit}") is not None


def _unmarked(one: Indicator, where: str, limit: int, report: PortfolioReport | None) -> Finding:
    sentence = (
        f"{where} lijkt over personen te gaan en heeft aantallen onder {limit}. Zet bij de indicator ‘kleine aantallen "
        "kunnen naar personen wijzen’ aan, als dat zo is."
    )
    repairs = (Repair(title="Let hier op kleine aantallen", changes=set_fields(one, small_numbers=True)),)
    return noticed(one, "small_numbers", Severity.TIP, UNMARKED, sentence, report=report, repairs=repairs)


# --- A secret that can be computed -----------------------------------------------------------------------------------


def _secrets(
    dossier: Dossier, one: Indicator, years: Iterable[int], where: str, report: PortfolioReport | None
) -> Iterator[Finding]:
    """Confidential counts that follow from the national number, of any size."""
    limit = views.settings(dossier).small_number
    found = [(year, recorded(dossier, one, year)) for year in years] if one.scope is Scope.ORGANISATION else []
    told = [
        f"In {year}: het vertrouwelijke aantal van {listing(names)} volgt uit het landelijke cijfer min de andere "
        "organisaties."
        for year, each in found
        if (names := _confidential(each)) and told_by_the_national(each, 0) and not _is_told(one, each, limit)
    ]
    if told:
        sentence = f"{where}: {' '.join(told)} Haal het landelijke cijfer weg, of laat het aantal zien."
        yield noticed(one, "small_choice", Severity.WARNING, CONFIDENTIAL, sentence, report=report)


def _is_told(one: Indicator, found: YearFigures, limit: int) -> bool:
    """Whether the rule about small counts says it already."""
    return one.small_numbers and any(_computed(found, limit))


def _confidential(found: YearFigures) -> list[str]:
    return [part.organisation.name for part in found.parts if part.figure.reason is MissingReason.CONFIDENTIAL]


# --- What to do, and what is small -----------------------------------------------------------------------------------


def _repairs(one: Indicator, limit: int) -> Iterator[Repair]:
    titles = {
        SmallChoice.BELOW: f"Toon als {below(limit)}",
        SmallChoice.MERGE: "Tel kleine regio’s samen",
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
