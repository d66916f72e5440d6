"""Finding words in all texts of a dossier: over all years, as a person reads the texts.

A rich text is searched as it is read, so bold in the middle of a word hides nothing, and a linked number is found by
what it prints. `replacing` makes changes of what is found here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import NamedTuple, cast

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.closed import year_id_of
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import FieldSpec, Kind, Value, specs
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import (
    RECORD_TYPES,
    Answer,
    Comment,
    ContributionForm,
    PortfolioReport,
    Question,
    Record,
    ReportYear,
    ReviewDocument,
)
from riec_desktop.dossier.richtext import Linked, Run
from riec_desktop.figures.shown import linked_text

MOST = 1_000
"""Hits after which a search stops: nobody reads on, and a longer word finds fewer."""

AROUND = 60
"""Characters shown before and after the words that were found."""

_TEXTS = (Kind.LINE, Kind.TEXT, Kind.RICH, Kind.LINES)
_UNREAD = (ContributionForm, ReviewDocument)
"""What was sent is kept as it was, and has no page."""

_MARKED = re.compile(r"[*_\[\\&{]")
"""A text without any of these reads as it is written, apart from the marks of lists."""

_ALIKE = {"'": "['\u2018\u2019]", '"': '["\u201c\u201d\u201e]', "-": "[-\u2011]"}
"""What a keyboard types, and what Word makes of it."""


class Bound(Enum):
    """Why words that were found cannot be replaced: not, their year is closed, or they are printed by a link."""

    FREE = "free"
    CLOSED = "closed"
    LINKED = "linked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What to look for. `year_id` '' looks in all years and in what belongs to none."""

    text: str
    whole_word: bool = False
    capitals: bool = False
    year_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Words that were found, at `start` to `end` in the text of the field as it is read (see `readable`).

    `before` and `after` stand around `words` on the same line, at most `AROUND` characters of each. `year_id` is '' for
    what belongs to no year.
    """

    kind: type[Record]
    record_id: str
    field: str
    year_id: str
    start: int
    end: int
    before: str
    words: str
    after: str
    bound: Bound


def search(dossier: Dossier, query: Query, most: int = MOST) -> tuple[Hit, ...]:
    """The places where the words stand: newest year first, then in the order of the chapter; at most so many."""
    pattern = _pattern(query)
    if pattern is None:
        return ()
    found = islice(_hits(dossier, query, pattern), most)
    return tuple(sorted(found, key=lambda hit: _order(dossier, hit)))


# --- Reading texts ---------------------------------------------------------------------------------------------------


@lru_cache
def searched_fields(kind: type[Record]) -> tuple[FieldSpec, ...]:
    """The fields of a record type that a search looks in."""
    if kind in _UNREAD:
        return ()
    if kind is Comment:
        return (specs(Comment)["text"],)
    return tuple(spec for spec in specs(kind).values() if spec.kind in _TEXTS)


def shower(dossier: Dossier, record: Record) -> Callable[[Linked], str]:
    """What a linked number or a reference prints in the texts of this record."""
    year = dossier.get(ReportYear, year_id_of(dossier, record))
    return lambda linked: linked_text(dossier, linked, year.year if year else None)


def shown_run(run: Run, show: Callable[[Linked], str]) -> str:
    """What a run of a rich text reads as."""
    return run.text if run.linked is None else show(run.linked)


def readable(dossier: Dossier, record: Record, spec: FieldSpec) -> str:
    """The text of a field as a person reads it, a line for each paragraph or item."""
    value = cast("Value", getattr(record, spec.name))
    if spec.kind is Kind.RICH:
        show = shower(dossier, record)
        return "\n".join("".join(shown_run(run, show) for run in block.runs) for block in parse(str(value)))
    return "\n".join(map(str, value)) if isinstance(value, tuple) else str(value or "")


def linked_spans(dossier: Dossier, record: Record, spec: FieldSpec) -> Iterator[tuple[int, int]]:
    """Start and end, in the text as it is read, of each linked number and reference."""
    if spec.kind is not Kind.RICH:
        return
    at = 0
    show = shower(dossier, record)
    for block in parse(str(getattr(record, spec.name))):
        for run in block.runs:
            length = len(shown_run(run, show))
            if run.linked is not None:
                yield at, at + length
            at += length
        at += 1


# --- Finding ---------------------------------------------------------------------------------------------------------


def _pattern(query: Query) -> re.Pattern[str] | None:
    """Words in a row, with any space of one line between them; None when there is nothing to look for."""
    words = ("".join(_ALIKE.get(one, re.escape(one)) for one in word) for word in query.text.split())
    source = r"[^\S\n]+".join(words)
    if not source:
        return None
    if query.whole_word:
        source = rf"(?<!\w){source}(?!\w)"
    return re.compile(source, 0 if query.capitals else re.IGNORECASE)


class _Written(NamedTuple):
    """A text as it is written, in small letters; `marked` when it may read otherwise."""

    record: Record
    spec: FieldSpec
    small: str
    marked: bool


def _hits(dossier: Dossier, query: Query, pattern: re.Pattern[str]) -> Iterator[Hit]:
    # Most texts do not hold the longest word at all; that is seen much sooner than they are read.
    longest = max(re.findall(r"\w+", query.text), key=len, default="").lower()
    for one in dossier.once("search.written", lambda: tuple(_all_written(dossier))):
        if longest in one.small or one.marked:
            yield from _hits_in(dossier, query, pattern, one)


def _all_written(dossier: Dossier) -> Iterator[_Written]:
    for kind in RECORD_TYPES:
        for spec in searched_fields(kind):
            for record in dossier.rows(kind).values():
                value = getattr(record, spec.name)
                if value:
                    text = value if isinstance(value, str) else "\n".join(value)
                    yield _Written(record, spec, text.lower(), _MARKED.search(text) is not None)


def _hits_in(dossier: Dossier, query: Query, pattern: re.Pattern[str], written: _Written) -> Iterator[Hit]:
    record, spec = written.record, written.spec
    text = _read_once(dossier, record, spec) if written.marked else readable(dossier, record, spec)
    found = list(pattern.finditer(text))
    year_id = (year_id_of(dossier, record) or "") if found else ""
    if not found or query.year_id not in ("", year_id):
        return
    closed = _is_closed(dossier, year_id)
    linked = tuple(linked_spans(dossier, record, spec))
    for match in found:
        before, after = _around(text, match)
        yield Hit(
            kind=type(record),
            record_id=record.id,
            field=spec.name,
            year_id=year_id,
            start=match.start(),
            end=match.end(),
            before=before,
            words=match[0],
            after=after,
            bound=Bound.CLOSED if closed else _bound(match, linked),
        )


def _read_once(dossier: Dossier, record: Record, spec: FieldSpec) -> str:
    """`readable`, kept: every search reads the texts with marks."""
    return dossier.once(("search.read", record.id, spec.name), lambda: readable(dossier, record, spec))


def _is_closed(dossier: Dossier, year_id: str) -> bool:
    year = dossier.get(ReportYear, year_id)
    return year is not None and year.state is YearState.CLOSED


def _bound(match: re.Match[str], linked: tuple[tuple[int, int], ...]) -> Bound:
    touched = any(start < match.end() and match.start() < end for start, end in linked)
    return Bound.LINKED if touched else Bound.FREE


def _around(text: str, match: re.Match[str]) -> tuple[str, str]:
    """What stands before and after on the same line, cut at a space where it is long."""
    line_start = text.rfind("\n", 0, match.start()) + 1
    line_end = text.find("\n", match.end())
    before = text[line_start : match.start()]
    after = text[match.end() : line_end if line_end >= 0 else len(text)]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + "…"
    return before, after


# --- Order -----------------------------------------------------------------------------------------------------------


def _order(dossier: Dossier, hit: Hit) -> tuple[object, ...]:
    record = dossier.get(hit.kind, hit.record_id)
    year = dossier.get(ReportYear, hit.year_id)
    report_id = hit.record_id if hit.kind is PortfolioReport else getattr(record, "report_id", None)
    place = (
        -(year.year or 0) if year else 0,
        _ranks(dossier, year).get(report_id or "", -1),
        RECORD_TYPES.index(hit.kind),
        _position(dossier, record),
    )
    return (*place, hit.record_id, list(specs(hit.kind)).index(hit.field), hit.start)


def _ranks(dossier: Dossier, year: ReportYear | None) -> dict[str, int]:
    """The place of each portfolio of a year in its chapter."""
    if year is None:
        return {}
    return dossier.once(
        ("search.ranks", year.id), lambda: {one.id: rank for rank, one in enumerate(views.reports(dossier, year))}
    )


def _position(dossier: Dossier, record: Record | None) -> object:
    """Answers stand in the order of their questions, all else in its own."""
    if isinstance(record, Answer):
        record = dossier.get(Question, record.question_id)
    return getattr(record, "position", 0)
