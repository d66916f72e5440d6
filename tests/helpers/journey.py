"""What a person does with the program in a year, in one go: in the window and on the command line.

Run as `python -m tests.helpers.journey FOLDER` in a process of its own. Anything that asks Python for a socket ends it.
"""

import shutil
import sys
from dataclasses import replace
from pathlib import Path

from riec_desktop.cli import main as command


class NetworkError(Exception):
    """Something wanted a connection."""


def forbid_sockets() -> None:
    """From here on, whatever asks for a socket or a name on the network fails."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith("socket."):
            raise NetworkError(event, arguments)

    sys.addaudithook(hook)


def by_command(folder: Path) -> None:
    """Everything that the command line makes and reads."""
    dossier, form = folder / "voorbeeld.riec", folder / "formulier.xlsx"
    for words in (
        ("example", dossier),
        ("show", dossier),
        ("check", dossier, "--jaar", "2023"),
        ("word", dossier, "--jaar", "2023", "-o", folder / "hoofdstuk.docx"),
        ("inspect", folder / "hoofdstuk.docx"),
        ("excel", dossier, "--jaar", "2023", "-o", folder / "overzicht.xlsx"),
        ("form", dossier, "--portefeuille", "mensenhandel", "-o", form),
        ("read", dossier, form),
    ):
        code = command([str(word) for word in words])
        assert code in (0, 1), words


def in_the_window(folder: Path) -> None:
    """Open, write with spelling on, look at every page, save, and see what a colleague did."""
    from riec_desktop.dossier import views
    from riec_desktop.language.remote import ChildSpeller
    from riec_desktop.ui.app import make_application
    from riec_desktop.ui.places import PageId, Place
    from tests.helpers.program import Person, program

    dossier = folder / "venster.riec"
    shutil.copy(folder / "voorbeeld.riec", dossier)
    make_application(["riec-desktop"])
    with program(folder, Person(), changed=lambda around: replace(around, speller=ChildSpeller)) as running:
        assert running.window.open_path(dossier)
        for page in PageId:
            if page not in (PageId.PORTFOLIO, PageId.GOAL):
                running.bench.show_place(Place(page))
        running.show_portfolio("mensenhandel")
        editing = running.bench.editing
        editing.set(views.settings(editing.dossier), "name", "Zonder netwerk")
        running.settle()
        running.window.save()
        running.window.watch.beat()
        running.settle()
        running.window.close_dossier()


def main(folder: Path) -> int:
    forbid_sockets()
    by_command(folder)
    in_the_window(folder)
    sys.stdout.write("klaar\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
