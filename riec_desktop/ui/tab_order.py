"""The order of Tab: as a person reads, whatever was made first.

Qt goes by the order in which widgets were made, and comes back to a part through each widget that passes the focus on
to another. Parts of a page come and go, so the layouts are asked at every Tab instead.
"""

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QSplitter, QTabWidget, QWidget

from riec_desktop.ui.typed import optional


def in_reading_order(root: QWidget) -> Iterator[QWidget]:
    """The widgets under `root` that Tab stops at, in the order of the layouts; hidden ones too."""
    if root.focusPolicy() & Qt.FocusPolicy.TabFocus and optional(root.focusProxy()) is None:
        yield root
    layout = optional(root.layout())
    if layout is not None:
        yield from _in_layout(layout)
    for inside in _held(root):
        if inside is not None:
            yield from in_reading_order(inside)


def _held(root: QWidget) -> Sequence[QWidget | None]:
    """What stands in a widget that has no layout for it."""
    match root:
        case QScrollArea():
            return (optional(root.widget()),)
        case QSplitter():
            return [optional(root.widget(at)) for at in range(root.count())]
        case QTabWidget():
            return (root.tabBar(), optional(root.currentWidget()))
        case _:
            return ()


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = optional(layout.itemAt(index))
        widget = optional(item.widget()) if item is not None else None
        inner = optional(item.layout()) if item is not None else None
        if widget is not None:
            yield from in_reading_order(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def pass_on(widgets: Iterable[QWidget], *, forward: bool) -> bool:
    """Give the focus to the next of these that can have it, or the one before, round and round.

    False when none of these has it, or no other can.
    """
    order, now = list(widgets) if forward else list(widgets)[::-1], QApplication.focusWidget()
    at = order.index(now) if now in order else len(order)
    found = next((one for one in (*order[at + 1 :], *order[:at]) if _can_have_it(one)), None)
    if at == len(order) or found is None:
        return False
    found.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    _bring_in_sight(found)
    return True


def _can_have_it(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _bring_in_sight(widget: QWidget) -> None:
    around = optional(widget.parentWidget())
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = optional(around.parentWidget())
