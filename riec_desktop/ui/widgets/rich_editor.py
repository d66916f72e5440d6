"""The rich-text editor: edits one text of the dossier, from canonical Markdown to canonical Markdown."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.richtext import BlockKind, Linked, word_count
from riec_desktop.ui.text_zoom import NORMAL, TextZoom
from riec_desktop.ui.theme import Tone, colours, show_read_only, small_font, unit
from riec_desktop.ui.widgets.context import FormContext
from riec_desktop.ui.widgets.ink_label import InkLabel
from riec_desktop.ui.widgets.rich_area import RichArea
from riec_desktop.ui.widgets.rich_chip_menu import chip_items
from riec_desktop.ui.widgets.rich_link import LinkBar
from riec_desktop.ui.widgets.rich_menu import RichMenu
from riec_desktop.ui.widgets.rich_spelling import SpellingMarks
from riec_desktop.ui.widgets.rich_toolbar import TOOLS, RichToolbar
from riec_desktop.ui.widgets.word_marks import unknown_text

PAUSE = 400
"""Milliseconds without a key after which what was typed is sent on."""

LINES = (3, 26)
"""The least and greatest height of the writing area, in lines."""


def count_text(words: int, budget: int | None) -> str:
    """'86 / 120 woorden'; says how many are too many."""
    if not budget:
        return "1 woord" if words == 1 else f"{words} woorden"
    over = f" – {words - budget} te veel" if words > budget else ""
    return f"{words} / {budget} woorden{over}"


class RichTextEditor(QWidget):
    """Edits rich text. `edited` gives the canonical text when the person pauses or leaves; `set_text` emits nothing."""

    edited = Signal(str)
    focused = Signal()

    def __init__(
        self,
        context: FormContext | None = None,
        *,
        budget: int | None = None,
        lines: tuple[int, int] = LINES,
        parent: QWidget | None = None,
    ) -> None:
        """`budget` is the number of words asked for; `lines` the least and greatest height."""
        super().__init__(parent)
        self._context = context or FormContext()
        self._budget = budget
        self._known = ""
        self._description = ""
        self._filling = False
        self._noted: str | None = None
        self.area = RichArea(self._context.show_number, lines, self, has_changed=self._context.has_changed)
        self.toolbar = RichToolbar(self.press, self)
        self.link_bar = LinkBar(self)
        self.count = InkLabel(parent=self)
        self.note = InkLabel(parent=self)
        self.zoom = self._context.zoom or TextZoom(parent=self)
        self.marks = SpellingMarks(self.area, self._context.spelling) if self._context.spelling else None
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()
        self._show_count()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, unit(self))
        column.setSpacing(0)
        self.count.setFont(small_font(self.font()))
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.count.setContentsMargins(unit(self) * 2, 0, unit(self) * 2, 0)
        self.note.setFont(small_font(self.font()))
        self.note.setWordWrap(True)
        self.note.hide()
        self.note.setContentsMargins(unit(self) * 2, 0, unit(self) * 2, 0)
        for widget in (self.toolbar, self.link_bar, self.area, self.note, self.count):
            column.addWidget(widget)
        self.setFocusProxy(self.area)

    def _keys(self) -> Mapping[str, Callable[[], None]]:
        """Keys beside those of the buttons."""
        return {
            "Ctrl++": self.zoom.larger,
            "Ctrl+=": self.zoom.larger,
            "Ctrl+-": self.zoom.smaller,
            "Ctrl+0": self.zoom.reset,
        }

    def _connect(self) -> None:
        for tool in TOOLS:
            self.area.set_shortcut(tool.keys, lambda tool_id=tool.id: self.press(tool_id))
        for keys, action in self._keys().items():
            self.area.set_shortcut(keys, action)
        self._timer.timeout.connect(self._send)
        self.area.textChanged.connect(self._typed)
        self.area.left.connect(self.flush)
        self.area.left.connect(self.update)
        self.area.entered.connect(self.update)
        self.area.entered.connect(self.focused)
        self.area.cursorPositionChanged.connect(self._show_state)
        self.area.currentCharFormatChanged.connect(self._show_state)
        self.area.noted.connect(self.say)
        self.area.hash_typed.connect(self._hash_typed)
        self.area.zoomed.connect(self.zoom.step)
        self.area.menu_wanted.connect(self._open_menu)
        self.zoom.changed.connect(self._rescale)
        if self.zoom.percent() != NORMAL:
            self._rescale()
        if self.marks is not None:
            self.marks.spelling.failed.connect(self._tell_trouble)
            self.area.entered.connect(self._tell_trouble)
        self.link_bar.chosen.connect(self._link_chosen)
        self.link_bar.left.connect(self._close_link)

    # The text

    def set_text(self, markdown: str) -> None:
        """Show a text. The same text leaves cursor and typing alone; what is typed but not yet sent on stays."""
        if markdown == self._known or self.has_pending():
            return
        self._known = markdown
        if markdown != self.text():
            self._fill(markdown)

    def _fill(self, markdown: str) -> None:
        self._filling = True
        self.area.show_blocks(parse(markdown))
        self._filling = False
        self._show_count()

    def text(self) -> str:
        """The text in its canonical spelling, with what is not yet sent on."""
        return write(self.area.blocks())

    def has_pending(self) -> bool:
        """Whether something was typed that is not yet sent on."""
        return self._timer.isActive()

    def unsent(self) -> str | None:
        """The text with what was typed and is not yet sent on; None when there is no such thing."""
        return self.text() if self.has_pending() else None

    def flush(self) -> None:
        """Send on what was typed, now."""
        if self._timer.isActive():
            self._timer.stop()
            self._send()

    def _send(self) -> None:
        """A single-shot timer that has run is no longer active, so the pause comes here and not to `flush`."""
        text = self.text()
        if text != self._known:
            self._known = text
            self.edited.emit(text)

    def _typed(self) -> None:
        if not self._filling:
            self._timer.start()
            self._show_count()
            self._context.typing(self)
            if self._noted is not None and self._noted != self.area.toPlainText():
                self.say("")

    def refresh_numbers(self) -> None:
        """Show linked numbers anew, because figures may have changed."""
        self.area.repaint_chips()

    # What a person sees

    def set_label(self, name: str, description: str = "") -> None:
        """What a screen reader says for the writing area."""
        self.area.setAccessibleName(name)
        self._description = description
        self._describe()

    def _describe(self) -> None:
        """A chip is one character without words, so a screen reader gets those of the chip at the cursor."""
        chip = self.area.chip_at_cursor()
        wrong = self.marks.here() if self.marks else None
        unknown = unknown_text(wrong.word) if wrong else ""
        parts = (self._description, f"Bij de cursor staat: {chip}." if chip else "", unknown)
        text = " ".join(one for one in parts if one)
        if text == self.area.accessibleDescription():
            return
        self.area.setAccessibleDescription(text)
        if chip and self.area.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.area, chip))

    def set_placeholder(self, text: str) -> None:
        """What stands in an empty text."""
        self.area.setPlaceholderText(text)

    def set_budget(self, budget: int | None) -> None:
        """How many words are asked for."""
        if budget != self._budget:
            self._budget = budget
            self._show_count()

    def set_read_only(self, on: bool) -> None:
        """A text that can be read and copied, not changed."""
        self.area.setReadOnly(on)
        show_read_only(self.area, on=on)
        self.update()
        self.toolbar.setVisible(not on)

    def _show_count(self) -> None:
        words = word_count(self.area.blocks())
        over = bool(self._budget and words > self._budget)
        self.count.setText(f"⚠ {count_text(words, self._budget)}" if over else count_text(words, self._budget))
        self.count.set_tone(Tone.WARNING if over else None)

    def _show_state(self) -> None:
        kind, _ = self.area.place()
        self.toolbar.check("bold", self.area.is_bold())
        self.toolbar.check("italic", self.area.is_italic())
        self.toolbar.check("bullets", kind is BlockKind.BULLET)
        self.toolbar.check("numbers", kind is BlockKind.NUMBER)
        self.toolbar.check("link", bool(self.area.link()))
        self._describe()

    def say(self, sentence: str) -> None:
        """A quiet sentence under the text, until something else is typed; '' takes it away."""
        self._noted = self.area.toPlainText() if sentence else None
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))
        if sentence and self.area.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.area, sentence))

    # Spelling, menu and size

    def _tell_trouble(self) -> None:
        """One editor says that spelling is not checked: the one that the person is in, or comes to first."""
        if self.marks is not None and self.area.hasFocus() and (sentence := self.marks.spelling.untold()):
            self.say(sentence)

    def _open_menu(self, place: QPoint) -> None:
        menu = RichMenu(self.area, self.marks, self.zoom, chip_items(self.area, self._context))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _rescale(self) -> None:
        self._filling = True
        self.area.set_zoom(self.zoom.percent())
        self._filling = False

    def _hash_typed(self) -> None:
        """A figure in place of the '#', or the '#' itself when none is chosen."""
        chosen = self._context.pick_number()
        if chosen is None:
            self.area.textCursor().insertText("#")
        self._insert(chosen)

    # Buttons and shortcuts

    def press(self, tool_id: str) -> None:
        """Do what a button or its shortcut does."""
        actions = {
            "bold": self.area.toggle_bold,
            "italic": self.area.toggle_italic,
            "bullets": lambda: self.area.toggle_list(BlockKind.BULLET),
            "numbers": lambda: self.area.toggle_list(BlockKind.NUMBER),
            "link": lambda: self.link_bar.open(self.area.link()),
            "figure": lambda: self._insert(self._context.pick_number()),
            "reference": lambda: self._insert(self._context.pick_reference()),
        }
        if not self.area.isReadOnly():
            actions[tool_id]()
        self._show_state()

    def _insert(self, linked: Linked | None) -> None:
        if linked is not None:
            self.area.insert_number(linked)
        self.area.setFocus()

    def _link_chosen(self, address: str) -> None:
        self.area.set_link(address)
        self._close_link()

    def _close_link(self) -> None:
        self.link_bar.hide()
        self.area.setFocus()
        self._show_state()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """An input with round corners; its outline tells where the focus is."""
        painter = QPainter(self)
        paint_input_frame(painter, self, focused=self.area.hasFocus(), read_only=self.area.isReadOnly())


def paint_input_frame(painter: QPainter, widget: QWidget, *, focused: bool, read_only: bool) -> None:
    """The ground and outline of an input that is made of several widgets."""
    found = colours(widget.palette())
    width = 2.0 if focused else 1.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = found.border if read_only else found.input_border
    painter.setPen(QPen(found.focus if focused else outline, width))
    painter.setBrush(widget.palette().color(QPalette.ColorRole.Window if read_only else QPalette.ColorRole.Base))
    rect = QRectF(QPointF(0, 0), widget.size().toSizeF()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
    painter.drawRoundedRect(rect, unit(widget), unit(widget))
