"""A small view of a picture of the dossier, sharp at every scale of the screen."""

from PySide6.QtCore import QBuffer, QByteArray, QEvent, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from riec_desktop.ui.theme import characters, line_height

BROKEN = "Deze afbeelding kan niet worden getoond."


class Thumbnail(QLabel):
    """Shows the bytes of a PNG or JPEG file within a fixed space."""

    def __init__(self) -> None:
        super().__init__()
        self._content = b""
        self._room = QSize(characters(self, 26), line_height(self) * 9)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedSize(self._room + QSize(8, 8))

    def show_content(self, content: bytes, description: str) -> None:
        """Show a picture; `description` is what a screen reader says."""
        self.setAccessibleName(description)
        self.setToolTip(description)
        if content != self._content:
            self._content = content
            self._draw()

    def _draw(self) -> None:
        made = pixmap_of(self._content, self._room * self.devicePixelRatioF())
        made.setDevicePixelRatio(self.devicePixelRatioF())
        if made.isNull():
            self.setText(BROKEN)
        else:
            self.setPixmap(made)

    def event(self, e: QEvent) -> bool:
        """Another screen can have another scale."""
        if e.type() is QEvent.Type.DevicePixelRatioChange and self._content:
            self._draw()
        return super().event(e)


def pixmap_of(content: bytes, room: QSize) -> QPixmap:
    """The picture as large as fits in the room (in device pixels) and no larger than it is; empty when it is damaged.

    A JPEG is decoded at the small size, which takes a few milliseconds.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    reader = QImageReader(buffer)
    if reader.size().width() > room.width() or reader.size().height() > room.height():
        reader.setScaledSize(reader.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
