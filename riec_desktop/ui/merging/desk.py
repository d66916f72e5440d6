"""From a dossier of somebody else to ours: pick it, read it in the background, look at it, take in what was chosen."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from riec_desktop.errors import RiecError
from riec_desktop.files import FileSystem
from riec_desktop.messages import sentence
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.dialogs import DOSSIER_FILTER
from riec_desktop.ui.merging.reviewing import FAILED, TITLE, MergeReview
from riec_desktop.workspace.merging import Merge, MergeOrder, merge_order, read_merge
from riec_desktop.workspace.progress import Cancel, Progress
from riec_desktop.workspace.safekeeping import is_same_file

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench

NOTHING_NEW = "In {file} staat niets dat u nog niet hebt. Er is niets veranderd."
OWN_FILE = "{file} is het bestand van het dossier dat u open hebt. Kies het bestand van een collega."


def _read(order: MergeOrder, fs: FileSystem, _progress: Progress, _cancel: Cancel) -> Merge | RiecError:
    """A job. What may be expected to go wrong is a result, because nobody waits in a dialog."""
    try:
        return read_merge(order, fs)
    except RiecError as error:
        return error


def _nothing() -> None:
    """When there is nothing to go on with."""


class MergeDesk:
    """Merges other dossiers into the one of a workbench. `around` gives its dialogs and its place on this computer."""

    def __init__(self, bench: "Workbench", around: Surroundings) -> None:
        self._bench = bench
        self._around = around

    def pick(self) -> None:
        """Ask which dossiers to merge."""
        self.merge_files(self._around.dialogs.pick_many(self._bench, TITLE, DOSSIER_FILTER))

    def merge_files(self, paths: Sequence[Path]) -> None:
        """Merge these one after another: each is compared with the dossier as it is after the one before."""
        if paths:
            self.merge_file(paths[0], lambda: self.merge_files(paths[1:]))

    def merge_file(self, path: Path, then: Callable[[], None] = _nothing) -> None:
        """Read another dossier in the background, let a person look at what it brings, and go on with `then`."""
        session = self._bench.session
        self._bench.flush()
        if is_same_file(session.path, path):
            self._tell(OWN_FILE.format(file=path.name))
            then()
            return
        order, files = merge_order(session, path), self._around.env.files

        def received(found: Merge | RiecError) -> None:
            self._received(path, found)
            then()

        self._bench.in_background(lambda progress, cancel: _read(order, files, progress, cancel), received)

    def _received(self, path: Path, found: Merge | RiecError) -> None:
        if isinstance(found, RiecError):
            self._tell(sentence(found), FAILED)
            return
        self._bench.flush()
        review = MergeReview(self._bench.session, self._bench, self._around)
        if found.incoming.proposals:
            review.ask(found)
        elif review.take(found, ()):
            self._tell(NOTHING_NEW.format(file=path.name))

    def _tell(self, text: str, title: str = TITLE) -> None:
        self._around.dialogs.tell(self._bench, title, text)
