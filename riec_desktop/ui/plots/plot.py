"""One plot: a chart that says its values under the mouse and to the keyboard, and can be copied as an image.

Left and Right go through the points, Up and Down to another series; a screen reader is told each value.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from riec_desktop.chapter.blocks import Chart
from riec_desktop.chapter.html import LIGHT
from riec_desktop.ui.chart_painter import Mark, chart_marks, paint_chart
from riec_desktop.ui.paper import paper
from riec_desktop.ui.theme import characters, colours, heading_font, line_height
from riec_desktop.workspace.plots import spoken

KEYS_HELP = "Met de pijltjes gaat u langs de punten. Ctrl+C kopieert de grafiek als afbeelding."
_LINES = 15
"""The height of a plot, in lines of text."""

_COPIED_SIZE, _COPIED_RATIO, _COPIED_TITLE = QSize(640, 340), 2.0, 36
"""A copy is sharp enough for a page of paper and has its title above it (height in pixels)."""

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Plot(QWidget):
    """Shows a chart. `told` carries the value that is pointed at or chosen, '' for none."""

    told = Signal(str)

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = chart
        self._image = QImage()
        self._marks: tuple[Mark, ...] = ()
        self._chosen: Mark | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(KEYS_HELP)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(f"{chart.description} {KEYS_HELP}")

    def sizeHint(self) -> QSize:
        """Wide and not very high."""
        return QSize(characters(self, 56), line_height(self) * _LINES)

    def minimumSizeHint(self) -> QSize:
        """It may become narrow."""
        return QSize(characters(self, 30), self.sizeHint().height())

    # --- choosing ----------------------------------------------------------------------------------------------------

    def chosen_text(self) -> str:
        """The value that is chosen, '' for none."""
        return spoken(self.chart, self._chosen.series, self._chosen.at) if self._chosen else ""

    def choose(self, mark: Mark | None) -> None:
        """Show a value, and say it."""
        if mark == self._chosen:
            return
        self._chosen = mark
        text = self.chosen_text()
        self.setAccessibleDescription(text or f"{self.chart.description} {KEYS_HELP}")
        if text:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.told.emit(text)
        self.update()

    def marks(self) -> tuple[Mark, ...]:
        """Where the values stand in the present size."""
        self._prepare()
        return self._marks

    def _step(self, across: int, along: int) -> Mark | None:
        """The value next to the chosen one; the first when none is."""
        marks = self.marks()
        now = self._chosen
        if now is None or not marks:
            return marks[0] if marks else None
        if along:
            same = [one for one in marks if one.series == now.series]
            return same[min(max(same.index(now) + along, 0), len(same) - 1)]
        others = (one for one in marks if one.series == now.series + across and one.at == now.at)
        return next(others, now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go through the values, Ctrl+C copies."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif step is not None:
            self.choose(self._step(*step))
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.marks():
            self.choose(self.marks()[0 if event.key() == Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The value under the mouse."""
        self.choose(self._mark_at(event.position()))

    def _mark_at(self, point: QPointF) -> Mark | None:
        """The value whose point is met, else the one in the same column that is nearest in height."""
        marks = self.marks()
        hit = next((one for one in marks if one.area.contains(point)), None)
        if hit is not None or not marks:
            return hit
        near = min(marks, key=lambda one: (abs(one.area.center().x() - point.x()), abs(one.area.top() - point.y())))
        return near if abs(near.area.center().x() - point.x()) < self.width() / 2 / len(self.chart.categories) else None

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is gone."""
        if not self.hasFocus():
            self.choose(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was chosen with the keyboard is let go."""
        super().focusOutEvent(event)
        self.choose(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The frame shows where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    # --- painting ----------------------------------------------------------------------------------------------------

    def _prepare(self) -> None:
        """Paint the chart anew when the size or the screen is another one."""
        ratio = self.devicePixelRatioF()
        if self._image.size() == self.size() * ratio:
            return
        self._image = paint_chart(self.chart, self.size(), paper(self.palette()), ratio)
        self._marks = chart_marks(self.chart, self.size())

    def changeEvent(self, arg__1: QEvent) -> None:
        """Another theme paints in other colours."""
        super().changeEvent(arg__1)
        if arg__1.type() is QEvent.Type.PaletteChange:
            self._image = QImage()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chart, a ring around the chosen value, and a frame when the keyboard is here."""
        self._prepare()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(0, 0, self._image)
        focus = colours(self.palette()).focus
        painter.setPen(QPen(focus, 2))
        if self.hasFocus():
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        if self._chosen is not None:
            painter.drawRoundedRect(self._chosen.area.adjusted(-2, -2, 2, 2), 4, 4)

    # --- copying -----------------------------------------------------------------------------------------------------

    def copy(self) -> None:
        """Put the chart on the clipboard: light, on white, with its title, for Word or a mail."""
        QGuiApplication.clipboard().setImage(copied_image(self.chart))


def copied_image(chart: Chart) -> QImage:
    """The chart as it is copied."""
    size = QSize(_COPIED_SIZE.width(), _COPIED_SIZE.height() + _COPIED_TITLE)
    made = QImage(size * _COPIED_RATIO, QImage.Format.Format_RGB32)
    made.setDevicePixelRatio(_COPIED_RATIO)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.setPen(QColor(LIGHT.text))
    painter.setFont(heading_font(painter.font(), 3))
    painter.drawText(QRectF(14, 0, size.width() - 28, _COPIED_TITLE), Qt.AlignmentFlag.AlignVCenter, chart.title)
    painter.drawImage(0, _COPIED_TITLE, paint_chart(chart, _COPIED_SIZE, LIGHT, _COPIED_RATIO))
    painter.end()
    return made
