"""The edits that people make, as changes."""

from decimal import Decimal

from riec_desktop.dossier import edits, views
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.keys import value_id
from riec_desktop.dossier.records import (
    Answer,
    IndicatorValue,
    Organisation,
    PortfolioReport,
    Question,
    ReportYear,
    StrategicGoal,
)

YEAR = ReportYear(id="j", year=2023, agenda_id="a")
GOAL = StrategicGoal(id="d", agenda_id="a")
EMPTY = Answer(id="x", report_id="v", question_id="q")


def test_a_typed_value_is_kept_in_its_normal_form() -> None:
    dossier = dossier_of([EMPTY])
    assert edits.applied(dossier, edits.set_value(dossier, EMPTY, "text", "* a\r\n* b")).get(Answer, "x") == Answer(
        id="x", report_id="v", question_id="q", text="- a\n- b"
    )


def test_an_answer_comes_into_being_with_its_first_word() -> None:
    dossier = edits.applied(Dossier(), edits.set_value(Dossier(), EMPTY, "text", "Een"))
    assert dossier.get(Answer, "x") == Answer(id="x", report_id="v", question_id="q", text="Een")
    assert edits.set_value(Dossier(), EMPTY, "text", "") == ()


def test_a_stale_record_does_not_bring_back_old_values() -> None:
    now = dossier_of([Organisation(id="o", name="nieuw", first_year=2020)])
    changes = edits.set_value(now, Organisation(id="o", name="oud"), "last_year", 2025)
    assert edits.applied(now, changes).get(Organisation, "o") == Organisation(
        id="o", name="nieuw", first_year=2020, last_year=2025
    )


def test_a_new_record_comes_last_among_its_siblings() -> None:
    others = [
        Question(id="1", year_id="j", position=Decimal(10)),
        Question(id="2", year_id="ander", position=Decimal(99)),
    ]
    dossier = dossier_of(others)
    added = edits.applied(dossier, edits.add_at_end(dossier, Question(id="3", year_id="j", topic=" nieuw ")))
    assert added.get(Question, "3") == Question(id="3", year_id="j", topic="nieuw", position=Decimal(20))


def test_moving_a_record_changes_that_record_only() -> None:
    rows = [Question(id=str(index), year_id="j", position=Decimal(10 * index)) for index in (1, 2, 3)]
    dossier = dossier_of(rows)
    changes = edits.move(dossier, rows[2], 0)
    assert len(changes) == 1
    assert [one.id for one in edits.applied(dossier, changes).all(Question)] == ["3", "1", "2"]
    assert [one.id for one in edits.applied(dossier, edits.move(dossier, rows[0], 99)).all(Question)] == ["2", "3", "1"]


def test_a_report_moves_among_the_reports_of_its_goal() -> None:
    report = PortfolioReport(id="1", year_id="j", goal_id="d", portfolio_id="p")
    neighbour = PortfolioReport(id="2", year_id="j", goal_id="d", portfolio_id="r")
    elsewhere = PortfolioReport(id="3", year_id="j", goal_id="e", portfolio_id="p")
    assert edits.siblings(dossier_of([report, neighbour, elsewhere]), report) == (report, neighbour)


def test_a_new_portfolio_has_a_report_under_its_goal() -> None:
    dossier = dossier_of([YEAR, GOAL])
    added = edits.applied(dossier, edits.add_portfolio(dossier, YEAR, GOAL, " jonge aanwas "))
    (report,) = views.reports_of_goal(added, YEAR, GOAL)
    assert views.report_name(added, report) == "jonge aanwas"
    assert report.client == "hoofdenoverleg RIEC-LIEC"


def test_a_figure_that_nobody_filled_in_is_an_empty_record() -> None:
    held = IndicatorValue(id="eigen", indicator_id="i", year=2023, organisation_id="r", actual=Decimal(3))
    dossier = dossier_of([held])
    assert edits.figure(dossier, "i", 2023, "r") == held
    assert edits.figure(dossier, "i", 2023, None) == IndicatorValue(
        id=value_id("i", 2023, None), indicator_id="i", year=2023
    )


def test_between_two_that_came_at_one_place_the_row_makes_room() -> None:
    """As after a merge, when two people each put something last."""
    rows = [Organisation(id=one, name=one, position=Decimal(20 if one != "c" else 30)) for one in "abc"]
    dossier = dossier_of(rows)
    moved = edits.applied(dossier, edits.move(dossier, rows[2], 1))
    assert [one.name for one in moved.all(Organisation)] == ["a", "c", "b"]
