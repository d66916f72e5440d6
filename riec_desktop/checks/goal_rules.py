"""Rule 1 and the names that become headings: goals with portfolios, portfolios with one goal, regions with text."""

from collections.abc import Iterator

from riec_desktop.checks.findings import Finding, Severity, noticed, portfolio_name
from riec_desktop.checks.texts import text_findings
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import (
    Organisation,
    PortfolioReport,
    Programme,
    RegionalSection,
    ReportYear,
    StrategicGoal,
)


def goal_name(_: Dossier, __: ReportYear, goal: StrategicGoal) -> Iterator[Finding]:
    """The goal has the names for its heading and for the sentence that sums up the goals."""
    if not goal.short_name:
        about = f"Het doel ‘{goal.full_name}’" if goal.full_name else "Een strategisch doel"
        sentence = f"{about} heeft nog geen korte naam. Vul die in: hij komt in de lijst en in de kop."
        yield noticed(goal, "short_name", Severity.ERROR, "goal.no_short_name", sentence)
    elif not goal.full_name:
        sentence = f"Doel {goal.short_name} heeft nog geen volledige naam. Vul die in voor de zin over de doelen."
        yield noticed(goal, "full_name", Severity.WARNING, "goal.no_full_name", sentence)


def goal_portfolios(dossier: Dossier, year: ReportYear, goal: StrategicGoal) -> Iterator[Finding]:
    """A goal has a portfolio, or a sentence why not."""
    section = views.goal_section(dossier, year, goal)
    if not section.no_portfolios and not views.reports_of_goal(dossier, year, goal):
        sentence = (
            f"Doel {goal.short_name} heeft in {year.year} geen portefeuille. Voeg er een toe of schrijf op waarom niet."
        )
        yield noticed(section, "no_portfolios", Severity.WARNING, "goal.no_portfolio", sentence)


def goal_texts(dossier: Dossier, year: ReportYear, goal: StrategicGoal) -> Iterator[Finding]:
    """The texts about a goal."""
    section = views.goal_section(dossier, year, goal)
    if not section.introduction and not section.no_portfolios:
        sentence = f"Doel {goal.short_name} heeft in {year.year} nog geen inleiding. Schrijf een paar zinnen."
        yield noticed(section, "introduction", Severity.TIP, "goal.no_introduction", sentence)
    for record in (goal, section):
        yield from text_findings(dossier, year.year or 0, record, f"Doel {goal.short_name}")


def report_goal(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """A portfolio has a goal of this year's agenda."""
    if report.goal_id not in {goal.id for goal in views.goals(dossier, year)}:
        sentence = (
            f"{portfolio_name(dossier, report)} hoort in {year.year} nog niet bij een doel van de strategische agenda. "
            "Kies een doel."
        )
        yield noticed(report, "goal_id", Severity.ERROR, "report.no_goal", sentence, report=report)


def report_named(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """A portfolio has a name: it becomes a heading."""
    if not views.report_name(dossier, report):
        sentence = f"Een portefeuille van {year.year} heeft nog geen naam. Vul de naam in."
        yield noticed(report, "name_then", Severity.ERROR, "report.no_name", sentence, report=report)


def region(dossier: Dossier, year: ReportYear, section: RegionalSection) -> Iterator[Finding]:
    """A regional page names its organisation and has text."""
    organisation = dossier.get(Organisation, section.organisation_id)
    where = f"Regionale bijdrage van {organisation.name}" if organisation else "Regionale bijdrage"
    if organisation is None:
        sentence = "Een regionale bijdrage noemt nog geen organisatie. Kies de organisatie: die wordt de kop."
        yield noticed(section, "organisation_id", Severity.WARNING, "region.no_organisation", sentence)
    if not section.text:
        sentence = f"{where}: er is nog geen tekst, dus de bladzijde komt niet in het hoofdstuk. Schrijf een tekst."
        yield noticed(section, "text", Severity.WARNING, "region.empty", sentence)
    yield from text_findings(dossier, year.year or 0, section, where)
    programme = dossier.get(Programme, section.programme_id)
    if programme:
        yield from text_findings(dossier, year.year or 0, programme, f"Programma {programme.name}")
