"""The chip: how a linked number looks in the editor. One character of the document, painted as a rounded label."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtWidgets import QWidget

from riec_desktop.dossier.richtext import Linked
from riec_desktop.ui.theme import Tone, colours
from riec_desktop.ui.widgets.rich_document import number_of

CHANGED = "⚠"
"""Stands before a number that changed since its sentence was written."""

_MARGIN = 0.35
"""Space at both sides of the number, in x-heights."""


class NumberChip(QPyTextObject):
    """Paints linked numbers with the value that they print; a watched one that changed has a sign and another tone."""

    def __init__(
        self, show_number: Callable[[Linked], str], has_changed: Callable[[Linked], bool], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._show = show_number
        self._has_changed = has_changed
        self._widget = parent

    def _text(self, found: QTextFormat) -> str:
        number = number_of(found)
        if number is None:
            return ""
        return f"{CHANGED} {self._show(number)}" if self._has_changed(number) else self._show(number)

    def _tone(self, found: QTextFormat) -> Tone:
        number = number_of(found)
        return Tone.WARNING if number is not None and self._has_changed(number) else Tone.INFO

    def _font(self, doc: QTextDocument, found: QTextFormat) -> QFont:
        font = QFont(doc.defaultFont())
        char = found.toCharFormat()
        font.setBold(char.fontWeight() >= QFont.Weight.DemiBold)
        font.setItalic(char.fontItalic())
        return font

    def intrinsicSize(self, doc: QTextDocument, position: int, found: QTextFormat) -> QSizeF:
        """Called by the layout: the size of the chip in pixels."""
        metrics = QFontMetricsF(self._font(doc, found))
        width = metrics.horizontalAdvance(self._text(found)) + 2 * (_MARGIN + 0.25) * metrics.xHeight()
        return QSizeF(width, metrics.ascent() + _descent(found))

    def drawObject(
        self, painter: QPainter, rect: QRectF | QRect, doc: QTextDocument, position: int, found: QTextFormat
    ) -> None:
        """Called by the layout: paint the chip; `rect` ends where the longest letters of a line end."""
        font = self._font(doc, found)
        metrics = QFontMetricsF(font)
        tone = colours(self._widget.palette()).tones[self._tone(found)]
        gap = 0.25 * metrics.xHeight()
        area = QRectF(rect)
        box = area.adjusted(gap, 0, -gap, -_descent(found) * 0.25)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(tone.text)
        painter.setBrush(tone.background)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), gap * 2, gap * 2)
        painter.setFont(font)
        base = QPointF(box.left() + _MARGIN * metrics.xHeight(), area.bottom() - _descent(found))
        painter.drawText(base, self._text(found))
        painter.restore()


def _descent(found: QTextFormat) -> float:
    """What the layout keeps free below the base line for an object that stands on it, so that a line of chips fits."""
    return QFontMetricsF(found.toCharFormat().font()).descent()
