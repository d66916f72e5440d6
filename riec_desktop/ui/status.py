"""What the status bar says, as plain functions of the session."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import number
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import Answer, Callout, ReportYear
from riec_desktop.dossier.richtext import word_count


def words_of_year(dossier: Dossier, year: ReportYear) -> int:
    """Words in the answers and boxes of a year."""
    reports = views.reports(dossier, year)
    answers = (one.text for report in reports for one in dossier.where(Answer, "report_id", report.id))
    callouts = (one.text for report in reports for one in dossier.where(Callout, "report_id", report.id))
    return sum(word_count(parse(text)) for text in (*answers, *callouts))


def saved_text(*, dirty: bool, path: Path | None, saved_at: datetime | None) -> str:
    """Whether the work is safe, and where."""
    if path is None:
        return "Nog geen bestand. Uw werk is bewaard op deze computer."
    if dirty:
        return "Bewaard op deze computer, nog niet in het bestand"
    return f"✓ Alles bewaard {saved_at.astimezone():%H:%M}" if saved_at else "✓ Alles bewaard"


def status_text(saved: str, path: Path | None, findings: int, words: int) -> str:
    """The whole line."""
    noticed = "1 aandachtspunt" if findings == 1 else f"{number(findings)} aandachtspunten"
    parts: Sequence[str] = (saved, path.name if path else "", noticed, f"{number(words)} woorden")
    return " · ".join(part for part in parts if part)
