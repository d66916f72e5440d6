"""Our icons: SVG files that take the colour of the text around them, drawn sharp at every size and scale.

A file draws with `currentColor` (and `opacity` for what is secondary); the engine puts the colour of the palette in its
place when it paints, so an icon follows light, dark and disabled by itself.
"""

from functools import cache
from typing import Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from riec_desktop.paths import data_file

_ROLES: Final = {
    QIcon.Mode.Normal: (QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
    QIcon.Mode.Active: (QPalette.ColorGroup.Active, QPalette.ColorRole.ButtonText),
    QIcon.Mode.Disabled: (QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText),
    QIcon.Mode.Selected: (QPalette.ColorGroup.Active, QPalette.ColorRole.HighlightedText),
}


@cache
def source(name: str) -> str:
    """The SVG text of an icon. Raises FileNotFoundError for a name that has no file."""
    return data_file("resources", "icons", f"{name}.svg").read_text(encoding="utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(source(name).replace("currentColor", colour).encode()))


def draw(painter: QPainter, rect: QRectF, name: str, colour: QColor) -> None:
    """Draw an icon in this colour."""
    _renderer(name, colour.name()).render(painter, rect)


class _Engine(QIconEngine):
    """Paints one icon; without a palette of its own it follows the program's."""

    def __init__(self, name: str, palette: QPalette | None) -> None:
        super().__init__()
        self._name = name
        self._palette = palette

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Called by QIcon."""
        palette = self._palette or QGuiApplication.palette()
        draw(painter, QRectF(rect), self._name, palette.color(*_ROLES[mode]))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Called by QIcon."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Called by QIcon for a screen with this many device pixels to a pixel."""
        made = QPixmap(size * scale)
        if made.isNull():
            return made
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, made.rect(), mode, state)
        painter.end()
        made.setDevicePixelRatio(scale)
        return made

    def clone(self) -> QIconEngine:
        """Called by QIcon."""
        return _Engine(self._name, self._palette)


@cache
def _following(name: str) -> QIcon:
    return QIcon(_Engine(name, None))


def icon(name: str, palette: QPalette | None = None) -> QIcon:
    """The icon with this file name. Without a palette it has the colours of the program's palette at each painting."""
    return _following(name) if palette is None else QIcon(_Engine(name, palette))
