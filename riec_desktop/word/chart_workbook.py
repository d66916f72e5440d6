"""The workbook inside a chart: what 'Gegevens bewerken' in Word opens.

A small writer of its own: one sheet of names and numbers as text of SpreadsheetML takes a fraction of a millisecond,
and a chapter may have hundreds of charts. The same numbers give the same bytes (ISO/IEC 29500-1, 18.3).
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache, lru_cache

from riec_desktop.chapter.blocks import Chart
from riec_desktop.sheets import MOST_CHARACTERS, column_letters, theme_xml
from riec_desktop.word.chart_looks import COLOURS
from riec_desktop.word.markup import element_text
from riec_desktop.word.package import Beginning, begin_package, pack, store, write_package

SHEET = "Gegevens"
CORNER = "Categorie"

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_RELATED = (
    ("worksheet", "worksheets/sheet1.xml"),
    ("theme", "theme/theme1.xml"),
    ("styles", "styles.xml"),
    ("sharedStrings", "sharedStrings.xml"),
)


def _relations(*related: tuple[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(related, start=1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


_FIXED = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
        '<Override PartName="/xl/theme/theme1.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>'
    ),
    "_rels/.rels": _relations(("officeDocument", "xl/workbook.xml")),
    "xl/_rels/workbook.xml.rels": _relations(*_RELATED),
    "xl/theme/theme1.xml": theme_xml(COLOURS),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
}
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="{{}}"/></numFmts>'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_SHEET = "xl/worksheets/sheet1.xml"
_SHEET_START = (
    f'<worksheet xmlns="{_MAIN}"><cols><col min="1" max="1" width="28" customWidth="1"/>'
    '<col min="2" max="{}" width="16" customWidth="1"/></cols><sheetData>'
)
_SHEET_END = "</sheetData></worksheet>"


def workbook(chart: Chart) -> bytes:
    """The numbers of a chart as an XLSX file: a row per category, a column per series, names in the first of each."""
    names = (CORNER, *(series.name for series in chart.series), *chart.categories)
    # A kilobyte each: compressing them would take longer than making them.
    made = (store("xl/sharedStrings.xml", _strings(names).encode()), store(_SHEET, _sheet(chart).encode()))
    return write_package(made, _fixed(chart.decimals))


def number_format(decimals: int) -> str:
    """The format code: groups of thousands and so many decimals, in the signs of the reader's language."""
    return f"[$-413]#,##0.{'0' * decimals}" if decimals > 0 else "[$-413]#,##0"


@lru_cache(maxsize=4096)
def number_text(value: Decimal) -> str:
    """A number as files hold it: '1234.5'."""
    return f"{value.normalize():f}"


def cell_text(text: str) -> str:
    """The part of a text that fits in a cell, escaped.

    Space around it goes: the schema of ISO/IEC 29500 has no place for the attribute that keeps it.
    """
    return element_text(text[:MOST_CHARACTERS]).strip()


@cache
def _fixed(decimals: int) -> Beginning:
    """The parts that are the same in every workbook with so many decimals."""
    styles = _STYLES.format(number_format(decimals))
    texts = {**_FIXED, "xl/styles.xml": styles}
    return begin_package(pack(name, (_HEAD + text).encode()) for name, text in texts.items())


def _strings(names: Sequence[str]) -> str:
    """The table of all texts; cells refer to their place in it. The names of the series come before the categories."""
    items = "".join(f"<si><t>{cell_text(name)}</t></si>" for name in names)
    return f'{_HEAD}<sst xmlns="{_MAIN}" count="{len(names)}" uniqueCount="{len(names)}">{items}</sst>'


def _sheet(chart: Chart) -> str:
    rows = list(zip(*(series.values for series in chart.series), strict=True)) or [() for _ in chart.categories]
    present = tuple(tuple(value is not None for value in row) for row in rows)
    numbers = tuple(number_text(value) for row in rows for value in row if value is not None)
    return _sheet_template(len(chart.series), present) % numbers


@lru_cache(maxsize=256)
def _sheet_template(columns: int, present: tuple[tuple[bool, ...], ...]) -> str:
    """A sheet without its numbers; `present` says per row where there is one."""
    heads = "".join(_text(f"{column_letters(at + 1)}1", at) for at in range(columns + 1))
    rows = (
        f'<row r="{row}">{_text(f"A{row}", columns + row - 1)}{_numbers(there, row)}</row>'
        for row, there in enumerate(present, start=2)
    )
    return "".join((_HEAD, _SHEET_START.format(1 + max(1, columns)), f'<row r="1">{heads}</row>', *rows, _SHEET_END))


def _text(cell: str, place: int) -> str:
    return f'<c r="{cell}" t="s"><v>{place}</v></c>'


def _numbers(present: Iterable[bool], row: int) -> str:
    cells = (column_letters(at) for at, there in enumerate(present, start=2) if there)
    return "".join(f'<c r="{letters}{row}" s="1"><v>%s</v></c>' for letters in cells)
