"""Forms that come back in every state: each kind of damage, and what the dossier makes of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import import_module
from typing import Any, cast

import pytest

from riec_desktop.dossier.choices import ActivityState, MissingReason
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied, figure, set_value
from riec_desktop.dossier.records import Activity, Answer, Callout, Organisation, RegionalSection
from riec_desktop.dossier.views import answer as answer_of
from riec_desktop.workspace.form_review import proposals
from riec_desktop.workspace.review import Incoming, Proposal, Standing, accepted, default_ids, sent_to
from tests.helpers.forms import Filled, back, edited, order, sent, standings, taken
from tests.helpers.forms import answer as read
from tests.helpers.sample import (
    CONTEXT,
    DELDEN,
    GOOR,
    RESULTS,
    SIGNALS,
    TRAFFICKING,
    TRAININGS,
    YOUTH,
    answer,
    sample,
)
from tests.helpers.sample import (
    figure as value,
)

ALIASED = replace(GOOR, aliases=("Goor en omstreken",))
MEETING = Activity(
    id="bijeenkomst",
    report_id="verslag-a",
    title="Bijeenkomst",
    state=ActivityState.RUNNING,
    start=date(2022, 3, 1),
    organisation_ids=("goor",),
    partner_ids=("politie",),
    result="Goed **bezocht**.",
    position=Decimal(1),
)
BOX = Callout(id="kader", report_id="verslag-a", organisation_ids=("goor",), title="Samen", text="Zo ging het.")
TEXT = "In 2022 kwamen {cijfer:signalen} signalen binnen.\n\n- eerst **dit**\n- dan [dat](https://example.org/a)"
DOSSIER = sample(
    ALIASED,
    SIGNALS,
    TRAININGS,
    answer(TEXT),
    MEETING,
    BOX,
    value("12", SIGNALS, GOOR),
    value("8", TRAININGS),
)
SHEET = "Mensenhandel"
Edit = Callable[[Filled], object]
BOLD: Any = cast("Any", import_module("openpyxl.styles")).Font(bold=True)


@pytest.fixture(scope="module")
def form() -> tuple[Dossier, bytes]:
    return sent(DOSSIER, order(DOSSIER, 2022, 0))


def review(form: tuple[Dossier, bytes], edit: Edit) -> Incoming:
    return back(form[0], edited(form[1], edit))


def after(form: tuple[Dossier, bytes], edit: Edit) -> Dossier:
    return taken(form[0], edited(form[1], edit))


def only(incoming: Incoming, standing: Standing) -> Proposal:
    (found,) = [one for one in incoming.proposals if one.standing is standing]
    return found


def text(dossier: Dossier, question: Any = CONTEXT) -> str:
    return answer_of(dossier, TRAFFICKING, question).text


def actual(dossier: Dossier, organisation: Organisation | None = GOOR) -> Decimal | None:
    indicator = SIGNALS if organisation else TRAININGS
    return figure(dossier, indicator.id, 2022, organisation.id if organisation else None).actual


# --- Nothing was changed ---------------------------------------------------------------------------------------------


def test_a_form_that_comes_back_untouched_changes_nothing(form: tuple[Dossier, bytes]) -> None:
    assert standings(back(*form)) == []
    assert taken(*form) == form[0]


def test_saving_with_a_program_that_knows_no_looks_changes_nothing(form: tuple[Dossier, bytes]) -> None:
    def without_looks(filled: Filled) -> None:
        cell = filled.cell(SHEET, "Context", "text")
        cell.value = str(cell.value)

    assert standings(review(form, without_looks)) == []


# --- Answers ---------------------------------------------------------------------------------------------------------


def test_an_answer_to_an_open_question_is_new(form: tuple[Dossier, bytes]) -> None:
    incoming = review(form, lambda filled: filled.put(SHEET, "Resultaten", text="Het lukte."))
    assert standings(incoming) == ["nieuw mensenhandel › Resultaten van 2022"]
    assert text(after(form, lambda filled: filled.put(SHEET, "Resultaten", text="Het lukte.")), RESULTS) == "Het lukte."


def test_lists_typed_in_a_cell_become_lists(form: tuple[Dossier, bytes]) -> None:
    typed = "Wat lukte:\n• een\n– twee\n\n1) eerst\n2) dan"
    found = text(after(form, lambda filled: filled.put(SHEET, "Resultaten", text=typed)), RESULTS)
    assert found == "Wat lukte:\n\n- een\n- twee\n1. eerst\n2. dan"


def test_what_looks_like_a_formula_stays_text(form: tuple[Dossier, bytes]) -> None:
    def typed(filled: Filled) -> None:
        cell = filled.cell(SHEET, "Resultaten", "text")
        cell.value = "=1+1"
        cell.data_type = "s"

    assert text(after(form, typed), RESULTS) == "=1+1"


def test_a_changed_line_keeps_its_linked_number_and_the_other_lines_all_they_had(form: tuple[Dossier, bytes]) -> None:
    def change(filled: Filled) -> None:
        cell = filled.cell(SHEET, "Context", "text")
        cell.value = str(cell.value).replace("In 2022 kwamen", "In dat jaar kwamen er")

    assert text(after(form, change)) == TEXT.replace("In 2022 kwamen", "In dat jaar kwamen er")


def test_a_linked_number_that_was_typed_over_stays_linked_and_is_told(form: tuple[Dossier, bytes]) -> None:
    def change(filled: Filled) -> None:
        cell = filled.cell(SHEET, "Context", "text")
        cell.value = str(cell.value).replace("[cijfer 1: 12]", "[cijfer 1: 15]")

    found = back(form[0], edited(form[1], change))
    assert "[cijfer 1: 15]" in only(found, Standing.UNKNOWN).doubt
    assert not any(one.changes for one in found.proposals)


def test_an_answer_that_both_changed_is_a_conflict_with_both_texts_in_one(form: tuple[Dossier, bytes]) -> None:
    ours = applied(form[0], set_value(form[0], answer(TEXT), "text", f"{TEXT}\n\nEn wij."))

    def change(filled: Filled) -> None:
        cell = filled.cell(SHEET, "Context", "text")
        cell.value = str(cell.value).replace("In 2022", "Destijds")

    incoming = back(ours, edited(form[1], change))
    found = only(incoming, Standing.CONFLICT)
    assert "Destijds" in found.merged
    assert "En wij." in found.merged
    assert default_ids(incoming) == frozenset()
    merged = applied(ours, accepted(incoming, (), ours, merged_ids=(found.id,)))
    assert text(merged) == f"{TEXT}\n\nEn wij.".replace("In 2022", "Destijds")


def test_what_only_we_changed_is_no_news(form: tuple[Dossier, bytes]) -> None:
    ours = applied(form[0], set_value(form[0], answer(TEXT), "text", "Anders."))
    assert standings(back(ours, form[1])) == []


def test_an_answer_that_was_emptied_is_missing_and_stays(form: tuple[Dossier, bytes]) -> None:
    def empty(filled: Filled) -> None:
        filled.put(SHEET, "Context", text=None)

    assert standings(review(form, empty)) == ["ontbreekt mensenhandel › Context"]
    assert text(after(form, empty)) == TEXT


def test_an_open_required_question_is_told(form: tuple[Dossier, bytes]) -> None:
    assert any(one.place == "mensenhandel › Resultaten van 2022" for one in back(*form).proposals)


# --- Figures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "read", "doubtful"),
    [
        (15, "15", False),
        (12.5, "12.5", False),
        ("1234", "1234", False),
        ("1.234", "1234", True),
        ("1.234,5", "1234.5", False),
        ("1,234", "1.234", True),
        ("1,234.5", "1234.5", True),
        ("12.5", "12.5", True),
        ("ca. 40", "40", True),
        ("40 signalen", "40", True),
        ("−3", "-3", False),
    ],
)
def test_numbers_are_read_in_both_notations(form: tuple[Dossier, bytes], typed: Any, read: str, doubtful: bool) -> None:
    incoming = review(form, lambda filled: filled.put("Cijfers", "signalen", actual=typed))
    goor = [one for one in incoming.proposals if one.place.endswith("LIEC") and one.field == "actual"]
    (found,) = goor
    assert bool(found.doubt) is doubtful
    after_all = applied(form[0], accepted(incoming, {found.id}, form[0]))
    assert figure(after_all, "signalen", 2022, "liec").actual == Decimal(read)


def test_a_word_instead_of_a_number_is_kept_and_not_recognised(form: tuple[Dossier, bytes]) -> None:
    found = only(review(form, lambda filled: filled.put("Cijfers", "trainingen", actual="veel")), Standing.UNKNOWN)
    assert found.theirs == "veel"
    assert found.changes == ()


def test_a_percentage_is_read_as_what_it_shows(form: tuple[Dossier, bytes]) -> None:
    def percent(filled: Filled) -> None:
        cell = filled.cell("Cijfers", "trainingen", "actual")
        cell.value, cell.number_format = 0.12, "0%"

    found = only(review(form, percent), Standing.CHANGED)
    assert (found.theirs, bool(found.doubt)) == ("12", True)


def test_a_formula_is_read_by_its_value_with_a_doubt_or_as_empty(form: tuple[Dossier, bytes]) -> None:
    incoming = review(form, lambda filled: filled.put("Cijfers", "trainingen", actual="=4+5"))
    assert standings(incoming) == ["ontbreekt mensenhandel › Cijfers › trainingen"]
    assert any("formule zonder uitkomst" in note for note in incoming.notes)


def test_a_reason_in_other_words_is_understood_with_a_doubt(form: tuple[Dossier, bytes]) -> None:
    incoming = review(form, lambda filled: filled.put("Cijfers", "signalen", missing="Niet bekend"))
    (found,) = [one for one in incoming.proposals if one.field == "missing"]
    assert found.theirs == "onbekend"
    assert found.doubt
    changed = applied(form[0], accepted(incoming, {found.id}, form[0]))
    assert figure(changed, "signalen", 2022, "liec").missing is MissingReason.UNKNOWN


@pytest.mark.parametrize(
    ("typed", "doubtful"),
    [
        (date(2022, 12, 31), False),
        ("31-12-2022", False),
        ("31 december 2022", False),
        ("31 dec. 2022", False),
        ("2022-12-31", False),
        ("31/12/22", True),
    ],
)
def test_days_are_read_from_date_cells_and_text(form: tuple[Dossier, bytes], typed: Any, doubtful: bool) -> None:
    incoming = review(form, lambda filled: filled.put("Cijfers", "trainingen", reference_date=typed))
    (found,) = [one for one in incoming.proposals if one.field == "reference_date"]
    assert (found.theirs, bool(found.doubt)) == ("31-12-2022", doubtful)


# --- Activities and callouts -----------------------------------------------------------------------------------------


def test_a_spare_row_becomes_an_activity(form: tuple[Dossier, bytes]) -> None:
    def fill(filled: Filled) -> None:
        names = "Goor en omstreken, RIEC delden"
        filled.put("Activiteiten", "nieuw", title="Training", state="Afgerond", joint="nee", organisation_ids=names)

    (found,) = [one for one in after(form, fill).all(Activity) if one.title == "Training"]
    assert (found.report_id, found.state, found.joint) == (TRAFFICKING.id, ActivityState.DONE, False)
    assert found.organisation_ids == (GOOR.id, DELDEN.id)
    assert found.position > MEETING.position


def test_reading_the_same_form_twice_adds_nothing_twice(form: tuple[Dossier, bytes]) -> None:
    workbook = edited(form[1], lambda filled: filled.put("Activiteiten", "nieuw", title="Training"))
    once = taken(form[0], workbook)
    assert standings(back(once, workbook)) == []


def test_an_unknown_name_is_told_and_nothing_is_dropped_in_silence(form: tuple[Dossier, bytes]) -> None:
    incoming = review(form, lambda filled: filled.put("Activiteiten", "staat", partner_ids="politie; brandweer"))
    found = only(incoming, Standing.UNKNOWN)
    assert "brandweer" in found.doubt


def test_an_unknown_name_in_a_new_row_is_told(form: tuple[Dossier, bytes]) -> None:
    def fill(filled: Filled) -> None:
        filled.put("Activiteiten", "nieuw", title="Training", organisation_ids="RIEC Nergens", start="gisteren")

    found = only(review(form, fill), Standing.NEW)
    assert "‘RIEC Nergens’ staat niet in het dossier" in found.doubt
    assert "‘gisteren’ is geen datum" in found.doubt


def test_a_new_row_with_nothing_but_an_unknown_name_is_shown(form: tuple[Dossier, bytes]) -> None:
    incoming = review(form, lambda filled: filled.put("Kaderteksten", "nieuw", organisation_ids="RIEC Nergens"))
    found = only(incoming, Standing.UNKNOWN)
    assert "RIEC Nergens" in found.theirs
    assert "staat niet in het dossier" in found.doubt


def test_names_in_another_order_are_no_news() -> None:
    two = replace(MEETING, organisation_ids=("goor", "delden"))
    dossier, workbook = sent(sample(two), order(sample(two), 2022, 0))

    def turn(filled: Filled) -> None:
        filled.put("Activiteiten", "staat", organisation_ids="RIEC Delden; RIEC Goor")

    assert standings(back(dossier, edited(workbook, turn))) == []


def test_a_deleted_row_is_missing_and_stays_until_somebody_says_so(form: tuple[Dossier, bytes]) -> None:
    def delete(filled: Filled) -> None:
        filled.sheet("Activiteiten").delete_rows(filled.row("Activiteiten", "staat"))

    incoming = review(form, delete)
    found = next(one for one in incoming.proposals if one.kind is Activity)
    assert found.standing is Standing.MISSING
    assert default_ids(incoming) == frozenset()
    assert applied(form[0], accepted(incoming, {found.id}, form[0])).get(Activity, MEETING.id) is None


def test_a_row_that_was_copied_and_changed_is_a_second_activity_with_a_doubt(form: tuple[Dossier, bytes]) -> None:
    def copy(filled: Filled) -> None:
        sheet, source, target = filled.sheet("Activiteiten"), filled.row("Activiteiten", "staat"), 14
        for cell in sheet[source]:
            sheet.cell(target, cell.column).value = cell.value
        sheet.cell(target, filled.column("Activiteiten", "title")).value = "Tweede bijeenkomst"

    found = only(review(form, copy), Standing.NEW)
    assert "Tweede bijeenkomst" in found.theirs
    assert "twee keer" in found.doubt


def test_a_row_that_was_added_below_the_table_is_new(form: tuple[Dossier, bytes]) -> None:
    def add(filled: Filled) -> None:
        column = filled.column("Activiteiten", "title")
        filled.sheet("Activiteiten").cell(40, column).value = "Nagekomen"

    assert [one.title for one in after(form, add).all(Activity)][-1] == "Nagekomen"


def test_an_activity_that_we_removed_meanwhile_is_a_conflict_when_they_changed_it(form: tuple[Dossier, bytes]) -> None:
    without = applied(form[0], remove(form[0], MEETING))
    workbook = edited(form[1], lambda filled: filled.put("Activiteiten", "staat", title="Grote bijeenkomst"))
    found = only(back(without, workbook), Standing.CONFLICT)
    assert found.mine == "(verwijderd)"
    assert "Grote bijeenkomst" in found.theirs
    assert standings(back(without, form[1])) == []


def test_in_a_form_about_more_portfolios_a_new_row_names_its_own() -> None:
    dossier, workbook = sent(DOSSIER, order(DOSSIER, 2022, 0, 1))

    def fill(filled: Filled) -> None:
        filled.put("Activiteiten", "nieuw", title="Les", portefeuille="Jonge aanwas")

    (found,) = [one for one in taken(dossier, edited(workbook, fill)).all(Activity) if one.title == "Les"]
    assert found.report_id == YOUTH.id
    nobody = back(dossier, edited(workbook, lambda filled: filled.put("Activiteiten", "nieuw", title="Les")))
    assert "portefeuille is niet gekozen" in only(nobody, Standing.UNKNOWN).doubt


def test_a_new_row_without_a_portfolio_can_go_to_one_that_a_person_chooses() -> None:
    dossier, workbook = sent(DOSSIER, order(DOSSIER, 2022, 0, 1))
    incoming = back(dossier, edited(workbook, lambda filled: filled.put("Activiteiten", "nieuw", title="Les")))
    unknown = only(incoming, Standing.UNKNOWN)
    chosen = next(one for one in unknown.destinations if one.name == "jonge aanwas")
    placed = sent_to(unknown, chosen)
    changes = accepted(replace(incoming, proposals=(placed,)), {placed.id}, dossier)
    (found,) = [one for one in applied(dossier, changes).all(Activity) if one.title == "Les"]
    assert found.report_id == YOUTH.id


# --- Sheets, rows and columns in another state -----------------------------------------------------------------------


def fill_in(filled: Filled) -> None:
    filled.put(SHEET, "Resultaten", text="Het lukte.")
    filled.put("Cijfers", "trainingen", actual=9)


def turned_around(filled: Filled) -> None:
    for name in (SHEET, "Cijfers"):
        sheet = filled.sheet(name)
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
        for at, row in enumerate(reversed(rows), start=3):
            for index, said in enumerate(row, start=1):
                sheet.cell(at, index).value = said


DAMAGE: dict[str, Edit] = {
    "rows sorted": turned_around,
    "a column inserted": lambda filled: [filled.sheet(name).insert_cols(3) for name in (SHEET, "Cijfers")],
    "rows inserted above": lambda filled: [filled.sheet(name).insert_rows(1, 3) for name in (SHEET, "Cijfers")],
    "rows inserted between": lambda filled: [filled.sheet(name).insert_rows(4, 2) for name in (SHEET, "Cijfers")],
    "sheets renamed": lambda filled: [
        setattr(filled.sheet(name), "title", f"{name} ingevuld") for name in (SHEET, "Cijfers")
    ],
    "sheets moved": lambda filled: filled.book.move_sheet("Cijfers", -2),
    "the hidden row deleted": lambda filled: [filled.sheet(name).delete_rows(1) for name in (SHEET, "Cijfers")],
    "names of columns changed": lambda filled: [
        setattr(cell, "value", f"Kolom {cell.column}") for name in (SHEET, "Cijfers") for cell in filled.sheet(name)[2]
    ],
    "the hidden sheet deleted": lambda filled: filled.book.remove(filled.sheet("Formuliergegevens")),
    "the lists deleted": lambda filled: filled.book.remove(filled.sheet("Keuzelijsten")),
    "the first sheet deleted": lambda filled: filled.book.remove(filled.sheet("Uitleg")),
    "other columns deleted": lambda filled: [
        filled.sheet(SHEET).delete_cols(4),
        filled.sheet("Cijfers").delete_cols(4),
    ],
    "hidden things shown": lambda filled: [setattr(one, "sheet_state", "visible") for one in filled.book.worksheets],
    "cells merged": lambda filled: filled.sheet(SHEET).merge_cells("C20:D21"),
    "everything in bold": lambda filled: [
        setattr(cell, "font", cell.font + BOLD) for row in filled.sheet(SHEET).iter_rows() for cell in row
    ],
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_was_filled_in_arrives_whatever_happened_to_the_sheets(form: tuple[Dossier, bytes], damage: Edit) -> None:
    def work(filled: Filled) -> None:
        fill_in(filled)
        damage(filled)

    changed = after(form, work)
    assert text(changed, RESULTS) == "Het lukte."
    assert actual(changed, None) == 9
    assert text(changed) == TEXT
    assert actual(changed) == 12


def test_an_inserted_column_with_text_is_shown(form: tuple[Dossier, bytes]) -> None:
    def insert(filled: Filled) -> None:
        sheet = filled.sheet("Activiteiten")
        sheet.insert_cols(5)
        sheet.cell(2, 5).value, sheet.cell(3, 5).value = "Opmerking", "Gaat niet door"

    found = only(review(form, insert), Standing.UNKNOWN)
    assert (found.place, found.theirs) == ("Blad Activiteiten, kolom Opmerking, rij 3", "Gaat niet door")


@pytest.mark.parametrize(
    ("name", "said", "typed", "read_as"),
    [(SHEET, "Context", {"text": "Nieuw."}, "Nieuw."), ("Cijfers", "mensenhandel", {"actual": 41}, "41")],
)
def test_a_sheet_without_its_hidden_column_is_read_by_its_words(
    form: tuple[Dossier, bytes], name: str, said: str, typed: dict[str, object], read_as: str
) -> None:
    def cut(filled: Filled) -> None:
        filled.put(name, said, **typed)
        filled.sheet(name).delete_cols(1)

    found = [one for one in review(form, cut).proposals if one.changes]
    assert [one.theirs for one in found] == [read_as]
    assert "herkend aan de woorden" in found[0].doubt


def test_an_extra_sheet_is_shown_row_by_row(form: tuple[Dossier, bytes]) -> None:
    def add(filled: Filled) -> None:
        filled.book.create_sheet("Bijlage").append(["Let op", 3])

    assert only(review(form, add), Standing.UNKNOWN).theirs == "Let op | 3"


def test_a_deleted_sheet_is_told(form: tuple[Dossier, bytes]) -> None:
    incoming = review(form, lambda filled: filled.book.remove(filled.sheet("Activiteiten")))
    assert "In dit bestand zit het blad Activiteiten niet. Daarvan verandert niets." in incoming.notes


def test_a_deleted_sheet_with_questions_is_told(form: tuple[Dossier, bytes]) -> None:
    incoming = review(form, lambda filled: filled.book.remove(filled.sheet(SHEET)))
    assert any(note.startswith("In dit bestand zitten de vragen over ") for note in incoming.notes)
    assert not any("vragen over" in note for note in review(form, lambda _: None).notes)


def test_sorting_a_part_of_the_columns_raises_a_doubt(form: tuple[Dossier, bytes]) -> None:
    def shuffle(filled: Filled) -> None:
        sheet = filled.sheet(SHEET)
        one, other = sheet.cell(3, 2).value, sheet.cell(4, 2).value
        sheet.cell(3, 2).value, sheet.cell(4, 2).value = other, one
        filled.sheet(SHEET).cell(4, filled.column(SHEET, "text")).value = "Tekst"

    incoming = review(form, shuffle)
    assert any("gesorteerd" in one.doubt for one in incoming.proposals)
    assert default_ids(incoming) == frozenset()


def test_keys_that_are_gone_are_found_by_words_with_a_doubt(form: tuple[Dossier, bytes]) -> None:
    def forget(filled: Filled) -> None:
        filled.put("Cijfers", "trainingen", actual=9)
        filled.sheet("Cijfers").cell(filled.row("Cijfers", "trainingen"), 1).value = None
        filled.put(SHEET, "Resultaten", text="Het lukte.")
        filled.sheet(SHEET).cell(filled.row(SHEET, "Resultaten"), 1).value = None

    incoming = review(form, forget)
    told = [one for one in incoming.proposals if "geen kenmerk" in one.doubt and one.changes]
    assert {one.theirs for one in told} == {"9", "Het lukte."}


def test_a_row_that_nothing_answers_to_is_shown(form: tuple[Dossier, bytes]) -> None:
    def strange(filled: Filled) -> None:
        sheet = filled.sheet("Cijfers")
        sheet.cell(30, filled.column("Cijfers", "indicator")).value = "iets anders"
        sheet.cell(30, filled.column("Cijfers", "actual")).value = 5

    found = only(review(form, strange), Standing.UNKNOWN)
    assert "werkelijk: 5" in found.theirs


# --- The form as a whole ---------------------------------------------------------------------------------------------


def test_the_remark_and_the_name_come_along(form: tuple[Dossier, bytes]) -> None:
    def tell(filled: Filled) -> None:
        filled.put("Uitleg", "Uw naam", text="Bo van RIEC Goor")
        filled.put("Uitleg", "Opmerkingen", text="Bel mij even.")

    incoming = review(form, tell)
    assert incoming.title == "Formulier van Bo van RIEC Goor"
    assert "Opmerking van wie het invulde: Bel mij even." in incoming.notes


def test_a_form_that_the_dossier_does_not_know_is_compared_with_its_own_hashes(form: tuple[Dossier, bytes]) -> None:
    workbook = edited(form[1], fill_in)
    assert standings(back(DOSSIER, form[1])) == []
    assert standings(back(DOSSIER, workbook)) == [
        "nieuw mensenhandel › Resultaten van 2022",
        "botsing mensenhandel › Cijfers › trainingen",
    ]


def test_a_form_of_another_dossier_is_taken_in_only_by_hand(form: tuple[Dossier, bytes]) -> None:
    incoming = proposals(DOSSIER, read(edited(form[1], fill_in)), "een ander")
    assert default_ids(incoming) == frozenset()
    assert "ander dossier" in incoming.notes[0]


def test_the_form_of_one_riec_has_its_page_its_figures_and_its_callouts() -> None:
    dossier, workbook = sent(DOSSIER, order(DOSSIER, 2022, organisation_id="goor"))
    assert Filled(workbook).book.sheetnames[:4] == ["Uitleg", "Cijfers", "Kaderteksten", "Regionale bijdrage"]

    def fill(filled: Filled) -> None:
        filled.put("Regionale bijdrage", "Wat", text="Een goed jaar.")
        filled.put("Kaderteksten", "nieuw", portefeuille="weerbaarheid", title="Nieuw", text="Zo doen wij dat.")

    changed = taken(dossier, edited(workbook, fill))
    assert [one.text for one in changed.all(RegionalSection)] == ["Een goed jaar."]
    (box,) = [one for one in changed.all(Callout) if one.title == "Nieuw"]
    assert (box.organisation_ids, box.report_id) == (("goor",), "verslag-c")


def test_answers_of_a_form_are_answers_of_the_dossier(form: tuple[Dossier, bytes]) -> None:
    assert len(after(form, fill_in).all(Answer)) == 2
