"""The chapter as the preview shows it, and the way between its links and the fields."""

from datetime import datetime

from riec_desktop.chapter.blocks import Anchor, Block
from riec_desktop.chapter.compose import compose
from riec_desktop.chapter.drawings import drawings_of
from riec_desktop.chapter.html import DARK, LIGHT, SCHEME, anchor_name, anchor_of, preview, preview_blocks
from riec_desktop.chapter.options import default_options
from riec_desktop.chapter.sections import compose_goal, compose_opening, compose_region, compose_report
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import PortfolioReport, ReportYear, StrategicGoal
from riec_desktop.ui.drawings import Drawings
from riec_desktop.ui.pages.page import Spot
from riec_desktop.ui.places import PageId, Place

Shown = tuple[str, Drawings]
"""The HTML of a preview, and the charts and pictures that it asks for."""


_SECTIONS = frozenset({PageId.PORTFOLIO, PageId.GOAL, PageId.TEXTS, PageId.REGIONS})


def shows_section(place: Place) -> bool:
    """Whether a page is about a section; the others are about the whole chapter."""
    return place.page in _SECTIONS


def preview_html(dossier: Dossier, year: ReportYear, place: Place, now: datetime, *, dark: bool) -> Shown:
    """The section of the chapter that a page is about, or the whole chapter; nothing for a year without a number."""
    if year.year is None:
        return "", {}
    blocks = section_blocks(dossier, year, place)
    palette = DARK if dark else LIGHT
    if blocks:
        return preview_blocks(blocks, palette), drawings_of(blocks)
    whole = compose(dossier, year, default_options(dossier), made_on=now.date())
    return preview(whole, palette), drawings_of(whole.blocks)


def section_blocks(dossier: Dossier, year: ReportYear, place: Place) -> tuple[Block, ...]:
    """The blocks of the section that a page is about; () when it is about the whole chapter."""
    options = default_options(dossier)
    match place.page:
        case PageId.PORTFOLIO:
            report = dossier.get(PortfolioReport, place.record_id)
            return compose_report(dossier, report, options) if report else ()
        case PageId.GOAL:
            goal = dossier.get(StrategicGoal, place.record_id)
            return compose_goal(dossier, year, goal, options) if goal else ()
        case PageId.TEXTS:
            return compose_opening(dossier, year, options)
        case PageId.REGIONS:
            sections = views.regional_sections(dossier, year)
            return tuple(block for one in sections for block in compose_region(dossier, one, options))
        case _:
            return ()


def spot_name(spot: Spot) -> str:
    """The name that the preview gives to a field, to scroll there."""
    return anchor_name(Anchor(kind=spot.kind, record_id=spot.record_id, field=spot.field))


def spot_of_link(address: str) -> Spot | None:
    """The field that a link in the preview leads to; None for any other link."""
    anchor = anchor_of(address) if address.startswith(SCHEME) else None
    return Spot(anchor.kind, anchor.record_id, anchor.field) if anchor is not None else None
