"""The readiness of a year: what each portfolio has, lacks and may leave empty; deadlines, and who must be reminded."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from riec_desktop.checks.walk import check
from riec_desktop.dossier.choices import MissingReason, ReviewState
from riec_desktop.dossier.keys import value_id
from riec_desktop.dossier.records import Activity, Callout, Comment, PortfolioReport, Record, StrategicGoal
from riec_desktop.workspace.content import starting_dossier
from riec_desktop.workspace.deadlines import Term, Wish, deadline_words, term, wanted
from riec_desktop.workspace.readiness import Cell, Readiness, Row, readiness
from riec_desktop.workspace.reminders import missing, owners, reminder
from tests.helpers.sample import (
    DELDEN,
    GOOR,
    RESILIENCE,
    RESULTS,
    SIGNALS,
    TRAFFICKING,
    TRAININGS,
    YEAR,
    YOUTH,
    answer,
    figure,
    sample,
)

TODAY = date(2023, 3, 10)
HOLDER = "coördinator Goor"


def board_of(*changed: Record) -> Readiness:
    """The board of the sample with these records in the place of, or beside, its own."""
    dossier = sample(*changed)
    return readiness(dossier, YEAR, check(dossier, 2022))


def row_of(*changed: Record, report: PortfolioReport = TRAFFICKING) -> Row:
    """The row of one portfolio."""
    return next(row for row in board_of(*changed).rows if row.report.id == report.id)


def cell(row: Row, title: str) -> Cell:
    return next(one for one in row.cells if one.title == title)


def trafficking(**changed: Any) -> PortfolioReport:
    return replace(TRAFFICKING, **changed)


# --- The board -------------------------------------------------------------------------------------------------------


def test_the_columns_are_the_questions_with_activities_figures_and_boxes() -> None:
    assert board_of().titles == ("Context", "Resultaten van 2022", "Activiteiten", "Cijfers", "Kaders")


def test_portfolios_stand_by_goal_and_those_without_one_come_last() -> None:
    board = board_of(replace(YOUTH, goal_id=None))
    assert [group.title for group in board.groups] == ["1 Samenleving", "2 Overheid", "Zonder doel"]
    assert [row.name for row in board.rows] == ["Mensenhandel", "Weerbaarheid", "Jonge aanwas"]


def test_a_goal_without_portfolios_has_no_group() -> None:
    idle = StrategicGoal(id="later", agenda_id="agenda", short_name="Later", position=Decimal(3))
    assert [group.goal_id for group in board_of(idle).groups] == ["samenleving", "overheid"]


@pytest.mark.parametrize(
    ("review", "shown"),
    [
        (ReviewState.EMPTY, ReviewState.DRAFT),
        (ReviewState.DRAFT, ReviewState.DRAFT),
        (ReviewState.IN_REVIEW, ReviewState.IN_REVIEW),
        (ReviewState.AGREED, ReviewState.AGREED),
    ],
)
def test_what_is_filled_in_is_as_far_as_its_portfolio(review: ReviewState, shown: ReviewState) -> None:
    row = row_of(trafficking(review=review), answer("Er speelde **veel**."))
    assert (cell(row, "Context").state, cell(row, "Context").count, row.words) == (shown, 3, 3)
    assert cell(row, "Resultaten van 2022").state is ReviewState.EMPTY


def test_a_question_has_the_room_of_its_word_budget() -> None:
    assert cell(row_of(replace(RESULTS, word_budget=120)), "Resultaten van 2022").room == 120


def test_a_portfolio_in_preparation_may_leave_questions_empty() -> None:
    row = row_of(report=YOUTH)
    assert cell(row, "Context").needed
    assert not cell(row, "Resultaten van 2022").needed


def test_findings_are_counted_at_their_part_and_in_all() -> None:
    row = row_of(trafficking(client=""), Activity(id="naamloos", report_id="verslag-a"))
    assert [one.findings for one in row.cells] == [1, 1, 1, 0, 0]
    assert row.findings == 4


def test_open_comments_on_any_part_of_a_portfolio_are_counted() -> None:
    about = Comment(id="1", kind="PortfolioReport", record_id="verslag-a", field="client", text="Wie?")
    on_box = Comment(id="2", kind="Callout", record_id="kader", field="text", text="Mooi")
    done = replace(about, id="3", resolved=True)
    elsewhere = Comment(id="4", kind="Organisation", record_id="goor", field="name", text="Hm")
    assert row_of(about, on_box, done, elsewhere, Callout(id="kader", report_id="verslag-a")).comments == 2


def test_a_figure_of_every_region_is_wanted_and_a_reason_counts_as_one() -> None:
    told = figure(None, organisation=DELDEN, missing=MissingReason.UNKNOWN)
    for records, count in (((), 0), ((told,), 1), ((told, figure("3", organisation=GOOR)), 2)):
        row = row_of(SIGNALS, *records)
        assert (cell(row, "Cijfers").count, cell(row, "Cijfers").room) == (count, 2)
        assert row.lacking == (("signalen",) if count < 2 else ())


def test_a_cell_knows_where_it_is_filled_in() -> None:
    row = row_of(SIGNALS, figure("3", organisation=GOOR), Activity(id="bijeenkomst", report_id="verslag-a"))
    assert [(one.kind.__name__, one.record_id, one.field) for one in row.cells] == [
        ("PortfolioReport", "verslag-a", "context"),
        ("PortfolioReport", "verslag-a", "resultaten"),
        ("Activity", "bijeenkomst", ""),
        ("IndicatorValue", value_id("signalen", 2022, "delden"), ""),
        ("PortfolioReport", "verslag-a", "kaders"),
    ]


def test_a_national_number_stands_for_all_regions() -> None:
    row = row_of(SIGNALS, TRAININGS, figure("9"))
    assert (cell(row, "Cijfers").count, cell(row, "Cijfers").room, row.lacking) == (2, 3, ("trainingen",))


def test_without_indicators_no_figure_is_wanted() -> None:
    found = cell(row_of(), "Cijfers")
    assert (found.room, found.needed, found.state) == (None, False, ReviewState.EMPTY)


def test_a_new_dossier_has_a_board_too() -> None:
    dossier = starting_dossier(2025)
    year = next(one for one in dossier.all(type(YEAR)) if one.year == 2025)
    board = readiness(dossier, year, check(dossier, 2025))
    assert board.rows
    assert {one.state for row in board.rows for one in row.cells} == {ReviewState.EMPTY}


# --- Deadlines -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("deadline", "found", "words"),
    [
        (date(2023, 3, 9), Term.LATE, "1 dag te laat"),
        (date(2023, 2, 28), Term.LATE, "10 dagen te laat"),
        (date(2023, 3, 10), Term.SOON, "vandaag"),
        (date(2023, 3, 11), Term.SOON, "morgen"),
        (date(2023, 3, 17), Term.SOON, "nog 7 dagen"),
        (date(2023, 3, 18), Term.LATER, "voor 18-3-2023"),
        (None, Term.NONE, ""),
    ],
)
def test_a_deadline_is_told_in_words(deadline: date | None, found: Term, words: str) -> None:
    row = row_of(trafficking(deadline=deadline, review=ReviewState.DRAFT))
    assert (term(row, TODAY), deadline_words(row, TODAY)) == (found, words)


def test_what_was_delivered_is_never_late() -> None:
    row = row_of(trafficking(deadline=date(2023, 1, 1), review=ReviewState.IN_REVIEW))
    assert (term(row, TODAY), deadline_words(row, TODAY)) == (Term.DELIVERED, "voor 1-1-2023")


@pytest.mark.parametrize(
    ("wish", "fits"),
    [
        (Wish(), True),
        (Wish(review=ReviewState.DRAFT, holder=HOLDER, term=Term.LATE, goal_id="samenleving"), True),
        (Wish(unfinished=True), True),
        (Wish(review=ReviewState.AGREED), False),
        (Wish(holder=""), False),
        (Wish(term=Term.NONE), False),
        (Wish(goal_id=""), False),
    ],
)
def test_a_person_chooses_by_state_holder_deadline_and_goal(wish: Wish, *, fits: bool) -> None:
    row = row_of(trafficking(review=ReviewState.DRAFT, holder=f" {HOLDER}", deadline=date(2023, 3, 1)))
    assert wanted(row, wish, TODAY, "samenleving") is fits


def test_unfinished_is_all_that_is_not_agreed_upon() -> None:
    assert not wanted(row_of(trafficking(review=ReviewState.AGREED)), Wish(unfinished=True), TODAY, None)


# --- Reminders -------------------------------------------------------------------------------------------------------


def test_who_must_deliver_first_stands_first_and_nobody_last() -> None:
    board = board_of(
        trafficking(holder="Zoë", deadline=date(2023, 3, 1)),
        replace(YOUTH, holder="Aart", deadline=date(2023, 4, 1)),
        replace(RESILIENCE, holder=""),
    )
    assert [(one.name, len(one.rows)) for one in owners(board)] == [("Zoë", 1), ("Aart", 1), ("", 1)]


def test_who_delivered_is_not_reminded() -> None:
    agreed = (trafficking(review=ReviewState.AGREED), replace(RESILIENCE, review=ReviewState.IN_REVIEW))
    assert [row.report.id for one in owners(board_of(*agreed)) for row in one.rows] == ["verslag-b"]


def test_a_reminder_names_what_is_missing_and_by_when() -> None:
    late = trafficking(holder=HOLDER, deadline=date(2023, 3, 1))
    board = board_of(SIGNALS, late, replace(YOUTH, holder=HOLDER, deadline=date(2023, 4, 1)), answer("Veel."))
    assert reminder(owners(board)[0], 2022, "Sanne", TODAY).splitlines() == [
        "Beste coördinator Goor,",
        "",
        "Voor het jaarverslag 2022 missen wij nog een deel van uw bijdragen:",
        "",
        "Mensenhandel (aanleveren voor 1 maart 2023, die datum is voorbij)",
        "- antwoord op de vraag ‘Resultaten van 2022’",
        "- cijfer: signalen",
        "",
        "Jonge aanwas (aanleveren voor 1 april 2023)",
        "- antwoord op de vraag ‘Context’",
        "",
        "Wilt u dit zo snel mogelijk aanleveren?",
        "Lukt dat niet, of hebt u een vraag? Laat het ons dan weten; wij denken graag mee.",
        "",
        "Met vriendelijke groet,",
        "Sanne",
    ]


@pytest.mark.parametrize(
    ("deadline", "request_line"),
    [(date(2023, 4, 1), "Wilt u dit op tijd aanleveren?"), (None, "Wilt u laten weten wanneer u dit aanlevert?")],
)
def test_a_reminder_asks_what_fits_the_deadline(deadline: date | None, request_line: str) -> None:
    text = reminder(owners(board_of(trafficking(holder="A", deadline=deadline)))[0], 2022, "Sanne", TODAY)
    assert request_line in text


def test_a_full_portfolio_wants_only_a_last_look() -> None:
    full = (answer("Ja."), answer("Nee.", question=RESULTS))
    assert missing(row_of(*full)) == ("alles is ingevuld; laat weten of de tekst klaar is",)
    assert missing(row_of()) == ("antwoorden op de vragen ‘Context’ en ‘Resultaten van 2022’",)
