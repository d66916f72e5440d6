"""An estimate of the page on which each heading, table and figure stands, by counting lines.

Only Word knows its own page breaks; the contents says that its numbers are an estimate. The measures are those of the
house style (A4, margins of 2,5 cm, 11 points), checked against rendered pages of the example.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil

from riec_desktop.chapter.blocks import (
    Block,
    Callout,
    Cell,
    Chart,
    Contents,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Spans,
    Table,
)
from riec_desktop.dossier.choices import Layout


@dataclass(frozen=True, slots=True)
class Measures:
    """Lines on a page over all its columns, characters on a line of a column and of the whole page, and columns.

    What stands across the page takes the room of a line in every column.
    """

    lines: int
    characters: int
    wide_characters: int
    columns: int


MEASURES = {Layout.PORTRAIT: Measures(49, 88, 88, 1), Layout.LANDSCAPE: Measures(60, 62, 132, 2)}

_HEADING_LINES = (3.0, 3.0, 2.6, 2.2, 2.0, 2.0)
_GAP = 0.5
_CAPTION_LINES = 2.5
_LINE_PER_CHARACTER = 0.36
"""How wide a character is in heights of a line: so an area in characters becomes lines."""

CHART_SHAPE = 0.5
"""The height of a chart in parts of its width."""

_MOST_LINES = 30.0
_TABLE_FONT = 1.15
"""Characters in a table are smaller: so many fit where one of the running text does."""


def _lines(spans: Spans, characters: float) -> int:
    length = len(spans[0].text) if len(spans) == 1 else sum([len(span.text) for span in spans])
    return ceil(length / characters) or 1


def _row_lines(row: Iterable[Cell], widths: Iterable[float]) -> int:
    """The lines of the highest cell; most cells hold one text that fits on one line."""
    lines = 1
    for cell, width in zip(row, widths, strict=True):
        if len(cell) == 1 and len(cell[0]) == 1 and len(cell[0][0].text) <= width:
            continue
        lines = max(lines, sum(_lines(spans, width) for spans in cell))
    return lines


def _table_lines(table: Table, measures: Measures) -> float:
    characters = (measures.wide_characters if table.wide else measures.characters) * _TABLE_FONT
    weights = sum(column.weight for column in table.columns)
    widths = [max(4.0, characters * column.weight / weights - 2) for column in table.columns]
    heads = max(ceil(len(column.title) / width) for column, width in zip(table.columns, widths, strict=True))
    rows = sum(_row_lines(row, widths) + _GAP for row in table.rows)
    return (2.5 + heads + rows) * (measures.columns if table.wide else 1)


def _figure_lines(block: Chart | Picture, measures: Measures) -> float:
    """A drawing with its caption, and the source of a picture; a drawing is as high as its shape in its width asks."""
    across = measures.wide_characters if block.wide else measures.characters
    shape = CHART_SHAPE if isinstance(block, Chart) else block.height / block.width
    lines = min(across * shape * _LINE_PER_CHARACTER, _MOST_LINES) + _CAPTION_LINES
    return lines * (measures.columns if block.wide else 1)


def height(block: Block, measures: Measures) -> float:
    """The height of a block in lines of running text."""
    match block:
        case Paragraph() | ListItem():
            return _lines(block.spans, measures.characters) + _GAP
        case Table():
            return _table_lines(block, measures)
        case Chart() | Picture():
            return _figure_lines(block, measures)
        case Callout():
            return 3.0 + sum(height(one, measures) for one in block.blocks)
        case _:
            return _other_height(block)


def _other_height(block: Heading | Contents | PageBreak) -> float:
    if isinstance(block, Heading):
        return _HEADING_LINES[block.level - 1]
    return 3.0 + 1.2 * len(block.entries) if isinstance(block, Contents) else 0.0


def pages(blocks: Iterable[Block], layout: Layout) -> Iterator[tuple[str, int]]:
    """The bookmark of each heading, table, chart and picture with the page where it is expected, from 1."""
    measures = MEASURES[layout]
    used = 0.0
    for block in blocks:
        if isinstance(block, PageBreak):
            used = ceil(used / measures.lines) * measures.lines
        elif isinstance(block, Heading):
            used = _before_heading(used, measures)
            yield block.bookmark, int(used // measures.lines) + 1
        elif isinstance(block, Table | Chart | Picture):
            yield block.caption.bookmark, int(used // measures.lines) + 1
        used += height(block, measures)


def _before_heading(used: float, measures: Measures) -> float:
    """A heading that would be alone at the foot of a page goes to the next one."""
    left = measures.lines - used % measures.lines
    return used + left if left < _ROOM_FOR_HEADING else used


_ROOM_FOR_HEADING = 4.0
