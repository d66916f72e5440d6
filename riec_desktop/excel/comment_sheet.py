"""The sheet 'Opmerkingen': what was remarked on the texts and figures of the year, and what is still open.

The overview goes to many people, so who made a remark is told only when the team chose to show names.
"""

from riec_desktop.dossier.comments import comments_of_year, place_in_words
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Comment, ReportYear
from riec_desktop.dossier.views import settings
from riec_desktop.excel.plan import Column, ColumnType, Mark, Row, SheetPlan, Tone

_OPEN = Mark("open", Tone.WAITING)
_RESOLVED = Mark("afgehandeld", Tone.DONE)


def comments(dossier: Dossier, year: ReportYear) -> SheetPlan:
    """One row per comment on something of this year or of all years; open ones first, then the newest first."""
    shown = settings(dossier).persons_shown
    person = (Column(name="Van wie", widest=24),) if shown else ()
    found = sorted(comments_of_year(dossier, year), key=_newest_first)
    return SheetPlan(
        name="Opmerkingen",
        description="Eén regel per opmerking: waar zij bij hoort, wat er staat en of zij is afgehandeld.",
        columns=(
            Column(name="Onderdeel", widest=30, narrowest=39),
            Column(name="Waarbij", widest=34),
            Column(name="Opmerking", widest=90, narrowest=60),
            *person,
            Column(name="Geschreven op", type=ColumnType.DATE),
            Column(name="Stand", widest=14, marks=(_OPEN, _RESOLVED)),
        ),
        rows=tuple(_row(dossier, one, shown=shown) for one in found),
        nothing="Er zijn in dit verslagjaar geen opmerkingen.",
    )


def _newest_first(one: Comment) -> tuple[bool, float]:
    return one.resolved, -one.written_at.timestamp() if one.written_at else 0.0


def _row(dossier: Dossier, one: Comment, *, shown: bool) -> Row:
    part, place = place_in_words(dossier, one)
    return (
        part,
        place,
        one.text,
        *((one.author,) if shown else ()),
        one.written_at.date() if one.written_at else None,
        (_RESOLVED if one.resolved else _OPEN).word,
    )
