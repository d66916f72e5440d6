"""What people type where a number belongs and what it is not: a clear sentence for each, and a doubt where one may err.

A number bank lives by exact values: 'about 40', '<5' and 'n.v.t.' are worth something, and have a place of their own.
"""

import re
from dataclasses import dataclass

from riec_desktop.dossier.choices import MissingReason
from riec_desktop.dossier.dutch import long_date, parse_date, parse_number
from riec_desktop.dossier.fields import FieldSpec, Value
from riec_desktop.dossier.labels import word

_ABSENT = re.compile(
    r"[-–—./?x]|n\.?v\.?t\.?|n\.?b\.?|n/a|geen|leeg|onbekend|niet bekend|niet geleverd|vertrouwelijk|geheim",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:±|\+/-|~|ca\.?|circa|ongeveer|ruim|bijna|rond)\s*(.+)", re.IGNORECASE)
_BOUND = re.compile(r"(?:[<>≤≥]=?|minder dan|meer dan|maximaal|minimaal)\s*(.+)", re.IGNORECASE)
_PERCENT = re.compile(r"(.+?)\s*(?:%|procent)", re.IGNORECASE)
_MONEY = re.compile(r"€\s*(.+)|(.+?)\s*euro", re.IGNORECASE)
_SHORT_DATE = re.compile(
    r"[0-9]{1,2}[-/ ](?:[0-9]{1,2}|jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec)\.?(?:[-/ ][0-9]{2,4})?",
    re.IGNORECASE,
)
_UNIT = re.compile(r"([0-9][0-9.,  ]*)\s+[^\W\d_].*")
_ONE_GROUP = re.compile(r"[-+−]?[0-9]{1,3}\.[0-9]{3}")
_ENGLISH = re.compile(r"[-+−]?[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})")


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be kept instead of what was typed: the words of the button, and a value for each of these fields."""

    title: str
    values: tuple[tuple[str, Value], ...]


def is_absent(text: str) -> bool:
    """Whether somebody says that there is no number: '-', 'n.v.t.', 'onbekend'."""
    return _ABSENT.fullmatch(text.strip()) is not None


def reasons(spec: FieldSpec) -> tuple[Offer, ...]:
    """Why a figure is not there, to choose from; nothing for a field that no reason goes with."""
    if spec.name != "actual":
        return ()
    chosen = (one for one in MissingReason if one is not MissingReason.NONE)
    return tuple(Offer(word(one), (("actual", None), ("missing", one))) for one in chosen)


def why_no_number(spec: FieldSpec, text: str) -> str:
    """The sentence about typed text that is no number; '' where nothing better is known than that."""
    bare = text.strip()
    if is_absent(bare):
        return _absent_sentence(spec)
    if _SHORT_DATE.fullmatch(bare) or parse_date(bare):
        day = parse_date(bare)
        which = f" ({long_date(day)})" if day else ""
        return f"Dit lijkt een datum{which}; Excel maakt soms een datum van een getal. Typ het getal zelf."
    return _sentence_around(bare)


def _absent_sentence(spec: FieldSpec) -> str:
    if spec.name == "actual":
        return "Is er geen cijfer? Laat het vak leeg en kies de reden bij ‘Ontbreekt’. Dan staat er geen 0."
    return "Is er geen getal? Laat het vak dan leeg."


def _sentence_around(bare: str) -> str:
    """A number with something around it."""
    if found := _number_in(_ABOUT, bare):
        return f"Typ het getal zelf: {found}. Is het een schatting? Zet dan ‘Voorlopig’ aan."
    if found := _number_in(_BOUND, bare):
        return "Typ het echte aantal. Bij de indicator kiest u hoe kleine aantallen naar buiten gaan."
    if found := _number_in(_PERCENT, bare):
        return f"Typ alleen het getal: {found}. Dat het procenten zijn, staat bij de eenheid van de indicator."
    if found := _number_in(_MONEY, bare):
        return f"Typ alleen het getal: {found}. Dat het euro’s zijn, staat bij de eenheid van de indicator."
    if found := _number_in(_UNIT, bare):
        return f"Typ alleen het getal: {found}. De eenheid staat bij de indicator."
    return ""


def _number_in(pattern: re.Pattern[str], text: str) -> str:
    """The number inside, as typed; '' when there is none."""
    found = pattern.fullmatch(text)
    inner = next((one.strip() for one in found.groups() if one), "") if found else ""
    return inner if parse_number(inner) is not None else ""


def number_doubt(text: str) -> str:
    """What to ask about a number that was understood, because it can be read in two ways; '' when it cannot."""
    bare = text.strip()
    if _ONE_GROUP.fullmatch(bare):
        return f"‘{bare}’ is gelezen als {bare.replace('.', '')}. Bedoelt u een getal met decimalen? Typ dan een komma."
    if _ENGLISH.fullmatch(bare):
        return f"‘{bare}’ is gelezen als {bare.replace('.', ',')}."
    return ""
