"""The dialog to choose what a text refers to: only what the chapter of this year has."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear
from riec_desktop.dossier.richtext import CrossReference, Part
from riec_desktop.ui.form_dialog import FormDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import characters
from riec_desktop.workspace.references import Offer, offers

PARTS: Mapping[Part, str] = {
    Part.GOAL: "de paragraaf van een doel",
    Part.PORTFOLIO: "de paragraaf van een portefeuille",
    Part.ACTIVITIES: "een tabel met activiteiten",
    Part.FIGURES: "een tabel met cijfers",
    Part.REGIONS: "een tabel met cijfers per organisatie",
    Part.CHART: "een grafiek",
    Part.PICTURE: "een afbeelding",
}
NOTHING = "Dit hoofdstuk heeft nog niets om naar te verwijzen."
LATER = "De nummers in de tekst blijven kloppen als er iets bij komt of verschuift."


class ReferenceDialog(FormDialog):
    """Choose what a sentence points to; gives it as `chosen()`."""

    def __init__(self, parent: QWidget | None, dossier: Dossier, year: ReportYear) -> None:
        super().__init__(parent, "Verwijzing invoegen", "Invoegen")
        self._offers = offers(dossier, year)
        self.kind, self.which = QComboBox(), QComboBox()
        self.page = QCheckBox("&Naar de bladzijde in plaats van het nummer")
        self.printed = label("")
        self.printed.setAccessibleName("Zo komt het in de tekst")
        self._lay_out()
        for part in self._offers:
            self.kind.addItem(PARTS[part], part.value)
        self.kind.currentIndexChanged.connect(self._fill)
        self.which.currentIndexChanged.connect(self._show)
        self.page.toggled.connect(self._show)
        self._fill()

    def _lay_out(self) -> None:
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add_row("&Soort", self.kind, "Waar de verwijzing naartoe gaat")
        self.add_row("&Welke", self.which, "Alles van deze soort in het hoofdstuk van dit jaar")
        self.rows.addRow("", self.page)
        self.rows.addRow("In de tekst komt", self.printed)
        self.column.insertWidget(1, label(LATER, muted=True))
        self.setMinimumWidth(characters(self, 90))

    def _fill(self) -> None:
        self.which.clear()
        for offer in self._offered():
            self.which.addItem(offer.name, offer.reference.record_id)
        self._show()

    def _offered(self) -> tuple[Offer, ...]:
        chosen = self.kind.currentData()
        return self._offers.get(Part(chosen), ()) if chosen else ()

    def _show(self) -> None:
        offer = self._offer()
        self.printed.setText((offer.page_printed if self.page.isChecked() else offer.printed) if offer else NOTHING)
        self.accept_button.setEnabled(offer is not None)

    def _offer(self) -> Offer | None:
        index = self.which.currentIndex()
        return self._offered()[index] if index >= 0 else None

    def chosen(self) -> CrossReference | None:
        """The reference; None when the chapter has nothing to refer to."""
        offer = self._offer()
        return replace(offer.reference, page=self.page.isChecked()) if offer else None
