"""What a person asks on the page with own rules: add secret names, save the rules as a file, take in others."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from riec_desktop.errors import RiecError
from riec_desktop.files import replace_file
from riec_desktop.messages import sentence
from riec_desktop.ui.rules.names_dialog import NamesDialog

if TYPE_CHECKING:
    from pathlib import Path

    from riec_desktop.ui.pages.page import PageContext

PATTERN = "Eigen regels (*.json)"
SUGGESTED = "Eigen regels.json"
TITLE = "Eigen regels"
SAVED = "De regels staan in {file}. Geheime namen zijn alleen als controlegetal meegegaan."
NOTHING_NEW = "In {file} staat niets dat u nog niet hebt. Er is niets veranderd."


class RulesDesk:
    """Lives as long as its page; `owner` is what dialogs stand over."""

    def __init__(self, context: "PageContext", owner: QWidget) -> None:
        self._context = context
        self._owner = owner

    def add_names(self) -> None:
        """Ask for names and add them, as one step."""
        from riec_desktop.workspace.rule_files import secret_names

        dialog = NamesDialog(self._owner)
        agreed = self._context.dialogs.execute(dialog)
        names, hidden = dialog.names(), dialog.hidden()
        dialog.deleteLater()
        if agreed:
            editing = self._context.editing
            changes = secret_names(editing.dossier, names, hidden=hidden, new_id=self._context.new_id)
            editing.do("geheime namen toevoegen", changes)

    def save_file(self) -> None:
        """Ask where, and write the rules there."""
        from pathlib import Path

        from riec_desktop.workspace.rule_files import rules_file

        dialogs = self._context.dialogs
        chosen = dialogs.pick_save(self._owner, "Eigen regels opslaan", Path(SUGGESTED), PATTERN)
        if chosen is None:
            return
        path = chosen if chosen.suffix else chosen.with_suffix(".json")
        try:
            replace_file(path, rules_file(self._context.editing.dossier, self._context.new_id))
        except RiecError as error:
            dialogs.tell(self._owner, TITLE, sentence(error))
        else:
            dialogs.tell(self._owner, TITLE, SAVED.format(file=path.name))

    def read_file(self) -> None:
        """Ask which file, show what it brings, and take in what was chosen."""
        chosen = self._context.dialogs.pick_open(self._owner, "Eigen regels inlezen", PATTERN)
        if chosen is not None:
            self._read(chosen)

    def _read(self, path: "Path") -> None:
        from riec_desktop.ui.review.dialog import ReviewDialog
        from riec_desktop.workspace.rule_files import incoming_rules
        from riec_desktop.workspace.taking import take_in

        dialogs, session = self._context.dialogs, self._context.editing.session
        try:
            incoming = incoming_rules(session.dossier, path)
        except RiecError as error:
            dialogs.tell(self._owner, TITLE, sentence(error))
            return
        if not incoming.proposals:
            dialogs.tell(self._owner, TITLE, " ".join((NOTHING_NEW.format(file=path.name), *incoming.notes)))
            return
        dialog = ReviewDialog(self._owner, (incoming,))
        agreed, decisions = dialogs.execute(dialog), dialog.decisions
        dialog.deleteLater()
        if agreed:
            try:
                take_in(session, (incoming,), tuple(decisions.changes(session.dossier)))
            except RiecError as error:
                self._context.editing.failed(error)
