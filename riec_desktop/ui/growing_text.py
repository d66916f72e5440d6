"""A long text that comes stretch by stretch between keys, and of which only the stretches that changed are made again.

Laying out a chapter of forty portfolios at once takes a fifth of a second, in which no key is handled; a stretch takes
as long as a letter may. The text is the same to the letter as when it was laid out at once, and whoever reads in it
stays where she was.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QTextCursor, QTextDocument, QTextDocumentFragment

from riec_desktop.chapter.html import Palette, Piece, page_of

_FEW: Final = 5
"""Pieces in a stretch at least."""
_TEXT: Final = ("<p ", *(f"<h{level}" for level in range(1, 7)))
"""How a paragraph or a heading begins. A stretch begins with one: beside a table Qt makes paragraphs of its own."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some pieces in the document, and where they begin."""

    pieces: tuple[Piece, ...]
    start: QTextCursor


def stretches(pieces: Iterable[Piece]) -> list[tuple[Piece, ...]]:
    """The pieces in groups that are laid out together."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        if len(found[-1]) >= _FEW and piece.markup.startswith(_TEXT):
            found.append([])
        found[-1].append(piece)
    return [tuple(one) for one in found if one]


def _alike(some: Sequence[object], others: Sequence[object]) -> int:
    """How many are the same from the begin."""
    pairs = enumerate(zip(some, others, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(some), len(others)))


class GrowingText:
    """Fills a document and knows what stands where."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._shown: list[_Stretch] = []
        self._run = object()

    def forget(self) -> None:
        """Something else is put in the document; what was being shown is not gone on with."""
        self._shown = []
        self._run = object()

    def is_shown(self) -> bool:
        """Whether what stands in the document came from here."""
        return bool(self._shown)

    def show(self, pieces: Sequence[Piece], palette: Palette) -> Iterator[None]:
        """Make the document show these pieces, in steps; whoever stops halfway can begin again with others."""
        new, old = stretches(pieces), [one.pieces for one in self._shown]
        run = self._run = object()
        head = _alike(old, new)
        tail = _alike(old[head:][::-1], new[head:][::-1])
        end = len(old) - tail
        for at in range(head, len(new) - tail):
            self._put(at, new[at], palette, is_new=at >= end)
            yield
            if self._run is not run:
                return
        for _ in range(end - max(head, len(new) - tail)):
            self._remove(len(new) - tail)
            yield
            if self._run is not run:
                return

    def _put(self, at: int, pieces: tuple[Piece, ...], palette: Palette, *, is_new: bool) -> None:
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        start = self._make_room(cursor, at) if is_new else self._empty(cursor, at)
        self._write(cursor, page_of(pieces, palette))
        cursor.endEditBlock()
        cursor.setPosition(start)
        if is_new:
            self._shown.insert(at, _Stretch(pieces, cursor))
        else:
            self._shown[at] = _Stretch(pieces, cursor)

    def _write(self, cursor: QTextCursor, html: str) -> None:
        """Lay it out in the empty paragraph where the cursor stands, which gets the looks of the first one."""
        made = QTextDocument()
        made.setDefaultFont(self._document.defaultFont())
        made.setHtml(html)
        cursor.setBlockFormat(made.firstBlock().blockFormat())
        cursor.setBlockCharFormat(made.firstBlock().charFormat())
        cursor.insertFragment(QTextDocumentFragment(made))

    def _make_room(self, cursor: QTextCursor, at: int) -> int:
        """An empty paragraph before a stretch, or at the end. Gives where it begins."""
        if at == len(self._shown):
            cursor.movePosition(QTextCursor.MoveOperation.End)
            if self._shown:
                cursor.insertBlock()
            return cursor.position()
        start = self._shown[at].start.position()
        cursor.setPosition(start)
        # The paragraph that is pushed on keeps its looks.
        cursor.insertBlock(cursor.blockFormat(), cursor.blockCharFormat())
        cursor.setPosition(start)
        return start

    def _empty(self, cursor: QTextCursor, at: int) -> int:
        """Leave one empty paragraph of a stretch. Gives where it begins."""
        start = self._shown[at].start.position()
        cursor.setPosition(start)
        cursor.setPosition(self._end_of(at), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        return start

    def _end_of(self, at: int) -> int:
        """Where the last paragraph of a stretch ends."""
        if at + 1 < len(self._shown):
            return self._shown[at + 1].start.position() - 1
        return self._document.characterCount() - 1

    def _remove(self, at: int) -> None:
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        start = self._empty(cursor, at)
        if at + 1 < len(self._shown):
            cursor.deleteChar()
        elif start:
            cursor.deletePreviousChar()
        cursor.endEditBlock()
        del self._shown[at]
