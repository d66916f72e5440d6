"""A workbook with figures as tables to choose from, and how each is probably to be read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.errors import RiecError
from riec_desktop.excel.celltext import Look
from riec_desktop.excel.figure_columns import guessed_mapping, heads, text_at, year_in
from riec_desktop.excel.figure_mapping import FigureMapping, Meaning
from riec_desktop.excel.reading.cells import ReadCell, ReadSheet
from riec_desktop.workspace.figure_import import FigureTable
from riec_desktop.workspace.figure_names import Names
from riec_desktop.workspace.figure_profiles import Profile, known_mapping
from riec_desktop.workspace.progress import Cancel, never

_MOST_BYTES_SAID = 50
_PASTED, _CLIPBOARD = "Geplakte cijfers", "klembord"
_LOOKED_AT = 60
"""Rows in which names are looked for."""
_NAMES = (Meaning.PORTFOLIO, Meaning.INDICATOR, Meaning.ORGANISATION)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFile:
    """The sheets of a workbook that hold something, in its order, visible ones first."""

    path: Path
    tables: tuple[FigureTable, ...]

    def table(self, name: str) -> FigureTable:
        """The sheet with this name. Raises `RiecError` (`figures.no_sheet`)."""
        wanted = name.strip().casefold()
        for one in self.tables:
            if one.sheet.name.strip().casefold() == wanted:
                return one
        raise RiecError("figures.no_sheet", name=name, known=", ".join(one.sheet.name for one in self.tables))


def read_figure_file(path: Path, cancel: Cancel = never) -> FigureFile:
    """Read a workbook or CSV in a child process. Raises `RiecError`: a code of reading, or `figures.nothing`."""
    from riec_desktop.excel.reading.reader import read_files

    for read in read_files((path,), cancel=cancel):
        if read.book is None:
            place = "".join(
                (f", op blad {read.sheet}" if read.sheet else "", f", vak {read.cell}" if read.cell else "")
            )
            raise RiecError(read.refused, file=path.name, place=place, limit=_MOST_BYTES_SAID)
        filled = sorted((one for one in read.book.sheets if one.rows), key=lambda one: one.hidden)
        if filled:
            odd = read.book.oddities
            return FigureFile(
                path=path, tables=tuple(FigureTable(sheet=one, origin=path.name, oddities=odd) for one in filled)
            )
    raise RiecError("figures.nothing", file=path.name)


def pasted_file(cells: Sequence[Sequence[str]]) -> FigureFile:
    """Cells from the clipboard, as a workbook with one sheet."""
    rows = {
        at: {column: ReadCell((Look(text),)) for column, text in enumerate(texts, 1) if text.strip()}
        for at, texts in enumerate(cells, 1)
    }
    sheet = ReadSheet(name=_CLIPBOARD, rows={at: held for at, held in rows.items() if held})
    return FigureFile(path=Path(_PASTED), tables=(FigureTable(sheet=sheet, origin=_PASTED),))


def first_table(file: FigureFile, dossier: Dossier, profiles: Mapping[str, Profile]) -> FigureTable:
    """The sheet to begin with: one that was read before, else the one with the most heads that say something."""
    for one in file.tables:
        if known_mapping(one.sheet, profiles, None, dossier) is not None:
            return one
    return max(file.tables, key=lambda one: len(guessed(one.sheet, dossier, None).columns))


def begin(sheet: ReadSheet, dossier: Dossier, profiles: Mapping[str, Profile], year: int | None) -> FigureMapping:
    """How to read a sheet: as its kind was read before, else by guessing. `year` is for tables without a year."""
    known = known_mapping(sheet, profiles, year, dossier)
    if known is None:
        return guessed(sheet, dossier, year)
    return replace(known, year=year_beside(sheet, known.header_row) or year)


def guessed(sheet: ReadSheet, dossier: Dossier, year: int | None, header_row: int | None = None) -> FigureMapping:
    """How a sheet is probably to be read, from its heads and from the names below them."""
    names = Names(dossier)
    mapping = guessed_mapping(sheet, names.is_centre, year, header_row)
    for meaning in _NAMES:
        mapping = _by_names(mapping, sheet, names, meaning)
    return replace(mapping, year=year_beside(sheet, mapping.header_row) or year)


def year_beside(sheet: ReadSheet, header_row: int) -> int | None:
    """The one year that stands over the table, as in 'Cijfers 2024', or else in the name of the sheet."""
    above = (text_at(sheet, row, at) for row, cells in sheet.rows.items() if row < header_row for at in cells)
    found = {year for text in above if (year := year_in(text)) is not None}
    return found.pop() if len(found) == 1 else year_in(sheet.name)


def _by_names(mapping: FigureMapping, sheet: ReadSheet, names: Names, meaning: Meaning) -> FigureMapping:
    """With the column in which most cells are names of the dossier, where no head told which one it is."""
    if meaning in mapping.columns:
        return mapping
    rows = [row for row in sorted(sheet.rows) if row > mapping.header_row][:_LOOKED_AT]
    taken = {mapping.columns[one] for one in _NAMES if one in mapping.columns}
    for column in heads(sheet, mapping.header_row):
        texts = [text for row in rows if (text := text_at(sheet, row, column))]
        known = sum(names.knows(meaning, text) for text in texts)
        if column not in taken and known and known * 2 >= len(texts):
            others = {one: at for one, at in mapping.columns.items() if at != column}
            return replace(mapping, columns={**others, meaning: column})
    return mapping
