"""Tables that are pasted into a text: each row becomes a line with ` | ` between its cells.

A cell that is merged over rows is repeated in each of them, so that every line can be read by itself; one that is
merged over columns stands there once. A row with one filled cell, as in the tables that mail and web pages are laid
out with, keeps its paragraphs and lists.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Self

from riec_desktop.dossier.richtext import BlockKind, RichBlock, Run, normal_blocks

_MOST = 1000
"""Rows or columns that a cell may cover: what the HTML standard allows for columns."""


def _count(text: str) -> int:
    """A span as browsers read it; 1 when it is none."""
    digits = text.strip()
    return (
        max(1, min(int(digits), _MOST)) if digits.isascii() and digits.isdigit() and len(digits) <= len("1000") else 1
    )


@dataclass(slots=True)
class Cell:
    """A cell: over how many rows and columns it stretches, and its text."""

    rows: int = 1
    columns: int = 1
    blocks: list[RichBlock] = field(default_factory=list[RichBlock])

    @classmethod
    def of(cls, attributes: dict[str, str]) -> Self:
        """The cell of an element with these attributes."""
        return cls(_count(attributes.get("rowspan", "")), _count(attributes.get("colspan", "")))

    def line(self) -> list[Run]:
        """The text in one line."""
        return list(_joined([block.runs for block in normal_blocks(self.blocks)], " "))


class Table:
    """A table that is being read. `is_real` tells whether a row had more than one filled cell."""

    def __init__(self) -> None:
        self.cell: Cell | None = None
        self.is_real = False
        self.rows = 0
        self._row: list[Cell] = []
        self._from_above: dict[int, Cell] = {}

    def begin_cell(self, cell: Cell) -> None:
        """The next cell of the row."""
        self.end_cell()
        self.cell = cell

    def end_cell(self) -> None:
        """The cell is complete."""
        if self.cell is not None:
            self._row.append(self.cell)
            self.cell = None

    def end_row(self) -> list[RichBlock]:
        """What becomes of the row in the text."""
        self.end_cell()
        cells = list(self._placed())
        self._row = []
        filled = [one for one in cells if one.line()]
        if len(filled) <= 1:
            return list(chain.from_iterable(one.blocks for one in filled))
        self.is_real = True
        self.rows += 1
        return [RichBlock(BlockKind.PARAGRAPH, tuple(_joined([tuple(one.line()) for one in cells], " | ")))]

    def _placed(self) -> Iterator[Cell]:
        """The cells of the row from left to right, with those that stretch down from rows above."""
        column, waiting = 0, list(self._row)
        while waiting or any(place >= column for place in self._from_above):
            cell = self._from_above.pop(column, None) or (waiting.pop(0) if waiting else Cell())
            if cell.rows > 1:
                self._from_above[column] = Cell(cell.rows - 1, cell.columns, cell.blocks)
            yield cell
            column += cell.columns


def _joined(texts: list[tuple[Run, ...]], between: str) -> Iterator[Run]:
    for index, runs in enumerate(texts):
        if index:
            yield Run(between)
        yield from runs
