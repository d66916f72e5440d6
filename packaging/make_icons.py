"""Make the Windows icons (`packaging/windows/*.ico`) from their SVG: `.venv/bin/python packaging/make_icons.py`.

An ICO holds the picture in the sizes that Explorer, the taskbar and the title bar ask for, each drawn from the SVG at
that size rather than scaled down: https://learn.microsoft.com/windows/apps/design/style/iconography/app-icon-construction.
"""

import io
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "packaging" / "windows"
SOURCES = {"program.ico": ROOT / "resources" / "program.svg", "dossier.ico": FOLDER / "dossier.svg"}
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def main() -> int:
    """Write each ICO."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name, source in SOURCES.items():
        target = FOLDER / name
        target.write_bytes(icon_of(source.read_bytes()))
        print(f"{target.name}: {target.stat().st_size} bytes")
    return 0


def icon_of(svg: bytes) -> bytes:
    """The bytes of an ICO file with this drawing in every size."""
    from PIL import Image

    drawn = [Image.open(io.BytesIO(png_of(svg, size))) for size in SIZES]
    made = io.BytesIO()
    drawn[-1].save(made, format="ICO", sizes=[(size, size) for size in SIZES], append_images=drawn[:-1])
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
