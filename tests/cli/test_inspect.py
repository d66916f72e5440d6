"""`inspect` tells what is wrong with a Word file, for a person and for a program, and changes nothing."""

from pathlib import Path

import pytest

from riec_desktop.chapter.blocks import State
from riec_desktop.word.inspection import RULES
from tests.helpers.edited import before_end, example_document, paragraph_xml
from tests.helpers.terminal import Terminal


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A draft with a leftover prompt in it."""
    path = tmp_path / "hoofdstuk.docx"
    path.write_bytes(before_end(example_document(state=State.DRAFT), paragraph_xml("Hier komt XXX.")))
    return path


def test_a_person_reads_on_how_many_points_was_looked(riec: Terminal, draft: Path) -> None:
    before = draft.read_bytes()
    answer = riec("inspect", draft)
    points = sum(not rule.final for rule in RULES)
    assert answer.code == 0
    assert answer.out.startswith(f"hoofdstuk.docx (als concept)\nGecontroleerd op {points} punten: ")
    assert "voldoet" not in answer.out
    assert draft.read_bytes() == before


def test_a_draft_can_be_looked_at_as_a_final_document(riec: Terminal, draft: Path) -> None:
    answer = riec("inspect", draft, "--definitief")
    assert answer.code == 1
    assert "fout: onder kop" in answer.out
    assert "Hier staat nog ‘XXX’." in answer.out


def test_a_program_gets_every_finding_with_code_and_place(riec: Terminal, draft: Path) -> None:
    answer = riec("inspect", draft, "--definitief", "--json")
    assert (answer.code, answer.data["ok"], answer.data["final"], answer.data["points"]) == (1, False, True, len(RULES))
    found = answer.data["findings"][0]
    assert (found["severity"], found["code"]) == ("fout", "final.prompts")
    assert set(found) == {"severity", "code", "place", "sentence"}


def test_a_file_that_is_no_word_document_is_refused(riec: Terminal, tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_text("geen Word", encoding="utf-8")
    answer = riec("inspect", tmp_path / "brief.docx")
    assert (answer.code, answer.out) == (3, "")
    assert "geen gewoon Word-document" in answer.err
    assert riec("inspect", tmp_path / "weg.docx").code == 3
