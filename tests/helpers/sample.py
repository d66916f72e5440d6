"""A small dossier with easy names: one year, two goals, three portfolios, two RIECs, the LIEC and a partner."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from riec_desktop.dossier.choices import OrganisationKind, PortfolioStatus, Scope
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.records import (
    AgendaStep,
    Answer,
    Indicator,
    IndicatorValue,
    Organisation,
    Portfolio,
    PortfolioReport,
    Question,
    Record,
    ReportYear,
    StrategicAgenda,
    StrategicGoal,
)

LIEC = Organisation(id="liec", kind=OrganisationKind.LIEC, name="LIEC", position=Decimal(1))
GOOR = Organisation(id="goor", kind=OrganisationKind.RIEC, name="RIEC Goor", position=Decimal(2))
DELDEN = Organisation(id="delden", kind=OrganisationKind.RIEC, name="RIEC Delden", position=Decimal(3))
POLICE = Organisation(id="politie", name="politie", position=Decimal(4))

AGENDA = StrategicAgenda(id="agenda", name="Agenda 2021-2023", first_year=2021, last_year=2023, drawn_up_in=2021)
STEPS = (
    AgendaStep(id="stap-1", agenda_id="agenda", text="We leren.", position=Decimal(1)),
    AgendaStep(id="stap-2", agenda_id="agenda", text="We delen.", position=Decimal(2)),
)
SOCIETY = StrategicGoal(
    id="samenleving", agenda_id="agenda", short_name="Samenleving", full_name="weerbare samenleving"
)
GOVERNMENT = StrategicGoal(
    id="overheid", agenda_id="agenda", short_name="Overheid", full_name="sterke overheid", position=Decimal(2)
)

YEAR = ReportYear(id="jaar", year=2022, agenda_id="agenda")
ALL = tuple(PortfolioStatus)
CONTEXT = Question(id="context", year_id="jaar", topic="Context", prompt="Wat speelde er?", required_for=ALL)
RESULTS = Question(
    id="resultaten",
    year_id="jaar",
    topic="Resultaten van {jaar}",
    prompt="Wat leverde het op?",
    required_for=(PortfolioStatus.RUNNING,),
    position=Decimal(2),
)

TRAFFICKING = PortfolioReport(
    id="verslag-a",
    year_id="jaar",
    portfolio_id="portefeuille-a",
    goal_id="samenleving",
    client="hoofdenoverleg RIEC-LIEC",
    contractor="hoofd RIEC Goor",
    position=Decimal(1),
)
YOUTH = PortfolioReport(
    id="verslag-b",
    year_id="jaar",
    portfolio_id="portefeuille-b",
    goal_id="samenleving",
    status=PortfolioStatus.PREPARING,
    position=Decimal(2),
)
RESILIENCE = replace(TRAFFICKING, id="verslag-c", portfolio_id="portefeuille-c", goal_id="overheid")
PORTFOLIOS = (
    Portfolio(id="portefeuille-a", name="mensenhandel"),
    Portfolio(id="portefeuille-b", name="jonge aanwas"),
    Portfolio(id="portefeuille-c", name="weerbaarheid"),
)

SIGNALS = Indicator(
    id="signalen", portfolio_id="portefeuille-a", name="signalen", unit="signalen", scope=Scope.ORGANISATION
)
TRAININGS = Indicator(
    id="trainingen", portfolio_id="portefeuille-a", name="trainingen", unit="trainingen", position=Decimal(2)
)

RECORDS: tuple[Record, ...] = (
    *(LIEC, GOOR, DELDEN, POLICE),
    *(AGENDA, *STEPS, SOCIETY, GOVERNMENT),
    *(YEAR, CONTEXT, RESULTS),
    *(*PORTFOLIOS, TRAFFICKING, YOUTH, RESILIENCE),
)


def sample(*more: Record, without: tuple[Record, ...] = ()) -> Dossier:
    """The small dossier with these records added, or put in the place of those with their id."""
    gone = {record.id for record in without}
    return dossier_of([*(record for record in RECORDS if record.id not in gone), *more])


def answer(text: str, report: PortfolioReport = TRAFFICKING, question: Question = CONTEXT) -> Answer:
    """The answer of a report to a question."""
    return Answer(id=f"{report.id}-{question.id}", report_id=report.id, question_id=question.id, text=text)


def figure(
    actual: str | None,
    indicator: Indicator = SIGNALS,
    organisation: Organisation | None = None,
    year: int = 2022,
    **rest: Any,
) -> IndicatorValue:
    """A value, written as in Python: '1234.5'."""
    owner = organisation.id if organisation else None
    number = None if actual is None else Decimal(actual)
    values: dict[str, Any] = {
        "id": f"{indicator.id}-{owner}-{year}",
        "indicator_id": indicator.id,
        "year": year,
        "organisation_id": owner,
        "actual": number,
    }
    return IndicatorValue(**{**values, **rest})
