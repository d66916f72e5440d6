"""References in a text: which record each part of the chapter belongs to, and what it is called outside a chapter.

Inside a chapter a reference prints a number ('Tabel 3.4-2') that is known only when all is composed. Everywhere else,
in a form, a cell of a workbook or on screen, it says in words what it points to.
"""

from collections.abc import Mapping

from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Indicator, Picture, PortfolioReport, Record, StrategicGoal
from riec_desktop.dossier.richtext import CrossReference, Part
from riec_desktop.dossier.views import report_name

REFERRED: Mapping[Part, type[Record]] = {
    Part.GOAL: StrategicGoal,
    Part.PORTFOLIO: PortfolioReport,
    Part.ACTIVITIES: PortfolioReport,
    Part.FIGURES: PortfolioReport,
    Part.REGIONS: PortfolioReport,
    Part.CHART: Indicator,
    Part.PICTURE: Picture,
}
"""The record whose id a reference carries."""

_WORDS: Mapping[Part, str] = {
    Part.GOAL: "paragraaf",
    Part.PORTFOLIO: "paragraaf",
    Part.ACTIVITIES: "tabel met activiteiten van",
    Part.FIGURES: "tabel met cijfers van",
    Part.REGIONS: "tabel per organisatie van",
    Part.CHART: "grafiek van",
    Part.PICTURE: "afbeelding",
}
GONE = "(verwijzing naar iets dat is verwijderd)"


def referred(dossier: Dossier, reference: CrossReference) -> Record | None:
    """The record that a reference points to; None when it is gone."""
    return dossier.get(REFERRED[reference.part], reference.record_id)


def referred_name(dossier: Dossier, reference: CrossReference) -> str:
    """The name of what a reference points to; '' when it has none or is gone."""
    record = referred(dossier, reference)
    return _name(dossier, record) if record is not None else ""


def described(dossier: Dossier, reference: CrossReference) -> str:
    """'tabel met cijfers van Mensenhandel', or 'bladzijde van …' for a reference to a page."""
    record = referred(dossier, reference)
    if record is None:
        return GONE
    words = f"{_WORDS[reference.part]} {_name(dossier, record)}".rstrip()
    return f"bladzijde van {words}" if reference.page else words


def _name(dossier: Dossier, record: Record) -> str:
    match record:
        case PortfolioReport():
            return report_name(dossier, record)
        case StrategicGoal():
            return record.short_name or record.full_name
        case Indicator():
            return record.name
        case Picture():
            return f"'{record.title}'" if record.title else ""
        case _:
            raise TypeError(record)
