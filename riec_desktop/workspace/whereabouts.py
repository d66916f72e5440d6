"""Where something stands, in the words of the window: 'Mensenhandel 2023 › Context', for lists over a whole dossier."""

from collections.abc import Iterator

from riec_desktop.dossier import views
from riec_desktop.dossier.closed import year_id_of
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.records import (
    Answer,
    GoalSection,
    PortfolioReport,
    Question,
    Record,
    ReportYear,
    Settings,
    StrategicGoal,
)
from riec_desktop.workspace.names import NAME_FIELDS, NAMELESS, display_name

STEP = " › "


def whereabouts(dossier: Dossier, record: Record, field: str = "") -> str:
    """Where a record (and a field of it) stands, the widest first; also for one that the dossier does not hold."""
    return STEP.join(part for part in (*_record_parts(dossier, record, field), *_field_parts(record, field)) if part)


def _record_parts(dossier: Dossier, record: Record, field: str) -> Iterator[str]:
    report = dossier.get(PortfolioReport, getattr(record, "report_id", None))
    if report is not None:
        yield _report(dossier, report)
    match record:
        case PortfolioReport():
            yield _report(dossier, record)
        case Answer():
            yield _topic(dossier, record)
        case ReportYear():
            yield f"Verslagjaar {record.year or ''}".rstrip()
        case GoalSection():
            yield f"{_named(dossier, StrategicGoal, record.goal_id)} {_year(dossier, record)}".rstrip()
        case Settings():
            yield "Instellingen"
        case _ if field and field == NAME_FIELDS.get(type(record)):
            yield capitalised(record.label)
        case _:
            yield _thing(dossier, record)


def _thing(dossier: Dossier, record: Record) -> str:
    """'Activiteit Landelijke training', and the year of what is asked or shown in one year."""
    name = display_name(dossier, record)
    what = capitalised(record.label)
    titled = what if name == NAMELESS else f"{what} {name}"
    return f"{titled} {_year(dossier, record)}".rstrip() if isinstance(record, Question) else titled


def _field_parts(record: Record, field: str) -> Iterator[str]:
    """The label of the field; an answer is its only text, and a title may be called as what it is the title of."""
    label = specs(type(record))[field].label if field else ""
    if not (isinstance(record, Answer) and field == "text") and label != record.label:
        yield label


def _report(dossier: Dossier, report: PortfolioReport) -> str:
    name = capitalised(views.report_name(dossier, report)) or NAMELESS
    return f"{name} {_year(dossier, report)}".rstrip()


def _topic(dossier: Dossier, answer: Answer) -> str:
    question = dossier.get(Question, answer.question_id)
    year = dossier.get(ReportYear, question.year_id) if question else None
    topic = question.topic or question.prompt if question else ""
    return views.filled_prompt(topic, year.year if year else None) or capitalised(answer.label)


def _named(dossier: Dossier, kind: type[Record], record_id: str | None) -> str:
    found = dossier.get(kind, record_id)
    return display_name(dossier, found) if found is not None else capitalised(kind.label)


def _year(dossier: Dossier, record: Record) -> str:
    year = dossier.get(ReportYear, year_id_of(dossier, record))
    return str(year.year or "") if year else ""
