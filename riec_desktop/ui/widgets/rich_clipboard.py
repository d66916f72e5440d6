"""What goes to the clipboard and what comes from it or is dropped, with a sentence about what could not come along."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from riec_desktop.dossier.markdown import parse, write
from riec_desktop.dossier.richtext import Blocks, Linked, plain_text
from riec_desktop.ui.widgets.mime import qt_mime
from riec_desktop.ui.widgets.rich_paste import MIME, MOST, Cleaned, clean_html, first_characters
from riec_desktop.ui.widgets.rich_plain import blocks_of_plain

_PICTURES = frozenset((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".svg", ".heic"))
NO_PICTURE = "Een afbeelding kan niet in de tekst staan. U voegt haar toe bij ‘Afbeeldingen’ van de portefeuille."
NO_FILE = "Een bestand kan niet in de tekst staan. Open het en kopieer de tekst die u nodig hebt."
NOTHING = "Op het klembord staat geen tekst."
AS_LINES = "De tabel is overgenomen als regels tekst, met | tussen de cellen."
CUT = "De tekst was te lang. Alleen het begin is overgenomen, ongeveer 40 bladzijden."


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """The text, and what the person should know about it; '' when nothing got lost."""

    blocks: Blocks = ()
    note: str = ""


def copied(blocks: Blocks, show: Callable[[Linked], str]) -> QMimeData:
    """Text for the clipboard: plain for others, our own spelling for us."""
    made = qt_mime()
    made.setText(plain_text(blocks, show))
    made.setData(MIME, write(blocks).encode())
    return made


def _files(source: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]


def _are_pictures(files: list[Path]) -> bool:
    return bool(files) and all(one.suffix.lower() in _PICTURES for one in files)


def can_paste(source: QMimeData) -> bool:
    """Whether something can be done with it here; files other than pictures are for the window."""
    files = _files(source)
    return _are_pictures(files) or (not files and (source.hasFormat(MIME) or source.hasHtml() or source.hasText()))


def pasted(source: QMimeData) -> Pasted:
    """What it becomes in a text. A file never becomes its path."""
    files = _files(source)
    if files:
        return Pasted(note=NO_PICTURE if _are_pictures(files) else NO_FILE)
    if source.hasFormat(MIME):
        return Pasted(blocks=parse(bytes(source.data(MIME).data()).decode()))
    if source.hasHtml():
        return _told(clean_html(source.html()))
    if source.hasText():
        return _told(_clean_plain(source.text()))
    return Pasted(note=NO_PICTURE if source.hasImage() else NOTHING)


def _clean_plain(text: str) -> Cleaned:
    blocks = blocks_of_plain(text[: 2 * MOST])
    taken = tuple(first_characters(blocks, MOST))
    return Cleaned(blocks=taken, cut=len(taken) < len(blocks) or len(text) > 2 * MOST)


def _told(cleaned: Cleaned) -> Pasted:
    return Pasted(blocks=cleaned.blocks, note=" ".join(_notes(cleaned)))


def _notes(cleaned: Cleaned) -> Iterator[str]:
    if cleaned.cut:
        yield CUT
    if cleaned.tables:
        yield AS_LINES
    if cleaned.pictures:
        yield pictures_text(cleaned.pictures)
    if not cleaned.blocks and not cleaned.pictures:
        yield NOTHING


def pictures_text(count: int) -> str:
    """How many pictures did not come along, and what to do."""
    if count == 1:
        return "Eén afbeelding is niet overgenomen. U voegt haar toe bij ‘Afbeeldingen’ van de portefeuille."
    return f"{count} afbeeldingen zijn niet overgenomen. U voegt ze toe bij ‘Afbeeldingen’ van de portefeuille."
