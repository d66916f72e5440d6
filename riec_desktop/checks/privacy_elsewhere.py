"""Rule 14 where no walk through the chapter comes: comments, pictures, and names that everything else refers to."""

from collections.abc import Iterator

from riec_desktop.checks.findings import Finding, Severity, noticed, portfolio_name
from riec_desktop.checks.own_rules import own_rules
from riec_desktop.checks.privacy_hits import hits, masked
from riec_desktop.checks.privacy_rules import privacy
from riec_desktop.checks.texts import places
from riec_desktop.dossier import views
from riec_desktop.dossier.comments import comments_of_year, place_in_words
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import capitalised
from riec_desktop.dossier.image_facts import image_facts
from riec_desktop.dossier.records import (
    Comment,
    DefinitionChange,
    IndicatorValue,
    Organisation,
    Picture,
    Portfolio,
    PortfolioReport,
    Record,
    ReportYear,
    Settings,
    StrategicGoal,
)

IN_COMMENT = "privacy.in_comment"
"""A comment never leaves with a final document, so nothing in it stops one."""
IN_PICTURE = "privacy.in_picture"
"""What a picture carries unseen is taken out when a final document is made."""

SHOWN_CONTRACTOR = "privacy.contractor"

_REFERRED_TO: tuple[type[Record], ...] = (Settings, Organisation, Portfolio, StrategicGoal, DefinitionChange)


def names_elsewhere(dossier: Dossier, year: ReportYear) -> Iterator[Finding]:
    """Data about persons in the names of organisations, portfolios and goals."""
    for kind in _REFERRED_TO:
        for record in dossier.all(kind):
            yield from _found_in(dossier, year, record, capitalised(kind.label))


def notes_of_other_years(dossier: Dossier, year: ReportYear) -> Iterator[Finding]:
    """Data about persons in the notes at figures of other years: the workbook shows the figures of all years."""
    seek = dossier.derived(own_rules).seek_names
    for record in dossier.derived(_with_note):
        if record.year != year.year and (seek or hits(record.note)):
            yield from _found_in(dossier, year, record, f"Cijfer van {record.year}")


def _with_note(dossier: Dossier) -> tuple[IndicatorValue, ...]:
    """A few among thousands, the same after nearly every figure that changes."""
    return tuple(one for one in dossier.all(IndicatorValue) if one.note)


def _found_in(dossier: Dossier, year: ReportYear, record: Record, where: str) -> Iterator[Finding]:
    for place in places(dossier, year.year or 0, record, where):
        yield from privacy(place)


def in_comments(dossier: Dossier, year: ReportYear) -> Iterator[Finding]:
    """Data about persons in the comments of a year: they go along with drafts and workbooks."""
    for one in comments_of_year(dossier, year):
        about = views.comment_subject(dossier, one)
        if about is not None:
            for words in _words_in(dossier, one):
                yield noticed(about, one.field, Severity.WARNING, IN_COMMENT, _comment_sentence(dossier, one, words))


def _words_in(dossier: Dossier, one: Comment) -> Iterator[str]:
    """What a comment holds about persons, each thing once. Who wrote it is known anyway."""
    for place in places(dossier, 0, one, Comment.label):
        if place.spec.name == "text":
            yield from dict.fromkeys(found.words for found in privacy(place))


def _comment_sentence(dossier: Dossier, one: Comment, words: str) -> str:
    where = ", ".join(filter(None, place_in_words(dossier, one)))
    return (
        f"Opmerking bij {where}: ‘{masked(words)}’ lijkt een persoonsgegeven. Haal dit uit de opmerking voordat u een "
        "concept of werkmap deelt."
    )


def in_pictures(dossier: Dossier, _: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """Pictures that carry place, camera or maker; only a dossier from elsewhere can hold one."""
    for one in dossier.where(Picture, "report_id", report.id):
        extras = image_facts(one.content).extras
        if extras:
            sentence = (
                f"{portfolio_name(dossier, report)}, afbeelding ‘{one.title}’ draagt verborgen gegevens mee "
                f"({', '.join(extras)}), zoals plaats of maker. Voeg de afbeelding opnieuw toe: dan gaan ze eruit."
            )
            yield noticed(one, "content", Severity.WARNING, IN_PICTURE, sentence, report=report)


def shown_contractor(dossier: Dossier, _: ReportYear, report: PortfolioReport) -> Iterator[Finding]:
    """The name of a contractor that is printed because the team chose so (rule 7)."""
    if report.contractor_person and views.settings(dossier).persons_shown:
        sentence = (
            f"{portfolio_name(dossier, report)}: de naam van de opdrachtnemer komt in het hoofdstuk. Zet ‘namen van "
            "opdrachtnemers tonen’ uit bij Instellingen, of laat het met een reden staan."
        )
        name = report.contractor_person
        yield noticed(
            report, "contractor_person", Severity.WARNING, SHOWN_CONTRACTOR, sentence, report=report, words=name
        )
