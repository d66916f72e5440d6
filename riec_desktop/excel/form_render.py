"""A form plan as the bytes of an .xlsx file that works in Excel, in Excel on the web and in LibreOffice.

Every text is written as a string, so nothing that somebody typed becomes a formula; the only formulas count words.
Open cells are unlocked and yellow, and the name of their column says that they are to be filled in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO

from riec_desktop.dossier.dutch import number
from riec_desktop.excel.book_xml import clipped
from riec_desktop.excel.celltext import cell_pieces
from riec_desktop.excel.form_fields import field_hash
from riec_desktop.excel.form_looks import FormLooks
from riec_desktop.excel.form_package import form_file
from riec_desktop.excel.form_plan import (
    DATA_SHEET,
    FORM_VERSION,
    KEY_COLUMN,
    LIST_SHEET,
    SIGN,
    Entry,
    Fixed,
    FormCell,
    FormColumn,
    FormPlan,
    FormRow,
    FormSheet,
    Open,
    Verdict,
    Words,
)
from riec_desktop.excel.form_rules import EXACT, FIRST_DAY, LAST_DAY, validate
from riec_desktop.excel.form_xlsx import FormSheetWriter, form_sheet, hide_column, hide_row, write_formula
from riec_desktop.excel.names import header_height
from riec_desktop.excel.plan import Amount, ColumnType
from riec_desktop.excel.sizes import HIGHEST, LINE_HEIGHT, letters, row_height
from riec_desktop.excel.styles import number_format
from riec_desktop.excel.xlsx import Book, Format, new_workbook
from riec_desktop.sheets import column_letters

HEADER_ROW = 1
"""The visible names; above them stand the hidden keys of the columns."""

_FIRST = HEADER_ROW + 1
_A4 = 9
_HIDDEN_EVERYWHERE = 2
_MARGINS = {"left": 0.4, "right": 0.4, "top": 0.75, "bottom": 0.75}
_DAY_ZERO = date(1899, 12, 30)
_MOST_IN_PROPERTY = 255
_ALLOWED = {
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "sort": True,
    "autofilter": True,
    "insert_hyperlinks": True,
    "select_locked_cells": True,
    "select_unlocked_cells": True,
}
_EMPTY, _FITS, _LONGER = "nog leeg", "past", "langer"


def render_form(plan: FormPlan) -> bytes:
    """The .xlsx file of a form."""
    target = BytesIO()
    book = new_workbook(target)
    book.set_properties(_properties(plan))
    looks = FormLooks(book)
    for sheet in plan.sheets:
        _write_sheet(book, plan, sheet, looks)
    _write_lists(book, plan, looks)
    _write_data(book, plan, looks)
    book.close()
    return form_file(target.getvalue())


def _properties(plan: FormPlan) -> Mapping[str, object]:
    """Properties without the name of a person: the organisation is the author."""
    texts = {"title": plan.title, "author": plan.organisation, "company": plan.organisation}
    cut = {name: clipped(text, _MOST_IN_PROPERTY) for name, text in texts.items()}
    return {**cut, "created": plan.request.sent_at}


# --- A sheet ---------------------------------------------------------------------------------------------------------


def _write_sheet(book: Book, plan: FormPlan, sheet: FormSheet, looks: FormLooks) -> None:
    written = form_sheet(book, sheet.name)
    _set_up_page(written, plan, sheet)
    _write_keys(written, plan, sheet, looks)
    _write_table(written, sheet, looks)
    for at, row in enumerate(sheet.rows, start=_FIRST):
        written.write_string(at, 0, row.key, looks.fixed())
        for index, cell in enumerate(row.cells, start=1):
            _write_cell(written, (at, index), cell, sheet, looks)
        written.set_row(at, _height(sheet, row))
    written.set_row(HEADER_ROW, _header_height(sheet))
    for index, column in enumerate(sheet.columns, start=1):
        written.set_column(index, index, column.width)
        validate(written, plan, sheet, index, _FIRST)
    _mark_long(written, sheet, looks)
    hide_row(written, 0)
    hide_column(written, 0)
    written.protect("", _ALLOWED)


def _set_up_page(written: FormSheetWriter, plan: FormPlan, sheet: FormSheet) -> None:
    written.set_landscape()
    written.set_paper(_A4)
    written.set_margins(**_MARGINS)
    written.fit_to_pages(1, 0)
    written.repeat_rows(HEADER_ROW)
    written.freeze_panes(_FIRST, sheet.frozen and sheet.frozen + 1)
    written.hide_gridlines(_HIDDEN_EVERYWHERE)
    written.set_header(f"&L{clipped(plan.title, 100).replace('&', '&&')}&R{sheet.name.replace('&', '&&')}")
    written.set_footer("&RPagina &P van &N")


def _write_keys(written: FormSheetWriter, plan: FormPlan, sheet: FormSheet, looks: FormLooks) -> None:
    """The hidden first row: what the sheet is, and the key of each column."""
    written.write_string(0, 0, sign_of(plan, sheet.kind.value), looks.fixed())
    for index, column in enumerate(sheet.columns, start=1):
        written.write_string(0, index, column.key, looks.fixed())


def sign_of(plan: FormPlan, kind: str) -> str:
    """What the first cell of a sheet says: sign, version, kind of sheet, form id, dossier id."""
    return "|".join((SIGN, str(FORM_VERSION), kind, plan.request.form_id, plan.request.dossier_id))


def _write_table(written: FormSheetWriter, sheet: FormSheet, looks: FormLooks) -> None:
    names = (FormColumn(key=KEY_COLUMN, name="Kenmerk", width=9), *sheet.columns)
    options = {
        "name": sheet.table,
        "title": sheet.name,
        "description": sheet.description,
        "style": None,
        "autofilter": False,
        "columns": [
            {"header": one.name, "header_format": looks.header(to_fill_in=_is_named_open(one))} for one in names
        ],
    }
    written.add_table(HEADER_ROW, 0, HEADER_ROW + max(1, len(sheet.rows)), len(sheet.columns), options)


def _is_named_open(column: FormColumn) -> bool:
    """Whether the name says that a colleague fills the column in; on the sheet Uitleg only some rows are open."""
    return column.entry is not None and column.name.endswith(")")


def _height(sheet: FormSheet, row: FormRow) -> float:
    room = [letters(column.width) for column in sheet.columns]
    needed = row_height(tuple(_text_of(cell) for cell in row.cells), room)
    return min(max(needed, row.lines * LINE_HEIGHT), HIGHEST)


def _header_height(sheet: FormSheet) -> float:
    return header_height([one.name for one in sheet.columns], [one.width for one in sheet.columns])


def _text_of(cell: FormCell) -> str:
    if not isinstance(cell, Fixed | Open):
        return ""
    return cell.value if isinstance(cell.value, str) else ""


# --- Cells -----------------------------------------------------------------------------------------------------------

_Place = tuple[int, int]


def _write_cell(written: FormSheetWriter, place: _Place, cell: FormCell, sheet: FormSheet, looks: FormLooks) -> None:
    match cell:
        case Fixed():
            _write_fixed(written, place, cell, looks)
        case Open():
            _write_open(written, place, cell, sheet.columns[place[1] - 1].entry or Entry.LINE, looks)
        case Words():
            text, source = _source(sheet, place, cell.column)
            write_formula(written, place, f"={_count(source)}", looks.fixed(number="#,##0"), count_words(text))
        case Verdict():
            text, source = _source(sheet, place, cell.column)
            formula = f'=IF({_count(source)}=0,"{_EMPTY}",{_compared(source, cell.budget)})'
            write_formula(written, place, formula, looks.fixed(), _verdict(count_words(text), cell.budget))


def _write_fixed(written: FormSheetWriter, place: _Place, cell: Fixed, looks: FormLooks) -> None:
    if isinstance(cell.value, Amount):
        look = looks.fixed(number=number_format(ColumnType.DECIMAL, cell.value.decimals))
        _write_number(written, place, cell.value.value, look)
    elif cell.sheet:
        target = "internal:'" + cell.sheet.replace("'", "''") + "'!B3"
        written.write_url(*place, target, looks.fixed(link=True), cell.value or "", f"Ga naar het blad {cell.sheet}")
    else:
        _write_text(written, place, cell.value or "", looks.fixed(bold=cell.bold))


def _write_open(written: FormSheetWriter, place: _Place, cell: Open, entry: Entry, looks: FormLooks) -> None:
    look = looks.open(entry)
    match cell.value:
        case Decimal():
            _write_number(written, place, cell.value, look)
        case date() if FIRST_DAY <= cell.value <= LAST_DAY:
            written.write_number(*place, (cell.value - _DAY_ZERO).days, look)
        case date():
            written.write_string(*place, cell.value.isoformat(), look)
        case str():
            _write_text(written, place, cell.value, look)
        case None:
            written.write_blank(*place, None, look)


def _write_number(written: FormSheetWriter, place: _Place, value: Decimal, look: Format) -> None:
    if abs(value) < EXACT and Decimal(repr(float(value))) == value:
        written.write_number(*place, float(value), look)
    else:
        written.write_string(*place, number(value), look)


def _write_text(written: FormSheetWriter, place: _Place, text: str, look: Format) -> None:
    match cell_pieces(text):
        case ():
            written.write_blank(*place, None, look)
        case (whole,):
            written.write_string(*place, whole, look)
        case pieces:
            written.write_rich_string(*place, *pieces, look)


# --- Counting words --------------------------------------------------------------------------------------------------


def _source(sheet: FormSheet, place: _Place, column: str) -> tuple[str, str]:
    """The text that is counted, and the address of its cell."""
    index = next(at for at, one in enumerate(sheet.columns) if one.key == column)
    cell = sheet.rows[place[0] - _FIRST].cells[index]
    return _text_of(cell), f"{column_letters(index + 2)}{place[0] + 1}"


def _count(source: str) -> str:
    """Words as Excel counts them: stretches between spaces and line ends; the dashes of a list are no words."""
    spaced = f'SUBSTITUTE(SUBSTITUTE(CHAR(10)&{source},CHAR(10)&"- "," "),CHAR(10)," ")'
    bare_text = f"TRIM({spaced})"
    return f'IF({bare_text}="",0,LEN({bare_text})-LEN(SUBSTITUTE({bare_text}," ",""))+1)'


def count_words(text: str) -> int:
    """The same number as the formula gives."""
    spaced = f"\n{text}".replace("\n- ", " ").replace("\n", " ")
    return sum(1 for word in spaced.split(" ") if word)


def _compared(source: str, budget: int) -> str:
    return f'IF({_count(source)}>{budget},"{_LONGER}","{_FITS}")' if budget else f'"{_FITS}"'


def _verdict(words: int, budget: int) -> str:
    if not words:
        return _EMPTY
    return _LONGER if budget and words > budget else _FITS


def _mark_long(written: FormSheetWriter, sheet: FormSheet, looks: FormLooks) -> None:
    for index, column in enumerate(sheet.columns, start=1):
        if column.key == "oordeel":
            options = {"type": "cell", "criteria": "==", "value": f'"{_LONGER}"', "format": looks.warning()}
            written.conditional_format(_FIRST, index, HEADER_ROW + len(sheet.rows), index, options)


# --- Hidden sheets ---------------------------------------------------------------------------------------------------


def _write_hidden(book: Book, name: str, names: Sequence[str], rows: Iterable[Sequence[str]], looks: FormLooks) -> None:
    written = form_sheet(book, name)
    content = list(rows)
    options = {"name": name, "style": None, "columns": [{"header": one} for one in names], "autofilter": False}
    written.add_table(0, 0, max(1, len(content)), len(names) - 1, options)
    for at, row in enumerate(content, start=1):
        for index, text in enumerate(row):
            _write_text(written, (at, index), text, looks.fixed())
    written.freeze_panes(1, 0)
    written.protect("", {})
    written.hide()


def _write_lists(book: Book, plan: FormPlan, looks: FormLooks) -> None:
    longest = max(map(len, plan.lists.values()))
    rows = ([found[at] if at < len(found) else "" for found in plan.lists.values()] for at in range(longest))
    _write_hidden(book, LIST_SHEET, tuple(plan.lists), rows, looks)


def _write_data(book: Book, plan: FormPlan, looks: FormLooks) -> None:
    _write_hidden(book, DATA_SHEET, ("Gegeven", "Veld", "Waarde"), _data(plan), looks)


def _data(plan: FormPlan) -> Iterator[Sequence[str]]:
    """Form id, dossier id, version; the spelling of each token; a hash of each field that was sent."""
    request = plan.request
    yield SIGN, "versie", str(FORM_VERSION)
    yield SIGN, "formulier", request.form_id
    yield SIGN, "dossier", request.dossier_id
    yield SIGN, "dossierversie", request.version
    yield SIGN, "jaar", str(request.year.year or "")
    yield from (("token", number_of, token) for number_of, token in plan.sent.tokens.items())
    for key, fields in plan.sent.values.items():
        yield from ((key, name, field_hash(plain)) for name, plain in fields.items())
