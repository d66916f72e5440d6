"""What is pasted, cleaned to what the model knows: HTML from Word, Outlook, Excel or a browser becomes blocks.

Looks that the model does not have are dropped, their words are kept: headings become paragraphs. Word's own lists,
which are paragraphs with `mso-list` in their style, become lists. Pictures, remarks of reviewers and deleted text do
not come along. Tables: see `rich_rows`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from riec_desktop.dossier.richtext import MAX_LEVEL, BlockKind, Blocks, RichBlock, Run, clean_href, normal_blocks
from riec_desktop.ui.widgets.rich_rows import Cell, Table

MIME = "application/x-riec-markdown"
"""Our own text on the clipboard: canonical Markdown, with linked numbers."""

MOST = 100_000
"""Characters of text that are taken in one go: some forty pages, far more than any answer."""

_BLOCK = re.compile(
    "address|article|aside|blockquote|body|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|li"
    "|main|nav|ol|p|pre|section|table|tbody|tfoot|thead|tr|ul"
)
_SILENT = re.compile("head|script|style|title|template|noscript|xml|del")
_VOID = re.compile("area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr")
_HIDDEN = re.compile(r"display:\s*none|mso-hide:\s*all|mso-element:\s*(comment|frame)|mso-special-character:\s*comment")
_NOISE = re.compile(r"<!--|<(?:style|xml|script)(?=[\s>])|(?<==)[\"']data:", re.IGNORECASE)
"""Where something begins that can be megabytes long and holds no words: remarks and settings of Office, styles,
pictures inside an address."""
_WORD_LEVEL = re.compile(r"mso-list:\s*\S+\s+level([1-9])")
_WORD_MARK = re.compile(r"^\s*(?:[^\W_]{1,4}[.)]|\([^\W_]{1,4}\))\s*$")
_BOLD = re.compile(r"(?<![-\w])font-weight:\s*(bold|bolder|[6-9]00)")
_NOT_BOLD = re.compile(r"(?<![-\w])font-weight:\s*(normal|lighter|[1-5]00)")
_ITALIC = re.compile(r"(?<![-\w])font-style:\s*(italic|oblique)")
_NOT_ITALIC = re.compile(r"(?<![-\w])font-style:\s*normal")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_SIGN = 4
"""Characters: a picture with so short a description is a smiley and becomes that sign."""
_DEEPEST = 200
"""Elements within elements; what is deeper looks like what it stands in."""
_MOST_ELEMENTS = 40_000
"""Beginnings and ends of elements that are read in one go."""
_STEP = 65_536
"""Characters of HTML that are read before looking whether it is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaned:
    """The text, and what it had that the model has not: the number of pictures and tables, and whether it was cut."""

    blocks: Blocks
    pictures: int = 0
    tables: int = 0
    cut: bool = False


@dataclass(frozen=True, slots=True)
class _Look:
    """The look of the text inside an element."""

    tag: str = ""
    bold: bool = False
    italic: bool = False
    href: str = ""
    silent: bool = False
    marker: bool = False


@dataclass(slots=True)
class _Open:
    """The block that is being read."""

    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    runs: list[Run] = field(default_factory=list[Run])
    mark: str = ""


def _style_switch(style: str, on: re.Pattern[str], off: re.Pattern[str], *, now: bool) -> bool:
    if off.search(style):
        return False
    return now or bool(on.search(style))


def _look(before: _Look, tag: str, attributes: dict[str, str]) -> _Look:
    style = attributes.get("style", "").lower()
    return _Look(
        tag=tag,
        bold=_style_switch(style, _BOLD, _NOT_BOLD, now=before.bold or tag in ("b", "strong", "th")),
        italic=_style_switch(style, _ITALIC, _NOT_ITALIC, now=before.italic or tag in ("i", "em", "cite")),
        href=clean_href(attributes.get("href", "")) if tag == "a" else before.href,
        silent=before.silent or bool(_SILENT.fullmatch(tag)) or bool(_HIDDEN.search(style)),
        marker=before.marker or "mso-list:ignore" in style.replace(" ", ""),
    )


class _Reader(HTMLParser):
    """Walks through HTML and collects blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[RichBlock] = []
        self.pictures = 0
        self.tables = 0
        self.characters = 0
        self.elements = 0
        self._open = _Open()
        self._looks = [_Look()]
        self._lists: list[BlockKind] = []
        self._inside_tables: list[Table] = []

    # Blocks

    def _close(self) -> None:
        """End the block that is being read."""
        found = self._open
        if found.mark:
            found.kind = BlockKind.NUMBER if _WORD_MARK.match(found.mark) else BlockKind.BULLET
        self._emit([RichBlock(found.kind, tuple(found.runs), found.level)] if found.runs or found.mark else [])
        self._open = _Open()

    def _emit(self, blocks: Iterable[RichBlock]) -> None:
        """Blocks go to the cell of a table that they stand in, else to the text."""
        cell = next((table.cell for table in reversed(self._inside_tables) if table.cell), None)
        (cell.blocks if cell else self.blocks).extend(blocks)

    def _begin(self, tag: str, style: str) -> None:
        """Begin the block of an element."""
        self._close()
        word = _WORD_LEVEL.search(style)
        if word:
            self._open = _Open(BlockKind.BULLET, min(int(word[1]) - 1, MAX_LEVEL))
        elif tag == "li" or (self._lists and self._inside("li") and tag in ("p", "div")):
            kind = self._lists[-1] if self._lists else BlockKind.BULLET
            self._open = _Open(kind, min(max(0, len(self._lists) - 1), MAX_LEVEL))

    def _inside(self, tag: str) -> bool:
        return any(look.tag == tag for look in self._looks)

    # Tables

    def _table_begins(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table" and len(self._looks) < _DEEPEST:
            self._inside_tables.append(Table())
        elif tag in ("tr", "td", "th") and not self._inside_tables:
            # Excel's clipboard may begin in the middle of a table.
            self._inside_tables.append(Table())
        if tag in ("td", "th"):
            self._close()
            self._inside_tables[-1].begin_cell(Cell.of(attributes))

    def _table_ends(self, tag: str) -> None:
        if not self._inside_tables:
            return
        if tag in ("td", "th"):
            self._close()
            self._inside_tables[-1].end_cell()
        elif tag == "tr":
            self._row_ends()
        elif tag == "table":
            self._row_ends()
            self._inside_tables.pop()

    def _row_ends(self) -> None:
        self._close()
        table = self._inside_tables[-1]
        row = table.end_row()
        self.tables += table.is_real and table.rows == 1
        self._emit(row)

    # What the parser calls

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements += 1
        attributes = {name: value or "" for name, value in attrs}
        self._end_forgotten(tag)
        if tag in ("ul", "ol"):
            self._lists.append(BlockKind.BULLET if tag == "ul" else BlockKind.NUMBER)
        if _BLOCK.fullmatch(tag):
            self._begin(tag, attributes.get("style", "").lower())
        self._table_begins(tag, attributes)
        self._inline(tag, attributes)
        if not _VOID.fullmatch(tag) and len(self._looks) < _DEEPEST:
            self._looks.append(_look(self._looks[-1], tag, attributes))

    def _end_forgotten(self, tag: str) -> None:
        """The end of a cell or row may be left out in HTML."""
        ends = {"td": ("td", "th"), "th": ("td", "th"), "tr": ("td", "th", "tr")}.get(tag, ())
        depth = next((at for at in range(len(self._looks) - 1, -1, -1) if self._looks[at].tag == "table"), 0)
        while any(look.tag in ends for look in self._looks[depth + 1 :]):
            self._leave(self._looks.pop().tag)

    def _inline(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "br" and self._open.kind is not BlockKind.PARAGRAPH:
            self._add(" ")
        elif tag == "br":
            self._close()
        elif tag == "img":
            self._picture(attributes)

    def _picture(self, attributes: dict[str, str]) -> None:
        described = attributes.get("alt", "")
        if described and len(described) <= _SIGN:
            self._add(described)
        elif attributes.get("width") not in ("0", "1") and not self._looks[-1].silent:
            self.pictures += 1

    def handle_endtag(self, tag: str) -> None:
        """An element ends; one that never began is passed over."""
        self.elements += 1
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        if self._inside(tag):
            while (ended := self._looks.pop().tag) != tag:
                self._leave(ended)
            self._leave(tag)
        elif _BLOCK.fullmatch(tag):
            self._close()

    def _leave(self, tag: str) -> None:
        if _BLOCK.fullmatch(tag):
            self._close()
        self._table_ends(tag)

    def handle_data(self, data: str) -> None:
        """Text."""
        look = self._looks[-1]
        if look.silent:
            return
        if look.marker:
            self._open.mark += data.strip()
            return
        self._add(data if self._inside("pre") else _SPACE.sub(" ", data))

    def _add(self, text: str) -> None:
        look = self._looks[-1]
        self.characters += len(text)
        self._open.runs.append(Run(text, bold=look.bold, italic=look.italic, href=look.href))

    def is_enough(self) -> bool:
        """Whether more was read than a text may hold."""
        return self.characters > MOST or self.elements > _MOST_ELEMENTS

    def finish(self) -> None:
        """No more comes: what is still open ends here."""
        if self.is_enough() or len(self.rawdata) > _STEP:
            # Half an element, or something that never ends, such as an open remark: no words to find there.
            self.rawdata = ""
        self.close()
        while len(self._looks) > 1:
            self._leave(self._looks.pop().tag)
        while self._inside_tables:
            self._table_ends("td")
            self._table_ends("table")
        self._close()


def _without_noise(html: str) -> str:
    """The HTML without what holds no words; each character is looked at once."""
    kept: list[str] = []
    place, lower = 0, html.lower()
    while found := _NOISE.search(html, place):
        ending = _ending(found[0].lower())
        end = lower.find(ending, found.end())
        if end < 0:
            break
        kept.append(html[place : found.start()])
        place = end + len(ending)
    return "".join((*kept, html[place:]))


def _ending(begin: str) -> str:
    """What ends noise that begins so."""
    if begin == "<!--":
        return "-->"
    return f"</{begin[1:]}>" if begin.startswith("<") else begin[0]


def clean_html(html: str) -> Cleaned:
    """The text of a piece of HTML in its normal form. Total: any text is some HTML."""
    reader = _Reader()
    bare = _without_noise(html)
    for start in range(0, len(bare), _STEP):
        if reader.is_enough():
            break
        reader.feed(bare[start : start + _STEP])
    reader.finish()
    blocks = tuple(first_characters(normal_blocks(reader.blocks), MOST))
    return Cleaned(blocks=blocks, pictures=reader.pictures, tables=reader.tables, cut=reader.is_enough())


def first_characters(blocks: Iterable[RichBlock], most: int) -> Iterator[RichBlock]:
    """As many whole blocks from the start as fit in a number of characters, and at least one."""
    left = most
    for index, block in enumerate(blocks):
        left -= sum(len(run.text) for run in block.runs)
        if left < 0 and index:
            return
        yield block
