"""From a wish to a form that can be mailed: ask, make, save, note in the dossier what was sent."""

from pathlib import Path
from typing import TYPE_CHECKING

from riec_desktop.errors import RiecError
from riec_desktop.files import replace_file
from riec_desktop.messages import sentence
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.forms.mail import MailDialog
from riec_desktop.ui.forms.order import OrderDialog
from riec_desktop.workspace.forms import FormOrder, MadeForm, make_form

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench

TITLE = "Aanleverformulier opslaan"
WORKBOOK_FILTER = "Excel-werkmap (*.xlsx)"


class FormDesk:
    """Forms of the open dossier."""

    def __init__(self, bench: "Workbench", around: Surroundings) -> None:
        self._bench = bench
        self._around = around

    def make(self) -> None:
        """Ask for a form, make it and show the mail that it goes with; errors are told."""
        order = self._ask()
        if order is None:
            return
        try:
            found = self._made(order)
        except RiecError as error:
            self._around.dialogs.tell(self._bench, TITLE, sentence(error))
            return
        if found is not None:
            self._show_mail(*found)

    def _ask(self) -> FormOrder | None:
        editing = self._bench.editing
        dialog = OrderDialog(self._bench, editing.dossier, editing.year, self._around.env.author)
        order = dialog.order() if self._around.dialogs.execute(dialog) else None
        dialog.deleteLater()
        return order

    def _made(self, order: FormOrder) -> tuple[MadeForm, Path] | None:
        """The form and where it stands; None when no place was chosen."""
        session, env = self._bench.session, self._around.env
        made = make_form(
            session.dossier,
            order,
            dossier_id=session.dossier_id,
            version=str(session.version),
            form_id=env.new_id(),
            now=env.now(),
        )
        folder = session.path.parent if session.path else self._around.documents
        target = self._around.dialogs.pick_save(self._bench, TITLE, folder / made.file_name, WORKBOOK_FILTER)
        if target is None:
            return None
        target = target if target.suffix.lower() == ".xlsx" else target.with_name(f"{target.name}.xlsx")
        replace_file(target, made.workbook)
        session.edit(f"Formulier maken: {target.stem}", made.changes)
        return made, target

    def _show_mail(self, made: MadeForm, path: Path) -> None:
        dialog = MailDialog(self._bench, made, path, self._around.open_file)
        self._around.dialogs.execute(dialog)
        dialog.deleteLater()
