"""A worksheet around its cells: what stays in sight, widths, colours by rule, links, and how it is printed.

The elements stand in the order that ISO/IEC 29500-1 prescribes (18.3.1.99).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, groupby

from riec_desktop.excel.celltext import cell_text
from riec_desktop.excel.chart_places import pixels
from riec_desktop.excel.markup import HEAD, MAIN, OFFICE, attribute, string_attribute, string_xml
from riec_desktop.excel.plan import ColumnType, Link, Mark, SheetPlan, Tone
from riec_desktop.excel.styles_xml import tone_number
from riec_desktop.sheets import column_letters

_MARGINS = '<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
_PAGE = '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
"""A4 on its side, as wide as the table."""

_FIRST_ROW = 2
_DIGIT = 7
_PARTS_OF_DIGIT = 256


def sheet_part(
    sheet: SheetPlan, widths: Sequence[float], area: str, rows: str, printed: tuple[str, str], *, opens: bool
) -> str:
    """The part of a sheet. `printed` are the codes of its header and footer; its table has the id rId1, charts rId2.

    `opens`: whether it is the sheet that a reader sees first.
    """
    head = (
        f'{HEAD}<worksheet xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="{area}"/>{_view(sheet.frozen_columns, opens=opens)}<sheetFormatPr defaultRowHeight="15"/>'
    )
    drawing = '<drawing r:id="rId2"/>' if sheet.charts else ""
    return "".join(
        (
            *(head, "<cols>", *_widths(widths), "</cols><sheetData>", rows, "</sheetData>", *_colours(sheet)),
            *(_links(sheet), _MARGINS, _PAGE, _headers(*printed), drawing),
            '<tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>',
        )
    )


def shown_rows(sheet: SheetPlan) -> int:
    """The rows with data; a table has at least one."""
    return len(sheet.rows) or 1


def _view(frozen: int, *, opens: bool) -> str:
    chosen = ' tabSelected="1"' if opens else ""
    view = f'<sheetView showGridLines="0"{chosen} workbookViewId="0">'
    return f"<sheetViews>{view}{_panes(frozen)}</sheetView></sheetViews>"


def _headers(above: str, below: str) -> str:
    header, footer = string_xml(above), string_xml(below)
    return f"<headerFooter><oddHeader>{header}</oddHeader><oddFooter>{footer}</oddFooter></headerFooter>"


def _panes(columns: int) -> str:
    """The header and the first columns stay in sight."""
    if not columns:
        pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        return f'{pane}<selection pane="bottomLeft"/>'
    first = column_letters(columns + 1)
    return (
        f'<pane xSplit="{columns}" ySplit="1" topLeftCell="{first}2" activePane="bottomRight" state="frozen"/>'
        f'<selection pane="topRight" activeCell="{first}1" sqref="{first}1"/>'
        '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/><selection pane="bottomRight"/>'
    )


def _widths(widths: Sequence[float]) -> Iterator[str]:
    """Neighbours of one width share an element, as Excel writes it; the width is in digits with their margin."""
    number = 1
    for width, group in groupby(widths):
        last = number + len(list(group)) - 1
        wide = int(pixels(width) / _DIGIT * _PARTS_OF_DIGIT) / _PARTS_OF_DIGIT
        yield f'<col min="{number}" max="{last}" width="{wide:.16g}" customWidth="1"/>'
        number = last + 1


def _colours(sheet: SheetPlan) -> Iterator[str]:
    """The rules that colour words, and counts that are more than nothing."""
    order, last = count(1), shown_rows(sheet) + 1
    for at, column in enumerate(sheet.columns):
        rules = [_word_rule(mark, next(order)) for mark in column.marks]
        if column.type is ColumnType.COUNT:
            rules.append(_rule("greaterThan", Tone.BUSY, next(order), "0"))
        if rules:
            letters = column_letters(at + 1)
            place = f"{letters}2:{letters}{last}" if last > _FIRST_ROW else f"{letters}{last}"
            yield f'<conditionalFormatting sqref="{place}">{"".join(rules)}</conditionalFormatting>'


def _word_rule(mark: Mark, order: int) -> str:
    quoted = mark.word.replace('"', '""')
    return _rule("equal", mark.tone, order, string_xml(f'"{quoted}"'))


def _rule(operator: str, tone: Tone, order: int, formula: str) -> str:
    number = tone_number(tone)
    rule = f'<cfRule type="cellIs" dxfId="{number}" priority="{order}" operator="{operator}">'
    return f"{rule}<formula>{formula}</formula></cfRule>"


def _links(sheet: SheetPlan) -> str:
    found = "".join(_link(place, link) for place, link in _linked(sheet))
    return f"<hyperlinks>{found}</hyperlinks>" if found else ""


def _linked(sheet: SheetPlan) -> Iterator[tuple[str, Link]]:
    for at in (at for at, column in enumerate(sheet.columns) if column.type is ColumnType.LINK):
        cells: Iterable[object] = (row[at] for row in sheet.rows)
        yield from (
            (f"{column_letters(at + 1)}{row}", cell) for row, cell in enumerate(cells, 2) if isinstance(cell, Link)
        )


def _link(place: str, link: Link) -> str:
    target, tip = attribute(f"'{link.sheet}'!A1"), string_attribute(f"Ga naar het blad {link.sheet}")
    shown = string_attribute(cell_text(link.text))
    return f'<hyperlink ref="{place}" location="{target}" tooltip="{tip}" display="{shown}"/>'
