"""Opens the manual at the page about the screen that a person is on, from the main window and from any dialog."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from riec_desktop.ui.commands.help import KEY
from riec_desktop.ui.manual.topics import topic_of
from riec_desktop.ui.manual.window import ManualWindow
from riec_desktop.ui.places import PageId
from riec_desktop.workspace.environment import Environment


def show_manual(parent: QWidget, env: Environment, page: PageId | None = None) -> ManualWindow:
    """The manual of this window, which stays one window however often it is asked for."""
    window = parent.findChild(ManualWindow) or ManualWindow(parent, env)
    window.show_topic(topic_of(parent.focusWidget() or parent, page))
    return window


def run_with_help(dialog: QDialog, env: Environment) -> int:
    """Run a dialog in which F1 opens the manual, which belongs to it since a dialog blocks the main window."""
    shortcut = QShortcut(QKeySequence(KEY), dialog)
    shortcut.activated.connect(lambda: show_manual(dialog, env))
    return dialog.exec()
