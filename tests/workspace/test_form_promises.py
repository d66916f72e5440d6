"""Last year's promises in a form: sent to a colleague who has only Excel, answered there, and back at their record."""

from dataclasses import replace
from decimal import Decimal

import pytest

from riec_desktop.dossier.changes import AddRecord
from riec_desktop.dossier.choices import PromiseOutcome
from riec_desktop.dossier.compare import remove
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied, set_value
from riec_desktop.dossier.records import PortfolioReport, Promise, Question
from riec_desktop.workspace.review import Incoming, Standing
from tests.helpers.forms import Filled, back, edited, made, order, sent, standings, taken
from tests.helpers.sample import GOOR, SIGNALS, TRAFFICKING, YEAR, answer, sample

LAST = replace(YEAR, id="vorig", year=2021)
BEFORE = PortfolioReport(id="toen", year_id="vorig", portfolio_id=TRAFFICKING.portfolio_id)
SCAN = Promise(id="scan", report_id="verslag-a", from_report_id="toen", text="een **scan**", position=Decimal(1))
COURSE = replace(SCAN, id="cursus", text="een cursus", position=Decimal(2))
DOSSIER = sample(LAST, BEFORE, SIGNALS, answer("Veel."), SCAN, COURSE)
SHEET, SCAN_ROW, COURSE_ROW = "Beloften", "een scan", "een cursus"


@pytest.fixture(scope="module")
def form() -> tuple[Dossier, bytes]:
    return sent(DOSSIER, order(DOSSIER, 2022, 0))


def answered(form: Filled) -> None:
    form.put(SHEET, SCAN_ROW, outcome="gedaan", reply="- in Goor\n- in Delden")
    form.put(SHEET, COURSE_ROW, outcome="Deels", reply="Alleen de eerste dag.")


def held(dossier: Dossier, promise: Promise = SCAN) -> Promise:
    found = dossier.get(Promise, promise.id)
    assert found is not None
    return found


def doubts(incoming: Incoming) -> str:
    return " ".join(one.doubt for one in incoming.proposals)


def test_the_sheet_shows_each_promise_and_asks_what_came_of_it(form: tuple[Dossier, bytes]) -> None:
    filled = Filled(form[1])
    said = [[cell.value for cell in row][1:6] for row in filled.sheet(SHEET).iter_rows(min_row=3)]
    assert said[0][1:4] == ["2021", "een scan", None]
    assert said[1][1:4] == ["2021", "een cursus", None]
    rule = next(one for one in filled.sheet(SHEET).data_validations.dataValidation if one.type == "list")
    assert rule.formula1 == "'Keuzelijsten'!$D$2:$D$5"
    words = [row[3].value for row in filled.sheet("Keuzelijsten").iter_rows()][1:5]
    assert words == ["gedaan", "deels gedaan", "niet gedaan", "vervallen"]


def test_without_promises_there_is_no_sheet() -> None:
    dossier = sample(SIGNALS)
    assert SHEET not in Filled(made(dossier, order(dossier, 2022, 0)).workbook).book.sheetnames
    assert SHEET not in Filled(made(DOSSIER, order(DOSSIER, 2022, organisation_id=GOOR.id)).workbook).book.sheetnames


def test_untouched_promises_change_nothing_and_are_told_as_open(form: tuple[Dossier, bytes]) -> None:
    incoming = back(*form)
    assert standings(incoming) == [
        *("ontbreekt mensenhandel › Beloften › een scan", "ontbreekt mensenhandel › Beloften › een cursus"),
    ]
    assert taken(*form) == form[0]


def test_what_came_of_a_promise_comes_back_at_its_record(form: tuple[Dossier, bytes]) -> None:
    after = taken(form[0], edited(form[1], answered))
    assert held(after) == replace(SCAN, outcome=PromiseOutcome.DONE, reply="- in Goor\n- in Delden")
    assert held(after, COURSE).reply == "Alleen de eerste dag."


def test_other_words_for_an_outcome_are_read_with_a_doubt(form: tuple[Dossier, bytes]) -> None:
    incoming = back(form[0], edited(form[1], answered))
    assert "‘Deels’ is gelezen als ‘deels gedaan’." in doubts(incoming)
    strange = back(form[0], edited(form[1], lambda one: one.put(SHEET, SCAN_ROW, outcome="tja")))
    (unknown,) = [one for one in strange.proposals if one.standing is Standing.UNKNOWN]
    assert unknown.theirs == "tja"
    assert "gedaan, deels gedaan, niet gedaan, vervallen" in unknown.doubt


def test_a_reply_without_an_outcome_still_asks_for_the_outcome(form: tuple[Dossier, bytes]) -> None:
    incoming = back(form[0], edited(form[1], lambda one: one.put(SHEET, SCAN_ROW, reply="Bijna klaar.")))
    found = [(one.standing, one.field) for one in incoming.proposals if one.record_id == SCAN.id]
    assert found == [(Standing.MISSING, "outcome"), (Standing.NEW, "reply")]


def test_an_outcome_that_was_chosen_here_meanwhile_is_a_conflict(form: tuple[Dossier, bytes]) -> None:
    meanwhile = applied(form[0], set_value(form[0], SCAN, "outcome", PromiseOutcome.LAPSED))
    incoming = back(meanwhile, edited(form[1], answered))
    (conflict,) = [one for one in incoming.proposals if one.standing is Standing.CONFLICT]
    assert (conflict.base, conflict.mine, conflict.theirs) == ("nog open", "vervallen", "gedaan")


def test_sorted_rows_find_their_promise_and_sorted_columns_are_doubted(form: tuple[Dossier, bytes]) -> None:
    def swap(filled: Filled, *columns: int) -> None:
        sheet = filled.sheet(SHEET)
        for at in columns:
            first, second = sheet.cell(3, at), sheet.cell(4, at)
            first.value, second.value = second.value, first.value

    def whole(filled: Filled) -> None:
        answered(filled)
        swap(filled, *range(1, 7))

    assert held(taken(form[0], edited(form[1], whole))).outcome is PromiseOutcome.DONE

    def half(filled: Filled) -> None:
        answered(filled)
        swap(filled, 4)

    assert "misschien is er gesorteerd" in doubts(back(form[0], edited(form[1], half)))


def test_rows_that_lost_their_key_are_known_by_their_words(form: tuple[Dossier, bytes]) -> None:
    def keyless(filled: Filled) -> None:
        answered(filled)
        filled.sheet(SHEET).cell(3, 1).value = None

    incoming = back(form[0], edited(form[1], keyless))
    assert "herkend aan de woorden" in doubts(incoming)
    assert {one.record_id for one in incoming.proposals if one.field == "reply"} == {SCAN.id, COURSE.id}

    def bare(filled: Filled) -> None:
        answered(filled)
        filled.sheet(SHEET).delete_cols(1)
        filled.sheet(SHEET).delete_rows(1)

    fields = {(one.record_id, one.field) for one in back(form[0], edited(form[1], bare)).proposals}
    assert {(SCAN.id, "reply"), (COURSE.id, "reply")} <= fields


def test_a_promise_that_is_gone_here_keeps_its_answer_in_sight(form: tuple[Dossier, bytes]) -> None:
    without = applied(form[0], remove(form[0], SCAN))
    incoming = back(without, edited(form[1], answered))
    (unknown,) = [one for one in incoming.proposals if one.standing is Standing.UNKNOWN]
    assert "in Goor" in unknown.theirs
    assert "niet (meer) in het dossier" in unknown.doubt


def test_a_row_that_was_taken_away_is_told(form: tuple[Dossier, bytes]) -> None:
    incoming = back(form[0], edited(form[1], lambda one: one.sheet(SHEET).delete_rows(3)))
    assert "De regel staat niet meer in het formulier." in doubts(incoming)
    assert held(taken(form[0], edited(form[1], lambda one: one.sheet(SHEET).delete_rows(3)))) == SCAN


def test_a_sheet_that_did_not_come_back_is_told(form: tuple[Dossier, bytes]) -> None:
    incoming = back(form[0], edited(form[1], lambda one: one.book.remove(one.sheet(SHEET))))
    assert "In dit bestand zit het blad Beloften niet. Daarvan verandert niets." in incoming.notes


def test_promises_nobody_took_over_yet_are_taken_over_when_the_form_asks_them() -> None:
    asked = Question(id="vervolg", year_id="vorig", topic="Vervolg", promise=True)
    told = replace(answer("- een film\n- een quiz"), id="belofte", report_id="toen", question_id="vervolg")
    dossier = sample(LAST, BEFORE, asked, told)
    form = made(dossier, order(dossier, 2022, 0))
    added = [one.record.text for one in form.changes if isinstance(one, AddRecord) and isinstance(one.record, Promise)]
    assert added == ["een film", "een quiz"]
    after = applied(dossier, form.changes)
    done = taken(after, edited(form.workbook, lambda one: one.put(SHEET, "een quiz", outcome="vervallen")))
    assert [one.outcome for one in done.all(Promise)] == [PromiseOutcome.OPEN, PromiseOutcome.LAPSED]
