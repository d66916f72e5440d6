"""The preview follows what is typed letter by letter, and shows what a preview made anew would show."""

from collections.abc import Generator
from dataclasses import replace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from riec_desktop.chapter.blocks import Caption, Picture
from riec_desktop.chapter.html import LIGHT, Piece, page_of
from riec_desktop.dossier import edits, views
from riec_desktop.dossier.choices import Scope
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    Indicator,
    IndicatorValue,
    PortfolioReport,
    Record,
    ReportYear,
)
from riec_desktop.ui.only_texts import differ_in_texts
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.pages.portfolio import PortfolioPage
from riec_desktop.ui.paper import paper
from riec_desktop.ui.places import PageId, Place, place_of
from riec_desktop.ui.preview import LONG, MOST, section, whole_chapter
from riec_desktop.ui.preview_view import Preview
from riec_desktop.ui.widgets.inputs import FieldInput
from riec_desktop.ui.widgets.rich_editor import RichTextEditor
from riec_desktop.workspace.content import example_dossier
from tests.helpers.program import Program
from tests.helpers.scaled import scaled


def first_editor(program: Program) -> RichTextEditor:
    program.show_portfolio("mensenhandel")
    program.settle()
    page = program.bench.page
    assert isinstance(page, PortfolioPage)
    editor = page.questions.parts()[0].editor
    editor.setFocus(Qt.FocusReason.OtherFocusReason)
    return editor


def shown(program: Program) -> str:
    """The text of the preview, when everything that waits for the paint was done."""
    program.bench.preview.settle()
    return program.bench.side.preview.toPlainText()


def made_anew(program: Program, place: Place) -> str:
    """The markup of a preview that shows the section for the first time."""
    bench = program.bench
    found = section(bench.session.dossier, bench.editing.year, place, paper(bench.palette()))
    preview = Preview()
    preview.show_pieces(found.pieces, found.palette, found.drawings)
    return preview.toHtml()


def test_a_letter_is_in_the_preview_before_the_text_is_handed_over(example: Program) -> None:
    editor = first_editor(example)
    QTest.keyClicks(editor.area, "Zojuist getypt. ")
    assert "Zojuist getypt." in shown(example)
    assert not any("Zojuist" in one.text for one in example.bench.session.dossier.all(Answer))


def test_a_text_that_was_empty_comes_in_the_preview(example: Program) -> None:
    editor = first_editor(example)
    editor.area.selectAll()
    QTest.keyClick(editor.area, Qt.Key.Key_Delete)
    editor.flush()
    example.settle()
    QTest.keyClicks(editor.area, "Opnieuw begonnen")
    assert "Opnieuw begonnen" in shown(example)


@pytest.mark.parametrize(
    "typed",
    ["een woord ", "**vet** en *schuin*", "Eén alinea.\n\nEn nog een.", "- een punt\n- nog een", "", "<b>&amp;"],
)
def test_the_preview_looks_as_if_it_was_made_anew(example: Program, typed: str) -> None:
    editor = first_editor(example)
    QTest.keyClicks(editor.area, "Zo. ")
    shown(example)
    editor.area.selectAll()
    QTest.keyClick(editor.area, Qt.Key.Key_Delete)
    editor.set_text(typed)
    for letter in "abc":
        QTest.keyClicks(editor.area, letter)
        shown(example)
    editor.flush()
    assert example.bench.side.preview.toHtml() == made_anew(example, example.bench.place)


LINES = [
    ("PortfolioReport", "contractor"),
    ("PortfolioReport", "execution"),
    ("Activity", "title"),
    ("Callout", "title"),
]
"""Kind and field of lines and texts without formatting that are part of a section."""


@pytest.mark.parametrize(("kind", "field"), LINES)
def test_a_line_is_followed_letter_by_letter_too(example: Program, kind: str, field: str) -> None:
    first_editor(example)
    dossier, report = example.bench.session.dossier, example.report
    owned = {"Activity": Activity, "Callout": Callout}
    record = dossier.where(owned[kind], "report_id", report.id)[0] if kind in owned else report
    found = example.bench.visit(Spot(kind, record.id, field))
    assert isinstance(found, FieldInput)
    QTest.keyClicks(found.main, "Zojuist")
    assert "Zojuist" in shown(example)
    assert example.bench.session.dossier is dossier
    found.flush()
    example.settle()
    assert example.bench.side.preview.toHtml() == made_anew(example, example.bench.place)


def test_names_and_order_are_no_texts() -> None:
    """What is remembered of a section hangs on them."""
    dossier = example_dossier()
    report = dossier.all(PortfolioReport)[0]
    assert differ_in_texts(dossier, changed(dossier, report, "client", "iemand anders"))
    assert not differ_in_texts(dossier, changed(dossier, report, "name_then", "een andere naam"))
    more = edits.add(replace(report, id="nog een"))
    assert not differ_in_texts(dossier, edits.applied(dossier, more))
    year = dossier.all(ReportYear)[0]
    assert differ_in_texts(dossier, changed(dossier, year, "opening", "Een ander begin."))
    assert not differ_in_texts(dossier, changed(dossier, year, "number", "9.9"))


def changed(dossier: Dossier, record: Record, field: str, value: str) -> Dossier:
    return edits.applied(dossier, edits.set_value(dossier, record, field, value))


def test_the_preview_stays_where_the_person_reads(example: Program) -> None:
    editor = first_editor(example)
    QTest.keyClicks(editor.area, "Zo. ")
    shown(example)
    bar = example.bench.side.preview.verticalScrollBar()
    place = bar.value()
    QTest.keyClicks(editor.area, "En zo verder.")
    shown(example)
    assert bar.value() == place


def test_what_is_selected_in_the_preview_stays_so(example: Program) -> None:
    """Only the paragraph that is typed is exchanged; to copy from another one a person need not stop typing."""
    editor = first_editor(example)
    QTest.keyClicks(editor.area, "Zo. ")
    shown(example)
    preview = example.bench.side.preview
    assert preview.find("Status:")
    QTest.keyClicks(editor.area, "En verder.")
    assert "En verder." in shown(example)
    assert preview.textCursor().selectedText() == "Status:"


def test_the_preview_comes_to_what_is_typed(example: Program) -> None:
    editor = first_editor(example)
    bar = example.bench.side.preview.verticalScrollBar()
    bar.setValue(bar.maximum())
    QTest.keyClicks(editor.area, "Hier. ")
    shown(example)
    assert bar.value() < bar.maximum()


def test_a_box_on_the_page_with_all_boxes_shows_the_section_of_its_portfolio(example: Program) -> None:
    dossier, year = example.bench.session.dossier, example.bench.editing.year
    reports = {one.id for one in views.reports(dossier, year)}
    box = next(one for one in dossier.all(Callout) if one.report_id in reports)
    example.bench.show_place(Place(PageId.CALLOUTS))
    example.bench.jump(Spot("Callout", box.id, "text"))
    example.settle()
    assert example.bench.place == Place(PageId.CALLOUTS)
    editor = next(one for one in example.window.findChildren(RichTextEditor) if one.area.hasFocus())
    QTest.keyClicks(editor.area, "Zo gaat het. ")
    assert "Zo gaat het." in shown(example)
    editor.flush()
    assert shown(example)
    report_place = place_of(example.bench.session.dossier, "Callout", box.id, year.id)
    assert example.bench.side.preview.toHtml() == made_anew(example, report_place)


def test_after_another_page_what_was_typed_before_is_no_longer_followed(example: Program) -> None:
    editor = first_editor(example)
    QTest.keyClicks(editor.area, "Weg. ")
    example.bench.show_place(Place(PageId.TEXTS))
    example.settle()
    assert "Weg." not in shown(example)


def test_a_long_chapter_is_not_shown_as_a_whole(app: Program) -> None:
    times = MOST // 8 + 1
    assert app.window.desk.start(scaled(example_dossier(), times))
    app.settle()
    assert LONG in shown(app)


def test_what_does_not_come_from_a_text_is_never_old(example: Program) -> None:
    """A figure, an indicator or the number of the year may stand in any section."""
    bench = example.bench
    first_editor(example)
    value = next(one for one in bench.session.dossier.all(IndicatorValue) if one.year == 2023 and one.actual)
    bench.editing.set(value, "actual", (value.actual or 0) + 1000)
    example.settle()
    for indicator in bench.session.dossier.all(Indicator):
        bench.editing.set(indicator, "scope", Scope.NATIONAL)
    bench.editing.set(bench.editing.year, "number", "7.1")
    activity = bench.session.dossier.where(Activity, "report_id", bench.place.record_id)[0]
    bench.editing.set(activity, "title", "Een andere naam")
    example.settle()
    assert bench.side.preview.toHtml() == made_anew(example, bench.place)


def test_a_text_of_the_year_leaves_the_numbers_alone(example: Program) -> None:
    bench = example.bench
    bench.show_place(Place(PageId.TEXTS))
    example.settle()
    bench.editing.set(bench.editing.year, "opening", "Een ander begin.")
    example.settle()
    assert "Een ander begin." in bench.side.preview.toPlainText()
    assert bench.side.preview.toHtml() == made_anew(example, bench.place)


# --- The whole chapter -----------------------------------------------------------------------------------------------


def whole_at_once(program: Program) -> str:
    """The markup of a preview in which the whole chapter is laid out at once."""
    bench = program.bench
    found = whole_chapter(bench.session.dossier, bench.editing.year, program.around.env.now(), paper(bench.palette()))
    preview = Preview()
    preview.show_html(page_of(found.pieces, found.palette), found.drawings)
    return preview.toHtml()


def overview(program: Program) -> Preview:
    """The preview beside the overview, whole."""
    program.bench.show_place(Place(PageId.OVERVIEW))
    program.settle()
    return program.bench.side.preview


def test_a_whole_chapter_comes_in_steps_and_is_the_same(example: Program) -> None:
    assert overview(example).toHtml() == whole_at_once(example)


def test_a_change_makes_only_what_changed_anew_and_the_person_stays_where_she_reads(example: Program) -> None:
    preview = overview(example)
    bar = preview.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    dossier, year = example.bench.session.dossier, example.bench.editing.year
    last = dossier.where(Activity, "report_id", views.reports(dossier, year)[-1].id)[0]
    example.bench.editing.set(last, "title", "Een heel andere naam")
    example.settle()
    assert "Een heel andere naam" in preview.toPlainText()
    assert preview.toHtml() == whole_at_once(example)
    assert bar.value() == place


def test_other_charts_are_seen_and_the_person_stays_where_she_reads(example: Program) -> None:
    preview = overview(example)
    bar = preview.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = bar.value()
    bench = example.bench
    value = next(one for one in bench.session.dossier.all(IndicatorValue) if one.year == 2023 and one.actual)
    bench.editing.set(value, "actual", (value.actual or 0) + 1000)
    example.settle()
    assert preview.toHtml() == whole_at_once(example)
    assert bar.value() == place
    assert preview.updatesEnabled()


def test_who_goes_on_before_the_chapter_is_whole_sees_what_she_went_to(example: Program) -> None:
    bench = example.bench
    overview(example)
    bench.editing.set(bench.editing.year, "number", "7.1")
    bench.settle_derived()
    example.show_portfolio("mensenhandel")
    example.settle()
    assert bench.side.preview.toHtml() == made_anew(example, bench.place)
    assert bench.side.preview.updatesEnabled()
    assert overview(example).toHtml() == whole_at_once(example)


def test_another_width_lays_a_whole_chapter_out_anew(example: Program, qtbot: QtBot) -> None:
    preview = overview(example)
    preview.resize(preview.width() - 60, preview.height())
    with qtbot.waitSignal(preview.looks_changed):
        pass
    example.settle()
    assert preview.toHtml() == whole_at_once(example)


def piece(words: str, level: int) -> Piece:
    """A heading, a paragraph or a table."""
    named = {1: f"<h3>{words}</h3>", 2: f'<p style="margin-top:{len(words)}px">{words}</p>'}
    table = f'<table border="1"><tr><td>{words}</td></tr></table>'
    return Piece(named.get(level, f"<p >{words}</p>{table}"))


pieces = st.lists(st.builds(piece, st.text("abc", min_size=1, max_size=3), st.integers(1, 3)), min_size=1, max_size=30)


@given(st.lists(pieces, min_size=1, max_size=4), st.integers(0, 6))
@settings(max_examples=40, deadline=None)
def test_a_text_that_grew_and_changed_is_the_same_as_one_made_at_once(texts: list[list[Piece]], stopped: int) -> None:
    preview, fresh = Preview(), Preview()
    for text in texts:
        steps = preview.growing(text, LIGHT, {})
        for _ in range(stopped):
            next(steps, None)
    for _ in preview.growing(texts[-1], LIGHT, {}):
        pass
    fresh.show_html(page_of(texts[-1], LIGHT))
    assert preview.toHtml() == fresh.toHtml()


@pytest.mark.usefixtures("qapp")
def test_a_preview_that_goes_while_it_grows_leaves_nothing_to_fail() -> None:
    preview = Preview()
    text = [Piece(markup=f"<p>Regel {at}</p>") for at in range(60)]
    drawing = Caption(label="Figuur", prefix="3.4", number=1, text="Beeld", bookmark="g1_a")
    picture = Picture(
        content=b"",
        media_type="image/png",
        width=1,
        height=1,
        caption=drawing,
        title="Een beeld",
        description="Een beeld",
    )
    steps = cast("Generator[None]", preview.growing(text, LIGHT, {"riec:beeld": picture}))
    next(steps)
    delete(preview)
    steps.close()
