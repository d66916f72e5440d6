"""Handing a part of the open dossier to a colleague: what goes along, in Dutch, and the file itself.

The step that hands it out stands in both histories: it is what tells, when the part comes back, from where on the two
went apart.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from riec_desktop.dossier.changes import Source
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import listing
from riec_desktop.dossier.part import left_behind, part_of
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    Comment,
    IndicatorValue,
    Picture,
    Portfolio,
    PortfolioReport,
    Record,
    RegionalSection,
)
from riec_desktop.errors import RiecError
from riec_desktop.files import file_name_part
from riec_desktop.storage.content import FileContent, HistoryRow
from riec_desktop.storage.dossier_file import SUFFIX, write_dossier
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.opened import Session
from riec_desktop.workspace.safekeeping import is_same_file

_COUNTED: Mapping[type[Record], tuple[str, str]] = {
    Answer: ("antwoord", "antwoorden"),
    Activity: ("activiteit", "activiteiten"),
    Callout: ("kadertekst", "kaderteksten"),
    Picture: ("afbeelding", "afbeeldingen"),
    IndicatorValue: ("cijfer", "cijfers"),
    Comment: ("opmerking", "opmerkingen"),
}
_MOST_NAMES = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class PartWords:
    """What a part holds and what it does not, in Dutch sentences."""

    along: str
    behind: str


def shareable(dossier: Dossier) -> Mapping[str, str]:
    """Id → name of the portfolios that have a report in some year, by name."""
    reported = {one.portfolio_id for one in dossier.all(PortfolioReport)}
    found = (one for one in dossier.all(Portfolio) if one.id in reported)
    return {one.id: one.name or "(zonder naam)" for one in sorted(found, key=lambda one: one.name.casefold())}


def part_words(dossier: Dossier, portfolio_ids: Collection[str]) -> PartWords:
    """What goes along with these portfolios, and what stays behind."""
    part = part_of(dossier, portfolio_ids)
    counts = [(len(part.rows(kind)), words) for kind, words in _COUNTED.items()]
    counted = [f"{count} {words[count != 1]}" for count, words in counts if count]
    names = [one.name for one in left_behind(dossier, part)]
    others = "de andere portefeuilles" if len(names) > 1 else f"de portefeuille {names[0]}" if names else ""
    regions = "de regionale bijdragen" if dossier.rows(RegionalSection) else ""
    behind = listing([one for one in (others, regions, "verstuurde formulieren", "de geschiedenis") if one])
    return PartWords(
        along=f"Mee gaan {listing([*counted, 'de vragen, doelen, organisaties en jaren die erbij horen'])}.",
        behind=f"Niet mee gaan {behind}.",
    )


def part_name(session: Session, portfolio_ids: Collection[str]) -> str:
    """The name to suggest for the file: 'Jaarverslag – deel mensenhandel.riec'."""
    names = [name for one, name in shareable(session.dossier).items() if one in portfolio_ids]
    stem = session.path.stem if session.path is not None else "Dossier"
    every = ", ".join(names)
    shown = every if len(every) <= _MOST_NAMES else f"{len(names)} portefeuilles"
    return f"{file_name_part(f'{stem} – deel {shown}')}{SUFFIX}"


def share_part(env: Environment, session: Session, portfolio_ids: Collection[str], path: Path) -> None:
    """Put the part with these portfolios at `path`; a file that stands there is replaced.

    Raises `RiecError`: `part.nothing_chosen`, `part.own_file`, or what writing raises.
    """
    names = [name for one, name in shareable(session.dossier).items() if one in portfolio_ids]
    if not names:
        raise RiecError("part.nothing_chosen")
    if is_same_file(session.path, path):
        raise RiecError("part.own_file", file=path.name)
    part = part_of(session.dossier, portfolio_ids)

    def hand_out(row: HistoryRow) -> None:
        write_dossier(path, FileContent(id=session.dossier_id, version=1, dossier=part, history=(row,)), fs=env.files)

    session.note(f"Deel gedeeld: {listing(names)}", Source.MERGE, hand_out)
