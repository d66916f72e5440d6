"""References in a text: what stands where a writer put one.

A heading is named by its number ('paragraaf 3.4.2') or, without one, by its title; a table or figure by its label; a
page by its number. What this chapter does not have is called what it is, in words.
"""

from riec_desktop.chapter.blocks import Span, Spans
from riec_desktop.chapter.draft import Draft, Place
from riec_desktop.dossier.dutch import NO_BREAK
from riec_desktop.dossier.references import described
from riec_desktop.dossier.richtext import CrossReference, Run

UNKNOWN_PAGE = "?"
"""Stands for a page number until the pages are counted."""


def reference_spans(draft: Draft, reference: CrossReference, run: Run) -> Spans:
    """The words of a reference in the look of its run; the part that Word keeps up to date leads to its place."""
    place = draft.places(draft).get((reference.part, reference.record_id))
    if place is None or (reference.page and not draft.counts_pages):
        return (_span(described(draft.dossier, reference), run),)
    if not reference.page:
        return _named(place, run)
    draft.counts.names_pages = True
    page = Span(text=UNKNOWN_PAGE, bold=run.bold, italic=run.italic, target=place.bookmark, page=True)
    return (_span(f"bladzijde{NO_BREAK}", run), page)


def _named(place: Place, run: Run) -> Spans:
    if not place.is_heading:
        return (_span(place.text, run, place.bookmark),)
    if place.number:
        return (_span(f"paragraaf{NO_BREAK}", run), _span(place.number.rstrip("."), run, place.bookmark))
    return (_span("paragraaf ‘", run), _span(place.text, run, place.bookmark), _span("’", run))


def _span(text: str, run: Run, target: str = "") -> Span:
    return Span(text=text, bold=run.bold, italic=run.italic, target=target)
