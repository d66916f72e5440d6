"""Comments on fields: of which year they are, which belong together, and where they stand in words.

Window, workbook and checks all ask here. Comments on one field are one conversation: a remark and what was answered.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from riec_desktop.dossier.closed import year_id_of
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.lineage import counting_report
from riec_desktop.dossier.records import (
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
from riec_desktop.dossier.views import comment_subject, filled_prompt, report_name

GONE = "(niet meer in het dossier)"
_EARLY = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The comments on one field, the oldest first; there is at least one."""

    comments: tuple[Comment, ...]

    @property
    def key(self) -> tuple[str, str, str]:
        """The field: record type, record and field."""
        one = self.comments[0]
        return one.kind, one.record_id, one.field

    @property
    def open_count(self) -> int:
        """How many are not resolved."""
        return sum(not one.resolved for one in self.comments)


def _oldest_first(one: Comment) -> tuple[datetime, str]:
    return one.written_at or _EARLY, one.id


def threads_of(comments: Iterator[Comment]) -> tuple[Thread, ...]:
    """The conversations of these comments, the one that began first in front."""
    groups: dict[tuple[str, str, str], list[Comment]] = {}
    for one in sorted(comments, key=_oldest_first):
        groups.setdefault((one.kind, one.record_id, one.field), []).append(one)
    return tuple(Thread(comments=tuple(group)) for group in groups.values())


def comments_of_year(dossier: Dossier, year: ReportYear) -> Iterator[Comment]:
    """The comments of this year, and those on what is of no year in particular, such as an organisation."""
    return (one for one in dossier.all(Comment) if year_id_of(dossier, one) in (None, year.id))


def comments_at(dossier: Dossier, record: Record, field: str) -> tuple[Comment, ...]:
    """The comments on a field of a record, written or not, the oldest first."""
    found = dossier.where(Comment, "record_id", record.id)
    return tuple(sorted((one for one in found if one.field == field), key=_oldest_first))


def comments_of_report(dossier: Dossier, report: PortfolioReport) -> tuple[Comment, ...]:
    """The comments on the report of a portfolio and on all that is part of it, figures of that year too."""
    found = dossier.once("comments by report", lambda: _by_report(dossier))
    return tuple(found.get(report.id, ()))


def _by_report(dossier: Dossier) -> Mapping[str, list[Comment]]:
    groups: dict[str, list[Comment]] = {}
    for one in dossier.all(Comment):
        about = comment_subject(dossier, one)
        if about is not None:
            groups.setdefault(_report_id(dossier, about), []).append(one)
    return groups


def _report_id(dossier: Dossier, record: Record) -> str:
    """The report that a record is part of; '' for none."""
    match record:
        case PortfolioReport():
            return record.id
        case IndicatorValue():
            return _report_id_of_figure(dossier, record)
        case _:
            return getattr(record, "report_id", None) or ""


def _report_id_of_figure(dossier: Dossier, record: IndicatorValue) -> str:
    indicator = dossier.get(Indicator, record.indicator_id)
    found = counting_report(dossier, indicator, year_id_of(dossier, record))
    return found.id if found else ""


# --- Where, in words -------------------------------------------------------------------------------------------------


def place_in_words(dossier: Dossier, one: Comment) -> tuple[str, str]:
    """The part of the dossier and what in it: ('mensenhandel', 'vraag Context: antwoord')."""
    record = comment_subject(dossier, one)
    if record is None:
        return GONE, ""
    name = _NAMES.get(type(record), _no_name)(dossier, record)
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


def _no_name(_: Dossier, __: Record) -> str:
    return ""


def _question_name(dossier: Dossier, record: Record) -> str:
    question = record if isinstance(record, Question) else _referred(dossier, record, Question, "question_id")
    if question is None:
        return ""
    year = _referred(dossier, question, ReportYear, "year_id")
    return f"vraag ‘{filled_prompt(question.topic or question.prompt, year.year if year else None)}’"


def _titled(_: Dossier, record: Activity | Callout) -> str:
    return f"{record.label} ‘{record.title}’" if record.title else record.label


def _figure_name(dossier: Dossier, record: Record) -> str:
    indicator = record if isinstance(record, Indicator) else _referred(dossier, record, Indicator, "indicator_id")
    owner = _referred(dossier, record, Organisation, "organisation_id")
    return f"indicator ‘{indicator.name}’{f', {owner.name}' if owner else ''}" if indicator else ""


_NAMES: Mapping[type[Record], Callable[[Dossier, Any], str]] = {
    Answer: _question_name,
    Question: _question_name,
    Activity: _titled,
    Callout: _titled,
    Indicator: _figure_name,
    IndicatorValue: _figure_name,
}
