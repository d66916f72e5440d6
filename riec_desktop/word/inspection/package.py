"""Rules on the file as a package: every part that is named is there, so that Word opens it without a repair."""

from collections.abc import Iterator

from riec_desktop.word.inspection.flow import quoted
from riec_desktop.word.inspection.links import WEB
from riec_desktop.word.inspection.names import R
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.remarks import Hit, error

_PLACE = "in het bestand zelf"
_HOW = "Word kan hierover een melding geven bij het openen. Maak het document opnieuw, of sla het in Word opnieuw op."
_USED = (f"{R}id", f"{R}embed", f"{R}link")
_RELATIONS = ".rels"
_TYPES = "[Content_Types].xml"


def parts(document: Document) -> Iterator[Hit]:
    """ISO/IEC 29500-2, 9.3: what a relationship points to is there."""
    for source, relations in document.relations.items():
        for relation in relations:
            if not relation.outside and relation.part not in document.parts and relation.part != ".":
                yield error(
                    _PLACE,
                    f"Het onderdeel {quoted(relation.part)} ontbreekt; {quoted(source or 'het bestand')} verwijst "
                    f"ernaar. {_HOW}",
                )


def relations(document: Document) -> Iterator[Hit]:
    """Every picture, chart and link in the text has its relationship."""
    for flow in document.flows:
        known = {relation.id for relation in document.relations[flow.part]}
        used = {element.get(name, "") for element in flow.root.iter() for name in _USED} - {""}
        for id in sorted(used - known):
            yield error(_PLACE, f"De tekst gebruikt onderdeel {quoted(id)}, maar dat ontbreekt. {_HOW}")


def outside(document: Document) -> Iterator[Hit]:
    """Nothing is fetched from elsewhere when the document opens: no pictures, no templates, no parts of the text."""
    for relations_ in document.relations.values():
        for relation in relations_:
            fetched = relation.outside and relation.kind != "hyperlink"
            if fetched and not (relation.kind == "attachedTemplate" and not WEB.match(relation.target)):
                yield error(
                    _PLACE,
                    f"Het document haalt bij het openen iets op van {quoted(relation.target)}. Dat is onveilig en "
                    "werkt niet bij iedereen. Voeg de afbeelding of tekst zelf in, en koppel het sjabloon los.",
                )


def foreign(document: Document) -> Iterator[Hit]:
    """ISO/IEC 29500-1, 11.3.1: text in another format, which Word takes in only when it opens the file."""
    if any(relation.kind == "aFChunk" for relation in document.relations[document.main]):
        yield error(
            _PLACE,
            "Een deel van de tekst zit als ander bestand in het document en is hier niet gecontroleerd. Open het "
            "document in Word, sla het op en controleer het opnieuw.",
        )


def types(document: Document) -> Iterator[Hit]:
    """ISO/IEC 29500-2, 9.2: every part has a content type."""
    for name, kind in document.types.items():
        if not kind and name != _TYPES and not name.endswith(_RELATIONS):
            yield error(
                _PLACE,
                f"Van het onderdeel {quoted(name)} staat niet vast wat het is. {_HOW}",
            )
