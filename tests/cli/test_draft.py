"""The commands `word --state reviewversie` and `read` with Word documents."""

from pathlib import Path

from riec_desktop.dossier import views
from riec_desktop.dossier.records import ReviewDocument
from riec_desktop.storage.dossier_file import read_dossier
from tests.helpers.drafts import Round
from tests.helpers.incoming import answers_of
from tests.helpers.terminal import Terminal


def sent(riec: Terminal, example: Path, folder: Path) -> Path:
    path = folder / "rond.docx"
    made = riec("word", example, "--state", "reviewversie", "--geschatte-bladzijden", "-o", path)
    assert made.code == 0
    return path


def test_a_draft_goes_round_and_comes_back(riec: Terminal, example: Path, tmp_path: Path) -> None:
    path = sent(riec, example, tmp_path)
    content = read_dossier(example)
    assert len(content.dossier.all(ReviewDocument)) == 1
    assert "niets nieuws" in riec("read", example, path).out
    docx = Round(content.dossier, path.read_bytes()).docx()
    answer = answers_of(content.dossier, "mensenhandel")[0]
    docx.insert(answer.id, "Mensenhandel", " (in de regio)", "An")
    path.write_bytes(docx.bytes())
    told = riec("read", example, path, "--toepassen").out
    assert "Overgenomen: 1 voorstel" in told
    after = answers_of(read_dossier(example).dossier, "mensenhandel")[0].text
    assert after.startswith("Mensenhandel (in de regio) blijft")


def test_a_folder_may_hold_drafts_alone(riec: Terminal, example: Path, tmp_path: Path) -> None:
    folder = tmp_path / "terug"
    folder.mkdir()
    sent(riec, example, folder)
    assert "Reviewversie" in riec("read", example, folder).out


def test_a_word_document_that_is_no_draft_is_refused(riec: Terminal, example: Path, tmp_path: Path) -> None:
    plain = tmp_path / "concept.docx"
    riec("word", example, "--geschatte-bladzijden", "--portefeuille", "mensenhandel", "-o", plain)
    answer = riec("read", example, plain)
    assert answer.code == 3
    assert "is geen reviewversie van dit dossier" in answer.out


def test_a_chapter_of_an_earlier_year_is_taken_in(riec: Terminal, example: Path, tmp_path: Path) -> None:
    path = sent(riec, example, tmp_path)
    answer = riec("read", example, path, "--jaar", "2019", "--toepassen")
    assert "Hoofdstuk van 2019" in answer.out
    dossier = read_dossier(example).dossier
    year = views.year_of(dossier, 2019)
    assert year is not None
    assert answers_of(dossier, "mensenhandel", 2019)[0].text == answers_of(dossier, "mensenhandel")[0].text
