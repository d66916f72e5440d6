"""Everything the program can do stands in a menu, has a Dutch title and a help line, and works."""

from riec_desktop.dossier import views
from riec_desktop.ui.menus import MENUS, RECENT, SEPARATOR, TOOLBAR
from tests.helpers.program import Program, click

SPECIAL = {SEPARATOR, RECENT}


def test_every_action_is_in_a_menu(app: Program) -> None:
    in_menus = {name for _, names in MENUS for name in names} - SPECIAL
    assert in_menus == set(app.window.actions_made.specs)


def test_the_toolbar_holds_known_actions_only(app: Program) -> None:
    assert set(TOOLBAR) - SPECIAL <= set(app.window.actions_made.specs)


def test_every_action_explains_itself(app: Program) -> None:
    assert all(spec.help and spec.title for spec in app.window.actions_made.specs.values())


def test_no_two_actions_share_a_key(app: Program) -> None:
    keys = [key for spec in app.window.actions_made.specs.values() for key in spec.shortcut.split("; ") if key]
    assert len(keys) == len(set(keys))


def test_no_two_entries_of_a_menu_share_an_access_key(app: Program) -> None:
    for title, names in MENUS:
        titles = [app.window.actions_made.specs[name].title for name in names if name not in SPECIAL]
        access = [one[one.index("&") + 1].lower() for one in titles]
        assert len(access) == len(set(access)), title


def test_without_a_dossier_only_beginning_and_leaving_can_be_done(app: Program) -> None:
    enabled = {name for name, action in app.window.actions_made.actions.items() if action.isEnabled()}
    assert enabled == {"new", "open", "example", "backups", "import_all", "inspect", "quit", "manual", "about"}


def test_undo_and_redo_name_their_step(fresh: Program) -> None:
    editing = fresh.bench.editing
    editing.set(editing.year, "title", "Anders")
    actions = fresh.window.actions_made.actions
    assert actions["undo"].text() == "&Ongedaan maken: titel van het hoofdstuk (verslagjaar)"
    actions["undo"].trigger()
    assert actions["redo"].text() == "O&pnieuw: titel van het hoofdstuk (verslagjaar)"
    actions["redo"].trigger()
    assert fresh.bench.editing.year.title == "Anders"


def test_the_panels_at_the_right_come_and_go(example: Program) -> None:
    actions, bench = example.window.actions_made.actions, example.bench
    actions["findings"].trigger()
    assert bench.shows_side(1)
    assert actions["findings"].isChecked()
    actions["findings"].trigger()
    assert bench.side.isHidden()
    actions["preview"].trigger()
    assert bench.shows_side(0)


def test_about_names_the_version_and_where_work_is_kept(app: Program) -> None:
    app.person.will(click("Sluiten"))
    app.window.actions_made.actions["about"].trigger()
    assert str(app.around.env.data_folder) in app.person.said[-1]


def test_open_opens_what_was_picked(example: Program) -> None:
    path = example.bench.session.path
    example.window.actions_made.actions["close"].trigger()
    example.person.will_pick(path)
    example.window.actions_made.actions["open"].trigger()
    assert example.bench.session.path == path


def test_the_title_names_dossier_and_year(example: Program) -> None:
    assert example.window.windowTitle() == "Voorbeeld Jaarverslag – verslagjaar 2023[*] – RIEC Jaarverslag"


def test_the_title_names_the_year_that_comes_in_sight(example: Program) -> None:
    newest, before = views.years(example.bench.session.dossier)[:2]
    for year in (before, newest):
        example.bench.show_year(year.id)
        assert f"verslagjaar {year.year}[*]" in example.window.windowTitle()
