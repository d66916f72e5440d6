"""What a cell that is pasted from a spreadsheet gives a field: read as the cells of a form that comes back are.

So a number, a day, a choice or a name is understood in the same ways wherever it comes from, with the same doubts.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import FieldSpec, Kind, Value
from riec_desktop.dossier.richtext import Linked
from riec_desktop.excel.celltext import Look
from riec_desktop.excel.figure_columns import year_in
from riec_desktop.excel.form_values import Given, Known, given, organisations_by_name, plain_name
from riec_desktop.excel.reading.cells import ReadCell

_AS_IN_FORMS = (Kind.DECIMAL, Kind.DATE, Kind.FLAG, Kind.CHOICE)
_YEAR_HEAD = "jaar"
_SELDOM_NUMBERS = 2
"""More different years beside each other, and nothing else, are heads and no figures."""
_UNIT = re.compile(r"\s*\([^()]*\)$")
_TOO_NARROW = "In de spreadsheet staat ####: de kolom is daar te smal. Maak die breder en kopieer opnieuw."


def reads(spec: FieldSpec) -> bool:
    """Whether cells of this field are read here; other fields take text as it is typed."""
    return spec.kind in (*_AS_IN_FORMS, Kind.INTEGER) or (spec.to == "Organisation" and spec.kind is Kind.REFS)


def pasted_value(text: str, spec: FieldSpec, base: Value, dossier: Dossier) -> Given:
    """The value in a text that is not blank, for a field that `reads` says yes to; `base` is what stands there now."""
    if text.strip("# ") == "":
        return Given(base, (_TOO_NARROW,), understood=False)
    if is_error(text):
        return Given(base, (f"‘{text.strip()}’ is een fout in de spreadsheet.",), understood=False)
    return _integer(text, base, dossier) if spec.kind is Kind.INTEGER else _read(text, spec, base, dossier)


def is_error(text: str) -> bool:
    """Whether a cell shows an error of a spreadsheet, such as #N/B or #DEEL/0!."""
    bare = text.strip()
    return bare.startswith("#") and bare[1:2].isupper()


def _read(text: str, spec: FieldSpec, base: Value, dossier: Dossier) -> Given:
    return given(ReadCell((Look(text),)), spec, base, Known(dossier=dossier, tokens={}, show=_token))


def _token(linked: Linked) -> str:
    return linked.token()


_DECIMAL = FieldSpec(name="", kind=Kind.DECIMAL, label="", help="", to="", owner=False, choices=None, default=None)


def _integer(text: str, base: Value, dossier: Dossier) -> Given:
    """A year or a count: a number without decimals."""
    found = _read(text, _DECIMAL, base, dossier)
    if not found.understood or not isinstance(found.value, Decimal):
        return found
    if found.value != found.value.to_integral_value():
        return Given(base, (f"‘{text.strip()}’ is geen heel getal.",), understood=False)
    return Given(int(found.value), found.doubts)


def years_told(cells: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """The years that pasted cells name, as heads or in a column 'Jaar'; none where they may be numbers like others."""
    first, *rest = cells
    heads = [" ".join(text.split()) for text in first]
    if not rest or any(text[:1].isdigit() for text in heads if year_in(text) is None):
        return ()
    if _YEAR_HEAD in map(str.casefold, heads):
        at = [text.casefold() for text in heads].index(_YEAR_HEAD)
        return _years(texts[at] for texts in rest if at < len(texts))
    named = _years(heads)
    return named if len(named) < len(heads) or len(named) > _SELDOM_NUMBERS else ()


def _years(texts: Iterable[str]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(year for text in texts if (year := year_in(text)) is not None))


def comparable(dossier: Dossier, text: str) -> str:
    """A name to compare with: an organisation by its own name whatever its spelling, and without a unit behind it."""
    organisation = organisations_by_name(dossier).get(plain_name(text))
    return plain_name(_UNIT.sub("", organisation.name if organisation else text))
