"""Long work is done between keys, one slice at a time whatever the number of works."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from riec_desktop.ui import slices
from riec_desktop.ui.slices import Slices, Turns
from tests.helpers.program import running_timers


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """What the works belong to."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture(autouse=True)
def every_step_is_a_slice(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a clock on which each look is a second later."""
    seconds = iter(range(10_000))
    monkeypatch.setattr(slices, "monotonic", lambda: float(next(seconds)))


def at_once(work: Callable[[], None]) -> None:
    work()


def steps(done: list[str], name: str, count: int) -> Iterator[None]:
    for _ in range(count):
        done.append(name)
        yield


def test_the_first_that_was_made_goes_first(window: QWidget, qtbot: QtBot) -> None:
    turns, done = Turns(window), list[str]()
    first, second = Slices(turns, at_once), Slices(turns, at_once)
    second.begin(steps(done, "second", 2))
    first.begin(steps(done, "first", 3))
    assert done == []
    qtbot.waitUntil(lambda: not first.is_busy() and not second.is_busy())
    assert done == ["first"] * 3 + ["second"] * 2
    assert running_timers(window) == []


def test_what_is_begun_anew_drops_the_rest_of_the_work_before(window: QWidget) -> None:
    work, done = Slices(Turns(window), at_once), list[str]()
    work.begin(steps(done, "old", 5))
    work.go_on()
    work.begin(steps(done, "new", 2))
    work.settle()
    assert done == ["old", "new", "new"]


def test_work_that_is_stopped_leaves_no_timer_and_the_other_goes_on(window: QWidget) -> None:
    turns, done = Turns(window), list[str]()
    first, second = Slices(turns, at_once), Slices(turns, at_once)
    first.begin(steps(done, "first", 2))
    second.begin(steps(done, "second", 2))
    first.stop()
    assert running_timers(window) != []
    second.settle()
    assert done == ["second", "second"]
    assert running_timers(window) == []
