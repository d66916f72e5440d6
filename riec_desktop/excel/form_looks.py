"""How the cells of a form look: what is to be filled in stands on yellow, and its column says so in words.

Every pair of colours has a contrast of at least 4.5:1 (WCAG 2.2, success criterion 1.4.3).
"""

from riec_desktop.excel.form_plan import Entry
from riec_desktop.excel.styles import HEADER_COLOURS, LINE_COLOUR, LINK_COLOUR
from riec_desktop.excel.xlsx import Book, Format

INPUT_COLOURS = ("#1F1F1F", "#FFF6D6")
"""Text and background of an open cell."""


class FormLooks:
    """The formats of one workbook, each made once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._made: dict[object, Format] = {}

    def _format(self, **properties: object) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def header(self, *, to_fill_in: bool) -> Format:
        """The name of a column; that of a column to fill in is darker on yellow."""
        ink, paper = (HEADER_COLOURS[1], "#FFE08A") if to_fill_in else HEADER_COLOURS
        return self._format(
            bold=True, font_color=ink, bg_color=paper, text_wrap=True, valign="top", border=1, border_color=LINE_COLOUR
        )

    def fixed(self, *, bold: bool = False, number: str = "", link: bool = False) -> Format:
        """A cell that nobody fills in."""
        shown: dict[str, object] = {"num_format": number, "align": "right", "indent": 1} if number else {}
        if link:
            shown |= {"font_color": LINK_COLOUR, "underline": 1}
        return self._format(bold=bold, text_wrap=True, valign="top", border=1, border_color=LINE_COLOUR, **shown)

    def open(self, entry: Entry) -> Format:
        """A cell to fill in."""
        ink, paper = INPUT_COLOURS
        shown: dict[str, object] = {"text_wrap": True}
        if entry is Entry.DATE:
            shown = {"num_format": "d-m-yyyy", "align": "left"}
        elif entry is Entry.NUMBER:
            shown = {"align": "right", "indent": 1}
        elif entry is Entry.CHOICE:
            shown = {"text_wrap": True, "align": "left", "indent": 1}
        elif entry in (Entry.LINE, Entry.RICH, Entry.NAMES):
            # As text, so that Excel makes no date of '3-4' and no formula of '- eerst'.
            shown = {"text_wrap": True, "num_format": "@"}
        border = {"border": 1, "border_color": "#8A6D00"}
        return self._format(locked=False, valign="top", font_color=ink, bg_color=paper, **border, **shown)

    def warning(self) -> Format:
        """The words 'langer' of a text that has more words than asked."""
        return self._format(font_color="#6B4700", bg_color="#FFF1D2")
