"""`check`: the findings of a year, for a person and for a program."""

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.kinds import Topic, kind_of
from riec_desktop.cli.choosing import chosen_year
from riec_desktop.cli.outcome import Exit, Outcome
from riec_desktop.cli.summary import counted
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.documents import findings
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.gate import in_the_way, look

_PLURALS = {Severity.ERROR: "fouten", Severity.WARNING: "waarschuwingen", Severity.TIP: "tips"}
TOPICS: Mapping[str, Topic] = {
    "volledigheid": Topic.COMPLETE,
    "privacy": Topic.PRIVACY,
    "cijfers": Topic.NUMBERS,
    "namen": Topic.NAMES,
    "jaartallen": Topic.YEARS,
    "taal": Topic.LANGUAGE,
    "opmaak": Topic.TYPOGRAPHY,
}
"""What can be asked for by name."""


def check(arguments: Namespace, _: Environment) -> Outcome:
    """The findings, the worst first; the exit code is 1 when there is an error, or when a final one is not possible."""
    dossier = read_dossier(arguments.dossier).dossier
    year = chosen_year(arguments, dossier)
    wanted = {TOPICS[one] for one in arguments.soort or ()}
    found = sorted(_of_topics(findings(dossier, year), wanted), key=lambda one: list(Severity).index(one.severity))
    gate = look(dossier, year) if arguments.definitief else None
    wrong = any(one.severity is Severity.ERROR for one in found) or (gate is not None and not gate.is_clear)
    final = (
        {} if gate is None else {"final": gate.is_clear, "reasons_needed": [finding_data(one) for one in gate.asked]}
    )
    told = () if gate is None else (f"Definitief: {in_the_way(gate) or 'niets houdt het tegen'}.",)
    lines = (f"  {one.severity.value:<13} {one.sentence}" for one in found)
    return Outcome(
        text="\n".join([_tally(year, found), *told, *lines]),
        data={"ok": not wrong, "year": year, **final, "findings": [finding_data(one) for one in found]},
        code=Exit.FINDINGS if wrong else Exit.OK,
    )


def _of_topics(found: Iterable[Finding], topics: set[Topic]) -> list[Finding]:
    return [one for one in found if not topics or kind_of(one).topic in topics]


def _tally(year: int, found: Sequence[Finding]) -> str:
    """One line: 'Verslagjaar 2023: 2 fouten, geen waarschuwingen, 1 tip'."""
    counts = {one: sum(1 for finding in found if finding.severity is one) for one in Severity}
    told = ", ".join(counted(count, one.value, _PLURALS[one]) for one, count in counts.items())
    return f"Verslagjaar {year}: {told if found else 'geen aandachtspunten'}."


def finding_data(one: Finding) -> Mapping[str, str]:
    """A finding for another program. What was found is in it masked, as in its sentence."""
    return {
        "severity": one.severity.value,
        "code": one.code,
        "topic": kind_of(one).topic.value,
        "sentence": one.sentence,
        "kind": one.kind.__name__,
        "id": one.record_id,
        "field": one.field,
    }
