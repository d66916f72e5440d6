"""Blocks as lines of text, so that a test shows a chapter as a reader sees it."""

from collections.abc import Iterable, Iterator

from riec_desktop.chapter.blocks import (
    Block,
    Callout,
    Caption,
    Chart,
    Contents,
    Heading,
    ListItem,
    PageBreak,
    Paragraph,
    Picture,
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
    yield _caption(block.caption)
    yield " | ".join(column.title for column in block.columns)
    yield from (" | ".join(" / ".join(words(spans) for spans in cell) for cell in row) for row in block.rows)


def _caption(caption: Caption) -> str:
    return f"{caption.label} {caption.prefix}-{caption.number}: {caption.text}"


def _chart(block: Chart) -> Iterator[str]:
    yield _caption(block.caption)
    yield f"({block.kind.value}) {' | '.join(block.categories)}"
    yield from (f"{one.name}: {' | '.join(map(str, one.values))}" for one in block.series)


def _captioned(block: Table | Chart | Picture) -> Iterator[str]:
    match block:
        case Table():
            yield from _table(block)
        case Chart():
            yield from _chart(block)
        case Picture():
            yield _caption(block.caption)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {f'{block.number} {block.text}'.strip()}"
        case Paragraph():
            yield words(block.spans) if block.role is Role.BODY else f"({block.role.value}) {words(block.spans)}"
        case ListItem():
            yield _item(block)
        case Table() | Chart() | Picture():
            yield from _captioned(block)
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
