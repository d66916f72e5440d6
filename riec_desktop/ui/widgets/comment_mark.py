"""The mark at a field: how many comments are open there, and the way to write one.

Without comments it is there only for who points at the field, so that a form stays quiet; the keyboard has Ctrl+Alt+M.
With comments it always shows, and Tab stops at it.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from riec_desktop.ui.icons import icon
from riec_desktop.ui.theme import icon_size, small_font, unit

KEYS = "Ctrl+Alt+M"


def spoken(open_count: int, count: int) -> str:
    """'2 opmerkingen, 1 open'; '' for none."""
    if not count:
        return ""
    how_many = "1 opmerking" if count == 1 else f"{count} opmerkingen"
    return f"{how_many}, {open_count} open" if open_count else f"{how_many}, afgehandeld"


class CommentMark(QToolButton):
    """A small button beside the label of a field."""

    def __init__(self, field: QWidget, *, always: bool = False) -> None:
        """`field` is what a person points at; `always` shows the mark without comments too."""
        super().__init__(field)
        self._field = field
        self._always = always
        self._count = 0
        self.setAutoRaise(True)
        self.setFont(small_font(self.font()))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(icon_size(self), icon_size(self)))
        field.setAttribute(Qt.WidgetAttribute.WA_Hover)
        field.installEventFilter(self)
        self.show_counts("", 0, 0)

    def show_counts(self, name: str, open_count: int, count: int) -> None:
        """Show how many comments are open at the field with this name, of how many."""
        self._count = count
        self.setText(str(open_count) if open_count else "")
        self.setIcon(icon("comment-done" if count and not open_count else "comment"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if count else Qt.FocusPolicy.NoFocus)
        said = spoken(open_count, count)
        self.setAccessibleName(f"{name}: {said}" if said else f"Opmerking bij {name}")
        self.setToolTip(f"{said}; lezen of antwoorden" if said else f"Opmerking plaatsen ({KEYS})")
        self.updateGeometry()
        self.update()

    def is_quiet(self) -> bool:
        """Whether there is nothing to tell and nobody points at the field."""
        return not (self._count or self._always or self._field.underMouse())

    def sizeHint(self) -> QSize:
        """No higher than the line of the label, so that a form does not move."""
        usual = super().sizeHint()
        return QSize(usual.width(), max(self.fontMetrics().height(), icon_size(self)) + unit(self))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Pointing at the field shows the mark, leaving it hides it."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return False

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Nothing while it is quiet."""
        if not self.is_quiet():
            super().paintEvent(arg__1)
