"""Words that are right here and in no dictionary: terms of the work, and names that stand in the dossier."""

from collections.abc import Iterator
from pathlib import Path

from riec_desktop.dossier.choices import WordRuleKind
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import (
    Indicator,
    Organisation,
    Portfolio,
    PortfolioReport,
    Programme,
    StrategicGoal,
    WordRule,
)
from riec_desktop.errors import RiecError
from riec_desktop.files import read_file
from riec_desktop.language.words import bare, checkable
from riec_desktop.paths import data_file

_LIMIT = 1_000_000


def terms(path: Path | None = None) -> frozenset[str]:
    """The shipped list or the one in `path`: a word a line, `#` begins a remark. Empty when it cannot be read."""
    try:
        text = read_file(path or data_file("resources", "spelling", "termen.txt"), _LIMIT).decode()
    except (RiecError, UnicodeDecodeError):
        return frozenset()
    return frozenset(word for line in text.splitlines() if (word := line.partition("#")[0].strip()))


def dossier_names(dossier: Dossier) -> frozenset[str]:
    """The names of organisations, portfolios, goals, programmes, people and indicators here, and the own terms.

    A client and a contractor are functions in words that can be misspelt.
    """
    return frozenset(name for name in _names(dossier) if name)


def _names(dossier: Dossier) -> Iterator[str]:
    for one in dossier.all(Organisation):
        yield one.name
        yield from one.aliases
    for kind in (Portfolio, Programme):
        yield from (one.name for one in dossier.all(kind))
    yield from (one.text for one in dossier.where(WordRule, "kind", WordRuleKind.TERM))
    for goal in dossier.all(StrategicGoal):
        yield from (goal.full_name, goal.short_name)
    for indicator in dossier.all(Indicator):
        yield from (indicator.name, indicator.unit)
    for report in dossier.all(PortfolioReport):
        yield from (report.name_then, report.contractor_person, report.holder, report.reviewed_by)


def words_of(names: frozenset[str]) -> frozenset[str]:
    """The words of names, as `known` for the speller."""
    return frozenset(bare(word.text) for name in names for word in checkable(name))
