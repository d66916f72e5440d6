"""The navigation tree at the left: shows the outline, keeps the chosen place while it is refreshed."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from riec_desktop.ui.icons import icon
from riec_desktop.ui.outline import OutlineItem
from riec_desktop.ui.places import Place
from riec_desktop.ui.roomy import RoomyRows
from riec_desktop.ui.theme import icon_size, unit
from riec_desktop.ui.typed import optional

_PLACE = Qt.ItemDataRole.UserRole


def _title(item: OutlineItem) -> str:
    sign = f"{item.symbol} " if item.symbol else ""
    return f"{sign}{item.title}"


def _spoken(item: OutlineItem) -> str:
    """What a screen reader says: the state in words instead of the symbol."""
    counts = (_counted(item.findings, "aandachtspunt"), _counted(item.comments, "open opmerking"))
    return ", ".join(part for part in (item.title, item.state, *counts) if part)


def _counted(count: int, one: str) -> str:
    return f"{count} {one}{'en' if count > 1 else ''}" if count else ""


def _node(item: OutlineItem) -> QTreeWidgetItem:
    counts = [f"⚠ {item.findings}" if item.findings else "", str(item.comments) if item.comments else ""]
    node = QTreeWidgetItem([_title(item), *counts])
    if item.comments:
        node.setIcon(2, icon("comment"))
    node.setData(0, _PLACE, item.place)
    node.setData(0, Qt.ItemDataRole.AccessibleTextRole, _spoken(item))
    node.setToolTip(0, _spoken(item))
    node.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for child in item.children:
        node.addChild(_node(child))
    return node


class NavigationTree(QTreeWidget):
    """Emits `place_chosen` when a person chooses another line."""

    place_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[OutlineItem, ...] = ()
        self.setAccessibleName("Onderdelen van het dossier")
        self.setHeaderHidden(True)
        self.setColumnCount(3)
        self.setIconSize(QSize(icon_size(self), icon_size(self)))
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(unit(self))
        self.header().setSectionResizeMode(0, self.header().ResizeMode.Stretch)
        for column in (1, 2):
            self.header().setSectionResizeMode(column, self.header().ResizeMode.ResizeToContents)
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(unit(self) * 3)
        self.setItemDelegate(RoomyRows(self))
        self.currentItemChanged.connect(self._chosen)

    def _chosen(self, node: QTreeWidgetItem | None) -> None:
        if node is not None:
            self.place_chosen.emit(node.data(0, _PLACE))

    def current_place(self) -> Place | None:
        """The chosen place."""
        node = self.currentItem()
        return node.data(0, _PLACE) if node is not None else None

    def show_outline(self, items: Iterable[OutlineItem]) -> None:
        """Show this outline; nothing happens when it is the one shown, and the chosen place stays chosen."""
        wanted = tuple(items)
        if wanted == self._shown:
            return
        place = self.current_place()
        self.blockSignals(True)
        self.clear()
        self.addTopLevelItems([_node(item) for item in wanted])
        for column in (1, 2):
            self.setColumnHidden(column, not any(node.text(column) for node in self._nodes()))
        self.expandAll()
        self._shown = wanted
        self._select(place)
        self.blockSignals(False)

    def choose(self, place: Place) -> None:
        """Choose a place as a person would; a place that has no line keeps the choice as it is."""
        self._select(place)

    def _nodes(self) -> Iterator[QTreeWidgetItem]:
        walk = QTreeWidgetItemIterator(self)
        while (node := optional(walk.value())) is not None:
            yield node
            walk += 1

    def _select(self, place: Place | None) -> None:
        node = next((one for one in self._nodes() if one.data(0, _PLACE) == place), None)
        if node is not None:
            self.setCurrentItem(node)
