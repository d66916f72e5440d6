"""The documented JSON form of a dossier, for others to feed and test it (schema: resources/dossier.schema.json).

    {"format": "riec-dossier", "version": 1, "records": {"Organisation": [{"id": "riec-limburg", "kind": "riec"}]}}

An id is a UUID or a readable name; a readable name becomes the UUID that follows from it, everywhere it is referred to,
also in a linked number. Records that are identified by what they are about (`keys`) need no id. A field that is left
out has its default value. Writing leaves out what is default, so `dossier_from_json(dossier_to_json(d)) == d`.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from riec_desktop.dossier.codec import WrongValueError, json_reader, read_id, to_json
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.fields import FieldSpec, Kind, Value, specs
from riec_desktop.dossier.keys import NATURAL_KEYS, key_id
from riec_desktop.dossier.linked import LinkedCount, LinkedNumber
from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import (
    RECORD_TYPES,
    SETTINGS_ID,
    TYPE_BY_NAME,
    Indicator,
    Organisation,
    Portfolio,
    Record,
    Settings,
)
from riec_desktop.dossier.references import REFERRED
from riec_desktop.dossier.richtext import CrossReference, RichBlock, Run
from riec_desktop.dossier.text import clean
from riec_desktop.errors import RiecError

T = TypeVar("T")

FORMAT = "riec-dossier"
VERSION = 1

_UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHOWN = 80


# --- Writing ---------------------------------------------------------------------------------------------------------


def record_to_json(record: Record) -> dict[str, Any]:
    """One record as plain JSON: its id and every field that is not default."""
    found = {name: (spec, cast("Value", getattr(record, name))) for name, spec in specs(type(record)).items()}
    return {"id": record.id, **{n: to_json(spec, v) for n, (spec, v) in found.items() if v != spec.default}}


def dossier_to_json(dossier: Dossier) -> dict[str, Any]:
    """A dossier as plain JSON, record types and records in their order; types without records are left out."""
    filled = (kind for kind in RECORD_TYPES if dossier.rows(kind))
    records = {kind.__name__: [record_to_json(record) for record in dossier.all(kind)] for kind in filled}
    return {"format": FORMAT, "version": VERSION, "records": records}


# --- Reading ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A record as read, and where it stood; `plain` is kept to name a wrong reference as it was written."""

    record: Record
    plain: Mapping[str, object]
    place: str


def dossier_from_json(*documents: object, exact: bool = False) -> Dossier:
    """The dossier of one document, or of several in order: a later record replaces one of the same type and id.

    `documents` are what `json.load` gives. `exact` is for what this program wrote itself: ids stay as they are, and a
    reference may point to what is gone, as it may in a dossier. Raises `RiecError` with a code `json.…` that names the
    place.
    """
    merged = {
        (type(one.record), one.record.id): one for document in documents for one in _entries(document, exact=exact)
    }
    for entry in merged.values() if not exact else ():
        _check_references(entry, merged)
    return dossier_of(entry.record for entry in merged.values())


def record_from_json(kind: type[Record], plain: object, place: str, *, exact: bool = False) -> Record:
    """One record from plain JSON. `place` names it in an error, for example `records › Answer › 3`."""
    fields = _object(plain, place)
    values = {name: _field(kind, name, fields[name], place, exact=exact) for name in fields if name != "id"}
    build = cast("Any", kind)
    record_id = _read(read_id, fields.get("id"), f"{place} › id") if exact else _id(kind, fields, values, place)
    return build(id=record_id, **values)


def _entries(document: object, *, exact: bool) -> Iterator[_Entry]:
    """The records of one document, in which no id may stand twice for one type."""
    seen: set[tuple[type[Record], str]] = set()
    for kind, number, plain in _listed(document):
        place = f"records › {kind.__name__} › {number}"
        record = record_from_json(kind, plain, place, exact=exact)
        if (kind, record.id) in seen:
            raise RiecError("json.duplicate_id", place=place, id=_written_id(plain, record))
        seen.add((kind, record.id))
        yield _Entry(record=record, plain=cast("Mapping[str, object]", plain), place=place)


def _listed(document: object) -> Iterator[tuple[type[Record], int, object]]:
    """Type, number (from 1) and content of every record of a document."""
    for name, listed in _records(document).items():
        if name not in TYPE_BY_NAME:
            raise RiecError("json.unknown_type", name=_shown(name), known=", ".join(TYPE_BY_NAME))
        if not isinstance(listed, list):
            raise _wrong(f"records › {name}", "een lijst", listed)
        for number, plain in enumerate(cast("list[object]", listed), start=1):
            yield TYPE_BY_NAME[name], number, plain


def _records(document: object) -> Mapping[str, object]:
    if not isinstance(document, dict):
        raise RiecError("json.no_form")
    form = cast("Mapping[str, object]", document)
    version = form.get("version")
    if form.get("format") != FORMAT or not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise RiecError("json.no_form")
    if version > VERSION:
        raise RiecError("json.newer", version=version)
    return _object(form.get("records"), "records")


def _object(plain: object, place: str) -> Mapping[str, object]:
    if not isinstance(plain, dict):
        raise _wrong(place, "een object met velden", plain)
    return cast("Mapping[str, object]", plain)


def _read(read: Callable[[object], T], plain: object, place: str) -> T:
    try:
        return read(plain)
    except WrongValueError as error:
        raise _wrong(place, error.expected, error.found) from error


def _field(kind: type[Record], name: str, plain: object, place: str, *, exact: bool) -> Value:
    spec = specs(kind).get(name)
    if spec is None:
        raise RiecError("json.unknown_field", place=place, field=_shown(name), known=", ".join(("id", *specs(kind))))
    value = _read(json_reader(spec), plain, f"{place} › {name}")
    return value if exact else _with_ids(spec, value)


def _id(kind: type[Record], fields: Mapping[str, object], values: Mapping[str, Value], place: str) -> str:
    if kind is Settings:
        return _settings_id(fields, place)
    if "id" in fields:
        return _explicit_id(kind, fields["id"], place)
    if kind not in NATURAL_KEYS:
        raise RiecError("json.no_id", place=place)
    return key_id(kind, *(_key_part(values.get(field)) for field in NATURAL_KEYS[kind]))


def _key_part(value: Value) -> str | None:
    return None if value is None else str(value)


def _explicit_id(kind: type[Record], plain: object, place: str) -> str:
    return stable_id(kind.__name__, _read(read_id, plain, f"{place} › id"))


def _settings_id(fields: Mapping[str, object], place: str) -> str:
    if fields.get("id", SETTINGS_ID) != SETTINGS_ID:
        raise _wrong(f"{place} › id", f'"{SETTINGS_ID}"', fields["id"])
    return SETTINGS_ID


# --- Ids and references ----------------------------------------------------------------------------------------------


def stable_id(kind_name: str, written: str) -> str:
    """The id that is kept for an id as written: a UUID stays, a readable name becomes the UUID that follows from it."""
    if _UUID.fullmatch(written) or (kind_name == Settings.__name__ and written == SETTINGS_ID):
        return written
    return natural_id(kind_name, written)


def _with_ids(spec: FieldSpec, value: Value) -> Value:
    """The value with every readable id in it made stable."""
    match value:
        case tuple() if spec.kind is Kind.REFS:
            return tuple(stable_id(spec.to, str(one)) for one in value)
        case str() if spec.kind is Kind.REF:
            return stable_id(spec.to, value)
        case str() if spec.kind is Kind.RICH and any(start in value for start in ("{cijfer:", "{aantal:", "{zie:")):
            return write(_block_with_ids(block) for block in parse(value))
        case _:
            return value


def _block_with_ids(block: RichBlock) -> RichBlock:
    return replace(block, runs=tuple(_run_with_ids(run) for run in block.runs))


def _run_with_ids(run: Run) -> Run:
    match run.linked:
        case LinkedNumber():
            return replace(run, linked=_number_with_ids(run.linked))
        case LinkedCount():
            return replace(run, linked=_count_with_ids(run.linked))
        case CrossReference(part, record_id):
            return replace(run, linked=replace(run.linked, record_id=stable_id(REFERRED[part].__name__, record_id)))
        case None:
            return run


def _number_with_ids(number: LinkedNumber) -> LinkedNumber:
    return replace(
        number,
        indicator_id=stable_id(Indicator.__name__, number.indicator_id),
        organisation_id=_optional_id(Organisation, number.organisation_id),
    )


def _count_with_ids(count: LinkedCount) -> LinkedCount:
    return replace(
        count,
        portfolio_id=_optional_id(Portfolio, count.portfolio_id),
        organisation_id=_optional_id(Organisation, count.organisation_id),
    )


def _optional_id(kind: type[Record], written: str | None) -> str | None:
    return written and stable_id(kind.__name__, written)


def _check_references(entry: _Entry, known: Mapping[tuple[type[Record], str], _Entry]) -> None:
    """A linked number may name what is gone (a finding tells), a reference may not."""
    for name, spec in specs(type(entry.record)).items():
        for written in _references(spec, entry.plain.get(name)):
            if (TYPE_BY_NAME[spec.to], stable_id(spec.to, written)) not in known:
                raise RiecError("json.no_record", place=f"{entry.place} › {name}", found=_shown(written), kind=spec.to)


def _references(spec: FieldSpec, plain: object) -> Iterable[str]:
    """The ids in a reference field as written; the field has been read without error."""
    if plain is None or not spec.to:
        return ()
    return cast("Sequence[str]", plain) if spec.kind is Kind.REFS else (cast("str", plain),)


# --- Errors ----------------------------------------------------------------------------------------------------------


def _wrong(place: str, expected: str, found: object) -> RiecError:
    return RiecError("json.wrong_value", place=place, expected=expected, found=_shown(found))


def _shown(plain: object) -> str:
    """What stands there, as JSON spells it, not too long for a sentence."""
    text = clean(json.dumps(plain, ensure_ascii=False, default=str))
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _written_id(plain: object, record: Record) -> str:
    return str(cast("Mapping[str, object]", plain).get("id", record.id))
