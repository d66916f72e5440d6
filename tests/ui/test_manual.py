"""F1 opens the manual at the page about the screen, from the window and from a dialog; every page can be reached."""

import pytest

from riec_desktop.ui.manual.desk import show_manual
from riec_desktop.ui.manual.topics import CONTENTS, DIALOGS, PAGES, topic_of
from riec_desktop.ui.manual.window import ManualWindow, listed_topics, manual_file
from riec_desktop.ui.new_dossier import NewDossierDialog
from riec_desktop.ui.places import PageId, Place
from tests.helpers.program import Program


def manual_of(program: Program) -> ManualWindow:
    (found,) = program.window.findChildren(ManualWindow)
    return found


@pytest.mark.parametrize("page", list(PageId))
def test_every_page_of_the_window_has_its_page_in_the_manual(page: PageId) -> None:
    assert manual_file(PAGES[page]).is_file()


@pytest.mark.parametrize("topic", sorted({CONTENTS, *DIALOGS.values()}))
def test_every_dialog_leads_to_a_page_that_is_there(topic: str) -> None:
    assert manual_file(topic).is_file()


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
    manual.topics.setCurrentRow(1)
    assert manual.topic() == listed_topics()[1][0]
    manual.back.click()
    assert (manual.topic(), manual.topics.currentRow()) == (CONTENTS, 0)


def test_a_dialog_has_its_own_manual(app: Program) -> None:
    dialog = NewDossierDialog(app.window, 2025)
    window = show_manual(dialog, app.around.env)
    assert window.parentWidget() is dialog
    assert window.topic() == DIALOGS["NewDossierDialog"]
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
