"""Rule 11 for linked numbers: each has a value, and a watched one still prints what its sentence was written for."""

from collections.abc import Iterator
from dataclasses import replace

from riec_desktop.checks.findings import Finding, Repair, Severity
from riec_desktop.checks.place import TextPlace
from riec_desktop.dossier.changes import set_field
from riec_desktop.dossier.choices import MissingReason
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.linked import STARTS, LinkedCount, LinkedNumber, Measure, Number, watchable
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import Indicator, Organisation, Portfolio
from riec_desktop.dossier.richtext import linked_numbers
from riec_desktop.figures.lineage import figure_under_its_name
from riec_desktop.figures.shown import has_changed, linked_text
from riec_desktop.figures.values import Figure, recorded

_STARTS = tuple(f"{{{start}:" for start in STARTS)


def numbers(place: TextPlace) -> Iterator[Finding]:
    """What is wrong with the linked numbers of a text, each number once; most texts have none and are not read."""
    if not any(start in place.text for start in _STARTS):
        return
    for linked in dict.fromkeys(linked_numbers(parse(place.text))):
        gone = next(_missing_records(place.dossier, linked), "")
        if gone:
            yield _nowhere(place, gone)
            continue
        if isinstance(linked, LinkedNumber):
            yield from _empty(place, linked)
        yield from _changed(place, linked)


def _nowhere(place: TextPlace, what: str) -> Finding:
    """A number of something that is no longer there."""
    problem = f"een gekoppeld cijfer hoort bij {what} die niet meer bestaat. Kies een ander cijfer of haal het weg."
    return place.notice(Severity.ERROR, "number.nowhere", problem)


def _missing_records(dossier: Dossier, linked: Number) -> Iterator[str]:
    if isinstance(linked, LinkedNumber) and dossier.get(Indicator, linked.indicator_id) is None:
        yield "een indicator"
    if isinstance(linked, LinkedCount) and linked.portfolio_id and not dossier.get(Portfolio, linked.portfolio_id):
        yield "een portefeuille"
    if linked.organisation_id and dossier.get(Organisation, linked.organisation_id) is None:
        yield "een organisatie"


# --- A number without a value ----------------------------------------------------------------------------------------


def _empty(place: TextPlace, linked: LinkedNumber) -> Iterator[Finding]:
    indicator = place.dossier.get(Indicator, linked.indicator_id)
    if indicator is None:
        return
    year = linked.year or place.year
    now, before = (_figure(place.dossier, indicator, linked, one) for one in (year, year - 1))
    if all(_has(now, before, linked.measure)):
        return
    lacking = year - 1 if _lacks_last_year(now, before, linked.measure) else year
    name = f"het gekoppelde cijfer ‘{indicator.name}’ van {lacking}"
    if _has_reason(place.dossier, indicator, linked, lacking):
        problem = f"{name} is er niet. Pas de zin aan of vul het cijfer in."
        yield place.notice(Severity.WARNING, "number.missing", problem)
    else:
        problem = f"{name} is nog niet ingevuld. Vul het cijfer in of haal het uit de zin."
        yield place.notice(Severity.ERROR, "number.empty", problem)


def _figure(dossier: Dossier, indicator: Indicator, linked: LinkedNumber, year: int) -> Figure:
    """As it was recorded: a number that is hidden is there."""
    found = recorded(dossier, indicator, year)
    if linked.organisation_id is None:
        return found.total
    return figure_under_its_name(dossier, found.found, linked.organisation_id, year)


def _has(now: Figure, before: Figure, measure: Measure) -> tuple[bool, ...]:
    """Whether each number is there that the linked number is made of."""
    actual, target, previous = now.actual is not None, now.target is not None, before.actual is not None
    return {
        Measure.ACTUAL: (actual,),
        Measure.TARGET: (target,),
        Measure.DIFFERENCE: (actual, target),
        Measure.REACHED: (actual, target),
        Measure.PREVIOUS: (previous,),
        Measure.CHANGE: (actual, previous),
        Measure.PERCENTAGE: (actual, previous),
    }[measure]


def _lacks_last_year(now: Figure, before: Figure, measure: Measure) -> bool:
    """Whether it is the number of the year before that is not there."""
    compares = measure in (Measure.CHANGE, Measure.PERCENTAGE) and now.actual is not None
    return before.actual is None and (compares or measure is Measure.PREVIOUS)


def _has_reason(dossier: Dossier, indicator: Indicator, linked: LinkedNumber, year: int) -> bool:
    """Whether somebody said why it is not there."""
    found = recorded(dossier, indicator, year).found
    own = figure_under_its_name(dossier, found, linked.organisation_id, year)
    wanted = found.values() if linked.organisation_id is None else (own,)
    return any(one.reason is not MissingReason.NONE for one in wanted)


# --- A number that changed -------------------------------------------------------------------------------------------


def _changed(place: TextPlace, linked: Number) -> Iterator[Finding]:
    if not has_changed(place.dossier, linked, place.year):
        return
    now = watchable(linked_text(place.dossier, linked, place.year))
    problem = (
        f"het cijfer was {linked.watched} toen de zin werd geschreven, en is nu {now}. Lees de zin na: klopt hij nog?"
    )
    repairs = (
        *_replaced(place, "Gezien: de zin klopt", linked, replace(linked, watched=now)),
        *_replaced(place, "Niet meer op letten", linked, replace(linked, watched=None)),
    )
    yield place.notice(Severity.WARNING, "number.changed", problem, repairs=repairs)


def _replaced(place: TextPlace, title: str, old: Number, new: Number) -> Iterator[Repair]:
    """The text with another spelling of this number; its own is in the text as it is kept."""
    text = place.text.replace(old.token(), new.token())
    if place.dossier.get(type(place.record), place.record.id) is not None:
        yield Repair(title=title, changes=set_field(place.record, place.spec.name, text))
