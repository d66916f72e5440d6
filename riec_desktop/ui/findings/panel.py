"""The tab 'Aandachtspunten': how many there are, which of them to see, the list, and what to do about one of them."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QMenu, QVBoxLayout, QWidget

from riec_desktop.checks.findings import Finding, Repair
from riec_desktop.ui.findings.details import REASON, REPAIR_KEYS, FindingDetails
from riec_desktop.ui.findings.groups import ALL, Group, choices, chosen, grouped, tally
from riec_desktop.ui.findings.rows import FindingRows, PlaceTitle
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import unit

_NOTHING = "Alles wat nodig is, is ingevuld en er is niets anders opgevallen."
_NOT_HERE = "Met deze keuze is er niets te zien."


class FindingsPanel(QWidget):
    """`finding_chosen`: go there. `repair_wanted`: do this repair. `all_wanted`, `hide_wanted`: about a group.

    `reason_wanted`: it may stay, for a reason that the person gives.
    """

    finding_chosen = Signal(object)
    repair_wanted = Signal(object, object)
    all_wanted = Signal(object)
    hide_wanted = Signal(object)
    reason_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.count = label("", level=3)
        self.filter = QComboBox()
        self.nothing = label("", muted=True)
        self.rows = FindingRows()
        self.details = FindingDetails(self)
        self._findings: tuple[Finding, ...] = ()
        self._place: PlaceTitle = lambda _: ""
        self._here: Callable[[Finding], bool] = lambda _: True
        self._build()
        self._connect()

    def _build(self) -> None:
        space = unit(self) * 2
        column = QVBoxLayout(self)
        column.setContentsMargins(0, space, 0, 0)
        column.setSpacing(space)
        head = QVBoxLayout()
        head.setContentsMargins(space, 0, space, 0)
        for widget in (self.count, self.filter, self.nothing):
            head.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self.rows, 1)
        column.addStretch(0)
        column.addWidget(self.details)
        self.filter.setAccessibleName("Welke aandachtspunten u ziet")
        self.rows.setToolTip(f"Enter gaat erheen, {REPAIR_KEYS} repareert")
        self.rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self.filter.activated.connect(self.refresh)
        self.rows.finding_chosen.connect(self.finding_chosen)
        self.rows.looked_at.connect(self._look)
        self.rows.customContextMenuRequested.connect(self._open_menu)
        for signal, other in (
            (self.details.all_wanted, self.all_wanted),
            (self.details.hide_wanted, self.hide_wanted),
            (self.details.repair_wanted, self.repair_wanted),
            (self.details.reason_wanted, self.reason_wanted),
        ):
            signal.connect(other)

    # --- showing -----------------------------------------------------------------------------------------------------

    def show_findings(
        self, findings: Sequence[Finding], place: PlaceTitle, here: Callable[[Finding], bool] = lambda _: True
    ) -> None:
        """Show these; `place` says where each was noticed, `here` whether that is in sight."""
        self._findings, self._place, self._here = tuple(findings), place, here
        self.count.setText(tally(self._findings))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while nobody looked is shown now."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show what the choice lets through; out of sight that can wait, because many rows take long to lay out."""
        if not self.isVisible():
            return
        self._fill_filter()
        found = chosen(self._findings, self.filter.currentText(), self._here)
        self.nothing.setText(_NOT_HERE if self._findings else _NOTHING)
        self.nothing.setVisible(not found)
        self.filter.setVisible(bool(self._findings))
        self.rows.setVisible(bool(found))
        self.rows.show_groups(grouped(found), self._place)

    def _fill_filter(self) -> None:
        """A choice of which nothing is left stays until another is made, so that the list does not jump."""
        now = self.filter.currentText() or ALL
        wanted = list(dict.fromkeys((*choices(self._findings), now)))
        if wanted != [self.filter.itemText(at) for at in range(self.filter.count())]:
            self.filter.clear()
            self.filter.addItems(wanted)
            self.filter.setCurrentText(now)

    def _look(self, thing: Finding | Group | None) -> None:
        self.details.show_thing(thing, self.rows.group_of_current())

    # --- the menu ----------------------------------------------------------------------------------------------------

    def menu(self) -> QMenu:
        """What can be done about the row with the cursor."""
        from riec_desktop.workspace.gate import needs_reason

        menu = QMenu(self)
        thing, group = self.rows.current(), self.rows.group_of_current()
        if isinstance(thing, Finding):
            menu.addAction("&Ga erheen", partial(self.finding_chosen.emit, thing))
            self._add_repairs(menu, thing)
            if needs_reason(thing):
                menu.addAction(f"&{REASON}", partial(self.reason_wanted.emit, thing))
        if group is not None:
            self._add_group(menu, group)
        return menu

    def _add_repairs(self, menu: QMenu, finding: Finding) -> None:
        for repair in finding.repairs:
            menu.addAction(repair.title.replace("&", "&&"), partial(self._repair, finding, repair))

    def _repair(self, finding: Finding, repair: Repair) -> None:
        self.repair_wanted.emit(finding, repair)

    def _add_group(self, menu: QMenu, group: Group) -> None:
        if len(group.repairable) > 1:
            menu.addAction(f"&Repareer alle {len(group.repairable)}", partial(self.all_wanted.emit, group))
        if group.kind.optional:
            menu.addSeparator()
            menu.addAction("&Dit soort niet meer tonen", partial(self.hide_wanted.emit, group))

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.rows.viewport().mapToGlobal(at))
