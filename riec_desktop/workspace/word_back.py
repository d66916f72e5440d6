"""A draft that came back, as proposals: what readers changed and remarked, beside what stands in the dossier now.

Pure: a dossier and a document give an `Incoming`. Nothing is dropped: what has no place is a proposal that says so.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from riec_desktop.dossier.changes import SetField, Source
from riec_desktop.dossier.dossier import Dossier
from riec_desktop.dossier.fields import specs
from riec_desktop.dossier.merge import merge_text
from riec_desktop.dossier.record import natural_id
from riec_desktop.dossier.records import TYPE_BY_NAME, Record, ReviewDocument
from riec_desktop.word.marking import FieldKey
from riec_desktop.word.reading.read import Manifest, ReadDocument
from riec_desktop.workspace.merge_words import field_text
from riec_desktop.workspace.review import Incoming, Proposal, Standing, unless_closed
from riec_desktop.workspace.revised import Pieces, before_pieces, chosen_pieces, edits_of, shown_pieces, spelled
from riec_desktop.workspace.whereabouts import whereabouts
from riec_desktop.workspace.word_back_places import Placed, placed
from riec_desktop.workspace.word_back_remarks import remark_proposals
from riec_desktop.workspace.word_back_strays import stray_proposals
from riec_desktop.workspace.word_back_text import BackPara, SentText, as_printed, as_read, revised
from riec_desktop.workspace.word_back_words import MOVED, NO_RECORD, doubt_of, notes_of
from riec_desktop.workspace.word_sent import Sent, digest, record_of, spelling_of, unpacked

_SHORTEST_MOVE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class _Back:
    """A document that came back, and what is known of it; `is_known`: the dossier kept what was sent."""

    dossier: Dossier
    manifest: Manifest
    is_known: bool
    sent: Sent
    placed: Placed


def kept_of(dossier: Dossier, manifest: Manifest | None) -> Sent | None:
    """What the dossier kept of a draft when it was sent; None when it knows nothing of it."""
    record = dossier.get(ReviewDocument, manifest.document_id) if manifest else None
    return unpacked(record.content) if record else None


def draft_proposals(
    dossier: Dossier, document: ReadDocument, manifest: Manifest, sent: Sent | None, origin: str, *, own_id: str = ""
) -> Incoming:
    """Everything that a draft brings.

    `sent` is what stood in it, of which the texts count only when the dossier kept them. `own_id` is the id of this
    dossier, `origin` the name of the file.
    """
    back = _back(dossier, document, manifest, sent)
    foreign = bool(own_id) and manifest.dossier_id not in ("", own_id)
    remarks = remark_proposals(dossier, document, back.placed, manifest)
    found = [*_texts(back), *stray_proposals(dossier, back.placed, manifest.document_id), *remarks]
    version = f" {manifest.version}" if manifest.version else ""
    return Incoming(
        id=natural_id("draft", manifest.document_id, origin),
        source=Source.WORD,
        title=f"Reviewversie{version}",
        origin=origin,
        from_whom=", ".join(authors(document)),
        answers=manifest.document_id if back.is_known else "",
        proposals=tuple(unless_closed(dossier, one) for one in _with_moves(found)),
        notes=tuple(notes_of(document, back.placed, known=back.is_known, foreign=foreign)),
    )


def authors(document: ReadDocument) -> tuple[str, ...]:
    """Who changed or remarked something, each once."""
    changed = (one.author for para in document.paras for one in para.stretches if one.fate)
    return tuple(dict.fromkeys(name for name in (*changed, *(one.author for one in document.remarks)) if name))


def _back(dossier: Dossier, document: ReadDocument, manifest: Manifest, sent: Sent | None) -> _Back:
    stems: Mapping[str, FieldKey] = {stem: (one[0], one[1], one[2]) for stem, one in manifest.texts.items()}
    known = kept_of(dossier, manifest)
    frame = sent.frame if sent else ()
    kept = known or Sent(texts={key: SentText(spelling="") for key in stems.values()}, frame=frame)
    return _Back(
        dossier=dossier,
        manifest=manifest,
        is_known=known is not None,
        sent=kept,
        placed=placed(document.paras, kept, stems),
    )


# --- Texts -----------------------------------------------------------------------------------------------------------


def _texts(back: _Back) -> Iterator[Proposal]:
    for key, paras in back.placed.texts.items():
        if key[0] in TYPE_BY_NAME and key[2] in specs(TYPE_BY_NAME[key[0]]):
            yield from _text(back, key, paras)


def _text(back: _Back, key: FieldKey, paras: tuple[BackPara, ...]) -> Iterator[Proposal]:
    sent, is_sure = _sent_text(back, key, paras)
    pieces = revised(sent, paras)
    base, theirs, mine = spelled(before_pieces(pieces)), spelled(chosen_pieces(pieces)), spelling_of(back.dossier, key)
    if theirs == mine or (is_sure and theirs == base):
        return
    record = record_of(back.dossier, key)
    if record is None:
        yield _orphan(key, shown_pieces(chosen_pieces(pieces)))
        return
    change = SetField(kind=type(record), record_id=record.id, field=key[2], old=mine, new=theirs)
    made = _changed(back.dossier, record, change, base, pieces)
    if mine and not is_sure:
        # Nobody knows whether they changed it or we did.
        made = replace(made, standing=Standing.CONFLICT, merged="", merged_changes=())
    yield replace(made, doubt=doubt_of(key, paras, back.placed))


def _sent_text(back: _Back, key: FieldKey, paras: Sequence[BackPara]) -> tuple[SentText, bool]:
    """What was sent, and whether that is sure.

    When nobody kept it, it is what stands in the dossier if that has the same digest; else what Word remembers.
    """
    if back.is_known:
        return back.sent.texts.get(key, SentText(spelling="")), True
    mine = spelling_of(back.dossier, key)
    digests = {one[:3]: one[3] for one in back.manifest.texts.values()}
    if digest(mine) == digests.get(key):
        return SentText(spelling=mine, paras=as_printed(paras)), True
    return as_read(paras), False


def _orphan(key: FieldKey, text: str) -> Proposal:
    """A text that changed while its record was removed here."""
    return Proposal(
        id=":".join(key),
        standing=Standing.UNKNOWN,
        place="Niet meer in uw dossier",
        label=specs(TYPE_BY_NAME[key[0]])[key[2]].label,
        theirs=text,
        doubt=NO_RECORD,
    )


def _changed(dossier: Dossier, record: Record, change: SetField, base: str, pieces: Pieces) -> Proposal:
    mine, theirs = str(change.old), str(change.new)
    both = mine if mine == base else merge_text(base, mine, theirs)
    is_merged = mine != base and both is not None
    texts = [field_text(dossier, record, change.field, one) for one in (base, mine, theirs)]
    if texts[1] == texts[2]:
        # Only looks differ, which plain words do not show.
        texts = [base, mine, theirs]
    return Proposal(
        id=f"{change.kind.__name__}:{record.id}:{change.field}",
        standing=_standing(mine, theirs, agreed=both is not None),
        place=whereabouts(dossier, record),
        kind=change.kind,
        record_id=record.id,
        field=change.field,
        label=specs(change.kind)[change.field].label,
        base=texts[0],
        mine=texts[1],
        theirs=texts[2],
        merged=field_text(dossier, record, change.field, both) if is_merged and both is not None else "",
        changes=(change,),
        merged_changes=(replace(change, new=both),) if is_merged else (),
        edits=edits_of(pieces),
        pieces=pieces,
    )


def _standing(mine: str, theirs: str, *, agreed: bool) -> Standing:
    if not agreed:
        return Standing.CONFLICT
    if not theirs:
        return Standing.MISSING
    return Standing.CHANGED if mine else Standing.NEW


# --- What moved from one text to another -----------------------------------------------------------------------------


def _with_moves(found: Sequence[Proposal]) -> Iterator[Proposal]:
    """The proposals, in which words that left one text and came into another say so."""
    left = {edit.gone: one.place for one in found for edit in one.edits if len(edit.gone) >= _SHORTEST_MOVE}
    for one in found:
        came = (*(edit.added for edit in one.edits), *(() if one.edits else (one.theirs,)))
        place = next((left[text] for text in came if left.get(text, one.place) != one.place), "")
        yield replace(one, doubt=f"{MOVED.format(place=place)} {one.doubt}".strip()) if place else one
