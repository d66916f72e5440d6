"""Rules on headings and lists: real ones, in order, with numbers that Word counts."""

import re
from collections.abc import Iterator
from itertools import pairwise

from riec_desktop.word.inspection.flow import Paragraph, quoted
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.remarks import Hit, error, tip, warning
from riec_desktop.word.inspection.styles import inner, is_on

_FEW_PARAGRAPHS = 5
_MANY_HEADINGS = 10
_LONGEST_HEADING = 100
_SENTENCE_ENDS = (".", ":", ";", ",", "!", "?")
_TYPED_NUMBER = re.compile(r"(\d{1,2}(\.\d{1,3})+\.?|\d{1,2}[.)]|[A-Z][.)])\s+\S")
_TYPED_ITEM = re.compile(r"([-–—•·*▪◦‣●○■]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+\S")
_FREE_STYLES = re.compile("toc .*|caption|title|subtitle|header|footer")


def present(document: Document) -> Iterator[Hit]:
    """A text of some length has headings."""
    long = len(document.body.paragraphs) > _FEW_PARAGRAPHS
    if long and not any(document.body.headings()):
        yield error(
            "in het hele document",
            "Er zijn geen koppen. Wie niet ziet, kan dan niet door het document springen. Geef koppen in Word de stijl "
            "Kop 1, Kop 2, en zo verder.",
        )


def first(document: Document) -> Iterator[Hit]:
    """The outline begins at level 1."""
    heading = next((one for one in document.body.headings() if one.text.strip()), None)
    if heading is not None and heading.level > 1:
        yield warning(
            heading.place,
            f"De eerste kop heeft niveau {heading.level}. Een document begint met een kop van niveau 1. Zet er een kop "
            "met de titel boven, tenzij deze tekst in een ander document komt.",
        )


def order(document: Document) -> Iterator[Hit]:
    """WCAG 2.1, 1.3.1: no level is skipped on the way down."""
    headings = [one for one in document.body.headings() if one.text.strip()]
    for above, here in pairwise(headings):
        if here.level > above.level + 1:
            yield error(
                here.place,
                f"Na een kop van niveau {above.level} komt hier een kop van niveau {here.level}. Sla geen niveau over: "
                "een schermlezer laat anders denken dat er iets ontbreekt.",
            )


def empty(document: Document) -> Iterator[Hit]:
    """A heading has text."""
    for heading in document.body.headings():
        if not heading.text.strip() and not heading.drawn:
            yield error(
                heading.place,
                "Hier staat een lege kop. Die komt ook in de inhoudsopgave. Verwijder de lege regel of kies voor die "
                "regel de stijl Standaard.",
            )


def fake(document: Document) -> Iterator[Hit]:
    """WCAG 2.1, 1.3.1: what looks like a heading is one."""
    for paragraph in document.body.paragraphs:
        if _looks_like_heading(document, paragraph):
            yield warning(
                paragraph.place,
                "Deze vette regel lijkt een kop, maar is gewone tekst. Een schermlezer herkent hem niet als kop. Kies "
                "in Word een kopstijl, of maak de tekst niet vet.",
            )


def _looks_like_heading(document: Document, paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    plain = not paragraph.level and not paragraph.listed and paragraph.frame is None
    short = 0 < len(text) <= _LONGEST_HEADING and not text.endswith(_SENTENCE_ENDS)
    return plain and short and not _FREE_STYLES.fullmatch(document.styles.name(paragraph.style)) and _is_bold(paragraph)


def _is_bold(paragraph: Paragraph) -> bool:
    """Whether all words are bold by themselves, not by the style of the paragraph."""
    return all(is_on(inner(run.properties, "b")) for run in paragraph.runs if run.text.strip())


def typed_numbers(document: Document) -> Iterator[Hit]:
    """Numbers of headings are counted by Word."""
    for heading in document.body.headings():
        if _TYPED_NUMBER.match(heading.text.strip()):
            yield error(
                heading.place,
                "Het nummer van deze kop is getypt. Het telt niet mee als er een kop bij komt. Verwijder het nummer en "
                "gebruik in Word de nummering van de kopstijl.",
            )


def typed_items(document: Document) -> Iterator[Hit]:
    """WCAG 2.1, 1.3.1: items of a list are marked as such."""
    for paragraph in document.body.paragraphs:
        free = not paragraph.level and not paragraph.listed and paragraph.frame is None
        if (
            free
            and _TYPED_ITEM.match(paragraph.text.strip())
            and not _FREE_STYLES.fullmatch(_name(document, paragraph))
        ):
            yield warning(
                paragraph.place,
                "Dit lijkt een punt van een opsomming met een getypt teken of nummer. Een schermlezer leest het niet "
                "als lijst. Gebruik in Word de knop Opsommingstekens of Nummering.",
            )


def _name(document: Document, paragraph: Paragraph) -> str:
    return document.styles.name(paragraph.style)


def contents(document: Document) -> Iterator[Hit]:
    """WCAG 2.1, 2.4.5: a long document has a contents."""
    count = sum(1 for _ in document.body.headings())
    if count > _MANY_HEADINGS and not any(field.code == "TOC" for field in document.body.fields):
        yield tip(
            "in het hele document",
            f"Dit document heeft {count} koppen en geen inhoudsopgave. Met een inhoudsopgave vindt een lezer sneller "
            "de weg (in Word: Verwijzingen, Inhoudsopgave).",
        )


def known_styles(document: Document) -> Iterator[Hit]:
    """Every paragraph has a style that is in the file."""
    for paragraph in document.paragraphs():
        if paragraph.style and paragraph.style not in document.styles.elements:
            yield warning(
                paragraph.place,
                f"De stijl ‘{paragraph.style}’ van deze alinea staat niet in het bestand. Word toont de tekst dan als "
                "gewone tekst. Kies een stijl die er wel is.",
            )


def listed_headings(document: Document) -> Iterator[Hit]:
    """Two headings of one level do not carry the same number."""
    seen: dict[str, str] = {}
    for heading in document.body.headings():
        number = heading.number.rstrip(".")
        if number and number in seen:
            yield warning(
                heading.place,
                f"Het nummer {number} staat ook al bij de kop {seen[number]}. Laat in Word de nummering doorlopen.",
            )
        seen.setdefault(number, quoted(heading.text))
