"""The turn of the year: a plan for a new report year as the changes of one step.

Last year is closed and otherwise left as it is; every text of the new year is empty, and what last year promised for it
waits for an answer.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import AddRecord, Change, apply_changes, set_field, set_fields
from riec_desktop.dossier.choices import ReviewState, YearState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import CLIENT, normal_record
from riec_desktop.dossier.keys import key_id
from riec_desktop.dossier.lineage import organisation_in, report_in
from riec_desktop.dossier.promises import take_over
from riec_desktop.dossier.records import Indicator, Organisation, Portfolio, PortfolioReport, ReportYear
from riec_desktop.dossier.rollover_plan import Fate, Rollover, numbered
from riec_desktop.errors import RiecError


def rollover_changes(dossier: Dossier, plan: Rollover) -> tuple[Change, ...]:
    """The changes that begin the year of a plan. Raises `RiecError` (`year.exists`) when the dossier has it by now."""
    if views.year_of(dossier, plan.year) is not None:
        raise RiecError("year.exists", year=plan.year)
    changes = (*_frame(plan), *_portfolios(dossier, plan), *_indicators(dossier, plan))
    return (*changes, *_promises(dossier, plan, changes), *_closing(plan))


def rolled_over(dossier: Dossier, plan: Rollover) -> Dossier:
    """The dossier as it will be, to show names and texts of. Raises as `rollover_changes`."""
    return apply_changes(dossier, rollover_changes(dossier, plan)).dossier


def _frame(plan: Rollover) -> Iterator[Change]:
    """The year itself, its agenda and its questionnaire."""
    yield AddRecord(normal_record(_report_year(plan)))
    if plan.new_agenda and plan.agenda is not None:
        new = (plan.agenda, *numbered(plan.goals), *numbered(plan.steps))
        yield from (AddRecord(normal_record(one)) for one in new)
    yield from (AddRecord(normal_record(one)) for one in numbered(plan.questions))


def _report_year(plan: Rollover) -> ReportYear:
    added = ReportYear(
        id=plan.year_id, year=plan.year, agenda_id=plan.agenda.id if plan.agenda else None, state=YearState.OPEN
    )
    before = plan.before
    if before is None:
        return added
    footer = before.footer.replace(str(before.year), str(plan.year))
    return replace(added, number=before.number, title=before.title, footer=footer)


# --- Portfolios ------------------------------------------------------------------------------------------------------


def _portfolios(dossier: Dossier, plan: Rollover) -> Iterator[Change]:
    for fate in numbered(plan.fates):
        yield from _portfolio(dossier, fate)
        if fate.listed:
            yield AddRecord(normal_record(_report(dossier, plan, fate)))


def _portfolio(dossier: Dossier, fate: Fate) -> Iterator[Change]:
    """Where a portfolio went, and what it goes on with; its name of other years stays what it was."""
    held = dossier.get(Portfolio, fate.id)
    if held is None:
        yield AddRecord(
            normal_record(
                Portfolio(id=fate.id, name=fate.name, follows_id=fate.follows_id, merged_into_id=fate.merged_into_id)
            )
        )
    else:
        yield from set_fields(held, merged_into_id=fate.merged_into_id, follows_id=fate.follows_id)


def _report(dossier: Dossier, plan: Rollover, fate: Fate) -> PortfolioReport:
    """The report of the new year: the roles of the year before, of which nothing is delivered yet."""
    before = report_in(dossier, fate.id, plan.before.id if plan.before else None)
    held = dossier.get(Portfolio, fate.id)
    renamed = held is not None and held.name != fate.name
    return replace(
        _in_year(dossier, before, plan.year) if before else PortfolioReport(id="", client=CLIENT),
        id=key_id(PortfolioReport, plan.year_id, fate.id),
        year_id=plan.year_id,
        portfolio_id=fate.id,
        goal_id=fate.goal_id,
        name_then=fate.name if renamed else "",
        holder=_renamed(before.holder, views.report_name(dossier, before), fate.name) if before else "",
        status=fate.status,
        deadline=None,
        review=ReviewState.EMPTY,
        reviewed_by="",
        reviewed_on=None,
        position=fate.position,
    )


def _in_year(dossier: Dossier, report: PortfolioReport, year: int) -> PortfolioReport:
    """The report with the organisations under the names that hold in a year, also where a role names one."""
    return replace(
        report,
        organisation_ids=_now(dossier, report.organisation_ids, year),
        partner_ids=_now(dossier, report.partner_ids, year),
        contractor=_role_now(dossier, report.contractor, year),
    )


def _now(dossier: Dossier, organisation_ids: tuple[str, ...], year: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(organisation_in(dossier, one, year) for one in organisation_ids))


def _role_now(dossier: Dossier, role: str, year: int) -> str:
    """'hoofd RIEC Noord' under the name that the organisation has by then."""
    for one in dossier.all(Organisation):
        now = dossier.get(Organisation, organisation_in(dossier, one.id, year))
        if now is not None and now.id != one.id and one.name and one.name in role:
            return _renamed(role, one.name, now.name)
    return role


def _renamed(text: str, old: str, new: str) -> str:
    """The text with a name in it replaced, where it is not part of a longer word."""
    return re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", lambda _: new, text) if old else text


# --- The rest --------------------------------------------------------------------------------------------------------


def _indicators(dossier: Dossier, plan: Rollover) -> Iterator[Change]:
    """An indicator that stops keeps the figures that it has."""
    for one in plan.countings:
        indicator = dossier.get(Indicator, one.id)
        if indicator is not None and not one.goes_on and plan.before is not None:
            yield from set_field(indicator, "last_year", plan.before.year)


def _promises(dossier: Dossier, plan: Rollover, changes: tuple[Change, ...]) -> Iterator[Change]:
    """What last year promised, with each report of the new year that answers it."""
    after = apply_changes(dossier, changes).dossier
    for report in after.where(PortfolioReport, "year_id", plan.year_id):
        yield from take_over(after, report)


def _closing(plan: Rollover) -> tuple[Change, ...]:
    return set_field(plan.before, "state", YearState.CLOSED) if plan.before and plan.close else ()
