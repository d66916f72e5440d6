"""Callouts as rows, and who has none."""

from decimal import Decimal

from riec_desktop.dossier.choices import OrganisationKind
from riec_desktop.dossier.dossier import dossier_of
from riec_desktop.dossier.records import (
    Callout,
    Indicator,
    IndicatorValue,
    Organisation,
    Portfolio,
    PortfolioReport,
    ReportYear,
)
from riec_desktop.excel.callout_sheets import balance, callouts

NUMBER = "0a1b2c3d-0000-4000-8000-00000000000f"
YEAR = ReportYear(id="2023", year=2023)


def centre(name: str, position: int, last_year: int | None = None) -> Organisation:
    return Organisation(
        id=name,
        kind=OrganisationKind.RIEC,
        name=f"RIEC {name}",
        last_year=last_year,
        position=Decimal(position),
    )


DOSSIER = dossier_of(
    [
        YEAR,
        Portfolio(id="p", name="jonge aanwas"),
        PortfolioReport(id="r", year_id="2023", portfolio_id="p"),
        Organisation(id="politie", name="politie"),
        centre("Noord", 1),
        centre("Oost", 2),
        centre("Zuid", 3),
        centre("Oud", 4, last_year=2022),
        Indicator(id=NUMBER, portfolio_id="p", name="lessen"),
        IndicatorValue(id="v", indicator_id=NUMBER, year=2023, actual=Decimal(1234)),
        Callout(
            id="one",
            report_id="r",
            organisation_ids=("Oost", "Noord"),
            title="Een les",
            text=f"Er waren {{cijfer:{NUMBER}}} lessen.\n\nDat hielp.",
        ),
        Callout(id="two", report_id="r", organisation_ids=("Oost",), position=Decimal(1)),
        Callout(id="elsewhere", report_id="gone", organisation_ids=("Zuid",)),
    ]
)


def test_a_callout_is_one_row_with_numbers_as_they_are_printed() -> None:
    assert callouts(DOSSIER, YEAR).rows == (
        ("jonge aanwas", "RIEC Oost, RIEC Noord", "Een les", "Er waren 1.234 lessen.\nDat hielp.", 6),
        ("jonge aanwas", "RIEC Oost", "", "", 0),
    )


def test_the_balance_counts_for_every_centre_of_the_year() -> None:
    assert balance(DOSSIER, YEAR).rows == (
        ("RIEC Noord", 1, "in beeld", "jonge aanwas"),
        ("RIEC Oost", 2, "in beeld", "jonge aanwas"),
        ("RIEC Zuid", 0, "nog geen kadertekst", ""),
    )
