"""What stands in each cell of the readiness board: a sign, a word, a detail, and the sentence for a screen reader."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from riec_desktop.dossier.choices import PortfolioStatus, ReviewState
from riec_desktop.dossier.dutch import number
from riec_desktop.dossier.labels import word
from riec_desktop.ui.theme import Tone
from riec_desktop.workspace.deadlines import Term, Wish, deadline_words, is_delivered, term, wanted
from riec_desktop.workspace.readiness import Cell, Group, Part, Readiness, Row

STATE_COLUMN, FINDINGS_COLUMN = "Voortgang", "Aandacht"
"""The first two columns, before those of the parts."""

BEFORE_PARTS = 2
MAY_BE_EMPTY = "mag leeg"
_ICONS = {
    ReviewState.EMPTY: "empty",
    ReviewState.DRAFT: "draft",
    ReviewState.IN_REVIEW: "review",
    ReviewState.AGREED: "agreed",
}
_TONES = {
    ReviewState.EMPTY: Tone.NEUTRAL,
    ReviewState.DRAFT: Tone.INFO,
    ReviewState.IN_REVIEW: Tone.WARNING,
    ReviewState.AGREED: Tone.SUCCESS,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One cell. `sign` is the name of an icon, `tone` None is a cell without a ground; `spoken` says all of it."""

    sign: str
    word: str
    detail: str
    tone: Tone | None
    spoken: str
    alarming: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row of the board on a day: a portfolio, or (`row` None) the heading of a goal with a summary."""

    title: str
    detail: str
    today: date
    row: Row | None = None


def columns(board: Readiness) -> tuple[str, ...]:
    """The titles of the columns."""
    return (STATE_COLUMN, FINDINGS_COLUMN, *board.titles)


def lines(board: Readiness, wish: Wish, today: date) -> tuple[Line, ...]:
    """The rows of the board that a person wants to see; a goal of which nothing is left has no heading."""
    return tuple(line for group in board.groups for line in _group(group, wish, today))


def _group(group: Group, wish: Wish, today: date) -> Iterator[Line]:
    rows = [row for row in group.rows if wanted(row, wish, today, group.goal_id)]
    if rows:
        yield Line(title=group.title, detail=_summary(rows), today=today)
        yield from (_line(row, today) for row in rows)


def _summary(rows: Sequence[Row]) -> str:
    agreed = sum(row.report.review is ReviewState.AGREED for row in rows)
    return f"{_counted(len(rows), 'portefeuille', 'portefeuilles')}, waarvan {agreed} akkoord"


def _line(row: Row, today: date) -> Line:
    return Line(title=row.name, detail=row.report.holder or "nog niemand levert aan", today=today, row=row)


def _counted(count: int, one: str, more: str) -> str:
    return f"1 {one}" if count == 1 else f"{number(count)} {more}"


# --- Faces -----------------------------------------------------------------------------------------------------------


def face_of(line: Line, column: int) -> Face | None:
    """What stands in a column of a row; None in the heading of a goal. Made when it is asked for: few are in sight."""
    if line.row is None:
        return None
    if column < BEFORE_PARTS:
        return _findings_face(line.row) if column else _state_face(line.row, line.today)
    return _cell_face(line.row, line.row.cells[column - BEFORE_PARTS])


def sign_of(state: ReviewState, status: PortfolioStatus) -> str:
    """The icon of a state; what is in preparation and still empty has its own."""
    preparing = state is ReviewState.EMPTY and status is PortfolioStatus.PREPARING
    return "preparing" if preparing else _ICONS[state]


def _state_face(row: Row, today: date) -> Face:
    """How far the whole portfolio is, and its deadline."""
    report, words = row.report, deadline_words(row, today)
    status = "" if report.status is PortfolioStatus.RUNNING else f", {word(report.status)}"
    told = f"aanleveren: {words}" if words else "geen datum om aan te leveren"
    return Face(
        sign=sign_of(report.review, report.status),
        word=word(report.review),
        detail="" if is_delivered(row) else words,
        tone=_TONES[report.review],
        alarming=term(row, today) is Term.LATE,
        spoken=f"{row.name}{status}: {word(report.review)}, {told}",
    )


def _cell_face(row: Row, cell: Cell) -> Face:
    optional = cell.state is ReviewState.EMPTY and not cell.needed
    shown = MAY_BE_EMPTY if optional else word(cell.state)
    long = cell.part is Part.QUESTION and cell.room is not None and cell.count > cell.room
    spoken = [shown, *_amount(cell), *(["te lang"] if long else [])]
    if cell.findings:
        spoken.append(_counted(cell.findings, "aandachtspunt", "aandachtspunten"))
    return Face(
        sign="" if optional else _ICONS[cell.state],
        word=shown,
        detail=f"{_detail(cell)}{' te lang' if long else ''}",
        tone=None if optional else _TONES[cell.state],
        alarming=long,
        spoken=f"{row.name}, {cell.title}: {', '.join(spoken)}",
    )


def _detail(cell: Cell) -> str:
    """'86 / 120', '4', or nothing where there is nothing."""
    if not cell.count and cell.state is ReviewState.EMPTY and not cell.needed:
        return ""
    return number(cell.count) if cell.room is None else f"{number(cell.count)} / {number(cell.room)}"


def _amount(cell: Cell) -> Iterator[str]:
    """The same in words; nothing for what may be empty and is."""
    if not _detail(cell):
        return
    of = "" if cell.room is None else f" van {number(cell.room)}"
    unit = {Part.QUESTION: " woorden", Part.FIGURES: " cijfers"}.get(cell.part, "")
    yield f"{number(cell.count)}{of}{unit}"


def _findings_face(row: Row) -> Face:
    """What was noticed, and the comments that are open."""
    comments = _counted(row.comments, "opmerking", "opmerkingen") if row.comments else ""
    told = _counted(row.findings, "aandachtspunt", "aandachtspunten") if row.findings else "geen aandachtspunten"
    return Face(
        sign="warning" if row.findings else "",
        word=number(row.findings) if row.findings else "geen",
        detail=comments,
        tone=Tone.WARNING if row.findings else None,
        spoken=", ".join(part for part in (f"{row.name}: {told}", comments) if part),
    )
