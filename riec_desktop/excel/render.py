"""A workbook plan as the bytes of an .xlsx file, written as text part by part.

Whoever writes cells, tables and charts through a library pays for what the library can do besides; here every look
and every sheet is of a kind that is known beforehand (see `docs/benchmarks.md`). It decides nothing: what stands where
is in the plan.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riec_desktop.excel.book_xml import app_part, clipped, core_part, theme_part, workbook_part
from riec_desktop.excel.cells import CellStyles, Rows, Strings
from riec_desktop.excel.chart_places import Place, chart_places
from riec_desktop.excel.chart_xml import chart_part
from riec_desktop.excel.drawing_xml import drawing_part
from riec_desktop.excel.names import header_height
from riec_desktop.excel.package import packed, relations
from riec_desktop.excel.plan import AMOUNT_TYPES, Amount, Cell, Formula, Row, SheetPlan, WorkbookPlan
from riec_desktop.excel.sheet_xml import sheet_part
from riec_desktop.excel.sizes import LINE_HEIGHT, column_width, letters, row_heights
from riec_desktop.excel.styles import Styles
from riec_desktop.excel.styles_xml import styles_part
from riec_desktop.excel.table_xml import TOTAL, has_totals, table_part

_SPECIAL = re.compile(r"['\[\]#@]")
_MOST_IN_HEADER = 100

_Parts = Iterator[tuple[str, str]]
"""Names of parts with their XML."""


def render_workbook(plan: WorkbookPlan) -> bytes:
    """The .xlsx file of a plan. The same plan gives the same bytes, on every computer."""
    styles, strings = Styles(), Strings()
    printed = _Printed(plan.header, plan.footer)
    parts: dict[str, str] = {}
    charts = 0
    for number, sheet in enumerate(plan.sheets, start=1):
        parts.update(_sheet_parts(_laid(sheet, styles), number, charts, printed, strings))
        charts += len(sheet.charts)
    return packed(parts | dict(_book_parts(plan, styles, strings)))


def _book_parts(plan: WorkbookPlan, styles: Styles, strings: Strings) -> _Parts:
    sheets = [("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(plan.sheets) + 1)]
    others = (("theme", "theme/theme1.xml"), ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml"))
    yield "xl/workbook.xml", workbook_part([sheet.name for sheet in plan.sheets])
    yield "xl/_rels/workbook.xml.rels", relations((*sheets, *others))
    yield "xl/theme/theme1.xml", theme_part()
    yield "xl/styles.xml", styles_part(styles.all())
    yield "xl/sharedStrings.xml", strings.part()
    yield "docProps/core.xml", core_part(plan.title, plan.subject, plan.organisation, plan.made_on)
    yield "docProps/app.xml", app_part(plan.organisation)


# --- A sheet ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Printed:
    """What the pages of every sheet say above and below."""

    header: str
    footer: str

    def codes(self, sheet: str) -> tuple[str, str]:
        """Header and footer in the codes of Excel, where `&` starts a code."""
        above, below = (clipped(text, _MOST_IN_HEADER).replace("&", "&&") for text in (self.header, self.footer))
        return f"&L{above}&R{sheet}", f"&L{below}&RPagina &P van &N"


@dataclass(frozen=True, slots=True)
class _Laid:
    """A sheet with the looks of its columns, how wide they are, and how high each row is (None: as high as a line)."""

    sheet: SheetPlan
    headers: tuple[CellStyles, ...]
    looks: tuple[CellStyles, ...]
    total_looks: tuple[CellStyles, ...]
    widths: tuple[float, ...]
    heights: tuple[float | None, ...]


def _laid(sheet: SheetPlan, styles: Styles) -> _Laid:
    widths = tuple(column_width(column, (row[at] for row in sheet.rows)) for at, column in enumerate(sheet.columns))
    return _Laid(
        sheet=sheet,
        headers=tuple(map(styles.header, sheet.columns)),
        looks=tuple(styles.column(column, _decimals(sheet, at)) for at, column in enumerate(sheet.columns)),
        total_looks=_total_looks(sheet, styles),
        widths=widths,
        heights=tuple(_heights(sheet, widths)),
    )


def _decimals(sheet: SheetPlan, at: int) -> set[int]:
    """The decimals of the amounts in a column."""
    if sheet.columns[at].type not in AMOUNT_TYPES:
        return set()
    cells = (row[at] for row in sheet.rows)
    amounts = (cell.amount if isinstance(cell, Formula) else cell for cell in cells)
    return {amount.decimals for amount in amounts if isinstance(amount, Amount)}


def _total_looks(sheet: SheetPlan, styles: Styles) -> tuple[CellStyles, ...]:
    columns = sheet.columns if has_totals(sheet) else ()
    decimals = [(column.total.decimals,) if column.total else () for column in columns]
    return tuple(styles.column(column, one, total=True) for column, one in zip(columns, decimals, strict=True))


def _heights(sheet: SheetPlan, widths: Sequence[float]) -> Iterator[float | None]:
    """The height of each row, the header and that of the totals among them."""
    names = tuple(column.name for column in sheet.columns)
    yield _own_height(header_height(names, widths))
    yield from map(_own_height, row_heights(_shown_rows(sheet), [letters(width) for width in widths]))
    if has_totals(sheet):
        yield None


def _own_height(height: float) -> float | None:
    return height if height > LINE_HEIGHT else None


def _shown_rows(sheet: SheetPlan) -> tuple[Row, ...]:
    """The rows, or one that says that there are none: a table has at least one."""
    return sheet.rows or ((sheet.nothing, *(None for _ in sheet.columns[1:])),)


# --- Its parts -------------------------------------------------------------------------------------------------------


def _sheet_parts(laid: _Laid, number: int, charts: int, printed: _Printed, strings: Strings) -> _Parts:
    """The sheet with this number; `charts` is how many the sheets before it have."""
    sheet, rows = laid.sheet, _rows(laid, strings)
    codes = printed.codes(sheet.name)
    name = f"xl/worksheets/sheet{number}.xml"
    yield name, sheet_part(sheet, laid.widths, rows.area(), rows.xml(), codes, opens=number == 1)
    drawing = (("drawing", f"../drawings/drawing{number}.xml"),) if sheet.charts else ()
    related = (("table", f"../tables/table{number}.xml"), *drawing)
    yield f"xl/worksheets/_rels/sheet{number}.xml.rels", relations(related)
    yield f"xl/tables/table{number}.xml", table_part(sheet, number)
    if sheet.charts:
        yield from _chart_parts(laid, number, charts)


def _rows(laid: _Laid, strings: Strings) -> Rows:
    sheet = laid.sheet
    rows = Rows(strings, len(sheet.columns))
    heights = iter(laid.heights)
    rows.add([column.name for column in sheet.columns], laid.headers, next(heights))
    for row in _shown_rows(sheet):
        rows.add(row, laid.looks, next(heights))
    if has_totals(sheet):
        rows.add([_total_cell(sheet, at) for at in range(len(sheet.columns))], laid.total_looks, next(heights))
    return rows


def _total_cell(sheet: SheetPlan, index: int) -> Cell:
    column = sheet.columns[index]
    if column.total:
        return Formula(f"=SUBTOTAL(109,{sheet.name}[{_in_reference(column.name)}])", column.total)
    return TOTAL if index == 0 else None


def _in_reference(name: str) -> str:
    """The name of a column as a formula spells it (ISO/IEC 29500-1, 18.17.6.2)."""
    return _SPECIAL.sub(r"'\g<0>", name)


def _chart_parts(laid: _Laid, number: int, before: int) -> _Parts:
    sheet = laid.sheet
    numbers = range(before + 1, before + len(sheet.charts) + 1)
    heights = [height or LINE_HEIGHT for height in laid.heights]
    places: tuple[Place, ...] = tuple(chart_places(len(sheet.charts), laid.widths, heights))
    yield f"xl/drawings/drawing{number}.xml", drawing_part(sheet.charts, places, laid.widths)
    related = [("chart", f"../charts/chart{at}.xml") for at in numbers]
    yield f"xl/drawings/_rels/drawing{number}.xml.rels", relations(related)
    for at, chart in zip(numbers, sheet.charts, strict=True):
        yield f"xl/charts/chart{at}.xml", chart_part(sheet, chart)
