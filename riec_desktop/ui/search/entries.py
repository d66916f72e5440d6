"""What can be chosen by a part of its name: every action, every page, and every record that has one.

Here nothing is shown: entries are data, and `best` orders them by how well they fit what was typed.
"""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from riec_desktop.dossier import views
from riec_desktop.dossier.closed import year_id_of
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.records import (
    Activity,
    Callout,
    Indicator,
    Organisation,
    Picture,
    PortfolioReport,
    Programme,
    Question,
    Record,
    RegionalSection,
    ReportYear,
    StrategicAgenda,
    StrategicGoal,
)
from riec_desktop.ui.landing import landing
from riec_desktop.ui.places import PageId, Place
from riec_desktop.workspace.names import display_name

if TYPE_CHECKING:
    from riec_desktop.ui.actions import ActionSet
    from riec_desktop.ui.workbench import Workbench

MOST = 200
"""Entries shown at once; typing one more letter leaves fewer."""

_KINDS: tuple[type[Record], ...] = (
    PortfolioReport,
    StrategicGoal,
    Callout,
    Indicator,
    Organisation,
    RegionalSection,
    Activity,
    Programme,
    Question,
    Picture,
    StrategicAgenda,
    ReportYear,
)
"""The records that people look for by name, the usual ones first."""

_OF_ONE_RECORD = (PageId.GOAL, PageId.PORTFOLIO)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing to choose. `what` says what it is, `aside` its key or its year; `run` does it or goes there."""

    name: str
    what: str
    run: Callable[[], None]
    aside: str = ""
    picture: str = ""

    def sought(self) -> str:
        """What is looked in."""
        return plain(f"{self.name} {self.what} {self.aside}")


def plain(text: str) -> str:
    """Small letters without accents, as people type them."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


# --- Matching --------------------------------------------------------------------------------------------------------


def best(entries: Sequence[Entry], typed: str, most: int = MOST) -> tuple[Entry, ...]:
    """The entries in which every typed word stands, best first; all of them in their own order for nothing."""
    words = plain(typed).split()
    ranked = ((_rank(entry, words), at) for at, entry in enumerate(entries))
    fitting = sorted((rank, at) for rank, at in ranked if rank is not None)
    return tuple(entries[at] for _, at in fitting[:most])


def _rank(entry: Entry, words: Sequence[str]) -> int | None:
    """0 for the best fit, None for none: the start of the name before the start of a word, before the middle of it."""
    sought = entry.sought()
    if not all(word in sought for word in words):
        return None
    name = plain(entry.name)
    return sum(_distance(name, word) for word in words) + (not name.startswith(" ".join(words)))


def _distance(name: str, word: str) -> int:
    if name.startswith(word):
        return 0
    if f" {word}" in name:
        return 1
    return 2 if word in name else 4


# --- Collecting ------------------------------------------------------------------------------------------------------


def action_entries(actions: "ActionSet") -> Iterator[Entry]:
    """What can be done now, by the titles that the menus have."""
    for name, spec in actions.specs.items():
        action = actions.actions[name]
        if action.isEnabled():
            title = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            yield Entry(
                name=title,
                what=spec.help,
                aside=spec.shortcut,
                picture=spec.icon or "chevron-right",
                run=action.trigger,
            )


def place_entries(bench: "Workbench") -> Iterator[Entry]:
    """The pages, and the records of all years: those of the year that is shown first."""
    for page in PageId:
        if page not in _OF_ONE_RECORD:
            yield Entry(name=page.value, what="Onderdeel", picture="home", run=_showing(bench, Place(page)))
    dossier, shown = bench.session.dossier, bench.editing.year_id
    yield from sorted(_record_entries(bench, dossier), key=lambda entry: entry.aside not in ("", _year(dossier, shown)))


def _record_entries(bench: "Workbench", dossier: Dossier) -> Iterator[Entry]:
    years = {one.id: str(one.year or "") for one in views.years(dossier)}
    for kind in _KINDS:
        for record in dossier.all(kind):
            yield Entry(
                name=_name(dossier, record),
                what=_what(dossier, record),
                aside=years.get(year_id_of(dossier, record) or "", ""),
                picture="document",
                run=_visiting(bench, record),
            )


def _year(dossier: Dossier, year_id: str) -> str:
    year = dossier.get(ReportYear, year_id)
    return str(year.year or "") if year else ""


def _name(dossier: Dossier, record: Record) -> str:
    if isinstance(record, PortfolioReport):
        return capitalised(views.report_name(dossier, record)) or display_name(dossier, record)
    return capitalised(display_name(dossier, record))


def _what(dossier: Dossier, record: Record) -> str:
    """'Kadertekst bij Mensenhandel', 'Portefeuille'."""
    if isinstance(record, PortfolioReport):
        return "Portefeuille"
    report = dossier.get(PortfolioReport, getattr(record, "report_id", None))
    label = capitalised(record.label)
    return f"{label} bij {capitalised(views.report_name(dossier, report))}" if report else label


def _showing(bench: "Workbench", place: Place) -> Callable[[], None]:
    return lambda: bench.show_place(place)


def _visiting(bench: "Workbench", record: Record) -> Callable[[], None]:
    def run() -> None:
        there = landing(bench.session.dossier, record, "", bench.editing.year_id)
        bench.visit(there.spot, there.year_id, there.place)

    return run
