"""The text of the rich-text editor: what it holds, how it looks, its lists, links and linked numbers. No keys.

It is as high as its text, between two limits, and keeps the cursor in sight of the page around it.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QPalette, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QTextEdit, QWidget

from riec_desktop.dossier.richtext import MAX_LEVEL, BlockKind, Blocks, Linked, Run, clean_href
from riec_desktop.ui.theme import line_height, scaled_font, unit
from riec_desktop.ui.typed import required
from riec_desktop.ui.widgets import rich_document as doc
from riec_desktop.ui.widgets.rich_chip import NumberChip

ShowNumber = Callable[[Linked], str]
HasChanged = Callable[[Linked], bool]


class RichCanvas(QTextEdit):
    """A text edit that can hold what the model can."""

    def __init__(
        self,
        show_number: ShowNumber,
        lines: tuple[int, int],
        parent: QWidget | None = None,
        *,
        has_changed: HasChanged = lambda _: False,
    ) -> None:
        """`lines` is the least and the greatest height, in lines."""
        super().__init__(parent)
        self._show = show_number
        self._has_changed = has_changed
        self._lines = lines
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(unit(self) * 2)
        self.document().setIndentWidth(unit(self) * 5)
        layout = self.document().documentLayout()
        layout.registerHandler(doc.CHIP_TYPE, NumberChip(show_number, has_changed, self))
        layout.documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._plain_after_link)
        self.cursorPositionChanged.connect(self._keep_cursor_in_sight)
        self._fit()

    def set_zoom(self, percent: int) -> None:
        """The size of the letters, in percent of what they are by themselves."""
        parent = self.parentWidget()
        font = parent.font() if parent is not None else self.font()
        self.setFont(scaled_font(font, percent / 100))
        doc.respace(self.document())

    # Contents

    def link_colour(self) -> QColor:
        """The colour of links."""
        return self.palette().color(QPalette.ColorRole.Link)

    def show_blocks(self, blocks: Blocks) -> None:
        """Replace the text; while a person is in it the cursor goes to the end of what changed."""
        before = self.toPlainText()
        doc.fill(self.document(), blocks, self.link_colour())
        self._place_cursor(before, self.toPlainText())

    def _place_cursor(self, before: str, after: str) -> None:
        cursor = self.textCursor()
        end = self.document().characterCount() - 1
        same = _common(before[::-1], after[::-1])
        cursor.setPosition(end - doc.units(after[len(after) - same :]) if self.hasFocus() else 0)
        self.setTextCursor(cursor)

    def blocks(self) -> Blocks:
        """The text in its normal form."""
        return doc.blocks_of(self.document())

    def _fit(self) -> None:
        least, most = (round(line_height(self) * count + 2 * self.document().documentMargin()) for count in self._lines)
        wanted = round(self.document().size().height())
        self.setFixedHeight(max(least, min(wanted, most)))
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if wanted > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )

    def _keep_cursor_in_sight(self) -> None:
        """The page scrolls along with what is typed; it knows its new height only after the layout."""
        if self.hasFocus():
            QTimer.singleShot(0, self, self._scroll_page)

    def _scroll_page(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if above is not None:
            cursor = self.cursorRect()
            place = self.viewport().mapTo(required(above.widget()), cursor.center())
            above.ensureVisible(place.x(), place.y(), 0, cursor.height() * 2)

    def changeEvent(self, e: QEvent) -> None:
        """Links take the colour of another theme, which is no typing."""
        super().changeEvent(e)
        if e.type() is QEvent.Type.PaletteChange:
            with QSignalBlocker(self):
                doc.recolour_links(self.document(), self.link_colour())

    def resizeEvent(self, e: QResizeEvent) -> None:
        """The text became higher: what is typed may have gone out of sight."""
        super().resizeEvent(e)
        self._keep_cursor_in_sight()

    def repaint_chips(self) -> None:
        """Lay the text out anew, because the numbers in it may have changed."""
        self.document().markContentsDirty(0, self.document().characterCount())

    # Looks

    def is_bold(self) -> bool:
        """Whether what is typed next is bold."""
        return self.currentCharFormat().fontWeight() >= QFont.Weight.DemiBold

    def is_italic(self) -> bool:
        """Whether what is typed next is italic."""
        return self.currentCharFormat().fontItalic()

    def toggle_bold(self) -> None:
        """Make the selection, or what is typed next, bold or not."""
        made = QTextCharFormat()
        made.setFontWeight(QFont.Weight.Normal if self.is_bold() else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(made)

    def toggle_italic(self) -> None:
        """Make the selection, or what is typed next, italic or not."""
        made = QTextCharFormat()
        made.setFontItalic(not self.is_italic())
        self.mergeCurrentCharFormat(made)

    # Lists

    def place(self) -> tuple[BlockKind, int]:
        """What the paragraph at the cursor is, and its level."""
        return doc.place_of(self.textCursor().block())

    def toggle_list(self, kind: BlockKind) -> None:
        """Make the selected paragraphs items of such a list, or plain when they are."""
        now, level = self.place()
        self.set_places(BlockKind.PARAGRAPH if now is kind else kind, level)

    def shift_level(self, step: int) -> bool:
        """Move the selected items a level in (+1) or out (-1); False when there is nothing to move."""
        kind, level = self.place()
        if kind is BlockKind.PARAGRAPH or not 0 <= level + step <= self._deepest(step):
            return False
        self.set_places(kind, level + step)
        return True

    def _deepest(self, step: int) -> int:
        """How deep the item at the cursor may go: one level below the item before it."""
        cursor = self.textCursor()
        before = self.document().findBlock(cursor.selectionStart()).previous()
        kind, level = doc.place_of(before)
        return MAX_LEVEL if step < 0 else min(MAX_LEVEL, level + 1 if kind is not BlockKind.PARAGRAPH else 0)

    def set_places(self, kind: BlockKind, level: int) -> None:
        """Make the selected paragraphs of this kind and level."""
        cursor = self.textCursor()
        first, last = (
            self.document().findBlock(cursor.selectionStart()),
            self.document().findBlock(cursor.selectionEnd()),
        )
        work = QTextCursor(first)
        work.beginEditBlock()
        for number in range(first.blockNumber(), last.blockNumber() + 1):
            doc.set_place(QTextCursor(self.document().findBlockByNumber(number)), kind, level)
        work.endEditBlock()
        self.tidy_lists()

    def tidy_lists(self) -> None:
        """Count numbered items anew."""
        doc.renumber(self.document())
        self.cursorPositionChanged.emit()

    # Links and numbers

    def link(self) -> str:
        """The address of the link at the cursor, or ''."""
        return self.textCursor().charFormat().anchorHref()

    def set_link(self, address: str) -> None:
        """Make the selection (or the link at the cursor) a link to this address; '' makes it plain text."""
        cursor = self._link_cursor()
        href = clean_href(address)
        if not cursor.hasSelection() and href:
            doc.insert_runs(cursor, (Run(href, href=href),), self.link_colour())
        elif cursor.hasSelection():
            self._link_selection(cursor, href)

    def _link_selection(self, cursor: QTextCursor, href: str) -> None:
        """Each stretch keeps its own look."""
        runs = [
            Run(run.text, bold=run.bold, italic=run.italic, href=href, linked=run.linked)
            for run in doc.selected_runs(cursor)
        ]
        doc.insert_runs(cursor, runs, self.link_colour())

    def _link_cursor(self) -> QTextCursor:
        """The selection within one paragraph, or the whole link around the cursor."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not self.link():
            return doc.in_one_block(cursor)
        return doc.around_link(cursor)

    def insert_number(self, number: Linked) -> None:
        """Put a linked number at the cursor, in the look of the text around it."""
        run = Run(bold=self.is_bold(), italic=self.is_italic(), linked=number)
        doc.insert_runs(self.textCursor(), (run,), self.link_colour())

    def chip_at_cursor(self) -> str:
        """What the linked number or reference just before or after the cursor says, '' when there is none."""
        found = doc.number_beside(self.textCursor())
        if found is None:
            return ""
        changed = ", gewijzigd sinds de zin werd geschreven" if self._has_changed(found) else ""
        return f"{self._show(found)}{changed}"

    def replace_chip(self, number: Linked) -> None:
        """Put another linked number in the place of the one at the cursor, in the same look."""
        chip = doc.chip_beside(self.textCursor())
        if chip is not None:
            (held,) = doc.selected_runs(chip)
            doc.insert_runs(chip, (replace(held, text="", linked=number),), self.link_colour())

    def _plain_after_link(self) -> None:
        """What is typed behind a link is no part of it."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.charFormat().isAnchor() or doc.inside_link(cursor):
            return
        self.setCurrentCharFormat(doc.without_link(self.currentCharFormat()))


def _common(first: str, second: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = zip(first, second, strict=False)
    return next((index for index, (a, b) in enumerate(pairs) if a != b), min(len(first), len(second)))
