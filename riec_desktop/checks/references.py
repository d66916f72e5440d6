"""References in a text that lead nowhere: to what was removed, or to what this year's chapter does not have."""

from collections.abc import Callable, Iterator, Mapping

from riec_desktop.checks.findings import Severity
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import IndicatorChart, MissingReason, Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.images import media_type
from riec_desktop.dossier.lineage import counting_report
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import (
    Activity,
    Indicator,
    IndicatorValue,
    Picture,
    PortfolioReport,
    StrategicGoal,
)
from riec_desktop.dossier.references import described, referred
from riec_desktop.dossier.richtext import CrossReference, Part, cross_references

REFERENCE_START = "{zie:"
Problem = tuple[Severity, str, str]
"""Severity, code and the end of the sentence."""

_NOWHERE = "een verwijzing leidt naar iets dat is verwijderd. Kies een andere verwijzing of haal haar weg."
_TWO_YEARS = 2


def reference_problems(dossier: Dossier, year: int, text: str) -> Iterator[Problem]:
    """What is wrong with the references of a text, each reference once."""
    for one in dict.fromkeys(cross_references(parse(text))):
        if referred(dossier, one) is None:
            yield Severity.ERROR, "reference.nowhere", _NOWHERE
        elif not _PRESENT[one.part](dossier, year, one):
            what = described(dossier, CrossReference(one.part, one.record_id))
            sentence = f"‘{what}’ staat niet in het hoofdstuk van {year}. Kies iets anders of pas de zin aan."
            yield Severity.WARNING, "reference.absent", sentence


# --- Whether the chapter of a year has it ----------------------------------------------------------------------------


def _goal(dossier: Dossier, year: int, one: CrossReference) -> bool:
    goal, found = dossier.get(StrategicGoal, one.record_id), views.year_of(dossier, year)
    return found is not None and goal in views.goals(dossier, found)


def _portfolio(dossier: Dossier, year: int, one: CrossReference) -> bool:
    return _of_year(dossier, year, dossier.get(PortfolioReport, one.record_id))


def _of_year(dossier: Dossier, year: int, report: PortfolioReport | None) -> bool:
    found = views.year_of(dossier, year)
    return report is not None and found is not None and report.year_id == found.id


def _activities(dossier: Dossier, year: int, one: CrossReference) -> bool:
    found = dossier.where(Activity, "report_id", one.record_id)
    return _portfolio(dossier, year, one) and any(each.title or each.result for each in found)


def _figures(dossier: Dossier, year: int, one: CrossReference) -> bool:
    return _portfolio(dossier, year, one) and any(
        value.year in (year - 1, year) and (value.target is not None or _recorded(value))
        for value in _values(dossier, one)
    )


def _regions(dossier: Dossier, year: int, one: CrossReference) -> bool:
    return _portfolio(dossier, year, one) and any(
        value.year == year and value.organisation_id is not None and _recorded(value) for value in _values(dossier, one)
    )


def _values(dossier: Dossier, one: CrossReference) -> Iterator[IndicatorValue]:
    """The values of a report; those per organisation only of indicators that are counted so."""
    report = dossier.get(PortfolioReport, one.record_id)
    for indicator in views.indicators(dossier, report) if report else ():
        for value in dossier.where(IndicatorValue, "indicator_id", indicator.id):
            if value.organisation_id is None or indicator.scope is Scope.ORGANISATION:
                yield value


def _recorded(value: IndicatorValue) -> bool:
    return value.actual is not None or value.missing is not MissingReason.NONE


def _chart(dossier: Dossier, year: int, one: CrossReference) -> bool:
    """Whether an indicator can have a chart: one was not refused, and there are numbers to draw."""
    indicator = dossier.get(Indicator, one.record_id)
    if indicator is None or indicator.chart is IndicatorChart.NONE or not views.settings(dossier).charts:
        return False
    values = dossier.where(IndicatorValue, "indicator_id", indicator.id)
    years = {value.year for value in values if value.actual is not None and (value.year or year) <= year}
    enough = _TWO_YEARS if indicator.chart in (IndicatorChart.AUTOMATIC, IndicatorChart.YEARS) else 1
    of_year = views.year_of(dossier, year)
    shown = of_year is not None and counting_report(dossier, indicator, of_year.id) is not None
    return shown and len(years) >= enough


def _picture(dossier: Dossier, year: int, one: CrossReference) -> bool:
    picture = dossier.get(Picture, one.record_id)
    if picture is None or not media_type(picture.content):
        return False
    return _of_year(dossier, year, dossier.get(PortfolioReport, picture.report_id))


_PRESENT: Mapping[Part, Callable[[Dossier, int, CrossReference], bool]] = {
    Part.GOAL: _goal,
    Part.PORTFOLIO: _portfolio,
    Part.ACTIVITIES: _activities,
    Part.FIGURES: _figures,
    Part.REGIONS: _regions,
    Part.CHART: _chart,
    Part.PICTURE: _picture,
}
