"""The turn of the year: a new report year with the questionnaire and portfolios of the year before, without texts."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import AddRecord, Change
from riec_desktop.dossier.choices import PortfolioStatus, ReviewState, YearState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.keys import key_id
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import PortfolioReport, Question, ReportYear
from riec_desktop.errors import RiecError

_GONE_ON = (PortfolioStatus.PREPARING, PortfolioStatus.RUNNING)
"""A portfolio that was finished, merged or stopped has nothing to report a year later."""


def new_year(dossier: Dossier, year: int) -> tuple[Change, ...]:
    """The changes that add a report year: agenda, title, questions and portfolios as before, every text empty.

    It is copied from the newest earlier year; without one, it starts empty. Ids follow from the year, so that two
    people who both add it have the same records. Raises `RiecError` (`year.exists`).
    """
    if views.year_of(dossier, year) is not None:
        raise RiecError("year.exists", year=year)
    added = ReportYear(id=_free_id(dossier, year), year=year)
    before = next((one for one in views.years(dossier) if one.year and one.year < year), None)
    if before is None:
        return (AddRecord(added),)
    copied = replace(
        added,
        agenda_id=before.agenda_id,
        number=before.number,
        title=before.title,
        footer=before.footer.replace(str(before.year), str(year)),
        state=YearState.OPEN,
    )
    return (AddRecord(copied), *_questions(dossier, before, copied), *_reports(dossier, before, copied))


def _free_id(dossier: Dossier, year: int) -> str:
    """The id that the starting content has for this year, unless a year that got another number has it already."""
    names = (f"jaar-{year}-{number}" if number > 1 else f"jaar-{year}" for number in count(1))
    ids = (natural_id(ReportYear.__name__, name) for name in names)
    return next(one for one in ids if dossier.get(ReportYear, one) is None)


def _questions(dossier: Dossier, before: ReportYear, added: ReportYear) -> Iterator[Change]:
    for question in views.questions(dossier, before.id):
        yield AddRecord(replace(question, id=natural_id(Question.__name__, added.id, question.id), year_id=added.id))


def _reports(dossier: Dossier, before: ReportYear, added: ReportYear) -> Iterator[Change]:
    for report in dossier.where(PortfolioReport, "year_id", before.id):
        if report.status in _GONE_ON:
            yield AddRecord(_without_progress(report, added.id))


def _without_progress(report: PortfolioReport, year_id: str) -> PortfolioReport:
    """The report with its place, roles and status, of which nothing is delivered yet."""
    return replace(
        report,
        id=key_id(PortfolioReport, year_id, report.portfolio_id),
        year_id=year_id,
        name_then="",
        deadline=None,
        review=ReviewState.EMPTY,
        reviewed_by="",
        reviewed_on=None,
    )
