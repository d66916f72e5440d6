"""What the status bar says, as plain functions of the session."""

from collections.abc import Sequence
from pathlib import Path

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import number
from riec_desktop.dossier.records import Answer, Callout, PortfolioReport, ReportYear
from riec_desktop.workspace.readiness import words_in
from riec_desktop.workspace.session import Session


def words_of_report(dossier: Dossier, report: PortfolioReport) -> int:
    """Words in the answers and boxes of one portfolio."""
    answers = (one.text for one in dossier.where(Answer, "report_id", report.id))
    callouts = (one.text for one in dossier.where(Callout, "report_id", report.id))
    return sum(words_in(text) for text in (*answers, *callouts))


def words_of_year(dossier: Dossier, year: ReportYear) -> int:
    """Words in the answers and boxes of a year."""
    return sum(words_of_report(dossier, report) for report in views.reports(dossier, year))


def saved_text(session: Session, *, busy: bool = False) -> str:
    """Whether the work is safe, and where. `busy`: the file is being written now."""
    if session.read_only:
        return "Alleen lezen"
    if session.path is None:
        return "Nog geen bestand. Uw werk is bewaard op deze computer."
    if busy:
        return "Bezig met opslaan…"
    if session.dirty:
        other = session.other_holder
        also = f"; {other.person or 'iemand anders'} heeft dit dossier ook open" if other is not None else ""
        return f"Bewaard op deze computer, nog niet in het bestand{also}"
    return f"✓ Alles bewaard {session.saved_at.astimezone():%H:%M}" if session.saved_at else "✓ Alles bewaard"


def status_text(saved: str, path: Path | None, counts: tuple[int, int] | None) -> str:
    """The whole line. `counts` are what is noticed and the words; None when they are still counted."""
    parts: Sequence[str] = (saved, path.name if path else "", *(_counted(*counts) if counts else ()))
    return " · ".join(part for part in parts if part)


def _counted(findings: int, words: int) -> tuple[str, str]:
    noticed = "1 aandachtspunt" if findings == 1 else f"{number(findings)} aandachtspunten"
    return noticed, f"{number(words)} woorden"
