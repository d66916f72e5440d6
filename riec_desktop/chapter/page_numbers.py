"""Page numbers in a chapter that is composed: in its contents, and where its text names a page.

Only when everything has its place can pages be counted; so this is the one thing that is filled in afterwards.
"""

from collections.abc import Mapping
from dataclasses import replace

from riec_desktop.chapter.blocks import (
    Block,
    Callout,
    Cell,
    Contents,
    ContentsEntry,
    ListItem,
    Paragraph,
    Span,
    Spans,
    Table,
    TextBlock,
)

Pages = Mapping[str, int]
"""Bookmark → page number, from 1."""


def with_pages(blocks: tuple[Block, ...], pages: Pages) -> tuple[Block, ...]:
    """The blocks with these page numbers; what stands at no known page keeps the number that it has."""
    return tuple(_paged(block, pages) for block in blocks)


def _paged(block: Block, pages: Pages) -> Block:
    match block:
        case Contents():
            return replace(block, entries=tuple(_entry(one, pages) for one in block.entries))
        case Paragraph() | ListItem():
            return _text(block, pages)
        case Table():
            return _table(block, pages)
        case Callout():
            return replace(block, blocks=tuple(_text(one, pages) for one in block.blocks))
        case _:
            return block


def _entry(entry: ContentsEntry, pages: Pages) -> ContentsEntry:
    return replace(entry, page=pages.get(entry.bookmark, entry.page))


def _text(block: TextBlock, pages: Pages) -> TextBlock:
    return replace(block, spans=_spans(block.spans, pages)) if _names_page(block.spans) else block


def _table(table: Table, pages: Pages) -> Table:
    """A table; in most of them no cell names a page."""
    if not any(span.page for row in table.rows for cell in row for spans in cell for span in spans):
        return table
    return replace(table, rows=tuple(tuple(_cell(cell, pages) for cell in row) for row in table.rows))


def _cell(cell: Cell, pages: Pages) -> Cell:
    return tuple(_spans(spans, pages) for spans in cell)


def _names_page(spans: Spans) -> bool:
    return any(span.page for span in spans)


def _spans(spans: Spans, pages: Pages) -> Spans:
    return tuple(_span(span, pages) if span.page else span for span in spans)


def _span(span: Span, pages: Pages) -> Span:
    return replace(span, text=str(pages[span.target])) if span.target in pages else span
