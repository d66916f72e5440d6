"""The tables of an export: one CSV file per record type, as Excel on a Dutch computer opens it with a double click.

UTF-8 with a byte order mark (without it Excel reads another encoding), semicolons (the list separator of Dutch
Windows), commas in numbers. Text that a spreadsheet would compute gets an apostrophe in front, as in the clipboard.
Tables are for people and other programs; what is read back is the JSON form beside them.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import cast

from riec_desktop.dossier.codec import decimal_text, to_json
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import FieldSpec, Kind, Value, specs
from riec_desktop.dossier.records import RECORD_TYPES, Record
from riec_desktop.files import file_name_part
from riec_desktop.workspace.shown import value_text

_TEXTS = (Kind.LINE, Kind.TEXT, Kind.RICH, Kind.LINES)
_COMPUTED = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet takes for a formula: OWASP, CSV injection."""


def csv_tables(dossier: Dossier) -> Mapping[str, bytes]:
    """File name → content of the tables of the record types that the dossier has records of."""
    return {f"{file_name_part(kind.label)}.csv": _table(dossier, kind) for kind in RECORD_TYPES if dossier.rows(kind)}


def _table(dossier: Dossier, kind: type[Record]) -> bytes:
    made = io.StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow(["id", *(head for spec in specs(kind).values() for head in _heads(spec))])
    for record in dossier.all(kind):
        writer.writerow([record.id, *_cells(dossier, record)])
    return b"\xef\xbb\xbf" + made.getvalue().encode("utf-8")


def _heads(spec: FieldSpec) -> Iterator[str]:
    """The label; a reference has a second column with what the names stand for."""
    yield spec.label
    if spec.to:
        yield f"{spec.label} (id)"


def _cells(dossier: Dossier, record: Record) -> Iterator[str]:
    for name, spec in specs(type(record)).items():
        value = cast("Value", getattr(record, name))
        yield _cell(dossier, record, spec, value)
        if spec.to:
            plain = to_json(spec, value)
            yield "; ".join(plain) if isinstance(plain, list) else str(plain or "")


def _cell(dossier: Dossier, record: Record, spec: FieldSpec, value: Value) -> str:
    match spec.kind:
        case Kind.DECIMAL:
            return "" if value is None else decimal_text(cast("Decimal", value)).replace(".", ",")
        case Kind.RICH:
            text = str(value)
        case Kind.DATA:
            return f"{len(cast('bytes', value))} bytes" if value else ""
        case _:
            text = value_text(dossier, record, spec, value)
    return f"'{text}" if spec.kind in _TEXTS and text.startswith(_COMPUTED) else text
