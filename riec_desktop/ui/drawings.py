"""The images that the preview asks for: charts painted in its colours, pictures as they are.

A chart is painted once for as long as its data is the same, so that typing beside it costs nothing.
"""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from riec_desktop.chapter.blocks import Chart, Picture
from riec_desktop.chapter.drawings import drawing_size
from riec_desktop.chapter.html import Palette
from riec_desktop.ui.chart_painter import paint_chart

Drawings = Mapping[str, Chart | Picture]
"""Address → what is drawn there."""

NO_DRAWINGS: Drawings = {}


@lru_cache(maxsize=64)
def drawn(block: Chart | Picture, ratio: float, palette: Palette, room: int) -> QImage:
    """The image of a chart or a picture, at most `room` pixels wide; empty for a picture that cannot be read.

    Made in the size in which it is shown: Qt makes an image smaller without smoothing it.
    """
    size = _fitting(block, room)
    if isinstance(block, Picture):
        return _scaled(QImage.fromData(block.content), size, ratio)
    return paint_chart(block, size, palette, ratio)


def _fitting(block: Chart | Picture, room: int) -> QSize:
    """A chart may become as narrow as the room, and keeps its height; a picture keeps its shape."""
    whole = QSize(*drawing_size(block))
    if whole.width() <= room:
        return whole
    if isinstance(block, Chart):
        return QSize(room, whole.height())
    return QSize(room, max(1, round(whole.height() * room / whole.width())))


def _scaled(image: QImage, size: QSize, ratio: float) -> QImage:
    if image.isNull():
        return image
    made = image.scaled(size * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    made.setDevicePixelRatio(ratio)
    return made
