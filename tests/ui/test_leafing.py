"""Very many cards on one page: some at a time, and every field is still found."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from riec_desktop.dossier import edits, views
from riec_desktop.dossier.records import Callout
from riec_desktop.ui.pages.cards import CardsPart
from riec_desktop.ui.pages.leafing import AT_ONCE
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.places import PageId, Place
from tests.helpers.program import Program

COUNT = AT_ONCE + 5


def many(running: Program) -> CardsPart:
    """The page with so many boxes that they do not fit at once."""
    bench = running.bench
    report = views.reports(bench.session.dossier, bench.editing.year)[0]
    for index in range(COUNT):
        bench.session.edit("erbij", edits.add(Callout(id=f"kader-{index:02}", report_id=report.id, title=f"T{index}")))
    bench.show_place(Place(PageId.CALLOUTS))
    running.settle()
    assert bench.page is not None
    part = bench.page.findChild(CardsPart)
    assert isinstance(part, CardsPart)
    return part


def test_the_first_are_in_sight_and_the_rest_comes_with_a_button(fresh: Program) -> None:
    part = many(fresh)
    assert part.leafing.told.text() == f"1 tot en met {AT_ONCE} van {COUNT}"
    assert part.locate(Spot("Callout", "kader-00", "title")) is not None
    part.leafing.later.click()
    assert part.leafing.told.text() == f"{AT_ONCE + 1} tot en met {COUNT} van {COUNT}"
    assert not part.leafing.later.isEnabled()


def test_a_field_that_is_not_in_sight_is_brought_there(fresh: Program) -> None:
    part = many(fresh)
    last = Spot("Callout", f"kader-{COUNT - 1:02}", "title")
    fresh.bench.jump(last)
    assert part.leafing.earlier.isEnabled()
    assert part.locate(last) is not None


def test_what_is_being_typed_is_kept_when_others_come_in_sight(fresh: Program) -> None:
    part = many(fresh)
    title = part.locate(Spot("Callout", "kader-00", "title"))
    assert title is not None
    writer = title.focusProxy() or title
    writer.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClicks(writer, "!")
    part.leafing.later.click()
    kept = fresh.bench.session.dossier.get(Callout, "kader-00")
    assert kept is not None
    assert "!" in kept.title


def test_few_are_all_there_without_buttons(example: Program) -> None:
    example.bench.show_place(Place(PageId.CALLOUTS))
    assert example.bench.page is not None
    part = example.bench.page.findChild(CardsPart)
    assert isinstance(part, CardsPart)
    assert part.leafing.isHidden()
