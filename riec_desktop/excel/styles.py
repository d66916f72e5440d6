"""How cells look: a calm blue header, thin lines, and a colour for each tone.

Every pair of colours has a contrast of at least 4.5:1 (WCAG 2.2, success criterion 1.4.3); a test computes it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from riec_desktop.excel.cells import CellStyles
from riec_desktop.excel.plan import Column, ColumnType, Tone
from riec_desktop.excel.xlsx import Book, Format

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

Properties = Mapping[str, object]

_CELL: Properties = {"valign": "top", "border": 1, "border_color": LINE_COLOUR}
_TOTAL: Properties = {"bold": True, "top": 1, "top_color": HEADER_COLOURS[1]}
_HEADER: Properties = {
    "bold": True,
    "font_color": HEADER_COLOURS[0],
    "bg_color": HEADER_COLOURS[1],
    "text_wrap": True,
    "valign": "top",
    "border": 1,
    "border_color": LINE_COLOUR,
}
_LINK: Properties = {**_CELL, "font_color": LINK_COLOUR, "underline": 1, "text_wrap": True}

# The indent keeps a number from the text in the next column, and its header from the filter button.
_NUMBER: Properties = {"align": "right", "indent": 1}
_HEADER_ALIGNED: Mapping[object, Properties] = {"right": {"align": "right", "indent": 2}, "center": {"align": "center"}}
# On its own colour a word needs room, and it must not touch the number before it.
_MARKED: Properties = {"align": "left", "indent": 1}
_SIGNED = (ColumnType.DIFFERENCE, ColumnType.PERCENTAGE)

_BY_TYPE: Mapping[ColumnType, Properties] = {
    ColumnType.TEXT: {"text_wrap": True},
    ColumnType.LINK: {"text_wrap": True},
    ColumnType.INTEGER: {**_NUMBER, "num_format": "#,##0"},
    ColumnType.COUNT: {"align": "center", "num_format": '#,##0;-#,##0;"–"'},
    ColumnType.YEAR: {"num_format": "0", "align": "left"},
    ColumnType.DECIMAL: _NUMBER,
    ColumnType.DIFFERENCE: _NUMBER,
    ColumnType.PERCENTAGE: _NUMBER,
    ColumnType.DATE: {"num_format": "d-m-yyyy", "align": "left"},
}


def number_format(kind: ColumnType, decimals: int) -> str:
    """The format code for a number; Excel shows its comma and point as the reader's language has them."""
    fraction = f".{'0' * decimals}" if decimals > 0 else ""
    code = f"0{fraction}%" if kind is ColumnType.PERCENTAGE else f"#,##0{fraction}"
    return f"+{code};-{code};{code}" if kind in _SIGNED else code


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of one column: for most cells, for links, and for amounts by their decimals."""

    plain: Format
    link: Format
    amounts: Mapping[int, Format]

    def all(self) -> Iterator[Format]:
        """Every format of the column."""
        yield from (self.plain, self.link, *self.amounts.values())

    def numbers(self) -> CellStyles:
        """The numbers under which cells name these formats; they are given when the workbook is closed."""
        amounts = {decimals: look.xf_index for decimals, look in self.amounts.items()}
        return CellStyles(self.plain.xf_index, self.link.xf_index, amounts)


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._made: dict[object, Format] = {}

    def header(self, column: Column) -> Format:
        """The look of the header cell of a column."""
        return self._format({**_HEADER, **_HEADER_ALIGNED.get(_BY_TYPE[column.type].get("align"), {})})

    def tone(self, tone: Tone) -> Format:
        """The colours that a conditional format gives."""
        text, background = TONE_COLOURS[tone]
        return self._format({"font_color": text, "bg_color": background})

    def column(self, column: Column, decimals: Iterable[int] = (), *, total: bool = False) -> Looks:
        """The looks of the cells of a column, or of its cell in the row of totals, for numbers of these decimals."""
        marked: Properties = _MARKED if column.marks and column.type is ColumnType.TEXT else {}
        base = {**_CELL, **_BY_TYPE[column.type], **marked, "bold": column.bold, **(_TOTAL if total else {})}
        codes = {one: number_format(column.type, one) for one in decimals}
        return Looks(
            plain=self._format(base),
            link=self._format({**_LINK, "bold": column.bold}),
            amounts={one: self._format({**base, "num_format": code}) for one, code in codes.items()},
        )

    def _format(self, properties: Properties) -> Format:
        key = tuple(sorted(properties.items(), key=lambda item: item[0]))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]
