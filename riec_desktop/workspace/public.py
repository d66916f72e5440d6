"""The dossier as a final document may know it: without who worked on it, and without what was only said about it."""

from collections.abc import Mapping
from dataclasses import replace

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.image_facts import is_bare
from riec_desktop.dossier.records import (
    AcceptedFinding,
    Comment,
    ContributionForm,
    NamedVersion,
    Picture,
    PortfolioReport,
    Record,
    ReviewDocument,
    WordRule,
)
from riec_desktop.pictures import read_picture

_LEFT_OUT: tuple[type[Record], ...] = (
    Comment,
    ContributionForm,
    ReviewDocument,
    NamedVersion,
    WordRule,
    AcceptedFinding,
)


def public(dossier: Dossier) -> Dossier:
    """What may go out. Raises `RiecError` (`picture.…`) for a picture that cannot be cleaned."""
    replaced: dict[type[Record], Mapping[str, Record]] = {kind: {} for kind in _LEFT_OUT}
    named = views.settings(dossier).persons_shown
    replaced[PortfolioReport] = {one.id: _nameless(one, named=named) for one in dossier.all(PortfolioReport)}
    replaced[Picture] = {one.id: _clean(one) for one in dossier.all(Picture)}
    return dossier.with_rows(replaced)


def _nameless(report: PortfolioReport, *, named: bool) -> PortfolioReport:
    """The name of the contractor stays only where the team chose to print it, which the gate asks a reason for."""
    person = report.contractor_person if named else ""
    return replace(report, holder="", deadline=None, reviewed_by="", reviewed_on=None, contractor_person=person)


def _clean(picture: Picture) -> Picture:
    if not picture.content or is_bare(picture.content):
        return picture
    made = read_picture(picture.content, picture.title or "afbeelding")
    return replace(picture, content=made.content, width=made.width, height=made.height)
