"""The garbage collector rests while a chapter is composed, leaves an open dossier alone, and goes on as it was."""

import gc
from collections.abc import Iterator

import pytest

from riec_desktop.memory import hold, keeping, let_go, without_collector


def test_the_collector_rests_inside_and_goes_on_afterwards() -> None:
    with without_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    with without_collector():
        with without_collector():
            pass
        assert not gc.isenabled()


def test_the_collector_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="mis"), without_collector():
        raise ValueError("mis")
    assert gc.isenabled()


def test_what_is_held_is_not_searched_until_it_is_let_go() -> None:
    held: list[object] = []
    hold()
    assert not any(one is held for one in gc.get_objects())
    let_go()
    assert any(one is held for one in gc.get_objects())


def test_what_each_step_of_long_work_made_is_held() -> None:
    made: list[object] = []

    def work() -> Iterator[None]:
        made.append([])
        yield

    for _ in keeping(work()):
        assert not any(one is made[0] for one in gc.get_objects())
    let_go()
    assert any(one is made[0] for one in gc.get_objects())
