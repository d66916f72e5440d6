"""The program: makes the application and its window, and runs until the window is closed."""

import logging
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QStandardPaths, QTimer, QTranslator, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QApplication, QDialog

from riec_desktop import __version__
from riec_desktop.memory import without_collector
from riec_desktop.paths import data_file
from riec_desktop.ui.about import APP_NAME
from riec_desktop.ui.ahead import Ahead
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.dialogs import Dialogs, system_dialogs
from riec_desktop.ui.main_window import MainWindow
from riec_desktop.ui.theme import apply_theme
from riec_desktop.ui.trouble import details_of
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.last_run import running

if TYPE_CHECKING:
    from riec_desktop.language.remote import ChildSpeller
    from riec_desktop.workspace.last_run import BadEnd

LOG = logging.getLogger(__name__)

UNEXPECTED = (
    "Er ging iets mis dat het programma niet verwachtte. Wat u had ingevuld, is bewaard op deze computer. U kunt "
    "verder werken. Gaat het vaker mis, stuur dan de details naar de beheerder."
)


def speak_dutch(app: QApplication) -> None:
    """Dutch numbers and dates, and Dutch texts in Qt's own dialogs and menus."""
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    translator = QTranslator(app)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


class ErrorHook:
    """Takes unexpected errors: to the log, and to one dialog at a time when they happen on the main thread."""

    def __init__(self, dialogs: Dialogs) -> None:
        self._dialogs = dialogs
        self._telling = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Called by Python as `sys.excepthook`, also for an exception in a slot."""
        details = details_of(kind, error, trace)
        LOG.error("unexpected error\n%s", details)
        if threading.current_thread() is threading.main_thread() and not self._telling:
            self._tell(details)

    def _tell(self, details: str) -> None:
        self._telling = True
        try:
            self._dialogs.ask(QApplication.activeWindow(), "Onverwachte fout", UNEXPECTED, ("Sluiten",), details)
        finally:
            self._telling = False


def make_application(arguments: Sequence[str]) -> QApplication:
    """The Qt application, dressed and speaking Dutch."""
    app = QApplication(list(arguments))
    app.setApplicationName(APP_NAME)
    app.setApplicationDisplayName("")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(QIcon(str(data_file("resources", "program.svg"))))
    speak_dutch(app)
    apply_theme(app)
    return app


def documents_folder() -> Path:
    """Where the user's documents are; their home where that folder is not there, as on a share that is away."""
    found = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return found if found.is_dir() else Path.home()


def open_in_its_program(path: Path) -> None:
    """Open a file or folder as a double click would."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _run(dialog: QDialog, env: Environment) -> int:
    """Run a dialog; what F1 needs in it is loaded with the first one."""
    from riec_desktop.ui.manual.desk import run_with_help

    return run_with_help(dialog, env)


def _speller() -> "ChildSpeller":
    """What knows Dutch; loaded with the first dossier."""
    from riec_desktop.language.remote import ChildSpeller

    return ChildSpeller()


def surroundings(env: Environment) -> Surroundings:
    """What the window needs, as it is on this computer."""
    documents = documents_folder()
    return Surroundings(
        env=env,
        dialogs=system_dialogs(documents, lambda dialog: _run(dialog, env)),
        documents=documents,
        open_file=open_in_its_program,
        speller=_speller,
    )


def _begin(window: MainWindow, names: Sequence[str]) -> None:
    """Open these dossiers; without any, load what the first one needs while the start screen is looked at."""
    for name in names:
        window.open_path(Path(name))
    if not names:
        Ahead(window)


def shown(argv: Sequence[str], env: Environment, ended: "BadEnd | None" = None) -> tuple[QApplication, MainWindow]:
    """The application and its window on screen; `ended` is how the last run ended when that was not well."""
    with without_collector():
        app = make_application(argv)
        around = surroundings(env)
        sys.excepthook = ErrorHook(around.dialogs)
        window = MainWindow(around)
        window.start.show_last_run(ended)
        window.show()
    return app, window


def run(argv: Sequence[str], env: Environment) -> int:
    """Show the window and run; gives the exit code. `argv` is as in `sys.argv`; a dossier file among it is opened."""
    with running(env) as ended:
        app, window = shown(argv, env, ended)
        # The window first: reading a dossier and loading what its pages need takes longer than showing it.
        QTimer.singleShot(0, window, lambda: _begin(window, argv[1:]))
        return app.exec()
