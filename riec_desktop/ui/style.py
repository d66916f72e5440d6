"""The look of the usual controls: Fusion, flattened, on every system.

Line edits, text frames, lists, tables, buttons and combo boxes get the same thin outline, round corners and height, and
a clear focus; tabs, headings and bars are flat. `strokes` and `strips` draw the parts; everything else is Fusion's.
"""

from collections.abc import Callable
from typing import Final, TypeGuard

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QPlainTextEdit,
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionComplex,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QStyleOptionTab,
    QStyleOptionToolButton,
    QTableView,
    QTextEdit,
    QTreeView,
    QWidget,
)

from riec_desktop.ui import strips, strokes
from riec_desktop.ui.strokes import UP, draw_box, draw_chevron, ground_of, has_focus, pressed_ground
from riec_desktop.ui.typed import required

State = QStyle.StateFlag
Primitive = QStyle.PrimitiveElement
Control = QStyle.ControlElement
Contents = QStyle.ContentsType
Metric = QStyle.PixelMetric
Role = QPalette.ColorRole
Draw = Callable[[QStyleOption, QPainter], None]

_INSET: Final = 4
"""Pixels between the outline of an input and its text, beyond those of Fusion."""

_TEXT_FRAME: Final = 3
"""Pixels of the frame of a text or list: room for the outline of the focus and the round corners."""

_GRID_FRAME: Final = 2
"""Pixels of the frame of what has headings, which stand nearer to the outline."""

CELL_INSET: Final = 6
"""Pixels between the edge of a cell and its text."""

_TOOL_INSET: Final = 4
"""Pixels between the edge of a button on a tool bar and its icon, when a text follows it."""

_TEXTS: Final = (QTextEdit, QPlainTextEdit)
_GRIDS: Final = (QTableView, QTreeView)
_FRAMED: Final = (*_TEXTS, QAbstractItemView)
"""What has the outline of an input around its contents, if it has a frame."""

_TALLER: Final = {
    Contents.CT_LineEdit: 6,
    Contents.CT_ComboBox: 5,
    Contents.CT_PushButton: 4,
    Contents.CT_ToolButton: 4,
    Contents.CT_HeaderSection: 4,
    Contents.CT_MenuItem: 4,
}
"""Pixels that a control is higher than in Fusion."""

_PRIMITIVES: Final[dict[Primitive, Draw]] = {
    Primitive.PE_PanelLineEdit: strokes.draw_line_edit,
    Primitive.PE_PanelButtonCommand: strokes.draw_button,
    Primitive.PE_PanelButtonTool: strokes.draw_tool_button,
    Primitive.PE_IndicatorCheckBox: strokes.draw_check_box,
    Primitive.PE_IndicatorItemViewItemCheck: strokes.draw_check_box,
    Primitive.PE_IndicatorRadioButton: strokes.draw_radio_button,
    Primitive.PE_IndicatorBranch: strokes.draw_branch,
    Primitive.PE_PanelItemViewItem: strokes.draw_row,
    Primitive.PE_FrameTabBarBase: strips.draw_tab_line,
    Primitive.PE_FrameTabWidget: strips.draw_tab_pane,
    Primitive.PE_PanelScrollAreaCorner: strips.draw_corner,
}
_CONTROLS: Final[dict[Control, Draw]] = {
    Control.CE_HeaderSection: strips.draw_header,
    Control.CE_TabBarTabShape: strips.draw_tab,
    Control.CE_ToolBar: strips.draw_tool_bar,
    Control.CE_Splitter: strips.draw_handle,
    Control.CE_ProgressBarGroove: strips.draw_groove,
}
_METRICS: Final = {
    Metric.PM_HeaderMargin: CELL_INSET + 1,
    Metric.PM_TabBarTabShiftVertical: 0,
    Metric.PM_SplitterWidth: 12,
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
        elif element is Primitive.PE_FrameFocusRect:
            strokes.draw_focus(option, painter, among_chosen=_chooses_more(widget))
        elif element is Primitive.PE_Frame and isinstance(widget, _FRAMED):
            _draw_frame(option, painter, widget)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        """Called for every control without parts."""
        if (draw := _CONTROLS.get(element)) is not None:
            draw(option, painter)
        elif element is Control.CE_ProgressBarContents and _is_measured(option):
            strips.draw_progress(option, painter)
        else:
            self._dress(element, option, widget)
            super().drawControl(element, option, painter, widget)

    def _dress(self, element: QStyle.ControlElement, option: QStyleOption, widget: QWidget | None) -> None:
        """What Fusion draws itself, in our colours and at our place."""
        scale = widget.devicePixelRatioF() if widget else 1.0
        match option:
            case QStyleOptionMenuItem() if element is Control.CE_MenuItem:
                strokes.ink_menu_line(option, self.pixelMetric(Metric.PM_SmallIconSize, option, widget), scale)
            case QStyleOptionButton() if element is Control.CE_PushButtonLabel and strokes.is_filled(option):
                strokes.ink_filled(option, scale)
            case QStyleOptionTab() if element is Control.CE_TabBarTabLabel:
                strips.quiet_tab(option)
            case QStyleOptionToolButton() if element is Control.CE_ToolButtonLabel and _is_beside(option):
                option.rect = option.rect.adjusted(_TOOL_INSET, 0, 0, 0)
            case _:
                pass

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
            painter, option, shown if option.editable else pressed_ground(option, shown), focused=has_focus(option)
        )
        arrow = self.subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxArrow, required(widget)
        )
        draw_chevron(painter, arrow, option.palette.color(Role.ButtonText))

    def _draw_spin_box(self, option: QStyleOptionSpinBox, painter: QPainter, widget: QWidget | None) -> None:
        """The outline of every input, with an arrow up and one down."""
        draw_box(painter, option, ground_of(option), focused=has_focus(option))
        ink = option.palette.color(Role.ButtonText)
        spin, parts = QStyle.ComplexControl.CC_SpinBox, QStyle.SubControl
        draw_chevron(painter, self.subControlRect(spin, option, parts.SC_SpinBoxUp, widget), ink, UP)
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
        if isinstance(opt, QStyleOptionSlider) and cc is QStyle.ComplexControl.CC_ScrollBar:
            parts = strips.scroll_parts(opt, self.pixelMetric(Metric.PM_ScrollBarSliderMin, opt, w))
            return parts.get(sc, QRect())
        made = super().subControlRect(cc, opt, sc, required(w))
        return made.adjusted(_INSET, 0, 0, 0) if sc is QStyle.SubControl.SC_ComboBoxEditField else made

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Called for distances."""
        if metric is Metric.PM_DefaultFrameWidth and isinstance(widget, _FRAMED):
            return _GRID_FRAME if isinstance(widget, _GRIDS) else _TEXT_FRAME
        if metric is Metric.PM_FocusFrameHMargin and isinstance(widget, QAbstractItemView):
            return CELL_INSET if _has_columns(widget) else _INSET
        own = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if own is None else own

    def _draw_scroll_bar(self, option: QStyleOptionSlider, painter: QPainter, widget: QWidget | None) -> None:
        bar, part = QStyle.ComplexControl.CC_ScrollBar, QStyle.SubControl.SC_ScrollBarSlider
        handle = QRectF(self.subControlRect(bar, option, part, widget))
        held = bool(option.state & State.State_Sunken and option.activeSubControls & part)
        strips.draw_scroll_bar(option, painter, handle, widget, held=held)

    def sizeFromContents(
        self, ct: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        """Called for the size of a control."""
        made = super().sizeFromContents(ct, option, size, required(widget))
        return made + QSize(0, _TALLER.get(ct, 0))


def _is_frameless(element: QStyle.PrimitiveElement, option: QStyleOption) -> bool:
    """A line edit inside another control (a combo box, a cell) has no outline of its own."""
    return element is Primitive.PE_PanelLineEdit and getattr(option, "lineWidth", 1) <= 0


def _draw_frame(
    option: QStyleOption, painter: QPainter, widget: QTextEdit | QPlainTextEdit | QAbstractItemView
) -> None:
    """The outline of a text, list or table, on the ground of what is inside."""
    if isinstance(widget, _TEXTS) and widget.isReadOnly():
        # Qt says so of a line only.
        option.state |= State.State_ReadOnly
    inside = widget.viewport()
    draw_box(painter, option, option.palette.color(inside.backgroundRole()), focused=widget.hasFocus())


def _chooses_more(view: QWidget | None) -> bool:
    """Whether several lines can be chosen."""
    one = QAbstractItemView.SelectionMode.SingleSelection
    return isinstance(view, QAbstractItemView) and view.selectionMode() is not one


def _has_columns(view: QAbstractItemView) -> bool:
    """Whether headings stand above its cells, whose texts begin where those of the cells do."""
    return isinstance(view, QTableView) or (isinstance(view, QTreeView) and not view.isHeaderHidden())


def _is_measured(option: QStyleOption) -> TypeGuard[QStyleOptionProgressBar]:
    """Whether it is known how much there is to do."""
    return isinstance(option, QStyleOptionProgressBar) and option.maximum > option.minimum


def _is_beside(option: QStyleOptionToolButton) -> bool:
    """Whether a text stands beside the icon."""
    return option.toolButtonStyle is Qt.ToolButtonStyle.ToolButtonTextBesideIcon and not option.icon.isNull()
