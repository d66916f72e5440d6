"""The theme changes while people work: all that is in sight follows, also a dialog; high contrast is the system's.

What was open when the theme changed must look as if it had been opened in that theme.
"""

from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from riec_desktop.dossier import edits
from riec_desktop.dossier.records import Answer
from riec_desktop.dossier.side_records import Comment
from riec_desktop.ui.new_dossier import NewDossierDialog
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.places import PageId
from riec_desktop.ui.theme import Tone
from riec_desktop.ui.widgets.rich_document import fragments, paragraphs
from tests.helpers.dialogs import DIALOGS
from tests.helpers.looks import Look, Wardrobe, in_hand, select_something, type_something, wardrobe
from tests.helpers.pages import every_page, place_on
from tests.helpers.painted import dim
from tests.helpers.program import Person, Program, program
from tests.ui.test_theme import READABLE, contrast

LIGHT, DARK, CONTRAST = Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a window looks like in a theme, and which texts in it are hard to read."""

    image: QImage
    dim: list[str]


Album = dict[tuple[str, Look], Seen]


@pytest.fixture
def clothes(qapp: QApplication) -> Iterator[Wardrobe]:
    """The themes to change between, and a cursor that does not blink."""
    usual = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    with wardrobe(qapp) as made:
        yield made
    qapp.setCursorFlashTime(usual)


@contextmanager
def example_in(folder: Path, clothes: Wardrobe, look: Look) -> Generator[Program]:
    """The program with the example open, begun in a theme."""
    clothes.wear(look)
    with program(folder, Person()) as running:
        assert running.window.desk.open_example()
        running.window.resize(1280, 720)
        yield running
    rmtree(folder)


def seen(window: QWidget) -> Seen:
    QApplication.processEvents()
    image = window.grab().toImage()
    return Seen(image=image, dim=dim(window, image, READABLE))


def stale(switched: Album, fresh: Album) -> list[str]:
    """What looks otherwise when the theme changed while it was open."""
    assert switched.keys() == fresh.keys()
    return [f"{name} in {look.value}" for (name, look), one in switched.items() if one.image != fresh[name, look].image]


def unreadable(*albums: Album) -> dict[str, list[str]]:
    return {f"{name} in {look.value}": one.dim for album in albums for (name, look), one in album.items() if one.dim}


# --- Dialogs ---------------------------------------------------------------------------------------------------------


@contextmanager
def every_dialog(running: Program) -> Generator[Mapping[str, QDialog]]:
    made = {name: make(running) for name, make in DIALOGS.items()}
    for dialog in made.values():
        dialog.show()
        type_something(dialog)
        select_something(dialog)
    QApplication.processEvents()
    yield made
    for dialog in made.values():
        dialog.close()
        dialog.deleteLater()


def dialogs_in(folder: Path, clothes: Wardrobe, *looks: Look) -> Album:
    """Every dialog, opened in the first theme and left open through the others; what is in hand stays in hand."""
    album: Album = {}
    with example_in(folder, clothes, looks[0]) as running, every_dialog(running) as dialogs:
        held = {name: in_hand(dialog) for name, dialog in dialogs.items()}
        for look in looks:
            clothes.wear(look)
            album |= {(name, look): seen(dialog) for name, dialog in dialogs.items()}
        assert [name for name, dialog in dialogs.items() if in_hand(dialog) != held[name]] == []
    return album


def test_every_dialog_follows_the_theme(clothes: Wardrobe, tmp_path: Path) -> None:
    folder = tmp_path / "program"
    first = dialogs_in(folder, clothes, LIGHT, DARK, CONTRAST)
    second = dialogs_in(folder, clothes, DARK, CONTRAST, LIGHT)
    assert stale(first, second) == []
    assert unreadable(first) == {}


def test_the_focus_and_what_is_selected_stay(app: Program, clothes: Wardrobe) -> None:
    dialog = NewDossierDialog(app.window, 2025)
    dialog.open()
    dialog.activateWindow()
    line = dialog.findChildren(QLineEdit)[0]
    line.setFocus()
    line.setText("Half getypt")
    line.setSelection(0, 4)
    for look in (DARK, CONTRAST, LIGHT):
        clothes.wear(look)
        assert (QApplication.focusWidget(), line.selectedText()) == (line, "Half")
    dialog.close()
    dialog.deleteLater()


def test_a_link_in_a_text_that_is_being_typed_follows(example: Program, clothes: Wardrobe) -> None:
    page = shown(example, PageId.PORTFOLIO)
    assert isinstance(page, PortfolioPage)
    editor = page.questions.parts()[0].editor
    editor.area.set_link("https://example.nl")
    editor.area.selectAll()
    assert editor.has_pending()
    clothes.wear(DARK)
    links = [one for block in paragraphs(editor.area.document()) for one in fragments(block)]
    found = {one.charFormat().foreground().color().name() for one in links if one.charFormat().isAnchor()}
    assert found == {editor.area.link_colour().name()}
    assert editor.area.textCursor().hasSelection()


# --- Pages -----------------------------------------------------------------------------------------------------------


def pages_in(folder: Path, clothes: Wardrobe, *looks: Look) -> Album:
    """What is drawn by hand: pages with plots, the board and a form, opened in the first theme."""
    album: Album = {}
    with example_in(folder, clothes, looks[0]) as running:
        for page_id in (PageId.OVERVIEW, PageId.CALLOUTS, PageId.CHECKS):
            page = shown(running, page_id)
            for look in looks:
                clothes.wear(look)
                album[page_id.value, look] = seen(page)
            looks = looks[::-1]
    return album


def shown(running: Program, page_id: PageId) -> QWidget:
    running.bench.show_place(place_on(running, page_id))
    running.bench.stage.finish()
    page = running.bench.page
    assert page is not None
    QApplication.processEvents()
    return page


def test_what_a_page_draws_follows_the_theme(clothes: Wardrobe, tmp_path: Path) -> None:
    folder = tmp_path / "program"
    first, second = (pages_in(folder, clothes, *looks) for looks in ((LIGHT, DARK), (DARK, LIGHT)))
    assert stale(first, second) == []


def inks(widget: QWidget) -> tuple[QColor, QColor]:
    made = widget.palette()
    return made.color(widget.backgroundRole()), made.color(widget.foregroundRole())


def test_every_page_can_be_read_in_the_dark_and_in_high_contrast(example: Program, clothes: Wardrobe) -> None:
    """In turn opened in the one and seen in the other too; no part keeps a colour of its own."""
    found: dict[str, list[str]] = {}
    looks = (CONTRAST, DARK)
    clothes.wear(CONTRAST)
    for page in every_page(example):
        example.bench.stage.finish()
        select_something(page)
        before, held, looks = seen(example.window).dim, in_hand(page), looks[::-1]
        clothes.wear(looks[0])
        used = [one for one in page.findChildren(QWidget) if one.isVisible() and one.isEnabled()]
        parts = [str(one) for one in used if contrast(*inks(one)) < READABLE]
        found[page.accessibleName()] = [*before, *seen(example.window).dim, *parts]
        assert in_hand(page) == held
    assert {name: one for name, one in found.items() if one} == {}


# --- Beside and above the page ---------------------------------------------------------------------------------------


def remark_on(running: Program, page: PortfolioPage) -> None:
    """A comment on the first answer, in which a link comes."""
    part = page.questions.parts()[0]
    part.editor.area.insertPlainText("Zie ")
    part.editor.area.set_link("https://example.nl")
    running.bench.flush()
    answer = running.bench.session.dossier.where(Answer, "report_id", running.report.id)[0]
    remark = Comment(id="opmerking", kind="Answer", record_id=answer.id, field="text", text="Klopt dit?", author="anja")
    running.bench.session.edit("Opmerking", edits.add(remark))


def tabs_in(folder: Path, clothes: Wardrobe, *looks: Look) -> Album:
    """A portfolio with a link, a linked number and a message above it, and each tab beside it in turn."""
    album: Album = {}
    with example_in(folder, clothes, looks[0]) as running:
        page = shown(running, PageId.PORTFOLIO)
        assert isinstance(page, PortfolioPage)
        running.bench.banner.tell("Dit jaar is afgesloten.", "Openen", running.settle, Tone.INFO)
        remark_on(running, page)
        # Qt lays a long text out in pieces, and the bar beside it tells how far it is.
        running.bench.side.preview.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for at in range(running.bench.side.count()):
            running.bench.side.setCurrentIndex(at)
            running.settle()
            for look in looks:
                clothes.wear(look)
                running.settle()
                album[running.bench.side.tabText(at), look] = seen(running.bench)
            looks = looks[::-1]
    return album


def test_what_stands_beside_the_page_follows_the_theme(clothes: Wardrobe, tmp_path: Path) -> None:
    folder = tmp_path / "program"
    first, second = (tabs_in(folder, clothes, *looks) for looks in ((LIGHT, DARK), (DARK, LIGHT)))
    assert stale(first, second) == []
    assert unreadable(first) == {}
