"""One section of the chapter by itself, for a preview that follows typing: the same blocks as in the whole chapter."""

from riec_desktop.chapter.blocks import Block
from riec_desktop.chapter.compose import chapter_heading
from riec_desktop.chapter.draft import Draft, GoalPart, goal_parts
from riec_desktop.chapter.goal import goal_head, portfolio_number
from riec_desktop.chapter.opening import opening
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.chapter.places import new_draft
from riec_desktop.chapter.portfolio import pieces, portfolio_section
from riec_desktop.chapter.regional import regional_section
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import PortfolioReport, RegionalSection, ReportYear, StrategicGoal


def _draft(dossier: Dossier, year: ReportYear, options: ChapterOptions) -> Draft:
    return new_draft(dossier, year, options, counts_pages=False)


def compose_opening(dossier: Dossier, year: ReportYear, options: ChapterOptions) -> tuple[Block, ...]:
    """The heading of the chapter and everything before the first goal."""
    draft = _draft(dossier, year, options)
    return (chapter_heading(draft), *opening(draft, goal_parts(dossier, year)))


def compose_goal(dossier: Dossier, year: ReportYear, goal: StrategicGoal, options: ChapterOptions) -> tuple[Block, ...]:
    """The heading of a goal and what was written about it, without portfolios; nothing for another agenda's goal."""
    draft = _draft(dossier, year, options)
    return tuple(block for part in goal_parts(dossier, year) if part.goal == goal for block in goal_head(draft, part))


def compose_region(dossier: Dossier, section: RegionalSection, options: ChapterOptions) -> tuple[Block, ...]:
    """The page of one region."""
    year = dossier.get(ReportYear, section.year_id)
    return tuple(regional_section(_draft(dossier, year, options), section)) if year else ()


def compose_report(dossier: Dossier, report: PortfolioReport, options: ChapterOptions) -> tuple[Block, ...]:
    """The section of one portfolio, with the numbers that it has in the whole chapter."""
    year = dossier.get(ReportYear, report.year_id)
    if year is None:
        return ()
    draft = _draft(dossier, year, options)
    return tuple(portfolio_section(draft, report, _number(draft, report)))


def _number(draft: Draft, report: PortfolioReport) -> str:
    """The number of the portfolio; on the way there all tables and figures before it are counted."""
    for part in goal_parts(draft.dossier, draft.year):
        for at, one in enumerate(_chosen(draft, part, report), 1):
            if one.id == report.id:
                return portfolio_number(draft, part, at)
            for piece in pieces(draft, one):
                draft.caption(piece)
    return ""


def _chosen(draft: Draft, part: GoalPart, report: PortfolioReport) -> list[PortfolioReport]:
    return [one for one in part.reports if draft.is_chosen(one) or one.id == report.id]
