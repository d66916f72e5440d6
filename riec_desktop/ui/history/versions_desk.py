"""From the window to the versions with a name, and from there back into the dossier."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from riec_desktop.dossier.records import NamedVersion
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.history.compare_desk import CompareDesk
from riec_desktop.ui.history.versions_dialog import VersionsDialog
from riec_desktop.workspace.versions import (
    forget_version,
    go_back,
    moment_of,
    name_version,
    named_versions,
    rename_version,
)

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench


class VersionsDesk:
    """The versions of the dossier of a workbench. `around` gives its dialogs and the clock."""

    def __init__(self, bench: "Workbench", around: Surroundings) -> None:
        self._bench = bench
        self._around = around
        self._session = bench.session

    def show(self) -> None:
        """All versions; what is done there is done at once, and the list follows."""
        self._bench.flush()
        dialog = VersionsDialog(self._bench, self._around.env.now())
        session = self._session
        dialog.name_wanted.connect(self._name)
        dialog.rename_wanted.connect(self._rename)
        dialog.forget_wanted.connect(self._forget)
        dialog.compare_wanted.connect(self._compare)
        dialog.back_wanted.connect(self._go_back)
        stop = session.subscribe(lambda _: self._fill(dialog))
        self._fill(dialog)
        self._around.dialogs.execute(dialog)
        stop()
        dialog.deleteLater()

    def _fill(self, dialog: VersionsDialog) -> None:
        content = self._session.content
        found = named_versions(content.dossier)
        dialog.show_versions(found, frozenset(one.id for one in found if moment_of(content, one) is not None))

    def _name(self, name: str) -> None:
        self._try(lambda: name_version(self._around.env, self._session, name))

    def _rename(self, version: NamedVersion, name: str) -> None:
        self._try(lambda: rename_version(self._session, version, name))

    def _forget(self, version: NamedVersion) -> None:
        self._try(lambda: forget_version(self._session, version))

    def _compare(self, version: NamedVersion) -> None:
        CompareDesk(self._bench, self._around).show(moment_of(self._session.content, version))

    def _go_back(self, version: NamedVersion) -> None:
        moment = moment_of(self._session.content, version)
        if moment is not None:
            self._try(lambda: go_back(self._session, moment))

    def _try(self, task: Callable[[], None]) -> None:
        try:
            task()
        except RiecError as error:
            self._around.dialogs.tell(self._bench, "Dat lukt niet", sentence(error))
