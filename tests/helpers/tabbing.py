"""Where Tab and Shift+Tab lead to, as real keys do it, and whether that is the order in which a person reads."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton, QWidget

from riec_desktop.ui.typed import required
from tests.helpers.accessible import inputs, spoken_name

_MOST = 400
"""Presses after which somebody is stuck."""


def walked(key: Qt.Key) -> list[QWidget]:
    """The widgets that a key leads to, from the one with the focus until it comes round; those with links once."""
    start = focus()
    found = [start]
    for _ in range(_MOST):
        QTest.keyClick(found[-1], key)
        now = focus()
        if now is start and found[-1] is not start:
            return found
        if now is not found[-1]:
            found.append(now)
    return found


def focus() -> QWidget:
    """What has the focus; there must be something."""
    return required(QApplication.focusWidget())


def called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {spoken_name(widget) or widget.objectName()}"


def area(widget: QWidget) -> QRect:
    """Where it stands in its window."""
    return QRect(widget.mapTo(widget.window(), QPoint()), widget.size())


def follows(before: QWidget, after: QWidget) -> bool:
    """Whether one comes after another for a reader: below it, at its right, or the first of what stands beside it."""
    one, other = area(before), area(after)
    return other.top() >= one.bottom() - one.height() // 2 or other.left() >= one.right() - one.width() // 2


def jumps(order: Sequence[QWidget]) -> list[str]:
    """Where Tab goes back, but for the one time that it begins anew."""
    pairs = pairwise([*order, order[0]])
    back = [f"{called(one)} -> {called(other)}" for one, other in pairs if not follows(one, other)]
    return back if len(back) > 1 else []


def missed(window: QWidget, order: Sequence[QWidget]) -> list[str]:
    """What can be used in sight and is not come to. Of choices of which one is made Tab goes to that one."""
    return [called(one) for one in _stops(window) if one not in order and not isinstance(one, QRadioButton)]


def _stops(window: QWidget) -> Iterator[QWidget]:
    for one in inputs(window):
        if one.isEnabled() and one.window() is window and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield one
