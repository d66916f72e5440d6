"""The commands `form` and `read`."""

from pathlib import Path

from riec_desktop.dossier.changes import Source
from riec_desktop.dossier.records import ContributionForm
from riec_desktop.storage.dossier_file import read_dossier
from tests.helpers.forms import edited
from tests.helpers.terminal import Terminal


def filled(path: Path, name: str, text: str) -> Path:
    """A copy of a form with an answer in it."""
    target = path.with_name(name)
    target.write_bytes(edited(path.read_bytes(), lambda form: form.put("Mensenhandel", "Context", text=text)))
    return target


def test_a_form_is_made_noted_and_goes_with_a_mail(riec: Terminal, example: Path, tmp_path: Path) -> None:
    words = ("--portefeuille", "mensenhandel", "--aan", "RIEC Limburg", "--van", "Anja", "--termijn", "1-3-2024")
    answer = riec("form", example, "-o", tmp_path / "f.xlsx", *words)
    assert answer.code == 0
    assert "Onderwerp: Aanleveren voor het jaarverslag 2023: mensenhandel" in answer.out
    assert "uiterlijk vrijdag 1 maart 2024" in answer.out
    (record,) = read_dossier(example).dossier.all(ContributionForm)
    assert record.recipient == "RIEC Limburg"


def test_without_a_name_the_form_lies_beside_the_dossier(riec: Terminal, example: Path) -> None:
    answer = riec("form", example, "--organisatie", "riec limburg", "--json")
    assert Path(answer.data["file"]) == example.parent / "Aanleverformulier 2023 RIEC Limburg.xlsx"


def test_mistakes_get_a_sentence(riec: Terminal, example: Path) -> None:
    assert "De organisatie Mars staat niet" in riec("form", example, "--organisatie", "Mars").err
    assert "Kies ten minste één portefeuille" in riec("form", example).err
    assert "is geen datum" in riec("form", example, "--termijn", "morgen").err


def test_reading_shows_and_changes_nothing(riec: Terminal, example: Path, tmp_path: Path) -> None:
    riec("form", example, "-o", tmp_path / "f.xlsx", "--portefeuille", "mensenhandel")
    before = example.read_bytes()
    answer = riec("read", example, filled(tmp_path / "f.xlsx", "terug.xlsx", "Nieuw."))
    assert "(terug.xlsx): 1 gewijzigd" in answer.out
    assert "Er is niets overgenomen." in answer.out
    assert example.read_bytes() == before


def test_several_forms_are_taken_in_as_one_step(riec: Terminal, example: Path, tmp_path: Path) -> None:
    folder = tmp_path / "terug"
    folder.mkdir()
    for name in ("mensenhandel", "jonge aanwas"):
        riec("form", example, "-o", folder / f"{name}.xlsx", "--portefeuille", name)
    filled(folder / "mensenhandel.xlsx", "mensenhandel.xlsx", "Nieuw van ons.")
    (folder / "leeg.xlsx").write_bytes(b"")
    answer = riec("read", example, folder, "--toepassen")
    assert answer.code == 0
    assert "Overgenomen: 1 voorstel." in answer.out
    assert "leeg.xlsx is leeg" in answer.out
    content = read_dossier(example)
    assert content.history[-1].source is Source.FORM
    assert content.history[-1].label == "2 formulieren overnemen"
    assert all(one.returned_at for one in content.dossier.all(ContributionForm))


def test_for_a_program_everything_is_data(riec: Terminal, example: Path, tmp_path: Path) -> None:
    riec("form", example, "-o", tmp_path / "f.xlsx", "--portefeuille", "mensenhandel")
    told = riec("read", example, filled(tmp_path / "f.xlsx", "t.xlsx", "Lang woord " * 20), "--json").data
    (found,) = told["forms"][0]["proposals"]
    assert (found["standing"], found["place"], found["field"]) == ("gewijzigd", "mensenhandel › Context", "antwoord")
    assert told["taken"] is None


def test_a_file_that_is_no_form_is_an_error(riec: Terminal, example: Path, tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"geen werkmap")
    answer = riec("read", example, tmp_path / "x.xlsx")
    assert answer.code == 3
    assert "x.xlsx is geen Excel-werkmap" in answer.out
