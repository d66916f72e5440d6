"""A card: a framed section of a page with a heading, things to do with it, and a body that can be folded away."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QSizePolicy,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from riec_desktop.ui.icons import draw
from riec_desktop.ui.theme import colours, heading_font, icon_size, small_font, unit
from riec_desktop.ui.widgets.ink_label import InkLabel


class CardHeading(QToolButton):
    """The heading of a card that folds: a button with an arrow, worked by Space, Enter, Left and Right."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title.replace("&", "&&"))
        self.setFont(heading_font(self.font(), 2))
        self.setCheckable(True)
        self.setChecked(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._show_state)
        self._show_state(True)

    def _show_state(self, opened: bool) -> None:
        self.setAccessibleDescription("uitgeklapt" if opened else "ingeklapt")
        self.setToolTip("Inklappen" if opened else "Uitklappen")

    def sizeHint(self) -> QSize:
        """Arrow and title."""
        text = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return QSize(icon_size(self) + unit(self) * 3 + text.width(), text.height() + unit(self))

    def paintEvent(self, arg__1: QPaintEvent) -> None:
        """Arrow and title as a heading, not as a button that is on."""
        painter = QStylePainter(self)
        ink = self.palette().color(self.foregroundRole())
        side = icon_size(self)
        name = "chevron-down" if self.isChecked() else "chevron-right"
        draw(painter, QRectF(0, (self.height() - side) / 2, side, side), name, ink)
        area = self.rect().adjusted(side + unit(self), 0, 0, 0)
        painter.setPen(ink)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic, self.text())
        if self.hasFocus():
            painter.setPen(QPen(colours(self.palette()).focus, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), unit(self), unit(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left folds, Right unfolds, Enter and Space do the other."""
        match event.key():
            case Qt.Key.Key_Left:
                self.setChecked(False)
            case Qt.Key.Key_Right:
                self.setChecked(True)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.toggle()
            case _:
                super().keyPressEvent(event)


class Card(QFrame):
    """A framed section. `add` puts widgets in its body; `toggled` tells whether it was unfolded."""

    toggled = Signal(bool)

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *,
        collapsible: bool = False,
        opened: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._collapsible = collapsible
        space = unit(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(space * 4, space * 3, space * 4, space * 4)
        self._column.setSpacing(space * 2)
        self.head = QHBoxLayout()
        self.head.setSpacing(space * 2)
        self.heading = self._heading(title)
        self.head.addWidget(self.heading)
        self.head.addStretch(1)
        self._column.addLayout(self.head)
        self._subtitle = self._subtitle_label(subtitle)
        self._column.addWidget(self._subtitle)
        self.body = QWidget(self)
        self.body_layout = QVBoxLayout(self.body)
        self.body_layout.setContentsMargins(0, 0, 0, 0)
        self.body_layout.setSpacing(space * 3)
        self._column.addWidget(self.body)
        self.set_opened(opened)

    def _heading(self, title: str) -> QWidget:
        if self._collapsible:
            button = CardHeading(title, self)
            button.toggled.connect(self._toggle)
            return button
        label = QLabel(title, self)
        label.setFont(heading_font(self.font(), 2))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        # Another policy as a whole would forget that a narrow label is higher.
        policy = label.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        label.setSizePolicy(policy)
        return label

    def _subtitle_label(self, text: str) -> QLabel:
        label = InkLabel(text, self)
        label.setWordWrap(True)
        label.setFont(small_font(self.font()))
        label.setVisible(bool(text))
        return label

    def set_title(self, title: str) -> None:
        """Another heading."""
        if isinstance(self.heading, QLabel | QToolButton):
            self.heading.setText(title)
        self.setAccessibleName(title)

    def set_subtitle(self, text: str) -> None:
        """The line under the heading; '' for none."""
        self._subtitle.setText(text)
        self._subtitle.setVisible(bool(text))

    def add(self, content: QWidget | QLayout) -> None:
        """Put a widget or layout at the end of the body."""
        if isinstance(content, QWidget):
            self.body_layout.addWidget(content)
        else:
            self.body_layout.addLayout(content)

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right of the heading."""
        self.head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def is_opened(self) -> bool:
        """Whether the body is shown."""
        return not self.body.isHidden()

    def set_opened(self, opened: bool) -> None:
        """Show or fold the body."""
        if isinstance(self.heading, CardHeading):
            self.heading.setChecked(opened)
            self.body.setVisible(opened)

    def _toggle(self, opened: bool) -> None:
        self.body.setVisible(opened)
        self.toggled.emit(opened)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground with a thin frame and round corners."""
        found = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(found.border, 1))
        painter.setBrush(found.card)
        radius = unit(self) * 1.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
