"""The sheet 'Opmerkingen': what was remarked on the texts and figures of the year, and what is still open.

The overview goes to many people, so who made a remark is told only when the team chose to show names.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.records import (
    TYPE_BY_NAME,
    Activity,
    Answer,
    Callout,
    Comment,
    Indicator,
    IndicatorValue,
    Organisation,
    Portfolio,
    PortfolioReport,
    Question,
    Record,
    ReportYear,
    StrategicGoal,
)
from riec_desktop.dossier.views import answer, filled_prompt, questions, report_name, settings
from riec_desktop.excel.plan import Column, ColumnType, Mark, Row, SheetPlan, Tone

_OPEN = Mark("open", Tone.WAITING)
_RESOLVED = Mark("afgehandeld", Tone.DONE)
_GONE = "(niet meer in het dossier)"


def comments(dossier: Dossier, year: ReportYear) -> SheetPlan:
    """One row per comment on something of this year or of all years; open ones first, then the newest first."""
    shown = settings(dossier).persons_shown
    person = (Column(name="Van wie", widest=24),) if shown else ()
    found = sorted(_comments(dossier, year), key=_newest_first)
    return SheetPlan(
        name="Opmerkingen",
        description="Eén regel per opmerking: waar zij bij hoort, wat er staat en of zij is afgehandeld.",
        columns=(
            Column(name="Onderdeel", widest=30),
            Column(name="Waarbij", widest=34),
            Column(name="Opmerking", widest=90),
            *person,
            Column(name="Geschreven op", type=ColumnType.DATE),
            Column(name="Stand", widest=14, marks=(_OPEN, _RESOLVED)),
        ),
        rows=tuple(_row(dossier, year, one, shown=shown) for one in found),
        nothing="Er zijn in dit verslagjaar geen opmerkingen.",
    )


def _newest_first(one: Comment) -> tuple[bool, float]:
    return one.resolved, -one.written_at.timestamp() if one.written_at else 0.0


def _row(dossier: Dossier, year: ReportYear, one: Comment, *, shown: bool) -> Row:
    part, place = _place(dossier, year, one)
    return (
        part,
        place,
        one.text,
        *((one.author,) if shown else ()),
        one.written_at.date() if one.written_at else None,
        (_RESOLVED if one.resolved else _OPEN).word,
    )


# --- Of which year ---------------------------------------------------------------------------------------------------


def _comments(dossier: Dossier, year: ReportYear) -> Iterator[Comment]:
    for one in dossier.all(Comment):
        record = _record(dossier, one)
        if record is None or _of_year(dossier, record, year):
            yield one


def _record(dossier: Dossier, one: Comment) -> Record | None:
    """What a comment is about; an answer that nobody wrote yet can have one too."""
    kind = TYPE_BY_NAME.get(one.kind)
    found = dossier.get(kind, one.record_id) if kind else None
    return found or (_unwritten(dossier).get(one.record_id) if kind is Answer else None)


def _unwritten(dossier: Dossier) -> Mapping[str, Answer]:
    """Id → answer, for every question to every portfolio of every year."""
    return dossier.once("answers by id", lambda: {one.id: one for one in _all_answers(dossier)})


def _all_answers(dossier: Dossier) -> Iterator[Answer]:
    for report in dossier.all(PortfolioReport):
        for question in questions(dossier, report.year_id):
            yield answer(dossier, report, question)


def _of_year(dossier: Dossier, record: Record, year: ReportYear) -> bool:
    """Whether a record is part of this year, or of no year in particular, such as an organisation."""
    if isinstance(record, IndicatorValue):
        return record.year == year.year
    report = dossier.get(PortfolioReport, cast("str | None", getattr(record, "report_id", None)))
    owner = report or record
    own = owner.id if isinstance(owner, ReportYear) else getattr(owner, "year_id", None)
    return own is None or own == year.id


# --- Where, in words -------------------------------------------------------------------------------------------------


def _place(dossier: Dossier, year: ReportYear, one: Comment) -> tuple[str, str]:
    """The part of the dossier and what in it: ('mensenhandel', 'vraag Context: antwoord')."""
    record = _record(dossier, one)
    if record is None:
        return _GONE, ""
    name = _NAMES.get(type(record), _no_name)(dossier, year, record)
    spec = specs(type(record)).get(one.field)
    return _part(dossier, record), ": ".join(filter(None, (name, spec.label if spec else "")))


def _part(dossier: Dossier, record: Record) -> str:
    """The portfolio, goal or organisation that a record is about; else the word for its kind."""
    for find in _PARTS:
        if name := find(dossier, record):
            return name
    return type(record).label


def _report_part(dossier: Dossier, record: Record) -> str:
    found = record if isinstance(record, PortfolioReport) else _referred(dossier, record, PortfolioReport, "report_id")
    return report_name(dossier, found) if found else ""


def _portfolio_part(dossier: Dossier, record: Record) -> str:
    indicator = _referred(dossier, record, Indicator, "indicator_id") or record
    found = record if isinstance(record, Portfolio) else _referred(dossier, indicator, Portfolio, "portfolio_id")
    return found.name if found else ""


def _goal_part(dossier: Dossier, record: Record) -> str:
    found = record if isinstance(record, StrategicGoal) else _referred(dossier, record, StrategicGoal, "goal_id")
    return found.short_name if found else ""


def _organisation_part(dossier: Dossier, record: Record) -> str:
    found = record if isinstance(record, Organisation) else _referred(dossier, record, Organisation, "organisation_id")
    return found.name if found else ""


_PARTS: tuple[Callable[[Dossier, Record], str], ...] = (_report_part, _portfolio_part, _goal_part, _organisation_part)


def _referred(dossier: Dossier, record: Record, kind: type[Any], field: str) -> Any:
    """The record that a field refers to, None when the record has no such field or it leads nowhere."""
    return dossier.get(kind, getattr(record, field, None))


def _no_name(_: Dossier, __: ReportYear, ___: Record) -> str:
    return ""


def _question_name(dossier: Dossier, year: ReportYear, record: Record) -> str:
    question = record if isinstance(record, Question) else _referred(dossier, record, Question, "question_id")
    return f"vraag ‘{filled_prompt(question.topic or question.prompt, year.year)}’" if question else ""


def _titled(_: Dossier, __: ReportYear, record: Activity | Callout) -> str:
    return f"{record.label} ‘{record.title}’" if record.title else record.label


def _figure_name(dossier: Dossier, _: ReportYear, record: Record) -> str:
    indicator = record if isinstance(record, Indicator) else _referred(dossier, record, Indicator, "indicator_id")
    owner = _referred(dossier, record, Organisation, "organisation_id")
    return f"indicator ‘{indicator.name}’{f', {owner.name}' if owner else ''}" if indicator else ""


_NAMES: Mapping[type[Record], Callable[[Dossier, ReportYear, Any], str]] = {
    Answer: _question_name,
    Question: _question_name,
    Activity: _titled,
    Callout: _titled,
    Indicator: _figure_name,
    IndicatorValue: _figure_name,
}
