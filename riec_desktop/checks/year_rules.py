"""What holds for the chapter as a whole: its heading, its agenda (rule 5) and its questionnaire."""

from collections.abc import Iterator

from riec_desktop.checks.findings import Finding, Severity, noticed
from riec_desktop.checks.texts import text_findings
from riec_desktop.dossier import views
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.records import AgendaStep, PortfolioReport, ReportYear, StrategicAgenda


def chapter_number(_: Dossier, year: ReportYear) -> Iterator[Finding]:
    """The number is there, and Word can count on from it."""
    parts = year.number.strip().rstrip(".").split(".")
    if not year.number:
        sentence = "Het hoofdstuk heeft nog geen nummer. Vul bij het verslagjaar een nummer in, bijvoorbeeld 3.4."
        yield noticed(year, "number", Severity.ERROR, "year.no_number", sentence)
    elif len(parts) > _MOST_PARTS or not all(part.isascii() and part.isdecimal() for part in parts):
        sentence = f"‘{year.number}’ is geen nummer waarmee Word kan doortellen. Gebruik cijfers en punten: 3.4."
        yield noticed(year, "number", Severity.WARNING, "year.odd_number", sentence)


_MOST_PARTS = 3


def chapter_title(_: Dossier, year: ReportYear) -> Iterator[Finding]:
    """The heading of the chapter is not empty."""
    if not year.title:
        sentence = "Het hoofdstuk heeft nog geen titel. Vul bij het verslagjaar een titel in."
        yield noticed(year, "title", Severity.ERROR, "year.no_title", sentence)


def year_texts(dossier: Dossier, year: ReportYear) -> Iterator[Finding]:
    """The texts of the chapter itself."""
    yield from text_findings(dossier, year.year or 0, year, "Inleiding van het hoofdstuk")


def agenda_chosen(dossier: Dossier, year: ReportYear) -> Iterator[Finding]:
    """There is an agenda, and its period holds the year (rule 5)."""
    agenda = views.agenda(dossier, year)
    if agenda is None:
        sentence = f"Voor {year.year} is nog geen strategische agenda gekozen. Kies er een bij het verslagjaar."
        yield noticed(year, "agenda_id", Severity.WARNING, "year.no_agenda", sentence)
    else:
        yield from _period(year, agenda)


def _period(year: ReportYear, agenda: StrategicAgenda) -> Iterator[Finding]:
    first, last = agenda.first_year, agenda.last_year
    if first is None or last is None:
        sentence = f"De agenda ‘{agenda.name}’ heeft geen volledige periode. Vul het eerste en het laatste jaar in."
        yield noticed(agenda, "last_year" if first else "first_year", Severity.WARNING, "agenda.no_period", sentence)
    elif first > last:
        sentence = f"De agenda ‘{agenda.name}’ eindigt voordat zij begint ({first}-{last}). Verbeter de jaren."
        yield noticed(agenda, "last_year", Severity.WARNING, "agenda.period_reversed", sentence)
    elif year.year and not first <= year.year <= last:
        sentence = (
            f"De strategische agenda loopt van {first} tot en met {last}; {year.year} valt daarbuiten. "
            "Maak een nieuwe agenda of verbeter de periode."
        )
        yield noticed(agenda, "last_year", Severity.WARNING, "agenda.other_period", sentence)


def agenda_content(dossier: Dossier, year: ReportYear) -> Iterator[Finding]:
    """The agenda has steps with text, and goals."""
    agenda = views.agenda(dossier, year)
    if agenda is None:
        return
    yield from text_findings(dossier, year.year or 0, agenda, "Strategische agenda")
    for number, step in enumerate(dossier.where(AgendaStep, "agenda_id", agenda.id), 1):
        where = f"Stap {number} van de agenda"
        if not step.text:
            sentence = f"{where} heeft nog geen tekst. Vul de stap in of haal hem weg."
            yield noticed(step, "text", Severity.WARNING, "step.empty", sentence)
        yield from text_findings(dossier, year.year or 0, step, where)
    if not views.goals(dossier, year):
        sentence = "De strategische agenda heeft nog geen doelen. Voeg de doelen toe bij Agenda en doelen."
        yield noticed(agenda, "name", Severity.WARNING, "agenda.no_goals", sentence)


def questionnaire(dossier: Dossier, year: ReportYear) -> Iterator[Finding]:
    """There are questions, and each says what it asks."""
    found = views.questions(dossier, year.id)
    if not found and dossier.where(PortfolioReport, "year_id", year.id):
        sentence = f"Voor {year.year} is er nog geen vragenlijst. Voeg vragen toe bij Vragenlijst."
        yield noticed(year, "year", Severity.WARNING, "year.no_questions", sentence)
    for number, question in enumerate(found, 1):
        if not question.prompt:
            sentence = f"Vraag {number} van de vragenlijst heeft nog geen tekst. Vul de vraag in of haal haar weg."
            yield noticed(question, "prompt", Severity.WARNING, "question.empty", sentence)
        yield from text_findings(dossier, year.year or 0, question, f"Vraag {number} van de vragenlijst")
