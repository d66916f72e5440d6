"""Draws the picture in the example dossier, 'van signaal naar interventie', and puts it into `resources/example`.

Run in the project's environment: `.venv/bin/python packaging/make_example_picture.py`. The drawing is our own, so it
can be shared; it is a PNG without anything beside the image.
"""

import base64
import json
import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QImageWriter, QPainter, QPen, QPolygonF

EXAMPLE = Path(__file__).parent.parent / "resources" / "example" / "2023.json"
RECORD_ID = "afbeelding-2023-signaal"
STEPS = ("Signaal", "Controle door\nhet RIEC", "Bespreking met\npartners", "Interventie", "Bericht aan\nde melder")
WIDTH, HEIGHT, MARGIN, GAP = 1400, 200, 20, 60
BLUE, TINT, INK = QColor("#154273"), QColor("#eef3f9"), QColor("#1b1b1b")


def drawing() -> QImage:
    """Five boxes in a row, joined by arrows; the fourth stands out."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    font = QFont("Carlito")
    font.setPixelSize(32)
    painter.setFont(font)
    wide = (WIDTH - 2 * MARGIN - (len(STEPS) - 1) * GAP) / len(STEPS)
    for at, step in enumerate(STEPS):
        box = QRectF(MARGIN + at * (wide + GAP), MARGIN, wide, HEIGHT - 2 * MARGIN)
        draw_step(painter, box, step, strong=step == "Interventie")
        if at + 1 < len(STEPS):
            draw_arrow(painter, QPointF(box.right() + 8, box.center().y()), GAP - 16)
    painter.end()
    return image


def draw_step(painter: QPainter, box: QRectF, text: str, *, strong: bool) -> None:
    """One box with its words."""
    painter.setPen(QPen(BLUE, 3))
    painter.setBrush(BLUE if strong else TINT)
    painter.drawRoundedRect(box, 14, 14)
    painter.setPen(QColor("white") if strong else INK)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def draw_arrow(painter: QPainter, start: QPointF, length: float) -> None:
    """An arrow to the right."""
    end = QPointF(start.x() + length, start.y())
    painter.setPen(QPen(BLUE, 4))
    painter.drawLine(start, QPointF(end.x() - 14, end.y()))
    painter.setBrush(BLUE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(QPolygonF([end, QPointF(end.x() - 18, end.y() - 11), QPointF(end.x() - 18, end.y() + 11)]))


def png(image: QImage) -> bytes:
    """The image as a PNG file, as small as Qt makes it."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setQuality(0)
    writer.write(image)
    return bytes(data.data())


def main() -> None:
    """Put the drawing into the record of the example."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    content = png(drawing())
    example = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    (record,) = (one for one in example["records"]["Picture"] if one["id"] == RECORD_ID)
    record.update(content=base64.b64encode(content).decode("ascii"), width=WIDTH, height=HEIGHT)
    EXAMPLE.write_text(json.dumps(example, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
    app.quit()


if __name__ == "__main__":
    main()
