"""How long the readiness board takes with 400 portfolios: computed, and computed and painted. At most 200 ms."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import ReviewState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.ui.pages.board_lines import columns, lines
from riec_desktop.ui.pages.board_model import BoardModel
from riec_desktop.ui.pages.board_view import BoardView
from riec_desktop.workspace.content import example_dossier
from riec_desktop.workspace.deadlines import Wish
from riec_desktop.workspace.documents import findings
from riec_desktop.workspace.readiness import Readiness, readiness, words_in
from tests.helpers.scaled import scaled

YEAR, TODAY = 2023, date(2024, 3, 12)
TIMES = 50


@pytest.fixture(scope="module")
def large() -> Dossier:
    return scaled(example_dossier(), TIMES, varied=True)


def board_of(dossier: Dossier) -> Readiness:
    """As the window makes it after an edit: another dossier, with the findings that it has already."""
    year = views.year_of(dossier, YEAR)
    assert year is not None
    noticed = dossier.once(("benchmark", YEAR), lambda: findings(dossier, YEAR))
    return readiness(dossier.with_rows({}), year, noticed)


def test_readiness_of_400_portfolios(benchmark: Any, large: Dossier) -> None:
    assert len(benchmark(board_of, large).rows) == 8 * TIMES


def test_readiness_of_400_portfolios_that_nobody_read_before(benchmark: Any, large: Dossier) -> None:
    found = benchmark.pedantic(board_of, (large,), setup=words_in.cache_clear, rounds=5)
    assert len(found.rows) == 8 * TIMES


def test_the_board_shown_after_a_change(benchmark: Any, qapp: QApplication, large: Dossier) -> None:
    model = BoardModel()
    view = BoardView(model, "")
    view.resize(1000, 700)
    view.show()
    wishes = [Wish(), Wish(review=ReviewState.AGREED)]

    def show() -> None:
        board = board_of(large)
        wishes.reverse()
        model.show_lines(columns(board), lines(board, wishes[0], TODAY))
        qapp.processEvents()

    benchmark(show)
    view.close()
