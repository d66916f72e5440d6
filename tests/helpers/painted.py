"""What is really painted: the contrast of each text in a window with the ground that it stands on.

The ground is the colour that most pixels of a text have, its ink the one that differs most from it.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QTabBar, QWidget

from tests.ui.test_theme import luminance

_STEP = 16
"""Pixels between the places where a table is looked at: less than a row is high."""

Painted = tuple[str, QRect]
"""A text, and where it stands in a window."""


class Pixels:
    """An image that is read often."""

    def __init__(self, image: QImage) -> None:
        self._image = image.convertToFormat(QImage.Format.Format_RGB32)
        self._rows = memoryview(self._image.constBits()).cast("I")
        self._width = self._image.bytesPerLine() // 4

    def contrast(self, area: QRect) -> float:
        """Between the ground of an area and what differs most from it; 1 for an empty one."""
        found = Counter[int]()
        for row in range(area.top(), area.bottom() + 1):
            start = row * self._width + area.left()
            found.update(self._rows[start : start + area.width()])
        if not found:
            return 1.0
        ground, shades = _shade(found.most_common(1)[0][0]), [_shade(one) for one in found]
        return max((max(shades) + 0.05) / (ground + 0.05), (ground + 0.05) / (min(shades) + 0.05))


@cache
def _shade(pixel: int) -> float:
    return luminance(QColor.fromRgb(pixel))


def texts(window: QWidget) -> Iterator[Painted]:
    """Every text in sight that can be used, as far as it is in sight."""
    for one in (window, *window.findChildren(QWidget)):
        if one.isVisible() and one.isEnabled():
            for text, area in _texts_of(one):
                shown = area & one.visibleRegion().boundingRect()
                if text.strip() and shown == area:
                    yield f"{type(one).__name__}: {text[:60]}", shown.translated(one.mapTo(window, QPoint()))


def _texts_of(widget: QWidget) -> Iterator[Painted]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text(), widget.rect()
        case QTabBar():
            yield from ((widget.tabText(at), widget.tabRect(at)) for at in range(widget.count()))
        case QLineEdit():
            yield widget.text() or widget.placeholderText(), widget.rect().adjusted(4, 4, -4, -4)
        case QComboBox():
            yield widget.currentText(), widget.rect().adjusted(4, 4, -widget.height(), -4)
        case QAbstractItemView():
            yield from _cells(widget)
        case _:
            pass


def _cells(view: QAbstractItemView) -> Iterator[Painted]:
    """The cells and rows in sight of a table, list or tree."""
    inside, corner = view.viewport().rect(), view.viewport().pos()
    found = QModelIndex()
    for top in range(2, inside.height(), _STEP):
        for left in range(8, inside.width(), _STEP * 4):
            index = view.indexAt(QPoint(left, top))
            if index.isValid() and index != found and index.flags() & Qt.ItemFlag.ItemIsEnabled:
                found = index
                yield str(index.data() or ""), (view.visualRect(index) & inside).translated(corner)


def dim(window: QWidget, image: QImage, least: float) -> list[str]:
    """The texts with less contrast than that."""
    pixels = Pixels(image)
    measured = ((text, pixels.contrast(area)) for text, area in texts(window))
    return [f"{text} {found:.1f}" for text, found in measured if found < least]
