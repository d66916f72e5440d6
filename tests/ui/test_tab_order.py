"""Tab goes through every page and dialog as a person reads it, Shift+Tab the other way, and neither gets stuck."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from riec_desktop.dossier import edits
from riec_desktop.dossier.side_records import Comment
from riec_desktop.ui.places import PageId
from riec_desktop.ui.widgets.link_label import LinkLabel
from tests.helpers.dialogs import DIALOGS
from tests.helpers.pages import every_page, place_on
from tests.helpers.program import Program
from tests.helpers.tabbing import called, jumps, missed, walked


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """What is wrong with the way that Tab goes through a window."""

    jumps: list[str]
    missed: list[str]
    otherwise: list[str]
    """The order of going back, turned round, when it is another one."""


FINE = Walk(jumps=[], missed=[], otherwise=[])


def walk(window: QWidget) -> Walk:
    """From what has the focus round to it, and back."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QApplication.processEvents()
    order, back = walked(Qt.Key.Key_Tab), walked(Qt.Key.Key_Backtab)
    other_way = [back[0], *back[:0:-1]]
    return Walk(
        jumps=jumps(order),
        missed=missed(window, order),
        otherwise=[] if other_way == order else [called(one) for one in other_way],
    )


def test_in_every_dialog(example: Program) -> None:
    found: dict[str, Walk] = {}
    for name, make in DIALOGS.items():
        dialog = make(example)
        dialog.open()
        found[name] = walk(dialog)
        dialog.close()
        dialog.deleteLater()
    assert {name: one for name, one in found.items() if one != FINE} == {}


def test_on_every_page_with_what_stands_beside_it(example: Program) -> None:
    found: dict[str, Walk] = {}
    for page in every_page(example):
        example.bench.tree.setFocus()
        found[page.accessibleName()] = walk(example.window)
    assert {name: one for name, one in found.items() if one != FINE} == {}


def test_through_comments_to_the_field_that_they_are_about(example: Program) -> None:
    example.bench.show_place(place_on(example, PageId.PORTFOLIO))
    remark = Comment(id="op", kind="PortfolioReport", record_id=example.report.id, field="status", text="Klopt dit?")
    example.bench.session.edit("Opmerking", edits.add(remark))
    example.bench.show_side(example.bench.comments.panel)
    example.settle()
    example.bench.tree.setFocus()
    assert walk(example.window) == FINE
    (link,) = example.bench.comments.panel.findChildren(LinkLabel)
    link.setFocus()
    QTest.keyClick(link, Qt.Key.Key_Return)
    assert example.window.focusWidget().accessibleName() == "Status"
