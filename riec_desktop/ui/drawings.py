"""The images that the preview asks for: charts painted in its colours, pictures as they are.

A chart is painted once for as long as its data is the same, so that typing beside it costs nothing.
"""

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from riec_desktop.chapter.blocks import Chart, Picture
from riec_desktop.chapter.drawings import drawing_size
from riec_desktop.chapter.html import Palette
from riec_desktop.ui.chart_painter import paint_chart

Drawings = Mapping[str, Chart | Picture]
"""Address → what is drawn there."""

NO_DRAWINGS: Drawings = {}


@lru_cache(maxsize=64)
def drawn(block: Chart | Picture, ratio: float, palette: Palette) -> QImage:
    """The image of a chart or a picture; an empty one for a picture that cannot be read."""
    if isinstance(block, Picture):
        return QImage.fromData(block.content)
    return paint_chart(block, QSize(*drawing_size(block)), palette, ratio)
