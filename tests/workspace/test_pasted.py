"""Cells of a spreadsheet as they are pasted: every way people write a value, and the doubt that goes with it."""

from datetime import date
from decimal import Decimal

import pytest

from riec_desktop.dossier.choices import ActivityState
from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.fields import Value, specs
from riec_desktop.dossier.records import Activity, IndicatorValue, Organisation, Record
from riec_desktop.workspace.pasted import comparable, is_error, pasted_value, reads, years_told
from tests.helpers import sample

NORTH = Organisation(id="noord", name="RIEC Noord-Nederland", aliases=("Noord",))
DOSSIER = dossier_of([*sample.sample().records(), NORTH])


def read(kind: type[Record], field: str, text: str) -> tuple[Value, str, bool]:
    found = pasted_value(text, specs(kind)[field], None, DOSSIER)
    return found.value, " ".join(found.doubts), found.understood


@pytest.mark.parametrize(
    ("kind", "field", "text", "value"),
    [
        (IndicatorValue, "actual", "1.234,5", Decimal("1234.5")),
        (IndicatorValue, "actual", "-3", Decimal(-3)),
        (IndicatorValue, "reference_date", "31-3-2023", date(2023, 3, 31)),
        (IndicatorValue, "reference_date", "2023-03-31", date(2023, 3, 31)),
        (IndicatorValue, "reference_date", "31 mrt 2023", date(2023, 3, 31)),
        (IndicatorValue, "provisional", "ja", True),
        (IndicatorValue, "provisional", "NEE", False),
        (Organisation, "first_year", "2022", 2022),
        (Activity, "state", "Afgerond", ActivityState.DONE),
        (Activity, "organisation_ids", "Noord; RIEC Goor", ("noord", "goor")),
    ],
)
def test_what_can_be_one_thing_only_is_read_without_a_doubt(
    kind: type[Record], field: str, text: str, value: Value
) -> None:
    assert read(kind, field, text) == (value, "", True)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("actual", "12 %", Decimal(12)),
        ("actual", "€ 1.200", Decimal(1200)),
        ("actual", "1,234.5", Decimal("1234.5")),
        ("actual", "12.5", Decimal("12.5")),
        ("actual", "1.234", Decimal(1234)),
        ("reference_date", "31-3-23", date(2023, 3, 31)),
    ],
)
def test_what_can_be_two_things_is_read_with_a_doubt(field: str, text: str, value: Value) -> None:
    found, doubt, understood = read(IndicatorValue, field, text)
    assert (found, understood) == (value, True)
    assert text in doubt


@pytest.mark.parametrize(
    ("kind", "field", "text", "reason"),
    [
        (IndicatorValue, "actual", "veel", "‘veel’ is geen getal."),
        (IndicatorValue, "actual", "####", "de kolom is daar te smal"),
        (IndicatorValue, "actual", "#DEEL/0!", "‘#DEEL/0!’ is een fout in de spreadsheet."),
        (IndicatorValue, "reference_date", "31-31-2023", "is geen datum"),
        (IndicatorValue, "provisional", "misschien", "is geen ja of nee"),
        (Organisation, "first_year", "20,5", "‘20,5’ is geen heel getal."),
        (Organisation, "first_year", "ooit", "‘ooit’ is geen getal."),
        (Activity, "state", "nooit", "staat niet in de lijst"),
    ],
)
def test_what_is_no_value_says_why(kind: type[Record], field: str, text: str, reason: str) -> None:
    _, doubt, understood = read(kind, field, text)
    assert not understood
    assert reason in doubt


def test_text_is_not_read_here() -> None:
    assert not reads(specs(Activity)["title"])
    assert not reads(specs(Activity)["result"])
    assert reads(specs(Activity)["partner_ids"])


def test_a_heading_in_a_cell_is_no_error() -> None:
    assert is_error(" #N/B ")
    assert not is_error("# kop")


def test_names_are_compared_without_their_spelling_and_units() -> None:
    assert comparable(DOSSIER, "Noord") == comparable(DOSSIER, "riec noord nederland")
    assert comparable(DOSSIER, "Bereik (personen)") == comparable(DOSSIER, "bereik")
    assert comparable(DOSSIER, "bereik") != comparable(DOSSIER, "signalen")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("|2022|2023;RIEC Goor|1|2", (2022, 2023)),
        ("RIEC|Doel 2023|Werkelijk 2023;RIEC Goor|1|2", (2023,)),
        ("2021|2022|2023;1|2|3", (2021, 2022, 2023)),
        ("Jaar|Organisatie|Werkelijk;2022|RIEC Goor|1;2023|RIEC Goor|2", (2022, 2023)),
        ("Organisatie|Jaar;RIEC Goor|2022;RIEC Goor", (2022,)),
        ("Organisatie|Werkelijk;RIEC Goor|2023", ()),
        ("RIEC Goor|2023|12;RIEC Delden|8|9", ()),
        ("2023|2022;8|9", ()),
        ("2022|2023", ()),
    ],
)
def test_years_beside_pasted_figures_are_seen_and_figures_are_no_years(text: str, years: tuple[int, ...]) -> None:
    assert years_told([line.split("|") for line in text.split(";")]) == years
