"""A walk over a part of a document: its paragraphs in the order in which a person reads them.

Controls, changes and fields are no levels of their own here: what is in them is text that knows them. What is no text
leaves a word ('afbeelding'), so that nothing goes unseen.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from riec_desktop.word.etree import Element, W
from riec_desktop.word.reading.read import Mark, Para, Stretch
from riec_desktop.word.reading.runs import Fate, Surroundings, joined, pointed
from riec_desktop.word.reading.styles import StyleSheet, value

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_WAYS = (f"{_MC}Choice", f"{_MC}Fallback")
BOX = "tekstvak"
FATES = {"ins": "in", "moveTo": "in", "del": "out", "moveFrom": "out"}
_CHARACTERS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "ptab": " "}
_NOTES = {"footnoteReference": "voetnoot", "endnoteReference": "eindnoot"}
_PICTURES = ("drawing", "pict", "object")


@dataclass(slots=True, kw_only=True)
class Walk:
    """Reads one part. `links` gives web addresses by relationship, `part` is as in `Para`."""

    sheet: StyleSheet
    links: Mapping[str, str]
    part: str = ""
    around: Surroundings = field(default_factory=Surroundings)
    paras: list[Para] = field(default_factory=list[Para])
    cells: list[tuple[int, int, int]] = field(default_factory=list[tuple[int, int, int]])
    tables: int = 0
    _line: list[Stretch] = field(default_factory=list[Stretch])
    _boxes: list[Element] = field(default_factory=list["Element"])
    _heard: set[str] = field(default_factory=set[str])
    _ahead: list[str] = field(default_factory=list[str])

    def read(self, root: Element) -> tuple[Para, ...]:
        """The paragraphs of the part."""
        self.inside(root)
        return tuple(self.paras)

    def inside(self, element: Element) -> None:
        """What an element holds."""
        for child in element:
            handle = _HANDLERS.get(child.tag)
            if handle is not None:
                handle(self, child)

    # --- paragraphs and tables ---------------------------------------------------------------------------------------

    def paragraph(self, element: Element) -> None:
        """A paragraph; text boxes in it come after it."""
        outer, self._line = self._line, []
        self.inside(element)
        self._pointed()
        properties = element.find(f"{W}pPr")
        looks = self.sheet.looks(properties)
        self.paras.append(
            Para(
                part=self.part,
                style=looks.style,
                level=looks.level,
                kind=looks.kind,
                depth=looks.depth,
                cell=self.cells[-1] if self.cells else None,
                boxed=looks.boxed,
                stretches=joined(self._line),
                end=_end(properties),
            )
        )
        self._line = outer
        self._text_boxes()

    def _text_boxes(self) -> None:
        boxes, self._boxes = self._boxes, []
        before = self.part
        for box in boxes:
            self.part = before or BOX
            self.inside(box)
        self.part = before

    def table(self, element: Element) -> None:
        """A table, a table in a cell included."""
        number, self.tables = self.tables, self.tables + 1
        rows = [one for one in _unwrapped(element) if one.tag == f"{W}tr"]
        for at, row in enumerate(rows):
            fate = _fate(_change(row.find(f"{W}trPr")))
            cells = [one for one in _unwrapped(row) if one.tag == f"{W}tc"]
            for column, cell in enumerate(cells):
                self.cells.append((number, at, column))
                self._with_fate(fate, cell)
                self.cells.pop()

    def _with_fate(self, fate: Fate | None, element: Element) -> None:
        if fate is not None:
            self.around.fates.append(fate)
        self.inside(element)
        if fate is not None:
            self.around.fates.pop()

    # --- what stands around text -------------------------------------------------------------------------------------

    def change(self, element: Element) -> None:
        """Text that was added, taken away or moved."""
        made = _fate(element)
        name = element.tag.removeprefix(W)
        if made is not None and name.startswith("move"):
            made = Fate(fate=made.fate, author=made.author, when=made.when, move=self._move(name))
        self._with_fate(made, element)

    def _move(self, name: str) -> str:
        return next(reversed([move for key, move in self.around.moves.items() if key.startswith(name)]), name)

    def control(self, element: Element) -> None:
        """A content control; one that shows only what to type in it is empty."""
        properties = element.find(f"{W}sdtPr")
        content = element.find(f"{W}sdtContent")
        if content is None or (properties is not None and properties.find(f"{W}showingPlcHdr") is not None):
            return
        self.around.tags.append(value(properties, "tag"))
        self.inside(content)
        self.around.tags.pop()

    def link(self, element: Element) -> None:
        """A link to a web address; one inside the document has none."""
        self.around.hrefs.append(self.links.get(element.get(f"{_R}id", ""), ""))
        self.inside(element)
        self.around.hrefs.pop()

    def simple_field(self, element: Element) -> None:
        """A field with its result in it."""
        self.around.simple_field(element.get(f"{W}instr", ""))
        self.inside(element)
        self.around.fields.pop()

    def start(self, element: Element) -> None:
        """Where a bookmark, a remark or a move begins."""
        number = element.get(f"{W}id", "")
        match element.tag.removeprefix(W):
            case "bookmarkStart":
                self.around.start_bookmark(number, element.get(f"{W}name", ""))
            case "commentRangeStart":
                self.around.remarks[number] = None
            case name:
                self.around.moves[f"{name.removesuffix('RangeStart')}:{number}"] = element.get(f"{W}name", "")

    def end(self, element: Element) -> None:
        """Where it ends."""
        number = element.get(f"{W}id", "")
        match element.tag.removeprefix(W):
            case "bookmarkEnd":
                self.around.end_bookmark(number)
            case "commentRangeEnd":
                self.around.remarks.pop(number, None)
            case name:
                self.around.moves.pop(f"{name.removesuffix('RangeEnd')}:{number}", None)

    def alternative(self, element: Element) -> None:
        """Two ways to say one thing: the first is read."""
        for child in element:
            if child.tag in _WAYS:
                self.inside(child)
                return

    def other_file(self, _: Element) -> None:
        """Text that stands in another file inside this one, and is not read."""
        self.around.oddities["altchunk"] = None
        self._say(thing="ingevoegd bestand")

    # --- runs --------------------------------------------------------------------------------------------------------

    def run(self, element: Element) -> None:
        """Words with one look."""
        properties = element.find(f"{W}rPr")
        if properties is not None and self.sheet.is_on(properties, "vanish"):
            self.around.oddities["hidden"] = None
        bold, italic = self.sheet.is_on(properties, "b"), self.sheet.is_on(properties, "i")
        for child in element:
            self._in_run(child, bold=bold, italic=italic)
        for sign in element.findall(f"{W}commentReference"):
            self._point(sign.get(f"{W}id", ""))

    def _in_run(self, child: Element, *, bold: bool, italic: bool) -> None:
        name = child.tag.removeprefix(W)
        if name in ("t", "delText"):
            self._say(child.text or "", bold=bold, italic=italic)
        elif name in _CHARACTERS:
            self._say(_CHARACTERS[name], bold=bold, italic=italic)
        elif name == "fldChar":
            self.around.turn_field(child.get(f"{W}fldCharType", ""))
        elif name in ("instrText", "delInstrText"):
            self.around.instruct(child.text or "")
        elif name in _NOTES:
            self._say(thing=_NOTES[name])
        elif name in _PICTURES:
            self.picture(child)
        elif child.tag == f"{_MC}AlternateContent":
            self.alternative(child)

    def _point(self, remark: str) -> None:
        """LibreOffice sets a remark at a place when nothing was selected: it is about the word before, or what follows.

        The sign of a remark on words comes after those words, which know it already.
        """
        if remark in self._heard:
            return
        if self._line:
            self._line = pointed(self._line, remark)
        else:
            self.around.remarks[remark] = None
            self._ahead.append(remark)

    def picture(self, element: Element) -> None:
        """A picture, a chart or a text box."""
        boxes = list(element.iter(f"{W}txbxContent"))
        self._boxes += boxes[:1]
        if not boxes:
            told = (one.get("descr", "") or one.get("title", "") for one in element.iter(_DOC_PR))
            about = next(filter(None, told), "")
            self._say(thing=f"afbeelding: {about}" if about else "afbeelding")

    def formula(self, element: Element) -> None:
        """A formula, as the characters in it."""
        self._say("".join(one.text or "" for one in element.iter(f"{_M}t")), thing="formule")

    def _say(self, text: str = "", *, bold: bool = False, italic: bool = False, thing: str = "") -> None:
        made = self.around.stretch(text, bold=bold, italic=italic, thing=thing)
        if made is not None:
            self._line.append(made)
            self._heard |= set(made.remarks)
            self._pointed()

    def _pointed(self) -> None:
        """What remarks at the beginning of a line were about has been said, or never comes."""
        for remark in self._ahead:
            self.around.remarks.pop(remark, None)
        self._ahead.clear()


def _unwrapped(element: Element) -> Iterator[Element]:
    """The children of a table or row, those in a control or a piece of custom XML too."""
    for child in element:
        if child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}del"):
            yield from _unwrapped(child)
        else:
            yield child


def _change(properties: Element | None) -> Element | None:
    """The element that says that a row or the end of a paragraph was added or taken away."""
    if properties is None:
        return None
    found = (properties.find(f"{W}{name}") for name in FATES)
    return next((one for one in found if one is not None), None)


def _fate(element: Element | None) -> Fate | None:
    if element is None or element.tag.removeprefix(W) not in FATES:
        return None
    fate = FATES[element.tag.removeprefix(W)]
    return Fate(fate=fate, author=element.get(f"{W}author", ""), when=element.get(f"{W}date", ""))


def _end(properties: Element | None) -> Mark:
    fate = _fate(_change(properties.find(f"{W}rPr"))) if properties is not None else None
    return Mark(fate=fate.fate, author=fate.author, when=fate.when) if fate else Mark()


_TRANSPARENT = (
    *(f"{W}{name}" for name in ("body", "smartTag", "customXml", "dir", "bdo", "footnote", "endnote", "sdtContent")),
    f"{_M}oMathPara",
)
"""Elements that only hold others."""

_HANDLERS: Mapping[str, Callable[[Walk, Element], None]] = {
    f"{W}p": Walk.paragraph,
    f"{W}tbl": Walk.table,
    f"{W}r": Walk.run,
    f"{W}sdt": Walk.control,
    f"{W}hyperlink": Walk.link,
    f"{W}fldSimple": Walk.simple_field,
    f"{W}altChunk": Walk.other_file,
    f"{_MC}AlternateContent": Walk.alternative,
    f"{W}drawing": Walk.picture,
    f"{W}pict": Walk.picture,
    f"{_M}oMath": Walk.formula,
    **{f"{W}{name}": Walk.change for name in FATES},
    **{f"{W}{name}RangeStart": Walk.start for name in ("comment", "moveFrom", "moveTo")},
    **{f"{W}{name}RangeEnd": Walk.end for name in ("comment", "moveFrom", "moveTo")},
    f"{W}bookmarkStart": Walk.start,
    f"{W}bookmarkEnd": Walk.end,
    **dict.fromkeys(_TRANSPARENT, Walk.inside),
}
"""What to do with an element; any other has no text."""
