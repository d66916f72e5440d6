"""The window that shows the manual: the list of pages at the left, the page at the right; it needs no browser."""

import re
from pathlib import Path

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from riec_desktop.paths import data_file
from riec_desktop.ui.fitting import kept_geometry, put_back, resize_within_screen
from riec_desktop.ui.key_dialog import KeyDialog
from riec_desktop.ui.later import Later
from riec_desktop.ui.manual.topics import CONTENTS
from riec_desktop.ui.roomy import RoomyRows
from riec_desktop.ui.theme import characters, unit
from riec_desktop.ui.widgets.ink_text import same_place
from riec_desktop.ui.widgets.link_text import LinkText
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.preferences import prefer, preferences

_MARGINS = 14
"""Characters: what a page has beside its text."""
_QUIET = 100
"""Milliseconds after the last change of width."""
_SMOOTH = Qt.TransformationMode.SmoothTransformation
_LINK = re.compile(r'<a href="([\w-]+)\.html">(.+?)</a>')


def manual_file(topic: str) -> Path:
    """The HTML of a page of the manual."""
    return data_file("resources", "handleiding", f"{topic}.html")


def listed_topics() -> tuple[tuple[str, str], ...]:
    """The pages of the manual with their titles, in the order of its contents."""
    text = manual_file(CONTENTS).read_text(encoding="utf-8")
    return ((CONTENTS, "Inhoud"), *((name, title) for name, title in _LINK.findall(text)))


def _topic_at(page: QUrl) -> str:
    """The page of the manual at an address."""
    return Path(page.toLocalFile()).stem


class Reader(LinkText):
    """A page of the manual, with pictures drawn sharp and as wide as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn_for = 0
        self.later = Later(self, self._draw_again, _QUIET)

    def _room(self) -> int:
        """Pixels of the screen that a picture may take in width."""
        return max(self.viewport().width() - characters(self, _MARGINS), 1)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Called by Qt for the page and for each picture on it."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        picture = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        self._drawn_for, scale = self._room(), self.devicePixelRatioF()
        room = round(self._drawn_for * scale)
        drawn = picture.scaledToWidth(room, _SMOOTH) if picture.width() > room else picture
        drawn.setDevicePixelRatio(scale)
        return drawn

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Called by Qt: the pictures follow the width a moment later, since they change what is laid out now."""
        super().resizeEvent(event)
        if self._drawn_for not in (0, self._room()):
            self.later.ask()

    def changeEvent(self, e: QEvent) -> None:
        """Called when the theme changed: links have the colours of the one that the page was read in."""
        super().changeEvent(e)
        if e.type() is QEvent.Type.PaletteChange:
            self._read_again()

    def _draw_again(self) -> None:
        if self._drawn_for != self._room():
            self._read_again()

    def _read_again(self) -> None:
        with same_place(self):
            self.document().clear()
            self.reload()


class ManualWindow(KeyDialog):
    """One page in sight; `show_topic` turns to another. It stays open beside the window or the dialog it belongs to."""

    def __init__(self, parent: QWidget, env: Environment) -> None:
        super().__init__(parent)
        self._env = env
        self.setWindowTitle("Handleiding")
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.topics = QListWidget()
        self.topics.setAccessibleName("Bladzijden van de handleiding")
        self.reader = Reader()
        self.reader.setAccessibleName("Tekst van de handleiding")
        self.reader.setOpenExternalLinks(False)
        self._build()
        self.topics.currentItemChanged.connect(self._turn)
        self.reader.sourceChanged.connect(self._follow)
        self._restore()

    def _build(self) -> None:
        for name, title in listed_topics():
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.topics.addItem(item)
        self.topics.setItemDelegate(RoomyRows(self.topics))
        self.topics.setWordWrap(True)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.addWidget(self.topics)
        panes.addWidget(self.reader)
        panes.setStretchFactor(1, 1)
        panes.setSizes([characters(self, 52), characters(self, 100)])
        panes.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        space = unit(self)
        column.setContentsMargins(space * 5, space * 4, space * 5, space * 4)
        column.setSpacing(space * 3)
        column.addWidget(panes, 1)
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(unit(self))
        self.back = QPushButton("&Terug")
        self.back.clicked.connect(self.reader.backward)
        self.back.setEnabled(False)
        self.reader.backwardAvailable.connect(self.back.setEnabled)
        browser = QPushButton("In de web&browser openen")
        browser.clicked.connect(lambda: QDesktopServices.openUrl(self.reader.source()))
        close = QPushButton("&Sluiten")
        close.clicked.connect(self.close)
        for button in (self.back, browser, close):
            button.setAutoDefault(False)
        row.addWidget(self.back)
        row.addWidget(browser)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def show_topic(self, topic: str) -> None:
        """Turn to a page and come to the front."""
        self.reader.setSource(QUrl.fromLocalFile(str(manual_file(topic))))
        self.reader.setFocus()
        self.show()
        self.raise_()
        self.activateWindow()

    def topic(self) -> str:
        """The page in sight."""
        return _topic_at(self.reader.source())

    def _turn(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(Qt.ItemDataRole.UserRole) != self.topic():
            self.reader.setSource(QUrl.fromLocalFile(str(manual_file(item.data(Qt.ItemDataRole.UserRole)))))

    def _follow(self, page: QUrl) -> None:
        """The list shows which page is in sight, also after a link was followed. Qt tells it before it turns to it."""
        names = [self.topics.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.topics.count())]
        topic = _topic_at(page)
        with QSignalBlocker(self.topics):
            self.topics.setCurrentRow(names.index(topic) if topic in names else -1)

    def _restore(self) -> None:
        resize_within_screen(self, characters(self, 160), characters(self, 100))
        put_back(self, preferences(self._env).get("manual"))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Called by Qt: the size is kept."""
        self.reader.later.stop()
        prefer(self._env, manual=kept_geometry(self))
        super().closeEvent(event)
