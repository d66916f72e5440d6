"""The chapter as the preview shows it, and the way between its links and the fields.

What composes it is loaded with the first preview, which comes when a page is painted.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from riec_desktop.chapter.blocks import Anchor, Block, Role
from riec_desktop.chapter.html import (
    SCHEME,
    Palette,
    Piece,
    anchor_name,
    anchor_of,
    chapter_pieces,
    preview_pieces,
)
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import PortfolioReport, ReportYear, StrategicGoal
from riec_desktop.ui.drawings import Drawings
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.places import PageId, Place

MOST = 80
"""Portfolios: a chapter with more is not shown as a whole. It would take over a second after each change."""
LONG = (
    "Dit hoofdstuk is te lang om hier in zijn geheel te laten zien. Kies links een portefeuille: dan ziet u hier haar "
    "paragraaf. Het hele hoofdstuk maakt u met Word-hoofdstuk."
)

_SECTIONS = frozenset({PageId.PORTFOLIO, PageId.GOAL, PageId.TEXTS, PageId.REGIONS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the chapter, or the whole, ready to be shown."""

    pieces: tuple[Piece, ...]
    palette: Palette
    drawings: Drawings


def is_section(place: Place) -> bool:
    """Whether a page is about a section of the chapter."""
    return place.page in _SECTIONS


def shows_section(dossier: Dossier, year: ReportYear, place: Place) -> bool:
    """Whether a part of the chapter is shown beside a page; else the whole."""
    return is_section(place) or len(views.reports(dossier, year)) > MOST


def whole_chapter(dossier: Dossier, year: ReportYear, now: datetime, palette: Palette) -> Section:
    """The whole chapter; nothing for a year without a number."""
    from riec_desktop.chapter.compose import compose
    from riec_desktop.chapter.drawings import drawings_of
    from riec_desktop.chapter.options import default_options

    if year.year is None:
        return Section(pieces=(), palette=palette, drawings={})
    whole = compose(dossier, year, default_options(dossier), made_on=now.date())
    return Section(pieces=chapter_pieces(whole, palette), palette=palette, drawings=drawings_of(whole.blocks))


def is_numbered(place: Place) -> bool:
    """Whether a section has numbers that hang on all portfolios before it."""
    return place.page is PageId.PORTFOLIO


def preparing(dossier: Dossier, year: ReportYear) -> Iterator[None]:
    """What must be known before a section with numbers can be made, in steps."""
    from riec_desktop.chapter.options import default_options
    from riec_desktop.chapter.sections import composing_ahead

    yield from composing_ahead(dossier, year, default_options(dossier))


def section(dossier: Dossier, year: ReportYear, place: Place, palette: Palette) -> Section:
    """The section that a page is about, or how a long chapter begins; nothing for a year without a number."""
    from riec_desktop.chapter.drawings import drawings_of

    blocks = section_blocks(dossier, year, place) if year.year is not None else ()
    return Section(pieces=preview_pieces(blocks, palette), palette=palette, drawings=drawings_of(blocks))


def section_blocks(dossier: Dossier, year: ReportYear, place: Place) -> tuple[Block, ...]:
    """The blocks of the section that a page is about; of another page how the chapter begins."""
    from riec_desktop.chapter import sections
    from riec_desktop.chapter.options import default_options
    from riec_desktop.chapter.prose import sentence

    options = default_options(dossier)
    match place.page:
        case PageId.PORTFOLIO:
            report = dossier.get(PortfolioReport, place.record_id)
            return sections.compose_report(dossier, report, options) if report else ()
        case PageId.GOAL:
            goal = dossier.get(StrategicGoal, place.record_id)
            return sections.compose_goal(dossier, year, goal, options) if goal else ()
        case PageId.TEXTS:
            return sections.compose_opening(dossier, year, options)
        case PageId.REGIONS:
            regional = views.regional_sections(dossier, year)
            return tuple(block for one in regional for block in sections.compose_region(dossier, one, options))
        case _:
            return (sentence(LONG, role=Role.NOTICE), *sections.compose_opening(dossier, year, options))


def spot_name(spot: Spot) -> str:
    """The name that the preview gives to a field, to scroll there."""
    return anchor_name(Anchor(kind=spot.kind, record_id=spot.record_id, field=spot.field))


def spot_of_link(address: str) -> Spot | None:
    """The field that a link in the preview leads to; None for any other link."""
    anchor = anchor_of(address) if address.startswith(SCHEME) else None
    return Spot(anchor.kind, anchor.record_id, anchor.field) if anchor is not None else None
