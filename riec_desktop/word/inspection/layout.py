"""Rules on what stays together: a heading with its text, a caption with its table, the head of a box with the box."""

from collections.abc import Iterator
from itertools import pairwise

from riec_desktop.word.inspection.flow import Paragraph
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.remarks import Hit, error, warning
from riec_desktop.word.inspection.styles import inner, is_on

BOX = "kadertekst"
BOX_HEAD = "kadertekst kop"
_CAPTION = "caption"
_HOW = "Zet in Word bij Alinea, Tekstdoorloop ‘Bij volgende alinea houden’ aan, liefst in de stijl."


def _keeps_next(document: Document, paragraph: Paragraph) -> bool:
    own = inner(paragraph.properties, "keepNext")
    return is_on(own if own is not None else document.styles.found(paragraph.style, "pPr/keepNext"))


def headings(document: Document) -> Iterator[Hit]:
    """A heading is never the last line of a page."""
    for heading in document.body.headings():
        if heading.text.strip() and not heading.spot.table and not _keeps_next(document, heading):
            yield warning(heading.place, f"Deze kop kan alleen onderaan een bladzijde komen. {_HOW}")


def captions(document: Document) -> Iterator[Hit]:
    """A caption above a table stays with the table."""
    for caption, after in pairwise(document.body.paragraphs):
        if _is_caption_above(document, caption, after) and not _keeps_next(document, caption):
            yield warning(caption.place, f"Dit bijschrift kan los raken van zijn tabel. {_HOW}")


def _is_caption_above(document: Document, caption: Paragraph, after: Paragraph) -> bool:
    return document.styles.name(caption.style) == _CAPTION and not caption.spot.table and after.spot.table > 0


def boxes(document: Document) -> Iterator[Hit]:
    """The head of a box stays with its text, and has text."""
    paragraphs = document.body.paragraphs
    for at, head in enumerate(paragraphs):
        if document.styles.name(head.style) != BOX_HEAD:
            continue
        if not _keeps_next(document, head):
            yield warning(head.place, f"De kop van dit kader kan los raken van zijn tekst. {_HOW}")
        if not _is_box_text(document, paragraphs[at + 1] if at + 1 < len(paragraphs) else None):
            yield error(
                head.place,
                "Onder de kop van dit kader staat geen kadertekst. Zet de tekst er direct onder in de stijl "
                "Kadertekst.",
            )


def _is_box_text(document: Document, paragraph: Paragraph | None) -> bool:
    name = document.styles.name(paragraph.style) if paragraph else ""
    return name.startswith(BOX) and name != BOX_HEAD


def floating(document: Document) -> Iterator[Hit]:
    """Microsoft, 'Image or object not inline': text in frames is read at an unexpected moment."""
    for paragraph in document.body.paragraphs:
        if inner(paragraph.properties, "framePr") is not None:
            yield warning(
                paragraph.place,
                "Deze alinea staat in een zwevend tekstkader. Een schermlezer leest die op een onverwacht moment. "
                "Haal het kader weg, zodat de tekst in de regel staat.",
            )
    for spot in document.body.boxes:
        yield warning(
            spot.place(),
            "Hier staat een tekstvak. Een schermlezer leest dat niet, of op een onverwacht moment. Zet de tekst in het "
            "document zelf, in een stijl zoals Kadertekst.",
        )
