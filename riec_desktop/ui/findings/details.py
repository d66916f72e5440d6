"""Below the list: why the finding with the cursor matters, and the buttons that repair it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from riec_desktop.checks.findings import Finding, Repair
from riec_desktop.checks.kinds import reason_of
from riec_desktop.ui.findings.groups import Group
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import unit

REPAIR_KEYS = "Ctrl+."
REASON = "Laten staan, met een reden…"
_MOST = 3
"""Buttons for repairs: with more nobody sees which one is meant."""


class FindingDetails(QFrame):
    """`repair_wanted` carries a finding and a repair, `all_wanted` and `hide_wanted` the group of it.

    `reason_wanted` carries a finding that may stay for a reason.
    """

    repair_wanted = Signal(object, object)
    reason_wanted = Signal(object)
    all_wanted = Signal(object)
    hide_wanted = Signal(object)

    def __init__(self, keys_of: QWidget) -> None:
        """The keys count anywhere in `keys_of`."""
        super().__init__()
        self.reason = label("", muted=True)
        self._column = QVBoxLayout(self)
        space = unit(self) * 2
        self._column.setContentsMargins(space, space, space, space)
        self._column.setSpacing(unit(self))
        self._column.addWidget(self.reason)
        self.buttons: list[QPushButton] = []
        self._first: Callable[[], None] | None = None
        self._shortcut = QShortcut(QKeySequence(REPAIR_KEYS), keys_of)
        self._shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._shortcut.activated.connect(self._repair_first)
        self.hide()

    def show_thing(self, thing: Finding | Group | None, group: Group | None) -> None:
        """Show what can be done about a finding, or about a group as a whole."""
        from riec_desktop.workspace.gate import needs_reason

        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = []
        self._first = None
        self.setVisible(thing is not None)
        if isinstance(thing, Finding):
            self._show_reason(reason_of(thing))
            self._add_repairs(thing)
            if needs_reason(thing):
                self._add(REASON, partial(self.reason_wanted.emit, thing))
        elif thing is not None:
            self._show_reason(thing.kind.reason)
        if group is not None:
            self._add_group(group)

    def _show_reason(self, reason: str) -> None:
        self.reason.setText(f"Waarom? {reason}")
        self.reason.setVisible(bool(reason))

    def _add_repairs(self, finding: Finding) -> None:
        for at, repair in enumerate(finding.repairs[:_MOST]):
            run = partial(self._want, finding, repair)
            button = self._add(repair.title, run)
            if not at:
                self._first = run
                button.setToolTip(f"{repair.title} ({REPAIR_KEYS})")

    def _want(self, finding: Finding, repair: Repair) -> None:
        self.repair_wanted.emit(finding, repair)

    def _add_group(self, group: Group) -> None:
        if len(group.repairable) > 1:
            self._add(f"Repareer alle {len(group.repairable)}", partial(self.all_wanted.emit, group))
        if group.kind.optional:
            self._add("Dit soort niet meer tonen", partial(self.hide_wanted.emit, group))

    def _add(self, text: str, run: Callable[[], None]) -> QPushButton:
        button = QPushButton(text.replace("&", "&&"))
        button.clicked.connect(lambda _checked=False: run())
        self._column.addWidget(button)
        self.buttons.append(button)
        return button

    def _repair_first(self) -> None:
        if self._first is not None:
            self._first()
