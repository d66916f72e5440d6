"""Who still has to deliver, and the reminder that can be mailed to them: polite, with what is missing and by when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from riec_desktop.dossier.dutch import listing, long_date
from riec_desktop.workspace.deadlines import Term, is_delivered, term
from riec_desktop.workspace.readiness import Part, Readiness, Row

NOBODY = "Nog niemand aangewezen"
"""Stands where a portfolio has no holder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Somebody who still has to deliver, with the portfolios that it is about; `name` '' is nobody."""

    name: str
    rows: tuple[Row, ...]

    @property
    def first_deadline(self) -> date | None:
        """The day that comes first."""
        return min((one.report.deadline for one in self.rows if one.report.deadline), default=None)


def owners(board: Readiness) -> tuple[Owner, ...]:
    """Who still has to deliver: those with the first deadline first, portfolios without a holder last."""
    found: dict[str, list[Row]] = {}
    for row in board.rows:
        if not is_delivered(row):
            found.setdefault(row.report.holder.strip(), []).append(row)
    made = (Owner(name=name, rows=tuple(rows)) for name, rows in found.items())
    return tuple(sorted(made, key=lambda one: (not one.name, one.first_deadline or date.max, one.name)))


def missing_answers(row: Row) -> tuple[str, ...]:
    """The titles of the questions that must be answered and are not."""
    return tuple(one.title for one in row.cells if one.part is Part.QUESTION and one.needed and not one.count)


def missing(row: Row) -> tuple[str, ...]:
    """What a portfolio still lacks, a line each: answers, figures, or only the last look."""
    answers, figures = missing_answers(row), row.lacking
    lines = (
        f"{'antwoord op de vraag' if len(answers) == 1 else 'antwoorden op de vragen'} {_quoted(answers)}",
        f"{'cijfer' if len(figures) == 1 else 'cijfers'}: {listing(figures)}",
    )
    found = tuple(line for line, there in zip(lines, (answers, figures), strict=True) if there)
    return found or ("alles is ingevuld; laat weten of de tekst klaar is",)


def _quoted(titles: Sequence[str]) -> str:
    return listing([f"‘{title}’" for title in titles])


def reminder(owner: Owner, year: int | None, sender: str, today: date) -> str:
    """The text of a mail to somebody who still has to deliver; `sender` signs it."""
    return "\n".join(_lines(owner, year, sender, today))


def _lines(owner: Owner, year: int | None, sender: str, today: date) -> Iterator[str]:
    yield from (f"Beste {owner.name},", "")
    what = "een deel van uw bijdrage" if len(owner.rows) == 1 else "een deel van uw bijdragen"
    yield from (f"Voor het jaarverslag{f' {year}' if year else ''} missen wij nog {what}:", "")
    for row in owner.rows:
        yield f"{row.name}{_by(row, today)}"
        yield from (f"- {line}" for line in missing(row))
        yield ""
    yield _request(owner, today)
    yield "Lukt dat niet, of hebt u een vraag? Laat het ons dan weten; wij denken graag mee."
    yield from ("", "Met vriendelijke groet,", sender)


def _by(row: Row, today: date) -> str:
    """The deadline of one portfolio."""
    deadline = row.report.deadline
    if deadline is None:
        return ""
    passed = ", die datum is voorbij" if term(row, today) is Term.LATE else ""
    return f" (aanleveren voor {long_date(deadline)}{passed})"


def _request(owner: Owner, today: date) -> str:
    if any(term(one, today) is Term.LATE for one in owner.rows):
        return "Wilt u dit zo snel mogelijk aanleveren?"
    return "Wilt u dit op tijd aanleveren?" if owner.first_deadline else "Wilt u laten weten wanneer u dit aanlevert?"
