"""The navigation tree at the left: shows the outline, keeps the chosen place while it is refreshed."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QTreeWidget, QTreeWidgetItem, QTreeWidgetItemIterator, QWidget

from riec_desktop.ui.outline import OutlineItem
from riec_desktop.ui.places import Place
from riec_desktop.ui.roomy import RoomyRows
from riec_desktop.ui.theme import unit
from riec_desktop.ui.typed import optional

_PLACE = Qt.ItemDataRole.UserRole


def _title(item: OutlineItem) -> str:
    sign = f"{item.symbol} " if item.symbol else ""
    return f"{sign}{item.title}"


def _spoken(item: OutlineItem) -> str:
    """What a screen reader says: the state in words instead of the symbol."""
    count = f"{item.findings} aandachtspunten" if item.findings != 1 else "1 aandachtspunt"
    return ", ".join(part for part in (item.title, item.state, count if item.findings else "") if part)


def _node(item: OutlineItem) -> QTreeWidgetItem:
    node = QTreeWidgetItem([_title(item), f"⚠ {item.findings}" if item.findings else ""])
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
        self.setColumnCount(2)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(unit(self))
        self.header().setSectionResizeMode(0, self.header().ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, self.header().ResizeMode.ResizeToContents)
        self.setRootIsDecorated(True)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(unit(self) * 4)
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
