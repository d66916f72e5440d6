"""The blocks of a chapter as HTML for a preview: the same numbers, lists, boxes and tables as in Word.

Written for Qt's rich text, which knows a part of HTML 4 and CSS 2.1 (Qt documentation, 'Supported HTML Subset'): boxes
are tables with one cell, charts and pictures are images that the window gives, and looks stand on the elements. Every
block that comes from a field has its place as name, and a link to it: `veld:Kind/record/field`. All text is escaped in
one function.
"""

import html
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import cast
from urllib.parse import quote, unquote

from riec_desktop.chapter.blocks import (
    Anchor,
    Block,
    Callout,
    Caption,
    Cell,
    Chapter,
    Chart,
    Contents,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
    Role,
    Span,
    Spans,
    Table,
    caption_label,
)
from riec_desktop.chapter.drawings import drawing_address
from riec_desktop.chapter.html_lists import list_html
from riec_desktop.dossier.dutch import NO_BREAK
from riec_desktop.dossier.records import TYPE_BY_NAME
from riec_desktop.dossier.text import clean

SCHEME = "veld:"
"""How a link to a field begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of a preview, as `#rrggbb`. All text colours have a contrast of at least 4.5:1 on their ground."""

    text: str
    muted: str
    accent: str
    link: str
    finding: str
    border: str
    box: str
    head: str


LIGHT = Palette(
    text="#1b1b1b",
    muted="#595959",
    accent="#154273",
    link="#0b57a4",
    finding="#a3211a",
    border="#b4bcc8",
    box="#eef3f9",
    head="#dde6f1",
)
DARK = Palette(
    text="#f0f0f0",
    muted="#b5b5b5",
    accent="#9cc4f2",
    link="#8ab8f0",
    finding="#ff9b92",
    border="#5a6472",
    box="#232c37",
    head="#2d3948",
)


# --- Places ----------------------------------------------------------------------------------------------------------


def anchor_name(place: Anchor) -> str:
    """'Answer/<record>/text', with '/2' behind it for the third paragraph: the name of a block in the preview."""
    parts = [quote(part, safe="", errors="replace") for part in (place.kind, place.record_id, place.field)]
    return "/".join([*parts, str(place.index)] if place.index else parts)


def anchor_of(name: str) -> Anchor | None:
    """The place that a name or a link to a field tells; None for anything else."""
    parts = [unquote(part) for part in name.removeprefix(SCHEME).split("/")]
    if parts[0] not in TYPE_BY_NAME:
        return None
    match parts:
        case [kind, record_id, field]:
            return Anchor(kind=kind, record_id=record_id, field=field)
        case [kind, record_id, field, index] if index.isascii() and index.isdecimal():
            return Anchor(kind=kind, record_id=record_id, field=field, index=int(index))
        case _:
            return None


@dataclass(frozen=True, slots=True)
class Piece:
    """The markup of a block, or of a list. `name` is that of its place when it is one paragraph of a field, else ''."""

    markup: str
    name: str = ""


# --- Text ------------------------------------------------------------------------------------------------------------


def escape(text: str) -> str:
    """Any text as text in HTML."""
    return html.escape(clean(text)).replace("\n", "<br/>")


@dataclass(frozen=True, slots=True)
class _Page:
    """What every block needs: the colours, and the names of the headings and tables that references point to."""

    palette: Palette
    names: Mapping[str, str]

    def words(self, spans: Spans, place: Anchor | None, colour: str = "") -> str:
        """The words of a paragraph, with its place as name and as link; `colour` where it is not that of text."""
        name = f'<a name="{anchor_name(place)}"></a>' if place else ""
        return name + "".join(self._span(span, place, colour) for span in spans)

    def _span(self, span: Span, place: Anchor | None, colour: str) -> str:
        text = escape(span.text)
        text = f"<b>{text}</b>" if span.bold else text
        text = f"<i>{text}</i>" if span.italic else text
        if span.target in self.names:
            return f'<a href="#{self.names[span.target]}" style="color:{self.palette.link}">{text}</a>'
        if span.href:
            return f'<a href="{html.escape(clean(span.href))}" style="color:{self.palette.link}">{text}</a>'
        return self.field_link(text, place, colour)

    def field_link(self, markup: str, place: Anchor | None, colour: str) -> str:
        """Markup that leads to a field, in the looks of text and not of a link."""
        if place is None:
            return markup
        style = f"color:{colour or self.palette.text};text-decoration:none"
        return f'<a href="{SCHEME}{anchor_name(place)}" style="{style}">{markup}</a>'


# --- Blocks ----------------------------------------------------------------------------------------------------------


def _heading(block: Heading, page: _Page) -> str:
    """The number is text here; in Word it is counted."""
    number = f"{escape(block.number)}{NO_BREAK} " if block.number else ""
    name = page.names[block.bookmark]
    text = page.field_link(f"{number}{escape(block.text)}", block.anchor, page.palette.accent)
    tag = f"h{min(block.level, 6)}"
    return f'<{tag} style="color:{page.palette.accent}"><a name="{name}"></a>{text}</{tag}>'


def _role_look(role: Role, palette: Palette) -> tuple[str, str]:
    """The colour of a role, and what else its style says."""
    return {
        Role.BODY: (palette.text, ""),
        Role.FACTS: (palette.muted, "margin-top:0;margin-bottom:2px"),
        Role.RUN_IN: (palette.muted, "font-weight:600;margin-bottom:0"),
        Role.GOAL: (palette.accent, "font-size:large"),
        Role.SOURCE: (palette.muted, "font-size:small"),
        Role.NOTICE: (palette.muted, "font-style:italic"),
        Role.FINDING: (palette.finding, ""),
    }[role]


def _paragraph(block: Paragraph, page: _Page) -> str:
    colour, style = _role_look(block.role, page.palette)
    return f'<p style="color:{colour};{style}">{page.words(block.spans, block.anchor, colour)}</p>'


def _caption(caption: Caption, page: _Page) -> str:
    label = escape(f"{caption_label(caption)}. {caption.text}")
    name = f'<a name="{page.names[caption.bookmark]}"></a>'
    return f'<p style="color:{page.palette.accent};margin-bottom:2px">{name}<b>{label}</b></p>'


def _figure(block: Chart | Picture, page: _Page) -> str:
    """An image under an address that the window knows, in its size; its caption below as on paper, and the source."""
    image = f'<img src="{drawing_address(block)}" alt="{escape(block.description)}"/>'
    link = page.field_link(image, block.anchor, page.palette.text)
    name = f'<a name="{anchor_name(block.anchor)}"></a>' if block.anchor else ""
    source = block.source if isinstance(block, Picture) else ""
    below = f'<p style="color:{page.palette.muted};font-size:small">Bron: {escape(source)}</p>' if source else ""
    return f'<p style="margin-bottom:2px">{name}{link}</p>{_caption(block.caption, page)}{below}'


def _table(block: Table, page: _Page) -> str:
    whole = sum(column.weight for column in block.columns)
    heads = "".join(
        f'<th align="{column.align.value}" width="{100 * column.weight // whole}%" bgcolor="{page.palette.head}">'
        f"{escape(column.title)}</th>"
        for column in block.columns
    )
    rows = "".join(_row(row, at, block, page) for at, row in enumerate(block.rows))
    return f"{_caption(block.caption, page)}{_grid(page.palette)}<thead><tr>{heads}</tr></thead>{rows}</table>"


def _grid(palette: Palette) -> str:
    style = f"border-collapse:collapse;border-style:solid;border-color:{palette.border};margin-bottom:8px"
    return f'<table width="100%" border="1" cellspacing="0" cellpadding="4" style="{style}">'


def _row(row: tuple[Cell, ...], at: int, block: Table, page: _Page) -> str:
    place = block.row_anchors[at] if block.row_anchors else None
    bold = block.totals and at == len(block.rows) - 1
    cells = "".join(
        f'<td align="{column.align.value}">{_cell(cell, place if column_at == 0 else None, page, bold=bold)}</td>'
        for column_at, (cell, column) in enumerate(zip(row, block.columns, strict=True))
    )
    return f"<tr>{cells}</tr>"


def _cell(cell: Cell, place: Anchor | None, page: _Page, *, bold: bool) -> str:
    """The paragraphs of a cell; only the first of a row carries the place of the record."""
    first, *rest = cell
    text = "<br/>".join((page.words(first, place), *(page.words(spans, None) for spans in rest)))
    return f"<b>{text}</b>" if bold else text


def _callout(block: Callout, page: _Page) -> str:
    """A box with one cell. Without a title its source is its head, as in Word."""
    palette = page.palette
    head = (Span(text=block.title or block.source, bold=True),)
    source = (Span(text=block.source),) if block.title and block.source else ()
    inside = "".join(
        (
            f"<p>{page.words(head, block.anchor, palette.accent)}</p>",
            f'<p style="color:{palette.muted}">{page.words(source, None)}</p>' if source else "",
            *_written(block.blocks, page),
        )
    )
    return f'{_grid(palette)}<tr><td bgcolor="{palette.box}">{inside}</td></tr></table>'


def _contents(block: Contents, page: _Page) -> str:
    lines = "".join(
        f'<p style="margin-top:0;margin-bottom:0;margin-left:{16 * (entry.level - 1)}px">'
        f'<a href="#{page.names[entry.bookmark]}" style="color:{page.palette.link}">'
        f"{escape(f'{entry.number} {entry.text}'.strip())}</a></p>"
        for entry in block.entries
    )
    return f'<p style="color:{page.palette.accent}"><b>{escape(block.title)}</b></p>{lines}'


def _page_break(_: PageBreak, __: _Page) -> str:
    return "<hr/>"


_WRITERS = cast(
    "Mapping[type[Block], Callable[[Block, _Page], str]]",
    {
        Heading: _heading,
        Paragraph: _paragraph,
        Table: _table,
        Chart: _figure,
        Picture: _figure,
        Callout: _callout,
        Contents: _contents,
        PageBreak: _page_break,
    },
)


def _list_of(block: Block) -> int:
    """The list that a block belongs to; 0 for what is no item."""
    return block.list_id if isinstance(block, ListItem) else 0


def _written(blocks: Iterable[Block], page: _Page) -> Iterator[str]:
    return (piece.markup for piece in _pieces(blocks, page))


def _pieces(blocks: Iterable[Block], page: _Page) -> Iterator[Piece]:
    """Items of one list in a row become one list; the rest is written block by block."""
    for list_id, group in groupby(blocks, _list_of):
        if list_id:
            items = [block for block in group if isinstance(block, ListItem)]
            yield Piece(list_html((item, page.words(item.spans, item.anchor)) for item in items))
        else:
            yield from (Piece(_WRITERS[type(block)](block, page), _name_of(block)) for block in group)


def _name_of(block: Block) -> str:
    return anchor_name(block.anchor) if isinstance(block, Paragraph) and block.anchor else ""


# --- Whole -----------------------------------------------------------------------------------------------------------


def _names(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    """Bookmark → name in the preview: the place of a heading, so that one name serves both."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.bookmark, anchor_name(block.anchor) if block.anchor else block.bookmark
        elif isinstance(block, Table | Chart | Picture):
            yield block.caption.bookmark, block.caption.bookmark
        elif isinstance(block, Contents):
            yield from ((entry.bookmark, entry.bookmark) for entry in block.entries)


def preview_pieces(blocks: tuple[Block, ...], palette: Palette = LIGHT) -> tuple[Piece, ...]:
    """Some blocks as the pieces of an HTML document of their own."""
    return tuple(_pieces(blocks, _Page(palette, dict(_names(blocks)))))


def page_of(pieces: Iterable[Piece], palette: Palette = LIGHT) -> str:
    """The HTML document of these pieces."""
    body = "".join(piece.markup for piece in pieces)
    return f'<html><head><meta charset="utf-8"/></head><body style="color:{palette.text}">{body}</body></html>'


def preview_blocks(blocks: tuple[Block, ...], palette: Palette = LIGHT) -> str:
    """Some blocks as an HTML document of their own."""
    return page_of(preview_pieces(blocks, palette), palette)


def chapter_pieces(chapter: Chapter, palette: Palette = LIGHT) -> tuple[Piece, ...]:
    """The pieces of the chapter, with what stands at the head of every page above it."""
    mark = Paragraph(spans=(Span(text=chapter.header),), role=Role.NOTICE)
    return preview_pieces((mark, *chapter.blocks) if chapter.header else chapter.blocks, palette)


def preview(chapter: Chapter, palette: Palette = LIGHT) -> str:
    """The chapter as an HTML document."""
    return page_of(chapter_pieces(chapter, palette), palette)
