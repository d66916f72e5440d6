"""How the cells and row headings of the readiness board are painted."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from riec_desktop.ui.icons import draw
from riec_desktop.ui.pages.board_lines import Face, Line
from riec_desktop.ui.theme import Tone, colours, icon_size, line_height, scaled_font, small_font, unit
from riec_desktop.ui.widgets.record_view import lines_in

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RAGGED = 6
"""Characters that stay free at the end of a line, more or less."""

MOST_LINES = 3
"""Lines of a name, and of who delivers it, in the heading of a row."""

_SIGN = 0.85
"""The side of a sign, as a share of an icon beside text."""


@dataclass(frozen=True, slots=True)
class Easel:
    """A painter, and the widget whose font and colours it uses."""

    painter: QPainter
    widget: QWidget

    def write(self, area: QRect, text: str, ink: QColor, font: QFont) -> None:
        """One line of text at the left of an area, cut off where it does not fit."""
        self.painter.setPen(ink)
        self.painter.setFont(font)
        shown = self.painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        self.painter.drawText(area, _LEFT, shown)

    def write_wrapped(self, area: QRect, text: str, ink: QColor, font: QFont) -> None:
        """Text on as many lines as the area is high, cut off where it does not fit."""
        self.painter.setPen(ink)
        self.painter.setFont(font)
        metrics = QFontMetrics(font)
        most = max(1, area.height() // metrics.lineSpacing())
        fits = lines_in(text, metrics, area.width()) <= most
        # Lines are seldom full to their end: of a text that is too long somewhat less fits than their length together.
        room = area.width() * most - (0 if most == 1 else metrics.averageCharWidth() * _RAGGED * most)
        shown = text if fits else metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        self.painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap, shown)

    def ground(self, area: QRect, colour: QColor) -> None:
        """A rounded ground with a little room around it."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(colour)
        radius = unit(self.widget)
        self.painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -2), radius, radius)

    def ring(self, area: QRect) -> None:
        """The sign of the focus."""
        self.painter.setPen(QPen(colours(self.widget.palette()).focus, 2))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = unit(self.widget)
        self.painter.drawRoundedRect(QRectF(area).adjusted(2, 2, -2, -2), radius, radius)


def cell_size(widget: QWidget, longest: str) -> QSize:
    """Room for a sign with the longest word, and a detail below it."""
    step = unit(widget)
    across = QFontMetrics(small_font(widget.font())).horizontalAdvance(longest)
    return QSize(_sign_side(widget) + across + step * 5, line_height(widget) * 2 + step * 4)


def _sign_side(widget: QWidget) -> int:
    return round(icon_size(widget) * _SIGN)


def paint_face(easel: Easel, area: QRect, face: Face) -> None:
    """A ground in the colour of the state, the sign and word on it, and the detail below them."""
    found, step = colours(easel.widget.palette()), unit(easel.widget)
    ink = found.tones[face.tone].text if face.tone else found.muted
    if face.tone:
        easel.ground(area, found.tones[face.tone].background)
    high = line_height(easel.widget)
    top = area.center().y() - (high if face.detail else high // 2)
    upper = QRect(area.left() + step * 2, top, area.width() - step * 3, high)
    _paint_word(easel, upper, face, ink)
    lower = upper.translated(0, high)
    font = small_font(easel.widget.font())
    easel.write(lower, face.detail, ink, scaled_font(font, 1.0, bold=True) if face.alarming else font)


def _paint_word(easel: Easel, area: QRect, face: Face, ink: QColor) -> None:
    side = _sign_side(easel.widget) if face.sign else 0
    if face.sign:
        draw(easel.painter, QRectF(area.left(), area.center().y() - side / 2 + 1, side, side), face.sign, ink)
    rest = area.adjusted(side + unit(easel.widget) if side else 0, 0, 0, 0)
    easel.write(rest, face.word, ink, small_font(easel.widget.font()))


def paint_summary(easel: Easel, area: QRect, text: str) -> None:
    """What is said of a goal as a whole."""
    ink = colours(easel.widget.palette()).muted
    easel.write(area.adjusted(unit(easel.widget) * 2, 0, 0, 0), text, ink, small_font(easel.widget.font()))


def paint_title(easel: Easel, area: QRect, line: Line) -> None:
    """The name of a portfolio with who delivers it, or the name of a goal."""
    found, step = colours(easel.widget.palette()), unit(easel.widget)
    easel.painter.fillRect(area, found.card)
    ink = easel.widget.palette().windowText().color()
    above, below = _title_heights(easel.widget, line, area.width())
    inside = QRect(area.left() + _indent(step, line), 0, _title_room(step, line, area.width()), above + below)
    inside.moveTop(area.center().y() - (above + below) // 2)
    upper = inside.adjusted(0, 0, 0, -below)
    easel.write_wrapped(upper, line.title, ink, _title_font(easel.widget, line))
    if line.row is not None:
        quiet = found.muted if line.row.report.holder else found.tones[Tone.ERROR].text
        easel.write_wrapped(inside.adjusted(0, above, 0, 0), line.detail, quiet, small_font(easel.widget.font()))


def title_height(widget: QWidget, line: Line, width: int) -> int:
    """The pixels that the heading of a row needs at this width, with some air."""
    return sum(_title_heights(widget, line, width)) + unit(widget) * 4


def _title_font(widget: QWidget, line: Line) -> QFont:
    return scaled_font(widget.font(), 1.0, bold=True) if line.row is None else widget.font()


def _indent(step: int, line: Line) -> int:
    return step * 2 if line.row else 0


def _title_room(step: int, line: Line, width: int) -> int:
    return width - _indent(step, line) - step * 2


def _title_heights(widget: QWidget, line: Line, width: int) -> tuple[int, int]:
    """The heights of the name, and of who delivers it."""
    room = _title_room(unit(widget), line, width)
    detail = line.detail if line.row else ""
    pairs = ((line.title, _title_font(widget, line)), (detail, small_font(widget.font())))
    above, below = (_height(text, QFontMetrics(font), room) for text, font in pairs)
    return above, below


def _height(text: str, metrics: QFontMetrics, room: int) -> int:
    return min(lines_in(text, metrics, room), MOST_LINES) * metrics.lineSpacing() if text else 0
