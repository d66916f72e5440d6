"""Rules 4, 6 and 7 for one portfolio: roles, answers, activities and boxes."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from riec_desktop.checks.findings import Finding, Severity, noticed, portfolio_name
from riec_desktop.checks.texts import text_findings
from riec_desktop.dossier import views
from riec_desktop.dossier.choices import PortfolioStatus, ReviewState
from riec_desktop.dossier.comments import comments_of_report
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.labels import word
from riec_desktop.dossier.records import Activity, Callout, Comment, PortfolioReport, Question, ReportYear

NOT_AGREED = "report.not_agreed"


def must_be_complete(report: PortfolioReport) -> bool:
    """Rule 4: a running portfolio that is agreed upon has everything; until then a gap is a warning."""
    return report.status is PortfolioStatus.RUNNING and report.review is ReviewState.AGREED


def _severity(report: PortfolioReport) -> Severity:
    return Severity.ERROR if must_be_complete(report) else Severity.WARNING


# --- Roles -----------------------------------------------------------------------------------------------------------

_FUNCTIONS = (
    "hoofd",
    "directeur",
    "manager",
    "coördinator",
    "coordinator",
    "leider",
    "voorzitter",
    "secretaris",
    "adviseur",
    "bestuur",
    "burgemeester",
    "officier",
    "overleg",
    "riec",
    "liec",
)
"""Parts of words that name a function or a body, in small letters."""


def client(dossier: Dossier, _: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """A running portfolio has a client."""
    if report.status is PortfolioStatus.RUNNING and not report.client:
        sentence = f"{portfolio_name(dossier, report)} heeft nog geen opdrachtgever. Vul die in bij de rollen."
        yield noticed(report, "client", _severity(report), "report.no_client", sentence, report=report)


def contractor(dossier: Dossier, _: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """A running portfolio has a contractor, and that is a function."""
    name = portfolio_name(dossier, report)
    example = "bijvoorbeeld hoofd RIEC Limburg"
    if report.contractor and not _is_function(report.contractor):
        sentence = f"{name}: als opdrachtnemer staat er een naam, zo lijkt het. Vul een functie in, {example}."
        yield noticed(report, "contractor", Severity.WARNING, "report.contractor_is_person", sentence, report=report)
    elif not report.contractor and report.contractor_person:
        sentence = f"{name} noemt van de opdrachtnemer alleen een naam. Vul ook de functie in, {example}."
        yield noticed(report, "contractor", _severity(report), "report.only_person", sentence, report=report)
    elif not report.contractor and report.status is PortfolioStatus.RUNNING:
        sentence = f"{name} heeft nog geen opdrachtnemer. Vul een functie in, {example}."
        yield noticed(report, "contractor", _severity(report), "report.no_contractor", sentence, report=report)


def _is_function(text: str) -> bool:
    small = text.casefold()
    return any(part in small for part in _FUNCTIONS)


def agreed(dossier: Dossier, _: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """Who agreed is written down: whoever asks later wants to know."""
    if report.review is ReviewState.AGREED and not report.reviewed_by:
        sentence = (
            f"{portfolio_name(dossier, report)} staat op akkoord, maar er staat niet bij wie dat gaf. Vul dat in."
        )
        yield noticed(report, "reviewed_by", Severity.TIP, "report.agreed_by_nobody", sentence, report=report)


def not_agreed(dossier: Dossier, year: ReportYear) -> Iterator[Finding]:
    """The portfolios that nobody agreed on yet: for most of a year that is no news, at its end it is (`gate`)."""
    for report in views.reports(dossier, year):
        if report.review is not ReviewState.AGREED:
            sentence = (
                f"{portfolio_name(dossier, report)}: nog niet akkoord, de voortgang is ‘{word(report.review)}’. Kies "
                "‘akkoord’ zodra iemand akkoord gaf."
            )
            yield noticed(report, "review", Severity.WARNING, NOT_AGREED, sentence, report=report)


def report_texts(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """The texts of the report itself."""
    yield from text_findings(dossier, year.year or 0, report, portfolio_name(dossier, report), report)


# --- Answers ---------------------------------------------------------------------------------------------------------


def answers(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """Required questions are answered, and no answer has anything left over."""
    name = portfolio_name(dossier, report)
    for question in views.questions(dossier, report.year_id):
        answer = views.answer(dossier, report, question)
        title = _title(question, year)
        if answer.text:
            yield from text_findings(dossier, year.year or 0, answer, f"{name}, vraag ‘{title}’", report)
        elif views.is_required(question, report.status):
            sentence = _missing(name, title, report)
            yield noticed(answer, "text", _severity(report), "answer.missing", sentence, report=report)


def _title(question: Question, year: ReportYear) -> str:
    return views.filled_prompt(question.topic or question.prompt, year.year)


def _missing(name: str, title: str, report: PortfolioReport) -> str:
    if must_be_complete(report):
        return f"{name} staat op akkoord, maar de vraag ‘{title}’ heeft geen antwoord. Schrijf een antwoord."
    return f"{name}: schrijf een antwoord op de vraag ‘{title}’. Bij de status ‘{word(report.status)}’ is dat nodig."


# --- Activities and boxes --------------------------------------------------------------------------------------------


def activities(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """Every activity has a title."""
    name = portfolio_name(dossier, report)
    for number, activity in enumerate(dossier.where(Activity, "report_id", report.id), 1):
        if not activity.title:
            sentence = f"{name}: activiteit {number} heeft nog geen titel. Vul die in of haal de activiteit weg."
            yield noticed(activity, "title", Severity.WARNING, "activity.no_title", sentence, report=report)
        where = f"{name}, activiteit ‘{activity.title or number}’"
        yield from text_findings(dossier, year.year or 0, activity, where, report)


def boxes(dossier: Dossier, year: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """Every box names its organisation and has a title and a text (rule 6)."""
    name = portfolio_name(dossier, report)
    for number, one in enumerate(dossier.where(Callout, "report_id", report.id), 1):
        where = f"{name}, kadertekst ‘{one.title}’" if one.title else f"{name}, kadertekst {number}"
        yield from box_gaps(dossier, one, where, report)
        yield from text_findings(dossier, year.year or 0, one, where, report)


def box_gaps(dossier: Dossier, one: Callout, where: str, report: PortfolioReport | None) -> Iterator[Finding]:
    """What a box does not have."""
    if not views.names(dossier, one.organisation_ids):
        sentence = f"{where} noemt nog geen organisatie. Kies het RIEC of het LIEC van dit voorbeeld."
        yield noticed(one, "organisation_ids", Severity.WARNING, "callout.no_organisation", sentence, report=report)
    if not one.title:
        sentence = f"{where} heeft nog geen titel. Vul een titel in."
        yield noticed(one, "title", Severity.WARNING, "callout.no_title", sentence, report=report)
    if not one.text:
        sentence = f"{where} heeft nog geen tekst. Schrijf de tekst of haal het kader weg."
        yield noticed(one, "text", Severity.WARNING, "callout.no_text", sentence, report=report)


def lost_boxes(dossier: Dossier, _: ReportYear) -> Iterator[Finding]:
    """Boxes that belong to no portfolio, so that no page shows them."""
    for one in dossier.all(Callout):
        if dossier.get(PortfolioReport, one.report_id) is None:
            where = f"Kadertekst ‘{one.title}’" if one.title else "Een kadertekst"
            sentence = f"{where} hoort bij geen portefeuille en komt niet in het hoofdstuk. Kies een portefeuille."
            yield noticed(one, "report_id", Severity.WARNING, "callout.no_portfolio", sentence)
            yield from box_gaps(dossier, one, where, None)


# --- Comments --------------------------------------------------------------------------------------------------------


def remarks(dossier: Dossier, _: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """A portfolio that is agreed upon has no comment left that somebody still waits for."""
    if report.review is not ReviewState.AGREED:
        return
    waiting = dossier.derived(_waiting_on(report.id))
    about = views.comment_subject(dossier, waiting[0]) if waiting else None
    if about is not None:
        left = "staat nog 1 opmerking" if len(waiting) == 1 else f"staan nog {len(waiting)} opmerkingen"
        sentence = (
            f"{portfolio_name(dossier, report)} staat op akkoord, maar er {left} open. Handel die af of zet de "
            "voortgang terug."
        )
        yield noticed(about, waiting[0].field, Severity.TIP, "report.open_comments", sentence, report=report)


@lru_cache(maxsize=4096)
def _waiting_on(report_id: str) -> Callable[[Dossier], tuple[Comment, ...]]:
    """The same function whenever the report is the same: a comment makes those of the others not checked again."""

    def waiting(dossier: Dossier) -> tuple[Comment, ...]:
        report = dossier.get(PortfolioReport, report_id)
        return tuple(one for one in comments_of_report(dossier, report) if not one.resolved) if report else ()

    return waiting
