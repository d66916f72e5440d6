"""Rule 14 where no walk through the chapter comes: comments, pictures, and names that everything else refers to."""

from collections.abc import Iterator

from riec_desktop.checks.findings import Finding, Severity, noticed, portfolio_name
from riec_desktop.checks.privacy_hits import Hit, hits, masked
from riec_desktop.checks.privacy_rules import privacy
from riec_desktop.checks.texts import places
from riec_desktop.dossier import views
from riec_desktop.dossier.comments import comments_of_year, place_in_words
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.image_facts import image_facts
from riec_desktop.dossier.records import (
    Comment,
    DefinitionChange,
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

_REFERRED_TO: tuple[type[Record], ...] = (Settings, Organisation, Portfolio, StrategicGoal, DefinitionChange)


def names_elsewhere(dossier: Dossier, year: ReportYear) -> Iterator[Finding]:
    """Data about persons in the names of organisations, portfolios and goals."""
    for kind in _REFERRED_TO:
        for record in dossier.all(kind):
            for place in places(dossier, year.year or 0, record, kind.label.capitalize()):
                yield from privacy(place)


def in_comments(dossier: Dossier, year: ReportYear) -> Iterator[Finding]:
    """Data about persons in the comments of a year: they go along with drafts and workbooks."""
    for one in comments_of_year(dossier, year):
        found = next(iter(hits(one.text)), None)
        about = views.comment_subject(dossier, one)
        if found is not None and about is not None:
            yield noticed(about, one.field, Severity.WARNING, IN_COMMENT, _comment_sentence(dossier, one, found))


def _comment_sentence(dossier: Dossier, one: Comment, found: Hit) -> str:
    where = ", ".join(filter(None, place_in_words(dossier, one)))
    return (
        f"Opmerking bij {where}: hier staat mogelijk {found.title}: ‘{masked(found.text)}’. Haal dit uit de opmerking "
        "voordat u een concept of werkmap deelt."
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
