"""The table of activities of one portfolio."""

from collections.abc import Iterator, Sequence

from riec_desktop.chapter.blocks import Caption, Cell, Column, Table
from riec_desktop.chapter.bookmarks import bookmark
from riec_desktop.chapter.draft import TABLE, Draft, Piece, anchor
from riec_desktop.chapter.phrases import TOGETHER
from riec_desktop.chapter.prose import cell_of, plain
from riec_desktop.dossier.dutch import capitalised, listing, period
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import Activity, PortfolioReport
from riec_desktop.dossier.richtext import Part
from riec_desktop.dossier.views import names
from riec_desktop.figures.shown import NOTHING

_COLUMNS = (
    Column(title="Activiteit", weight=22),
    Column(title="Organisaties", weight=34),
    Column(title="Periode", weight=17),
    Column(title="Stand", weight=11),
    Column(title="Resultaat", weight=34),
)


def activity_table(draft: Draft, report: PortfolioReport, name: str) -> Iterator[Piece]:
    """The activities that have a title or a result; nothing when there are none."""
    found = [one for one in draft.dossier.where(Activity, "report_id", report.id) if one.title or one.result]
    if found:
        yield Piece(
            TABLE,
            bookmark("ta", report.id),
            f"Activiteiten van de portefeuille {name} in {draft.year_name}",
            lambda caption: (_table(draft, found, caption),),
            ((Part.ACTIVITIES, report.id),),
        )


def _table(draft: Draft, found: Sequence[Activity], caption: Caption) -> Table:
    return Table(
        columns=_COLUMNS,
        rows=tuple(_row(draft, one) for one in found),
        caption=caption,
        title=caption.text,
        description="Per activiteit de organisaties, de periode, de stand en het resultaat.",
        wide=True,
        anchor=anchor(found[0], "title"),
        row_anchors=tuple(anchor(one, "title") for one in found),
        typed_last=tuple(anchor(one, "result") if one.result else None for one in found),
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
