"""Make the pictures of Windows (`packaging/windows`) from their SVG: `.venv/bin/python packaging/make_icons.py`.

An ICO holds the picture in the sizes that Explorer, the taskbar and the title bar ask for, each drawn from the SVG at
that size rather than scaled down: https://learn.microsoft.com/windows/apps/design/style/iconography/app-icon-construction.
The setup shows a picture beside its first and last page: https://nsis.sourceforge.io/Docs/Modern%20UI%202/Readme.html.
"""

import io
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "packaging" / "windows"
SOURCES = {"program.ico": ROOT / "resources" / "program.svg", "dossier.ico": FOLDER / "dossier.svg"}
SIDE, SIDE_SIZE, SIDE_COLOUR = "side.bmp", (164, 314), "#dce6f0"
SIDE_ICON, SIDE_AT = 100, (32, 40)
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def main() -> int:
    """Write each ICO, and the picture of the setup."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name, source in SOURCES.items():
        target = FOLDER / name
        target.write_bytes(icon_of(source.read_bytes()))
        print(f"{target.name}: {target.stat().st_size} bytes")
    (FOLDER / SIDE).write_bytes(side_of(SOURCES["program.ico"].read_bytes()))
    return 0


def icon_of(svg: bytes) -> bytes:
    """The bytes of an ICO file with this drawing in every size."""
    from PIL import Image

    drawn = [Image.open(io.BytesIO(png_of(svg, size))) for size in SIZES]
    made = io.BytesIO()
    drawn[-1].save(made, format="ICO", sizes=[(size, size) for size in SIZES], append_images=drawn[:-1])
    return made.getvalue()


def side_of(svg: bytes) -> bytes:
    """The bytes of a BMP with this drawing high on a quiet ground, in 256 colours."""
    from PIL import Image

    icon = Image.open(io.BytesIO(png_of(svg, SIDE_ICON)))
    picture = Image.new("RGB", SIDE_SIZE, SIDE_COLOUR)
    picture.paste(icon, SIDE_AT, icon)
    made = io.BytesIO()
    picture.quantize(256).save(made, format="BMP")
    return made.getvalue()


def png_of(svg: bytes, size: int) -> bytes:
    """The drawing as a PNG of this many pixels square, on nothing."""
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())


if __name__ == "__main__":
    sys.exit(main())
