"""The dialog that adds names nobody may read in what goes out; what is typed here is in no history of the dossier."""

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from riec_desktop.ui.generate.buttons import button
from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.labels import label
from riec_desktop.ui.theme import characters, unit

EXPLANATION = (
    "Zet op elke regel één naam: van een zaak, een persoon of een familie. Het programma waarschuwt als zo’n naam "
    "ergens in het dossier staat. Grote en kleine letters maken niet uit."
)
HIDDEN = "Onleesbaar be&waren (aanbevolen)"
HIDDEN_HELP = (
    "Dan staat in het dossier alleen een controlegetal van de naam. Niemand kan de lijst lezen, ook u niet. Wie een "
    "naam vermoedt en het dossier heeft, kan wel nagaan of die erin staat."
)


class NamesDialog(KeyDialog):
    """`names()` is what was typed, `hidden()` whether it is kept unreadable."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Geheime namen toevoegen")
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Namen, één per regel")
        self.text.setPlaceholderText("operatie Zilverreiger")
        self.keep = QCheckBox(HIDDEN)
        self.keep.setChecked(True)
        self.keep.setToolTip(HIDDEN_HELP)
        self.keep.setAccessibleDescription(HIDDEN_HELP)
        self.add_button = button("&Toevoegen", "De namen aan de lijst toevoegen", self.accept)
        self.add_button.setDefault(True)
        self._lay_out()
        self.text.textChanged.connect(self._look)
        self._look()
        self.setMinimumWidth(characters(self, 70))

    def _lay_out(self) -> None:
        space = unit(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        column.setSpacing(space * 3)
        caption = QLabel("&Namen, één per regel")
        caption.setBuddy(self.text)
        for widget in (label(EXPLANATION), caption, self.text, self.keep, label(HIDDEN_HELP, muted=True)):
            column.addWidget(widget)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.add_button)
        row.addWidget(button("Annuleren", "Terug zonder iets toe te voegen", self.reject))
        column.addLayout(row)

    def _look(self) -> None:
        self.add_button.setEnabled(bool(self.names().strip()))

    def names(self) -> str:
        """What was typed."""
        return self.text.toPlainText()

    def hidden(self) -> bool:
        """Whether the names are kept as digests."""
        return self.keep.isChecked()
