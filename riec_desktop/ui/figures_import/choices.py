"""What a person says about a sheet: which one, where its heads are, which column is what. Gives a `FigureMapping`."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.records import Indicator, Portfolio
from riec_desktop.excel.figure_columns import EARLIEST, LATEST, heads
from riec_desktop.excel.figure_mapping import TITLES, FigureMapping, Meaning, Shape
from riec_desktop.excel.reading.cells import ReadSheet
from riec_desktop.sheets import column_letters
from riec_desktop.ui.labels import caption, label
from riec_desktop.ui.theme import characters, unit
from riec_desktop.ui.widgets.search_combo import CalmCombo, SearchCombo

NO_COLUMN = "(geen kolom)"
SHAPES: Mapping[Shape, str] = {
    Shape.ROWS: "Elk cijfer op een eigen regel",
    Shape.YEARS: "Jaren staan naast elkaar",
    Shape.ORGANISATIONS: "Organisaties staan naast elkaar",
}
_KEYS: Mapping[Meaning, str] = {
    Meaning.PORTFOLIO: "&Portefeuille",
    Meaning.INDICATOR: "&Indicator",
    Meaning.UNIT: "&Eenheid",
    Meaning.ORGANISATION: "&Organisatie",
    Meaning.YEAR: "&Jaar",
    Meaning.TARGET: "&Doel",
    Meaning.ACTUAL: "&Werkelijk",
    Meaning.PROVISIONAL: "&Voorlopig of definitief",
    Meaning.REFERENCE_DATE: "Peilda&tum",
    Meaning.MISSING: "&Reden van ontbreken",
    Meaning.NOTE: "Toeli&chting",
}


class FigureChoices(QWidget):
    """`changed` says that a choice was made; `sheet_chosen` and `header_chosen` ask for another beginning."""

    changed = Signal()
    sheet_chosen = Signal(str)
    header_chosen = Signal(int)

    def __init__(self, sheets: tuple[str, ...], dossier: Dossier) -> None:
        super().__init__()
        self._mapping = FigureMapping(sheet="", header_row=1)
        self.sheets = CalmCombo()
        self.sheets.addItems(list(sheets))
        self.header = QSpinBox()
        self.header.setRange(1, 1_048_576)
        self.header.setKeyboardTracking(False)
        self.shapes = CalmCombo()
        for shape, text in SHAPES.items():
            self.shapes.addItem(text, shape)
        self.columns = {meaning: CalmCombo() for meaning in Meaning}
        self.year = QSpinBox()
        self.year.setRange(EARLIEST, LATEST)
        self.indicator, self.portfolio = SearchCombo(), SearchCombo()
        self.indicator.set_options(_indicator_names(dossier))
        self.portfolio.set_options({one.id: one.name for one in dossier.all(Portfolio)})
        self._build()
        self._connect()

    # --- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, unit(self) * 3, 0)
        column.setSpacing(unit(self) * 3)
        form = _form()
        for title, rows in (("", self._first()), ("Welke kolom is wat?", self._middle()), (_LAST, self._last())):
            if title:
                form.addRow(label(title, level=3))
            for text, widget, help_text in rows:
                form.addRow(caption(text, widget, help_text), widget)
        column.addLayout(form)
        column.addStretch(1)
        self.setMinimumWidth(characters(self, 38))

    def _first(self) -> "Iterator[Row]":
        yield "&Blad", self.sheets, "Het blad met de cijfers"
        yield "&Koppen op rij", self.header, "De rij met de koppen van de tabel, zoals Excel de rijen telt"
        yield "Vor&m", self.shapes, "Hoe de cijfers in de tabel staan"

    def _middle(self) -> "Iterator[Row]":
        for meaning, combo in self.columns.items():
            yield _KEYS[meaning], combo, f"De kolom met: {TITLES[meaning]}"

    def _last(self) -> "Iterator[Row]":
        yield "J&aar van alle cijfers", self.year, "Voor een tabel waar geen jaar in staat"
        yield "Indicator van a&lle cijfers", self.indicator, "Voor een tabel waar geen indicator in staat"
        yield (
            "&Nieuwe indicatoren bij",
            self.portfolio,
            "De portefeuille van indicatoren die nog niet in het dossier staan",
        )

    def _connect(self) -> None:
        self.sheets.textActivated.connect(self.sheet_chosen)
        self.header.valueChanged.connect(self.header_chosen)
        for combo in (self.shapes, *self.columns.values()):
            combo.activated.connect(self._changed)
        self.year.valueChanged.connect(self._changed)
        self.indicator.chosen.connect(self._changed)
        self.portfolio.chosen.connect(self._changed)

    # --- showing and reading -----------------------------------------------------------------------------------------

    def show_mapping(self, sheet: ReadSheet, mapping: FigureMapping) -> None:
        """Show how a sheet is to be read."""
        self._mapping = mapping
        _quietly(self.header, lambda: self.header.setValue(mapping.header_row))
        self.sheets.setCurrentText(mapping.sheet)
        self.shapes.setCurrentIndex(self.shapes.findData(mapping.shape))
        options = heads(sheet, mapping.header_row)
        for meaning, combo in self.columns.items():
            _fill(combo, options, mapping.columns.get(meaning))
        if mapping.year is not None:
            year = mapping.year
            _quietly(self.year, lambda: self.year.setValue(year))
        self.indicator.set_current(mapping.indicator_id)
        self.portfolio.set_current(mapping.portfolio_id)
        self._enable()

    def mapping(self) -> FigureMapping:
        """The choices as they are now."""
        columns = {meaning: at for meaning, combo in self.columns.items() if (at := combo.currentData()) is not None}
        return replace(
            self._mapping,
            shape=Shape(self.shapes.currentData()),
            columns=columns,
            year=self.year.value() if self.year.isEnabled() else None,
            portfolio_id=self.portfolio.current_id(),
            indicator_id=self.indicator.current_id() if self.indicator.isEnabled() else None,
        )

    def _changed(self) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        """What the table says itself needs no choice."""
        chosen = {meaning for meaning, combo in self.columns.items() if combo.currentData() is not None}
        wide_years = self.shapes.currentData() == Shape.YEARS
        self.year.setEnabled(not wide_years and Meaning.YEAR not in chosen)
        self.columns[Meaning.YEAR].setEnabled(not wide_years)
        self.indicator.setEnabled(Meaning.INDICATOR not in chosen)


Row = tuple[str, QWidget, str]
"""Label with its access key, input, help."""

_LAST = "Wat niet in de tabel staat"


def _form() -> QFormLayout:
    """One for all rows, so that their inputs stand below each other."""
    made = QFormLayout()
    made.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    made.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return made


def _indicator_names(dossier: Dossier) -> Mapping[str, str]:
    """Indicator → its name with that of its portfolio."""
    portfolios = {one.id: one.name for one in dossier.all(Portfolio)}
    return {one.id: f"{one.name} ({portfolios.get(one.portfolio_id or '', '')})" for one in dossier.all(Indicator)}


def _fill(combo: QComboBox, options: Mapping[int, str], chosen: int | None) -> None:
    combo.clear()
    combo.addItem(NO_COLUMN, None)
    for column, text in options.items():
        combo.addItem(f"{column_letters(column)}: {capitalised(text)}" if text else column_letters(column), column)
    combo.setCurrentIndex(max(0, combo.findData(chosen)))


def _quietly(widget: QWidget, show: Callable[[], None]) -> None:
    widget.blockSignals(True)
    show()
    widget.blockSignals(False)
