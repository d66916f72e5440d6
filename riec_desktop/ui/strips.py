"""How what lies along other things is drawn: headings of tables, tabs, tool bars, scroll bars, progress, handles.

All of it flat: the gradients of Fusion look like another program beside our cards.
"""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QStyle,
    QStyleOption,
    QStyleOptionHeader,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionTab,
    QWidget,
)

from riec_desktop.ui.strokes import RADIUS, mixed
from riec_desktop.ui.theme import colours

State = QStyle.StateFlag
Role = QPalette.ColorRole

_MARK: Final = 3
"""Pixels: how thick the line below the tab in sight is."""

_HANDLE: Final = (2, 24)
"""Pixels: how thick and how long the mark on a handle between panes is."""

_LAST: Final = (QStyleOptionHeader.SectionPosition.End, QStyleOptionHeader.SectionPosition.OnlyOneSection)


def draw_header(option: QStyleOption, painter: QPainter) -> None:
    """A quiet strip with a line below, and one between two headings."""
    found, area = colours(option.palette), option.rect
    painter.fillRect(area, mixed(option.palette.color(Role.Base), option.palette.color(Role.Text), 0.035))
    painter.setPen(QPen(found.border, 1))
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    if not (isinstance(option, QStyleOptionHeader) and option.position in _LAST):
        painter.drawLine(area.right(), area.top() + 6, area.right(), area.bottom() - 6)


def draw_tab(option: QStyleOption, painter: QPainter) -> None:
    """The tab in sight has a thick line below it; the others show that they can be pressed under the mouse."""
    chosen = option.state & State.State_Selected
    if not chosen and not option.state & State.State_MouseOver:
        return
    found, area = colours(option.palette), QRectF(option.rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen:
        painter.setBrush(found.focus)
        painter.drawRoundedRect(area.adjusted(2, area.height() - _MARK, -2, 0), _MARK / 2, _MARK / 2)
    else:
        painter.setBrush(mixed(option.palette.color(Role.Window), option.palette.color(Role.WindowText), 0.06))
        painter.drawRoundedRect(area.adjusted(2, 2, -2, -_MARK), RADIUS, RADIUS)
    painter.restore()


def quiet_tab(option: QStyleOptionTab) -> None:
    """The name of a tab that is not in sight is quiet, as long as it is not pointed at."""
    if option.state & (State.State_Selected | State.State_MouseOver) or not option.state & State.State_Enabled:
        return
    inked = QPalette(option.palette)
    inked.setColor(Role.WindowText, colours(option.palette).muted)
    option.palette = inked


def draw_tab_line(option: QStyleOption, painter: QPainter) -> None:
    """The line that tabs stand on."""
    painter.setPen(QPen(colours(option.palette).border, 1))
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


def draw_tab_pane(option: QStyleOption, painter: QPainter) -> None:
    """The frame below tabs; its ground is that of the window."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours(option.palette).border, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.restore()


def draw_tool_bar(option: QStyleOption, painter: QPainter) -> None:
    """The ground of the window with a line below it."""
    painter.fillRect(option.rect, option.palette.color(Role.Window))
    draw_tab_line(option, painter)


def draw_handle(option: QStyleOption, painter: QPainter) -> None:
    """A short line between two panes: here you can drag."""
    across, along = _HANDLE
    if not option.state & State.State_Horizontal:
        across, along = along, across
    area = QRectF(0, 0, across, along)
    area.moveCenter(QRectF(option.rect).center())
    held = option.state & (State.State_MouseOver | State.State_Sunken)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours(option.palette).focus if held else colours(option.palette).input_border)
    painter.drawRoundedRect(area, 1, 1)
    painter.restore()


# --- Progress --------------------------------------------------------------------------------------------------------


def draw_groove(option: QStyleOption, painter: QPainter) -> None:
    """What a progress bar fills."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours(option.palette).input_border, 1))
    painter.setBrush(option.palette.color(Role.Base))
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.restore()


def draw_progress(option: QStyleOptionProgressBar, painter: QPainter) -> None:
    """How far it is: the part of the groove that is filled."""
    reach = option.maximum - option.minimum
    share = (option.progress - option.minimum) / reach if reach > 0 else 0.0
    area = QRectF(option.rect)
    area.setWidth(area.width() * min(max(share, 0.0), 1.0))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(option.palette.color(Role.Highlight))
    painter.drawRoundedRect(area, RADIUS, RADIUS)
    painter.restore()


def draw_corner(option: QStyleOption, painter: QPainter) -> None:
    """Where two scroll bars meet."""
    painter.fillRect(option.rect, option.palette.color(Role.Window))


# --- Scroll bars -----------------------------------------------------------------------------------------------------

Part = QStyle.SubControl


def scroll_parts(option: QStyleOptionSlider, least: int) -> dict[QStyle.SubControl, QRect]:
    """Where the parts of a scroll bar stand: a handle of at least this length on a strip without arrows."""
    upright = option.orientation is Qt.Orientation.Vertical
    across, length = (
        (option.rect.width(), option.rect.height()) if upright else (option.rect.height(), option.rect.width())
    )
    reach = option.maximum - option.minimum
    shown = length * option.pageStep // (reach + option.pageStep) if reach else length
    handle = min(max(shown, least), length)
    before = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - handle, option.upsideDown
    )

    def strip(start: int, size: int) -> QRect:
        return QRect(0, start, across, size) if upright else QRect(start, 0, size, across)

    return {
        Part.SC_ScrollBarSlider: strip(before, handle),
        Part.SC_ScrollBarSubPage: strip(0, before),
        Part.SC_ScrollBarAddPage: strip(before + handle, length - before - handle),
        Part.SC_ScrollBarGroove: strip(0, length),
        Part.SC_ScrollBarSubLine: QRect(),
        Part.SC_ScrollBarAddLine: QRect(),
    }


def scrolled_ground(bar: QWidget | None) -> QPalette.ColorRole | None:
    """The ground of what a bar scrolls, which goes on under the bar; None where it has none."""
    area = bar
    while area is not None and not isinstance(area, QAbstractScrollArea):
        area = area.parentWidget()
    if area is None:
        return Role.Window
    inside = area.viewport()
    return inside.backgroundRole() if inside.autoFillBackground() else None


def draw_scroll_bar(
    option: QStyleOptionSlider, painter: QPainter, handle: QRectF, bar: QWidget | None, *, held: bool
) -> None:
    """A rounded handle on a bare strip; without anything to scroll there is no handle."""
    found, ground = colours(option.palette), scrolled_ground(bar)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if ground is not None:
        painter.fillRect(option.rect, option.palette.color(ground))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(found.muted if held else found.input_border)
    across = min(handle.width(), handle.height())
    if option.maximum > option.minimum:
        painter.drawRoundedRect(handle.adjusted(4, 4, -4, -4), across / 2 - 4, across / 2 - 4)
    painter.restore()
