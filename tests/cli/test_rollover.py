"""The command `rollover`."""

from pathlib import Path

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import YearState
from riec_desktop.storage.dossier_file import read_dossier
from tests.helpers.terminal import Terminal


def years(path: Path) -> dict[int | None, YearState]:
    return {one.year: one.state for one in views.years(read_dossier(path).dossier)}


def test_the_next_year_begins_and_the_last_one_closes(riec: Terminal, example: Path) -> None:
    answer = riec("rollover", example, "2024")
    assert answer.code == 0
    assert "7 beloften van 2023 komen bij de vragen van 2024 te staan." in answer.out
    found = years(example)
    assert (found[2024], found[2023]) == (YearState.OPEN, YearState.CLOSED)


def test_last_year_can_stay_open(riec: Terminal, example: Path) -> None:
    assert riec("rollover", example, "2024", "--open-laten", "--json").data["done"] is True
    assert years(example)[2023] is YearState.OPEN


def test_a_trial_changes_nothing(riec: Terminal, example: Path) -> None:
    before = example.read_bytes()
    answer = riec("rollover", example, "2024", "--proef")
    assert "er is niets veranderd" in answer.out
    assert example.read_bytes() == before


def test_a_year_that_is_there_is_refused(riec: Terminal, example: Path) -> None:
    answer = riec("rollover", example, "2023")
    assert answer.code == 3
    assert "Het verslagjaar 2023 staat al in dit dossier." in answer.err
