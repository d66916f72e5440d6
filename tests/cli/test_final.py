"""`final` and `check`: the same gate as in the window, with exit codes."""

import json
from pathlib import Path

import pytest

from riec_desktop.dossier.records import AcceptedFinding
from riec_desktop.storage.dossier_file import read_dossier
from tests.helpers.terminal import Terminal

FOUR = ("definitief.docx", "overzicht definitief.xlsx", "controleverslag.docx", "metagegevens.json")
REASON = "Dit nummer staat al op de openbare website."
FAST = "--geschatte-bladzijden"


@pytest.fixture
def telling(riec: Terminal, example: Path, tmp_path: Path) -> Path:
    """The example with a telephone number in an answer."""
    data = json.loads(riec("show", example, "--json").out)
    data["records"]["Answer"][-1]["text"] += " Bel 06-12345678."
    source = tmp_path / "in.json"
    source.write_text(json.dumps(data), encoding="utf-8")
    path = tmp_path / "met nummer.riec"
    assert riec("import", source, "-o", path).code == 0
    return path


def test_four_files_come_into_the_folder(riec: Terminal, example: Path, tmp_path: Path) -> None:
    answer = riec("final", example, "2023", tmp_path / "uit", FAST)
    assert answer.code == 0, answer.out
    names = sorted(one.name for one in (tmp_path / "uit").iterdir())
    assert len(names) == 4
    assert all(any(name.endswith(end) for name in names) for end in FOUR)
    assert "gecontroleerd op" in answer.out
    assert "voldoet" not in answer.out


def test_a_telephone_number_asks_for_a_reason(riec: Terminal, telling: Path, tmp_path: Path) -> None:
    answer = riec("final", telling, "2023", tmp_path / "uit", FAST)
    assert answer.code == 1
    assert "1 punt dat een reden vraagt" in answer.out
    assert "12345678" not in answer.out
    assert not (tmp_path / "uit").exists()


def test_with_a_reason_it_goes_out_and_the_reason_is_kept(riec: Terminal, telling: Path, tmp_path: Path) -> None:
    answer = riec("final", telling, "2023", tmp_path / "uit", FAST, "--reden", REASON, "--json")
    assert (answer.code, answer.data["accepted"]) == (0, 1)
    (decision,) = read_dossier(telling).dossier.all(AcceptedFinding)
    assert decision.reason == REASON
    assert "12345678" not in decision.digest
    assert riec("check", telling, "--definitief", "--soort", "privacy", "--json").data["final"] is True


def test_the_old_way_to_a_final_chapter_passes_the_gate_too(riec: Terminal, telling: Path, tmp_path: Path) -> None:
    answer = riec("word", telling, "--jaar", "2023", "--state", "definitief", "-o", tmp_path / "uit.docx", FAST)
    assert answer.code == 3
    assert "een reden vraagt" in answer.err
    assert not (tmp_path / "uit.docx").exists()


def test_a_reason_of_nothing_is_none(riec: Terminal, telling: Path, tmp_path: Path) -> None:
    answer = riec("final", telling, "2023", tmp_path / "uit", "--reden", "x")
    assert answer.code == 3
    assert "geef een reden" in answer.err


def test_check_tells_one_topic_and_whether_it_can_be_final(riec: Terminal, telling: Path) -> None:
    answer = riec("check", telling, "--soort", "privacy", "--definitief", "--json")
    assert answer.code == 1
    assert {one["topic"] for one in answer.data["findings"]} == {"Privacy"}
    assert answer.data["final"] is False
    assert [one["code"] for one in answer.data["reasons_needed"]] == ["privacy.phone"]
