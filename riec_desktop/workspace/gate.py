"""The gate before a final document: what stops it, what needs a reason, and what is advice (rules 14 and 15).

Nothing passes by itself: data about persons and small numbers go out only when somebody gave a reason, which is kept
in the dossier with who gave it; an error must be mended.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from riec_desktop.checks.accepted import accepted_of, digest_of_hit
from riec_desktop.checks.discreet import discreet
from riec_desktop.checks.findings import Finding
from riec_desktop.checks.kinds import CheckKind, kind_of
from riec_desktop.checks.privacy_elsewhere import IN_COMMENT, IN_PICTURE
from riec_desktop.checks.privacy_rules import PRIVACY
from riec_desktop.checks.report_rules import NOT_AGREED, not_agreed
from riec_desktop.checks.small_rules import CONFIDENTIAL, SMALL
from riec_desktop.checks.walk import every, wanted
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import AddRecord, Change
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised, count_word, listing
from riec_desktop.dossier.records import AcceptedFinding, PortfolioReport
from riec_desktop.errors import RiecError
from riec_desktop.severity import Severity

_NOT_ASKED = (IN_COMMENT, IN_PICTURE)
"""A final document has no comments, and its pictures are cleaned: advice for drafts."""
_MOST_NAMES = 8
"""Portfolios that a sentence names."""
SHORTEST_REASON = 5
"""Characters: less is no reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """How things stand. `accepted` are the findings that somebody let stand, each with that decision."""

    blocking: tuple[Finding, ...]
    asked: tuple[Finding, ...]
    advice: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, AcceptedFinding], ...]

    @property
    def is_clear(self) -> bool:
        """Whether a final document may be made."""
        return not self.blocking and not self.asked


def needs_reason(finding: Finding) -> bool:
    """Whether a finding may stay in a final document once somebody says why."""
    # Who chose to show small counts has decided already: the report tells it (`final_report`).
    return finding.code in (SMALL, CONFIDENTIAL) or (
        finding.code.startswith(PRIVACY) and finding.code not in _NOT_ASKED
    )


def look(dossier: Dossier, year: int) -> Gate:
    """The gate of a year, looked at once per dossier. Kinds that a team switched off are left out; none can block."""
    return dossier.once(("gate", year), lambda: _looked(dossier, year))


def _looked(dossier: Dossier, year: int) -> Gate:
    found = (*_not_agreed(dossier, year), *wanted(dossier, every(dossier, year)))
    decided = [(one, accepted_of(dossier, one) if needs_reason(one) else None) for one in found]
    still = [one for one, decision in decided if decision is None]
    rest = [one for one in still if not needs_reason(one)]
    return Gate(
        blocking=tuple(one for one in rest if one.severity is Severity.ERROR),
        asked=tuple(one for one in still if needs_reason(one)),
        advice=tuple(one for one in rest if one.severity is not Severity.ERROR),
        accepted=tuple((one, decision) for one, decision in decided if decision is not None),
    )


def _not_agreed(dossier: Dossier, year: int) -> Iterator[Finding]:
    found = views.year_of(dossier, year)
    yield from (discreet(dossier, one) for one in not_agreed(dossier, found)) if found else ()


def require_clear(dossier: Dossier, year: int) -> Gate:
    """The gate when it is clear. Raises `RiecError` (`final.blocked`): how much is in the way and the first of it."""
    found = look(dossier, year)
    if not found.is_clear:
        raise RiecError("final.blocked", what=in_the_way(found), first=first(found))
    return found


def still_to_agree(dossier: Dossier, gate: Gate) -> str:
    """'Twee portefeuilles zijn nog niet akkoord: mensenhandel en jonge aanwas.'; '' when everybody agreed."""
    reports = dossier.many(PortfolioReport, (one.report_id for one in gate.advice if one.code == NOT_AGREED))
    names = [views.report_name(dossier, one) or "zonder naam" for one in reports]
    more = [f"nog {len(names) - _MOST_NAMES}"] if len(names) > _MOST_NAMES else []
    are = "portefeuille is" if len(names) == 1 else "portefeuilles zijn"
    told = f"{count_word(len(names))} {are} nog niet akkoord: {listing([*names[:_MOST_NAMES], *more])}."
    return capitalised(told) if names else ""


def first(gate: Gate) -> str:
    """The sentence of the first thing in the way, '' for none."""
    return next((one.sentence for one in (*gate.blocking, *gate.asked)), "")


def in_the_way(gate: Gate) -> str:
    """'2 fouten, en 1 punt dat een reden vraagt'."""
    errors, asked = len(gate.blocking), len(gate.asked)
    told = [
        f"{errors} {'fout' if errors == 1 else 'fouten'}" if errors else "",
        f"{asked} {'punt dat een reden vraagt' if asked == 1 else 'punten die een reden vragen'}" if asked else "",
    ]
    return ", en ".join(filter(None, told))


def by_kind(findings: Iterable[Finding]) -> tuple[tuple[CheckKind, tuple[Finding, ...]], ...]:
    """The findings per kind, in the order in which the kinds come first."""
    groups: dict[CheckKind, list[Finding]] = {}
    for one in findings:
        groups.setdefault(kind_of(one), []).append(one)
    return tuple((kind, tuple(some)) for kind, some in groups.items())


_ADVICE = re.compile(r" (?:Haal (?:dit weg|het landelijke)|Zet ‘namen|Koppel het cijfer|Kies bij de|U koos)")


def without_advice(finding: Finding) -> str:
    """The sentence of a finding without what to do about it or what was chosen: for who decides, or decided, that."""
    return _ADVICE.split(finding.sentence)[0]


# --- Reasons ---------------------------------------------------------------------------------------------------------


def reason_problem(reason: str) -> str:
    """Why a reason is none, in Dutch; '' when it is one."""
    return "" if len(reason.strip()) >= SHORTEST_REASON else "Geef een reden van ten minste een paar woorden."


def accepting(
    findings: Sequence[Finding], reason: str, author: str, now: datetime, new_id: Callable[[], str]
) -> tuple[Change, ...]:
    """The changes that let these findings stand for one reason. Raises `RiecError` (`final.no_reason`)."""
    if reason_problem(reason):
        raise RiecError("final.no_reason")
    return tuple(_decisions(findings, reason.strip(), author, now, new_id))


def _decisions(
    findings: Sequence[Finding], reason: str, author: str, now: datetime, new_id: Callable[[], str]
) -> Iterator[Change]:
    """Ids are random, so that one serves as the salt of its digest."""
    for one in findings:
        decision_id = new_id()
        yield AddRecord(
            AcceptedFinding(
                id=decision_id,
                code=one.code,
                kind=one.kind.__name__,
                record_id=one.record_id,
                field=one.field,
                digest=digest_of_hit(one, decision_id),
                reason=reason,
                author=author,
                accepted_at=now,
            )
        )
