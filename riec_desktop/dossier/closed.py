"""A closed year can be read, not changed, until somebody opens it again. Which changes that forbids is decided here."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from riec_desktop.dossier.changes import AddRecord, Change, RemoveRecord, SetField
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Comment, IndicatorValue, PortfolioReport, Record, ReportYear
from riec_desktop.dossier.views import comment_subject


def closed_year(dossier: Dossier, changes: Iterable[Change], *, opening: bool = False) -> ReportYear | None:
    """The closed year of this dossier that one of these changes would alter; None when all of them are allowed.

    With `opening`, changes that open the year themselves may alter it too, as the work of a colleague who did that.
    """
    closed = {one.id: one for one in dossier.where(ReportYear, "state", YearState.CLOSED)}
    if not closed:
        return None
    changes = tuple(changes)
    if opening:
        closed = {year_id: one for year_id, one in closed.items() if year_id not in opened_years(changes)}
    touched = (year_id for change in changes for year_id in _years(dossier, change))
    return next((closed[year_id] for year_id in touched if year_id in closed), None)


def opened_years(changes: Iterable[Change]) -> frozenset[str]:
    """The ids of the years that these changes open."""
    return frozenset(
        change.record_id
        for change in changes
        if isinstance(change, SetField) and change.kind is ReportYear and change.new is YearState.OPEN
    )


def _years(dossier: Dossier, change: Change) -> Iterator[str | None]:
    """The ids of the years that a change alters: that of the record before and after it."""
    match change:
        case AddRecord() | RemoveRecord():
            yield year_id_of(dossier, change.record)
        case SetField(field="state") if change.kind is ReportYear:
            return
        case SetField():
            record = dossier.get(change.kind, change.record_id)
            if record is not None:
                yield year_id_of(dossier, record)
                update: dict[str, Any] = {change.field: change.new}
                yield year_id_of(dossier, replace(record, **update))


def year_id_of(dossier: Dossier, record: Record) -> str | None:
    """The id of the year that a record belongs to; None for what belongs to no year."""
    match record:
        case ReportYear():
            return record.id
        case IndicatorValue():
            year = dossier.first(ReportYear, "year", record.year)
            return year.id if year else None
        case Comment():
            about = comment_subject(dossier, record)
            return year_id_of(dossier, about) if about is not None else None
        case _:
            report = dossier.get(PortfolioReport, getattr(record, "report_id", None))
            return getattr(report or record, "year_id", None)
