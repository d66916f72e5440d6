"""From the window to the past of the open dossier, and from there back into it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from riec_desktop.dossier import edits
from riec_desktop.dossier.changes import Change, Source
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.records import Record
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.history.compare_desk import CompareDesk
from riec_desktop.ui.history.dialog import HistoryDialog
from riec_desktop.ui.history.field_dialog import FieldPastDialog
from riec_desktop.ui.history.wording import change_place
from riec_desktop.workspace.past import PastStep, back_to, field_past, past, restored
from riec_desktop.workspace.shown import value_text
from riec_desktop.workspace.versions import moment_of_step
from riec_desktop.workspace.whereabouts import whereabouts

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench


class HistoryDesk:
    """Shows the past of the dossier of a workbench. `around` gives its dialogs and the clock."""

    def __init__(self, bench: "Workbench", around: Surroundings) -> None:
        self._bench = bench
        self._around = around
        self._session = bench.session

    def show(self) -> None:
        """All steps; what is done there is done at once, and the list follows."""
        self._bench.flush()
        dialog = HistoryDialog(self._bench, self._around.env.now())

        def refresh() -> None:
            dialog.show_past(self._session.dossier, past(self._session.history, self._session.steps))

        dialog.back_wanted.connect(self._back_to)
        dialog.restore_wanted.connect(self._restore)
        dialog.compare_wanted.connect(self._compare)
        dialog.undo_wanted.connect(self._session.undo)
        dialog.redo_wanted.connect(self._session.redo)
        stop = self._session.subscribe(lambda _: refresh())
        refresh()
        self._around.dialogs.execute(dialog)
        stop()
        dialog.deleteLater()

    def show_field(self, record: Record, field: str) -> None:
        """The values that one field had; the chosen one comes back as a new step."""
        self._bench.flush()
        dossier, spec = self._session.dossier, specs(type(record))[field]
        place = whereabouts(dossier, record, field)
        values = field_past(self._session.history, type(record), record.id, field)
        dialog = FieldPastDialog(
            self._bench,
            place,
            values,
            lambda value: value_text(dossier, record, spec, value),
            self._around.env.now(),
        )
        accepted = self._around.dialogs.execute(dialog)
        chosen = dialog.chosen() if accepted else None
        dialog.deleteLater()
        if chosen is not None:
            changes = edits.set_value(dossier, record, field, chosen.value)
            self._put_back(place, changes)

    def _compare(self, step: PastStep) -> None:
        moment = moment_of_step(self._session.content, step.changeset)
        CompareDesk(self._bench, self._around).show(moment)

    def _back_to(self, step: PastStep) -> None:
        self._try(lambda: back_to(self._session, step))

    def _restore(self, step: PastStep, change: Change) -> None:
        dossier = self._session.dossier
        self._put_back(change_place(dossier, change), restored(dossier, step.changeset, change))

    def _put_back(self, place: str, changes: tuple[Change, ...]) -> None:
        self._try(lambda: self._session.edit(f"Teruggezet: {place}", changes, source=Source.RESTORE))

    def _try(self, task: Callable[[], None]) -> None:
        try:
            task()
        except RiecError as error:
            self._around.dialogs.tell(self._bench, "Terugzetten lukt niet", sentence(error))
