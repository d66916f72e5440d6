"""What the inspection of a file gives: remarks with their place and reason, and on how many points was looked.

The words are chosen with care: a machine can check points, it cannot say that a document is accessible.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from riec_desktop.severity import Severity

if TYPE_CHECKING:
    from riec_desktop.word.inspection.opened import Document

Hit = tuple[Severity, str, str]
"""What a rule finds: how bad it is, the place and the reason, both in Dutch."""


def error(place: str, reason: str) -> Hit:
    """Something to mend before the file goes out."""
    return Severity.ERROR, place, reason


def warning(place: str, reason: str) -> Hit:
    """Something that hinders some readers."""
    return Severity.WARNING, place, reason


def tip(place: str, reason: str) -> Hit:
    """Something that could be better."""
    return Severity.TIP, place, reason


MOST_SHOWN = 10
"""Places per rule that are named one by one; of the rest only the number is told."""

_MOST_COUNTED = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something that a rule noticed. `reason` says in Dutch what is wrong, why that matters and what to do."""

    code: str
    severity: Severity
    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One point that is checked.

    `name` is Dutch; `source` names the standard, page or agreement that the rule comes from. A `final` rule holds only
    for a document that is finished.
    """

    code: str
    name: str
    source: str
    look: "Callable[[Document], Iterable[Hit]]"
    final: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """The outcome: whether the file was looked at as a final one, on how many points, and what was noticed."""

    final: bool
    points: int
    remarks: tuple[Remark, ...]

    def count(self, severity: Severity) -> int:
        """How many remarks are this bad."""
        return sum(remark.severity is severity for remark in self.remarks)

    @property
    def has_errors(self) -> bool:
        """Whether something must be mended before the file goes out."""
        return self.count(Severity.ERROR) > 0


def remarks_of(rule: Rule, document: "Document") -> list[Remark]:
    """What a rule says of a document; the same thing at many places is told shortly."""
    hits = list(dict.fromkeys(islice(rule.look(document), _MOST_COUNTED)))
    shown = [Remark(code=rule.code, severity=bad, place=place, reason=why) for bad, place, why in hits[:MOST_SHOWN]]
    return [*shown, *_rest(rule, hits[MOST_SHOWN:])]


def _rest(rule: Rule, hits: list[Hit]) -> list[Remark]:
    if not hits:
        return []
    order = list(Severity)
    worst = min((severity for severity, _, _ in hits), key=order.index)
    places = "nog één plaats" if len(hits) == 1 else f"nog {len(hits)} plaatsen"
    return [Remark(code=rule.code, severity=worst, place=places, reason=f"Ook daar klopt dit niet: {rule.name}.")]
