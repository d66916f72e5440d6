"""The dialog that asks what a contribution form is about, for whom it is and when it must be back."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised, parse_date
from riec_desktop.dossier.records import ReportYear
from riec_desktop.ui.form_dialog import FormDialog
from riec_desktop.ui.theme import Tone, characters, line_height
from riec_desktop.ui.widgets.check_list import CheckList
from riec_desktop.ui.widgets.ink_label import InkLabel
from riec_desktop.workspace.forms import FormOrder

PORTFOLIOS = "Een of meer portefeuilles"
NO_PORTFOLIO = "Kies ten minste één portefeuille."
NO_DATE = "Dit is geen datum. Schrijf bijvoorbeeld 31-3-2024."


class OrderDialog(FormDialog):
    """Accepted, `order()` is the form to make."""

    def __init__(self, parent: QWidget | None, dossier: Dossier, year: ReportYear, author: str) -> None:
        super().__init__(parent, "Aanleverformulier maken", "Maken…")
        self._dossier, self._year = dossier, year
        self.about = QComboBox()
        self.portfolios = CheckList()
        self.recipient, self.asker, self.deadline = QLineEdit(), QLineEdit(author), QLineEdit()
        self.problem = InkLabel(tone=Tone.ERROR)
        self._fill()
        self._place()
        self.about.currentIndexChanged.connect(self._refresh)
        self.portfolios.changed.connect(self._refresh)
        self.deadline.textChanged.connect(self._refresh)
        self._refresh()

    def _fill(self) -> None:
        self.about.addItem(PORTFOLIOS, None)
        for one in views.centres(self._dossier, self._year.year):
            self.about.addItem(f"Alles van {one.name}", one.id)
        reports = views.reports(self._dossier, self._year)
        names = {one.id: capitalised(views.report_name(self._dossier, one)) for one in reports}
        self.portfolios.set_options(names, ())
        self.portfolios.items.setMinimumHeight(line_height(self) * 8)
        self.portfolios.set_label("Portefeuilles", "Vink aan waarover u gegevens vraagt")
        self.deadline.setPlaceholderText("bijvoorbeeld 31-3-2024")

    def _place(self) -> None:
        self.add_row("&Waarover", self.about, "Vragen over portefeuilles, of alles van één organisatie")
        self.add_row("&Portefeuilles", self.portfolios, "Vink aan waarover u gegevens vraagt")
        self.add_row("&Aan", self.recipient, "De naam van uw collega; die staat in het formulier en in de mail")
        self.add_row("&Van", self.asker, "Uw naam; aan u stuurt uw collega het formulier terug")
        self.add_row("Teru&g voor", self.deadline, "De dag waarop u het formulier uiterlijk terug wilt hebben")
        self.rows.addRow("", self.problem)
        self.setMinimumWidth(characters(self, 88))

    def _refresh(self) -> None:
        self.portfolios.setEnabled(self._organisation_id() is None)
        said = self._said()
        self.problem.setText(said)
        self.accept_button.setEnabled(not said)

    def _said(self) -> str:
        """What keeps the form from being made, '' when nothing does."""
        if self._organisation_id() is None and not self.portfolios.chosen():
            return NO_PORTFOLIO
        return NO_DATE if self.deadline.text().strip() and self._deadline() is None else ""

    def _organisation_id(self) -> str | None:
        found = self.about.currentData()
        return found if isinstance(found, str) else None

    def _deadline(self) -> date | None:
        return parse_date(self.deadline.text())

    def order(self) -> FormOrder:
        """The form that was asked for."""
        organisation_id = self._organisation_id()
        return FormOrder(
            year=self._year,
            report_ids=() if organisation_id else self.portfolios.chosen(),
            organisation_id=organisation_id,
            sender=self.asker.text().strip(),
            recipient=self.recipient.text().strip(),
            deadline=self._deadline(),
        )
