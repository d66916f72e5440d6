"""History: every ChangeSet comes back as it was, and what is damaged is told."""

from dataclasses import replace

import pytest
from hypothesis import given

from riec_desktop.dossier.changes import AddRecord, ChangeSet
from riec_desktop.errors import RiecError
from riec_desktop.messages import sentence
from riec_desktop.storage.content import changeset_of, history_row
from tests.helpers.stored import ANSWER, changeset, changesets, new_text


@given(changesets())
def test_every_changeset_survives_history(step: ChangeSet) -> None:
    assert changeset_of(history_row(step)).changes == step.changes


def test_a_row_of_history_shows_its_label_without_reading_the_changes() -> None:
    row = history_row(changeset(1, AddRecord(ANSWER), label="Antwoord\x00 toegevoegd"))
    assert row.label == "Antwoord toegevoegd"
    assert changeset_of(row) == changeset(1, AddRecord(ANSWER), label="Antwoord toegevoegd")


@pytest.mark.parametrize(
    "changes",
    [
        "geen json",
        "[1]",
        "[{}]",
        '[{"add": "Antwoord", "record": {}}]',
        '[{"add": "Answer", "record": {"id": "A B"}}]',
        '[{"add": "Answer", "record": {"id": "a", "text": 5}}]',
        '[{"add": "Answer", "record": {"id": "a", "onbekend": 5}}]',
        '[{"set": "Answer", "id": "a", "field": "onbekend", "old": "", "new": ""}]',
        "[" * 100_000,
    ],
)
def test_a_damaged_row_of_history_is_told(changes: str) -> None:
    row = replace(history_row(new_text(1, "", "nieuw")), changes=changes)
    with pytest.raises(RiecError) as caught:
        changeset_of(row)
    assert "Antwoord gewijzigd" in sentence(caught.value)
