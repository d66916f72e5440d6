"""The table that a sheet is: its range, the names of its columns, what its last row adds up, and its description.

Source: ISO/IEC 29500-1, 18.5.1; the description for who cannot see it is [MS-XLSX] 2.6.97 (`x14:table`).
"""

from riec_desktop.excel.celltext import cell_text
from riec_desktop.excel.markup import HEAD, MAIN, string_attribute
from riec_desktop.excel.plan import SheetPlan
from riec_desktop.excel.sheet_xml import shown_rows
from riec_desktop.sheets import column_letters

TOTAL = "Totaal"
"""What stands in the first cell of a row of totals."""

_EXTENSION = "{504A1905-F514-4f6f-8877-14C23A59335A}"
_LATER = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"


def has_totals(sheet: SheetPlan) -> bool:
    """Whether the table ends with a row of totals."""
    return any(column.total for column in sheet.columns)


def table_part(sheet: SheetPlan, number: int) -> str:
    """The part of a table; `number` is its id in the workbook."""
    last, totals = shown_rows(sheet) + 1, has_totals(sheet)
    edge = column_letters(len(sheet.columns))
    name, row = string_attribute(sheet.name), 'totalsRowCount="1"' if totals else 'totalsRowShown="0"'
    columns = "".join(_column(sheet, at) for at in range(len(sheet.columns)))
    return (
        f'{HEAD}<table xmlns="{MAIN}" id="{number}" name="{name}" displayName="{name}" ref="A1:{edge}{last + totals}" '
        f'{row}><autoFilter ref="A1:{edge}{last}"/><tableColumns count="{len(sheet.columns)}">{columns}</tableColumns>'
        '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>'
        f'<extLst><ext uri="{_EXTENSION}" xmlns:x14="{_LATER}"><x14:table altText="{name}" '
        f'altTextSummary="{string_attribute(cell_text(sheet.description))}"/></ext></extLst></table>'
    )


def _column(sheet: SheetPlan, at: int) -> str:
    column = sheet.columns[at]
    total = ""
    if column.total:
        total = ' totalsRowFunction="sum"'
    elif at == 0 and has_totals(sheet):
        total = f' totalsRowLabel="{TOTAL}"'
    return f'<tableColumn id="{at + 1}" name="{string_attribute(cell_text(column.name))}"{total}/>'
