"""Selecting the words that were found in the input that holds them."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.richtext import Linked
from riec_desktop.ui.typed import optional
from riec_desktop.ui.widgets.rich_area import RichArea
from riec_desktop.workspace.search import Hit, shower, shown_run


def select_hit(field: QWidget, dossier: Dossier, hit: Hit) -> None:
    """Select the words in the input of their field; another kind of input is left as it is."""
    widget = _innermost(field)
    record = dossier.get(hit.kind, hit.record_id)
    if isinstance(widget, RichArea) and record is not None:
        text = str(getattr(record, hit.field))
        show = shower(dossier, record)
        _select(widget, _in_document(text, show, hit.start), _in_document(text, show, hit.end))
    elif isinstance(widget, QPlainTextEdit):
        text = widget.toPlainText()
        _select(widget, _length(text[: hit.start]), _length(text[: hit.end]))
    elif isinstance(widget, QLineEdit):
        start, end = _length(widget.text()[: hit.start]), _length(widget.text()[: hit.end])
        widget.setSelection(start, end - start)


def select_words(field: QWidget, words: str) -> None:
    """Select the first place of these words in an input; without one it is left as it is."""
    widget = _innermost(field)
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        found = widget.document().find(words, 0)
        if not found.isNull():
            widget.setTextCursor(found)
            widget.ensureCursorVisible()
    elif isinstance(widget, QLineEdit) and words in widget.text():
        widget.setSelection(_length(widget.text()[: widget.text().index(words)]), _length(words))


def selected_words(widget: QWidget | None) -> str:
    """What is selected in an input, '' when it is nothing or more than one line."""
    match widget:
        case QTextEdit() | QPlainTextEdit():
            words = widget.textCursor().selectedText()
        case QLineEdit():
            words = widget.selectedText()
        case _:
            words = ""
    return words if words.isprintable() and "\ufffc" not in words else ""


def _innermost(widget: QWidget) -> QWidget:
    inner = optional(widget.focusProxy())
    return _innermost(inner) if inner is not None else widget


def _select(edit: QTextEdit | QPlainTextEdit, start: int, end: int) -> None:
    cursor = edit.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()


def _length(text: str) -> int:
    """Qt counts in UTF-16: a sign such as an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def _in_document(markdown: str, show: Callable[[Linked], str], place: int) -> int:
    """A place in the text as it is read, as a position in the document, where a link is one character."""
    position = 0
    for read, length in _steps(markdown, show):
        if len(read) > place:
            return position + min(_length(read[:place]), length)
        place -= len(read)
        position += length
    return position


def _steps(markdown: str, show: Callable[[Linked], str]) -> Iterator[tuple[str, int]]:
    """What each run reads as and how long it is in the document, with the ends of paragraphs between them."""
    for block in parse(markdown):
        for run in block.runs:
            yield shown_run(run, show), 1 if run.linked is not None else _length(run.text)
        yield "\n", 1
