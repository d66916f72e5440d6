"""A bar to scroll sideways that is there only while something is in sight that is too wide.

A table of the chapter can be wider than the preview, because its columns would not be readable in thirty characters.
The rest fits, and must not look as if a part of it were out of sight.
"""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from riec_desktop.ui.typed import optional

_NEVER, _WHEN_NEEDED = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded


class WideLines(QObject):
    """Looks after the lower bar of a text."""

    def __init__(self, view: QTextEdit) -> None:
        super().__init__(view)
        self._view = view
        view.setHorizontalScrollBarPolicy(_NEVER)
        bar = view.verticalScrollBar()
        bar.valueChanged.connect(self.look)
        bar.rangeChanged.connect(self.look)
        view.horizontalScrollBar().rangeChanged.connect(self.look)

    def look(self) -> None:
        """Show the bar, or begin at the left again without it."""
        view = self._view
        wanted = _WHEN_NEEDED if self._is_wide() else _NEVER
        if view.horizontalScrollBarPolicy() is not wanted:
            view.setHorizontalScrollBarPolicy(wanted)
        if wanted is _NEVER:
            view.horizontalScrollBar().setValue(0)

    def _is_wide(self) -> bool:
        """Whether something in sight is wider than the text."""
        bar, room = self._view.horizontalScrollBar(), self._view.viewport().width()
        return bar.maximum() > 0 and any(_width(block) > room for block in self._in_sight())

    def _in_sight(self) -> Iterator[QTextBlock]:
        """The paragraphs and cells in sight, whether the bar is there or not, or it would come and go by itself."""
        view = self._view
        low = view.height() - 2 * view.frameWidth() - view.horizontalScrollBar().sizeHint().height()
        # At the very left Qt finds what stands before a table.
        across = view.viewport().width() // 2
        block = view.cursorForPosition(QPoint(across, 0)).block()
        last = view.cursorForPosition(QPoint(across, low)).block()
        while block.isValid():
            yield block
            if block == last:
                return
            block = block.next()


def _width(block: QTextBlock) -> float:
    """How wide what a block is part of is, in pixels: the table that it stands in, or its widest line."""
    table = optional(QTextCursor(block).currentTable())
    if table is not None:
        return block.document().documentLayout().frameBoundingRect(table).width()
    layout = block.layout()
    return max((layout.lineAt(at).naturalTextWidth() for at in range(layout.lineCount())), default=0.0)
