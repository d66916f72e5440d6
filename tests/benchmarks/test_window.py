"""How long a person waits in the window with 400 portfolios: for a page, the board, a search; and what rest costs.

Each is taken from what a person does to the painted window, the least processor time of a few turns, so that a busy
computer matters less: `pytest tests/benchmarks/test_window.py -o addopts="--import-mode=importlib" -s`.

A page is in sight before it is whole; the rest of it comes piece by piece, and a key waits for one piece at most.
"""

import sys
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import set_field
from riec_desktop.dossier.records import StrategicGoal
from riec_desktop.ui.pages.leafing import Leafing
from riec_desktop.ui.pages.page import Page
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.theme import apply_theme
from riec_desktop.workspace.content import example_dossier
from tests.helpers.program import Program, program
from tests.helpers.scaled import scaled

TIMES = 50
TURNS = 5
PAGE, SEARCH, BOARD = 0.1, 0.1, 0.2
"""Seconds, as promised."""
PIECE = 0.05
"""Seconds that a key may wait while the rest of a page comes: nobody notices that, just after a page was opened."""
REST, RESTING = 0.5, 0.01
"""Seconds that nobody does anything, and what that may cost: the clock of the test itself."""
LARGE = (1920, 1000)
"""Pixels of a window on a whole screen, in which more of a page is in sight."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Program]:
    """The program with 400 portfolios."""
    apply_theme(qapp)
    folder = tmp_path_factory.mktemp("groot")
    with program(folder) as running:
        assert running.window.desk.start(scaled(example_dossier(), TIMES, varied=True), folder / "groot.riec")
        running.settle()
        yield running


def places(running: Program) -> dict[PageId, Place]:
    """One place of every page."""
    dossier, year = running.bench.session.dossier, running.bench.editing.year
    records = {
        PageId.PORTFOLIO: views.reports(dossier, year)[0].id,
        PageId.GOAL: dossier.all(StrategicGoal)[0].id,
    }
    return {page: Place(page, records.get(page, "")) for page in PageId}


def cost(work: Callable[[], object]) -> float:
    """Processor seconds of this thread."""
    began = time.thread_time()
    work()
    return time.thread_time() - began


def tell(what: str, seconds: float) -> None:
    sys.stdout.write(f"\n{what}: {seconds * 1000:.1f} ms")


def leave(running: Program, place: Place) -> None:
    """To another page, with nothing left to do."""
    away = PageId.SETTINGS if place.page is not PageId.SETTINGS else PageId.YEARS
    running.bench.show_place(Place(away))
    running.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()


def switch(running: Program, place: Place) -> float:
    """From another page to this one."""
    leave(running, place)
    return cost(lambda: (running.bench.show_place(place), running.window.repaint()))


def page_of(running: Program) -> Page:
    """The page as far as it is there."""
    assert running.bench.stage.page is not None
    return running.bench.stage.page


def pieces(running: Program, place: Place) -> list[float]:
    """What each piece costs that comes after the page was painted, with its place in the layout."""
    switch(running, place)
    page, found = page_of(running), list[float]()
    more = [True]
    while more[-1]:
        found.append(cost(lambda: (more.append(page.grow()), page.settle_layout(), running.window.repaint())))
    return found


@pytest.mark.parametrize("page", PageId, ids=lambda page: page.name.lower())
def test_another_page_is_there_at_once(large: Program, page: PageId) -> None:
    place = places(large)[page]
    least = min(switch(large, place) for _ in range(TURNS))
    tell(page.value, least)
    assert least <= PAGE


@pytest.mark.parametrize("page", PageId, ids=lambda page: page.name.lower())
def test_the_rest_of_a_page_comes_between_keys(large: Program, page: PageId) -> None:
    found = [pieces(large, places(large)[page]) for _ in range(3)]
    longest = min(max(one) for one in found)
    tell(f"{page.value}: the longest of {len(found[0])} pieces", longest)
    tell(f"{page.value}: all of them", min(sum(one) for one in found))
    assert longest <= PIECE


@pytest.mark.parametrize(
    "page", [PageId.PORTFOLIO, PageId.CALLOUTS, PageId.FIGURES], ids=lambda page: page.name.lower()
)
def test_another_page_is_there_at_once_on_a_whole_screen(large: Program, page: PageId) -> None:
    usual = large.window.size()
    large.window.resize(*LARGE)
    least = min(switch(large, places(large)[page]) for _ in range(TURNS))
    large.window.resize(usual)
    tell(f"{page.value} on a whole screen", least)
    assert least <= PAGE


def returned(running: Program, place: Place) -> float:
    """Back to the end of a page, where it was left."""
    running.bench.show_place(place)
    running.bench.stage.finish()
    page_of(running).scroll_to(1_000_000)
    return switch(running, place)


def test_how_long_it_takes_to_come_back_to_the_end_of_a_page(large: Program) -> None:
    place = places(large)[PageId.PORTFOLIO]
    least = min(returned(large, place) for _ in range(3))
    tell("back to the end of a portfolio", least)
    page_of(large).scroll_to(0)


def turned(running: Program) -> float:
    """To the next boxes of all boxes of the year."""
    switch(running, Place(PageId.CALLOUTS))
    running.bench.stage.finish()
    leafing = page_of(running).findChildren(Leafing)[0]
    return cost(lambda: (leafing.later.click(), running.window.repaint()))


def test_the_next_boxes_are_there_at_once(large: Program) -> None:
    least = min(turned(large) for _ in range(TURNS))
    tell("the next boxes", least)
    assert least <= PAGE


def changed(running: Program, turn: int) -> float:
    """Another holder of a portfolio, and all that follows from it on the overview."""
    bench = running.bench
    report = views.reports(bench.session.dossier, bench.editing.year)[0]
    change = set_field(report, "holder", f"Sanne {turn}")
    return cost(lambda: (bench.session.edit("houder", change), running.settle(), running.window.repaint()))


def test_the_overview_follows_a_change(large: Program) -> None:
    large.bench.show_place(Place(PageId.OVERVIEW))
    large.settle()
    least = min(changed(large, turn) for turn in range(TURNS))
    tell("the overview after a change", least)
    assert least <= BOARD


def sought(running: Program, words: str) -> float:
    panel = running.bench.search.panel
    panel.words.setText("")
    panel.later.settle()
    QApplication.processEvents()
    return cost(lambda: (panel.words.setText(words), panel.later.settle(), running.window.repaint()))


@pytest.mark.parametrize("words", ["mensenhandel", "de", "signalen van", "staat nergens"])
def test_what_is_searched_is_there_at_once(large: Program, words: str) -> None:
    large.bench.search.begin()
    large.settle()
    least = min(sought(large, words) for _ in range(TURNS))
    tell(f"search for {words}", least)
    assert least <= SEARCH


@pytest.mark.parametrize("page", PageId, ids=lambda page: page.name.lower())
def test_nobody_at_work_costs_nothing(large: Program, page: PageId) -> None:
    large.bench.show_place(places(large)[page])
    large.settle()
    QTest.qWait(300)
    least = min(cost(lambda: QTest.qWait(round(REST * 1000))) for _ in range(2))
    tell(f"at rest on {page.value}", least)
    assert least <= RESTING
