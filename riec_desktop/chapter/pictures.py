"""The pictures of one portfolio."""

from collections.abc import Iterator
from functools import partial

from riec_desktop.chapter.blocks import Block, Caption, Picture
from riec_desktop.chapter.bookmarks import bookmark
from riec_desktop.chapter.draft import FIGURE, Draft, Piece, anchor
from riec_desktop.dossier.images import media_type
from riec_desktop.dossier.records import Picture as PictureRecord
from riec_desktop.dossier.records import PortfolioReport
from riec_desktop.dossier.richtext import Part

_WIDE_SHAPE = 2.2
_WIDE_PIXELS = 1_000
"""So many times as wide as high, and so many pixels wide: too small to read in one of two columns."""


def pictures(draft: Draft, report: PortfolioReport, name: str) -> Iterator[Piece]:
    """The pictures that can be shown; one of which the file is damaged is left out, and is a finding."""
    for one in draft.dossier.where(PictureRecord, "report_id", report.id):
        if is_whole(one):
            text = one.title or f"Afbeelding bij de portefeuille {name}"
            write = partial(_blocks, one)
            yield Piece(FIGURE, bookmark("f", one.id), text, write, ((Part.PICTURE, one.id),))


def is_whole(one: PictureRecord) -> bool:
    """Whether a document can show it."""
    return one.width > 0 and one.height > 0 and bool(media_type(one.content))


def _blocks(one: PictureRecord, caption: Caption) -> tuple[Block, ...]:
    return (
        Picture(
            content=one.content,
            media_type=media_type(one.content),
            width=one.width,
            height=one.height,
            caption=caption,
            title=caption.text,
            description=one.alt or caption.text,
            source=one.source,
            wide=one.width >= _WIDE_PIXELS and one.width > _WIDE_SHAPE * one.height,
            anchor=anchor(one, "title"),
        ),
    )
