"""Charts of the preview, painted: lines over years and bars side by side, with their values in Dutch notation.

The same data as the chart in Word, drawn simply. Series differ by marker or filling besides colour, and a target is
dashed and hollow. Qt's own chart module has another licence, so it is not used.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QPolygonF

from riec_desktop.chapter.blocks import Chart, ChartKind, Series
from riec_desktop.chapter.html import DARK, Palette
from riec_desktop.dossier.dutch import number

_LIGHT_SERIES = ("#154273", "#b84a00", "#00797f", "#7b3f98")
_DARK_SERIES = ("#9cc4f2", "#f2a65e", "#5fd0c5", "#d3a4ee")
_HALF = 127
"""The lightness between dark and light letters."""

_FILLINGS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.FDiagPattern,
)
_FONT_PIXELS, _MARKER = 11, 4.0
_LEGEND, _FOOT, _SIDE = 20.0, 26.0, 28.0
_SLANT, _LONGEST_NAME, _SLANTED_FOOT, _SLANTED_SIDE = 40.0, 120.0, 92.0, 78.0
"""Names that do not fit below their bars stand at an angle (degrees) and get more room."""

_HEADROOM = 1.15
_MOST_VALUES = 24
"""More values than this would be written over each other."""


@dataclass(frozen=True, slots=True)
class _Canvas:
    """The painter, the colours and the area between the axes, with the values at its foot and its head."""

    painter: QPainter
    palette: Palette
    area: QRectF
    low: float
    high: float
    chart: Chart

    def colour(self, at: int) -> QColor:
        series = _DARK_SERIES if QColor(self.palette.text).lightness() > _HALF else _LIGHT_SERIES
        return QColor(series[at % len(series)])

    def slot(self) -> float:
        """The width of one category."""
        return self.area.width() / max(1, len(self.chart.categories))

    def x(self, at: int) -> float:
        """The middle of a category."""
        return self.area.left() + (at + 0.5) * self.slot()

    def y(self, value: Decimal | float) -> float:
        """The height of a value."""
        return self.area.bottom() - (float(value) - self.low) / (self.high - self.low) * self.area.height()


def paint_chart(chart: Chart, size: QSize, palette: Palette, ratio: float = 1.0) -> QImage:
    """The chart as an image of this size in logical pixels; `ratio` is how many real ones each has."""
    image = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with _canvas(image, chart, size, palette) as canvas:
        _paint(canvas)
    return image


@dataclass(frozen=True, slots=True)
class Mark:
    """A point or a bar: which value of which series it shows, and the area where a pointer meets it."""

    series: int
    at: int
    area: QRectF


def chart_marks(chart: Chart, size: QSize) -> tuple[Mark, ...]:
    """Where `paint_chart` draws the values of a chart in this size, series by series."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    with _canvas(image, chart, size, DARK) as canvas:
        return tuple(
            Mark(series, at, _mark_area(canvas, series, at, value))
            for series, one in enumerate(chart.series)
            for at, value in enumerate(one.values)
            if value is not None
        )


def _mark_area(canvas: _Canvas, series: int, at: int, value: Decimal) -> QRectF:
    if canvas.chart.kind is ChartKind.BARS:
        return _bar(canvas, series, at, value)
    reach = _MARKER * 2
    return QRectF(canvas.x(at) - reach, canvas.y(value) - reach, 2 * reach, 2 * reach)


@contextmanager
def _canvas(image: QImage, chart: Chart, size: QSize, palette: Palette) -> Generator[_Canvas]:
    """A canvas of this size in logical pixels on an image, with its painter until the end of the block."""
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont(painter.font())
    font.setPixelSize(_FONT_PIXELS)
    painter.setFont(font)
    yield _Canvas(painter, palette, _area(chart, size, painter), *_range(chart), chart)
    painter.end()


def _area(chart: Chart, size: QSize, painter: QPainter) -> QRectF:
    """Between legend, names and margins."""
    width = size.width() - 2 * _SIDE
    slanted = _are_long(chart, painter, width / max(1, len(chart.categories)))
    left, foot = (_SLANTED_SIDE, _SLANTED_FOOT) if slanted else (_SIDE, _FOOT)
    return QRectF(left, _LEGEND + 8, size.width() - left - _SIDE, size.height() - _LEGEND - foot - 8)


def _range(chart: Chart) -> tuple[float, float]:
    """From 0, or lower for numbers below it, to a little above the highest."""
    values = [float(value) for one in chart.series for value in one.values if value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    span = (high - low) or 1.0
    return low - (span * (_HEADROOM - 1) if low < 0 else 0.0), high + span * (_HEADROOM - 1)


def _paint(canvas: _Canvas) -> None:
    _paint_axis(canvas)
    _paint_legend(canvas)
    if canvas.chart.kind is ChartKind.LINE:
        for at, one in enumerate(canvas.chart.series):
            _paint_line(canvas, at, one)
    else:
        _paint_bars(canvas)


# --- Around ----------------------------------------------------------------------------------------------------------


def _paint_axis(canvas: _Canvas) -> None:
    painter, area = canvas.painter, canvas.area
    painter.setPen(QPen(QColor(canvas.palette.muted), 1))
    painter.drawLine(QPointF(area.left(), canvas.y(0)), QPointF(area.right(), canvas.y(0)))
    painter.setPen(QColor(canvas.palette.muted))
    slanted = _are_long(canvas.chart, painter, canvas.slot())
    for at, name in enumerate(canvas.chart.categories):
        foot = QPointF(canvas.x(at), area.bottom() + 4)
        if slanted:
            _write_slanted(painter, name, foot)
        else:
            box = QRectF(foot.x() - canvas.slot() / 2, foot.y(), canvas.slot(), _FOOT - 4)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), name)


def _are_long(chart: Chart, painter: QPainter, slot: float) -> bool:
    """Whether a name does not fit below its place."""
    return any(painter.fontMetrics().horizontalAdvance(name) > slot - 6 for name in chart.categories)


def _write_slanted(painter: QPainter, name: str, foot: QPointF) -> None:
    """A long name, falling away to the left of its place."""
    painter.save()
    painter.translate(foot)
    painter.rotate(-_SLANT)
    text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, int(_LONGEST_NAME))
    painter.drawText(QRectF(-_LONGEST_NAME, -2, _LONGEST_NAME, 14), int(Qt.AlignmentFlag.AlignRight), text)
    painter.restore()


def _paint_legend(canvas: _Canvas) -> None:
    """A marker and a name for each series, when there are several."""
    if len(canvas.chart.series) == 1:
        return
    x, y = canvas.area.left(), _LEGEND / 2
    for at, one in enumerate(canvas.chart.series):
        canvas.painter.setPen(_pen(canvas, at, one))
        if canvas.chart.kind is ChartKind.LINE:
            canvas.painter.drawLine(QPointF(x, y), QPointF(x + 20, y))
            _paint_marker(canvas, at, one, QPointF(x + 10, y))
        else:
            canvas.painter.setBrush(_filling(canvas, at, one))
            canvas.painter.drawRect(QRectF(x + 4, y - 5, 12, 10))
        canvas.painter.setPen(QColor(canvas.palette.text))
        canvas.painter.drawText(QPointF(x + 25, y + 4), one.name)
        x += 40 + canvas.painter.fontMetrics().horizontalAdvance(one.name)


def _pen(canvas: _Canvas, at: int, one: Series) -> QPen:
    return QPen(canvas.colour(at), 2, Qt.PenStyle.DashLine if one.is_target else Qt.PenStyle.SolidLine)


def _filling(canvas: _Canvas, at: int, one: Series) -> QBrush:
    return QBrush() if one.is_target else QBrush(canvas.colour(at), _FILLINGS[at % len(_FILLINGS)])


# --- Lines -----------------------------------------------------------------------------------------------------------


def _paint_line(canvas: _Canvas, at: int, one: Series) -> None:
    points = [
        None if value is None else QPointF(canvas.x(place), canvas.y(value)) for place, value in enumerate(one.values)
    ]
    canvas.painter.setPen(_pen(canvas, at, one))
    for stretch in _stretches(points):
        canvas.painter.drawPolyline(QPolygonF(stretch))
        for point in stretch:
            _paint_marker(canvas, at, one, point)
    if not one.is_target:
        _write_values(canvas, [(point, value) for point, value in zip(points, one.values, strict=True)])


def _stretches(points: Sequence[QPointF | None]) -> Iterator[list[QPointF]]:
    """Points in a row; a year without a number breaks the line."""
    stretch: list[QPointF] = []
    for point in (*points, None):
        if point is not None:
            stretch.append(point)
        elif stretch:
            yield stretch
            stretch = []


def _paint_marker(canvas: _Canvas, at: int, one: Series, point: QPointF) -> None:
    """A dot, a square, then dots again; hollow for a target."""
    canvas.painter.setPen(QPen(canvas.colour(at), 1.5))
    canvas.painter.setBrush(QBrush(canvas.colour(at)) if not one.is_target else QBrush())
    if at % 2:
        canvas.painter.drawRect(QRectF(point.x() - _MARKER, point.y() - _MARKER, 2 * _MARKER, 2 * _MARKER))
    else:
        canvas.painter.drawEllipse(point, _MARKER, _MARKER)
    canvas.painter.setPen(_pen(canvas, at, one))


# --- Bars ------------------------------------------------------------------------------------------------------------


def _paint_bars(canvas: _Canvas) -> None:
    for at, one in enumerate(canvas.chart.series):
        canvas.painter.setPen(_pen(canvas, at, one))
        canvas.painter.setBrush(_filling(canvas, at, one))
        tops: list[tuple[QPointF | None, Decimal | None]] = []
        for place, value in enumerate(one.values):
            if value is not None:
                bar = _bar(canvas, at, place, value)
                canvas.painter.drawRect(bar)
                tops.append((QPointF(bar.center().x(), canvas.y(max(value, Decimal(0)))), value))
        _write_values(canvas, tops)


def _bar(canvas: _Canvas, series: int, at: int, value: Decimal) -> QRectF:
    """The bar of a value: those of one category stand side by side in 0.7 of its width."""
    width = canvas.slot() * 0.7 / max(1, len(canvas.chart.series))
    left = canvas.x(at) - canvas.slot() * 0.35 + series * width
    return QRectF(QPointF(left, canvas.y(value)), QPointF(left + width * 0.9, canvas.y(0))).normalized()


def _write_values(canvas: _Canvas, places: Sequence[tuple[QPointF | None, Decimal | None]]) -> None:
    """The values above their points, as a table has them."""
    if len(canvas.chart.categories) * len(canvas.chart.series) > _MOST_VALUES:
        return
    canvas.painter.setPen(QColor(canvas.palette.text))
    for point, value in places:
        if point is not None and value is not None:
            box = QRectF(point.x() - 40, point.y() - 20, 80, 14)
            canvas.painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), number(value, canvas.chart.decimals))
