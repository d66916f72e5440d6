"""The edits that people make, as changes: one function per intention.

Values are normalised here, so every caller may pass what a person typed.
"""

from dataclasses import replace
from decimal import Decimal
from typing import Any, TypeVar

from riec_desktop.dossier.changes import AddRecord, Change, apply_changes, set_field
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Value, specs
from riec_desktop.dossier.keys import value_id
from riec_desktop.dossier.normal import normalise
from riec_desktop.dossier.order import STEP, position_at
from riec_desktop.dossier.record import new_id
from riec_desktop.dossier.records import IndicatorValue, Portfolio, PortfolioReport, Record, ReportYear, StrategicGoal
from riec_desktop.dossier.views import reports_of_goal

R = TypeVar("R", bound=Record)

CLIENT = "hoofdenoverleg RIEC-LIEC"


def set_value(dossier: Dossier, record: Record, field: str, value: Value) -> tuple[Change, ...]:
    """Give a field of a record a value; the record is added first when the dossier does not hold it yet.

    So an answer, a goal's text or a figure that nobody wrote before comes into being with its first word.
    """
    normal = normalise(specs(type(record))[field].kind, value)
    held = dossier.get(type(record), record.id)
    if held is not None:
        return set_field(held, field, normal)
    if getattr(record, field) == normal:
        return ()
    update: dict[str, Any] = {field: normal}
    return (AddRecord(replace(record, **update)),)


def normal_record(record: R) -> R:
    """The record with every value in its kept form."""
    values: dict[str, Any] = {
        name: normalise(spec.kind, getattr(record, name)) for name, spec in specs(type(record)).items()
    }
    return replace(record, **values)


def add(record: Record) -> tuple[Change, ...]:
    """Add a record."""
    return (AddRecord(normal_record(record)),)


def siblings(dossier: Dossier, record: R) -> tuple[R, ...]:
    """The records of one type that stand in one order with this one: those with the same owners (and goal)."""
    kind = type(record)
    fields = [spec.name for spec in specs(kind).values() if spec.owner]
    if isinstance(record, PortfolioReport):
        fields = ["year_id", "goal_id"]
    return tuple(
        one for one in dossier.all(kind) if all(getattr(one, name) == getattr(record, name) for name in fields)
    )


def end_position(dossier: Dossier, record: Record) -> Decimal:
    """The position after the last sibling."""
    others: Any = siblings(dossier, record)
    return position_at(others, len(others))


def add_at_end(dossier: Dossier, record: Record) -> tuple[Change, ...]:
    """Add a record with a position after all its siblings."""
    update: dict[str, Any] = {"position": end_position(dossier, record)}
    return add(replace(record, **update))


def move(dossier: Dossier, record: Record, index: int) -> tuple[Change, ...]:
    """Put a record at this place among its siblings (0 = first).

    Two that came at one place, as after a merge, leave no room between them: then the whole row gets new positions.
    """
    others: Any = tuple(one for one in siblings(dossier, record) if one.id != record.id)
    at = max(0, min(index, len(others)))
    if 0 < at < len(others) and others[at - 1].position >= others[at].position:
        row = (*others[:at], record, *others[at:])
        return tuple(change for place, one in enumerate(row, 1) for change in set_field(one, "position", STEP * place))
    return set_field(record, "position", position_at(others, at))


def add_portfolio(dossier: Dossier, year: ReportYear, goal: StrategicGoal, name: str) -> tuple[Change, ...]:
    """A new portfolio with its report for this year, last under its goal."""
    portfolio = Portfolio(id=new_id(), name=name)
    others = reports_of_goal(dossier, year, goal)
    report = PortfolioReport(
        id=new_id(),
        year_id=year.id,
        portfolio_id=portfolio.id,
        goal_id=goal.id,
        client=CLIENT,
        position=position_at(others, len(others)),
    )
    return (*add(portfolio), *add(report))


def figure(dossier: Dossier, indicator_id: str, year: int, organisation_id: str | None) -> IndicatorValue:
    """The value of an indicator for a year and organisation; an empty one when nobody filled it in."""
    held = dossier.where(IndicatorValue, "indicator_id", indicator_id)
    found = next((one for one in held if one.year == year and one.organisation_id == organisation_id), None)
    return found or IndicatorValue(
        id=value_id(indicator_id, year, organisation_id),
        indicator_id=indicator_id,
        year=year,
        organisation_id=organisation_id,
    )


def applied(dossier: Dossier, changes: tuple[Change, ...]) -> Dossier:
    """The dossier after changes that were made from it."""
    return apply_changes(dossier, changes).dossier
