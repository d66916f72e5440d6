"""All checks of a year in one walk through the chapter, so that findings come in the order of the pages.

The rules are tables of small functions; a new rule is a function and a line here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from riec_desktop.checks.abbreviation_rules import read_ahead, unexplained
from riec_desktop.checks.accepted import still_open
from riec_desktop.checks.discreet import discreet
from riec_desktop.checks.figure_rules import figures
from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.goal_rules import goal_name, goal_portfolios, goal_texts, region, report_goal, report_named
from riec_desktop.checks.kinds import hidden_kinds, kind_of
from riec_desktop.checks.life_rules import merged_in_circle
from riec_desktop.checks.own_rule_problems import own_rule_problems
from riec_desktop.checks.picture_rules import pictures
from riec_desktop.checks.privacy_elsewhere import (
    in_comments,
    in_pictures,
    names_elsewhere,
    notes_of_other_years,
    shown_contractor,
)
from riec_desktop.checks.promise_rules import promises, untaken_promises
from riec_desktop.checks.readability import report_readability
from riec_desktop.checks.report_rules import (
    activities,
    agreed,
    answers,
    boxes,
    client,
    contractor,
    lost_boxes,
    remarks,
    report_texts,
)
from riec_desktop.checks.small_rules import small_numbers, small_numbers_elsewhere
from riec_desktop.checks.state_rules import activity_state, life, listed_name, one_region, too_long
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
from riec_desktop.dossier.records import PortfolioReport, Record, RegionalSection, ReportYear, StrategicGoal
from riec_desktop.memory import without_collector

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
    merged_in_circle,
    client,
    contractor,
    shown_contractor,
    agreed,
    report_texts,
    untaken_promises,
    promises,
    answers,
    activities,
    figures,
    small_numbers,
    pictures,
    in_pictures,
    boxes,
    remarks,
    report_readability,
    life,
    listed_name,
    too_long,
    activity_state,
    one_region,
    read_ahead,
)

REGION_RULES: tuple[Callable[[Dossier, ReportYear, RegionalSection], Iterator[Finding]], ...] = (region,)

DOSSIER_RULES: tuple[Callable[[Dossier, ReportYear], Iterator[Finding]], ...] = (
    lost_boxes,
    unexplained,
    small_numbers_elsewhere,
    names_elsewhere,
    notes_of_other_years,
    in_comments,
    own_rule_problems,
)
"""What is noticed after the walk: it has no place in the chapter."""


Rule = Callable[..., Iterator[Finding]]
"""A rule takes the dossier, the year and the record that it is about, if it is about one."""


@dataclass(frozen=True, slots=True)
class Part:
    """The rules about one record, or about a year or a dossier as a whole."""

    rules: tuple[Rule, ...]
    year: ReportYear
    record: Record | None = None

    @property
    def key(self) -> tuple[tuple[Rule, ...], str]:
        """What it is the same part by, whatever changed in it."""
        return self.rules, self.record.id if self.record else ""

    def run(self, rule: Rule, dossier: Dossier) -> Iterator[Finding]:
        """What one of its rules notices, told so that anybody may read it."""
        given = () if self.record is None else (self.record,)
        return (discreet(dossier, one) for one in rule(dossier, self.year, *given))


def check(dossier: Dossier, year: int) -> tuple[Finding, ...]:
    """What there is to notice in the chapter of a year, in the order of the chapter; looked for once per dossier."""
    return noted(dossier, year, lambda: every(dossier, year))


def noted(dossier: Dossier, year: int, find: Callable[[], Iterable[Finding]]) -> tuple[Finding, ...]:
    """What a year's findings are when `find` gives all there are; documents of the same dossier need not look again."""
    return dossier.once(("checks.check", year), lambda: shown(dossier, find()))


def every(dossier: Dossier, year: int) -> tuple[Finding, ...]:
    """What there is to notice, also what a team does not want to see or let stand with a reason."""
    found = views.year_of(dossier, year)
    if found is None:
        return (no_year(year),)
    with without_collector():
        return tuple(one for part in parts(dossier, found) for rule in part.rules for one in part.run(rule, dossier))


def wanted(dossier: Dossier, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings of the kinds that the team wants to see."""
    hidden = hidden_kinds(dossier)
    return tuple(one for one in findings if kind_of(one).code not in hidden)


def shown(dossier: Dossier, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that the team wants to see, without those that it let stand."""
    return still_open(dossier, wanted(dossier, findings))


def no_year(year: int) -> Finding:
    """There is nothing to check."""
    return Finding(
        kind=ReportYear,
        record_id="",
        field="year",
        severity=Severity.ERROR,
        code="year.unknown",
        sentence=f"Het dossier heeft geen verslagjaar {year}. Voeg het jaar toe bij Verslagjaren.",
    )


def parts(dossier: Dossier, year: ReportYear) -> Iterator[Part]:
    """Everything that is checked of a year, in the order of the chapter."""
    bare = _bare(year.id, year.year, year.agenda_id)
    for section in views.regional_sections(dossier, year):
        yield Part(REGION_RULES, bare, section)
    yield Part(YEAR_RULES, year)
    goals = views.goals(dossier, year)
    for goal in goals:
        yield Part(GOAL_RULES, bare, goal)
        for report in views.reports_of_goal(dossier, year, goal):
            yield Part(REPORT_RULES, bare, report)
    known = {goal.id for goal in goals}
    for report in dossier.where(PortfolioReport, "year_id", year.id):
        if report.goal_id not in known:
            yield Part(REPORT_RULES, bare, report)
    yield Part(DOSSIER_RULES, year)


@lru_cache(maxsize=16)
def _bare(year_id: str, year: int | None, agenda_id: str | None) -> ReportYear:
    """The year without its texts, always the same one: what is about a portfolio does not change with them."""
    return ReportYear(id=year_id, year=year, agenda_id=agenda_id)
