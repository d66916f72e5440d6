"""The record types beside the report itself: remarks, documents that were sent, named versions and own rules.

They are records like those in `records`, which lists them all; nothing of them is printed in the chapter.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, ClassVar

from riec_desktop.dossier.choices import WordRuleKind
from riec_desktop.dossier.fields import Kind, Label
from riec_desktop.dossier.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Record):
    """A remark about one field of one record; `kind` is the name of its record type."""

    label: ClassVar[str] = "opmerking"
    kind: Annotated[str, Label("soort gegeven")] = ""
    record_id: Annotated[str, Label("gegeven")] = ""
    field: Annotated[str, Label("veld")] = ""
    text: Annotated[str, Label("opmerking", Kind.TEXT)] = ""
    author: Annotated[str, Label("van wie")] = ""
    written_at: Annotated[datetime | None, Label("geschreven op")] = None
    resolved: Annotated[bool, Label("afgehandeld")] = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionForm(Record):
    """A form that was sent: which portfolios, to whom, and what stood in it (`content`), to compare with on return."""

    label: ClassVar[str] = "aanleverformulier"
    year_id: Annotated[str | None, Label("verslagjaar", to="ReportYear", owner=True)] = None
    report_ids: Annotated[tuple[str, ...], Label("verslagen", to="PortfolioReport")] = ()
    organisation_id: Annotated[str | None, Label("organisatie", to="Organisation")] = None
    recipient: Annotated[str, Label("verstuurd aan")] = ""
    sender: Annotated[str, Label("verstuurd door")] = ""
    sent_at: Annotated[datetime | None, Label("verstuurd op")] = None
    deadline: Annotated[date | None, Label("terug voor")] = None
    returned_at: Annotated[datetime | None, Label("terug op")] = None
    content: Annotated[bytes, Label("wat erin stond")] = b""
    digest: Annotated[str, Label("controlegetal")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDocument(Record):
    """A Word draft that was sent round for comment, and what stood in it (`content`)."""

    label: ClassVar[str] = "reviewversie"
    year_id: Annotated[str | None, Label("verslagjaar", to="ReportYear", owner=True)] = None
    version: Annotated[str, Label("versie")] = ""
    sent_at: Annotated[datetime | None, Label("verstuurd op")] = None
    content: Annotated[bytes, Label("wat erin stond")] = b""
    digest: Annotated[str, Label("controlegetal")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedVersion(Record):
    """A moment in the history that somebody gave a name, such as 'naar hoofdenoverleg 12 maart'."""

    label: ClassVar[str] = "versie"
    name: Annotated[str, Label("naam van de versie")] = ""
    author: Annotated[str, Label("van wie")] = ""
    made_at: Annotated[datetime | None, Label("gemaakt op")] = None
    changeset_id: Annotated[str, Label("laatste stap")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRule(Record):
    """A word, name or pattern of the team's own that the checks know; `text` is a digest where it must stay secret."""

    label: ClassVar[str] = "woord in de eigen lijst"
    kind: Annotated[WordRuleKind, Label("soort")] = WordRuleKind.TERM
    text: Annotated[str, Label("woord of patroon")] = ""
    instead: Annotated[str, Label("liever")] = ""
    note: Annotated[str, Label("toelichting")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedFinding(Record):
    """A finding that somebody let stand, with the reason. `digest` stands for what was found, never in clear."""

    label: ClassVar[str] = "geaccepteerd aandachtspunt"
    code: Annotated[str, Label("soort aandachtspunt")] = ""
    kind: Annotated[str, Label("soort gegeven")] = ""
    record_id: Annotated[str, Label("gegeven")] = ""
    field: Annotated[str, Label("veld")] = ""
    digest: Annotated[str, Label("controlegetal")] = ""
    reason: Annotated[str, Label("reden", Kind.TEXT)] = ""
    author: Annotated[str, Label("van wie")] = ""
    accepted_at: Annotated[datetime | None, Label("geaccepteerd op")] = None
