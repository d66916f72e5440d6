"""What a check gives: a finding with its place and a Dutch sentence."""

from dataclasses import dataclass

from riec_desktop.dossier import views
from riec_desktop.dossier.changes import Change
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import PortfolioReport, Record
from riec_desktop.severity import Severity

__all__ = ["Finding", "Repair", "Severity", "noticed", "portfolio_name"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """One way to take the cause of a finding away; `title` is the Dutch text of its button, with a verb."""

    title: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something that a check noticed in one field of one record.

    `code` names the rule ('answer.missing'), `sentence` says in Dutch where it is, what is wrong and what to do. The
    record need not be in the dossier yet: nobody may have written the answer. `report_id` names the portfolio report
    that it is about, '' for none, so that the place can be found in that case too. `repairs` are the ways to mend it
    in one step, best first; `reason` says in Dutch why anybody should care ('Waarom?'). `words` are those in the field
    that it is about, to select them; '' where it is about the field as a whole.
    """

    kind: type[Record]
    record_id: str
    field: str
    severity: Severity
    code: str
    sentence: str
    report_id: str = ""
    repairs: tuple[Repair, ...] = ()
    reason: str = ""
    words: str = ""


def noticed(
    record: Record,
    field: str,
    severity: Severity,
    code: str,
    sentence: str,
    *,
    report: PortfolioReport | None = None,
    repairs: tuple[Repair, ...] = (),
    reason: str = "",
    words: str = "",
) -> Finding:
    """The finding at a field of a record."""
    return Finding(
        kind=type(record),
        record_id=record.id,
        field=field,
        severity=severity,
        code=code,
        sentence=sentence,
        report_id=report.id if report else "",
        repairs=repairs,
        reason=reason,
        words=words,
    )


def portfolio_name(dossier: Dossier, report: PortfolioReport) -> str:
    """'Portefeuille mensenhandel', the beginning of every sentence about a portfolio."""
    return f"Portefeuille {views.report_name(dossier, report) or 'zonder naam'}"
