"""Rules on what is drawn: described in words, in line with the text, and pictures that carry nothing extra."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from riec_desktop.dossier.image_facts import ImageFacts, image_facts
from riec_desktop.word.etree import Element
from riec_desktop.word.inspection.flow import Drawing, Flow, quoted
from riec_desktop.word.inspection.names import DECORATIVE, WP, A, R, V
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.remarks import Hit, error, tip, warning
from riec_desktop.word.inspection.styles import value

_FILE_NAME = re.compile(
    r".*\.(png|jpe?g|gif|svg|emf|wmf|bmp|tiff?)|(afbeelding|picture|image|grafiek|chart|figuur|object)\s*\d*",
    re.IGNORECASE,
)
_LONG = 1_000
_EMU_PER_INCH = 914_400
_SHARP = 400
"""Pixels per inch: twice what a good printer shows in a photo (220, Word's own default, with room)."""

_HEAVY = 300_000
"""Bytes: a smaller picture need not be made smaller."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A drawing with its name and description; `decorative` ones need none."""

    name: str
    description: str
    decorative: bool
    floating: bool
    place: str


def _shown(document: Document) -> Iterator[tuple[Flow, _Shown]]:
    for flow in document.flows:
        for drawing in flow.drawings:
            found = _read(drawing)
            if found is not None:
                yield flow, found


def _read(drawing: Drawing) -> _Shown | None:
    properties = next(drawing.element.iter(f"{WP}docPr"), None)
    if properties is None:
        return _read_vml(drawing)
    name = properties.get("name", "")
    return _Shown(
        name=name,
        description=properties.get("descr", "").strip(),
        decorative=any(mark.get("val", "") in {"1", "true"} for mark in properties.iter(DECORATIVE)),
        floating=next(drawing.element.iter(f"{WP}anchor"), None) is not None,
        place=_place(drawing, name),
    )


def _read_vml(drawing: Drawing) -> _Shown | None:
    """A picture of the time before Word 2007."""
    if next(drawing.element.iter(f"{V}imagedata"), None) is None:
        return None
    shape = next(drawing.element.iter(f"{V}shape", f"{V}rect"), drawing.element)
    floating = "position:absolute" in shape.get("style", "").replace(" ", "")
    return _Shown(
        name=shape.get("id", ""),
        description=shape.get("alt", "").strip(),
        decorative=False,
        floating=floating,
        place=_place(drawing, ""),
    )


def _place(drawing: Drawing, name: str) -> str:
    return f"{drawing.spot.place()}, {quoted(name) if name else 'afbeelding'}"


def described(document: Document) -> Iterator[Hit]:
    """WCAG 2.1, 1.1.1: what is shown is told in words too."""
    how = "Klik in Word met rechts op de afbeelding of grafiek en kies ‘Alternatieve tekst’."
    for _, drawing in _shown(document):
        if drawing.decorative:
            continue
        if not drawing.description:
            yield error(
                drawing.place,
                f"Er is geen beschrijving voor wie dit niet ziet. {how}",
            )
        elif _FILE_NAME.fullmatch(drawing.description):
            yield error(
                drawing.place,
                f"De beschrijving {quoted(drawing.description)} is een bestandsnaam. {how} Zeg wat erop te zien is.",
            )
        elif len(drawing.description) > _LONG:
            yield tip(
                drawing.place,
                f"De beschrijving is erg lang ({len(drawing.description)} tekens). Zet het verhaal liever in de tekst.",
            )


def inline(document: Document) -> Iterator[Hit]:
    """Microsoft, 'Image or object not inline': what floats is read at an unexpected moment."""
    for flow, drawing in _shown(document):
        if drawing.floating and flow is document.body:
            yield warning(
                drawing.place,
                "Dit zweeft over de tekst. Een schermlezer leest het op een onverwacht moment. Kies in Word bij "
                "Indelingsopties ‘In tekstregel’.",
            )


# --- Pictures --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Picture:
    """A picture as it is shown: its facts, its bytes in the file, and its width on paper in inches (0: not known)."""

    facts: ImageFacts
    size: int
    inches: float
    place: str


def _pictures(document: Document) -> Iterator[_Picture]:
    for flow in document.flows:
        for drawing in flow.drawings:
            for id in _image_ids(drawing.element):
                relation = document.relation(flow.part, id)
                content = document.parts.get(relation.part) if relation else None
                if content is not None:
                    name = value(next(drawing.element.iter(f"{WP}docPr"), None), "name")
                    place = _place(drawing, name)
                    yield _Picture(image_facts(content), len(content), _inches(drawing.element), place)


def _image_ids(drawing: Element) -> list[str]:
    blips = [blip.get(f"{R}embed", "") for blip in drawing.iter(f"{A}blip")]
    old = [data.get(f"{R}id", "") for data in drawing.iter(f"{V}imagedata")]
    return [id for id in (*blips, *old) if id]


def _inches(drawing: Element) -> float:
    width = value(next(drawing.iter(f"{WP}extent"), None), "cx")
    return int(width) / _EMU_PER_INCH if width.isdecimal() else 0


def clean(document: Document) -> Iterator[Hit]:
    """A picture tells nothing about where, when and with which device it was taken."""
    for picture in _pictures(document):
        if picture.facts.extras:
            yield error(
                picture.place,
                f"In deze afbeelding zitten verborgen gegevens ({', '.join(picture.facts.extras)}), bijvoorbeeld waar "
                "en wanneer de foto is gemaakt. Voeg de afbeelding opnieuw toe in het programma: dat haalt ze eruit.",
            )


def fitting(document: Document) -> Iterator[Hit]:
    """A picture is no larger than can be seen."""
    for picture in _pictures(document):
        sharp = picture.facts.width / picture.inches if picture.inches else 0
        if sharp > _SHARP and picture.size > _HEAVY:
            yield warning(
                picture.place,
                f"Deze afbeelding is groter dan nodig ({picture.facts.width} beeldpunten breed). Het bestand wordt er "
                "zwaar van. Kies in Word ‘Afbeeldingen comprimeren’.",
            )
