"""The remarks of readers in a document that came back, as comments on the fields that they are about."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from riec_desktop.dossier.changes import AddRecord
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import Comment, Record, ReportYear
from riec_desktop.dossier.text import clean_text
from riec_desktop.word.marking import FieldKey
from riec_desktop.word.reading.read import Manifest, ReadDocument, Remark
from riec_desktop.workspace.review import Proposal, Standing
from riec_desktop.workspace.whereabouts import whereabouts
from riec_desktop.workspace.word_back_places import Placed
from riec_desktop.workspace.word_sent import record_of

_NOWHERE = "Deze opmerking staat niet bij een tekst van het dossier; zij komt bij het verslagjaar."
_MOST_QUOTED = 200


def remark_proposals(
    dossier: Dossier, document: ReadDocument, placed: Placed, manifest: Manifest
) -> Iterator[Proposal]:
    """A proposal for each remark that is not in the dossier yet."""
    places, words = _places(placed), _words(document)
    parents = {one.id: one.parent for one in document.remarks}
    for one in document.remarks:
        key = places.get(one.id) or places.get(parents.get(one.id, ""))
        found = _target(dossier, key, manifest)
        if found is not None and one.text:
            comment = _comment(one, *found, words.get(one.id, ""), manifest.document_id)
            if dossier.get(Comment, comment.id) is None:
                yield _proposal(dossier, comment, found[0], sure=key is not None)


def _places(placed: Placed) -> Mapping[str, FieldKey]:
    """The text that each remark is about."""
    return {
        remark: key
        for key, paras in reversed(list(placed.texts.items()))
        for back in paras
        for stretch in back.para.stretches
        for remark in stretch.remarks
    }


def _words(document: ReadDocument) -> Mapping[str, str]:
    """The words that each remark is about."""
    found: dict[str, str] = {}
    for para in document.paras:
        for one in para.stretches:
            for remark in one.remarks:
                found[remark] = found.get(remark, "") + one.text
    return found


def _target(dossier: Dossier, key: FieldKey | None, manifest: Manifest) -> tuple[Record, str] | None:
    record = record_of(dossier, key) if key else None
    if record is not None and key is not None:
        return record, key[2]
    year = dossier.first(ReportYear, "year", manifest.year)
    return (year, "title") if year else None


def _comment(remark: Remark, record: Record, field: str, words: str, document_id: str) -> Comment:
    quoted = f"Bij ‘{words[:_MOST_QUOTED].strip()}’: " if words.strip() else ""
    return Comment(
        id=natural_id(document_id, "remark", remark.author, remark.when, remark.text),
        kind=type(record).__name__,
        record_id=record.id,
        field=field,
        text=clean_text(f"{quoted}{remark.text}"),
        author=remark.author,
        written_at=moment(remark.when),
        resolved=remark.done,
    )


def _proposal(dossier: Dossier, comment: Comment, record: Record, *, sure: bool) -> Proposal:
    return Proposal(
        id=f"remark:{comment.id}",
        standing=Standing.NEW,
        place=whereabouts(dossier, record),
        kind=Comment,
        record_id=comment.id,
        label=f"opmerking van {comment.author}" if comment.author else "opmerking",
        theirs=comment.text,
        doubt="" if sure else _NOWHERE,
        changes=(AddRecord(comment),),
    )


def moment(when: str) -> datetime | None:
    """A moment as Word writes it; None when there is none. A time without a zone is taken as it stands."""
    try:
        found = datetime.fromisoformat(when)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)
