"""Every window and dialog speaks Dutch, has a name for every control, and no key that means two things."""

from importlib import import_module
from pkgutil import walk_packages

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from riec_desktop import ui
from riec_desktop.ui.form_dialog import FormDialog
from riec_desktop.ui.key_dialog import KeyDialog
from tests.helpers.accessible import cut_off, english, keyed_twice, labels_without_buddy, nameless, twice
from tests.helpers.dialogs import DIALOGS
from tests.helpers.pages import every_page
from tests.helpers.program import Program

SMALLEST = (731, 385)
"""1280 by 720 pixels at 175 % leave 731 by 411, of which the bar of the system takes some."""


def flaws(window: QWidget) -> list[str]:
    return [*nameless(window), *english(window), *twice(window), *keyed_twice(window), *labels_without_buddy(window)]


def test_the_start_screen(app: Program) -> None:
    assert flaws(app.window) == []


def test_every_page(example: Program) -> None:
    found = {page.accessibleName(): flaws(example.window) for page in every_page(example)}
    assert {name: one for name, one in found.items() if one} == {}


def test_every_page_beside_what_was_found(example: Program) -> None:
    """The tab to search in has the most letters."""
    example.bench.show_side(example.bench.search.panel)
    example.bench.search.panel.begin("mensenhandel")
    example.bench.search.search()
    found = {page.accessibleName(): twice(example.window) for page in every_page(example)}
    assert {name: one for name, one in found.items() if one} == {}


def dialog_classes() -> set[type[QDialog]]:
    """Every dialog of the program that is shown itself, found in its modules."""
    for module in walk_packages(ui.__path__, f"{ui.__name__}."):
        import_module(module.name)
    found, waiting = set[type[QDialog]](), [QDialog]
    while waiting:
        below = [one for one in waiting.pop().__subclasses__() if one.__module__.startswith(ui.__name__)]
        found.update(below)
        waiting.extend(below)
    return found - {FormDialog, KeyDialog}


def test_the_table_of_dialogs_has_them_all(example: Program) -> None:
    made = [make(example) for make in DIALOGS.values()]
    missing = dialog_classes() - {type(one) for one in made}
    for dialog in made:
        dialog.open()
        dialog.close()
        dialog.deleteLater()
    assert missing == set()


def test_every_dialog_fits_a_small_screen_at_175_percent(example: Program) -> None:
    large: dict[str, tuple[int, int]] = {}
    for name, make in DIALOGS.items():
        dialog = make(example)
        least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
        if least.width() > SMALLEST[0] or least.height() > SMALLEST[1]:
            large[name] = (least.width(), least.height())
        dialog.open()
        dialog.close()
        dialog.deleteLater()
    assert large == {}


@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog(example: Program, name: str) -> None:
    dialog = DIALOGS[name](example)
    dialog.open()
    assert flaws(dialog) == []
    dialog.close()
    dialog.deleteLater()


@pytest.mark.parametrize("name", DIALOGS)
def test_esc_closes_every_dialog(example: Program, name: str) -> None:
    dialog = DIALOGS[name](example)
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    dialog.deleteLater()


def test_every_page_fits_a_screen_of_1280_by_720(example: Program) -> None:
    example.window.resize(1280, 720)
    wide = [page.accessibleName() for page in every_page(example) if example.window.minimumSizeHint().width() > 1280]
    assert wide == []
    cut = [
        page.accessibleName() for page in every_page(example) if page.content.minimumSizeHint().width() > page.width()
    ]
    assert cut == []


@pytest.mark.parametrize("size", [(1280, 720), SMALLEST])
def test_no_text_on_a_page_is_cut_off(example: Program, size: tuple[int, int]) -> None:
    example.window.resize(*size)
    found: dict[str, list[str]] = {}
    for page in every_page(example):
        example.settle()
        found[page.accessibleName()] = cut_off(example.window)
    assert {name: one for name, one in found.items() if one} == {}


@pytest.mark.parametrize("name", DIALOGS)
def test_no_text_in_a_dialog_is_cut_off_at_175_percent(example: Program, name: str) -> None:
    dialog = DIALOGS[name](example)
    dialog.open()
    dialog.resize(dialog.size().boundedTo(QSize(*SMALLEST)))
    example.settle()
    assert cut_off(dialog) == []
    dialog.close()
    dialog.deleteLater()


def test_a_text_in_too_little_room_is_noticed(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = QVBoxLayout(window)
    short, long, button = QLabel("Kort"), QLabel("Een lange zin"), QPushButton("Een lange knop")
    for widget in (short, long, button):
        room.addWidget(widget)
    long.setFixedWidth(20)
    button.setFixedWidth(20)
    window.show()
    assert cut_off(window) == ["QLabel: Een lange zin", "QPushButton: Een lange knop"]
