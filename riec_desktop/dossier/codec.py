"""A field's value as plain JSON or as one SQLite column, and back, by the field's kind.

The JSON form, the history and the tables of a dossier file all use this one translation. Reading is strict: a value
that does not fit raises `WrongValueError`, and the caller, who knows the record, says where it stands. Text is
normalised on the way in (`normal.normalise`), so that nothing else enters a dossier.
"""

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, cast

from riec_desktop.dossier.fields import FieldSpec, Kind, Value
from riec_desktop.dossier.normal import normalise
from riec_desktop.dossier.text import clean

Json = str | int | bool | list[str] | None
"""A value as plain JSON. Decimals, dates, times and data (base64) are text; a JSON number is read as a decimal too."""

Column = str | int | None
"""A value as SQLite keeps it: a list is JSON text, a flag is 0 or 1."""

ID_PATTERN = "[a-z0-9-]{1,60}"
DATE_PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
TIME_PATTERN = f"{DATE_PATTERN}T[0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}}(\\.[0-9]{{6}})?)?(Z|[+-][0-9]{{2}}:[0-9]{{2}})?"
DECIMAL_PATTERN = r"-?[0-9]{1,500}(\.[0-9]{1,500})?"
MAX_INTEGER = 2**53 - 1
"""The largest whole number that every JSON reader keeps exact (RFC 8259 section 6)."""

_MAX_EXPONENT = 400
_ID = re.compile(ID_PATTERN)
_DATE = re.compile(DATE_PATTERN)
_TIME = re.compile(TIME_PATTERN)
_DECIMAL = re.compile(DECIMAL_PATTERN)


class WrongValueError(ValueError):
    """A plain value that does not fit its field. `expected` is Dutch: 'een datum, bijvoorbeeld 2022-03-31'."""

    def __init__(self, expected: str, found: object) -> None:
        super().__init__(expected, found)
        self.expected = expected
        self.found = found


# --- Writing ---------------------------------------------------------------------------------------------------------


def decimal_text(value: Decimal) -> str:
    """The one spelling of a decimal: no exponent, no zeros at the end, no '-0'. Equal decimals have equal texts."""
    if not value.is_finite() or abs(value.adjusted()) > _MAX_EXPONENT:
        raise WrongValueError("een getal", value)
    text = format(value, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _same(value: Any) -> Any:
    return value


def _base64_text(value: bytes) -> str:
    return b64encode(value).decode("ascii")


def _time_text(value: datetime) -> str:
    return value.isoformat()


_TO_JSON: Mapping[Kind, Callable[[Any], Json]] = {
    Kind.LINE: _same,
    Kind.TEXT: _same,
    Kind.RICH: _same,
    Kind.LINES: list,
    Kind.INTEGER: _same,
    Kind.DECIMAL: decimal_text,
    Kind.DATE: date.isoformat,
    Kind.TIME: _time_text,
    Kind.FLAG: _same,
    Kind.CHOICE: str,
    Kind.CHOICES: lambda values: [str(value) for value in values],
    Kind.REF: _same,
    Kind.REFS: list,
    Kind.DATA: _base64_text,
}


def to_json(spec: FieldSpec, value: Value) -> Json:
    """A field's value as plain JSON. Raises `WrongValueError` for a decimal that has no sensible spelling."""
    return None if value is None else _TO_JSON[spec.kind](value)


def to_column(spec: FieldSpec, value: Value) -> Column:
    """A field's value as one SQLite column."""
    plain = to_json(spec, value)
    if isinstance(plain, list):
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    return int(plain) if isinstance(plain, bool) else plain


# --- Reading ---------------------------------------------------------------------------------------------------------


def read_id(plain: object) -> str:
    """An id as text: a UUID or a readable name of small letters, digits and hyphens."""
    if not isinstance(plain, str) or not _ID.fullmatch(plain):
        raise WrongValueError("een id van kleine letters, cijfers en streepjes (hoogstens 60 tekens)", plain)
    return plain


def _string(plain: object) -> str:
    if not isinstance(plain, str):
        raise WrongValueError("een tekst", plain)
    return plain


def _read_integer(plain: object) -> int:
    if not isinstance(plain, int) or isinstance(plain, bool) or abs(plain) > MAX_INTEGER:
        raise WrongValueError("een geheel getal", plain)
    return plain


def _read_decimal(plain: object) -> Decimal:
    if isinstance(plain, int | float) and not isinstance(plain, bool):
        return _decimal_of(Decimal(str(plain)), plain)
    if not isinstance(plain, str) or not _DECIMAL.fullmatch(plain):
        raise WrongValueError("een getal, bijvoorbeeld 12.5", plain)
    return Decimal(plain)


def _decimal_of(value: Decimal, plain: object) -> Decimal:
    if not value.is_finite() or abs(value.adjusted()) > _MAX_EXPONENT:
        raise WrongValueError("een getal, bijvoorbeeld 12.5", plain)
    return value


def _read_date(plain: object) -> date:
    expected = "een datum, bijvoorbeeld 2022-03-31"
    if not isinstance(plain, str) or not _DATE.fullmatch(plain):
        raise WrongValueError(expected, plain)
    try:
        return date.fromisoformat(plain)
    except ValueError:
        raise WrongValueError(expected, plain) from None


def _read_time(plain: object) -> datetime:
    expected = "een datum en tijd, bijvoorbeeld 2022-03-31T14:05:00"
    if not isinstance(plain, str) or not _TIME.fullmatch(plain):
        raise WrongValueError(expected, plain)
    try:
        return datetime.fromisoformat(plain)
    except ValueError:
        raise WrongValueError(expected, plain) from None


def _read_flag(plain: object) -> bool:
    if not isinstance(plain, bool):
        raise WrongValueError("true of false", plain)
    return plain


def _read_data(plain: object) -> bytes:
    try:
        return b64decode(_string(plain), validate=True)
    except ValueError as error:
        if isinstance(error, WrongValueError):
            raise
        raise WrongValueError("gegevens in base64", plain) from None


def _read_list(plain: object) -> list[object]:
    if not isinstance(plain, list):
        raise WrongValueError("een lijst", plain)
    return cast("list[object]", plain)


def _choice_reader(spec: FieldSpec) -> Callable[[object], Any]:
    found = {str(choice): choice for choice in spec.choices or ()}

    def read(plain: object) -> Any:
        choice = found.get(plain) if isinstance(plain, str) else None
        if choice is None:
            raise WrongValueError(f"een van: {', '.join(found)}", plain)
        return choice

    return read


def _each(read: Callable[[object], Any]) -> Callable[[object], Any]:
    return lambda plain: tuple(read(one) for one in _read_list(plain))


def _text_reader(kind: Kind) -> Callable[[object], Value]:
    return lambda plain: normalise(kind, _string(plain))


def _read_lines(plain: object) -> Value:
    return normalise(Kind.LINES, tuple(_string(one) for one in _read_list(plain)))


_SIMPLE: Mapping[Kind, Callable[[object], Value]] = {
    Kind.LINE: _text_reader(Kind.LINE),
    Kind.TEXT: _text_reader(Kind.TEXT),
    Kind.RICH: _text_reader(Kind.RICH),
    Kind.LINES: _read_lines,
    Kind.INTEGER: _read_integer,
    Kind.DECIMAL: _read_decimal,
    Kind.DATE: _read_date,
    Kind.TIME: _read_time,
    Kind.FLAG: _read_flag,
    Kind.REF: read_id,
    Kind.REFS: _each(read_id),
    Kind.DATA: _read_data,
}


def _unless_none(spec: FieldSpec, read: Callable[[object], Value]) -> Callable[[object], Value]:
    """Only a field that is None by default may be None."""
    return (lambda plain: None if plain is None else read(plain)) if spec.default is None else read


def _bare_reader(spec: FieldSpec) -> Callable[[object], Value]:
    if spec.kind is Kind.CHOICE:
        return _choice_reader(spec)
    return _each(_choice_reader(spec)) if spec.kind is Kind.CHOICES else _SIMPLE[spec.kind]


@cache
def json_reader(spec: FieldSpec) -> Callable[[object], Value]:
    """The function that reads this field from plain JSON; it raises `WrongValueError`."""
    return _unless_none(spec, _bare_reader(spec))


def _stored_rich(plain: object) -> str:
    """Only cleaned, not parsed: it was canonical when it was stored, and parsing 5,000 texts takes seconds."""
    return clean(_string(plain))


def _stored_flag(plain: object) -> bool:
    if plain not in (0, 1):
        raise WrongValueError("0 of 1", plain)
    return plain == 1


def _stored_list(read: Callable[[object], Value]) -> Callable[[object], Value]:
    def read_text(plain: object) -> Value:
        try:
            return read(json.loads(cast("str", plain)))
        except (TypeError, ValueError, RecursionError) as error:
            if isinstance(error, WrongValueError):
                raise
            raise WrongValueError("een lijst", plain) from None

    return read_text


@cache
def column_reader(spec: FieldSpec) -> Callable[[object], Value]:
    """The function that reads this field from an SQLite column; it raises `WrongValueError`."""
    if spec.kind is Kind.RICH:
        return _unless_none(spec, _stored_rich)
    if spec.kind is Kind.FLAG:
        return _stored_flag
    if spec.kind in (Kind.LINES, Kind.CHOICES, Kind.REFS):
        return _stored_list(_bare_reader(spec))
    return json_reader(spec)
