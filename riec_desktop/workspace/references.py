"""What a text can refer to in the chapter of a year, with the words that a reference to it prints there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from riec_desktop.chapter.draft import Place
from riec_desktop.chapter.options import default_options
from riec_desktop.chapter.places import new_draft, places
from riec_desktop.chapter.references import UNKNOWN_PAGE, reference_spans
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear
from riec_desktop.dossier.references import referred_name
from riec_desktop.dossier.richtext import CrossReference, Part, Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing to refer to: its name in a list, and what a reference prints.

    `printed` is 'Tabel 3.4-2' or 'paragraaf 3.4.1', `page_printed` 'bladzijde …': pages are counted at the end.
    """

    reference: CrossReference
    name: str
    printed: str
    page_printed: str


def offers(dossier: Dossier, year: ReportYear) -> Mapping[Part, tuple[Offer, ...]]:
    """What the chapter of this year has, by kind and in the order of the chapter; a kind without anything is absent."""
    found: dict[Part, list[Offer]] = {}
    for one in _offers(dossier, year):
        found.setdefault(one.reference.part, []).append(one)
    return {part: tuple(found[part]) for part in Part if part in found}


def _name(place: Place, called: str) -> str:
    """'3.4.2. Weerbare samenleving' for a heading, 'Tabel 3.4-2: mensenhandel' for a table or figure."""
    if place.is_heading:
        return f"{place.number} {place.text}".strip()
    return f"{place.text}: {called}" if called else place.text


def _offers(dossier: Dossier, year: ReportYear) -> Iterator[Offer]:
    draft = new_draft(dossier, year, default_options(dossier))

    def printed(reference: CrossReference) -> str:
        return "".join(span.text for span in reference_spans(draft, reference, Run()))

    for (part, record_id), place in places(draft).items():
        reference = CrossReference(part, record_id)
        yield Offer(
            reference=reference,
            name=_name(place, referred_name(dossier, reference)),
            printed=printed(reference),
            page_printed=printed(replace(reference, page=True)).replace(UNKNOWN_PAGE, "…"),
        )
