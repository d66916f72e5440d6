"""What is really painted: the contrast of each text in a window with the ground that it stands on.

The ground is the colour that most pixels of a text have, its ink the one that differs most from it.
"""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QTabBar,
    QWidget,
)

from tests.ui.test_theme import contrast

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
        ground = QColor.fromRgb(found.most_common(1)[0][0])
        return max(contrast(ground, QColor.fromRgb(one)) for one in found)

    def area(self) -> QRect:
        return self._image.rect()


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
        case _:
            pass


def dim(window: QWidget, image: QImage, least: float) -> list[str]:
    """The texts with less contrast than that."""
    pixels = Pixels(image)
    measured = ((text, pixels.contrast(area)) for text, area in texts(window))
    return [f"{text} {found:.1f}" for text, found in measured if found < least]
