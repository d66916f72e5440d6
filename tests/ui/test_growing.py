"""A page is in sight before it is whole, and nobody can tell: whatever a person does meanwhile finds everything."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import set_field
from riec_desktop.dossier.records import Activity, Answer
from riec_desktop.ui.pages.broken import BrokenPage
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.pages.parts import FormPart
from riec_desktop.ui.pages.pictures import PicturesPart
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.widgets.record_table import RecordTable
from riec_desktop.workspace.readiness import Part as BoardPart
from tests.helpers.program import Program, running_timers


def begun(running: Program, name: str = "mensenhandel") -> PortfolioPage:
    """The page of a portfolio as it is painted first."""
    running.show_portfolio(name)
    page = running.bench.stage.page
    assert isinstance(page, PortfolioPage)
    return page


def is_whole(page: PortfolioPage) -> bool:
    return page.pictures.isVisible()


def in_sight(page: PortfolioPage, widget: QWidget | None) -> bool:
    """Whether a widget is on the page, and scrolled to."""
    if widget is None or not widget.isVisible() or not page.isAncestorOf(widget):
        return False
    return page.rect().intersects(QRect(widget.mapTo(page, QPoint(0, 0)), widget.size()))


def questions(running: Program) -> int:
    """How many questions the year has."""
    return len(views.questions(running.bench.session.dossier, running.bench.editing.year_id))


def test_what_is_in_sight_is_there_at_once_and_the_rest_comes_by_itself(example: Program, qtbot: QtBot) -> None:
    with qtbot.waitSignal(example.bench.stage.whole):
        page = begun(example)
        assert page.questions.isVisible()
        assert 0 < len(page.questions.parts()) < questions(example)
        assert not is_whole(page)
    assert is_whole(page)
    assert len(page.questions.parts()) == questions(example)
    # The preview beside it is made in turns with the page, and may be busy a moment longer.
    qtbot.waitUntil(lambda: running_timers(example.window) == [])


def test_a_field_at_the_end_of_the_page_is_found_at_once(example: Program) -> None:
    page = begun(example)
    example.bench.jump(Spot("Portfolio", example.report.portfolio_id or "", "name"))
    assert in_sight(page, QApplication.focusWidget())


def test_the_board_leads_to_a_part_that_was_not_there_yet(example: Program) -> None:
    for part in (BoardPart.ACTIVITIES, BoardPart.FIGURES, BoardPart.CALLOUTS):
        example.bench.show_place(Place(PageId.SETTINGS))
        page = begun(example)
        example.bench.jump(Spot("PortfolioReport", example.report.id, part.value))
        assert in_sight(page, QApplication.focusWidget()), part
        assert page.scroll_position() > 0, part


def test_what_changes_meanwhile_is_in_what_comes_later(example: Program) -> None:
    page = begun(example)
    activity = example.bench.session.dossier.where(Activity, "report_id", example.report.id)[0]
    example.bench.session.edit("titel", set_field(activity, "title", "Een andere titel"))
    example.settle()
    assert "Een andere titel" in [one.title for one in page.activities.table.model.records if isinstance(one, Activity)]


def test_what_was_typed_meanwhile_is_kept_by_who_goes_on_to_another_page(example: Program) -> None:
    page = begun(example)
    area = page.questions.parts()[0].editor.area
    area.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(area, "Nieuw. ")
    answer = page.questions.parts()[0].answer()
    example.bench.show_place(Place(PageId.SETTINGS))
    kept = example.bench.session.dossier.get(Answer, answer.id if answer else "")
    assert kept is not None
    assert "Nieuw. " in kept.text


def test_an_undo_meanwhile_shows_where_it_was(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    activity = example.bench.session.dossier.where(Activity, "report_id", example.report.id)[0]
    example.bench.session.edit("titel", set_field(activity, "title", "Een andere titel"))
    example.bench.show_place(Place(PageId.SETTINGS))
    page = begun(example)
    example.bench.undo()
    assert page is example.bench.stage.page
    assert page.activities.isVisible()
    assert page.activities.table.current_id() == activity.id


def test_tab_goes_on_into_what_was_not_there_yet(example: Program) -> None:
    page = begun(example)
    last = page.questions.parts()[-1]
    last.editor.setFocus()
    QTest.keyClick(last.editor.area, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert page.questions.isAncestorOf(focus)
    assert not last.isAncestorOf(focus)


def test_what_comes_later_in_a_closed_year_cannot_be_changed(example: Program) -> None:
    closed = views.year_of(example.bench.session.dossier, 2022)
    assert closed is not None
    example.bench.show_year(closed.id)
    page = begun(example)
    example.settle()
    assert all(one.editor.area.isReadOnly() for one in page.questions.parts())
    assert page.activities.table.model.read_only
    assert not page.callouts.add_button.isEnabled()


def test_a_form_that_is_folded_away_is_there_when_it_is_unfolded(example: Program) -> None:
    page = begun(example)
    roles = next(one for one in page.findChildren(FormPart) if one.accessibleName() == "Rollen en planning")
    roles.unfold()
    assert roles.form.field("client").isVisible()
    assert roles.form.field("client").known() == example.report.client


def test_leaving_a_page_that_is_not_whole_leaves_nothing_behind(example: Program) -> None:
    page = begun(example)
    example.bench.show_place(Place(PageId.SETUP))
    example.settle()
    assert not is_whole(page)
    assert running_timers(example.window) == []


def test_a_page_comes_back_where_it_was_left_and_its_scroll_bar_does_not_move(example: Program) -> None:
    page = begun(example)
    example.settle()
    page.scroll_to(page.content.height())
    position, height = page.scroll_position(), page.content.height()
    example.bench.show_place(Place(PageId.SETTINGS))
    example.settle()
    page = begun(example)
    assert (page.scroll_position(), page.content.height()) == (position, height)
    example.settle()
    assert (page.scroll_position(), page.content.height()) == (position, height)


def test_what_is_in_sight_stays_where_it_is_while_the_rest_comes(example: Program) -> None:
    page, growing = begun(example), example.bench.stage.growing
    first = page.questions.parts()[0]
    before = first.mapTo(page, QPoint(0, 0)), first.size()
    while growing.isActive():
        growing.timeout.emit()
        assert (first.mapTo(page, QPoint(0, 0)), first.size()) == before


@pytest.mark.expects_log("unexpected error")
def test_a_part_that_fails_later_is_told_in_the_place_of_the_page(
    example: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: PicturesPart) -> None:
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(PicturesPart, "refresh", fail)
        begun(example)
        with pytest.raises(RuntimeError):
            example.bench.jump(Spot("Portfolio", example.report.portfolio_id or "", "name"))
        example.settle()
    page = example.bench.page
    assert isinstance(page, BrokenPage)
    page.explanation.again.click()
    assert isinstance(example.bench.page, PortfolioPage)


def test_every_page_becomes_whole(example: Program) -> None:
    dossier, year = example.bench.session.dossier, example.bench.editing.year
    records = {PageId.PORTFOLIO: views.reports(dossier, year)[0].id, PageId.GOAL: views.goals(dossier, year)[0].id}
    for kind in PageId:
        example.bench.show_place(Place(kind, records.get(kind, "")))
        page = example.bench.page
        assert page is not None
        assert not page.grow(), kind
        filled = [one for one in page.findChildren(RecordTable) if one.model.rowCount()]
        assert all(one.isVisible() for one in filled), kind
