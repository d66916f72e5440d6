"""`check`: the findings of a year, for a person and for a program."""

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.kinds import Topic, hidden_kinds, kind_of
from riec_desktop.checks.spelling_rules import CODE as SPELLING
from riec_desktop.cli.choosing import chosen_year
from riec_desktop.cli.outcome import Exit, Outcome
from riec_desktop.cli.summary import counted
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.errors import RiecError
from riec_desktop.language.remote import ChildSpeller
from riec_desktop.language.speller import EndingSpeller
from riec_desktop.messages import command_sentence
from riec_desktop.storage.dossier_file import read_dossier
from riec_desktop.workspace.documents import findings, report_year
from riec_desktop.workspace.environment import Environment
from riec_desktop.workspace.gate import Gate, in_the_way, look, still_to_agree
from riec_desktop.workspace.spelling import spelling_findings

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


def check(arguments: Namespace, env: Environment) -> Outcome:
    """The findings, the worst first; the exit code is 1 when there is an error, or when a final one is not possible."""
    dossier = read_dossier(arguments.dossier).dossier
    year = chosen_year(arguments, dossier)
    spelled = spelling_of(dossier, year, env, ChildSpeller(), wanted=arguments.spelling)
    wanted = {TOPICS[one] for one in arguments.soort or ()}
    all_found = (*findings(dossier, year), *spelled.findings)
    found = sorted(_of_topics(all_found, wanted), key=lambda one: list(Severity).index(one.severity))
    final = _Final(dossier, look(dossier, year)) if arguments.definitief else None
    wrong = any(one.severity is Severity.ERROR for one in found) or (final is not None and not final.gate.is_clear)
    told = (*(final.lines() if final else ()), *filter(None, (spelled.problem,)))
    return Outcome(
        text="\n".join([_tally(year, found), *told, *map(_line, found)]),
        data={
            "ok": not wrong,
            "year": year,
            **(final.data() if final else {}),
            "spelling": spelled.state,
            "findings": [finding_data(one) for one in found],
        },
        code=Exit.FINDINGS if wrong else Exit.OK,
    )


@dataclass(frozen=True, slots=True)
class _Final:
    """Whether a final document can be made."""

    dossier: Dossier
    gate: Gate

    def lines(self) -> tuple[str, ...]:
        """What stands in its way, and who did not agree yet."""
        told = f"Definitief: {in_the_way(self.gate) or 'niets houdt het tegen'}."
        return tuple(filter(None, (told, still_to_agree(self.dossier, self.gate))))

    def data(self) -> Mapping[str, object]:
        """The same for a program."""
        return {
            "final": self.gate.is_clear,
            "reasons_needed": [finding_data(one) for one in self.gate.asked],
            "still_to_agree": still_to_agree(self.dossier, self.gate),
        }


# --- Spelling --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelled:
    """`state` is 'checked', 'off' or 'failed', `problem` the sentence that says why it failed."""

    state: str
    findings: tuple[Finding, ...] = ()
    problem: str = ""


def spelling_of(
    dossier: Dossier, year: int, env: Environment, speller: EndingSpeller, *, wanted: bool | None
) -> Spelled:
    """The words that nobody knows, when that is `wanted` (None: when the team wants it). The speller is ended."""
    if wanted is False or (wanted is None and SPELLING in hidden_kinds(dossier)):
        return Spelled(state="off")
    try:
        found = spelling_findings(dossier, report_year(dossier, year), env, speller)
    except RiecError as error:
        return Spelled(state="failed", problem=command_sentence(error))
    finally:
        speller.close()
    return Spelled(state="checked", findings=found)


# --- Telling ---------------------------------------------------------------------------------------------------------


def _line(one: Finding) -> str:
    return f"  {one.severity.value:<13} {one.sentence}"


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
