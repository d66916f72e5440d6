"""The window opened and closed once without anybody watching, for the self-test of an installed program."""

import sys
from dataclasses import replace
from typing import TextIO

from PySide6.QtCore import QCoreApplication, QEventLoop

from riec_desktop.ui.app import make_application, surroundings
from riec_desktop.ui.main_window import MainWindow
from riec_desktop.workspace.environment import Environment


def try_window(env: Environment, out: TextIO) -> int:
    """Open the example in a window, close it, and write Qt's word for 'Cancel' and the number of sockets made.

    Gives 0 when the example was on screen. Nothing is shown: the window is drawn in memory.
    """
    sockets: list[str] = []
    sys.addaudithook(lambda event, _: sockets.append(event) if event == "socket.__new__" else None)
    app = make_application(("riec-desktop", "-platform", "offscreen"))
    window = MainWindow(replace(surroundings(env), documents=env.data_folder))
    window.show()
    window.open_example()
    app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    opened = window.workbench is not None and window.workbench.page is not None
    window.close()
    out.write(f"{QCoreApplication.translate('QPlatformTheme', 'Cancel')} {len(sockets)}\n")
    return 0 if opened else 1
