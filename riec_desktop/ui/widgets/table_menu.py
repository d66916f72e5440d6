"""The menu of a table: everything that its keys do, for who does not know the keys (right mouse button or menu key)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from riec_desktop.ui.widgets.filter_line import KEYS


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuEntry:
    """One line; `keys` are shown beside it and handled by the table itself. A new `group` begins below a line."""

    title: str
    run: Callable[[], None]
    keys: str = ""
    enabled: bool = True
    group: str = ""


def table_menu(entries: Sequence[MenuEntry], parent: QWidget) -> QMenu:
    """The menu; it is gone once it closes."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    group = entries[0].group if entries else ""
    for entry in entries:
        if entry.group != group:
            menu.addSeparator()
            group = entry.group
        _add(menu, entry)
    return menu


def _add(menu: QMenu, entry: MenuEntry) -> None:
    keys = QKeySequence(entry.keys).toString(QKeySequence.SequenceFormat.NativeText)
    action = menu.addAction(f"{entry.title}\t{keys}" if keys else entry.title)
    action.setEnabled(entry.enabled)

    def run() -> None:
        entry.run()

    action.triggered.connect(run)


Sort = Callable[[Qt.SortOrder | None], None]


def order_entries(title: str, sort: Sort, begin_filter: Callable[[], None], *, sorted_now: bool) -> Sequence[MenuEntry]:
    """Sorting by the column with this title, the own order of the rows, and the filter."""
    up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    return (
        MenuEntry(title=f"&Sorteren op {title}", run=lambda: sort(up), group="order"),
        MenuEntry(title=f"&Andersom sorteren op {title}", run=lambda: sort(down), group="order"),
        MenuEntry(title="&Eigen volgorde", run=lambda: sort(None), enabled=sorted_now, group="order"),
        MenuEntry(title="&Filteren", run=begin_filter, keys=KEYS, group="order"),
    )


_ROWS: Final = {
    "add": ("&Toevoegen", "Insert"),
    "remove": ("&Verwijderen", "Delete"),
    "up": ("&Omhoog", "Alt+Up"),
    "down": ("O&mlaag", "Alt+Down"),
}


def row_entries(buttons: Mapping[str, QToolButton]) -> Sequence[MenuEntry]:
    """What the buttons below a table do, as far as it has them."""
    return [
        MenuEntry(title=title, run=button.click, keys=keys, enabled=button.isEnabled(), group="rows")
        for name, (title, keys) in _ROWS.items()
        if (button := buttons.get(name)) is not None
    ]
