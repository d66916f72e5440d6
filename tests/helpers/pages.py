"""Every page of the window in turn, for tests that hold for all of them."""

from collections.abc import Iterator

from riec_desktop.dossier import views
from riec_desktop.ui.pages.page import Page
from riec_desktop.ui.pages.portfolios import GoalPortfoliosPart
from riec_desktop.ui.places import PageId, Place
from tests.helpers.program import Program

WITH_RECORD = (PageId.GOAL, PageId.PORTFOLIO)


def place_on(program: Program, page: PageId) -> Place:
    """A place on a page: the second goal and its first portfolio where the page shows one."""
    dossier, year = program.bench.session.dossier, program.bench.editing.year
    goal = views.goals(dossier, year)[1]
    shown = {PageId.GOAL: goal.id, PageId.PORTFOLIO: views.reports_of_goal(dossier, year, goal)[0].id}
    return Place(page, shown.get(page, ""))


def every_page(program: Program) -> Iterator[Page]:
    """Show each page and give it, with what is chosen in its tables in sight."""
    for page_id in PageId:
        program.bench.show_place(place_on(program, page_id))
        program.settle()
        page = program.bench.page
        assert page is not None
        choose_first_portfolio(page)
        yield page


def choose_first_portfolio(page: Page) -> None:
    """Choose a row in the tables that open no form by themselves."""
    for part in page.findChildren(GoalPortfoliosPart):
        if part.table.model.records:
            part.table.choose(part.table.model.records[0].id)
