"""F1 opens the manual at the page about the screen, from the window and from a dialog; every page can be reached."""

from pathlib import Path

import pytest

from riec_desktop.ui.actions import ActionSpec
from riec_desktop.ui.commands.catalog import all_specs
from riec_desktop.ui.manual.desk import show_manual
from riec_desktop.ui.manual.topics import CHOICES, CONTENTS, PAGES, PARTS, topic_of
from riec_desktop.ui.manual.window import ManualWindow, listed_topics, manual_file
from riec_desktop.ui.new_dossier import NewDossierDialog
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.search.panel import SearchPanel
from tests.helpers.dialogs import DIALOGS
from tests.helpers.program import Program

UI = Path(__file__).parents[2] / "riec_desktop" / "ui"
SOURCE = Path(__file__).parents[2] / "docs" / "handleiding"


def manual_of(program: Program) -> ManualWindow:
    (found,) = program.window.findChildren(ManualWindow)
    return found


@pytest.mark.parametrize("page", list(PageId))
def test_every_page_of_the_window_has_its_page_in_the_manual(page: PageId) -> None:
    assert manual_file(PAGES[page]).is_file()


@pytest.mark.parametrize("topic", sorted({CONTENTS, *PARTS.values(), *CHOICES.values()}))
def test_every_dialog_leads_to_a_page_that_is_there(topic: str) -> None:
    assert manual_file(topic).is_file()


def test_every_dialog_has_a_page_and_each_document_its_own(example: Program) -> None:
    dialogs = {name: make(example) for name, make in DIALOGS.items() if name not in {"vraag", "handleiding"}}
    found = {name: topic_of(dialog, None) for name, dialog in dialogs.items()}
    assert [name for name, topic in found.items() if topic == CONTENTS] == []
    assert [found[name] for name in ("word", "excel", "definitief")] == ["word", "excel", "definitief"]
    for dialog in dialogs.values():
        dialog.deleteLater()


def test_a_panel_beside_the_page_leads_to_its_own_page(example: Program) -> None:
    example.window.actions_made.actions["search"].trigger()
    panel = next(one for one in example.window.findChildren(SearchPanel))
    assert topic_of(panel.words, PageId.OVERVIEW) == "zoeken"


def test_every_table_of_pages_names_what_there_is() -> None:
    sources = [path.read_text(encoding="utf-8") for path in UI.rglob("*.py")]
    assert [name for name in (*PARTS, *CHOICES) if not any(f"class {name}(" in text for text in sources)] == []


def test_the_page_on_keys_names_every_action_with_keys(example: Program) -> None:
    told = (SOURCE / "sneltoetsen.md").read_text(encoding="utf-8")
    lines = [f"- {one.shortcut.replace('; ', ' of ')}: **{one.title.replace('&', '')}**" for one in keyed(example)]
    assert [line for line in lines if line not in told.splitlines()] == []


def keyed(program: Program) -> list[ActionSpec]:
    return [one for one in all_specs(program.window) if one.shortcut]


def test_the_action_opens_the_page_about_what_is_on_screen(example: Program) -> None:
    example.bench.show_place(Place(PageId.FIGURES))
    example.window.actions_made.actions["manual"].trigger()
    assert manual_of(example).topic() == PAGES[PageId.FIGURES]


def test_asking_again_turns_the_page_of_the_same_window(example: Program) -> None:
    example.window.actions_made.actions["manual"].trigger()
    example.bench.show_place(Place(PageId.CALLOUTS))
    example.window.actions_made.actions["manual"].trigger()
    assert manual_of(example).topic() == PAGES[PageId.CALLOUTS]


def test_without_a_dossier_the_contents_open(app: Program) -> None:
    app.window.actions_made.actions["manual"].trigger()
    assert manual_of(app).topic() == CONTENTS


def test_the_list_turns_the_page_and_follows_links(app: Program) -> None:
    app.window.actions_made.actions["manual"].trigger()
    manual = manual_of(app)
    assert manual.topics.currentRow() == 0
    manual.topics.setCurrentRow(1)
    assert (manual.topic(), manual.topics.currentRow()) == (listed_topics()[1][0], 1)
    manual.back.click()
    assert (manual.topic(), manual.topics.currentRow()) == (CONTENTS, 0)


def test_a_dialog_has_its_own_manual(app: Program) -> None:
    dialog = NewDossierDialog(app.window, 2025)
    window = show_manual(dialog, app.around.env)
    assert window.parentWidget() is dialog
    assert window.topic() == PARTS["NewDossierDialog"]
    dialog.deleteLater()


def test_a_dialog_without_a_page_of_its_own_leads_to_the_contents(app: Program) -> None:
    assert topic_of(app.window, None) == CONTENTS


def test_the_size_is_kept(app: Program) -> None:
    app.window.actions_made.actions["manual"].trigger()
    manual_of(app).resize(700, 500)
    manual_of(app).close()
    app.window.actions_made.actions["manual"].trigger()
    assert max(one.width() for one in app.window.findChildren(ManualWindow)) == 700


def test_pictures_follow_the_width(app: Program) -> None:
    app.window.actions_made.actions["manual"].trigger()
    manual = manual_of(app)
    manual.show_topic("word")
    widths: list[int] = []
    for width in (1200, 700):
        manual.resize(width, 600)
        manual.reader.later.settle()
        widths.append(int(manual.reader.document().size().width()))
    assert widths[0] > widths[1]
    assert manual.reader.horizontalScrollBar().maximum() == 0
