"""Spelling as findings, for a team that asks for it: the words of the chapter's texts that a dictionary does not know.

The dictionary is somebody else's and may answer later, so this is no rule of the walk: who has one asks for it.
"""

from collections.abc import Callable, Iterator, Sequence

from riec_desktop.checks.discreet import discreet
from riec_desktop.checks.findings import Finding, Severity
from riec_desktop.checks.place import TextPlace
from riec_desktop.checks.privacy_hits import hits
from riec_desktop.checks.texts import places
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import listing
from riec_desktop.dossier.fields import Kind
from riec_desktop.dossier.records import Activity, Answer, Callout, PortfolioReport, Record, ReportYear

CODE = "language.spelling"
Wrong = Callable[[Sequence[str]], Sequence[Sequence[str]]]
"""For each text the words in it that are known to be wrong."""
_MOST = 3
"""Words that a finding names."""


def misspelt(dossier: Dossier, year: ReportYear, wrong: Wrong) -> Iterator[Finding]:
    """A finding for each text of the chapter with words that nobody knows."""
    found = [one for one in _places(dossier, year) if one.spec.kind is Kind.RICH]
    for place, words in zip(found, wrong([one.plain for one in found]), strict=True):
        named = " ".join(one.text for one in hits(place.plain))
        # Who is named by name is told of elsewhere, and no word list knows names.
        if told := tuple(dict.fromkeys(one for one in words if one not in named)):
            yield discreet(dossier, _finding(place, told))


def _finding(place: TextPlace, words: Sequence[str]) -> Finding:
    named = listing([f"‘{one}’" for one in words[:_MOST]])
    more = f" (en nog {len(words) - _MOST})" if len(words) > _MOST else ""
    problem = f"het woordenboek kent {named} niet{more}."
    return place.notice(Severity.TIP, CODE, problem, words=words[0])


def _places(dossier: Dossier, year: ReportYear) -> Iterator[TextPlace]:
    """The texts of the chapter in its order."""
    number = year.year or 0
    yield from places(dossier, number, year, "Inleiding van het hoofdstuk")
    for goal in views.goals(dossier, year):
        yield from places(dossier, number, views.goal_section(dossier, year, goal), f"Doel {goal.short_name}")
    for report in views.reports(dossier, year):
        name = f"Portefeuille {views.report_name(dossier, report)}"
        for record in _of_report(dossier, report):
            yield from places(dossier, number, record, name, report)


def _of_report(dossier: Dossier, report: PortfolioReport) -> Iterator[Record]:
    for kind in (Answer, Activity, Callout):
        yield from dossier.where(kind, "report_id", report.id)
