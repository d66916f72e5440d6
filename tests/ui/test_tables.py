"""How wide somebody made a column is still so when the page comes back, also after a restart."""

from riec_desktop.ui.kept_widths import KeptWidths
from riec_desktop.ui.pages.parts import TablePart
from riec_desktop.ui.places import PageId, Place
from riec_desktop.ui.typed import required
from riec_desktop.workspace.preferences import prefer, preferences
from tests.helpers.program import Program


def table(program: Program, page: PageId) -> TablePart:
    program.bench.show_place(Place(page))
    return required(program.bench.page).findChildren(TablePart)[0]


def test_columns_come_back_as_wide_as_they_were_made(example: Program) -> None:
    view = table(example, PageId.ORGANISATIONS).table.view
    view.setColumnWidth(0, 240)
    table(example, PageId.FIGURES)
    again = table(example, PageId.ORGANISATIONS).table.view
    assert again is not view
    assert abs(again.columnWidth(0) - 240) <= 1


def test_columns_that_nobody_touched_are_not_kept(example: Program) -> None:
    table(example, PageId.ORGANISATIONS)
    table(example, PageId.FIGURES)
    assert not [name for name in preferences(example.around.env) if name.startswith("kolommen")]


def test_a_damaged_preference_gives_no_widths(example: Program) -> None:
    kept = KeptWidths(example.around.env)
    prefer(example.around.env, **{"kolommen van a": ["breed", "smal"], "kolommen van b": "breed"})
    assert kept.of("a") == kept.of("b") == kept.of("c") == []
