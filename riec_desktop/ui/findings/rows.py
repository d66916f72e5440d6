"""The list of findings: a line above each group that folds it, and a row for each finding."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from riec_desktop.checks.findings import Finding
from riec_desktop.ui.findings.groups import SEVERITY_ICONS, SEVERITY_WORDS, Group, GroupKey, shortened
from riec_desktop.ui.icons import icon
from riec_desktop.ui.roomy import RoomyRows
from riec_desktop.ui.theme import icon_size
from riec_desktop.ui.typed import optional

_THING = Qt.ItemDataRole.UserRole
MOST = 60
"""Findings of a group at once: more than anybody reads, and quick to lay out."""
PlaceTitle = Callable[[Finding], str]


def _sentence(finding: Finding) -> str:
    return finding.sentence


class FindingRows(QListWidget):
    """`finding_chosen` carries the one that was clicked or chosen with Enter; Enter on a group folds it.

    `looked_at` carries the finding or the group with the cursor, or None. `told` gives what is said of a finding.
    """

    finding_chosen = Signal(object)
    looked_at = Signal(object)

    def __init__(self, parent: QWidget | None = None, told: PlaceTitle = _sentence) -> None:
        super().__init__(parent)
        self._told = told
        self.setAccessibleName("Aandachtspunten")
        self.setWordWrap(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        # Air comes from the rows: space between them would make the lines narrower than Qt measures them.
        self.setItemDelegate(RoomyRows(self))
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setIconSize(QSize(icon_size(self), icon_size(self)))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self._groups: tuple[Group, ...] = ()
        self._place: PlaceTitle = lambda _: ""
        self._most = MOST
        self._folded: dict[GroupKey, bool] = {}
        self.itemClicked.connect(self._clicked)
        self.itemActivated.connect(self._clicked)
        self.currentItemChanged.connect(self._look)

    # --- showing -----------------------------------------------------------------------------------------------------

    def show_groups(self, groups: Sequence[Group], place: PlaceTitle) -> None:
        """Show these; `place` says where each was noticed. The cursor stays on the same row."""
        if tuple(groups) == self._groups:
            return
        self._groups, self._place = tuple(groups), place
        self._fill()

    def is_folded(self, group: Group) -> bool:
        """Whether the findings of a group are out of sight; advice is, until somebody asks for it."""
        return self._folded.get(group.key, group.kind.advice)

    def _fill(self) -> None:
        row = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for group in self._groups:
            self.addItem(self._group_item(group))
            for one in () if self.is_folded(group) else group.findings[: self._most]:
                self.addItem(_finding_item(one, self._place(one), self._told(one)))
            if len(group.findings) > self._most and not self.is_folded(group):
                self.addItem(_more_item(len(group.findings) - self._most))
        self.setCurrentRow(min(max(row, 0), self.count() - 1))
        self.blockSignals(False)
        self.setAccessibleDescription(
            f"{sum(len(one.findings) for one in self._groups)} in {len(self._groups)} groepen"
        )
        self._look()

    def _group_item(self, group: Group) -> QListWidgetItem:
        folded = self.is_folded(group)
        item = QListWidgetItem(icon("chevron-right" if folded else "chevron-down"), group.title)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setData(_THING, group)
        state = "ingeklapt" if folded else "uitgeklapt"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"Groep {group.title}, {state}")
        item.setToolTip(group.kind.reason)
        return item

    # --- the cursor --------------------------------------------------------------------------------------------------

    def current(self) -> Finding | Group | None:
        """What has the cursor."""
        item = optional(self.currentItem())
        return item.data(_THING) if item is not None else None

    def group_of_current(self) -> Group | None:
        """The group that has the cursor, or whose finding has it."""
        now = self.current()
        if isinstance(now, Finding):
            return next((one for one in self._groups if now in one.findings), None)
        return now

    def things(self) -> tuple[Finding | Group | None, ...]:
        """What stands in the rows; None for the one that shows more."""
        return tuple(self.item(row).data(_THING) for row in range(self.count()))

    def _look(self) -> None:
        self.looked_at.emit(self.current())

    def _clicked(self, item: QListWidgetItem) -> None:
        thing = item.data(_THING)
        if thing is None:
            self._most += MOST
            self._fill()
        elif isinstance(thing, Group):
            self.fold(thing, folded=not self.is_folded(thing))
        else:
            self.finding_chosen.emit(thing)

    def fold(self, group: Group, *, folded: bool) -> None:
        """Take the findings of a group out of sight, or bring them back."""
        self._folded[group.key] = folded
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right fold the group with the cursor, as in a tree."""
        group = self.group_of_current()
        if group is not None and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.fold(group, folded=event.key() == Qt.Key.Key_Left)
            self.setCurrentRow(self.things().index(group))
        else:
            super().keyPressEvent(event)


def _more_item(count: int) -> QListWidgetItem:
    """Chosen with Enter or a click it shows more."""
    return QListWidgetItem(icon("more"), f"Nog {count} in deze groep. Kies deze regel om er meer te zien.")


def _finding_item(finding: Finding, place: str, told: str) -> QListWidgetItem:
    word = SEVERITY_WORDS[finding.severity]
    text = shortened(told, place)
    item = QListWidgetItem(icon(SEVERITY_ICONS[finding.severity]), f"{place}\n{text}")
    item.setData(_THING, finding)
    repair = ", kan worden gerepareerd" if finding.repairs else ""
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{word}, {place}: {text}{repair}")
    item.setToolTip(word)
    return item
