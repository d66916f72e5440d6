"""Values as people read and type them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riec_desktop.dossier.choices import ActivityState, MissingReason, PortfolioStatus
from riec_desktop.dossier.fields import Kind, Value, specs
from riec_desktop.dossier.records import (
    RECORD_TYPES,
    TYPE_BY_NAME,
    Activity,
    Indicator,
    IndicatorValue,
    Organisation,
    PortfolioReport,
    Question,
    Record,
    ReviewDocument,
)
from riec_desktop.workspace import values
from riec_desktop.workspace.values import Invalid, read, show
from tests.helpers.strategies import ALL_IDS
from tests.helpers.strategies import values as field_values

NAMES = {"goor": "RIEC Goor", "delden": "RIEC Delden"}


@pytest.mark.parametrize(
    ("kind", "field", "text", "value"),
    [
        (IndicatorValue, "actual", "1.234,5", Decimal("1234.5")),
        (IndicatorValue, "actual", "−3", Decimal(-3)),
        (IndicatorValue, "actual", "", None),
        (IndicatorValue, "actual", "veel", values.NO_NUMBER),
        (IndicatorValue, "actual", "9" * 40, values.TOO_LARGE),
        (IndicatorValue, "year", "2023", 2023),
        (IndicatorValue, "year", "20,5", values.NO_INTEGER),
        (IndicatorValue, "reference_date", "3 maart 2023", date(2023, 3, 3)),
        (IndicatorValue, "reference_date", "31-2-2023", values.NO_DATE),
        (IndicatorValue, "provisional", "ja", True),
        (IndicatorValue, "provisional", "", False),
        (IndicatorValue, "provisional", "misschien", values.NO_FLAG),
        (IndicatorValue, "missing", "", MissingReason.NONE),
        (IndicatorValue, "missing", "Vertrouwelijk", MissingReason.CONFIDENTIAL),
        (Indicator, "decimals", "", values.NEEDED),
        (Activity, "state", "loopt", ActivityState.RUNNING),
        (Question, "required_for", "lopend; gestopt", (PortfolioStatus.RUNNING, PortfolioStatus.STOPPED)),
        (PortfolioReport, "organisation_ids", "RIEC Goor; riec delden", ("goor", "delden")),
        (Activity, "report_id", "RIEC Goor", "goor"),
        (Organisation, "aliases", "een; \n twee", ("een", "twee")),
        (Activity, "title", "  een titel ", "een titel"),
    ],
)
def test_typed_text_is_a_value(kind: type[Record], field: str, text: str, value: object) -> None:
    assert read(specs(kind)[field], text, NAMES) == value


@pytest.mark.parametrize(
    ("kind", "field", "sentence"),
    [
        (Activity, "state", "‘klaar’ is geen keuze. Kies uit: gepland, loopt, afgerond, gestopt."),
        (Question, "required_for", "‘klaar’ is geen keuze. Kies uit: in voorbereiding, lopend, afgerond, samengevoegd"),
        (Activity, "organisation_ids", "‘klaar’ staat niet in de lijst."),
        (Activity, "report_id", "‘klaar’ staat niet in de lijst."),
        (ReviewDocument, "sent_at", "Dit is geen tijdstip. Typ bijvoorbeeld 3-3-2023 14:05."),
    ],
)
def test_what_is_no_value_says_why(kind: type[Record], field: str, sentence: str) -> None:
    found = read(specs(kind)[field], "klaar", NAMES)
    assert isinstance(found, Invalid)
    assert found.sentence.startswith(sentence)


def test_a_moment_is_typed_in_the_time_of_this_computer() -> None:
    found = read(specs(ReviewDocument)["sent_at"], "3-3-2023 14:05", {})
    assert not isinstance(found, Invalid)
    assert show(Kind.TIME, found, {}) == "3-3-2023 14:05"


SHOWN_KINDS = (
    Kind.INTEGER,
    Kind.DECIMAL,
    Kind.DATE,
    Kind.FLAG,
    Kind.CHOICE,
    Kind.CHOICES,
    Kind.REF,
    Kind.REFS,
    Kind.LINE,
    Kind.TEXT,
    Kind.RICH,
)
FIELDS = [spec for kind in RECORD_TYPES for spec in specs(kind).values() if spec.kind in SHOWN_KINDS]


EARLIEST_YEAR = 1000
"""A typed year has four digits; '23' could be any century."""


@given(st.data())
def test_what_is_shown_can_be_typed(data: st.DataObject) -> None:
    spec = data.draw(st.sampled_from(FIELDS))
    value: Value = data.draw(field_values(spec, ALL_IDS))
    names = {one: f"naam {one}" for one in ALL_IDS[spec.to]} if spec.to else {}
    within = not isinstance(value, Decimal) or abs(value) <= values.LARGEST
    within = within and not (isinstance(value, date) and value.year < EARLIEST_YEAR)
    if within and spec.to in ("", *TYPE_BY_NAME):
        assert read(spec, show(spec.kind, value, names), names) == value
