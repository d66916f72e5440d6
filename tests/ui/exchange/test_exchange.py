"""Everything out to open formats and back, from the window."""

from pathlib import Path

from riec_desktop.storage.dossier_file import read_dossier
from tests.helpers.program import Program, click


def run(program: Program, action: str) -> None:
    program.window.actions_made.actions[action].trigger()
    program.settle()


def exported(program: Program) -> Path:
    path = program.around.documents / "alles.zip"
    program.person.will_pick(path.with_suffix(""))
    program.person.will(click("Sluiten"))
    run(program, "export_all")
    assert str(path) in program.person.said[-1]
    return path


def test_what_was_exported_opens_as_a_dossier_again(example: Program) -> None:
    source, target = exported(example), example.around.documents / "terug.riec"
    before = example.bench.session.dossier
    example.person.will_pick(source, target.with_suffix(""))
    run(example, "import_all")
    assert example.bench.session.path == target
    assert example.bench.session.dossier == before


def test_it_never_takes_the_place_of_the_open_dossier(example: Program) -> None:
    source, own = exported(example), example.bench.session.path
    assert own is not None
    before = read_dossier(own)
    example.person.will_pick(source, own)
    example.person.will(click("Sluiten"))
    run(example, "import_all")
    assert "dat u open hebt" in example.person.said[-1]
    assert read_dossier(own) == before


def test_what_is_no_export_is_told(app: Program, tmp_path: Path) -> None:
    path = tmp_path / "vakantie.zip"
    path.write_bytes(b"geen zip")
    app.person.will_pick(path, tmp_path / "nieuw.riec")
    app.person.will(click("Sluiten"))
    run(app, "import_all")
    assert "vakantie.zip" in app.person.said[-1]
    assert not app.window.has_dossier()


def test_who_picks_nothing_gets_nothing(example: Program, tmp_path: Path) -> None:
    example.person.will_pick(None)
    run(example, "export_all")
    example.person.will_pick(None)
    run(example, "import_all")
    example.person.will_pick(tmp_path / "alles.zip", None)
    run(example, "import_all")
    assert example.person.said == []


def test_a_place_where_nothing_can_be_written_is_told(example: Program, tmp_path: Path) -> None:
    example.person.will_pick(tmp_path / "weg" / "alles.zip")
    example.person.will(click("Sluiten"))
    run(example, "export_all")
    assert "bestaat niet" in example.person.said[-1]
