"""Letting findings stand in the open dossier: one step of its history, with the reason and who gave it."""

from collections.abc import Sequence

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier.changes import RemoveRecord
from riec_desktop.dossier.records import AcceptedFinding
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.gate import accepting
from riec_desktop.workspace.opened import Session


def accept(session: Session, env: Environment, findings: Sequence[Finding], reason: str) -> None:
    """Keep the reason for these findings. Raises `RiecError`: `final.no_reason`, or as `Session.edit`."""
    changes = accepting(findings, reason, env.author, env.now(), env.new_id)
    if changes:
        count = "1 aandachtspunt" if len(changes) == 1 else f"{len(changes)} aandachtspunten"
        session.edit(f"{count} met een reden laten staan", changes)


def take_back(session: Session, decisions: Sequence[AcceptedFinding]) -> None:
    """Ask for a reason again. Raises `RiecError` as `Session.edit`."""
    session.edit("reden van een aandachtspunt ingetrokken", tuple(map(RemoveRecord, decisions)))
