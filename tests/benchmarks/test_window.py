"""How long a person waits in the window with 400 portfolios: for a page, the board, a search; and what rest costs.

Each is taken from what a person does to the painted window, the least processor time of a few turns, so that a busy
computer matters less: `pytest tests/benchmarks/test_window.py -o addopts="--import-mode=importlib" -s`.
"""

import sys
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import set_field
from riec_desktop.dossier.records import StrategicGoal
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.theme import apply_theme
from riec_desktop.workspace.content import example_dossier
from tests.helpers.program import Program, program
from tests.helpers.scaled import scaled

TIMES = 50
TURNS = 5
PAGE, SEARCH, BOARD = 0.1, 0.1, 0.2
"""Seconds, as promised."""
REST, RESTING = 1.0, 0.01
"""Seconds that nobody does anything, and what that may cost: the clock of the test itself."""


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


def switch(running: Program, place: Place) -> float:
    """From another page to this one."""
    away = PageId.SETTINGS if place.page is not PageId.SETTINGS else PageId.YEARS
    running.bench.show_place(Place(away))
    running.settle()
    QApplication.processEvents()
    return cost(lambda: (running.bench.show_place(place), running.window.repaint()))


@pytest.mark.parametrize("page", PageId, ids=lambda page: page.name.lower())
def test_another_page_is_there_at_once(large: Program, page: PageId) -> None:
    place = places(large)[page]
    least = min(switch(large, place) for _ in range(TURNS))
    tell(page.value, least)
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
    QTest.qWait(600)
    least = min(cost(lambda: QTest.qWait(round(REST * 1000))) for _ in range(2))
    tell(f"at rest on {page.value}", least)
    assert least <= RESTING
