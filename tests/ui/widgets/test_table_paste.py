"""Where the cells of a spreadsheet go in a table, what they become, and what does not fit."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from riec_desktop.dossier.records import Activity, Record
from riec_desktop.ui.widgets.columns import ColumnSpec, field_column
from riec_desktop.ui.widgets.figure_columns import FIGURE_COLUMNS
from riec_desktop.ui.widgets.record_model import RecordTableModel, SortedRecords
from riec_desktop.ui.widgets.table_paste import (
    MANY_ROWS,
    NO_COLUMN,
    NO_ROOM,
    NO_ROW,
    TWICE,
    UNKNOWN_ROW,
    New,
    Outcome,
    PastePlan,
    planned,
)
from tests.helpers import sample

DOSSIER = sample.sample(sample.SIGNALS, sample.TRAININGS, replace(sample.GOOR, aliases=("Goor e.o.",)))
FIGURES = (
    sample.figure("5", organisation=sample.GOOR),
    sample.figure(None, organisation=sample.DELDEN),
    sample.figure(None, sample.TRAININGS, organisation=sample.GOOR),
    sample.figure(None, sample.TRAININGS),
)
GOOR, DELDEN, TRAININGS_GOOR, TRAININGS = (one.id for one in FIGURES)
TITLES = tuple(field_column(Activity, name) for name in ("title", "state", "partner_ids"))
Edits = list[tuple[str, str, object]]


def proxy(columns: Sequence[ColumnSpec], rows: Sequence[Record]) -> SortedRecords:
    model = RecordTableModel(columns)
    made = SortedRecords(model, model)
    model.set_rows(DOSSIER, rows)
    return made


def figures(text: str, row: int = 0, column: int = 0) -> PastePlan:
    table = proxy(FIGURE_COLUMNS, FIGURES)
    return planned(table, [table.index(row, column)], cells(text))


def activities(text: str, rows: Sequence[Record], new: New | None = None) -> PastePlan:
    table = proxy(TITLES, rows)
    return planned(table, [table.index(0, 0)] if rows else [], cells(text), new)


def cells(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.split("\n")]


def refused(plan: PastePlan) -> list[tuple[str, str, str]]:
    return [(one.row, one.column, one.note) for one in plan.of(Outcome.REFUSED)]


# --- By names --------------------------------------------------------------------------------------------------------


def test_rows_with_names_find_their_place_in_any_order_and_spelling() -> None:
    plan = figures("signalen\tRIEC Delden\t\t8\nSignalen\tgoor E.O.\t\t7")
    assert plan.edits() == [(DELDEN, "actual", Decimal(8)), (GOOR, "actual", Decimal(7))]
    assert refused(plan) == []


def test_a_line_of_titles_is_recognised_and_its_columns_may_come_in_any_order() -> None:
    plan = figures("Werkelijk\tOrganisatie\tIndicator\n8\tRIEC Delden\tsignalen")
    assert plan.header
    assert plan.edits() == [(DELDEN, "actual", Decimal(8))]


def test_the_name_of_a_field_is_a_title_too_and_a_strange_title_is_told_once() -> None:
    plan = figures("reden van ontbreken\tBron\nonbekend\tjaarplan\nonbekend\tjaarplan", column=2)
    assert [one[:2] for one in plan.edits()] == [(GOOR, "missing"), (DELDEN, "missing")]
    assert refused(plan) == [("hele kolom", "Bron", NO_COLUMN)]


def test_a_name_that_a_grouped_table_leaves_out_is_that_of_the_line_above() -> None:
    plan = figures("trainingen\tRIEC Goor\t\t1\n\tlandelijk\t\t2")
    assert plan.edits() == [(TRAININGS_GOOR, "actual", Decimal(1)), (TRAININGS, "actual", Decimal(2))]


def test_a_name_left_out_behind_another_is_not_guessed() -> None:
    plan = figures("signalen\tRIEC Goor\t\t1\ntrainingen\t\t\t2")
    assert plan.edits() == [(GOOR, "actual", Decimal(1))]
    assert refused(plan) == [("trainingen", "hele regel", UNKNOWN_ROW)]


def test_an_organisation_alone_means_the_indicator_that_is_selected() -> None:
    text = "Organisatie\tWerkelijk\nRIEC Goor\t9"
    assert figures(text, row=1).edits() == [(GOOR, "actual", Decimal(9))]
    assert figures(text, row=3).edits() == [(TRAININGS_GOOR, "actual", Decimal(9))]


def test_a_row_that_is_not_there_or_is_there_twice_is_told() -> None:
    table = proxy(FIGURE_COLUMNS, (FIGURES[0], FIGURES[0]))
    twice = planned(table, [table.index(0, 0)], cells("signalen\tRIEC Goor\t1\nsignalen\tRIEC Borne\t1\n\t\t1"))
    assert [one.note for one in twice.cells] == [MANY_ROWS, UNKNOWN_ROW, UNKNOWN_ROW]
    assert twice.edits() == []


def test_a_cell_that_is_pasted_twice_gets_the_lower_text_and_says_so() -> None:
    plan = figures("signalen\tRIEC Delden\t\t8\nsignalen\tRIEC Delden\t\t9")
    assert plan.edits() == [(DELDEN, "actual", Decimal(9))]
    assert [(one.new, one.note) for one in plan.of(Outcome.REFUSED)] == [("8", TWICE)]


# --- By place --------------------------------------------------------------------------------------------------------


def test_cells_say_what_stands_there_and_what_comes() -> None:
    cell = figures("7\tja", column=3).cells[0]
    assert (cell.row, cell.column, cell.old, cell.new) == ("signalen – RIEC Goor 2022", "Werkelijk", "5", "7")
    assert cell.outcome is Outcome.CHANGE


def test_what_is_there_already_is_counted_only() -> None:
    plan = figures("\t5\tnee", column=2)
    assert (plan.cells, plan.same) == ((), 3)


def test_a_doubt_is_a_change_that_needs_a_look() -> None:
    (cell,) = figures("€ 1.200\t5", column=2).cells
    assert (cell.outcome, cell.value) == (Outcome.DOUBT, Decimal(1200))
    assert "€ 1.200" in cell.note


def test_an_empty_cell_empties_and_a_choice_too() -> None:
    (cell,) = figures("\t\nx", column=3).of(Outcome.CHANGE)
    assert (cell.field, cell.value, cell.new) == ("actual", None, "")


@pytest.mark.parametrize("text", ["99999999999999999", "-99999999999999999"])
def test_a_number_that_no_format_can_hold_is_refused(text: str) -> None:
    assert "te groot" in figures(f"{text}\tnee", column=3).cells[0].note


def test_what_lies_outside_the_table_is_told() -> None:
    plan = figures("a\tb\nc\td\ne\t", row=2, column=len(FIGURE_COLUMNS) - 1)
    assert [one[0] for one in plan.edits()] == [TRAININGS_GOOR, TRAININGS]
    assert [one[1:] for one in refused(plan)] == [("", NO_ROOM), ("", NO_ROOM), ("hele regel", NO_ROW)]


def test_more_lines_become_rows_where_the_table_can_have_them() -> None:
    ids = iter("123")
    plan = activities("eerste\ntweede\n\t\nderde\tgepland", [], lambda: Activity(id=next(ids)))
    assert [one.id for one in plan.added] == ["1", "2", "3"]
    assert plan.edits() == [("1", "title", "eerste"), ("2", "title", "tweede"), ("3", "title", "derde")]
    assert plan.cells[-1].row == "nieuwe rij 3"


def test_names_that_this_column_does_not_offer_are_refused() -> None:
    rows = (Activity(id="1", title="a"),)
    plan = activities("a\tgepland\tRIEC Goor\nb\tloopt\tpolitie", rows, lambda: Activity(id="2"))
    assert [one.note for one in plan.of(Outcome.REFUSED)] == ["‘RIEC Goor’ kunt u in deze kolom niet kiezen."]
    assert plan.edits()[-1] == ("2", "partner_ids", ("politie",))


def test_a_record_without_a_name_is_called_by_its_number() -> None:
    assert activities("x\ty", (Activity(id="1"),)).cells[0].row == "rij 1"
