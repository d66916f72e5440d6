"""Where a record of any year can be seen and edited: its field, the year that must be shown, and the page."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Change, SetField
from riec_desktop.dossier.closed import year_id_of
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Comment, Portfolio, PortfolioReport, Record, ReportYear, StrategicGoal
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.places import PageId, Place, place_of_record


@dataclass(frozen=True, slots=True)
class Landing:
    """A spot, its year ('' for any), and its page where that is not the usual one (see `places`)."""

    spot: Spot
    year_id: str
    place: Place | None = None


def landing(dossier: Dossier, record: Record, field: str, year_id: str) -> Landing:
    """Where to go for a field of a record ('' for the record as a whole), from a year that is shown."""
    spot = Spot(type(record).__name__, record.id, field)
    match record:
        case Comment():
            return _landing_of_comment(dossier, record, year_id)
        case Portfolio():
            held = {one.year_id for one in dossier.where(PortfolioReport, "portfolio_id", record.id)}
            return Landing(spot, _year_among(dossier, held, year_id))
        case StrategicGoal():
            held = {one.id for one in dossier.where(ReportYear, "agenda_id", record.agenda_id)}
            return Landing(spot, _year_among(dossier, held, year_id), Place(PageId.GOAL, record.id))
        case PortfolioReport() if field == "name_then":
            return Landing(spot, record.year_id or "", Place(PageId.PORTFOLIOS))
        case _:
            year = dossier.get(ReportYear, year_id_of(dossier, record))
            return Landing(spot, year.id if year else "")


def _landing_of_comment(dossier: Dossier, comment: Comment, year_id: str) -> Landing:
    """The field that a comment is about, also of a record that nobody wrote yet."""
    about = views.comment_subject(dossier, comment)
    year = dossier.get(ReportYear, year_id_of(dossier, about)) if about is not None else None
    spot = Spot(comment.kind, comment.record_id, comment.field)
    return Landing(spot, year.id if year else "", place_of_record(dossier, comment, year.id if year else year_id))


def landing_of_change(dossier: Dossier, change: Change, year_id: str) -> Landing:
    """Where a change can be seen, from a year that is shown; also when its record is gone."""
    field = change.field if isinstance(change, SetField) else ""
    record = dossier.get(change.kind, change.record_id) if isinstance(change, SetField) else change.record
    if record is None:
        return Landing(Spot("", ""), "", Place(PageId.OVERVIEW))
    there = landing(dossier, record, field, year_id)
    return replace(there, place=there.place or place_of_record(dossier, record, there.year_id or year_id))


def _year_among(dossier: Dossier, held: Collection[str | None], year_id: str) -> str:
    """The year that is shown when it is one of these, else the newest of them."""
    newest = next((one.id for one in views.years(dossier) if one.id in held), "")
    return year_id if year_id in held else newest
