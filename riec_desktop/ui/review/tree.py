"""The list of everything that came in: each file with what is to be said of it, and a line with a tick for each field.

A tick takes a proposal in. Its line says in words what it is, so that neither colour nor icon is needed to know.
"""

from collections.abc import Collection, Iterable, Iterator

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from riec_desktop.ui.icons import icon
from riec_desktop.ui.review.choice import Decision, Decisions, Key, possible
from riec_desktop.ui.review.texts import GONE, NOTHING
from riec_desktop.ui.theme import heading_font, icon_size, line_height
from riec_desktop.workspace.review import Incoming, Proposal, Standing

ICONS = {
    Standing.NEW: "new",
    Standing.CHANGED: "info",
    Standing.CONFLICT: "error",
    Standing.MISSING: "warning",
    Standing.UNKNOWN: "warning",
}
_NUMBER = Qt.ItemDataRole.UserRole
_FILE = Qt.ItemDataRole.UserRole + 1
ABOUT_FILE = "Over het hele bestand"
_SHORT = 70
_TICK = {
    Decision.LEAVE: Qt.CheckState.Unchecked,
    Decision.TAKE: Qt.CheckState.Checked,
    Decision.MERGE: Qt.CheckState.Checked,
}


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"


def line_of(proposal: Proposal) -> str:
    """'antwoord: De tekst begint …', or what came in by itself when no field was recognised."""
    said = short(proposal.theirs) or (GONE if proposal.is_gone else NOTHING)
    return f"{proposal.label}: {said}" if proposal.label and not said.startswith(f"{proposal.label}: ") else said


class ProposalTree(QTreeWidget):
    """`shown` carries the key of the proposal that is looked at; `decided` says that a tick changed."""

    shown = Signal(object)
    decided = Signal()

    def __init__(self, decisions: Decisions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decisions = decisions
        self._keys: tuple[Key, ...] = tuple(decisions.proposals())
        self._items: dict[Key, QTreeWidgetItem] = {}
        self.setAccessibleName("Wat er is binnengekomen")
        self.setHeaderLabels(["Wat", "Soort"])
        self.setIconSize(QSize(icon_size(self), icon_size(self)))
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._fill()
        self.refresh()
        self.itemChanged.connect(self._ticked)
        self.currentItemChanged.connect(self._look)

    def _fill(self) -> None:
        """Each file with its places and their proposals; one file needs no line of its own."""
        several = len(self._decisions.incoming) > 1
        numbers = {key: number for number, key in enumerate(self._keys)}
        for at, each in enumerate(self._decisions.incoming):
            top = _file_item(self, at, title_of(each)) if several else self.invisibleRootItem()
            _add_notes(self, top if several else None, at, each.notes)
            groups: dict[str, QTreeWidgetItem] = {}
            for proposal in each.proposals:
                place = proposal.place
                groups[place] = groups.get(place) or _group_item(self, top, place)
                key = (at, proposal.id)
                self._items[key] = _item(groups[place], numbers[key], proposal, self)
        self.expandAll()

    def keys_of(self, standings: Iterable[Standing] = Standing) -> Iterator[Key]:
        """The keys of the proposals of these kinds, from top to bottom."""
        wanted = frozenset(standings)
        return (key for key, one in self._decisions.proposals().items() if one.standing in wanted)

    def chosen(self) -> Key | None:
        """The proposal that is looked at."""
        item = self.currentItem()
        return self.key_of(item) if item is not None else None

    def key_of(self, item: QTreeWidgetItem) -> Key | None:
        """The key of a line; None for a group."""
        number = item.data(0, _NUMBER)
        return self._keys[number] if isinstance(number, int) else None

    def under_chosen(self) -> tuple[Key, ...]:
        """The proposals straight under the heading that is looked at; none for a line that is no heading of a place."""
        item = self.currentItem()
        below = [item.child(at) for at in range(item.childCount())] if item is not None else []
        keys = (self.key_of(one) for one in below if one)
        return tuple(key for key in keys if key is not None)

    def chosen_file(self) -> int | None:
        """The number of the file whose own line, or one of its notes, is looked at."""
        item = self.currentItem()
        found = item.data(0, _FILE) if item is not None else None
        return found if isinstance(found, int) else None

    def show_only(self, keys: Collection[Key]) -> None:
        """Hide every proposal but these; notes and files with something in them stay."""
        for key, item in self._items.items():
            item.setHidden(key not in keys)
        for at in range(self.topLevelItemCount()):
            _hide_empty(self.topLevelItem(at))

    def choose(self, key: Key) -> None:
        """Look at a proposal."""
        self.setCurrentItem(self._items[key])

    def refresh(self) -> None:
        """Show the decisions as they are."""
        with QSignalBlocker(self):
            found = self._decisions.proposals()
            for key, item in self._items.items():
                _describe(item, found[key])
                if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                    item.setCheckState(0, _TICK[self._decisions.made[key]])

    def _ticked(self, item: QTreeWidgetItem) -> None:
        key = self.key_of(item)
        if key is None:
            return
        taken = item.checkState(0) is Qt.CheckState.Checked
        if taken != (self._decisions.made[key] is not Decision.LEAVE):
            if taken:
                self._decisions.take(key)
            else:
                self._decisions.decide((key,), Decision.LEAVE)
            self.decided.emit()

    def _look(self, item: QTreeWidgetItem | None) -> None:
        self.shown.emit(self.key_of(item) if item is not None else None)


def _row_height(tree: QTreeWidget) -> int:
    return round(line_height(tree) * 1.5)


def _add_notes(tree: QTreeWidget, file: QTreeWidgetItem | None, at: int, notes: Iterable[str]) -> None:
    """A line for each sentence about the file as a whole."""
    for note in notes:
        file = file or _file_item(tree, at, ABOUT_FILE, level=3)
        made = QTreeWidgetItem(file, [short(note), "let op"])
        made.setData(0, _FILE, at)
        made.setIcon(1, icon("warning"))
        made.setToolTip(0, note)
        made.setSizeHint(0, QSize(0, _row_height(tree)))
        made.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"let op, {note}")


def _hide_empty(item: QTreeWidgetItem | None) -> bool:
    """Hide a line under which nothing is to be seen; tells whether it is hidden."""
    if item is None or not item.childCount():
        return item is None or item.isHidden()
    hidden = [_hide_empty(item.child(at)) for at in range(item.childCount())]
    item.setHidden(all(hidden))
    return all(hidden)


def _file_item(tree: QTreeWidget, at: int, title: str, level: int = 2) -> QTreeWidgetItem:
    made = _group_item(tree, tree.invisibleRootItem(), title)
    made.setData(0, _FILE, at)
    made.setFont(0, heading_font(tree.font(), level))
    return made


def _group_item(tree: QTreeWidget, parent: QTreeWidgetItem, title: str) -> QTreeWidgetItem:
    made = QTreeWidgetItem(parent, [title])
    made.setFirstColumnSpanned(True)
    made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    made.setFont(0, heading_font(tree.font(), 3))
    made.setToolTip(0, title)
    made.setSizeHint(0, QSize(0, _row_height(tree)))
    return made


def _item(parent: QTreeWidgetItem, number: int, proposal: Proposal, tree: QTreeWidget) -> QTreeWidgetItem:
    item = QTreeWidgetItem(parent, [line_of(proposal)])
    item.setData(0, _NUMBER, number)
    item.setSizeHint(0, QSize(0, _row_height(tree)))
    return item


def _describe(item: QTreeWidgetItem, proposal: Proposal) -> None:
    """What kind a line is, and whether it can be ticked; that changes when a person gives it a place."""
    standing = f"{proposal.standing.value}, twijfel" if proposal.doubt else proposal.standing.value
    if item.text(1) == standing:
        return
    item.setText(1, standing)
    item.setIcon(1, icon(ICONS[proposal.standing]))
    item.setToolTip(0, proposal.doubt)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{standing}, {proposal.place}, {line_of(proposal)}")
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    item.setFlags(flags | Qt.ItemFlag.ItemIsUserCheckable if Decision.TAKE in possible(proposal) else flags)


def title_of(incoming: Incoming) -> str:
    """'Formulier van RIEC Limburg (limburg.xlsx)'."""
    return f"{incoming.title} ({incoming.origin})" if incoming.origin else incoming.title
