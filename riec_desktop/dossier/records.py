"""The record types of a dossier: what the organisation reports, as frozen data.

One dataclass per word of the domain. References are ids, order is a `position`, and every field
but `id` has a default, because a dossier may be incomplete everywhere; checks tell what is missing.
Labels are Dutch, since screens, workbooks and messages show them.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from riec_desktop.dossier.choices import (
    ActivityState,
    Direction,
    ExecutionForm,
    IndicatorChart,
    Layout,
    MissingReason,
    OrganisationKind,
    PortfolioStatus,
    PromiseOutcome,
    ReviewState,
    Scope,
    SmallChoice,
    YearState,
)
from riec_desktop.dossier.fields import Kind, Label
from riec_desktop.dossier.record import Record
from riec_desktop.dossier.side_records import (
    AcceptedFinding,
    Comment,
    ContributionForm,
    NamedVersion,
    ReviewDocument,
    WordRule,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings(Record):
    """What one team chose for its dossier; there is one such record, with id `settings`."""

    label: ClassVar[str] = "instellingen"
    name: Annotated[str, Label("naam van het dossier")] = ""
    organisation_id: Annotated[str | None, Label("eigen organisatie", to="Organisation")] = None
    layout: Annotated[Layout, Label("opmaak van het hoofdstuk")] = Layout.PORTRAIT
    trailing_dot: Annotated[bool, Label("punt achter het nummer van een kop")] = True
    numbered_portfolios: Annotated[bool, Label("koppen van portefeuilles nummeren")] = False
    questions_shown: Annotated[bool, Label("vragen als kopje tonen")] = False
    persons_shown: Annotated[bool, Label("namen van opdrachtnemers tonen")] = False
    charts: Annotated[bool, Label("grafieken tonen")] = True
    small_number: Annotated[int, Label("kleinste aantal dat u zonder waarschuwing deelt")] = 5
    long_sentence: Annotated[int, Label("aantal woorden waarboven een zin lang is")] = 20
    mean_sentence: Annotated[int, Label("aantal woorden dat een zin gemiddeld mag hebben")] = 15
    checks_off: Annotated[tuple[str, ...], Label("soorten aandachtspunten die u niet wilt zien")] = ()
    promises_shown: Annotated[bool, Label("bijlage met beloften en uitkomsten")] = False
    checks_on: Annotated[tuple[str, ...], Label("soorten aandachtspunten die u erbij wilt zien")] = ()


SETTINGS_ID = "settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Record):
    """LIEC, a RIEC or a partner, with the years in which its name holds."""

    label: ClassVar[str] = "organisatie"
    kind: Annotated[OrganisationKind, Label("soort")] = OrganisationKind.PARTNER
    name: Annotated[str, Label("naam")] = ""
    aliases: Annotated[tuple[str, ...], Label("andere schrijfwijzen")] = ()
    first_year: Annotated[int | None, Label("naam geldt vanaf")] = None
    last_year: Annotated[int | None, Label("naam geldt tot en met")] = None
    follows_id: Annotated[str | None, Label("eerdere naam", to="Organisation")] = None
    position: Annotated[Decimal, Label("volgorde")] = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Record):
    """A (strengthening) programme of a region."""

    label: ClassVar[str] = "programma"
    organisation_id: Annotated[str | None, Label("organisatie", to="Organisation", owner=True)] = None
    name: Annotated[str, Label("naam")] = ""
    predecessor: Annotated[str, Label("voorganger")] = ""
    focus: Annotated[str, Label("richt zich op", Kind.TEXT)] = ""
    method: Annotated[str, Label("werkwijze", Kind.TEXT)] = ""
    first_year: Annotated[int | None, Label("eerste jaar")] = None
    last_year: Annotated[int | None, Label("laatste jaar")] = None
    position: Annotated[Decimal, Label("volgorde")] = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategicAgenda(Record):
    """The frame for a period."""

    label: ClassVar[str] = "strategische agenda"
    name: Annotated[str, Label("naam")] = ""
    first_year: Annotated[int | None, Label("eerste jaar")] = None
    last_year: Annotated[int | None, Label("laatste jaar")] = None
    drawn_up_in: Annotated[int | None, Label("opgesteld in")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaStep(Record):
    """One of the ordered steps of an agenda."""

    label: ClassVar[str] = "stap van de agenda"
    agenda_id: Annotated[str | None, Label("agenda", to="StrategicAgenda", owner=True)] = None
    text: Annotated[str, Label("stap", Kind.RICH)] = ""
    position: Annotated[Decimal, Label("volgorde")] = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategicGoal(Record):
    """A goal of an agenda; its place gives section 3.4.n."""

    label: ClassVar[str] = "strategisch doel"
    agenda_id: Annotated[str | None, Label("agenda", to="StrategicAgenda", owner=True)] = None
    short_name: Annotated[str, Label("korte naam")] = ""
    full_name: Annotated[str, Label("volledige naam")] = ""
    position: Annotated[Decimal, Label("volgorde")] = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio(Record):
    """A line of work that can run for years; what it is in one year stands in its PortfolioReport."""

    label: ClassVar[str] = "portefeuille"
    name: Annotated[str, Label("naam")] = ""
    follows_id: Annotated[str | None, Label("vervolg op", to="Portfolio")] = None
    merged_into_id: Annotated[str | None, Label("opgegaan in", to="Portfolio")] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Record):
    """What is counted, and how."""

    label: ClassVar[str] = "indicator"
    portfolio_id: Annotated[str | None, Label("portefeuille", to="Portfolio", owner=True)] = None
    name: Annotated[str, Label("naam")] = ""
    unit: Annotated[str, Label("eenheid")] = ""
    definition: Annotated[str, Label("definitie", Kind.TEXT)] = ""
    source: Annotated[str, Label("bron")] = ""
    supplier: Annotated[str, Label("wie levert")] = ""
    scope: Annotated[Scope, Label("landelijk of per organisatie")] = Scope.NATIONAL
    direction: Annotated[Direction, Label("goede richting")] = Direction.UP
    decimals: Annotated[int, Label("decimalen")] = 0
    small_numbers: Annotated[bool, Label("kleine aantallen kunnen naar personen wijzen")] = False
    small_choice: Annotated[SmallChoice, Label("kleine aantallen tonen als")] = SmallChoice.UNDECIDED
    chart: Annotated[IndicatorChart, Label("grafiek in het hoofdstuk")] = IndicatorChart.AUTOMATIC
    last_year: Annotated[int | None, Label("laatste jaar waarin dit geteld wordt")] = None
    position: Annotated[Decimal, Label("volgorde")] = Decimal(0)
    unit_one: Annotated[str, Label("eenheid bij één", help="zoals in ‘één signaal’")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorValue(Record):
    """A value of an indicator for a year; `organisation_id` is None for a national value."""

    label: ClassVar[str] = "cijfer"
    indicator_id: Annotated[str | None, Label("indicator", to="Indicator", owner=True)] = None
    year: Annotated[int | None, Label("jaar")] = None
    organisation_id: Annotated[str | None, Label("organisatie", to="Organisation")] = None
    target: Annotated[Decimal | None, Label("doel")] = None
    actual: Annotated[Decimal | None, Label("werkelijk")] = None
    provisional: Annotated[bool, Label("voorlopig")] = False
    reference_date: Annotated[date | None, Label("peildatum")] = None
    missing: Annotated[MissingReason, Label("reden van ontbreken")] = MissingReason.NONE
    note: Annotated[str, Label("toelichting", Kind.TEXT)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportYear(Record):
    """One year's chapter and its own texts."""

    label: ClassVar[str] = "verslagjaar"
    year: Annotated[int | None, Label("jaar")] = None
    agenda_id: Annotated[str | None, Label("strategische agenda", to="StrategicAgenda")] = None
    number: Annotated[str, Label("nummer van het hoofdstuk", help="bijvoorbeeld 3.4")] = "3.4"
    title: Annotated[str, Label("titel van het hoofdstuk")] = "Versterking RIEC-LIEC-bestel"
    footer: Annotated[str, Label("tekst onder aan de bladzijde")] = ""
    state: Annotated[YearState, Label("toestand")] = YearState.OPEN
    opening: Annotated[str, Label("inleiding", Kind.RICH)] = ""
    execution: Annotated[str, Label("hoe portefeuilles de doelen uitvoeren", Kind.RICH)] = ""
    governance: Annotated[str, Label("sturing", Kind.RICH)] = ""
    aim: Annotated[str, Label("bedoeling", Kind.RICH)] = ""
    history: Annotated[str, Label("hoe deze werkwijze is ontstaan", Kind.RICH)] = ""
    reading_guide: Annotated[str, Label("leeswijzer", Kind.RICH)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Record):
    """One item of a year's questionnaire. `topic` is the same every year, so that answers can be compared."""

    label: ClassVar[str] = "vraag"
    year_id: Annotated[str | None, Label("verslagjaar", to="ReportYear", owner=True)] = None
    topic: Annotated[str, Label("onderwerp")] = ""
    prompt: Annotated[str, Label("vraag", Kind.TEXT)] = ""
    help: Annotated[str, Label("uitleg", Kind.TEXT)] = ""
    word_budget: Annotated[int | None, Label("aantal woorden")] = None
    required_for: Annotated[tuple[PortfolioStatus, ...], Label("verplicht bij status")] = ()
    promise: Annotated[bool, Label("antwoord is een belofte voor het volgende jaar")] = False
    position: Annotated[Decimal, Label("volgorde")] = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalSection(Record):
    """What the chapter of one year says about a goal itself."""

    label: ClassVar[str] = "tekst bij een doel"
    year_id: Annotated[str | None, Label("verslagjaar", to="ReportYear", owner=True)] = None
    goal_id: Annotated[str | None, Label("doel", to="StrategicGoal", owner=True)] = None
    introduction: Annotated[str, Label("inleiding", Kind.RICH)] = ""
    no_portfolios: Annotated[str, Label("waarom dit doel geen portefeuille heeft", Kind.RICH)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioReport(Record):
    """What one portfolio delivers for one year: its place, roles and state."""

    label: ClassVar[str] = "verslag per portefeuille"
    year_id: Annotated[str | None, Label("verslagjaar", to="ReportYear", owner=True)] = None
    portfolio_id: Annotated[str | None, Label("portefeuille", to="Portfolio", owner=True)] = None
    goal_id: Annotated[str | None, Label("strategisch doel", to="StrategicGoal")] = None
    name_then: Annotated[str, Label("naam in dit jaar, als die anders was")] = ""
    status: Annotated[PortfolioStatus, Label("status")] = PortfolioStatus.RUNNING
    client: Annotated[str, Label("opdrachtgever")] = ""
    contractor: Annotated[str, Label("opdrachtnemer", help="een functie, bijvoorbeeld hoofd RIEC Limburg")] = ""
    contractor_person: Annotated[str, Label("naam van de opdrachtnemer")] = ""
    execution_form: Annotated[ExecutionForm, Label("vorm van de uitvoering")] = ExecutionForm.LINE
    execution: Annotated[str, Label("uitvoering", Kind.TEXT)] = ""
    organisation_ids: Annotated[tuple[str, ...], Label("organisaties", to="Organisation")] = ()
    partner_ids: Annotated[tuple[str, ...], Label("partners", to="Organisation")] = ()
    holder: Annotated[str, Label("wie levert aan")] = ""
    deadline: Annotated[date | None, Label("aanleveren voor")] = None
    review: Annotated[ReviewState, Label("voortgang")] = ReviewState.EMPTY
    reviewed_by: Annotated[str, Label("akkoord door")] = ""
    reviewed_on: Annotated[date | None, Label("akkoord op")] = None
    position: Annotated[Decimal, Label("volgorde")] = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Record):
    """The text of one report to one question."""

    label: ClassVar[str] = "antwoord"
    report_id: Annotated[str | None, Label("verslag", to="PortfolioReport", owner=True)] = None
    question_id: Annotated[str | None, Label("vraag", to="Question", owner=True)] = None
    text: Annotated[str, Label("antwoord", Kind.RICH)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Record):
    """Something that was done, jointly or by one organisation."""

    label: ClassVar[str] = "activiteit"
    report_id: Annotated[str | None, Label("verslag", to="PortfolioReport", owner=True)] = None
    title: Annotated[str, Label("activiteit")] = ""
    state: Annotated[ActivityState, Label("stand")] = ActivityState.PLANNED
    start: Annotated[date | None, Label("begin")] = None
    end: Annotated[date | None, Label("einde")] = None
    joint: Annotated[bool, Label("gezamenlijk")] = True
    organisation_ids: Annotated[tuple[str, ...], Label("organisaties", to="Organisation")] = ()
    partner_ids: Annotated[tuple[str, ...], Label("partners", to="Organisation")] = ()
    result: Annotated[str, Label("resultaat", Kind.RICH)] = ""
    position: Annotated[Decimal, Label("volgorde")] = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout(Record):
    """An example of one RIEC or the LIEC (or of more, together), printed as a box."""

    label: ClassVar[str] = "kadertekst"
    report_id: Annotated[str | None, Label("verslag", to="PortfolioReport", owner=True)] = None
    organisation_ids: Annotated[tuple[str, ...], Label("organisaties", to="Organisation")] = ()
    title: Annotated[str, Label("titel")] = ""
    text: Annotated[str, Label("tekst", Kind.RICH)] = ""
    position: Annotated[Decimal, Label("volgorde")] = Decimal(0)


ALT_HELP = "Beschrijf in één of twee zinnen wat er te zien is en wat de lezer eruit moet halen."


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture(Record):
    """A picture in the section of a portfolio: a PNG or JPEG file without traces of camera or place."""

    label: ClassVar[str] = "afbeelding"
    report_id: Annotated[str | None, Label("verslag", to="PortfolioReport", owner=True)] = None
    title: Annotated[str, Label("onderschrift")] = ""
    alt: Annotated[str, Label("beschrijving voor wie de afbeelding niet ziet", Kind.TEXT, help=ALT_HELP)] = ""
    source: Annotated[str, Label("bron")] = ""
    content: Annotated[bytes, Label("beeld")] = b""
    width: Annotated[int, Label("breedte in beeldpunten")] = 0
    height: Annotated[int, Label("hoogte in beeldpunten")] = 0
    position: Annotated[Decimal, Label("volgorde")] = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise(Record):
    """What a portfolio promised in `from_report_id` for the year of `report_id`, and what came of it."""

    label: ClassVar[str] = "belofte"
    report_id: Annotated[str | None, Label("verslag", to="PortfolioReport", owner=True)] = None
    from_report_id: Annotated[str | None, Label("beloofd in", to="PortfolioReport")] = None
    text: Annotated[str, Label("belofte", Kind.RICH)] = ""
    outcome: Annotated[PromiseOutcome, Label("wat ervan kwam")] = PromiseOutcome.OPEN
    reply: Annotated[str, Label("toelichting bij de uitkomst", Kind.RICH)] = ""
    position: Annotated[Decimal, Label("volgorde")] = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionChange(Record):
    """From this year on an indicator is counted in another way, so that years before and after do not compare."""

    label: ClassVar[str] = "wijziging van een definitie"
    indicator_id: Annotated[str | None, Label("indicator", to="Indicator", owner=True)] = None
    year: Annotated[int | None, Label("anders geteld vanaf")] = None
    note: Annotated[str, Label("wat er veranderde", Kind.TEXT)] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionalSection(Record):
    """The page of one RIEC before the chapter."""

    label: ClassVar[str] = "regionale bijdrage"
    year_id: Annotated[str | None, Label("verslagjaar", to="ReportYear", owner=True)] = None
    organisation_id: Annotated[str | None, Label("organisatie", to="Organisation")] = None
    programme_id: Annotated[str | None, Label("programma", to="Programme")] = None
    text: Annotated[str, Label("tekst", Kind.RICH)] = ""
    position: Annotated[Decimal, Label("volgorde")] = Decimal(0)


RECORD_TYPES: tuple[type[Record], ...] = (
    Settings,
    Organisation,
    Programme,
    StrategicAgenda,
    AgendaStep,
    StrategicGoal,
    Portfolio,
    Indicator,
    IndicatorValue,
    ReportYear,
    Question,
    GoalSection,
    PortfolioReport,
    Answer,
    Activity,
    Callout,
    Picture,
    RegionalSection,
    Promise,
    DefinitionChange,
    Comment,
    ContributionForm,
    ReviewDocument,
    NamedVersion,
    WordRule,
    AcceptedFinding,
)
"""Every record type, owners before what they own."""

TYPE_BY_NAME: dict[str, type[Record]] = {record_type.__name__: record_type for record_type in RECORD_TYPES}
