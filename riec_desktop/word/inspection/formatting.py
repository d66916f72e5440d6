"""Rules on formatting by hand that a style could carry: it makes a document hard to keep in one house style."""

from collections.abc import Iterator, Mapping

from riec_desktop.word.etree import Element, W
from riec_desktop.word.inspection.flow import Paragraph
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.remarks import Hit, tip

_OF_TEXT = {
    "rFonts": "een eigen lettertype",
    "sz": "een eigen lettergrootte",
    "color": "een eigen letterkleur",
    "u": "onderstreping",
    "shd": "een eigen achtergrond",
    "highlight": "een markeerstift",
}
_OF_PARAGRAPHS = {
    "jc": "een eigen uitlijning",
    "ind": "een eigen inspringing",
    "spacing": "een eigen witruimte",
    "shd": "een eigen achtergrond",
    "pBdr": "een eigen rand",
}
_FEW = 3
"""So many times is an exception; more often it is a style that was not made."""


def by_hand(document: Document) -> Iterator[Hit]:
    """Each kind of formatting by hand is told once, with its first place and how often it is met."""
    first: dict[str, str] = {}
    count: dict[str, int] = {}
    for paragraph in document.body.paragraphs:
        for what in _met(paragraph):
            first.setdefault(what, paragraph.place)
            count[what] = count.get(what, 0) + 1
    for what, place in first.items():
        if count[what] > _FEW:
            yield tip(
                place,
                f"Hier en op nog {count[what] - 1} plaatsen heeft tekst {what}, los van de stijl. Pas liever de stijl "
                "aan: dan blijft de huisstijl overal gelijk.",
            )


def _met(paragraph: Paragraph) -> Iterator[str]:
    """The kinds in a paragraph with text, once each. A link in the text has its looks from a style."""
    if not paragraph.text.strip():
        return
    yield from _kinds(paragraph.properties, _OF_PARAGRAPHS)
    yield from dict.fromkeys(what for run in paragraph.runs for what in _kinds(run.properties, _OF_TEXT))


def _kinds(properties: Element | None, names: Mapping[str, str]) -> Iterator[str]:
    if properties is not None:
        for child in properties:
            name = child.tag.removeprefix(W)
            if name in names:
                yield names[name]
