"""Ids of records that their references identify, so that two people who fill in the same thing make the same record."""

from collections.abc import Mapping

from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import Answer, GoalSection, IndicatorValue, PortfolioReport, Record, RegionalSection

NATURAL_KEYS: Mapping[type[Record], tuple[str, ...]] = {
    Answer: ("report_id", "question_id"),
    IndicatorValue: ("indicator_id", "year", "organisation_id"),
    GoalSection: ("year_id", "goal_id"),
    RegionalSection: ("year_id", "organisation_id"),
    PortfolioReport: ("year_id", "portfolio_id"),
}


def key_id(kind: type[Record], *parts: str | int | None) -> str:
    """The id of the record of this type with these values for its natural key, in the order of `NATURAL_KEYS`."""
    return natural_id(kind.__name__, *parts)


def answer_id(report_id: str, question_id: str) -> str:
    """The id of the answer of a report to a question."""
    return key_id(Answer, report_id, question_id)


def value_id(indicator_id: str, year: int, organisation_id: str | None) -> str:
    """The id of the value of an indicator for a year, of an organisation or national."""
    return key_id(IndicatorValue, indicator_id, year, organisation_id)
