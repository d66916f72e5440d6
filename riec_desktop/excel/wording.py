"""What the sheets of a dossier share: texts without markup, names in a row, and the colour of each word.

A colour never stands alone: it belongs to a word in the cell, and the sheet 'Leeswijzer' explains it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from itertools import count

from riec_desktop.dossier.choices import ActivityState, MissingReason, PortfolioStatus, PromiseOutcome, ReviewState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import places
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import Indicator, ReportYear
from riec_desktop.dossier.richtext import BlockKind, RichBlock, numbered, plain_text
from riec_desktop.dossier.text import clean_line
from riec_desktop.dossier.views import names
from riec_desktop.excel.plan import Amount, Mark, Row, Tone
from riec_desktop.figures.shown import linked_text

_TONES: Mapping[StrEnum, Tone] = {
    PortfolioStatus.PREPARING: Tone.WAITING,
    PortfolioStatus.RUNNING: Tone.BUSY,
    PortfolioStatus.FINISHED: Tone.DONE,
    PortfolioStatus.MERGED: Tone.QUIET,
    PortfolioStatus.STOPPED: Tone.QUIET,
    ReviewState.EMPTY: Tone.LACKING,
    ReviewState.DRAFT: Tone.WAITING,
    ReviewState.IN_REVIEW: Tone.BUSY,
    ReviewState.AGREED: Tone.DONE,
    ActivityState.PLANNED: Tone.WAITING,
    ActivityState.RUNNING: Tone.BUSY,
    ActivityState.DONE: Tone.DONE,
    ActivityState.STOPPED: Tone.QUIET,
    PromiseOutcome.OPEN: Tone.LACKING,
    PromiseOutcome.DONE: Tone.DONE,
    PromiseOutcome.PARTLY: Tone.BUSY,
    PromiseOutcome.NOT_DONE: Tone.WAITING,
    PromiseOutcome.LAPSED: Tone.QUIET,
    MissingReason.UNKNOWN: Tone.WAITING,
    MissingReason.NOT_DELIVERED: Tone.LACKING,
    MissingReason.CONFIDENTIAL: Tone.QUIET,
}
_INDENT = "    "
# Excel itself keeps 15 digits.
_MOST_DECIMALS = 15
_MOST_IN_NAME = 100


def marks(kind: type[StrEnum]) -> tuple[Mark, ...]:
    """The words of an enum with their colours."""
    return tuple(Mark(word(choice), _TONES[choice]) for choice in kind if choice in _TONES)


def plain(dossier: Dossier, year: ReportYear, text: str) -> str:
    """A rich text as a cell shows it: a line per paragraph or list item, linked numbers as they are printed."""
    return "\n".join(_line(dossier, year, block, number) for block, number in numbered(parse(text)))


def _line(dossier: Dossier, year: ReportYear, block: RichBlock, number: int) -> str:
    signs = {BlockKind.PARAGRAPH: "", BlockKind.BULLET: "• ", BlockKind.NUMBER: f"{number}. "}
    text = plain_text((block,), lambda linked: linked_text(dossier, linked, year.year))
    return f"{_INDENT * block.level}{signs[block.kind]}{text}"


def total_of(rows: Sequence[Row], column: int) -> Amount | None:
    """The sum of the whole numbers in a column, for the row of totals; None for a sheet without rows."""
    cells = (row[column] for row in rows)
    return Amount(Decimal(sum(cell for cell in cells if isinstance(cell, int)))) if rows else None


def column_names(wanted: Iterable[str], taken: Iterable[str] = ()) -> Iterator[str]:
    """Names that come from the dossier as names of columns: one line, not too long, and each different.

    Excel repairs a table of which two columns have one name, small or capital letters alike.
    """
    used = {name.casefold() for name in taken}
    for one in wanted:
        base = clean_line(one)[:_MOST_IN_NAME] or "(zonder naam)"
        name = next(free for free in _numbered_names(base) if free.casefold() not in used)
        used.add(name.casefold())
        yield name


def _numbered_names(base: str) -> Iterator[str]:
    yield base
    yield from (f"{base} ({number})" for number in count(2))


def amount_of(value: Decimal | None, indicator: Indicator) -> Amount | None:
    """A number with the decimals of its indicator, and more when it has more, as the Word chapter prints it."""
    if value is None:
        return None
    return Amount(value, min(max(indicator.decimals, places(value)), _MOST_DECIMALS))


def own_row(table: str, column: str) -> str:
    """How a formula names the cell of a column in its own row (ISO/IEC 29500-1, 18.17.6.2)."""
    return f"{table}[[#This Row],[{column}]]"


def named(dossier: Dossier, organisation_ids: Iterable[str]) -> str:
    """The names of organisations in one cell."""
    return ", ".join(names(dossier, organisation_ids))
