"""Tables on pages keep their widths, figures show groups and last year, and a closed year is quiet."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

from riec_desktop.dossier.choices import MissingReason, SmallChoice, YearState
from riec_desktop.dossier.records import Callout, Indicator, IndicatorValue, ReportYear
from riec_desktop.ui.kept_widths import KeptWidths
from riec_desktop.ui.pages.cards import CardsPart, RecordCard
from riec_desktop.ui.pages.figures import AllFiguresPart, FiguresPart, before_line, total_line
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.pages.parts import TablePart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.theme import line_height, unit
from riec_desktop.ui.typed import required
from riec_desktop.workspace.preferences import prefer, preferences
from riec_desktop.workspace.uses import uses
from tests.helpers import sample
from tests.helpers.program import Program


def table(program: Program, page: PageId) -> TablePart:
    program.bench.show_place(Place(page))
    return required(program.bench.page).findChildren(TablePart)[0]


def test_columns_come_back_as_wide_as_they_were_made(example: Program) -> None:
    view = table(example, PageId.ORGANISATIONS).table.view
    view.setColumnWidth(0, 240)
    table(example, PageId.FIGURES)
    again = table(example, PageId.ORGANISATIONS).table.view
    assert again is not view
    assert abs(again.columnWidth(0) - 240) <= 1


def test_a_text_of_more_lines_has_some_air_around_it(example: Program) -> None:
    view = table(example, PageId.FIGURES).table.view
    view.setColumnWidth(0, 80)
    example.settle()
    heights = {view.rowHeight(row) for row in range(view.model().rowCount())}
    three = line_height(view) * 3
    assert max(heights) >= three + unit(view) * 2
    assert three not in heights


def test_columns_that_nobody_touched_are_not_kept(example: Program) -> None:
    table(example, PageId.ORGANISATIONS)
    table(example, PageId.FIGURES)
    assert not [name for name in preferences(example.around.env) if name.startswith("kolommen")]


def test_a_damaged_preference_gives_no_widths(example: Program) -> None:
    kept = KeptWidths(example.around.env)
    prefer(example.around.env, **{"kolommen van a": ["breed", "smal"], "kolommen van b": "breed"})
    assert kept.of("a") == kept.of("b") == kept.of("c") == []


def test_the_chosen_figure_says_what_it_was_last_year(example: Program) -> None:
    part = table(example, PageId.FIGURES)
    chosen = next(one for one in part.table.model.records if isinstance(one, IndicatorValue) and one.actual)
    part.table.choose(chosen.id)
    assert part.name_of(chosen).startswith("analyseproducten – RIEC Amsterdam-Amstelland 2023 · vorig jaar ")


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (sample.figure("1234"), "vorig jaar 1.234"),
        (replace(sample.figure(None), missing=MissingReason.NOT_DELIVERED), "vorig jaar niet geleverd"),
        (sample.figure(None), ""),
    ],
)
def test_last_year_is_a_number_a_reason_or_nothing(before: IndicatorValue, line: str) -> None:
    now = replace(sample.figure(None), id="nu", year=2023)
    assert before_line(sample.sample(sample.SIGNALS, before), now) == line
    assert before_line(sample.sample(before), now) == ""


@pytest.mark.parametrize("kind", [QTextEdit, QPlainTextEdit])
def test_texts_of_a_closed_year_have_the_ground_of_what_cannot_be_changed(
    example: Program, kind: type[QTextEdit | QPlainTextEdit]
) -> None:
    example.show_portfolio("mensenhandel")
    page = required(example.bench.page)
    texts = [one for one in page.findChildren(kind) if not one.isReadOnly()]
    assert texts
    for locked, role in ((True, QPalette.ColorRole.Window), (False, QPalette.ColorRole.Base)):
        page.lock(locked=locked)
        assert {one.viewport().backgroundRole() for one in texts} == {role}


def boxes(program: Program) -> list[str]:
    return [one.id for one in program.bench.session.dossier.where(Callout, "report_id", program.report.id)]


def test_alt_and_an_arrow_move_a_card_unless_the_year_is_closed(example: Program) -> None:
    example.show_portfolio("mensenhandel")
    page = required(example.bench.page)
    part = page.findChildren(CardsPart)[0]
    part.add_button.click()
    before = boxes(example)
    card = next(one for one in page.findChildren(RecordCard) if getattr(one.record(), "id", "") == before[-1])
    title = card.findChildren(QLineEdit)[0]
    QTest.keyClick(title, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert boxes(example) == [*before[:-2], before[-1], before[-2]]
    card.lock(locked=True)
    QTest.keyClick(title, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert boxes(example) == [*before[:-2], before[-1], before[-2]]
    card.lock(locked=False)
    QTest.keyClick(title, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert boxes(example) == before


# --- No figure -------------------------------------------------------------------------------------------------------


def test_a_dash_offers_the_reasons_and_one_click_keeps_one(example: Program) -> None:
    shown = table(example, PageId.FIGURES).table
    record = shown.model.records[1]
    assert isinstance(record, IndicatorValue)
    assert record.actual is not None
    assert shown.edit_cell(record.id, "actual")
    editor = shown.view.findChildren(QLineEdit)[0]
    editor.setText("n.v.t.")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert "Is er geen cijfer?" in shown.message.text()
    assert [one.text() for one in shown.offers.buttons] == ["Onbekend", "Niet geleverd", "Vertrouwelijk"]
    shown.offers.buttons[1].click()
    kept = example.bench.session.dossier.get(IndicatorValue, record.id)
    assert kept is not None
    assert (kept.actual, kept.missing) == (None, MissingReason.NOT_DELIVERED)
    assert shown.offers.isHidden()
    example.bench.session.undo()
    assert example.bench.session.dossier.get(IndicatorValue, record.id) == record


def test_a_number_that_can_be_read_in_two_ways_is_kept_and_asked_about(example: Program) -> None:
    shown = table(example, PageId.FIGURES).table
    record = shown.model.records[1]
    assert shown.edit_cell(record.id, "actual")
    editor = shown.view.findChildren(QLineEdit)[0]
    editor.setText("1.234")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QCoreApplication.sendPostedEvents()
    kept = example.bench.session.dossier.get(IndicatorValue, record.id)
    assert kept is not None
    assert kept.actual == Decimal(1234)
    assert "is gelezen als 1234" in shown.message.text()


# --- Where a figure is used ------------------------------------------------------------------------------------------


def test_the_chosen_figure_shows_where_it_is_used_and_goes_there(example: Program) -> None:
    part = table(example, PageId.FIGURES)
    assert isinstance(part, FiguresPart)
    signals = next(
        one
        for one in part.table.model.records
        if isinstance(one, IndicatorValue)
        and example.bench.session.dossier.get(Indicator, one.indicator_id) == used(example)
    )
    part.table.choose(signals.id)
    part.refresh_detail()
    assert part.uses.count.text().startswith("Gebruikt op ")
    example.window.show()
    part.uses.buttons[0].click()
    assert example.bench.page is not part.parentWidget()
    assert example.bench.page is not None
    assert not example.bench.page.findChildren(AllFiguresPart)


def used(example: Program) -> Indicator:
    """An indicator that a text of the shown year is linked to."""
    dossier, year = example.bench.session.dossier, example.bench.editing.year.year or 0
    values = (one for one in dossier.all(IndicatorValue) if one.year == year)
    value = next(one for one in values if uses(dossier, one))
    return required(dossier.get(Indicator, value.indicator_id))


def test_a_total_says_who_is_not_in_it() -> None:
    dossier = sample.sample(sample.SIGNALS, sample.figure("12", organisation=sample.GOOR))
    assert total_line(dossier, sample.SIGNALS, 2022) == "signalen: 12 signalen, zonder RIEC Delden"


def test_who_fills_in_the_figures_sees_the_total_and_what_readers_see() -> None:
    one = replace(sample.TRAININGS, small_numbers=True, small_choice=SmallChoice.BELOW)
    dossier = sample.sample(one, sample.figure("3", one))
    assert total_line(dossier, one, 2022) == "trainingen: 3 trainingen, naar buiten: <5"


def test_an_indicator_that_texts_use_says_so_when_it_goes(example: Program) -> None:
    wanted = used(example)
    for year in example.bench.session.dossier.where(ReportYear, "state", YearState.CLOSED):
        example.bench.editing.set(year, "state", YearState.OPEN)
    part = table(example, PageId.INDICATORS)
    assert part.locate(Spot("Indicator", wanted.id)) is not None
    part.remove_rows([wanted.id])
    assert "die krijgen een aandachtspunt" in part.table.message.text()
    example.bench.session.undo()
    assert example.bench.session.dossier.get(Indicator, wanted.id) == wanted
