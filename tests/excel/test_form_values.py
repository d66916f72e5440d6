"""What a cell says about its field: values in every notation, with the doubt."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from riec_desktop.dossier.choices import ActivityState, MissingReason
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.records import Activity, IndicatorValue, Record
from riec_desktop.dossier.richtext import Linked
from riec_desktop.excel.celltext import Look
from riec_desktop.excel.form_fields import NOTHING_SENT, Sent, key_of, packed, read_key, unpacked
from riec_desktop.excel.form_values import Given, Known, given
from riec_desktop.excel.reading.cells import ReadCell
from tests.helpers.sample import GOOR, sample


def nothing(_: Linked) -> str:
    return ""


KNOWN = Known(dossier=sample(replace(GOOR, aliases=("Goor",))), tokens={}, show=nothing)


def read(kind: type[Record], name: str, value: Any, base: Any = None, **flags: bool) -> Given:
    cell = ReadCell((Look(value),) if isinstance(value, str) else value, **flags)
    return given(cell, specs(kind)[name], base, KNOWN)


@pytest.mark.parametrize(
    ("typed", "value"),
    [("ja", True), ("X", True), ("Nee.", False), (True, True), (False, False)],
)
def test_flags(typed: Any, value: bool) -> None:
    assert read(Activity, "joint", typed).value is value


def test_what_is_neither_yes_nor_no_is_told() -> None:
    assert not read(Activity, "joint", "misschien", True).understood


@pytest.mark.parametrize(
    ("typed", "value", "doubtful"),
    [
        ("afgerond", ActivityState.DONE, False),
        (" Loopt ", ActivityState.RUNNING, False),
        ("klaar", ActivityState.DONE, True),
        ("gesto", ActivityState.STOPPED, True),
    ],
)
def test_choices_by_word_with_tolerance(typed: str, value: ActivityState, doubtful: bool) -> None:
    found = read(Activity, "state", typed)
    assert (found.value, bool(found.doubts)) == (value, doubtful)


def test_a_word_that_is_no_choice_is_told_with_the_list() -> None:
    found = read(Activity, "state", "ge", ActivityState.DONE)
    assert (found.value, found.understood) == (ActivityState.DONE, False)
    assert "gepland, loopt, afgerond, gestopt" in found.doubts[0]


def test_an_empty_cell_says_nothing_where_there_is_always_a_value() -> None:
    state, missing = specs(Activity)["state"], specs(IndicatorValue)["missing"]
    assert given(None, state, ActivityState.DONE, KNOWN).value is ActivityState.DONE
    assert given(None, missing, MissingReason.UNKNOWN, KNOWN).value is MissingReason.NONE


def test_an_error_of_excel_is_no_value() -> None:
    assert not read(IndicatorValue, "actual", "#REF!", error=True).understood


def test_a_formula_gives_its_value_and_a_doubt() -> None:
    found = read(IndicatorValue, "actual", Decimal("9.50"), formula=True)
    assert found.value == Decimal("9.5")
    assert "formule" in found.doubts[0]


def test_a_day_in_a_number_and_a_number_in_a_day_are_told() -> None:
    assert not read(IndicatorValue, "actual", date(2022, 1, 1)).understood
    assert not read(IndicatorValue, "reference_date", Decimal(5)).understood
    assert read(IndicatorValue, "reference_date", "31-2-22").understood is False


def test_a_day_with_its_month_first_is_read_with_a_doubt_where_it_can_be_nothing_else() -> None:
    found = read(IndicatorValue, "reference_date", "12/31/2023")
    assert (found.value, found.doubts) == (date(2023, 12, 31), ("‘12/31/2023’ is gelezen als 31-12-2023.",))
    assert read(IndicatorValue, "reference_date", "3/4/2023").value == date(2023, 4, 3)
    assert not read(IndicatorValue, "reference_date", "13/31/2023").understood


def test_a_day_far_away_raises_a_doubt() -> None:
    assert "ver weg" in read(IndicatorValue, "reference_date", date(1922, 1, 1)).doubts[0]


@pytest.mark.parametrize("name", ["title", "result"])
def test_text_that_excel_made_a_day_of_raises_a_doubt(name: str) -> None:
    found = read(Activity, name, date(2022, 4, 3))
    assert found.value == "3-4-2022"
    assert "maakte er een datum van" in found.doubts[0]


def test_names_by_alias_and_without_the_word_riec() -> None:
    assert read(Activity, "organisation_ids", "goor & delden en LIEC").value == ("goor", "delden", "liec")


# --- Keys and what was sent ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["", "Answer|a", "Portfolio|a|b", "IndicatorValue|a|jaar|b", "Vraag", "Answer|a|b|c"])
def test_what_is_no_key_is_none(text: str) -> None:
    assert read_key(text) is None


def test_only_asked_records_have_a_key() -> None:
    with pytest.raises(TypeError):
        key_of(GOOR)


def test_what_was_sent_is_kept_and_anything_else_is_none() -> None:
    sent = Sent(values={"Activity|v|a": {"title": "x"}}, tokens={"1": "{cijfer:a}"})
    assert unpacked(packed(sent)) == sent
    assert unpacked(b"iets anders") is None
    assert unpacked(packed(NOTHING_SENT)[:-5]) is None


def test_a_value_that_does_not_fit_any_more_reads_as_nothing() -> None:
    key = read_key("Activity|v|a")
    assert key is not None
    sent = Sent(values={key.text(): {"state": "weg"}}, tokens={})
    assert sent.value(key, "state") is ActivityState.PLANNED
    assert sent.value(key, "title") == ""
