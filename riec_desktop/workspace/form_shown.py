"""What a person reads about a value or a record while reviewing a form: places and values in plain Dutch."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import cast

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import number, short_date
from riec_desktop.dossier.fields import FieldSpec, Kind, Value, specs
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.lineage import counting_report
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    Indicator,
    IndicatorValue,
    Organisation,
    PortfolioReport,
    Promise,
    Question,
    Record,
    RegionalSection,
    ReportYear,
)
from riec_desktop.dossier.views import filled_prompt, names, report_name
from riec_desktop.excel.form_fields import ASKED
from riec_desktop.excel.wording import plain
from riec_desktop.workspace.names import display_name

_STEP = " › "
_NO_YEAR = ReportYear(id="")


def shown_value(dossier: Dossier, year: ReportYear | None, spec: FieldSpec, value: Value) -> str:
    """A value as a person reads it; '' for nothing."""
    if spec.kind is Kind.RICH:
        return plain(dossier, year or _NO_YEAR, str(value))
    if isinstance(value, tuple):
        return "; ".join(names(dossier, cast("tuple[str, ...]", value)))
    return _shown_plain(value)


def _shown_plain(value: Value) -> str:
    match value:
        case bool():
            return "ja" if value else "nee"
        case StrEnum():
            return word(value)
        case Decimal():
            return number(value)
        case date():
            return short_date(value)
        case _:
            return "" if value is None else str(value)


def shown_record(dossier: Dossier, year: ReportYear | None, record: Record) -> str:
    """The asked fields of a record that have a value, a line each."""
    kind = type(record)
    lines = ((specs(kind)[name], cast("Value", getattr(record, name))) for name in ASKED[kind])
    shown = ((spec.label, shown_value(dossier, year, spec, value)) for spec, value in lines)
    return "\n".join(f"{label}: {text}" for label, text in shown if text)


def place_of(dossier: Dossier, record: Record) -> str:
    """'Mensenhandel › Context', 'Mensenhandel › Cijfers › signalen › RIEC Limburg'."""
    return _STEP.join(part for part in _parts(dossier, record) if part)


def _parts(dossier: Dossier, record: Record) -> Iterable[str]:
    match record:
        case Answer():
            question = dossier.get(Question, record.question_id)
            year = year_of_report(dossier, record.report_id)
            topic = filled_prompt(question.topic, year.year if year else None) if question else ""
            return _portfolio(dossier, record.report_id), topic
        case Promise():
            return _portfolio(dossier, record.report_id), "Beloften", display_name(dossier, record)
        case Activity():
            return _portfolio(dossier, record.report_id), "Activiteiten", record.title
        case Callout():
            return _portfolio(dossier, record.report_id), "Kaderteksten", record.title
        case IndicatorValue():
            return _figure_parts(dossier, record)
        case RegionalSection():
            return _organisation(dossier, record.organisation_id), "Regionale bijdrage"
        case _:
            raise TypeError(record)


def _figure_parts(dossier: Dossier, record: IndicatorValue) -> Iterable[str]:
    indicator = dossier.get(Indicator, record.indicator_id)
    report = _report_of(dossier, indicator, record.year)
    name = indicator.name if indicator else ""
    return _portfolio(dossier, report), "Cijfers", name, _organisation(dossier, record.organisation_id)


def _report_of(dossier: Dossier, indicator: Indicator | None, year: int | None) -> str | None:
    of_year = dossier.first(ReportYear, "year", year)
    found = counting_report(dossier, indicator, of_year.id) if of_year else None
    return found.id if found else None


def _portfolio(dossier: Dossier, report_id: str | None) -> str:
    report = dossier.get(PortfolioReport, report_id)
    return report_name(dossier, report) if report else ""


def _organisation(dossier: Dossier, organisation_id: str | None) -> str:
    found = dossier.get(Organisation, organisation_id)
    return found.name if found else ""


def year_of_report(dossier: Dossier, report_id: str | None) -> ReportYear | None:
    """The year of a portfolio report."""
    report = dossier.get(PortfolioReport, report_id)
    return dossier.get(ReportYear, report.year_id) if report else None
