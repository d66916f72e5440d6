"""The value that a cell of a form gives its field, with the doubt in a Dutch sentence when there is one.

A cell holds what a person typed or pasted and what Excel made of it: a number as text in Dutch or English notation, a
day as text, a choice in other words, a name by one of its other spellings. Nothing is guessed in silence.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, cast

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import number, parse_date, parse_number, short_date
from riec_desktop.dossier.fields import FieldSpec, Kind, Value
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.normal import normalise
from riec_desktop.dossier.records import Organisation
from riec_desktop.dossier.richtext import Linked
from riec_desktop.excel.form_text import from_cell
from riec_desktop.excel.reading.cells import ReadCell, shown


@dataclass(frozen=True, slots=True)
class Given:
    """What a cell gave. `understood` is off when it says something that is no value of the field."""

    value: Value
    doubts: tuple[str, ...] = ()
    understood: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What reading a cell needs to know: the dossier, the tokens of the form, and what a linked number prints."""

    dossier: Dossier
    tokens: Mapping[str, str]
    show: Callable[[Linked], str]


_FORMULA = "In het vak staat een formule; de uitkomst is overgenomen."
_ENGLISH_POINT = re.compile(r"[-+]?[0-9]+\.[0-9]{1,2}|[-+]?[0-9]+\.[0-9]{4,}")
_ONE_GROUP = re.compile(r"[-+]?[0-9]{1,3}\.[0-9]{3}")
_ONE_COMMA_GROUP = re.compile(r"[-+]?[0-9]{1,3},[0-9]{3}")
_ENGLISH_GROUPS = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3}){2,}|[-+]?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")
_ABOUT = re.compile(r"^(?:ca\.?|circa|ongeveer|±|~|\+/-|rond(?: de)?)\s*", re.IGNORECASE)
_UNIT = re.compile(r"\s*[%€]?\s*[A-Za-zÀ-ÿ][^0-9]*$|\s*%$")
_SHORT_YEAR = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{2})")
_MONTH_FIRST = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
"""As Excel in English writes a day; read so only when it is no day in Dutch order."""
_SHORT_MONTHS = re.compile(r"\b(jan|feb|mrt|apr|mei|jun|jul|aug|sep|sept|okt|nov|dec)\b\.?")
_MONTH_OF = {
    "jan": "januari",
    "feb": "februari",
    "mrt": "maart",
    "apr": "april",
    "mei": "mei",
    "jun": "juni",
    "jul": "juli",
    "aug": "augustus",
    "sep": "september",
    "sept": "september",
    "okt": "oktober",
    "nov": "november",
    "dec": "december",
}
_YES = ("ja", "j", "yes", "y", "x", "waar", "true", "1", "✓", "v")
_NO = ("nee", "n", "no", "onwaar", "false", "0", "-")
_SHORTEST = 3
_EARLIEST, _LATEST = 1990, 2100
_OTHER_WORDS: Mapping[str, str] = {
    "lopend": "loopt",
    "lopende": "loopt",
    "bezig": "loopt",
    "in uitvoering": "loopt",
    "klaar": "afgerond",
    "gereed": "afgerond",
    "afgesloten": "afgerond",
    "voltooid": "afgerond",
    "plan": "gepland",
    "nog niet gestart": "gepland",
    "nog niet begonnen": "gepland",
    "gestaakt": "gestopt",
    "niet bekend": "onbekend",
    "n.b.": "onbekend",
    "nb": "onbekend",
    "niet aangeleverd": "niet geleverd",
    "geheim": "vertrouwelijk",
}


def given(cell: ReadCell | None, spec: FieldSpec, base: Value, known: Known) -> Given:
    """The value of a field from its cell; None is an empty cell. `base`: what was sent."""
    if cell is None or not shown(cell).strip():
        return Given(_empty(spec, base))
    if cell.error:
        return Given(base, (f"In het vak staat een fout van Excel ({shown(cell)}).",), understood=False)
    found = _READERS[spec.kind](cell, spec, base, known)
    return replace(found, doubts=(*found.doubts, _FORMULA)) if cell.formula else found


def _empty(spec: FieldSpec, base: Value) -> Value:
    """What an empty cell says: nothing at all where a field always has a value."""
    always = spec.kind is Kind.FLAG or (spec.kind is Kind.CHOICE and word(cast("StrEnum", spec.default)))
    return base if always else spec.default


# --- Text ------------------------------------------------------------------------------------------------------------


def _rich(cell: ReadCell, _: FieldSpec, base: Value, known: Known) -> Given:
    if isinstance(cell.value, tuple):
        back = from_cell(cell.value, str(base), known.tokens, known.show)
        return Given(back.text, back.doubts)
    return Given(normalise(Kind.RICH, shown(cell)), _told_by_excel(cell))


def _line(cell: ReadCell, spec: FieldSpec, _: Value, __: Known) -> Given:
    return Given(normalise(spec.kind, shown(cell)), _told_by_excel(cell))


def _told_by_excel(cell: ReadCell) -> tuple[str, ...]:
    """Text that Excel took for a day may have been something else: '3-4' becomes 3 April."""
    is_day = isinstance(cell.value, date)
    return (f"Excel maakte er een datum van ({shown(cell)}); kijk of dat klopt.",) if is_day else ()


# --- Numbers ---------------------------------------------------------------------------------------------------------


def _number(cell: ReadCell, _: FieldSpec, base: Value, __: Known) -> Given:
    match cell.value:
        case Decimal() if cell.percent:
            percents = normalise(Kind.DECIMAL, cell.value * 100)
            return Given(percents, (f"In het vak staat een percentage; gelezen als {_dutch(percents)}.",))
        case Decimal():
            return Given(normalise(Kind.DECIMAL, cell.value))
        case tuple():
            return typed_number(shown(cell), base)
        case _:
            return Given(base, (f"‘{shown(cell)}’ is geen getal.",), understood=False)


def _dutch(value: Value) -> str:
    return number(value) if isinstance(value, Decimal) else ""


def typed_number(text: str, base: Value = None) -> Given:
    """The number that somebody typed as text, in Dutch or English notation, with the doubt."""
    bare = text.strip().strip("'\u2019")
    cut = _UNIT.sub("", _ABOUT.sub("", bare)).removeprefix("€").strip()
    found = _parsed(cut)
    if found is None:
        return Given(base, (f"‘{bare}’ is geen getal.",), understood=False)
    value = normalise(Kind.DECIMAL, found)
    return Given(value, tuple(_number_doubts(bare, cut, _dutch(value))))


def _parsed(text: str) -> Decimal | None:
    return Decimal(text.replace(",", "")) if _ENGLISH_GROUPS.fullmatch(text) else parse_number(text)


def _number_doubts(bare: str, cut: str, read: str) -> Iterable[str]:
    if cut != bare:
        yield f"‘{bare}’ is gelezen als {read}."
    elif _ONE_GROUP.fullmatch(cut) or _ONE_COMMA_GROUP.fullmatch(cut):
        yield f"‘{bare}’ is gelezen als {read}. Klopt dat, of is het teken een komma en punt andersom?"
    elif _ENGLISH_POINT.fullmatch(cut) or _ENGLISH_GROUPS.fullmatch(cut):
        yield f"‘{bare}’ staat er in Engelse notatie en is gelezen als {read}."


# --- Days, choices and names -----------------------------------------------------------------------------------------


def _date(cell: ReadCell, _: FieldSpec, base: Value, __: Known) -> Given:
    if isinstance(cell.value, date):
        return Given(cell.value, _far(cell.value))
    text = shown(cell).strip()
    day, doubts = _typed_day(text)
    if day is None:
        return Given(base, (f"‘{text}’ is geen datum.",), understood=False)
    return Given(day, (*doubts, *_far(day)))


def _far(day: date) -> tuple[str, ...]:
    far = not _EARLIEST <= day.year <= _LATEST
    return (f"{short_date(day)} ligt ver weg; kijk of de datum klopt.",) if far else ()


def _typed_day(text: str) -> tuple[date | None, tuple[str, ...]]:
    spelled = _SHORT_MONTHS.sub(lambda found: _MONTH_OF[found[1]], text.lower())
    if day := parse_date(spelled):
        return day, ()
    if short := _SHORT_YEAR.fullmatch(text):
        return _doubtful_day(text, f"{short[1]}-{short[2]}-20{short[3]}")
    if english := _MONTH_FIRST.fullmatch(text):
        return _doubtful_day(text, f"{english[2]}-{english[1]}-{english[3]}")
    return None, ()


def _doubtful_day(text: str, spelled: str) -> tuple[date | None, tuple[str, ...]]:
    day = parse_date(spelled)
    return day, (f"‘{text}’ is gelezen als {short_date(day)}.",) if day else ()


def _flag(cell: ReadCell, _: FieldSpec, base: Value, __: Known) -> Given:
    if isinstance(cell.value, bool):
        return Given(cell.value)
    text = shown(cell).strip().lower().rstrip(".!")
    if text in _YES or text in _NO:
        return Given(text in _YES)
    return Given(base, (f"‘{shown(cell).strip()}’ is geen ja of nee.",), understood=False)


def _choice(cell: ReadCell, spec: FieldSpec, base: Value, _: Known) -> Given:
    text = " ".join(shown(cell).lower().split()).rstrip(".!")
    choices: Any = spec.choices or ()
    by_word: dict[str, StrEnum] = {word(one).lower(): one for one in choices}
    exact = by_word.get(text)
    if exact is not None:
        return Given(exact)
    near = by_word.get(_OTHER_WORDS.get(text, "")) or _beginning(text, by_word)
    if near is not None:
        return Given(near, (f"‘{shown(cell).strip()}’ is gelezen als ‘{word(near)}’.",))
    known = ", ".join(one for one in by_word if one)
    return Given(base, (f"‘{shown(cell).strip()}’ staat niet in de lijst ({known}).",), understood=False)


def _beginning(text: str, by_word: Mapping[str, StrEnum]) -> StrEnum | None:
    """The only choice that begins with what was typed."""
    found = [one for name, one in by_word.items() if len(text) >= _SHORTEST and name.startswith(text)]
    return found[0] if len(found) == 1 else None


def _names(cell: ReadCell, _: FieldSpec, base: Value, known: Known) -> Given:
    by_name = organisations_by_name(known.dossier)
    found: list[str] = []
    strange: list[str] = []
    for name in _split_names(shown(cell), by_name):
        if organisation := by_name.get(plain_name(name)):
            found.append(organisation.id)
        else:
            strange.append(name)
    value = tuple(dict.fromkeys(found))
    # The same organisations in another order are no news.
    value = base if isinstance(base, tuple) and set(base) == set(value) and not strange else value
    doubts = tuple(f"De naam ‘{name}’ staat niet in het dossier en is weggelaten." for name in strange)
    return Given(value, doubts, understood=bool(found) or not strange)


def plain_name(name: str) -> str:
    """A name without capitals, dashes and double spaces, to compare with."""
    return " ".join(name.lower().replace("-", " ").replace("–", " ").split()).rstrip(".")


def organisations_by_name(dossier: Dossier) -> Mapping[str, Organisation]:
    """Every name and other spelling of an organisation, made comparable; the first in order counts."""
    return dossier.once(("organisations by name",), lambda: _by_name(dossier))


def _by_name(dossier: Dossier) -> Mapping[str, Organisation]:
    found: dict[str, Organisation] = {}
    for one in dossier.all(Organisation):
        found.setdefault(plain_name(one.name), one)
    for one in dossier.all(Organisation):
        for name in (*one.aliases, one.name.removeprefix("RIEC ")):
            found.setdefault(plain_name(name), one)
    return found


_SEPARATORS = (re.compile(r"[;\n]"), re.compile(","), re.compile(" en | & "))


def _split_names(text: str, by_name: Mapping[str, Organisation], depth: int = 0) -> Iterable[str]:
    """Names between semicolons or on lines; then commas, then 'en', count too where the whole is no name."""
    for part in filter(None, map(str.strip, _SEPARATORS[depth].split(text))):
        if plain_name(part) in by_name or depth + 1 == len(_SEPARATORS):
            yield part
        else:
            yield from _split_names(part, by_name, depth + 1)


_READERS: Mapping[Kind, Callable[[ReadCell, FieldSpec, Value, Known], Given]] = {
    Kind.RICH: _rich,
    Kind.LINE: _line,
    Kind.TEXT: _line,
    Kind.DECIMAL: _number,
    Kind.DATE: _date,
    Kind.FLAG: _flag,
    Kind.CHOICE: _choice,
    Kind.REFS: _names,
}
