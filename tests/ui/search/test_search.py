"""A person looks for words over all years, comes to the field with the words selected, and replaces what is ticked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from riec_desktop.dossier import views
from riec_desktop.dossier.choices import YearState
from riec_desktop.dossier.records import Answer, Comment, Portfolio, ReportYear
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.search.panel import BEGIN, SearchPanel, found_text
from riec_desktop.ui.search.replace import ReplaceDialog, left_alone
from riec_desktop.ui.search.rows import hit_row, replaced_row
from riec_desktop.ui.widgets.record_table import RecordTable
from riec_desktop.ui.widgets.record_view import RecordView
from riec_desktop.ui.widgets.rich_area import RichArea
from riec_desktop.workspace.replacing import replaced
from riec_desktop.workspace.search import Hit, Query, search
from tests.helpers.program import Program


def panel(program: Program) -> SearchPanel:
    return program.bench.search.panel


def look_for(program: Program, words: str) -> Sequence[Hit]:
    """Press Ctrl+F, type, and give what is shown."""
    program.window.actions_made.actions["search"].trigger()
    found = panel(program)
    found.words.setFocus()
    found.words.selectAll()
    QTest.keyClicks(found.words, words)
    found.later.settle()
    return found.hits.rows.things


def selected(widget: QWidget | None) -> str:
    match widget:
        case QTextEdit() | QPlainTextEdit():
            return widget.textCursor().selectedText()
        case QLineEdit():
            return widget.selectedText()
        case _:
            return f"nothing can be selected in {widget}"


def test_the_tab_says_what_to_do(example: Program) -> None:
    example.window.actions_made.actions["search"].trigger()
    assert example.bench.side.currentWidget() is panel(example)
    assert panel(example).outcome.text() == BEGIN
    assert panel(example).words.hasFocus()
    assert not panel(example).replace_button.isVisible()


def test_what_is_found_is_counted_and_shown_with_its_place(example: Program) -> None:
    hits = look_for(example, "nagelstudio")
    assert panel(example).outcome.text() == found_text(len(hits))
    row = hit_row(example.bench.session.dossier, hits[0])
    assert row.below == "Mensenhandel 2023 › Context"
    assert [piece.text for piece in row.marked] == ["nagelstudio"]
    assert row.spoken.startswith("Mensenhandel 2023 › Context: ")


def test_nothing_found_says_what_else_to_try(example: Program) -> None:
    assert look_for(example, "staatnergens") == ()
    assert "Niets gevonden" in panel(example).outcome.text()
    assert not panel(example).hits.isVisible()


def test_enter_goes_to_the_words_and_then_to_the_next(example: Program) -> None:
    hits = look_for(example, "mensenhandel")
    QTest.keyClick(panel(example).words, Qt.Key.Key_Return)
    assert selected(example.window.focusWidget()).lower() == "mensenhandel"
    example.window.actions_made.actions["search"].trigger()
    QTest.keyClick(panel(example).words, Qt.Key.Key_Return)
    assert panel(example).hits.current() == hits[1]
    assert selected(example.window.focusWidget()) == "Mensenhandel"


def test_a_place_in_another_year_shows_that_year(example: Program) -> None:
    dossier = example.bench.session.dossier
    earlier = views.year_of(dossier, 2021)
    assert earlier is not None
    hit = next(one for one in look_for(example, "kwetsbare mensen") if one.year_id == earlier.id)
    example.bench.search.go_to(hit)
    assert example.bench.editing.year_id == earlier.id
    assert example.bench.years.currentText() == "2021"
    assert selected(example.window.focusWidget()) == "kwetsbare mensen"


def test_down_and_enter_in_the_list_go_there_too(example: Program) -> None:
    look_for(example, "nagelstudio")
    QTest.keyClick(panel(example).words, Qt.Key.Key_Down)
    assert panel(example).hits.hasFocus()
    QTest.keyClick(panel(example).hits, Qt.Key.Key_Return)
    assert selected(example.window.focusWidget()) == "nagelstudio"


def test_esc_goes_back_to_the_text(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    page = example.bench.page
    assert page is not None
    area = page.findChildren(RichArea)[1]
    area.setFocus()
    look_for(example, "zaak")
    QTest.keyClick(panel(example).words, Qt.Key.Key_Escape)
    assert example.window.focusWidget() is area


def test_words_that_are_selected_are_looked_for(example: Program) -> None:
    example.bench.search.go_to(look_for(example, "nagelstudio")[0])
    panel(example).words.clear()
    example.window.actions_made.actions["search"].trigger()
    assert panel(example).words.text() == "nagelstudio"


@dataclass(frozen=True)
class Choice:
    """A choice at the search, words that it matters for, and which places it leaves."""

    words: str
    turn_on: Callable[[SearchPanel], None]
    keeps: Callable[[Hit], bool]


CHOICES = {
    "whole word": Choice("handel", lambda one: one.whole_word.click(), lambda hit: not hit.before[-1:].isalnum()),
    "capitals": Choice("riec", lambda one: one.capitals.click(), lambda hit: hit.words == "riec"),
}


@pytest.mark.parametrize("name", CHOICES)
def test_a_choice_narrows_the_search_at_once(example: Program, name: str) -> None:
    before = look_for(example, CHOICES[name].words)
    CHOICES[name].turn_on(panel(example))
    after = panel(example).hits.rows.things
    assert len(after) < len(before)
    assert all(CHOICES[name].keeps(hit) for hit in after)


def test_one_year_can_be_chosen(example: Program) -> None:
    look_for(example, "mensenhandel")
    years = panel(example).years
    assert [years.itemText(at) for at in range(years.count())] == ["alle jaren", "2023", "2022", "2021"]
    years.setCurrentIndex(2)
    years.activated.emit(2)
    found = {hit.year_id for hit in panel(example).hits.rows.things}
    assert found == {years.currentData()}


def test_every_place_in_the_example_can_be_come_to(example: Program) -> None:
    """One hit of every field of every kind of record: the words are selected, or the table with the record shown."""
    dossier = example.bench.session.dossier
    hits = {(hit.kind, hit.field, hit.year_id): hit for hit in search(dossier, Query(text="e"), most=100_000)}
    lost: list[str] = []
    for hit in hits.values():
        example.bench.search.go_to(hit)
        focused = example.window.focusWidget()
        in_table = isinstance(focused, RecordView) and row_shown(focused) == hit.record_id
        if not in_table and selected(focused) != hit.words:
            lost.append(f"{hit.kind.__name__}.{hit.field} {selected(focused)}")
    assert "\n".join(lost) == ""


def row_shown(view: RecordView) -> str:
    table = view.parentWidget()
    assert isinstance(table, RecordTable)
    return table.current_id()


def test_an_edit_brings_the_list_up_to_date(example: Program) -> None:
    hit = look_for(example, "nagelstudio")[0]
    answer = example.bench.session.dossier.get(Answer, hit.record_id)
    assert answer is not None
    example.bench.editing.set(answer, "text", "Niets meer.")
    panel(example).later.settle()
    assert hit not in panel(example).hits.rows.things


def test_a_remark_leads_to_the_field_that_it_is_about(example: Program) -> None:
    hit = look_for(example, "nagelstudio")[0]
    remark = Comment(id="c", kind="Answer", record_id=hit.record_id, field="text", text="Klopt dit wel?")
    example.bench.editing.add(remark)
    example.bench.show_place(Place(PageId.OVERVIEW))
    example.bench.search.go_to(look_for(example, "klopt dit wel")[0])
    assert example.bench.place.page is PageId.PORTFOLIO
    assert isinstance(example.window.focusWidget(), QTextEdit)


# --- Replacing -------------------------------------------------------------------------------------------------------


def replace_by(new: str, *, without: int = 0) -> Callable[[QDialog], None]:
    """Type the new words, turn some of the ticks off and press the button."""

    def answer(dialog: QDialog) -> None:
        assert isinstance(dialog, ReplaceDialog)
        dialog.new_line.setText(new)
        dialog.list.setFocus()
        for _ in range(without):
            QTest.keyClick(dialog.list, Qt.Key.Key_Space)
            QTest.keyClick(dialog.list, Qt.Key.Key_Down)
        dialog.replace_button.click()

    return answer


def words_in(program: Program, text: str) -> int:
    return len(search(program.bench.session.dossier, Query(text=text)))


def test_replacing_is_one_step_with_a_name(example: Program) -> None:
    before = example.bench.session.dossier
    look_for(example, "mensenhandel")
    closed = sum(hit.bound.value == "closed" for hit in panel(example).hits.rows.things)
    example.person.will(replace_by("kapsalon"))
    panel(example).replace_button.click()
    assert example.bench.session.undo_label == "Vervangen: mensenhandel door kapsalon"
    assert words_in(example, "mensenhandel") == closed > 0
    assert words_in(example, "kapsalon") > 0
    example.window.undo()
    assert example.bench.session.dossier == before


def test_what_is_not_ticked_stays(example: Program) -> None:
    hits = look_for(example, "mensenhandel")
    free = [hit for hit in hits if hit.bound.value == "free"]
    example.person.will(replace_by("kapsalon", without=1))
    panel(example).replace_button.click()
    assert words_in(example, "kapsalon") == len(free) - 1


def test_a_text_on_the_page_shows_the_new_words(example: Program) -> None:
    example.bench.search.go_to(look_for(example, "nagelstudio")[0])
    example.person.will(replace_by("kapsalon"))
    panel(example).replace_button.click()
    area = example.bench.page.focusWidget() if example.bench.page else None
    assert isinstance(area, QTextEdit)
    assert "kapsalon" in area.toPlainText()


def test_what_was_replaced_is_said_and_ctrl_z_in_the_line_takes_it_back(example: Program) -> None:
    before = example.bench.session.dossier
    look_for(example, "nagelstudio")
    example.person.will(replace_by("kapsalon"))
    panel(example).replace_button.click()
    assert panel(example).outcome.text() == "1 plaats vervangen. Met Ctrl+Z maakt u dat ongedaan."
    panel(example).words.setFocus()
    QTest.keyClick(panel(example).words, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert example.bench.session.dossier == before
    panel(example).later.settle()
    assert panel(example).outcome.text() == "1 plaats gevonden"
    assert panel(example).words.text() == "nagelstudio"


def test_replacing_by_the_same_words_is_no_step(example: Program) -> None:
    look_for(example, "nagelstudio")
    example.person.will(replace_by("nagelstudio"))
    panel(example).replace_button.click()
    assert example.bench.session.undo_label == ""


def test_the_dialog_says_what_stays_as_it_is(example: Program) -> None:
    hits = look_for(example, "mensenhandel")
    dialog = ReplaceDialog(example.window, example.bench.session.dossier, panel(example).query(), hits)
    assert "in een afgesloten jaar" in dialog.note.text()
    dialog.list.rows.tick_all(on=False)
    assert dialog.replace_button.text() == "Ve&rvangen (0)"
    assert not dialog.replace_button.isEnabled()
    dialog.deleteLater()


def test_each_change_is_read_out_as_old_and_new(example: Program) -> None:
    hit = look_for(example, "nagelstudio")[0]
    row = replaced_row(example.bench.session.dossier, hit, "kapsalon")
    assert [(piece.text, piece.struck) for piece in row.marked] == [("nagelstudio", True), (" kapsalon", False)]
    assert "nagelstudio wordt kapsalon" in row.spoken
    assert "weggehaald" in replaced_row(example.bench.session.dossier, hit, "").spoken


def test_one_and_more_places_are_told_in_good_dutch() -> None:
    assert left_alone(()) == ""
    assert found_text(1) == "1 plaats gevonden"
    assert found_text(1000).startswith("De eerste 1000 plaatsen")


def test_a_portfolio_is_shown_in_the_newest_year_that_has_it(example: Program) -> None:
    dossier = example.bench.session.dossier
    years = {one.id: one.year for one in dossier.all(ReportYear)}
    for portfolio in dossier.all(Portfolio):
        hits = search(dossier, Query(text=portfolio.name))
        hit = next(one for one in hits if one.kind is Portfolio and one.record_id == portfolio.id)
        example.bench.search.go_to(hit)
        held = [years[one.id] for one in dossier.all(ReportYear) if portfolio_in(example, portfolio, one.id)]
        assert years[example.bench.editing.year_id] in held


def portfolio_in(program: Program, portfolio: Portfolio, year_id: str) -> bool:
    year = program.bench.session.dossier.get(ReportYear, year_id)
    assert year is not None
    return any(one.portfolio_id == portfolio.id for one in views.reports(program.bench.session.dossier, year))


def test_undo_shows_the_year_in_which_the_words_come_back(example: Program) -> None:
    year = views.year_of(example.bench.session.dossier, 2022)
    assert year is not None
    example.bench.editing.set(year, "state", YearState.OPEN)
    answer = next(one for one in look_for(example, "mensenhandel") if one.kind is Answer and one.year_id == year.id)
    dossier, editing = example.bench.session.dossier, example.bench.editing
    editing.do("Vervangen", replaced(dossier, [answer], "kapsalon", capitals=False))
    assert editing.year.year == 2023
    example.window.undo()
    assert editing.year.year == 2022
    assert example.report.year_id == year.id
