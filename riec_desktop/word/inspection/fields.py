"""Rules on fields: every one whole, with its result, and nothing that asks the reader to update."""

import re
from collections.abc import Iterator

from riec_desktop.word.inspection.flow import Field, Flow
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.remarks import Hit, error
from riec_desktop.word.inspection.styles import inner, is_on

_SHOWN = {
    *(
        "REF",
        "PAGEREF",
        "NOTEREF",
        "STYLEREF",
        "SEQ",
        "TOC",
        "PAGE",
        "NUMPAGES",
        "SECTIONPAGES",
        "SECTION",
        "HYPERLINK",
    ),
    *("DATE", "CREATEDATE", "SAVEDATE", "PRINTDATE", "TIME", "TITLE", "SUBJECT", "AUTHOR", "FILENAME", "DOCPROPERTY"),
}
"""Fields that show something (17.16.5)."""

_ERROR = re.compile(
    r"\b(Error!|Fout!|Error: Reference source not found|Fout: bron van verwijzing niet gevonden"
    r"|Bron van verwijzing niet gevonden)",
    re.IGNORECASE,
)
_REACHING = {"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "INCLUDE", "LINK", "DATABASE", "IMPORT", "RD"}


def _fields(document: Document) -> Iterator[tuple[Flow, Field]]:
    return ((flow, field) for flow in document.flows for field in flow.fields)


def complete(document: Document) -> Iterator[Hit]:
    """ISO/IEC 29500-1, 17.16.18: a field has a beginning, an instruction and an end."""
    for _, field in _fields(document):
        if not field.complete or not field.code:
            yield error(
                field.spot.place(),
                "Hier staat een veld zonder einde of zonder opdracht. Word kan het niet bijwerken. Verwijder het veld "
                "en voeg het opnieuw in.",
            )


def results(document: Document) -> Iterator[Hit]:
    """A field shows its result at once, without being updated."""
    for flow, field in _fields(document):
        if field.complete and field.code in _SHOWN and not flow.result(field).strip():
            yield error(
                field.spot.place(),
                f"Het veld {field.code} toont niets. Klik in Word op het veld en druk op F9.",
            )


def errors(document: Document) -> Iterator[Hit]:
    """No field shows the error of Word or LibreOffice for something that is gone."""
    for flow in document.flows:
        for paragraph in flow.paragraphs:
            if _ERROR.search(paragraph.text):
                yield error(
                    paragraph.place,
                    "Hier staat een foutmelding van Word in plaats van een verwijzing. Wat werd bedoeld, is "
                    "verwijderd. Maak de verwijzing opnieuw.",
                )


def updates(document: Document) -> Iterator[Hit]:
    """Nothing makes Word ask whether fields may be updated."""
    if is_on(inner(document.settings, "updateFields")):
        yield error(
            "in de instellingen van het bestand",
            "Word vraagt bij het openen of velden mogen worden bijgewerkt. Dat schrikt lezers af. Werk de velden bij "
            "(Ctrl+A, F9) en sla het document op.",
        )
    for _, field in _fields(document):
        if field.dirty:
            yield error(
                field.spot.place(),
                f"Het veld {field.code} is gemarkeerd als verouderd. Werk het in Word bij met F9.",
            )


def reaching(document: Document) -> Iterator[Hit]:
    """No field fetches something from another file or program."""
    for _, field in _fields(document):
        if field.code in _REACHING:
            yield error(
                field.spot.place(),
                f"Het veld {field.code} haalt iets uit een ander bestand of programma. Bij een lezer werkt dat niet en "
                "het is onveilig. Vervang het door de tekst of afbeelding zelf.",
            )
