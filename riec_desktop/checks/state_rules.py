"""What a portfolio owes by its state (rules 1, 3, 4 and 6): room for words, a successor, dates that fit."""

from collections.abc import Iterator

from riec_desktop.checks.findings import Finding, Repair, Severity, noticed, portfolio_name
from riec_desktop.checks.place import plain_of
from riec_desktop.checks.prose import prose
from riec_desktop.dossier import views
from riec_desktop.dossier.changes import set_field
from riec_desktop.dossier.choices import ActivityState, OrganisationKind, PortfolioStatus
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import number
from riec_desktop.dossier.markdown import parse
from riec_desktop.dossier.records import Activity, Answer, Portfolio, PortfolioReport, Question, ReportYear
from riec_desktop.dossier.richtext import word_count

_MARGIN = 1.1
"""An answer may be a tenth longer than the room for it before anybody hears of it."""


def too_long(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """Answers that are longer than the questionnaire has room for."""
    for question in views.questions(dossier, report.year_id):
        answer = views.answer(dossier, report, question)
        room = question.word_budget or 0
        words = word_count(parse(answer.text)) if answer.text and room else 0
        if words > room * _MARGIN:
            title = views.filled_prompt(question.topic or question.prompt, year.year)
            sentence = (
                f"{portfolio_name(dossier, report)}, vraag ‘{title}’: het antwoord heeft {number(words)} woorden, "
                f"en er is ruimte voor {number(room)}. Maak het korter."
            )
            yield noticed(answer, "text", Severity.TIP, "answer.too_long", sentence, report=report)


# --- The portfolio itself --------------------------------------------------------------------------------------------


def life(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """A portfolio stands once in a year (rule 1), and one that was merged says into which."""
    name = portfolio_name(dossier, report)
    portfolio = dossier.get(Portfolio, report.portfolio_id)
    if portfolio and _comes_after_itself(dossier, year, report):
        sentence = f"{name} staat twee keer in {year.year}. Haal er één weg: een portefeuille hoort bij één doel."
        yield noticed(report, "goal_id", Severity.ERROR, "report.twice", sentence, report=report)
    if portfolio and report.status is PortfolioStatus.MERGED and not portfolio.merged_into_id:
        sentence = f"{name} is samengevoegd. Kies bij ‘opgegaan in’ met welke portefeuille."
        yield noticed(portfolio, "merged_into_id", Severity.WARNING, "report.merged_nowhere", sentence, report=report)


def _comes_after_itself(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> bool:
    """Whether another report of the same portfolio stands before it in the year; the first one is no mistake."""
    same = [
        one for one in dossier.where(PortfolioReport, "portfolio_id", report.portfolio_id) if one.year_id == year.id
    ]
    return bool(same) and same[0].id != report.id


def listed_name(dossier: Dossier, _: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """The name fits the list of rule 3, which puts the word before it and the mark after it."""
    portfolio = dossier.get(Portfolio, report.portfolio_id)
    name = portfolio.name if portfolio else ""
    better = name.removeprefix("portefeuille ").removeprefix("Portefeuille ").strip(" .;")
    if portfolio and better and better != name:
        sentence = f"Portefeuille ‘{name}’: de lijst zet zelf ‘portefeuille’ voor de naam en een leesteken erachter."
        repair = Repair(title=f"Noem haar ‘{better}’", changes=set_field(portfolio, "name", better))
        yield noticed(portfolio, "name", Severity.TIP, "report.name", sentence, report=report, repairs=(repair,))


# --- Activities ------------------------------------------------------------------------------------------------------


def activity_state(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """Dates in their order, and a state that fits them."""
    for one in dossier.where(Activity, "report_id", report.id):
        where = f"{portfolio_name(dossier, report)}, activiteit ‘{one.title}’"
        if one.start and one.end and one.end < one.start:
            sentence = f"{where} eindigt voordat zij begint. Verbeter de data."
            yield noticed(one, "end", Severity.WARNING, "activity.reversed", sentence, report=report)
        elif one.state is ActivityState.PLANNED and one.end and year.year and one.end.year < year.year:
            sentence = f"{where} staat nog op gepland, maar liep tot {one.end.year}. Kies hoever zij is."
            yield noticed(one, "state", Severity.TIP, "activity.still_planned", sentence, report=report)
        if not one.joint and not one.organisation_ids and one.title:
            sentence = f"{where} is van één organisatie. Kies welke, of maak haar gezamenlijk."
            yield noticed(one, "organisation_ids", Severity.TIP, "activity.whose", sentence, report=report)


# --- Rule 6: joint results in the text, those of one in a box --------------------------------------------------------

_TOGETHER = frozenset(
    {"alle", "beide", "gezamenlijk", "landelijk", "landelijke", "regio’s", "riec’s", "samen", "regio's"}
)


def one_region(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """An answer about results that tells of one RIEC alone: that belongs in a box."""
    names = [one.name for one in views.centres(dossier, year.year) if one.kind is OrganisationKind.RIEC and one.name]
    for question in views.questions(dossier, report.year_id):
        answer = views.answer(dossier, report, question)
        name = _only_one(answer, names) if answer.text and views.answers_promise(question) else ""
        if name:
            sentence = (
                f"{portfolio_name(dossier, report)}, vraag ‘{_topic(question, year)}’: het antwoord gaat alleen over "
                f"{name}. Een resultaat van één organisatie staat beter in een kadertekst."
            )
            yield noticed(answer, "text", Severity.TIP, "report.one_region", sentence, report=report, words=name)


def _topic(question: Question, year: ReportYear) -> str:
    return views.filled_prompt(question.topic or question.prompt, year.year)


def _only_one(answer: Answer, names: list[str]) -> str:
    """The name of the one RIEC that a text names, '' where it names several or speaks of all of them."""
    text = plain_of(answer.text)
    found = [name for name in names if name in text]
    return found[0] if len(found) == 1 and _TOGETHER.isdisjoint(prose(text).vocabulary) else ""
