"""Foreign tables with figures, written as a person types them, and what comes of them over the example."""

from io import BytesIO
from typing import Any

import openpyxl

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.edits import applied
from riec_desktop.dossier.records import Indicator, IndicatorValue, Organisation
from riec_desktop.excel.figure_mapping import FigureMapping
from riec_desktop.excel.reading.cells import ReadSheet
from riec_desktop.excel.reading.tables import read_table
from riec_desktop.excel.reading.workbook import read_workbook
from riec_desktop.workspace.figure_files import guessed
from riec_desktop.workspace.figure_import import FigureTable, figure_proposals
from riec_desktop.workspace.review import Incoming, Proposal, accepted


def sheet_of(text: str, name: str = "Blad1") -> ReadSheet:
    """A sheet from lines of text with semicolons."""
    return read_table(text.encode(), name).sheets[0]


def workbook_of(*rows: tuple[Any, ...], name: str = "Cijfers") -> bytes:
    """A workbook of one sheet with these rows of typed cells."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = name
    for row in rows:
        sheet.append(row)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def typed_sheet(*rows: tuple[Any, ...], name: str = "Cijfers") -> ReadSheet:
    """A sheet with these rows of typed cells, read back."""
    return read_workbook(workbook_of(*rows, name=name)).sheets[0]


def brought(dossier: Dossier, sheet: ReadSheet, mapping: FigureMapping | None = None, year: int = 2024) -> Incoming:
    """What a sheet brings, read as the program guesses when nothing else is said."""
    how = mapping or guessed(sheet, dossier, year)
    return figure_proposals(dossier, FigureTable(sheet=sheet, origin="cijfers.xlsx"), how)


def taken(dossier: Dossier, incoming: Incoming) -> Dossier:
    """The dossier with everything taken in."""
    return applied(dossier, accepted(incoming, [one.id for one in incoming.proposals], dossier))


def told(incoming: Incoming) -> list[str]:
    """Each proposal on one line: what it is, where, which field, what came in."""
    return [f"{one.standing.value}: {one.place}, {one.label}: {one.theirs}" for one in incoming.proposals]


def only(incoming: Incoming) -> Proposal:
    """The one proposal."""
    (found,) = incoming.proposals
    return found


def indicator(dossier: Dossier, name: str) -> Indicator:
    return next(one for one in dossier.all(Indicator) if one.name == name)


def value(dossier: Dossier, name: str, year: int, organisation: str | None = None) -> IndicatorValue:
    """A figure of the dossier; an empty one when it is not there."""
    organisations = {one.name: one.id for one in dossier.all(Organisation)}
    wanted = organisations[organisation] if organisation else None
    found = (
        one
        for one in dossier.where(IndicatorValue, "indicator_id", indicator(dossier, name).id)
        if (one.year, one.organisation_id) == (year, wanted)
    )
    return next(found, IndicatorValue(id=""))
