"""Sections by themselves are the same as in the whole chapter."""

from dataclasses import replace
from datetime import date

import pytest

from riec_desktop.chapter.blocks import Block, Callout, Heading, Table
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.options import ChapterOptions
from riec_desktop.chapter.sections import compose_goal, compose_opening, compose_region, compose_report
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.records import Answer, PortfolioReport, RegionalSection, StrategicGoal
from riec_desktop.workspace.content import example_dossier
from tests.helpers.block_text import lines
from tests.helpers.sample import SOCIETY, TRAFFICKING, YEAR, sample

OPTIONS = ChapterOptions(contents=False, numbered_portfolios=True)
EXAMPLE = dossier_of(
    replace(one, text=one.text.replace(";bladzijde}", "}")) if isinstance(one, Answer) else one
    for one in example_dossier().records()
)
"""Without references to pages, which only a whole chapter has."""

EXAMPLE_YEAR = views.years(EXAMPLE)[0]
WHOLE = compose(EXAMPLE, EXAMPLE_YEAR, OPTIONS, made_on=date(2026, 1, 2)).blocks


def is_part(section: tuple[Block, ...], whole: tuple[Block, ...] = WHOLE) -> bool:
    """Whether the lines of a section stand in the whole chapter, in a row."""
    part, every = lines(section), lines(whole)
    return any(every[at : at + len(part)] == part for at in range(len(every)))


@pytest.mark.parametrize("report", views.reports(EXAMPLE, EXAMPLE_YEAR), ids=lambda report: report.id[:8])
def test_a_portfolio_by_itself_has_the_numbers_of_the_chapter(report: PortfolioReport) -> None:
    section = compose_report(EXAMPLE, report, OPTIONS)
    assert any(isinstance(block, Table | Callout) for block in section)
    assert is_part(section)


@pytest.mark.parametrize("goal", views.goals(EXAMPLE, EXAMPLE_YEAR), ids=lambda goal: goal.id[:8])
def test_a_goal_by_itself_is_its_head(goal: StrategicGoal) -> None:
    section = compose_goal(EXAMPLE, EXAMPLE_YEAR, goal, OPTIONS)
    assert [block.text for block in section if isinstance(block, Heading)] == [goal.short_name]
    assert is_part(section)


def test_the_opening_by_itself_ends_before_the_first_goal() -> None:
    section = compose_opening(EXAMPLE, EXAMPLE_YEAR, OPTIONS)
    assert [block.number for block in section if isinstance(block, Heading)] == ["3.4", ""]
    assert is_part(section)


def test_a_regional_page_by_itself() -> None:
    for page in views.regional_sections(EXAMPLE, EXAMPLE_YEAR):
        assert is_part(compose_region(EXAMPLE, page, OPTIONS))


def test_a_portfolio_that_is_not_chosen_can_still_be_shown() -> None:
    only_another = replace(OPTIONS, report_ids=("verslag-b",))
    first, *_ = compose_report(sample(), TRAFFICKING, only_another)
    assert isinstance(first, Heading)
    assert first.number == "3.4.1.1."


def test_what_belongs_to_nothing_gives_nothing() -> None:
    lost = replace(TRAFFICKING, year_id="weg")
    assert compose_report(sample(), lost, OPTIONS) == ()
    assert compose_region(sample(), RegionalSection(id="x", text="Los."), OPTIONS) == ()
    assert compose_goal(sample(), YEAR, replace(SOCIETY, id="ander"), OPTIONS) == ()


def test_a_report_that_the_dossier_does_not_hold_has_no_number() -> None:
    first, *_ = compose_report(sample(without=(TRAFFICKING,)), TRAFFICKING, OPTIONS)
    assert isinstance(first, Heading)
    assert first.number == ""
