"""Rule 14: no data about persons in what is shared, and the team's own names, patterns and forbidden words.

What was found is shown masked in every sentence, because sentences are printed, copied and logged; `words` of the
finding holds it in clear for who has the text open anyway.
"""

import re
from collections.abc import Iterator

from riec_desktop.checks.findings import Finding, Repair, Severity
from riec_desktop.checks.own_rules import OwnRules, own_hits, own_rules, phrases_in
from riec_desktop.checks.place import TextPlace
from riec_desktop.checks.privacy_hits import hits, masked
from riec_desktop.dossier.fields import Kind
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import PortfolioReport

PRIVACY = "privacy."
NOT_SHARED = frozenset({"holder", "reviewed_by", "contractor_person"})
"""Fields of a portfolio report that are made for names, and that no final document shows unless somebody asks."""

_WHAT_TO_DO = "Haal dit weg, of laat het met een reden staan."


def privacy(place: TextPlace) -> Iterator[Finding]:
    """Everything about persons in a text, each thing once."""
    if _is_for_names(place):
        return
    own = place.dossier.derived(own_rules)
    of_team = tuple(_own_kinds(place, own))
    told = own.allowed | {one.words.casefold() for one in of_team}
    yield from _known_kinds(place, told)
    yield from of_team


def _is_for_names(place: TextPlace) -> bool:
    return isinstance(place.record, PortfolioReport) and place.spec.name in NOT_SHARED


def _known_kinds(place: TextPlace, told: frozenset[str]) -> Iterator[Finding]:
    """What the patterns find, but for `told`: what is allowed, and what a rule of the team tells already."""
    found = {(one.code, one.text): one for one in hits(_readable(place))}
    for one in found.values():
        if one.text.casefold() not in told:
            maybe = "mogelijk " if one.severity is Severity.WARNING else ""
            yield _finding(place, one.severity, one.code, f"{maybe}{one.title}", one.text)


def _readable(place: TextPlace) -> str:
    """The text with the addresses of its links, which nobody sees and everybody gets."""
    if place.spec.kind is not Kind.RICH or "](" not in place.text:
        return place.plain
    addresses = (run.href for block in parse(place.text) for run in block.runs if run.href)
    return "\n".join((place.plain, *dict.fromkeys(addresses)))


def _own_kinds(place: TextPlace, own: OwnRules) -> Iterator[Finding]:
    for one in own_hits(own, place.plain):
        yield _finding(place, Severity.ERROR, one.code, one.title, one.text)


def _finding(place: TextPlace, severity: Severity, code: str, what: str, text: str) -> Finding:
    problem = f"hier staat {what}: ‘{masked(text)}’. {_WHAT_TO_DO}"
    return place.notice(severity, PRIVACY + code, problem, repairs=_taken_out(place, text), words=text)


def _taken_out(place: TextPlace, text: str) -> tuple[Repair, ...]:
    """The text without what was found, without the space before it, and without brackets that would be left empty."""
    pattern = re.compile(rf" ?(?:\({re.escape(text)}\)|{re.escape(text)})")
    return place.repair(f"Haal ‘{masked(text)}’ uit de tekst", lambda old: pattern.sub("", old))


def forbidden(place: TextPlace) -> Iterator[Finding]:
    """Each word that the team does not want to read, with the one that it wants."""
    for phrase, text in phrases_in(place.dossier.derived(own_rules).forbidden, place.plain):
        instead, regex = phrase.instead, phrase.regex
        better = f" Schrijf liever ‘{instead}’." if instead else " Kies een ander woord."
        repairs = (
            place.repair(f"Vervang door ‘{instead}’", lambda old, r=regex, i=instead: r.sub(lambda _: i, old))
            if instead
            else ()
        )
        problem = f"‘{text}’ staat in uw lijst met verboden woorden.{better}"
        yield place.notice(
            Severity.WARNING, "words.forbidden", problem, repairs=repairs, reason=phrase.note, words=text
        )
