"""The preview on screen: a text browser that shows a part of the chapter and stays where the person was reading.

Laying out a whole section takes as long as a person may wait for a letter. So of a section that is typed in only the
paragraphs that changed are exchanged, in the looks that they would have in the whole. A whole chapter comes in steps.
"""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextBlock, QTextCursor, QTextDocument, QTextFrame, QTextOption
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from riec_desktop.chapter.html import Palette, Piece, page_of
from riec_desktop.ui.drawings import NO_DRAWINGS, Drawings, drawn
from riec_desktop.ui.growing_text import GrowingText
from riec_desktop.ui.later import Later
from riec_desktop.ui.paper import paper
from riec_desktop.ui.theme import small_font, unit
from riec_desktop.ui.wide_lines import WideLines
from riec_desktop.ui.widgets.link_text import LinkText
from riec_desktop.ui.widgets.rich_document import fragments

_NARROWEST, _WIDEST = 120, 400
"""Pixels: drawings are never narrower, and never wider (`drawing_size`)."""
_STILL = 200
"""Milliseconds without another width before a whole chapter is laid out anew."""


def _margin(view: QWidget) -> int:
    """The pixels around the text."""
    return unit(view) * 3


class Preview(LinkText):
    """The chapter as it will be printed. `link_chosen` carries the address of what was clicked or entered.

    `looks_changed` says that its text must be made anew, in the colours of another theme.
    """

    link_chosen = Signal(str)
    looks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Voorbeeld van het hoofdstuk")
        self.setOpenLinks(False)
        self.setFont(small_font(self.font()))
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setToolTip("Klik op een tekst om hem te bewerken")
        self.setUndoRedoEnabled(False)
        self._html = ""
        self._room = _NARROWEST
        self._drawings: Drawings = NO_DRAWINGS
        self._pieces: Sequence[Piece] = ()
        self._growing = GrowingText(self.document())
        self._is_whole = False
        self._resized = Later(self, self.looks_changed.emit, _STILL)
        self.anchorClicked.connect(self._clicked)
        WideLines(self)

    def _clicked(self, url: QUrl) -> None:
        self.link_chosen.emit(url.toString())

    # --- Showing -----------------------------------------------------------------------------------------------------

    def show_html(self, html: str, drawings: Drawings = NO_DRAWINGS) -> None:
        """Show another text at the same place; nothing happens when it is the one shown, drawings and all."""
        if (html, drawings) == (self._html, self._drawings):
            return
        self._drawings = drawings
        self._html, self._pieces = html, ()
        self._lay_out(html)

    def growing(self, pieces: Sequence[Piece], palette: Palette, drawings: Drawings) -> Iterator[None]:
        """`show_html` of these pieces in steps, of which each takes no longer than a letter may.

        What stands there already stays. Drawings have the same address whatever is in them, so with others all is made
        anew, and who was reading further down sees it when her place is there again.
        """
        if not self._growing.is_shown() or drawings != self._drawings:
            yield from self._anew(pieces, palette, drawings)
        else:
            yield from self._growing.show(pieces, palette)

    def _anew(self, pieces: Sequence[Piece], palette: Palette, drawings: Drawings) -> Iterator[None]:
        position = self.verticalScrollBar().value() if self._is_whole else 0
        self._html, self._pieces, self._drawings = "", (), drawings
        self._lay_out("")
        self._is_whole = True
        self.setUpdatesEnabled(not position)
        try:
            yield from self._growing.show(pieces, palette)
            self.verticalScrollBar().setValue(position or self.verticalScrollBar().value())
        finally:
            # What is left half done is closed when nobody holds it any more: the window may have gone before.
            if isValid(self):
                self.setUpdatesEnabled(True)

    def _lay_out(self, html: str) -> None:
        self._growing.forget()
        self._is_whole = False
        position = self.verticalScrollBar().value()
        self.setHtml(html)
        self.document().setDocumentMargin(_margin(self))
        self.verticalScrollBar().setValue(position)

    def show_pieces(self, pieces: Sequence[Piece], palette: Palette, drawings: Drawings = NO_DRAWINGS) -> None:
        """`show_html` of these pieces; only what changed is laid out anew where that is some paragraphs."""
        html = page_of(pieces, palette)
        same_else = drawings == self._drawings and len(pieces) == len(self._pieces)
        pairs = [pair for pair in zip(self._pieces, pieces, strict=False) if pair[0] != pair[1]] if same_else else []
        if pairs and self._exchange(pairs, palette):
            self._html = html
        else:
            self.show_html(html, drawings)
        self._pieces = pieces

    def _exchange(self, pairs: Sequence[tuple[Piece, Piece]], palette: Palette) -> bool:
        """Put the second of each pair in the place of the first; False when that is not sure to be right."""
        if any(not old.name or old.name != new.name for old, new in pairs):
            return False
        here = [self._block_of(old, palette) for old, _ in pairs]
        for block, (_, new) in zip(here, pairs, strict=True):
            if block is not None:
                _write(block, self._laid_out(new, palette))
        return None not in here

    def _block_of(self, piece: Piece, palette: Palette) -> QTextBlock | None:
        """Where a paragraph stands; None when there is another one like it."""
        text = self._laid_out(piece, palette).text()
        found = [one for one in _paragraphs(self.document().rootFrame()) if one.text() == text and _has(one, piece)]
        return found[0] if len(found) == 1 else None

    def _laid_out(self, piece: Piece, palette: Palette) -> QTextBlock:
        """A paragraph in a document of its own, which lives until the next one."""
        self._scratch = QTextDocument()
        self._scratch.setDefaultFont(self.document().defaultFont())
        self._scratch.setHtml(page_of((piece,), palette))
        return self._scratch.firstBlock()

    # --- Qt ----------------------------------------------------------------------------------------------------------

    def changeEvent(self, e: QEvent) -> None:
        """Called by Qt, also when the theme changed."""
        super().changeEvent(e)
        if e.type() is QEvent.Type.PaletteChange:
            self.looks_changed.emit()

    def loadResource(self, kind: int, name: QUrl | str, /) -> object:
        """The drawing that the text asks for; nothing is ever read from a file or fetched."""
        block = self._drawings.get(name if isinstance(name, str) else name.toString())
        return drawn(block, self.devicePixelRatioF(), paper(self.palette()), self._room) if block else None

    def resizeEvent(self, e: QResizeEvent) -> None:
        """Called by Qt: drawings have the width of the text, and are laid out anew when there is another one."""
        super().resizeEvent(e)
        before, self._room = self._room, self._room_for_drawings()
        if self._drawings and before != self._room and self._is_whole:
            self._growing.forget()
            self._resized.ask()
        elif self._drawings and before != self._room:
            self._lay_out(self._html)

    def _room_for_drawings(self) -> int:
        """Whether there is a bar at the right or not, or the bar would come and go by itself."""
        around = 2 * (self.frameWidth() + _margin(self)) + self.verticalScrollBar().sizeHint().width()
        return min(max(_NARROWEST, self.width() - around), _WIDEST)

    # --- Scrolling ---------------------------------------------------------------------------------------------------

    def scroll_to(self, name: str) -> None:
        """Bring the block with this name in sight."""
        if name:
            self.scrollToAnchor(name)

    def follow(self, name: str) -> None:
        """Bring the paragraph with this name in sight, unless it is."""
        found = next((one for one in _paragraphs(self.document().rootFrame()) if _names(one) & {name}), None)
        if found is None:
            return
        top = self.document().documentLayout().blockBoundingRect(found).top() - self.verticalScrollBar().value()
        if not 0 <= top <= self.viewport().height() - unit(self) * 8:
            self.scroll_to(name)


def _paragraphs(frame: QTextFrame) -> Iterator[QTextBlock]:
    """The paragraphs of a document that stand in no table."""
    place = frame.begin()
    while not place.atEnd():
        if place.currentBlock().isValid():
            yield place.currentBlock()
        place += 1


def _names(block: QTextBlock) -> frozenset[str]:
    return frozenset(name for one in fragments(block) for name in one.charFormat().anchorNames())


def _has(block: QTextBlock, piece: Piece) -> bool:
    return piece.name in _names(block)


def _write(target: QTextBlock, source: QTextBlock) -> None:
    """Give a paragraph the words and looks of another."""
    cursor = QTextCursor(target)
    cursor.beginEditBlock()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.setBlockFormat(source.blockFormat())
    cursor.setBlockCharFormat(source.charFormat())
    for one in fragments(source):
        cursor.insertText(one.text(), one.charFormat())
    cursor.endEditBlock()
