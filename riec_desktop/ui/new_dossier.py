"""The two questions for a new dossier: its name and its first report year."""

from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from riec_desktop.ui.form_dialog import FormDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import characters

EXPLANATION = (
    "Het dossier begint met de strategische doelen, de portefeuilles, de organisaties en de vragenlijst. Alles "
    "daarvan kunt u later veranderen."
)


class NewDossierDialog(FormDialog):
    """Gives `name()` and `year()` when accepted."""

    def __init__(self, parent: QWidget | None, year: int) -> None:
        super().__init__(parent, "Nieuw dossier", "Dossier maken")
        self._name = QLineEdit(f"Jaarverslag RIEC-LIEC {year}")
        self._name.selectAll()
        self._year = QSpinBox()
        self._year.setRange(1990, 2100)
        self._year.setValue(year)
        self.column.insertWidget(0, label(EXPLANATION))
        self.add_row("&Naam van het dossier", self._name, "Zo heet het dossier in de titel en in het bestand")
        self.add_row("Eerste &verslagjaar", self._year, "Het jaar waarover u verslag doet")
        self.setMinimumWidth(characters(self, 70))

    def name(self) -> str:
        """The name that was typed."""
        return self._name.text().strip()

    def year(self) -> int:
        """The chosen year."""
        return self._year.value()
