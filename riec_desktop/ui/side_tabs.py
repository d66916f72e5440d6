"""The tabs at the right of the window: all of them in sight at every width, so that none has to be scrolled to.

Where the names of all do not fit, only the tab in sight keeps its name; the others show their icon and their count. In
the narrowest panel all do.
Names stay the texts of the tabs, so a screen reader and the hint under the mouse always say them in full.
"""

import re
from enum import Enum

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStyle, QStyleOptionTab, QTabBar, QTabWidget, QWidget

from riec_desktop.ui.theme import icon_size, unit
from riec_desktop.ui.typed import required

_COUNT = re.compile(r"\d+$")


def short_form(name: str) -> str:
    """What is left of the name of a tab beside its icon: its count ('3' of 'Aandachtspunten 3'), or ''."""
    found = _COUNT.search(name)
    return found.group() if found else ""


class Form(Enum):
    """How much the tabs show."""

    NAMES = "names"
    CURRENT = "current"
    ICONS = "icons"


class SideTabs(QTabBar):
    """A row of tabs that takes the widest form that fits its parent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setIconSize(QSize(icon_size(self), icon_size(self)))
        self.setUsesScrollButtons(False)

    def relay(self) -> None:
        """Lay the tabs out anew, as there is another width; Qt does so when it is told how to shorten names."""
        self.setElideMode(self.elideMode())

    def form(self) -> Form:
        """The widest form that fits."""
        room = required(self.parentWidget()).width()
        return next((form for form in Form if self._length(form) <= room), Form.ICONS)

    def _length(self, form: Form) -> int:
        return sum(self._width_of(self._text(at, form)) for at in range(self.count()))

    def shown_text(self, at: int) -> str:
        """What a tab shows beside its icon."""
        return self._text(at, self.form())

    def _text(self, at: int, form: Form) -> str:
        name = self.tabText(at)
        named = form is Form.NAMES or (form is Form.CURRENT and at == self.currentIndex())
        return name if named else short_form(name)

    def _width_of(self, text: str) -> int:
        """Icon, text and the room around them, in pixels."""
        around = self.style().pixelMetric(QStyle.PixelMetric.PM_TabBarTabHSpace, None, self)
        written = self.fontMetrics().horizontalAdvance(text) + around if text else unit(self) * 4
        return self.iconSize().width() + written + unit(self)

    def tabSizeHint(self, index: int) -> QSize:
        """Called by Qt: as wide as what is shown."""
        return QSize(self._width_of(self.shown_text(index)), super().tabSizeHint(index).height() + unit(self))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Called by Qt: never squeezed."""
        return self.tabSizeHint(index)

    def initStyleOption(self, option: QStyleOptionTab, index: int) -> None:
        """Called by Qt before a tab is painted."""
        super().initStyleOption(option, index)
        option.text = self.shown_text(index)

    def tabLayoutChange(self) -> None:
        """Called by Qt when names or counts changed: the hint under the mouse is the whole name."""
        for at in range(self.count()):
            if self.tabToolTip(at) != self.tabText(at):
                self.setTabToolTip(at, self.tabText(at))


class SideTabWidget(QTabWidget):
    """A tab widget whose tabs always fit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = SideTabs()
        self.setTabBar(self.tabs)
        self.setDocumentMode(True)

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Called by Qt: names come and go with the width."""
        self.tabs.relay()
        super().resizeEvent(e)
