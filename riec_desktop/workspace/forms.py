"""Contribution forms as use cases: make one to send, read those that came back.

Making gives the workbook, the changes that record what was sent, and the text of the mail. Reading gives proposals for
review; nothing is taken in by itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from riec_desktop.dossier.changes import AddRecord, Change, set_fields
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.dutch import count_word, listing
from riec_desktop.dossier.edits import add, applied
from riec_desktop.dossier.promises import take_over
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import ContributionForm, Organisation, PortfolioReport, ReportYear
from riec_desktop.dossier.views import report_name, reports
from riec_desktop.errors import RiecError
from riec_desktop.files import digest_of, file_name_part
from riec_desktop.workspace.progress import Cancel, Progress, never, no_progress, step
from riec_desktop.workspace.review import Incoming, Proposal, Standing

_MAIL = """
Beste {to},

Voor het jaarverslag {year} van RIEC-LIEC vraag ik u om gegevens over {about}. \
Het aanleverformulier vindt u in de bijlage.

Wat al bekend is, staat er al in. Wilt u dat controleren en de gele vakken aanvullen? \
Het eerste blad legt uit hoe dat gaat. U hebt alleen Excel nodig.

Wilt u het ingevulde bestand {until} als antwoord op deze mail terugsturen? \
Schrijf er geen gegevens van personen in. Hebt u vragen, dan hoor ik het graag.

Met vriendelijke groet,
{sender}
"""

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")
"""Files that may be forms; those that cannot be read get a sentence that says what to do."""

_MOST_BYTES_SAID = 50
_MOST_QUOTED = 60
_MOST_IN_NAME = 100
_MOST_NAMES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FormOrder:
    """Which form to make: for portfolios (`report_ids`), or for one organisation over all portfolios of the year."""

    year: ReportYear
    report_ids: tuple[str, ...] = ()
    organisation_id: str | None = None
    sender: str = ""
    recipient: str = ""
    deadline: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeForm:
    """A form: the workbook, a name for its file, the changes that record what was sent, a mail."""

    workbook: bytes
    file_name: str
    changes: tuple[Change, ...]
    subject: str
    mail: str


def make_form(
    dossier: Dossier, order: FormOrder, *, dossier_id: str, version: str, form_id: str, now: datetime
) -> MadeForm:
    """The form of an order. Raises `RiecError`: `form.no_content`, `form.too_long`."""
    from riec_desktop.excel.form_fields import packed
    from riec_desktop.excel.form_make import form_plan
    from riec_desktop.excel.form_plan import FormRequest
    from riec_desktop.excel.form_render import render_form

    report_ids = _report_ids(dossier, order)
    if not report_ids:
        raise RiecError("form.no_content")
    promises = () if order.organisation_id else _promises(dossier, report_ids)
    dossier = applied(dossier, promises)
    request = FormRequest(
        form_id=form_id,
        dossier_id=dossier_id,
        version=version,
        year=order.year,
        report_ids=report_ids,
        organisation_id=order.organisation_id,
        sender=order.sender,
        recipient=order.recipient,
        deadline=order.deadline,
        sent_at=now,
    )
    plan = form_plan(dossier, request)
    title = f"Aanleverformulier {order.year.year or ''} {_short_name(dossier, order)}"
    record = replace(_noted(order, packed(plan.sent)), id=form_id, report_ids=report_ids, sent_at=now)
    return MadeForm(
        workbook=render_form(plan),
        file_name=f"{file_name_part(title)[:_MOST_IN_NAME].rstrip()}.xlsx",
        changes=(*promises, *add(record)),
        subject=f"Aanleveren voor het jaarverslag {order.year.year or ''}: {_short_name(dossier, order)}",
        mail=mail_text(dossier, order),
    )


def _noted(order: FormOrder, content: bytes) -> ContributionForm:
    """What the dossier keeps of a form that was sent: to whom, by when, and what stood in it."""
    return ContributionForm(
        id="",
        year_id=order.year.id,
        organisation_id=order.organisation_id,
        recipient=order.recipient,
        sender=order.sender,
        deadline=order.deadline,
        content=content,
        digest=digest_of(content),
    )


def _promises(dossier: Dossier, report_ids: tuple[str, ...]) -> tuple[Change, ...]:
    """The changes that take over what was promised last year, so that what is asked is there to be answered."""
    found = dossier.many(PortfolioReport, report_ids)
    return tuple(change for report in found for change in take_over(dossier, report))


def _report_ids(dossier: Dossier, order: FormOrder) -> tuple[str, ...]:
    """The portfolios of the order; a form for an organisation is about all of the year."""
    if order.report_ids or not dossier.get(Organisation, order.organisation_id):
        return tuple(one.id for one in dossier.many(PortfolioReport, order.report_ids))
    return tuple(one.id for one in reports(dossier, order.year))


def _names(dossier: Dossier, order: FormOrder) -> tuple[str, ...]:
    organisation = dossier.get(Organisation, order.organisation_id)
    if organisation is not None:
        return (organisation.name,)
    return tuple(report_name(dossier, one) for one in dossier.many(PortfolioReport, order.report_ids))


def _name(dossier: Dossier, order: FormOrder) -> str:
    return listing(_names(dossier, order))


def _short_name(dossier: Dossier, order: FormOrder) -> str:
    """For a file name and the subject of a mail: not all of many names."""
    found = _names(dossier, order)
    return listing(found) if len(found) <= _MOST_NAMES else f"{count_word(len(found))} portefeuilles"


def mail_text(dossier: Dossier, order: FormOrder) -> str:
    """The text of the mail that the form goes with, ready to copy."""
    from riec_desktop.excel.form_guide import day

    text = _MAIL.format(
        to=order.recipient or "collega",
        year=order.year.year or "",
        about=_name(dossier, order),
        until=f"uiterlijk {day(order.deadline)}" if order.deadline else "zodra u kunt",
        sender=order.sender,
    )
    return text.strip()


# --- Back ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedFile:
    """A file that is no form or cannot be read safely, and why."""

    path: Path
    error: RiecError


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """What files brought: one `Incoming` per form, and the files that are none."""

    incoming: tuple[Incoming, ...]
    refused: tuple[RefusedFile, ...]


def form_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files that these paths name: a folder stands for its workbooks. Raises `RiecError` (`form.no_files`)."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            inside = sorted(one for one in path.iterdir() if one.suffix.lower() in SUFFIXES and _is_document(one))
            if not inside:
                raise RiecError("form.no_files", folder=path)
            found += inside
        else:
            found.append(path)
    return tuple(dict.fromkeys(found))


def _is_document(path: Path) -> bool:
    """Not what Excel or LibreOffice leaves beside a file that is open."""
    return path.is_file() and not path.name.startswith(("~$", ".~lock"))


def read_forms(
    dossier: Dossier,
    paths: Sequence[Path],
    dossier_id: str = "",
    progress: Progress = no_progress,
    cancel: Cancel = never,
) -> Received:
    """What these files bring, for review. Raises `Cancelled`, or `RiecError` (`form.no_files`)."""
    files = form_files(paths)
    step(progress, cancel, 0.0, "Formulieren openen")
    found: list[Incoming | RefusedFile] = []
    for one in _read(dossier, files, dossier_id, cancel):
        found.append(one)
        step(progress, cancel, len(found) / len(files), "Formulieren lezen")
    return Received(
        incoming=against_each_other(tuple(one for one in found if isinstance(one, Incoming))),
        refused=tuple(one for one in found if isinstance(one, RefusedFile)),
    )


def against_each_other(incoming: tuple[Incoming, ...]) -> tuple[Incoming, ...]:
    """The same work, in which two forms that say something else about one field are a conflict in both."""
    said: dict[tuple[str, str], dict[str, str]] = {}
    for form in incoming:
        for one in filter(_says_something, form.proposals):
            said.setdefault((one.record_id, one.field), {})[one.theirs] = form.origin
    at_odds = {field: texts for field, texts in said.items() if len(texts) > 1}
    return tuple(
        replace(form, proposals=tuple(_at_odds(one, at_odds) for one in form.proposals)) if at_odds else form
        for form in incoming
    )


def _says_something(proposal: Proposal) -> bool:
    return bool(proposal.changes and proposal.record_id)


def _at_odds(proposal: Proposal, at_odds: Mapping[tuple[str, str], Mapping[str, str]]) -> Proposal:
    texts = at_odds.get((proposal.record_id, proposal.field))
    if texts is None or not _says_something(proposal):
        return proposal
    told = "; ".join(f"{origin}: {_short(text)}" for text, origin in texts.items() if text != proposal.theirs)
    if proposal.standing is Standing.NEW and not proposal.field:
        return _beside(proposal, told, first=next(iter(texts)))
    doubt = f"Een ander formulier zegt hier iets anders ({told}). {proposal.doubt}".strip()
    return replace(proposal, standing=Standing.CONFLICT, doubt=doubt)


def _beside(proposal: Proposal, told: str, first: str) -> Proposal:
    """A new record in an empty row that another form fills as well: each becomes a record of its own."""
    own = proposal.record_id if proposal.theirs == first else natural_id(proposal.record_id, proposal.theirs)
    added = (replace(one.record, id=own) for one in proposal.changes if isinstance(one, AddRecord))
    doubt = f"Een ander formulier vult deze lege regel met iets anders ({told}). U kunt beide overnemen."
    return replace(
        proposal,
        record_id=own,
        doubt=f"{doubt} {proposal.doubt}".strip(),
        changes=tuple(map(AddRecord, added)),
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return (line if len(line) <= _MOST_QUOTED else f"{line[: _MOST_QUOTED - 1]}…") or "leeg"


def _read(dossier: Dossier, files: Sequence[Path], dossier_id: str, cancel: Cancel) -> Iterator[Incoming | RefusedFile]:
    from riec_desktop.excel.form_answer import form_answer
    from riec_desktop.excel.reading.reader import read_files
    from riec_desktop.workspace.form_review import proposals

    for read in read_files(files, cancel=cancel):
        answer = form_answer(read.book, read.path.name) if read.book else None
        if answer is not None:
            yield proposals(dossier, answer, dossier_id)
        else:
            code = read.refused or "form.no_form"
            place = "".join(
                (f", op blad {read.sheet}" if read.sheet else "", f", vak {read.cell}" if read.cell else "")
            )
            values = {"file": read.path.name, "place": place, "limit": _MOST_BYTES_SAID}
            yield RefusedFile(path=read.path, error=RiecError(code, **values))


def returned(dossier: Dossier, incoming: Sequence[Incoming], now: datetime) -> tuple[Change, ...]:
    """The changes that note that these forms came back."""
    forms = (dossier.get(ContributionForm, one.answers) for one in incoming)
    return tuple(change for form in forms if form for change in set_fields(form, returned_at=now))
