"""Counts of what a year has: portfolios, regions, activities, boxes, for sentences that name how many there are."""

from collections.abc import Callable, Iterator, Mapping

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import ActivityState, OrganisationKind, PortfolioStatus
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.linked import Counted, LinkedCount
from riec_desktop.dossier.records import Activity, Callout, Organisation, PortfolioReport, ReportYear

NOUNS: Mapping[Counted, tuple[str, str]] = {
    Counted.PORTFOLIOS: ("portefeuille", "portefeuilles"),
    Counted.RUNNING: ("lopende portefeuille", "lopende portefeuilles"),
    Counted.REGIONS: ("regio", "regio’s"),
    Counted.ACTIVITIES: ("activiteit", "activiteiten"),
    Counted.FINISHED: ("afgeronde activiteit", "afgeronde activiteiten"),
    Counted.CALLOUTS: ("kadertekst", "kaderteksten"),
    Counted.PARTNERS: ("partner", "partners"),
    Counted.GOALS: ("doel", "doelen"),
}
"""What one and many of them are called."""

_Ids = Iterator[str]


def count_of(dossier: Dossier, linked: LinkedCount, year: int | None) -> int | None:
    """How many there are; None for a year that the dossier has no chapter of."""
    wanted = linked.year or year
    found = views.year_of(dossier, wanted) if wanted is not None else None
    return None if found is None else len(set(_COUNTERS[linked.counted](dossier, found, linked)))


def _reports(dossier: Dossier, year: ReportYear, linked: LinkedCount) -> Iterator[PortfolioReport]:
    for report in views.reports(dossier, year):
        if linked.portfolio_id in (None, report.portfolio_id):
            yield report


def _portfolios(dossier: Dossier, year: ReportYear, linked: LinkedCount) -> _Ids:
    """Those in which the organisation takes part."""
    for report in _reports(dossier, year, linked):
        if linked.organisation_id in (None, *report.organisation_ids):
            yield report.id


def _running(dossier: Dossier, year: ReportYear, linked: LinkedCount) -> _Ids:
    rows = dossier.rows(PortfolioReport)
    yield from (one for one in _portfolios(dossier, year, linked) if rows[one].status is PortfolioStatus.RUNNING)


def _activity_records(dossier: Dossier, year: ReportYear, linked: LinkedCount) -> Iterator[Activity]:
    for report in _reports(dossier, year, linked):
        for one in dossier.where(Activity, "report_id", report.id):
            if linked.organisation_id in (None, *one.organisation_ids):
                yield one


def _activities(dossier: Dossier, year: ReportYear, linked: LinkedCount) -> _Ids:
    yield from (one.id for one in _activity_records(dossier, year, linked))


def _finished(dossier: Dossier, year: ReportYear, linked: LinkedCount) -> _Ids:
    yield from (one.id for one in _activity_records(dossier, year, linked) if one.state is ActivityState.DONE)


def _callout_records(dossier: Dossier, year: ReportYear, linked: LinkedCount) -> Iterator[Callout]:
    for report in _reports(dossier, year, linked):
        for one in dossier.where(Callout, "report_id", report.id):
            if linked.organisation_id in (None, *one.organisation_ids):
                yield one


def _callouts(dossier: Dossier, year: ReportYear, linked: LinkedCount) -> _Ids:
    yield from (one.id for one in _callout_records(dossier, year, linked))


def _regions(dossier: Dossier, year: ReportYear, linked: LinkedCount) -> _Ids:
    """All RIECs of the year; of one portfolio those that take part in it, in an activity or in a box."""
    if linked.portfolio_id is None:
        yield from (one.id for one in views.riecs(dossier, year.year))
        return
    taking_part = (
        *_reports(dossier, year, linked),
        *_activity_records(dossier, year, linked),
        *_callout_records(dossier, year, linked),
    )
    for one in dossier.many(Organisation, (each for record in taking_part for each in record.organisation_ids)):
        if one.kind is OrganisationKind.RIEC:
            yield one.id


def _partners(dossier: Dossier, year: ReportYear, linked: LinkedCount) -> _Ids:
    taking_part = (*_reports(dossier, year, linked), *_activity_records(dossier, year, linked))
    ids = (each for record in taking_part for each in record.partner_ids)
    yield from (one.id for one in dossier.many(Organisation, ids))


def _goals(dossier: Dossier, year: ReportYear, _: LinkedCount) -> _Ids:
    yield from (one.id for one in views.goals(dossier, year))


_COUNTERS: Mapping[Counted, Callable[[Dossier, ReportYear, LinkedCount], _Ids]] = {
    Counted.PORTFOLIOS: _portfolios,
    Counted.RUNNING: _running,
    Counted.REGIONS: _regions,
    Counted.ACTIVITIES: _activities,
    Counted.FINISHED: _finished,
    Counted.CALLOUTS: _callouts,
    Counted.PARTNERS: _partners,
    Counted.GOALS: _goals,
}
