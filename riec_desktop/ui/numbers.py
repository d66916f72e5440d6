"""Linked numbers and references in a text: what they print, and the dialog to choose a number or a count."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.linked import Counted, LinkedCount, LinkedNumber, Measure, Number, watchable
from riec_desktop.dossier.records import Indicator, Portfolio
from riec_desktop.dossier.richtext import CrossReference, Linked
from riec_desktop.figures.counts import NOUNS
from riec_desktop.figures.shown import has_changed, linked_text
from riec_desktop.ui.dialogs import Dialogs
from riec_desktop.ui.editing import Editing
from riec_desktop.ui.form_dialog import FormDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.pick_list import PickList
from riec_desktop.ui.theme import characters
from riec_desktop.ui.widgets.context import FormContext

MEASURES = (
    (Measure.ACTUAL, "het werkelijke aantal"),
    (Measure.TARGET, "het doel"),
    (Measure.DIFFERENCE, "het verschil tussen werkelijk en doel"),
    (Measure.REACHED, "het werkelijke aantal in procenten van het doel"),
    (Measure.PREVIOUS, "het aantal van een jaar eerder"),
    (Measure.CHANGE, "het verschil met een jaar eerder"),
    (Measure.PERCENTAGE, "het verschil met een jaar eerder in procenten"),
)
WORDS = "In &woorden: ‘geen signalen’, ‘één signaal’, ‘12 signalen’"
WATCH = "&Herschrijven als de waarde wijzigt: dan krijgt de zin een aandachtspunt"
_COUNT = "aantal:"
"""What the id of a count begins with in the list, where the others have the id of an indicator."""


class NumberDialog(FormDialog):
    """Choose which figure a sentence shows; gives it as `chosen()`. `held` is the number that is changed, if any."""

    def __init__(self, parent: QWidget | None, dossier: Dossier, year: int | None, held: Number | None = None) -> None:
        super().__init__(parent, "Cijfer wijzigen" if held else "Cijfer invoegen", "Wijzigen" if held else "Invoegen")
        self._dossier = dossier
        self._year = year
        self._scope = ""
        self.indicator = PickList("Indicator of aantal", self)
        self.years, self.portfolio, self.organisation, self.measure = (QComboBox() for _ in range(4))
        self.words, self.watch = QCheckBox(WORDS), QCheckBox(WATCH)
        self.printed = label("")
        self.printed.setAccessibleName("Zo komt het in de tekst")
        self._fill()
        self.indicator.show_whole_names()
        self._lay_out()
        if held is not None:
            self._hold(held)
        self._connect()
        self.indicator.search.setFocus()
        self._show()

    def _lay_out(self) -> None:
        self.add_row(
            "&Indicator", self.indicator.search, "Zoek op een deel van de naam; kies met pijl omhoog en omlaag"
        )
        self.rows.addRow("", self.indicator.list)
        self.add_row("&Jaar", self.years, "Het jaar van het cijfer")
        self.add_row("&Portefeuille", self.portfolio, "Van één portefeuille, of van alle samen")
        self.add_row("&Organisatie", self.organisation, "Van één organisatie, of het totaal")
        self.add_row("Welk &getal", self.measure, "Het werkelijke aantal, het doel of een verschil")
        self.rows.addRow(self.words)
        self.rows.addRow(self.watch)
        self.rows.addRow("In de tekst komt", self.printed)
        self.setMinimumWidth(characters(self, 80))

    def _connect(self) -> None:
        self.indicator.changed.connect(self._show)
        for box in (self.years, self.portfolio, self.organisation, self.measure):
            box.currentIndexChanged.connect(self._show)
        self.words.toggled.connect(self._show)

    # Filling

    def _fill(self) -> None:
        for indicator in self._dossier.all(Indicator):
            portfolio = self._dossier.get(Portfolio, indicator.portfolio_id)
            self.indicator.add(f"{portfolio.name}: {indicator.name}" if portfolio else indicator.name, indicator.id)
        for counted in Counted:
            self.indicator.add(f"Aantal {NOUNS[counted][1]} in het verslag", f"{_COUNT}{counted.value}")
        self.years.addItem("het verslagjaar van de tekst", None)
        for year in views.years(self._dossier):
            self.years.addItem(str(year.year or ""), year.year)
        self.portfolio.addItem("alle portefeuilles", None)
        for portfolio in self._dossier.all(Portfolio):
            self.portfolio.addItem(portfolio.name, portfolio.id)
        for measure, text in MEASURES:
            self.measure.addItem(text, measure.value)

    def _fill_organisations(self, scope: str) -> None:
        """Only what is counted per organisation has one; the choice stays while one goes through the list."""
        if scope == self._scope:
            return
        self._scope = scope
        kept = self.organisation.currentData()
        # What is being filled says nothing yet, or it would be filled from within.
        self.organisation.blockSignals(True)
        self.organisation.clear()
        self.organisation.addItem("totaal", None)
        for one in views.centres(self._dossier) if scope == Scope.ORGANISATION.value else ():
            self.organisation.addItem(one.name, one.id)
        self.organisation.setCurrentIndex(max(0, self.organisation.findData(kept)))
        self.organisation.blockSignals(False)

    def _hold(self, held: Number) -> None:
        """Show the number that is there now."""
        is_count = isinstance(held, LinkedCount)
        self.indicator.choose(f"{_COUNT}{held.counted.value}" if is_count else held.indicator_id)
        self._fill_organisations(self._current_scope())
        self.years.setCurrentIndex(max(0, self.years.findData(held.year)))
        self.organisation.setCurrentIndex(max(0, self.organisation.findData(held.organisation_id)))
        if is_count:
            self.portfolio.setCurrentIndex(max(0, self.portfolio.findData(held.portfolio_id)))
        else:
            self.measure.setCurrentIndex(self.measure.findData(held.measure.value))
        self.words.setChecked(held.in_words)
        self.watch.setChecked(held.watched is not None)

    # Showing

    def _current_scope(self) -> str:
        current = self.indicator.current_id() or ""
        indicator = self._dossier.get(Indicator, current)
        return Scope.ORGANISATION.value if current.startswith(_COUNT) or indicator is None else indicator.scope.value

    def _show(self) -> None:
        self._fill_organisations(self._current_scope())
        counts = (self.indicator.current_id() or "").startswith(_COUNT)
        self.rows.setRowVisible(self.portfolio, counts)
        self.rows.setRowVisible(self.measure, not counts)
        self.rows.setRowVisible(self.organisation, self.organisation.count() > 1)
        chosen = self._unwatched()
        self.printed.setText(linked_text(self._dossier, chosen, self._year) if chosen else "")
        self.accept_button.setEnabled(chosen is not None)

    def _unwatched(self) -> Number | None:
        current = self.indicator.current_id()
        if current is None:
            return None
        year, organisation, words = self.years.currentData(), self.organisation.currentData(), self.words.isChecked()
        if current.startswith(_COUNT):
            counted = Counted(current.removeprefix(_COUNT))
            return LinkedCount(counted, year, self.portfolio.currentData(), organisation, words)
        return LinkedNumber(current, year, organisation, Measure(self.measure.currentData()), words)

    def chosen(self) -> Number | None:
        """The linked number; None when there is nothing to choose."""
        found = self._unwatched()
        if found is None or not self.watch.isChecked():
            return found
        return replace(found, watched=watchable(linked_text(self._dossier, found, self._year)))


def linked_forms(editing: Editing, dialogs: Dialogs, parent: QWidget) -> FormContext:
    """How editors show and choose linked numbers and references in the open dossier."""

    def show(number: Linked) -> str:
        return linked_text(editing.dossier, number, editing.year.year)

    def ask(held: Number | None = None) -> Number | None:
        dialog = NumberDialog(parent, editing.dossier, editing.year.year, held)
        chosen = dialog.chosen() if dialogs.execute(dialog) else None
        dialog.deleteLater()
        return chosen

    def pick_reference() -> CrossReference | None:
        # The chapter is composed for it, so what that needs is loaded when a person asks.
        from riec_desktop.ui.references import ReferenceDialog

        dialog = ReferenceDialog(parent, editing.dossier, editing.year)
        chosen = dialog.chosen() if dialogs.execute(dialog) else None
        dialog.deleteLater()
        return chosen

    return FormContext(
        show_number=show,
        pick_number=ask,
        change_number=ask,
        has_changed=lambda number: has_changed(editing.dossier, number, editing.year.year),
        pick_reference=pick_reference,
    )
