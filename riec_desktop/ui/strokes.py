"""How inputs, buttons and signs are drawn: thin outlines, round corners, and a focus that nobody overlooks.

Every function draws one part with the colours of the palette in the option, so light, dark and high contrast need no
code of their own. `style.FlatStyle` says which part is drawn by which function.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOption, QStyleOptionButton, QStyleOptionMenuItem, QStyleOptionViewItem

from riec_desktop.ui.theme import colours

State = QStyle.StateFlag
Role = QPalette.ColorRole
Group = QPalette.ColorGroup

DEFAULT_BUTTON: Final = QStyleOptionButton.ButtonFeature.DefaultButton
RADIUS: Final = 4.0
_RING: Final = 2.5
"""Pixels between the edge of the filled button and the middle of the outline of its focus."""

_SOLID: Final = Qt.PenStyle.SolidLine


def mixed(first: QColor, second: QColor, share: float) -> QColor:
    """A colour between two: `share` of the second."""
    return QColor.fromRgbF(
        first.redF() + (second.redF() - first.redF()) * share,
        first.greenF() + (second.greenF() - first.greenF()) * share,
        first.blueF() + (second.blueF() - first.blueF()) * share,
    )


# --- Inputs ----------------------------------------------------------------------------------------------------------


def draw_box(painter: QPainter, option: QStyleOption, fill: QColor, *, focused: bool) -> None:
    """A rounded box with the outline of an input."""
    found = colours(option.palette)
    usual = found.input_border if can_change(option) else found.border
    width = 2.0 if focused else 1.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(found.focus if focused else usual, width))
    painter.setBrush(fill)
    half = width / 2
    painter.drawRoundedRect(QRectF(option.rect).adjusted(half, half, -half, -half), RADIUS, RADIUS)
    painter.restore()


def can_change(option: QStyleOption) -> bool:
    """Whether a person can change what is in it."""
    return bool(option.state & State.State_Enabled) and not option.state & State.State_ReadOnly


def ground_of(option: QStyleOption) -> QColor:
    """What is typed in is white; what cannot be changed has the colour of the window."""
    return option.palette.color(Role.Base if can_change(option) else Role.Window)


def has_focus(option: QStyleOption) -> bool:
    """Whether keys go to it."""
    return bool(option.state & State.State_HasFocus)


def draw_line_edit(option: QStyleOption, painter: QPainter) -> None:
    """The box of a line of text."""
    draw_box(painter, option, ground_of(option), focused=has_focus(option))


# --- Buttons ---------------------------------------------------------------------------------------------------------


def pressed_ground(option: QStyleOption, ground: QColor, ink: QColor | None = None) -> QColor:
    """A button gets nearer to the colour of its text under the mouse and when pressed."""
    ink = ink or option.palette.color(Role.ButtonText)
    if option.state & (State.State_Sunken | State.State_On):
        return mixed(ground, ink, 0.14)
    return mixed(ground, ink, 0.06) if option.state & State.State_MouseOver else ground


def is_filled(option: QStyleOption) -> bool:
    """What Enter presses is filled, as long as it can be pressed: no outline, because that is the sign of the focus."""
    default = isinstance(option, QStyleOptionButton) and bool(option.features & DEFAULT_BUTTON)
    return default and bool(option.state & State.State_Enabled)


def draw_button(option: QStyleOption, painter: QPainter) -> None:
    """The ground of a button."""
    if is_filled(option):
        _draw_filled_button(option, painter)
        return
    draw_box(painter, option, pressed_ground(option, option.palette.color(Role.Button)), focused=has_focus(option))


def _draw_filled_button(option: QStyleOption, painter: QPainter) -> None:
    """The focus is an outline inside it, in the colour of its text: outside it would melt into the ground."""
    pair, area = colours(option.palette).default, QRectF(option.rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(pressed_ground(option, pair.background, pair.text))
    painter.drawRoundedRect(area, RADIUS, RADIUS)
    if has_focus(option):
        painter.setPen(QPen(pair.text, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(_RING, _RING, -_RING, -_RING), RADIUS / 2, RADIUS / 2)
    painter.restore()


def ink_filled(option: QStyleOptionButton, scale: float) -> None:
    """Let text and icon of a filled button be drawn in the colour that goes with its ground.

    `scale` is the number of device pixels to a pixel.
    """
    ink = colours(option.palette).default.text
    inked = QPalette(option.palette)
    inked.setColor(Role.ButtonText, ink)
    option.palette = inked
    if not option.icon.isNull():
        option.icon = inked_icon(option.icon, option.iconSize, ink, scale)


def ink_menu_line(option: QStyleOptionMenuItem, side: int, scale: float) -> None:
    """Let the icon of the line under the mouse be drawn in the colour of its text; `side` is its size in pixels."""
    if option.state & State.State_Selected and option.state & State.State_Enabled and not option.icon.isNull():
        option.icon = inked_icon(option.icon, QSize(side, side), option.palette.color(Role.HighlightedText), scale)


def inked_icon(drawn_by: QIcon, size: QSize, ink: QColor, scale: float) -> QIcon:
    """The same drawing in one colour."""
    drawn = drawn_by.pixmap(size, scale)
    painter = QPainter(drawn)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(drawn.rect(), ink)
    painter.end()
    made = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
        made.addPixmap(drawn, mode)
    return made


def draw_tool_button(option: QStyleOption, painter: QPainter) -> None:
    """Flat until it is pointed at, pressed or on; then also outlined, so that colour is not the only sign."""
    on = option.state & (State.State_Sunken | State.State_On)
    hovered = option.state & State.State_MouseOver and option.state & State.State_Enabled
    if not on and not hovered and not has_focus(option):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    found = colours(option.palette)
    line = found.focus if has_focus(option) else found.input_border if on else QColor(Qt.GlobalColor.transparent)
    painter.setPen(QPen(line, 1))
    painter.setBrush(pressed_ground(option, option.palette.color(Role.Base)))
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.restore()


# --- Rows ------------------------------------------------------------------------------------------------------------


def is_strong(option: QStyleOption) -> bool:
    """Whether it is chosen on the ground of the focus: without the focus ours is quieter, a system's may not be."""
    group = Group.Active if option.state & State.State_Active else Group.Inactive
    ground, strong = option.palette.color(group, Role.Highlight), option.palette.color(Group.Active, Role.Highlight)
    return bool(option.state & State.State_Selected) and ground == strong


def draw_row(option: QStyleOption, painter: QPainter) -> None:
    """The ground of a cell or line in a list: chosen, under the mouse, or its own."""
    if isinstance(option, QStyleOptionViewItem) and option.backgroundBrush.style() is not Qt.BrushStyle.NoBrush:
        painter.fillRect(option.rect, option.backgroundBrush)
    enabled = bool(option.state & State.State_Enabled)
    if option.state & State.State_Selected:
        active = Group.Active if option.state & State.State_Active else Group.Inactive
        painter.fillRect(option.rect, option.palette.color(active if enabled else Group.Disabled, Role.Highlight))
    elif option.state & State.State_MouseOver and enabled:
        painter.fillRect(option.rect, mixed(option.palette.color(Role.Base), option.palette.color(Role.Text), 0.05))


def draw_focus(option: QStyleOption, painter: QPainter, *, among_chosen: bool) -> None:
    """An outline where the keys go, when a person uses them.

    A chosen line has its ground for that; `among_chosen`: there can be more of them, so that it needs the outline too.
    """
    strong = is_strong(option)
    if not option.state & State.State_KeyboardFocusChange or (strong and not among_chosen):
        return
    ink = option.palette.color(Role.HighlightedText) if strong else colours(option.palette).focus
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), RADIUS / 2, RADIUS / 2)
    painter.restore()


# --- Signs -----------------------------------------------------------------------------------------------------------

UP, DOWN, RIGHT, LEFT = 180, 0, -90, 90
"""Where a chevron points, as the degrees that it is turned."""


def draw_chevron(painter: QPainter, area: QRect, colour: QColor, turned: int = DOWN) -> None:
    """The arrow of a combo box, in the middle of an area."""
    reach = min(area.width(), area.height() * 2) * 0.22
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 1.6, _SOLID, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.translate(QRectF(area).center())
    painter.rotate(turned)
    painter.drawPolyline([QPointF(-reach, -reach / 2), QPointF(0, reach / 2), QPointF(reach, -reach / 2)])
    painter.restore()


def draw_branch(option: QStyleOption, painter: QPainter) -> None:
    """The arrow before a line of a tree that has lines below it."""
    if not option.state & State.State_Children:
        return
    ink = option.palette.color(Role.HighlightedText) if is_strong(option) else colours(option.palette).muted
    side = min(option.rect.width(), option.rect.height(), 16)
    area = QRect(0, 0, side, side)
    area.moveCenter(option.rect.center())
    draw_chevron(painter, area, ink, DOWN if option.state & State.State_Open else RIGHT)


def _check_colours(option: QStyleOption, *, on: bool) -> tuple[QColor, QColor, QColor]:
    """Outline, ground and sign; in a selected row the other way round, or the box would sink into it."""
    found, base = colours(option.palette), option.palette.color(Role.Base)
    if is_strong(option):
        return option.palette.color(Role.HighlightedText), base, found.focus
    usual = found.focus if on or has_focus(option) else found.input_border
    return usual, found.focus if on else ground_of(option), base


def _sign_square(option: QStyleOption) -> QRectF:
    """The largest square in the middle of the room for a sign."""
    side, middle = min(option.rect.width(), option.rect.height()), QRectF(option.rect).center()
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)


def draw_radio_button(option: QStyleOption, painter: QPainter) -> None:
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


def draw_check_box(option: QStyleOption, painter: QPainter) -> None:
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
