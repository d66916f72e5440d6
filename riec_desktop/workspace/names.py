"""What a record is called on screen: in lists to choose from, in tables and above forms."""

from collections.abc import Callable, Mapping
from typing import Any

from riec_desktop.checks.secret_names import is_secret
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import (
    AcceptedFinding,
    Activity,
    AgendaStep,
    Answer,
    Callout,
    Comment,
    ContributionForm,
    DefinitionChange,
    GoalSection,
    Indicator,
    IndicatorValue,
    NamedVersion,
    Organisation,
    Picture,
    Portfolio,
    PortfolioReport,
    Programme,
    Promise,
    Question,
    Record,
    RegionalSection,
    ReportYear,
    ReviewDocument,
    Settings,
    StrategicAgenda,
    StrategicGoal,
    WordRule,
)
from riec_desktop.dossier.richtext import plain_text

NAMELESS = "(zonder naam)"
_SHORT = 60

NAME_FIELDS: Mapping[type[Record], str] = {
    Settings: "name",
    Organisation: "name",
    Programme: "name",
    StrategicAgenda: "name",
    AgendaStep: "text",
    StrategicGoal: "short_name",
    Portfolio: "name",
    Indicator: "name",
    ReportYear: "title",
    Question: "topic",
    Activity: "title",
    Callout: "title",
    Picture: "title",
    Comment: "text",
    ReviewDocument: "version",
    ContributionForm: "recipient",
    Promise: "text",
    DefinitionChange: "note",
    NamedVersion: "name",
    WordRule: "text",
    AcceptedFinding: "code",
}
"""The field in which a person writes what the record is called."""


def shortened(text: str, length: int = _SHORT) -> str:
    """Text on one line of at most this many characters, cut at a word."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return f"{line[:length].rsplit(' ', 1)[0][: length - 1]}…"


def _organisation(_: Dossier, record: Organisation) -> str:
    """A name that has had its time says so: lists hold the old and the new name of one organisation."""
    return f"{record.name} (tot en met {record.last_year})" if record.last_year and record.name else record.name


def _year(_: Dossier, record: ReportYear) -> str:
    return str(record.year or "")


def _rich(_: Dossier, record: AgendaStep | Promise) -> str:
    return shortened(plain_text(parse(record.text), lambda _: "…"))


def _goal(_: Dossier, record: StrategicGoal) -> str:
    return record.short_name or record.full_name


def _question(_: Dossier, record: Question) -> str:
    return record.topic or shortened(record.prompt)


def _joined(dossier: Dossier, *parts: tuple[type[Record], str | None]) -> str:
    found = (dossier.get(kind, record_id) for kind, record_id in parts)
    return " – ".join(display_name(dossier, one) for one in found if one is not None)


def _value(dossier: Dossier, record: IndicatorValue) -> str:
    where = _joined(dossier, (Indicator, record.indicator_id), (Organisation, record.organisation_id))
    return f"{where} {record.year or ''}".strip()


def _section(dossier: Dossier, record: GoalSection) -> str:
    return _joined(dossier, (StrategicGoal, record.goal_id), (ReportYear, record.year_id))


def _report(dossier: Dossier, record: PortfolioReport) -> str:
    name = views.report_name(dossier, record)
    year = dossier.get(ReportYear, record.year_id)
    return f"{name} ({year.year})" if name and year and year.year else name


def _answer(dossier: Dossier, record: Answer) -> str:
    return _joined(dossier, (PortfolioReport, record.report_id), (Question, record.question_id))


def _region(dossier: Dossier, record: RegionalSection) -> str:
    return _joined(dossier, (Organisation, record.organisation_id), (ReportYear, record.year_id))


def _comment(_: Dossier, record: Comment) -> str:
    return shortened(record.text)


def _word_rule(_: Dossier, record: WordRule) -> str:
    """A name that is kept unreadable is not called by its digest."""
    return "Geheime naam" if is_secret(record.text) else record.text


def _form(dossier: Dossier, record: ContributionForm) -> str:
    return record.recipient or _joined(dossier, (Organisation, record.organisation_id))


_NAMES: Mapping[type[Record], Callable[[Dossier, Any], str]] = {
    Organisation: _organisation,
    Portfolio: views.portfolio_name,
    ReportYear: _year,
    AgendaStep: _rich,
    Promise: _rich,
    StrategicGoal: _goal,
    Question: _question,
    IndicatorValue: _value,
    GoalSection: _section,
    PortfolioReport: _report,
    Answer: _answer,
    RegionalSection: _region,
    Comment: _comment,
    ContributionForm: _form,
    WordRule: _word_rule,
}


def _plain(_: Dossier, record: Record) -> str:
    return str(getattr(record, NAME_FIELDS[type(record)], ""))


def display_name(dossier: Dossier, record: Record) -> str:
    """What a person reads for this record; '(zonder naam)' when nothing was filled in that names it."""
    return _NAMES.get(type(record), _plain)(dossier, record) or NAMELESS
