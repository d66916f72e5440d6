"""Values as a person reads and types them: one way to show each kind, and one way to read it back.

Forms, table cells and the clipboard share this, so that what is copied can be pasted and what is shown can be typed.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from riec_desktop.dossier.dutch import local_time, number, parse_date, parse_number, short_date
from riec_desktop.dossier.fields import FieldSpec, Kind, Value
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.normal import normalise
from riec_desktop.workspace.odd_numbers import Offer, is_absent, number_doubt, reasons, why_no_number

Names = Mapping[str, str]
"""Id → name of the records that a reference can be set to."""

LARGEST = 2**53 - 1
"""What every format that the dossier is exchanged in can hold exactly (ECMA-262, Number.MAX_SAFE_INTEGER)."""

_YES = ("ja", "j", "x", "waar", "true", "1", "✓")
_NO = ("nee", "n", "onwaar", "false", "0", "")


@dataclass(frozen=True, slots=True)
class Invalid:
    """Typed text that is no value, what to do about it, and what can be kept instead."""

    sentence: str
    offers: tuple[Offer, ...] = ()


Read = Value | Invalid

NO_NUMBER = Invalid("Dit is geen getal. Typ bijvoorbeeld 1.234,5.")
NO_INTEGER = Invalid("Dit is geen heel getal. Typ bijvoorbeeld 12.")
TOO_LARGE = Invalid("Dit getal is te groot. Gebruik hoogstens 15 cijfers.")
NO_DATE = Invalid("Dit is geen datum. Typ bijvoorbeeld 3-3-2023 of 3 maart 2023.")
NO_TIME = Invalid("Dit is geen tijdstip. Typ bijvoorbeeld 3-3-2023 14:05.")
NO_FLAG = Invalid("Typ ja of nee.")
NEEDED = Invalid("Dit veld mag niet leeg zijn.")


# --- Showing ---------------------------------------------------------------------------------------------------------


def show_moment(value: datetime) -> str:
    """'3-3-2023 14:05', in the time of this computer."""
    local = local_time(value) if value.tzinfo else value
    return f"{short_date(local)} {local:%H:%M}"


def show_refs(ids: Iterable[str], names: Names) -> str:
    """The names of records; what is gone is passed over."""
    return "; ".join(names[one] for one in ids if one in names)


def _show_many(kind: Kind, value: tuple[Any, ...], names: Names) -> str:
    if kind is Kind.REFS:
        return show_refs(value, names)
    return "; ".join(word(one) if isinstance(one, StrEnum) else str(one) for one in value)


def show(kind: Kind, value: Value, names: Names) -> str:
    """A value as text; `read` gives the value back."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return _show_many(kind, value, names)
    if kind is Kind.REF:
        return names.get(str(value), "")
    return _show_one(value)


def _show_one(value: Value) -> str:
    match value:
        case bytes() | tuple() | None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case StrEnum():
            return word(value)
        case Decimal():
            return number(value)
        case date():
            return show_moment(value) if isinstance(value, datetime) else short_date(value)
        case _:
            return str(value)


# --- Reading ---------------------------------------------------------------------------------------------------------


def _read_decimal(spec: FieldSpec, text: str) -> Read:
    value = parse_number(text)
    if value is None:
        why = why_no_number(spec, text)
        return Invalid(why, reasons(spec) if is_absent(text) else ()) if why else NO_NUMBER
    return value if abs(value) <= LARGEST else TOO_LARGE


def _read_integer(spec: FieldSpec, text: str) -> Read:
    value = _read_decimal(spec, text)
    if not isinstance(value, Decimal):
        return value if isinstance(value, Invalid) and value is not NO_NUMBER else NO_INTEGER
    return int(value) if value == value.to_integral_value() else NO_INTEGER


_SERIAL = re.compile(r"[34][0-9]{4}")
_FIRST_SERIAL = date(1899, 12, 30)
"""Day 0 of Excel, whose day 60 never was (ISO/IEC 29500-1, 18.17.4.1)."""


def _read_date(_: FieldSpec, text: str) -> Read:
    if _SERIAL.fullmatch(text):
        day = short_date(_FIRST_SERIAL + timedelta(days=int(text)))
        return Invalid(f"Zo bewaart Excel een datum; bedoelt u {day}? Typ dan {day}.")
    return parse_date(text) or NO_DATE


def doubt(spec: FieldSpec, text: str) -> str:
    """What to ask about typed text that was understood, because it can be read in two ways; '' when it cannot."""
    return number_doubt(text) if spec.kind is Kind.DECIMAL else ""


_MOMENT = re.compile(r"(.+?)(?:,?\s+(?:om\s+)?([01]?[0-9]|2[0-3])[:.]([0-5][0-9])(?:\s*uur)?)?")


def _read_time(_: FieldSpec, text: str) -> Read:
    found = _MOMENT.fullmatch(text)
    day = parse_date(found[1]) if found else None
    if found is None or day is None:
        return NO_TIME
    return local_time(datetime.combine(day, time(int(found[2] or 0), int(found[3] or 0))))


def _read_flag(_: FieldSpec, text: str) -> Read:
    answer = text.casefold()
    if answer in _YES:
        return True
    return False if answer in _NO else NO_FLAG


def _unknown(text: str, words: Iterable[str]) -> Invalid:
    known = ", ".join(one for one in words if one)
    return Invalid(f"‘{text}’ is geen keuze. Kies uit: {known}.")


def _read_choice(spec: FieldSpec, text: str) -> Read:
    by_word = {word(one).casefold(): one for one in spec.choices or ()}
    return by_word.get(text.casefold()) or _unknown(text, map(word, spec.choices or ()))


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]


def _read_choices(spec: FieldSpec, text: str) -> Read:
    found = [_read_choice(spec, part) for part in _parts(text)]
    wrong = next((one for one in found if isinstance(one, Invalid)), None)
    return wrong or tuple(one for one in found if isinstance(one, StrEnum))


def _read_lines(_: FieldSpec, text: str) -> Read:
    return normalise(Kind.LINES, tuple(_parts(text)))


def _read_text(spec: FieldSpec, text: str) -> Read:
    return normalise(spec.kind, text)


_READERS: Mapping[Kind, Callable[[FieldSpec, str], Read]] = {
    Kind.LINE: _read_text,
    Kind.TEXT: _read_text,
    Kind.RICH: _read_text,
    Kind.LINES: _read_lines,
    Kind.INTEGER: _read_integer,
    Kind.DECIMAL: _read_decimal,
    Kind.DATE: _read_date,
    Kind.TIME: _read_time,
    Kind.FLAG: _read_flag,
    Kind.CHOICE: _read_choice,
    Kind.CHOICES: _read_choices,
}
_MAY_BE_BLANK = (Kind.LINE, Kind.TEXT, Kind.RICH, Kind.LINES, Kind.CHOICES, Kind.FLAG, Kind.REFS, Kind.CHOICE)


def _id_of(text: str, names: Names) -> str | Invalid:
    by_name = {name.casefold(): record_id for record_id, name in names.items()}
    return by_name.get(text.casefold()) or Invalid(f"‘{text}’ staat niet in de lijst.")


def _read_refs(text: str, names: Names) -> Read:
    found = [_id_of(part, names) for part in _parts(text)]
    wrong = next((one for one in found if isinstance(one, Invalid)), None)
    return wrong or tuple(one for one in found if isinstance(one, str))


def read(spec: FieldSpec, text: str, names: Names) -> Read:
    """The value that typed text stands for, or the sentence that says why it is none.

    Nothing typed is no value; a field that needs one says so.
    """
    bare = text.strip()
    if not bare and spec.kind not in _MAY_BE_BLANK:
        return None if spec.default is None else NEEDED
    if spec.kind is Kind.REF:
        return _id_of(bare, names)
    return _read_refs(bare, names) if spec.kind is Kind.REFS else _READERS[spec.kind](spec, bare)
