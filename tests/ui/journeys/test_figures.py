"""Figures come from Excel: copied cells into the table, and a whole file by the dialog."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog

from riec_desktop.dossier.records import IndicatorValue
from tests.helpers.figures import value, workbook_of
from tests.helpers.hands import Hands
from tests.helpers.program import Program


def test_cells_from_excel_come_into_the_table_after_a_look_at_them(app: Program, at_example: Hands) -> None:
    hands = at_example
    hands.go_to("Cijfers")
    before = app.bench.session.dossier
    table = hands.tables()[0]
    column = [one.field for one in table.model.columns].index("actual")
    first, second = table.model.records[:2]
    QGuiApplication.clipboard().setText("1.234\n12,5\n")

    def agree(dialog: QDialog) -> None:
        hands.at(dialog).choose_button("2 cellen plakken")

    app.person.will(agree)
    hands.cell(table.view, 0, column)
    hands.press("Ctrl+V")
    held = app.bench.session.dossier.many(IndicatorValue, [first.id, second.id])
    assert [one.actual for one in held] == [Decimal(1234), Decimal("12.5")]
    hands.press("Ctrl+Z")
    assert app.bench.session.dossier == before


def test_a_file_with_figures_is_read_looked_at_and_taken_in(app: Program, at_example: Hands, tmp_path: Path) -> None:
    hands, path = at_example, tmp_path / "cijfers 2023.xlsx"
    path.write_bytes(workbook_of(("Indicator", "RIEC", "Werkelijk"), ("signalen", "RIEC Limburg", 77)))

    def look(dialog: QDialog) -> None:
        inside = hands.at(dialog)
        inside.wait(lambda: inside.button("Nakijken…").isEnabled())
        inside.choose_button("Nakijken…")

    def take(dialog: QDialog) -> None:
        hands.at(dialog).choose_button("Alles aanvinken")
        hands.at(dialog).choose_button("1 overnemen")

    app.person.will_pick(path)
    app.person.will(look, take)
    hands.menu("Delen", "Cijfers inlezen uit een Excel-bestand…")
    hands.wait(lambda: not app.person.answers)
    assert value(app.bench.session.dossier, "signalen", 2023, "RIEC Limburg").actual == Decimal(77)
