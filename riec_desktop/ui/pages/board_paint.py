"""How the cells and row headings of the readiness board are painted."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from riec_desktop.ui.icons import draw
from riec_desktop.ui.pages.board_lines import Face, Line
from riec_desktop.ui.theme import Tone, colours, icon_size, line_height, scaled_font, small_font, unit

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
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
    upper = area.adjusted(step * 2, step * 2, -step, -step * 2)
    if face.detail:
        upper.setHeight(upper.height() // 2)
    _paint_word(easel, upper, face, ink)
    lower = QRect(upper.left(), upper.bottom() + 1, upper.width(), upper.height())
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
    if line.row is None:
        easel.write(area.adjusted(0, 0, -step, 0), line.title, ink, scaled_font(easel.widget.font(), 1.0, bold=True))
        return
    inside = area.adjusted(step * 2, step * 2, -step * 2, -step * 2)
    upper = QRect(inside.left(), inside.top(), inside.width(), inside.height() // 2)
    easel.write(upper, line.title, ink, easel.widget.font())
    quiet = found.muted if line.row.report.holder else found.tones[Tone.ERROR].text
    easel.write(upper.translated(0, upper.height()), line.detail, quiet, small_font(easel.widget.font()))
