"""How much memory is left behind by fifty dossiers that were opened, looked at and closed.

Run with `python -m tests.benchmarks.fifty`.

It prints what the process holds after each ten. The first ten load what is loaded once; flat after that means that
nothing stays. The application is dressed as the program dresses it: in Qt's own looks every page with a search line
puts pictures of its clear buttons in Qt's store of pictures, up to the 10 MB that this keeps.
"""

import gc
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.theme import apply_theme
from tests.benchmarks.soak import memory
from tests.helpers.program import Program, program

COUNT, TELLING = 50, 10


def look(running: Program) -> None:
    """Open the example, go to some pages, close it."""
    assert running.window.desk.open_example()
    for page in (PageId.FIGURES, PageId.CALLOUTS, PageId.OVERVIEW):
        running.bench.show_place(Place(page))
        running.settle()
    assert running.window.desk.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def main() -> None:
    """Print the megabytes."""
    apply_theme(QApplication(sys.argv[:1]))
    with tempfile.TemporaryDirectory() as folder, program(Path(folder)) as running:
        for count in range(1, COUNT + 1):
            look(running)
            if count % TELLING == 0:
                sys.stdout.write(f"{count} dossiers: {memory():.1f} MB\n")


if __name__ == "__main__":
    main()
