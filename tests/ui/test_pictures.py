"""A coordinator brings pictures: from a file, by dropping, from the clipboard; and describes and replaces them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from riec_desktop.dossier import edits
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.records import Picture
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.pages.pictures import DROP, HELD, NOTHING_TO_PASTE, PictureCard, PicturesPart
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.widgets.mime import qt_mime
from riec_desktop.ui.widgets.thumbnail import BROKEN
from tests.helpers.images import drawing, exif, file_of, opened, photo
from tests.helpers.program import Program, click

ALT_HELP = "Beschrijf in één of twee zinnen wat er te zien is en wat de lezer eruit moet halen."


@pytest.fixture
def page(fresh: Program) -> Iterator[PortfolioPage]:
    """The page of a portfolio, with an empty clipboard before and after."""
    QGuiApplication.clipboard().clear()
    fresh.show_portfolio("mensenhandel")
    found = fresh.bench.page
    assert isinstance(found, PortfolioPage)
    yield found
    QGuiApplication.clipboard().clear()


def a_file(program: Program, name: str, data: bytes) -> Path:
    path = program.around.documents / name
    path.write_bytes(data)
    return path


def pictures(program: Program) -> Sequence[Picture]:
    program.bench.settle()
    return program.bench.session.dossier.where(Picture, "report_id", program.report.id)


def card_of(part: PicturesPart, index: int = 0) -> PictureCard:
    cards = sorted(part.findChildren(PictureCard), key=lambda one: one.y())
    return cards[index]


def add(program: Program, part: PicturesPart, path: Path) -> None:
    program.person.will_pick(path)
    part.add_button.click()
    program.bench.settle()


def drop(part: PicturesPart, mime: QMimeData) -> QDropEvent:
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    part.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), copy, mime, left, none))
    assert part.zone.label().text() == HELD
    event = QDropEvent(QPointF(5, 5), copy, mime, left, none)
    part.dropEvent(event)
    assert part.zone.label().text() == DROP
    return event


def files(*paths: Path) -> QMimeData:
    mime = qt_mime()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def test_a_picture_from_a_file_gets_a_card_and_the_cursor_stands_at_its_title(
    fresh: Program, page: PortfolioPage
) -> None:
    add(fresh, page.pictures, a_file(fresh, "foto.jpg", file_of(photo(), "JPEG", exif=exif(place=True))))
    (picture,) = pictures(fresh)
    assert (picture.width, picture.height) == (800, 600)
    assert page.pictures.notes.text() == (
        "De plaats waar de foto is gemaakt en de gegevens van de camera zijn eruit gehaald."
    )
    focus = fresh.window.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus is card_of(page.pictures).form.form.field("title").main
    assert not card_of(page.pictures).thumbnail.pixmap().isNull()


def test_the_description_has_help_and_is_what_a_screen_reader_says(fresh: Program, page: PortfolioPage) -> None:
    add(fresh, page.pictures, a_file(fresh, "lijn.png", file_of(drawing())))
    card = card_of(page.pictures)
    assert card.form.form.field("alt").main.accessibleDescription() == ALT_HELP
    assert card.thumbnail.accessibleName() == "Afbeelding: nog zonder beschrijving"
    card.form.form.field("alt").changed.emit("Een lijn van links naar rechts.")
    assert card.thumbnail.accessibleName() == "Afbeelding: Een lijn van links naar rechts."


def test_files_that_are_dropped_are_copied_in_as_one_step(fresh: Program, page: PortfolioPage) -> None:
    paths = [a_file(fresh, f"lijn {at}.png", file_of(drawing(600 + at, 400))) for at in range(3)]
    event = drop(page.pictures, files(*paths))
    assert event.isAccepted()
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert [one.width for one in pictures(fresh)] == [600, 601, 602]
    fresh.window.undo()
    assert pictures(fresh) == ()
    fresh.window.redo()
    assert len(pictures(fresh)) == 3


def test_what_is_held_above_the_part_and_taken_away_leaves_nothing(page: PortfolioPage) -> None:
    mime = files(Path("foto.png"))
    page.pictures.dragEnterEvent(
        QDragEnterEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
    )
    page.pictures.dragLeaveEvent(QDragLeaveEvent())
    assert page.pictures.zone.label().text() == DROP


def test_a_picture_of_the_clipboard_is_pasted_with_its_button_or_its_key(fresh: Program, page: PortfolioPage) -> None:
    image = QImage(700, 300, QImage.Format.Format_RGB32)
    image.fill(0xFF154273)
    QGuiApplication.clipboard().setImage(image)
    page.pictures.paste_button.click()
    assert [(one.width, one.height) for one in pictures(fresh)] == [(700, 300)]
    page.pictures.add_button.setFocus()
    QTest.keyClick(page.pictures.add_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    found = pictures(fresh)
    assert len(found) == 2
    assert opened(found[1].content).convert("RGB").getpixel((5, 5)) == (0x15, 0x42, 0x73)


def test_a_file_that_was_copied_is_pasted_too(fresh: Program, page: PortfolioPage) -> None:
    QGuiApplication.clipboard().setMimeData(files(a_file(fresh, "lijn.png", file_of(drawing()))))
    page.pictures.paste()
    assert len(pictures(fresh)) == 1


def test_pasting_in_a_text_of_a_card_pastes_text(fresh: Program, page: PortfolioPage) -> None:
    add(fresh, page.pictures, a_file(fresh, "lijn.png", file_of(drawing())))
    QGuiApplication.clipboard().setText("Een lijn")
    title = card_of(page.pictures).form.form.field("title").main
    QTest.keyClick(title, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    page.flush()
    assert [one.title for one in pictures(fresh)] == ["Een lijn"]


def test_an_empty_clipboard_says_what_to_do(fresh: Program, page: PortfolioPage) -> None:
    page.pictures.paste_button.click()
    assert page.pictures.notes.text() == NOTHING_TO_PASTE
    assert pictures(fresh) == ()


def test_a_bad_file_is_told_and_the_good_ones_are_kept(fresh: Program, page: PortfolioPage) -> None:
    good = a_file(fresh, "lijn.png", file_of(drawing()))
    bad = a_file(fresh, "schema.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    fresh.person.will(click("Sluiten"))
    drop(page.pictures, files(bad, good))
    assert len(pictures(fresh)) == 1
    assert "schema.svg" in fresh.person.said[-1]


def test_another_picture_takes_the_place_and_keeps_the_words(fresh: Program, page: PortfolioPage) -> None:
    add(fresh, page.pictures, a_file(fresh, "lijn.png", file_of(drawing())))
    card = card_of(page.pictures)
    card.form.form.field("alt").changed.emit("Een lijn.")
    fresh.person.will_pick(a_file(fresh, "foto.jpg", file_of(photo(900, 600), "JPEG")))
    card.replace_button.click()
    (picture,) = pictures(fresh)
    assert (picture.alt, picture.width) == ("Een lijn.", 900)
    fresh.window.undo()
    assert [one.width for one in pictures(fresh)] == [800]


def test_pictures_are_moved_and_removed_as_boxes_are(fresh: Program, page: PortfolioPage) -> None:
    drop(page.pictures, files(*(a_file(fresh, f"{at}.png", file_of(drawing(600 + at, 400))) for at in range(2))))
    first, second = pictures(fresh)
    card_of(page.pictures, 1).step_wanted.emit(second.id, -1)
    assert [one.id for one in pictures(fresh)] == [second.id, first.id]
    card_of(page.pictures).removal_wanted.emit(second.id)
    assert [one.id for one in pictures(fresh)] == [first.id]


def test_a_picture_that_is_still_being_read_comes_in_after_the_page_was_left(
    fresh: Program, page: PortfolioPage
) -> None:
    report = fresh.report
    page.pictures.bring([file_of(drawing())])
    fresh.show_portfolio("sterk merk")
    place = fresh.bench.place
    fresh.bench.settle()
    assert len(fresh.bench.session.dossier.where(Picture, "report_id", report.id)) == 1
    assert fresh.bench.place == place


def test_closing_the_dossier_waits_for_nothing(fresh: Program, page: PortfolioPage) -> None:
    page.pictures.bring([file_of(photo(3000, 2000))] * 5)
    fresh.window.close_dossier()
    assert not fresh.window.has_dossier()


def test_undo_of_a_picture_shows_the_page_where_it_was(fresh: Program, page: PortfolioPage) -> None:
    add(fresh, page.pictures, a_file(fresh, "lijn.png", file_of(drawing())))
    place = fresh.bench.place
    fresh.show_portfolio("sterk merk")
    fresh.window.undo()
    assert fresh.bench.place == place


def test_a_closed_year_takes_no_pictures(fresh: Program, page: PortfolioPage) -> None:
    add(fresh, page.pictures, a_file(fresh, "lijn.png", file_of(drawing())))
    editing = fresh.bench.editing
    editing.do("sluiten", edits.set_value(editing.dossier, editing.year, "state", YearState.CLOSED))
    assert not page.pictures.add_button.isEnabled()
    assert not page.pictures.paste_button.isEnabled()
    assert not card_of(page.pictures).replace_button.isEnabled()
    assert page.pictures.zone.isHidden()
    page.pictures.bring([file_of(drawing())])
    assert len(pictures(fresh)) == 1


def test_a_picture_that_cannot_be_shown_says_so(fresh: Program, page: PortfolioPage) -> None:
    editing = fresh.bench.editing
    editing.add(Picture(id="stuk", report_id=fresh.report.id, content=b"\x89PNG", width=5, height=5))
    assert card_of(page.pictures).thumbnail.text() == BROKEN
    assert page.locate(Spot("Picture", "stuk", "alt")) is not None
