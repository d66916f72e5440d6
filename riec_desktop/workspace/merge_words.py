"""What a merge says in Dutch: values, whole records with their parts, and places in an order."""

from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.edits import siblings
from riec_desktop.dossier.fields import FieldSpec, Kind, Value, owner_specs, specs
from riec_desktop.dossier.records import Organisation, Portfolio, Record, ReportYear, StrategicGoal
from riec_desktop.workspace.names import NAME_FIELDS, display_name
from riec_desktop.workspace.shown import filled_fields, value_text
from riec_desktop.workspace.whereabouts import STEP, whereabouts

SAME_NAME = "In uw dossier staat al een {what} met de naam ‘{name}’. Neemt u deze over, dan staan er twee."
_SAME_YEAR = "In uw dossier staat al een verslagjaar {name}. Neemt u dit over, dan staan er twee."
_NAMED: tuple[type[Record], ...] = (Organisation, Portfolio, StrategicGoal, ReportYear)
"""Types of which two with one name are hardly ever meant."""
_MOST = 20_000
"""Characters of a record with its parts that are shown; more than anybody reads here."""


def field_text(dossier: Dossier, record: Record, field: str, value: Value) -> str:
    """The value of a field as a person reads it; of a position the neighbour."""
    if field == "position":
        return _order_text(dossier, record)
    return value_text(dossier, record, specs(type(record))[field], value)


def told_apart(field: FieldSpec, texts: Sequence[str], values: Sequence[Value]) -> list[str]:
    """Texts that differ where the values do: looks as they are written, files by their size."""
    if len(set(texts)) > 1 or len(set(values)) == 1:
        return list(texts)
    if field.kind is Kind.RICH:
        return [str(value) for value in values]
    if field.kind is Kind.DATA:
        return [f"(een bestand van {len(cast('bytes', value))} bytes)" for value in values]
    return list(texts)


def _order_text(dossier: Dossier, record: Record) -> str:
    held = dossier.get(type(record), record.id)
    if held is None:
        return ""
    row = siblings(dossier, held)
    at = [one.id for one in row].index(held.id)
    return "als eerste" if at == 0 else f"na ‘{display_name(dossier, row[at - 1])}’"


def record_text(dossier: Dossier, records: Iterable[Record]) -> str:
    """A record and, after it, its parts: each with its fields, a line each."""
    return "\n".join(_record_lines(dossier, tuple(records)))[:_MOST]


def _record_lines(dossier: Dossier, records: tuple[Record, ...]) -> Iterator[str]:
    for at, record in enumerate(records):
        if at:
            yield ""
            yield whereabouts(dossier, record)
        yield from (f"{label}: {text}" for label, text in filled_fields(dossier, record))


def record_place(dossier: Dossier, record: Record) -> tuple[str, str]:
    """Where a whole record stands and what it is: ('Mensenhandel 2023', 'Activiteit Themadag')."""
    *above, last = whereabouts(dossier, record).split(STEP)
    return (STEP.join(above) or capitalised(record.label), last)


def name_doubt(ours: Dossier, theirs: Dossier, record: Record) -> str:
    """A Dutch sentence when something else of ours has this name already, else ''."""
    kind = type(record)
    if kind not in _NAMED:
        return ""
    field = "year" if kind is ReportYear else NAME_FIELDS[kind]
    name = getattr(record, field)
    owners = [spec.name for spec in owner_specs(kind)]
    same = (one for one in ours.where(kind, field, name) if theirs.get(kind, one.id) is None)
    twins = [one for one in same if all(getattr(one, owner) == getattr(record, owner) for owner in owners)]
    if not name or not twins:
        return ""
    template = _SAME_YEAR if kind is ReportYear else SAME_NAME
    return template.format(what=kind.label, name=name)
