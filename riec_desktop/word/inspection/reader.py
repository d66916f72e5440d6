"""Reads a part into a flow, in one walk over its elements.

What a reader does not see is left out: deleted text, instructions of fields, the second version of a drawing for old
programs. Text boxes are read after the paragraph that they hang on.
"""

from collections.abc import Callable, Iterable, Iterator

from riec_desktop.word.etree import Element, W
from riec_desktop.word.inspection.flow import Cell, Drawing, Flow, Link, Paragraph, Row, Run, Spot, Table
from riec_desktop.word.inspection.looks import Frame, TableLook, conditions, frame_of, table_look
from riec_desktop.word.inspection.marks import Marks
from riec_desktop.word.inspection.names import BOX_TEXT, CELL, MC, PARAGRAPH, ROW, RUN, TABLE, R
from riec_desktop.word.inspection.numbering import Counter
from riec_desktop.word.inspection.styles import Styles, inner, value

_AROUND = tuple(
    W + name
    for name in (
        "sdt",
        "sdtContent",
        "customXml",
        "smartTag",
        "ins",
        "moveTo",
        "dir",
        "bdo",
        "body",
        "footnote",
        "endnote",
    )
)
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "\u2011"}
_SIGNS[f"{W}sym"] = "\u25aa"
_DRAWN = (f"{W}drawing", f"{W}pict", f"{W}object")
_HEADING_SHOWN = 60


def read_flow(part: str, root: Element, where: str, styles: Styles, counter: Counter) -> Flow:
    """A part as a flow; `where` names it in Dutch ('in de voettekst'), '' for the text of the document."""
    reader = _Reader(where, styles, counter)
    reader.blocks(root)
    return reader.flow(part, root)


def through(parent: Element, wanted: str) -> Iterator[Element]:
    """The children of a kind, also those in a content control or a tracked insertion."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag in _AROUND:
            yield from through(child, wanted)


class _Reader:
    """The walk. Everything that is met is put in a list of its own."""

    def __init__(self, where: str, styles: Styles, counter: Counter) -> None:
        self._where, self._styles, self._counter = where, styles, counter
        self._pieces: list[str] = []
        self._length = 0
        self._paragraphs: list[Paragraph] = []
        self._tables: list[Table] = []
        self._links: list[Link] = []
        self._drawings: list[Drawing] = []
        self._sections: list[Element] = []
        self._boxes: list[Spot] = []
        self._hanging: list[Element] = []
        self._marks = Marks()
        self._runs: list[Run] = []
        self._drawn = False
        self._table_count = self._depth = 0
        self._frame: Frame | None = None
        self._frames: dict[tuple[TableLook, tuple[str, ...], str], Frame] = {}
        self._spot = Spot(where, "")
        self._block_handlers: dict[str, Callable[[Element], None]] = {
            **dict.fromkeys(_AROUND, self.blocks),
            PARAGRAPH: self._paragraph,
            TABLE: self._table,
            f"{W}bookmarkStart": self._bookmark_start,
            f"{W}bookmarkEnd": self._bookmark_end,
            f"{W}sectPr": self._sections.append,
        }
        self._inline_handlers = self._handlers()

    def _handlers(self) -> dict[str, Callable[[Element], None]]:
        return {
            **dict.fromkeys(_AROUND, self._inline),
            **dict.fromkeys(_SIGNS, self._sign),
            **dict.fromkeys(_DRAWN, self._draw),
            RUN: self._run,
            f"{W}t": self._text,
            f"{W}fldChar": self._field_mark,
            f"{W}instrText": lambda element: self._marks.instruct(element.text or ""),
            f"{W}fldSimple": self._simple_field,
            f"{W}hyperlink": self._link,
            f"{W}bookmarkStart": self._bookmark_start,
            f"{W}bookmarkEnd": self._bookmark_end,
            f"{MC}AlternateContent": self._alternative,
        }

    def flow(self, part: str, root: Element) -> Flow:
        """What was read."""
        self._marks.finish(self._length, len(self._paragraphs))
        return Flow(
            part=part,
            root=root,
            text="".join(self._pieces),
            paragraphs=tuple(self._paragraphs),
            tables=tuple(self._tables),
            fields=tuple(self._marks.fields),
            bookmarks=tuple(self._marks.bookmarks),
            links=tuple(self._links),
            drawings=tuple(self._drawings),
            sections=tuple(self._sections),
            boxes=tuple(self._boxes),
        )

    # --- Blocks ------------------------------------------------------------------------------------------------------

    def blocks(self, parent: Element) -> None:
        """Paragraphs and tables, and what they are wrapped in."""
        handlers = self._block_handlers
        for child in parent:
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(child)

    def _paragraph(self, element: Element) -> None:
        properties = inner(element, "pPr")
        style = value(inner(properties, "pStyle")) or self._styles.default
        number, listed = self._counter.number(properties, style)
        self._runs, self._drawn = [], False
        start, piece = self._length, len(self._pieces)
        self._inline(element)
        made = Paragraph(
            element=element,
            properties=properties,
            style=style,
            level=_level(properties, style, self._styles),
            number=number,
            listed=listed,
            text="".join(self._pieces[piece:]),
            start=start,
            end=self._length,
            runs=tuple(self._runs),
            section=len(self._sections),
            drawn=self._drawn,
            frame=self._frame,
            spot=self._spot,
        )
        self._finish_paragraph(made)

    def _finish_paragraph(self, made: Paragraph) -> None:
        self._paragraphs.append(made)
        self._add("\n")
        section = inner(made.properties, "sectPr")
        if section is not None:
            self._sections.append(section)
        if made.level and made.text.strip():
            shown = made.number.rstrip(".") or " ".join(made.text.split())[:_HEADING_SHOWN]
            self._spot = Spot(self._where, shown, self._spot.table, self._spot.row)
        hanging, self._hanging = self._hanging, []
        for box in hanging:
            self._boxes.append(made.spot)
            self.blocks(box)

    def _table(self, element: Element) -> None:
        outer_spot, outer_frame = self._spot, self._frame
        self._table_count += self._depth == 0
        self._spot = Spot(self._where, outer_spot.heading, self._table_count)
        spot, section = self._spot, len(self._sections)
        self._depth += 1
        rows = tuple(self._rows(element, outer_frame.fill if outer_frame else ""))
        self._depth -= 1
        self._tables.append(Table(element=element, rows=rows, nested=self._depth > 0, section=section, spot=spot))
        self._spot = Spot(self._where, self._spot.heading, outer_spot.table, outer_spot.row)
        self._frame = outer_frame

    def _rows(self, table: Element, outer: str) -> Iterator[Row]:
        look = table_look(inner(table, "tblPr"))
        elements = list(through(table, ROW))
        for at, element in enumerate(elements):
            self._spot = Spot(self._where, self._spot.heading, self._table_count, at + 1)
            cells = list(through(element, CELL))
            read: list[Cell] = []
            for column, cell in enumerate(cells):
                where = conditions(look, at, len(elements), column, len(cells))
                self._frame = self._cell_frame(look, inner(cell, "tcPr"), where, outer)
                read.append(self._cell(cell))
            yield Row(inner(element, "trPr"), tuple(read))

    def _cell_frame(self, look: TableLook, properties: Element | None, where: tuple[str, ...], outer: str) -> Frame:
        """The frame of a cell; cells without a colour of their own share it."""
        if inner(properties, "shd") is not None:
            return frame_of(self._styles, look, properties, where, outer)
        key = (look, where, outer)
        if key not in self._frames:
            self._frames[key] = frame_of(self._styles, look, properties, where, outer)
        return self._frames[key]

    def _cell(self, element: Element) -> Cell:
        piece, drawings = len(self._pieces), len(self._drawings)
        self.blocks(element)
        text = "".join(self._pieces[piece:]).strip()
        return Cell(inner(element, "tcPr"), text, empty=not text and len(self._drawings) == drawings)

    # --- In a line ---------------------------------------------------------------------------------------------------

    def _inline(self, parent: Element) -> None:
        handlers = self._inline_handlers
        for child in parent:
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(child)

    def _add(self, text: str) -> None:
        if text and self._marks.shows:
            self._pieces.append(text)
            self._length += len(text)

    def _run(self, element: Element) -> None:
        piece = len(self._pieces)
        self._inline(element)
        if len(self._pieces) > piece:
            self._runs.append(Run("".join(self._pieces[piece:]), inner(element, "rPr")))

    def _text(self, element: Element) -> None:
        self._add(element.text or "")

    def _sign(self, element: Element) -> None:
        if element.get(f"{W}type", "") in {"page", "column"}:
            self._drawn = True
        else:
            self._add(_SIGNS[element.tag])

    def _draw(self, element: Element) -> None:
        self._drawn = True
        self._drawings.append(Drawing(element, self._spot))
        self._hanging.extend(_boxes(element))

    def _alternative(self, element: Element) -> None:
        """The version for this age; the other one says the same for old programs."""
        for child in element:
            if child.tag == f"{MC}Choice":
                self._inline(child)
                return

    def _field_mark(self, element: Element) -> None:
        self._drawn = True
        self._marks.mark(element, self._length, len(self._paragraphs), self._spot)

    def _simple_field(self, element: Element) -> None:
        self._drawn = True
        dirty = element.get(f"{W}dirty", "") in {"1", "true", "on"}
        self._marks.begin(len(self._paragraphs), self._spot, dirty=dirty)
        self._marks.instruct(element.get(f"{W}instr", ""))
        self._marks.separate(self._length)
        self._inline(element)
        self._marks.end(self._length, len(self._paragraphs))

    def _link(self, element: Element) -> None:
        piece = len(self._pieces)
        self._inline(element)
        text = "".join(self._pieces[piece:])
        self._links.append(Link(element.get(f"{R}id", ""), element.get(f"{W}anchor", ""), text, self._spot))

    def _bookmark_start(self, element: Element) -> None:
        self._marks.begin_bookmark(element, self._length, len(self._paragraphs))

    def _bookmark_end(self, element: Element) -> None:
        self._marks.end_bookmark(element, self._length)


def _level(properties: Element | None, style: str, styles: Styles) -> int:
    own = value(inner(properties, "outlineLvl"))
    if own.isdecimal():
        return int(own) + 1 if int(own) < len("123456789") else 0
    return styles.level(style)


def _boxes(drawing: Element) -> Iterable[Element]:
    """The texts in a drawing, once each: not the copy for old programs."""
    return list(_outermost(drawing))


def _outermost(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == BOX_TEXT:
            yield child
        elif child.tag != f"{MC}Fallback":
            yield from _outermost(child)
