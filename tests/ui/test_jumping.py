"""From a finding, from the preview and from the board a person comes to the field itself."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier import views
from riec_desktop.dossier.records import Answer, Callout, GoalSection, PortfolioReport
from riec_desktop.ui.pages.board import Board
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.pages.parts import FormPart
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.preview import spot_name
from riec_desktop.ui.typed import required
from tests.helpers.program import Program


def focused_editor(program: Program) -> str:
    """The accessible name of what has the focus."""
    found = program.window.focusWidget()
    return found.accessibleName()


def finding(program: Program, code: str) -> Finding:
    program.settle()
    return next(one for one in program.bench.derived.findings if one.code == code)


def test_an_empty_answer_is_noticed_and_a_click_leads_to_its_editor(fresh: Program) -> None:
    found = finding(fresh, "answer.missing")
    fresh.bench.side.findings.finding_chosen.emit(found)
    assert fresh.bench.place == Place(PageId.PORTFOLIO, found.report_id)
    question = views.questions(fresh.bench.session.dossier, fresh.bench.editing.year_id)[0]
    assert focused_editor(fresh) == views.filled_prompt(question.prompt, 2025)


def test_keys_change_nothing_when_somebody_comes_for_a_portfolio_as_a_whole(fresh: Program) -> None:
    report = views.reports(fresh.bench.session.dossier, fresh.bench.editing.year)[0]
    fresh.bench.visit(Spot(PortfolioReport.__name__, report.id))
    before, page = fresh.bench.session.dossier, required(fresh.bench.page)
    assert fresh.window.focusWidget() is page.heading
    QTest.keyClicks(page.heading, "afgerond")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Space):
        QTest.keyClick(page.heading, key)
    assert fresh.bench.session.dossier is before
    QTest.keyClick(page.heading, Qt.Key.Key_Tab)
    assert focused_editor(fresh) == "Status"


def test_a_portfolio_as_a_whole_has_its_own_page(fresh: Program) -> None:
    dossier, year = fresh.bench.session.dossier, fresh.bench.editing.year
    report = views.reports(dossier, year)[0]
    fresh.bench.show_place(Place(PageId.GOAL, required(report.goal_id)))
    fresh.bench.visit(Spot(PortfolioReport.__name__, report.id))
    assert fresh.bench.place == Place(PageId.PORTFOLIO, report.id)
    heading = required(fresh.bench.page).heading
    assert not heading.visibleRegion().isEmpty()


def test_the_finding_goes_when_it_is_solved(fresh: Program) -> None:
    found = finding(fresh, "answer.missing")
    fresh.bench.side.findings.finding_chosen.emit(found)
    report = fresh.bench.session.dossier.get(PortfolioReport, found.report_id)
    question = views.questions(fresh.bench.session.dossier, fresh.bench.editing.year_id)[0]
    assert report is not None
    answer = views.answer(fresh.bench.session.dossier, report, question)
    fresh.bench.editing.set(answer, "text", "Nu wel.")
    fresh.settle()
    assert all(one.record_id != answer.id for one in fresh.bench.derived.findings)


def test_the_number_of_findings_stands_on_the_tab_and_in_the_status_bar(fresh: Program) -> None:
    fresh.settle()
    count = len(fresh.bench.derived.findings)
    assert fresh.bench.side.tabText(1) == f"Aandachtspunten {count}"
    assert f"{count} aandachtspunten" in fresh.window.status_text()


def test_a_goal_without_portfolios_is_noticed_at_the_goal(fresh: Program) -> None:
    dossier, year = fresh.bench.session.dossier, fresh.bench.editing.year
    goal = views.goals(dossier, year)[0]
    fresh.bench.editing.remove(PortfolioReport, [one.id for one in views.reports_of_goal(dossier, year, goal)])
    fresh.settle()
    found = next(one for one in fresh.bench.derived.findings if one.kind is GoalSection)
    fresh.bench.side.findings.finding_chosen.emit(found)
    assert fresh.bench.place == Place(PageId.GOAL, goal.id)


def test_the_preview_follows_the_page_and_typing(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    answer = example.bench.session.dossier.where(Answer, "report_id", example.report.id)[0]
    example.bench.editing.set(answer, "text", "Dit staat straks in het hoofdstuk.")
    assert "Dit staat straks" not in example.bench.side.preview.toPlainText()
    example.settle()
    assert "Dit staat straks" in example.bench.side.preview.toPlainText()


def test_a_click_on_a_text_in_the_preview_leads_to_its_editor(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    report = example.report
    question = views.questions(example.bench.session.dossier, report.year_id)[2]
    answer = views.answer(example.bench.session.dossier, report, question)
    example.bench.show_place(Place(PageId.OVERVIEW))
    example.bench.side.preview.link_chosen.emit(f"veld:{spot_name(Spot('Answer', answer.id, 'text'))}")
    assert example.bench.place == Place(PageId.PORTFOLIO, report.id)
    assert focused_editor(example) == views.filled_prompt(question.prompt, 2023)


def test_a_box_is_edited_on_the_page_that_shows_it(example: Program) -> None:
    year = example.bench.editing.year
    report = next(one for one in views.reports(example.bench.session.dossier, year) if boxes_of(example, one))
    example.bench.show_place(Place(PageId.CALLOUTS))
    example.bench.jump(Spot("Callout", boxes_of(example, report)[0].id, "title"))
    assert example.bench.place == Place(PageId.CALLOUTS)
    assert focused_editor(example) == "Titel"


def boxes_of(program: Program, report: PortfolioReport) -> tuple[Callout, ...]:
    return program.bench.session.dossier.where(Callout, "report_id", report.id)


def test_the_board_leads_to_a_portfolio(example: Program) -> None:
    example.bench.show_place(Place(PageId.OVERVIEW))
    page = example.bench.page
    assert page is not None
    board = page.findChildren(Board)[0]
    board.view.setCurrentIndex(board.model.index(3, 0))
    QTest.keyClick(board.view, Qt.Key.Key_Return)
    assert views.report_name(example.bench.session.dossier, example.report) == "mensenhandel"


def test_another_year_shows_the_same_portfolio(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    year = views.year_of(example.bench.session.dossier, 2022)
    assert year is not None
    example.bench.show_year(year.id)
    assert example.report.year_id == year.id
    assert views.report_name(example.bench.session.dossier, example.report) == "mensenhandel"


def test_a_closed_year_can_be_read_and_not_changed(example: Program) -> None:
    year = views.year_of(example.bench.session.dossier, 2022)
    assert year is not None
    example.bench.show_year(year.id)
    example.show_portfolio("mensenhandel")
    page = example.bench.page
    assert page is not None
    assert isinstance(page, PortfolioPage)
    assert page.questions.parts()[0].editor.area.isReadOnly()
    assert page.activities.table.model.read_only
    assert not page.callouts.add_button.isEnabled()
    assert "afgesloten" in example.bench.banner.text()
    example.bench.show_place(Place(PageId.YEARS))
    assert page is not example.bench.page
    assert example.bench.page is not None
    form = example.bench.page.findChildren(FormPart)[0].form
    assert form.field("state").main.isEnabled()
