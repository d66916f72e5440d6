"""Values and records as a person reads them, in the dossier that they belong to."""

from collections.abc import Iterator
from typing import cast

from riec_desktop.dossier.closed import year_id_of
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import FieldSpec, Kind, Value, specs
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import TYPE_BY_NAME, Record, ReportYear
from riec_desktop.dossier.richtext import plain_text
from riec_desktop.figures.shown import linked_text
from riec_desktop.workspace.names import display_name
from riec_desktop.workspace.values import show

_FOR_THE_PROGRAM = ("position", "record_id", "changeset_id", "digest")
"""Fields that say nothing to a reader."""


def value_text(dossier: Dossier, record: Record | None, spec: FieldSpec, value: Value) -> str:
    """A value as a person reads it; '' for nothing."""
    match spec.kind:
        case Kind.RICH:
            year = dossier.get(ReportYear, year_id_of(dossier, record)) if record is not None else None
            number = year.year if year else None
            return plain_text(parse(str(value)), lambda linked: linked_text(dossier, linked, number))
        case Kind.REF | Kind.REFS:
            found = dossier.many(TYPE_BY_NAME[spec.to], _ids(value))
            return show(spec.kind, value, {one.id: display_name(dossier, one) for one in found})
        case Kind.DATA:
            return "(een bestand)" if value else ""
        case _:
            return show(spec.kind, value, {})


def _ids(value: Value) -> tuple[str, ...]:
    return cast("tuple[str, ...]", value) if isinstance(value, tuple) else (str(value),)


def filled_fields(dossier: Dossier, record: Record) -> Iterator[tuple[str, str]]:
    """Label and text of every field that says something to a reader."""
    for name, spec in specs(type(record)).items():
        value = cast("Value", getattr(record, name))
        text = value_text(dossier, record, spec, value)
        if text and name not in _FOR_THE_PROGRAM and value != spec.default:
            yield spec.label, text
