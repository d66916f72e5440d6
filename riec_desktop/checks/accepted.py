"""Findings that somebody let stand with a reason: which they are, and that they still hold.

The dossier keeps no copy of what was found, only a digest that is slow to guess (PBKDF2, RFC 8018) with a salt of its
own; when the text changes into something else, the digest no longer fits and the finding is back.
"""

import hashlib
from collections.abc import Iterable
from functools import lru_cache

from riec_desktop.checks.findings import Finding
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import AcceptedFinding

_ROUNDS = 20_000
"""About ten milliseconds: nothing for the few findings of one field, years for all numbers that there can be."""
_SIZE = 16

Place = tuple[str, str, str, str]
"""Code, record type, record and field."""


def place_of(finding: Finding) -> Place:
    """Where a finding is."""
    return finding.code, finding.kind.__name__, finding.record_id, finding.field


def digest_of_hit(finding: Finding, salt: str) -> str:
    """'<salt>:<digest>' of what was found; of the whole sentence where a finding is about no words."""
    found = " ".join((finding.words or finding.sentence).casefold().split())
    return f"{salt}:{_slow(salt, found)}"


@lru_cache(maxsize=4096)
def _slow(salt: str, text: str) -> str:
    return hashlib.pbkdf2_hmac("sha256", text.encode(), salt.encode(), _ROUNDS, _SIZE).hex()


def accepted_of(dossier: Dossier, finding: Finding) -> AcceptedFinding | None:
    """The decision that lets this finding stand, None where there is none."""
    return next((one for one in _at_places(dossier).get(place_of(finding), ()) if _fits(one, finding)), None)


def _fits(one: AcceptedFinding, finding: Finding) -> bool:
    return bool(one.reason) and digest_of_hit(finding, one.digest.partition(":")[0]) == one.digest


def _at_places(dossier: Dossier) -> dict[Place, tuple[AcceptedFinding, ...]]:
    return dossier.derived(_by_place)


def _by_place(dossier: Dossier) -> dict[Place, tuple[AcceptedFinding, ...]]:
    found: dict[Place, tuple[AcceptedFinding, ...]] = {}
    for one in dossier.all(AcceptedFinding):
        place = (one.code, one.kind, one.record_id, one.field)
        found[place] = (*found.get(place, ()), one)
    return found


def still_open(dossier: Dossier, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that nobody let stand."""
    decided = _at_places(dossier)
    if not decided:
        return tuple(findings)
    return tuple(one for one in findings if place_of(one) not in decided or accepted_of(dossier, one) is None)
