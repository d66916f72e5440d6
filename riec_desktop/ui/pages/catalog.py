"""Which function makes which page."""

from collections.abc import Callable, Mapping

from riec_desktop.ui.pages.agenda import agenda_page
from riec_desktop.ui.pages.callouts import callouts_page
from riec_desktop.ui.pages.chapter_texts import chapter_texts_page
from riec_desktop.ui.pages.checks import checks_page
from riec_desktop.ui.pages.figures import figures_page
from riec_desktop.ui.pages.goal import goal_page
from riec_desktop.ui.pages.indicators import indicators_page
from riec_desktop.ui.pages.organisations import organisations_page
from riec_desktop.ui.pages.overview import overview_page
from riec_desktop.ui.pages.page import Page, PageContext
from riec_desktop.ui.pages.portfolio import portfolio_page
from riec_desktop.ui.pages.portfolios import portfolios_page
from riec_desktop.ui.pages.programmes import programmes_page
from riec_desktop.ui.pages.questionnaire import questionnaire_page
from riec_desktop.ui.pages.regions import regions_page
from riec_desktop.ui.pages.rules import rules_page
from riec_desktop.ui.pages.settings import settings_page
from riec_desktop.ui.pages.setup import setup_page
from riec_desktop.ui.pages.years import years_page
from riec_desktop.ui.places import PageId, Place

PAGES: Mapping[PageId, Callable[[PageContext, Place], Page]] = {
    PageId.OVERVIEW: overview_page,
    PageId.TEXTS: chapter_texts_page,
    PageId.GOAL: goal_page,
    PageId.PORTFOLIO: portfolio_page,
    PageId.CALLOUTS: callouts_page,
    PageId.FIGURES: figures_page,
    PageId.REGIONS: regions_page,
    PageId.SETUP: setup_page,
    PageId.SETTINGS: settings_page,
    PageId.YEARS: years_page,
    PageId.PORTFOLIOS: portfolios_page,
    PageId.QUESTIONNAIRE: questionnaire_page,
    PageId.INDICATORS: indicators_page,
    PageId.AGENDA: agenda_page,
    PageId.ORGANISATIONS: organisations_page,
    PageId.PROGRAMMES: programmes_page,
    PageId.RULES: rules_page,
    PageId.CHECKS: checks_page,
}


def make_page(context: PageContext, place: Place) -> Page:
    """The page of a place, still empty: `refresh` fills it."""
    return PAGES[place.page](context, place)
