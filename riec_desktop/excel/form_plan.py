"""A contribution form as plain data: sheets of rows with what stands fast and what a colleague may fill in.

Like `plan` for the overview, but a form also has open cells, drop-downs, and per row the key by which it comes back.
Above the visible names each sheet has a hidden row with the keys of its columns, so that they come back too.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from riec_desktop.dossier.records import ReportYear
from riec_desktop.excel.form_fields import Sent
from riec_desktop.excel.plan import Amount

KEY_COLUMN = "kenmerk"
"""Key of the hidden column that holds the key of each row."""

SIGN = "aanleverformulier"
"""What the first cell of every sheet begins with: sign, version, kind of sheet, form id, dossier id."""

FORM_VERSION = 1
DATA_SHEET = "Formuliergegevens"
LIST_SHEET = "Keuzelijsten"
"""The hidden sheets."""


class SheetKind(Enum):
    """What a sheet asks."""

    GUIDE = "uitleg"
    QUESTIONS = "vragen"
    PROMISES = "beloften"
    ACTIVITIES = "activiteiten"
    FIGURES = "cijfers"
    CALLOUTS = "kaderteksten"
    REGION = "regio"


class Entry(Enum):
    """What an open cell of a column takes."""

    LINE = "line"
    RICH = "rich"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class Fixed:
    """A cell that nobody fills in; `sheet`: it leads to that sheet."""

    value: str | Amount | None = None
    sheet: str = ""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Open:
    """A cell to fill in, with what stands there already."""

    value: str | Decimal | date | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The number of words in the cell of the column with this key, as a formula."""

    column: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the words in the cell of the column with this key are more than asked, as a formula."""

    column: str
    budget: int


FormCell = Fixed | Open | Words | Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """One column. `width` in characters; `choices` names a list of the form; `hint` is shown at an open cell."""

    key: str
    name: str
    width: int
    entry: Entry | None = None
    choices: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """One row; `key` is '' for a row that asks nothing. `lines`: how many lines of text an open cell has room for."""

    key: str
    cells: tuple[FormCell, ...]
    lines: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSheet:
    """One sheet; `table` is the name of its table, `frozen` how many columns stay in sight."""

    kind: SheetKind
    name: str
    table: str
    description: str
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    frozen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRequest:
    """Which form is made: its ids, the year, the portfolios or the one organisation, from whom, to whom and by when."""

    form_id: str
    dossier_id: str
    version: str
    year: ReportYear
    report_ids: tuple[str, ...] = ()
    organisation_id: str | None = None
    sender: str
    recipient: str
    deadline: date | None
    sent_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPlan:
    """A whole form. `lists`: name → choices of a drop-down; `sent`: what stands in it, to compare with on return."""

    title: str
    organisation: str
    request: FormRequest
    sheets: tuple[FormSheet, ...]
    lists: Mapping[str, tuple[str, ...]]
    sent: Sent
