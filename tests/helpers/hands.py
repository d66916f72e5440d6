"""A person at the window, who knows names of buttons, menus and fields, a mouse and a keyboard, and nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QListWidget,
    QMenu,
    QTabBar,
    QTreeWidget,
    QTreeWidgetItemIterator,
    QWidget,
)

from riec_desktop.ui.typed import optional, required
from riec_desktop.ui.widgets.record_table import RecordTable
from riec_desktop.ui.widgets.rich_area import RichArea
from tests.helpers.program import Program

W = TypeVar("W", bound=QWidget)
_LEFT = Qt.MouseButton.LeftButton


def bare(text: str) -> str:
    """A name as a person reads it: without the marks of access keys."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").partition("\t")[0]


@dataclass(slots=True)
class Hands:
    """Clicks and types. `within` is the window or dialog where things are looked for; `done` keeps what was done.

    An action is a click, a key combination, or a text that is typed.
    """

    program: Program
    within: QWidget
    done: list[str] = field(default_factory=list[str])

    def at(self, dialog: QWidget) -> "Hands":
        """The same person in a dialog."""
        assert QTest.qWaitForWindowActive(dialog)
        return Hands(self.program, dialog, self.done)

    # --- Looking -----------------------------------------------------------------------------------------------------

    def seen(self, kind: type[W], within: QWidget | None = None) -> Iterator[W]:
        """The widgets of a kind that are in sight; a person is slower than a page that grows."""
        if self.program.window.workbench is not None:
            self.program.window.workbench.stage.finish()
        return (one for one in (within or self.within).findChildren(kind) if one.isVisible())

    def button(self, name: str, within: QWidget | None = None) -> QAbstractButton:
        """The button that says this, or has it as its name where it is a picture."""
        found = list(self.seen(QAbstractButton, within))
        says = [one for one in found if bare(one.text()) == name] or [one for one in found if one.toolTip() == name]
        assert says, f"no button ‘{name}’ among {sorted({bare(one.text()) for one in found if one.text()})}"
        return says[0]

    def has_button(self, name: str) -> bool:
        """Whether there is such a button in sight."""
        return any(bare(one.text()) == name for one in self.seen(QAbstractButton))

    def part(self, name: str) -> QWidget:
        """The piece of the page with this heading."""
        return next(one for one in self.seen(QWidget) if one.accessibleName() == name and one.layout() is not None)

    def field(self, name: str, within: QWidget | None = None) -> QWidget:
        """The input that this label belongs to."""
        labels = [one for one in self.seen(QLabel, within) if bare(one.text()) == name]
        found = (optional(one.buddy()) for one in labels)
        buddy = next((one for one in found if one is not None), None)
        assert buddy is not None, f"no field ‘{name}’"
        return buddy

    def texts(self) -> list[RichArea]:
        """The texts with a toolbar, from top to bottom."""
        return list(self.seen(RichArea))

    def tables(self) -> list[RecordTable]:
        """The tables in sight, from top to bottom."""
        return list(self.seen(RecordTable))

    def table(self, name: str) -> RecordTable:
        """The table in the part of the page with this heading."""
        return next(self.seen(RecordTable, self.part(name)))

    def says(self, words: str) -> bool:
        """Whether a label in sight says this."""
        return any(words in one.text() for one in self.seen(QLabel))

    def wait(self, until: Callable[[], bool]) -> None:
        """Look at the screen until it shows something; at most ten seconds or so."""
        for _ in range(2_000):
            if until():
                return
            QTest.qWait(5)
        pytest.fail("what was waited for did not come")

    # --- Doing -------------------------------------------------------------------------------------------------------

    def press(self, keys: str, where: QWidget | None = None) -> None:
        """Press a key or a combination, such as 'Ctrl+G', where the cursor is."""
        self.done.append(keys)
        if QApplication.activeWindow() is not self.within:
            # A window manager gives the keys back to the window when a dialog goes; the screen that is none does not.
            self.within.windowHandle().requestActivate()
            QApplication.processEvents()
        QTest.keySequence(where or self._focused(), QKeySequence(keys))
        QApplication.processEvents()

    def _focused(self) -> QWidget:
        return optional(self.within.focusWidget()) or self.within

    def type(self, text: str, where: QWidget | None = None) -> None:
        """Type where the cursor is."""
        self.done.append(text)
        QTest.keyClicks(where or self._focused(), text)

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """Click on a widget."""
        self.done.append(f"click on {type(widget).__name__}")
        QTest.mouseClick(widget, _LEFT, pos=place or widget.rect().center())

    def choose_button(self, name: str, within: QWidget | None = None) -> None:
        """Click on a button."""
        self.click(self.button(name, within))

    def menu(self, name: str, item: str) -> None:
        """Open a menu and click on an item."""
        bar = self.program.window.menuBar()
        self.click(bar, bar.actionGeometry(_named(bar.actions(), name)).center())
        shown = cast("QMenu", QApplication.activePopupWidget())
        self.click(shown, shown.actionGeometry(_named(shown.actions(), item)).center())

    def go_to(self, name: str) -> None:
        """Click on a line of the navigation at the left."""
        tree = self.program.bench.tree
        self.wait(lambda: any(name in str(one.data()) for one in _lines(tree)))
        index = next(one for one in _lines(tree) if name in str(one.data()))
        tree.scrollTo(index)
        self.click(tree.viewport(), tree.visualRect(index).center())

    def tab(self, name: str) -> None:
        """Click on a tab."""
        found = ((bar, at) for bar in self.seen(QTabBar) for at in range(bar.count()))
        bar, at = next(
            (bar, at) for bar, at in found if bare(bar.tabText(at)).startswith(name) or bar.tabToolTip(at) == name
        )
        self.click(bar, bar.tabRect(at).center())

    def pick(self, box: QWidget, text: str) -> None:
        """Choose in a list by the keyboard, as who comes there with Tab: by typing what is wanted."""
        assert isinstance(box, QComboBox)
        box.setFocus()
        self.type(text, box)
        if box.view().isVisible():
            self.press("Return", box.view())
        assert box.currentText() == text, f"{box.currentText()} instead of {text}"

    def tick(self, name: str, line: str) -> None:
        """Tick a line of a list with the space bar."""
        rows = self.field(name)
        items = rows if isinstance(rows, QListWidget) else next(self.seen(QListWidget, rows))
        found = next(items.item(at) for at in range(items.count()) if items.item(at).text() == line)
        items.scrollToItem(found)
        self.click(items.viewport(), items.visualItemRect(found).center())
        self.press("Space", items)

    def cell(self, view: QAbstractItemView, row: int, column: int) -> None:
        """Click on a cell of a table."""
        index = required(view.model()).index(row, column)
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())


def _named(actions: list[QAction], name: str) -> QAction:
    found = next((one for one in actions if bare(one.text()) == name), None)
    assert found is not None, f"no ‘{name}’ among {[bare(one.text()) for one in actions]}"
    assert found.isEnabled(), f"‘{name}’ cannot be chosen now"
    return found


def _lines(tree: QTreeWidget) -> Iterator[QModelIndex]:
    walk = QTreeWidgetItemIterator(tree)
    while (node := optional(walk.value())) is not None:
        yield tree.indexFromItem(node)
        walk += 1
