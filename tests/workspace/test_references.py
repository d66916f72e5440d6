"""What a text can refer to is what the chapter has, in the words that the chapter prints."""

from dataclasses import replace
from decimal import Decimal

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Activity, Picture, ReportYear
from riec_desktop.dossier.richtext import CrossReference, Part
from riec_desktop.workspace.references import offers
from tests.helpers import sample
from tests.helpers.images import drawing, file_of
from tests.helpers.sample import GOOR, SIGNALS, TRAFFICKING, YEAR, figure


def names(dossier: Dossier, part: Part) -> list[str]:
    return [one.name for one in offers(dossier, YEAR).get(part, ())]


def test_a_bare_chapter_has_its_headings_alone() -> None:
    assert set(offers(sample.sample(), YEAR)) == {Part.GOAL, Part.PORTFOLIO}


def test_headings_come_in_the_order_of_the_chapter_with_their_numbers() -> None:
    assert names(sample.sample(), Part.GOAL) == ["3.4.1. Samenleving", "3.4.2. Overheid"]
    assert [one.lower() for one in names(sample.sample(), Part.PORTFOLIO)] == [
        "mensenhandel",
        "jonge aanwas",
        "weerbaarheid",
    ]


def test_a_table_of_activities_is_offered_where_there_are_any() -> None:
    assert names(sample.sample(), Part.ACTIVITIES) == []
    with_one = sample.sample(Activity(id="a", report_id=TRAFFICKING.id, title="Training"))
    (offer,) = offers(with_one, YEAR)[Part.ACTIVITIES]
    assert offer.reference == CrossReference(Part.ACTIVITIES, TRAFFICKING.id)
    assert offer.name == "Tabel 3.4-1: mensenhandel".replace(" ", "\u00a0", 1)
    assert offer.printed == "Tabel\u00a03.4-1"
    assert offer.page_printed == "bladzijde\u00a0…"


def test_tables_of_figures_are_offered_where_there_are_figures() -> None:
    dossier = sample.sample(SIGNALS, figure("12", organisation=GOOR))
    assert len(names(dossier, Part.FIGURES)) == len(names(dossier, Part.REGIONS)) == 1


def test_a_chart_is_offered_when_the_chapter_draws_it() -> None:
    years = [ReportYear(id=f"jaar-{year}", year=year) for year in (2020, 2021)]
    values = [figure(str(year - 1900), year=year) for year in (2020, 2021, 2022)]
    dossier = sample.sample(SIGNALS, *years, *values)
    (offer,) = offers(dossier, YEAR)[Part.CHART]
    assert offer.reference.record_id == SIGNALS.id


def test_a_picture_is_offered_by_its_title() -> None:
    made = Picture(id="p", report_id=TRAFFICKING.id, title="De kaart", content=file_of(drawing()), width=8, height=6)
    assert names(sample.sample(made), Part.PICTURE) == ["Figuur\u00a03.4-1: 'De kaart'"]
    untitled = replace(made, title="", position=Decimal(2))
    assert names(sample.sample(untitled), Part.PICTURE) == ["Figuur\u00a03.4-1"]
