"""A plot with its title, what it says in words or the value that is pointed at, a copy button, and its numbers."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from riec_desktop.chapter.blocks import Chart
from riec_desktop.ui.icons import icon
from riec_desktop.ui.labels import label
from riec_desktop.ui.pages.folding import FoldButton
from riec_desktop.ui.plots.plot import Plot
from riec_desktop.ui.theme import line_height, unit
from riec_desktop.ui.widgets.ink_label import InkLabel
from riec_desktop.workspace.plots import columns, rows

COPY = "Kopieer als afbeelding"
COPIED = "Gekopieerd. Plak de afbeelding in Word of in een mail."


class PlotPanel(QWidget):
    """One chart to look at."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plot = Plot(chart)
        self.table = number_table(chart)
        self._told = InkLabel()
        self.copy_button = QToolButton()
        self.fold = FoldButton("Als tabel", self.table)
        self._dress(chart)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(unit(self))
        column.addWidget(label(chart.title, level=3))
        column.addWidget(self.plot)
        column.addWidget(self._told)
        column.addLayout(self._buttons())
        column.addWidget(self.table)
        column.addStretch(1)
        self.plot.told.connect(self._tell)
        self.copy_button.clicked.connect(self._copy)
        self._tell("")

    def _dress(self, chart: Chart) -> None:
        self.copy_button.setIcon(icon("copy"))
        self.copy_button.setText(COPY)
        self.copy_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.copy_button.setAutoRaise(True)
        self.copy_button.setAccessibleName(f"{COPY}: {chart.title}")
        self.fold.setAccessibleName(f"Als tabel: {chart.title}")
        self._told.setWordWrap(True)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.fold)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        return row

    def told(self) -> str:
        """The words below the plot."""
        return self._told.text()

    def _tell(self, text: str) -> None:
        self._told.setText(text or self.plot.chart.description)

    def _copy(self) -> None:
        self.plot.copy()
        self._told.setText(COPIED)


def number_table(chart: Chart) -> QTableWidget:
    """The numbers of a chart as a table, for whoever reads rather than looks."""
    found = rows(chart)
    heads = columns(chart)
    table = QTableWidget(len(found), len(heads))
    table.setAccessibleName(f"Cijfers bij {chart.title}")
    table.setHorizontalHeaderLabels(list(heads))
    table.verticalHeader().hide()
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setShowGrid(False)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    _fit_heads(table.horizontalHeader(), heads)
    for down, row in enumerate(found):
        for across, text in enumerate(row):
            table.setItem(down, across, _cell(text, across))
    header = table.horizontalHeader()
    height = max(header.sizeHint().height(), header.minimumHeight()) + table.verticalHeader().length() + 2
    table.setFixedHeight(height)
    return table


def _fit_heads(header: QHeaderView, heads: Sequence[str]) -> None:
    """Columns are as wide as they need; those with long names share what is left, with their names on two lines."""
    long = [at for at, one in enumerate(heads) if len(one) > _LONG]
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(not long)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
    for at in long:
        header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
    if long:
        header.setFixedHeight(line_height(header) * 2 + unit(header) * 2)


_LONG = 20


def _cell(text: str, across: int) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    side = Qt.AlignmentFlag.AlignRight if across else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    return item
