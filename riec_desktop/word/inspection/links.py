"""Rules on links: a text that says where it goes, and only to the web."""

import re
from collections.abc import Iterator

from riec_desktop.severity import Severity
from riec_desktop.word.inspection.flow import Flow, Link, quoted
from riec_desktop.word.inspection.opened import Document
from riec_desktop.word.inspection.remarks import Hit, error, warning

_SAYS_NOTHING = re.compile(
    r"(klik( hier)?|hier|link|lees (meer|verder)|meer( info(rmatie)?)?|website|download|deze (pagina|link|site)"
    r"|click here|here|read more)[.:]?",
    re.IGNORECASE,
)
_BARE_ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
WEB = re.compile("https?://[^/]", re.IGNORECASE)
_HYPERLINK = re.compile(r'HYPERLINK\s+"([^"]*)"', re.IGNORECASE)


def _outward(document: Document) -> Iterator[tuple[Flow, Link]]:
    """The links that go out of the document."""
    return ((flow, link) for flow in document.flows for link in flow.links if link.relation)


def meaningful(document: Document) -> Iterator[Hit]:
    """WCAG 2.1, 2.4.4: the text of a link says where it goes."""
    for _, link in _outward(document):
        text = link.text.strip()
        place = link.spot.place(link.text)
        if not text:
            yield error(place, "Deze link heeft geen tekst. Verwijder de link of geef hem tekst.")
        elif _SAYS_NOTHING.fullmatch(text):
            yield error(
                place,
                f"De linktekst {quoted(text)} zegt niet waar de link heen gaat. Schermlezers tonen links als lijst. "
                "Gebruik de naam van de pagina of het document.",
            )
        elif _BARE_ADDRESS.fullmatch(text):
            yield warning(
                place,
                "Dit webadres wordt letter voor letter voorgelezen. Gebruik als linktekst de naam van de pagina.",
            )


def addresses(document: Document) -> Iterator[Hit]:
    """Links go to the web, not to a file on somebody's computer."""
    for flow, link in _outward(document):
        relation = document.relation(flow.part, link.relation)
        target = relation.target if relation else ""
        if not WEB.match(target):
            yield _astray(target), link.spot.place(link.text), _sentence(target, link.text)
    for flow in document.flows:
        for field in flow.fields:
            found = _HYPERLINK.match(field.instruction)
            if found and not WEB.match(found[1]):
                yield _astray(found[1]), field.spot.place(), _sentence(found[1], flow.result(field))


def _astray(target: str) -> Severity:
    return Severity.WARNING if target.lower().startswith(("mailto:", "tel:")) else Severity.ERROR


def _sentence(target: str, text: str) -> str:
    where = f"naar {quoted(target)}" if target else "nergens heen"
    return (
        f"De link {quoted(text)} gaat {where}. Een lezer buiten uw kantoor kan daar niet bij. Gebruik een webadres dat "
        "begint met https://."
    )
