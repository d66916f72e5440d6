"""The section of one goal with its portfolios."""

from collections.abc import Iterator

from riec_desktop.chapter import phrases
from riec_desktop.chapter.blocks import Block, Heading, Role
from riec_desktop.chapter.draft import Draft, GoalPart, anchor, chapter_level
from riec_desktop.chapter.opening import goal_bookmark, goal_title
from riec_desktop.chapter.portfolio import portfolio_section
from riec_desktop.chapter.prose import prose, sentence
from riec_desktop.dossier import views
from riec_desktop.dossier.records import StrategicGoal


def goal_section(draft: Draft, part: GoalPart) -> Iterator[Block]:
    """Heading, introduction and portfolios. A goal always has its heading, so that list and numbers agree."""
    yield from goal_head(draft, part)
    chosen = [report for report in part.reports if draft.is_chosen(report)]
    for at, report in enumerate(chosen, 1):
        yield from portfolio_section(draft, report, portfolio_number(draft, part, at))


def portfolio_number(draft: Draft, part: GoalPart, at: int) -> str:
    """The number of the heading of a portfolio, '' where portfolios have none."""
    return draft.dotted(part.number, at) if draft.options.numbered_portfolios else ""


def goal_head(draft: Draft, part: GoalPart) -> Iterator[Block]:
    """The goal itself: heading, full name and what was written about it."""
    yield Heading(
        level=chapter_level(draft) + 1,
        text=goal_title(part),
        number=draft.dotted(part.number),
        bookmark=goal_bookmark(part),
        anchor=anchor(part.goal, "short_name") if part.goal else None,
    )
    if part.goal is not None:
        yield from _full_name(part.goal)
        yield from _texts(draft, part, part.goal)
    if part.reports and not any(draft.is_chosen(report) for report in part.reports):
        yield sentence(phrases.ELSEWHERE, role=Role.NOTICE)


def _full_name(goal: StrategicGoal) -> Iterator[Block]:
    if goal.full_name:
        yield sentence(phrases.goal_line(goal.full_name), anchor(goal, "full_name"), Role.GOAL)


def _texts(draft: Draft, part: GoalPart, goal: StrategicGoal) -> Iterator[Block]:
    section = views.goal_section(draft.dossier, draft.year, goal)
    introduction = prose(draft, section, "introduction")
    yield from introduction
    if part.reports:
        return
    reason = prose(draft, section, "no_portfolios")
    yield from reason
    if not introduction and not reason:
        yield sentence(phrases.no_portfolio_sentence(draft.year_name), anchor(section, "no_portfolios"))
