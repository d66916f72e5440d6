"""A calendar below a date: a month to choose a day from, in the colours of the window."""

from PySide6.QtCore import QDate, QLocale, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from riec_desktop.ui.strokes import LEFT, RIGHT, draw_chevron
from riec_desktop.ui.typed import required


class CalendarPopup(QFrame):
    """A month to choose a day from, under a date."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.calendar = QCalendarWidget(self)
        self.calendar.setLocale(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # Qt's red says nothing here and cannot be read on a dark ground.
            self.calendar.setWeekdayTextFormat(day, QTextCharFormat())
        self.calendar.setAccessibleName("Kalender")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.calendar)

    def open_under(self, field: QWidget, day: QDate) -> None:
        """Show the month of a day below a field."""
        self._ink_arrows()
        self.calendar.setSelectedDate(day)
        self.move(field.mapToGlobal(field.rect().bottomLeft()))
        self.show()
        self.calendar.setFocus()

    def _ink_arrows(self) -> None:
        """The arrows get the colour of the month between them; Qt draws them black on whatever ground there is."""
        for name, turned in (("qt_calendar_prevmonth", LEFT), ("qt_calendar_nextmonth", RIGHT)):
            button = required(self.calendar.findChild(QToolButton, name))
            ink = self.palette().color(QPalette.ColorRole.HighlightedText)
            button.setIcon(QIcon(_arrow(button.iconSize(), ink, turned, self.devicePixelRatioF())))


def _arrow(size: QSize, ink: QColor, turned: int, scale: float) -> QPixmap:
    made = QPixmap(size * scale)
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw_chevron(painter, QRect(QPoint(), size), ink, turned)
    painter.end()
    return made
