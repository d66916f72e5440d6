"""The main window: menus, toolbar and status bar around the start screen or the open dossier."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QMenu, QStackedWidget, QToolBar

from riec_desktop.errors import RiecError
from riec_desktop.files import is_gone
from riec_desktop.memory import without_collector
from riec_desktop.messages import sentence
from riec_desktop.ui.about import APP_NAME
from riec_desktop.ui.actions import ActionSet
from riec_desktop.ui.commands.catalog import all_specs
from riec_desktop.ui.desk import Desk, Surroundings
from riec_desktop.ui.dialogs import DOSSIER_FILTER, DOSSIER_SUFFIX
from riec_desktop.ui.dropping import FileDrops
from riec_desktop.ui.fitting import kept_geometry, put_back
from riec_desktop.ui.later import Later
from riec_desktop.ui.start import Beginnings, StartScreen
from riec_desktop.ui.theme import unit
from riec_desktop.ui.watch import LOOKING, Watch
from riec_desktop.workspace.preferences import prefer, preferences, sizes
from riec_desktop.workspace.recent import forget, recent_files
from riec_desktop.workspace.waiting import left_over, unreadable

if TYPE_CHECKING:
    from riec_desktop.ui.workbench import Workbench
    from riec_desktop.workspace.session import Recovery, Session

QUIET_SECONDS = 30
"""Without an edit, before the dossier file is brought up to date."""

DISCARD = "Weggooien"
UNSAVED = "unsaved"
"""The topic of the message that the file is not up to date."""


class MainWindow(QMainWindow):
    """The window of the program; see `commands` for what it can do."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.around = around
        self.workbench: Workbench | None = None
        self.desk = Desk(around, self, self.flush)
        self.autosave = Later(self, self._save_quietly, QUIET_SECONDS * 1000)
        self.actions_made = ActionSet(self, all_specs(self))
        self._build()
        self.desk.opened.connect(self._show_session)
        self.desk.closed.connect(self.show_start)
        self.desk.saving.connect(self._show_saving)
        self.desk.saved.connect(self._show_saved)
        self.desk.unsaved.connect(self.tell_unsaved)
        self.watch = Watch(self)
        self.show_start()
        self._restore()

    # --- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setObjectName("window")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        FileDrops(self, self.take_files)
        self._recent = QMenu("&Recent geopend", self)
        self._recent.aboutToShow.connect(self._fill_recent)
        self.actions_made.fill_menus(self.menuBar(), self._recent, self.flush)
        self.toolbar = QToolBar("Knoppen")
        self.toolbar.setObjectName("toolbar")
        self.toolbar.setMovable(False)
        self.toolbar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.actions_made.fill_toolbar(self.toolbar)
        self.addToolBar(self.toolbar)
        self._status = QLabel()
        self._status.setAccessibleName("Toestand van het dossier")
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().setContentsMargins(0, 0, unit(self) * 3, 0)
        self.statusBar().addPermanentWidget(self._status)
        self.start = StartScreen(Beginnings(new=self.new, open=self.open, example=self.open_example))
        self.start.path_chosen.connect(self.open_path)
        self.start.recover_chosen.connect(self.recover)
        self.start.discard_chosen.connect(self._discard)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.start)
        self.setCentralWidget(self._stack)

    # --- showing -----------------------------------------------------------------------------------------------------

    def show_start(self) -> None:
        """No dossier is open: show the ways to begin."""
        self.autosave.stop()
        self._drop_workbench()
        self._refresh_start()
        self._stack.setCurrentWidget(self.start)
        self._status.clear()
        self._refresh()

    def _refresh_start(self) -> None:
        self.start.show_recent(recent_files(self.around.env))
        self.start.show_left_over(left_over(self.around.env))
        self.start.show_unreadable([sentence(one) for one in unreadable(self.around.env)])

    def _show_session(self, session: "Session") -> None:
        # The pages and all they use are loaded with the first dossier, so that the window itself shows at once.
        with without_collector():
            from riec_desktop.ui.workbench import Workbench

            self._drop_workbench()
            bench = Workbench(session, self.around)
        self.workbench = bench
        bench.status_changed.connect(self._status.setText)
        bench.edited.connect(self._edited)
        bench.panel_changed.connect(self.actions_made.refresh)
        bench.place_shown.connect(self._retitle)
        self._stack.addWidget(bench)
        self._stack.setCurrentWidget(bench)
        self._restore_panes(bench)
        bench.show_saved()
        bench.tree.setFocus()
        self._refresh()

    def _drop_workbench(self) -> None:
        if self.workbench is not None:
            self._remember_panes(self.workbench)
            self.workbench.release()
            self._stack.removeWidget(self.workbench)
            self.workbench.deleteLater()
            self.workbench = None

    def _edited(self) -> None:
        self.autosave.ask()
        self._refresh()

    def _show_saving(self, busy: bool) -> None:
        if self.workbench is not None and busy:
            self.workbench.show_saving()
        elif self.workbench is not None:
            self.workbench.show_saved()

    def _show_saved(self) -> None:
        if not self.has_unsaved_work():
            self.autosave.stop()
        if self.workbench is not None:
            self.workbench.show_saved()
            for topic in (UNSAVED, LOOKING):
                self.workbench.banner.drop(topic)
        self._refresh()

    def _refresh(self) -> None:
        """Title and actions as they are now."""
        self.actions_made.refresh()
        self.toolbar.setVisible(self.has_dossier())
        self.statusBar().setVisible(self.has_dossier())
        self._retitle()

    def _retitle(self) -> None:
        """Which dossier and which year are in sight."""
        session = self.desk.session
        if session is None:
            self.setWindowTitle(APP_NAME)
            return
        from riec_desktop.dossier import views

        name = views.settings(session.dossier).name or "Dossier zonder naam"
        year = self.workbench.editing.year.year if self.workbench else None
        self.setWindowTitle(f"{name} – verslagjaar {year}[*] – {APP_NAME}" if year else f"{name}[*] – {APP_NAME}")
        self.setWindowModified(session.dirty)

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in recent_files(self.around.env):
            self._recent.addAction(path.name, lambda path=path: self.open_path(path)).setStatusTip(str(path))
        if self._recent.isEmpty():
            self._recent.addAction("Nog geen dossiers").setEnabled(False)

    # --- commands: file ----------------------------------------------------------------------------------------------

    def new(self) -> None:
        """Ask for a name and a year, and start a dossier."""
        from riec_desktop.ui.new_dossier import NewDossierDialog

        dialog = NewDossierDialog(self, self.around.env.now().year - 1)
        accepted = self.around.dialogs.execute(dialog)
        if accepted:
            self.desk.new(dialog.name(), dialog.year())
        dialog.deleteLater()

    def open(self) -> None:
        """Ask which dossier to open."""
        path = self.around.dialogs.pick_open(self, "Dossier openen", DOSSIER_FILTER)
        if path is not None:
            self.open_path(path)

    def open_path(self, path: Path) -> bool:
        """Open a dossier file; one that is gone leaves the list of recent files."""
        opened = self.desk.open(path)
        if not opened and is_gone(path):
            forget(self.around.env, path)
        if not opened and not self.has_dossier():
            self._refresh_start()
        return opened

    def open_example(self) -> None:
        """Open the example."""
        self.desk.open_example()

    def recover(self, recovery: "Recovery") -> None:
        """Go on with work that was left over."""
        self.desk.recover(recovery)

    def _discard(self, recovery: "Recovery") -> None:
        text = (
            f"Wilt u het onafgemaakte werk aan {recovery.name or 'dit dossier'} weggooien? Dat kan niet ongedaan "
            f"worden."
        )
        if self.around.dialogs.ask(self, "Werk weggooien", text, ("Annuleren", DISCARD)) == DISCARD:
            self._throw_away(recovery)

    def _throw_away(self, recovery: "Recovery") -> None:
        from riec_desktop.workspace.session import discard

        try:
            discard(self.around.env, recovery)
        except RiecError as error:
            self.around.dialogs.tell(self, "Weggooien lukt niet", sentence(error))
        self._refresh_start()

    def save(self) -> None:
        """Save the dossier."""
        self.desk.save()

    def save_as(self) -> None:
        """Save the dossier somewhere else."""
        self.desk.save_as()

    def _save_quietly(self) -> None:
        error = self.desk.save_quietly()
        if error is not None:
            self.tell_unsaved(error)

    def tell_unsaved(self, error: RiecError) -> None:
        """Say that the file could not be brought up to date, without standing in the way."""
        if self.workbench is not None:
            self.workbench.show_saved()
            self.workbench.banner.tell(sentence(error), "Opslaan…", self.save, topic=UNSAVED)

    def close_dossier(self) -> None:
        """Back to the start screen."""
        self.desk.close()

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self.close()

    def undo(self) -> None:
        """Take back the last step."""
        if self.workbench is not None:
            self.workbench.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.workbench is not None:
            self.workbench.redo()

    def take_files(self, paths: Sequence[Path]) -> None:
        """Files that were dropped on the window: a dossier is opened or merged, the rest is read as what came back."""
        from riec_desktop.ui.commands.merging import MergingCommands
        from riec_desktop.ui.commands.sharing import SharingCommands

        dossiers = [path for path in paths if path.suffix.lower() == DOSSIER_SUFFIX]
        if dossiers:
            MergingCommands(self).open_or_merge(dossiers)
        else:
            SharingCommands(self).read(paths)

    # --- what can be done --------------------------------------------------------------------------------------------

    def has_dossier(self) -> bool:
        return self.desk.session is not None

    def has_unsaved_work(self) -> bool:
        return self.desk.session is not None and self.desk.session.dirty

    def can_undo(self) -> bool:
        return self.desk.session is not None and bool(self.desk.session.undo_label)

    def can_redo(self) -> bool:
        return self.desk.session is not None and bool(self.desk.session.redo_label)

    # --- size and end ------------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Hand over what is being typed."""
        if self.workbench is not None:
            self.workbench.flush()

    def status_text(self) -> str:
        """What the status bar says."""
        return self._status.text()

    def settle(self) -> None:
        """For tests: compute at once what would be computed a moment later, and wait for what is written."""
        self.desk.aside.settle()
        self.watch.settle()
        if self.workbench is not None:
            self.workbench.settle()

    def _restore(self) -> None:
        self.resize(1280, 720)
        put_back(self, preferences(self.around.env).get("window"))

    def _restore_panes(self, bench: "Workbench") -> None:
        kept = sizes(preferences(self.around.env).get("panes"))
        if len(kept) == bench.count():
            bench.setSizes(kept)

    def _remember_panes(self, bench: "Workbench") -> None:
        shown: Sequence[int] = bench.sizes()
        if all(shown):
            prefer(self.around.env, panes=list(shown))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Called by Qt: the window goes when the dossier may go."""
        if not self.desk.close():
            event.ignore()
            return
        prefer(self.around.env, window=kept_geometry(self))
        super().closeEvent(event)
