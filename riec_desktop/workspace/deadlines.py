"""Deadlines on the board: how a portfolio stands to its day, in words, and which portfolios a person wants to see."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.dutch import short_date
from riec_desktop.workspace.readiness import Row

SOON = 7
"""Days before a deadline in which it is said to be near."""


class Term(Enum):
    """How a portfolio stands to its deadline; the value is what a person chooses."""

    LATE = "te laat"
    SOON = "binnen een week"
    LATER = "later"
    NONE = "zonder datum"
    DELIVERED = "aangeleverd"


def is_delivered(row: Row) -> bool:
    """Whether the holder is done: the text is being read, or agreed upon."""
    return row.report.review in {ReviewState.IN_REVIEW, ReviewState.AGREED}


def term(row: Row, today: date) -> Term:
    """How a portfolio stands to its deadline; the day itself is in time."""
    if is_delivered(row):
        return Term.DELIVERED
    if row.report.deadline is None:
        return Term.NONE
    days = (row.report.deadline - today).days
    return Term.LATE if days < 0 else Term.SOON if days <= SOON else Term.LATER


def deadline_words(row: Row, today: date) -> str:
    """'3 dagen te laat', 'vandaag', 'nog 5 dagen', or the date; '' without one."""
    deadline = row.report.deadline
    if deadline is None:
        return ""
    match term(row, today):
        case Term.LATE:
            return f"{_days((today - deadline).days)} te laat"
        case Term.SOON:
            return _soon((deadline - today).days)
        case _:
            return f"voor {short_date(deadline)}"


def _soon(days: int) -> str:
    return ("vandaag", "morgen")[days] if days <= 1 else f"nog {_days(days)}"


def _days(count: int) -> str:
    return "1 dag" if count == 1 else f"{count} dagen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which portfolios a person wants to see; None is no choice. `holder` '' is nobody, `goal_id` '' is without a goal.

    `unfinished`: everything that is not agreed upon.
    """

    review: ReviewState | None = None
    unfinished: bool = False
    holder: str | None = None
    term: Term | None = None
    goal_id: str | None = None


def wanted(row: Row, wish: Wish, today: date, goal_id: str | None) -> bool:
    """Whether a portfolio under this goal is among them."""
    return (
        wish.review in {None, row.report.review}
        and not (wish.unfinished and row.report.review is ReviewState.AGREED)
        and wish.holder in {None, row.report.holder.strip()}
        and wish.term in {None, term(row, today)}
        and wish.goal_id in {None, goal_id or ""}
    )
