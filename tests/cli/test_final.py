"""`final` and `check`: the same gate as in the window, with exit codes."""

import json
import sys
from pathlib import Path

import pytest

from riec_desktop.cli.check import spelling_of
from riec_desktop.dossier.records import AcceptedFinding
from riec_desktop.language.remote import ChildSpeller
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.content import example_dossier
from tests.helpers.surroundings import environment
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


def test_who_did_not_agree_yet_is_told_and_stops_nothing(riec: Terminal, example: Path, tmp_path: Path) -> None:
    waiting = "Twee portefeuilles zijn nog niet akkoord: jonge aanwas en vernieuwing informatievoorziening."
    assert waiting in riec("check", example, "--definitief").out
    answer = riec("final", example, "2023", tmp_path / "uit", FAST, "--json")
    assert (answer.code, answer.data["still_to_agree"]) == (0, waiting)


# --- Spelling --------------------------------------------------------------------------------------------------------


def rewritten(riec: Terminal, example: Path, text: str) -> Path:
    """The example with another text in its last answer."""
    data = json.loads(riec("show", example, "--json").out)
    data["records"]["Answer"][-1]["text"] = text
    source, path = example.with_name("in.json"), example.with_name("anders.riec")
    source.write_text(json.dumps(data), encoding="utf-8")
    assert riec("import", source, "-o", path).code == 0
    return path


def test_spelling_is_checked_when_it_is_asked_for(riec: Terminal, example: Path) -> None:
    path = rewritten(riec, example, "Het bestuurr werkte samen.")
    assert riec("check", path, "--json").data["spelling"] == "off"
    answer = riec("check", path, "--spelling", "--soort", "taal", "--json")
    assert answer.data["spelling"] == "checked"
    (found,) = (one for one in answer.data["findings"] if one["code"] == "language.spelling")
    assert "het woordenboek kent ‘bestuurr’ niet" in found["sentence"]
    assert answer.code == 0


def test_names_of_persons_are_no_spelling_mistakes(riec: Terminal, example: Path) -> None:
    path = rewritten(riec, example, "Vraag de heer Verklikkerman of het bestuurr.")
    told = riec("check", path, "--spelling").out
    assert "bestuurr" in told
    assert "Verklikkerman" not in told


def test_without_a_dictionary_that_is_said_and_the_rest_is_checked(tmp_path: Path) -> None:
    speller = ChildSpeller([sys.executable, "-c", "print('false')"])
    found = spelling_of(example_dossier(), 2023, environment(tmp_path), speller, wanted=True)
    assert (found.state, found.findings) == ("failed", ())
    assert "het Nederlandse woordenboek ontbreekt" in found.problem


# --- Nothing in clear ------------------------------------------------------------------------------------------------

TELLING = (
    "Wij spraken in de zaal met de heer Verklikkerman, BSN 123456782, te bereiken op 06-12345678 of via "
    "jan.verklikkerman@politie.nl, over alles wat er in de regio nog aan het licht moest komen en wat daarvan was "
    "geleerd. Bel 06-12345678  voor 9 signalen bij de heer Verklikkerman in 2023. BSN: 123 456 782 kwam ook mee met "
    "heel veel andere woorden die deze zin veel te lang maken voor wie haar leest en dat is nog niet alles. **De heer "
    "Verklikkerman**\n\nDe heer Verklikkerman, 06-12345678"
)
HIDDEN = ("Verklikkerman", "123456782", "123 456", "12345678", "06-12345678")


@pytest.mark.parametrize("words", [("check",), ("check", "--json"), ("check", "--spelling", "--definitief")])
def test_no_finding_of_any_kind_tells_what_points_to_a_person(
    riec: Terminal, example: Path, words: tuple[str, ...]
) -> None:
    answer = riec(*words, rewritten(riec, example, TELLING))
    assert "zin" in answer.out
    for one in HIDDEN:
        assert one not in answer.out
