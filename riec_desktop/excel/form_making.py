"""A form that is being made: the dossier, the request, and what gathers on the way to every sheet."""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import cast

from riec_desktop.dossier.choices import ActivityState, MissingReason
from riec_desktop.dossier.codec import Json
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Kind, Value, specs
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import (
    PortfolioReport,
    Record,
)
from riec_desktop.dossier.richtext import Linked
from riec_desktop.dossier.views import (
    names,
)
from riec_desktop.errors import RiecError
from riec_desktop.excel.celltext import units
from riec_desktop.excel.form_fields import Key, key_of, sent_values
from riec_desktop.excel.form_plan import (
    Entry,
    FormColumn,
    FormRequest,
    Open,
)
from riec_desktop.excel.form_text import Tokens, to_cell
from riec_desktop.figures.shown import linked_text
from riec_desktop.sheets import MOST_CHARACTERS

SPARE_ACTIVITIES = 10
SPARE_CALLOUTS = 5
"""Empty rows for what is new."""

YES, NO = "ja", "nee"
NATIONAL = "landelijk"
STATES = tuple(word(one) for one in ActivityState)
REASONS = tuple(word(one) for one in MissingReason if word(one))
IN_DOSSIER, NEW = "staat al in het dossier", "nieuw (vul in)"
NAMES_HINT = "Kies een naam of typ er een. Meer namen? Zet er een puntkomma tussen."
DATE_HINT = "Typ een datum, bijvoorbeeld 31-3-2023."
RICH_HINT = "Nieuwe regel: Alt+Enter. Opsomming: begin de regel met een streepje en een spatie."


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """A form that is being made. `values` and `tokens` fill up while its sheets are made."""

    dossier: Dossier
    request: FormRequest
    reports: tuple[PortfolioReport, ...]
    tokens: Tokens = field(default_factory=Tokens)
    values: dict[str, dict[str, Json]] = field(default_factory=dict[str, dict[str, Json]])

    def show(self, linked: Linked) -> str:
        """What a linked number or a reference prints in this year."""
        return linked_text(self.dossier, linked, self.request.year.year)

    def asks(self, record: Record, place: str) -> Key:
        """Note that the form asks the fields of this record. Raises `RiecError` ('form.too_long') with the place."""
        for name, spec in specs(type(record)).items():
            text = getattr(record, name)
            if spec.kind is Kind.RICH and units(self.rich(cast("str", text))) > MOST_CHARACTERS:
                raise RiecError("form.too_long", place=place, most="32.767")
        key = key_of(record)
        self.values[key.text()] = dict(sent_values(record))
        return key

    def rich(self, text: str) -> str:
        """A rich text as its cell shows it."""
        return to_cell(text, self.tokens, self.show)


def cell_value(dossier: Dossier, record: Record, name: str) -> str | Decimal | None:
    """A field of a record as the cell of a form shows it in words; rich text, numbers and dates are shown elsewhere."""
    found = cast("Value", getattr(record, name))
    match found:
        case bool():
            return YES if found else NO
        case StrEnum():
            return word(found)
        case tuple():
            return "; ".join(names(dossier, cast("tuple[str, ...]", found)))
        case _:
            return cast("str | Decimal | None", found)


def open_cell(making: Making, record: Record, name: str) -> Open:
    """The cell to fill in for a field that holds text, a choice, names or a number."""
    if specs(type(record))[name].kind is Kind.RICH:
        return Open(making.rich(cast("str", getattr(record, name))))
    return Open(cell_value(making.dossier, record, name))


def portfolio_column(making: Making) -> FormColumn:
    """A choice when the form is about more than one portfolio."""
    if len(making.reports) == 1:
        return FormColumn(key="portefeuille", name="Portefeuille", width=22)
    hint = "Bij welke portefeuille hoort dit? Kies uit de lijst."
    name = "Portefeuille (kies bij nieuw)"
    return FormColumn(key="portefeuille", name=name, width=22, entry=Entry.CHOICE, choices="portefeuilles", hint=hint)
