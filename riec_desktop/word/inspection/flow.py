"""What a reader meets in a part of a document, in order: paragraphs with their runs, tables, fields, links, drawings.

The text of a part is one long string; paragraphs, fields and bookmarks are stretches of it, so that a bookmark over
several paragraphs costs no more than one over a word.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from riec_desktop.word.etree import Element
from riec_desktop.word.inspection.looks import Frame

_QUOTED = 60
_LONGEST_STRETCH = 10_000


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """A place in Dutch words, free of page numbers: which part ('' for the text itself), heading, table and row."""

    part: str
    heading: str
    table: int = 0
    row: int = 0

    def place(self, text: str = "") -> str:
        """'onder kop 3.4.2, tabel 3, rij 2', or with the beginning of the paragraph where there is no table."""
        under = self.part or (f"onder kop {self.heading}" if self.heading else "vóór de eerste kop")
        if self.table:
            row = f", rij {self.row}" if self.row else ""
            return f"{under}, tabel {self.table}{row}"
        return f"{under}, alinea {quoted(text)}" if text.strip() else under


def quoted(text: str) -> str:
    """The beginning of a text between quotes, on one line."""
    line = " ".join(text.split())
    return f"‘{line if len(line) <= _QUOTED else f'{line[: _QUOTED - 1].rstrip()}…'}’"


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Text with one look."""

    text: str
    properties: Element | None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Paragraph:
    """A paragraph: `level` 1-9 makes it a heading, `number` is what Word counts before it, `listed` whether it does.

    `start` and `end` are its stretch of the part's text; `section` counts from 0; `drawn` says that it holds something
    besides text; `frame` is the cell that it stands in.
    """

    element: Element
    properties: Element | None
    style: str
    level: int
    number: str
    listed: bool
    text: str
    start: int
    end: int
    runs: tuple[Run, ...]
    section: int
    drawn: bool
    frame: Frame | None
    spot: Spot

    @property
    def place(self) -> str:
        """Where it is; for a heading its own words."""
        if self.level and not self.spot.table and not self.spot.part:
            return f"kop {quoted(f'{self.number} {self.text}')}" if self.text.strip() else self.spot.place()
        return self.spot.place(self.text)


@dataclass(frozen=True, slots=True, eq=False)
class Cell:
    """A cell: its properties and its text; `empty` when it shows no drawing either."""

    properties: Element | None
    text: str
    empty: bool


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row: its properties and its cells."""

    properties: Element | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Table:
    """A table; `nested` when it stands in a cell of another one."""

    element: Element
    rows: tuple[Row, ...]
    nested: bool
    section: int
    spot: Spot


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Field:
    """A field: `code` is its first word in capitals; the result is a stretch of text, None when it never has one.

    `complete` says that it has an end; `paragraph` counts where it begins, `last` where it ends.
    """

    instruction: str
    result: tuple[int, int] | None
    complete: bool
    dirty: bool
    paragraph: int
    last: int
    spot: Spot

    @property
    def code(self) -> str:
        """'REF', 'TOC'; '' for an empty instruction."""
        return self.words[0].upper() if self.words else ""

    @property
    def words(self) -> list[str]:
        """The words of the instruction, quotes left out."""
        return self.instruction.replace('"', " ").split()


@dataclass(frozen=True, slots=True, eq=False)
class Bookmark:
    """A named stretch of text, and the paragraph in which it begins."""

    name: str
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """A hyperlink: a relationship or an anchor in the document, and its text."""

    relation: str
    anchor: str
    text: str
    spot: Spot


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A picture, chart, shape or old VML object, as it stands in the file."""

    element: Element
    spot: Spot


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Flow:
    """A part as it was read. `sections` are the properties of its sections; `boxes` are spots of text boxes."""

    part: str
    root: Element
    text: str
    paragraphs: tuple[Paragraph, ...]
    tables: tuple[Table, ...]
    fields: tuple[Field, ...]
    bookmarks: tuple[Bookmark, ...]
    links: tuple[Link, ...]
    drawings: tuple[Drawing, ...]
    sections: tuple[Element, ...]
    boxes: tuple[Spot, ...]

    def stretch(self, start: int, end: int) -> str:
        """A stretch of the text, cut off where no field or bookmark of ours ever comes."""
        return self.text[start : min(end, start + _LONGEST_STRETCH)]

    def result(self, field: Field) -> str:
        """What a field shows; '' when it shows nothing."""
        return "" if field.result is None else self.stretch(*field.result)

    def headings(self) -> Iterator[Paragraph]:
        """The paragraphs with an outline level, in order."""
        return (each for each in self.paragraphs if each.level)
