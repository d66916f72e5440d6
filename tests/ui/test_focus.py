"""Whoever works with the keyboard sees where the keys go: every kind of control looks different with the focus."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from riec_desktop.ui.theme import palette


def _list() -> QListWidget:
    made = QListWidget()
    made.addItems(["een", "twee"])
    made.setCurrentRow(0)
    return made


def _tree() -> QTreeWidget:
    made = QTreeWidget()
    item = QTreeWidgetItem(["een"])
    made.addTopLevelItem(item)
    made.setCurrentItem(item)
    return made


def _table() -> QTableWidget:
    made = QTableWidget(2, 2)
    made.setCurrentCell(0, 0)
    return made


def _tabs() -> QTabBar:
    made = QTabBar()
    made.addTab("een")
    made.addTab("twee")
    return made


def _tool() -> QToolButton:
    made = QToolButton()
    made.setText("knop")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


CONTROLS: dict[str, Callable[[], QWidget]] = {
    "push button": lambda: QPushButton("knop"),
    "tool button": _tool,
    "check box": lambda: QCheckBox("vinkje"),
    "radio button": lambda: QRadioButton("keuze"),
    "line": QLineEdit,
    "text": QPlainTextEdit,
    "combo box": QComboBox,
    "number": QSpinBox,
    "date": QDateEdit,
    "slider": QSlider,
    "list": _list,
    "tree": _tree,
    "table": _table,
    "tabs": _tabs,
}


def seen(widget: QWidget) -> QImage:
    """A control as it looks."""
    return widget.grab().toImage()


@pytest.fixture
def still(qapp: QApplication) -> Iterator[None]:
    """A cursor that does not blink."""
    usual = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(usual)


@pytest.mark.usefixtures("still")
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("name", CONTROLS)
def test_the_focus_is_seen(qtbot: QtBot, name: str, dark: bool) -> None:
    window, control, other = QWidget(), CONTROLS[name](), QPushButton("ander")
    window.setPalette(palette(dark=dark))
    qtbot.addWidget(window)
    room = QVBoxLayout(window)
    room.addWidget(other)
    room.addWidget(control)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    other.setFocus()
    before = seen(control)
    QTest.keyClick(other, Qt.Key.Key_Tab)
    assert control.hasFocus()
    assert seen(control) != before
