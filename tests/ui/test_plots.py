"""Plots of key figures: pointed at, walked through with the arrows, read as a table, copied as an image."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from riec_desktop.dossier import views
from riec_desktop.dossier.records import IndicatorValue
from riec_desktop.ui.chart_painter import chart_marks
from riec_desktop.ui.pages.trends import NO_NUMBERS, TrendsPart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.plots.panel import COPIED, PlotPanel
from riec_desktop.ui.plots.plot import Plot, copied_image
from riec_desktop.workspace.plots import plots
from tests.helpers.courses import COURSE
from tests.helpers.program import Program
from tests.helpers.sample import SIGNALS, sample


@pytest.fixture
def panel(qapp: QApplication) -> Iterator[PlotPanel]:
    """The course of signals over two years, with a target in the second."""
    made = PlotPanel(plots(sample(SIGNALS, *COURSE), SIGNALS, 2022)[0])
    made.resize(600, 400)
    made.show()
    qapp.processEvents()
    yield made
    made.close()
    made.deleteLater()


def point_at(plot: Plot, place: QPointF) -> None:
    """Move the mouse over the plot."""
    button = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, place, plot.mapToGlobal(place), button, button, Qt.KeyboardModifier(0))
    QApplication.sendEvent(plot, event)


def trends(program: Program) -> TrendsPart:
    page = program.bench.page
    assert page is not None
    return page.findChildren(TrendsPart)[0]


def test_the_arrows_go_through_the_points_and_say_them(panel: PlotPanel) -> None:
    said: list[str] = []
    panel.plot.told.connect(said.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(panel.plot, key)
    assert said == [
        "2021, signalen: 7 signalen",
        "2022, signalen: 11 signalen",
        "2022, doel: 17 signalen",
        "2022, signalen: 11 signalen",
        "2021, signalen: 7 signalen",
    ]
    assert panel.plot.accessibleDescription() == said[-1]


def test_the_arrows_stop_at_the_ends(panel: PlotPanel) -> None:
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(panel.plot, key)
        assert panel.plot.chosen_text().startswith("2021, signalen")
    QTest.keyClick(panel.plot, Qt.Key.Key_End)
    assert panel.plot.chosen_text().startswith("2022, doel")


def test_the_value_under_the_mouse_is_told_and_forgotten(panel: PlotPanel) -> None:
    panel.plot.clearFocus()
    point_at(panel.plot, panel.plot.marks()[1].area.center())
    assert panel.told() == "2022, signalen: 11 signalen"
    QApplication.sendEvent(panel.plot, QEvent(QEvent.Type.Leave))
    assert panel.told() == panel.plot.chart.description


def test_points_stand_within_the_plot_and_above_each_other(panel: PlotPanel) -> None:
    first, second, target = panel.plot.marks()
    assert first.area.left() < second.area.left() == target.area.left()
    assert target.area.top() < second.area.top() < first.area.top()
    assert all(panel.plot.rect().contains(one.area.toRect()) for one in (first, second, target))


def test_bars_can_be_pointed_at_over_their_whole_height() -> None:
    chart = plots(sample(SIGNALS, *COURSE[2:]), SIGNALS, 2022)[1]
    low, high = chart_marks(chart, QSize(500, 300))
    assert low.area.bottom() == pytest.approx(high.area.bottom())
    assert high.area.height() > low.area.height()


def test_the_same_numbers_stand_in_a_table(panel: PlotPanel) -> None:
    assert panel.table.isHidden()
    panel.fold.click()
    assert panel.table.isVisible()
    cells = [[str(panel.table.model().index(down, across).data()) for across in range(3)] for down in range(2)]
    assert cells == [["2021", "7", "–"], ["2022", "11", "17"]]


def test_a_plot_is_copied_as_a_light_image(panel: PlotPanel) -> None:
    panel.copy_button.click()
    image = QGuiApplication.clipboard().image()
    assert panel.told() == COPIED
    assert image.size() == copied_image(panel.plot.chart).size()
    assert image.pixelColor(0, 0).name() == "#ffffff"


def test_ctrl_c_copies_too(panel: PlotPanel) -> None:
    QGuiApplication.clipboard().clear()
    QTest.keyClick(panel.plot, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert not QGuiApplication.clipboard().image().isNull()


def test_the_focus_and_the_chosen_point_can_be_seen(panel: PlotPanel) -> None:
    bare: QImage = panel.plot.grab().toImage()
    panel.plot.choose(panel.plot.marks()[0])
    assert panel.plot.grab().toImage() != bare


def test_the_overview_offers_the_figures_of_all_portfolios(example: Program) -> None:
    example.bench.show_place(Place(PageId.OVERVIEW))
    part = trends(example)
    assert part.box.count() > 8
    assert len(part.panels) == 2
    part.box.setCurrentIndex(part.box.findText("Mensenhandel: signalen"))
    part.box.activated.emit(part.box.currentIndex())
    titles = [one.plot.accessibleName() for one in part.panels]
    assert titles == ["Signalen, 2021-2023", "Signalen per organisatie in 2023"]


def test_the_plots_of_a_portfolio_follow_its_figures(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    dossier, part = example.bench.session.dossier, trends(example)
    indicator = views.indicators(dossier, example.report)[0]
    value = next(one for one in dossier.where(IndicatorValue, "indicator_id", indicator.id) if one.year == 2023)
    before = [one.plot.chart for one in part.panels]
    example.bench.editing.set(value, "actual", (value.actual or 0) + 100)
    assert [one.plot.chart for one in part.panels] != before
    assert part.box.currentText() == indicator.name.capitalize()


def test_without_figures_it_says_where_they_are_filled_in(fresh: Program) -> None:
    fresh.bench.show_place(Place(PageId.OVERVIEW))
    part = trends(fresh)
    assert (part.told(), part.panels, part.box.isVisible()) == (NO_NUMBERS, [], False)
