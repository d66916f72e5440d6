"""From the window to the backups on this computer and back: the open dossier restored, or a copy opened."""

from typing import TYPE_CHECKING

from riec_desktop.errors import RiecError
from riec_desktop.files import file_name_part
from riec_desktop.messages import sentence
from riec_desktop.ui.backups.dialog import BackupDialog
from riec_desktop.ui.desk import free_path
from riec_desktop.ui.dialogs import DOSSIER_FILTER, DOSSIER_SUFFIX
from riec_desktop.workspace.backups import Backup, all_backups, backups
from riec_desktop.workspace.restoring import copy_out, differences, dossier_in, name_in, places, restore, when

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow

RESTORE, CANCEL = "Terugzetten", "Annuleren"
SURE = (
    "Uw dossier wordt weer zoals het was op {when}. Wat er nu staat, gaat niet verloren: u kunt dit ongedaan maken, en "
    "er komt eerst een reservekopie van."
)
SAME = "Deze kopie is gelijk aan uw dossier zoals het nu is."


class BackupDesk:
    """Shows the backups of the open dossier; without one those of every dossier on this computer."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._around = window.around
        self._session = window.desk.session

    def show(self) -> None:
        """Show them; a dialog that opened a copy is done."""
        self._window.flush()
        self._window.desk.aside.settle()
        dialog = BackupDialog(self._window, self._name, self._told)

        def restore_one(backup: Backup) -> None:
            self._restore(dialog, backup)

        def copy_one(backup: Backup) -> None:
            self._open_copy(dialog, backup)

        dialog.restore_wanted.connect(restore_one)
        dialog.copy_wanted.connect(copy_one)
        dialog.show_backups(self._found(), can_restore=self._session is not None and not self._session.read_only)
        self._around.dialogs.execute(dialog)
        dialog.deleteLater()

    def _found(self) -> tuple[Backup, ...]:
        env = self._around.env
        if self._session is not None:
            return backups(env, self._session.dossier_id)
        return tuple(one for found in all_backups(env) for one in found)

    def _name(self, backup: Backup) -> str:
        """Of the open dossier everybody knows the name."""
        return (name_in(backup) or "Dossier zonder naam") if self._session is None else ""

    def _told(self, backup: Backup) -> str:
        """What differs from now, in words."""
        if self._session is None:
            return ""
        try:
            then = dossier_in(backup)
        except RiecError as error:
            return sentence(error)
        now = self._session.dossier
        found = differences(now, then)
        where = f"Onder meer bij: {'; '.join(places(now, then))}."
        return "\n".join(("In deze kopie:", *found, where)) if found else SAME

    def _restore(self, dialog: BackupDialog, backup: Backup) -> None:
        text = SURE.format(when=when(backup))
        session = self._session
        if session is None or self._around.dialogs.ask(dialog, "Terugzetten", text, (RESTORE, CANCEL)) != RESTORE:
            return
        try:
            restore(session, backup)
        except RiecError as error:
            self._around.dialogs.tell(dialog, "Terugzetten lukt niet", sentence(error))
        else:
            dialog.accept()

    def _open_copy(self, dialog: BackupDialog, backup: Backup) -> None:
        name = file_name_part(f"{name_in(backup) or 'Dossier'} {backup.time.astimezone():%Y-%m-%d %H.%M}")
        suggestion = free_path(self._around.documents, name, DOSSIER_SUFFIX)
        path = self._around.dialogs.pick_save(dialog, "Kopie openen als", suggestion, DOSSIER_FILTER)
        if path is None:
            return
        try:
            copy_out(self._around.env, backup, path)
        except RiecError as error:
            self._around.dialogs.tell(dialog, "Kopie openen lukt niet", sentence(error))
        else:
            dialog.accept()
            self._window.open_path(path)
