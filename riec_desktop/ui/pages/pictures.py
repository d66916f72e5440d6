"""The pictures of one portfolio: from a file, dropped or pasted; read in the background and shown as cards."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from shiboken6 import Shiboken

from riec_desktop.dossier.records import Picture, PortfolioReport
from riec_desktop.messages import sentence
from riec_desktop.ui.icons import icon
from riec_desktop.ui.labels import label
from riec_desktop.ui.pages.cards import CardsPart, Deck, RecordCard
from riec_desktop.ui.pages.page import PageContext, Spot
from riec_desktop.ui.theme import unit
from riec_desktop.ui.typed import optional
from riec_desktop.ui.widgets.drop_zone import DropZone
from riec_desktop.ui.widgets.thumbnail import Thumbnail
from riec_desktop.workspace.pictures import Brought, Sources, add_pictures, read_pictures, replace_picture

FILTER = "Afbeelding (*.png *.jpg *.jpeg *.gif *.bmp *.tif *.tiff *.webp);;Alle bestanden (*)"
EXPLANATION = (
    "Een foto, schema of schermafbeelding bij deze portefeuille, met een onderschrift. Plaats en camera van een foto "
    "worden niet bewaard."
)
DROP, HELD = "Sleep een afbeelding hierheen, of plak er een met Ctrl+V.", "Laat los om de afbeelding toe te voegen."
READING = "De afbeelding wordt gelezen…"
NOTHING_TO_PASTE = "Op het klembord staat geen afbeelding. Kopieer er eerst een, bijvoorbeeld met Windows+Shift+S."
UNTOLD = "nog zonder beschrijving"

Report = Callable[[], PortfolioReport | None]


def sources_of(mime: QMimeData) -> Sources:
    """The pictures that something dropped or copied holds: its files, else its image as the bytes of a PNG file."""
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files or not mime.hasImage():
        return files
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(QImage(mime.imageData()))
    return [bytes(buffer.data().data())]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bringing:
    """Where pictures that were read go: into the dossier, whatever page is shown by then.

    `told` gets what there is to say of them, `waiting` whether the person did nothing else meanwhile. With a
    `picture_id` the first takes the place of that one's content.
    """

    context: PageContext
    report_id: str
    picture_id: str
    told: Callable[[Sequence[str]], None]
    waiting: Callable[[], bool]

    def take(self, brought: Brought) -> None:
        """Put them into the dossier as one step, and say what was refused."""
        if brought.pictures:
            self._keep(brought)
        self.told([note for one in brought.pictures for note in one.notes])
        if brought.refused:
            text = "\n\n".join(sentence(one) for one in brought.refused)
            self.context.dialogs.tell(QApplication.activeWindow(), "Afbeelding toevoegen lukt niet", text)

    def _keep(self, brought: Brought) -> None:
        editing = self.context.editing
        if self.picture_id:
            self._replace(brought)
            return
        changes = add_pictures(editing.dossier, self.report_id, brought.pictures, self.context.new_id)
        editing.do("afbeelding toevoegen", changes)
        added = editing.dossier.where(Picture, "report_id", self.report_id)
        if added and self.waiting():
            self.context.jump(Spot(Picture.__name__, added[-1].id, "title"))

    def _replace(self, brought: Brought) -> None:
        picture = self.context.editing.dossier.get(Picture, self.picture_id)
        if picture is not None:
            self.context.editing.do("afbeelding vervangen", replace_picture(picture, brought.pictures[0]))


class PictureCard(RecordCard):
    """One picture beside its words. `replacement_wanted` carries its id."""

    replacement_wanted = Signal(str)

    def __init__(self, context: PageContext, deck: Deck, record_id: str) -> None:
        super().__init__(context, deck, record_id)
        self.thumbnail = Thumbnail()
        self._size = label("", muted=True)
        self.replace_button = QPushButton(icon("open"), "Vervangen…")
        self.replace_button.setToolTip("Een andere afbeelding kiezen; onderschrift en beschrijving blijven")
        self.replace_button.clicked.connect(lambda: self.replacement_wanted.emit(record_id))
        self._lay_out()
        for line in (*self.form.form.findChildren(QLineEdit), *self.form.form.findChildren(QPlainTextEdit)):
            # A file that is dropped on a text is meant for the card, not as the text of its name.
            line.setAcceptDrops(False)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(unit(self) * 2)
        for widget in (self.thumbnail, self._size, self.replace_button):
            side.addWidget(widget)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(unit(self) * 4)
        row.addLayout(side)
        row.addWidget(self.form, 1)
        self.add(row)

    def lock(self, *, locked: bool) -> None:
        """Read, and not change."""
        super().lock(locked=locked)
        self.replace_button.setEnabled(not locked)

    def refresh(self) -> None:
        """Show it."""
        super().refresh()
        record = self.record()
        if isinstance(record, Picture):
            self.thumbnail.show_content(record.content, f"Afbeelding: {record.alt or UNTOLD}")
            self._size.setText(f"{record.width} × {record.height} beeldpunten")


class PicturesPart(CardsPart):
    """The pictures of a portfolio, with three ways to bring another."""

    def __init__(self, context: PageContext, report: Report) -> None:
        self._report = report
        super().__init__(context, self._deck(context), title="Afbeeldingen", explanation=EXPLANATION)
        self.zone = DropZone(DROP, HELD)
        self.notes = label("", muted=True)
        self.notes.hide()
        self.column.addWidget(self.notes)
        self.column.addWidget(self.zone)
        self.setAcceptDrops(True)
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.paste)

    def _deck(self, context: PageContext) -> Deck:
        def records() -> Sequence[Picture]:
            report = self._report()
            return context.editing.dossier.where(Picture, "report_id", report.id) if report else ()

        def new() -> Picture | None:
            report = self._report()
            return Picture(id="", report_id=report.id) if report else None

        return Deck(
            kind=Picture,
            fields=("title", "alt", "source"),
            records=records,
            new=new,
            one="afbeelding",
            nothing="Nog geen afbeeldingen.",
            add="Afbeelding toevoegen…",
        )

    def _head(self, title: str) -> QHBoxLayout:
        row = super()._head(title)
        self.paste_button = QPushButton(icon("paste"), "Plakken")
        self.paste_button.setToolTip("De afbeelding van het klembord toevoegen (Ctrl+V)")
        self.paste_button.clicked.connect(self.paste)
        row.addWidget(self.paste_button)
        return row

    def _card(self, record_id: str) -> RecordCard:
        card = PictureCard(self._context, self.deck, record_id)
        card.replacement_wanted.connect(self._pick)
        return card

    # --- bringing ----------------------------------------------------------------------------------------------------

    def _add(self) -> None:
        self._pick("")

    def _pick(self, picture_id: str) -> None:
        path = self._context.dialogs.pick_open(self, "Afbeelding kiezen", FILTER)
        if path is not None:
            self.bring([path], picture_id)

    def paste(self) -> None:
        """Add what is on the clipboard."""
        copied = optional(QGuiApplication.clipboard().mimeData())
        sources = sources_of(copied) if copied else ()
        if sources:
            self.bring(sources)
        else:
            self._tell([NOTHING_TO_PASTE])

    def bring(self, sources: Sources, picture_id: str = "") -> None:
        """Read pictures in the background and add them, or put one in the place of another."""
        report = self._report()
        if report is None or self._locked:
            return
        self._tell([READING])
        bringing = Bringing(
            context=self._context,
            report_id=report.id,
            picture_id=picture_id,
            told=self._tell,
            waiting=partial(self._is_waiting, QApplication.focusWidget()),
        )
        self._context.background.run(partial(read_pictures, sources), bringing.take)

    def _tell(self, sentences: Sequence[str]) -> None:
        """Say something below the cards; by then the page may be gone."""
        if Shiboken.isValid(self):
            self.notes.setText("\n".join(sentences))
            self.notes.setVisible(bool(sentences))

    def _is_waiting(self, focus: QWidget | None) -> bool:
        """A person who went to another page or went on writing is left where they are."""
        return Shiboken.isValid(self) and self.isVisible() and QApplication.focusWidget() is focus

    def lock(self, *, locked: bool) -> None:
        """Every card; and none can be added."""
        super().lock(locked=locked)
        self.paste_button.setEnabled(self.add_button.isEnabled())
        self.zone.setVisible(not locked)

    # --- dropping ----------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Called when something is held above the part."""
        if not self._locked and (event.mimeData().hasUrls() or event.mimeData().hasImage()):
            event.acceptProposedAction()
            self.zone.set_held(held=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Called when it is held somewhere else."""
        self.zone.set_held(held=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Called when it is dropped. It is copied: the file stays where it is."""
        self.zone.set_held(held=False)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.bring(sources_of(event.mimeData()))
