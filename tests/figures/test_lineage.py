"""An organisation that got another name keeps its course."""

from decimal import Decimal

from riec_desktop.dossier.choices import OrganisationKind, Scope
from riec_desktop.dossier.dossier import Dossier, dossier_of
from riec_desktop.dossier.linked import LinkedNumber
from riec_desktop.dossier.records import Indicator, IndicatorValue, Organisation
from riec_desktop.figures.shielded import value
from riec_desktop.figures.shown import linked_text

SIGNALS = Indicator(id="signalen", name="signalen", scope=Scope.ORGANISATION)
OLD = Organisation(id="oud", kind=OrganisationKind.RIEC, name="RIEC Noord", last_year=2022)
NEW = Organisation(
    id="nieuw", kind=OrganisationKind.RIEC, name="RIEC Noord-Nederland", first_year=2023, follows_id="oud"
)


def counted(organisation_id: str, year: int, number: int) -> IndicatorValue:
    return IndicatorValue(
        id=f"{organisation_id}-{year}",
        indicator_id="signalen",
        year=year,
        organisation_id=organisation_id,
        actual=Decimal(number),
    )


def dossier() -> Dossier:
    return dossier_of([SIGNALS, OLD, NEW, counted("oud", 2022, 7), counted("nieuw", 2023, 9)])


def test_a_figure_of_another_year_is_found_under_the_name_of_that_year() -> None:
    assert value(dossier(), SIGNALS, 2022, "nieuw").actual == 7
    assert value(dossier(), SIGNALS, 2023, "oud").actual == 9
    assert value(dossier(), SIGNALS, 2021, "nieuw").actual is None


def test_a_linked_number_follows_the_organisation_too() -> None:
    assert linked_text(dossier(), LinkedNumber("signalen", 2022, "nieuw"), 2023) == "7"


def test_the_national_figure_is_not_that_of_anybody() -> None:
    assert value(dossier(), SIGNALS, 2023, None).actual is None
