"""A program of its own that types a portfolio in the real window and then sits still, waiting to be killed.

Run as `python tests/helpers/typist.py FILE NAME`. Every line that it prints is a text that the window handed over.
"""

import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest

from riec_desktop.dossier import views
from riec_desktop.ui.app import make_application, surroundings
from riec_desktop.ui.main_window import MainWindow
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.places import PageId, Place
from riec_desktop.workspace.environment import real_environment


def page_of(window: MainWindow, name: str) -> PortfolioPage:
    bench = window.workbench
    assert bench is not None
    reports = views.reports(bench.session.dossier, bench.editing.year)
    found = next(one for one in reports if views.report_name(bench.session.dossier, one) == name)
    bench.show_place(Place(PageId.PORTFOLIO, found.id))
    page = bench.page
    assert isinstance(page, PortfolioPage)
    return page


def type_answers(page: PortfolioPage) -> None:
    for number, part in enumerate(page.questions.parts(), 1):
        text = f"Antwoord {number}, getypt in het venster."
        QTest.keyClicks(part.editor.area, text)
        part.flush()
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()


def main(file: Path, name: str) -> int:
    app = make_application([])
    window = MainWindow(surroundings(replace(real_environment(), author="anja", machine="PC-ANJA")))
    window.show()
    window.desk.new("Gedood", 2025)
    session = window.desk.session
    assert session is not None
    session.save_as(file)
    page = page_of(window, name)
    type_answers(page)
    page.activities.add_row()
    sys.stdout.write("klaar\n")
    sys.stdout.flush()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
