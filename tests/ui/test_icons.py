"""Icons take the colour of the text and are sharp at every scale."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage

from riec_desktop.paths import data_file
from riec_desktop.ui.icons import icon, source
from riec_desktop.ui.theme import palette

pytestmark = pytest.mark.usefixtures("qapp")

NAMES = sorted(path.stem for path in data_file("resources", "icons").glob("*.svg"))
CODE = Path(__file__).parents[2] / "riec_desktop" / "ui"


def drawn(image: QImage) -> set[str]:
    """The colours of the opaque pixels."""
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_in_the_colour_of_the_text(name: str) -> None:
    dark = palette(dark=True)
    image = icon(name, dark).pixmap(QSize(64, 64)).toImage()
    assert drawn(image) == {dark.buttonText().color().name()}


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_an_icon_has_all_the_pixels_of_the_screen(scale: float) -> None:
    made = icon("save").pixmap(QSize(16, 16), scale)
    assert made.size() == QSize(16, 16) * scale
    assert made.devicePixelRatio() == scale


def test_an_icon_that_cannot_be_used_is_fainter() -> None:
    light = palette(dark=False)
    usual, faint = (
        icon("save", light).pixmap(QSize(64, 64), 1.0, mode).toImage()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled)
    )
    assert drawn(usual) != drawn(faint)
    assert QColor(drawn(faint).pop()).lightness() > QColor(drawn(usual).pop()).lightness()


def test_a_name_without_a_file_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        source("bestaat-niet")


def test_every_icon_that_the_window_asks_for_is_there() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py"))
    asked = set(re.findall(r'\bicon\("([a-z-]+)"', text))
    assert asked <= set(NAMES)
    assert asked
