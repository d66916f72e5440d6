"""The garbage collector rests while a chapter is composed, and goes on as it was."""

import gc

import pytest

from riec_desktop.memory import without_collector


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
