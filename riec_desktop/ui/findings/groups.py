"""The findings as a person looks at them: in groups of one severity and kind, the worst first, some left out."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.kinds import CheckKind, Topic, kind_of, weighty
from riec_desktop.dossier.dutch import number

SEVERITY_WORDS = {Severity.ERROR: "Fout", Severity.WARNING: "Waarschuwing", Severity.TIP: "Tip"}
SEVERITY_ICONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.TIP: "tip"}

ALL = "Alles"
HERE = "Deze bladzijde"
REPAIRABLE = "Wat u met één knop repareert"

GroupKey = tuple[Severity, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Findings of one severity and kind."""

    severity: Severity
    kind: CheckKind
    findings: tuple[Finding, ...]

    @property
    def key(self) -> GroupKey:
        """What it is the same group by."""
        return self.severity, self.kind.title

    @property
    def title(self) -> str:
        """'Waarschuwing: Namen die niemand kent (3)'."""
        return f"{SEVERITY_WORDS[self.severity]}: {self.kind.title} ({number(len(self.findings))})"

    @property
    def repairable(self) -> tuple[Finding, ...]:
        """Those that bring a repair."""
        return tuple(one for one in self.findings if one.repairs)


def grouped(findings: Iterable[Finding]) -> tuple[Group, ...]:
    """The groups: the worst first, then by topic; what is advice comes last."""
    found: dict[GroupKey, list[Finding]] = {}
    kinds: dict[GroupKey, CheckKind] = {}
    for one in findings:
        kind = kind_of(one)
        key = (one.severity, kind.title)
        kinds.setdefault(key, kind)
        found.setdefault(key, []).append(one)
    groups = [Group(severity=key[0], kind=kinds[key], findings=tuple(some)) for key, some in found.items()]
    return tuple(sorted(groups, key=_order))


_SEVERITIES: Mapping[Severity, int] = {one: at for at, one in enumerate(Severity)}
_TOPICS: Mapping[Topic, int] = {one: at for at, one in enumerate(Topic)}


def _order(group: Group) -> tuple[int, bool, int]:
    return _SEVERITIES[group.severity], group.kind.advice, _TOPICS[group.kind.topic]


def choices(findings: Sequence[Finding]) -> tuple[str, ...]:
    """What can be chosen to see: all, what is here, what can be repaired, or one topic that there is."""
    topics = sorted({kind_of(one).topic for one in findings}, key=lambda one: _TOPICS[one])
    return (ALL, HERE, REPAIRABLE, *(topic.value for topic in topics))


def chosen(findings: Sequence[Finding], choice: str, here: Callable[[Finding], bool]) -> tuple[Finding, ...]:
    """The findings that a choice lets through; `here` tells whether one is about the page in sight."""
    match choice:
        case choice if choice == ALL:
            return tuple(findings)
        case choice if choice == HERE:
            return tuple(one for one in findings if here(one))
        case choice if choice == REPAIRABLE:
            return tuple(one for one in findings if one.repairs)
        case _:
            return tuple(one for one in findings if kind_of(one).topic.value == choice)


def tally(findings: Sequence[Finding]) -> str:
    """'3 aandachtspunten en 12 adviezen over taal en opmaak'."""
    todo = len(weighty(findings))
    advice = len(findings) - todo
    points = _counted(todo, "aandachtspunt", "aandachtspunten") if todo else "Geen aandachtspunten"
    tips = _counted(advice, "advies", "adviezen") + " over taal en opmaak" if advice else ""
    return " en ".join(part for part in (points, tips) if part)


def _counted(count: int, one: str, many: str) -> str:
    return f"{number(count)} {one if count == 1 else many}"


def shortened(sentence: str, place: str) -> str:
    """The sentence of a finding without the name of the place above it."""
    sentence = sentence.replace(", antwoord: ", ": ", 1)
    start = f"portefeuille {place}".casefold()
    rest = sentence[len(start) :]
    if not sentence.casefold().startswith(start) or not rest.startswith((", ", ": ")):
        return sentence
    return rest[2:3].upper() + rest[3:]
