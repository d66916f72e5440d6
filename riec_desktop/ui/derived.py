"""What the window shows beside the page and what takes time: findings, navigation, preview and counts.

All of it is computed from the dossier at one moment, after the edits of that moment, by one short timer.
"""

from dataclasses import dataclass

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import ReportYear
from riec_desktop.ui.outline import OutlineItem, outline
from riec_desktop.ui.status import words_of_year
from riec_desktop.workspace.documents import findings

QUIET = 250
"""Milliseconds without an edit before it is computed again: longer than between two keys, shorter than a wait."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Derived:
    """Everything that follows from a dossier and a year."""

    findings: tuple[Finding, ...] = ()
    outline: tuple[OutlineItem, ...] = ()
    words: int = 0


def derive(dossier: Dossier, year: ReportYear) -> Derived:
    """Compute it."""
    found = findings(dossier, year.year) if year.year else ()
    return Derived(findings=found, outline=outline(dossier, year, found), words=words_of_year(dossier, year))
