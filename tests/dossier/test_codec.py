"""Values of fields as plain JSON and as SQLite columns."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.codec import (
    WrongValueError,
    column_reader,
    decimal_text,
    json_reader,
    to_column,
    to_json,
)
from riec_desktop.dossier.fields import FieldSpec, specs
from riec_desktop.dossier.records import RECORD_TYPES, Answer, IndicatorValue, Organisation, PortfolioReport, Settings
from tests.helpers.strategies import ALL_IDS, decimals, raw_texts, values

EVERY_FIELD = [
    pytest.param(spec, id=f"{kind.__name__}.{spec.name}") for kind in RECORD_TYPES for spec in specs(kind).values()
]


@pytest.mark.parametrize("spec", EVERY_FIELD)
def test_the_default_of_every_field_survives(spec: FieldSpec) -> None:
    assert json_reader(spec)(to_json(spec, spec.default)) == spec.default
    assert column_reader(spec)(to_column(spec, spec.default)) == spec.default


@given(st.sampled_from([spec for kind in RECORD_TYPES for spec in specs(kind).values()]), st.data())
def test_every_value_survives_json_and_a_column(spec: FieldSpec, data: st.DataObject) -> None:
    value = data.draw(values(spec, ALL_IDS))
    plain = json.loads(json.dumps(to_json(spec, value)))
    assert json_reader(spec)(plain) == value
    column = to_column(spec, value)
    assert column is None or type(column) in (str, int)
    assert column_reader(spec)(column) == value


@given(decimals())
def test_equal_decimals_have_one_spelling(value: Decimal) -> None:
    assert Decimal(decimal_text(value)) == value
    assert decimal_text(value * Decimal("1.000")) == decimal_text(value)


@pytest.mark.parametrize(
    ("written", "text"),
    [("1E+3", "1000"), ("0.500", "0.5"), ("-0", "0"), ("-0.0", "0"), ("1E-7", "0.0000001"), ("100", "100")],
)
def test_a_decimal_is_spelled_in_full(written: str, text: str) -> None:
    assert decimal_text(Decimal(written)) == text


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+100000"])
def test_a_decimal_without_sensible_spelling_is_refused(value: str) -> None:
    with pytest.raises(WrongValueError):
        decimal_text(Decimal(value))


@given(raw_texts())
def test_stored_rich_text_comes_back_clean(text: str) -> None:
    read = column_reader(specs(Answer)["text"])
    once = read(text)
    assert read(once) == once
    assert isinstance(once, str)
    assert "\x00" not in once


@pytest.mark.parametrize(
    ("spec", "column"),
    [
        (specs(Answer)["text"], b"\xff"),
        (specs(Answer)["text"], None),
        (specs(Answer)["report_id"], "Geen Id"),
        (specs(Organisation)["aliases"], "[1]"),
        (specs(Organisation)["aliases"], "geen json"),
        (specs(Organisation)["aliases"], "{}"),
        (specs(Organisation)["aliases"], 5),
        (specs(Organisation)["aliases"], "[" * 100_000),
        (specs(Organisation)["kind"], "bedrijf"),
        (specs(PortfolioReport)["partner_ids"], '["A"]'),
        (specs(Settings)["trailing_dot"], 2),
        (specs(Settings)["trailing_dot"], "1"),
        (specs(IndicatorValue)["target"], "1e5"),
        (specs(IndicatorValue)["reference_date"], "20220331"),
    ],
)
def test_a_column_that_does_not_fit_is_refused(spec: FieldSpec, column: object) -> None:
    with pytest.raises(WrongValueError):
        column_reader(spec)(column)
