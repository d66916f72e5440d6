"""All tabs at the right are in sight at every width: names where they fit, icons with counts where they do not."""

import pytest
from PySide6.QtWidgets import QApplication

from riec_desktop.ui.side_tabs import SideTabs, short_form
from tests.helpers.program import Program


def shown(bar: SideTabs) -> list[str]:
    return [bar.shown_text(at) for at in range(bar.count())]


def widen(program: Program, width: int) -> SideTabs:
    program.window.resize(1900, 900)
    program.bench.setSizes([300, 1600 - width, width])
    QApplication.processEvents()
    return program.bench.side.tabs


@pytest.mark.parametrize(("name", "left"), [("Aandachtspunten 12", "12"), ("Vorig jaar", ""), ("", "")])
def test_a_short_tab_keeps_its_count(name: str, left: str) -> None:
    assert short_form(name) == left


def test_in_a_narrow_window_only_the_tab_in_sight_has_its_name(example: Program) -> None:
    bar = widen(example, 310)
    example.bench.side.setCurrentIndex(3)
    assert shown(bar) == ["", "", "", "Vorig jaar", ""]


def test_in_a_wide_window_every_tab_has_its_name(example: Program) -> None:
    assert shown(widen(example, 700)) == ["Voorbeeld", "Aandachtspunten", "Zoeken", "Vorig jaar", "Opmerkingen"]


def test_every_tab_is_within_the_side_whichever_is_in_sight_and_however_much_there_is_to_do(example: Program) -> None:
    bar = widen(example, 310)
    side = example.bench.side
    side.setTabText(1, "Aandachtspunten 128")
    side.setTabText(4, "Opmerkingen 37")
    ends: list[int] = []
    for at in range(bar.count()):
        side.setCurrentIndex(at)
        QApplication.processEvents()
        ends.append(bar.tabRect(bar.count() - 1).right())
    assert max(ends) <= side.width()


def test_the_hint_under_the_mouse_is_the_whole_name_with_its_count(example: Program) -> None:
    bar = widen(example, 310)
    example.bench.side.setTabText(1, "Aandachtspunten 3")
    QApplication.processEvents()
    assert bar.tabToolTip(1) == bar.tabText(1) == "Aandachtspunten 3"


def test_in_the_narrowest_panel_the_icons_are_left(example: Program) -> None:
    bar = widen(example, 190)
    assert shown(bar) == [""] * 5
    assert bar.tabRect(4).right() <= example.bench.side.width()


def test_in_a_window_too_narrow_for_three_columns_the_right_one_steps_aside_and_comes_back(example: Program) -> None:
    side = example.bench.side
    for width, there in ((1280, True), (731, False), (1280, True)):
        example.window.resize(width, 411)
        QApplication.processEvents()
        assert side.isVisible() is there, width


def test_whoever_asks_for_the_right_side_in_a_narrow_window_gets_it(example: Program) -> None:
    example.window.resize(731, 411)
    QApplication.processEvents()
    example.window.actions_made.actions["comments"].trigger()
    example.window.resize(725, 411)
    QApplication.processEvents()
    assert example.bench.side.isVisible()
