"""Linked numbers and references in a text: what they print, and the dialog to choose a number."""

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.linked import LinkedNumber, Measure
from riec_desktop.dossier.records import Indicator, Portfolio
from riec_desktop.dossier.richtext import CrossReference, Linked
from riec_desktop.figures.shown import linked_text
from riec_desktop.ui.dialogs import Dialogs
from riec_desktop.ui.editing import Editing
from riec_desktop.ui.form_dialog import FormDialog
from riec_desktop.ui.pick_list import PickList
from riec_desktop.ui.theme import characters
from riec_desktop.ui.widgets.context import FormContext

MEASURES = (
    (Measure.ACTUAL, "het werkelijke aantal"),
    (Measure.TARGET, "het doel"),
    (Measure.DIFFERENCE, "het verschil tussen werkelijk en doel"),
)


class NumberDialog(FormDialog):
    """Choose which figure a sentence shows; gives it as `chosen()`."""

    def __init__(self, parent: QWidget | None, dossier: Dossier, year: int | None) -> None:
        super().__init__(parent, "Cijfer invoegen", "Invoegen")
        self._dossier = dossier
        self._year = year
        self.indicator = PickList("Indicator", self)
        self._years, self._organisation, self._measure = (QComboBox() for _ in range(3))
        self._result = QLabel()
        self._result.setAccessibleName("Zo komt het in de tekst")
        self._fill()
        self.add_row(
            "&Indicator", self.indicator.search, "Zoek op een deel van de naam; kies met pijl omhoog en omlaag"
        )
        self.rows.addRow("", self.indicator.list)
        self.add_row("&Jaar", self._years, "Het jaar van het cijfer")
        self.add_row("&Organisatie", self._organisation, "Van één organisatie, of het totaal")
        self.add_row("&Welk getal", self._measure, "Het werkelijke aantal, het doel of het verschil")
        self.rows.addRow("In de tekst komt", self._result)
        self.setMinimumWidth(characters(self, 80))
        self.indicator.changed.connect(self._show)
        for box in (self._years, self._organisation, self._measure):
            box.currentIndexChanged.connect(self._show)
        self.indicator.search.setFocus()
        self._show()

    def _fill(self) -> None:
        for indicator in self._dossier.all(Indicator):
            portfolio = self._dossier.get(Portfolio, indicator.portfolio_id)
            self.indicator.add(f"{portfolio.name}: {indicator.name}" if portfolio else indicator.name, indicator.id)
        self._years.addItem("het verslagjaar van de tekst", None)
        for year in views.years(self._dossier):
            self._years.addItem(str(year.year or ""), year.year)
        for measure, text in MEASURES:
            self._measure.addItem(text, measure.value)
        self._fill_organisations()

    def _fill_organisations(self) -> None:
        indicator = self._dossier.get(Indicator, self.indicator.current_id())
        wanted = views.centres(self._dossier) if indicator and indicator.scope is Scope.ORGANISATION else ()
        if self._organisation.count() == len(wanted) + 1:
            return
        # What is being filled says nothing yet, or it would be filled from within.
        self._organisation.blockSignals(True)
        self._organisation.clear()
        self._organisation.addItem("totaal", None)
        for one in wanted:
            self._organisation.addItem(one.name, one.id)
        self._organisation.blockSignals(False)

    def _show(self) -> None:
        self._fill_organisations()
        chosen = self.chosen()
        self._result.setText(linked_text(self._dossier, chosen, self._year) if chosen else "")
        self.accept_button.setEnabled(chosen is not None)

    def chosen(self) -> LinkedNumber | None:
        """The linked number; None when there is no indicator to choose."""
        indicator_id = self.indicator.current_id()
        if indicator_id is None:
            return None
        measure = Measure(self._measure.currentData())
        return LinkedNumber(indicator_id, self._years.currentData(), self._organisation.currentData(), measure)


def linked_forms(editing: Editing, dialogs: Dialogs, parent: QWidget) -> FormContext:
    """How editors show and choose linked numbers and references in the open dossier."""

    def show(number: Linked) -> str:
        return linked_text(editing.dossier, number, editing.year.year)

    def pick() -> LinkedNumber | None:
        dialog = NumberDialog(parent, editing.dossier, editing.year.year)
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

    return FormContext(show_number=show, pick_number=pick, pick_reference=pick_reference)
