"""A text with links to read: Tab goes through the links and out of the text, and so does Shift+Tab the other way."""

from PySide6.QtWidgets import QTextBrowser

from riec_desktop.ui.typed import required


class LinkText(QTextBrowser):
    """Qt, going back, stays for ever at a link with which the text begins."""

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Called by Qt at Tab and Shift+Tab."""
        before = self.textCursor()
        found = super().focusNextPrevChild(next_)
        stays = found and self.hasFocus() and self.textCursor().position() == before.position()
        return required(self.parentWidget()).focusNextPrevChild(next_) if stays and before.hasSelection() else found
