"""A merge that was read: looked at in the review dialog, taken in as one step, and what was left kept or forgotten."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.ui.desk import Surroundings

if TYPE_CHECKING:
    from riec_desktop.dossier.changes import Change
    from riec_desktop.workspace.merging import Merge
    from riec_desktop.workspace.session import Session

TITLE = "Dossier samenvoegen"
TAKEN = "Wat een collega intussen heeft opgeslagen, is in uw dossier opgenomen."
FAILED = "Samenvoegen lukt niet"


class MergeReview:
    """Brings what was read into a session; `parent` is the window that asks."""

    def __init__(self, session: "Session", parent: QWidget, around: Surroundings) -> None:
        self._session = session
        self._parent = parent
        self._around = around

    def ask(self, merge: "Merge") -> bool:
        """Let a person look, and take in what they choose; False when they stop."""
        from riec_desktop.ui.review.dialog import ReviewDialog
        from riec_desktop.workspace.taking import refreshed, set_aside

        # Somebody may have typed on while the file was being read.
        dialog = ReviewDialog(self._parent, (refreshed(merge.incoming, self._session.dossier),))
        accepted = bool(self._around.dialogs.execute(dialog))
        decisions, keep = dialog.decisions, dialog.keeps_rest()
        dialog.deleteLater()
        if not accepted or not self.take(merge, tuple(decisions.changes(self._session.dossier))):
            return False
        set_aside(self._around.env, self._session, decisions.rest(), keep=keep)
        return True

    def take(self, merge: "Merge", changes: "tuple[Change, ...]") -> bool:
        """Take these changes in; False when that fails, which is told."""
        from riec_desktop.workspace.merging import take_merge

        try:
            take_merge(self._session, merge, changes)
        except RiecError as error:
            self._around.dialogs.tell(self._parent, FAILED, sentence(error))
            return False
        return True


def merge_own_file(session: "Session", parent: QWidget, around: Surroundings) -> bool:
    """Take in what somebody else saved in the file of this dossier; a person is asked only where both changed the same.

    False when that fails or the person stops; then nothing has changed.
    """
    from riec_desktop.workspace.merging import merge_order, read_merge
    from riec_desktop.workspace.review import sure_changes

    if session.path is None:
        return False
    review = MergeReview(session, parent, around)
    try:
        merge = read_merge(merge_order(session, session.path), around.env.files)
    except RiecError as error:
        around.dialogs.tell(parent, FAILED, sentence(error))
        return False
    if merge.asks:
        return review.ask(merge)
    taken = review.take(merge, sure_changes(merge.incoming, session.dossier))
    if taken:
        around.dialogs.tell(parent, TITLE, TAKEN)
    return taken
