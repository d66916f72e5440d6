"""Rules for a document that is finished: nobody and nothing that was only part of the work stays in it.

DOMAIN.md, rules 9 and 15.
"""

import re
from collections.abc import Iterator, Mapping

from riec_desktop.word.etree import W
from riec_desktop.word.inspection.contrast import Looks
from riec_desktop.word.inspection.flow import quoted
from riec_desktop.word.inspection.links import WEB
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.properties import PLACE
from riec_desktop.word.inspection.remarks import Hit, error, tip, warning
from riec_desktop.word.inspection.styles import inner, is_on

_ORGANISATION = re.compile(r"\b(T?RIEC|LIEC)\b")
_PERSON_PROPERTIES = {"creator": "auteur", "lastModifiedBy": "laatst opgeslagen door"}
_COMMENT_KINDS = {"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"}
_CHANGES = tuple(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange"),
        *("trPrChange", "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge"),
    )
)
_LOCAL_PATH = re.compile(
    rb"file:/|\b[A-Za-z]:\\{1,2}[\w.~-]|\b[A-Za-z]:%5[Cc]|\\\\[\w.-]+\\[\w$]|/(?:home|Users)/[\w.-]+/", re.ASCII
)
_PROMPT = re.compile(
    r"\bX{3,}\b|\bTODO\b|\bTBD\b|\[(?:invullen|vul [^\]]{0,60}|nog [^\]]{0,60}|naam|datum|\.{3}|…)\]"
    r"|Klik of tik om tekst in te voeren|Klik hier om tekst in te voeren",
    re.IGNORECASE,
)
_EDITING = re.compile(rb"<w:rsid|\sw:rsid[A-Za-z]{0,8}=")
_INFO = "Haal in Word met Bestand, Info, Controleren op problemen de persoonlijke gegevens weg."


def persons(document: Document) -> Iterator[Hit]:
    """No names of people in the properties; the organisation may be named."""
    named = {word: document.core.get(name, "") for name, word in _PERSON_PROPERTIES.items()}
    named["manager"] = document.app.get("Manager", "")
    for word, name in named.items():
        if name.strip() and not _is_organisation(name, document.app):
            yield error(PLACE, f"Bij ‘{word}’ staat een naam: {quoted(name)}. {_INFO}")


def _is_organisation(name: str, app: Mapping[str, str]) -> bool:
    return bool(_ORGANISATION.search(name)) or name.strip() == app.get("Company", "").strip()


def comments(document: Document) -> Iterator[Hit]:
    """No comments, and no list of people who wrote them."""
    if any(relation.kind in _COMMENT_KINDS for relation in document.relations[document.main]):
        yield error(
            "in het hele document",
            "In het bestand zitten nog opmerkingen, of de namen van wie ze schreven. Verwijder in Word bij Controleren "
            "alle opmerkingen.",
        )


def changes(document: Document) -> Iterator[Hit]:
    """No tracked changes."""
    for flow in document.flows:
        count = sum(1 for _ in flow.root.iter(*_CHANGES))
        if count:
            where = flow.paragraphs[0].spot.part if flow is not document.body and flow.paragraphs else ""
            yield error(
                where or "in de tekst",
                f"Er zijn nog {count} bijgehouden wijzigingen, met namen erbij. Kies in Word bij Controleren "
                "‘Alle wijzigingen accepteren’.",
            )
    if is_on(inner(document.settings, "trackRevisions")):
        yield error(
            "in de instellingen van het bestand",
            "Wijzigingen bijhouden staat nog aan. Zet het in Word bij Controleren uit.",
        )


def hidden(document: Document) -> Iterator[Hit]:
    """No hidden text."""
    looks = Looks(document)
    for paragraph in document.paragraphs():
        if any(run.text.strip() and looks.of(paragraph, run).hidden for run in paragraph.runs):
            yield error(
                paragraph.place,
                "Hier staat verborgen tekst. Wie het bestand krijgt, kan die zien. Maak de tekst zichtbaar of "
                "verwijder hem.",
            )


def paths(document: Document) -> Iterator[Hit]:
    """No paths of somebody's computer or network."""
    for name, content in document.parts.items():
        found = _LOCAL_PATH.search(content) if name.endswith((".xml", ".rels")) else None
        if found:
            yield error(
                "in het bestand zelf",
                f"In het onderdeel {quoted(name)} staat de plaats van een bestand op een computer of netwerk. Dat "
                f"verraadt namen van mensen en mappen. {_INFO}",
            )


def outside(document: Document) -> Iterator[Hit]:
    """Nothing outside the document is used, except links to the web."""
    for relations in document.relations.values():
        for relation in relations:
            if relation.outside and not (relation.kind == "hyperlink" and WEB.match(relation.target)):
                yield error(
                    "in het bestand zelf",
                    f"Het bestand verwijst naar {quoted(relation.target)} daarbuiten. Een lezer heeft dat niet, en het "
                    "verraadt waar u werkt. Haal de koppeling weg.",
                )


def prompts(document: Document) -> Iterator[Hit]:
    """No leftover prompts."""
    for paragraph in document.paragraphs():
        found = _PROMPT.search(paragraph.text)
        if found:
            yield error(paragraph.place, f"Hier staat nog {quoted(found[0])}. Vul in wat er hoort te staan.")


def drafts(document: Document) -> Iterator[Hit]:
    """A final document does not call itself a draft."""
    for flow in document.others:
        for paragraph in flow.paragraphs:
            if re.search(r"\b(concept|reviewversie|vertrouwelijk concept)\b", paragraph.text, re.IGNORECASE):
                yield warning(
                    paragraph.spot.place(),
                    f"Hier staat {quoted(paragraph.text)}, maar het document is definitief. Haal dat merk weg.",
                )


def embedded(document: Document) -> Iterator[Hit]:
    """Files inside the file carry data of their own; only the workbooks of charts belong there."""
    for source, relations in document.relations.items():
        for relation in relations:
            if relation.kind in {"oleObject", "package"} and "/charts/" not in source:
                yield warning(
                    "in het bestand zelf",
                    "In het document zit een ander bestand. Dat kan gegevens bevatten die niemand ziet. Vervang het "
                    "door een afbeelding of tabel.",
                )


def editing_marks(document: Document) -> Iterator[Hit]:
    """No marks that tell which texts were typed in one sitting, and in which other documents.

    ISO/IEC 29500-1, 17.15.1.70-72: `w:rsids` in the settings and the attributes that begin so everywhere else.
    """
    marked = next((name for name, content in document.parts.items() if _EDITING.search(content)), "")
    if marked:
        yield tip(
            "in het bestand zelf",
            f"In het onderdeel {quoted(marked)} staan nummers van bewerkingen (rsid). Daaraan is te zien welke teksten "
            "bij elkaar zijn getypt. Zet ze in Word uit bij Opties, Vertrouwenscentrum, Privacyopties.",
        )


def picture_bullets(document: Document) -> Iterator[Hit]:
    """No pictures as bullets: these carry the name of their file, and a screen reader has no words for them.

    ISO/IEC 29500-1, 17.9.20.
    """
    if any(b"<w:numPicBullet" in content for content in document.parts.values()):
        yield warning(
            "in de lijsten",
            "Een opsommingsteken is een afbeelding, die de naam van haar bestand kan meedragen. Kies in Word bij "
            "Opsommingstekens een gewoon teken.",
        )


def own_data(document: Document) -> Iterator[Hit]:
    """Properties that a program or organisation added can hold anything."""
    if "docProps/custom.xml" in document.parts:
        yield tip(
            PLACE,
            "Het bestand heeft eigen eigenschappen, bijvoorbeeld van een documentsysteem. Kijk of daar niets in staat "
            "dat niet naar buiten mag (Bestand, Info, Eigenschappen, Geavanceerd).",
        )
