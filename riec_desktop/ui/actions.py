"""Actions as data: what an action is, and how Qt gets menus and a toolbar of them.

An action knows its Dutch title, its key, what it does and when it can be done; `commands` has the actions themselves,
`menus` tells where they stand. Menus, toolbar, palette, help and tests all read the same table.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QWidget

from riec_desktop.ui.icons import icon
from riec_desktop.ui.menus import MENUS, RECENT, SEPARATOR, TOOLBAR


def always() -> bool:
    """For an action that can be done at any time."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """One thing a person can do.

    `title` carries the access key (`&`); `live_title` gives a title that changes, such as the step to undo. `checked`
    makes it a switch and tells how it stands. `short` is the text on the toolbar. `shortcut` may name
    several keys, with a semicolon between them.
    """

    id: str
    title: str
    help: str
    run: Callable[[], None]
    shortcut: str = ""
    icon: str = ""
    short: str = ""
    enabled: Callable[[], bool] = always
    live_title: Callable[[], str] | None = None
    checked: Callable[[], bool] | None = None


def _made(parent: QObject, spec: ActionSpec) -> QAction:
    action = QAction(spec.title, parent)
    action.setObjectName(spec.id)
    action.setIconText(spec.short or spec.title.replace("&", ""))
    action.setStatusTip(spec.help)
    action.setToolTip(f"{spec.help} ({spec.shortcut})" if spec.shortcut else spec.help)
    action.setCheckable(spec.checked is not None)
    if spec.shortcut:
        action.setShortcuts(QKeySequence.listFromString(spec.shortcut))
    if spec.icon:
        action.setIcon(icon(spec.icon))

    def run() -> None:
        spec.run()

    action.triggered.connect(run)
    return action


class ActionSet:
    """The actions of one window as Qt has them, made from their specs."""

    def __init__(self, window: QWidget, specs: Sequence[ActionSpec]) -> None:
        self.specs = {spec.id: spec for spec in specs}
        self.actions = {spec.id: _made(window, spec) for spec in specs}
        window.addActions(list(self.actions.values()))

    def refresh(self) -> None:
        """Bring titles, switches and what can be done up to date."""
        for name, spec in self.specs.items():
            action = self.actions[name]
            action.setEnabled(spec.enabled())
            if spec.live_title is not None:
                action.setText(spec.live_title())
            if spec.checked is not None:
                action.setChecked(spec.checked())

    def fill_menus(self, bar: QMenuBar, recent: QMenu, before: Callable[[], None]) -> None:
        """Add the menus to a menu bar; `before` runs when one of them is about to show."""
        for title, names in MENUS:
            menu = bar.addMenu(title)
            menu.aboutToShow.connect(before)
            for name in names:
                self._add(menu, name, recent)

    def _add(self, menu: QMenu, name: str, recent: QMenu) -> None:
        if name == RECENT:
            menu.addMenu(recent)
        elif name == SEPARATOR:
            menu.addSeparator()
        else:
            menu.addAction(self.actions[name])

    def fill_toolbar(self, bar: QToolBar) -> None:
        """Add the buttons to a toolbar."""
        for name in TOOLBAR:
            if name == SEPARATOR:
                bar.addSeparator()
            else:
                bar.addAction(self.actions[name])
