"""The commands `merge` and `part`: what does not clash comes together, the rest is listed, and a part comes back."""

import shutil
from pathlib import Path

from riec_desktop.dossier import edits
from riec_desktop.dossier.changes import Source
from riec_desktop.dossier.records import Portfolio
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.session import open_session
from tests.helpers.incoming import answers_of, report_of
from tests.helpers.surroundings import environment
from tests.helpers.terminal import Terminal


def copy_with(example: Path, name: str, text: str, *, client: str = "", portfolio: str = "mensenhandel") -> Path:
    """A copy of the dossier in which a colleague wrote an answer, and may have named a client."""
    path = example.with_name(f"{name}.riec")
    if not path.exists():
        shutil.copy(example, path)
    session = open_session(environment(example.parent / name, author=name), path)
    answer = answers_of(session.dossier, portfolio)[0]
    session.edit("antwoord", edits.set_value(session.dossier, answer, "text", text))
    if client:
        report = report_of(session.dossier, portfolio)
        session.edit("opdrachtgever", edits.set_value(session.dossier, report, "client", client))
    session.save()
    session.close()
    return path


def test_what_three_people_did_comes_together(riec: Terminal, example: Path) -> None:
    bert = copy_with(example, "bert", "Van bert.")
    carla = copy_with(example, "carla", "Van carla.", portfolio="jonge aanwas")
    answer = riec("merge", example, bert, carla)
    assert answer.code == 0
    assert "Overgenomen: 2 punten." in answer.out
    content = read_dossier(example)
    assert answers_of(content.dossier, "mensenhandel")[0].text == "Van bert."
    assert answers_of(content.dossier, "jonge aanwas")[0].text == "Van carla."
    assert [row.source for row in content.history if row.source is Source.MERGE] == [Source.MERGE] * 2
    assert "niets nieuws" in riec("merge", example, bert, carla).out


def test_what_clashes_is_listed_stays_as_it_was_and_gives_another_code(riec: Terminal, example: Path) -> None:
    bert = copy_with(example, "bert", "Van bert.", client="de staf")
    copy_with(example, "voorbeeld", "Van mij.")
    before = example.read_bytes()
    answer = riec("merge", example, bert, "--uit", example.with_name("samen"))
    assert answer.code == 1
    assert "botsing" in answer.out
    assert "Te kiezen: 1 punt." in answer.out
    assert example.read_bytes() == before
    merged = read_dossier(example.with_name("samen.riec")).dossier
    assert answers_of(merged, "mensenhandel")[0].text == "Van mij."
    assert report_of(merged, "mensenhandel").client == "de staf"


def test_for_a_program_it_says_which_are_left(riec: Terminal, example: Path) -> None:
    bert = copy_with(example, "bert", "Van bert.")
    copy_with(example, "voorbeeld", "Van mij.")
    told = riec("merge", example, bert, "--json").data
    (found,) = told["files"]
    assert (told["left"], len(found["left"])) == (1, 1)
    assert found["proposals"][0]["standing"] == "botsing"


def test_a_file_that_is_no_dossier_stops_it_and_changes_nothing(riec: Terminal, example: Path) -> None:
    bert = copy_with(example, "bert", "Van bert.")
    before = example.read_bytes()
    broken = example.with_name("kapot.riec")
    broken.write_bytes(b"dit is geen dossier" * 100)
    answer = riec("merge", example, bert, broken)
    assert answer.code == 3
    assert "kapot.riec" in answer.err
    assert example.read_bytes() == before


def test_a_part_goes_out_and_comes_back_without_what_was_not_in_it(riec: Terminal, example: Path) -> None:
    part = example.with_name("deel.riec")
    answer = riec("part", example, "--portefeuille", "mensenhandel", "-o", part)
    assert answer.code == 0
    assert "Mee gaan" in answer.out
    assert "de geschiedenis" in answer.out
    before = read_dossier(example).dossier
    copy_with(part, "deel", "Van de collega.")
    assert riec("merge", example, part).code == 0
    after = read_dossier(example).dossier
    assert answers_of(after, "mensenhandel")[0].text == "Van de collega."
    assert [*after.rows(Portfolio)] == [*before.rows(Portfolio)]
    assert sum(1 for _ in after.records()) == sum(1 for _ in before.records())


def test_an_unknown_portfolio_gets_a_sentence(riec: Terminal, example: Path) -> None:
    answer = riec("part", example, "--portefeuille", "Mars")
    assert answer.code == 3
    assert "De portefeuille Mars staat niet in dit dossier" in answer.err


def test_a_part_never_takes_the_place_of_the_dossier(riec: Terminal, example: Path) -> None:
    before = example.read_bytes()
    answer = riec("part", example, "--portefeuille", "mensenhandel", "-o", example)
    assert "Geef het deel een andere naam" in answer.err
    assert example.read_bytes() == before
