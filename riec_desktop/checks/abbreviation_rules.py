"""An abbreviation is written out where a reader of the chapter first meets it: 'Openbaar Ministerie (OM)'."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.lexicon import Lexicon, lexicon
from riec_desktop.checks.texts import places
from riec_desktop.checks.wordlist import shipped
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import Activity, Answer, Callout, PortfolioReport, Record, ReportYear

_ABBREVIATION = re.compile(r"(?<![\w’'-])[A-Z][A-Za-z]{1,5}(?![\w-])")
_POSTCODE = re.compile(r"\d{4} ?$")
"""The letters behind it are no abbreviation: '2500 BZ Den Haag'."""
_CAPITALS = 0.6
"""A text with a larger share of capitals is shouting, not abbreviating."""


@dataclass(frozen=True, slots=True)
class _Met:
    """An abbreviation at the first place where a record has it, and whether it is explained there."""

    short: str
    kind: type[Record]
    record_id: str
    field: str
    explained: bool


@lru_cache(maxsize=16384)
def abbreviations(plain: str) -> tuple[tuple[str, bool], ...]:
    """The abbreviations of a text in their order, each once, and whether brackets stand around it or after it."""
    found: dict[str, bool] = {}
    for one in filter(_is_abbreviation, _ABBREVIATION.finditer(plain)):
        before, after = plain[max(0, one.start() - 5) : one.start()], plain[one.end() : one.end() + 2]
        if _POSTCODE.search(before):
            continue
        found.setdefault(one[0], before.endswith("(") or after == " (")
    return () if found and _shouts(plain) else tuple(found.items())


def _shouts(plain: str) -> bool:
    return sum(map(str.isupper, plain)) > _CAPITALS * sum(map(str.isalpha, plain))


def _is_abbreviation(found: re.Match[str]) -> bool:
    """All capitals, or one of the list, such as 'Wgs' and 'KMar'; 'We' is a word."""
    return found[0].isupper() or found[0] in shipped("afkortingen")


def unexplained(dossier: Dossier, year: ReportYear) -> Iterator[Finding]:
    """Each abbreviation that is used before, or without ever, being written out."""
    known = dossier.derived(lexicon)
    seen: set[str] = set()
    for met in _met_in_year(dossier, year):
        if met.short not in seen:
            seen.add(met.short)
            if not met.explained and known.full.get(met.short, met.short):
                yield from _finding(dossier, year, met, known)


def read_ahead(dossier: Dossier, _: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """Notices nothing: reads the abbreviations of a portfolio, so that `unexplained` has not all to read at once.

    With 400 portfolios that took a tenth of a second, in which no key was handled.
    """
    dossier.derived(_of_report(report.id))
    yield from ()


def _met_in_year(dossier: Dossier, year: ReportYear) -> Iterator[_Met]:
    """In the order of the chapter."""
    yield from _met(dossier, year, (year,))
    for goal in views.goals(dossier, year):
        yield from _met(dossier, year, (views.goal_section(dossier, year, goal),))
        for report in views.reports_of_goal(dossier, year, goal):
            yield from dossier.derived(_of_report(report.id))


@cache
def _of_report(report_id: str) -> Callable[[Dossier], tuple[_Met, ...]]:
    """The same function whenever it is the same report, so that what it gives is made once."""
    return lambda dossier: tuple(_met_in_report(dossier, report_id))


def _met_in_report(dossier: Dossier, report_id: str) -> Iterator[_Met]:
    report = dossier.get(PortfolioReport, report_id)
    year = dossier.get(ReportYear, report.year_id) if report else None
    if report is None or year is None:
        return
    answers = {one.question_id: one for one in dossier.where(Answer, "report_id", report_id)}
    asked = [answers[one.id] for one in views.questions(dossier, year.id) if one.id in answers]
    for records in (
        asked,
        dossier.where(Activity, "report_id", report_id),
        dossier.where(Callout, "report_id", report_id),
    ):
        yield from _met(dossier, year, records)


def _met(dossier: Dossier, year: ReportYear, records: "tuple[Record, ...] | list[Answer]") -> Iterator[_Met]:
    for record in records:
        for place in places(dossier, year.year or 0, record, ""):
            for short, explained in abbreviations(place.plain):
                yield _Met(short, type(record), record.id, place.spec.name, explained)


def _finding(dossier: Dossier, year: ReportYear, met: _Met, known: Lexicon) -> Iterator[Finding]:
    record = dossier.get(met.kind, met.record_id)
    if record is None:
        return
    report = dossier.get(PortfolioReport, getattr(record, "report_id", None))
    name = views.report_name(dossier, report) if report else ""
    where = f"Portefeuille {name}" if name else "Hoofdstuk"
    for place in places(dossier, year.year or 0, record, where, report):
        if place.spec.name == met.field:
            full = known.full.get(met.short, "")
            problem = f"de afkorting ‘{met.short}’ is nog nergens uitgelegd. Schrijf haar hier de eerste keer voluit."
            pattern = re.compile(rf"(?<![\w-]){re.escape(met.short)}(?![\w-])")
            written = f"{full} ({met.short})"
            repairs = place.repair(f"Schrijf ‘{written}’", _first_only(pattern, written)) if full else ()
            yield place.notice(Severity.TIP, "language.abbreviation", problem, repairs=repairs, words=met.short)


def _first_only(pattern: re.Pattern[str], written: str) -> Callable[[str], str]:
    """Puts the full name at the first place of a text, which comes in stretches."""
    done = False

    def mend(text: str) -> str:
        nonlocal done
        new, count = (text, 0) if done else pattern.subn(lambda _: written, text, count=1)
        done = done or count > 0
        return new

    return mend
