"""Rules on tables: a plain grid with a header row, described, and no wider than its column of text."""

from collections.abc import Iterator
from itertools import pairwise

from riec_desktop.word.etree import Element, W
from riec_desktop.word.inspection.flow import Cell, Row, Spot, Table
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.remarks import Hit, error, tip, warning
from riec_desktop.word.inspection.styles import inner, is_on, value

_TOLERANCE = 240
"""Twips that a table may stick out: the white space inside its outer cells, as Word itself places it."""

_WHOLE = 5_000
"""The whole width in fiftieths of a percent (17.18.90)."""

_PAGE, _MARGIN, _GUTTER = 12_240, 1_440, 720


def _tables(document: Document) -> Iterator[Table]:
    """The tables that are tables, not frames around text."""
    return (table for flow in document.flows for table in flow.tables if not _is_frame(table))


def _is_frame(table: Table) -> bool:
    return all(len(row.cells) <= 1 for row in table.rows)


def frames(document: Document) -> Iterator[Hit]:
    """Microsoft: tables are for data, not for layout."""
    for flow in document.flows:
        for table in flow.tables:
            if _is_frame(table):
                yield warning(
                    table.spot.place(),
                    "Deze tabel heeft één kolom en is een kader om tekst. Een schermlezer kondigt een tabel aan. "
                    "Gebruik in Word een stijl met rand en achtergrond, zoals Kadertekst.",
                )


def _is_header(row: Row) -> bool:
    return is_on(inner(row.properties, "tblHeader"))


def header(document: Document) -> Iterator[Hit]:
    """WCAG 2.1, 1.3.1: the header row is marked as one."""
    for table in _tables(document):
        marked = [_is_header(row) for row in table.rows]
        how = "Zet in Word bij Tabelindeling ‘Veldnamenrij herhalen’ aan voor de eerste rij, en alleen voor kopregels."
        if not marked[0]:
            yield error(
                table.spot.place(),
                "De tabel heeft geen kopregel. Een schermlezer kan dan niet zeggen bij welke kolom een cel hoort."
                f" {how}",
            )
        elif all(marked):
            yield warning(table.spot.place(), f"Elke rij van de tabel is als kopregel gemarkeerd. {how}")
        elif any(later and not before for before, later in pairwise(marked)):
            yield warning(table.spot.place(), f"Verderop in de tabel staat weer een kopregel. {how}")


def header_cells(document: Document) -> Iterator[Hit]:
    """Every column has a name."""
    for table in _tables(document):
        if any(_is_header(row) and any(cell.empty for cell in row.cells) for row in table.rows):
            yield warning(
                table.spot.place(),
                "In de kopregel staat een lege cel. Geef elke kolom een naam, dan is duidelijk wat erin staat.",
            )


def merged(document: Document) -> Iterator[Hit]:
    """Microsoft, 'Use simple table structure': no merged or split cells."""
    for table in _tables(document):
        at = next((at for at, row in enumerate(table.rows, start=1) if any(map(_is_merged, row.cells))), 0)
        if at:
            yield error(
                Spot(table.spot.part, table.spot.heading, table.spot.table, at).place(),
                "In deze tabel zijn cellen samengevoegd. Een schermlezer raakt dan de kolommen kwijt. Splits de cellen "
                "weer, of maak er twee tabellen van.",
            )


def _is_merged(cell: Cell) -> bool:
    span = value(inner(cell.properties, "gridSpan"))
    joined = inner(cell.properties, "vMerge") is not None or inner(cell.properties, "hMerge") is not None
    return joined or (span.isdecimal() and int(span) > 1)


def nested(document: Document) -> Iterator[Hit]:
    """Microsoft, 'Use simple table structure': no table in a table."""
    for flow in document.flows:
        for table in flow.tables:
            if table.nested:
                yield error(
                    table.spot.place(),
                    "Hier staat een tabel in een tabel. Een schermlezer leest dat door elkaar. Maak er twee losse "
                    "tabellen van.",
                )


def even(document: Document) -> Iterator[Hit]:
    """Every row has as many cells as the first."""
    for table in _tables(document):
        for at, row in enumerate(table.rows, start=1):
            if len(row.cells) != len(table.rows[0].cells) and not any(map(_is_merged, row.cells)):
                place = Spot(table.spot.part, table.spot.heading, table.spot.table, at).place()
                yield warning(
                    place,
                    "Deze rij heeft meer of minder cellen dan de eerste rij. Maak alle rijen even lang.",
                )
                break


def blank_rows(document: Document) -> Iterator[Hit]:
    """A row without text is white space in disguise."""
    for table in _tables(document):
        for at, row in enumerate(table.rows, start=1):
            if all(cell.empty for cell in row.cells):
                place = Spot(table.spot.part, table.spot.heading, table.spot.table, at).place()
                yield warning(place, "Deze rij is leeg. Verwijder de rij, of vul in wat er hoort.")


def described(document: Document) -> Iterator[Hit]:
    """Microsoft, 'Add alt text to tables': a title and a description."""
    for table in _tables(document):
        properties = inner(table.element, "tblPr")
        missing = [
            word
            for name, word in (("tblCaption", "titel"), ("tblDescription", "beschrijving"))
            if not value(inner(properties, name)).strip()
        ]
        if missing:
            yield warning(
                table.spot.place(),
                f"De tabel heeft geen {' en geen '.join(missing)} als alternatieve tekst. Vul die in Word in bij "
                "Tabeleigenschappen, Alternatieve tekst.",
            )


def whole_rows(document: Document) -> Iterator[Hit]:
    """A row stays on one page."""
    for table in _tables(document):
        if not all(is_on(inner(row.properties, "cantSplit")) for row in table.rows):
            yield tip(
                table.spot.place(),
                "Rijen van deze tabel kunnen over twee bladzijden breken. Zet in Word bij Tabeleigenschappen, Rij uit: "
                "‘Rij mag over pagina’s worden verdeeld’.",
            )


def fits(document: Document) -> Iterator[Hit]:
    """A table is no wider than the column of text that it stands in."""
    sections = document.body.sections
    for table in document.body.tables:
        room = column_width(sections[table.section]) if table.section < len(sections) else 0
        wide = _width(table.element)
        if room and not table.nested and wide > room + _TOLERANCE:
            yield warning(
                table.spot.place(),
                f"De tabel is {_centimetres(wide)} breed en de tekst {_centimetres(room)}. De tabel valt dan in de "
                "marge. Maak de kolommen smaller of zet de bladzijde liggend.",
            )


def _centimetres(twips: int) -> str:
    return f"{twips / 567:.1f} cm".replace(".", ",")


def _width(table: Element) -> int:
    """The width of a table in twips; 0 when it adapts itself."""
    width = inner(table, "tblPr/tblW")
    kind, size = value(width, f"{W}type"), value(width, f"{W}w")
    if kind == "pct":
        return 0 if not size.isdecimal() or int(size) <= _WHOLE else _PAGE * int(size) // _WHOLE
    grid = [value(column, f"{W}w") for column in table.findall(f"{W}tblGrid/{W}gridCol")]
    whole = sum(int(one) for one in grid if one.isdecimal())
    return int(size) if kind == "dxa" and size.isdecimal() and int(size) else whole


def column_width(section: Element) -> int:
    """The widest column of text in a section, in twips."""
    page = _twips(inner(section, "pgSz"), "w", _PAGE)
    margins = inner(section, "pgMar")
    text = page - _twips(margins, "left", _MARGIN) - _twips(margins, "right", _MARGIN)
    columns = inner(section, "cols")
    own = [_twips(one, "w", 0) for one in (columns.findall(f"{W}col") if columns is not None else ())]
    many = max(1, _twips(columns, "num", 1))
    return max(own) if own else (text - (many - 1) * _twips(columns, "space", _GUTTER)) // many


def _twips(element: Element | None, name: str, usual: int) -> int:
    found = value(element, W + name)
    return int(found) if found.isdecimal() else usual
