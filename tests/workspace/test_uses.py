"""Every paragraph that changes with a figure is known."""

from dataclasses import replace

from riec_desktop.dossier.records import ReportYear
from riec_desktop.workspace.uses import uses
from tests.helpers.sample import DELDEN, GOOR, RESULTS, SIGNALS, YOUTH, answer, figure, sample

OWN = figure("12", SIGNALS, GOOR)
OTHER = figure("3", SIGNALS, DELDEN)
BEFORE = figure("9", SIGNALS, GOOR, 2021)


def used(text: str, value: object) -> bool:
    dossier = sample(SIGNALS, OWN, OTHER, BEFORE, ReportYear(id="toen", year=2021), answer(text))
    assert value in (OWN, OTHER, BEFORE)
    return bool(uses(dossier, value)) if isinstance(value, type(OWN)) else False


def test_a_total_depends_on_every_organisation_and_one_organisation_on_its_own_figure() -> None:
    assert used("Er waren {cijfer:signalen}.", OWN)
    assert used("Er waren {cijfer:signalen}.", OTHER)
    assert used("Goor had er {cijfer:signalen;organisatie=goor}.", OWN)
    assert not used("Goor had er {cijfer:signalen;organisatie=goor}.", OTHER)


def test_the_year_of_the_text_counts_unless_another_one_is_named() -> None:
    assert not used("Er waren {cijfer:signalen}.", BEFORE)
    assert used("Toen waren er {cijfer:signalen;jaar=2021}.", BEFORE)
    assert not used("Toen waren er {cijfer:signalen;jaar=2021}.", OWN)


def test_a_change_depends_on_the_year_before_too() -> None:
    assert used("Dat is {cijfer:signalen;waarde=procent}.", BEFORE)
    assert used("Dat is {cijfer:signalen;waarde=verandering}.", OWN)
    assert not used("Het doel was {cijfer:signalen;waarde=doel}.", BEFORE)


def test_a_place_says_where_it_is_and_how_the_paragraph_reads() -> None:
    texts = (
        answer("Eerst dit.\n\nEr waren {cijfer:signalen} signalen, **{cijfer:signalen}**!"),
        answer("Geen cijfer.", question=RESULTS),
        replace(answer("Ook {cijfer:signalen}."), id="b", report_id=YOUTH.id),
    )
    found = uses(sample(SIGNALS, OWN, OTHER, *texts), OWN)
    assert [(one.field, one.words) for one in found] == [
        ("text", "Ook 15."),
        ("text", "Er waren 15 signalen, 15!"),
    ]
    assert "Context" in found[1].where
