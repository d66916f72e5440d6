"""What making the preview found out of a dossier, kept for the next one: while a text is typed most of it holds."""

from dataclasses import replace
from typing import Final

from riec_desktop.checks.watched import Past, changed_kinds
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

_WRITTEN: Final[frozenset[type[Record]]] = frozenset(
    {Activity, Answer, Callout, Comment, GoalSection, Promise, RegionalSection, ReportYear}
)
"""Records that people write in and that nothing hangs on but what was seen to ask for them.

What the chapter keeps of other records is found under their ids alone, so after a change of those it begins anew.
"""


class PreviewMemory:
    """Gives each dossier what the one before already answered."""

    def __init__(self) -> None:
        self._past: Past | None = None

    def of(self, dossier: Dossier) -> Past:
        """What is known of this dossier."""
        past = self._past
        if past is None or past.dossier is not dossier:
            self._past = past = Past(past if past and _differ_in_texts(past.dossier, dossier) else None, dossier)
        return past


def _differ_in_texts(before: Dossier, after: Dossier) -> bool:
    return _WRITTEN.issuperset(changed_kinds(before, after)) and _years(before) == _years(after)


def _years(dossier: Dossier) -> list[ReportYear]:
    """The years without their texts."""
    texts = {spec.name: "" for spec in specs(ReportYear).values() if spec.kind is Kind.RICH}
    return [replace(year, **texts) for year in dossier.all(ReportYear)]
