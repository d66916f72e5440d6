"""How cells look: a calm blue header, thin lines, and a colour for each tone.

Every pair of colours has a contrast of at least 4.5:1 (WCAG 2.2, success criterion 1.4.3); a test computes it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from riec_desktop.excel.cells import CellStyles
from riec_desktop.excel.plan import Column, ColumnType, Tone

HEADER_COLOURS = ("#FFFFFF", "#154273")
"""Text and background of the header row."""

LINK_COLOUR = "#154273"
LINE_COLOUR = "#BFCBDA"

TONE_COLOURS: Mapping[Tone, tuple[str, str]] = {
    Tone.DONE: ("#1B5E20", "#E2F1E4"),
    Tone.BUSY: ("#154273", "#E1EBF7"),
    Tone.WAITING: ("#6B4700", "#FFF1D2"),
    Tone.LACKING: ("#8E1B1B", "#FBE4E2"),
    Tone.QUIET: ("#454F5B", "#ECEFF2"),
}
"""Text and background of each tone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The look of a cell: every one has thin lines around it and stands at the top.

    `ink`, `paper` and `line` (the one above) are web colours, '' for those of the program; `code` is a number format.
    """

    bold: bool = False
    underlined: bool = False
    ink: str = ""
    paper: str = ""
    line: str = LINE_COLOUR
    align: str = ""
    indent: int = 0
    wrap: bool = False
    code: str = ""


_HEADER = Style(bold=True, ink=HEADER_COLOURS[0], paper=HEADER_COLOURS[1], wrap=True)
_LINK = Style(ink=LINK_COLOUR, underlined=True, wrap=True)

# The indent keeps a number from the text in the next column, and its header from the filter button.
_NUMBER = Style(align="right", indent=1)
_HEADER_INDENT = {"right": 2}
# On its own colour a word needs room, and it must not touch the number before it.
_MARKED = Style(align="left", indent=1, wrap=True)
_SIGNED = (ColumnType.DIFFERENCE, ColumnType.PERCENTAGE)

_BY_TYPE: Mapping[ColumnType, Style] = {
    ColumnType.TEXT: Style(wrap=True),
    ColumnType.LINK: Style(wrap=True),
    ColumnType.INTEGER: replace(_NUMBER, code="#,##0"),
    ColumnType.COUNT: Style(align="center", code='#,##0;-#,##0;"–"'),
    ColumnType.YEAR: Style(align="left", code="0"),
    ColumnType.DECIMAL: _NUMBER,
    ColumnType.DIFFERENCE: _NUMBER,
    ColumnType.PERCENTAGE: _NUMBER,
    ColumnType.DATE: Style(align="left", code="d-m-yyyy"),
}


def number_format(kind: ColumnType, decimals: int) -> str:
    """The format code for a number; Excel shows its comma and point as the reader's language has them."""
    fraction = f".{'0' * decimals}" if decimals > 0 else ""
    code = f"0{fraction}%" if kind is ColumnType.PERCENTAGE else f"#,##0{fraction}"
    return f"+{code};-{code};{code}" if kind in _SIGNED else code


class Styles:
    """The styles of one workbook, each with the number under which cells name it; 0 is the look of no cell of ours."""

    def __init__(self) -> None:
        self._numbers: dict[Style, int] = {}

    def number(self, style: Style) -> int:
        """The number of a style; a new one when it was not seen before."""
        return self._numbers.setdefault(style, len(self._numbers) + 1)

    def all(self) -> tuple[Style, ...]:
        """Every style, in the order of the numbers."""
        return tuple(self._numbers)

    def header(self, column: Column) -> CellStyles:
        """The look of the header cell of a column."""
        align = _BY_TYPE[column.type].align
        shown = replace(_HEADER, align=align, indent=_HEADER_INDENT.get(align, 0)) if align != "left" else _HEADER
        number = self.number(shown)
        return CellStyles(number, number, {})

    def column(self, column: Column, decimals: Iterable[int] = (), *, total: bool = False) -> CellStyles:
        """The looks of the cells of a column, or of its cell in the row of totals, for numbers of these decimals."""
        base = _MARKED if column.marks and column.type is ColumnType.TEXT else _BY_TYPE[column.type]
        shown = replace(base, bold=total or column.bold, line=HEADER_COLOURS[1] if total else LINE_COLOUR)
        codes = {one: number_format(column.type, one) for one in decimals}
        return CellStyles(
            plain=self.number(shown),
            link=self.number(replace(_LINK, bold=column.bold)),
            amounts={one: self.number(replace(shown, code=code)) for one, code in codes.items()},
        )
