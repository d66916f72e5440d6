"""The commands `export` and `import`: everything out in open formats, and back without loss."""

from pathlib import Path

from riec_desktop.storage.dossier_file import read_dossier
from tests.cli.test_merge import copy_with
from tests.helpers.terminal import Terminal


def test_everything_comes_back_with_its_history(riec: Terminal, example: Path) -> None:
    copy_with(example, "voorbeeld", "Met een stap in de geschiedenis.")
    answer = riec("export", example)
    made = example.with_name("voorbeeld export.zip")
    assert (answer.code, str(made) in answer.out) == (0, True)
    assert riec("import", made, "--uit", example.with_name("terug")).code == 0
    assert read_dossier(example.with_name("terug.riec")) == read_dossier(example)


def test_a_folder_does_as_well(riec: Terminal, example: Path) -> None:
    folder = example.with_name("map")
    assert riec("export", example, "-o", folder, "--json").data["file"] == str(folder)
    assert (folder / "LEESMIJ.txt").is_file()
    assert riec("import", folder, "-o", example.with_name("terug.riec")).code == 0
    assert read_dossier(example.with_name("terug.riec")) == read_dossier(example)


def test_the_json_in_an_export_is_the_documented_form(riec: Terminal, example: Path) -> None:
    folder = example.with_name("map")
    riec("export", example, "-o", folder)
    assert riec("import", folder / "dossier.json", "-o", example.with_name("terug.riec")).code == 0
    assert read_dossier(example.with_name("terug.riec")).dossier == read_dossier(example).dossier


def test_what_is_no_export_gets_a_sentence(riec: Terminal, example: Path) -> None:
    answer = riec("import", example.parent, "-o", example.with_name("terug.riec"))
    assert answer.code == 3
    assert "is geen export van een dossier" in answer.err
    riec("export", example, "-o", example.with_name("map"))
    assert "bestaat al en is niet leeg" in riec("export", example, "-o", example.with_name("map")).err
