"""Makes the pictures of every screen for the manual and for a look at all of them: `docs/afbeeldingen/*.png`.

Run in the project's environment, from its folder: `.venv/bin/python packaging/make_pictures.py [FOLDER]`. Each look
(light or dark, at 100 or 175 %) is a process of its own, because Qt takes the scale at its start. Nothing is shown.
"""

import json
import os
import struct
import subprocess
import sys
import tempfile
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.records import Answer
from riec_desktop.ui.app import make_application
from riec_desktop.ui.desk import Surroundings
from riec_desktop.ui.dialogs import system_dialogs
from riec_desktop.ui.generate.dialog import DONE, WORKING, GenerateDialog
from riec_desktop.ui.generate.word import WordChoices
from riec_desktop.ui.main_window import MainWindow
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.question import question_box
from riec_desktop.ui.theme import palette
from riec_desktop.ui.workbench import Workbench
from riec_desktop.workspace.documents import Made
from riec_desktop.workspace.environment import real_environment
from tests.helpers.dialogs import DIALOGS
from tests.helpers.program import Person, Program

TARGET = Path(__file__).resolve().parent.parent / "docs" / "afbeeldingen"
PORTFOLIO = "mensenhandel"
SIZE = (1280, 720)
SCREEN = {"name": "", "x": 0, "y": 0, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, "width": 2560, "height": 1440}
"""A screen with room for every dialog at 175 %, which the usual one of Qt without a screen (800 by 800) has not."""
COLOURS, APART, MOST_TRIED = 16, 9, 400
"""How many colours a picture has, how much they differ (of 255), and among how many they are looked for.

A palette this small keeps the text of a window sharp and its picture small.
"""
FURTHER_DOWN = (620, 2900)
"""Pixels: where the portfolio page is looked at besides its top: its answers, and what comes after them."""
REST = 40
"""Milliseconds, four times for a picture: a small file is read in it."""
MOMENT = datetime(2024, 3, 12, 14, 3, tzinfo=UTC)
"""When the pictures are taken, as far as the program knows, so that they are the same every time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Light or dark, and how many device pixels to a pixel."""

    dark: bool
    scale: float

    @property
    def name(self) -> str:
        """The end of a file name: 'licht-100'."""
        return f"{'donker' if self.dark else 'licht'}-{round(self.scale * 100)}"


LOOKS = tuple(Look(dark=dark, scale=scale) for dark in (False, True) for scale in (1.0, 1.75))
Screens = Iterator[tuple[str, QWidget]]
"""The name of each picture, and what is on it."""


# --- Looks -----------------------------------------------------------------------------------------------------------


def main(target: Path) -> int:
    """Make every picture in every look, each look in a process of its own."""
    target.mkdir(parents=True, exist_ok=True)
    for look in LOOKS:
        if make_apart(target, look):
            return 1
    pictures = list(target.glob("*.png"))
    print(f"{len(pictures)} pictures, {sum(one.stat().st_size for one in pictures) / 1_000_000:.1f} MB, in {target}")
    return 0


def make_apart(target: Path, look: Look) -> int:
    """Make the pictures of one look in a process of its own; gives its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        screen = Path(folder, "screen.json")
        screen.write_text(json.dumps({"screens": [SCREEN]}))
        platform = f"offscreen:configfile={screen}"
        environment = {**os.environ, "QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": str(look.scale)}
        arguments = [sys.executable, __file__, str(target), look.name]
        return subprocess.run(arguments, env=environment, check=False).returncode


def make_look(target: Path, look: Look) -> None:
    """Make the pictures of one look in this process."""
    app = make_application(["pictures"])
    app.setPalette(palette(dark=look.dark))
    target = target.resolve()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HOME"] = folder
        os.chdir(folder)
        for name, widget in screens(Path(folder)):
            come_to_rest()
            save(widget, target / f"{name}-{look.name}.png")


def come_to_rest() -> None:
    """Let everything be laid out and painted, also what is read in the background."""
    for _ in range(4):
        QApplication.processEvents()
        QTest.qWait(REST)


def save(widget: QWidget, path: Path) -> None:
    """Write what a widget shows, in few colours."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    shape = (image.height(), image.bytesPerLine() // 4)
    pixels: Any = np.frombuffer(image.constBits(), np.uint32).reshape(shape)[:, : image.width()]
    found, where, counts = np.unique(pixels, return_inverse=True, return_counts=True)
    kept = chosen_colours(found[np.argsort(counts)[::-1]])
    path.write_bytes(png(nearest(found, kept)[where].reshape(pixels.shape), kept))


def png(indexes: Any, colours: Any) -> bytes:
    """A picture of at most 16 colours as PNG with half a byte to a pixel, which Qt does not write."""
    height, width = indexes.shape
    even = np.pad(indexes, ((0, 0), (0, width % 2)))
    rows = np.pad((even[:, 0::2] << 4) | even[:, 1::2], ((0, 0), (1, 0)))
    palette_part = b"".join(int(one & 0xFFFFFF).to_bytes(3, "big") for one in colours)
    head = struct.pack(">IIBBBBB", width, height, 4, 3, 0, 0, 0)
    body = zlib.compress(rows.astype(np.uint8).tobytes(), 9)
    parts = ((b"IHDR", head), (b"PLTE", palette_part), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(png_part(name, data) for name, data in parts)


def png_part(name: bytes, data: bytes) -> bytes:
    """Length, name, data and checksum (PNG specification, 5.3)."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def chosen_colours(by_frequency: Any) -> Any:
    """The most frequent colours that can be told apart."""
    kept: list[int] = []
    for colour in by_frequency[:MOST_TRIED]:
        if all(distance(int(colour), other) >= APART for other in kept):
            kept.append(int(colour))
    return np.array(kept[:COLOURS], np.uint32)


def distance(one: int, other: int) -> int:
    """The largest difference between two colours in red, green or blue."""
    return max(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))


def nearest(colours: Any, kept: Any) -> Any:
    """For each colour the index of the nearest kept one, by the distance in red, green and blue."""
    shifts = np.array([16, 8, 0], np.uint32)
    channels = (colours[:, None] >> shifts & 255).astype(np.int32)
    few = (kept[:, None] >> shifts & 255).astype(np.int32)
    return np.argmin(((channels[:, None, :] - few[None, :, :]) ** 2).sum(axis=2), axis=1).astype(np.uint8)


# --- Screens ---------------------------------------------------------------------------------------------------------


def screens(folder: Path) -> Screens:
    """Every screen of the program in turn."""
    env = replace(real_environment(), data_folder=folder / "gegevens", author="voorbeeld", now=lambda: MOMENT)
    around = Surroundings(
        env=env, dialogs=system_dialogs(Path("Documenten")), documents=Path("Documenten"), open_file=lambda _path: None
    )
    around.documents.mkdir()
    window = MainWindow(around)
    window.resize(*SIZE)
    window.show()
    yield "start", window
    window.open_example()
    yield from dossier_screens(window)
    window.close_dossier()
    yield "start-recent", window
    window.close()


def dossier_screens(window: MainWindow) -> Screens:
    """Everything that there is to see of an open dossier."""
    bench = window.workbench
    if bench is None:
        return
    for name, _ in pages(bench):
        yield name, window
    for name in findings(bench, window):
        yield name, window
    yield from dialogs(window, bench)


def pages(bench: Workbench) -> Screens:
    """Every page, the portfolio page also further down."""
    for page in PageId:
        show(bench, page)
        yield f"pagina-{page.name.lower()}", bench
    show(bench, PageId.PORTFOLIO)
    for number, position in enumerate(FURTHER_DOWN, 2):
        if bench.page is not None:
            bench.page.scroll_to(position)
            yield f"pagina-portfolio-{number}", bench


def show(bench: Workbench, page: PageId) -> None:
    """Show a page: of the example portfolio and its goal where it needs one."""
    dossier, year = bench.session.dossier, bench.editing.year
    report = next(one for one in views.reports(dossier, year) if views.report_name(dossier, one) == PORTFOLIO)
    shown = {PageId.PORTFOLIO: report.id, PageId.GOAL: report.goal_id or ""}
    bench.show_place(Place(page, shown.get(page, "")))
    bench.settle()


def findings(bench: Workbench, window: MainWindow) -> Iterator[str]:
    """The findings, with something to find, and a closed year."""
    show(bench, PageId.PORTFOLIO)
    answers = bench.session.dossier.where(Answer, "report_id", bench.place.record_id)[:2]
    for answer in answers:
        bench.editing.set(answer, "text", "")
    bench.toggle_side(1)
    bench.settle()
    if bench.page is not None:
        bench.page.scroll_to(0)
    yield "aandachtspunten"
    for _ in answers:
        window.undo()
    bench.toggle_side(0)
    now, closed = bench.editing.year_id, views.year_of(bench.session.dossier, 2022)
    if closed is not None:
        bench.show_year(closed.id)
        yield "afgesloten-jaar"
        bench.show_year(now)


# --- Dialogs ---------------------------------------------------------------------------------------------------------


def dialogs(window: MainWindow, bench: Workbench) -> Screens:
    """Every dialog of the program, from the table that the tests use too."""
    program = Program(window=window, person=Person(), around=window.around)
    steps = {"bezig": WORKING, "klaar": DONE}
    makers: dict[str, Callable[[Program], QDialog]] = {
        **DIALOGS,
        **{f"word {name}": partial(word_dialog, step=step) for name, step in steps.items()},
        "vraag": lambda _: question(window),
        "definitief": gate_dialog,
    }
    for name, make in makers.items():
        before = bench.session.dossier
        dialog = make(program)
        dialog.open()
        come_to_rest()
        dialog.resize(dialog.size().expandedTo(dialog.sizeHint()))
        yield f"dialoog-{file_name(name)}", dialog
        dialog.close()
        dialog.deleteLater()
        while bench.session.dossier != before:
            window.undo()


def file_name(name: str) -> str:
    """The name of a dialog in letters that every file system keeps: 'reservekopieën' as 'reservekopieen'."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return plain.replace(" ", "-")


def question(window: MainWindow) -> QDialog:
    """A sentence with buttons, as when something fails."""
    return question_box(
        window,
        "Opslaan lukt niet",
        "Het bestand dossier.riec is geopend in een ander programma. Uw werk is bewaard op deze computer.",
        ("Opnieuw", "Opslaan als…", "Annuleren"),
    )


def gate_dialog(program: Program) -> QDialog:
    """The gate with something to mend and something that asks for a reason."""
    bench = program.bench
    show(bench, PageId.PORTFOLIO)
    answers = bench.session.dossier.where(Answer, "report_id", bench.place.record_id)
    for answer, text in zip(answers, ("", "Bel voor vragen met 06 12345678."), strict=False):
        bench.editing.set(answer, "text", text)
    return DIALOGS["definitief"](program)


def word_dialog(program: Program, step: int) -> QDialog:
    """The dialog for the Word chapter at one of its steps."""
    choices = WordChoices(program.bench.editing, program.around)
    dialog = GenerateDialog(program.window, "Word-hoofdstuk maken", choices, program.around)
    choices.set_target(Path("Documenten", choices.target().name))
    dialog.show_step(step)
    dialog.progress.setValue(40)
    dialog.outcome.show_made(Made(path=Path("Documenten", choices.target().name)))
    return dialog


if __name__ == "__main__":
    if len(sys.argv) == len(("program", "folder", "look")):
        make_look(Path(sys.argv[1]), next(one for one in LOOKS if one.name == sys.argv[2]))
    else:
        sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET))
