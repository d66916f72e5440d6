"""The typed blocks of a chapter: what stands where, before anybody decides how it looks.

`compose` makes them, the Word renderer and the preview write them. Numbers of headings, tables and lists
are known here (as text, for fields and preview), though Word keeps counting them itself.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where a block came from: a field of a record, and the paragraph in it. For jumping and reading back."""

    kind: str
    record_id: str
    field: str
    index: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Text with one look. `href` makes it a link, `target` a reference to the bookmark of a block.

    With `page` the reference is to the page where that block stands, and `text` is its number.
    """

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    target: str = ""
    page: bool = False


Spans = tuple[Span, ...]


class Role(Enum):
    """What a paragraph is for; a renderer maps it to a style."""

    BODY = "body"
    FACTS = "facts"
    RUN_IN = "run_in"
    GOAL = "goal"
    SOURCE = "source"
    NOTICE = "notice"
    FINDING = "finding"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading. `level` 1-6 is the outline level in the whole report (3.4 is 2), `number` is '' when it has none.

    Level 1 is the title of the report above the chapter.

    `number` carries the trailing dot when the house style has one ('3.4.1.'). `bookmark` is unique in the chapter.
    """

    level: int
    text: str
    number: str = ""
    bookmark: str
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of text; `keep_next` holds it on the page of the next block.

    `typed` is '' for a sentence of the program. Of a text that somebody typed it says what it is about, so that a
    document that comes back can be read without knowing our records: the topic of a question, or the name of a field.
    """

    spans: Spans
    role: Role = Role.BODY
    keep_next: bool = False
    anchor: Anchor | None = None
    typed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item of a list. Items with the same `list_id` count on; another `list_id` starts again at 1.

    `number` is the number shown (level 0 of a numbered list: 1, 2, 3), 0 for a bullet. `level` 0 is outermost.
    `keep_next` holds the item on the page of the next block. `typed` is as in `Paragraph`.
    """

    spans: Spans
    ordered: bool
    level: int = 0
    list_id: int
    number: int = 0
    keep_next: bool = False
    anchor: Anchor | None = None
    typed: str = ""


class Align(Enum):
    """How the cells of a column stand."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A table column: its head and its share of the width."""

    title: str
    weight: int = 1
    align: Align = Align.LEFT


Cell = tuple[Spans, ...]
"""A cell: one or more paragraphs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """'Tabel 3.4-1' or 'Figuur 3.4-1', and a title.

    `prefix` is the number of the chapter; `number` counts per label from 1.
    """

    label: str
    prefix: str
    number: int
    text: str
    bookmark: str


def caption_label(caption: Caption) -> str:
    """'Tabel 3.4-1', with a space that does not break."""
    prefix = f"{caption.prefix}-" if caption.prefix else ""
    return f"{caption.label}\u00a0{prefix}{caption.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A plain grid with one header row; `totals` marks the last row as a total.

    The first column names the row. `title` and `description` are the alternative text. `row_anchors` says which
    record each row is about, when that is known; `typed_last` says that the last cell of a row holds a text that
    somebody typed, and which field that is.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Caption
    title: str
    description: str
    totals: bool = False
    wide: bool = False
    anchor: Anchor | None = None
    row_anchors: tuple[Anchor, ...] = ()
    typed_last: tuple[Anchor | None, ...] = ()


class ChartKind(Enum):
    """How numbers are drawn: a line for each series over years, or bars side by side per category."""

    LINE = "line"
    BARS = "bars"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A row of numbers, one per category; None where there is none. `is_target` sets goals apart from what was done.

    `goes_on`: the series before counted the same in another way, up to the break between them.
    """

    name: str
    values: tuple[Decimal | None, ...]
    is_target: bool = False
    goes_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart of numbers in one unit.

    `categories` are years or names; every series has as many values. `decimals` is how numbers are written. `title`
    and `description` (type, subject, main message) are the alternative text.
    """

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    decimals: int
    caption: Caption
    title: str
    description: str
    wide: bool = False
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture: `content` is a PNG or JPEG of `width` × `height` pixels, `description` its alternative text."""

    content: bytes
    media_type: str
    width: int
    height: int
    caption: Caption
    title: str
    description: str
    source: str = ""
    wide: bool = False
    anchor: Anchor | None = None


TextBlock = Paragraph | ListItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """A box: the example of one or more organisations. `source` names them ('RIEC Limburg')."""

    title: str
    source: str
    blocks: tuple[TextBlock, ...]
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsEntry:
    """A line of the contents; `page` is the (estimated) page number that the field shows before Word counts again."""

    level: int
    number: str
    text: str
    bookmark: str
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """The table of contents; `estimated` says that page numbers are an estimate."""

    title: str
    entries: tuple[ContentsEntry, ...]
    estimated: bool = True


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


Block = Heading | Paragraph | ListItem | Table | Chart | Picture | Callout | Contents | PageBreak


class State(Enum):
    """What the document is meant for."""

    DRAFT = "concept"
    REVIEW = "reviewversie"
    FINAL = "definitief"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """All blocks of one year's chapter and what stands around them.

    `title` and `subject` become document properties; `header` and `footer` are printed on every page
    ('CONCEPT 24 november 2026' stands in the header of a draft). `page_count` is 0 until pages were counted.
    """

    year: int
    number: str
    title: str
    subject: str
    organisation: str
    header: str
    footer: str
    state: State
    landscape: bool
    made_on: date
    page_count: int = 0
    blocks: tuple[Block, ...]
