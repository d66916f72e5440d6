"""Forms over any record type, filled in with real keys."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate, QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from riec_desktop.dossier.choices import ActivityState, PortfolioStatus
from riec_desktop.dossier.fields import Kind, specs
from riec_desktop.dossier.records import (
    RECORD_TYPES,
    Activity,
    Indicator,
    IndicatorValue,
    Organisation,
    PortfolioReport,
    Question,
    Record,
    RegionalSection,
)
from riec_desktop.ui.theme import Tone
from riec_desktop.ui.typed import required
from riec_desktop.ui.widgets.choice_inputs import ChoiceInput, ChoicesInput, FlagInput, RefInput, RefsInput
from riec_desktop.ui.widgets.field_form import RecordForm, form_fields
from riec_desktop.ui.widgets.notes import FindingLabel
from riec_desktop.ui.widgets.text_inputs import DateInput, LineInput, RichInput, TextInput
from tests.helpers import sample

DOSSIER = sample.sample(sample.SIGNALS)
Key = Qt.Key


class Filled:
    """A form on screen, and what it told."""

    def __init__(self, qtbot: QtBot, record: Record, fields: list[str] | None = None) -> None:
        self.form = RecordForm(type(record), fields)
        qtbot.addWidget(self.form)
        self.form.resize(800, 400)
        self.form.show()
        self.form.activateWindow()
        qtbot.waitUntil(self.form.isActiveWindow)
        self.told: list[tuple[str, object]] = []
        self.owners: list[str] = []
        self.form.edited.connect(self._edited)
        self.form.set_record(DOSSIER, record)

    def _edited(self, field: str, value: object) -> None:
        self.told.append((field, value))
        self.owners.append(self.form.record.id if self.form.record else "")

    def line(self, name: str) -> LineInput:
        field = self.form.field(name)
        assert isinstance(field, LineInput)
        return field

    def type(self, name: str, text: str) -> None:
        """Replace what stands in a line."""
        line = self.line(name).line
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)


def activity(**values: object) -> Activity:
    return replace(Activity(id="1", title="Training"), **values)


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_field_of_every_type_has_an_input_with_a_name_that_is_spoken(qtbot: QtBot, kind: type[Record]) -> None:
    form = RecordForm(kind)
    qtbot.addWidget(form)
    form.set_record(DOSSIER, kind(id="1"))
    assert tuple(form.rows) == form_fields(kind)
    for name, row in form.rows.items():
        assert row.field.main.accessibleName().casefold() == specs(kind)[name].label.casefold()
        assert row.label.buddy() is row.field.main
        assert row.field.main.focusPolicy() is not Qt.FocusPolicy.NoFocus


def test_text_is_told_when_the_person_pauses(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    with qtbot.waitSignal(filled.form.edited):
        filled.type("title", "Nieuwe training ")
    assert filled.told == [("title", "Nieuwe training")]


def test_a_refresh_with_what_was_told_leaves_the_typing_alone(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    filled.type("title", "Nieuwe ")
    filled.form.flush()
    filled.form.set_record(DOSSIER, activity(title="Nieuwe"))
    QTest.keyClicks(filled.line("title").line, "training")
    filled.form.flush()
    assert filled.told == [("title", "Nieuwe"), ("title", "Nieuwe training")]


def test_a_refresh_with_another_value_never_takes_away_what_is_being_typed(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    filled.type("title", "Bezig")
    filled.form.set_record(DOSSIER, activity(title="Van een ander"))
    assert filled.line("title").line.text() == "Bezig"
    filled.form.flush()
    assert filled.told == [("title", "Bezig")]


def test_showing_another_value_tells_nothing(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    filled.form.set_record(DOSSIER, activity(title="Anders", start=date(2023, 3, 3), joint=False))
    filled.form.flush()
    assert filled.told == []
    assert filled.line("title").line.text() == "Anders"
    assert filled.line("start").line.text() == "3-3-2023"


def test_a_dutch_date_is_told_as_a_day_and_shown_short(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    filled.type("start", "3 maart 2023")
    QTest.keyClick(filled.line("start").line, Key.Key_Tab)
    assert filled.told == [("start", date(2023, 3, 3))]
    assert filled.line("start").line.text() == "3-3-2023"


def test_half_a_date_is_no_mistake_while_it_is_typed(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    filled.type("start", "3-3")
    field = filled.line("start")
    qtbot.waitUntil(lambda: not field.is_waiting())
    assert field.problem() == ""


def test_half_a_date_is_no_mistake_when_a_person_looks_at_another_window(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    filled.type("start", "3-3")
    away = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason)
    QApplication.sendEvent(filled.line("start").line, away)
    assert filled.form.problems() == {}
    assert filled.line("start").line.text() == "3-3"


def test_what_is_no_date_stays_with_a_sentence_and_is_not_told(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    filled.type("start", "vorige week")
    QTest.keyClick(filled.line("start").line, Key.Key_Tab)
    assert filled.told == []
    assert filled.form.problems() == {"start": "Dit is geen datum. Typ bijvoorbeeld 3-3-2023 of 3 maart 2023."}
    error = filled.form.rows["start"].error
    assert error is not None
    assert error.isVisible()
    assert "geen datum" in filled.line("start").line.accessibleDescription()
    filled.form.set_record(DOSSIER, activity())
    assert filled.line("start").line.text() == "vorige week"


def test_a_mistake_that_is_mended_loses_its_sentence(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    filled.type("start", "x")
    filled.form.flush()
    filled.type("start", "1-2-2023")
    filled.form.flush()
    assert filled.form.problems() == {}
    assert filled.told == [("start", date(2023, 2, 1))]


def test_a_mistake_waits_until_the_person_comes_back_to_the_record(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    filled.type("start", "vorige week")
    filled.form.set_record(DOSSIER, Activity(id="2"))
    assert filled.line("start").line.text() == ""
    filled.form.set_record(DOSSIER, activity())
    assert filled.line("start").line.text() == "vorige week"
    assert "start" in filled.form.problems()


def test_what_was_typed_for_a_record_is_told_before_another_one_is_shown(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    filled.type("title", "Nieuw")
    filled.form.set_record(DOSSIER, Activity(id="2"))
    assert filled.told == [("title", "Nieuw")]
    assert filled.owners == ["1"]


def test_a_number_is_typed_in_dutch_and_may_be_empty(qtbot: QtBot) -> None:
    filled = Filled(qtbot, IndicatorValue(id="1"))
    filled.type("actual", "1.234,5")
    filled.form.flush()
    filled.type("actual", " ")
    filled.form.flush()
    assert [str(value) for _, value in filled.told] == ["1234.5", "None"]


def test_a_number_that_is_needed_may_not_be_empty(qtbot: QtBot) -> None:
    filled = Filled(qtbot, Indicator(id="1"))
    filled.type("decimals", " ")
    filled.form.flush()
    assert filled.form.problems() == {"decimals": "Dit veld mag niet leeg zijn."}


def test_the_calendar_gives_a_day(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity(start=date(2023, 3, 3)))
    field = filled.form.field("start")
    assert isinstance(field, DateInput)
    field.line.setFocus()
    QTest.keyClick(field.line, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.popup.isVisible()
    assert field.popup.calendar.selectedDate() == QDate(2023, 3, 3)
    field.popup.calendar.activated.emit(QDate(2023, 3, 8))
    assert field.popup.isHidden()
    assert filled.told == [("start", date(2023, 3, 8))]


def test_a_flag_is_flipped_with_space(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    field = filled.form.field("joint")
    assert isinstance(field, FlagInput)
    QTest.keyClick(field.box, Key.Key_Space)
    assert filled.told == [("joint", False)]


def test_a_choice_is_made_with_the_arrows_and_not_with_the_wheel(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    field = filled.form.field("state")
    assert isinstance(field, ChoiceInput)
    assert field.combo.currentText() == "gepland"
    field.combo.setFocus()
    QTest.keyClick(field.combo, Key.Key_Down)
    assert filled.told == [("state", ActivityState.RUNNING)]


def test_a_letter_chooses_as_in_other_programs(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    field = filled.form.field("state")
    assert isinstance(field, ChoiceInput)
    field.combo.setFocus()
    QTest.keyClicks(field.combo, "ges")
    assert not field.combo.view().isVisible()
    assert filled.told == [("state", ActivityState.STOPPED)]


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return])
def test_what_is_marked_in_the_open_list_is_chosen_with_tab_too(qtbot: QtBot, key: Key) -> None:
    filled = Filled(qtbot, activity())
    field = filled.form.field("state")
    assert isinstance(field, ChoiceInput)
    field.combo.setFocus()
    QTest.keyClick(field.combo, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(field.combo.view(), Key.Key_Down)
    assert (field.combo.view().isVisible(), filled.told) == (True, [])
    QTest.keyClick(field.combo.view(), key)
    assert (field.combo.view().isVisible(), filled.told) == (False, [("state", ActivityState.RUNNING)])
    assert field.combo.hasFocus() == (key == Key.Key_Return), "Tab goes on to the next field"


def test_esc_in_the_open_list_changes_nothing(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    field = filled.form.field("state")
    assert isinstance(field, ChoiceInput)
    field.combo.showPopup()
    QTest.keyClick(field.combo.view(), Key.Key_Down)
    QTest.keyClick(field.combo.view(), Key.Key_Escape)
    assert (field.combo.view().isVisible(), filled.told) == (False, [])


def test_several_words_are_checked_with_space(qtbot: QtBot) -> None:
    filled = Filled(qtbot, Question(id="1", required_for=(PortfolioStatus.RUNNING,)))
    field = filled.form.field("required_for")
    assert isinstance(field, ChoicesInput)
    field.list.items.setFocus()
    field.list.items.setCurrentRow(0)
    QTest.keyClick(field.list.items, Key.Key_Space)
    assert filled.told == [("required_for", (PortfolioStatus.PREPARING, PortfolioStatus.RUNNING))]


def test_a_reference_is_found_by_part_of_its_name(qtbot: QtBot) -> None:
    filled = Filled(qtbot, RegionalSection(id="1"))
    field = filled.form.field("organisation_id")
    assert isinstance(field, RefInput)
    field.combo.setFocus()
    QTest.keyClicks(field.combo, "goor")
    popup = required(required(field.combo.completer()).popup())
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    assert filled.told == [("organisation_id", "goor")]
    assert field.combo.currentText() == "RIEC Goor"


def test_a_name_that_is_not_there_is_put_back(qtbot: QtBot) -> None:
    filled = Filled(qtbot, RegionalSection(id="1", organisation_id="goor"))
    field = filled.form.field("organisation_id")
    assert isinstance(field, RefInput)
    field.combo.setFocus()
    QTest.keyClicks(field.combo, "Atlantis")
    QTest.keyClick(field.combo, Key.Key_Tab)
    assert filled.told == []
    assert field.combo.currentText() == "RIEC Goor"


def test_a_reference_is_emptied_with_none(qtbot: QtBot) -> None:
    filled = Filled(qtbot, RegionalSection(id="1", organisation_id="goor"))
    combo = filled.form.field("organisation_id").main
    assert isinstance(combo, QComboBox)
    combo.setFocus()
    QTest.keyClick(combo, Key.Key_Up)
    QTest.keyClick(combo, Key.Key_Up)
    assert filled.told == [("organisation_id", "liec"), ("organisation_id", None)]
    assert combo.currentText() == "(geen)"


def test_several_records_are_checked_in_a_list_that_opens(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity(organisation_ids=("delden",)))
    field = filled.form.field("organisation_ids")
    assert isinstance(field, RefsInput)
    assert field.select.text() == "RIEC Delden"
    QTest.keyClick(field.select, Key.Key_Down)
    items = field.select.popup.list.items
    assert [items.item(row).text() for row in range(items.count())] == ["LIEC", "RIEC Goor", "RIEC Delden"]
    items.setCurrentRow(1)
    QTest.keyClick(items, Key.Key_Space)
    QTest.keyClick(items, Key.Key_Escape)
    assert field.select.popup.isHidden()
    assert filled.told == [("organisation_ids", ("goor", "delden"))]
    assert field.select.text() == "RIEC Goor, RIEC Delden"


def test_a_reference_to_what_is_not_offered_stays_in_sight(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity(organisation_ids=("politie",)))
    field = filled.form.field("organisation_ids")
    assert isinstance(field, RefsInput)
    assert field.select.text() == "politie"


def test_lists_and_texts_are_typed_over_more_lines(qtbot: QtBot) -> None:
    filled = Filled(qtbot, Organisation(id="1"))
    field = filled.form.field("aliases")
    assert isinstance(field, TextInput)
    QTest.keyClicks(field.edit, "een")
    QTest.keyClick(field.edit, Key.Key_Return)
    QTest.keyClicks(field.edit, "twee")
    filled.form.flush()
    assert filled.told == [("aliases", ("een", "twee"))]


def test_rich_text_is_told_as_markdown(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity(), ["result"])
    field = filled.form.field("result")
    assert isinstance(field, RichInput)
    QTest.keyClick(field.editor.area, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.editor.area, "vet")
    filled.form.flush()
    assert filled.told == [("result", "**vet**")]


def test_undo_in_a_line_is_left_to_the_window(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    filled.type("title", "Nieuw")
    QTest.keyClick(filled.line("title").line, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert filled.told == [("title", "Nieuw")]
    assert filled.line("title").line.text() == "Nieuw"


def test_findings_stand_at_their_field(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    filled.form.show_notes({"title": [(Tone.ERROR, "Geef de activiteit een titel.")]})
    row = filled.form.rows["title"]
    shown = [one.text() for one in row.findChildren(FindingLabel) if one.isVisible()]
    assert shown == ["Geef de activiteit een titel."]
    filled.form.show_notes({})
    assert [one.text() for one in row.findChildren(FindingLabel) if one.isVisible()] == []


def test_the_form_tells_which_field_a_person_is_in(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    told: list[str] = []
    filled.form.focused.connect(told.append)
    filled.form.field("end").setFocus()
    assert told == ["end"]


def test_a_record_that_cannot_be_changed_takes_no_keys(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity())
    filled.form.set_read_only(True)
    filled.type("title", "x")
    filled.form.flush()
    assert filled.told == []


def test_tab_walks_through_the_fields_in_their_order(qtbot: QtBot) -> None:
    filled = Filled(qtbot, activity(), ["title", "state", "start", "end", "joint", "result"])
    filled.form.field("title").setFocus()
    visited: list[str] = []
    for _ in filled.form.rows:
        here = required(QApplication.focusWidget())
        visited.append(next(name for name, row in filled.form.rows.items() if _within(here, row)))
        QTest.keyClick(here, Key.Key_Tab)
    assert visited == list(filled.form.rows)


def _within(widget: QWidget, row: QWidget) -> bool:
    return row.isAncestorOf(widget)


def test_a_narrow_form_has_one_column(qtbot: QtBot) -> None:
    filled = Filled(qtbot, PortfolioReport(id="1"))
    rows = filled.form.rows
    assert rows["goal_id"].y() == rows["name_then"].y()
    filled.form.resize(filled.form.fontMetrics().averageCharWidth() * 50, 900)
    QApplication.sendPostedEvents()
    assert rows["goal_id"].y() < rows["name_then"].y()


def test_fields_that_belong_to_the_place_of_a_record_are_not_asked() -> None:
    assert "report_id" not in form_fields(Activity)
    assert "position" not in form_fields(Activity)
    assert all(specs(Activity)[name].kind is not Kind.REF for name in form_fields(Activity))
