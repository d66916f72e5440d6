"""What the sheets of a dossier share: texts without markup, names in a row, and the colour of each word.

A colour never stands alone: it belongs to a word in the cell, and the sheet 'Leeswijzer' explains it.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from riec_desktop.dossier.choices import ActivityState, MissingReason, PortfolioStatus, ReviewState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import ReportYear
from riec_desktop.dossier.richtext import BlockKind, RichBlock, numbered, plain_text
from riec_desktop.dossier.views import names
from riec_desktop.excel.plan import Mark, Tone
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
    MissingReason.UNKNOWN: Tone.WAITING,
    MissingReason.NOT_DELIVERED: Tone.LACKING,
    MissingReason.CONFIDENTIAL: Tone.QUIET,
}
_INDENT = "    "


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


def named(dossier: Dossier, organisation_ids: Iterable[str]) -> str:
    """The names of organisations in one cell."""
    return ", ".join(names(dossier, organisation_ids))
