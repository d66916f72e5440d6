"""Exporting the open dossier to open formats, and opening what was exported as a dossier again."""

from pathlib import Path
from typing import TYPE_CHECKING

from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.ui.dialogs import DOSSIER_FILTER, DOSSIER_SUFFIX

if TYPE_CHECKING:
    from riec_desktop.ui.main_window import MainWindow
    from riec_desktop.workspace.session import Session

EXPORT, IMPORT = "Alles exporteren", "Alles importeren"
ZIP_FILTER = "Zip-bestand (*.zip)"
SOURCES = "Export of gegevens in JSON (*.zip *.json);;Alle bestanden (*)"
MADE = (
    "Alles uit dit dossier staat in {file}, in vormen die ook zonder dit programma te lezen zijn. LEESMIJ.txt daarin "
    "vertelt wat wat is. Er kunnen vertrouwelijke gegevens in staan; bewaar het zoals u het dossier bewaart."
)


class ExchangeDesk:
    """What a window does with open formats; everything here shows its own errors."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._around = window.around

    # --- out ---------------------------------------------------------------------------------------------------------

    def export(self) -> None:
        """Ask for a place and write everything there in the background."""
        session, bench = self._window.desk.session, self._window.workbench
        if session is None or bench is None:
            return
        self._window.flush()
        path = self._export_path(session)
        if path is None:
            return
        content, files = session.content, self._around.env.files

        def work(_progress: object, _cancel: object) -> RiecError | None:
            from riec_desktop.workspace.open_export import write_export

            try:
                write_export(path, content, files)
            except RiecError as error:
                return error
            return None

        bench.in_background(
            work, lambda error: self._tell(EXPORT, sentence(error) if error else MADE.format(file=path))
        )

    def _export_path(self, session: "Session") -> Path | None:
        stem = session.path.stem if session.path is not None else "Dossier"
        folder = session.path.parent if session.path is not None else self._around.documents
        path = self._around.dialogs.pick_save(self._window, EXPORT, folder / f"{stem} export.zip", ZIP_FILTER)
        wrong = path is not None and path.suffix.lower() != ".zip"
        return path.with_name(f"{path.name}.zip") if path is not None and wrong else path

    # --- in ----------------------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Ask for an export, put it in a dossier file of its own, and open that."""
        source = self._around.dialogs.pick_open(self._window, IMPORT, SOURCES)
        if source is None:
            return
        from riec_desktop.ui.desk import free_path

        suggestion = free_path(self._around.documents, source.stem.removesuffix(" export"), DOSSIER_SUFFIX)
        target = self._around.dialogs.pick_save(self._window, "Nieuw dossier opslaan als", suggestion, DOSSIER_FILTER)
        if target is None:
            return
        if target.suffix.lower() != DOSSIER_SUFFIX:
            target = target.with_name(f"{target.name}{DOSSIER_SUFFIX}")
        if self._written(source, target):
            self._window.open_path(target)

    def _written(self, source: Path, target: Path) -> bool:
        """Whether the export stands in a dossier file now; the open dossier is never written over."""
        from riec_desktop.workspace.content import import_json, new_content, write_content
        from riec_desktop.workspace.open_import import is_export, read_export
        from riec_desktop.workspace.safekeeping import is_same_file

        env, session = self._around.env, self._window.desk.session
        if session is not None and is_same_file(session.path, target):
            self._tell(IMPORT, sentence(RiecError("import.open_dossier", file=target.name)))
            return False
        try:
            content = read_export(source, env.files) if is_export(source) else new_content(env, import_json(source))
            write_content(content, target, overwrite=True)
        except RiecError as error:
            self._tell(IMPORT, sentence(error))
            return False
        return True

    def _tell(self, title: str, text: str) -> None:
        self._around.dialogs.tell(self._window, title, text)
