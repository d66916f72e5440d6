"""One section of the chapter by itself, for a preview that follows typing: the same blocks as in the whole chapter."""

from collections.abc import Iterator

from riec_desktop.chapter.blocks import Block
from riec_desktop.chapter.compose import chapter_heading
from riec_desktop.chapter.draft import Draft, goal_parts
from riec_desktop.chapter.goal import goal_head
from riec_desktop.chapter.opening import opening
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.chapter.places import Start, count_ahead, new_draft, starts
from riec_desktop.chapter.portfolio import portfolio_section
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
    start = starts(draft, "" if draft.is_chosen(report) else report.id).get(report.id, Start("", {}))
    draft.counts.captions.update(start.captions)
    return tuple(portfolio_section(draft, report, start.number))


def composing_ahead(dossier: Dossier, year: ReportYear, options: ChapterOptions) -> Iterator[None]:
    """What `compose_report` does for all portfolios together, in steps: after the last one it is quick."""
    return count_ahead(_draft(dossier, year, options))
