"""Every record has a name that a person recognises."""

from dataclasses import replace

import pytest

from riec_desktop.dossier.records import (
    RECORD_TYPES,
    AgendaStep,
    ContributionForm,
    GoalSection,
    Record,
    RegionalSection,
    ReviewDocument,
)
from riec_desktop.workspace.names import NAMELESS, display_name, shortened
from tests.helpers import sample
from tests.helpers.sample import answer, figure

DOSSIER = sample.sample(sample.SIGNALS)
OLD = replace(sample.POLICE, id="oud", name="Inspectie SZW", last_year=2021)


@pytest.mark.parametrize(
    ("record", "name"),
    [
        (sample.GOOR, "RIEC Goor"),
        (OLD, "Inspectie SZW (tot en met 2021)"),
        (sample.SOCIETY, "Samenleving"),
        (sample.YEAR, "2022"),
        (sample.CONTEXT, "Context"),
        (sample.TRAFFICKING, "mensenhandel (2022)"),
        (answer("x"), "mensenhandel (2022) – Context"),
        (figure("3", organisation=sample.GOOR), "signalen – RIEC Goor 2022"),
        (figure("3"), "signalen 2022"),
        (GoalSection(id="1", year_id="jaar", goal_id="samenleving"), "Samenleving – 2022"),
        (RegionalSection(id="1", year_id="jaar", organisation_id="goor"), "RIEC Goor – 2022"),
        (ContributionForm(id="1", organisation_id="goor"), "RIEC Goor"),
        (ReviewDocument(id="1", version="0.3"), "0.3"),
        (AgendaStep(id="1", text="We **leren** {cijfer:a}."), "We leren …."),
    ],
)
def test_a_record_is_called(record: Record, name: str) -> None:
    assert display_name(DOSSIER, record) == name


@pytest.mark.parametrize("kind", [kind for kind in RECORD_TYPES if kind.__name__ != "ReportYear"])
def test_a_record_without_anything_filled_in_is_called_nameless(kind: type[Record]) -> None:
    assert display_name(DOSSIER, kind(id="leeg")) == NAMELESS


def test_a_long_text_is_cut_at_a_word() -> None:
    assert shortened("een twee drie", 9) == "een twee…"
    assert shortened(" een\n twee ", 9) == "een twee"
