"""Edits of texts alone, which is what typing makes: what hangs on names, order or figures is the same after them."""

from dataclasses import replace
from typing import Final

from riec_desktop.checks.watched import changed_kinds
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import Kind, specs
from riec_desktop.dossier.records import (
    Activity,
    Answer,
    Callout,
    Comment,
    GoalSection,
    Promise,
    Record,
    RegionalSection,
    ReportYear,
)

TEXTS: Final[frozenset[type[Record]]] = frozenset(
    {Activity, Answer, Callout, Comment, GoalSection, Promise, RegionalSection, ReportYear}
)
"""Records that people write in. Of a year only the texts count as such."""


def differ_in_texts(before: Dossier, after: Dossier) -> bool:
    """Whether nothing differs but records that people write in."""
    return TEXTS.issuperset(changed_kinds(before, after)) and _years(before) == _years(after)


def _years(dossier: Dossier) -> list[ReportYear]:
    """The years without their texts."""
    texts = {spec.name: "" for spec in specs(ReportYear).values() if spec.kind is Kind.RICH}
    return [replace(year, **texts) for year in dossier.all(ReportYear)]
