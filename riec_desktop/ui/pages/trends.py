"""Key figures as plots: choose one, and see its course over the years and who it comes from."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLabel, QWidget

from riec_desktop.chapter.blocks import Chart
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.records import Indicator, PortfolioReport
from riec_desktop.ui.pages.page import PageContext, Part, label
from riec_desktop.ui.plots.panel import PlotPanel
from riec_desktop.ui.theme import characters, unit
from riec_desktop.workspace.plots import figures_of, key_figures, plots

NO_NUMBERS = "Er zijn nog geen cijfers om te tekenen. U vult ze in op de pagina van een portefeuille, of bij Cijfers."
NOT_THIS_YEAR = "Dit cijfer heeft in dit jaar en de jaren ervoor nog geen getal."
SIDE_BY_SIDE = 110
"""Characters: from this width on two plots stand beside each other."""

Named = tuple[str, Indicator]
Offer = Callable[[], Sequence[Named]]


class TrendsPart(Part):
    """The plots of one indicator, chosen from what `offer` gives."""

    def __init__(self, context: PageContext, title: str, offer: Offer) -> None:
        super().__init__(title)
        self._context = context
        self._offer = offer
        self._offered: Sequence[Named] = ()
        self._charts: tuple[Chart, ...] = ()
        self.panels: list[PlotPanel] = []
        self.box = QComboBox()
        self._caption = QLabel("&Cijfer")
        self._caption.setBuddy(self.box)
        self.box.setAccessibleName("Cijfer")
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(24)
        self.box.activated.connect(self._show)
        self._nothing = label(NO_NUMBERS, muted=True)
        self._holder = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._holder.setSpacing(unit(self) * 5)
        self.column.addLayout(self._choice())
        self.column.addWidget(self._nothing)
        self.column.addLayout(self._holder)

    def _choice(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self._caption)
        row.addWidget(self.box, 2)
        row.addStretch(1)
        return row

    def lock(self, *, locked: bool) -> None:
        """Nothing can be changed here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Beside each other where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= characters(self, SIDE_BY_SIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._holder.setDirection(way)

    def refresh(self) -> None:
        """What can be chosen now, and the plots of what is chosen."""
        self._offered = self._offer()
        names = [name for name, _ in self._offered]
        if names != [self.box.itemText(at) for at in range(self.box.count())]:
            kept = self.box.currentText()
            self.box.clear()
            self.box.addItems(names)
            self.box.setCurrentIndex(max(0, self.box.findText(kept)))
        for widget in (self.box, self._caption):
            widget.setVisible(bool(names))
        self._show()

    def _show(self) -> None:
        charts = self._wanted()
        self._nothing.setVisible(not charts)
        self._nothing.setText(NOT_THIS_YEAR if self._offered else NO_NUMBERS)
        if charts != self._charts:
            self._charts = charts
            self._place([PlotPanel(one) for one in charts])

    def told(self) -> str:
        """Why there are no plots, '' when there are."""
        return "" if self.panels else self._nothing.text()

    def _wanted(self) -> tuple[Chart, ...]:
        editing, at = self._context.editing, self.box.currentIndex()
        year = editing.year.year
        if year is None or not 0 <= at < len(self._offered):
            return ()
        return plots(editing.dossier, self._offered[at][1], year)

    def _place(self, panels: list[PlotPanel]) -> None:
        for panel in self.panels:
            self._holder.removeWidget(panel)
            _gone(panel)
        self.panels = panels
        for panel in panels:
            self._holder.addWidget(panel, 1)


def _gone(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()


def trends_of_year(context: PageContext) -> TrendsPart:
    """The figures of all portfolios of the year."""
    return TrendsPart(context, "Kerncijfers", lambda: key_figures(context.editing.dossier, context.editing.year))


def trends_of_report(context: PageContext, report: Callable[[], PortfolioReport | None]) -> TrendsPart:
    """The figures of one portfolio."""

    def offer() -> Sequence[Named]:
        found = report()
        given = figures_of(context.editing.dossier, found) if found else ()
        return [(capitalised(one.name) or "(zonder naam)", one) for one in given]

    return TrendsPart(context, "Verloop van de cijfers", offer)
