"""What a form needs of XlsxWriter beyond the overview: protection, drop-downs, hidden rows, columns and sheets."""

from collections.abc import Mapping
from typing import Protocol, cast

from riec_desktop.excel.xlsx import Book, Format, Sheet


class FormSheetWriter(Sheet, Protocol):
    """A sheet of a form that is being written."""

    def protect(self, password: str, options: Mapping[str, bool]) -> None: ...
    def data_validation(
        self, row: int, column: int, last_row: int, last_column: int, options: Mapping[str, object]
    ) -> int: ...
    def set_tab_color(self, colour: str) -> None: ...
    def hide(self) -> None: ...


class _Sizes(Protocol):
    """The calls with more arguments than the overview passes."""

    def set_column(self, first: int, last: int, width: float, look: None, options: Mapping[str, bool]) -> int: ...
    def set_row(self, row: int, height: float | None, look: None, options: Mapping[str, bool]) -> int: ...


class _FormulaWriter(Protocol):
    def write_formula(self, row: int, column: int, formula: str, look: Format, value: float | str) -> int: ...


def form_sheet(book: Book, name: str) -> FormSheetWriter:
    """A new sheet."""
    return cast("FormSheetWriter", book.add_worksheet(name))


def hide_column(sheet: Sheet, column: int) -> None:
    """Hide a column; what stands in it stays."""
    cast("_Sizes", sheet).set_column(column, column, 9, None, {"hidden": True})


def hide_row(sheet: Sheet, row: int) -> None:
    """Hide a row; what stands in it stays."""
    cast("_Sizes", sheet).set_row(row, None, None, {"hidden": True})


def write_formula(sheet: Sheet, place: tuple[int, int], formula: str, look: Format, value: float | str) -> None:
    """A formula with its computed value, a number or a text."""
    cast("_FormulaWriter", sheet).write_formula(*place, formula, look, value)
