"""Edits of texts alone, which is what typing makes: what hangs on names, order or figures is the same after them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from riec_desktop.checks.watched import changed_kinds
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Kind, specs
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    Comment,
    GoalSection,
    PortfolioReport,
    Promise,
    Record,
    RegionalSection,
    ReportYear,
)

TEXTS: Final[frozenset[type[Record]]] = frozenset(
    {Activity, Answer, Callout, Comment, GoalSection, Promise, RegionalSection}
)
"""Records that people write in."""

_WRITTEN: Final[Mapping[type[Record], tuple[str, ...]]] = {
    ReportYear: tuple(spec.name for spec in specs(ReportYear).values() if spec.kind is Kind.RICH),
    PortfolioReport: ("client", "contractor", "contractor_person", "execution", "holder", "reviewed_by"),
}
"""Records of which only these texts are such: names, order and what is shown hang on the rest of them."""


def differ_in_texts(before: Dossier, after: Dossier) -> bool:
    """Whether nothing differs but records that people write in, and the texts of some others."""
    changed = set(changed_kinds(before, after))
    return changed <= TEXTS | _WRITTEN.keys() and all(
        _same_else(before, after, kind, texts) for kind, texts in _WRITTEN.items() if kind in changed
    )


def _same_else(before: Dossier, after: Dossier, kind: type[Record], texts: Sequence[str]) -> bool:
    """Whether there are the same records of a type, apart from some texts."""
    old, new = before.rows(kind), after.rows(kind)
    blank = dict.fromkeys(texts, "")
    changed = [one for one in new.values() if old.get(one.id) is not one]
    return old.keys() == new.keys() and all(_blanked(old[one.id], blank) == _blanked(one, blank) for one in changed)


def _blanked(record: Record, texts: Mapping[str, Any]) -> Record:
    return replace(record, **texts)
