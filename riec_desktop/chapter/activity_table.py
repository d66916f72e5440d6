"""The table of activities of one portfolio."""

from collections.abc import Iterator

from riec_desktop.chapter.blocks import Block, Cell, Column, Table
from riec_desktop.chapter.draft import Draft, anchor
from riec_desktop.chapter.phrases import TOGETHER
from riec_desktop.chapter.prose import cell_of, plain
from riec_desktop.dossier.dutch import capitalised, listing, period
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import Activity, PortfolioReport
from riec_desktop.dossier.views import names
from riec_desktop.figures.shown import NOTHING

_COLUMNS = (
    Column(title="Activiteit", weight=24),
    Column(title="Organisaties", weight=24),
    Column(title="Periode", weight=16),
    Column(title="Stand", weight=12),
    Column(title="Resultaat", weight=34),
)


def activity_table(draft: Draft, report: PortfolioReport, name: str) -> Iterator[Block]:
    """The activities that have a title or a result; nothing when there are none."""
    found = [one for one in draft.dossier.where(Activity, "report_id", report.id) if one.title or one.result]
    if not found:
        return
    title = f"Activiteiten van de portefeuille {name} in {draft.year_name}"
    yield Table(
        columns=_COLUMNS,
        rows=tuple(_row(draft, one) for one in found),
        caption=draft.caption("ta", report.id, title),
        title=title,
        description="Per activiteit de organisaties, de periode, de stand en het resultaat.",
        wide=True,
        anchor=anchor(found[0], "title"),
        row_anchors=tuple(anchor(one, "title") for one in found),
    )


def _row(draft: Draft, activity: Activity) -> tuple[Cell, ...]:
    return (
        _cell(activity.title),
        _cell(_organisations(draft, activity)),
        _cell(period(activity.start, activity.end)),
        _cell(word(activity.state)),
        cell_of(draft, activity.result) or _cell(""),
    )


def _cell(text: str) -> Cell:
    return (plain(text or NOTHING),)


def _organisations(draft: Draft, activity: Activity) -> str:
    """Who took part, partners last; for joint work without names, all of us."""
    own = names(draft.dossier, activity.organisation_ids)
    partners = names(draft.dossier, activity.partner_ids)
    if not own and activity.joint:
        own = (TOGETHER,)
    return capitalised(listing((*own, *partners)))
