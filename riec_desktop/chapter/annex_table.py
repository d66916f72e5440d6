"""A table behind the chapter: as wide as the page, with its number and a name for those who cannot see it."""

from collections.abc import Iterable, Mapping, Sequence

from riec_desktop.chapter.blocks import Anchor, Block, Caption, Cell, Column, Heading, Table
from riec_desktop.chapter.draft import TABLE, Draft, Piece, chapter_level

Row = tuple[Anchor, tuple[Cell, ...]]
"""Where a row comes from, and its cells."""


def annex_heading(draft: Draft, text: str, name: str) -> Heading:
    """The heading of an annex, one level below that of the chapter, with the bookmark `b_<name>`."""
    return Heading(level=chapter_level(draft) + 1, text=text, bookmark=f"b_{name}")


def annex_table(name: str, text: str, description: str, widths: Mapping[str, int], rows: Sequence[Row]) -> Piece:
    """A table with the bookmark `tb_<name>`; `widths` are the titles of its columns with their shares of the page."""

    def write(caption: Caption) -> Iterable[Block]:
        columns = tuple(Column(title=title, weight=weight) for title, weight in widths.items())
        return (
            Table(
                columns=columns,
                rows=tuple(cells for _, cells in rows),
                caption=caption,
                title=caption.text,
                description=description,
                wide=True,
                row_anchors=tuple(place for place, _ in rows),
            ),
        )

    return Piece(TABLE, f"tb_{name}", text, write)
