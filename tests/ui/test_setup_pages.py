"""Arranging the dossier: years, portfolios, goals, organisations, questions and regions, each as one step of undo."""

from PySide6.QtWidgets import QPushButton

from riec_desktop.dossier import views
from riec_desktop.dossier.records import (
    Callout,
    IndicatorValue,
    Organisation,
    Portfolio,
    PortfolioReport,
    Question,
    RegionalSection,
    ReportYear,
    StrategicGoal,
    YearState,
)
from riec_desktop.ui.pages.agenda import AgendaPage
from riec_desktop.ui.pages.cards import CardsPart, RecordCard
from riec_desktop.ui.pages.figures import AllFiguresPart
from riec_desktop.ui.pages.page import Page
from riec_desktop.ui.pages.parts import FormPart, TablePart
from riec_desktop.ui.pages.portfolios import GoalPortfoliosPart, OtherPortfoliosPart
from riec_desktop.ui.places import PageId, Place
from tests.helpers.program import Program


def page(program: Program, page_id: PageId) -> Page:
    program.bench.show_place(Place(page_id))
    shown = program.bench.page
    assert shown is not None
    return shown


def table(program: Program, page_id: PageId, index: int = 0) -> TablePart:
    return page(program, page_id).findChildren(TablePart)[index]


def test_a_year_can_be_closed_and_opened_again(example: Program) -> None:
    form = page(example, PageId.YEARS).findChildren(FormPart)[0]
    year_id = example.bench.editing.year_id
    for state in (YearState.CLOSED, YearState.OPEN):
        form.form.field("state").changed.emit(state)
        kept = example.bench.session.dossier.get(ReportYear, year_id)
        assert kept is not None
        assert kept.state is state
        assert example.person.said == []


def test_a_portfolio_is_added_under_a_goal_and_named(example: Program) -> None:
    part = page(example, PageId.PORTFOLIOS).findChildren(GoalPortfoliosPart)[0]
    part.add_row()
    added = example.bench.session.dossier.get(PortfolioReport, part.table.current_id())
    assert added is not None
    part.name.form.field("name").changed.emit("nieuwe lijn")
    assert views.report_name(example.bench.session.dossier, added) == "nieuwe lijn"
    assert added.goal_id == views.goals(example.bench.session.dossier, example.bench.editing.year)[0].id


def test_a_portfolio_goes_to_another_goal(example: Program) -> None:
    shown = page(example, PageId.PORTFOLIOS)
    first, second = shown.findChildren(GoalPortfoliosPart)[:2]
    report_id = first.table.model.records[0].id
    first.table.choose(report_id)
    goals = views.goals(example.bench.session.dossier, example.bench.editing.year)
    detail = first.detail
    assert detail is not None
    detail.form.field("goal_id").changed.emit(goals[1].id)
    assert report_id in [one.id for one in second.table.model.records]
    assert report_id not in [one.id for one in first.table.model.records]


def test_a_portfolio_that_has_other_years_leaves_this_year_only(example: Program) -> None:
    part = page(example, PageId.PORTFOLIOS).findChildren(GoalPortfoliosPart)[1]
    report = part.table.model.records[0]
    assert isinstance(report, PortfolioReport)
    part.table.delete_requested.emit([report.id])
    dossier = example.bench.session.dossier
    assert dossier.get(PortfolioReport, report.id) is None
    assert dossier.get(Portfolio, report.portfolio_id) is not None
    other = page(example, PageId.PORTFOLIOS).findChildren(OtherPortfoliosPart)[0]
    other.portfolios.setCurrentIndex(other.portfolios.findData(report.portfolio_id))
    other.button.click()
    back = example.bench.session.dossier.where(PortfolioReport, "portfolio_id", report.portfolio_id)
    assert example.bench.editing.year_id in [one.year_id for one in back]


def test_a_portfolio_without_other_years_goes_whole(fresh: Program) -> None:
    part = page(fresh, PageId.PORTFOLIOS).findChildren(GoalPortfoliosPart)[1]
    report = part.table.model.records[0]
    assert isinstance(report, PortfolioReport)
    part.table.delete_requested.emit([report.id])
    assert fresh.bench.session.dossier.get(Portfolio, report.portfolio_id) is None


def test_moving_a_goal_moves_its_heading_and_its_place_in_the_navigation(example: Program) -> None:
    shown = page(example, PageId.AGENDA)
    assert isinstance(shown, AgendaPage)
    first = shown.goals.table.model.records[0]
    shown.goals.table.move_requested.emit(first.id, 1)
    dossier, year = example.bench.session.dossier, example.bench.editing.year
    assert views.goals(dossier, year)[1].id == first.id
    example.settle()
    titles = [one.title for one in example.bench.derived.outline]
    assert "1 Weerbare samenleving" in titles


def test_a_goal_is_added_to_the_chosen_agenda(example: Program) -> None:
    shown = page(example, PageId.AGENDA)
    assert isinstance(shown, AgendaPage)
    before = len(example.bench.session.dossier.all(StrategicGoal))
    shown.goals.add_row()
    shown.steps.add_row()
    assert len(example.bench.session.dossier.all(StrategicGoal)) == before + 1
    added = example.bench.session.dossier.get(StrategicGoal, shown.goals.table.current_id())
    assert added is not None
    assert added.agenda_id == example.bench.editing.year.agenda_id


def test_a_partner_moves_among_the_partners(example: Program) -> None:
    part = table(example, PageId.ORGANISATIONS, 1)
    moved = part.table.model.records[3]
    part.table.move_requested.emit(moved.id, 0)
    assert part.table.model.records[0].id == moved.id
    part.table.move_requested.emit(moved.id, len(part.table.model.records) - 1)
    assert part.table.model.records[-1].id == moved.id


def test_a_new_organisation_is_of_the_kind_of_its_table(example: Program) -> None:
    part = table(example, PageId.ORGANISATIONS, 1)
    part.add_row()
    added = example.bench.session.dossier.get(Organisation, part.table.current_id())
    assert added is not None
    assert added.kind.value == "partner"


def test_a_question_is_added_to_the_questionnaire_of_the_year(example: Program) -> None:
    part = table(example, PageId.QUESTIONNAIRE)
    part.add_row()
    added = example.bench.session.dossier.get(Question, part.table.current_id())
    assert added is not None
    assert added.year_id == example.bench.editing.year_id
    example.show_portfolio("mensenhandel")
    example.window.undo()
    assert example.bench.session.dossier.get(Question, added.id) is None


def test_a_question_that_is_removed_takes_its_answers_along(example: Program) -> None:
    part = table(example, PageId.QUESTIONNAIRE)
    before = example.bench.session.dossier
    part.table.delete_requested.emit([part.table.model.records[0].id])
    example.window.undo()
    assert example.bench.session.dossier == before


def test_every_region_has_at_most_one_contribution(example: Program) -> None:
    part = page(example, PageId.REGIONS).findChildren(CardsPart)[0]
    for _ in range(12):
        part.add_button.click()
    sections = views.regional_sections(example.bench.session.dossier, example.bench.editing.year)
    names = [one.organisation_id for one in sections]
    assert len(names) == 10
    assert len(set(names)) == 10


def test_a_box_moves_and_goes(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    shown = example.bench.page
    assert shown is not None
    part = shown.findChildren(CardsPart)[0]
    part.add_button.click()
    boxes = example.bench.session.dossier.where(Callout, "report_id", example.report.id)
    card = next(one for one in shown.findChildren(RecordCard) if one.record() == boxes[-1])
    card.step_wanted.emit(boxes[-1].id, -1)
    assert example.bench.session.dossier.where(Callout, "report_id", example.report.id)[-2].id == boxes[-1].id
    card.removal_wanted.emit(boxes[-1].id)
    assert len(example.bench.session.dossier.where(Callout, "report_id", example.report.id)) == len(boxes) - 1


def test_figures_pasted_from_a_spreadsheet_are_one_step(example: Program) -> None:
    part = page(example, PageId.FIGURES).findChildren(AllFiguresPart)[0]
    rows = part.table.model.records[:2]
    before = example.bench.session.dossier
    part.table.cells_requested.emit([(one.id, "note", f"geplakt {at}") for at, one in enumerate(rows)], "plakken")
    notes = [example.bench.session.dossier.get(IndicatorValue, one.id) for one in rows]
    assert [one.note for one in notes if one] == ["geplakt 0", "geplakt 1"]
    example.window.undo()
    assert example.bench.session.dossier == before


def test_the_figures_of_one_portfolio_can_be_looked_at_alone(example: Program) -> None:
    part = page(example, PageId.FIGURES).findChildren(AllFiguresPart)[0]
    everything = len(part.table.model.records)
    portfolio_id = views.reports(example.bench.session.dossier, example.bench.editing.year)[0].portfolio_id
    part.filter.choose(portfolio_id)
    assert 0 < len(part.table.model.records) < everything


def test_the_setup_page_leads_to_all_its_pages(example: Program) -> None:
    shown = page(example, PageId.SETUP)
    assert len(shown.findChildren(QPushButton)) == 10


def test_a_regional_contribution_names_its_region_in_the_title(example: Program) -> None:
    part = page(example, PageId.REGIONS).findChildren(RecordCard)[0]
    section = part.record()
    assert isinstance(section, RegionalSection)
    assert part.accessibleName().startswith("RIEC Limburg")
