"""All checks of a year in one walk through the chapter, so that findings come in the order of the pages.

The rules are tables of small functions; a new rule is a function and a line here.
"""

from collections.abc import Callable, Iterator

from riec_desktop.checks.figure_rules import figures
from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.goal_rules import goal_name, goal_portfolios, goal_texts, region, report_goal, report_named
from riec_desktop.checks.picture_rules import pictures
from riec_desktop.checks.report_rules import (
    activities,
    answers,
    box_gaps,
    boxes,
    client,
    contractor,
    remarks,
    report_texts,
)
from riec_desktop.checks.year_rules import (
    agenda_chosen,
    agenda_content,
    chapter_number,
    chapter_title,
    questionnaire,
    year_texts,
)
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Callout, PortfolioReport, RegionalSection, ReportYear, StrategicGoal

YEAR_RULES: tuple[Callable[[Dossier, ReportYear], Iterator[Finding]], ...] = (
    chapter_number,
    chapter_title,
    year_texts,
    agenda_chosen,
    agenda_content,
    questionnaire,
)

GOAL_RULES: tuple[Callable[[Dossier, ReportYear, StrategicGoal], Iterator[Finding]], ...] = (
    goal_name,
    goal_portfolios,
    goal_texts,
)

REPORT_RULES: tuple[Callable[[Dossier, ReportYear, PortfolioReport], Iterator[Finding]], ...] = (
    report_named,
    report_goal,
    client,
    contractor,
    report_texts,
    answers,
    activities,
    figures,
    pictures,
    boxes,
    remarks,
)

REGION_RULES: tuple[Callable[[Dossier, ReportYear, RegionalSection], Iterator[Finding]], ...] = (region,)


def check(dossier: Dossier, year: int) -> tuple[Finding, ...]:
    """What there is to notice in the chapter of a year, in the order of the chapter."""
    found = views.year_of(dossier, year)
    return tuple(_walk(dossier, found)) if found else (_no_year(year),)


def _no_year(year: int) -> Finding:
    return Finding(
        kind=ReportYear,
        record_id="",
        field="year",
        severity=Severity.ERROR,
        code="year.unknown",
        sentence=f"Het dossier heeft geen verslagjaar {year}. Voeg het jaar toe bij Verslagjaren.",
    )


def _walk(dossier: Dossier, year: ReportYear) -> Iterator[Finding]:
    for section in views.regional_sections(dossier, year):
        for rule in REGION_RULES:
            yield from rule(dossier, year, section)
    for rule in YEAR_RULES:
        yield from rule(dossier, year)
    goals = views.goals(dossier, year)
    for goal in goals:
        yield from _goal(dossier, year, goal)
    known = {goal.id for goal in goals}
    for report in dossier.where(PortfolioReport, "year_id", year.id):
        if report.goal_id not in known:
            yield from _report(dossier, year, report)
    yield from _lost_boxes(dossier)


def _goal(dossier: Dossier, year: ReportYear, goal: StrategicGoal) -> Iterator[Finding]:
    for rule in GOAL_RULES:
        yield from rule(dossier, year, goal)
    for report in views.reports_of_goal(dossier, year, goal):
        yield from _report(dossier, year, report)


def _report(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    for rule in REPORT_RULES:
        yield from rule(dossier, year, report)


def _lost_boxes(dossier: Dossier) -> Iterator[Finding]:
    """Boxes that belong to no portfolio, so that no page shows them."""
    for one in dossier.all(Callout):
        if dossier.get(PortfolioReport, one.report_id) is None:
            where = f"Kadertekst ‘{one.title}’" if one.title else "Een kadertekst"
            yield Finding(
                kind=Callout,
                record_id=one.id,
                field="report_id",
                severity=Severity.WARNING,
                code="callout.no_portfolio",
                sentence=f"{where} hoort bij geen portefeuille en komt niet in het hoofdstuk. Kies een portefeuille.",
            )
            yield from box_gaps(dossier, one, where, None)
