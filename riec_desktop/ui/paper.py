"""The colours of what is laid out as a page: the preview, last year's texts, plots.

The chapter has its own, for light and for dark. In high contrast they are those of the system, as for everything else.
"""

from PySide6.QtGui import QPalette

from riec_desktop.chapter.html import DARK, LIGHT, Palette
from riec_desktop.ui import theme


def paper(palette: QPalette) -> Palette:
    """The colours that go with a palette of the window."""
    if theme.high_contrast():
        return _system_paper(palette)
    return DARK if theme.is_dark(palette) else LIGHT


def _system_paper(palette: QPalette) -> Palette:
    role = QPalette.ColorRole
    text, ground, link = (palette.color(one).name() for one in (role.Text, role.Base, role.Link))
    return Palette(text=text, muted=text, accent=text, link=link, finding=text, border=text, box=ground, head=ground)
