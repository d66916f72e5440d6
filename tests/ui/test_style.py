"""How the usual controls are drawn: flat, with one outline, and each sign in a colour that is seen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QProgressBar,
    QPushButton,
    QTableWidget,
    QTabWidget,
    QTextBrowser,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riec_desktop.ui.icons import icon
from riec_desktop.ui.roomy import RoomyRows
from riec_desktop.ui.theme import colours, palette
from riec_desktop.ui.widgets.calendar_popup import CalendarPopup
from tests.helpers.looks import Look, wardrobe
from tests.ui.test_theme import READABLE, contrast

Role = QPalette.ColorRole
WIDTH, HEIGHT = 200, 100


def picture(widget: QWidget, qtbot: QtBot) -> QImage:
    """What a widget shows without the focus."""
    qtbot.addWidget(widget)
    widget.resize(WIDTH, HEIGHT)
    widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.show()
    QApplication.processEvents()
    return widget.grab().toImage()


def shades(image: QImage, across: range, down: range) -> set[str]:
    """The colours in a part of a picture."""
    return {image.pixelColor(x, y).name() for x in across for y in down}


@pytest.mark.parametrize("make", [QTreeWidget, QTableWidget, QListWidget])
@pytest.mark.parametrize("look", Look)
def test_what_holds_rows_has_the_outline_of_an_input(
    qapp: QApplication, qtbot: QtBot, make: Callable[[], QWidget], look: Look
) -> None:
    with wardrobe(qapp) as clothes:
        clothes.wear(look)
        image = picture(make(), qtbot)
        line = colours(qapp.palette()).input_border
        assert image.pixelColor(WIDTH // 2, 0) == line
        assert image.pixelColor(0, HEIGHT // 2) == line


def test_a_text_to_read_has_no_second_edge_inside_its_outline(qtbot: QtBot) -> None:
    text = QTextBrowser()
    image = picture(text, qtbot)
    assert len(shades(image, range(1, 20), range(HEIGHT // 2, HEIGHT // 2 + 1))) == 1


@pytest.mark.parametrize("dark", [False, True])
def test_the_icon_of_the_filled_button_has_the_colour_of_its_text(qtbot: QtBot, dark: bool) -> None:
    button, made = QPushButton(icon("history"), ""), palette(dark=dark)
    button.setDefault(True)
    button.setPalette(made)
    found = shades(picture(button, qtbot), range(WIDTH), range(HEIGHT))
    assert colours(made).default.text.name() in found
    assert made.color(Role.ButtonText).name() not in found


def test_a_bar_with_nothing_to_scroll_has_no_handle(qtbot: QtBot) -> None:
    shown = QListWidget()
    shown.setVerticalScrollBarPolicy(shown.verticalScrollBarPolicy().ScrollBarAlwaysOn)
    handle = colours(shown.palette()).input_border.name()
    strip = range(WIDTH - 14, WIDTH - 4), range(10, HEIGHT - 10)
    assert handle not in shades(picture(shown, qtbot), *strip)
    shown.addItems([str(each) for each in range(100)])
    QApplication.processEvents()
    assert handle in shades(shown.grab().toImage(), *strip)


def test_a_handle_begins_and_ends_where_its_bar_does(qtbot: QtBot) -> None:
    shown = QListWidget()
    shown.addItems([str(each) for each in range(30)])
    bar, handle = shown.verticalScrollBar(), colours(shown.palette()).input_border.name()
    picture(shown, qtbot)
    assert handle in shades(bar.grab().toImage(), range(bar.width()), range(8))
    bar.setValue(bar.maximum())
    assert handle in shades(bar.grab().toImage(), range(bar.width()), range(bar.height() - 8, bar.height()))


def test_progress_is_one_colour(qtbot: QtBot) -> None:
    bar = QProgressBar()
    bar.setValue(60)
    image = picture(bar, qtbot)
    assert shades(image, range(10, 60), range(4, HEIGHT - 4)) == {bar.palette().color(Role.Highlight).name()}


@pytest.mark.parametrize("look", Look)
def test_the_ground_below_tabs_is_that_of_the_window(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with wardrobe(qapp) as clothes:
        clothes.wear(look)
        tabs = QTabWidget()
        tabs.addTab(QWidget(), "Vorm")
        image = picture(tabs, qtbot)
        assert image.pixelColor(WIDTH // 2, HEIGHT - 20) == qapp.palette().color(Role.Window)


@pytest.mark.parametrize("dark", [False, True])
def test_the_arrow_of_a_chosen_line_is_seen(qtbot: QtBot, dark: bool) -> None:
    tree, made = QTreeWidget(), palette(dark=dark)
    tree.setPalette(made)
    line = QTreeWidgetItem(tree, ["Doel"])
    QTreeWidgetItem(line, ["Portefeuille"])
    tree.setHeaderHidden(True)
    tree.setCurrentItem(line)
    qtbot.addWidget(tree)
    tree.show()
    tree.activateWindow()
    tree.setFocus()
    qtbot.waitUntil(tree.hasFocus)
    before = tree.visualItemRect(line).left()
    row = tree.visualItemRect(line)
    area = range(4, before), range(row.top() + 4, row.bottom() + 2)
    drawn = [QColor(one) for one in shades(tree.grab().toImage(), *area)]
    ground, ink = made.color(Role.Highlight), made.color(Role.HighlightedText)
    assert ground in drawn
    assert any(abs(one.lightness() - ink.lightness()) < 60 for one in drawn)


@pytest.mark.parametrize("look", Look)
def test_a_sign_in_a_chosen_line_is_seen_where_the_focus_is_elsewhere(
    qapp: QApplication, qtbot: QtBot, look: Look
) -> None:
    with wardrobe(qapp) as clothes:
        clothes.wear(look)
        rows = QListWidget()
        rows.setItemDelegate(RoomyRows(rows))
        rows.addItem(QListWidgetItem(icon("error"), ""))
        rows.item(0).setSelected(True)
        found = shades(picture(rows, qtbot), range(6, 30), range(6, 20))
        ground = qapp.palette().color(QPalette.ColorGroup.Inactive, Role.Highlight)
        assert ground.name() in found
        assert max(contrast(ground, QColor(one)) for one in found) >= READABLE


@pytest.mark.parametrize("look", Look)
def test_the_icon_of_a_chosen_menu_line_has_the_colour_of_its_text(
    qapp: QApplication, qtbot: QtBot, look: Look
) -> None:
    with wardrobe(qapp) as clothes:
        clothes.wear(look)
        menu = QMenu()
        menu.setActiveAction(menu.addAction(icon("history"), ""))
        qtbot.addWidget(menu)
        menu.popup(QPoint())
        QApplication.processEvents()
        found = shades(menu.grab().toImage(), range(30), range(menu.height()))
        menu.close()
        made = qapp.palette()
        assert made.color(Role.HighlightedText).name() in found
        assert made.color(Role.ButtonText).name() not in found


def test_the_arrows_of_the_calendar_have_the_colour_of_its_month(qtbot: QtBot) -> None:
    field = QWidget()
    qtbot.addWidget(field)
    field.setPalette(palette(dark=False))
    popup = CalendarPopup(field)
    popup.open_under(field, QDate(2024, 3, 1))
    arrow = popup.findChildren(QToolButton, "qt_calendar_nextmonth")[0]
    found = shades(arrow.grab().toImage(), range(arrow.width()), range(arrow.height()))
    popup.close()
    assert "#ffffff" in found
    assert "#000000" not in found


@pytest.mark.parametrize("look", Look)
def test_a_chosen_line_with_the_focus_is_one_colour(qapp: QApplication, qtbot: QtBot, look: Look) -> None:
    with wardrobe(qapp) as clothes:
        clothes.wear(look)
        rows = QListWidget()
        rows.addItem("")
        qtbot.addWidget(rows)
        rows.show()
        rows.activateWindow()
        rows.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(rows.hasFocus)
        rows.setCurrentRow(0)
        line = rows.visualItemRect(rows.item(0))
        image = rows.viewport().grab().toImage()
        found = shades(image, range(line.left(), line.right()), range(line.top(), line.bottom()))
        assert found == {qapp.palette().color(Role.Highlight).name()}


def test_a_box_that_is_reached_by_keys_has_an_outline(qtbot: QtBot) -> None:
    box = QCheckBox("Vorm")
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    focus = colours(box.palette()).focus.name()

    def label() -> set[str]:
        image = box.grab().toImage()
        return shades(image, range(image.width() // 2, image.width()), range(image.height()))

    box.clearFocus()
    before = label()
    box.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(box.hasFocus)
    QTest.keyClick(box, Qt.Key.Key_Tab)
    assert label() - before
    assert any(abs(QColor(one).lightness() - QColor(focus).lightness()) < 30 for one in label() - before)
