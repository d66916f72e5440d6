"""Figures of an organisation under the name that it had in a year, so that its course goes on through a new name."""

from collections.abc import Mapping

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.lineage import organisation_in
from riec_desktop.figures.values import NO_FIGURE, Figure


def figure_under_its_name(
    dossier: Dossier, found: Mapping[str | None, Figure], organisation_id: str | None, year: int
) -> Figure:
    """Of the figures of a year, the one of an organisation: under this id, else under the name that held that year.

    None is the national figure. An empty figure when nothing was recorded.
    """
    if organisation_id is None or organisation_id in found:
        return found.get(organisation_id, NO_FIGURE)
    return found.get(organisation_in(dossier, organisation_id, year), NO_FIGURE)
