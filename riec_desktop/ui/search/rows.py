"""How a place where words were found is shown in a list, and what it would become."""

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.ui.widgets.marked_rows import Piece, ShownRow
from riec_desktop.workspace.search import Bound, Hit
from riec_desktop.workspace.whereabouts import whereabouts

REMARKS = {Bound.FREE: "", Bound.CLOSED: "afgesloten", Bound.LINKED: "cijfer of verwijzing"}


def hit_row(dossier: Dossier, hit: Hit) -> ShownRow:
    """The line with the words in bold, and where it stands."""
    below = _below(dossier, hit)
    spoken = f"{below}: {hit.before}{hit.words}{hit.after}"
    picture = "lock" if hit.bound is Bound.CLOSED else ""
    marked = (Piece(hit.words),)
    return ShownRow(lead=hit.before, marked=marked, tail=hit.after, below=below, spoken=spoken, picture=picture)


def replaced_row(dossier: Dossier, hit: Hit, new: str) -> ShownRow:
    """The old words struck out, the new ones in bold."""
    below = _below(dossier, hit)
    spoken = f"{below}: {hit.words} wordt {new or 'weggehaald'}, in {hit.before}{new}{hit.after}"
    marked = (Piece(hit.words, struck=True), *((Piece(f" {new}"),) if new else ()))
    return ShownRow(lead=hit.before, marked=marked, tail=hit.after, below=below, spoken=spoken)


def _below(dossier: Dossier, hit: Hit) -> str:
    record = dossier.get(hit.kind, hit.record_id)
    place = whereabouts(dossier, record, hit.field) if record is not None else ""
    return f"{REMARKS[hit.bound]} · {place}" if REMARKS[hit.bound] else place
