"""The questions that chapter, workbooks, checks and screens ask a dossier, in one place.

Each is a plain function of the dossier; a reference to something that is gone reads as nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from riec_desktop.dossier.choices import OrganisationKind, PortfolioStatus
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.keys import answer_id, key_id
from riec_desktop.dossier.lineage import counted_portfolios, counts_in, previous_reports, year_number
from riec_desktop.dossier.records import (
    SETTINGS_ID,
    TYPE_BY_NAME,
    Answer,
    Comment,
    GoalSection,
    Indicator,
    Organisation,
    Portfolio,
    PortfolioReport,
    Question,
    Record,
    RegionalSection,
    ReportYear,
    Settings,
    StrategicAgenda,
    StrategicGoal,
)


def settings(dossier: Dossier) -> Settings:
    """The team's settings, or the defaults when it never chose any."""
    return dossier.get(Settings, SETTINGS_ID) or Settings(id=SETTINGS_ID)


def years(dossier: Dossier) -> tuple[ReportYear, ...]:
    """The report years, newest first; those without a year come last."""
    return tuple(sorted(dossier.all(ReportYear), key=lambda one: one.year or 0, reverse=True))


def year_of(dossier: Dossier, year: int) -> ReportYear | None:
    """The report year with this number."""
    return dossier.first(ReportYear, "year", year)


def previous_year(dossier: Dossier, year: ReportYear) -> ReportYear | None:
    """The report year just before this one, if the dossier has it."""
    return dossier.first(ReportYear, "year", year.year - 1) if year.year else None


def agenda(dossier: Dossier, year: ReportYear) -> StrategicAgenda | None:
    """The agenda that this year reports on."""
    return dossier.get(StrategicAgenda, year.agenda_id)


def goals(dossier: Dossier, year: ReportYear) -> tuple[StrategicGoal, ...]:
    """The goals of the year's agenda in their order: list order, heading order."""
    return dossier.where(StrategicGoal, "agenda_id", year.agenda_id) if year.agenda_id else ()


def goal_section(dossier: Dossier, year: ReportYear, goal: StrategicGoal) -> GoalSection:
    """What the year says about a goal; an empty one when nothing was written yet."""
    section_id = key_id(GoalSection, year.id, goal.id)
    found = dossier.get(GoalSection, section_id) or next(
        (one for one in dossier.where(GoalSection, "year_id", year.id) if one.goal_id == goal.id), None
    )
    return found or GoalSection(id=section_id, year_id=year.id, goal_id=goal.id)


def reports(dossier: Dossier, year: ReportYear) -> tuple[PortfolioReport, ...]:
    """The portfolio reports of a year: by goal order, then by their own; those without a goal come last."""
    order = {goal.id: index for index, goal in enumerate(goals(dossier, year))}
    found = dossier.where(PortfolioReport, "year_id", year.id)
    return tuple(sorted(found, key=lambda report: order.get(report.goal_id or "", len(order))))


def reports_of_goal(dossier: Dossier, year: ReportYear, goal: StrategicGoal) -> tuple[PortfolioReport, ...]:
    """The portfolio reports under a goal in a year."""
    return tuple(one for one in dossier.where(PortfolioReport, "goal_id", goal.id) if one.year_id == year.id)


def report_name(dossier: Dossier, report: PortfolioReport) -> str:
    """The name of the portfolio as it was in that year."""
    portfolio = dossier.get(Portfolio, report.portfolio_id)
    return report.name_then or (portfolio.name if portfolio else "")


def portfolio_name(dossier: Dossier, portfolio: Portfolio) -> str:
    """The name of a portfolio as it is called in the newest year that reports on it."""
    held = dossier.where(PortfolioReport, "portfolio_id", portfolio.id)
    newest = max(held, key=lambda one: year_number(dossier, one), default=None)
    return report_name(dossier, newest) if newest else portfolio.name


def previous_report(dossier: Dossier, report: PortfolioReport) -> PortfolioReport | None:
    """The report of the same portfolio a year earlier, or of one whose work goes on in it."""
    return next(iter(previous_reports(dossier, report)), None)


def questions(dossier: Dossier, year_id: str | None) -> tuple[Question, ...]:
    """The questionnaire of a year in its order."""
    return dossier.where(Question, "year_id", year_id)


def answer(dossier: Dossier, report: PortfolioReport, question: Question) -> Answer:
    """The answer of a report to a question; an empty one when nothing was written yet."""
    written = dossier.where(Answer, "report_id", report.id)
    found = next((one for one in written if one.question_id == question.id), None)
    return found or Answer(id=answer_id(report.id, question.id), report_id=report.id, question_id=question.id)


def previous_answer(dossier: Dossier, report: PortfolioReport, question: Question) -> Answer | None:
    """Last year's answer to the question on the same topic."""
    before = previous_report(dossier, report)
    return same_answer(dossier, before, question) if before else None


def same_answer(dossier: Dossier, report: PortfolioReport, question: Question) -> Answer | None:
    """The answer of a report of any year to the question on the same topic as this one."""
    same = (one for one in questions(dossier, report.year_id) if one.topic == question.topic)
    return next((answer(dossier, report, one) for one in same), None)


def promise(dossier: Dossier, report: PortfolioReport) -> Answer | None:
    """What the portfolio promised last year for this one."""
    before = previous_report(dossier, report)
    return promise_of(dossier, before) if before else None


def promise_of(dossier: Dossier, report: PortfolioReport) -> Answer | None:
    """The answer of a report that promises something for the year after it."""
    return next((answer(dossier, report, one) for one in questions(dossier, report.year_id) if one.promise), None)


def answers_promise(question: Question) -> bool:
    """Whether a question asks what was done, so that its answer stands beside what was promised for the year.

    A portfolio in preparation need not say that yet, one that is finished still must.
    """
    return (
        not question.promise
        and PortfolioStatus.FINISHED in question.required_for
        and PortfolioStatus.PREPARING not in question.required_for
    )


def indicators(dossier: Dossier, report: PortfolioReport) -> tuple[Indicator, ...]:
    """What is counted for the portfolio of a report in its year, and for those that ended in it before.

    Where an indicator of another portfolio has the name of one before it, its name says whose it was: they stay apart.
    """
    year = year_number(dossier, report)
    counted = counted_portfolios(dossier, report)
    groups = (dossier.where(Indicator, "portfolio_id", one) for one in counted)
    found = tuple(one for group in groups for one in group if counts_in(one, year))
    return tuple(_told_apart(dossier, found)) if len(counted) > 1 else found


def _told_apart(dossier: Dossier, found: Iterable[Indicator]) -> Iterator[Indicator]:
    owners: dict[str, str | None] = {}
    for one in found:
        owner = owners.setdefault(one.name.casefold(), one.portfolio_id)
        portfolio = dossier.get(Portfolio, one.portfolio_id)
        if owner == one.portfolio_id or portfolio is None:
            yield one
        else:
            yield replace(one, name=f"{one.name} ({portfolio_name(dossier, portfolio)})")


def holds_in(organisation: Organisation, year: int | None) -> bool:
    """Whether the name of an organisation is the one of that year."""
    if year is None:
        return True
    return (organisation.first_year or year) <= year <= (organisation.last_year or year)


def centres(dossier: Dossier, year: int | None = None) -> tuple[Organisation, ...]:
    """LIEC and the RIECs of a year in their order."""
    found = dossier.all(Organisation)
    return tuple(one for one in found if one.kind is not OrganisationKind.PARTNER and holds_in(one, year))


def riecs(dossier: Dossier, year: int | None = None) -> tuple[Organisation, ...]:
    """The RIECs of a year in their order."""
    return tuple(one for one in centres(dossier, year) if one.kind is OrganisationKind.RIEC)


def partners(dossier: Dossier, year: int | None = None) -> tuple[Organisation, ...]:
    """The partners under the names they had in a year."""
    found = dossier.where(Organisation, "kind", OrganisationKind.PARTNER)
    return tuple(one for one in found if holds_in(one, year))


def names(dossier: Dossier, organisation_ids: Iterable[str]) -> tuple[str, ...]:
    """The names of organisations in the order of these ids."""
    return tuple(one.name for one in dossier.many(Organisation, organisation_ids))


def regional_sections(dossier: Dossier, year: ReportYear) -> tuple[RegionalSection, ...]:
    """The regional pages of a year in their order."""
    return dossier.where(RegionalSection, "year_id", year.id)


def is_required(question: Question, status: PortfolioStatus) -> bool:
    """Whether a portfolio with this status must answer the question."""
    return status in question.required_for


def filled_prompt(text: str, year: int | None) -> str:
    """A prompt with the numbers of the year and the next one in place of `{jaar}` and `{volgend jaar}`."""
    if year is None:
        return text
    return (
        text.replace("{volgend jaar}", str(year + 1))
        .replace("{vorig jaar}", str(year - 1))
        .replace("{jaar}", str(year))
    )


def comment_subject(dossier: Dossier, comment: Comment) -> Record | None:
    """What a comment is about; an answer that nobody wrote yet can have one too. None when it is gone."""
    kind = TYPE_BY_NAME.get(comment.kind)
    found = dossier.get(kind, comment.record_id) if kind else None
    return found or (_answers_by_id(dossier).get(comment.record_id) if kind is Answer else None)


def _answers_by_id(dossier: Dossier) -> Mapping[str, Answer]:
    """Id → answer, written or not, for every question to every portfolio of every year."""
    return dossier.once("answers by id", lambda: {one.id: one for one in _all_answers(dossier)})


def _all_answers(dossier: Dossier) -> Iterator[Answer]:
    for report in dossier.all(PortfolioReport):
        for question in questions(dossier, report.year_id):
            yield answer(dossier, report, question)
