"""What a cell of a foreign table says as a figure: a number, a reason why there is none, or neither; no accidental 0.

Numbers are read as those of a form. What people put where there is no number ('-', 'n.v.t.', '<5') gets a sentence.
"""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from riec_desktop.dossier.choices import MissingReason
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import number, places, short_date
from riec_desktop.dossier.fields import Kind, Value, specs
from riec_desktop.dossier.normal import normalise
from riec_desktop.dossier.records import IndicatorValue
from riec_desktop.excel.form_values import Known, given, plain_name
from riec_desktop.excel.reading.cells import ReadCell, shown

_NOTHING = (
    "-",
    "–",
    "—",
    "",
    ".",
    "..",
    "...",
    "x",
    "nvt",
    "n.v.t",
    "niet van toepassing",
    "geen",
    "n/a",
    "na",
    "leeg",
)
_REASONS = {
    "?": MissingReason.UNKNOWN,
    "onbekend": MissingReason.UNKNOWN,
    "n.b": MissingReason.UNKNOWN,
    "nb": MissingReason.UNKNOWN,
    "n.n.b": MissingReason.UNKNOWN,
    "niet bekend": MissingReason.UNKNOWN,
    "nog niet bekend": MissingReason.UNKNOWN,
    "volgt": MissingReason.UNKNOWN,
    "p.m": MissingReason.UNKNOWN,
    "pm": MissingReason.UNKNOWN,
    "niet geleverd": MissingReason.NOT_DELIVERED,
    "niet aangeleverd": MissingReason.NOT_DELIVERED,
    "geen opgave": MissingReason.NOT_DELIVERED,
    "vertrouwelijk": MissingReason.CONFIDENTIAL,
    "geheim": MissingReason.CONFIDENTIAL,
}
_EXACT_REASONS = ("onbekend", "niet geleverd", "vertrouwelijk")
_LESS = re.compile(r"(?:<|≤|minder dan|kleiner dan)\s*[0-9]+")
_PROVISIONAL, _FINAL = ("voorlopig", "concept"), ("definitief", "vastgesteld")
_DAY_NUMBERS = (20_000, 80_000)
_DAY_ZERO = date(1899, 12, 30)
_NOISE = 10
"""Decimals beyond which a number of Excel is noise of its arithmetic."""
_MOST_PLACES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class CellValue:
    """What a cell gives `field`.

    `understood` is off when it says something that is no value; `nothing` is on when it says that there is none.
    """

    field: str
    value: Value
    text: str
    doubts: tuple[str, ...] = ()
    understood: bool = True
    nothing: bool = False


def _known(dossier: Dossier) -> Known:
    return Known(dossier=dossier, tokens={}, show=str)


def is_filled(cell: ReadCell | None) -> bool:
    """Whether something stands in a cell."""
    return cell is not None and bool(shown(cell).strip())


def read_number(cell: ReadCell, field: str, *, in_percents: bool, decimals: int) -> CellValue:
    """The target or actual number in a cell, or why there is none.

    `in_percents`: the unit is a percentage, so a percent sign is no doubt. `decimals` is how many the indicator shows.
    """
    text = shown(cell).strip()
    word = plain_name(text).rstrip("*").strip() if not isinstance(cell.value, Decimal) else text
    if cell.error:
        return _none(field, text, f"In het vak staat een fout van Excel ({text}).")
    if _LESS.fullmatch(word):
        doubt = f"‘{text}’ is geen precies getal. Er is geen getal gelezen; de reden is gelezen als ‘vertrouwelijk’."
        return CellValue(field="missing", value=MissingReason.CONFIDENTIAL, text=text, doubts=(doubt,))
    if word in _REASONS:
        return _reason(text, word)
    if word in _NOTHING:
        doubt = f"Er staat ‘{text}’: geen getal, en geen reden. Er is niets ingevuld."
        return CellValue(field=field, value=None, text=text, doubts=(doubt,), understood=False, nothing=True)
    return _rounded(_as_number(cell, field, text, in_percents=in_percents), decimals)


def _none(field: str, text: str, doubt: str) -> CellValue:
    return CellValue(field=field, value=None, text=text, doubts=(doubt,), understood=False)


def _reason(text: str, word: str) -> CellValue:
    names = {MissingReason.UNKNOWN: "onbekend", MissingReason.NOT_DELIVERED: "niet geleverd"}
    name = names.get(_REASONS[word], "vertrouwelijk")
    doubts = () if word in _EXACT_REASONS else (f"‘{text}’ is gelezen als reden van ontbreken: {name}.",)
    return CellValue(field="missing", value=_REASONS[word], text=text, doubts=doubts)


def _as_number(cell: ReadCell, field: str, text: str, *, in_percents: bool) -> CellValue:
    # Formulas are what such workbooks are made of; that there are some is told once, about the file.
    bare = replace(cell, formula=False)
    found = given(bare, specs(IndicatorValue)["actual"], None, _known(Dossier()))
    percent = cell.percent or text.endswith("%")
    doubts = () if in_percents and percent and found.understood else found.doubts
    return CellValue(field=field, value=found.value, text=text, doubts=doubts, understood=found.understood)


def _rounded(found: CellValue, decimals: int) -> CellValue:
    """Without the noise of arithmetic; endless decimals are rounded, which is told."""
    if not isinstance(found.value, Decimal):
        return found
    value = round(found.value, _NOISE)
    if places(value) <= _MOST_PLACES:
        return replace(found, value=normalise(Kind.DECIMAL, value))
    short = round(value, max(decimals, 2))
    doubt = f"{number(value)} is afgerond op {number(short, max(decimals, 2))}."
    return replace(found, value=normalise(Kind.DECIMAL, short), doubts=(*found.doubts, doubt))


def read_other(cell: ReadCell, field: str, head: str, dossier: Dossier) -> CellValue:
    """What another column gives: provisional, the reference date, the reason, the note."""
    readers = {"provisional": _provisional, "reference_date": _day}
    bare = replace(cell, formula=False)
    special = readers[field](bare, head) if field in readers else None
    if special is not None:
        return special
    found = given(bare, specs(IndicatorValue)[field], None, _known(dossier))
    return CellValue(
        field=field, value=found.value, text=shown(cell).strip(), doubts=found.doubts, understood=found.understood
    )


def _provisional(cell: ReadCell, head: str) -> CellValue | None:
    """'voorlopig' or 'definitief'; under the head 'definitief' a yes means final."""
    text = shown(cell).strip()
    word = plain_name(text)
    if word.startswith(_PROVISIONAL + _FINAL):
        return CellValue(field="provisional", value=word.startswith(_PROVISIONAL), text=text)
    turned = "definitief" in plain_name(head) and "voorlopig" not in plain_name(head)
    found = given(cell, specs(IndicatorValue)["provisional"], None, _known(Dossier()))
    if turned and found.understood:
        return CellValue(field="provisional", value=not found.value, text=text)
    return None


def _day(cell: ReadCell, _: str) -> CellValue | None:
    """A day that Excel shows as its number is that day, with a doubt."""
    text = shown(cell).strip()
    value = Decimal(text) if text.isascii() and text.isdigit() else None
    if value is None or not _DAY_NUMBERS[0] <= value <= _DAY_NUMBERS[1]:
        return None
    day = _DAY_ZERO + timedelta(days=int(value))
    doubt = f"‘{text}’ is gelezen als de datum {short_date(day)}, zoals Excel dagen telt."
    return CellValue(field="reference_date", value=day, text=text, doubts=(doubt,))
