"""Blocks as lines of text, so that a test shows a chapter as a reader sees it."""

from collections.abc import Iterable, Iterator

from riec_desktop.chapter.blocks import (
    Block,
    Callout,
    Contents,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Role,
    Spans,
    Table,
)


def words(spans: Spans) -> str:
    return "".join(span.text for span in spans)


def _item(block: ListItem) -> str:
    mark = f"{block.number}." if block.ordered else "-"
    return f"{'  ' * block.level}{mark} {words(block.spans)}"


def _table(block: Table) -> Iterator[str]:
    caption = block.caption
    yield f"{caption.label} {caption.prefix}-{caption.number}: {caption.text}"
    yield " | ".join(column.title for column in block.columns)
    yield from (" | ".join(" / ".join(words(spans) for spans in cell) for cell in row) for row in block.rows)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {f'{block.number} {block.text}'.strip()}"
        case Paragraph():
            yield words(block.spans) if block.role is Role.BODY else f"({block.role.value}) {words(block.spans)}"
        case ListItem():
            yield _item(block)
        case Table():
            yield from _table(block)
        case Callout():
            yield f"[{block.title} | {block.source}]"
            yield from lines(block.blocks)
        case Contents():
            yield from (f"~ {entry.number} {entry.text} {entry.page}" for entry in block.entries)
        case PageBreak():
            yield "----"


def lines(blocks: Iterable[Block]) -> list[str]:
    """The text of blocks, line by line."""
    return [line for block in blocks for line in _lines(block)]
