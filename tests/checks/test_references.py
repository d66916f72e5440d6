"""References that lead nowhere, and pictures that lack something."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.walk import check
from riec_desktop.dossier.choices import IndicatorChart
from riec_desktop.dossier.records import Activity, Picture, Record, Settings
from tests.helpers.images import drawing, file_of
from tests.helpers.sample import GOOR, SIGNALS, TRAFFICKING, TRAININGS, answer, figure, sample

PLATE = Picture(
    id="plaat",
    report_id="verslag-a",
    title="Plaat",
    alt="Een lijn.",
    content=file_of(drawing(30, 20)),
    width=30,
    height=20,
)
RECORDS: tuple[Record, ...] = (
    Activity(id="a", report_id="verslag-a", title="Training"),
    SIGNALS,
    figure("4", SIGNALS, GOOR, 2021),
    figure("4", SIGNALS, GOOR),
    PLATE,
)
EVERY = ("doel;overheid", "portefeuille;verslag-c", "activiteiten;verslag-a", "cijfers;verslag-a", "regios;verslag-a")


def findings(prefix: str, *records: Record) -> list[Finding]:
    return [one for one in check(sample(*records), 2022) if one.code.startswith(prefix)]


def of_reference(token: str, *records: Record) -> list[tuple[Severity, str]]:
    found = findings("reference.", *records, answer(f"Zie {{zie:{token}}} en {{zie:{token}}}."))
    return [(one.severity, one.code) for one in found]


@pytest.mark.parametrize("token", [*EVERY, "grafiek;signalen", "afbeelding;plaat", "afbeelding;plaat;bladzijde"])
def test_a_reference_to_what_the_chapter_has_is_no_finding(token: str) -> None:
    assert of_reference(token, *RECORDS) == []


@pytest.mark.parametrize("token", ["doel;weg", "portefeuille;weg", "grafiek;weg", "afbeelding;weg;bladzijde"])
def test_a_reference_to_what_was_removed_is_a_fault_once(token: str) -> None:
    assert of_reference(token, *RECORDS) == [(Severity.ERROR, "reference.nowhere")]


@pytest.mark.parametrize(
    ("token", "records"),
    [
        ("activiteiten;verslag-b", ()),
        ("cijfers;verslag-b", ()),
        ("regios;verslag-c", ()),
        ("grafiek;trainingen", (TRAININGS, figure("3", TRAININGS))),
        ("grafiek;signalen", (replace(SIGNALS, chart=IndicatorChart.NONE),)),
        ("grafiek;signalen", (Settings(id="settings", charts=False),)),
        ("afbeelding;plaat", (replace(PLATE, content=b""),)),
        ("portefeuille;oud", (replace(TRAFFICKING, id="oud", year_id="ander"),)),
    ],
)
def test_a_reference_to_what_this_year_does_not_have_is_a_warning(token: str, records: Sequence[Record]) -> None:
    assert of_reference(token, *RECORDS, *records) == [(Severity.WARNING, "reference.absent")]


def test_the_warning_names_what_is_not_there() -> None:
    (found,) = findings("reference.", *RECORDS, answer("Zie {zie:cijfers;verslag-b;bladzijde}."))
    assert "‘tabel met cijfers van jonge aanwas’ staat niet in het hoofdstuk van 2022" in found.sentence


# --- Pictures --------------------------------------------------------------------------------------------------------


def test_a_picture_that_has_everything_is_no_finding() -> None:
    assert findings("picture.", PLATE) == []


@pytest.mark.parametrize(
    ("picture", "code", "severity", "field"),
    [
        (replace(PLATE, alt=""), "picture.no_description", Severity.ERROR, "alt"),
        (replace(PLATE, title=""), "picture.no_title", Severity.WARNING, "title"),
        (replace(PLATE, content=b"x"), "picture.unreadable", Severity.ERROR, "content"),
        (replace(PLATE, width=0), "picture.unreadable", Severity.ERROR, "content"),
    ],
)
def test_what_a_picture_lacks_is_noticed(picture: Picture, code: str, severity: Severity, field: str) -> None:
    (found,) = findings("picture.", picture)
    assert (found.code, found.severity, found.field, found.report_id) == (code, severity, field, "verslag-a")
    assert found.sentence.startswith("Portefeuille mensenhandel, afbeelding ")


def test_the_words_of_a_picture_are_read_too() -> None:
    assert [one.field for one in findings("text.leftover", replace(PLATE, source="[invullen]"))] == ["source"]
