"""Page numbers in a chapter that is composed: in its contents, and where its text names a page.

Only when everything has its place can pages be counted; so this is the one thing that is filled in afterwards.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import chain
from operator import attrgetter
from typing import cast

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

# A chapter of hundreds of portfolios has tens of thousands of cells to look through.
_PAGE = attrgetter("page")
_flat = chain.from_iterable

Pages = Mapping[str, int]
"""Bookmark → page number, from 1."""


def with_pages(blocks: tuple[Block, ...], pages: Pages) -> tuple[Block, ...]:
    """The blocks with these page numbers; what stands at no known page keeps the number that it has."""
    return tuple([_WRITERS[type(block)](block, pages) if type(block) in _WRITERS else block for block in blocks])


def names_pages(blocks: Iterable[Block]) -> bool:
    """Whether the text names a page anywhere; the contents does not count."""
    return any(_FINDERS[type(block)](block) for block in blocks if type(block) in _FINDERS)


def _contents(block: Contents, pages: Pages) -> Contents:
    return replace(block, entries=tuple(_entry(one, pages) for one in block.entries))


def _entry(entry: ContentsEntry, pages: Pages) -> ContentsEntry:
    return replace(entry, page=pages.get(entry.bookmark, entry.page))


def _text(block: TextBlock, pages: Pages) -> TextBlock:
    return replace(block, spans=_spans(block.spans, pages)) if _in_text(block) else block


def _table(table: Table, pages: Pages) -> Table:
    """A table; in most of them no cell names a page."""
    if not _in_table(table):
        return table
    return replace(table, rows=tuple(tuple(_cell(cell, pages) for cell in row) for row in table.rows))


def _callout(block: Callout, pages: Pages) -> Callout:
    if not _in_callout(block):
        return block
    return replace(block, blocks=tuple(_text(one, pages) for one in block.blocks))


def _cell(cell: Cell, pages: Pages) -> Cell:
    return tuple(_spans(spans, pages) for spans in cell)


def _in_text(block: TextBlock) -> bool:
    return _names_page(block.spans)


def _in_table(table: Table) -> bool:
    return any(map(_PAGE, _flat(_flat(_flat(table.rows)))))


def _in_callout(block: Callout) -> bool:
    return any(_names_page(one.spans) for one in block.blocks)


def _names_page(spans: Spans) -> bool:
    return spans[0].page if len(spans) == 1 else any(map(_PAGE, spans))


def _spans(spans: Spans, pages: Pages) -> Spans:
    return tuple(_span(span, pages) if span.page else span for span in spans)


def _span(span: Span, pages: Pages) -> Span:
    return replace(span, text=str(pages[span.target])) if span.target in pages else span


_WRITERS = cast(
    "Mapping[type[Block], Callable[[Block, Pages], Block]]",
    {Contents: _contents, Paragraph: _text, ListItem: _text, Table: _table, Callout: _callout},
)
_FINDERS = cast(
    "Mapping[type[Block], Callable[[Block], bool]]",
    {Paragraph: _in_text, ListItem: _in_text, Table: _in_table, Callout: _in_callout},
)
