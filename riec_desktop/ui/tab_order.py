"""The order of Tab: as a person reads the page, whatever was made first.

Qt goes by the order in which widgets were made. Parts of a page come and go, so the order follows the layouts instead.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from riec_desktop.ui.typed import optional


def in_reading_order(root: QWidget) -> Iterator[QWidget]:
    """The widgets under `root` that Tab stops at, in the order of the layouts; hidden ones too."""
    layout = optional(root.layout())
    inside = optional(root.widget()) if isinstance(root, QScrollArea) else None
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus and optional(root.focusProxy()) is None:
        yield root
    if layout is not None:
        yield from _in_layout(layout)
    if inside is not None:
        yield from in_reading_order(inside)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = optional(layout.itemAt(index))
        widget = optional(item.widget()) if item is not None else None
        inner = optional(item.layout()) if item is not None else None
        if widget is not None:
            yield from in_reading_order(widget)
        elif inner is not None:
            yield from _in_layout(inner)


class TabOrder:
    """Keeps the order of one window part; tells Qt only of neighbours that were none before."""

    def __init__(self) -> None:
        self._set: Sequence[QWidget] = ()

    def follow(self, widgets: Iterable[QWidget]) -> None:
        """Let Tab go through these in turn."""
        wanted = list(widgets)
        known = set(pairwise(self._set))
        for before, after in pairwise(wanted):
            if (before, after) not in known:
                QWidget.setTabOrder(before, after)
        self._set = wanted
