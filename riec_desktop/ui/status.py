"""What the status bar says, as plain functions of the session."""

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import number
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import Answer, Callout, PortfolioReport, ReportYear
from riec_desktop.dossier.richtext import word_count


def words_of_report(dossier: Dossier, report: PortfolioReport) -> int:
    """Words in the answers and boxes of one portfolio."""
    answers = (one.text for one in dossier.where(Answer, "report_id", report.id))
    callouts = (one.text for one in dossier.where(Callout, "report_id", report.id))
    return sum(_words(text) for text in (*answers, *callouts))


@lru_cache(maxsize=4096)
def _words(text: str) -> int:
    """Remembered, because of a whole year one text changes at a time."""
    return word_count(parse(text))


def words_of_year(dossier: Dossier, year: ReportYear) -> int:
    """Words in the answers and boxes of a year."""
    return sum(words_of_report(dossier, report) for report in views.reports(dossier, year))


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
