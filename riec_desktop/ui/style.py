"""The look of the usual controls where the system has none of its own: Fusion, flattened.

Line edits, text frames, buttons, combo boxes and table headers get the same thin outline, round corners and height, and
a clear focus. Everything else is Fusion's. On Windows the native style is used instead (see `theme.apply_theme`).
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QTableView,
    QTextEdit,
    QWidget,
)

from riec_desktop.ui.theme import colours
from riec_desktop.ui.typed import required

State = QStyle.StateFlag
Primitive = QStyle.PrimitiveElement
Control = QStyle.ControlElement
Contents = QStyle.ContentsType
Role = QPalette.ColorRole
Draw = Callable[[QStyleOption, QPainter], None]

DEFAULT_BUTTON: Final = QStyleOptionButton.ButtonFeature.DefaultButton
RADIUS: Final = 4.0
_RING: Final = 2.5
"""Pixels between the edge of the filled button and the middle of the outline of its focus."""
_INSET: Final = 4
"""Pixels between the outline of an input and its text, beyond those of Fusion."""

_TEXT_FRAME: Final = 3
"""Pixels of the frame of a text: room for the outline of the focus and the round corners."""

CELL_INSET: Final = 6
"""Pixels between the edge of a cell and its text."""

_SOLID: Final = Qt.PenStyle.SolidLine
_FRAMED: Final = (QTextEdit, QPlainTextEdit, QListWidget)
"""What has the outline of an input around its contents."""

_TALLER: Final = {
    Contents.CT_LineEdit: 6,
    Contents.CT_ComboBox: 5,
    Contents.CT_SpinBox: 5,
    Contents.CT_PushButton: 4,
    Contents.CT_ToolButton: 4,
    Contents.CT_HeaderSection: 4,
    Contents.CT_MenuItem: 4,
}
"""Pixels that a control is higher than in Fusion."""


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two: `share` of the second."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


def draw_box(painter: QPainter, option: QStyleOption, fill: QColor, *, focused: bool) -> None:
    """A rounded box with the outline of an input."""
    found = colours(option.palette)
    usual = found.input_border if _can_change(option) else found.border
    width = 2.0 if focused else 1.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(found.focus if focused else usual, width))
    painter.setBrush(fill)
    half = width / 2
    painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half), RADIUS, RADIUS)
    painter.restore()


def _can_change(option: QStyleOption) -> bool:
    return bool(option.state & State.State_Enabled) and not option.state & State.State_ReadOnly


def _ground(option: QStyleOption) -> QColor:
    """What is typed in is white; what cannot be changed has the colour of the window."""
    return option.palette.color(Role.Base if _can_change(option) else Role.Window)


def _has_focus(option: QStyleOption) -> bool:
    return bool(option.state & State.State_HasFocus)


def _draw_line_edit(option: QStyleOption, painter: QPainter) -> None:
    draw_box(painter, option, _ground(option), focused=_has_focus(option))


def _pressed_ground(option: QStyleOption, ground: QColor, ink: QColor | None = None) -> QColor:
    """A button gets nearer to the colour of its text under the mouse and when pressed."""
    ink = ink or option.palette.color(Role.ButtonText)
    if option.state & (State.State_Sunken | State.State_On):
        return mixed(ground, ink, 0.14)
    return mixed(ground, ink, 0.06) if option.state & State.State_MouseOver else ground


def _is_filled(option: QStyleOption) -> bool:
    """What Enter presses is filled, as long as it can be pressed: no outline, because that is the sign of the focus."""
    default = isinstance(option, QStyleOptionButton) and bool(option.features & DEFAULT_BUTTON)
    return default and bool(option.state & State.State_Enabled)


def _draw_button(option: QStyleOption, painter: QPainter) -> None:
    if _is_filled(option):
        _draw_filled_button(option, painter)
        return
    draw_box(painter, option, _pressed_ground(option, option.palette.color(Role.Button)), focused=_has_focus(option))


def _draw_filled_button(option: QStyleOption, painter: QPainter) -> None:
    """The focus is an outline inside it, in the colour of its text: outside it would melt into the ground."""
    pair, area = colours(option.palette).default, QRectF(option.rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_pressed_ground(option, pair.background, pair.text))
    painter.drawRoundedRect(area, RADIUS, RADIUS)
    if _has_focus(option):
        painter.setPen(QPen(pair.text, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(_RING, _RING, -_RING, -_RING), RADIUS / 2, RADIUS / 2)
    painter.restore()


def _ink_filled(option: QStyleOption) -> None:
    """Let the text of a filled button be drawn in the colour that goes with its ground."""
    inked = QPalette(option.palette)
    inked.setColor(Role.ButtonText, colours(option.palette).default.text)
    option.palette = inked


def _draw_tool_button(option: QStyleOption, painter: QPainter) -> None:
    """Flat until it is pointed at, pressed or on; then also outlined, so that colour is not the only sign."""
    on = option.state & (State.State_Sunken | State.State_On)
    hovered = option.state & State.State_MouseOver and option.state & State.State_Enabled
    if not on and not hovered and not _has_focus(option):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    found = colours(option.palette)
    line = found.focus if _has_focus(option) else found.input_border if on else QColor(Qt.GlobalColor.transparent)
    painter.setPen(QPen(line, 1))
    painter.setBrush(_pressed_ground(option, option.palette.color(Role.Base)))
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.restore()


def draw_chevron(painter: QPainter, area: QRect, colour: QColor, *, upward: bool = False) -> None:
    """The arrow of a combo box, in the middle of an area."""
    reach, middle = area.width() * 0.22, QRectF(area).center()
    drop = -reach / 2 if upward else reach / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.6, _SOLID, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.drawPolyline(
        [
            middle + QPointF(-reach, -drop),
            middle + QPointF(0, drop),
            middle + QPointF(reach, -drop),
        ]
    )
    painter.restore()


def _check_colours(option: QStyleOption, *, on: bool) -> tuple[QColor, QColor, QColor]:
    """Outline, ground and sign; in a selected row the other way round, or the box would sink into it."""
    found, base = colours(option.palette), option.palette.color(Role.Base)
    if option.state & State.State_Selected and option.state & State.State_Active:
        return option.palette.color(Role.HighlightedText), base, found.focus
    usual = found.focus if on or _has_focus(option) else found.input_border
    return usual, found.focus if on else _ground(option), base


def _sign_square(option: QStyleOption) -> QRectF:
    """The largest square in the middle of the room for a sign."""
    side, middle = min(option.rect.width(), option.rect.height()), QRectF(option.rect).center()
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)


def _draw_radio_button(option: QStyleOption, painter: QPainter) -> None:
    """A circle with an outline in every theme, and a dot in the chosen one."""
    area = _sign_square(option)
    line, ground, sign = _check_colours(option, on=bool(option.state & State.State_On))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1.2))
    painter.setBrush(ground)
    painter.drawEllipse(area.adjusted(0.6, 0.6, -0.6, -0.6))
    if option.state & State.State_On:
        reach = area.width() * 0.3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(sign)
        painter.drawEllipse(area.adjusted(reach, reach, -reach, -reach))
    painter.restore()


def _draw_check_box(option: QStyleOption, painter: QPainter) -> None:
    """A box with an outline in every theme; the sign in it tells the state."""
    area = _sign_square(option)
    side = area.width()
    on = bool(option.state & State.State_On)
    line, ground, sign = _check_colours(option, on=on)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, 1.2))
    painter.setBrush(ground)
    painter.drawRoundedRect(area.adjusted(0.6, 0.6, -0.6, -0.6), RADIUS * 0.75, RADIUS * 0.75)
    painter.setPen(QPen(sign, side * 0.13, _SOLID, Qt.PenCapStyle.RoundCap))
    if on:
        painter.drawPolyline([_within(area, 0.25, 0.52), _within(area, 0.43, 0.7), _within(area, 0.76, 0.32)])
    painter.restore()


def _within(area: QRectF, across: float, down: float) -> QPointF:
    return QPointF(area.left() + across * area.width(), area.top() + down * area.height())


def _draw_header(option: QStyleOption, painter: QPainter) -> None:
    """A quiet strip with a line below and between."""
    found, area = colours(option.palette), option.rect
    painter.fillRect(area, mixed(option.palette.color(Role.Base), option.palette.color(Role.Text), 0.035))
    painter.setPen(QPen(found.border, 1))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    painter.drawLine(area.right(), area.top() + 6, area.right(), area.bottom() - 6)


_PRIMITIVES: Final[dict[Primitive, Draw]] = {
    Primitive.PE_PanelLineEdit: _draw_line_edit,
    Primitive.PE_PanelButtonCommand: _draw_button,
    Primitive.PE_PanelButtonTool: _draw_tool_button,
    Primitive.PE_IndicatorCheckBox: _draw_check_box,
    Primitive.PE_IndicatorItemViewItemCheck: _draw_check_box,
    Primitive.PE_IndicatorRadioButton: _draw_radio_button,
}


class FlatStyle(QProxyStyle):
    """Fusion with our outlines."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Called for every part of a control."""
        draw = _PRIMITIVES.get(element)
        if draw is not None and not _is_frameless(element, option):
            draw(option, painter)
        elif element is Primitive.PE_Frame and isinstance(widget, _FRAMED):
            if isinstance(widget, QTextEdit | QPlainTextEdit) and widget.isReadOnly():
                # Qt says so of a line only.
                option.state |= State.State_ReadOnly
            draw_box(painter, option, _ground(option), focused=widget.hasFocus())
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Called for every control without parts."""
        if element is Control.CE_HeaderSection:
            _draw_header(option, painter)
            return
        if element is Control.CE_PushButtonLabel and _is_filled(option):
            _ink_filled(option)
        super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Called for every control with parts."""
        if isinstance(option, QStyleOptionComboBox) and control is QStyle.ComplexControl.CC_ComboBox:
            self._draw_combo(option, painter, widget)
        elif isinstance(option, QStyleOptionSpinBox) and control is QStyle.ComplexControl.CC_SpinBox:
            self._draw_spin_box(option, painter, widget)
        elif isinstance(option, QStyleOptionSlider) and control is QStyle.ComplexControl.CC_ScrollBar:
            self._draw_scroll_bar(option, painter, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def _draw_combo(self, option: QStyleOptionComboBox, painter: QPainter, widget: QWidget | None) -> None:
        ground = option.palette.color(Role.Base if option.editable else Role.Button)
        shown = ground if option.state & State.State_Enabled else option.palette.color(Role.Window)
        draw_box(
            painter, option, shown if option.editable else _pressed_ground(option, shown), focused=_has_focus(option)
        )
        arrow = self.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxArrow, required(widget)
        )
        draw_chevron(painter, arrow, option.palette.color(Role.ButtonText))

    def _draw_spin_box(self, option: QStyleOptionSpinBox, painter: QPainter, widget: QWidget | None) -> None:
        """The outline of every input, with an arrow up and one down."""
        draw_box(painter, option, _ground(option), focused=_has_focus(option))
        ink = option.palette.color(Role.ButtonText)
        spin, parts = QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl
        draw_chevron(painter, self.subControlRect(spin, option, parts.SC_SpinBoxUp, widget), ink, upward=True)
        draw_chevron(painter, self.subControlRect(spin, option, parts.SC_SpinBoxDown, widget), ink)

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        """Called for where the text of a control stands."""
        made = super().subElementRect(element, option, required(widget))
        inside = element is QStyle.SubElement.SE_LineEditContents and not _is_frameless(
            Primitive.PE_PanelLineEdit, option
        )
        return made.adjusted(_INSET, 0, -2, 0) if inside else made

    def subControlRect(
        self,
        cc: QStyle.ComplexControl,
        opt: QStyleOptionComplex,
        sc: QStyle.SubControl,
        w: QWidget | None = None,
    ) -> QRect:
        """Called for where the parts of a control stand."""
        made = super().subControlRect(cc, opt, sc, required(w))
        return made.adjusted(_INSET, 0, 0, 0) if sc is QStyle.SubControl.SC_ComboBoxEditField else made

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Called for distances."""
        if metric is QStyle.PixelMetric.PM_DefaultFrameWidth and isinstance(widget, _FRAMED):
            return _TEXT_FRAME
        if metric is QStyle.PixelMetric.PM_HeaderMargin:
            return CELL_INSET + 1
        if metric is QStyle.PixelMetric.PM_FocusFrameHMargin and isinstance(widget, QTableView):
            return CELL_INSET
        return super().pixelMetric(metric, option, widget)

    def _draw_scroll_bar(self, option: QStyleOptionSlider, painter: QPainter, widget: QWidget | None) -> None:
        """A rounded handle on a bare strip."""
        handle = self.subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, widget
        )
        held = option.state & State.State_Sunken and option.activeSubControls & QStyle.SubControl.SC_ScrollBarSlider
        found = colours(option.palette)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(option.rect, option.palette.color(Role.Window))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(found.muted if held else found.input_border)
        across = min(handle.width(), handle.height())
        painter.drawRoundedRect(QRectF(handle).adjusted(4, 4, -4, -4), across / 2 - 4, across / 2 - 4)
        painter.restore()

    def sizeFromContents(
        self, ct: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        """Called for the size of a control."""
        made = super().sizeFromContents(ct, option, size, required(widget))
        return made + QSize(0, _TALLER.get(ct, 0))


def _is_frameless(element: QStyle.PrimitiveElement, option: QStyleOption) -> bool:
    """A line edit inside another control (a combo box, a cell) has no outline of its own."""
    return element is Primitive.PE_PanelLineEdit and getattr(option, "lineWidth", 1) <= 0
