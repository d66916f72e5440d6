"""Rule 12: a promise gets an answer. What last year promised is taken over, and each promise says what came of it."""

from collections.abc import Iterator

from riec_desktop.checks.findings import Finding, Repair, Severity, noticed, portfolio_name
from riec_desktop.checks.texts import text_findings
from riec_desktop.dossier.choices import PromiseOutcome, ReviewState, YearState
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import count_word
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.promises import promises_of, take_over
from riec_desktop.dossier.records import PortfolioReport, Promise, ReportYear
from riec_desktop.dossier.richtext import plain_text

_SAID = 60
"""Characters of a promise that a sentence quotes."""


def promises(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """Promises without an answer, and what is wrong with their texts."""
    for one in promises_of(dossier, report):
        where = f"{portfolio_name(dossier, report)}, belofte ‘{_quoted(one)}’"
        if one.outcome is PromiseOutcome.OPEN:
            agreed = report.review is ReviewState.AGREED
            severity = Severity.WARNING if agreed else Severity.TIP
            sentence = f"{where} heeft nog geen uitkomst. Kies wat ervan kwam en licht het zo nodig toe."
            yield noticed(one, "outcome", severity, "promise.open", sentence, report=report)
        yield from text_findings(dossier, year.year or 0, one, where, report)


def _quoted(one: Promise) -> str:
    line = " ".join(plain_text(parse(one.text), lambda _: "…").split())
    return line if len(line) <= _SAID else f"{line[:_SAID].rsplit(' ', 1)[0]}…"


def untaken_promises(dossier: Dossier, _: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """What last year promised is not among the promises yet; in a closed year nobody can take it over."""
    year = dossier.get(ReportYear, report.year_id)
    if year is None or year.state is YearState.CLOSED:
        return
    changes = take_over(dossier, report)
    if changes:
        count = "is 1 belofte" if len(changes) == 1 else f"zijn {count_word(len(changes))} beloften"
        name = portfolio_name(dossier, report)
        sentence = f"{name}: van vorig jaar {count} nog niet overgenomen. Neem ze over en zeg wat ervan kwam."
        repair = Repair(title="Beloften overnemen", changes=changes)
        yield noticed(report, "review", Severity.TIP, "promise.waiting", sentence, report=report, repairs=(repair,))
